"""Policy areas (lĩnh vực), by which delegations and members' duties are cut."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Area(models.Model):
    """A policy area of the province."""

    code = models.SlugField(_("mã"), max_length=60, unique=True)
    name = models.CharField(_("tên"), max_length=120)
    name_en = models.CharField(_("tên tiếng Anh"), max_length=120)
    order = models.PositiveSmallIntegerField(_("thứ tự"), default=0)

    class Meta:
        verbose_name = _("lĩnh vực")
        verbose_name_plural = _("lĩnh vực")
        indexes = [models.Index(fields=["order", "code"], name="area_order")]

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name
