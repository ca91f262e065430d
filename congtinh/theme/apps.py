"""Registers the theme: components, tokens and static files."""

from django.apps import AppConfig


class ThemeConfig(AppConfig):
    name = "congtinh.theme"
    label = "theme"
    verbose_name = "Giao diện"
