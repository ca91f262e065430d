"""Takes articles of an older site in, line by line, by one decision and through the checks."""

import hashlib
import lzma
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from html import escape
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import urlsplit
from uuid import UUID, uuid5

import orjson
from django.utils import timezone
from django.utils.translation import gettext as _

from congtinh.news import markdown
from congtinh.news.models import Article
from congtinh.organisation.models import Area, Person, Portal, Section
from congtinh.organisation.refusal import Reason
from congtinh.publishing import actions as publishing
from congtinh.publishing.models import Decision, Publication
from congtinh.vietnamese.dates import TIME_ZONE

#: Names every imported article for ever: the same source is never imported twice.
_NAMESPACE = UUID("c3a1a5a4-5f0b-5a6d-9a3d-0d9a2f0c7b11")
_BATCH = 250
_LONGEST_LEAD, _LONGEST_TITLE, _CUT_TITLE = 500, 200, 120
_SENTENCE_END = re.compile(r"(?<=[.?…”])\s+")
#: What old sites leave around their articles.
_LEFT_OVER = frozenset(
    {"download on the", "app store", "tải ứng dụng:", "báo điện tử chính phủ", "google play"}
)

Progress = Callable[[int], None]
Line = dict[str, Any]


class Unreadable(Exception):
    """A line that cannot become an article; says why."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where imported articles go."""

    portal: Portal
    section: Section
    area: Area | None
    #: Whether a title that is too long is cut; the whole of it then opens the text.
    cut_titles: bool = False


@dataclass(slots=True)
class Report:
    """What became of a file."""

    imported: int = 0
    known: int = 0
    refused: list[tuple[int, Line, list[str]]] = field(default_factory=list)


def import_articles(
    path: Path,
    place: Place,
    *,
    by: Person,
    accepted: Collection[str] = (),
    dry_run: bool = False,
    resume: bool = False,
    progress: Progress = lambda done: None,
) -> Report:
    """Import a file of JSON lines, plain or `.xz`; every line is imported or refused with reasons.

    One decision by `by` stands for all (Đ10.4); each batch is a transaction, so that an
    interrupted import goes on with `resume`, which passes over what is there. Raises `NotAllowed`
    when `by` may not approve on the portal.
    """
    report = Report()
    decision = _decide(path, place, by, accepted, dry_run=dry_run)
    batch: list[tuple[int, Line, publishing.Record]] = []
    number = 0
    for number, raw in _lines(path):
        try:
            line = _parsed(raw)
        except Unreadable as problem:
            report.refused.append((number, {"line": raw.strip()[:2000]}, [str(problem)]))
            continue
        try:
            batch.append((number, line, record(line, place)))
        except Unreadable as problem:
            report.refused.append((number, line, [str(problem)]))
        if len(batch) == _BATCH:
            _import_batch(batch, report, by=by, decision=decision, accepted=accepted, resume=resume)
            batch.clear()
            progress(number)
    _import_batch(batch, report, by=by, decision=decision, accepted=accepted, resume=resume)
    progress(number)
    report.refused.sort(key=lambda one: one[0])
    return report


def record(line: Line, place: Place) -> publishing.Record:
    """An article from one line, and when readers first saw it. Raises `Unreadable`.

    Understood: `title`; `lead` or `sapo`; `paragraphs`, `markdown` or `text`; `date` or
    `published`; `url`, `id`; `source`; `authors`; `area`.
    """
    title = markdown.plain(_text(line, "title"))
    if not title:
        raise Unreadable(_("Không có tiêu đề."))
    at = _moment(_text(line, "published", "date"))
    texts = _paragraphs(line)
    if not texts:
        raise Unreadable(_("Không có nội dung."))
    if place.cut_titles and len(title) > _LONGEST_TITLE:
        texts, title = [title, *texts], _cut(title, _CUT_TITLE)
    lead = _shortened(markdown.plain(_text(line, "lead", "sapo")))
    if not lead:
        lead = _shortened(markdown.plain(texts[0]))
    item = key_of(line, place.portal)
    authors = [str(name) for name in line.get("authors") or []]
    content = Article(
        item=item, translation_key=item, portal=place.portal, section=place.section,
        area=_area(line, place), title=title, lead=lead, event_on=at.astimezone(TIME_ZONE).date(),
        body=[("text", "".join(_html(line, texts)))], source=_source(line),
    )  # fmt: skip
    if authors:
        people = [{"type": "person", "value": {"name": name, "part": "writer"}} for name in authors]
        content.credits = content._meta.get_field("credits").to_python(people)
    return publishing.Record(content, at)


