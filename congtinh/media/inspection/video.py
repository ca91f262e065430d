"""Reads the frame of an MP4 or WebM file far enough to know that it is one, and how large."""

import struct
from typing import BinaryIO

from congtinh.media.inspection import boxes
from congtinh.media.inspection.refusal import Rejected

LARGEST_INDEX = 32 * 1024 * 1024

EBML, DOC_TYPE, SEGMENT, TRACKS = 0x1A45DFA3, 0x4282, 0x18538067, 0x1654AE6B
TRACK_ENTRY, VIDEO, PIXEL_WIDTH, PIXEL_HEIGHT, CLUSTER = 0xAE, 0xE0, 0xB0, 0xBA, 0x1F43B675
WEBM_INDEX = 1024 * 1024


def check_mp4(stream: BinaryIO, size: int) -> tuple[int, int]:
    """Width and height; refuses a file whose boxes do not fill it exactly."""
    found = boxes.walk(stream, size)
    if not {b"ftyp", b"moov"} <= found.keys() or not found.keys() & {b"mdat", b"moof"}:
        raise Rejected("damaged")
    start, end = found[b"moov"]
    if end - start > LARGEST_INDEX:
        raise Rejected("damaged")
    stream.seek(start)
    return _largest_track(stream.read(end - start))


def _largest_track(index: bytes) -> tuple[int, int]:
    frame, at = (0, 0), index.find(b"tkhd")
    while at >= 4:
        (length,) = struct.unpack_from(">I", index, at - 4)
        end = at - 4 + length
        if 84 <= length <= 120 and end <= len(index):
            width, height = struct.unpack_from(">II", index, end - 8)
            frame = max(frame, (width >> 16, height >> 16))
        at = index.find(b"tkhd", at + 4)
    return frame


def check_webm(stream: BinaryIO) -> tuple[int, int]:
    """Width and height; refuses Matroska files that are no WebM."""
    stream.seek(0)
    head = stream.read(WEBM_INDEX)
    kind, start, end = _element(head, 0)
    if kind != EBML or end > len(head):
        raise Rejected("damaged")
    if b"webm" not in _children(head, start, end).get(DOC_TYPE, [b""])[0]:
        raise Rejected("type_not_allowed")
    kind, start, _ = _element(head, end)
    if kind != SEGMENT:
        raise Rejected("damaged")
    frame = (0, 0)
    for tracks in _children(head, start, len(head)).get(TRACKS, []):
        for entry in _children(tracks, 0, len(tracks)).get(TRACK_ENTRY, []):
            for video in _children(entry, 0, len(entry)).get(VIDEO, []):
                sizes = _children(video, 0, len(video))
                frame = max(frame, (_number(sizes, PIXEL_WIDTH), _number(sizes, PIXEL_HEIGHT)))
    return frame


def _number(children: dict[int, list[bytes]], kind: int) -> int:
    return int.from_bytes(children.get(kind, [b"\0"])[0][:4], "big")


def _children(data: bytes, at: int, end: int) -> dict[int, list[bytes]]:
    found: dict[int, list[bytes]] = {}
    while at < end:
        try:
            kind, start, stop = _element(data, at)
        except Rejected:
            break
        if kind == CLUSTER or stop > end:
            break
        found.setdefault(kind, []).append(data[start:stop])
        at = stop
    return found


def _element(data: bytes, at: int) -> tuple[int, int, int]:
    kind, start = _variable(data, at, keep_marker=True)
    length, start = _variable(data, start, keep_marker=False)
    return kind, start, start + length


def _variable(data: bytes, at: int, *, keep_marker: bool) -> tuple[int, int]:
    if at >= len(data) or not data[at]:
        raise Rejected("damaged")
    length = 9 - data[at].bit_length()
    raw = data[at : at + length]
    if len(raw) < length:
        raise Rejected("damaged")
    number = int.from_bytes(raw, "big")
    return (number if keep_marker else number & ((1 << 7 * length) - 1)), at + length
