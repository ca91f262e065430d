"""The verbs of the staff area: read notices, verify and export the audit."""

from collections.abc import Iterable
from datetime import timedelta

import orjson
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from congtinh.audit import actions as audit
from congtinh.audit import chain
from congtinh.audit.models import Entry
from congtinh.organisation import permissions
from congtinh.organisation.models import Person
from congtinh.organisation.refusal import NotAllowed, Refused
from congtinh.organisation.roles import Capability
from congtinh.staff import queries

#: The whole chain is read; once in a while is enough.
_BETWEEN_CHECKS = timedelta(minutes=10)


def mark_read(person: Person, numbers: Iterable[int] | None = None) -> int:
    """Mark this person's notices as read, all of them unless numbers are given."""
    rows = queries.unread(person)
    if numbers is not None:
        rows = rows.filter(pk__in=list(numbers))
    return rows.update(read_at=timezone.now())


def verify_audit(*, by: Person) -> chain.Verdict:
    """Walk the audit's chain and put the verdict on record (Đ14.1).

    Refuses who may not read any audit, and a second walk within ten minutes.
    """
    _require_reader(by)
    last = queries.last_check()
    if last and last.at > timezone.now() - _BETWEEN_CHECKS:
        raise Refused(_("Chuỗi vừa được kiểm tra. Hãy đợi mười phút rồi kiểm tra lại."))
    verdict = chain.verify(Entry)
    with transaction.atomic():
        audit.record(
            "audit.verify", by=by, kind="audit", id="audit.entry",
            after={"verified": verdict.verified, "broken": verdict.broken, "why": verdict.why},
        )  # fmt: skip
    return verdict


def record_export(*, by: Person, filters: dict[str, str]) -> None:
    """Put on record that somebody takes the audit out of the house. Refuses non-readers."""
    _require_reader(by)
    with transaction.atomic():
        audit.record("audit.export", by=by, kind="audit", id="audit.entry", after=filters)


def verdict_of(entry: Entry) -> chain.Verdict:
    """The verdict that an entry of a verification holds."""
    return chain.Verdict(**orjson.loads(entry.after))


def _require_reader(person: Person) -> None:
    if not permissions.holds_anywhere(person, Capability.READ_AUDIT):
        raise NotAllowed(_("Cần quyền xem nhật ký thao tác."))
