from datetime import UTC, date, datetime

import pytest

from congtinh.audit.models import Entry
from congtinh.news.tests.factories import (
    ArticleFactory,
    ImageFactory,
    decider,
    edited,
    published,
    submitted,
)
from congtinh.organisation.refusal import NotAllowed, Refused
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import AreaFactory, PortalFactory, again, post
from congtinh.pages.tests.factories import StandingPageFactory
from congtinh.publishing import actions as publishing
from congtinh.publishing import sealing
from congtinh.publishing.models import Notice, Review
from congtinh.publishing.states import ReviewState

pytestmark = pytest.mark.django_db


@pytest.mark.clause("Đ10.4", "Đ12.1", "Đ14.1")
def test_submit_seals_the_text_and_tells_the_moderators() -> None:
    article = ArticleFactory(title="Khánh thành cầu Bãi Cháy")
    moderator, head = (post(article.portal, role) for role in (Role.MODERATE, Role.HEAD))
    post(article.portal, Role.UPDATE)

    review = submitted(article, message="Nhờ duyệt sớm")

    article.refresh_from_db()
    assert article.slug == "khanh-thanh-cau-bai-chay"
    assert review.state == ReviewState.OPEN
    assert (review.content, review.content_hash) == sealing.seal(article)
    assert {notice.person for notice in Notice.objects.filter(about="review.submitted")} == {
        moderator, head,
    }  # fmt: skip
    entry = Entry.objects.latest("seq")
    assert (entry.action, entry.actor) == ("review.submit", article.created_by.username)
    assert entry.capacity.startswith("Cập nhật, theo văn bản")


@pytest.mark.clause("Đ10.3", "Đ13.1")
def test_seal_is_the_same_over_saves_and_revisions() -> None:
    article = ArticleFactory(
        illustrated=True, credits=[("person", {"name": "An", "part": "writer"})]
    )
    first = sealing.seal(article)

    for _round in range(3):
        edited(article)
        article = type(article).objects.get(pk=article.pk)
        assert sealing.seal(article) == first
        assert sealing.seal(article.latest_revision.as_object()) == first


@pytest.mark.parametrize(
    "values",
    [
        {"title": "Tên khác"}, {"lead": "Dẫn khác"}, {"body": [("text", "<p>Khác</p>")]},
        {"event_on": date(2026, 3, 3)}, {"genre": "feature"}, {"source": "Báo"},
        {"picture_alt": "Khác"}, {"area": None}, {"language": "en"}, {"slug": "khac"},
    ],
)  # fmt: skip
def test_seal_changes_with_everything_readers_see(values: dict) -> None:
    article = ArticleFactory()
    first = sealing.seal(article)[1]

    assert sealing.seal(edited(article, **values))[1] != first


@pytest.mark.clause("Đ13.1")
def test_seal_covers_the_bytes_of_pictures() -> None:
    article = ArticleFactory(illustrated=True)
    first = sealing.seal(article)[1]
    type(article.picture).objects.filter(pk=article.picture_id).update(sha256="0" * 64)

    assert sealing.seal(article)[1] != first


@pytest.mark.clause("Đ10.3")
@pytest.mark.parametrize(
    "values",
    [
        {"lead": ""}, {"body": []}, {"event_on": None}, {"area": None}, {"title": ""},
        {"body": [("image", {"image": None, "alt": ""})]},
    ],
)  # fmt: skip
def test_submit_refuses_an_incomplete_text(values: dict) -> None:
    article = ArticleFactory()
    for name, value in values.items():
        setattr(article, name, value)
    if values.get("event_on", 1) is not None:
        article.save()
        with pytest.raises(Refused, match="còn lỗi phải sửa"):
            submitted(article)
    assert not Review.objects.exists()


@pytest.mark.clause("Đ10.3")
def test_submit_refuses_a_picture_without_words() -> None:
    article = ArticleFactory(illustrated=True, picture_alt=" ")

    with pytest.raises(Refused, match="còn lỗi phải sửa"):
        submitted(article)


def test_submit_refuses_a_second_review_of_the_same_text() -> None:
    article = ArticleFactory()
    submitted(article)

    with pytest.raises(Refused, match="đang chờ duyệt"):
        submitted(article)


@pytest.mark.parametrize("role", [Role.MEMBER, Role.ASSISTANT, Role.ADMINISTER, Role.TECHNICIAN])
def test_submit_refuses_whoever_may_not_write(role: Role) -> None:
    article = ArticleFactory()

    with pytest.raises(NotAllowed):
        submitted(article, by=post(article.portal, role))
    with pytest.raises(NotAllowed):
        submitted(article, by=post(PortalFactory(), Role.UPDATE))


