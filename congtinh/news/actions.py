"""Making an article of a Word file: its words, tables, quotations and pictures."""

import html
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

from congtinh.audit import actions as audit
from congtinh.media import actions as media
from congtinh.media import intake
from congtinh.media.inspection import Rejected
from congtinh.media.models import PortalImage
from congtinh.news.models import Article
from congtinh.news.word import WordDocument
from congtinh.organisation import permissions
from congtinh.organisation.models import Person, Portal, Section
from congtinh.organisation.refusal import Reason, Refused
from congtinh.organisation.roles import Capability

_LONGEST_TITLE, _LONGEST_LEAD, _LONGEST_QUOTATION = 200, 600, 1000
_LONGEST_CAPTION = 300
_MOST_BLOCKS = 300

LOST_IMAGE = _("Có ảnh trong tệp Word không được nhận: %(reason)s")


def from_word(
    portal: Portal, section: Section, *, document: WordDocument, by: Person
) -> tuple[Article, list[Reason]]:
    """A new working copy with what a Word file holds; answers it and what was left out.

    Its pictures become the portal's own once they have passed inspection. Refuses who may not
    write on the portal (`NotAllowed`), a section of another portal and a text that is too long.
    """
    permissions.require(by, Capability.WRITE, portal)
    if section.portal_id != portal.pk:
        raise Refused(_("Chuyên mục này thuộc cổng khác."))
    article = Article(portal=portal, section=section, created_by=by)
    return article, _take_over(article, document, by=by)


def fill_from_word(article: Article, *, document: WordDocument, by: Person) -> list[Reason]:
    """Put what a Word file holds in the place of a working copy's text, as a new revision.

    What stood there stays in the history. Answers what was left out; refuses as `from_word`.
    """
    permissions.require(by, Capability.WRITE, article)
    return _take_over(article, document, by=by)


def _take_over(article: Article, document: WordDocument, *, by: Person) -> list[Reason]:
    if len(document.blocks) > _MOST_BLOCKS - 2:
        raise Refused(
            _(
                "Tệp Word có quá nhiều phần (bảng, ảnh, đoạn trích) cho một bài. "
                "Chia thành nhiều bài."
            )
        )
    new = article.pk is None
    lost: list[Reason] = []
    # Drawing pictures anew takes seconds, for which nobody else's work should wait.
    pictures = dict(_pictures(document, article.portal, lost))
    with _undone_together() as kept, audit.recording():
        images = {}
        for number, picture in pictures.items():
            images[number] = media.keep_image(picture, by=by)
            if images[number] is picture:
                kept.append(picture)
        body = [*_overlong(document), *_body(document, images)]
        article.title = document.title[:_LONGEST_TITLE] or article.title
        article.lead = document.lead if len(document.lead) <= _LONGEST_LEAD else ""
        article.body = article._meta.get_field("body").to_python(body)
        article.save()
        revision = article.save_revision(
            user=by, log_action="wagtail.create" if new else "wagtail.edit"
        )
        audit.record(
            "content.write" if new else "content.edit", by=by, portal=article.portal.code,
            kind="article", id=article.item, label=str(article),
            capacity=permissions.may(by, Capability.WRITE, article).capacity,
            after={"revision": revision.pk, "source": "word"},
        )  # fmt: skip
    return [*lost, *document.warnings]  # type: ignore[list-item]  # messages of word.WARNINGS


@contextmanager
def _undone_together() -> Iterator[list[PortalImage]]:
    """Bytes know nothing of transactions: what was stored goes when the rows are undone."""
    kept: list[PortalImage] = []
    try:
        yield kept
    except BaseException:
        for image in kept:
            media.drop_bytes(image)
        raise


def _pictures(
    document: WordDocument, portal: Portal, lost: list[Reason]
) -> Iterator[tuple[int, PortalImage]]:
    for number, found in enumerate(document.images):
        name = f"word-{number + 1}.{found.mime.rsplit('/', 1)[-1]}"
        try:
            file = intake.picture(name, ContentFile(found.data))
        except Rejected as refusal:
            lost.append(LOST_IMAGE % {"reason": refusal.message})
            continue
        title = found.alt or document.title or name
        yield (
            number,
            PortalImage(portal=portal, title=title[:255], description=found.alt[:255], file=file),
        )


def _overlong(document: WordDocument) -> Iterator[dict[str, Any]]:
    """What does not fit its field begins the text, so that no word is lost."""
    if len(document.title) > _LONGEST_TITLE:
        yield _text(f"<p><b>{html.escape(document.title)}</b></p>")
    if len(document.lead) > _LONGEST_LEAD:
        yield _text(f"<p>{html.escape(document.lead)}</p>")


def _body(document: WordDocument, images: dict[int, PortalImage]) -> Iterator[dict[str, Any]]:
    for block in document.blocks:
        if block["type"] == "text":
            yield _text(block["html"])
        elif block["type"] == "table":
            yield {"type": "table", "value": _table(block)}
        elif block["type"] == "quotation":
            yield _quotation(block)
        elif block["image"] in images:
            words = {name: block[name][:_LONGEST_CAPTION] for name in ("alt", "caption")}
            value = {"image": images[block["image"]].pk, "credit": "", **words}
            yield {"type": "image", "value": value}


def _text(rich: str) -> dict[str, Any]:
    return {"type": "text", "value": rich}


def _table(block: dict[str, Any]) -> dict[str, Any]:
    """The first row gives the headings, as in most tables of the kind."""
    head, *rows = block["rows"] or [[]]
    return {
        "columns": [{"type": "text", "heading": words} for words in head],
        "rows": [{"values": row} for row in rows],
        "caption": block["caption"],
    }


def _quotation(block: dict[str, Any]) -> dict[str, Any]:
    if len(block["text"]) <= _LONGEST_QUOTATION:
        return {"type": "quotation", "value": {key: block[key] for key in ("text", "by", "role")}}
    lines = (html.escape(line) for line in block["text"].splitlines())
    return _text("".join(f"<p><i>{line}</i></p>" for line in lines))
