"""Registers the audit app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "congtinh.audit"
    label = "audit"
    verbose_name = "Nhật ký thao tác"
