"""What an article is to the publishing path."""

from typing import Any
from uuid import uuid4

from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from congtinh.news.models import Article, Genre
from congtinh.publishing import kinds
from congtinh.publishing.body import reading
from congtinh.publishing.body import sealed as bodies
from congtinh.publishing.body.checks import body_issues
from congtinh.publishing.kinds import BLOCKING, Files, Issue, Rendition, Sealed
from congtinh.publishing.media_copies import copy_files, copy_images

_FIELDS = (
    "title", "slug", "language", "genre", "lead", "picture_alt", "picture_caption",
    "picture_credit", "source",
)  # fmt: skip


class ArticleKind(kinds.Kind):
    """Articles stand in the lists of their section and may be handed over."""

    name = "article"
    label = pgettext_lazy("một", "Tin, bài")
    model = Article
    handed_over = True
    clauses = ("Đ10.3", "Đ11.4", "Đ13.1")

    def seal(self, content: Any) -> Sealed:
        body = bodies.body_of(content.body)
        shown = [content.picture_id] if content.picture_id else []
        return {
            **{name: getattr(content, name) for name in _FIELDS},
            "summary": content.lead,
            "portal": content.portal.code,
            "section": content.section.slug,
            "section_name": content.section.name,
            "section_name_en": content.section.name_en,
            "area": content.area.code if content.area else "",
            "event_on": content.event_on.isoformat() if content.event_on else "",
            "picture": content.picture_id,
            "body": body,
            "credits": [block["value"] for block in content.credits.get_prep_value()],
            "media": bodies.media_of(body, shown),
        }

    def check(self, sealed: Sealed) -> list[Issue]:
        found = []
        if not sealed["lead"].strip():
            found.append(Issue("lead", "missing", BLOCKING))
        if not sealed["body"]:
            found.append(Issue("body", "missing", BLOCKING))
        if not sealed["event_on"]:
            found.append(Issue("event_on", "missing", BLOCKING))
        if sealed["picture"] and not sealed["picture_alt"].strip():
            found.append(Issue("picture_alt", "missing_alt", BLOCKING))
        found.extend(body_issues(sealed["body"], sealed["media"], sealed["portal"]))
        return found

    def texts(self, sealed: Sealed) -> list[tuple[str, str]]:
        fields = ("title", "lead", "picture_alt", "picture_caption", "picture_credit", "source")
        words = [(name, sealed[name]) for name in fields if sealed[name]]
        people = ", ".join(credit["name"] for credit in sealed["credits"])
        return [
            *words,
            *reading.texts(sealed["body"]),
            *([("credits", people)] if people else []),
        ]

    def prepare(self, sealed: Sealed) -> None:
        bodies.prepare_media(sealed["media"])

    def publish_files(self, sealed: Sealed) -> Files:
        return bodies.publish_media(sealed["media"], sealed["body"], sealed["portal"])

    def files_key(self, sealed: Sealed) -> str:
        related = reading.related(sealed["body"])
        return "" if related else repr(sorted(sealed["media"].items()))

    def render(self, sealed: Sealed, files: Files, *, url: str) -> Rendition:
        english = sealed["language"] == "en"
        section = (sealed["section_name_en"] if english else "") or sealed["section_name"]
        value = {
            "image": sealed["picture"], "alt": sealed["picture_alt"],
            "caption": sealed["picture_caption"], "credit": sealed["picture_credit"],
        }  # fmt: skip
        picture = bodies.picture(value, files) if sealed["picture"] else None
        plain = sealed["genre"] == Genre.NEWS_ITEM
        card = {
            "title": sealed["title"], "url": url, "summary": sealed["lead"],
            "date": sealed["event_on"], "section": section, "picture": picture,
            "genre": "" if plain else str(Genre(sealed["genre"]).label),
        }  # fmt: skip
        return Rendition(
            body=bodies.render_body(sealed["body"], files),
            card=render_to_string("theme/card.html", {"card": card}),
            data={
                "card": card,
                "source": sealed["source"],
                "authors": [credit["name"] for credit in sealed["credits"]],
            },
        )

    def edit_url(self, content: Any) -> str:
        return reverse("article:edit", args=[content.pk], urlconf="congtinh.urls.staff")

    def adopt(
        self, sealed: Sealed, *, portal: Any, section: Any, by: Any, source_name: str
    ) -> Article:
        with transaction.atomic():
            article = Article(
                item=uuid4(), portal=portal, section=section, language=sealed["language"],
                created_by=by, source=source_name,
            )  # fmt: skip
            self._fill(article, sealed)
            article.slug = ""
            article.save()
            article.save_revision(user=by, log_action="wagtail.create")
            return article

    def refresh(self, content: Any, sealed: Sealed, *, by: Any) -> None:
        self._fill(content, sealed)
        content.save()
        content.save_revision(user=by, log_action="wagtail.edit")

    def _fill(self, article: Article, sealed: Sealed) -> None:
        """Words and pictures of published content; pictures become the portal's own."""
        copies = copy_images(sealed["media"], article.portal)
        files = copy_files(sealed["media"], article.portal)
        body = bodies.with_media(sealed["body"], copies, files)
        for name in ("title", "genre", "lead", "picture_alt", "picture_caption", "picture_credit"):
            setattr(article, name, sealed[name])
        area = article._meta.get_field("area").related_model
        article.area = area.objects.filter(code=sealed["area"]).first()
        article.event_on = sealed["event_on"] or None
        article.picture_id = copies.get(sealed["picture"])
        article.body = article._meta.get_field("body").to_python(body)
        article.credits = article._meta.get_field("credits").to_python(
            [{"type": "person", "value": credit} for credit in sealed["credits"]]
        )
