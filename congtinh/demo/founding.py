"""Founds the demo province: areas, units, portals, boards, people, appointments, delegations."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from congtinh.demo.calendar import Calendar, chance
from congtinh.demo.texts import GENERAL, ZONE, province
from congtinh.organisation import actions as organisation
from congtinh.organisation.models import Area, Mandate, Person, Portal, Section, Unit
from congtinh.organisation.roles import Role

Entry = dict[str, Any]
Event = tuple[datetime, Callable[[datetime], object]]

#: Shown by the command, for people who try the demo on their own machine.
PASSWORD = "nui-biec-bien-xanh"  # noqa: S105 (made to be shown)
MAIL = "quangninh.example"
_ROLES = {"TECHNICAL": Role.TECHNICIAN}


class Province:
    """The organisation as it grows while the events are played; later steps look people up here."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.texts = province()
        self.areas: dict[str, Area] = {}
        self.units: dict[str, Unit] = {}
        self.portals: dict[str, Portal] = {}
        self.sections: dict[tuple[str, str], Section] = {}
        self.people: dict[str, Person] = {}

    def events(self) -> Iterator[Event]:
        """What founded the province, each with its moment."""
        calendar = self.calendar
        yield calendar.at(792, 8), self._register
        founded: dict[str, int] = {}
        for appointment in self.texts["appointments"]:
            days = appointment["mandate"]["days_ago"]
            founded[appointment["portal"]] = max(days, founded.get(appointment["portal"], 0))
        for unit in self.texts["units"]:
            if unit["portal"]:
                days = founded[unit["portal"]] + 4
                yield calendar.at(days, 9), lambda at, unit=unit: self._establish(unit, at)
        enrolled: set[str] = set()
        for number, appointment in enumerate(self._by_mandate()):
            days, minute = appointment["mandate"]["days_ago"], number % 60
            person = appointment["person"]
            if person not in enrolled:
                enrolled.add(person)
                yield calendar.at(days, 14, minute), lambda at, who=person: self._enrol(who, at)
            yield calendar.at(days, 15, minute), lambda at, one=appointment: self._appoint(one, at)
        for number, delegation in enumerate(self.texts["delegations"]):
            days = delegation["mandate"]["days_ago"]
            yield (
                calendar.at(days, 10, number),
                lambda at, one=delegation: self._delegate(one, at),
            )

    def holder(self, portal: str, role: str, at: datetime, name: str = "") -> Person:
        """Who held a role on a portal that day; of several, `name` picks always the same."""
        day = at.astimezone(ZONE).date()
        found = [
            appointment["person"]
            for appointment in self.texts["appointments"]
            if appointment["portal"] == portal
            and appointment["role"] == role
            and self._period(appointment)[0] <= day
            and (self._period(appointment)[1] or day) >= day
        ]
        return self.people[sorted(found)[chance(name, len(found))]]

    def decider(self, portal: str, area: str, at: datetime) -> Person:
        """Who decided there: the moderator; for the province the head or a deputy by delegation."""
        if portal != GENERAL:
            return self.holder(portal, "MODERATE", at)
        day = at.astimezone(ZONE).date()
        for delegation in self.texts["delegations"]:
            starts, ends = self._period(delegation)
            if area in delegation["areas"] and starts <= day and (ends is None or day <= ends):
                return self.people[delegation["to"]]
        return self.holder(portal, "HEAD", at)

    def _by_mandate(self) -> list[Entry]:
        appointments: list[Entry] = self.texts["appointments"]
        return sorted(appointments, key=lambda one: -one["mandate"]["days_ago"])

    def _register(self, at: datetime) -> None:
        for order, area in enumerate(self.texts["areas"]):
            self.areas[area["slug"]] = organisation.add_area(
                by=None, at=at, code=area["slug"], name=area["vi"], name_en=area["en"], order=order
            )
        for unit in self.texts["units"]:
            hours, duties = unit["working_hours"], unit["duties"]
            self.units[unit["slug"]] = organisation.add_unit(
                by=None, at=at, code=unit["slug"], kind=unit["kind"].lower(),
                name=unit["name"]["vi"], name_en=unit["name"]["en"], short_name=unit["short"],
                address=unit["address"], phone=unit["phone"], email=unit["email"],
                working_hours=hours["vi"], working_hours_en=hours["en"],
                duties=duties["vi"], duties_en=duties["en"],
            )  # fmt: skip

    def _establish(self, unit: Entry, at: datetime) -> None:
        code, general = unit["portal"], unit["portal"] == GENERAL
        names = self.texts["province"]["name"] if general else unit["name"]
        portal = organisation.establish_portal(
            self.units[unit["slug"]], by=None, at=at, code=code,
            kind=Portal.Kind.GENERAL if general else Portal.Kind.COMPONENT,
            hosts=["localhost", "127.0.0.1"] if general else [f"{code}.localhost"],
            name=names["vi"], name_en=names["en"], hue=unit["hue"],
            governing_body=self.texts["province"]["governing_body"]["vi"] if general else "",
            governing_body_en=self.texts["province"]["governing_body"]["en"] if general else "",
            licence=self.texts["province"]["licence"],
            tasks=self._tasks() if general else [],
            sections=self._sections("general" if general else "component"),
        )  # fmt: skip
        self.portals[code] = portal
        for section in portal.sections.all():
            self.sections[code, section.slug] = section

    def _sections(self, kind: str) -> list[tuple[Any, ...]]:
        return [
            (
                row["slug"], row["kind"], row["name"]["vi"], row["name"]["en"],
                row["description"]["vi"], row["description"]["en"],
            )
            for row in self.texts["sections"][kind]
        ]  # fmt: skip

    def _tasks(self) -> list[Entry]:
        return [
            {"titles": task["title"], "section": task["section"], "icon": task["icon"]}
            for task in self.texts["tasks"]
        ]

    def _enrol(self, slug: str, at: datetime) -> None:
        [person] = [one for one in self.texts["people"] if one["slug"] == slug]
        family, _space, given = person["full_name"].rpartition(" ")
        self.people[slug] = organisation.enrol_person(
            username=slug, password=PASSWORD, portal=None, by=None, at=at, first_name=given,
            last_name=family, title=person["title"], email=f"{slug}@{MAIL}",
        )  # fmt: skip

    def _appoint(self, appointment: Entry, at: datetime) -> None:
        portal = self.portals[appointment["portal"]]
        role = _ROLES.get(appointment["role"]) or Role[appointment["role"]]
        mandate = self._mandate(appointment["mandate"])
        starts, ends = self._period(appointment)
        if role == Role.HEAD:
            organisation.found_board(portal, mandate=mandate, by=None, at=at)
        organisation.appoint(
            self.people[appointment["person"]], portal, role, mandate=mandate, starts_on=starts,
            ends_on=ends, areas=[self.areas[code] for code in appointment.get("areas", [])],
            by=None, at=at,
        )  # fmt: skip

    def _delegate(self, delegation: Entry, at: datetime) -> None:
        starts, ends = self._period(delegation)
        head = self.people[delegation["from"]]
        organisation.delegate(
            giver=head, holder=self.people[delegation["to"]], portal=self.portals[GENERAL],
            areas=[self.areas[code] for code in delegation["areas"]],
            mandate=self._mandate(delegation["mandate"]), starts_on=starts, ends_on=ends,
            by=head, at=at,
        )  # fmt: skip

    def _mandate(self, text: Entry) -> Mandate:
        mandate, _created = Mandate.objects.get_or_create(
            number=text["number"], issuer=text["issuer"],
            signed_on=self.calendar.day(text["days_ago"]),
        )  # fmt: skip
        return mandate

    def _period(self, text: Entry) -> tuple[date, date | None]:
        ahead = text["ends_days_ahead"]
        ends = None if ahead is None else self.calendar.day(-ahead)
        return self.calendar.day(text["starts_days_ago"]), ends


