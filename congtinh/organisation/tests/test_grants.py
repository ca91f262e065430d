from datetime import date

import pytest

from congtinh.organisation import actions, permissions, rules
from congtinh.organisation.refusal import NotAllowed
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import (
    AppointmentFactory,
    MandateFactory,
    PersonFactory,
    PortalFactory,
    again,
    post,
)

DAY, LAST = date(2026, 3, 1), date(2026, 3, 31)


@pytest.mark.clause("Đ3.1", "Đ3.4", "Đ8.3")
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("granter", Role)
def test_may_grant_follows_the_table(granter: Role, role: Role) -> None:
    table = {
        Role.HEAD: "deputy member assistant administer moderate update",
        Role.ADMINISTER: "moderate update",
        Role.TECHNICIAN: "head deputy member assistant administer moderate update",
    }

    assert rules.may_grant([granter], role) == (role in table.get(granter, "").split())


def test_may_answer_for_adds_technicians_for_each_other_and_nothing_else() -> None:
    added = [
        (keeper, role)
        for keeper in Role
        for role in Role
        if rules.may_answer_for([keeper], role) != rules.may_grant([keeper], role)
    ]

    assert added == [(Role.TECHNICIAN, Role.TECHNICIAN)]


@pytest.mark.parametrize(
    ("periods", "gap", "overlap"),
    [
        ([], DAY, None),
        ([(date(2020, 1, 1), None)], None, None),
        ([(date(2020, 1, 1), date(2026, 3, 20))], date(2026, 3, 21), None),
        ([(date(2020, 1, 1), LAST)], None, None),
        ([(date(2026, 3, 2), None)], DAY, None),
        ([(date(2026, 3, 11), None), (date(2020, 1, 1), date(2026, 3, 10))], None, None),
        ([(date(2026, 3, 10), None), (DAY, date(2026, 3, 10))], None, date(2026, 3, 10)),
        ([(DAY, None), (DAY, None)], None, DAY),
        ([(DAY, None), (date(2026, 4, 1), None)], None, None),
        ([(date(2020, 1, 1), date(2026, 2, 1)), (DAY, None)], None, None),
    ],
)
def test_gaps_and_overlaps_are_told_to_the_day(
    periods: list[tuple[date, date | None]], gap: date | None, overlap: date | None
) -> None:
    assert rules.first_gap(periods, DAY, LAST) == gap
    assert rules.first_overlap(periods, DAY, LAST) == overlap


@pytest.mark.django_db
@pytest.mark.clause("Đ3.1", "Đ8.3")
@pytest.mark.parametrize(
    ("granter", "role"),
    [
        (Role.ADMINISTER, Role.ADMINISTER), (Role.ADMINISTER, Role.HEAD),
        (Role.ADMINISTER, Role.TECHNICIAN), (Role.HEAD, Role.HEAD), (Role.HEAD, Role.TECHNICIAN),
        (Role.TECHNICIAN, Role.TECHNICIAN),
    ],
)  # fmt: skip
def test_appoint_and_end_refuse_a_role_above_ones_own_with_the_reason(
    granter: Role, role: Role
) -> None:
    portal = PortalFactory()
    by = post(portal, granter)
    held = AppointmentFactory(portal=portal, role=role)

    with pytest.raises(NotAllowed, match="chỉ phân công được"):
        actions.appoint(
            PersonFactory(), portal, role, mandate=MandateFactory(), starts_on=DAY, by=by
        )
    with pytest.raises(NotAllowed, match="chỉ phân công được"):
        actions.end_appointment(held, by=by, reason="Lén")


@pytest.mark.django_db
@pytest.mark.clause("Đ8.3")
def test_appoint_refuses_people_of_units_one_does_not_manage() -> None:
    mine = PortalFactory()
    stranger = post(PortalFactory(), Role.HEAD)
    values = {"mandate": MandateFactory(), "starts_on": DAY}

    with pytest.raises(NotAllowed, match="thuộc cổng khác"):
        actions.appoint(stranger, mine, Role.UPDATE, by=post(mine, Role.ADMINISTER), **values)
    made = actions.appoint(
        stranger, mine, Role.UPDATE, by=post(PortalFactory(), Role.TECHNICIAN), **values
    )
    assert made.pk


@pytest.mark.django_db
def test_grantable_is_empty_once_the_granters_post_is_over() -> None:
    portal = PortalFactory()
    gone = post(portal, Role.HEAD, ends_on=date(2021, 1, 1))

    assert permissions.grantable(again(gone), portal) == []
    assert permissions.why_not_grant(again(gone), Role.UPDATE, portal)
