"""Reads a Word file into the title, lead and blocks of an article, by styles and not by looks."""

import io
import re
from dataclasses import dataclass, field
from typing import Any

import mammoth
from bs4.element import Tag
from django.utils.translation import gettext_lazy as _

from congtinh.media.inspection import archives, ole
from congtinh.media.inspection.refusal import Rejected
from congtinh.news import blocks, markup

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_TEXT = 12 * 1024 * 1024
# An article of forty pages has about a hundred thousand; more takes longer than a clerk waits.
MOST_TAGS = 150_000
MAIN_PART = "word/document.xml"
SHOWN_IMAGES = {"image/jpeg", "image/png", "image/gif", "image/webp", "image/avif", "image/heic"}
DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)|^(\xff\xfe|\xfe\xff)")

LONGEST_TITLE, LONGEST_LEAD = 200, 1000
TITLE_WITHIN, LEAD_WITHIN = 6, 3
# Heads of official papers are set in bold as well, but are no title.
LETTERHEAD = re.compile(
    r"CỘNG H(ÒA|OÀ) XÃ HỘI|Độc lập\s*[-–—]\s*Tự do|^(Số|Mẫu)\b.{0,30}$", re.IGNORECASE
)

STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p.lead:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='Illustration'] => p.caption:fresh
p[style-name='Table'] => p.caption:fresh
"""

MESSAGES = {
    "too_large": _("Tệp Word lớn hơn 20 MB. Nén ảnh trong tệp (Compress Pictures) rồi thử lại."),
    "too_long": _(
        "Văn bản trong tệp quá dài để đưa vào một bài. Chia thành nhiều tệp rồi thử lại."
    ),
    "encrypted": _("Tệp Word có mật khẩu. Bỏ mật khẩu (File, Info, Protect Document) rồi thử lại."),
    "old_format": _("Tệp là Word đời cũ (.doc). Mở bằng Word, lưu thành .docx rồi thử lại."),
    "not_word": _(
        "Tệp không phải là văn bản Word (.docx). Chọn đúng tệp, hoặc dán nội dung vào bài."
    ),
    "broken": _(
        "Tệp Word bị hỏng nên không đọc được. Mở bằng Word, lưu thành bản mới rồi thử lại."
    ),
    "bomb": _(
        "Tệp Word khi giải nén phình ra bất thường nên không đọc. "
        "Mở bằng Word, lưu thành bản mới rồi thử lại."
    ),
    "macro": _("Tệp Word có macro. Lưu thành .docx không có macro rồi thử lại."),
    "no_document": _(
        "Trong tệp không có phần văn bản của Word. Mở bằng Word, lưu thành .docx rồi thử lại."
    ),
    "unsafe": _(
        "Cấu trúc bên trong tệp Word không an toàn nên không đọc. "
        "Chép nội dung sang văn bản mới rồi thử lại."
    ),
}
# What the look at the container may say, in this module's words.
SAID_AS = {
    "bomb": "bomb",
    "encrypted": "encrypted",
    "macro": "macro",
    "unsafe_path": "unsafe",
    "polyglot": "unsafe",
    "entity": "unsafe",
}
WARNINGS = {
    "image": _(
        "Có hình vẽ kiểu cũ (EMF, WMF) không hiển thị được trên web nên đã bỏ; hãy thay bằng ảnh."
    ),
    "lost_image": _("Có ảnh không đọc được nên đã bỏ; hãy tải ảnh đó lên riêng."),
    "object": _("Tệp có đối tượng nhúng (bảng tính, công thức…) không được đưa vào bài."),
    "no_title": _("Không tìm thấy tiêu đề trong tệp; hãy tự nhập."),
    "no_alt": _("Có ảnh chưa có lời mô tả cho người khiếm thị; hãy bổ sung."),
}


class Unreadable(Exception):
    """A Word file that cannot be read: a stable code for programs, a message for people."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
        self.message = MESSAGES[code]


@dataclass(frozen=True)
class WordImage:
    """A picture as it lay in the file; it still has to pass inspection before it is kept."""

    data: bytes
    mime: str
    alt: str


@dataclass
class WordDocument:
    """What an article can take from a Word file; image blocks point into `images`."""

    title: str = ""
    lead: str = ""
    blocks: list[dict[str, Any]] = field(default_factory=list)
    images: list[WordImage] = field(default_factory=list)
    warnings: list[object] = field(default_factory=list)


def read(name: str, data: bytes) -> WordDocument:
    """Title, lead, blocks and images of a .docx; raises `Unreadable` for anything else.

    The name plays no part: the content decides.
    """
    if len(data) > LARGEST_FILE:
        raise Unreadable("too_large")
    has_objects = _check_container(data)
    collected = _Images()
    try:
        html = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=STYLES,
            convert_image=mammoth.images.img_element(collected.take),
        ).value
        document = _compose(html, collected)
    except Exception as error:
        # The reader trusts the file's structure and raises anything when it is not as expected.
        raise Unreadable("broken") from error
    codes = [*collected.warnings]
    if has_objects:
        codes.append("object")
    if not document.title:
        codes.append("no_title")
    if any(not image.alt for image in document.images):
        codes.append("no_alt")
    document.warnings = [WARNINGS[code] for code in dict.fromkeys(codes)]
    return document


