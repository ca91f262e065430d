from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from congtinh.audit.models import Entry
from congtinh.organisation import actions
from congtinh.organisation.models import Appointment, Delegation
from congtinh.organisation.refusal import NotAllowed, Refused
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import (
    AppointmentFactory,
    AreaFactory,
    DelegationFactory,
    MandateFactory,
    PersonFactory,
    PortalFactory,
    post,
)

pytestmark = pytest.mark.django_db
JAN, MARCH, JUNE = date(2026, 1, 1), date(2026, 3, 1), date(2026, 6, 30)


@pytest.mark.clause("Đ3.1", "Đ8.3")
def test_appoint_puts_role_period_and_mandate_on_record() -> None:
    portal = PortalFactory()
    by = post(portal, Role.ADMINISTER)
    mandate = MandateFactory(number="5/QĐ")

    made = actions.appoint(
        PersonFactory(), portal, Role.MODERATE, mandate=mandate, starts_on=JAN, ends_on=JUNE,
        areas=[AreaFactory()], by=by,
    )  # fmt: skip

    entry = Entry.objects.latest("seq")
    assert (entry.action, entry.actor, entry.portal) == (
        "appointment.make", by.username, portal.code,
    )  # fmt: skip
    assert entry.capacity.startswith("Quản trị, theo văn bản số")
    assert entry.changes == [
        ("from", None, "2026-01-01"), ("mandate", None, str(mandate)), ("role", None, "moderate"),
        ("to", None, "2026-06-30"),
    ]  # fmt: skip
    assert made.areas.count() == 1


@pytest.mark.parametrize("role", [Role.MODERATE, Role.UPDATE, Role.DEPUTY, Role.ASSISTANT])
def test_appoint_refuses_whoever_does_not_manage_people_there(role: Role) -> None:
    portal = PortalFactory()

    with pytest.raises(NotAllowed):
        actions.appoint(
            PersonFactory(), portal, Role.UPDATE, mandate=MandateFactory(), starts_on=JAN,
            by=post(portal, role),
        )  # fmt: skip
    with pytest.raises(NotAllowed, match="không được phân công tại cổng này"):
        actions.appoint(
            PersonFactory(), portal, Role.UPDATE, mandate=MandateFactory(), starts_on=JAN,
            by=post(PortalFactory(), Role.ADMINISTER),
        )  # fmt: skip


@pytest.mark.clause("Đ3.4")
@pytest.mark.parametrize("role", [Role.ADMINISTER, Role.TECHNICIAN, Role.HEAD])
def test_appoint_refuses_whoever_would_appoint_themselves(role: Role) -> None:
    portal = PortalFactory()
    by = post(portal, role)

    with pytest.raises(Refused, match="tự phân công"):
        actions.appoint(
            by, portal, Role.MODERATE, mandate=MandateFactory(), starts_on=JAN, by=by
        )  # fmt: skip


@pytest.mark.clause("Đ3.1")
@pytest.mark.parametrize(
    ("starts", "ends", "clashes"),
    [
        (date(2025, 1, 1), date(2026, 2, 28), False),
        (date(2025, 1, 1), MARCH, True),
        (date(2026, 4, 1), date(2026, 4, 2), True),
        (JUNE, None, True),
        (date(2026, 7, 1), None, False),
        (date(2025, 1, 1), None, True),
    ],
)
def test_appoint_refuses_an_overlap_in_the_same_role(
    starts: date, ends: date | None, clashes: bool
) -> None:
    held = AppointmentFactory(role=Role.UPDATE, starts_on=MARCH, ends_on=JUNE)

    def again(role: Role) -> Appointment:
        return AppointmentFactory(
            person=held.person, portal=held.portal, role=role, starts_on=starts, ends_on=ends
        )

    again(Role.MODERATE)
    if clashes:
        with pytest.raises(Refused, match="từ 01/03/2026 đến 30/06/2026"):
            again(Role.UPDATE)
    else:
        assert again(Role.UPDATE).pk


