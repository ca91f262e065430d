"""Registers the staff app."""

from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "congtinh.staff"
    label = "staff"
    verbose_name = "Khu vực cán bộ"

    def ready(self) -> None:
        # registry: receivers and names need loaded models
        from django.contrib.auth.signals import user_logged_in

        from congtinh.audit import names
        from congtinh.staff.deeds import DEEDS
        from congtinh.staff.sign_in import record_sign_in

        names.enrol(DEEDS)
        user_logged_in.connect(record_sign_in, dispatch_uid="staff.sign_in")
