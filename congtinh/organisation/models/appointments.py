"""Appointments and delegations: the only source of rights, each with its period and mandate."""

from datetime import date, datetime
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congtinh.organisation.models.areas import Area
from congtinh.organisation.models.boards import Mandate
from congtinh.organisation.models.people import Person
from congtinh.organisation.models.portals import Portal
from congtinh.organisation.roles import Role

_P_co = TypeVar("_P_co", bound="Period", covariant=True)


class PeriodQuerySet(models.QuerySet[_P_co]):
    """Rows that hold for a period of whole days, both ends included."""

    def in_force(self, at: datetime) -> Self:
        day = timezone.localdate(at)
        return self.filter(
            Q(starts_on__lte=day),
            Q(ends_on__isnull=True) | Q(ends_on__gte=day),
            Q(revoked_at__isnull=True) | Q(revoked_at__gt=at),
        )

    def not_over(self, at: datetime) -> Self:
        """What holds or will hold, at that moment."""
        day = timezone.localdate(at)
        return self.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=day),
            Q(revoked_at__isnull=True) | Q(revoked_at__gt=at),
        )

    def overlapping(self, starts_on: date, ends_on: date | None) -> Self:
        upto = Q() if ends_on is None else Q(starts_on__lte=ends_on)
        return self.filter(
            upto,
            Q(ends_on__isnull=True) | Q(ends_on__gte=starts_on),
            revoked_at__isnull=True,
        )


class Period(models.Model):
    """A validity in whole days of Vietnam's time, which a revocation ends to the second."""

    starts_on = models.DateField(_("từ ngày"))
    ends_on = models.DateField(_("đến hết ngày"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("kết thúc lúc"), null=True, editable=False)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        abstract = True


class Appointment(Period):
    """A person in a role on a portal for a period (Đ3, Đ8.3)."""

    person = models.ForeignKey(
        Person,
        verbose_name=_("người"),
        on_delete=models.PROTECT,
        related_name="appointments",
    )
    portal = models.ForeignKey(
        Portal,
        verbose_name=_("cổng"),
        on_delete=models.PROTECT,
        related_name="appointments",
    )
    role = models.CharField(_("vai trò"), max_length=12, choices=Role)
    areas = models.ManyToManyField(
        Area, verbose_name=_("lĩnh vực phụ trách"), blank=True, related_name="+"
    )
    mandate = models.ForeignKey(
        Mandate, verbose_name=_("căn cứ"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("bổ nhiệm")
        verbose_name_plural = _("bổ nhiệm")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="appointment_period",
            )
        ]
        indexes = [
            models.Index(fields=["person", "ends_on"], name="appointment_person"),
            models.Index(fields=["portal", "role"], name="appointment_portal"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display()}, {self.portal}"


class Delegation(Period):
    """A head's powers given to a deputy for areas and days (Đ5.2)."""

    giver = models.ForeignKey(
        Person,
        verbose_name=_("người ủy nhiệm"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    holder = models.ForeignKey(
        Person,
        verbose_name=_("người nhận"),
        on_delete=models.PROTECT,
        related_name="delegations",
    )
    portal = models.ForeignKey(
        Portal,
        verbose_name=_("cổng"),
        on_delete=models.PROTECT,
        related_name="delegations",
    )
    areas = models.ManyToManyField(Area, verbose_name=_("lĩnh vực"), related_name="+")
    mandate = models.ForeignKey(
        Mandate,
        verbose_name=_("văn bản ủy nhiệm"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("ủy nhiệm")
        verbose_name_plural = _("ủy nhiệm")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="delegation_period",
            )
        ]
        indexes = [models.Index(fields=["holder", "ends_on"], name="delegation_holder")]

    def __str__(self) -> str:
        return f"{self.giver} → {self.holder}, {self.mandate}"
