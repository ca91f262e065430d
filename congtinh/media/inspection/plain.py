"""Tells plain text and CSV from web pages, scripts and other code that is text as well."""

import codecs
import re

from congtinh.media.inspection.refusal import Rejected

MIMES = {"txt": "text/plain", "csv": "text/csv"}
SNIFFED = 64 * 1024
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
STARTS_AS_CODE = re.compile(
    r"\s*(<[!?/a-z%]|#!|%!PS|\{\\rtf|MZ|From |MIME-Version:|ID;P)", re.IGNORECASE
)
CONTAINS_CODE = re.compile(
    r"<\?(php|=|xml)|<%|<!(doctype|entity|--\s*#)|</?(\w+:)?(script|svg|iframe|object|embed|html|body|form)\b"
    r"|<\w+[^<>]{0,200}\son\w+\s*=|(src|href)\s*=\s*[\"']?\s*javascript:",
    re.IGNORECASE,
)
# A sheet that opens with a call of another program is made for that call. Elsewhere in a table a
# formula is data: it stays as written here, and is made harmless where tables are handed out.
OPENS_WITH_DDE = re.compile(r"\s*\"?[=+@-]\s*[\w.]+\|\s*'", re.IGNORECASE)


def decode(data: bytes) -> str:
    """The text under its mark of order, as UTF-8, or as Windows Vietnamese as a last resort."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1258", "replace")


def check(data: bytes, extension: str) -> str:
    """The mime type of plain text; refuses markup, scripts and anything not text."""
    if extension not in MIMES:
        raise Rejected("markup" if looks_like_code(data) else "type_not_allowed")
    if not is_text(data):
        raise Rejected("type_not_allowed")
    text = decode(data)
    if STARTS_AS_CODE.match(text) or CONTAINS_CODE.search(text):
        raise Rejected("markup")
    if extension == "csv" and OPENS_WITH_DDE.match(text):
        raise Rejected("dde")
    return MIMES[extension]


def is_text(data: bytes) -> bool:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return not CONTROL.search(decode(data).encode())
    return not CONTROL.search(data)


def looks_like_code(data: bytes) -> bool:
    text = decode(data[:SNIFFED])
    return bool(STARTS_AS_CODE.match(text) or CONTAINS_CODE.search(text))