def test_submit_to_an_assignee_tells_nobody_else() -> None:
    article = ArticleFactory()
    chosen = decider(article.portal)
    decider(article.portal)

    review = submitted(article, assignee=chosen, due_on=date(2099, 1, 1))

    assert [notice.person for notice in Notice.objects.all()] == [chosen]
    assert (review.assignee, review.due_on) == (chosen, date(2099, 1, 1))


def test_submit_refuses_an_assignee_without_the_right_and_a_date_gone_by() -> None:
    article = ArticleFactory()

    with pytest.raises(Refused, match="không có quyền duyệt"):
        submitted(article, assignee=article.created_by)
    with pytest.raises(Refused, match="Hạn duyệt đã qua"):
        submitted(
            article, due_on=date(2026, 3, 1), at=datetime(2026, 3, 1, 17, 0, tzinfo=UTC)
        )  # fmt: skip
    assert submitted(
        article, due_on=date(2026, 3, 1), at=datetime(2026, 3, 1, 16, 59, tzinfo=UTC)
    ).pk


@pytest.mark.clause("Đ14.1")
def test_submit_of_a_public_text_wants_a_change_and_a_word_about_it() -> None:
    article = ArticleFactory()
    published(article)

    with pytest.raises(Refused, match="giống hệt bản đang đăng"):
        submitted(article, correction="Không có gì")
    edited(article, lead="Cầu thông xe chiều nay.")
    with pytest.raises(Refused, match="đính chính"):
        submitted(article, correction="  ")
    assert submitted(article, correction="Thông xe buổi chiều").correction


def test_submit_gives_addresses_that_never_collide() -> None:
    portal = PortalFactory()
    section = portal.sections.get(slug="tin-tuc")
    texts = [
        ArticleFactory(portal=portal, title="Tin"), ArticleFactory(portal=portal, title="Tin"),
        ArticleFactory(portal=portal, title="Tin", english=True),
        StandingPageFactory(portal=portal, section=section, title="Tin"),
    ]  # fmt: skip

    paths = [published(text).path for text in texts]

    assert paths == ["/tin-tuc/tin", "/tin-tuc/tin-2", "/en/tin-tuc/tin", "/tin-tuc/tin-3"]


def test_submit_keeps_the_address_when_the_title_changes() -> None:
    article = ArticleFactory(title="Tên cũ")
    first = published(article)
    edited(article, title="Tên mới")

    second = published(article, correction="Đổi tên")

    assert (first.path, second.path) == ("/tin-tuc/ten-cu", "/tin-tuc/ten-cu")


@pytest.mark.clause("Đ10.4")
def test_recall_gives_the_text_back_to_its_writer() -> None:
    article = ArticleFactory()
    assignee = decider(article.portal)
    review = submitted(article, assignee=assignee)

    recalled = publishing.recall(review, by=again(article.created_by))

    assert recalled.state == ReviewState.RECALLED
    assert recalled.closed_at
    assert Notice.objects.get(about="review.recalled").person == assignee
    assert submitted(edited(article, title="Lần hai")).state == ReviewState.OPEN


def test_recall_refuses_strangers_and_what_was_decided() -> None:
    article = ArticleFactory()
    review = submitted(article)

    with pytest.raises(NotAllowed, match="Chỉ người viết"):
        publishing.recall(review, by=post(article.portal, Role.UPDATE))
    publishing.send_back(review, by=decider(article.portal), reason="Thiếu ảnh")
    with pytest.raises(Refused, match="Đã trả lại"):
        publishing.recall(review, by=article.created_by)


def test_submit_refuses_a_picture_that_is_gone() -> None:
    image = ImageFactory()
    article = ArticleFactory(
        portal=image.portal,
        body=[("image", {"image": image, "alt": "Cầu", "caption": "", "credit": ""})],
    )
    submitted_hash = sealing.seal(article)[1]
    image.delete()
    article = type(article).objects.get(pk=article.pk)

    assert sealing.seal(article)[1] != submitted_hash
    with pytest.raises(Refused, match="còn lỗi phải sửa"):
        submitted(article)


def test_area_of_a_review_follows_the_text() -> None:
    area = AreaFactory()

    assert submitted(ArticleFactory(area=area)).area == area
