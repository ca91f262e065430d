"""The standing page."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from congtinh.publishing.body.blocks import BodyBlock
from congtinh.publishing.models import Content


class StandingPage(Content):
    """A page that stands: introduction, guide, rules, figures (Đ11.1–Đ11.8)."""

    lead = models.TextField(_("tóm tắt"), max_length=600, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("nội dung"), blank=True)

    class Meta(Content.Meta):
        abstract = False
        verbose_name = _("trang")
        verbose_name_plural = _("trang giới thiệu, trang tĩnh")

    def normalise_blocks(self, cleaner: Any) -> None:
        raw = self.body.get_prep_value()
        tidy = cleaner(raw)
        if tidy != raw:
            self.body = self._meta.get_field("body").to_python(tidy)

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "publishing/preview.html"

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        # registry: the kind renders what it previews, and imports this model
        from congtinh.publishing.previews import preview_context

        return preview_context(self)
