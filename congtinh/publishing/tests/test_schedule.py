from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from congtinh.news.tests.factories import ArticleFactory, decider, edited, published, submitted
from congtinh.organisation import actions as organisation
from congtinh.organisation.models import Appointment
from congtinh.organisation.refusal import NotAllowed, Refused
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import (
    DelegationFactory,
    PortalFactory,
    post,
)
from congtinh.pages.tests.factories import StandingPageFactory
from congtinh.publishing import actions as publishing
from congtinh.publishing.models import Decision, Live, Notice, Publication, Review
from congtinh.publishing.states import ReviewState

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=3)
DAY = timedelta(days=1)


def scheduled(article: object = None, **values: object) -> Review:
    review = submitted(article or ArticleFactory(), at=NOW)
    by = values.pop("by", None) or decider(review.portal)
    values = {"release_at": LATER, **values}
    made = publishing.approve(review, seen=review.content_hash, by=by, at=NOW, **values)
    assert made is None
    review.refresh_from_db()
    return review


def state_of(review: Review) -> str:
    return Review.objects.get(pk=review.pk).state


@pytest.mark.clause("Đ5.1", "Đ10.4")
def test_approve_with_a_time_publishes_nothing_before_it() -> None:
    review = scheduled()

    assert (review.state, review.release_at) == (ReviewState.SCHEDULED, LATER)
    assert publishing.release_due(at=LATER - timedelta(microseconds=1)) == 0
    assert not Live.objects.filter(item=review.item).exists()
    assert Notice.objects.get(about="review.scheduled").person == review.submitted_by
    assert publishing.release_due(at=LATER) == 1

    made = Publication.objects.get(item=review.item)
    decision = Decision.objects.get(review=review)
    assert (made.published_at, made.decided_at, made.decision) == (LATER, NOW, decision.pk)
    assert made.content_hash == review.content_hash
    assert state_of(review) == ReviewState.APPROVED
    assert publishing.release_due(at=LATER) == 0


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"release_at": NOW}, "tương lai"),
        ({"release_at": NOW - DAY}, "tương lai"),
        ({"expires_at": LATER}, "hết hạn"),
    ],
)
def test_approve_refuses_a_time_gone_by(values: dict, words: str) -> None:
    with pytest.raises(Refused, match=words):
        scheduled(**values)


@pytest.mark.clause("Đ3.1", "Đ5.1")
def test_release_lapses_when_the_deciders_post_has_ended() -> None:
    article = ArticleFactory()
    moderator = decider(article.portal)
    review = scheduled(article, by=moderator)
    organisation.end_appointment(
        Appointment.objects.get(person=moderator), by=None, reason="Nghỉ hưu"
    )

    assert publishing.release_due(at=datetime.now(UTC) + DAY) == 1

    assert state_of(review) == ReviewState.LAPSED
    assert not Live.objects.filter(item=review.item).exists()
    told = Notice.objects.filter(about="review.lapsed")
    assert {notice.person for notice in told} == {article.created_by, moderator}
    assert "đã kết thúc" in told[0].params["reason"]
    assert submitted(article).state == ReviewState.OPEN


@pytest.mark.clause("Đ5.2")
def test_release_lapses_when_the_delegation_is_over_by_then() -> None:
    given = DelegationFactory(ends_on=NOW.date())
    article = ArticleFactory(portal=given.portal, area=given.areas.get())
    review = scheduled(article, by=given.holder, release_at=NOW + DAY)

    publishing.release_due(at=NOW + DAY)

    assert state_of(review) == ReviewState.LAPSED
    assert "Đ5.2" in Notice.objects.filter(about="review.lapsed")[0].params["reason"]


@pytest.mark.clause("Đ10.4", "Đ13.1")
def test_release_lapses_when_the_text_was_edited_since() -> None:
    article = ArticleFactory()
    review = scheduled(article)
    edited(article, lead="Khác.")

    publishing.release_due(at=LATER)

    assert state_of(review) == ReviewState.LAPSED
    assert not Live.objects.filter(item=review.item).exists()


def test_release_lapses_when_its_expiry_has_gone_by() -> None:
    review = scheduled(expires_at=LATER + DAY)

    publishing.release_due(at=LATER + 2 * DAY)

    assert state_of(review) == ReviewState.LAPSED
    assert not Publication.objects.filter(item=review.item).exists()


def test_release_of_a_text_whose_address_was_taken_never_holds_up_the_others() -> None:
    portal = PortalFactory()
    section = portal.sections.get(slug="tin-tuc")
    values = {"portal": portal, "slug": "cau-moi"}
    blocked = scheduled(ArticleFactory(**values))
    behind = scheduled(ArticleFactory(portal=portal), release_at=LATER + timedelta(minutes=1))
    page = StandingPageFactory(**values, section=section)
    published(page, at=NOW)

    assert publishing.release_due(at=LATER + DAY) == 2

    assert (state_of(blocked), state_of(behind)) == (ReviewState.LAPSED, ReviewState.APPROVED)
    assert Live.objects.get(portal=portal.code, path="/tin-tuc/cau-moi").item == page.item


