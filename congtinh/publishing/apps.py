"""Registers the publishing app."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "congtinh.publishing"
    label = "publishing"
    verbose_name = "Phát hành"

    def ready(self) -> None:
        # registry: followers and names of actions enrol once models are loaded
        from congtinh.audit import names
        from congtinh.publishing import receivers  # noqa: F401 (enrols the follower)
        from congtinh.publishing.phrases import DEEDS

        names.enrol(DEEDS)
