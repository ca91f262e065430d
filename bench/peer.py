"""Measures the same pages of the stock Wagtail site in `peer_wagtail/`, in a process of its own."""

from pathlib import Path

from django.core.wsgi import get_wsgi_application

from bench.measuring import Figure, Wsgi, measure, write
from bench.peer_wagtail.models import ArticlePage, SectionPage

ROUNDS = 40
DEEP = 500


def main(place: str) -> None:
    write(figures(), Path(place))


def figures() -> list[Figure]:
    wsgi = Wsgi(get_wsgi_application())
    section = SectionPage.objects.filter(slug="tin-tuc").order_by("-numchild")[0]
    last = min(DEEP, (section.numchild - 1) // 20 + 1)
    articles = ArticlePage.objects.child_of(section).order_by("-date")
    article = articles[min(section.numchild // 2, 1000)]
    general = "tong-hop.example"
    asked = {
        "home, general portal": (general, "/"),
        "home, component portal": ("cong-1.example", "/"),
        "section, page 1": (general, "/tin-tuc/"),
        "section, page 500": (general, f"/tin-tuc/?page={last}"),
        "article": (general, f"/tin-tuc/{article.slug}/"),
    }
    return [
        measure(name, lambda host=host, path=path: wsgi.get(host, path), rounds=ROUNDS)
        for name, (host, path) in asked.items()
    ]
