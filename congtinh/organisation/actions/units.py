"""Keep what readers know about a unit, and the order of its portal's sections (Đ2, Đ11)."""

from typing import Any

from django.core.exceptions import ValidationError

from congtinh.audit import actions as audit
from congtinh.organisation import permissions
from congtinh.organisation.models import Person, Portal, Section, Unit
from congtinh.organisation.refusal import Refused
from congtinh.organisation.roles import Capability
from congtinh.organisation.signals import structure_changed

#: What may be changed of a unit; its code names it for ever, and its kind is the ICT centre's.
UNIT_FIELDS = frozenset({
    "name", "name_en", "short_name", "address", "phone", "email", "working_hours",
    "working_hours_en", "duties", "duties_en", "head_name", "head_title",
})  # fmt: skip


def change_unit(portal: Portal, *, by: Person, **values: Any) -> Unit:
    """Change what readers see of a portal's unit: address, hours, duties, head (Đ2.2, Đ11.1).

    Refuses whoever does not manage the portal, and what is not valid.
    """
    if not UNIT_FIELDS.issuperset(values):
        raise ValueError(f"not to be changed: {sorted(set(values) - UNIT_FIELDS)}")
    with audit.recording():
        capacity = permissions.require(by, Capability.MANAGE_PORTAL, portal).capacity
        unit = Unit.objects.select_for_update(of=("self",)).get(pk=portal.unit_id)
        before = {name: getattr(unit, name) for name in values}
        for name, value in values.items():
            setattr(unit, name, value)
        try:
            unit.full_clean()
        except ValidationError as invalid:
            raise Refused(*invalid.messages) from invalid
        unit.save(update_fields=list(values))
        audit.record(
            "unit.change", by=by, capacity=capacity, portal=portal.code, kind="unit", id=unit.pk,
            label=unit.name, before=before, after=values,
        )  # fmt: skip
        # The structure reads the unit through the portal, which may hold it as it was.
        portal.unit = unit
        structure_changed.send(Portal, portal=portal, by=by, capacity=capacity)
        return unit


def move_section(section: Section, *, up: bool, by: Person) -> Section:
    """Put a section one place further up or down in its portal's menu (Đ11).

    Refuses whoever does not manage the portal; the first stays first, the last stays last.
    """
    with audit.recording():
        portal = section.portal
        capacity = permissions.require(by, Capability.MANAGE_PORTAL, portal).capacity
        rows = list(portal.sections.select_for_update(of=("self",)).order_by("order", "pk"))
        place = [row.pk for row in rows].index(section.pk)
        other = place - 1 if up else place + 1
        if not 0 <= other < len(rows):
            return section
        rows[place], rows[other] = rows[other], rows[place]
        for order, row in enumerate(rows):
            row.order = order
        Section.objects.bulk_update(rows, ["order"])
        audit.record(
            "section.move", by=by, capacity=capacity, portal=portal.code, kind="section",
            id=section.pk, label=section.name, before={"place": place}, after={"place": other},
        )  # fmt: skip
        structure_changed.send(Portal, portal=portal, by=by, capacity=capacity)
        return rows[other]
