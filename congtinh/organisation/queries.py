"""Reads of the organisation's screens; each narrowed to what the person who asks may manage."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone

from congtinh.audit.models import Entry
from congtinh.organisation import permissions, rules
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
from congtinh.organisation.roles import CAPABILITY_LABELS, Capability, Role
from congtinh.vietnamese import folding, sorting

#: How far ahead an unfilled post is a matter of today.
AHEAD = timedelta(days=30)
PAGE = 50
#: What the tab of a portal's history shows: everything about its organisation, nothing editorial.
_DEEDS = ("portal.", "host.", "section.", "unit.", "person.add", "person.change",
          "person.password", "board.", "appointment.", "delegation.", "mandate.")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows and where the next ones begin; `next` is empty on the last page."""

    rows: list[Any] = field(default_factory=list)
    next: str = ""

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)

    def __bool__(self) -> bool:
        return bool(self.rows)


@dataclass(frozen=True, slots=True)
class Gap:
    """A portal that has no head from a day on, or two heads at once (Đ3.1, Đ3.2)."""

    portal: Portal
    day: date
    double: bool = False


@dataclass(frozen=True, slots=True)
class Right:
    """A capability that a person holds on a portal now, and why."""

    label: str
    why: str
    areas: str = ""


def managed(person: Any) -> QuerySet[Portal]:
    """The portals whose organisation a person may open: sections or people are theirs to manage."""
    return permissions.portals(person, Capability.MANAGE_PORTAL) | permissions.portals(
        person, Capability.MANAGE_PEOPLE
    )


def portal_page(person: Any, *, kind: str = "", words: str = "", after: str = "") -> Page:
    """Managed portals with hosts, heads and the number of people: the general one first, then by
    name. `words` are looked for without diacritics in names, codes and units.
    """
    rows = managed(person).select_related("unit")
    if kind:
        rows = rows.filter(kind=kind)
    wanted = folding.fold(words).split()
    found = [
        portal
        for portal in rows.only("pk", "kind", "code", "name", "name_en", "unit__name")
        if all(word in _haystack(portal) for word in wanted)
    ]
    found.sort(key=lambda portal: (not portal.is_general, sorting.key(str(portal)), portal.pk))
    start = int(after) if after.isdecimal() and len(after) < 7 else 0
    numbers = [portal.pk for portal in found[start : start + PAGE]]
    filled = {portal.pk: portal for portal in _filled(numbers)}
    more = str(start + PAGE) if len(found) > start + PAGE else ""
    return Page([filled[number] for number in numbers], more)


def gaps(portals: QuerySet[Portal], day: date) -> list[Gap]:
    """Portals without a head on that day or within thirty days, or with two; the nearest first."""
    last = day + AHEAD
    periods: dict[int, list[tuple[date, date | None]]] = {}
    heads = Appointment.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=day),
        portal__in=portals, role=Role.HEAD, person__is_active=True, revoked_at__isnull=True,
        starts_on__lte=last,
    )  # fmt: skip
    for portal, starts_on, ends_on in heads.order_by("pk").values_list(
        "portal", "starts_on", "ends_on"
    ):
        periods.setdefault(portal, []).append((starts_on, ends_on))
    found = []
    for portal in portals.order_by("pk"):
        own = periods.get(portal.pk, [])
        if (empty := rules.first_gap(own, day, last)) is not None:
            found.append(Gap(portal, empty))
        elif (both := rules.first_overlap(own, day, last)) is not None:
            found.append(Gap(portal, both, double=True))
    return sorted(found, key=lambda gap: (gap.day, sorting.key(str(gap.portal))))


def people_of(person: Any) -> QuerySet[Person]:
    """The people with a post, past ones included, on a portal whose people one manages.

    Whoever manages people everywhere also sees accounts that have no post yet.
    """
    if permissions.portal_codes(person, Capability.MANAGE_PEOPLE) is None:
        return Person.objects.all()
    own = permissions.portals(person, Capability.MANAGE_PEOPLE)
    return Person.objects.filter(pk__in=Appointment.objects.filter(portal__in=own).values("person"))


