"""The tables of reviews, decisions, the publication log and what is public now."""

from congtinh.publishing.models.content import Content
from congtinh.publishing.models.followers import Cursor
from congtinh.publishing.models.handovers import Handover
from congtinh.publishing.models.log import Publication
from congtinh.publishing.models.notices import Notice
from congtinh.publishing.models.public import Live, LiveHost, Rendering
from congtinh.publishing.models.reviews import (
    Confirmation,
    Decision,
    Review,
    ReviewNote,
    Transition,
)

__all__ = [
    "Confirmation",
    "Content",
    "Cursor",
    "Decision",
    "Handover",
    "Live",
    "LiveHost",
    "Notice",
    "Publication",
    "Rendering",
    "Review",
    "ReviewNote",
    "Transition",
]
