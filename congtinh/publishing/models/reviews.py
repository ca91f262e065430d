"""Reviews of sealed content, what was noted and confirmed about them, and the decisions."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from congtinh.organisation.models import Area, Portal
from congtinh.publishing.models.content import LANGUAGES
from congtinh.publishing.states import PENDING, ReviewState


class Review(models.Model):
    """A submitted text: its sealed copy and hash, who should look at it, where it stands."""

    kind = models.CharField(_("loại nội dung"), max_length=30, editable=False)
    item = models.UUIDField(editable=False)
    portal = models.ForeignKey(
        Portal, verbose_name=_("cổng"), on_delete=models.PROTECT, related_name="+"
    )
    area = models.ForeignKey(
        Area,
        verbose_name=_("lĩnh vực"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    language = models.CharField(_("ngôn ngữ"), max_length=5, choices=LANGUAGES)
    title = models.CharField(_("tiêu đề"), max_length=200, editable=False)
    content = models.TextField(_("nội dung đã niêm"), editable=False)
    content_hash = models.CharField(_("mã băm"), max_length=64, editable=False)
    state = models.CharField(
        _("trạng thái"), max_length=12, choices=ReviewState, default=ReviewState.OPEN,
        editable=False,
    )  # fmt: skip
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người trình"), on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip
    submitted_at = models.DateTimeField(_("trình lúc"))
    message = models.TextField(_("lời nhắn của người trình"), blank=True)
    correction = models.TextField(_("nội dung đính chính"), blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người duyệt"), on_delete=models.PROTECT,
        related_name="+", null=True, blank=True,
    )  # fmt: skip
    due_on = models.DateField(_("hạn duyệt"), null=True, blank=True)
    release_at = models.DateTimeField(_("đăng lúc"), null=True, blank=True)
    expires_at = models.DateTimeField(_("hết hạn lúc"), null=True, blank=True)
    closed_at = models.DateTimeField(_("xong lúc"), null=True, editable=False)

    class Meta:
        verbose_name = _("lượt duyệt")
        verbose_name_plural = _("lượt duyệt")
        constraints = [
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(state__in=sorted(PENDING)),
                name="one_pending_review",
            ),
            models.CheckConstraint(
                condition=Q(state__in=ReviewState.values), name="review_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=ReviewState.SCHEDULED) | Q(release_at__isnull=False),
                name="scheduled_review_has_time",
            ),
        ]
        indexes = [
            models.Index(fields=["portal", "state", "submitted_at"], name="review_queue"),
            models.Index(fields=["item", "-id"], name="review_item"),
            models.Index(fields=["submitted_by", "-id"], name="review_submitter"),
            models.Index(fields=["state", "release_at"], name="review_release"),
        ]

    def __str__(self) -> str:
        return self.title


class ReviewNote(models.Model):
    """A remark on a submitted text, on the whole or on one of its fields."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="notes")
    field = models.CharField(_("chỗ"), max_length=120, blank=True)
    text = models.TextField(_("ý kiến"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("lúc"))

    class Meta:
        verbose_name = _("ý kiến")
        verbose_name_plural = _("ý kiến")

    def __str__(self) -> str:
        return self.text[:60]


class Confirmation(models.Model):
    """A moderator's word that what a check pointed at is in order (Đ10.2), on record."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="confirmations")
    issue = models.CharField(_("điểm kiểm tra"), max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("lúc"))

    class Meta:
        verbose_name = _("xác nhận")
        verbose_name_plural = _("xác nhận")
        constraints = [
            models.UniqueConstraint(fields=["review", "issue"], name="confirmation_once")
        ]

    def __str__(self) -> str:
        return self.issue


class Decision(models.Model):
    """Who decided what, in which capacity, on which exact content, on what checks, and why."""

    class Verb(models.TextChoices):
        APPROVE = "approve", _("Duyệt đăng")
        SEND_BACK = "send_back", _("Trả lại")
        DECLINE = "decline", _("Từ chối")
        WITHDRAW = "withdraw", _("Gỡ xuống")
        CANCEL = "cancel", _("Hủy lịch đăng")
        ANNOUNCE = "announce", _("Công bố cấu trúc cổng")
        IMPORT = "import", _("Nhập theo lô")

    review = models.ForeignKey(
        Review, on_delete=models.PROTECT, related_name="decisions", null=True
    )
    verb = models.CharField(_("quyết định"), max_length=12, choices=Verb)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    by_name = models.CharField(_("người quyết định"), max_length=200)
    capacity = models.CharField(_("tư cách"), max_length=300)
    at = models.DateTimeField(_("lúc"))
    content_hash = models.CharField(_("mã băm"), max_length=64, blank=True)
    checks = models.JSONField(_("kiểm tra và xác nhận"), default=list)
    reason = models.TextField(_("lý do"), blank=True)

    class Meta:
        verbose_name = _("quyết định")
        verbose_name_plural = _("quyết định")

    def __str__(self) -> str:
        return f"{self.get_verb_display()}: {self.by_name}, {self.capacity}"


class Transition(models.Model):
    """One move of a review or hand-over from state to state; written by `move()` alone."""

    subject = models.CharField(max_length=12)
    subject_id = models.BigIntegerField()
    verb = models.CharField(max_length=20)
    source = models.CharField(max_length=20)
    target = models.CharField(max_length=20)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    capacity = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    reason = models.TextField(blank=True)

    class Meta:
        verbose_name = _("bước chuyển")
        verbose_name_plural = _("bước chuyển")
        indexes = [models.Index(fields=["subject", "subject_id", "id"], name="transition_subject")]

    def __str__(self) -> str:
        return f"{self.subject} {self.subject_id}: {self.source} → {self.target}"
