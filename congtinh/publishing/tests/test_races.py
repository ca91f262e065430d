"""Two people at once, in real threads on real connections: one deed stands, the other is told."""

from collections.abc import Callable
from typing import Any

import pytest

from congtinh.audit import chain
from congtinh.audit.models import Entry
from congtinh.audit.tests.commits import together
from congtinh.news.models import Article
from congtinh.news.tests.factories import ArticleFactory, decider, edited, published, submitted
from congtinh.organisation import actions as organisation
from congtinh.organisation import permissions
from congtinh.organisation.models import Appointment, Person
from congtinh.organisation.refusal import Refused
from congtinh.organisation.roles import Capability, Role
from congtinh.organisation.tests.factories import (
    BEGIN,
    AreaFactory,
    MandateFactory,
    PortalFactory,
    again,
    post,
)
from congtinh.pages.tests.factories import StandingPageFactory
from congtinh.publishing import actions as publishing
from congtinh.publishing import followers, live
from congtinh.publishing.models import Live, Publication, Review
from congtinh.publishing.states import ReviewState

ROUNDS = [
    pytest.param(25, marks=pytest.mark.slow, id="100"),
    pytest.param(500, marks=pytest.mark.long, id="2000"),
]


class Newsroom:
    """A portal with two moderators and a clerk."""

    def __init__(self) -> None:
        self.portal = PortalFactory()
        self.area = AreaFactory()
        self.clerk = post(self.portal, Role.UPDATE)
        self.first, self.second = decider(self.portal), decider(self.portal)

    def article(self) -> Article:
        return ArticleFactory(portal=self.portal, area=self.area, created_by=self.clerk)


def approving(review: Review, person: Person) -> Callable[[], Any]:
    return lambda: publishing.approve(review, seen=review.content_hash, by=again(person))


def submitting(article: Article) -> Callable[[], Any]:
    return lambda: submitted(Article.objects.get(pk=article.pk))


def assert_sound(review: Review) -> None:
    """The public text is the sealed one of an approved review, once, or there is none."""
    review.refresh_from_db()
    rows = list(Publication.objects.filter(item=review.item))
    assert len(rows) == (review.state == ReviewState.APPROVED)
    assert all(row.content_hash == review.content_hash for row in rows)
    assert Live.objects.filter(item=review.item).count() == len(rows)


@pytest.mark.clause("Đ5.1", "Đ10.4")
@pytest.mark.parametrize("rounds", ROUNDS)
@pytest.mark.parametrize("against", ["approve", "send_back", "recall", "autosave"])
def test_approve_races(committed_db: object, against: str, rounds: int) -> None:
    room = Newsroom()

    for number in range(rounds):
        _race(room, against, number)

    assert chain.verify(Publication)
    assert chain.verify(Entry)


def _race(room: Newsroom, against: str, number: int) -> None:
    article = room.article()
    review = submitted(article)
    rivals = {
        "approve": approving(review, room.second),
        "send_back": lambda: publishing.send_back(review, by=again(room.second), reason="Sai"),
        "recall": lambda: publishing.recall(review, by=again(room.clerk)),
        "autosave": lambda: edited(Article.objects.get(pk=article.pk), lead=f"Sửa {number}."),
    }

    results = together(approving(review, room.first), rivals[against])

    failures = [result for result in results if isinstance(result, Exception)]
    assert all(isinstance(failure, Refused) for failure in failures), failures
    assert_sound(review)
    if against == "autosave":
        assert not isinstance(results[1], Exception)
        assert bool(failures) == (review.state == ReviewState.OPEN)
    else:
        assert len(failures) == 1, results
        assert "hiện «" in str(failures[0])


@pytest.mark.slow
def test_verbs_on_different_texts_never_wait_in_a_circle(committed_db: object) -> None:
    room = Newsroom()
    head = post(PortalFactory(general=True), Role.HEAD)

    for number in range(12):
        _crowd(room, head, number)

    assert chain.verify(Publication)
    assert chain.verify(Entry)


