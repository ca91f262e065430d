"""The states of a review and of a hand-over, and the verbs that lead from one to another."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from congtinh.organisation.roles import Capability


class ReviewState(TextChoices):
    """Where a submitted text stands."""

    OPEN = "open", _("Chờ duyệt")
    SENT_BACK = "sent_back", _("Đã trả lại")
    RECALLED = "recalled", _("Đã rút về")
    DECLINED = "declined", _("Bị từ chối")
    SCHEDULED = "scheduled", _("Chờ đến giờ đăng")
    APPROVED = "approved", _("Đã duyệt đăng")
    CANCELLED = "cancelled", _("Đã hủy lịch đăng")
    LAPSED = "lapsed", _("Quyết định không còn hiệu lực")


#: At most one review of an item is in these.
PENDING = frozenset({ReviewState.OPEN, ReviewState.SCHEDULED})
FINAL = frozenset(ReviewState) - PENDING

#: Who has to do something while a review stands there.
REVIEW_OWNER = {
    ReviewState.OPEN: "moderator",
    ReviewState.SENT_BACK: "writer",
    ReviewState.RECALLED: "writer",
    ReviewState.DECLINED: "nobody",
    ReviewState.SCHEDULED: "clock",
    ReviewState.APPROVED: "nobody",
    ReviewState.CANCELLED: "writer",
    ReviewState.LAPSED: "writer",
}


class HandoverState(TextChoices):
    """Where a component portal's text stands on its way to the general portal."""

    OFFERED = "offered", _("Đã chuyển lên, chờ tiếp nhận")
    TAKEN_UP = "taken_up", _("Đã tiếp nhận, đang biên tập")
    DECLINED = "declined", _("Không tiếp nhận")
    PUBLISHED = "published", _("Đã đăng trên Cổng tỉnh")
    SOURCE_CHANGED = "source_changed", _("Bài gốc đã thay đổi")
    SOURCE_WITHDRAWN = "source_withdrawn", _("Bài gốc đã gỡ")
    CLOSED = "closed", _("Đã kết thúc")


#: Hand-overs in which the office has something to do.
AWAITING_OFFICE = frozenset(
    {
        HandoverState.OFFERED,
        HandoverState.SOURCE_CHANGED,
        HandoverState.SOURCE_WITHDRAWN,
    }
)
HANDOVER_OWNER = {
    HandoverState.OFFERED: "office",
    HandoverState.TAKEN_UP: "office",
    HandoverState.DECLINED: "nobody",
    HandoverState.PUBLISHED: "nobody",
    HandoverState.SOURCE_CHANGED: "office",
    HandoverState.SOURCE_WITHDRAWN: "office",
    HandoverState.CLOSED: "nobody",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One verb: the states it leads from, the state it leads to, who may, what goes on record."""

    source: frozenset[str]
    target: str
    capability: Capability | None
    deed: str


_R, _H, _C = ReviewState, HandoverState, Capability

REVIEW_STEPS: dict[str, Step] = {
    "recall": Step(frozenset({_R.OPEN}), _R.RECALLED, _C.WRITE, "review.recall"),
    "send_back": Step(frozenset({_R.OPEN}), _R.SENT_BACK, _C.MODERATE, "review.send_back"),
    "decline": Step(frozenset({_R.OPEN}), _R.DECLINED, _C.MODERATE, "review.decline"),
    "approve": Step(frozenset({_R.OPEN}), _R.APPROVED, _C.APPROVE, "review.approve"),
    "schedule": Step(frozenset({_R.OPEN}), _R.SCHEDULED, _C.APPROVE, "review.schedule"),
    "release": Step(frozenset({_R.SCHEDULED}), _R.APPROVED, None, "review.release"),
    "cancel": Step(frozenset({_R.SCHEDULED}), _R.CANCELLED, _C.APPROVE, "review.cancel"),
    "lapse": Step(frozenset({_R.SCHEDULED}), _R.LAPSED, None, "review.lapse"),
}

HANDOVER_STEPS: dict[str, Step] = {
    "take_up": Step(frozenset({_H.OFFERED}), _H.TAKEN_UP, _C.TAKE_UP, "handover.take_up"),
    "take_over": Step(
        frozenset({_H.SOURCE_CHANGED}), _H.TAKEN_UP, _C.TAKE_UP, "handover.take_over"
    ),
    "decline": Step(frozenset({_H.OFFERED}), _H.DECLINED, _C.TAKE_UP, "handover.decline"),
    "publish": Step(
        frozenset({_H.TAKEN_UP, _H.PUBLISHED}), _H.PUBLISHED, None, "handover.publish",
    ),
    "source_change": Step(
        frozenset({_H.TAKEN_UP, _H.PUBLISHED, _H.SOURCE_CHANGED, _H.SOURCE_WITHDRAWN}),
        _H.SOURCE_CHANGED, None, "handover.source_change",
    ),
    "source_withdraw": Step(
        frozenset({_H.TAKEN_UP, _H.PUBLISHED, _H.SOURCE_CHANGED}),
        _H.SOURCE_WITHDRAWN, None, "handover.source_withdraw",
    ),
    "keep": Step(
        frozenset({_H.SOURCE_CHANGED, _H.SOURCE_WITHDRAWN}),
        _H.PUBLISHED, _C.TAKE_UP, "handover.keep",
    ),
    #: As `keep`, while the general portal's text is not public (yet, or any more).
    "keep_draft": Step(
        frozenset({_H.SOURCE_CHANGED, _H.SOURCE_WITHDRAWN}),
        _H.TAKEN_UP, _C.TAKE_UP, "handover.keep",
    ),
    "close": Step(
        frozenset(
            {_H.OFFERED, _H.TAKEN_UP, _H.PUBLISHED, _H.SOURCE_CHANGED, _H.SOURCE_WITHDRAWN}
        ),
        _H.CLOSED, None, "handover.close",
    ),
}  # fmt: skip
