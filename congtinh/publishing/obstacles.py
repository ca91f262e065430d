"""What stands against each verb: one list of reasons, shown on screens and raised by actions."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from congtinh.organisation import permissions
from congtinh.organisation.models import Person
from congtinh.organisation.refusal import Reason
from congtinh.organisation.roles import Capability
from congtinh.publishing import kinds, movement, queries, rules, sealing
from congtinh.publishing.kinds import Issue
from congtinh.publishing.models import Content, Handover, Live, Review
from congtinh.publishing.states import HANDOVER_STEPS, REVIEW_STEPS, HandoverState

Reasons = tuple[Reason, ...]

#: A hand-over in one of these is over; the text may be offered again.
OVER = (HandoverState.DECLINED, HandoverState.CLOSED)


def against_text(
    review: Review,
    content: Content,
    *,
    seen: str,
    by: Person,
    issues: list[Issue] | None = None,
) -> Reasons:
    """What in the text itself stands against approving it: whose it is, whether it moved on,
    what the checks found (Đ10.2, Đ10.4). `issues` spares finding them again.
    """
    if issues is None:
        issues = queries.issues_of(review)
    confirmed = set(review.confirmations.values_list("issue", flat=True))
    return (
        *rules.why_own_text(
            author=content.created_by_id, submitter=review.submitted_by_id, decider=by.pk
        ),
        *rules.why_content_moved_on(
            seen=seen, sealed=review.content_hash, working=sealing.seal(content)[1]
        ),
        *rules.why_not_ready(issues, confirmed),
    )


def against_approving(
    review: Review, content: Content, *, by: Person, issues: list[Issue] | None = None
) -> Reasons:
    """All that stands between this person and approving what they now read."""
    return against_verb(review, "approve", by=by) or against_text(
        review, content, seen=review.content_hash, by=by, issues=issues
    )


def against_verb(review: Review, verb: str, *, by: Person) -> Reasons:
    """The state of the review and the person's rights, for sending back, declining, cancelling."""
    capability = REVIEW_STEPS[verb].capability or Capability.MODERATE
    return movement.why_not(review, verb) or permissions.may(by, capability, review).reasons


def against_recalling(review: Review, content: Content | None, *, by: Person) -> Reasons:
    """Only whoever wrote or submitted a text takes it back, and only before it is decided."""
    reasons = against_verb(review, "recall", by=by)
    author = content.created_by_id if content else None
    if not reasons and by.pk not in {review.submitted_by_id, author}:
        reasons = (_("Chỉ người viết hoặc người trình được rút bài về."),)
    return reasons


def against_submitting(content: Content, *, by: Person) -> Reasons:
    """Rights, a review that is not finished, and what must be mended first."""
    answer = permissions.may(by, Capability.WRITE, content)
    if not answer:
        return answer.reasons
    if queries.pending_review(content.item):
        return (_("Bài đang chờ duyệt. Muốn sửa tiếp, hãy rút về trước."),)
    return ()


def against_withdrawing(content: Content, *, by: Person) -> Reasons:
    """A text that readers see, and the right to decide about it."""
    if not queries.is_live(content.item):
        return (_("Bài này không còn hiển thị, nên không có gì để gỡ."),)
    return permissions.may(by, Capability.WITHDRAW, content).reasons


def against_offering(content: Content, *, by: Person) -> Reasons:
    """A public text of a component portal that is not on its way already (Đ7.1)."""
    if content.portal.is_general:
        return (_("Bài này đã ở trên Cổng tổng hợp."),)
    if not kinds.of(content).handed_over:
        return (_("Chỉ tin, bài mới chuyển lên Cổng tỉnh được."),)
    answer = permissions.may(by, Capability.HAND_OVER, content)
    return answer.reasons or why_not_offered(content.item)


def why_not_offered(item: UUID) -> Reasons:
    """Whether the text itself can go up to the general portal now."""
    if not Live.objects.filter(item=item).exists():
        return (_("Bài đã gỡ hoặc chưa đăng, nên không chuyển lên Cổng tỉnh được."),)
    if Handover.objects.filter(source_item=item).exclude(state__in=OVER).exists():
        return (_("Bài này đã được chuyển lên Cổng tỉnh."),)
    return ()


def against_translating(content: Content, *, by: Person) -> Reasons:
    """A bilingual portal, a Vietnamese text, and no translation of it yet."""
    if content.language != "vi":
        return (_("Bài này đã là bản dịch."),)
    if not content.portal.bilingual:
        return (_("Cổng này không có tiếng Anh."),)
    if translation_of(content):
        return (_("Bài đã có bản tiếng Anh."),)
    return permissions.may(by, Capability.WRITE, content).reasons


def translation_of(content: Content) -> Any:
    """The working copy of the same text in the other language, or None."""
    rows = type(content).objects.filter(translation_key=content.translation_key)
    return rows.exclude(pk=content.pk).first()


def against_handover(handover: Handover, verb: str, *, by: Person) -> Reasons:
    """The hand-over's state and the person's rights; `verb` as in HANDOVER_STEPS."""
    reasons = movement.why_not(handover, verb)
    if reasons:
        return reasons
    if verb == "close":
        return _against_closing(handover, by)
    capability = HANDOVER_STEPS[verb].capability or Capability.TAKE_UP
    return permissions.may(by, capability, handover).reasons


def _against_closing(handover: Handover, by: Person) -> Reasons:
    """Withdrawing needs that right; giving up a text that is not public does not."""
    if handover.item is None:
        return (_("Cổng tổng hợp chưa có bài từ bài chuyển này."),)
    publication = queries.live_publication(handover.item)
    if publication is None:
        return permissions.may(by, Capability.TAKE_UP, handover).reasons
    return permissions.may(by, Capability.WITHDRAW, queries.target_of(publication)).reasons
