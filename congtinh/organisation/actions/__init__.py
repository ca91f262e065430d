"""The verbs of the organisation: found portals, keep sections, appoint, delegate."""

from congtinh.organisation.actions.appoint import (
    appoint,
    delegate,
    end_appointment,
    end_delegation,
)
from congtinh.organisation.actions.establish import (
    add_area,
    add_host,
    add_unit,
    change_portal,
    change_section,
    establish_portal,
    found_board,
    make_section,
)
from congtinh.organisation.actions.people import change_person, enrol_person

__all__ = [
    "add_area",
    "add_host",
    "add_unit",
    "appoint",
    "change_person",
    "change_portal",
    "change_section",
    "delegate",
    "end_appointment",
    "end_delegation",
    "enrol_person",
    "establish_portal",
    "found_board",
    "make_section",
]
