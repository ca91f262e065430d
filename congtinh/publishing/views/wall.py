"""Finds what a screen is about, and answers 404 for what lies in portals one has no post in."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from congtinh.organisation import permissions
from congtinh.organisation.roles import Capability
from congtinh.publishing import queries, worklists
from congtinh.publishing.models import Content, Handover, Publication, Review


def content_or_404(request: HttpRequest, item: UUID) -> Content:
    """A working copy of a portal where the person may read."""
    content = queries.find(item)
    if content is None or not permissions.may(request.user, Capability.READ, content.portal):
        raise Http404
    return content


def review_or_404(request: HttpRequest, number: int) -> Review:
    """A review on a portal where the person may read."""
    rows = Review.objects.select_related("portal", "area", "submitted_by", "assignee")
    review = get_object_or_404(rows, pk=number)
    if not permissions.may(request.user, Capability.READ, review.portal):
        raise Http404
    return review


def handover_or_404(request: HttpRequest, number: int) -> Handover:
    """A hand-over whose one or other side the person may read."""
    return get_object_or_404(worklists.visible_handovers(person_of(request)), pk=number)


def publication_or_404(request: HttpRequest, item: UUID, version: int) -> Publication:
    """A publication of a working copy that the person may read."""
    content_or_404(request, item)
    return get_object_or_404(Publication, item=item, version=version)


def person_of(request: HttpRequest) -> Any:
    """Whoever is signed in; Wagtail lets nobody else reach an admin address."""
    return request.user
