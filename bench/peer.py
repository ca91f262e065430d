"""Measures the same pages of the stock Wagtail site in `peer_wagtail/`, in a process of its own."""

import os
import sys
from pathlib import Path

import django
from django.core.wsgi import get_wsgi_application

from bench.measuring import Figure, Wsgi, measure, write
from bench.pages import DEEP, ROUNDS


def figures() -> list[Figure]:
    # slow: models are loaded only once Django is set up
    from bench.peer_wagtail.models import ArticlePage, SectionPage

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


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.peer_wagtail.settings"
    django.setup()
    write(figures(), Path(sys.argv[1]))
