"""Looks through a PDF, its compressed object streams included, for whatever acts by itself."""

import re
import zlib

from congtinh.media.inspection import limits
from congtinh.media.inspection.refusal import Rejected

END_OF_NAME = rb"(?=[\s/<>\[\](){}%]|$)"
FORBIDDEN = (
    ("embedded", re.compile(rb"/(EmbeddedFiles?|RichMedia)" + END_OF_NAME)),
    ("action", re.compile(rb"/(JavaScript|Launch|XFA)" + END_OF_NAME)),
)
# A name may be written with escapes, /J#61vaScript; readers see no difference.
ESCAPED_NAME = re.compile(rb"/[^\s/<>\[\](){}%]{0,60}#[0-9A-Fa-f]{2}[^\s/<>\[\](){}%]{0,60}")
ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
ENCRYPT = re.compile(rb"/Encrypt\s*(\d+\s+\d+\s+R|<<)")
STREAM = re.compile(rb"\bstream\r?\n")
OBJECT_STREAM = re.compile(rb"/ObjStm" + END_OF_NAME)
PLAIN_FLATE = re.compile(rb"/Filter\s*\[?\s*/(FlateDecode|Fl)\s*\]?" + END_OF_NAME)
# Object streams are written plain or deflated; any further coding only serves to hide.
ODD_CODING = re.compile(rb"/DecodeParms|/DP" + END_OF_NAME + rb"|/FFilter|/FDecodeParms")
LARGEST_DICTIONARY = 4096
TAIL = 2048


def check(data: bytes) -> None:
    """Refuses scripts, started programs, attached files, encryption, and a torn file."""
    if not data.lstrip(b"\xef\xbb\xbf\r\n\t ")[:5] == b"%PDF-":
        raise Rejected("damaged")
    if b"%%EOF" not in data[-TAIL:] or b"startxref" not in data[-TAIL:]:
        raise Rejected("damaged")
    _judge(data)
    if ENCRYPT.search(data):
        raise Rejected("encrypted")
    budget = limits.PDF_OBJECT_STREAM_BYTES
    for start in STREAM.finditer(data):
        dictionary = _dictionary_before(data, start.start())
        if OBJECT_STREAM.search(dictionary):
            content = _object_stream(data, start.end(), dictionary, budget)
            budget -= len(content)
            _judge(content)


def _judge(content: bytes) -> None:
    escaped = b" ".join(_unescape(name) for name in ESCAPED_NAME.findall(content))
    for code, sign in FORBIDDEN:
        if sign.search(content) or sign.search(escaped):
            raise Rejected(code)


def _unescape(name: bytes) -> bytes:
    return ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), name)


def _dictionary_before(data: bytes, end: int) -> bytes:
    block = data[max(end - LARGEST_DICTIONARY, 0) : end]
    start = max(block.rfind(b" obj"), block.rfind(b"\nobj"), block.rfind(b"endobj"))
    return _unescape(block[max(start, 0) :])


def _object_stream(data: bytes, start: int, dictionary: bytes, budget: int) -> bytes:
    if b"/Filter" not in dictionary:
        return b""  # plain, so already judged with the whole file
    if not PLAIN_FLATE.search(dictionary) or ODD_CODING.search(dictionary):
        raise Rejected("action")
    inflater = zlib.decompressobj()
    try:
        content = inflater.decompress(memoryview(data)[start:], max(budget, 1))
    except zlib.error as error:
        raise Rejected("damaged") from error
    if len(content) >= budget:
        raise Rejected("bomb")
    return content
