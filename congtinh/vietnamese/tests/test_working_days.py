"""Working days, with holidays and swapped days."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congtinh.vietnamese.working_days import Swap, add, between, is_working_day

SWAP = Swap(off=date(2030, 5, 3), worked=date(2030, 5, 11))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2008, 11, 4), True),
        (date(2008, 11, 8), False),  # Saturday
        (date(2008, 9, 2), False),  # National Day
        (date(2025, 1, 29), False),  # first day of the lunar year
        (date(2025, 4, 7), False),  # the Hùng kings, 10th of the 3rd lunar month
        (date(2025, 5, 2), False),  # swapped off
        (date(2025, 4, 26), True),  # swapped on, a Saturday
        (date(2018, 12, 31), False),  # swapped over the turn of the year
        (date(2019, 1, 5), True),
        (date(2025, 9, 1), False),
        (date(2026, 4, 27), False),  # in lieu of a Sunday
    ],
)
def test_is_working_day_knows_the_calendar(day: date, works: bool) -> None:
    assert is_working_day(day) is works


def test_is_working_day_obeys_swaps_passed_in() -> None:
    assert is_working_day(SWAP.off)
    assert not is_working_day(SWAP.off, swapped=[SWAP])
    assert not is_working_day(SWAP.worked)
    assert is_working_day(SWAP.worked, swapped=[SWAP])


def test_add_steps_over_weekend_and_holiday() -> None:
    assert add(date(2008, 11, 7), 1) == date(2008, 11, 10)
    assert add(date(2008, 8, 29), 2) == date(2008, 9, 3)
    assert add(date(2008, 11, 10), -1) == date(2008, 11, 7)
    assert add(date(2008, 11, 8), 0) == date(2008, 11, 8)


def test_add_obeys_swaps() -> None:
    assert add(date(2030, 5, 2), 1) == SWAP.off
    assert add(date(2030, 5, 2), 1, swapped=[SWAP]) == date(2030, 5, 6)
    assert add(date(2030, 5, 10), 1, swapped=iter([SWAP])) == SWAP.worked


def test_between_counts_the_end_and_not_the_start() -> None:
    assert between(date(2008, 11, 3), date(2008, 11, 7)) == 4
    assert between(date(2008, 11, 7), date(2008, 11, 9)) == 0
    assert between(date(2008, 11, 7), date(2008, 11, 7)) == 0
    assert between(date(2008, 11, 7), date(2008, 11, 3)) == -4
    assert between(date(2030, 5, 2), date(2030, 5, 12), swapped=[SWAP]) == 6


@settings(deadline=None)
@given(st.dates(date(2005, 1, 1), date(2035, 1, 1)), st.integers(-40, 40))
def test_between_is_the_inverse_of_add(start: date, days: int) -> None:
    end = add(start, days)

    assert between(start, end) == days
    assert days == 0 or is_working_day(end)


@settings(deadline=None)
@given(st.dates(date(2005, 1, 1), date(2035, 1, 1)))
def test_between_adds_up(start: date) -> None:
    middle, end = start + timedelta(days=9), start + timedelta(days=30)

    assert between(start, middle) + between(middle, end) == between(start, end)
