"""Portals, the hosts they answer on, and their sections."""

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from congtinh.organisation.models.units import Unit

GENERAL_CODE = "tong-hop"
"""Code of the general portal, the same in every province: the log and its readers know it by it."""


class InformationKind(models.IntegerChoices):
    """The eight kinds of information a portal carries, khoản 1–8 of Điều 11."""

    INTRODUCTION = 1, _("Giới thiệu")
    POLICY = 2, _("Chủ trương, chính sách, pháp luật")
    PROCEDURES = 3, _("Thủ tục hành chính, dịch vụ công")
    NEWS = 4, _("Hoạt động của lãnh đạo, tin tức")
    SHARED_DATA = 5, _("Cơ sở dữ liệu dùng chung")
    LINKS = 6, _("Tích hợp và liên kết")
    ADVERTISING = 7, _("Quảng cáo")
    OTHER = 8, _("Thông tin khác")


class Portal(models.Model):
    """A general or component portal (Đ2). `code` names it in the publication log for ever."""

    class Kind(models.TextChoices):
        GENERAL = "general", _("Cổng thông tin tổng hợp")
        COMPONENT = "component", _("Cổng thông tin thành phần")

    code = models.SlugField(_("mã cổng"), max_length=60, unique=True)
    kind = models.CharField(_("loại cổng"), max_length=12, choices=Kind, default=Kind.COMPONENT)
    unit = models.OneToOneField(
        Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="portal"
    )
    name = models.CharField(_("tên cổng"), max_length=200)
    name_en = models.CharField(_("tên tiếng Anh"), max_length=200, blank=True)
    bilingual = models.BooleanField(_("có tiếng Anh"), default=True)
    hue = models.CharField(_("màu"), max_length=12, default="bay")
    governing_body = models.CharField(_("cơ quan chủ quản"), max_length=200, blank=True)
    governing_body_en = models.CharField(_("cơ quan chủ quản (Anh)"), max_length=200, blank=True)
    licence = models.CharField(_("giấy phép"), max_length=200, blank=True)
    tasks = models.JSONField(_("việc cần làm"), default=list, blank=True)
    established_at = models.DateTimeField(_("ngày lập"), auto_now_add=True)

    class Meta:
        verbose_name = _("cổng")
        verbose_name_plural = _("cổng")
        constraints = [
            models.UniqueConstraint(
                fields=["kind"], condition=Q(kind="general"), name="one_general_portal"
            )
        ]

    def __str__(self) -> str:
        return (self.name_en if get_language() == "en" else "") or self.name

    @property
    def is_general(self) -> bool:
        return self.kind == self.Kind.GENERAL

    @property
    def languages(self) -> tuple[str, ...]:
        return ("vi", "en") if self.bilingual else ("vi",)


class PortalHost(models.Model):
    """A host name a portal answers on; exactly one of them is canonical (Đ2.1)."""

    portal = models.ForeignKey(
        Portal, verbose_name=_("cổng"), on_delete=models.CASCADE, related_name="hosts"
    )
    host = models.CharField(
        _("tên miền"), max_length=253, unique=True,
        error_messages={"unique": _("Tên miền này đã thuộc về một cổng khác.")},
    )  # fmt: skip
    canonical = models.BooleanField(_("tên miền chính"), default=False)

    class Meta:
        verbose_name = _("tên miền")
        verbose_name_plural = _("tên miền")
        constraints = [
            models.UniqueConstraint(
                fields=["portal"],
                condition=Q(canonical=True),
                name="one_canonical_host",
            )
        ]

    def __str__(self) -> str:
        return self.host


class Section(models.Model):
    """A section (chuyên mục) of a portal, of one of the eight kinds of Điều 11."""

    portal = models.ForeignKey(
        Portal,
        verbose_name=_("cổng"),
        on_delete=models.CASCADE,
        related_name="sections",
    )
    slug = models.SlugField(_("đường dẫn"), max_length=60)
    kind = models.PositiveSmallIntegerField(_("loại thông tin"), choices=InformationKind)
    name = models.CharField(_("tên"), max_length=120)
    name_en = models.CharField(_("tên tiếng Anh"), max_length=120, blank=True)
    description = models.CharField(_("mô tả"), max_length=300, blank=True)
    description_en = models.CharField(_("mô tả (Anh)"), max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(_("thứ tự"), default=0)

    class Meta:
        verbose_name = _("chuyên mục")
        verbose_name_plural = _("chuyên mục")
        constraints = [
            models.UniqueConstraint(
                fields=["portal", "slug"], name="section_slug_once",
                violation_error_message=_("Cổng đã có chuyên mục với đường dẫn này."),
            )
        ]  # fmt: skip
        indexes = [models.Index(fields=["portal", "order"], name="section_order")]

    def __str__(self) -> str:
        return (self.name_en if get_language() == "en" else "") or self.name
