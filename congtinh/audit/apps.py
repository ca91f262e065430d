"""Registers the audit app."""

from typing import Any

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class AuditConfig(AppConfig):
    name = "congtinh.audit"
    label = "audit"
    verbose_name = "Nhật ký thao tác"

    def ready(self) -> None:
        connection_created.connect(_guard_replacing, dispatch_uid="audit_guard_replacing")


def _guard_replacing(connection: Any, **_more: Any) -> None:
    """SQLite's REPLACE removes rows past the triggers of append-only tables unless told not to."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA recursive_triggers = ON")