#: Whom to sign in as to see each role at work.
_SHOWN = (
    ("tong-hop", "HEAD"), ("tong-hop", "DEPUTY"), ("tong-hop", "MEMBER"),
    ("tong-hop", "ASSISTANT"), ("tong-hop", "MODERATE"), ("tong-hop", "UPDATE"),
    ("tong-hop", "ADMINISTER"), ("tong-hop", "TECHNICAL"), ("so-y-te", "HEAD"),
    ("so-y-te", "MODERATE"), ("so-y-te", "UPDATE"), ("so-y-te", "ADMINISTER"),
    ("ha-long", "MODERATE"), ("ha-long", "UPDATE"),
)  # fmt: skip


def sign_ins() -> list[tuple[str, str, str, str]]:
    """Username, name, role and portal of one person for each main role."""
    names = {person["slug"]: person["full_name"] for person in province()["people"]}
    units = {unit["portal"]: unit["short"] for unit in province()["units"] if unit["portal"]}
    rows = []
    for portal, role in _SHOWN:
        [appointment, *_more] = [
            one
            for one in province()["appointments"]
            if one["portal"] == portal and one["role"] == role and one["starts_days_ago"] > 0
        ]
        label = str((_ROLES.get(role) or Role[role]).label)
        place = "Cổng tỉnh" if portal == GENERAL else units[portal]
        rows.append((appointment["person"], names[appointment["person"]], label, place))
    return rows
