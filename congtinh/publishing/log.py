"""`append()`: the only code that writes the publication log, and with it what is public."""

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
        files=orjson.dumps(files, option=orjson.OPT_SORT_KEYS).decode() if files else "",
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


def _event_on(sealed: dict[str, Any]) -> Any:
    value = sealed.get("event_on")
    return datetime.fromisoformat(value).date() if value else None


def _first_published(publication: Publication, last: Publication | None) -> Publication:
    """The publication that gives the item its place in lists: its first one."""
    if last is None:
        return publication
    first = Publication.objects.filter(item=publication.item, verb="publish").order_by(
        "seq"
    )
    return first.first() or publication
