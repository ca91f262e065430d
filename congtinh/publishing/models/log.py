"""The publication log: append-only, numbered without gaps, hash-chained."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from congtinh.audit.chain import Link


class Publication(Link):
    """One deed of publishing or withdrawing, with the exact content and whose decision it was.

    The row needs no other: a mirror that has the log and the public files has everything.
    """

    class Verb(models.TextChoices):
        PUBLISH = "publish", _("Đăng")
        WITHDRAW = "withdraw", _("Gỡ")

    HASHED = (
        "portal", "kind", "item", "translation_key", "language", "version", "verb", "path",
        "section", "title", "summary", "content", "content_hash", "files", "area", "event_on",
        "published_at", "expires_at", "correction", "reason", "decision", "decided_by",
        "capacity", "decided_at", "source_seq",
    )  # fmt: skip

    portal = models.CharField(_("cổng"), max_length=60, editable=False)
    kind = models.CharField(_("loại nội dung"), max_length=30, editable=False)
    item = models.UUIDField(editable=False)
    translation_key = models.UUIDField(editable=False)
    language = models.CharField(_("ngôn ngữ"), max_length=5, editable=False)
    version = models.PositiveIntegerField(_("bản"), editable=False)
    verb = models.CharField(_("việc"), max_length=8, choices=Verb, editable=False)
    path = models.CharField(_("đường dẫn"), max_length=250, editable=False)
    section = models.CharField(_("chuyên mục"), max_length=60, blank=True, editable=False)
    title = models.CharField(_("tiêu đề"), max_length=200, editable=False)
    summary = models.TextField(_("tóm tắt"), blank=True, editable=False)
    content = models.TextField(_("nội dung đã niêm"), blank=True, editable=False)
    content_hash = models.CharField(_("mã băm nội dung"), max_length=64, editable=False)
    files = models.TextField(_("tệp"), blank=True, editable=False)
    area = models.CharField(_("lĩnh vực"), max_length=60, blank=True, editable=False)
    event_on = models.DateField(_("ngày sự kiện"), null=True, editable=False)
    published_at = models.DateTimeField(_("đăng lúc"), editable=False)
    expires_at = models.DateTimeField(_("hết hạn lúc"), null=True, editable=False)
    correction = models.TextField(_("đính chính"), blank=True, editable=False)
    reason = models.TextField(_("lý do"), blank=True, editable=False)
    decision = models.BigIntegerField(_("số quyết định"), editable=False)
    decided_by = models.CharField(_("người quyết định"), max_length=200, editable=False)
    capacity = models.CharField(_("tư cách"), max_length=300, editable=False)
    decided_at = models.DateTimeField(_("quyết định lúc"), editable=False)
    #: The publication of another portal that this one re-edits (hand-over, Đ4.1).
    source_seq = models.BigIntegerField(_("bài gốc"), null=True, editable=False)

    class Meta:
        verbose_name = _("bản phát hành")
        verbose_name_plural = _("bản phát hành")
        constraints = [
            models.UniqueConstraint(fields=["item", "version"], name="publication_version_once")
        ]
        indexes = [
            models.Index(fields=["portal", "path", "-seq"], name="publication_path"),
            models.Index(fields=["portal", "-seq"], name="publication_portal"),
            models.Index(fields=["translation_key", "-seq"], name="publication_translation"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.get_verb_display()} {self.portal}{self.path} v{self.version}"
