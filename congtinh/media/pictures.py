"""Renditions of pictures: encoded when a text is submitted, made public when it is published."""

import hashlib
import io
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import transaction
from PIL import Image, ImageOps

from congtinh.media.models import (
    PortalFile,
    PortalImage,
    PreparedPicture,
    PublicFile,
    public_path,
)

#: Widths in pixels that phones, tablets and desktops ask for; never larger than the original.
WIDTHS = (480, 960, 1600)
#: Best first; every browser reads the last. Quality was chosen by eye on photographs.
_FORMATS: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("avif", "image/avif", "AVIF", {"quality": 58, "speed": 8}),
    ("webp", "image/webp", "WEBP", {"quality": 76, "method": 3}),
    ("jpg", "image/jpeg", "JPEG", {"quality": 80, "progressive": True, "optimize": True}),
)


def prepare(image: PortalImage) -> PreparedPicture:
    """Encode the renditions of a picture into private storage; at most once for each original."""
    ready = PreparedPicture.objects.filter(pk=image.sha256).first()
    if ready:
        return ready
    private = storages["default"]
    with image.file.open("rb") as stream, Image.open(stream) as opened:
        upright = ImageOps.exif_transpose(opened)
        picture = upright.convert("RGB") if upright.mode not in {"RGB", "L"} else upright.copy()
    widths = [width for width in WIDTHS if width < picture.width] or []
    if picture.width <= WIDTHS[-1]:
        widths.append(picture.width)
    files = []
    for width in widths:
        height = round(picture.height * width / picture.width)
        scaled = picture if width == picture.width else picture.resize((width, height), 1)
        for extension, media_type, encoder, options in _FORMATS:
            buffer = io.BytesIO()
            scaled.save(buffer, encoder, **options)
            body = buffer.getvalue()
            sha256 = hashlib.sha256(body).hexdigest()
            name = f"prepared/{public_path(sha256, extension)}"
            if not private.exists(name):
                private.save(name, ContentFile(body))
            files.append(
                {
                    "sha256": sha256, "extension": extension, "media_type": media_type,
                    "size": len(body), "width": width,
                }
            )  # fmt: skip
    data = {"width": widths[-1], "height": round(picture.height * widths[-1] / picture.width)}
    ready, _created = PreparedPicture.objects.get_or_create(
        pk=image.sha256, defaults={"data": {**data, "files": files}}
    )
    return ready


def publish_picture(image: PortalImage) -> dict[str, Any]:
    """Make a picture's renditions public; returns what a page needs to show it, with checksums.

    The dict has `src`, `width`, `height`, `srcset`, `sources`, `full_url` and `files`.
    """
    ready = prepare(image)
    private = storages["default"]
    for file in ready.data["files"]:
        if not PublicFile.objects.filter(pk=file["sha256"]).exists():
            name = public_path(file["sha256"], file["extension"])
            with private.open(f"prepared/{name}") as stream:
                _write(name, stream.read())
            _enter(file)
    by_type: dict[str, list[dict[str, Any]]] = {}
    for file in ready.data["files"]:
        by_type.setdefault(file["media_type"], []).append(file)
    plain = by_type.pop("image/jpeg")
    return {
        "src": _url(plain[min(1, len(plain) - 1)]),
        "width": ready.data["width"],
        "height": ready.data["height"],
        "srcset": _srcset(plain),
        "sources": [
            {"media_type": media_type, "srcset": _srcset(files)}
            for media_type, files in by_type.items()
        ],
        "full_url": _url(plain[-1]),
        "files": [public_path(file["sha256"], file["extension"]) for file in ready.data["files"]],
    }


def publish_file(file: PortalFile, *, media_type: str) -> dict[str, Any]:
    """Make a file public under its own hash; returns address, size and checksum."""
    extension = file.filename.rsplit(".", 1)[-1].lower()[:10]
    entry = {
        "sha256": file.sha256,
        "extension": extension,
        "media_type": media_type,
        "size": file.get_file_size() or 0,
    }
    if not PublicFile.objects.filter(pk=file.sha256).exists():
        with file.file.open("rb") as stream:
            _write(public_path(file.sha256, extension), stream.read())
        _enter(entry)
    return {
        "url": _url(entry),
        "kind": extension.upper(),
        "size": entry["size"],
        "checksum": file.sha256,
        "media_type": media_type,
        "files": [public_path(file.sha256, extension)],
    }


def _enter(file: dict[str, Any]) -> None:
    with transaction.atomic():
        PublicFile.objects.get_or_create(
            pk=file["sha256"],
            defaults={key: file[key] for key in ("extension", "media_type", "size")},
        )


def _write(name: str, body: bytes) -> None:
    public = storages["public"]
    if not public.exists(name):
        public.save(name, ContentFile(body))


def _url(file: dict[str, Any]) -> str:
    return f"/tep/{public_path(file['sha256'], file['extension'])}"


def _srcset(files: list[dict[str, Any]]) -> str:
    return ", ".join(f"{_url(file)} {file['width']}w" for file in files)
