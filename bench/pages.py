"""Measures the pages readers open, without any page cache, in a reader process of its own."""

from dataclasses import dataclass
from pathlib import Path

from django.core.wsgi import get_wsgi_application
from django.db.models import Count

from bench.measuring import Figure, Wsgi, measure, write
from congtinh.public_site.queries import PAGE
from congtinh.publishing.live import GENERAL
from congtinh.publishing.models import Live, LiveHost

ROUNDS = 40
DEEP = 500


@dataclass(frozen=True)
class Page:
    """Something to open: at which host, under which address."""

    name: str
    host: str
    address: str
    note: str = ""


def main(place: str) -> None:
    write(figures(), Path(place))


def pages() -> list[Page]:
    """The addresses to measure, found in what is public."""
    hosts = dict(LiveHost.objects.filter(canonical=True).values_list("portal", "host"))
    listed = Live.objects.filter(listed=True, language="vi", kind="article")
    sizes = listed.values("portal", "section").annotate(count=Count("pk")).order_by("-count")
    component = sizes.exclude(portal=GENERAL).values_list("portal", flat=True)[0]
    portal, section, count = sizes.values_list("portal", "section", "count")[0]
    rows = listed.filter(portal=portal, section=section).order_by("-position")
    back = min(DEEP, (count - 1) // PAGE + 1)
    # Found once: readers come here by the link of the page before.
    position = rows.values_list("position", flat=True)[max((back - 1) * PAGE - 1, 0)]
    article = rows.filter(publication__version=1, publication__source_seq=None)
    path = article.values_list("path", flat=True)[min(count // 2, 1000)]
    return [
        Page("home, general portal", hosts[GENERAL], "/"),
        Page("home, component portal", hosts[component], "/"),
        Page("section, page 1", hosts[portal], f"/{section}"),
        Page(
            "section, page 500", hosts[portal], f"/{section}?truoc={position}",
            note="" if back == DEEP else f"the last page is {back}",
        ),
        Page("article", hosts[portal], path),
        Page("feed (RSS)", hosts[GENERAL], "/rss.xml"),
    ]  # fmt: skip


def figures() -> list[Figure]:
    wsgi = Wsgi(get_wsgi_application())
    found = []
    for page in pages():
        figure = measure(
            page.name, lambda page=page: wsgi.get(page.host, page.address), rounds=ROUNDS
        )
        figure.note = page.note
        found.append(figure)
    return found