def test_cancel_schedule_takes_it_off_and_tells_the_writer() -> None:
    review = scheduled()

    with pytest.raises(NotAllowed):
        publishing.cancel_schedule(review, by=review.submitted_by, reason="Đổi ý")
    publishing.cancel_schedule(review, by=decider(review.portal), reason="Hoãn lễ")

    assert state_of(review) == ReviewState.CANCELLED
    assert publishing.release_due(at=LATER) == 0
    assert Decision.objects.filter(review=review).latest("pk").verb == "cancel"
    assert Notice.objects.get(about="review.sent_back").params["reason"] == "Hoãn lễ"


def test_scheduled_text_can_neither_be_recalled_nor_sent_back() -> None:
    review = scheduled()

    with pytest.raises(Refused, match="Chờ đến giờ đăng"):
        publishing.recall(review, by=review.submitted_by)
    with pytest.raises(Refused, match="Chờ đến giờ đăng"):
        publishing.send_back(review, by=decider(review.portal), reason="Sai")


@pytest.mark.clause("Đ14.1")
def test_expire_withdraws_at_its_time_by_the_same_decision_and_once() -> None:
    article = ArticleFactory()
    made = published(article, at=NOW, expires_at=LATER)

    assert publishing.expire_due(at=LATER - timedelta(microseconds=1)) == 0
    assert publishing.expire_due(at=LATER) == 1
    assert publishing.expire_due(at=LATER) == 0

    last = Publication.objects.filter(item=article.item).latest("seq")
    assert (last.verb, last.version, last.decision) == ("withdraw", 2, made.decision)
    assert not Live.objects.filter(item=article.item).exists()
    assert Notice.objects.get(about="publication.withdrawn").person == article.created_by


def test_expire_spares_a_newer_version_without_an_end() -> None:
    article = ArticleFactory()
    published(article, at=NOW, expires_at=LATER)
    edited(article, lead="Gia hạn.")
    published(article, at=NOW, correction="Gia hạn")

    assert publishing.expire_due(at=LATER) == 0
    assert Live.objects.filter(item=article.item).exists()


@pytest.mark.clause("Đ14.1")
def test_withdraw_keeps_everything_and_says_why() -> None:
    article = ArticleFactory()
    made = published(article)
    moderator = decider(article.portal)

    gone = publishing.withdraw(article.item, by=moderator, reason="Sai số liệu")

    assert (gone.verb, gone.version, gone.reason, gone.path) == (
        "withdraw", 2, "Sai số liệu", made.path,
    )  # fmt: skip
    assert (gone.content, gone.content_hash) == ("", made.content_hash)
    assert Publication.objects.get(pk=made.pk).content
    assert not Live.objects.filter(item=article.item).exists()
    decision = Decision.objects.get(pk=gone.decision)
    assert (decision.verb, decision.by, decision.reason) == ("withdraw", moderator, "Sai số liệu")
    assert Notice.objects.get(about="publication.withdrawn").person == article.created_by
    with pytest.raises(Refused, match="không còn hiển thị"):
        publishing.withdraw(article.item, by=moderator, reason="Lần nữa")


@pytest.mark.clause("Đ5.1", "Đ8.3")
def test_withdraw_refuses_without_right_reason_or_text() -> None:
    article = ArticleFactory(portal=PortalFactory(general=True))
    published(article)

    with pytest.raises(NotAllowed):
        publishing.withdraw(article.item, by=post(article.portal, Role.MODERATE), reason="Sai")
    with pytest.raises(Refused, match="Hãy viết lý do"):
        publishing.withdraw(article.item, by=decider(article.portal), reason=" ")
    with pytest.raises(Refused, match="không còn hiển thị"):
        publishing.withdraw(uuid4(), by=decider(article.portal), reason="Sai")


@pytest.mark.clause("Đ5.2")
def test_withdraw_by_a_deputy_needs_a_delegation_for_the_area() -> None:
    given = DelegationFactory()
    inside = ArticleFactory(portal=given.portal, area=given.areas.get())
    outside = ArticleFactory(portal=given.portal)
    for article in (inside, outside):
        published(article, by=given.giver)

    with pytest.raises(NotAllowed, match=r"Đ5\.2"):
        publishing.withdraw(outside.item, by=given.holder, reason="Sai")
    assert publishing.withdraw(inside.item, by=given.holder, reason="Sai").capacity.startswith(
        "Phó ban"
    )


def test_address_of_a_withdrawn_text_stays_its_own() -> None:
    portal = PortalFactory()
    first = ArticleFactory(portal=portal, title="Tin")
    path = published(first).path
    publishing.withdraw(first.item, by=decider(portal), reason="Sai")

    other = StandingPageFactory(portal=portal, section=first.section, title="Khác", slug="tin")
    with pytest.raises(Refused, match="còn lỗi phải sửa"):
        submitted(other)
    edited(first, lead="Bản đã sửa.")
    again = published(first)

    assert (again.path, again.version) == (path, 3)
    live = Live.objects.get(item=first.item)
    assert (
        live.first_published_at == Publication.objects.get(item=first.item, version=1).published_at
    )
