"""Registers the staff app."""

from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "congtinh.staff"
    label = "staff"
    verbose_name = "Khu vực cán bộ"
