"""Walks the outer boxes of an ISO media file: MP4, HEIC and AVIF are built alike."""

import struct
from typing import BinaryIO

from congtinh.media.inspection.refusal import Rejected

MOST_BOXES = 100_000


def walk(stream: BinaryIO, size: int) -> dict[bytes, tuple[int, int]]:
    """Kind of box → where its content begins and ends; the boxes must fill the file exactly."""
    found: dict[bytes, tuple[int, int]] = {}
    at = 0
    for _ in range(MOST_BOXES):
        if at == size:
            return found
        kind, start, end = _box(stream, at, size)
        found.setdefault(kind, (start, end))
        at = end
    raise Rejected("damaged")


def _box(stream: BinaryIO, at: int, size: int) -> tuple[bytes, int, int]:
    stream.seek(at)
    head = stream.read(16)
    if len(head) < 8:
        raise Rejected("damaged")
    length, kind = struct.unpack_from(">I4s", head)
    start = at + 8
    if length == 1 and len(head) == 16:
        (length,) = struct.unpack_from(">Q", head, 8)
        start = at + 16
    elif length == 0:
        length = size - at
    end = at + length
    if end < start or end > size:
        raise Rejected("damaged")
    return kind, start, end
