"""The one verb of the audit: put on record."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Protocol

import orjson
from django.db import transaction
from django.utils import timezone

from congtinh.audit import chain
from congtinh.audit.models import Entry

SYSTEM = "he-thong"
SYSTEM_NAME = "Hệ thống"


class Actor(Protocol):
    """Whoever acts: anything with a sign-in name and a full name."""

    def get_username(self) -> str: ...

    def get_full_name(self) -> str: ...


@contextmanager
def recording() -> Iterator[None]:
    """The transaction of a deed that goes on record; every verb begins with it.

    It holds the end of the chain from the start. All verbs then take their locks in one order, so
    that on PostgreSQL two of them never wait for each other in a circle.
    """
    with transaction.atomic():
        chain.lock(Entry)
        yield


def record(
    action: str,
    *,
    by: Actor | None,
    capacity: str = "",
    portal: str = "",
    kind: str = "",
    id: object = "",
    label: str = "",
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str = "",
    at: datetime | None = None,
) -> Entry:
    """Append one entry, in the caller's transaction (Đ14.1, Đ19). `by=None`: the system itself."""
    return Entry.append(
        at=at or timezone.now(),
        actor=by.get_username() if by else SYSTEM,
        actor_name=by.get_full_name() if by else SYSTEM_NAME,
        capacity=capacity[:300],
        action=action,
        portal=portal,
        object_kind=kind,
        object_id=str(id),
        object_label=label[:300],
        before=_canonical(before),
        after=_canonical(after),
        reason=reason,
    )


def _canonical(value: dict[str, Any] | None) -> str:
    if not value:
        return ""
    return orjson.dumps(value, default=str, option=orjson.OPT_SORT_KEYS).decode()
