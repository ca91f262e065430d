"""What every kind of content has: a working copy that staff edit and readers never see."""

import uuid
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.locks import BasicLock
from wagtail.models import LockableMixin, PreviewableMixin, RevisionMixin

from congtinh.organisation.models import Area, Portal, Section
from congtinh.publishing import rules
from congtinh.publishing.body.tidying import tidy_tree
from congtinh.vietnamese.text import clean

LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh"))]


class Content(PreviewableMixin, LockableMixin, RevisionMixin, models.Model):
    """A working copy. `item` names it in the publication log; translations share a key."""

    item = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    translation_key = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    portal = models.ForeignKey(
        Portal, verbose_name=_("cổng"), on_delete=models.PROTECT, related_name="+"
    )
    section = models.ForeignKey(
        Section,
        verbose_name=_("chuyên mục"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    area = models.ForeignKey(
        Area, verbose_name=_("lĩnh vực"), on_delete=models.PROTECT, related_name="+",
        null=True, blank=True,
    )  # fmt: skip
    language = models.CharField(_("ngôn ngữ"), max_length=5, choices=LANGUAGES, default="vi")
    title = models.CharField(_("tiêu đề"), max_length=200)
    slug = models.SlugField(
        _("đường dẫn"), max_length=100, blank=True,
        help_text=_("Để trống: hệ thống đặt theo tiêu đề khi trình duyệt."),
    )  # fmt: skip
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người viết"), on_delete=models.PROTECT,
        related_name="+", null=True, editable=False,
    )  # fmt: skip
    created_at = models.DateTimeField(_("viết lúc"), auto_now_add=True)
    updated_at = models.DateTimeField(_("sửa lúc"), auto_now=True)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "language"], name="%(class)s_language_once"
            ),
            models.UniqueConstraint(
                fields=["portal", "section", "language", "slug"],
                condition=~Q(slug=""), name="%(class)s_address_once",
                violation_error_message=_("Chuyên mục đã có bài với đường dẫn này."),
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["portal", "-updated_at", "-id"], name="%(class)s_portal_updated")
        ]

    def __str__(self) -> str:
        return self.title or str(_("(chưa có tiêu đề)"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.normalise()
        super().save(*args, **kwargs)

    def with_content_json(self, content: Any) -> Any:
        """An older revision brings back words, never whose text it is nor where it stands."""
        restored = super().with_content_json(content)
        for name in ("item", "translation_key", "portal_id", "created_by_id", "slug"):
            setattr(restored, name, getattr(self, name))
        return restored

    def get_lock(self) -> BasicLock | None:
        return BasicLock(self) if self.is_held(timezone.now()) else None

    def is_held(self, at: datetime) -> bool:
        """Whether somebody has taken the text over and still works on it."""
        if not (self.locked and self.locked_at and self.locked_by_id):
            return False
        last = self.latest_revision
        own = last is not None and last.user_id == self.locked_by_id
        return rules.is_held(
            taken_at=self.locked_at, saved_at=last.created_at if own else None, now=at
        )

    def normalise(self) -> None:
        """Pass every text through the one gate (Đ10.5), whatever way it came in."""
        for field in self._meta.concrete_fields:
            value = getattr(self, field.attname)
            if isinstance(value, str) and isinstance(field, models.CharField | models.TextField):
                single = not isinstance(field, models.TextField)
                setattr(self, field.attname, clean(value, single_line=single))
        self.normalise_blocks(tidy_tree)

    def normalise_blocks(self, cleaner: Any) -> None:
        """For kinds with structured bodies: pass their raw JSON through `cleaner`."""
