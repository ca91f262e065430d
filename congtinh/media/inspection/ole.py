"""Looks into old DOC and XLS files (compound files) for macros, objects and passwords."""

import re
import struct

from congtinh.media.inspection.refusal import Rejected

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAST_SECTORS = 0xFFFFFFFA
DIRECTORY_ENTRY = 128
HEADER_SECTORS = 109

MACRO_NAMES = {"vba", "_vba_project_cur", "_vba_project", "macros", "project", "projectwm"}
# An empty pool of objects stands in many files, and an equation only waits to be opened;
# a package is any file at all.
OBJECT_NAMES = {"\x01ole10native", "package"}
ENCRYPTED_NAMES = {"encryptedpackage", "encryptioninfo", "encryptedsummary"}
DDE_8_BIT = re.compile(rb"\x13\s*DDE(AUTO)?\b", re.IGNORECASE)
DDE_16_BIT = re.compile(rb"\x13\0( \0)*D\0D\0E\0", re.IGNORECASE)

BOUND_SHEET, FILE_PASS, MACRO_SHEET = 0x85, 0x2F, 1


class CompoundFile:
    """The few parts of the format needed to list streams and read one."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC) or len(data) < 512:
            raise Rejected("damaged")
        self.data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise Rejected("damaged")
        self.sector = 1 << shift
        (first_directory,) = struct.unpack_from("<I", data, 48)
        self.cutoff, first_mini, _, first_extra, extras = struct.unpack_from("<IIIII", data, 56)
        self.table = self._read_table(first_extra, extras)
        self.entries = self._read_directory(self._chain(first_directory))
        self.mini_table = (
            self._numbers(self._chain(first_mini)) if first_mini < LAST_SECTORS else []
        )

    def names(self) -> set[str]:
        return {name.lower() for name, _, _ in self.entries}

    def stream(self, wanted: str) -> bytes | None:
        for name, start, size in self.entries:
            if name.lower() == wanted.lower():
                return self._content(start, size)
        return None

    def _content(self, start: int, size: int) -> bytes:
        if size >= self.cutoff:
            return self._chain(start)[:size]
        container = self._chain(self.entries[0][1])
        parts, seen = [], set()
        while start < LAST_SECTORS:
            if start in seen or start >= len(self.mini_table):
                raise Rejected("damaged")
            seen.add(start)
            parts.append(container[start * 64 : start * 64 + 64])
            start = self.mini_table[start]
        return b"".join(parts)[:size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self.sector
        block = self.data[start : start + self.sector]
        if not block:
            raise Rejected("damaged")
        return block

    def _numbers(self, block: bytes) -> list[int]:
        return list(struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4]))

    def _read_table(self, extra: int, extras: int) -> list[int]:
        (count,) = struct.unpack_from("<I", self.data, 44)
        # Old writers leave rubbish in the places of the header they do not use.
        sectors = list(struct.unpack_from(f"<{min(count, HEADER_SECTORS)}I", self.data, 76))
        for _ in range(min(extras, len(self.data) // self.sector)):
            if extra >= LAST_SECTORS:
                break
            numbers = self._numbers(self._sector(extra))
            sectors += numbers[:-1]
            extra = numbers[-1]
        used = [number for number in sectors if number < LAST_SECTORS]
        if len(used) * self.sector > len(self.data) + self.sector:
            raise Rejected("damaged")
        table: list[int] = []
        for number in used:
            table += self._numbers(self._sector(number))
        return table

    def _chain(self, number: int) -> bytes:
        parts, seen = [], set()
        while number < LAST_SECTORS:
            if number in seen or number >= len(self.table):
                raise Rejected("damaged")
            seen.add(number)
            parts.append(self._sector(number))
            number = self.table[number]
        return b"".join(parts)

    def _read_directory(self, block: bytes) -> list[tuple[str, int, int]]:
        entries = []
        for at in range(0, len(block) - DIRECTORY_ENTRY + 1, DIRECTORY_ENTRY):
            length, kind = struct.unpack_from("<HB", block, at + 64)
            if kind == 0 or length > 64:
                continue
            name = block[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
            start, size = struct.unpack_from("<II", block, at + 116)
            entries.append((name, start, size))
        if not entries:
            raise Rejected("damaged")
        return entries


def check(data: bytes) -> str:
    """The extension a compound file earns, "doc" or "xls"; refuses what acts by itself."""
    compound = CompoundFile(data)
    names = compound.names()
    if names & ENCRYPTED_NAMES:
        raise Rejected("encrypted")
    document = compound.stream("WordDocument")
    workbook = compound.stream("Workbook") or compound.stream("Book")
    if workbook is not None:
        _check_workbook(workbook)
    elif document is not None:
        _check_document(document)
    else:
        raise Rejected("type_not_allowed")
    if names & MACRO_NAMES:
        raise Rejected("macro")
    if names & OBJECT_NAMES:
        raise Rejected("embedded")
    return "xls" if workbook is not None else "doc"


def _check_document(stream: bytes) -> None:
    if len(stream) < 32:
        raise Rejected("damaged")
    (flags,) = struct.unpack_from("<H", stream, 10)
    if flags & 0x0100:
        raise Rejected("encrypted")
    if DDE_8_BIT.search(stream) or DDE_16_BIT.search(stream):
        raise Rejected("dde")


def _check_workbook(stream: bytes) -> None:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == FILE_PASS:
            raise Rejected("encrypted")
        if kind == BOUND_SHEET and length >= 6 and stream[at + 9 : at + 10] == bytes([MACRO_SHEET]):
            raise Rejected("macro")
        at += 4 + length
