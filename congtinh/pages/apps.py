"""Registers the pages app."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "congtinh.pages"
    label = "pages"
    verbose_name = "Trang"

    def ready(self) -> None:
        # registry: kinds and receivers enrol once models are loaded
        from wagtail.permissions import register_permission_policy

        from congtinh.media.policies import PortalOwnedPolicy
        from congtinh.pages import receivers  # noqa: F401 (connects the receiver)
        from congtinh.pages.kinds import StandingPageKind, StructureKind
        from congtinh.pages.models import StandingPage
        from congtinh.publishing import kinds

        kinds.enrol(StandingPageKind())
        kinds.enrol(StructureKind())
        register_permission_policy(StandingPage, PortalOwnedPolicy(StandingPage))
