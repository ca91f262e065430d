"""Random walks through all that people and the clock can do; what must hold, holds throughout."""

import contextlib
import hashlib
from datetime import date, datetime, timedelta
from typing import Any

import hypothesis.strategies as st
import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from congtinh.audit import chain
from congtinh.audit.models import Entry
from congtinh.news.models import Article
from congtinh.news.tests.factories import ArticleFactory, edited
from congtinh.organisation import actions as organisation
from congtinh.organisation.models import Appointment, Delegation, Mandate, Person, Portal
from congtinh.organisation.refusal import Refused
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import (
    AreaFactory,
    MandateFactory,
    PersonFactory,
    PortalFactory,
    again,
    post,
)
from congtinh.publishing import actions as publishing
from congtinh.publishing import followers, live
from congtinh.publishing.models import (
    Decision,
    Handover,
    Live,
    LiveHost,
    Publication,
    Rendering,
    Review,
    Transition,
)
from congtinh.publishing.states import HANDOVER_STEPS, REVIEW_STEPS, ReviewState
from congtinh.vietnamese.dates import TIME_ZONE

BEGIN = datetime(2027, 6, 1, 9, 0, tzinfo=TIME_ZONE)
number = st.integers(0, 11)
reason = st.sampled_from(["Sai số liệu", "Sai số liệu", "Sai số liệu", ""])
POSTS = (Role.HEAD, Role.DEPUTY, Role.MODERATE, Role.MODERATE, Role.UPDATE, Role.MEMBER)


class World:
    """A small province, made once; every walk begins in it and is undone at its end."""

    def __init__(self) -> None:
        self.general = PortalFactory(general=True)
        self.portals = [self.general, PortalFactory(), PortalFactory()]
        self.areas = [AreaFactory(), AreaFactory()]
        self.mandate: Mandate = MandateFactory()
        self.people = [post(portal, role) for portal in self.portals for role in POSTS]
        self.people.append(PersonFactory())
        self.seen: set[str] = set()


