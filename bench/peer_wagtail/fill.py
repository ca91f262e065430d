"""Fills the stock site with the same province, by bulk inserts."""

from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from wagtail.models import Page, Site

from bench.peer_wagtail.models import ArticlePage, HomePage, SectionPage
from bench.proportions import YEARS, counts
from congtinh.demo.generated import text

SECTIONS = (
    "gioi-thieu", "chinh-sach", "thu-tuc", "tin-tuc", "du-lieu", "lien-ket", "quang-cao",
    "thong-bao",
)  # fmt: skip


def main(publications: str) -> None:
    call_command("migrate", verbosity=0)
    root = Page.objects.get(depth=1)
    Site.objects.all().delete()
    root.get_children().first().delete()
    done = 0
    for number, count in enumerate(counts(int(publications))):
        code = "tong-hop" if number == 0 else f"cong-{number}"
        # Read anew: treebeard keeps the number of children in the row.
        home = Page.objects.get(pk=root.pk).add_child(
            instance=HomePage(title=f"Cổng số {number}", slug=code)
        )
        Site.objects.create(
            hostname=f"{code}.example", root_page=home, site_name=home.title,
            is_default_site=number == 0,
        )  # fmt: skip
        for slug in SECTIONS:
            section = SectionPage(title=slug, slug=slug, show_in_menus=True)
            home.add_child(instance=section)
            if slug == "tin-tuc":
                _articles(section, done, count)
        done += count
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _articles(section: Any, start: int, count: int) -> None:
    now = timezone.now()
    kind = ContentType.objects.get_for_model(ArticlePage)
    for first in range(0, count, 1000):
        pages, rows = [], []
        for number in range(first, min(first + 1000, count)):
            told = text(start + number)
            slug = f"bai-{start + number}"
            at = now - timedelta(days=365 * YEARS) * ((count - number) / count)
            pages.append(
                Page(
                    path=Page._get_path(section.path, section.depth + 1, number + 1),
                    depth=section.depth + 1, title=told.title, draft_title=told.title, slug=slug,
                    url_path=f"{section.url_path}{slug}/", live=True, content_type=kind,
                    locale=section.locale, first_published_at=at, last_published_at=at,
                )
            )  # fmt: skip
            rows.append((at, told.lead, told.body))
        Page.objects.bulk_create(pages)
        articles = [
            ArticlePage(page_ptr_id=page.pk, date=at, lead=lead, body=body)
            for page, (at, lead, body) in zip(pages, rows, strict=True)
        ]
        _insert(ArticlePage, articles)
    Page.objects.filter(pk=section.pk).update(numchild=count)


def _insert(model: Any, rows: list[Any]) -> None:
    """Only the model's own table: Django makes no bulk inserts into two tables at once."""
    fields = model._meta.local_concrete_fields
    names = ", ".join(field.column for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    values = [
        [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({marks})", values)
