"""Where a text stands, in one word for lists: its newest review beside what is public."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from congtinh.publishing.models import Live, Publication, Review
from congtinh.publishing.states import HandoverState, ReviewState


@dataclass(frozen=True, slots=True)
class Stage:
    """A word, the colour beside it and whether readers see a version now."""

    code: str
    label: str | Promise
    tone: str
    public: bool = False
    review: int | None = None


_TONES = {
    ReviewState.OPEN: "wait",
    ReviewState.SCHEDULED: "wait",
    ReviewState.SENT_BACK: "act",
    ReviewState.CANCELLED: "act",
    ReviewState.LAPSED: "act",
    ReviewState.DECLINED: "end",
}
#: The colour beside every state, for lists and screens.
TONES = {
    **_TONES,
    ReviewState.RECALLED: "draft",
    ReviewState.APPROVED: "done",
    HandoverState.OFFERED: "wait",
    HandoverState.TAKEN_UP: "wait",
    HandoverState.DECLINED: "end",
    HandoverState.PUBLISHED: "done",
    HandoverState.SOURCE_CHANGED: "act",
    HandoverState.SOURCE_WITHDRAWN: "act",
    HandoverState.CLOSED: "end",
}
DRAFT = Stage("draft", _("Bản thảo"), "draft")


def stages(items: dict[UUID, Any]) -> dict[UUID, Stage]:
    """The stage of each item; two queries and one, whatever their number.

    `items` maps an item to when its working copy was last changed.
    """
    newest: dict[UUID, Review] = {}
    fields = ("pk", "item", "state", "closed_at")
    rows = Review.objects.filter(item__in=items).order_by("pk").only(*fields)
    for review in rows:
        newest[review.item] = review
    public = set(Live.objects.filter(item__in=items).values_list("item", flat=True))
    withdrawn = set(
        Publication.objects.filter(item__in=set(items) - public).values_list("item", flat=True)
    )
    return {
        item: _stage(newest.get(item), item in public, item in withdrawn, changed)
        for item, changed in items.items()
    }


def attach(contents: list[Any]) -> None:
    """Set `stage` on each working copy."""
    found = stages({content.item: content.updated_at for content in contents})
    for content in contents:
        content.stage = found[content.item]


def stage_of(content: Any) -> Stage:
    return stages({content.item: content.updated_at})[content.item]


def _stage(review: Review | None, public: bool, withdrawn: bool, changed: Any) -> Stage:
    if review and review.state in _TONES:
        state = ReviewState(review.state)
        return Stage(state.value, state.label, _TONES[state], public, review.pk)
    number = review.pk if review else None
    if public:
        if review and review.closed_at and changed and changed > review.closed_at:
            return Stage("revising", _("Đang sửa bản đã đăng"), "draft", True, number)
        return Stage("published", _("Đã đăng"), "done", True, number)
    if withdrawn:
        return Stage("withdrawn", _("Đã gỡ"), "end", False, number)
    return DRAFT
