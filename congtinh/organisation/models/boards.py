"""Boards and the mandates on which appointments and delegations rest."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from congtinh.organisation.models.portals import Portal


class Mandate(models.Model):
    """The document that founds a board, appoints a person or delegates a power."""

    number = models.CharField(_("số, ký hiệu"), max_length=60)
    signed_on = models.DateField(_("ngày ký"))
    issuer = models.CharField(_("cơ quan ban hành"), max_length=200)
    about = models.CharField(_("về việc"), max_length=300, blank=True)
    file = models.FileField(_("văn bản"), upload_to="mandates/", blank=True)

    class Meta:
        verbose_name = _("văn bản căn cứ")
        verbose_name_plural = _("văn bản căn cứ")
        constraints = [
            models.UniqueConstraint(fields=["number", "issuer", "signed_on"], name="mandate_once")
        ]

    def __str__(self) -> str:
        return _("số %(number)s ngày %(date)s") % {
            "number": self.number,
            "date": f"{self.signed_on.day}/{self.signed_on.month}/{self.signed_on.year}",
        }


class Board(models.Model):
    """The editorial board of a portal (Đ3.1, Đ3.2)."""

    portal = models.OneToOneField(
        Portal, verbose_name=_("cổng"), on_delete=models.CASCADE, related_name="board"
    )
    mandate = models.ForeignKey(
        Mandate,
        verbose_name=_("quyết định thành lập"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("Ban Biên tập")
        verbose_name_plural = _("Ban Biên tập")

    def __str__(self) -> str:
        return _("Ban Biên tập %(portal)s") % {"portal": self.portal}
