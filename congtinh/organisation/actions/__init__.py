"""The verbs of the organisation: found portals, keep sections, appoint, delegate."""

from congtinh.organisation.actions.appoint import (
    appoint,
    delegate,
    end_appointment,
    end_delegation,
)
from congtinh.organisation.actions.combined import (
    NewUnit,
    entrust,
    open_portal,
    set_board,
    take_on,
)
from congtinh.organisation.actions.establish import (
    STANDING_SECTIONS,
    add_area,
    add_host,
    add_unit,
    change_portal,
    change_section,
    establish_portal,
    found_board,
    make_section,
)
from congtinh.organisation.actions.mandates import NewMandate
from congtinh.organisation.actions.people import (
    NewAccount,
    change_person,
    enrol_person,
    give_password,
)
from congtinh.organisation.actions.units import UNIT_FIELDS, change_unit, move_section

__all__ = [
    "STANDING_SECTIONS",
    "UNIT_FIELDS",
    "NewAccount",
    "NewMandate",
    "NewUnit",
    "add_area",
    "add_host",
    "add_unit",
    "appoint",
    "change_person",
    "change_portal",
    "change_section",
    "change_unit",
    "delegate",
    "end_appointment",
    "end_delegation",
    "enrol_person",
    "entrust",
    "establish_portal",
    "found_board",
    "give_password",
    "make_section",
    "move_section",
    "open_portal",
    "set_board",
    "take_on",
]
