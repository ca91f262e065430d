"""The summary of what is wrong in a form, each line leading to its field."""

from dataclasses import dataclass
from typing import Any

from django import template

register = template.Library()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and the element to go to; a refusal of the whole has none."""

    words: str
    target: str = ""


@register.filter
def errors_of(parts: list[Any]) -> list[Fault]:
    """All errors of the parts in the order of their fields; those of the whole come first."""
    whole = [Fault(words) for part in parts if part.is_bound for words in part.non_field_errors()]
    fields = [
        Fault(f"{_place(part, parts)}{field.label}: {words}", _target(field))
        for part in parts
        if part.is_bound
        for field in part
        for words in field.errors
    ]
    return [*whole, *fields]


def _place(part: Any, parts: list[Any]) -> str:
    """The legend, where several parts ask the same."""
    return f"{part.legend}, " if part.legend and len(parts) > 1 else ""


def _target(field: Any) -> str:
    """A group of choices has no element of its own: the first choice is where to begin."""
    return f"{field.auto_id}_0" if field.use_fieldset else str(field.id_for_label)
