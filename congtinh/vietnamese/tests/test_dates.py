"""Dates as offices write and read them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congtinh.vietnamese import dates

ISSUED = date(2008, 11, 4)
NOW = datetime(2008, 11, 4, 18, 0, tzinfo=UTC)  # the 5th, 01:00, in Vietnam


def test_long_writes_leading_zeros_as_the_decree_does() -> None:
    assert dates.long(ISSUED) == "ngày 04 tháng 11 năm 2008"
    assert dates.long(date(2021, 1, 15)) == "ngày 15 tháng 01 năm 2021"
    assert dates.long(date(2021, 2, 9)) == "ngày 09 tháng 02 năm 2021"
    assert dates.long(date(2021, 3, 10)) == "ngày 10 tháng 3 năm 2021"


def test_short_and_weekday_write_figures() -> None:
    assert dates.short(ISSUED) == "4/11/2008"
    assert dates.weekday_long(ISSUED) == "Thứ Ba, 4/11/2008"
    assert dates.weekday_long(date(2008, 11, 9)) == "Chủ Nhật, 9/11/2008"


def test_long_brings_a_moment_home() -> None:
    assert dates.long(NOW) == "ngày 05 tháng 11 năm 2008"


@settings(deadline=None)
@given(st.dates())
def test_parse_reads_what_is_written(day: date) -> None:
    for write in (dates.long, dates.short, dates.weekday_long, date.isoformat):
        assert dates.parse(write(day)) == day


@pytest.mark.parametrize(
    "text",
    [
        "04/11/2008",
        "4-11-2008",
        "4.11.2008",
        "2008-11-04",
        " Ngày 4\xa0tháng 11 năm 2008 ",
        "ngày 4/11/2008",
        "thứ ba 04/11/2008",
        "04 tháng 11 năm 2008",
    ],
)
def test_parse_reads_common_forms(text: str) -> None:
    assert dates.parse(text) == ISSUED


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31/02/2008",
        "4/11/08",
        "4/11-2008",
        "2008/11/04",
        "11/2008",
        "٤/11/2008",
        "hôm nay",
        "0/1/2008",
    ],
)
def test_parse_refuses_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        dates.parse(text)


def test_today_is_the_day_in_vietnam() -> None:
    assert dates.today(NOW) == date(2008, 11, 5)


def test_today_refuses_a_moment_without_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        dates.today(datetime.fromisoformat("2008-11-04 08:00"))


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (0, "hôm nay 01:00"),
        (22, "hôm nay 23:00"),
        (-2, "hôm qua 23:00"),
        (23, "ngày mai 00:00"),
        (-26, "3/11/2008 23:00"),
        (47, "7/11/2008 00:00"),
    ],
)
def test_relative_names_the_near_days(hours: int, expected: str) -> None:
    assert dates.relative(NOW + timedelta(hours=hours), NOW) == expected


@settings(deadline=None)
@given(st.dates(date(1, 1, 8), date(9999, 12, 20)))
def test_week_of_runs_from_monday_to_sunday(day: date) -> None:
    week = dates.week_of(day)

    assert week.monday <= day <= week.sunday
    assert (week.monday.weekday(), week.sunday.weekday()) == (0, 6)
    assert week.sunday - week.monday == timedelta(days=6)


def test_quarter_of_knows_its_limits() -> None:
    assert dates.quarter_of(ISSUED) == (2008, 4, date(2008, 10, 1), date(2008, 12, 31))
    assert dates.quarter_of(date(2009, 1, 1)) == (2009, 1, date(2009, 1, 1), date(2009, 3, 31))
    assert dates.quarter_of(date(2009, 6, 30)) == (2009, 2, date(2009, 4, 1), date(2009, 6, 30))
    assert dates.quarter_of(date(2009, 7, 1)) == (2009, 3, date(2009, 7, 1), date(2009, 9, 30))
