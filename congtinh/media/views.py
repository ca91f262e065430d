"""Originals and working copies' files, served to those who may see them and to nobody else."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404

from congtinh.media.models import PortalFile, PortalImage
from congtinh.organisation import permissions
from congtinh.organisation.roles import Capability

#: What a browser may show in its own window; everything else is a download.
_SHOWN = {"image/jpeg", "image/png", "image/webp", "image/avif", "image/gif", "application/pdf"}


@login_required
def image(request: HttpRequest, number: int) -> FileResponse:
    """An original picture, to whoever may read its portal's working copies."""
    return _served(request, get_object_or_404(PortalImage, pk=number))


@login_required
def file(request: HttpRequest, number: int) -> FileResponse:
    """A file, to whoever may read its portal's working copies."""
    return _served(request, get_object_or_404(PortalFile, pk=number))


def _served(request: HttpRequest, owned: PortalImage | PortalFile) -> FileResponse:
    if not permissions.may(request.user, Capability.READ, owned.portal):
        raise Http404
    response = FileResponse(owned.file.open("rb"), filename=owned.filename)
    if response.headers["Content-Type"] not in _SHOWN:
        response.as_attachment = True
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