class _Images:
    """Takes pictures out while the text is converted, leaving their numbers in it."""

    def __init__(self) -> None:
        self.found: list[WordImage] = []
        self.warnings: list[str] = []

    def take(self, image: Any) -> dict[str, str]:
        if image.content_type not in SHOWN_IMAGES:
            self.warnings.append("image")
            return {"src": ""}
        try:
            with image.open() as content:
                data = content.read()
        except (KeyError, OSError, ValueError):
            self.warnings.append("lost_image")
            return {"src": ""}
        alt = blocks.one_line(image.alt_text or "")
        self.found.append(WordImage(data, image.content_type, alt))
        return {"src": f"image:{len(self.found) - 1}", "alt": alt}


def _check_container(data: bytes) -> bool:
    """Whether the file has embedded objects; refuses what is no sound Word file."""
    if data.startswith(ole.MAGIC):
        raise Unreadable(_kind_of_compound(data))
    if not data.startswith(b"PK\x03\x04"):
        raise Unreadable("broken" if data[:2] == b"PK" else "not_word")
    try:
        archive = archives.open_checked(io.BytesIO(data))
        names = {entry.filename.lower() for entry in archive.infolist()}
        if any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
            raise Unreadable("macro")
        if MAIN_PART not in names:
            foreign = any(name.startswith(("xl/", "ppt/", "content.xml")) for name in names)
            raise Unreadable("not_word" if foreign else "no_document")
        size = 0
        for entry in archive.infolist():
            if entry.filename.lower().endswith((".xml", ".rels")):
                size += entry.file_size
                if size > LARGEST_TEXT:
                    raise Unreadable("too_long")
                text = archives.read(archive, entry.filename, LARGEST_TEXT)
                if DOCTYPE.search(text):
                    raise Unreadable("unsafe")
                if entry.filename == MAIN_PART and text.count(b"<") > MOST_TAGS:
                    raise Unreadable("too_long")
    except Rejected as refusal:
        raise Unreadable(SAID_AS.get(refusal.code, "broken")) from refusal
    return any(name.startswith("word/embeddings/") for name in names)


def _kind_of_compound(data: bytes) -> str:
    try:
        names = ole.CompoundFile(data).names()
    except Rejected:
        return "broken"
    if names & ole.ENCRYPTED_NAMES:
        return "encrypted"
    return "old_format" if "worddocument" in names else "not_word"


def _compose(html: str, collected: _Images) -> WordDocument:
    soup = markup.read(
        html, {"*": {"class"}, "a": {"href"}, "img": {"src", "alt"}, "td": {"colspan", "rowspan"}}
    )
    for link in soup.find_all("a", href=re.compile(r"^#(footnote|endnote|comment)-ref")):
        link.decompose()
    elements = [child for child in soup.contents if isinstance(child, Tag)]
    title = _take_title(elements)
    lead = _take_lead(elements) if title else ""
    return WordDocument(
        title=title, lead=lead, blocks=blocks.from_elements(elements), images=collected.found
    )


def _take_title(elements: list[Tag]) -> str:
    """Title style, or the first heading, or a short bold paragraph near the top; taken out."""
    found = next((one for one in elements if "title" in one.get_attribute_list("class")), None)
    if found is None:
        found = next((one for one in elements if one.name == "h1"), None)
    if found is None:
        found = next(
            (
                one
                for one in elements[:TITLE_WITHIN]
                if _is_bold_line(one) and len(markup.plain(one)) <= LONGEST_TITLE
            ),
            None,
        )
    return _take(elements, found)


def _take_lead(elements: list[Tag]) -> str:
    found = next((one for one in elements if "lead" in one.get_attribute_list("class")), None)
    if found is None:
        near = [one for one in elements if one.name == "p" and markup.plain(one)][:LEAD_WITHIN]
        found = next(
            (one for one in near if _is_bold_line(one) and len(markup.plain(one)) <= LONGEST_LEAD),
            None,
        )
    return _take(elements, found)


def _take(elements: list[Tag], found: Tag | None) -> str:
    if found is None:
        return ""
    text = markup.plain(found)
    at = next(number for number, one in enumerate(elements) if one is found)
    if found.find("img") is None:
        del elements[at]
    else:
        # The words leave for the title; the picture among them stays where it was.
        for words in found.find_all(string=True):
            words.extract()
    return text


def _is_bold_line(element: Tag) -> bool:
    if element.name != "p":
        return False
    pieces = [words for words in element.find_all(string=True) if words.strip()]
    bold = bool(pieces) and all(words.find_parent(["strong", "b"]) for words in pieces)
    return bold and not LETTERHEAD.search(markup.plain(element))
