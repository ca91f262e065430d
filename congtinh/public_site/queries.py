"""Reads of what is public: indexed, keyed by position, the same cost at any size.

The reads that every page needs are written out: making their SQL anew each time would cost ten
times what running it does. `python -m bench plans` shows how both databases carry them out.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson
from django.db import connection
from django.db.models import OuterRef, Subquery

from congtinh.publishing.live import GENERAL
from congtinh.publishing.models import Live, LiveHost, Publication, Rendering

PAGE = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list: its stored card and where it stands in the order."""

    card: str
    section: str
    position: int
    seq: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What is public at an address: its place, its log entry and its ready text."""

    seq: int
    item: UUID | str
    translation_key: UUID | str
    portal: str
    path: str
    section: str
    language: str
    first_published_at: datetime
    title: str
    summary: str
    version: int
    published_at: datetime
    decided_by: str
    capacity: str
    decided_at: datetime
    source_seq: int | None
    #: Address of the same item in the other language; empty where there is none.
    translated: str
    body: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Host:
    """A host name, the portal it leads to and the log entry that says so."""

    host: str
    portal: str
    canonical: bool
    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Component:
    """A component portal in the index: where it is and its newest publication."""

    portal: str
    host: str
    structure: dict[str, Any]
    seq: int
    newest: int | None
    title: str
    path: str
    at: datetime | None


def hosts(host: str) -> list[Host]:
    """The row of a host name, and that of the general portal's canonical one."""
    one = (
        "SELECT h.host, h.portal, h.canonical, h.publication_id, p.hash"
        " FROM publishing_livehost h JOIN publishing_publication p ON p.seq = h.publication_id"
    )
    rows = _rows(
        f"{one} WHERE h.host = %s UNION ALL {one} WHERE h.portal = %s AND h.canonical",
        [host, GENERAL],
    )
    return [Host(*row) for row in rows]


_structures: dict[str, dict[str, Any]] = {}
#: More structures than a country has portals; beyond it the process starts afresh.
_MOST_STRUCTURES = 5000


def structures(wanted: dict[str, int]) -> dict[str, dict[str, Any]]:
    """What portals announced of themselves, by the hash of the log entry; `wanted`: hash → number.

    An entry never changes, so each is read once in the life of a process.
    """
    unknown = [seq for digest, seq in wanted.items() if digest not in _structures]
    if unknown:
        if len(_structures) > _MOST_STRUCTURES:
            _structures.clear()
        rows = Rendering.objects.filter(pk__in=unknown)
        _structures.update(rows.values_list("publication__hash", "data"))
    return {digest: _structures[digest] for digest in wanted}


def newest(portal: str, language: str, count: int) -> list[dict[str, Any]]:
    """The newest of a portal with the values their cards are made from."""
    rows = _rows(
        "SELECT r.data FROM publishing_live l"
        " JOIN publishing_rendering r ON r.publication_id = l.publication_id"
        " WHERE l.portal = %s AND l.language = %s AND l.listed AND l.kind <> 'page'"
        " ORDER BY l.position DESC LIMIT %s",
        [portal, language, count],
    )
    return [_data(row[0])["card"] for row in rows]


_IN_SECTION = (
    "SELECT r.card, l.section, l.position, l.publication_id FROM publishing_live l"
    " JOIN publishing_rendering r ON r.publication_id = l.publication_id"
    " WHERE l.portal = %s AND l.language = %s AND l.section = %s AND l.listed"
)


def newest_by_section(portal: str, language: str, sections: list[str], count: int) -> list[Row]:
    """The newest of each section, in one query whose cost does not grow with the records."""
    if not sections:
        return []
    one = f"SELECT * FROM ({_IN_SECTION} ORDER BY l.position DESC LIMIT %s) AS s{{}}"
    statement = " UNION ALL ".join(one.format(number) for number in range(len(sections)))
    values: list[Any] = []
    for section in sections:
        values += [portal, language, section, count]
    return [Row(*row) for row in _rows(statement, values)]


def section_page(
    portal: str, language: str, section: str, *, before: int | None, after: int | None
) -> tuple[list[Row], bool, bool]:
    """One page of a section, newest first: rows, whether there are newer ones, and older ones.

    `before` and `after` are positions; a page far back costs what the first one costs.
    """
    values: list[Any] = [portal, language, section]
    bound, order = "", "DESC"
    if after is not None:
        bound, order = " AND l.position > %s", "ASC"
        values.append(after)
    elif before is not None:
        bound = " AND l.position < %s"
        values.append(before)
    statement = f"{_IN_SECTION}{bound} ORDER BY l.position {order} LIMIT {PAGE + 1}"
    found = [Row(*row) for row in _rows(statement, values)]
    more, found = len(found) > PAGE, found[:PAGE]
    if after is not None:
        return found[::-1], more, True
    return found, before is not None, more