def test_appoint_allows_the_role_again_after_the_old_post_was_ended() -> None:
    held = AppointmentFactory(role=Role.UPDATE)
    actions.end_appointment(held, by=None, reason="Chuyển công tác")

    assert AppointmentFactory(person=held.person, portal=held.portal, role=Role.UPDATE).pk


def test_appoint_refuses_a_period_that_ends_before_it_starts() -> None:
    with pytest.raises(Refused, match="Ngày kết thúc"):
        AppointmentFactory(starts_on=JUNE, ends_on=JAN)


def test_appointment_period_is_held_by_the_database_itself() -> None:
    held = AppointmentFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.filter(pk=held.pk).update(starts_on=JUNE, ends_on=JAN)


def test_end_appointment_records_the_reason_and_refuses_a_second_time() -> None:
    held = AppointmentFactory()

    actions.end_appointment(held, by=None, reason="Nghỉ hưu")

    entry = Entry.objects.latest("seq")
    assert (entry.action, entry.reason) == ("appointment.end", "Nghỉ hưu")
    with pytest.raises(Refused, match="Đã kết thúc"):
        actions.end_appointment(held, by=None, reason="Lần nữa")
    past = AppointmentFactory(ends_on=date(2021, 1, 1))
    with pytest.raises(Refused, match="Đã kết thúc"):
        actions.end_appointment(past, by=None, reason="Muộn")


@pytest.mark.clause("Đ5.2")
def test_delegate_puts_areas_days_and_mandate_on_record() -> None:
    portal = PortalFactory(general=True)
    head, deputy = post(portal, Role.HEAD), post(portal, Role.DEPUTY)
    area = AreaFactory(code="y-te")

    given = DelegationFactory(
        portal=portal, giver=head, holder=deputy, areas=[area], starts_on=JAN, ends_on=JUNE
    )

    entry = Entry.objects.latest("seq")
    assert (entry.action, entry.object_label) == ("delegation.give", str(deputy))
    assert ("areas", None, ["y-te"]) in entry.changes
    assert list(given.areas.all()) == [area]


@pytest.mark.clause("Đ5.2")
def test_delegate_refuses_what_is_no_delegation_of_a_head_to_a_deputy() -> None:
    portal = PortalFactory(general=True)
    head, deputy = post(portal, Role.HEAD), post(portal, Role.DEPUTY)
    member = post(portal, Role.MEMBER)
    other = post(PortalFactory(), Role.DEPUTY)

    for values, words in [
        ({"holder": member}, "không phải là Phó ban"),
        ({"holder": other}, "không phải là Phó ban"),
        ({"giver": deputy}, "không phải là Trưởng ban"),
        ({"areas": []}, "ít nhất một lĩnh vực"),
        ({"starts_on": JUNE, "ends_on": JAN}, "Ngày kết thúc"),
        ({"starts_on": date(2019, 1, 1)}, "không phải là Trưởng ban"),
    ]:
        with pytest.raises(Refused, match=words):
            DelegationFactory(**{"portal": portal, "giver": head, "holder": deputy, **values})
    assert not Delegation.objects.exists()


@pytest.mark.clause("Đ5.2")
def test_delegate_is_the_heads_alone() -> None:
    given = DelegationFactory()
    values = {
        "giver": given.giver, "holder": given.holder, "portal": given.portal,
        "areas": [AreaFactory()], "mandate": MandateFactory(), "starts_on": JAN, "ends_on": None,
    }  # fmt: skip

    with pytest.raises(NotAllowed):
        actions.delegate(**values, by=given.holder)
    with pytest.raises(NotAllowed):
        actions.delegate(**values, by=post(given.portal, Role.ADMINISTER))
    assert actions.delegate(**values, by=given.giver).pk


def test_end_delegation_takes_effect_at_once_and_once() -> None:
    given = DelegationFactory()
    before = timezone.now()

    ended = actions.end_delegation(given, by=given.giver, reason="Đi công tác về")

    assert before <= ended.revoked_at <= timezone.now() + timedelta(seconds=1)
    with pytest.raises(Refused, match="Đã kết thúc"):
        actions.end_delegation(given, by=given.giver, reason="Lần nữa")
