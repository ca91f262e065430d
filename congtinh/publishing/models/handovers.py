"""Texts of component portals on their way to the general portal (Đ4.1, Đ5.1, Đ6.1)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from congtinh.organisation.models import Area, Portal
from congtinh.publishing.states import HandoverState


class Handover(models.Model):
    """One published text offered to the general portal, and what became of it."""

    class Initiative(models.TextChoices):
        UNIT = "unit", _("Đơn vị chuyển lên")
        OFFICE = "office", _("Văn phòng chọn")

    source_portal = models.ForeignKey(
        Portal, verbose_name=_("cổng gửi"), on_delete=models.PROTECT, related_name="+"
    )
    portal = models.ForeignKey(
        Portal, verbose_name=_("cổng nhận"), on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(_("loại nội dung"), max_length=30, editable=False)
    source_item = models.UUIDField(editable=False)
    #: The source publication as last taken up or accepted, and as it stands now.
    source_seq = models.BigIntegerField(editable=False)
    newest_seq = models.BigIntegerField(editable=False)
    title = models.CharField(_("tiêu đề bài gốc"), max_length=200, editable=False)
    area = models.ForeignKey(
        Area,
        verbose_name=_("lĩnh vực"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    state = models.CharField(
        _("trạng thái"), max_length=16, choices=HandoverState, default=HandoverState.OFFERED,
        editable=False,
    )  # fmt: skip
    initiative = models.CharField(
        _("do"),
        max_length=6,
        choices=Initiative,
        default=Initiative.UNIT,
        editable=False,
    )
    offered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("người chuyển"), on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip
    offered_at = models.DateTimeField(_("chuyển lúc"))
    message = models.TextField(_("lời nhắn"), blank=True)
    reason = models.TextField(_("lý do"), blank=True, editable=False)
    #: The general portal's own text, once taken up.
    item = models.UUIDField(null=True, editable=False, unique=True)
    changed_at = models.DateTimeField(_("cập nhật lúc"), auto_now=True)

    class Meta:
        verbose_name = _("bài chuyển lên Cổng tỉnh")
        verbose_name_plural = _("bài chuyển lên Cổng tỉnh")
        constraints = [
            models.UniqueConstraint(
                fields=["source_item"],
                condition=~Q(state__in=[HandoverState.DECLINED, HandoverState.CLOSED]),
                name="one_open_handover",
            ),
            models.CheckConstraint(
                condition=Q(state__in=HandoverState.values), name="handover_state_known"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "area", "-id"], name="handover_queue"),
            models.Index(fields=["source_portal", "-id"], name="handover_source"),
            models.Index(fields=["source_item"], name="handover_item"),
        ]

    def __str__(self) -> str:
        return self.title
