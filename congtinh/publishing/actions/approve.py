"""Approve: a decision turns one exact sealed text into a publication, now or at a set time."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congtinh.audit import actions as audit
from congtinh.organisation import permissions
from congtinh.organisation.models import Person
from congtinh.organisation.refusal import Refused
from congtinh.organisation.roles import Capability
from congtinh.publishing import kinds, log, notices, obstacles, queries, rules, sealing
from congtinh.publishing.actions import handover
from congtinh.publishing.models import Content, Decision, Publication, Review
from congtinh.publishing.movement import move
from congtinh.publishing.states import ReviewState


def approve(
    review: Review,
    *,
    seen: str,
    by: Person,
    reason: str = "",
    release_at: datetime | None = None,
    expires_at: datetime | None = None,
    at: datetime | None = None,
) -> Publication | None:
    """Publish the sealed text whose hash the decider saw; with `release_at`, at that time (Đ5.1).

    Returns the publication, or None when it was scheduled. Refuses whoever may not decide here
    and now (Đ5.2), the author's own text, anything newer than what was read, open issues, a time
    gone by, and a review that someone else has decided or the writer recalled a moment ago.
    """
    moment = at or timezone.now()
    kind = kinds.get(review.kind)
    kind.prepare(sealing.unseal(review.content))
    with audit.recording():
        held = _lock(review)
        answer = permissions.require(by, Capability.APPROVE, held, at=at, fresh=True)
        content = queries.working_copy(held, lock=True)
        # Checked before everything else, so that the second of two deciders learns who was first.
        verb = "schedule" if release_at else "approve"
        move(held, verb, by=by, capacity=answer.capacity, at=moment, reason=reason)
        reasons = obstacles.against_text(held, content, seen=seen, by=by)
        if reasons:
            raise Refused(*reasons)
        when = rules.why_not_then(now=moment, release_at=release_at, expires_at=expires_at)
        if when:
            raise Refused(*when)
        held.release_at, held.expires_at = release_at, expires_at
        held.closed_at = None if release_at else moment
        held.save(update_fields=["state", "release_at", "expires_at", "closed_at"])
        decision = Decision.objects.create(
            review=held, verb=Decision.Verb.APPROVE, by=by, by_name=by.get_full_name(),
            capacity=answer.capacity, at=moment, content_hash=held.content_hash,
            checks=queries.checks_on_record(held), reason=reason,
        )  # fmt: skip
        if release_at:
            notices.tell(
                [held.submitted_by], "review.scheduled", at=moment, title=held.title,
                who=str(by), url=queries.review_url(held),
            )  # fmt: skip
            return None
        return _publish(held, content, decision, by=by, at=moment)


def release_due(*, at: datetime | None = None) -> int:
    """Publish what is scheduled for now or earlier, each in a transaction of its own.

    The right of whoever decided is asked again at that time; where it has ended the schedule
    lapses and the writer and moderators are told. Safe to run twice and side by side.
    """
    moment = at or timezone.now()
    due = Review.objects.filter(state=ReviewState.SCHEDULED, release_at__lte=moment)
    done = 0
    for number in due.order_by("release_at", "pk").values_list("pk", flat=True)[:200]:
        with audit.recording():
            held = _lock(Review(pk=number))
            if held.state != ReviewState.SCHEDULED:
                continue
            try:
                with transaction.atomic():
                    _release(held, moment)
            except Refused as refused:
                # One text that can no longer be published never holds up those after it.
                _lapse(_lock(held), str(refused), moment)
            done += 1
    return done


def _release(held: Review, moment: datetime) -> None:
    """Publish a scheduled text. Raises `Refused` when its decision no longer carries it."""
    decision = _decision_of(held)
    answer = permissions.may(decision.by, Capability.APPROVE, held, at=moment)
    content = queries.working_copy(held, lock=True)
    reasons = (
        answer.reasons
        or rules.why_content_moved_on(
            seen=decision.content_hash,
            sealed=held.content_hash,
            working=sealing.seal(content)[1],
        )
        or rules.why_too_late(now=moment, expires_at=held.expires_at)
    )
    if reasons:
        raise Refused(*reasons)
    move(held, "release", by=None, capacity=decision.capacity, at=moment)
    held.closed_at = moment
    held.save(update_fields=["state", "closed_at"])
    _publish(held, content, decision, by=None, at=moment)


def _lapse(held: Review, why: str, moment: datetime) -> None:
    move(held, "lapse", by=None, capacity="", at=moment, reason=why)
    held.closed_at = moment
    held.save(update_fields=["state", "closed_at"])
    notices.tell(
        [held.submitted_by, _decision_of(held).by], "review.lapsed", at=moment,
        title=held.title, reason=why, url=queries.review_url(held),
    )  # fmt: skip


def _decision_of(held: Review) -> Decision:
    return Decision.objects.filter(review=held, verb=Decision.Verb.APPROVE).latest("pk")


def _publish(
    held: Review,
    content: Content,
    decision: Decision,
    *,
    by: Person | None,
    at: datetime,
) -> Publication:
    kind = kinds.get(held.kind)
    sealed = sealing.unseal(held.content)
    publication = log.append(
        Publication.Verb.PUBLISH, portal=held.portal.code, kind=held.kind, item=held.item,
        translation_key=content.translation_key, decision=decision, by=by, at=at, sealed=sealed,
        content=held.content, content_hash=held.content_hash, path=kind.path(sealed),
        files=kind.publish_files(sealed), correction=held.correction,
        expires_at=held.expires_at, source_seq=handover.source_of(held.item),
    )  # fmt: skip
    handover.published(publication, at=at)
    return publication


def _lock(review: Review) -> Review:
    rows = Review.objects.select_for_update(of=("self",)).select_related(
        "portal", "area", "submitted_by"
    )
    held = rows.filter(pk=review.pk).first()
    if held is None:
        raise Refused(_("Không còn lượt duyệt này."))
    return held
