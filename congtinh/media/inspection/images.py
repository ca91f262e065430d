"""Checks that a picture is one: header first, then every pixel, within bounds."""

import re
import warnings
from dataclasses import dataclass
from typing import BinaryIO

import pillow_heif
from PIL import Image

from congtinh.media.inspection import boxes, limits
from congtinh.media.inspection.refusal import Rejected

pillow_heif.register_heif_opener()

# Pillow's name of the format → (mime, extension); the order decides nothing.
FORMATS = {
    "JPEG": ("image/jpeg", "jpg"),
    "MPO": ("image/jpeg", "jpg"),
    "PNG": ("image/png", "png"),
    "WEBP": ("image/webp", "webp"),
    "AVIF": ("image/avif", "avif"),
    "GIF": ("image/gif", "gif"),
    "HEIF": ("image/heic", "heic"),
}
ORIENTATION = 0x0112
TURNED = {5, 6, 7, 8}
# JPEG is decoded at an eighth of its size: all data are read, little memory is used.
DRAFT_DIVISOR = 8
# Other formats are decoded whole only up to here, which costs up to ten bytes a pixel; above it
# the container has to be complete, and drawing the picture anew finds the rest.
FULLY_DECODED_PIXELS = 24_000_000
SCRIPTS = re.compile(rb"<\?php|<script|<!doctype|<html|<iframe|%PDF-1|Rar!\x1a\x07", re.IGNORECASE)
ZIP_END = b"PK\x05\x06"


@dataclass(frozen=True)
class Picture:
    """What a picture turned out to be; width and height as it is seen, turned upright."""

    mime: str
    extension: str
    width: int
    height: int


def open_header(stream: BinaryIO, kind: str | None = None) -> Image.Image:
    """The picture with only its header read; refuses what is none or holds too many pixels."""
    stream.seek(0)
    formats = [kind] if kind else list(FORMATS)
    formats = ["JPEG" if name == "MPO" else name for name in formats]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(stream, formats=list(dict.fromkeys(formats)))
    except Image.DecompressionBombError as error:
        raise Rejected("too_many_pixels") from error
    except Exception as error:
        # Pillow's readers raise whatever a torn header makes them stumble over.
        raise Rejected("damaged") from error
    if image.width * image.height > limits.IMAGE_PIXELS:
        raise Rejected("too_many_pixels")
    return image


def check(stream: BinaryIO, kind: str) -> Picture:
    """What the picture is; refuses torn, animated and two-faced ones."""
    _check_single_content(stream)
    image = open_header(stream, kind)
    size, orientation = image.size, None
    try:
        animated = kind != "JPEG" and getattr(image, "is_animated", False)
        if not animated:
            orientation = _decode(image, stream)
    except Rejected:
        raise
    except Exception as error:
        # As above: any failure to decode means that the picture is not whole.
        raise Rejected("damaged") from error
    if animated and kind != "HEIF":
        raise Rejected("animated")
    width, height = reversed(size) if orientation in TURNED else size
    mime, extension = FORMATS[kind]
    return Picture(mime, extension, width, height)


def _decode(image: Image.Image, stream: BinaryIO) -> int | None:
    """Reads every pixel, as far as memory allows, and answers how the picture is turned."""
    kind, small = image.format, image.width * image.height <= FULLY_DECODED_PIXELS
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if kind in {"JPEG", "MPO"}:
            image.draft(image.mode, (image.width // DRAFT_DIVISOR, image.height // DRAFT_DIVISOR))
            image.load()
        elif kind == "PNG":
            image.verify()
            if not small:
                return None  # asking for its orientation would decode it
            image = open_header(stream, kind)
            image.load()
        elif small:
            image.load()
        else:
            _check_container(stream, kind)
        orientation = image.getexif().get(ORIENTATION)
    return orientation if isinstance(orientation, int) else None


def _check_container(stream: BinaryIO, kind: str | None) -> None:
    """The lengths written in the file add up to the file."""
    size = stream.seek(0, 2)
    if kind == "WEBP":
        stream.seek(4)
        if int.from_bytes(stream.read(4), "little") + 8 > size:
            raise Rejected("damaged")
    elif kind in {"AVIF", "HEIF"}:
        boxes.walk(stream, size)


def _check_single_content(stream: BinaryIO) -> None:
    stream.seek(0)
    content = stream.read(limits.IMAGE_BYTES)
    if SCRIPTS.search(content) or ZIP_END in content[-66_000:]:
        raise Rejected("polyglot")
