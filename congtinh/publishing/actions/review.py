"""What happens to a review short of publication: notes, confirmations, sending back, recalling."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congtinh.audit import actions as audit
from congtinh.organisation import permissions
from congtinh.organisation.models import Person
from congtinh.organisation.refusal import NotAllowed, Refused
from congtinh.organisation.roles import Capability
from congtinh.publishing import notices, queries
from congtinh.publishing.models import Confirmation, Decision, Review, ReviewNote
from congtinh.publishing.movement import move
from congtinh.publishing.states import REVIEW_STEPS, ReviewState


def note(
    review: Review,
    *,
    by: Person,
    text: str,
    field: str = "",
    at: datetime | None = None,
) -> ReviewNote:
    """Leave a remark on the whole text or on a field of it."""
    with audit.recording():
        answer = permissions.require(by, Capability.MODERATE, review, at=at)
        if not text.strip():
            raise Refused(_("Hãy viết ý kiến."))
        made = ReviewNote.objects.create(
            review=review, field=field, text=text, by=by, at=at or timezone.now()
        )
        _record(
            "review.note", review, by=by, capacity=answer.capacity, reason=text, at=made.at
        )  # fmt: skip
        return made


def confirm(review: Review, issue: str, *, by: Person, at: datetime | None = None) -> Confirmation:
    """Put on record that a moderator looked at what a check pointed at (Đ10.2)."""
    with audit.recording():
        held = _lock(review)
        answer = permissions.require(by, Capability.MODERATE, held, at=at)
        if held.state != ReviewState.OPEN:
            raise Refused(_("Lượt duyệt này đã xong."))
        if issue not in {found.key for found in queries.issues_of(held)}:
            raise Refused(_("Điểm kiểm tra này không còn trong danh sách."))
        made, created = Confirmation.objects.get_or_create(
            review=held, issue=issue, defaults={"by": by, "at": at or timezone.now()}
        )
        if created:
            _record(
                "review.confirm",
                held,
                by=by,
                capacity=answer.capacity,
                after={"issue": issue},
                at=made.at,
            )
        return made


def assign(
    review: Review,
    *,
    assignee: Person | None,
    due_on: date | None,
    by: Person,
    at: datetime | None = None,
) -> Review:
    """Give a review to one moderator, with a date by which it should be decided."""
    with audit.recording():
        held = _lock(review)
        answer = permissions.require(by, Capability.MODERATE, held, at=at)
        if held.state != ReviewState.OPEN:
            raise Refused(_("Lượt duyệt này đã xong."))
        if assignee and not permissions.may(assignee, Capability.MODERATE, held, at=at):
            raise Refused(_("%(who)s không có quyền duyệt bài này.") % {"who": assignee})
        held.assignee, held.due_on = assignee, due_on
        held.save(update_fields=["assignee", "due_on"])
        _record(
            "review.assign", held, by=by, capacity=answer.capacity,
            after={"assignee": str(assignee or ""), "due": due_on}, at=at,
        )  # fmt: skip
        if assignee and assignee.pk != by.pk:
            notices.tell(
                [assignee], "review.submitted", at=at or timezone.now(), who=str(held.submitted_by),
                title=held.title, url=queries.review_url(held),
            )  # fmt: skip
        return held


def send_back(review: Review, *, by: Person, reason: str, at: datetime | None = None) -> Review:
    """Give the text back to its writer with what is to be mended."""
    return _close(review, "send_back", by=by, reason=reason, at=at, tell="review.sent_back")


def decline(review: Review, *, by: Person, reason: str, at: datetime | None = None) -> Review:
    """Refuse the text for good, with the reason."""
    return _close(review, "decline", by=by, reason=reason, at=at, tell="review.declined")


def cancel_schedule(
    review: Review, *, by: Person, reason: str, at: datetime | None = None
) -> Review:
    """Take a scheduled publication off the schedule before its time."""
    return _close(review, "cancel", by=by, reason=reason, at=at, tell="review.sent_back")


def recall(review: Review, *, by: Person, at: datetime | None = None) -> Review:
    """The writer takes the text back to work on it. Refuses once it was decided."""
    moment = at or timezone.now()
    with audit.recording():
        held = _lock(review)
        answer = permissions.require(by, Capability.WRITE, held, at=at)
        if by.pk != held.submitted_by_id and not _wrote(held, by):
            raise NotAllowed(_("Chỉ người viết hoặc người trình được rút bài về."))
        move(held, "recall", by=by, capacity=answer.capacity, at=moment)
        held.closed_at = moment
        held.save(update_fields=["state", "closed_at"])
        if held.assignee:
            notices.tell(
                [held.assignee], "review.recalled", at=moment, who=str(by), title=held.title,
                url=queries.review_url(held),
            )  # fmt: skip
        return held


def _close(
    review: Review,
    verb: str,
    *,
    by: Person,
    reason: str,
    at: datetime | None,
    tell: str,
) -> Review:
    moment = at or timezone.now()
    with audit.recording():
        held = _lock(review)
        capability = REVIEW_STEPS[verb].capability
        answer = permissions.require(by, capability or Capability.MODERATE, held, at=at)
        if not reason.strip():
            raise Refused(_("Hãy viết lý do, để người viết biết cần làm gì."))
        move(held, verb, by=by, capacity=answer.capacity, at=moment, reason=reason)
        held.closed_at = moment
        held.save(update_fields=["state", "closed_at"])
        Decision.objects.create(
            review=held, verb=verb, by=by, by_name=by.get_full_name(),
            capacity=answer.capacity, at=moment, content_hash=held.content_hash,
            checks=queries.checks_on_record(held), reason=reason,
        )  # fmt: skip
        notices.tell(
            [held.submitted_by], tell, at=moment, who=str(by), title=held.title, reason=reason,
            url=queries.review_url(held),
        )  # fmt: skip
        return held


def _wrote(review: Review, person: Person) -> bool:
    content = queries.working_copy(review)
    return bool(content.created_by_id == person.pk)


def _lock(review: Review) -> Review:
    rows = Review.objects.select_for_update(of=("self",))
    return rows.select_related("portal", "area", "submitted_by", "assignee").get(pk=review.pk)


def _record(deed: str, review: Review, *, by: Person, capacity: str, **more: Any) -> None:
    audit.record(
        deed, by=by, capacity=capacity, portal=review.portal.code, kind="review", id=review.pk,
        label=review.title, **more,
    )  # fmt: skip
