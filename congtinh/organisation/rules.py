"""Who holds which capability, decided on plain values (Đ3, Đ5, Đ8.3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from congtinh.organisation.roles import (
    ACCESS_LEVELS,
    BOARD_ROLES,
    COMPONENT,
    GENERAL,
    Capability,
    Entitlement,
    Role,
)
from congtinh.vietnamese.dates import TIME_ZONE

#: Which roles each role hands out: never one above its own, and never the ICT centre's.
GRANTS: dict[Role, frozenset[Role]] = {
    Role.HEAD: (BOARD_ROLES | ACCESS_LEVELS) - {Role.HEAD},
    Role.ADMINISTER: frozenset({Role.MODERATE, Role.UPDATE}),
    Role.TECHNICIAN: BOARD_ROLES | ACCESS_LEVELS,
}


@dataclass(frozen=True, slots=True)
class Post:
    """An appointment as the rules see it."""

    id: int
    role: Role
    portal: str
    general: bool
    starts_on: date
    ends_on: date | None
    revoked_at: datetime | None
    mandate: str

    @property
    def entitlement(self) -> Entitlement:
        return (GENERAL if self.general else COMPONENT)[self.role]


@dataclass(frozen=True, slots=True)
class Power:
    """A delegation as the rules see it."""

    id: int
    portal: str
    areas: frozenset[str]
    starts_on: date
    ends_on: date | None
    revoked_at: datetime | None
    mandate: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything on which a person's rights rest."""

    posts: tuple[Post, ...] = ()
    powers: tuple[Power, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a capability is held: the post, and the delegation where one was needed."""

    post: Post
    power: Power | None = None


def is_in_force(thing: Post | Power, at: datetime) -> bool:
    """Whether an appointment or delegation holds at that moment.

    Its days count in Vietnam's time, both ends included; a revocation ends it to the second.
    """
    day = at.astimezone(TIME_ZONE).date()
    return (
        thing.starts_on <= day
        and (thing.ends_on is None or day <= thing.ends_on)
        and (thing.revoked_at is None or at < thing.revoked_at)
    )


def current_posts(standing: Standing, at: datetime) -> list[Post]:
    """The appointments that hold at that moment."""
    return [post for post in standing.posts if is_in_force(post, at)]


def ground(
    standing: Standing, capability: Capability, *, portal: str, area: str, at: datetime
) -> Ground | None:
    """The post (and delegation) that gives `capability` on `portal` for `area` then, or None.

    A deputy decides only within a delegation for that very area and day (Đ5.2).
    """
    for post in current_posts(standing, at):
        entitlement = post.entitlement
        if capability in entitlement.everywhere:
            return Ground(post)
        if post.portal != portal:
            continue
        if capability in entitlement.here:
            return Ground(post)
        if capability in entitlement.by_delegation:
            power = _power(standing.powers, portal, area, at)
            if power:
                return Ground(post, power)
    return None


def portals_with(standing: Standing, capability: Capability, at: datetime) -> frozenset[str] | None:
    """The portals on which a capability can be held then, for any area; None means all."""
    found = set()
    for post in current_posts(standing, at):
        entitlement = post.entitlement
        if capability in entitlement.everywhere:
            return None
        if capability in entitlement.here or (
            capability in entitlement.by_delegation
            and any(
                power.portal == post.portal and is_in_force(power, at) for power in standing.powers
            )
        ):
            found.add(post.portal)
    return frozenset(found)


def lacks_only_delegation(
    standing: Standing, capability: Capability, *, portal: str, at: datetime
) -> bool:
    """Whether a delegation for the area is all that is missing."""
    return any(
        post.portal == portal and capability in post.entitlement.by_delegation
        for post in current_posts(standing, at)
    )


def last_day(post: Post) -> date:
    """The last day of a post, by revocation or by its period."""
    days = [post.ends_on or date.max]
    if post.revoked_at:
        days.append(post.revoked_at.astimezone(TIME_ZONE).date())
    return min(days)


def ended_post(standing: Standing, *, portal: str, at: datetime) -> Post | None:
    """The latest post on that portal that has begun and is over."""
    day = at.astimezone(TIME_ZONE).date()
    ended = [
        post
        for post in standing.posts
        if post.portal == portal and post.starts_on <= day and not is_in_force(post, at)
    ]
    return max(ended, key=last_day, default=None)


def may_grant(granter_roles: Iterable[Role], role: Role) -> bool:
    """Whether someone in these roles on a portal may give `role` there, or end it (Đ3, Đ8.3)."""
    return any(role in GRANTS.get(held, ()) for held in granter_roles)


def may_answer_for(keeper_roles: Iterable[Role], role: Role) -> bool:
    """Whether someone in these roles may change the account of a person in `role`.

    Whoever resets a password could act in that person's name: so only for roles they could give,
    and technicians for each other, since nobody else could.
    """
    roles = frozenset(keeper_roles)
    return may_grant(roles, role) or Role.TECHNICIAN in roles & {role}


def first_gap(periods: Iterable[tuple[date, date | None]], first: date, last: date) -> date | None:
    """The first day from `first` to `last` that no period covers."""
    free = first
    for starts_on, ends_on in sorted(periods, key=lambda period: period[0]):
        if starts_on > free:
            break
        if ends_on is None:
            return None
        free = max(free, ends_on + timedelta(days=1))
    return free if free <= last else None


def first_overlap(
    periods: Iterable[tuple[date, date | None]], first: date, last: date
) -> date | None:
    """The first day from `first` to `last` that two periods cover."""
    taken: date | None = None
    for starts_on, ends_on in sorted(periods, key=lambda period: period[0]):
        if ends_on is not None and ends_on < first:
            continue
        begins = max(starts_on, first)
        if begins > last:
            break
        if taken is not None and begins <= taken:
            return begins
        taken = max(taken or date.min, ends_on or date.max)
    return None


def _power(powers: Iterable[Power], portal: str, area: str, at: datetime) -> Power | None:
    for power in powers:
        if power.portal == portal and area in power.areas and is_in_force(power, at):
            return power
    return None
