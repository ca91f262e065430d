"""Announce: publish what an organisation's own deed made public (a portal's structure)."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from congtinh.audit import actions as audit
from congtinh.organisation.models import Person
from congtinh.publishing import kinds, log, sealing
from congtinh.publishing.models import Decision, Live, Publication


def announce(
    subject: Any,
    *,
    kind: str,
    item: Any,
    portal: str,
    by: Person | None,
    capacity: str,
    at: datetime | None = None,
) -> Publication | None:
    """Publish a portal's structure by the deed that changed it; None when nothing public changed.

    The right was asked by the organisation's own action, in the same transaction.
    """
    moment = at or timezone.now()
    rules = kinds.get(kind)
    sealed = rules.seal(subject)
    content = sealing.canonical(sealed)
    content_hash = sealing.digest(content)
    with audit.recording():
        now = Live.objects.filter(item=item).select_related("publication").first()
        if now and now.publication.content_hash == content_hash:
            return None
        decision = Decision.objects.create(
            verb=Decision.Verb.ANNOUNCE, by=by, by_name=by.get_full_name() if by else "",
            capacity=capacity, at=moment, content_hash=content_hash,
        )  # fmt: skip
        return log.append(
            Publication.Verb.PUBLISH, portal=portal, kind=kind, item=item, translation_key=item,
            decision=decision, by=by, at=moment, sealed=sealed, content=content,
            content_hash=content_hash, path=rules.path(sealed),
        )  # fmt: skip
