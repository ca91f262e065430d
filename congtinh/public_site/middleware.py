"""What every public answer carries, and which hosts are answered at all."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import get_conditional_response

from congtinh.public_site import fronts

_Next = Callable[[HttpRequest], HttpResponse]

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class PublicHeaders:
    """Security headers on every answer, and validation instead of stale copies.

    A withdrawn text must be gone at once, so nothing may be kept without asking; asking is cheap.
    """

    def __init__(self, get_response: _Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "public, max-age=0, must-revalidate")
        etag = response.headers.get("ETag")
        if etag:
            return get_conditional_response(request, etag=etag, response=response) or response
        return response


class KnownHost:
    """Finds the portal of the host; a host that is in no publication gets 421 and nothing else."""

    def __init__(self, get_response: _Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        host = request.META.get("HTTP_HOST", "").rsplit(":", 1)[0].lower().rstrip(".")
        site = fronts.site_of(host)
        if site is None:
            return HttpResponse(
                "421: không có cổng nào ở tên miền này.\n", status=421,
                content_type="text/plain; charset=utf-8",
            )  # fmt: skip
        request.site = site
        with translation.override(language_of(request.path_info)):
            response = self.get_response(request)
            if response.status_code == 404 and not getattr(response, "is_page", False):
                return missing(request)
        return response


def language_of(path: str) -> str:
    return "en" if path == "/en" or path.startswith("/en/") else "vi"


def missing(request: HttpRequest) -> HttpResponse:
    """404 in the theme."""
    language = language_of(request.path_info)
    front = fronts.front(request.site, language, path="")
    page = fronts.missing_page(request.path_info)
    return render(request, "public_site/missing.html", {"portal": front, "page": page}, status=404)