def key_of(line: Line, portal: Portal) -> UUID:
    """What names the article for ever: its portal and its address or number at the source."""
    source = _text(line, "url", "id")
    if not source:
        raise Unreadable(_("Không có địa chỉ hoặc mã nguồn (url, id)."))
    return uuid5(_NAMESPACE, f"{portal.code} {source}")


def write_refused(report: Report, stream: TextIO) -> None:
    """The refused lines with their reasons, in a form that can be mended and imported again."""
    for number, line, reasons in report.refused:
        row = {"refused_line": number, "reasons": reasons, **line}
        stream.write(orjson.dumps(row).decode() + "\n")


def _decide(
    path: Path, place: Place, by: Person, accepted: Collection[str], *, dry_run: bool
) -> Decision | None:
    if dry_run:
        return None
    with path.open("rb") as stream:
        fingerprint = hashlib.file_digest(stream, "sha256").hexdigest()
    return publishing.decide_import(
        place.portal, by=by, fingerprint=fingerprint, accepted=accepted,
        reason=_("Nhập từ tệp %(name)s") % {"name": path.name},
    )  # fmt: skip


def _import_batch(
    batch: list[tuple[int, Line, publishing.Record]],
    report: Report,
    *,
    by: Person,
    decision: Decision | None,
    accepted: Collection[str],
    resume: bool,
) -> None:
    waiting = batch
    if resume:
        items = [one.content.item for _number, _line, one in batch]
        known = set(Publication.objects.filter(item__in=items).values_list("item", flat=True))
        waiting = [row for row in batch if row[2].content.item not in known]
        report.known += len(batch) - len(waiting)
    records = [row[2] for row in waiting]
    refused: dict[int, tuple[Reason, ...]]
    if decision:
        outcome = publishing.publish_many(records, by=by, decision=decision)
        report.imported += len(outcome.publications)
        refused = outcome.refused
    else:
        ready, refused = publishing.examine(records, by=by, accepted=accepted, at=timezone.now())
        report.imported += len(ready)
    for position, reasons in refused.items():
        number, line, _record = waiting[position]
        report.refused.append((number, line, [str(reason) for reason in reasons]))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8", errors="replace") as stream:
        for number, raw in enumerate(stream, 1):
            if raw.strip():
                yield number, raw


def _parsed(raw: str) -> Line:
    try:
        line = orjson.loads(raw)
    except orjson.JSONDecodeError:
        raise Unreadable(_("Dòng này không phải JSON.")) from None
    if not isinstance(line, dict):
        raise Unreadable(_("Dòng này không phải một đối tượng JSON."))
    return line


def _text(line: Line, *names: str) -> str:
    for name in names:
        value = line.get(name)
        if isinstance(value, str | int) and str(value).strip():
            return str(value).strip()
    return ""


def _paragraphs(line: Line) -> list[str]:
    given = line.get("paragraphs")
    if isinstance(given, list):
        return [str(one).strip() for one in given if str(one).strip()]
    parts = markdown.paragraphs(_text(line, "markdown", "text"))
    while parts and parts[0].strip("*# ").lower() in _LEFT_OVER:
        parts.pop(0)
    return parts


def _html(line: Line, texts: list[str]) -> Iterator[str]:
    if isinstance(line.get("paragraphs"), list):
        yield from (f"<p>{escape(one, quote=False)}</p>" for one in texts)
    else:
        yield markdown.to_html("\n\n".join(texts))


def _shortened(text: str) -> str:
    """As many whole sentences as a lead holds."""
    if len(text) <= _LONGEST_LEAD:
        return text
    kept = ""
    for sentence in _SENTENCE_END.split(text):
        if len(kept) + len(sentence) + 1 > _LONGEST_LEAD:
            break
        kept = f"{kept} {sentence}".strip()
    return kept or _cut(text, _LONGEST_LEAD)


def _cut(text: str, length: int) -> str:
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def _moment(value: str) -> datetime:
    """When readers first saw it; noon in Vietnam where only the day is known."""
    if not value:
        raise Unreadable(_("Không có ngày đăng."))
    try:
        if len(value) in {8, 10}:
            return datetime.combine(date.fromisoformat(value), time(12), TIME_ZONE)
        at = datetime.fromisoformat(value)
    except ValueError:
        raise Unreadable(_("Không đọc được ngày «%(value)s».") % {"value": value}) from None
    return at if at.tzinfo else at.replace(tzinfo=TIME_ZONE)


def _area(line: Line, place: Place) -> Area | None:
    code = _text(line, "area")
    if not code:
        return place.area
    area = Area.objects.filter(code=code).first()
    if area is None:
        raise Unreadable(_("Không có lĩnh vực «%(code)s».") % {"code": code})
    return area


def _source(line: Line) -> str:
    named = _text(line, "source")
    return named or (urlsplit(_text(line, "url")).hostname or "").removeprefix("www.")
