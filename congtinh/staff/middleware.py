"""The staff area's language, and the list outside of which nothing of Wagtail is reachable."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation

from congtinh.staff.reachable import is_reachable

_Next = Callable[[HttpRequest], HttpResponse]


class StaffLanguage:
    """Speaks the language the person chose; before sign-in, that of the address or Vietnamese."""

    def __init__(self, get_response: _Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = getattr(request, "user", None)
        wanted = request.GET.get("lang") or getattr(user, "language", "") or settings.LANGUAGE_CODE
        spoken = wanted if wanted in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(spoken):
            response = self.get_response(request)
        response.headers["Content-Language"] = spoken
        response.headers["Cache-Control"] = "no-store"
        return response


class DefaultDeny:
    """Answers 404 for every admin address that no one has listed, whatever Wagtail adds."""

    def __init__(self, get_response: _Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        match = request.resolver_match
        if match and not is_reachable(match.view_name):
            raise Http404
