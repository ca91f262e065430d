"""What the staff area's own screens read: a person's work, notices and the audit they may see."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
    Window,
)
from django.utils import timezone

from congtinh.audit import names
from congtinh.audit.models import Entry
from congtinh.organisation import permissions, rules
from congtinh.organisation.models import Appointment, Person, Portal
from congtinh.organisation.roles import Capability, Role
from congtinh.publishing import kinds, standing
from congtinh.publishing.models import Content, Decision, Handover, Notice, Review
from congtinh.publishing.states import AWAITING_OFFICE, PENDING, HandoverState, ReviewState
from congtinh.staff.deeds import TECHNICAL

#: How many lines a group of the first page shows before it points to the full list.
SHOWN = 8
_SOON = timedelta(days=30)
_RECENTLY = timedelta(days=14)
#: States after which the writer has the next move.
_BACK_WITH_WRITER = frozenset({ReviewState.SENT_BACK, ReviewState.LAPSED, ReviewState.CANCELLED})
_SOURCE_MOVED = frozenset({HandoverState.SOURCE_CHANGED, HandoverState.SOURCE_WITHDRAWN})
_TONES = {**dict.fromkeys(PENDING, "wait"), ReviewState.APPROVED: "done"}
_DRAFTS = frozenset({"draft", "revising"})


@dataclass(frozen=True, slots=True)
class Group:
    """Some lines, and how many there are in all."""

    lines: list[Any] = field(default_factory=list)
    count: int = 0

    def __bool__(self) -> bool:
        return bool(self.lines)


def unread(person: Any) -> QuerySet[Notice]:
    """What this person was told and has not read."""
    return Notice.objects.filter(person=person, read_at=None)


def notices(person: Any) -> QuerySet[Notice]:
    """What this person was told, newest first."""
    return Notice.objects.filter(person=person).order_by("-pk")


def awaiting_decision(person: Any) -> Group:
    """Reviews that wait for this person: assigned ones first, then the longest overdue.

    Their own texts are left out: nobody decides on those (Đ10.4).
    """
    portals = _portals(person, Capability.MODERATE, Capability.APPROVE)
    if not portals:
        return Group()
    mine = Case(
        When(assignee=person, then=Value(0)),
        When(assignee=None, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    undated = Case(When(due_on=None, then=Value(1)), default=Value(0), output_field=IntegerField())
    rows = (
        Review.objects.filter(portals, state=ReviewState.OPEN)
        .exclude(submitted_by=person)
        .defer("content")
        .select_related("portal", "submitted_by", "assignee")
        .order_by(mine, undated, "due_on", "submitted_at", "pk")
    )
    found = _group(rows)
    for review in found.lines:
        review.overdue = is_overdue(review)
        review.is_mine = review.assignee_id == person.pk
    return found


def is_overdue(review: Review, today: date | None = None) -> bool:
    """Whether the day for deciding is over."""
    return bool(review.due_on and review.due_on < (today or timezone.localdate()))


def back_with_writer(person: Any) -> Group:
    """What this person submitted and has to take up again, each with the reason given."""
    later = Review.objects.filter(item=OuterRef("item"), pk__gt=OuterRef("pk"))
    rows = (
        Review.objects.filter(~Exists(later), submitted_by=person, state__in=_BACK_WITH_WRITER)
        .defer("content")
        .select_related("portal")
        .order_by("-pk")
    )
    found = _group(rows)
    reasons = _reasons(found.lines)
    _address(found.lines)
    for review in found.lines:
        review.reason = reasons.get(review.pk, "")
    return Group([review for review in found.lines if review.url], found.count)


def sent(person: Any) -> Group:
    """What this person submitted and where it stands: all that is pending and what ended lately."""
    rows = (
        Review.objects.filter(submitted_by=person)
        .exclude(state__in=_BACK_WITH_WRITER | {ReviewState.RECALLED})
        .filter(Q(closed_at=None) | Q(closed_at__gt=timezone.now() - _RECENTLY))
        .defer("content")
        .select_related("portal", "assignee")
        .order_by("-pk")
    )
    found = _group(rows)
    for review in found.lines:
        review.tone = _TONES.get(review.state, "end")
    return found


def drafts(person: Any) -> Group:
    """The person's own texts that are not submitted, newest first."""
    found: list[Any] = []
    for model in _contents():
        rows = model.objects.filter(created_by=person).select_related("portal", "section")
        found.extend(rows.only(
            "pk", "item", "title", "updated_at", "portal", "section",
        ).order_by("-updated_at", "-pk")[:40])  # fmt: skip
    standing.attach(found)
    open_ = [content for content in found if content.stage.code in _DRAFTS]
    open_.sort(key=lambda content: content.updated_at, reverse=True)
    for content in open_[:SHOWN]:
        content.url = kinds.of(content).edit_url(content)
    return Group(open_[:SHOWN], len(open_))


def awaiting_office(person: Any) -> tuple[Group, Group]:
    """Hand-overs to be taken up, and those whose source changed or went."""
    portals = _portals(person, Capability.TAKE_UP)
    if not portals:
        return Group(), Group()
    rows = (
        Handover.objects.filter(portals, state__in=AWAITING_OFFICE)
        .select_related("source_portal", "area")
        .order_by("offered_at", "pk")
    )
    return (
        _group(rows.filter(state=HandoverState.OFFERED)),
        _group(rows.filter(state__in=_SOURCE_MOVED)),
    )


