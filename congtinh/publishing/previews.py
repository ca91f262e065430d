"""What an editor sees beside the text: the working copy rendered just as readers would get it."""

from typing import Any

import orjson
from django.core.files.storage import storages
from django.urls import reverse
from django.utils.translation import override

from congtinh.media.models import PortalFile, PortalImage
from congtinh.publishing import kinds, sealing
from congtinh.publishing.addresses import public_origin
from congtinh.publishing.kinds import Files, Sealed
from congtinh.publishing.models import Content, Publication


def preview_context(content: Content) -> dict[str, Any]:
    """Context of `publishing/preview.html` for a working copy."""
    return sealed_context(kinds.of(content).name, kinds.of(content).seal(content))


def sealed_context(kind: str, sealed: Sealed) -> dict[str, Any]:
    """The same for sealed content: what the moderator reads is what the decision is about."""
    return _context(kind, sealed, private_files(sealed.get("media", {})))


def publication_context(publication: Publication) -> dict[str, Any]:
    """The same for what is in the log, with the files that readers got."""
    origin = public_origin(publication.portal)
    # Public files live on the readers' address, which the staff area does not serve.
    text = publication.files.replace('"/tep/', f'"{origin}/tep/').replace(
        ", /tep/", f", {origin}/tep/"
    )
    files = orjson.loads(text) if text else {}
    return _context(publication.kind, sealing.unseal(publication.content), files)


def _context(kind: str, sealed: Sealed, files: Files) -> dict[str, Any]:
    with override(sealed["language"]):
        rendition = kinds.get(kind).render(sealed, files, url="#")
    card = rendition.data.get("card", {})
    return {
        "sealed": sealed,
        "body": rendition.body,
        "picture": card.get("picture"),
        "section": card.get("section", ""),
        "genre": card.get("genre", ""),
        "authors": rendition.data.get("authors", []),
    }


def private_files(media: dict[str, str]) -> Files:
    """As what publication makes public, but served by the views that ask who is asking."""
    shown: Files = {}
    for key in media:
        kind, number = key.split(":")
        if kind == "image":
            image = PortalImage.objects.filter(pk=number).first()
            if image:
                shown[key] = _image(image)
        elif kind == "file":
            file = PortalFile.objects.filter(pk=number).first()
            if file:
                shown[key] = _file(file)
    return shown


def _image(image: PortalImage) -> dict[str, Any]:
    address = reverse("media_image", args=[image.pk])
    return {
        "src": address,
        "width": image.width,
        "height": image.height,
        "full_url": address,
    }


def _file(file: PortalFile) -> dict[str, Any]:
    size = storages["default"].size(file.file.name) if file.file else 0
    extension = file.filename.rsplit(".", 1)[-1].lower()
    return {
        "url": reverse("media_file", args=[file.pk]), "kind": extension.upper(), "size": size,
        "checksum": file.sha256, "title": file.title,
        "media_type": {"mp4": "video/mp4", "webm": "video/webm"}.get(extension, ""),
    }  # fmt: skip
