"""Filters by which components write dates and sizes the way the reader's language writes them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils.translation import get_language, gettext

register = template.Library()

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WEEKDAYS_VI = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"]


def _moment(value: str | date | datetime | None) -> date | datetime | None:
    """Reads ISO 8601; a moment with a zone is moved to Vietnam's."""
    if not value:
        return None
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
        except ValueError:
            return None
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(HANOI)
    return value


def _english() -> bool:
    return (get_language() or "vi").startswith("en")


@register.filter
def day(value: str | date | datetime | None) -> str:
    """24/11/2026 in Vietnamese, 24 November 2026 in English."""
    moment = _moment(value)
    if moment is None:
        return ""
    if _english():
        return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    return f"{moment.day:02d}/{moment.month:02d}/{moment.year}"


@register.filter
def day_and_time(value: str | date | datetime | None) -> str:
    """The day, and the hour where the value has one."""
    moment = _moment(value)
    if not isinstance(moment, datetime):
        return day(value)
    return f"{day(moment)}, {moment.hour:02d}:{moment.minute:02d}"


@register.filter
def long_day(value: str | date | datetime | None) -> str:
    """The day with its weekday, for the head of a schedule or a decision."""
    moment = _moment(value)
    if moment is None:
        return ""
    if _english():
        return f"{WEEKDAYS[moment.weekday()]} {day(moment)}"
    return (
        f"{WEEKDAYS_VI[moment.weekday()]}, ngày {moment.day} tháng {moment.month} năm {moment.year}"
    )


@register.filter
def file_size(value: int | None) -> str:
    """Bytes as a reader counts them: 812 KB, 1,4 MB."""
    if value is None:
        return ""
    if value < 1_000_000:
        return f"{max(1, round(value / 1000))} KB"
    text = f"{value / 1_000_000:.1f} MB"
    return text if _english() else text.replace(".", ",")


@register.filter
def language_name(code: str) -> str:
    """A language in the words of the page's language."""
    return {"vi": gettext("tiếng Việt"), "en": gettext("tiếng Anh")}.get(code, code)
