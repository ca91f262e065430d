"""Tell people what waits for them; written in the transaction of the deed, mailed afterwards."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from congtinh.organisation import permissions
from congtinh.organisation.models import Person, Portal
from congtinh.organisation.roles import Capability
from congtinh.publishing.models import Notice
from congtinh.publishing.phrases import NOTICES


def tell(
    people: Iterable[Person | None],
    about: str,
    *,
    at: datetime,
    url: str = "",
    **params: Any,
) -> None:
    """Leave a notice for each person once, whoever appears twice or is missing."""
    unique = {person.pk: person for person in people if person is not None}
    Notice.objects.bulk_create(
        Notice(person=person, about=about, params=params, url=url, created_at=at)
        for person in unique.values()
    )


def holders(
    capability: Capability,
    portal: Portal,
    area: str,
    *,
    but: Person | None = None,
    at: datetime | None = None,
) -> Any:
    """Those who can do the work on a portal then, without the person who asks."""
    return [
        person
        for person in permissions.holders(capability, portal, area=area, at=at)
        if but is None or person.pk != but.pk
    ]


def words(notice: Notice) -> str:
    """The notice in the active language."""
    params = {key: notice.params.get(key, "") for key in ("who", "title", "reason", "portal")}
    return str(NOTICES[notice.about]) % params
