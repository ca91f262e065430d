"""Reads of the publishing path that are used more than once."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import NoReverseMatch, reverse

from congtinh.organisation.models import Area, Person, Portal
from congtinh.publishing import kinds, sealing
from congtinh.publishing.checks import common_issues
from congtinh.publishing.kinds import Issue, Kind, Sealed
from congtinh.publishing.models import Content, Live, Publication, Review
from congtinh.publishing.states import PENDING


@dataclass(frozen=True, slots=True)
class Target:
    """A portal and area, to ask rights about something that is only in the log."""

    portal: Portal
    area: Area | None


def working_copy(review: Review, *, lock: bool = False) -> Any:
    """The working copy a review is about; with `lock`, held until the transaction ends."""
    return content_of(review.kind, review.item, lock=lock)


def content_of(kind: str, item: UUID | None, *, lock: bool = False) -> Any:
    """The working copy of that kind and item; with `lock`, held until the transaction is over."""
    model = kinds.get(kind).model
    rows = model.objects.select_related("portal", "section", "area")  # type: ignore[attr-defined]  # models by registry
    if lock:
        rows = rows.select_for_update(of=("self",))
    return rows.get(item=item)


def find(item: UUID) -> Content | None:
    """The working copy of that item, of whatever kind; None when there is none."""
    for kind in kinds.all_kinds():
        if issubclass(kind.model, Content):
            rows = kind.model.objects.select_related("portal", "section", "area", "created_by")
            found: Content | None = rows.filter(item=item).first()
            if found:
                return found
    return None


def pending_review(item: UUID) -> Review | None:
    """The review of that item that is not finished; there is at most one."""
    rows = Review.objects.select_related("portal", "area", "submitted_by", "assignee")
    return rows.filter(item=item, state__in=PENDING).first()


def author_of(kind: str, item: UUID) -> Person | None:
    """Who wrote the working copy; None for content without one."""
    if not issubclass(kinds.get(kind).model, Content):
        return None
    author: Person | None = content_of(kind, item).created_by
    return author


def target_of(publication: Publication) -> Target:
    """The portal and area of a publication, to ask rights about it."""
    return Target(
        Portal.objects.get(code=publication.portal),
        Area.objects.filter(code=publication.area).first(),
    )


def is_live(item: UUID) -> bool:
    """Whether readers can see the item now."""
    return Live.objects.filter(item=item).exists()


def live_publication(item: UUID) -> Publication | None:
    """The publication readers see now."""
    return Publication.objects.filter(live__item=item).first()


def live_hash(item: UUID) -> str:
    """The hash of what readers see now; empty when they see nothing."""
    publication = live_publication(item)
    return publication.content_hash if publication else ""


def issues(kind: Kind, sealed: Sealed, item: UUID) -> list[Issue]:
    """All that the checks before publication find in sealed content (Đ10.2, Đ10.3)."""
    return [*common_issues(kind, sealed, item), *kind.check(sealed)]


def issues_of(review: Review) -> list[Issue]:
    """What the checks find in a review's sealed copy."""
    return issues(kinds.get(review.kind), sealing.unseal(review.content), review.item)


def checks_on_record(review: Review) -> list[dict[str, str]]:
    """What the checks found and who confirmed it, as it stands in a decision."""
    confirmed = {row.issue: str(row.by) for row in review.confirmations.select_related("by")}
    return [
        {
            "issue": issue.key,
            "severity": issue.severity,
            "confirmed_by": confirmed.get(issue.key, ""),
        }
        for issue in issues_of(review)
    ]


def review_url(review: Review) -> str:
    """Where staff read and decide the review."""
    return _url("publishing_review", review.pk)


def handover_url(handover: Any) -> str:
    """Where the office deals with the hand-over."""
    return _url("publishing_handover", handover.pk)


def content_url(kind: str, item: UUID) -> str:
    """Where staff edit the working copy."""
    return kinds.get(kind).edit_url(content_of(kind, item))


def _url(name: str, number: int) -> str:
    try:
        return reverse(name, args=[number], urlconf="congtinh.urls.staff")
    except NoReverseMatch:
        return ""
