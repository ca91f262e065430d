"""Looks into DOCX, XLSX, PPTX, ODT and ODS for whatever acts by itself when opened."""

import io
import re
import zipfile
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as SafeTree

from congtinh.media.inspection import archives, limits
from congtinh.media.inspection.refusal import Rejected

OPEN_XML = "application/vnd.openxmlformats-officedocument."
MAIN_PARTS = {
    OPEN_XML + "wordprocessingml.document.main+xml": ("docx", "word/document.xml"),
    OPEN_XML + "spreadsheetml.sheet.main+xml": ("xlsx", "xl/workbook.xml"),
    OPEN_XML + "presentationml.presentation.main+xml": ("pptx", "ppt/presentation.xml"),
}
MIMES = {
    "docx": OPEN_XML + "wordprocessingml.document",
    "xlsx": OPEN_XML + "spreadsheetml.sheet",
    "pptx": OPEN_XML + "presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
OPEN_DOCUMENTS = {MIMES[name].encode(): name for name in ("odt", "ods")}

MACRO_ENTRY = re.compile(r"(^|/)(vbaproject\.bin|vbadata\.xml|macrosheets/|basic/|scripts/)")
ACTIVE_ENTRY = re.compile(
    r"(^|/)(activex|ctrlprops)/.*\.bin$|\.(exe|dll|js|vbs|bat|cmd|ps1|lnk|hta|php|jar|msi|scr)$"
)
EMBEDDED_ENTRY = re.compile(r"(^|/)(embeddings)/")
# A chart keeps its numbers in a workbook inside the file; those are looked into as well.
EMBEDDED_WORKBOOK = re.compile(r"\.xlsx$")
XML_ENTRY = re.compile(r"\.(xml|rels|vml|rdf|xhtml)$")

DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)")
ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)[\"']")
SIGNS = (
    ("dde", re.compile(rb"<[\w:]*ddeLink\b|dde-source\b|dde-link\b|dde-connection")),
    ("action", re.compile(rb"ppaction://(program|macro)|vnd\.sun\.star\.script:|macro:///")),
    ("action", re.compile(rb"<script:event-listener\b")),
    ("macro", re.compile(rb"macroEnabled|intlMacrosheet|ms-excel\.macrosheet")),
    ("embedded", re.compile(rb"<[\w:]*object-ole\b")),
)
LONGEST_SIGN = 64
FIELD = re.compile(rb"instrText|fldSimple")
LARGEST_FIELD_PART = 64 * limits.MEBIBYTE

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
REMOTE = re.compile(
    r"^(https?|ftp|mhtml|ms-\w+|javascript|vbscript):|^(file:)?[\\/]{2}[^\\/]", re.IGNORECASE
)
PROGRAM = re.compile(
    r"\.(exe|com|bat|cmd|ps1|vbs|js|hta|msi|scr|lnk)\b(?!/)|^(javascript|vbscript):", re.IGNORECASE
)
# Content that these bring is fetched without asking; a hyperlink waits for a click.
WAITS_FOR_CLICK = ("/hyperlink", "/slide", "/subDocument")
DDE_FIELD = re.compile(r"^\s*(DDE(AUTO)?\b|QUOTE(\s+\d{2,3}){4})", re.IGNORECASE)
REMOTE_FIELD = re.compile(
    r"^\s*(INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT)\b.*(://|\\\\)", re.IGNORECASE | re.DOTALL
)
LINK_FIELD = re.compile(r"^\s*LINK\s+\S+", re.IGNORECASE)


def check(stream: BinaryIO, *, depth: int = 0) -> str:
    """The extension an office container earns ("docx", …); refuses whatever acts by itself."""
    archive = archives.open_checked(stream)
    names = {entry.filename for entry in archive.infolist()}
    if "[Content_Types].xml" in names:
        extension = _open_xml_type(archive, names)
    elif "mimetype" in names:
        extension = _open_document_type(archive, names)
    else:
        raise Rejected("archive")
    _check_entries(archive, depth)
    return extension


def _open_xml_type(archive: zipfile.ZipFile, names: set[str]) -> str:
    if any(MACRO_ENTRY.search(name.lower()) for name in names):
        raise Rejected("macro")
    content = archives.read(archive, "[Content_Types].xml", 4 * limits.MEBIBYTE)
    _check_text(content)
    for override in _parse(content).iter():
        found = MAIN_PARTS.get(override.get("ContentType", ""))
        if found:
            part = override.get("PartName", "").lstrip("/")
            if part not in names:
                raise Rejected("damaged")
            return found[0]
    if b"macroEnabled" in content:
        raise Rejected("macro")
    # Writers may declare the main part by a default for all XML; then its place decides.
    for extension, part in MAIN_PARTS.values():
        if part in names and b"Override" not in content:
            return extension
    raise Rejected("type_not_allowed")