class Walk(RuleBasedStateMachine):
    """Any verb, by anyone, at any moment; a refusal is an answer, every other failure a defect."""

    world: World

    def __init__(self) -> None:
        super().__init__()
        self.clock = time_machine.travel(BEGIN, tick=False)
        self.time = self.clock.start()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.judged = 0

    def teardown(self) -> None:
        try:
            followers.run_all()
            self._assert_sound_at_the_end()
            self.world.seen |= {
                f"{subject}.{verb}"
                for subject, verb in Transition.objects.values_list("subject", "verb")
            }
        finally:
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)
            self.clock.stop()

    def _assert_sound_at_the_end(self) -> None:
        numbers = list(Publication.objects.order_by("seq").values_list("seq", flat=True))
        assert numbers == [*range(1, len(numbers) + 1)]
        assert chain.verify(Publication)
        assert chain.verify(Entry)
        before = _standing()
        live.rebuild()
        assert _standing() == before

    # People and things, by number

    def person(self, which: int, portal: Portal | None = None) -> Person:
        """Mostly somebody of that portal, now and then anyone."""
        people = self.world.people
        if portal is None or which > 9:
            return again(people[(which * 7) % len(people)])
        place = self.world.portals.index(portal) * len(POSTS)
        return again(people[place + which % len(POSTS)])

    def article(self, which: int) -> Article:
        articles = Article.objects.order_by("-pk")
        return articles[which % articles.count()]

    def review(self, which: int) -> Review | None:
        reviews = Review.objects.order_by("-pk")
        pending = reviews.filter(state__in=["open", "scheduled"])
        rows = list((pending if which < 10 else reviews)[:12])
        return rows[which % len(rows)] if rows else None

    def handover(self, which: int) -> Handover | None:
        rows = list(Handover.objects.order_by("-pk")[:6])
        return rows[which % len(rows)] if rows else None

    # Writers

    @initialize()
    def begin(self) -> None:
        for place in range(3):
            self.write(place, place % 2)

    @rule(place=st.integers(0, 2), area=st.integers(0, 1))
    def write(self, place: int, area: int) -> None:
        portal = self.world.portals[place]
        writer = self.world.people[place * len(POSTS) + POSTS.index(Role.UPDATE)]
        ArticleFactory(portal=portal, area=self.world.areas[area], created_by=writer)

    @rule(which=number)
    def edit(self, which: int) -> None:
        article = self.article(which)
        edited(article, lead=f"Bản {article.latest_revision_id}.")

    @rule(which=number, who=number)
    def submit(self, which: int, who: int) -> None:
        article = self.article(which)
        by = again(article.created_by) if who < 9 else self.person(who, article.portal)
        _attempt(publishing.submit, article, by=by, correction="Sửa")

    @rule(which=number)
    def edit_and_submit(self, which: int) -> None:
        self.edit(which)
        self.submit(which, 0)

    @rule(which=number, who=number)
    def recall(self, which: int, who: int) -> None:
        review = self.review(which)
        if review:
            by = again(review.submitted_by) if who < 9 else self.person(who, review.portal)
            _attempt(publishing.recall, review, by=by)

    # Deciders

    @rule(which=number, who=number, seen=number)
    def approve(self, which: int, who: int, seen: int) -> None:
        review = self.review(which)
        if review:
            read = review.content_hash if seen else "0" * 64
            _attempt(publishing.approve, review, seen=read, by=self.person(who, review.portal))

    @rule(which=number, who=number, wait=st.integers(-1, 60), lasts=st.integers(0, 90) | st.none())
    def schedule(self, which: int, who: int, wait: int, lasts: int | None) -> None:
        review = self.review(which)
        if review:
            release = timezone.now() + timedelta(hours=wait)
            _attempt(
                publishing.approve, review, seen=review.content_hash,
                by=self.person(who, review.portal), release_at=release,
                expires_at=None if lasts is None else release + timedelta(hours=lasts),
            )  # fmt: skip

    @rule(which=number, who=number, lasts=st.integers(1, 48))
    def approve_for_a_time(self, which: int, who: int, lasts: int) -> None:
        review = self.review(which)
        if review:
            _attempt(
                publishing.approve, review, seen=review.content_hash,
                by=self.person(who, review.portal),
                expires_at=timezone.now() + timedelta(hours=lasts),
            )  # fmt: skip

    @rule(
        which=number,
        who=number,
        why=reason,
        verb=st.sampled_from(["send_back", "decline", "cancel_schedule"]),
    )
    def close(self, which: int, who: int, why: str, verb: str) -> None:
        review = self.review(which)
        if review:
            deed = getattr(publishing, verb)
            _attempt(deed, review, by=self.person(who, review.portal), reason=why)

    @rule(which=number, who=number, why=reason)
    def withdraw(self, which: int, who: int, why: str) -> None:
        article = self.article(which)
        _attempt(publishing.withdraw, article.item, by=self.person(who, article.portal), reason=why)

    # The clock

    @rule(minutes=st.sampled_from([0, 1, 59, 60, 7 * 60, 24 * 60, 3 * 24 * 60]))
    def time_passes(self, minutes: int) -> None:
        self.time.shift(timedelta(minutes=minutes, seconds=1))
        publishing.release_due()
        publishing.expire_due()

    @rule()
    def followers_run(self) -> None:
        followers.run_all()

    # The organisation

    @rule(who=st.integers(0, 18), place=st.integers(0, 2), role=st.sampled_from(Role), days=number)
    def appoint(self, who: int, place: int, role: Role, days: int) -> None:
        today = timezone.localdate()
        _attempt(
            organisation.appoint, again(self.world.people[who]), self.world.portals[place], role,
            mandate=self.world.mandate, starts_on=today + timedelta(days=days % 3),
            ends_on=today + timedelta(days=days), by=None,
        )  # fmt: skip

    @rule(which=number)
    def end_appointment(self, which: int) -> None:
        appointments = Appointment.objects.filter(role__in=[Role.HEAD, Role.MODERATE, Role.DEPUTY])
        chosen = appointments.order_by("-pk")[which]
        _attempt(organisation.end_appointment, chosen, by=None, reason="Chuyển công tác")

    @rule(place=st.integers(0, 2), area=st.integers(0, 1), begins=st.integers(0, 2), days=number)
    def delegate(self, place: int, area: int, begins: int, days: int) -> None:
        first = timezone.localdate() + timedelta(days=begins)
        head, deputy = self.world.people[place * len(POSTS) :][:2]
        _attempt(
            organisation.delegate, giver=again(head), holder=again(deputy),
            portal=self.world.portals[place], areas=[self.world.areas[area]],
            mandate=self.world.mandate, starts_on=first, ends_on=first + timedelta(days=days),
            by=again(head),
        )  # fmt: skip

    @rule()
    def end_delegation(self) -> None:
        given = Delegation.objects.order_by("-pk").first()
        if given:
            _attempt(organisation.end_delegation, given, by=again(given.giver), reason="Thu hồi")

    # Hand-over

    @rule(which=number, who=number, chosen=st.booleans())
    def offer(self, which: int, who: int, chosen: bool) -> None:
        article = self.article(which)
        if chosen:
            _attempt(publishing.choose, article.item, by=self.person(who, self.world.general))
        else:
            _attempt(publishing.offer, article.item, by=self.person(who, article.portal))

    @rule(which=number, who=number)
    def take_up(self, which: int, who: int) -> None:
        handover = self.handover(which)
        if handover:
            section = self.world.general.sections.get(slug="tin-tuc")
            by = self.person(who, self.world.general)
            _attempt(publishing.take_up, handover, section=section, by=by)

    @rule(
        which=number,
        who=number,
        why=reason,
        verb=st.sampled_from(["take_over", "keep", "close_for", "decline_handover"]),
    )
    def deal_with_handover(self, which: int, who: int, why: str, verb: str) -> None:
        handover = self.handover(which)
        if handover:
            words = {} if verb == "take_over" else {"reason": why}
            by = self.person(who, self.world.general)
            _attempt(getattr(publishing, verb), handover, by=by, **words)

    # What holds after every step

    @invariant()
    def what_is_live_is_the_last_approved_sealed_revision(self) -> None:
        last = {row.item: row for row in Publication.objects.filter(kind="article").order_by("seq")}
        shown = {row.item: row.publication_id for row in Live.objects.filter(kind="article")}
        assert shown == {item: row.seq for item, row in last.items() if row.verb == "publish"}
        for item in shown:
            row = last[item]
            assert hashlib.sha256(row.content.encode()).hexdigest() == row.content_hash
            approved = Review.objects.filter(item=item, state=ReviewState.APPROVED).latest(
                "closed_at"
            )
            decision = Decision.objects.get(pk=row.decision)
            assert decision.review_id == approved.pk
            assert row.content == approved.content
            assert row.content_hash == decision.content_hash == approved.content_hash

    @invariant()
    def whoever_decided_had_the_right_at_that_moment(self) -> None:
        for row in Publication.objects.filter(kind="article", seq__gt=self.judged).order_by("seq"):
            self.judged = row.seq
            decision = Decision.objects.select_related("by").get(pk=row.decision)
            place = {"portal": row.portal, "area": row.area}
            assert _had_the_right(decision.by_id, at=decision.at, **place)
            if row.verb == "publish":
                assert _had_the_right(decision.by_id, at=row.published_at, **place)
                review = Review.objects.get(pk=decision.review_id)
                writer = Article.objects.get(item=row.item).created_by_id
                assert decision.by_id not in {writer, review.submitted_by_id}

    @invariant()
    def at_most_one_review_of_a_text_is_pending(self) -> None:
        pending = list(
            Review.objects.filter(state__in=["open", "scheduled"]).values_list("item", flat=True)
        )
        assert len(pending) == len(set(pending))


