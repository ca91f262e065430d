"""What comes in from outside, inspected and cleaned, before anything of it is stored."""

from typing import Any, BinaryIO

from django.core.files.base import ContentFile, File

from congtinh.media.inspection import Rejected, extract_text, inspect, safe_name, strip_metadata
from congtinh.media.inspection.names import extension_of

#: What HEIC, very large AVIF and WebP become when they are drawn anew.
_REDRAWN = ((b"\xff\xd8\xff", "jpg"),)


def picture(name: str, stream: BinaryIO) -> ContentFile:
    """A picture fit to keep: upright, without what tells on its maker, under a harmless name.

    Raises `Rejected` with a message for people when it is none or may not come in.
    """
    found = inspect(name, stream)
    if found.kind != "image":
        raise Rejected("not_an_image")
    return _redrawn(name, found.extension, stream)


def document(name: str, upload: Any) -> File:
    """A document or video fit to keep, under a harmless name; pictures as `picture`.

    Raises `Rejected` with a message for people when it may not come in.
    """
    found = inspect(name, upload)
    if found.kind == "image":
        return _redrawn(name, found.extension, upload)
    upload.name = found.safe_name
    kept: File = upload
    return kept


def words(name: str, file: Any) -> str:
    """The text that can be read in a file; empty for pictures, videos, PDF and old formats."""
    if extension_of(name) in {"mp4", "webm"}:
        return ""
    file.seek(0)
    text = extract_text(name, file.read())
    file.seek(0)
    return text


def _redrawn(name: str, extension: str, stream: BinaryIO) -> ContentFile:
    stream.seek(0)
    body = strip_metadata(stream.read())
    for start, real in _REDRAWN:
        if body.startswith(start):
            extension = real
    return ContentFile(body, name=safe_name(name, extension))
