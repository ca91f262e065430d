"""Translate: begin the English of a text, as a working copy of its own that is reviewed apart."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from congtinh.audit import actions as audit
from congtinh.organisation import permissions
from congtinh.organisation.models import Person
from congtinh.organisation.refusal import Refused
from congtinh.organisation.roles import Capability
from congtinh.publishing import kinds, obstacles
from congtinh.publishing.models import Content

#: What belongs to the one text and not to its translation.
_OWN = frozenset(
    {
        "id", "item", "language", "slug", "created_by", "created_at", "updated_at",
        "latest_revision", "locked", "locked_at", "locked_by",
    }
)  # fmt: skip


def translate(content: Content, *, by: Person, at: datetime | None = None) -> Any:
    """A new English working copy, filled with the Vietnamese words and sharing its key (Đ11).

    Refuses whoever may not write there, a portal without English, and a second translation.
    """
    with audit.recording():
        model = type(content)
        rows = model.objects.select_for_update(of=("self",)).select_related("portal", "area")
        held = rows.get(pk=content.pk)
        reasons = obstacles.against_translating(held, by=by)
        if reasons:
            raise Refused(*reasons)
        made = model(item=uuid4(), language="en", slug="", created_by=by)
        for field in model._meta.concrete_fields:
            if field.name not in _OWN:
                setattr(made, field.attname, getattr(held, field.attname))
        made.save()
        made.save_revision(user=by, log_action="wagtail.create")
        audit.record(
            "content.translate", by=by, portal=held.portal.code, kind=kinds.of(held).name,
            id=made.item, label=str(made), after={"of": str(held.item)}, at=at,
            capacity=permissions.may(by, Capability.WRITE, held).capacity,
        )  # fmt: skip
        return made
