"""Open and change people's accounts (Đ16.5)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congtinh.audit import actions as audit
from congtinh.organisation import permissions
from congtinh.organisation.models import Appointment, Person, Portal
from congtinh.organisation.refusal import Refused
from congtinh.organisation.roles import Capability

#: What an account's own row may be given; rights are never among it.
ACCOUNT_FIELDS = frozenset(
    {"first_name", "last_name", "email", "title", "language", "is_active"}
)


def enrol_person(
    *,
    username: str,
    password: str,
    portal: Portal | None,
    by: Person | None,
    at: datetime | None = None,
    **values: Any,
) -> Person:
    """Open an account for one person. Refuses a name that is taken and a weak password."""
    with audit.recording():
        capacity = _entitled(by, portal)
        if Person.objects.filter(username__iexact=username).exists():
            raise Refused(
                _("Tên đăng nhập «%(name)s» đã có người dùng.") % {"name": username}
            )
        person = Person(username=username, **_allowed(values))
        validate_password(password, person)
        person.set_password(password)
        if at:
            person.date_joined = at
        person.save()
        audit.record(
            "person.add", by=by, capacity=capacity, at=at, portal=portal.code if portal else "",
            kind="person", id=person.pk, label=str(person), after={"username": username, **values},
        )  # fmt: skip
        return person


def change_person(
    person: Person,
    *,
    portal: Portal | None,
    by: Person | None,
    at: datetime | None = None,
    **values: Any,
) -> Person:
    """Change an account's name, address, title or whether it is active; never its rights.

    Refuses whoever does not manage people on every portal where the person has a post: one unit
    never touches another unit's people.
    """
    with audit.recording():
        capacity = _entitled(by, portal)
        for place in _workplaces(person):
            _entitled(by, place)
        before = {name: getattr(person, name) for name in _allowed(values)}
        for name, value in values.items():
            setattr(person, name, value)
        person.save(update_fields=list(values))
        audit.record(
            "person.change", by=by, capacity=capacity, at=at, portal=portal.code if portal else "",
            kind="person", id=person.pk, label=str(person), before=before, after=values,
        )  # fmt: skip
        return person


def _workplaces(person: Person) -> Iterable[Portal]:
    """The portals where a person has a post now or later."""
    posts = Appointment.objects.filter(person=person).not_over(timezone.now())
    return Portal.objects.filter(pk__in=posts.values("portal")).order_by("pk")


def _allowed(values: dict[str, Any]) -> dict[str, Any]:
    if not ACCOUNT_FIELDS.issuperset(values):
        raise ValueError(f"not fields of an account: {set(values) - ACCOUNT_FIELDS}")
    return values


def _entitled(by: Person | None, portal: Portal | None) -> str:
    if by is None:
        return str(_("Dòng lệnh của Trung tâm CNTT&TT"))
    return permissions.require(
        by, Capability.MANAGE_PEOPLE, portal or permissions.PROVINCE
    ).capacity
