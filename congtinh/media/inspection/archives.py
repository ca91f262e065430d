"""Looks at a ZIP container's table of contents before anything in it is unpacked."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO

from congtinh.media.inspection import limits
from congtinh.media.inspection.refusal import Rejected

END_OF_DIRECTORY = b"PK\x05\x06"
ENCRYPTED_FLAGS = 0x1 | 0x40 | 0x2000
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
LOCAL_HEADER_BYTES = 30
CHUNK = 256 * 1024
# What a reader may raise on a hostile container, besides BadZipFile.
UNREADABLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    KeyError,
)


def open_checked(stream: BinaryIO) -> zipfile.ZipFile:
    """The container, once its table of contents is found sound and of bounded size."""
    size = stream.seek(0, 2)
    _check_end(stream, size)
    stream.seek(0)
    try:
        archive = zipfile.ZipFile(stream)
    except UNREADABLE as error:
        raise Rejected("damaged") from error
    entries = archive.infolist()
    if not entries:
        raise Rejected("damaged")
    _check_amounts(entries)
    _check_names(entries)
    _check_layout(entries, size)
    return archive


def pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """One entry's bytes, chunk by chunk; a fault in the container becomes a refusal."""
    try:
        with archive.open(entry) as content:
            yield from _chunks(content)
    except UNREADABLE as error:
        raise Rejected("damaged") from error


def read(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """One entry whole, refused when it is longer than the caller can use."""
    try:
        entry = archive.getinfo(name)
    except KeyError as error:
        raise Rejected("damaged") from error
    if entry.file_size > most:
        raise Rejected("bomb")
    return b"".join(pieces(archive, entry))


def _chunks(content: IO[bytes]) -> Iterator[bytes]:
    while chunk := content.read(CHUNK):
        yield chunk


def _check_end(stream: BinaryIO, size: int) -> None:
    tail = min(size, 66_000)
    stream.seek(size - tail)
    block = stream.read(tail)
    found = block.rfind(END_OF_DIRECTORY)
    if found < 0 or found + 22 > tail:
        raise Rejected("damaged")
    (count,) = struct.unpack_from("<H", block, found + 10)
    if count > limits.ARCHIVE_ENTRIES:
        raise Rejected("bomb")
    (comment,) = struct.unpack_from("<H", block, found + 20)
    if found + 22 + comment != tail or comment > 200:
        raise Rejected("polyglot")


def _check_amounts(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > limits.ARCHIVE_ENTRIES:
        raise Rejected("bomb")
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    sizes = [(entry.file_size, entry.compress_size) for entry in entries]
    if unpacked > limits.ARCHIVE_UNPACKED_BYTES:
        raise Rejected("bomb")
    for full, small in [*sizes, (unpacked, packed)]:
        if full > limits.ARCHIVE_RATIO_FROM_BYTES and full > small * limits.ARCHIVE_RATIO:
            raise Rejected("bomb")


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    seen = set()
    for entry in entries:
        name = entry.orig_filename.replace("\\", "/")
        parts = name.rstrip("/").split("/")
        if name.startswith("/") or ".." in parts or ":" in parts[0] or "\0" in name:
            raise Rejected("unsafe_path")
        if stat.S_ISLNK(entry.external_attr >> 16) or name.lower() in seen:
            raise Rejected("unsafe_path")
        if entry.flag_bits & ENCRYPTED_FLAGS:
            raise Rejected("encrypted")
        if entry.compress_type not in METHODS:
            raise Rejected("damaged")
        seen.add(name.lower())


def _check_layout(entries: list[zipfile.ZipInfo], size: int) -> None:
    """Entries that share bytes are the trick of the bomb that needs no nesting."""
    reached = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        if entry.header_offset < reached:
            raise Rejected("bomb")
        reached = entry.header_offset + LOCAL_HEADER_BYTES + entry.compress_size
    if entries and min(entry.header_offset for entry in entries) != 0:
        raise Rejected("polyglot")
    if reached > size:
        raise Rejected("damaged")
