"""Open and change people's accounts (Đ16.5)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from congtinh.audit import actions as audit
from congtinh.organisation import permissions
from congtinh.organisation.models import Person, Portal
from congtinh.organisation.refusal import NotAllowed, Refused
from congtinh.organisation.roles import Capability

#: What an account's own row may be given; rights are never among it.
ACCOUNT_FIELDS = frozenset({"first_name", "last_name", "email", "title", "language", "is_active"})
#: Where the order and the search of names come from; saved with any name that changes.
_NAMES = frozenset({"first_name", "last_name"})
_KEYS = ("sort_key", "folded")


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account to be opened together with what its person is appointed to."""

    username: str
    password: str
    last_name: str
    first_name: str
    email: str = ""
    title: str = ""


def enrol_person(
    *,
    username: str,
    password: str,
    portal: Portal | None,
    by: Person | None,
    at: datetime | None = None,
    given: bool = False,
    **values: Any,
) -> Person:
    """Open an account for one person. Refuses a name that is taken or malformed, a weak password.

    With `given`, somebody else chose the password: the person changes it at the first sign-in.
    """
    with audit.recording():
        capacity = _entitled(by, portal)
        if Person.objects.filter(username__iexact=username).exists():
            raise Refused(_("Tên đăng nhập «%(name)s» đã có người dùng.") % {"name": username})
        person = Person(username=username, **_allowed(values))
        _set_password(person, password, given=given)
        if at:
            person.date_joined = at
        _clean(person)
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
    reason: str = "",
    at: datetime | None = None,
    **values: Any,
) -> Person:
    """Change an account's name, address, title or whether it is active; never its rights.

    Refuses whoever could not give the person every post they have or will have: one unit never
    touches another unit's people, and nobody those above.
    """
    with audit.recording():
        capacity = _keeping(by, person, portal)
        before = {name: getattr(person, name) for name in _allowed(values)}
        for name, value in values.items():
            setattr(person, name, value)
        _clean(person)
        person.save(update_fields=[*values, *(_KEYS if _NAMES & values.keys() else ())])
        audit.record(
            "person.change", by=by, capacity=capacity, at=at, portal=portal.code if portal else "",
            kind="person", id=person.pk, label=str(person), before=before, after=values,
            reason=reason,
        )  # fmt: skip
        return person


def give_password(
    person: Person, password: str, *, portal: Portal | None, by: Person | None
) -> Person:
    """Give an account a new password, to be changed at its next sign-in; its sessions end (Đ16.5).

    Refuses as `change_person` does, and a weak password.
    """
    with audit.recording():
        capacity = _keeping(by, person, portal)
        _set_password(person, password, given=True)
        person.save(update_fields=["password", "password_given"])
        audit.record(
            "person.password", by=by, capacity=capacity, portal=portal.code if portal else "",
            kind="person", id=person.pk, label=str(person),
        )  # fmt: skip
        return person


def _set_password(person: Person, password: str, *, given: bool) -> None:
    try:
        validate_password(password, person)
    except ValidationError as weak:
        raise Refused(*weak.messages) from weak
    person.set_password(password)
    person.password_given = given


def _clean(person: Person) -> None:
    try:
        person.full_clean()
    except ValidationError as invalid:
        raise Refused(*invalid.messages) from invalid


def _keeping(by: Person | None, person: Person, portal: Portal | None) -> str:
    capacity = _entitled(by, portal)
    reasons = permissions.why_not_keep(by, person) if by else ()
    if reasons:
        raise NotAllowed(*reasons)
    return capacity


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
