"""Working days: Monday to Friday without the public holidays, with the yearly swapped days.

The holidays come from `holidays`, lunar ones included, with the swaps it knows. The government
announces the swaps year by year, so those are data and are passed in; they win over the built-in.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from holidays import country_holidays


class Swap(NamedTuple):
    """A working day taken off in exchange for a day of rest that is worked."""

    off: date
    worked: date


class _Year(NamedTuple):
    off: frozenset[date]
    worked: frozenset[date]


def is_working_day(day: date, *, swapped: Iterable[Swap] = ()) -> bool:
    """Whether offices work on this day."""
    return _works(day, *_sets(swapped))


def add(start: date, days: int, *, swapped: Iterable[Swap] = ()) -> date:
    """The day that is so many working days after `start` (before it, if negative). The day itself
    does not count, as in the civil code; zero days give the day itself, worked or not.
    """
    off, worked = _sets(swapped)
    step = timedelta(days=1 if days > 0 else -1)
    day = start
    left = abs(days)
    while left:
        day += step
        left -= _works(day, off, worked)
    return day


def between(start: date, end: date, *, swapped: Iterable[Swap] = ()) -> int:
    """How many working days pass from `start`, which does not count, to `end`, which does;
    negative if `end` comes first. It is the inverse of `add`.
    """
    off, worked = _sets(swapped)
    if end < start:
        # Mirrors `add`: counted backwards, the earlier day counts and the later does not.
        return -sum(_works(end + timedelta(days=n), off, worked) for n in range((start - end).days))
    days = range(1, (end - start).days + 1)
    return sum(_works(start + timedelta(days=n), off, worked) for n in days)


def _sets(swapped: Iterable[Swap]) -> tuple[frozenset[date], frozenset[date]]:
    pairs = list(swapped)
    return frozenset(off for off, _ in pairs), frozenset(worked for _, worked in pairs)


def _works(day: date, off: frozenset[date], worked: frozenset[date]) -> bool:
    if day in worked:
        return True
    if day in off:
        return False
    year = _year(day.year)
    return day in year.worked or (day.weekday() < 5 and day not in year.off)


@lru_cache(maxsize=256)
def _year(year: int) -> _Year:
    calendar = country_holidays("VN", years=year)
    return _Year(frozenset(calendar), frozenset(calendar.weekend_workdays))