def _open_document_type(archive: zipfile.ZipFile, names: set[str]) -> str:
    if any(MACRO_ENTRY.search(name.lower()) for name in names):
        raise Rejected("macro")
    mime = archives.read(archive, "mimetype", 200).strip()
    if mime not in OPEN_DOCUMENTS:
        raise Rejected("type_not_allowed")
    if "content.xml" not in names:
        raise Rejected("damaged")
    if "META-INF/manifest.xml" in names:
        manifest = archives.read(archive, "META-INF/manifest.xml", 4 * limits.MEBIBYTE)
        if b"encryption-data" in manifest:
            raise Rejected("encrypted")
    return OPEN_DOCUMENTS[mime]


def _check_entries(archive: zipfile.ZipFile, depth: int) -> None:
    for entry in archive.infolist():
        name = entry.filename.lower()
        if entry.is_dir():
            continue
        if ACTIVE_ENTRY.search(name):
            raise Rejected("embedded")
        if EMBEDDED_ENTRY.search(name):
            _check_embedded(archive, entry, depth)
        elif XML_ENTRY.search(name):
            _check_xml(archive, entry)
        else:
            first = next(archives.pieces(archive, entry), b"")
            if first.startswith((b"\xd0\xcf\x11\xe0", b"MZ", b"\x7fELF")):
                # Printer settings and thumbnails are never compound files; objects are.
                raise Rejected("embedded")


def _check_embedded(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, depth: int) -> None:
    if depth or not EMBEDDED_WORKBOOK.search(entry.filename.lower()):
        raise Rejected("embedded")
    content = archives.read(archive, entry.filename, limits.DOCUMENT_BYTES)
    try:
        check(io.BytesIO(content), depth=depth + 1)
    except Rejected as refusal:
        raise Rejected("embedded") from refusal


def _check_xml(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    kept, has_fields = b"", False
    for number, piece in enumerate(archives.pieces(archive, entry)):
        if not number:
            _check_encoding(piece)
        window = kept + piece
        _check_text(window)
        has_fields = has_fields or bool(FIELD.search(window))
        kept = window[-LONGEST_SIGN:]
    if entry.filename.lower().endswith(".rels"):
        _check_relationships(archives.read(archive, entry.filename, 16 * limits.MEBIBYTE))
    elif has_fields:
        _check_fields(archives.read(archive, entry.filename, LARGEST_FIELD_PART))


def _check_encoding(start: bytes) -> None:
    """Only encodings in which the signs below can be recognised byte by byte."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff", b"\0<", b"<\0")):
        raise Rejected("entity")
    declared = ENCODING.search(start[:300])
    if declared and declared[1].lower() not in {b"utf-8", b"us-ascii", b"iso-8859-1"}:
        raise Rejected("entity")


def _check_text(window: bytes) -> None:
    if DOCTYPE.search(window):
        raise Rejected("entity")
    for code, sign in SIGNS:
        if sign.search(window):
            raise Rejected(code)


def _check_relationships(content: bytes) -> None:
    for relation in _parse(content).iter(RELATIONSHIP):
        if relation.get("TargetMode") != "External":
            continue
        target, kind = relation.get("Target", ""), relation.get("Type", "")
        if kind.endswith(WAITS_FOR_CLICK):
            if PROGRAM.search(target) and not target.lower().startswith(("http:", "https:")):
                raise Rejected("action")
        elif kind.endswith(("/oleObject", "/frame")) or REMOTE.search(target):
            raise Rejected("external")


def _check_fields(content: bytes) -> None:
    """Field codes may be cut over many runs; they are joined before they are judged."""
    open_fields: list[str] = []
    for element in _parse(content).iter():
        tag = element.tag.rpartition("}")[2]
        if tag == "fldChar":
            kind = next((v for k, v in element.items() if k.endswith("fldCharType")), "")
            if kind == "begin":
                open_fields.append("")
            elif open_fields:
                _judge_field(open_fields[-1])
                if kind == "end":
                    open_fields.pop()
        elif tag == "instrText":
            if not open_fields:
                open_fields.append("")
            open_fields[-1] += element.text or ""
        elif tag == "fldSimple":
            _judge_field(next((v for k, v in element.items() if k.endswith("instr")), ""))
    for code in open_fields:
        _judge_field(code)


def _judge_field(code: str) -> None:
    if DDE_FIELD.search(code):
        raise Rejected("dde")
    if REMOTE_FIELD.search(code) or LINK_FIELD.search(code):
        raise Rejected("external")


def _parse(content: bytes) -> Element:
    try:
        return SafeTree.fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise Rejected("entity") from error
    except (ParseError, ValueError, LookupError) as error:
        raise Rejected("damaged") from error