def _crowd(room: Newsroom, head: Person, number: int) -> None:
    """Seven verbs that touch one another's rows, at the same moment."""
    public = room.article()
    published(public, by=room.first)
    handover = publishing.offer(public.item, by=room.first)
    general = handover.portal
    text = publishing.take_up(handover, section=general.sections.get(slug="tin-tuc"), by=head)
    text.created_by = post(general, Role.UPDATE)
    text.save()
    adopted = publishing.submit(text, by=text.created_by)
    review = submitted(room.article())
    newer = submitted(edited(public, lead="Bản mới."), correction="Sửa")
    mandate = MandateFactory()

    results = together(
        approving(review, room.first),
        approving(newer, room.second),
        lambda: publishing.withdraw(public.item, by=again(room.first), reason="Sai"),
        approving(adopted, head),
        lambda: publishing.note(review, by=again(room.second), text="Ý kiến"),
        lambda: organisation.appoint(
            Person.objects.get(pk=room.first.pk), room.portal, Role.MEMBER, mandate=mandate,
            starts_on=BEGIN.replace(day=1 + number), ends_on=BEGIN.replace(day=1 + number), by=None,
        ),
        followers.run_all,
    )  # fmt: skip

    failures = [result for result in results if isinstance(result, Exception)]
    assert all(isinstance(failure, Refused) for failure in failures), failures
    assert not isinstance(results[0], Exception)


@pytest.mark.slow
@pytest.mark.clause("Đ3.1")
def test_approve_against_the_end_of_the_post_never_decides_without_right(
    committed_db: object,
) -> None:
    room = Newsroom()

    for _number in range(15):
        _race_with_the_end(room)


def _race_with_the_end(room: Newsroom) -> None:
    moderator = decider(room.portal)
    appointment = Appointment.objects.get(person=moderator)
    review = submitted(room.article())
    person = again(moderator)
    assert permissions.may(person, Capability.APPROVE, room.portal)

    approved, ended = together(
        lambda: publishing.approve(review, seen=review.content_hash, by=person),
        lambda: organisation.end_appointment(appointment, by=None, reason="Nghỉ"),
    )

    assert not isinstance(ended, Exception)
    assert_sound(review)
    if isinstance(approved, Publication):
        assert Entry.objects.get(action="appointment.end", object_id=appointment.pk).seq > (
            Entry.objects.get(action="review.approve", object_id=review.pk).seq
        )
    else:
        assert isinstance(approved, Refused)


@pytest.mark.slow
def test_two_workers_release_and_expire_each_text_once(committed_db: object) -> None:
    room = Newsroom()
    reviews = []
    for _number in range(10):
        review = submitted(room.article())
        publishing.approve(
            review, seen=review.content_hash, by=room.first,
            release_at=review.submitted_at.replace(year=2098),
            expires_at=review.submitted_at.replace(year=2099),
        )  # fmt: skip
        reviews.append(review)
    due = reviews[-1].submitted_at.replace(year=2098, minute=59, second=59)
    over = due.replace(year=2099)

    released = together(*[lambda: publishing.release_due(at=due)] * 3)
    expired = together(*[lambda: publishing.expire_due(at=over)] * 3)

    assert (sum(released), sum(expired)) == (10, 10)
    for review in reviews:
        verbs = Publication.objects.filter(item=review.item).order_by("seq")
        assert [row.verb for row in verbs] == ["publish", "withdraw"]
    assert chain.verify(Publication)


@pytest.mark.slow
def test_two_submissions_open_one_review(committed_db: object) -> None:
    room = Newsroom()

    for _number in range(10):
        results = together(*[submitting(room.article())] * 3)

        assert sum(isinstance(result, Review) for result in results) == 1, results
        assert sum(isinstance(result, Refused) for result in results) == 2, results


@pytest.mark.slow
def test_two_texts_with_one_address_never_share_it(committed_db: object) -> None:
    room = Newsroom()
    page_of = room.portal.sections.get(slug="tin-tuc")
    for number in range(8):
        article = room.article()
        article.slug = f"chung-{number}"
        article.save()
        page = StandingPageFactory(
            portal=room.portal, section=page_of, slug=article.slug, created_by=room.clerk
        )
        reviews = [submitted(article), submitted(page)]

        results = together(*[approving(review, room.first) for review in reviews])

        assert sum(isinstance(result, Publication) for result in results) == 1, results
        assert sum(isinstance(result, Refused) for result in results) == 1, results


@pytest.mark.slow
@pytest.mark.clause("Đ14.1")
def test_rebuild_beside_withdrawals_never_brings_a_text_back(committed_db: object) -> None:
    room = Newsroom()
    articles = [room.article() for _number in range(16)]
    for article in articles:
        published(article, by=room.first)

    def withdraw() -> None:
        for article in articles[:8]:
            publishing.withdraw(article.item, by=again(room.first), reason="Sai")

    def rebuild() -> None:
        for _round in range(4):
            live.rebuild()

    results = together(withdraw, rebuild)

    assert results == [None, None]
    public = set(Live.objects.filter(kind="article").values_list("item", flat=True))
    assert public == {article.item for article in articles[8:]}
