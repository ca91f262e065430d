"""Posts and delegations, and why they end."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from congtinh.organisation.forms.parts import DayField, Part, radios
from congtinh.organisation.models import Area, Person
from congtinh.organisation.roles import Entitlement, Role


def _described(role: Role, entitlement: Entitlement) -> str:
    """The role and what it is for; some descriptions name it themselves."""
    words = str(entitlement.describes)
    return words if words.startswith(f"{role.label}:") else f"{role.label}: {words}"


def _areas(**kwargs: Any) -> forms.ModelMultipleChoiceField:
    return forms.ModelMultipleChoiceField(
        Area.objects.order_by("order", "code"), widget=forms.CheckboxSelectMultiple, **kwargs
    )


class AppointPart(Part):
    """The role, its period and its areas."""

    legend = _("Vai trò và thời gian")

    def __init__(
        self,
        *args: Any,
        roles: Iterable[Role],
        entitlements: dict[Role, Entitlement],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"] = radios(
            [(role, _described(role, entitlements[role])) for role in roles],
            label=_("Vai trò"),
        )
        self.fields["starts_on"] = DayField(label=_("Từ ngày"))
        self.fields["ends_on"] = DayField(
            label=_("Đến hết ngày"), required=False, help_text=_("Để trống nếu không thời hạn")
        )
        self.fields["areas"] = _areas(
            label=_("Lĩnh vực phụ trách"), required=False,
            help_text=_("Cho thành viên Ban Biên tập được phân công theo lĩnh vực (Đ5.3)"),
        )  # fmt: skip


class DelegatePart(Part):
    """To whom, for what and for how long the head's powers are given."""

    legend = _("Ủy nhiệm")

    def __init__(self, *args: Any, deputies: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["holder"] = forms.ModelChoiceField(
            deputies, label=_("Phó ban nhận ủy nhiệm"), empty_label=_("Chọn Phó ban")
        )
        self.fields["areas"] = _areas(label=_("Lĩnh vực"))
        self.fields["starts_on"] = DayField(label=_("Từ ngày"))
        self.fields["ends_on"] = DayField(
            label=_("Đến hết ngày"), required=False, help_text=_("Để trống nếu không thời hạn")
        )


class ReasonPart(Part):
    """Why something ends; it stays on record."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"] = forms.CharField(
            label=_("Lý do"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
            help_text=_("Được ghi vào nhật ký"),
        )  # fmt: skip