def live_at(portal: str, path: str) -> Shown | None:
    """What is public at an address, with its text and log entry; one query."""
    rows = _rows(
        "SELECT l.publication_id, l.item, l.translation_key, l.portal, l.path, l.section,"
        " l.language, l.first_published_at, p.title, p.summary, p.version, p.published_at,"
        " p.decided_by, p.capacity, p.decided_at, p.source_seq,"
        " COALESCE((SELECT t.path FROM publishing_live t"
        "  WHERE t.translation_key = l.translation_key AND t.portal = l.portal"
        "  AND t.language <> l.language LIMIT 1), ''), r.body, r.data"
        " FROM publishing_live l"
        " JOIN publishing_publication p ON p.seq = l.publication_id"
        " JOIN publishing_rendering r ON r.publication_id = l.publication_id"
        " WHERE l.portal = %s AND l.path = %s",
        [portal, path],
    )
    if not rows:
        return None
    # The moments and the data come as the database writes them.
    values: list[Any] = list(rows[0])
    for place in _MOMENTS:
        values[place] = _moment(values[place])
    values[-1] = _data(values[-1])
    return Shown(*values)


#: Where `live_at` reads moments: first published, published, decided.
_MOMENTS = (7, 11, 14)


def gone_at(portal: str, path: str) -> Publication | None:
    """The withdrawal of what was public at an address."""
    last = Publication.objects.filter(portal=portal, path=path).order_by("-seq").first()
    return last if last and last.verb == Publication.Verb.WITHDRAW else None


def related(live: Shown, count: int = 4) -> list[str]:
    """Cards of what else is new in the same section."""
    rows = _rows(
        f"{_IN_SECTION} AND l.publication_id <> %s ORDER BY l.position DESC LIMIT %s",
        [live.portal, live.language, live.section, live.seq, count],
    )
    return [row[0] for row in rows]


def corrections(live: Shown) -> list[Publication]:
    """Versions that said what they correct, newest first; asked only where there are any."""
    if live.version == 1:
        return []
    rows = Publication.objects.filter(item=live.item).exclude(correction="")
    return list(rows.order_by("-seq").only("seq", "correction", "published_at"))


def source(live: Shown) -> tuple[str, str, str] | None:
    """(title, host, path) of the publication that this text was taken from, where still public."""
    if live.source_seq is None:
        return None
    host = LiveHost.objects.filter(portal=OuterRef("portal"), canonical=True).values("host")[:1]
    rows = Publication.objects.filter(pk=live.source_seq).annotate(host=Subquery(host))
    found = rows.values_list("title", "host", "path").first()
    return (found[0], found[1] or "", found[2]) if found else None


def component_portals(language: str) -> list[Component]:
    """Every component portal with its structure, host and newest line."""
    rows = _rows(
        "SELECT h.portal, h.host, s.hash, s.seq, n.seq, n.title, n.path, n.published_at"
        " FROM publishing_livehost h"
        " JOIN publishing_publication s ON s.seq = h.publication_id"
        " LEFT JOIN publishing_publication n ON n.seq = ("
        "  SELECT l.publication_id FROM publishing_live l"
        "  WHERE l.portal = h.portal AND l.language = %s AND l.listed"
        "  ORDER BY l.position DESC LIMIT 1)"
        " WHERE h.canonical AND h.portal <> %s ORDER BY h.portal",
        [language, GENERAL],
    )
    known = structures({row[2]: row[3] for row in rows})
    return [
        Component(
            portal, host, known[digest], seq, number, title or "", path or "",
            _moment(at) if at else None,
        )
        for portal, host, digest, seq, number, title, path, at in rows
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed."""

    title: str
    summary: str
    path: str
    first_published_at: datetime
    published_at: datetime
    item: UUID


def feed(portal: str, language: str, section: str, count: int = 30) -> list[Item]:
    """The newest publications of a portal, or of one of its sections, for a feed."""
    within, values = (" AND l.section = %s", [section]) if section else ("", [])
    rows = _rows(
        "SELECT p.title, p.summary, l.path, l.first_published_at, p.published_at, l.item"
        " FROM publishing_live l JOIN publishing_publication p ON p.seq = l.publication_id"
        f" WHERE l.portal = %s AND l.language = %s AND l.listed{within}"
        " ORDER BY l.position DESC LIMIT %s",
        [portal, language, *values, count],
    )
    return [
        Item(title, summary, path, _moment(first), _moment(at), UUID(str(item)))
        for title, summary, path, first, at, item in rows
    ]


MAP_SPAN = 10_000
"""Numbers of the log that one file of the site map covers."""


def map_spans(portal: str) -> list[int]:
    """Which files of the site map hold anything of a portal."""
    last = Live.objects.filter(portal=portal).order_by("-pk").values_list("pk", flat=True).first()
    return list(range((last or 0) // MAP_SPAN + 1))


def map_entries(portal: str, span: int) -> list[tuple[str, Any]]:
    """(path, last change) of what a portal shows from one span of the log."""
    rows = Live.objects.filter(portal=portal, pk__gte=span * MAP_SPAN, pk__lt=(span + 1) * MAP_SPAN)
    return list(rows.order_by("pk").values_list("path", "publication__published_at"))


def _rows(statement: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def _moment(value: datetime | str) -> datetime:
    """SQLite keeps moments as text, in UTC."""
    if isinstance(value, str):
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    return value


def _data(value: str | dict[str, Any]) -> dict[str, Any]:
    data: dict[str, Any] = orjson.loads(value) if isinstance(value, str) else value
    return data
