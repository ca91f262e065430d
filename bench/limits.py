"""What the measured things may cost at most."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limit:
    """What a page may cost at most, in CPU milliseconds and statements."""

    cpu: float
    queries: int


#: Page → its limit; the feed has none of its own and is held to that of a section.
PAGES = {
    "home, general portal": Limit(10, 8),
    "home, component portal": Limit(10, 8),
    "section, page 1": Limit(6, 5),
    "section, page 500": Limit(6, 5),
    "article": Limit(4, 4),
    "feed (RSS)": Limit(6, 5),
}
#: How much more a page may cost with a hundred times as many publications.
GROWTH = 1.2
#: No staff screen may take longer, 95 times in 100; milliseconds of wall time.
STAFF_WALL = 250.0
#: An approval is readable in every process within this time; milliseconds.
READABLE_WALL = 1000.0
