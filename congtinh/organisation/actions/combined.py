"""Deeds done as one: what a single paper brings about is either there as a whole or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from congtinh.audit import actions as audit
from congtinh.organisation.actions.appoint import appoint, delegate
from congtinh.organisation.actions.establish import (
    STANDING_SECTIONS,
    add_unit,
    establish_portal,
    found_board,
)
from congtinh.organisation.actions.mandates import NewMandate, attach_file, enter_mandate
from congtinh.organisation.actions.people import NewAccount, enrol_person
from congtinh.organisation.models import (
    Appointment,
    Area,
    Board,
    Delegation,
    Mandate,
    Person,
    Portal,
    Unit,
)
from congtinh.organisation.roles import Role


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit that is entered together with its portal."""

    values: dict[str, Any]


def open_portal(
    *,
    unit: Unit | NewUnit,
    staff: Iterable[tuple[Role, Person | NewAccount]],
    mandate: Mandate | NewMandate,
    starts_on: date,
    sections: Iterable[str],
    by: Person | None,
    **values: Any,
) -> Portal:
    """Found a portal with its unit, board, sections and first people, as one deed (Đ2.2, Đ3.2).

    Refuses what `establish_portal`, `found_board` and `appoint` refuse.
    """
    chosen = frozenset(sections)
    standing = tuple(row for row in STANDING_SECTIONS if row[0] in chosen)
    with audit.recording():
        if isinstance(unit, NewUnit):
            unit = add_unit(by=by, **unit.values)
        portal = establish_portal(unit, by=by, sections=standing, **values)
        paper = enter_mandate(mandate, by=by, portal=portal.code)
        found_board(portal, mandate=paper, by=by)
        for role, who in staff:
            person = _account(who, portal, by)
            appoint(person, portal, role, mandate=paper, starts_on=starts_on, by=by)
        attach_file(paper, mandate)
        return portal


def set_board(portal: Portal, *, mandate: Mandate | NewMandate, by: Person | None) -> Board:
    """Found the board by a document that may be entered with it. Refuses as `found_board` does."""
    with audit.recording():
        paper = enter_mandate(mandate, by=by, portal=portal.code)
        board = found_board(portal, mandate=paper, by=by)
        attach_file(paper, mandate)
        return board


def take_on(
    who: Person | NewAccount,
    portal: Portal,
    role: Role,
    *,
    mandate: Mandate | NewMandate,
    starts_on: date,
    ends_on: date | None,
    areas: Iterable[Area],
    by: Person | None,
) -> Appointment:
    """Appoint a person whose account, and the document, may be new. Refuses as `appoint` does."""
    with audit.recording():
        person = _account(who, portal, by)
        paper = enter_mandate(mandate, by=by, portal=portal.code)
        made = appoint(
            person, portal, role, mandate=paper, starts_on=starts_on, ends_on=ends_on,
            areas=areas, by=by,
        )  # fmt: skip
        attach_file(paper, mandate)
        return made


def entrust(
    holder: Person,
    portal: Portal,
    *,
    areas: Iterable[Area],
    mandate: Mandate | NewMandate,
    starts_on: date,
    ends_on: date | None,
    by: Person,
) -> Delegation:
    """The head entrusts a deputy by a document that may be new. Refuses as `delegate` does."""
    with audit.recording():
        paper = enter_mandate(mandate, by=by, portal=portal.code)
        given = delegate(
            giver=by, holder=holder, portal=portal, areas=areas, mandate=paper,
            starts_on=starts_on, ends_on=ends_on, by=by,
        )  # fmt: skip
        attach_file(paper, mandate)
        return given


def _account(who: Person | NewAccount, portal: Portal, by: Person | None) -> Person:
    if isinstance(who, Person):
        return who
    return enrol_person(
        username=who.username, password=who.password, portal=portal, by=by, given=True,
        last_name=who.last_name, first_name=who.first_name, email=who.email, title=who.title,
    )  # fmt: skip
