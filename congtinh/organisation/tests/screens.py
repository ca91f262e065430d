"""What the tests of the screens share: a signed-in client and the typed forms."""

from typing import Any

from django.test import Client
from django.urls import reverse

from congtinh.organisation.models import Person


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def at(name: str, *args: Any) -> str:
    return reverse(name, args=args)


def new_mandate(prefix: str = "can-cu-", **values: str) -> dict[str, str]:
    typed = {
        "way": "new", "number": "9/QĐ-UBND", "signed_on": "4/11/2026",
        "issuer": "Ủy ban nhân dân tỉnh", **values,
    }  # fmt: skip
    return {f"{prefix}{name}": value for name, value in typed.items()}


def new_person(prefix: str = "", **values: str) -> dict[str, str]:
    typed = {
        "way": "new", "last_name": "Trần Thị", "first_name": "Én", "username": "en.tt", **values,
    }  # fmt: skip
    return {f"{prefix}{name}": value for name, value in typed.items()}


def known_person(person: Person, prefix: str = "") -> dict[str, str]:
    return {f"{prefix}way": "known", f"{prefix}person": person.username}
