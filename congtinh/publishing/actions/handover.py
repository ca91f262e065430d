"""Hand a component portal's text to the general portal, which re-edits and decides (Đ5.1, Đ6.1)."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congtinh.audit import actions as audit
from congtinh.organisation import permissions
from congtinh.organisation.models import Area, Person, Portal, Section
from congtinh.organisation.refusal import Refused
from congtinh.organisation.roles import Capability
from congtinh.publishing import kinds, notices, queries, sealing
from congtinh.publishing.actions.withdraw import withdraw
from congtinh.publishing.models import Content, Handover, Live, Publication
from congtinh.publishing.movement import move
from congtinh.publishing.states import HandoverState

_OVER = (HandoverState.DECLINED, HandoverState.CLOSED)


def offer(item: UUID, *, by: Person, message: str = "", at: datetime | None = None) -> Handover:
    """A unit offers a text of its own that is public now (Đ7.1). Refuses a withdrawn one."""
    return _open(item, Handover.Initiative.UNIT, by=by, message=message, at=at)


def choose(item: UUID, *, by: Person, message: str = "", at: datetime | None = None) -> Handover:
    """The office picks a unit's public text for the general portal (Đ6.1)."""
    return _open(item, Handover.Initiative.OFFICE, by=by, message=message, at=at)


def take_up(
    handover: Handover, *, section: Section, by: Person, at: datetime | None = None
) -> Content:
    """The office takes an offered text up as an article of its own, which it re-edits (Đ6.1)."""
    moment = at or timezone.now()
    with audit.recording():
        held = _lock(handover)
        answer = permissions.require(by, Capability.TAKE_UP, held, at=at)
        source = Publication.objects.get(pk=held.newest_seq)
        if not queries.is_live(held.source_item):
            raise Refused(_("Đơn vị đã gỡ bài này, nên không thể tiếp nhận."))
        if section.portal_id != held.portal_id:
            raise Refused(_("Hãy chọn chuyên mục của Cổng tổng hợp."))
        move(held, "take_up", by=by, capacity=answer.capacity, at=moment)
        content: Content = kinds.get(held.kind).adopt(
            sealing.unseal(source.content), portal=held.portal, section=section, by=by,
            source_name=str(held.source_portal.unit),
        )  # fmt: skip
        held.item, held.source_seq = content.item, source.seq
        held.save()
        _tell_unit(held, "handover.taken_up", moment)
        return content


def decline_handover(
    handover: Handover, *, by: Person, reason: str, at: datetime | None = None
) -> Handover:
    """The office does not take the text up, and says why."""
    moment = at or timezone.now()
    with audit.recording():
        held = _lock(handover)
        answer = permissions.require(by, Capability.TAKE_UP, held, at=at)
        if not reason.strip():
            raise Refused(_("Hãy viết lý do không tiếp nhận, để đơn vị biết."))
        move(held, "decline", by=by, capacity=answer.capacity, at=moment, reason=reason)
        held.reason = reason
        held.save()
        _tell_unit(held, "handover.declined", moment, reason=reason)
        return held


def take_over(handover: Handover, *, by: Person, at: datetime | None = None) -> Content:
    """Bring the unit's changes into the general portal's working copy, to be re-edited (Đ4.1)."""
    moment = at or timezone.now()
    with audit.recording():
        held = _lock(handover)
        answer = permissions.require(by, Capability.TAKE_UP, held, at=at)
        source = Publication.objects.get(pk=held.newest_seq)
        move(held, "take_over", by=by, capacity=answer.capacity, at=moment)
        content: Content = queries.content_of(held.kind, held.item, lock=True)
        kinds.get(held.kind).refresh(content, sealing.unseal(source.content), by=by)
        held.source_seq = source.seq
        held.save()
        return content


def keep(
    handover: Handover, *, by: Person, reason: str = "", at: datetime | None = None
) -> Handover:
    """Leave the general portal's text as it is, although the source changed or was withdrawn."""
    moment = at or timezone.now()
    with audit.recording():
        held = _lock(handover)
        answer = permissions.require(by, Capability.TAKE_UP, held, at=at)
        public = held.item is not None and queries.is_live(held.item)
        verb = "keep" if public else "keep_draft"
        move(held, verb, by=by, capacity=answer.capacity, at=moment, reason=reason)
        held.source_seq = held.newest_seq
        held.save()
        return held


def close_for(
    handover: Handover, *, by: Person, reason: str, at: datetime | None = None
) -> Publication | None:
    """Withdraw the general portal's text because its source changed or went; needs that right.

    A text that is not public is only given up, which whoever takes up may do; then None is
    returned. Refuses an empty reason.
    """
    moment = at or timezone.now()
    with audit.recording():
        held = _lock(handover)
        if held.item is None:
            raise Refused(_("Cổng tổng hợp chưa có bài từ bài chuyển này."))
        publication = None
        if queries.is_live(held.item):
            publication = withdraw(held.item, by=by, reason=reason, at=at)
            capacity = publication.capacity
        else:
            capacity = permissions.require(by, Capability.TAKE_UP, held, at=at).capacity
            if not reason.strip():
                raise Refused(_("Hãy viết lý do kết thúc, để đơn vị biết."))
        move(held, "close", by=by, capacity=capacity, at=moment, reason=reason)
        held.reason = reason
        held.save()
        return publication


def published(publication: Publication, *, at: datetime) -> None:
    """Note that the general portal published a text that was handed over; called by `approve`."""
    held = Handover.objects.select_for_update(of=("self",)).filter(item=publication.item)
    found = held.select_related("portal", "source_portal", "offered_by").first()
    if found and found.state in {HandoverState.TAKEN_UP, HandoverState.PUBLISHED}:
        move(found, "publish", by=None, capacity=publication.capacity, at=at)
        found.save()
        _tell_unit(found, "handover.published", at)