def _attempt(deed: Any, *args: Any, **kwargs: Any) -> None:
    with contextlib.suppress(Refused):
        deed(*args, **kwargs)


def _had_the_right(person: int, *, portal: str, area: str, at: datetime) -> bool:
    """Read straight from the rows, by nothing that the product itself decides with."""
    day = at.astimezone(TIME_ZONE).date()
    roles = {
        row["role"]
        for row in Appointment.objects.filter(person=person, portal__code=portal).values()
        if _covers(row, day, at)
    }
    if Role.HEAD in roles or (portal != "tong-hop" and Role.MODERATE in roles):
        return True
    given = Delegation.objects.filter(holder=person, portal__code=portal, areas__code=area)
    return Role.DEPUTY in roles and any(_covers(row, day, at) for row in given.values())


def _covers(row: dict[str, Any], day: date, at: datetime) -> bool:
    begun = row["starts_on"] <= day and (row["ends_on"] or date.max) >= day
    return begun and (row["revoked_at"] is None or row["revoked_at"] > at)


def _standing() -> tuple[list, list, list]:
    shown = Live.objects.values("publication")
    return (
        list(Live.objects.order_by("pk").values()),
        list(LiveHost.objects.order_by("pk").values()),
        list(Rendering.objects.filter(pk__in=shown).order_by("pk").values()),
    )


def _walk(**chosen: Any) -> set[str]:
    Walk.world = World()
    run_state_machine_as_test(
        Walk,
        settings=settings(
            deadline=None, database=None, suppress_health_check=list(HealthCheck),
            report_multiple_bugs=False, **chosen,
        ),
    )  # fmt: skip
    return Walk.world.seen


@pytest.mark.slow
@pytest.mark.clause("Đ5.1", "Đ5.2", "Đ10.4", "Đ13.1", "Đ14.1")
@pytest.mark.django_db
def test_random_walks_never_publish_without_a_decision() -> None:
    _walk(max_examples=12, stateful_step_count=40, derandomize=True)


@pytest.mark.long
@pytest.mark.clause("Đ5.1", "Đ5.2", "Đ10.4", "Đ13.1", "Đ14.1")
@pytest.mark.django_db
def test_long_random_walks_take_every_step_there_is() -> None:
    seen = _walk(max_examples=250, stateful_step_count=80)

    assert seen == {
        *(f"review.{verb}" for verb in REVIEW_STEPS),
        *(f"handover.{verb}" for verb in HANDOVER_STEPS),
    }
