"""When things happened in the demo province, counted back from the day it is loaded."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from congtinh.demo.texts import ZONE


@dataclass(frozen=True, slots=True)
class Calendar:
    """Moments of the past as seen from `now`; the same text always falls on the same minute."""

    now: datetime

    @property
    def today(self) -> date:
        return self.now.astimezone(ZONE).date()

    def day(self, days_ago: int) -> date:
        return self.today - timedelta(days=days_ago)

    def at(self, days_ago: int, hour: int, minute: int = 0) -> datetime:
        """A moment of that day; never later than a few minutes ago."""
        moment = datetime.combine(self.day(days_ago), time(hour, minute), ZONE)
        return min(moment, self.now - timedelta(minutes=5))

    def morning(self, days_ago: int, name: str) -> datetime:
        """When someone sat down to write the text of that name: between 7.30 and 9.50."""
        return self.at(days_ago, 7, 30) + timedelta(minutes=chance(name, 140))

    def moments(self, start: datetime, minutes: Sequence[int], name: str) -> list[datetime]:
        """The moments after so many minutes each, moved back together if they end in the future."""
        steps = [
            step + chance(f"{name} {number}", max(1, step // 2))
            for number, step in enumerate(minutes)
        ]
        latest = self.now - timedelta(minutes=5)
        start = min(start, latest - timedelta(minutes=sum(steps)))
        found = []
        for step in steps:
            start += timedelta(minutes=step)
            found.append(start)
        return found


def chance(name: str, below: int) -> int:
    """A number that looks like chance and is the same on every machine and day."""
    return zlib.crc32(name.encode()) % below
