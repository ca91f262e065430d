"""The organisation's tables."""

from congtinh.organisation.models.appointments import Appointment, Delegation
from congtinh.organisation.models.areas import Area
from congtinh.organisation.models.boards import Board, Mandate
from congtinh.organisation.models.people import Person
from congtinh.organisation.models.portals import (
    InformationKind,
    Portal,
    PortalHost,
    Section,
)
from congtinh.organisation.models.units import Unit

__all__ = [
    "Appointment",
    "Area",
    "Board",
    "Delegation",
    "InformationKind",
    "Mandate",
    "Person",
    "Portal",
    "PortalHost",
    "Section",
    "Unit",
]