def organisation_tasks(person: Any) -> tuple[Group, Group]:
    """For those who manage people: posts that end soon, and portals on which nobody can decide."""
    managed = permissions.portals(person, Capability.MANAGE_PEOPLE)
    if not permissions.holds_anywhere(person, Capability.MANAGE_PEOPLE):
        return Group(), Group()
    now, today = timezone.now(), timezone.localdate()
    posts = Appointment.objects.in_force(now).filter(portal__in=managed)
    ending = (
        posts.filter(ends_on__lte=today + _SOON)
        .select_related("person", "portal")
        .order_by("ends_on", "pk")
    )
    deciders = Appointment.objects.in_force(now).filter(
        Q(role=Role.HEAD) | Q(role=Role.MODERATE, portal__kind=Portal.Kind.COMPONENT),
        portal=OuterRef("pk"),
        person__is_active=True,
    )
    empty = managed.filter(~Exists(deciders)).order_by("name", "pk")
    return _group(ending), _group(empty)


def managed_people(person: Any) -> QuerySet[Person]:
    """People with a post on a portal whose people this person manages; and the person."""
    managed = permissions.portals(person, Capability.MANAGE_PEOPLE)
    appointed = Appointment.objects.filter(portal__in=managed).values("person")
    return Person.objects.filter(Q(pk__in=appointed) | Q(pk=person.pk)).order_by(
        "first_name", "last_name", "pk"
    )


def _portals(person: Any, *capabilities: Capability) -> Q | None:
    """A condition on `portal`, or None when there is no portal."""
    found: set[str] = set()
    for capability in capabilities:
        codes = permissions.portal_codes(person, capability)
        if codes is None:
            return Q(pk__isnull=False)
        found |= codes
    return Q(portal__code__in=found) if found else None


def _group(rows: QuerySet[Any]) -> Group:
    """The first lines, counted in the same query."""
    lines = list(rows.annotate(in_all=Window(Count("*")))[:SHOWN])
    return Group(lines, lines[0].in_all if lines else 0)


def _contents() -> list[Any]:
    return [kind.model for kind in kinds.all_kinds() if issubclass(kind.model, Content)]


def _reasons(reviews: Iterable[Review]) -> dict[int, str]:
    rows = Decision.objects.filter(review__in=[review.pk for review in reviews])
    return dict(rows.order_by("pk").values_list("review", "reason"))


def _address(reviews: Iterable[Any]) -> None:
    """Give each review the address of its working copy; one query a kind."""
    wanted: dict[str, list[Any]] = {}
    for review in reviews:
        review.url = ""
        wanted.setdefault(review.kind, []).append(review)
    for name, group in wanted.items():
        kind = kinds.get(name)
        if not issubclass(kind.model, Content):
            continue
        copies = kind.model.objects.filter(item__in=[review.item for review in group])
        known = {copy.item: kind.edit_url(copy) for copy in copies.only("pk", "item")}
        for review in group:
            review.url = known.get(review.item, "")


def readable_entries(person: Any) -> QuerySet[Entry]:
    """The audit as this person may read it.

    A post with the right shows its portal; on the general portal also what concerns the whole
    province. A technician sees technical entries of every portal, and nothing editorial.
    """
    whole: set[str] = set()
    technical = False
    for post in rules.current_posts(permissions.standing_of(person), timezone.now()):
        if Capability.READ_AUDIT not in post.entitlement.here:
            continue
        if Capability.OPERATE in post.entitlement.everywhere:
            technical = True
        else:
            whole |= {post.portal, ""} if post.general else {post.portal}
    allowed = Q(portal__in=whole)
    if technical:
        actions = [key for key, _name in names.choices() if key.startswith(TECHNICAL)]
        allowed |= Q(action__in=actions)
    return Entry.objects.filter(allowed) if whole or technical else Entry.objects.none()


def entries(person: Any, filters: dict[str, Any]) -> QuerySet[Entry]:
    """The readable entries that match, newest first."""
    rows = readable_entries(person)
    for name in ("portal", "action"):
        if filters.get(name):
            rows = rows.filter(**{name: filters[name]})
    if who := filters.get("who"):
        rows = rows.filter(Q(actor=who) | Q(actor_name__icontains=who))
    if about := filters.get("about"):
        rows = rows.filter(Q(object_id=about) | Q(object_label__icontains=about))
    if first := filters.get("since"):
        rows = rows.filter(at__gte=_start(first))
    if last := filters.get("until"):
        rows = rows.filter(at__lt=_start(last + timedelta(days=1)))
    return rows.order_by("-seq")


def last_check() -> Entry | None:
    """When the chain of the audit was last verified."""
    return Entry.objects.filter(action="audit.verify").order_by("-seq").first()


def _start(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def audited_portals(person: Any) -> QuerySet[Portal]:
    """The portals by which this person may filter the audit."""
    codes = {
        post.portal
        for post in rules.current_posts(permissions.standing_of(person), timezone.now())
        if Capability.READ_AUDIT in post.entitlement.here
    }
    everywhere = permissions.portal_codes(person, Capability.OPERATE) is None
    rows = Portal.objects.all() if everywhere else Portal.objects.filter(code__in=codes)
    return rows.order_by("name", "pk")


def portal_names(codes: Iterable[str]) -> dict[str, str]:
    """The names of portals by their codes."""
    return {portal.code: str(portal) for portal in Portal.objects.filter(code__in=set(codes))}


def portals_of(person: Any) -> QuerySet[Portal]:
    """The portals on which a person has or had a post."""
    posts = Appointment.objects.filter(person=person).values("portal")
    return Portal.objects.filter(pk__in=posts).order_by("kind", "name", "pk")


def posts_of(person: Any, portals: Iterable[Portal]) -> QuerySet[Appointment]:
    """A person's posts there, newest first, past and revoked ones included."""
    rows = Appointment.objects.filter(person=person, portal__in=list(portals))
    return rows.select_related("portal", "mandate").order_by("-starts_on", "-pk")
