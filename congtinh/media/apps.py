"""Registers the media app."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "congtinh.media"
    label = "media"
    verbose_name = "Hình ảnh và tệp"

    def ready(self) -> None:
        # registry: policies are asked before anything else can register one
        from wagtail.permissions import register_permission_policy

        from congtinh.audit import names
        from congtinh.media.deeds import DEEDS
        from congtinh.media.models import PortalFile, PortalImage
        from congtinh.media.policies import PortalOwnedPolicy

        for model in (PortalImage, PortalFile):
            # Wagtail's apps get ready later and register their own policy for these models; only
            # one for the exact class is asked before it.
            register_permission_policy(model, PortalOwnedPolicy(model), exact_class=True)
        names.enrol(DEEDS)
