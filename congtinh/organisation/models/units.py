"""Units: departments, agencies, localities and other bodies of the province."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Unit(models.Model):
    """A body of the province, with what readers want to know about it."""

    class Kind(models.TextChoices):
        OFFICE = "office", _("Văn phòng")
        DEPARTMENT = "department", _("Sở, ban, ngành")
        AGENCY = "agency", _("Cơ quan trực thuộc")
        CENTRE = "centre", _("Trung tâm")
        CITY = "city", _("Thành phố")
        TOWN = "town", _("Thị xã")
        DISTRICT = "district", _("Huyện")
        COMMUNE = "commune", _("Xã, phường, đặc khu")
        PARTY_BODY = "party_body", _("Cơ quan Đảng")
        MASS_ORGANISATION = "mass_organisation", _("Hội, đoàn thể")

    code = models.SlugField(_("mã"), max_length=60, unique=True)
    kind = models.CharField(_("loại đơn vị"), max_length=20, choices=Kind)
    name = models.CharField(_("tên"), max_length=200)
    name_en = models.CharField(_("tên tiếng Anh"), max_length=200, blank=True)
    short_name = models.CharField(_("tên gọn"), max_length=80, blank=True)
    address = models.CharField(_("địa chỉ"), max_length=300, blank=True)
    phone = models.CharField(_("điện thoại"), max_length=60, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    working_hours = models.CharField(_("giờ làm việc"), max_length=200, blank=True)
    working_hours_en = models.CharField(_("giờ làm việc (Anh)"), max_length=200, blank=True)
    duties = models.TextField(_("chức năng, nhiệm vụ"), blank=True)
    duties_en = models.TextField(_("chức năng, nhiệm vụ (Anh)"), blank=True)
    head_name = models.CharField(_("thủ trưởng"), max_length=120, blank=True)
    head_title = models.CharField(_("chức vụ thủ trưởng"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("đơn vị")
        verbose_name_plural = _("đơn vị")
        indexes = [models.Index(fields=["kind", "name"], name="unit_kind_name")]

    def __str__(self) -> str:
        return (self.name_en if get_language() == "en" else "") or self.name
