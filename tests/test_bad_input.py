"""What people send by mistake: each is refused in clear words, and nothing typed is lost.

Tested where they belong: a host name or appointment already there, an upload cut off half-way and
deeply nested bodies stand in the tests of organisation, media and publishing.
"""

from datetime import timedelta

import pytest
from django.core.exceptions import DisallowedHost
from django.urls import reverse
from django.utils import timezone

from congtinh.audit.models import Entry
from congtinh.news.models import Article
from congtinh.news.tests.factories import ArticleFactory, published, submitted
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PortalFactory, post
from congtinh.publishing import actions as publishing
from congtinh.publishing.models import Live
from congtinh.publishing.states import HandoverState, ReviewState

pytestmark = pytest.mark.django_db
LONG = "Tên rất dài " * 20


@pytest.fixture
def article():
    return ArticleFactory()


def typed(article: Article, **values: object) -> dict[str, object]:
    return {
        "title": "Tên mới", "lead": "Câu dẫn vừa gõ", "portal": article.portal_id,
        "section": article.section_id, "genre": "news_item", "event_on": "2026-03-02",
        "language": "vi", "slug": "", "body-count": 0, "credits-count": 0, **values,
    }  # fmt: skip


@pytest.mark.parametrize("where", ["edit", "add"])
def test_over_long_title_is_refused_beside_the_words_typed(client, article, where):
    client.force_login(article.created_by)
    revision = article.latest_revision_id
    address = reverse(f"article:{where}", args=[article.pk] if where == "edit" else [])

    answer = client.post(address, typed(article, title=LONG))

    page = answer.content.decode()
    assert "200" in str(answer.context["form"].errors["title"])
    assert str(answer.context["form"].errors["title"][0]) in page
    assert f'value="{LONG}"' in page
    assert "Câu dẫn vừa gõ" in page
    article.refresh_from_db()
    assert (article.latest_revision_id, Article.objects.count()) == (revision, 1)
    assert not Entry.objects.filter(action__startswith="content.").exists()


def test_over_long_title_is_told_to_the_autosave(client, article):
    client.force_login(article.created_by)

    answer = client.post(
        reverse("article:edit", args=[article.pk]), typed(article, title=LONG),
        headers={"Accept": "application/json"},
    )  # fmt: skip

    assert (answer.status_code, answer.json()["error_code"]) == (400, "validation_error")
    assert Article.objects.get().title == article.title


def test_autosave_without_session_is_told_so(client, article):
    answer = client.post(
        reverse("article:edit", args=[article.pk]), typed(article),
        headers={"Accept": "application/json"},
    )  # fmt: skip

    assert (answer.status_code, answer.json()["error_code"]) == (403, "signed_out")
    assert "Phiên làm việc đã hết" in answer.json()["error_message"]
    assert Article.objects.get().title == article.title


def test_unknown_host_is_refused_in_the_staff_area(client, settings):
    settings.ALLOWED_HOSTS = ["can-bo.tinh.vn"]

    answer = client.get(reverse("wagtailadmin_login"), headers={"host": "la.example"})

    assert answer.status_code == 400
    with pytest.raises(DisallowedHost):
        answer.wsgi_request.get_host()


@pytest.mark.clause("Đ10.4")
def test_approve_of_what_was_recalled_a_second_ago_names_who_and_what(client, article):
    review = submitted(article)
    client.force_login(post(article.portal, Role.MODERATE))
    seen = client.get(reverse("publishing_review", args=[review.pk])).content.decode()
    publishing.recall(review, by=article.created_by)

    answer = client.post(
        reverse("publishing_approve", args=[review.pk]),
        {"duyet-seen": review.content_hash, "duyet-reason": "Đã đọc kỹ"},
    )

    page = answer.content.decode()
    assert review.content_hash in seen
    assert answer.status_code == 422
    assert "Bài này hiện «Đã rút về»" in page
    assert "Đã đọc kỹ" in page
    assert str(article.created_by) in page
    review.refresh_from_db()
    assert review.state == ReviewState.RECALLED
    assert not Live.objects.filter(item=article.item).exists()


def test_schedule_in_the_past_keeps_what_else_was_filled_in(client, article):
    review = submitted(article)
    client.force_login(post(article.portal, Role.MODERATE))
    now = timezone.localtime()
    gone, end = now - timedelta(days=1), now + timedelta(days=7)

    answer = client.post(
        reverse("publishing_approve", args=[review.pk]),
        {
            "duyet-seen": review.content_hash, "duyet-reason": "Đăng trước ngày hội",
            "duyet-release_at": f"{gone:%Y-%m-%dT%H:%M}",
            "duyet-expires_at": f"{end:%Y-%m-%dT%H:%M}",
        },
    )  # fmt: skip

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Giờ đăng phải ở tương lai" in page
    assert "Đăng trước ngày hội" in page
    assert f"{gone:%Y-%m-%dT%H:%M}" in page
    assert f"{end:%Y-%m-%dT%H:%M}" in page
    review.refresh_from_db()
    assert review.state == ReviewState.OPEN


@pytest.mark.clause("Đ7.1")
def test_hand_over_of_a_withdrawn_article_is_refused_beside_the_message(client, article):
    PortalFactory(general=True)
    published(article)
    moderator = post(article.portal, Role.MODERATE)
    publishing.withdraw(article.item, by=moderator, reason="Sai số liệu")
    client.force_login(moderator)

    answer = client.post(
        reverse("publishing_offer", args=[article.item]), {"message": "Nhờ đăng sớm"}
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Nhờ đăng sớm" in page
    assert str(answer.context["form"].non_field_errors()[0]) in page
    assert not answer.context["live"]


@pytest.mark.clause("Đ7.1")
def test_taking_up_of_a_withdrawn_article_is_refused(client, article):
    general = PortalFactory(general=True)
    published(article)
    moderator = post(article.portal, Role.MODERATE)
    handover = publishing.offer(article.item, by=moderator)
    publishing.withdraw(article.item, by=moderator, reason="Sai số liệu")
    client.force_login(post(general, Role.MODERATE))

    answer = client.post(
        reverse("publishing_take_up", args=[handover.pk]),
        {"nhan-section": general.sections.get(slug="tin-tuc").pk},
    )

    assert answer.status_code == 422
    assert "đã gỡ bài này" in answer.content.decode()
    handover.refresh_from_db()
    assert handover.state == HandoverState.OFFERED
    assert Article.objects.count() == 1
