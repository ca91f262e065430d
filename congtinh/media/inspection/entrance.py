"""The one question asked of every incoming file: what is it, and may it come in?"""

import hashlib
import re
from dataclasses import dataclass
from typing import BinaryIO, Literal

import filetype

from congtinh.media.inspection import images, limits, names, office, ole, pdf, plain, video
from congtinh.media.inspection.refusal import Rejected

Kind = Literal["image", "document", "video"]

HEAD_BYTES = 8192
CHUNK = 1024 * 1024
OLE_MIMES = {"doc": "application/msword", "xls": "application/vnd.ms-excel"}
EICAR = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"
EICAR_READ = 64 * 1024
SVG = re.compile(rb"<([\w-]+:)?svg[\s>/]", re.IGNORECASE)
EXECUTABLES = (
    b"MZ",
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"dex\n",
    b"CWS",
    b"FWS",
)
ARCHIVES = {"7z", "rar", "gz", "bz2", "xz", "tar", "zst", "lz", "cab", "z", "zip"}
AVIF_BRANDS = {b"avif"}
HEIC_BRANDS = {b"heic", b"heix", b"mif1", b"heim", b"heis"}
MP4_BRANDS = {
    b"isom",
    b"iso2",
    b"iso3",
    b"iso4",
    b"iso5",
    b"iso6",
    b"mp41",
    b"mp42",
    b"avc1",
    b"M4V ",
    b"MSNV",
    b"dash",
}
MOVING_BRANDS = {b"avis", b"hevc", b"hevx", b"msf1"}


@dataclass(frozen=True)
class Inspected:
    """What an accepted file is; width and height are 0 where they mean nothing."""

    kind: Kind
    mime: str
    extension: str
    size: int
    width: int
    height: int
    sha256: str
    safe_name: str


def inspect(name: str, stream: BinaryIO) -> Inspected:
    """What the file is, decided by its content; raises `Rejected` with a reason if it may not in.

    The name decides only between TXT and CSV. The stream is left at its start.
    """
    size = stream.seek(0, 2)
    if not size:
        raise Rejected("empty")
    if size > limits.VIDEO_BYTES:
        raise Rejected("too_large")
    stream.seek(0)
    head = stream.read(HEAD_BYTES)
    if EICAR in head or (size < EICAR_READ and EICAR in head + stream.read()):
        raise Rejected("malware")
    kind, mime, extension, width, height = _recognise(name, head, stream, size)
    digest = _sha256(stream)
    stream.seek(0)
    return Inspected(
        kind, mime, extension, size, width, height, digest, names.safe_name(name, extension)
    )


def _recognise(
    name: str, head: bytes, stream: BinaryIO, size: int
) -> tuple[Kind, str, str, int, int]:
    picture = _picture_kind(head)
    if picture:
        _hold(size, limits.IMAGE_BYTES)
        seen = images.check(stream, picture)
        return "image", seen.mime, seen.extension, seen.width, seen.height
    if head[4:8] == b"ftyp" and head[8:12] in MP4_BRANDS:
        return "video", "video/mp4", "mp4", *video.check_mp4(stream, size)
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return "video", "video/webm", "webm", *video.check_webm(stream)
    mime, extension = _document(name, head, stream, size)
    return "document", mime, extension, 0, 0


def _document(name: str, head: bytes, stream: BinaryIO, size: int) -> tuple[str, str]:
    if head.startswith(b"PK\x03\x04"):
        _hold(size, limits.DOCUMENT_BYTES)
        extension = office.check(stream)
        return office.MIMES[extension], extension
    if head.startswith(ole.MAGIC):
        extension = ole.check(_whole(stream, size))
        return OLE_MIMES[extension], extension
    if b"%PDF-" in head[:1024]:
        pdf.check(_whole(stream, size))
        return "application/pdf", "pdf"
    _refuse_known(head)
    claimed = names.extension_of(name)
    return plain.check(_whole(stream, size), claimed), claimed


def _picture_kind(head: bytes) -> str | None:
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        if brand in MOVING_BRANDS:
            raise Rejected("animated")
        if brand in AVIF_BRANDS or (brand == b"mif1" and b"avif" in head[16:64]):
            return "AVIF"
        if brand in HEIC_BRANDS:
            return "HEIF"
    return None


def _refuse_known(head: bytes) -> None:
    """A better word than "not allowed" for what people try most."""
    if SVG.search(head):
        raise Rejected("svg")
    if head.startswith(EXECUTABLES):
        raise Rejected("executable")
    guess = filetype.guess(head)
    if guess and guess.extension in ARCHIVES:
        raise Rejected("archive")
    if guess or not plain.is_text(head[: len(head) // 2 * 2]):
        raise Rejected("type_not_allowed")


def _hold(size: int, most: int) -> None:
    if size > most:
        raise Rejected("too_large")


def _whole(stream: BinaryIO, size: int) -> bytes:
    _hold(size, limits.DOCUMENT_BYTES)
    stream.seek(0)
    return stream.read()


def _sha256(stream: BinaryIO) -> str:
    digest = hashlib.sha256()
    stream.seek(0)
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()
