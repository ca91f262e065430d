from datetime import date, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from congtinh.organisation import actions, permissions
from congtinh.organisation.models import Appointment
from congtinh.organisation.refusal import NotAllowed
from congtinh.organisation.roles import Capability, Role
from congtinh.organisation.tests.factories import (
    AreaFactory,
    DelegationFactory,
    MandateFactory,
    PersonFactory,
    PortalFactory,
    again,
    post,
)

pytestmark = pytest.mark.django_db
APPROVE = Capability.APPROVE


@pytest.mark.clause("Đ3.1")
def test_may_begins_and_ends_with_the_period_without_anyone_acting() -> None:
    portal = PortalFactory()
    person = post(portal, Role.HEAD, starts_on=date(2027, 3, 1), ends_on=date(2027, 3, 31))

    for moment, expected in [
        ("2027-02-28T23:59:59+07:00", False),
        ("2027-03-01T00:00:00+07:00", True),
        ("2027-03-31T23:59:59+07:00", True),
        ("2027-04-01T00:00:00+07:00", False),
    ]:
        with time_machine.travel(moment, tick=False):
            assert bool(permissions.may(person, APPROVE, portal)) == expected
            assert permissions.is_staff(person) == expected
            assert (person in permissions.holders(APPROVE, portal)) == expected


@pytest.mark.clause("Đ3.1")
def test_may_ends_to_the_second_when_the_appointment_is_ended() -> None:
    portal = PortalFactory()
    person = post(portal, Role.MODERATE)
    with time_machine.travel("2026-03-02T09:30:00+07:00", tick=False):
        assert permissions.may(again(person), APPROVE, portal)
        actions.end_appointment(Appointment.objects.get(person=person), by=None, reason="Nghỉ hưu")
        assert not permissions.may(again(person), APPROVE, portal)
        moment = timezone.now()

    assert permissions.may(again(person), APPROVE, portal, at=moment - timedelta(seconds=1))
    assert not permissions.may(again(person), APPROVE, portal, at=moment)


@pytest.mark.clause("Đ5.2")
def test_may_names_post_and_mandate_as_the_capacity() -> None:
    given = DelegationFactory(mandate=MandateFactory(number="12/UN", signed_on=date(2026, 2, 1)))
    of_area = SimpleNamespace(portal=given.portal, area=given.areas.get())

    deputy = permissions.may(given.holder, APPROVE, of_area)
    head = permissions.may(given.giver, APPROVE, of_area)

    assert deputy.capacity == "Phó ban, theo ủy nhiệm số 12/UN ngày 1/2/2026"
    mandate = Appointment.objects.get(person=given.giver).mandate
    assert head.capacity == f"Trưởng ban, theo văn bản {mandate}"
    assert deputy.reasons == head.reasons == ()


@pytest.mark.clause("Đ5.2")
def test_may_refuses_a_deputy_outside_the_areas_delegated_and_says_why() -> None:
    given = DelegationFactory()
    other = SimpleNamespace(portal=given.portal, area=AreaFactory())

    answer = permissions.may(given.holder, APPROVE, other)

    assert not answer
    assert answer.capacity == ""
    assert "Đ5.2" in str(answer.reasons[0])
    assert "duyệt đăng" in str(answer.reasons[0])


@pytest.mark.clause("Đ5.2")
def test_may_lets_a_deputy_decide_on_the_days_delegated_only() -> None:
    given = DelegationFactory(starts_on=date(2027, 5, 4), ends_on=date(2027, 5, 5))
    of_area = SimpleNamespace(portal=given.portal, area=given.areas.get())

    answers = []
    for day in (3, 4, 5, 6):
        with time_machine.travel(f"2027-05-0{day}T12:00:00+07:00", tick=False):
            answers.append(bool(permissions.may(given.holder, APPROVE, of_area)))

    assert answers == [False, True, True, False]


