"""Makes units, portals, people and their posts by the real actions, for every suite."""

from datetime import date
from typing import Any

import factory

from congtinh.organisation import actions
from congtinh.organisation.models import (
    Appointment,
    Area,
    Delegation,
    Mandate,
    Person,
    Portal,
    Unit,
)
from congtinh.organisation.roles import Role

#: Long ago for every test, so that a post made without dates is in force.
BEGIN = date(2020, 1, 1)
PASSWORD = "cầu-mới-qua-vịnh"


class AreaFactory(factory.django.DjangoModelFactory):
    """A policy area."""

    class Meta:
        model = Area

    code = factory.Sequence(lambda n: f"linh-vuc-{n}")
    name = factory.Sequence(lambda n: f"Lĩnh vực {n}")
    name_en = factory.Sequence(lambda n: f"Area {n}")

    @classmethod
    def _create(cls, _model: type, *_args: Any, **values: Any) -> Area:
        return actions.add_area(by=None, **values)


class UnitFactory(factory.django.DjangoModelFactory):
    """A unit of the province."""

    class Meta:
        model = Unit

    code = factory.Sequence(lambda n: f"don-vi-{n}")
    kind = Unit.Kind.DEPARTMENT
    name = factory.Sequence(lambda n: f"Sở số {n}")
    name_en = factory.Sequence(lambda n: f"Department {n}")

    @classmethod
    def _create(cls, _model: type, *_args: Any, **values: Any) -> Unit:
        return actions.add_unit(by=None, **values)


class PortalFactory(factory.django.DjangoModelFactory):
    """A portal with its standing sections and hosts, its structure published.

    `PortalFactory(general=True)` gives the province's one general portal, made at most once.
    """

    class Meta:
        model = Portal

    class Params:
        component = factory.Trait(kind=Portal.Kind.COMPONENT)
        general = factory.Trait(
            kind=Portal.Kind.GENERAL,
            code="tong-hop",
            name="Cổng thông tin điện tử tỉnh",
            name_en="Provincial portal",
            hosts=["tinh.example", "localhost"],
            unit=factory.SubFactory(
                UnitFactory, kind=Unit.Kind.OFFICE, name="Văn phòng Ủy ban nhân dân tỉnh"
            ),
        )

    kind = Portal.Kind.COMPONENT
    unit = factory.SubFactory(UnitFactory)
    code = factory.Sequence(lambda n: f"cong-{n}")
    name = factory.LazyAttribute(lambda made: f"Cổng {made.unit.name}")
    name_en = factory.LazyAttribute(lambda made: f"Portal of {made.unit.name_en}")
    hosts = factory.LazyAttribute(lambda made: [f"{made.code}.tinh.example"])

    @classmethod
    def _create(cls, _model: type, *_args: Any, **values: Any) -> Portal:
        if values["kind"] == Portal.Kind.GENERAL:
            standing = Portal.objects.filter(kind=Portal.Kind.GENERAL).first()
            if standing:
                return standing
        return actions.establish_portal(values.pop("unit"), by=None, **values)


class PersonFactory(factory.django.DjangoModelFactory):
    """A person with an account and no post yet."""

    class Meta:
        model = Person

    username = factory.Sequence(lambda n: f"nguoi-{n}")
    password = PASSWORD
    last_name = "Nguyễn Văn"
    first_name = factory.Sequence(lambda n: f"Tên{n}")
    email = factory.LazyAttribute(lambda made: f"{made.username}@tinh.example")

    @classmethod
    def _create(cls, _model: type, *_args: Any, **values: Any) -> Person:
        return actions.enrol_person(portal=None, by=None, **values)


class MandateFactory(factory.django.DjangoModelFactory):
    """A document on which an appointment or delegation rests."""

    class Meta:
        model = Mandate

    number = factory.Sequence(lambda n: f"{n}/QĐ-UBND")
    signed_on = BEGIN
    issuer = "Ủy ban nhân dân tỉnh"


class AppointmentFactory(factory.django.DjangoModelFactory):
    """A person's post on a portal."""

    class Meta:
        model = Appointment

    person = factory.SubFactory(PersonFactory)
    portal = factory.SubFactory(PortalFactory)
    role = Role.UPDATE
    mandate = factory.SubFactory(MandateFactory)
    starts_on = BEGIN
    ends_on = None

    @classmethod
    def _create(cls, _model: type, *_args: Any, **values: Any) -> Appointment:
        person, portal, role = (values.pop(name) for name in ("person", "portal", "role"))
        return actions.appoint(person, portal, role, by=None, **values)


class DelegationFactory(factory.django.DjangoModelFactory):
    """A head's powers given to a deputy; without `giver` and `holder` both are made."""

    class Meta:
        model = Delegation

    portal = factory.SubFactory(PortalFactory, general=True)
    giver = factory.LazyAttribute(lambda made: post(made.portal, Role.HEAD))
    holder = factory.LazyAttribute(lambda made: post(made.portal, Role.DEPUTY))
    areas = factory.LazyFunction(lambda: [AreaFactory()])
    mandate = factory.SubFactory(MandateFactory)
    starts_on = BEGIN
    ends_on = None

    @classmethod
    def _create(cls, _model: type, *_args: Any, **values: Any) -> Delegation:
        return actions.delegate(by=None, **values)


def post(portal: Portal, role: Role, *, person: Person | None = None, **values: Any) -> Person:
    """A person (a new one unless given) in a role on a portal; `values` are the appointment's."""
    holder = person or PersonFactory()
    AppointmentFactory(person=holder, portal=portal, role=role, **values)
    return holder


def again(person: Person) -> Person:
    """The same person as a later request sees them: nothing about their posts read yet."""
    return Person.objects.get(pk=person.pk)
