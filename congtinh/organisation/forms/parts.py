"""A part of a form: a legend, its fields, and ways to answer of which one is chosen."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from congtinh.organisation.refusal import Refused
from congtinh.vietnamese import dates

REQUIRED = _("Hãy điền mục này.")


class DayField(forms.CharField):
    """A day as Vietnamese offices write it; what was typed stays as typed."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("Ví dụ: 4/11/2026"))
        widget = forms.TextInput(attrs={"class": "ct-day", "autocomplete": "off"})
        super().__init__(max_length=40, widget=widget, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return dates.short(value) if isinstance(value, date) else value

    def to_python(self, value: Any) -> date | None:
        text = super().to_python(value)
        if not text:
            return None
        try:
            return dates.parse(text)
        except ValueError:
            raise ValidationError(
                _("«%(text)s» không phải là ngày. Hãy viết ngày/tháng/năm, ví dụ 4/11/2026."),
                code="invalid",
                params={"text": text},
            ) from None

    def run_validators(self, value: Any) -> None:
        """Lengths and the like were for text."""


@dataclass(frozen=True, slots=True)
class Row:
    """A field on the screen, and whether it may stay empty."""

    field: BoundField
    optional: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong to one way of answering; `way` is empty for those always shown."""

    way: str
    rows: list[Row]


class Part(forms.Form):
    """Fields under one legend. With `ways`, only the fields of the chosen way are asked for."""

    legend: ClassVar[str | Promise] = ""
    #: Way → its fields, in order; a field "way" then holds the choice.
    ways: ClassVar[dict[str, tuple[str, ...]]] = {}
    #: Fields that their way asks for.
    needed: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for form_field in self.fields.values():
            form_field.error_messages["required"] = REQUIRED

    @property
    def way(self) -> str:
        return self.cleaned_data.get("way", "") if self.ways else ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for way, names in self.ways.items():
            for name in names:
                if way != cleaned.get("way"):
                    # Of the way not taken nothing is asked, and nothing can be wrong.
                    self.errors.pop(name, None)
                elif name in self.needed and not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, REQUIRED)
        return cleaned

    def groups(self) -> list[Group]:
        """The fields in order, cut by the ways they belong to."""
        found: list[Group] = []
        for name in self.fields:
            way = next((way for way, names in self.ways.items() if name in names), "")
            optional = not self.fields[name].required and name not in self.needed
            if not found or found[-1].way != way:
                found.append(Group(way, []))
            found[-1].rows.append(Row(self[name], optional))
        return found


def add_refusal(parts: list[Part], refusal: Refused) -> None:
    """Put what an action refused on the form: on the field it is about where that is known."""
    invalid = refusal.__cause__
    if isinstance(invalid, ValidationError) and hasattr(invalid, "error_dict"):
        for name, words in invalid.message_dict.items():
            part = next((part for part in parts if name in part.fields), parts[0])
            for word in words:
                part.add_error(name if name in part.fields else None, word)
        return
    for reason in refusal.reasons:
        parts[0].add_error(None, str(reason))


def radios(choices: Any, **kwargs: Any) -> forms.ChoiceField:
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **kwargs)
