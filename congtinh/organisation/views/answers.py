"""How screens answer: a form with what was wrong and all that was typed, or on to the result."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from congtinh.organisation.forms import Part
from congtinh.organisation.forms.parts import add_refusal
from congtinh.organisation.models import Person, Portal
from congtinh.organisation.refusal import Reason, Refused

_T = TypeVar("_T")
#: What was asked cannot be done as things stand; the page says why and keeps what was typed.
REFUSED = 422


def bound(request: HttpRequest) -> tuple[Any, Any]:
    """Data and files for a part; both None while the form is only shown."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def deed(parts: list[Part], act: Callable[[], _T]) -> _T | None:
    """Validate every part, then make the one call; what it refuses lands on the form."""
    # Every part is asked, so that all that is wrong is said at once.
    if not all([part.is_valid() for part in parts]):  # noqa: C419
        return None
    try:
        return act()
    except Refused as refusal:
        add_refusal(parts, refusal)
        return None


def sheet(
    request: HttpRequest,
    parts: list[Part],
    *,
    title: str | Promise,
    verb: str | Promise,
    back: str,
    **context: Any,
) -> HttpResponse:
    """A page with one form and one button."""
    refused = any(part.is_bound and part.errors for part in parts)
    return render(
        request, "organisation/sheet.html",
        {
            "parts": parts, "title": title, "verb": verb, "back": back,
            "wrong": refused,
            "portal": None, "person": None, "about": "", **context,
        },
        status=REFUSED if refused else 200,
    )  # fmt: skip


def done(request: HttpRequest, words: Reason, where: str, *args: Any) -> HttpResponse:
    """The deed is done: say so, and go on to where its result is seen."""
    messages.success(request, str(words))
    return redirect(where, *args)


def passwords(
    request: HttpRequest,
    words: Reason,
    given: list[tuple[Person, str]],
    *,
    back: str,
    portal: Portal | None = None,
) -> HttpResponse:
    """New passwords, shown this once: they are stored nowhere, so no redirect can bring them."""
    context = {"title": words, "given": given, "back": back, "portal": portal}
    return render(request, "organisation/passwords.html", context)
