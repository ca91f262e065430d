"""Colours and names that the publishing screens share."""

from typing import Any

from django import template

from congtinh.publishing import field_names, kinds
from congtinh.publishing.standing import TONES

register = template.Library()


@register.inclusion_tag("publishing/stage.html")
def stage(subject: Any) -> dict[str, Any]:
    """The state of a review or hand-over: word and colour."""
    return {"tone": TONES[subject.state], "label": subject.get_state_display()}


@register.filter
def field_name(field: str) -> str:
    return field_names.field_name(field)


@register.filter
def kind_name(kind: str) -> str:
    return str(kinds.get(kind).label)
