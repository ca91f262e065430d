"""Portals, units, hosts, sections and areas, as they are typed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congtinh.organisation import queries
from congtinh.organisation.actions import STANDING_SECTIONS, NewUnit
from congtinh.organisation.actions.units import UNIT_FIELDS
from congtinh.organisation.forms.parts import DayField, Part, radios
from congtinh.organisation.hues import HUES
from congtinh.organisation.models import Area, InformationKind, Portal, Section, Unit

_ADDRESS_HINT = _("Chữ thường không dấu, số và dấu gạch nối. Không đổi được về sau.")


def _of(model: Any, *names: str, **overrides: dict[str, Any]) -> dict[str, forms.Field]:
    """Form fields as the model has them, so that lengths and labels are said once."""
    made = {}
    for name in names:
        found = model._meta.get_field(name).formfield(**overrides.get(name, {}))
        assert found is not None
        made[name] = found
    return made


def _tall(rows: int = 4) -> dict[str, Any]:
    return {"widget": forms.Textarea(attrs={"rows": rows})}


class UnitPart(Part):
    """The unit of a new portal: one of the register without a portal, or a new one."""

    legend = pgettext_lazy("tổ chức", "Đơn vị")
    ways = {
        "known": ("unit",),
        "new": ("unit_code", "unit_kind", "unit_name", "unit_name_en", "short_name"),
    }
    needed = frozenset({"unit", "unit_code", "unit_kind", "unit_name"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["way"] = radios(
            (("known", _("Đơn vị đã có trong danh bạ")), ("new", _("Thêm đơn vị mới"))),
            label=_("Cổng của"), initial="known",
        )  # fmt: skip
        self.fields["unit"] = forms.ModelChoiceField(
            queries.free_units(), label=_("Đơn vị chưa có cổng"), required=False,
            empty_label=_("Chọn đơn vị"),
        )  # fmt: skip
        loose = {"required": False}
        made = _of(
            Unit, "code", "kind", "name", "name_en", "short_name",
            code={**loose, "help_text": _ADDRESS_HINT}, kind=loose, name=loose, name_en=loose,
        )  # fmt: skip
        for name, made_field in made.items():
            self.fields[name if name == "short_name" else f"unit_{name}"] = made_field

    def clean_unit_code(self) -> str:
        code: str = self.cleaned_data["unit_code"]
        if code and Unit.objects.filter(code=code).exists():
            raise ValidationError(_("Đã có đơn vị với mã này."))
        return code

    def chosen(self) -> Unit | NewUnit:
        given = self.cleaned_data
        if self.way == "known":
            unit: Unit = given["unit"]
            return unit
        return NewUnit({
            "code": given["unit_code"], "kind": given["unit_kind"], "name": given["unit_name"],
            "name_en": given["unit_name_en"], "short_name": given["short_name"],
        })  # fmt: skip


class NewPortalPart(Part):
    """What a new portal is called, where it answers and what it begins with."""

    legend = _("Cổng")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not Portal.objects.filter(kind=Portal.Kind.GENERAL).exists():
            self.fields["kind"] = radios(
                Portal.Kind.choices, label=_("Loại cổng"), initial=Portal.Kind.COMPONENT
            )
        hint = {"help_text": _ADDRESS_HINT}
        self.fields.update(_of(Portal, "name", "name_en", "code", code=hint))
        self.fields["hosts"] = forms.CharField(
            label=_("Tên miền"), max_length=2000,
            help_text=_(
                "Mỗi dòng một tên miền, tên miền chính ở dòng đầu. Ví dụ: soyte.tinh.gov.vn"
            ),
            widget=forms.Textarea(
                attrs={"rows": 3, "autocapitalize": "none", "spellcheck": "false"}
            ),
        )  # fmt: skip
        self.fields["hue"] = radios(HUES, label=_("Màu"), initial="bay")
        self.fields["sections"] = forms.MultipleChoiceField(
            choices=[(row[0], row[2]) for row in STANDING_SECTIONS],
            initial=[row[0] for row in STANDING_SECTIONS], required=False,
            label=_("Chuyên mục ban đầu"), widget=forms.CheckboxSelectMultiple,
            help_text=_("Theo tám loại thông tin của Điều 11; thêm, đổi tên về sau được."),
        )  # fmt: skip

    def values(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        given["hosts"] = [line.strip() for line in given["hosts"].splitlines() if line.strip()]
        return given


class FirstDayPart(Part):
    """When the first posts of a portal begin."""

    legend = _("Thời gian")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["starts_on"] = DayField(label=_("Phân công có hiệu lực từ ngày"))


class PortalPart(Part):
    """What may be changed of a portal."""

    NAMES = (
        "name", "name_en", "bilingual", "hue", "governing_body", "governing_body_en", "licence",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(_of(Portal, *self.NAMES))
        self.fields["hue"] = radios(HUES, label=_("Màu"))
        self.order_fields(self.NAMES)


class UnitDataPart(Part):
    """What readers know about a portal's unit."""

    _ORDER = (
        "name", "name_en", "short_name", "address", "phone", "email", "working_hours",
        "working_hours_en", "duties", "duties_en", "head_name", "head_title",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        assert frozenset(self._ORDER) == UNIT_FIELDS
        hours = {"help_text": _("Ví dụ: Thứ Hai – Thứ Sáu, 7:30–11:30 và 13:30–17:00")}
        self.fields.update(
            _of(Unit, *self._ORDER, duties=_tall(), duties_en=_tall(), working_hours=hours)
        )


class SectionPart(Part):
    """A section: its kind of information and its names; the address only while it is new."""

    def __init__(self, *args: Any, new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(
            _of(
                Section, "name", "name_en", "description", "description_en",
                description=_tall(3), description_en=_tall(3),
            )
        )  # fmt: skip
        self.fields["kind"] = forms.TypedChoiceField(
            choices=[("", _("Chọn loại")), *InformationKind.choices], coerce=int,
            label=_("Loại thông tin"), help_text=_("Tám loại của Điều 11 Quy chế"),
        )  # fmt: skip
        if new:
            self.fields.update(_of(Section, "slug", slug={"help_text": _ADDRESS_HINT}))


class HostPart(Part):
    """One more host name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["host"] = forms.CharField(
            label=_("Tên miền mới"), max_length=300, help_text=_("Ví dụ: soyte.tinh.gov.vn"),
            widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
        )  # fmt: skip


class AreaPart(Part):
    """A policy area in both languages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(
            _of(Area, "name", "name_en", "code", "order", code={"help_text": _ADDRESS_HINT})
        )
        self.fields["order"].required = False

    def values(self) -> dict[str, Any]:
        return {**self.cleaned_data, "order": self.cleaned_data["order"] or 0}
