"""Publish many: texts that were public elsewhere come in by one decision (Đ10.4, Đ13.1)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congtinh.audit import actions as audit
from congtinh.organisation import permissions
from congtinh.organisation.models import Person, Portal
from congtinh.organisation.refusal import Reason, Refused
from congtinh.organisation.roles import Capability
from congtinh.publishing import kinds, log, naming, sealing
from congtinh.publishing.checks import LABELS, own_issues
from congtinh.publishing.kinds import BLOCKING, CONFIRM, Files, Issue
from congtinh.publishing.models import Content, Decision, Publication

#: Rows that refer to others are asked about once for the batch, not once for each text.
_NOT_CLEANED = ("portal", "section", "area", "created_by", "picture", "latest_revision")


@dataclass(frozen=True, slots=True)
class Record:
    """A working copy that is not saved yet, and when readers first saw it elsewhere."""

    content: Content
    published_at: datetime | None = None


@dataclass(slots=True)
class Outcome:
    """What became of a batch: the publications, and by position why the others were refused."""

    publications: list[Publication] = field(default_factory=list)
    refused: dict[int, tuple[Reason, ...]] = field(default_factory=dict)


def decide_import(
    portal: Portal,
    *,
    by: Person,
    reason: str,
    fingerprint: str = "",
    accepted: Collection[str] = (),
    at: datetime | None = None,
) -> Decision:
    """Put on record that texts come in as one lot: why, from which file, and what was accepted.

    `accepted` names what checks may point at without the text being refused (Đ10.2). Refuses
    whoever may not approve on the portal, an empty reason, and a check that nobody may accept.
    """
    moment = at or timezone.now()
    with audit.recording():
        answer = permissions.require(by, Capability.APPROVE, portal, at=at)
        if not reason.strip():
            raise Refused(_("Hãy viết lý do nhập, để người sau biết bài từ đâu tới."))
        unknown = sorted(set(accepted) - set(LABELS))
        if unknown:
            raise Refused(_("Không có điểm kiểm tra «%(name)s».") % {"name": ", ".join(unknown)})
        return Decision.objects.create(
            verb=Decision.Verb.IMPORT, by=by, by_name=by.get_full_name(),
            capacity=answer.capacity, at=moment, content_hash=fingerprint, reason=reason,
            checks=[
                {"issue": code, "severity": CONFIRM, "confirmed_by": by.get_full_name()}
                for code in sorted(accepted)
            ],
        )  # fmt: skip


def examine(
    records: Sequence[Record], *, by: Person, accepted: Collection[str] = (), at: datetime
) -> tuple[list[tuple[int, log.First]], dict[int, tuple[Reason, ...]]]:
    """The same checks as for one text: what may be published, and why the others may not.

    Nothing is written. Texts get their address here; files are not public yet.
    """
    refused: dict[int, tuple[Reason, ...]] = {}
    rights: dict[tuple[int, int | None], tuple[Reason, ...]] = {}
    known = _known(records)
    for number, record in enumerate(records):
        content = record.content
        place = (content.portal_id, content.area_id)
        if place not in rights:
            rights[place] = permissions.may(by, Capability.APPROVE, content, at=at).reasons
        content.normalise()
        reasons = (*rights[place], *_unfit(record, known, at))
        if reasons:
            refused[number] = reasons
    fit = {number: record for number, record in enumerate(records) if number not in refused}
    naming.choose_many(record.content for record in fit.values())
    ready = []
    for number, record in fit.items():
        first, issues = _sealed(record, at)
        reasons = _why_not(issues, accepted)
        if reasons:
            refused[number] = reasons
        else:
            ready.append((number, first))
    taken = _taken([first for _number, first in ready])
    for number, first in list(ready):
        if (first.sealed["portal"], first.path) in taken:
            refused[number] = (_("Đường dẫn %(path)s đã có bài khác.") % {"path": first.path},)
            ready.remove((number, first))
    return ready, refused


def publish_many(
    records: Sequence[Record], *, by: Person, decision: Decision, at: datetime | None = None
) -> Outcome:
    """Publish texts of one kind for the first time, by one decision, in one transaction.

    Their working copies are written too, so that staff find them in their lists. What does not
    pass the checks is left out with its reasons; the caller says so, line by line. Refuses a
    decision that is not an import or not `by`'s.
    """
    moment = at or timezone.now()
    if decision.verb != Decision.Verb.IMPORT or decision.by_id != by.pk:
        raise Refused(_("Lô này cần một quyết định nhập của chính người duyệt."))
    accepted = {check["issue"] for check in decision.checks}
    with audit.recording():
        ready, refused = examine(records, by=by, accepted=accepted, at=moment)
        made_public: dict[str, Files] = {}
        texts = [_with_files(first, made_public) for _number, first in ready]
        if not texts:
            return Outcome([], refused)
        contents = [records[number].content for number, _first in ready]
        type(contents[0])._base_manager.bulk_create(contents, batch_size=500)
        return Outcome(log.append_many(texts, decision=decision, by=by), refused)


def _known(records: Sequence[Record]) -> set[object]:
    items = [record.content.item for record in records]
    known: set[object] = set(
        Publication.objects.filter(item__in=items).values_list("item", flat=True)
    )
    for model in {type(record.content) for record in records}:
        known |= set(model._base_manager.filter(item__in=items).values_list("item", flat=True))
    return known


def _unfit(record: Record, known: set[object], at: datetime) -> list[Reason]:
    content = record.content
    if content.item in known:
        return [_("Bài này đã có từ trước.")]
    known.add(content.item)
    reasons: list[Reason] = []
    if content.section.portal_id != content.portal_id:
        reasons.append(_("Chuyên mục này thuộc cổng khác."))
    if record.published_at and record.published_at > at:
        reasons.append(_("Ngày đăng ở tương lai."))
    try:
        content.clean_fields(exclude=_NOT_CLEANED)
    except ValidationError as problem:
        for name, words in problem.message_dict.items():
            label = content._meta.get_field(name).verbose_name  # type: ignore[union-attr]  # own fields
            reasons.append(f"{label}: {' '.join(words)}")
    return reasons


def _sealed(record: Record, at: datetime) -> tuple[log.First, list[Issue]]:
    content = record.content
    kind = kinds.of(content)
    sealed = kind.seal(content)
    text = sealing.canonical(sealed)
    first = log.First(
        kind=kind.name, item=content.item, translation_key=content.translation_key,
        sealed=sealed, content=text, content_hash=sealing.digest(text), path=kind.path(sealed),
        files={}, at=record.published_at or at,
    )  # fmt: skip
    return first, [*own_issues(kind, sealed), *kind.check(sealed)]


def _why_not(issues: list[Issue], accepted: Collection[str]) -> tuple[Reason, ...]:
    return tuple(
        f"{LABELS[issue.code]} ({issue.field}) {issue.context}".strip()
        for issue in issues
        if issue.severity == BLOCKING or (issue.severity == CONFIRM and issue.code not in accepted)
    )


def _taken(texts: list[log.First]) -> set[tuple[str, str]]:
    """Addresses that a text asks for by name and that were published before."""
    paths = [text.path for text in texts]
    rows = Publication.objects.filter(path__in=paths).values_list("portal", "path")
    return set(rows)


def _with_files(first: log.First, made_public: dict[str, Files]) -> log.First:
    kind = kinds.get(first.kind)
    key = kind.files_key(first.sealed)
    if key not in made_public or not key:
        kind.prepare(first.sealed)
        made_public[key] = kind.publish_files(first.sealed)
    return log.First(
        kind=first.kind, item=first.item, translation_key=first.translation_key,
        sealed=first.sealed, content=first.content, content_hash=first.content_hash,
        path=first.path, files=made_public[key], at=first.at,
    )  # fmt: skip
