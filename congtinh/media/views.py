"""Originals and working copies' files, served to those who may see them and to nobody else."""

import mimetypes
import re
from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from congtinh.media.models import PortalFile, PortalImage, PortalRendition
from congtinh.organisation import permissions
from congtinh.organisation.roles import Capability

#: What a browser may show in its own window; everything else is a download.
_SHOWN = {
    "image/jpeg", "image/png", "image/webp", "image/avif", "image/gif", "application/pdf",
    "video/mp4", "video/webm",
}  # fmt: skip
_RANGE = re.compile(r"bytes=(\d*)-(\d*)$")
_CHUNK = 256 * 1024


@require_safe
@login_required
def image(request: HttpRequest, number: int) -> HttpResponseBase:
    """An original picture, to whoever may read its portal's working copies."""
    found = get_object_or_404(PortalImage.objects.select_related("portal"), pk=number)
    return _served(request, found, found)


@require_safe
@login_required
def rendition(request: HttpRequest, number: int) -> HttpResponseBase:
    """A thumbnail in the editor, to whoever may see the original."""
    rows = PortalRendition.objects.select_related("image__portal")
    found = get_object_or_404(rows, pk=number)
    return _served(request, found.image, found)


@require_safe
@login_required
def file(request: HttpRequest, number: int) -> HttpResponseBase:
    """A file, to whoever may read its portal's working copies."""
    found = get_object_or_404(PortalFile.objects.select_related("portal"), pk=number)
    return _served(request, found, found)


def _served(request: HttpRequest, owned: PortalImage | PortalFile, held: Any) -> HttpResponseBase:
    if not permissions.may(request.user, Capability.READ, owned.portal):
        raise Http404
    try:
        size = held.file.size
        stream = held.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    name = held.file.name.rsplit("/", 1)[-1]
    media_type = mimetypes.guess_type(name)[0]
    whole = FileResponse(stream, filename=name, as_attachment=media_type not in _SHOWN)
    response: HttpResponseBase = whole
    if request.method == "HEAD":
        response = HttpResponse(headers=dict(whole.items()))
        stream.close()
    elif "Range" in request.headers:
        response = _part(request, whole, stream, size)
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _part(request: HttpRequest, whole: FileResponse, stream: Any, size: int) -> HttpResponseBase:
    """The one stretch a player asked for; what is not such a wish is answered with the whole."""
    wish = _RANGE.match(request.headers["Range"])
    if not wish or not any(wish.groups()):
        return whole
    if wish[1]:
        first, last = int(wish[1]), min(int(wish[2] or size), size - 1)
    else:
        first, last = max(size - int(wish[2]), 0), size - 1
    if first > last:
        stream.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    part = StreamingHttpResponse(_stretch(stream, first, last - first + 1), status=206)
    for name in ("Content-Type", "Content-Disposition"):
        if name in whole.headers:
            part.headers[name] = whole.headers[name]
    part.headers["Content-Length"] = str(last - first + 1)
    part.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    return part


def _stretch(stream: Any, first: int, length: int) -> Iterator[bytes]:
    with stream:
        stream.seek(first)
        while length > 0 and (piece := stream.read(min(_CHUNK, length))):
            length -= len(piece)
            yield piece
