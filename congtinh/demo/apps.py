"""Registers the demo app."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "congtinh.demo"
    label = "demo"
    verbose_name = "Tỉnh mẫu"
