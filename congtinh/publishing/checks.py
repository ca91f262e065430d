"""Checks before publication that hold for every kind of content (Đ10.2, Đ10.3)."""

import re
from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from congtinh.publishing.kinds import ADVICE, BLOCKING, CONFIRM, Issue, Kind, Sealed
from congtinh.publishing.models import Live, Publication
from congtinh.vietnamese import patterns

#: Words a moderator should look at twice; a province adds its own in the settings.
WATCH_LIST = ("cá độ", "đánh bạc", "casino", "kubet", "nhà cái", "lô đề", "vay nóng")

LABELS = {
    "missing": _("Chưa điền"),
    "too_long": _("Quá dài"),
    "missing_alt": _("Ảnh chưa có mô tả thay thế"),
    "address_taken": _("Đường dẫn đã thuộc về bài khác"),
    "dead_link": _("Liên kết nội bộ dẫn tới trang không có"),
    "secrecy_mark": _("Có dấu chỉ độ mật"),
    "secrecy_mark_file": _("Tệp đính kèm có dấu chỉ độ mật"),
    "unread_file": _("Không đọc được chữ trong tệp, hãy tự xem dấu mật"),
    "identity_number": _("Có số giấy tờ cá nhân"),
    "phone_number": _("Có số điện thoại"),
    "account_number": _("Có số tài khoản"),
    "watch_word": _("Có từ trong danh sách theo dõi"),
    "outside_link": _("Có liên kết ra trang ngoài"),
    "media_missing": _("Ảnh hoặc tệp không còn"),
    "no_area": _("Chưa chọn lĩnh vực"),
}

_WATCHED = re.compile(
    r"(?<!\w)(?:" + "|".join(map(re.escape, WATCH_LIST)) + r")(?!\w)", re.IGNORECASE
)
_PATTERNS = (
    ("secrecy_mark", patterns.secrecy_marks),
    ("identity_number", patterns.identity_numbers),
    ("phone_number", patterns.phone_numbers),
    ("account_number", patterns.account_numbers),
)


def common_issues(kind: Kind, sealed: Sealed, item: UUID) -> list[Issue]:
    """Required fields, the address, and what may not be public in any text."""
    return [*_address(kind, sealed, item), *own_issues(kind, sealed)]


def own_issues(kind: Kind, sealed: Sealed) -> list[Issue]:
    """As `common_issues` without the address, which a batch asks for all its texts at once."""
    return [*_required(sealed), *_texts(kind, sealed)]


def links_issues(field: str, addresses: list[str], portal: str) -> Iterator[Issue]:
    """Dead links within the portal, and links that lead out of it."""
    for address in dict.fromkeys(addresses):
        if address.startswith("/") and not address.startswith("//"):
            path = address.split("#")[0].split("?")[0].rstrip("/") or "/"
            if not path.startswith("/tep/") and not _leads_somewhere(portal, path):
                yield Issue(field, "dead_link", CONFIRM, address)
        elif address.startswith(("http://", "https://")):
            yield Issue(field, "outside_link", ADVICE, address)


def text_issues(field: str, text: str) -> Iterator[Issue]:
    """Secrecy marks, personal and account numbers, watched words in one text (Đ10.2)."""
    for code, find in _PATTERNS:
        for words in dict.fromkeys(found.match.strip() for found in find(text)):
            yield Issue(field, code, CONFIRM, words)
    for word in dict.fromkeys(match.group().lower() for match in _WATCHED.finditer(text)):
        yield Issue(field, "watch_word", CONFIRM, word)


def _required(sealed: Sealed) -> Iterator[Issue]:
    for field in ("title", "section"):
        if not sealed[field]:
            yield Issue(field, "missing", BLOCKING)
    if not sealed["area"]:
        yield Issue("area", "no_area", BLOCKING)


def _address(kind: Kind, sealed: Sealed, item: UUID) -> Iterator[Issue]:
    if not sealed["slug"]:
        return
    path = kind.path(sealed)
    others = Publication.objects.filter(portal=sealed["portal"], path=path).exclude(item=item)
    if others.exists():
        yield Issue("slug", "address_taken", BLOCKING, path)


def _texts(kind: Kind, sealed: Sealed) -> Iterator[Issue]:
    for field, text in kind.texts(sealed):
        yield from text_issues(field, text)


def _leads_somewhere(portal: str, path: str) -> bool:
    if Live.objects.filter(portal=portal, path=path).exists():
        return True
    first = path.removeprefix("/en").strip("/")
    return first == "" or Live.objects.filter(portal=portal, section=first).exists()
