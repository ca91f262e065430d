"""The staff area's language, the list outside of which nothing is reachable, ended sessions."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation

from congtinh.staff.reachable import is_reachable
from congtinh.staff.views import errors

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


class SessionOver:
    """Tells an autosave that the session is over, instead of sending it to the sign-in page."""

    def __init__(self, get_response: _Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if request.method == "POST" and errors.is_script(request):
            return None if request.user.is_authenticated else errors.signed_out()
        return None
