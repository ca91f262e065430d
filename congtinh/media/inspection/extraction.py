"""Takes the plain text out of a document, so that marks of secrecy in it can be found."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as SafeTree

from congtinh.media.inspection import archives, limits, plain
from congtinh.media.inspection.names import extension_of
from congtinh.media.inspection.refusal import Rejected

# Which entries hold text, in the order they are read: what heads a page comes first.
PARTS = re.compile(
    r"word/(header\d*|document|footer\d*|footnotes|endnotes|comments)\.xml"
    r"|xl/(sharedStrings|worksheets/sheet\d+)\.xml"
    r"|ppt/(slides/slide\d+|notesSlides/notesSlide\d+)\.xml|content\.xml|styles\.xml"
)
ORDER = ("word/header", "word/document", "xl/shared")
TEXT_TAGS = {"t", "delText", "instrText"}
BREAK_TAGS = {"p", "br", "cr", "tab", "si", "is", "row", "h", "tc", "line-break"}
OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument"
LARGEST_PART = 32 * limits.MEBIBYTE


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
        entries.sort(key=lambda one: (not one.filename.startswith(ORDER), one.filename))
        for entry in entries:
            if entry.file_size <= LARGEST_PART:
                yield from _part_text(archive, entry)
    except (Rejected, DefusedXmlException, ParseError, ValueError, LookupError):
        return


def _part_text(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[str]:
    content = io.BytesIO(archives.read(archive, entry.filename, LARGEST_PART))
    for _, element in SafeTree.iterparse(content, events=("end",), forbid_dtd=True):
        namespace, _, tag = element.tag.rpartition("}")
        open_document = OPEN_DOCUMENT in namespace
        if element.text and (open_document or tag in TEXT_TAGS):
            yield element.text
        if tag in BREAK_TAGS:
            yield "\n"
        if open_document and element.tail:
            yield element.tail
    yield "\n"
