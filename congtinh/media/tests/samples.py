"""Small files made for the tests, and the place of the data sets that are not in the repository."""

import io
import os
import tarfile
import zipfile
import zlib
from pathlib import Path

import pytest
from PIL import Image

CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{type}'
    '.main+xml"/></Types>'
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://x/{type}" Target="{target}" TargetMode="External"/>'
    "</Relationships>"
)


def data_set(*parts: str) -> Path:
    root = Path(__file__).resolve().parents[3]
    folder = Path(os.environ.get("CONGTINH_DATA") or root.parent / "shared" / "data")
    path = folder.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"data set {parts[0]}/ not present")
    return path


def members(path: Path) -> dict[str, bytes]:
    with tarfile.open(path) as archive:
        return {
            member.name: archive.extractfile(member).read() for member in archive if member.isfile()
        }


def zipped(entries: dict[str, str | bytes], *, stored: bool = False) -> bytes:
    target = io.BytesIO()
    method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return target.getvalue()


def docx(body: str = "<w:p/>", **extra: str | bytes) -> bytes:
    entries = {
        "[Content_Types].xml": CONTENT_TYPES.format(
            part="word/document.xml", type="wordprocessingml.document"
        ),
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
    }
    return zipped(entries | {name.replace("__", "/"): text for name, text in extra.items()})


def docx_with(entries: dict[str, str | bytes], body: str = "<w:p/>") -> bytes:
    return docx(body, **entries)


def xlsx(**extra: str | bytes) -> bytes:
    entries = {
        "[Content_Types].xml": CONTENT_TYPES.format(
            part="xl/workbook.xml", type="spreadsheetml.sheet"
        ),
        "xl/workbook.xml": "<workbook/>",
    }
    return zipped(entries | {name.replace("__", "/"): text for name, text in extra.items()})


def odt(content: str = "<office:text/>", **extra: str | bytes) -> bytes:
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            **{name.replace("__", "/"): text for name, text in extra.items()},
        }
    )


def pdf(*objects: bytes) -> bytes:
    body = b"\n".join(b"%d 0 obj\n%s\nendobj" % (n, one) for n, one in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"\nxref\n0 1\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n"


def object_stream(content: bytes, extra: bytes = b"") -> bytes:
    packed = zlib.compress(content)
    head = b"<</Type/ObjStm/Filter/FlateDecode%s/Length %d>>" % (extra, len(packed))
    return head + b"\nstream\n" + packed + b"\nendstream"


def picture(kind: str = "JPEG", size: tuple[int, int] = (40, 20), **options: object) -> bytes:
    target = io.BytesIO()
    image = Image.new("RGB", size, "teal")
    # One red corner shows which way up the picture is.
    image.paste("red", (0, 0, size[0] // 4, size[1] // 4))
    image.save(target, kind, **options)
    return target.getvalue()


def box(kind: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + kind + content


def mp4(width: int = 640, height: int = 360) -> bytes:
    frame = (width << 16).to_bytes(4, "big") + (height << 16).to_bytes(4, "big")
    track = box(b"trak", box(b"tkhd", bytes(76) + frame))
    return box(b"ftyp", b"isom\0\0\2\0isom") + box(b"moov", track) + box(b"mdat", b"....")


def element(kind: str, content: bytes) -> bytes:
    return bytes.fromhex(kind) + bytes([0x80 | len(content)]) + content


def webm(kind: bytes = b"webm", width: int = 640, height: int = 360) -> bytes:
    sizes = element("B0", width.to_bytes(2, "big")) + element("BA", height.to_bytes(2, "big"))
    tracks = element("1654AE6B", element("AE", element("E0", sizes)))
    return element("1A45DFA3", element("4282", kind)) + element("18538067", tracks)


def compound(*streams: tuple[str, bytes]) -> bytes:
    """A compound file as old Office wrote it: header, one table sector, directory, streams."""
    sectors, table, entries = [], [0xFFFFFFFD, 0xFFFFFFFE], [("Root Entry", 5, 0xFFFFFFFE, 0)]
    for name, content in streams:
        content = content.ljust(4096, b"\0")
        first, count = 2 + len(sectors), -(-len(content) // 512)
        sectors += [content[at : at + 512].ljust(512, b"\0") for at in range(0, len(content), 512)]
        table += [*range(first + 1, first + count), 0xFFFFFFFE]
        entries.append((name, 2, first, len(content)))
    directory = b"".join(_entry(*one) for one in entries).ljust(512, b"\0")
    table += [0xFFFFFFFF] * (128 - len(table))
    head = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0"))
    head[30:34] = b"\x09\0\x06\0"
    numbers = [1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0, *[0xFFFFFFFF] * 108]
    head[44:512] = b"".join(number.to_bytes(4, "little") for number in numbers)
    packed = b"".join(number.to_bytes(4, "little") for number in table)
    return bytes(head) + packed + directory + b"".join(sectors)


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    label = (name + "\0").encode("utf-16-le")
    head = label.ljust(64, b"\0") + len(label).to_bytes(2, "little") + bytes([kind])
    return head.ljust(116, b"\0") + start.to_bytes(4, "little") + size.to_bytes(8, "little")
