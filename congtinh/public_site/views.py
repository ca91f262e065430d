"""The pages readers open: thin, one read each."""

import hashlib
from typing import Any

from django.core.files.storage import storages
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
)
from django.shortcuts import render

from congtinh.public_site import builders, fronts, queries
from congtinh.public_site.fronts import Site

_INLINE = {
    "avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png",
    "pdf": "application/pdf", "mp4": "video/mp4", "webm": "video/webm",
}  # fmt: skip
_FOR_EVER = "public, max-age=31536000, immutable"


def home(request: HttpRequest, language: str) -> HttpResponse:
    site = _site(request, language)
    name = "home_general" if site.is_general else "home_component"
    return _page(request, site, language, name, builders.home(site, language))


def section(request: HttpRequest, language: str, section: str) -> HttpResponse:
    site = _site(request, language)
    one = site.section(section)
    if one is None:
        raise Http404
    page = builders.section(
        site, language, one, before=_number(request, "truoc"), after=_number(request, "sau")
    )
    return _page(request, site, language, "section", page)


def publication(
    request: HttpRequest, language: str, section: str, slug: str, template: str = "publication"
) -> HttpResponse:
    site = _site(request, language)
    prefix = "" if language == "vi" else f"/{language}"
    path = f"{prefix}/{section}/{slug}"
    live = queries.live_at(site.code, path)
    if live is not None:
        return _page(request, site, language, template, builders.publication(site, language, live))
    entry = queries.gone_at(site.code, path)
    if entry is not None:
        page = builders.gone(site, language, entry)
        return _page(request, site, language, "gone", page, status=410)
    original = queries.live_at(site.code, f"/{section}/{slug}") if language != "vi" else None
    if original is None:
        raise Http404
    if original.translated:
        return HttpResponsePermanentRedirect(original.translated)
    page = builders.no_translation(site, language, original)
    return _page(request, site, language, "no_translation", page, status=404)


def site_map(request: HttpRequest, language: str) -> HttpResponse:
    site = _site(request, language)
    return _page(request, site, language, "site_map", builders.site_map(site, language))


def units(request: HttpRequest, language: str) -> HttpResponse:
    site = _site(request, language)
    if not site.is_general:
        raise Http404
    return _page(request, site, language, "units", builders.units(site, language))


def without_slash(request: HttpRequest, path: str) -> HttpResponse:
    """An address has one form; the leading slashes are ours, so no other host can be named."""
    return HttpResponsePermanentRedirect("/" + path.lstrip("/\\"))


def public_file(request: HttpRequest, folder: str, name: str) -> FileResponse:
    """A file under its own hash; in production nginx serves the same folder."""
    storage = storages["public"]
    path = f"{folder}/{name}"
    if not name.startswith(folder) or not storage.exists(path):
        raise Http404
    extension = name.rsplit(".", 1)[-1]
    response = FileResponse(
        storage.open(path),
        content_type=_INLINE.get(extension, "application/octet-stream"),
        as_attachment=extension not in _INLINE,
    )
    response.headers["Cache-Control"] = _FOR_EVER
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _site(request: HttpRequest, language: str) -> Site:
    site: Site = request.site
    if language not in site.languages:
        raise Http404
    return site


def _page(
    request: HttpRequest, site: Site, language: str, template: str, page: Any, *, status: int = 200
) -> HttpResponse:
    front = fronts.front(site, language, path=request.path_info)
    response = render(
        request, f"public_site/{template}.html", {"portal": front, "page": page}, status=status
    )
    response.headers["Content-Language"] = language
    if status == 200:
        response.headers["ETag"] = (
            f'"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"'
        )
    response.is_page = True
    return response


def _number(request: HttpRequest, name: str) -> int | None:
    value = request.GET.get(name, "")
    if not value:
        return None
    if not value.isdecimal() or len(value) > 19:
        raise Http404
    return int(value)
