"""Take a text over from whoever has it open, and let it go again."""

from datetime import datetime

from django.utils import timezone

from congtinh.audit import actions as audit
from congtinh.organisation import permissions
from congtinh.organisation.models import Person
from congtinh.organisation.roles import Capability
from congtinh.publishing import holding, kinds, notices, queries
from congtinh.publishing.models import Content


def hold(content: Content, *, by: Person, at: datetime | None = None) -> Content:
    """From now on only `by` can save this text, until they let it go or leave it alone.

    Whoever had it open or held it before is told. Refuses whoever may not write there.
    """
    moment = at or timezone.now()
    with audit.recording():
        held = queries.content_of(kinds.of(content).name, content.item, lock=True)
        answer = permissions.require(by, Capability.WRITE, held, at=at)
        before = holding.holder(held, at=moment)
        if before == by:
            return content
        working = [other.person for other in holding.others(held, but=by, at=moment)]
        told = {person.pk: person for person in [before, *working] if person}
        _set(held, by, moment)
        audit.record(
            "content.take_over" if told else "content.lock", by=by, capacity=answer.capacity,
            portal=held.portal.code, kind=held._meta.model_name or "", id=held.item,
            label=str(held), at=moment,
            before={"people": [person.get_username() for person in told.values()]},
        )  # fmt: skip
        notices.tell(
            told.values(), "content.taken_over", at=moment, url=kinds.of(held).edit_url(held),
            who=str(by), title=str(held),
        )  # fmt: skip
    return content


def let_go(content: Content, *, by: Person, at: datetime | None = None) -> Content:
    """Anyone who writes there can save the text again.

    Refuses whoever neither holds it nor moderates there; other writers take it over instead.
    """
    moment = at or timezone.now()
    with audit.recording():
        held = queries.content_of(kinds.of(content).name, content.item, lock=True)
        before = holding.holder(held, at=moment)
        own = before is None or before == by
        needed = Capability.READ if own else Capability.MODERATE
        answer = permissions.require(by, needed, held, at=at)
        if not held.locked:
            return content
        _set(held, None, None)
        audit.record(
            "content.unlock", by=by, capacity=answer.capacity, portal=held.portal.code,
            kind=held._meta.model_name or "", id=held.item, label=str(held), at=moment,
            before={"people": [held.locked_by.get_username()] if held.locked_by else []},
        )  # fmt: skip
        if not own:
            notices.tell(
                [before], "content.let_go", at=moment, url=kinds.of(held).edit_url(held),
                who=str(by), title=str(held),
            )  # fmt: skip
    return content


def _set(content: Content, person: Person | None, moment: datetime | None) -> None:
    # Not `save`: that somebody holds a text is no change of it.
    type(content).objects.filter(pk=content.pk).update(
        locked=person is not None, locked_by=person, locked_at=moment
    )
