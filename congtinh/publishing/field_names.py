"""What each field of sealed content is called on screens, and what to do about what checks find."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from congtinh.publishing.checks import LABELS
from congtinh.publishing.kinds import BLOCKING, CONFIRM, Issue
from congtinh.publishing.models import Review

Words = str | Promise

FIELDS: dict[str, Words] = {
    "title": gettext_lazy("Tiêu đề"),
    "slug": gettext_lazy("Đường dẫn"),
    "lead": gettext_lazy("Dẫn"),
    "summary": gettext_lazy("Tóm tắt"),
    "body": gettext_lazy("Nội dung"),
    "section": pgettext_lazy("một", "Chuyên mục"),
    "section_name": pgettext_lazy("một", "Chuyên mục"),
    "area": gettext_lazy("Lĩnh vực"),
    "language": gettext_lazy("Ngôn ngữ"),
    "genre": gettext_lazy("Thể loại"),
    "event_on": gettext_lazy("Ngày diễn ra"),
    "source": gettext_lazy("Nguồn tin"),
    "credits": gettext_lazy("Người thực hiện"),
    "picture": gettext_lazy("Ảnh chính"),
    "picture_alt": gettext_lazy("Mô tả thay thế của ảnh"),
    "picture_caption": gettext_lazy("Chú thích ảnh"),
    "picture_credit": gettext_lazy("Nguồn ảnh"),
    "media": gettext_lazy("Ảnh và tệp"),
}

#: What to do about a finding, in one sentence.
REMEDIES: dict[str, Words] = {
    "missing": gettext_lazy("Mở bài và điền vào chỗ này."),
    "no_area": gettext_lazy("Mở bài và chọn lĩnh vực."),
    "too_long": gettext_lazy("Mở bài và viết gọn lại."),
    "missing_alt": gettext_lazy("Mở bài và viết ảnh cho thấy gì, cho người không nhìn thấy ảnh."),
    "address_taken": gettext_lazy("Mở bài và đặt đường dẫn khác."),
    "media_missing": gettext_lazy("Mở bài và chọn lại ảnh hoặc tệp."),
    "dead_link": gettext_lazy("Sửa liên kết, hoặc xác nhận là đúng."),
    "secrecy_mark": gettext_lazy("Chỉ đăng khi chắc chắn nội dung không thuộc danh mục mật."),
    "secrecy_mark_file": gettext_lazy("Chỉ đăng khi chắc chắn tệp không thuộc danh mục mật."),
    "identity_number": gettext_lazy("Bỏ số này, trừ khi pháp luật yêu cầu công khai."),
    "account_number": gettext_lazy("Bỏ số này, trừ khi là tài khoản của cơ quan."),
    "phone_number": gettext_lazy("Kiểm tra đây là số của cơ quan, không phải của cá nhân."),
    "watch_word": gettext_lazy("Đọc lại câu có từ này."),
    "outside_link": gettext_lazy("Kiểm tra trang được dẫn tới là chính thống."),
}

_PLACE = re.compile(r"body\.(\d+)")


def field_name(field: str) -> str:
    """«body.3» is «Nội dung, phần 3»; an unknown field is called by its own name."""
    place = _PLACE.fullmatch(field)
    if place:
        return _("Nội dung, phần %(number)s") % {"number": place[1]}
    return str(FIELDS.get(field, field))


@dataclass(frozen=True, slots=True)
class Finding:
    """One issue in words, with who confirmed it."""

    issue: Issue
    place: str
    label: Words
    remedy: Words
    confirmed_by: str = ""
    confirmed_at: datetime | None = None

    @property
    def blocks(self) -> bool:
        return self.issue.severity == BLOCKING

    @property
    def asks(self) -> bool:
        return self.issue.severity == CONFIRM

    @property
    def open(self) -> bool:
        return self.asks and not self.confirmed_by


def findings(issues: list[Issue], review: Review | None = None) -> list[Finding]:
    """Issues in words, worst first; with the confirmations of a review."""
    confirmed: dict[str, Any] = {}
    if review:
        rows = review.confirmations.select_related("by").order_by("pk")
        confirmed = {row.issue: row for row in rows}
    found = []
    for issue in sorted(issues, key=_weight):
        row = confirmed.get(issue.key)
        found.append(
            Finding(
                issue, field_name(issue.field), LABELS[issue.code],
                REMEDIES.get(issue.code, ""), str(row.by) if row else "", row.at if row else None,
            )
        )  # fmt: skip
    return found


def _weight(issue: Issue) -> int:
    return {BLOCKING: 0, CONFIRM: 1}.get(issue.severity, 2)
