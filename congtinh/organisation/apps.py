"""Registers the organisation app."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "congtinh.organisation"
    label = "organisation"
    verbose_name = "Tổ chức"

    def ready(self) -> None:
        # registry: the names of recorded actions can be enrolled only once apps are loaded
        from congtinh.audit import names
        from congtinh.organisation.deeds import DEEDS

        names.enrol(DEEDS)
