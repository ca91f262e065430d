"""Reads of what is public: indexed, keyed by position, the same cost at any size."""

import json
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.fields.json import KeyTextTransform

from congtinh.publishing.models import Live, LiveHost, Publication

PAGE = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list: its stored card and where it stands in the order."""

    card: str
    section: str
    position: int
    seq: int


def newest(portal: str, language: str, count: int) -> list[dict[str, Any]]:
    """The newest of a portal with the values their cards are made from."""
    rows = Live.objects.filter(portal=portal, language=language, listed=True)
    picked = rows.exclude(kind="page").order_by("-position").values_list(
        "publication__rendering__data", flat=True
    )
    return [data["card"] for data in picked[:count]]


def newest_by_section(portal: str, language: str, sections: list[str], count: int) -> list[Row]:
    """The newest of each section, in one query whose cost does not grow with the records."""
    if not sections:
        return []
    one = (
        "SELECT * FROM (SELECT r.card, l.section, l.position, l.publication_id"
        " FROM publishing_live l JOIN publishing_rendering r"
        " ON r.publication_id = l.publication_id"
        " WHERE l.portal = %s AND l.language = %s AND l.section = %s AND l.listed"
        " ORDER BY l.position DESC LIMIT %s) AS s{}"
    )
    statement = " UNION ALL ".join(one.format(number) for number in range(len(sections)))
    values: list[Any] = []
    for section in sections:
        values += [portal, language, section, count]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [Row(*row) for row in cursor.fetchall()]


def section_page(
    portal: str, language: str, section: str, *, before: int | None, after: int | None
) -> tuple[list[Row], bool, bool]:
    """One page of a section, newest first: rows, whether there are newer ones, and older ones.

    `before` and `after` are positions; a page far back costs what the first one costs.
    """
    rows: QuerySet[Any] = Live.objects.filter(
        portal=portal, language=language, section=section, listed=True
    )
    if after is not None:
        rows = rows.filter(position__gt=after).order_by("position")
    else:
        rows = rows.order_by("-position")
        if before is not None:
            rows = rows.filter(position__lt=before)
    fields = ("publication__rendering__card", "section", "position", "publication_id")
    found = [Row(*row) for row in rows.values_list(*fields)[: PAGE + 1]]
    more, found = len(found) > PAGE, found[:PAGE]
    if after is not None:
        return found[::-1], more, True
    return found, before is not None, more


def live_at(portal: str, path: str) -> Live | None:
    """What is public at an address, with its text and log entry; one query."""
    rows = Live.objects.select_related("publication", "publication__rendering")
    return rows.defer("publication__content", "publication__files").filter(
        portal=portal, path=path
    ).first()  # fmt: skip


def gone_at(portal: str, path: str) -> Publication | None:
    """The withdrawal of what was public at an address."""
    last = Publication.objects.filter(portal=portal, path=path).order_by("-seq").first()
    return last if last and last.verb == Publication.Verb.WITHDRAW else None


def translations(live: Live) -> dict[str, str]:
    """Language → address of the same item."""
    rows = Live.objects.filter(translation_key=live.translation_key, portal=live.portal)
    return dict(rows.values_list("language", "path"))


def related(live: Live, count: int = 4) -> list[str]:
    """Cards of what else is new in the same section."""
    rows = Live.objects.filter(
        portal=live.portal, language=live.language, section=live.section, listed=True
    ).exclude(pk=live.pk)
    cards = rows.order_by("-position").values_list("publication__rendering__card", flat=True)
    return list(cards[:count])


def corrections(live: Live) -> list[Publication]:
    """Versions that said what they correct, newest first; asked only where there are any."""
    if live.publication.version == 1:
        return []
    rows = Publication.objects.filter(item=live.item).exclude(correction="")
    return list(rows.order_by("-seq").only("seq", "correction", "published_at"))


def source(live: Live) -> tuple[str, str, str] | None:
    """(title, host, path) of the publication that this text was taken from, where still public."""
    if live.publication.source_seq is None:
        return None
    host = LiveHost.objects.filter(portal=OuterRef("portal"), canonical=True).values("host")[:1]
    rows = Publication.objects.filter(pk=live.publication.source_seq).annotate(host=Subquery(host))
    found = rows.values_list("title", "host", "path").first()
    return (found[0], found[1] or "", found[2]) if found else None


def component_portals(language: str) -> list[dict[str, Any]]:
    """Every component portal with its name, hue, kind of unit, host and newest line."""
    lines = Live.objects.filter(
        portal=OuterRef("portal"), language=language, listed=True
    ).order_by("-position")
    data = "publication__rendering__data"
    rows = (
        Live.objects.filter(kind="structure", general=False)
        .annotate(
            name=KeyTextTransform(language, KeyTextTransform("names", data)),
            hue=KeyTextTransform("hue", data),
            unit_kind=KeyTextTransform("kind", KeyTextTransform("unit", data)),
            hosts=KeyTextTransform("hosts", data),
            newest=Subquery(lines.values("publication_id")[:1]),
        )
        .values("portal", "name", "hue", "unit_kind", "hosts", "newest")
    )
    found = list(rows)
    numbers = [row["newest"] for row in found if row["newest"]]
    newest = {
        seq: (title, path, at)
        for seq, title, path, at in Publication.objects.filter(pk__in=numbers).values_list(
            "pk", "title", "path", "published_at"
        )
    }
    for row in found:
        hosts = json.loads(row["hosts"]) if isinstance(row["hosts"], str) else row["hosts"]
        row["host"] = next((host for host, canonical in hosts if canonical), hosts[0][0])
        row["line"] = newest.get(row["newest"])
    return found


def feed(portal: str, language: str, section: str, count: int = 30) -> list[dict[str, Any]]:
    """The newest publications for a feed."""
    rows = Live.objects.filter(portal=portal, language=language, listed=True)
    if section:
        rows = rows.filter(section=section)
    return list(
        rows.order_by("-position").values(
            "path", "first_published_at", "publication__title", "publication__summary",
            "publication__published_at", "item",
        )[:count]
    )  # fmt: skip


MAP_SPAN = 10_000
"""Numbers of the log that one file of the site map covers."""


def map_spans(portal: str) -> list[int]:
    """Which files of the site map hold anything of a portal."""
    last = Live.objects.filter(portal=portal).order_by("-pk").values_list("pk", flat=True).first()
    return list(range((last or 0) // MAP_SPAN + 1))


def map_entries(portal: str, span: int) -> list[tuple[str, Any]]:
    """(path, last change) of what a portal shows from one span of the log."""
    rows = Live.objects.filter(
        portal=portal, pk__gte=span * MAP_SPAN, pk__lt=(span + 1) * MAP_SPAN
    )
    return list(rows.order_by("pk").values_list("path", "publication__published_at"))
