"""The whole story of one item: publications, reviews, who decided in which capacity, hand-overs."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q

from congtinh.publishing import kinds, sealing
from congtinh.publishing.models import (
    Content,
    Decision,
    Handover,
    Publication,
    Review,
    ReviewNote,
    Transition,
)
from congtinh.publishing.phrases import DEEDS
from congtinh.publishing.states import HANDOVER_STEPS, REVIEW_STEPS

#: How many revisions are looked through for the one that became a publication.
_DEPTH = 60


@dataclass(frozen=True, slots=True)
class History:
    """Newest first everywhere."""

    publications: list[Publication]
    reviews: list[Review]
    handovers: list[Handover]


def of_item(item: UUID) -> History:
    """Six queries, however long the story is."""
    publications = Publication.objects.filter(item=item).defer("content").order_by("-version")
    decisions = Decision.objects.order_by("pk")
    notes = ReviewNote.objects.select_related("by").order_by("pk")
    reviews = (
        Review.objects.filter(item=item).defer("content").order_by("-pk")
        .select_related("submitted_by", "assignee")
        .prefetch_related(Prefetch("decisions", decisions), Prefetch("notes", notes))
    )  # fmt: skip
    handovers = Handover.objects.filter(Q(source_item=item) | Q(item=item))
    return History(
        list(publications),
        list(reviews),
        list(handovers.select_related("source_portal", "portal").order_by("-pk")),
    )


@dataclass(frozen=True, slots=True)
class Move:
    """One move of a review or hand-over, in words."""

    words: str
    by: str
    capacity: str
    at: datetime
    reason: str


def steps_of(subject: Review | Handover) -> list[Move]:
    """Every move of a review or hand-over, oldest first."""
    rows = Transition.objects.filter(subject=subject._meta.model_name, subject_id=subject.pk)
    steps = REVIEW_STEPS if isinstance(subject, Review) else HANDOVER_STEPS
    return [
        Move(str(DEEDS[steps[row.verb].deed]), str(row.by or ""), row.capacity, row.at, row.reason)
        for row in rows.select_related("by").order_by("pk")
    ]


def revision_of(publication: Publication, content: Content) -> Any:
    """The revision of the working copy that is word for word what was published, or None.

    Addresses are given at submission, after the revision was saved, so they are left out.
    """
    kind = kinds.of(content)
    wanted = sealing.unseal(publication.content) if publication.content else None
    if wanted is None:
        return None
    revisions = content.revisions.filter(created_at__lte=publication.decided_at)
    for revision in revisions.order_by("-created_at", "-pk")[:_DEPTH]:
        sealed = kind.seal(revision.as_object()) | {"slug": wanted["slug"]}
        if sealing.canonical(sealed) == publication.content:
            return revision
    return None
