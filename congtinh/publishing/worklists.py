"""Listings of the staff screens, page by page by key: what waits, what was decided, hand-overs."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from congtinh.organisation import permissions
from congtinh.organisation.models import Person, Portal
from congtinh.organisation.roles import Capability
from congtinh.publishing.models import Handover, Live, Review
from congtinh.publishing.obstacles import OVER
from congtinh.publishing.states import AWAITING_OFFICE, FINAL, HandoverState, ReviewState

PAGE = 30
_NO_DUE_DATE = date(9999, 12, 31)

QUEUE_TABS = ("cho", "lich", "xong")
#: The tabs of hand-overs and the states each holds.
HANDOVER_TABS: dict[str, frozenset[HandoverState]] = {
    "viec": AWAITING_OFFICE,
    "bien-tap": frozenset({HandoverState.TAKEN_UP}),
    "da-dang": frozenset({HandoverState.PUBLISHED}),
    "xong": frozenset(OVER),
}


@dataclass(frozen=True, slots=True)
class Page:
    """Rows, and the key from which the next page goes on; empty on the last."""

    rows: list[Any]
    next: str = ""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a person filters the queue by."""

    portal: Portal | None = None
    area: int | None = None
    mine: bool = False
    overdue: bool = False


def queue(by: Person, tab: str, narrowing: Narrowing, after: str = "") -> Page:
    """Reviews in the portals where `by` moderates: waiting, scheduled, or decided."""
    rows = _narrowed(by, narrowing)
    if tab == "lich":
        rows = rows.filter(state=ReviewState.SCHEDULED).order_by("release_at", "pk")
        return _by(rows, after, ("release_at", "pk"))
    if tab == "xong":
        rows = rows.filter(state__in=FINAL).order_by("-pk")
        return _by(rows, after, ("pk",), backwards=True)
    due = Coalesce("due_on", Value(_NO_DUE_DATE))
    rows = rows.filter(state=ReviewState.OPEN).annotate(due=due)
    return _by(rows.order_by("due", "submitted_at", "pk"), after, ("due", "submitted_at", "pk"))


def count_waiting(by: Person) -> int:
    """How many reviews wait for a decision where this person moderates."""
    return _narrowed(by, Narrowing()).filter(state=ReviewState.OPEN).count()


def handovers(
    by: Person, tab: str, *, area: int | None = None, unit: int | None = None, after: str = ""
) -> Page:
    """Hand-overs for the office, or what a person's own units offered (Đ6.1, Đ7.1)."""
    rows = visible_handovers(by).filter(state__in=HANDOVER_TABS[tab])
    if area:
        rows = rows.filter(area=area)
    if unit:
        rows = rows.filter(source_portal=unit)
    return _by(rows.order_by("-pk"), after, ("pk",), backwards=True)


def visible_handovers(by: Person) -> QuerySet[Handover]:
    """Those on either side of which the person may read."""
    rows = Handover.objects.select_related("source_portal", "portal", "area", "offered_by")
    codes = permissions.portal_codes(by, Capability.READ)
    if codes is None:
        return rows
    return rows.filter(Q(source_portal__code__in=codes) | Q(portal__code__in=codes))


def choosable(*, portal: str = "", area: str = "", language: str = "vi", after: str = "") -> Page:
    """Public texts of component portals that are not on their way up, newest first (Đ6.1)."""
    taken = Handover.objects.exclude(state__in=OVER).values("source_item")
    rows = Live.objects.filter(general=False, listed=True, language=language)
    rows = rows.exclude(item__in=taken).select_related("publication")
    if portal:
        rows = rows.filter(portal=portal)
    if area:
        rows = rows.filter(area=area)
    return _by(rows.order_by("-position"), after, ("position",), backwards=True)


def _narrowed(by: Person, narrowing: Narrowing) -> QuerySet[Review]:
    portals = permissions.portals(by, Capability.MODERATE)
    rows = Review.objects.select_related("portal", "area", "submitted_by", "assignee")
    rows = rows.defer("content").filter(portal__in=portals)
    if narrowing.portal:
        rows = rows.filter(portal=narrowing.portal)
    if narrowing.area:
        rows = rows.filter(area=narrowing.area)
    if narrowing.mine:
        rows = rows.filter(assignee=by)
    if narrowing.overdue:
        rows = rows.filter(due_on__lt=timezone.localdate())
    return rows


def _by(rows: Any, after: str, names: tuple[str, ...], *, backwards: bool = False) -> Page:
    """One page from a key on; a key that cannot be read begins at the start."""
    key = _read(after, len(names))
    if key:
        rows = rows.filter(_beyond(names, key, "lt" if backwards else "gt"))
    found = list(rows[: PAGE + 1])
    if len(found) <= PAGE:
        return Page(found)
    last = found[PAGE - 1]
    return Page(found[:PAGE], "~".join(_write(getattr(last, name)) for name in names))


def _beyond(names: tuple[str, ...], key: list[Any], direction: str) -> Q:
    """(a, b, c) beyond (x, y, z), spelled out so that both databases use their index."""
    condition = Q()
    for place, name in enumerate(names):
        equal = dict(zip(names[:place], key[:place], strict=True))
        condition |= Q(**equal, **{f"{name}__{direction}": key[place]})
    return condition


def _write(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _read(after: str, length: int) -> list[Any] | None:
    parts = after.split("~")
    if not after or len(parts) != length:
        return None
    try:
        return [_value(part) for part in parts]
    except ValueError:
        return None


def _value(part: str) -> Any:
    if part.isdigit():
        return int(part)
    return datetime.fromisoformat(part) if "T" in part else date.fromisoformat(part)
