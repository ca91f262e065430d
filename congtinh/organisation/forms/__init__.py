"""The forms of the organisation's screens, made of parts that several screens share."""

from congtinh.organisation.forms.boards import AppointPart, DelegatePart, ReasonPart
from congtinh.organisation.forms.filters import PeopleFilter, PortalFilter
from congtinh.organisation.forms.mandates import MandatePart
from congtinh.organisation.forms.parts import DayField, Part
from congtinh.organisation.forms.people import AccountPart, PersonPart, account_of
from congtinh.organisation.forms.portals import (
    AreaPart,
    FirstDayPart,
    HostPart,
    NewPortalPart,
    PortalPart,
    SectionPart,
    UnitDataPart,
    UnitPart,
)

__all__ = [
    "AccountPart",
    "AppointPart",
    "AreaPart",
    "DayField",
    "DelegatePart",
    "FirstDayPart",
    "HostPart",
    "MandatePart",
    "NewPortalPart",
    "Part",
    "PeopleFilter",
    "PersonPart",
    "PortalFilter",
    "PortalPart",
    "ReasonPart",
    "SectionPart",
    "UnitDataPart",
    "UnitPart",
    "account_of",
]
