"""Who works on a text now, and who has taken it over for themselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max
from django.utils import timezone
from wagtail.admin.models import EditingSession

from congtinh.organisation import permissions
from congtinh.organisation.models import Person
from congtinh.organisation.refusal import Reason
from congtinh.organisation.roles import Capability
from congtinh.publishing import phrases, rules
from congtinh.publishing.models import Content


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody else who has the text open, and when they saved it last, if ever."""

    person: Person
    seen_at: datetime
    saved_at: datetime | None


def others(content: Content, *, but: Person, at: datetime) -> list[Other]:
    """Those who have the text open now, without the person who asks; two queries at most."""
    sessions = EditingSession.objects.filter(
        content_type=ContentType.objects.get_for_model(type(content)), object_id=str(content.pk),
        last_seen_at__gt=at - rules.SEEN,
    ).exclude(user=but)  # fmt: skip
    seen: dict[Person, datetime] = {}
    for session in sessions.select_related("user").order_by("-last_seen_at"):
        seen.setdefault(session.user, session.last_seen_at)
    saved = _last_saved(content, seen) if seen else {}
    return [Other(person, moment, saved.get(person.pk)) for person, moment in seen.items()]


def holder(content: Content, *, at: datetime) -> Person | None:
    """Who has taken the text over and not let it go; None when anyone may save it."""
    return content.locked_by if content.is_held(at) else None


def why_held(content: Content, *, by: Person, at: datetime) -> tuple[Reason, ...]:
    """Why this person cannot save or submit the text now; empty when they can."""
    person = holder(content, at=at)
    if person is None or person == by:
        return ()
    moment = f"{timezone.localtime(content.locked_at):%H:%M}"
    return (phrases.TAKEN_OVER % {"who": person, "moment": moment},)


def why_not_let_go(content: Content, *, by: Person, at: datetime) -> tuple[Reason, ...]:
    """Why this person may not free the text for others; empty when they may."""
    person = holder(content, at=at)
    own = person is None or person == by
    return permissions.may(by, Capability.READ if own else Capability.MODERATE, content).reasons


def _last_saved(content: Content, people: Iterable[Person]) -> dict[int, datetime]:
    rows = content.revisions.filter(user__in=list(people)).order_by().values("user")
    return dict(rows.annotate(at=Max("created_at")).values_list("user", "at"))
