from datetime import date

import pytest

from congtinh.audit.models import Entry
from congtinh.organisation import actions
from congtinh.organisation.models import Person
from congtinh.organisation.refusal import NotAllowed, Refused
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PASSWORD, PersonFactory, PortalFactory, post

pytestmark = pytest.mark.django_db


def test_enrol_person_stores_no_password_in_the_record() -> None:
    person = PersonFactory(username="lan")

    assert person.check_password(PASSWORD)
    assert PASSWORD not in Entry.objects.get(action="person.add").after


def test_enrol_person_refuses_a_name_taken_in_any_case() -> None:
    PersonFactory(username="lan")

    with pytest.raises(Refused, match="đã có người dùng"):
        PersonFactory(username="LAN")


def test_enrol_person_refuses_rights_and_whoever_does_not_manage_people() -> None:
    portal = PortalFactory()

    with pytest.raises(ValueError, match="is_superuser"):
        PersonFactory(is_superuser=True)
    with pytest.raises(NotAllowed):
        actions.enrol_person(
            username="moi", password=PASSWORD, portal=portal, by=post(portal, Role.UPDATE)
        )
    with pytest.raises(NotAllowed):
        actions.enrol_person(
            username="moi", password=PASSWORD, portal=None, by=post(portal, Role.ADMINISTER)
        )


@pytest.mark.clause("Đ8.3")
def test_change_person_refuses_an_administrator_of_another_unit() -> None:
    mine, theirs = PortalFactory(), PortalFactory()
    admin = post(mine, Role.ADMINISTER)
    stranger = post(theirs, Role.UPDATE)
    shared = post(theirs, Role.UPDATE, person=post(mine, Role.UPDATE))
    to_come = post(theirs, Role.HEAD, starts_on=date(2099, 1, 1))

    for person in (stranger, shared, to_come):
        with pytest.raises(NotAllowed):
            actions.change_person(person, portal=mine, by=admin, is_active=False)

    assert Person.objects.filter(is_active=False).count() == 0


def test_change_person_is_allowed_within_the_unit_and_to_the_technician() -> None:
    portal = PortalFactory()
    clerk = post(portal, Role.UPDATE)
    left = post(PortalFactory(), Role.UPDATE, ends_on=date(2021, 1, 1))

    actions.change_person(clerk, portal=portal, by=post(portal, Role.ADMINISTER), title="Phó phòng")
    actions.change_person(left, portal=portal, by=post(portal, Role.ADMINISTER), title="Mới về")
    actions.change_person(
        clerk, portal=None, by=post(PortalFactory(), Role.TECHNICIAN), email="a@tinh.example"
    )

    assert Person.objects.get(pk=clerk.pk).title == "Phó phòng"
    assert Entry.objects.filter(action="person.change").count() == 3


def test_full_name_fits_the_columns_that_keep_it() -> None:
    person = Person(last_name="Nguyễn" * 25, first_name="An" * 75)

    assert len(person.get_full_name()) == 200
