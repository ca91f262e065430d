from datetime import UTC, date, datetime, timedelta

import pytest

from congtinh.organisation import rules
from congtinh.organisation.roles import CAPABILITY_LABELS, GENERAL, Capability, Role
from congtinh.organisation.rules import Post, Power, Standing
from congtinh.vietnamese.dates import TIME_ZONE

NOON = datetime(2026, 3, 2, 12, tzinfo=TIME_ZONE)

#: What each role may do, letter by letter: on the general portal | on a component portal.
#: r read, w write, m moderate, a approve, x withdraw, h hand over, t take up, d delegate,
#: p manage portal, u manage people, e establish, l read audit, o operate.
LETTERS = dict(zip("rwmaxhtdpuelo", Capability, strict=True))
TABLE = {
    Role.HEAD: ("rmaxhtdpul", "rmaxhdpul"),
    Role.DEPUTY: ("rmhtl", "rmhl"),
    Role.MEMBER: ("rm", "rm"),
    Role.ASSISTANT: ("rl", "rl"),
    Role.ADMINISTER: ("rpul", "rpul"),
    Role.MODERATE: ("rwmhtl", "rwmaxhl"),
    Role.UPDATE: ("rw", "rw"),
    Role.TECHNICIAN: ("oelpu", "oelpu"),
}


def a_post(role: Role, *, general: bool = True, **values: object) -> Post:
    given = {"starts_on": date(2026, 1, 1), "ends_on": None, "revoked_at": None, **values}
    return Post(1, role, "day", general, mandate="số 1", **given)


def a_power(**values: object) -> Power:
    given = {
        "portal": "day", "areas": frozenset({"y-te"}), "starts_on": date(2026, 3, 1),
        "ends_on": date(2026, 3, 31), "revoked_at": None, **values,
    }  # fmt: skip
    return Power(7, mandate="số 7", **given)


def holds(standing: Standing, capability: Capability, **where: object) -> bool:
    place = {"portal": "day", "area": "y-te", "at": NOON, **where}
    return rules.ground(standing, capability, **place) is not None


@pytest.mark.clause("Đ3.1", "Đ3.2", "Đ3.3", "Đ3.4", "Đ5.1", "Đ8.3")
@pytest.mark.parametrize("capability", Capability)
@pytest.mark.parametrize("general", [True, False], ids=["general", "component"])
@pytest.mark.parametrize("role", Role)
def test_ground_follows_the_table_of_roles(
    role: Role, general: bool, capability: Capability
) -> None:
    allowed = {LETTERS[letter] for letter in TABLE[role][0 if general else 1]}

    assert holds(Standing((a_post(role, general=general),)), capability) == (capability in allowed)


@pytest.mark.clause("Đ3.4")
@pytest.mark.parametrize("capability", Capability)
def test_ground_gives_the_technician_technical_powers_everywhere_and_no_editorial_one(
    capability: Capability,
) -> None:
    technical = {
        Capability.OPERATE, Capability.ESTABLISH, Capability.MANAGE_PEOPLE,
        Capability.MANAGE_PORTAL,
    }  # fmt: skip

    elsewhere = holds(Standing((a_post(Role.TECHNICIAN),)), capability, portal="noi-khac")

    assert elsewhere == (capability in technical)


@pytest.mark.clause("Đ3.2", "Đ8.3")
@pytest.mark.parametrize("role", [role for role in Role if role != Role.TECHNICIAN])
def test_ground_gives_nothing_on_another_portal(role: Role) -> None:
    standing = Standing((a_post(role, general=False),), (a_power(),))

    assert not any(holds(standing, capability, portal="noi-khac") for capability in Capability)


@pytest.mark.clause("Đ5.2")
@pytest.mark.parametrize("capability", [Capability.APPROVE, Capability.WITHDRAW])
@pytest.mark.parametrize(
    ("power", "expected"),
    [
        (None, False),
        (a_power(), True),
        (a_power(areas=frozenset({"giao-thong"})), False),
        (a_power(areas=frozenset()), False),
        (a_power(portal="noi-khac"), False),
        (a_power(starts_on=date(2026, 3, 3)), False),
        (a_power(starts_on=date(2026, 3, 2)), True),
        (a_power(ends_on=date(2026, 3, 2)), True),
        (a_power(ends_on=date(2026, 3, 1)), False),
        (a_power(ends_on=None), True),
        (a_power(revoked_at=NOON), False),
        (a_power(revoked_at=NOON + timedelta(seconds=1)), True),
    ],
    ids=[
        "none", "held", "other area", "no area", "other portal", "tomorrow", "first day",
        "last day", "yesterday", "without end", "revoked now", "revoked a second later",
    ],
)  # fmt: skip
def test_ground_lets_a_deputy_decide_only_by_delegation_for_area_and_days(
    power: Power | None, expected: bool, capability: Capability
) -> None:
    standing = Standing((a_post(Role.DEPUTY),), (power,) if power else ())

    assert holds(standing, capability) == expected
    assert rules.lacks_only_delegation(standing, capability, portal="day", at=NOON)