def people_page(
    person: Any, *, words: str = "", state: str = "", portal: Portal | None = None, after: str = ""
) -> Page:
    """Managed people with their current posts there, by given name; `state` is "on" or "off"."""
    rows = people_of(person)
    if state in {"on", "off"}:
        rows = rows.filter(is_active=state == "on")
    if portal:
        rows = rows.filter(pk__in=Appointment.objects.filter(portal=portal).values("person"))
    for word in folding.fold(words).split():
        rows = rows.filter(folded__contains=word)
    if cursor := _cursor(after):
        key, number = cursor
        rows = rows.filter(Q(sort_key__gt=key) | Q(sort_key=key, pk__gt=number))
    posts = posts_visible_to(person).in_force(timezone.now())
    held = Prefetch("appointments", posts.order_by("portal_id", "pk"), to_attr="current")
    found = list(rows.order_by("sort_key", "pk").prefetch_related(held)[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Page(found[:PAGE], f"{bytes(last.sort_key).hex()}.{last.pk}" if last else "")


def posts_visible_to(person: Any) -> Any:
    """Appointments on the portals whose people one manages."""
    own = permissions.portals(person, Capability.MANAGE_PEOPLE)
    return Appointment.objects.filter(portal__in=own).select_related("portal", "mandate")


def rights(person: Person, portals: Iterable[Portal]) -> list[tuple[Portal, list[Right]]]:
    """What a person may do now on each of the portals, with the ground of each right."""
    areas = list(Area.objects.order_by("order", "code"))
    return [
        (
            portal,
            [
                right
                for capability, label in CAPABILITY_LABELS.items()
                if (right := _right(person, capability, str(label), portal, areas))
            ],
        )
        for portal in portals
    ]


def mandates_of(person: Any) -> QuerySet[Mandate]:
    """The documents on which boards, posts and delegations of one's portals rest."""
    if permissions.portal_codes(person, Capability.MANAGE_PEOPLE) is None:
        return Mandate.objects.all()
    own = permissions.portals(person, Capability.MANAGE_PEOPLE)
    resting = Q()
    for model in (Appointment, Board, Delegation):
        resting |= Q(pk__in=model.objects.filter(portal__in=own).values("mandate"))
    return Mandate.objects.filter(resting)


def mandate_page(person: Any, *, after: str = "") -> Page:
    """One's documents, the newest entered first."""
    rows = mandates_of(person).order_by("-pk")
    if after.isdecimal() and len(after) < 18:
        rows = rows.filter(pk__lt=int(after))
    found = list(rows[: PAGE + 1])
    return Page(found[:PAGE], str(found[PAGE - 1].pk) if len(found) > PAGE else "")


def history_page(portal: Portal, *, after: str = "") -> Page:
    """The audit entries about a portal's organisation, newest first."""
    about = Q()
    for prefix in _DEEDS:
        about |= Q(action__startswith=prefix)
    rows = Entry.objects.filter(about, portal=portal.code).order_by("-seq")
    if after.isdecimal() and len(after) < 18:
        rows = rows.filter(seq__lt=int(after))
    found = list(rows[: PAGE + 1])
    return Page(found[:PAGE], str(found[PAGE - 1].seq) if len(found) > PAGE else "")


def free_units() -> QuerySet[Unit]:
    """Units that have no portal yet."""
    return Unit.objects.filter(portal__isnull=True).order_by("kind", "name", "pk")


def deputies(portal: Portal) -> QuerySet[Person]:
    """The people who are or will be deputies of a portal's head."""
    posts = Appointment.objects.filter(portal=portal, role=Role.DEPUTY).not_over(timezone.now())
    return Person.objects.filter(pk__in=posts.values("person"), is_active=True).order_by(
        "sort_key", "pk"
    )


def _haystack(portal: Portal) -> str:
    return folding.fold(f"{portal.name} {portal.name_en} {portal.code} {portal.unit.name}")


def _filled(numbers: list[int]) -> QuerySet[Portal]:
    today, now = timezone.localdate(), timezone.now()
    at_work = (
        Q(appointments__starts_on__lte=today, appointments__person__is_active=True)
        & (Q(appointments__ends_on__isnull=True) | Q(appointments__ends_on__gte=today))
        & (Q(appointments__revoked_at__isnull=True) | Q(appointments__revoked_at__gt=now))
    )
    heads = Appointment.objects.filter(role=Role.HEAD).in_force(now).select_related("person")
    return (
        Portal.objects.filter(pk__in=numbers)
        .select_related("unit")
        .annotate(people=Count("appointments__person", filter=at_work, distinct=True))
        .prefetch_related("hosts", Prefetch("appointments", heads.order_by("pk"), to_attr="heads"))
    )


def _cursor(after: str) -> tuple[bytes, int] | None:
    key, _dot, number = after.partition(".")
    if not number.isdecimal() or len(number) > 18:
        return None
    try:
        return bytes.fromhex(key), int(number)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class _Place:
    portal: Portal
    area: Area


def _right(
    person: Person, capability: Capability, label: str, portal: Portal, areas: list[Area]
) -> Right | None:
    answer = permissions.may(person, capability, portal)
    if answer:
        return Right(label, answer.capacity)
    # A deputy's power reaches as far as a delegation: ask area by area (Đ5.2).
    held = {
        str(area): found
        for area in areas
        if (found := permissions.may(person, capability, _Place(portal, area)))
    }
    if not held:
        return None
    return Right(label, next(iter(held.values())).capacity, ", ".join(held))
