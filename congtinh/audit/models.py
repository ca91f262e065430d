"""The audit entry."""

from typing import Any

import orjson
from django.db import models
from django.utils.translation import gettext_lazy as _

from congtinh.audit.chain import ChainHead, Link

__all__ = ["ChainHead", "Entry"]


class Entry(Link):
    """One deed of one person. Names stand as they were that day, so the row needs no other."""

    HASHED = (
        "at", "actor", "actor_name", "capacity", "action", "portal",
        "object_kind", "object_id", "object_label", "before", "after", "reason",
    )  # fmt: skip

    at = models.DateTimeField(_("thời điểm"), editable=False)
    actor = models.CharField(_("tài khoản"), max_length=150, editable=False)
    actor_name = models.CharField(_("người thực hiện"), max_length=200, editable=False)
    capacity = models.CharField(_("tư cách"), max_length=300, blank=True, editable=False)
    action = models.CharField(_("thao tác"), max_length=60, editable=False)
    portal = models.CharField(_("cổng"), max_length=60, blank=True, editable=False)
    object_kind = models.CharField(_("loại đối tượng"), max_length=60, blank=True, editable=False)
    object_id = models.CharField(_("mã đối tượng"), max_length=64, blank=True, editable=False)
    object_label = models.CharField(_("đối tượng"), max_length=300, blank=True, editable=False)
    before = models.TextField(_("trước"), blank=True, editable=False)
    after = models.TextField(_("sau"), blank=True, editable=False)
    reason = models.TextField(_("lý do"), blank=True, editable=False)

    class Meta:
        verbose_name = _("mục nhật ký")
        verbose_name_plural = _("nhật ký thao tác")
        indexes = [
            models.Index(fields=["portal", "-seq"], name="entry_portal"),
            models.Index(fields=["actor", "-seq"], name="entry_actor"),
            models.Index(fields=["action", "-seq"], name="entry_action"),
            models.Index(fields=["object_id", "-seq"], name="entry_object"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.action} {self.object_label}"

    @property
    def changes(self) -> list[tuple[str, Any, Any]]:
        """What changed: (field, before, after) for every field that differs."""
        old = orjson.loads(self.before) if self.before else {}
        new = orjson.loads(self.after) if self.after else {}
        return [
            (name, old.get(name), new.get(name))
            for name in [*old, *(key for key in new if key not in old)]
            if old.get(name) != new.get(name)
        ]
