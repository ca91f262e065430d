"""Dates and times as Vietnamese offices write and read them, lived in Asia/Ho_Chi_Minh."""

import re
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from congtinh.vietnamese.text import clean

TIME_ZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")

_WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
_NEAR_DAYS: Final = {-1: "hôm qua", 0: "hôm nay", 1: "ngày mai"}

_weekday = re.compile("(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),? ")
_day_first = re.compile(r"(?:ngày )?([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_in_words = re.compile("(?:ngày )?([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})")
_year_first = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})")


class Week(NamedTuple):
    """From Monday to Sunday."""

    monday: date
    sunday: date


class Quarter(NamedTuple):
    """One of the four quarters of a year."""

    year: int
    number: int
    first: date
    last: date


def local(moment: datetime) -> datetime:
    """The moment on the clocks of Vietnam; refuses (ValueError) one without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(TIME_ZONE)


def today(now: datetime) -> date:
    """Which day it is in Vietnam at that moment."""
    return local(now).date()


def long(day: date) -> str:
    """The date of an official paper: "ngày 04 tháng 11 năm 2008".

    Days below ten and the months 1 and 2 bear a leading zero (decree 30/2020/NĐ-CP, annex I).
    """
    day = _plain_day(day)
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year:04}"


def short(day: date) -> str:
    """The date in figures: "4/11/2008"."""
    day = _plain_day(day)
    return f"{day.day}/{day.month}/{day.year:04}"


def weekday_long(day: date) -> str:
    """The date in figures after its weekday: "Thứ Ba, 4/11/2008"."""
    day = _plain_day(day)
    return f"{_WEEKDAYS[day.weekday()]}, {short(day)}"


def relative(moment: datetime, now: datetime) -> str:
    """When something is, seen from now: "hôm nay 14:05", "hôm qua 08:10", "ngày mai 07:30",
    otherwise "4/11/2008 14:05".
    """
    there = local(moment)
    distance = (there.date() - today(now)).days
    return f"{_NEAR_DAYS.get(distance) or short(there)} {there:%H:%M}"


def parse(text: str) -> date:
    """Read a date as `long`, `short` and `weekday_long` write it, with or without leading zeros,
    with dots or hyphens for strokes, or as 2008-11-04. Refuses (ValueError) anything else.
    """
    plain = clean(text, single_line=True).casefold()
    plain = _weekday.sub("", plain, count=1)
    if found := _year_first.fullmatch(plain):
        year, month, day = found.groups()
    elif found := _in_words.fullmatch(plain):
        day, month, year = found.groups()
    elif found := _day_first.fullmatch(plain):
        day, month, year = found.group(1, 3, 4)
    else:
        raise ValueError(f"not a date: {text[:40]!r}")
    return date(int(year), int(month), int(day))


def week_of(day: date) -> Week:
    """The week a day lies in."""
    day = _plain_day(day)
    monday = day - timedelta(days=day.weekday())
    return Week(monday, monday + timedelta(days=6))


def quarter_of(day: date) -> Quarter:
    """The quarter a day lies in."""
    day = _plain_day(day)
    number = (day.month + 2) // 3
    last_month = date(day.year, number * 3, 28)
    # The last months of quarters have 30 or 31 days.
    last = last_month.replace(day=31 if number in {1, 4} else 30)
    return Quarter(day.year, number, date(day.year, number * 3 - 2, 1), last)


def _plain_day(day: date) -> date:
    """A moment is a date to Python too, but of whichever zone it stands in: bring it home."""
    return today(day) if isinstance(day, datetime) else day
