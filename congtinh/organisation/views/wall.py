"""Finds what a screen is about; 404 for what one does not manage, 403 with reasons for the rest."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from congtinh.organisation import permissions, queries
from congtinh.organisation.models import Person, Portal
from congtinh.organisation.refusal import NotAllowed
from congtinh.organisation.roles import Capability

_View = Callable[..., HttpResponse]


def walled(view: _View) -> _View:
    """Answers a refusal of the whole screen with its reasons, and changes nothing."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NotAllowed as refusal:
            context = {"reasons": refusal.reasons}
            return render(request, "organisation/refused.html", context, status=403)

    return answered


def person_of(request: HttpRequest) -> Any:
    """Whoever is signed in; Wagtail lets nobody else reach an admin address."""
    return request.user


def portal_or_404(request: HttpRequest, code: str) -> Portal:
    """A portal whose organisation the person may open."""
    rows = queries.managed(person_of(request)).select_related("unit")
    return get_object_or_404(rows, code=code)


def person_or_404(request: HttpRequest, number: int) -> Person:
    """A person with a post on a portal whose people one manages."""
    return get_object_or_404(queries.people_of(person_of(request)), pk=number)


def require_anything(request: HttpRequest) -> None:
    """Only for those who manage sections, people or portals somewhere."""
    person = person_of(request)
    if not any(
        permissions.holds_anywhere(person, capability)
        for capability in (Capability.MANAGE_PORTAL, Capability.MANAGE_PEOPLE)
    ):
        raise Http404
