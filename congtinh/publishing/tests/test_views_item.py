"""One item's history, and what may be done with it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from congtinh.news.models import Article
from congtinh.news.tests.factories import ArticleFactory, edited, published, submitted
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PortalFactory, again, post
from congtinh.publishing import actions as publishing
from congtinh.publishing import histories
from congtinh.publishing.models import Handover, Live, Publication

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return ArticleFactory()


@pytest.fixture
def moderator(article):
    return post(article.portal, Role.MODERATE)


def _at(name, article, *more):
    return reverse(name, args=[article.item, *more])


def _page(client, article, **query):
    return client.get(_at("publishing_item", article), query).content.decode()


def test_item_tells_who_decided_each_version_in_which_capacity(client, article, moderator):
    publication = published(article, by=moderator)
    client.force_login(again(moderator))

    page = _page(client, article)

    assert "Đăng, bản 1" in page
    assert publication.capacity in page
    assert str(moderator) in page


def test_item_tells_of_reviews_and_reasons(client, article, moderator):
    publishing.send_back(submitted(article), by=moderator, reason="Thiếu nguồn")
    client.force_login(again(moderator))

    assert "Thiếu nguồn" in _page(client, article, xem="luot-duyet")


def test_item_compares_two_published_versions(client, article, moderator):
    published(article, by=moderator)
    edited(article, lead="Cây cầu nối hai bờ vịnh thông xe chiều nay.")
    published(article, by=again(moderator), correction="Sửa giờ")
    client.force_login(again(moderator))

    newest = _page(client, article, xem="khac")
    same = _page(client, article, xem="khac", cu="2", moi="2")

    assert "hết thêm]" in newest
    assert "Hai bản giống nhau" in same


def test_item_of_other_portals_is_not_there(client, article):
    published(article)
    client.force_login(post(PortalFactory(), Role.HEAD))

    for name in ("publishing_item", "publishing_withdraw", "publishing_offer"):
        assert client.get(_at(name, article)).status_code == 404
    assert client.post(_at("publishing_translate", article)).status_code == 404
    assert client.get(_at("publishing_version", article, 1)).status_code == 404


def test_version_shows_what_readers_got(client, article, moderator):
    published(article, by=moderator)
    title = article.title
    edited(article, title="Tiêu đề mới")
    client.force_login(again(moderator))

    frame = client.get(_at("publishing_version", article, 1))

    assert title in frame.content.decode()
    assert client.get(_at("publishing_version", article, 2)).status_code == 404


def test_withdraw_takes_the_text_down_with_its_reason(client, article, moderator):
    published(article, by=moderator)
    client.force_login(again(moderator))

    refused = client.post(_at("publishing_withdraw", article), {"reason": ""})
    done = client.post(_at("publishing_withdraw", article), {"reason": "Sai số liệu"})

    assert refused.status_code == 422
    assert "người đọc sẽ thấy lý do này" in refused.content.decode()
    assert done.url == _at("publishing_item", article)
    assert not Live.objects.filter(item=article.item).exists()
    assert Publication.objects.get(item=article.item, version=2).reason == "Sai số liệu"


def test_withdraw_is_disabled_for_writers_with_the_reason(client, article):
    published(article)
    client.force_login(again(article.created_by))

    page = client.get(_at("publishing_withdraw", article)).content.decode()
    response = client.post(_at("publishing_withdraw", article), {"reason": "Vì thích"})

    assert "không gồm quyền gỡ bài" in page
    assert response.status_code == 422
    assert "Vì thích" in response.content.decode()
    assert Live.objects.filter(item=article.item).exists()


def test_offer_opens_a_hand_over(client, article, moderator):
    PortalFactory(general=True)
    published(article, by=moderator)
    client.force_login(again(moderator))

    client.post(_at("publishing_offer", article), {"message": "Nhờ đăng sớm"})
    second = client.post(_at("publishing_offer", article), {"message": "Lần nữa"})

    assert Handover.objects.get().message == "Nhờ đăng sớm"
    assert second.status_code == 422
    assert "Bài này đã được chuyển lên" in second.content.decode()


def test_translate_begins_an_english_working_copy(client, article):
    client.force_login(article.created_by)

    response = client.post(_at("publishing_translate", article))

    english = Article.objects.get(language="en")
    assert response.url == reverse("article:edit", args=[english.pk])
    assert english.translation_key == article.translation_key
    assert (english.item != article.item, english.slug, english.title) == (True, "", article.title)
    assert english.latest_revision is not None


def test_translate_is_refused_a_second_time(client, article):
    client.force_login(article.created_by)
    client.post(_at("publishing_translate", article))

    response = client.post(_at("publishing_translate", article), follow=True)

    assert "Bài đã có bản tiếng Anh" in response.content.decode()
    assert Article.objects.count() == 2


def test_translate_answers_405_to_get(client, article):
    client.force_login(article.created_by)
    assert client.get(_at("publishing_translate", article)).status_code == 405


def test_restore_opens_the_revision_that_was_published(client, article, moderator):
    published(article, by=moderator)
    article.refresh_from_db()
    first = article.revisions.order_by("pk").first()
    edited(article, title="Tiêu đề mới")
    client.force_login(again(article.created_by))

    response = client.get(_at("publishing_restore", article, 1))
    form = client.get(response.url)

    assert response.url == reverse("article:revisions_revert", args=[article.pk, first.pk])
    assert form.status_code == 200
    assert first.content["title"] in form.content.decode()


def test_restore_keeps_the_public_address(article, moderator):
    published(article, by=moderator)
    article.refresh_from_db()

    restored = article.revisions.order_by("pk").first().as_object()

    assert article.slug
    assert restored.slug == article.slug
    assert restored.item == article.item


@pytest.mark.parametrize("number", [1, 3])
def test_history_costs_the_same_for_any_number(article, moderator, number):
    for version in range(number):
        edited(article, lead=f"Lần thứ {version}.")
        published(article, by=again(moderator), correction="Sửa lần nữa")

    with CaptureQueriesContext(connection) as queries:
        history = histories.of_item(article.item)
        for review in history.reviews:
            str(review.submitted_by), list(review.decisions.all()), list(review.notes.all())

    assert len(history.publications) == number
    assert len(queries) == 5
