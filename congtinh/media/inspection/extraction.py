"""Takes the plain text out of a document, so that marks of secrecy in it can be found."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from congtinh.media.inspection import archives, plain
from congtinh.media.inspection.names import extension_of
from congtinh.media.inspection.refusal import Rejected

# Which entries hold text, in the order they are read: what heads a page comes first.
PARTS = re.compile(
    r"word/(header\d*|document|footer\d*|footnotes|endnotes|comments)\.xml"
    r"|xl/(sharedStrings|worksheets/sheet\d+)\.xml"
    r"|ppt/(slides/slide\d+|notesSlides/notesSlide\d+)\.xml|content\.xml|styles\.xml"
)
READ_EARLY = ("word/document", "xl/shared")
TEXT_TAGS = {"t", "delText", "instrText"}
BREAK_TAGS = {"p", "br", "cr", "tab", "si", "is", "row", "h", "tc", "line-break"}
OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument"
OPEN_DOCUMENT_TAGS = {"p", "h"}


def extract_text(name: str, data: bytes, limit: int = 200_000) -> str:
    """At most `limit` characters of the text in a DOCX, XLSX, PPTX, ODT, ODS, TXT or CSV file.

    Empty for anything else or unreadable, PDF included: no text found does not mean no mark.
    """
    if data.startswith(b"PK\x03\x04"):
        return _collect(_office_text(data), limit)
    if extension_of(name) in plain.MIMES and plain.is_text(data):
        return plain.decode(data[: limit * 4])[:limit]
    return ""


def _collect(pieces: Iterator[str], limit: int) -> str:
    parts, length = [], 0
    for piece in pieces:
        parts.append(piece)
        length += len(piece)
        if length >= limit:
            break
    lines = (" ".join(line.split()) for line in "".join(parts).splitlines())
    return "\n".join(line for line in lines if line)[:limit]


def _office_text(data: bytes) -> Iterator[str]:
    try:
        archive = archives.open_checked(io.BytesIO(data))
        entries = [entry for entry in archive.infolist() if PARTS.fullmatch(entry.filename)]
        for entry in sorted(entries, key=_reading_order):
            yield from _part_text(archive, entry)
    except (Rejected, DefusedXmlException, ParseError, ValueError, LookupError):
        return


def _reading_order(entry: zipfile.ZipInfo) -> tuple[bool, bool, str]:
    name = entry.filename
    return not name.startswith("word/header"), not name.startswith(READ_EARLY), name


def _part_text(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[str]:
    words = _Words()
    parser = DefusedXMLParser(target=words, forbid_dtd=True)
    for piece in archives.pieces(archive, entry):
        parser.feed(piece)
        yield words.take()
    parser.close()
    yield words.take() + "\n"


class _Words:
    """Hears the parser's events and keeps the words, so that no tree is ever built."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.inside = 0

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        namespace, _, name = tag.rpartition("}")
        if name in TEXT_TAGS or (OPEN_DOCUMENT in namespace and name in OPEN_DOCUMENT_TAGS):
            self.inside += 1

    def end(self, tag: str) -> None:
        namespace, _, name = tag.rpartition("}")
        if name in TEXT_TAGS or (OPEN_DOCUMENT in namespace and name in OPEN_DOCUMENT_TAGS):
            self.inside -= 1
        if name in BREAK_TAGS:
            self.heard.append("\n")

    def data(self, text: str) -> None:
        if self.inside:
            self.heard.append(text)

    def close(self) -> None:
        pass

    def take(self) -> str:
        text = "".join(self.heard)
        self.heard.clear()
        return text