def source_moved(publication: Publication) -> None:
    """Tell the office that a source changed or was withdrawn; called by the log's follower.

    A hand-over whose text the general portal itself took down is at its end.
    """
    gone = publication.verb == Publication.Verb.WITHDRAW
    open_ = Handover.objects.exclude(state__in=_OVER)
    if gone and open_.filter(item=publication.item).exists():
        with audit.recording():
            _close_withdrawn(publication)
    rows = open_.filter(source_item=publication.item, newest_seq__lt=publication.seq)
    if rows.exists():
        with audit.recording():
            _note_source(publication, gone=gone)


def _close_withdrawn(publication: Publication) -> None:
    held = Handover.objects.select_for_update(of=("self",)).exclude(state__in=_OVER)
    found = held.select_related("portal").filter(item=publication.item).first()
    if found and not queries.is_live(publication.item):
        move(
            found, "close", by=None, capacity=publication.capacity,
            at=publication.published_at, reason=publication.reason,
        )  # fmt: skip
        found.reason = publication.reason
        found.save()


def _note_source(publication: Publication, *, gone: bool) -> None:
    held = Handover.objects.select_for_update(of=("self",)).exclude(state__in=_OVER)
    rows = held.filter(source_item=publication.item, newest_seq__lt=publication.seq)
    found = rows.select_related("portal", "source_portal", "area").first()
    if not found:
        return
    found.newest_seq = publication.seq
    if found.state == HandoverState.OFFERED:
        if gone:
            move(found, "close", by=None, capacity="", at=publication.published_at)
        found.save()
        return
    move(
        found, "source_withdraw" if gone else "source_change", by=None, capacity="",
        at=publication.published_at, reason=publication.reason or publication.correction,
    )  # fmt: skip
    found.save()
    area = found.area.code if found.area else ""
    notices.tell(
        notices.holders(
            Capability.TAKE_UP, found.portal, area, at=publication.published_at
        ),
        "handover.source_withdrawn" if gone else "handover.source_changed",
        at=publication.published_at, title=found.title, portal=str(found.source_portal),
        url=queries.handover_url(found),
    )  # fmt: skip


def source_of(item: UUID) -> int | None:
    """The number of the publication that a general portal's text was taken from."""
    return Handover.objects.filter(item=item).values_list("source_seq", flat=True).first()


def _open(
    item: UUID, initiative: str, *, by: Person, message: str, at: datetime | None
) -> Handover:
    moment = at or timezone.now()
    with audit.recording():
        rows = Live.objects.select_for_update(of=("self",)).select_related("publication")
        live = rows.filter(item=item).first()
        if live is None:
            raise Refused(_("Bài đã gỡ hoặc chưa đăng, nên không chuyển lên Cổng tỉnh được."))
        source = Portal.objects.get(code=live.portal)
        general = Portal.objects.filter(kind=Portal.Kind.GENERAL).first()
        if general is None:
            raise Refused(_("Tỉnh chưa lập Cổng tổng hợp."))
        by_unit = initiative == Handover.Initiative.UNIT
        capability = Capability.HAND_OVER if by_unit else Capability.TAKE_UP
        target = queries.target_of(live.publication) if by_unit else general
        answer = permissions.require(by, capability, target, at=at)
        _refuse_unsuited(live, source)
        seq = live.publication_id
        made = Handover.objects.create(
            source_portal=source, portal=general, kind=live.kind, source_item=item,
            source_seq=seq, newest_seq=seq, title=live.publication.title,
            area=Area.objects.filter(code=live.area).first(), initiative=initiative,
            offered_by=by, offered_at=moment, message=message,
        )  # fmt: skip
        audit.record(
            "handover.offer", by=by, capacity=answer.capacity, portal=source.code,
            kind="handover", id=made.pk, label=made.title, after={"initiative": initiative},
            at=moment,
        )  # fmt: skip
        _tell_of_offer(made, by=by, at=at)
        return made


def _refuse_unsuited(live: Live, source: Portal) -> None:
    if not kinds.get(live.kind).handed_over:
        raise Refused(_("Chỉ tin, bài mới chuyển lên Cổng tỉnh được."))
    if source.is_general:
        raise Refused(_("Bài này đã ở trên Cổng tổng hợp."))
    if Handover.objects.filter(source_item=live.item).exclude(state__in=_OVER).exists():
        raise Refused(_("Bài này đã được chuyển lên Cổng tỉnh."))


def _tell_of_offer(made: Handover, *, by: Person, at: datetime | None) -> None:
    """Tell the office of a unit's offer, or the unit of the office's choice."""
    area = made.area.code if made.area else ""
    if made.initiative == Handover.Initiative.UNIT:
        people = notices.holders(Capability.TAKE_UP, made.portal, area, but=by, at=at)
        about = "handover.offered"
    else:
        people = notices.holders(Capability.HAND_OVER, made.source_portal, area, at=at)
        about = "handover.chosen"
    notices.tell(
        people, about, at=made.offered_at, title=made.title, portal=str(made.source_portal),
        url=queries.handover_url(made),
    )  # fmt: skip


def _tell_unit(held: Handover, about: str, at: datetime, reason: str = "") -> None:
    notices.tell(
        [held.offered_by], about, at=at, title=held.title, reason=reason,
        url=queries.handover_url(held),
    )  # fmt: skip


def _lock(handover: Handover) -> Handover:
    rows = Handover.objects.select_for_update(of=("self",))
    return rows.select_related("portal", "source_portal", "area", "offered_by").get(pk=handover.pk)