@pytest.mark.clause("Đ8.3")
def test_may_says_which_role_lacks_the_capability() -> None:
    portal = PortalFactory()

    answer = permissions.may(post(portal, Role.UPDATE), APPROVE, portal)

    assert str(answer.reasons[0]) == (
        "Vai trò hiện có tại cổng này (Cập nhật) không gồm quyền duyệt đăng."
    )


def test_may_says_when_the_post_ended() -> None:
    portal = PortalFactory()
    person = post(portal, Role.MODERATE, ends_on=date(2021, 6, 30))

    answer = permissions.may(person, APPROVE, portal)

    assert str(answer.reasons[0]) == (
        "Phân công Kiểm duyệt của quý vị tại cổng này đã kết thúc ngày 30/06/2021."
    )


def test_may_says_that_there_is_no_post_on_the_portal() -> None:
    answer = permissions.may(post(PortalFactory(), Role.HEAD), APPROVE, PortalFactory())

    assert str(answer.reasons[0]) == "Quý vị không được phân công tại cổng này."


@pytest.mark.parametrize("nobody", [AnonymousUser(), None, "guest"])
def test_may_refuses_whoever_is_not_a_person(nobody: object) -> None:
    portal = PortalFactory()

    assert not permissions.may(nobody, Capability.READ, portal)
    assert permissions.portal_codes(nobody, Capability.READ) == frozenset()
    assert not permissions.portals(nobody, Capability.READ).exists()
    assert not permissions.is_staff(nobody)


def test_may_refuses_an_account_that_is_not_active() -> None:
    portal = PortalFactory()
    person = post(portal, Role.HEAD)
    actions.change_person(person, portal=portal, by=None, is_active=False)

    assert not permissions.may(again(person), APPROVE, portal)
    assert again(person) not in permissions.holders(APPROVE, portal)


@pytest.mark.parametrize("posts", [1, 3])
def test_may_costs_three_queries_cold_and_none_warm(
    posts: int, django_assert_num_queries: object
) -> None:
    given = DelegationFactory()
    for _number in range(posts - 1):
        post(PortalFactory(), Role.UPDATE, person=given.holder)
        DelegationFactory(giver=given.giver, holder=given.holder)
    target = SimpleNamespace(portal=given.portal, area=given.areas.get())
    person = again(given.holder)

    with django_assert_num_queries(3):
        assert permissions.may(person, APPROVE, target)
    with django_assert_num_queries(0):
        assert permissions.may(person, APPROVE, target)
        assert permissions.is_staff(person)
        assert permissions.holds_anywhere(person, APPROVE)


def test_require_raises_the_reasons_and_reads_anew_when_asked() -> None:
    portal = PortalFactory()
    person = again(post(portal, Role.MODERATE))
    assert permissions.require(person, APPROVE, portal)
    actions.end_appointment(Appointment.objects.get(person=person), by=None, reason="Hết nhiệm vụ")

    with pytest.raises(NotAllowed, match="đã kết thúc"):
        permissions.require(person, APPROVE, portal, fresh=True)


def test_portals_gives_the_technician_all_and_a_clerk_their_own() -> None:
    first, second = PortalFactory(), PortalFactory()

    own = permissions.portals(post(first, Role.UPDATE), Capability.WRITE)
    every = permissions.portals(post(first, Role.TECHNICIAN), Capability.MANAGE_PORTAL)

    assert list(own) == [first]
    assert set(every) == {first, second}


@pytest.mark.clause("Đ5.2")
def test_holders_are_those_who_can_do_the_work_in_that_area() -> None:
    given = DelegationFactory()
    post(given.portal, Role.UPDATE)
    PersonFactory()
    area = given.areas.get().code

    assert set(permissions.holders(APPROVE, given.portal, area=area)) == {
        given.giver, given.holder,
    }  # fmt: skip
    assert permissions.holders(APPROVE, given.portal, area="khac") == [given.giver]
