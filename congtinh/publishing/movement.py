"""`move()`: the only code that sets the state of a review or a hand-over."""

from datetime import datetime

from congtinh.audit import actions as audit
from congtinh.organisation.models import Person
from congtinh.organisation.refusal import Reason, Refused
from congtinh.publishing.models import Handover, Review, Transition
from congtinh.publishing.phrases import STATE_REFUSALS
from congtinh.publishing.states import HANDOVER_STEPS, REVIEW_STEPS


def why_not(subject: Review | Handover, verb: str) -> tuple[Reason, ...]:
    """Why the verb does not lead on from where the row stands; empty when it does."""
    steps = REVIEW_STEPS if isinstance(subject, Review) else HANDOVER_STEPS
    if subject.state in steps[verb].source:
        return ()
    words = {"state": subject.get_state_display(), "who": _last_mover(subject)}
    return (STATE_REFUSALS[type(subject)] % words,)


def move(
    subject: Review | Handover,
    verb: str,
    *,
    by: Person | None,
    capacity: str,
    at: datetime,
    reason: str = "",
) -> None:
    """Lead a locked row to the verb's target state and put the move on record.

    Raises `Refused` when the verb does not lead on from where the row stands: someone else was
    first, or it was recalled a moment ago. The caller holds the row's lock and saves other fields.
    """
    steps = REVIEW_STEPS if isinstance(subject, Review) else HANDOVER_STEPS
    step = steps[verb]
    reasons = why_not(subject, verb)
    if reasons:
        raise Refused(*reasons)
    source = subject.state
    subject.state = step.target
    name = subject._meta.model_name or ""
    Transition.objects.create(
        subject=name, subject_id=subject.pk, verb=verb, source=source, target=step.target,
        by=by, capacity=capacity, at=at, reason=reason,
    )  # fmt: skip
    audit.record(
        step.deed, by=by, capacity=capacity, portal=subject.portal.code, kind=name,
        id=subject.pk, label=subject.title, before={"state": source},
        after={"state": step.target}, reason=reason, at=at,
    )  # fmt: skip


def _last_mover(subject: Review | Handover) -> str:
    """Whose deed stands, for whoever came second: « (Nguyễn Văn An)»."""
    moves = Transition.objects.filter(
        subject=subject._meta.model_name, subject_id=subject.pk, by__isnull=False
    )
    last = moves.select_related("by").order_by("-pk").first()
    return f" ({last.by})" if last else ""