@pytest.mark.clause("Đ5.2")
@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.HEAD, Role.DEPUTY}])
def test_ground_ignores_a_delegation_to_anyone_but_a_deputy(role: Role) -> None:
    standing = Standing((a_post(role),), (a_power(),))

    assert not holds(standing, Capability.APPROVE)
    assert not rules.lacks_only_delegation(standing, Capability.APPROVE, portal="day", at=NOON)


@pytest.mark.clause("Đ5.2")
def test_ground_ends_a_deputys_power_with_the_deputys_post() -> None:
    standing = Standing((a_post(Role.DEPUTY, ends_on=date(2026, 3, 1)),), (a_power(),))

    assert not holds(standing, Capability.APPROVE)


@pytest.mark.clause("Đ3.1")
@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 2, 28, 23, 59, 59, tzinfo=TIME_ZONE), False),
        (datetime(2026, 3, 1, 0, 0, 0, tzinfo=TIME_ZONE), True),
        (datetime(2026, 2, 28, 16, 59, 59, tzinfo=UTC), False),
        (datetime(2026, 2, 28, 17, 0, 0, tzinfo=UTC), True),
        (datetime(2026, 3, 31, 23, 59, 59, tzinfo=TIME_ZONE), True),
        (datetime(2026, 4, 1, 0, 0, 0, tzinfo=TIME_ZONE), False),
        (datetime(2026, 3, 31, 17, 0, 0, tzinfo=UTC), False),
    ],
)
def test_is_in_force_counts_whole_days_of_vietnam(moment: datetime, expected: bool) -> None:
    held = a_post(Role.HEAD, starts_on=date(2026, 3, 1), ends_on=date(2026, 3, 31))

    assert rules.is_in_force(held, moment) == expected


@pytest.mark.clause("Đ3.1")
@pytest.mark.parametrize(
    ("seconds", "expected"), [(-1, True), (0, False), (1, False)], ids=["before", "at", "after"]
)
def test_is_in_force_ends_to_the_second_on_revocation(seconds: int, expected: bool) -> None:
    held = a_post(Role.HEAD, revoked_at=NOON)

    assert rules.is_in_force(held, NOON + timedelta(seconds=seconds)) == expected


def test_portals_with_names_own_portals_and_all_for_the_technician() -> None:
    clerk = Standing((a_post(Role.UPDATE),))
    technician = Standing((a_post(Role.TECHNICIAN),))
    deputy = Standing((a_post(Role.DEPUTY),))
    entrusted = Standing((a_post(Role.DEPUTY),), (a_power(),))

    assert rules.portals_with(clerk, Capability.WRITE, NOON) == {"day"}
    assert rules.portals_with(clerk, Capability.APPROVE, NOON) == frozenset()
    assert rules.portals_with(technician, Capability.OPERATE, NOON) is None
    assert rules.portals_with(technician, Capability.READ_AUDIT, NOON) == {"day"}
    assert rules.portals_with(deputy, Capability.APPROVE, NOON) == frozenset()
    assert rules.portals_with(entrusted, Capability.APPROVE, NOON) == {"day"}


def test_ended_post_is_the_one_that_ended_last_and_never_one_to_come() -> None:
    first = a_post(Role.UPDATE, ends_on=date(2026, 1, 31))
    second = a_post(Role.MODERATE, revoked_at=NOON - timedelta(days=3))
    coming = a_post(Role.HEAD, starts_on=date(2026, 5, 1))
    standing = Standing((first, second, coming))

    assert rules.ended_post(standing, portal="day", at=NOON) == second
    assert rules.ended_post(Standing((coming,)), portal="day", at=NOON) is None
    assert rules.last_day(second) == date(2026, 2, 27)
    assert rules.last_day(first) == date(2026, 1, 31)


def test_roles_and_capabilities_all_have_words_and_a_clause() -> None:
    assert set(CAPABILITY_LABELS) == set(Capability)
    assert set(GENERAL) == set(Role)
    assert all(str(one.describes) and one.clause.startswith("Đ") for one in GENERAL.values())
