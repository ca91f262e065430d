"""Withdraw: an entry of its own in the log; readers get 410 and a word of explanation at once."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from congtinh.audit import actions as audit
from congtinh.organisation import permissions
from congtinh.organisation.models import Person
from congtinh.organisation.refusal import Refused
from congtinh.organisation.roles import Capability
from congtinh.publishing import log, notices, queries, sealing
from congtinh.publishing.models import Decision, Live, Publication


def withdraw(item: UUID, *, by: Person, reason: str, at: datetime | None = None) -> Publication:
    """Take a public text down with a reason that readers see; nothing is deleted (Đ14.1).

    Refuses a text that is not public, an empty reason, and whoever may not decide about it.
    """
    moment = at or timezone.now()
    with audit.recording():
        live = _lock(item)
        target = queries.target_of(live.publication)
        answer = permissions.require(by, Capability.WITHDRAW, target, at=at, fresh=True)
        if not reason.strip():
            raise Refused(_("Hãy viết lý do gỡ bài; người đọc sẽ thấy lý do này."))
        decision = Decision.objects.create(
            verb=Decision.Verb.WITHDRAW, by=by, by_name=by.get_full_name(),
            capacity=answer.capacity, at=moment, reason=reason,
            content_hash=live.publication.content_hash,
        )  # fmt: skip
        return _append(live, decision, by=by, reason=reason, at=moment)


def expire_due(*, at: datetime | None = None) -> int:
    """Withdraw what was approved only up to now, by that same decision. Safe to run twice."""
    moment = at or timezone.now()
    due = Live.objects.filter(expires_at__lte=moment).order_by("expires_at")
    done = 0
    for item in due.values_list("item", flat=True)[:200]:
        with audit.recording():
            try:
                live = _lock(item)
            except Refused:
                continue
            if live.expires_at is None or live.expires_at > moment:
                continue
            decision = Decision.objects.get(pk=live.publication.decision)
            _append(live, decision, by=None, reason=_("Hết thời hạn hiển thị."), at=moment)
            done += 1
    return done


def _append(
    live: Live, decision: Decision, *, by: Person | None, reason: str, at: datetime
) -> Publication:
    last = live.publication
    publication = log.append(
        Publication.Verb.WITHDRAW, portal=last.portal, kind=last.kind, item=last.item,
        translation_key=last.translation_key, decision=decision, by=by, at=at,
        sealed=sealing.unseal(last.content), content="", content_hash=last.content_hash,
        path=last.path, reason=reason, source_seq=last.source_seq,
    )  # fmt: skip
    author = queries.author_of(last.kind, last.item)
    if author and (by is None or author.pk != by.pk):
        notices.tell(
            [author], "publication.withdrawn", at=at, title=last.title, reason=reason,
            url=queries.content_url(last.kind, last.item),
        )  # fmt: skip
    return publication


def _lock(item: UUID) -> Live:
    rows = Live.objects.select_for_update(of=("self",)).select_related("publication")
    live = rows.filter(item=item).first()
    if live is None:
        raise Refused(_("Bài này không còn hiển thị, nên không có gì để gỡ."))
    return live
