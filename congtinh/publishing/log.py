"""`append()` and `append_many()`: the only code that writes the publication log, and with it what
is public.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from congtinh.audit import actions as audit
from congtinh.organisation.models import Person
from congtinh.publishing import live
from congtinh.publishing.kinds import Files
from congtinh.publishing.models import Decision, Publication


def append(
    verb: str,
    *,
    portal: str,
    kind: str,
    item: Any,
    translation_key: Any,
    decision: Decision,
    by: Person | None,
    at: datetime,
    sealed: dict[str, Any],
    content: str,
    content_hash: str,
    path: str,
    files: Files | None = None,
    correction: str = "",
    reason: str = "",
    expires_at: datetime | None = None,
    source_seq: int | None = None,
) -> Publication:
    """Append one entry and bring `Live` and `Rendering` into line, in the caller's transaction.

    Raises `Refused` when the address belongs to another item.
    """
    last = Publication.objects.filter(item=item).order_by("-version").first()
    publication = Publication.append(
        portal=portal, kind=kind, item=item, translation_key=translation_key, verb=verb,
        language=sealed["language"], version=(last.version if last else 0) + 1, path=path,
        section=sealed["section"], title=sealed["title"], summary=sealed["summary"],
        content=content, content_hash=content_hash,
        files=_files(files),
        area=sealed["area"], event_on=_event_on(sealed), published_at=at, expires_at=expires_at,
        correction=correction, reason=reason, decision=decision.pk, decided_by=decision.by_name,
        capacity=decision.capacity, decided_at=decision.at, source_seq=source_seq,
    )  # fmt: skip
    live.project(publication, first=_first_published(publication, last))
    audit.record(
        f"publication.{verb}", by=by, capacity=decision.capacity, portal=portal, kind=kind,
        id=item, label=sealed["title"],
        after={"seq": publication.seq, "version": publication.version, "path": path},
        reason=reason or correction, at=at,
    )  # fmt: skip
    return publication


@dataclass(frozen=True, slots=True)
class First:
    """A text that is published for the first time: sealed, checked, with its address."""

    kind: str
    item: Any
    translation_key: Any
    sealed: dict[str, Any]
    content: str
    content_hash: str
    path: str
    files: Files
    at: datetime


def append_many(texts: Sequence[First], *, decision: Decision, by: Person) -> list[Publication]:
    """Append the first publications of many texts by one decision; one audit entry names the range.

    Raises `Refused` when an address belongs to another item.
    """
    publications = [
        Publication(
            portal=text.sealed["portal"], kind=text.kind, item=text.item,
            translation_key=text.translation_key, verb=Publication.Verb.PUBLISH,
            language=text.sealed["language"], version=1, path=text.path,
            section=text.sealed["section"], title=text.sealed["title"],
            summary=text.sealed["summary"], content=text.content,
            content_hash=text.content_hash, files=_files(text.files),
            area=text.sealed["area"], event_on=_event_on(text.sealed), published_at=text.at,
            decision=decision.pk, decided_by=decision.by_name, capacity=decision.capacity,
            decided_at=decision.at,
        )
        for text in texts
    ]  # fmt: skip
    if not publications:
        return []
    Publication.append_many(publications)
    live.project_many(publications)
    first, last = publications[0].seq, publications[-1].seq
    portals = sorted({publication.portal for publication in publications})
    audit.record(
        "publication.import", by=by, capacity=decision.capacity,
        portal=portals[0] if len(portals) == 1 else "", kind=texts[0].kind, id=decision.pk,
        label=f"{first}–{last}", reason=decision.reason, at=decision.at,
        after={"first": first, "last": last, "decision": decision.pk, "portals": portals},
    )  # fmt: skip
    return publications


def _files(files: Files | None) -> str:
    return orjson.dumps(files, option=orjson.OPT_SORT_KEYS).decode() if files else ""


def _event_on(sealed: dict[str, Any]) -> Any:
    value = sealed.get("event_on")
    return datetime.fromisoformat(value).date() if value else None


def _first_published(publication: Publication, last: Publication | None) -> Publication:
    """The publication that gives the item its place in lists: its first one."""
    if last is None:
        return publication
    first = Publication.objects.filter(item=publication.item, verb="publish").order_by("seq")
    return first.first() or publication
