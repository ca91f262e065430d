"""The review screen and its verbs."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from congtinh.news.models import Article
from congtinh.news.tests.factories import ArticleFactory, decider, edited, published, submitted
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PortalFactory, again, post
from congtinh.publishing import actions as publishing
from congtinh.publishing.models import Confirmation, Decision, Live, ReviewNote
from congtinh.publishing.states import ReviewState

pytestmark = pytest.mark.django_db

PHONE = [("text", "<p>Gọi bà Hoa, số 0912 345 678.</p>")]
VERBS = (
    "publishing_approve", "publishing_send_back", "publishing_decline", "publishing_cancel",
    "publishing_note", "publishing_assign", "publishing_confirm", "publishing_recall",
)  # fmt: skip


@pytest.fixture
def review():
    return submitted(ArticleFactory())


@pytest.fixture
def moderator(review):
    return post(review.portal, Role.MODERATE)


def _at(name, review):
    return reverse(name, args=[review.pk])


def _page(client, review, **query):
    return client.get(_at("publishing_review", review), query).content.decode()


def test_review_shows_the_sealed_text_in_a_frame_without_scripts(client, review, moderator):
    edited(Article.objects.get(), title="Tiêu đề sửa sau khi trình")
    client.force_login(moderator)

    page = _page(client, review)
    frame = client.get(_at("publishing_review_text", review))

    assert 'sandbox="allow-same-origin"' in page
    assert review.title in frame.content.decode()
    assert "Tiêu đề sửa sau khi trình" not in frame.content.decode()
    assert "default-src 'none'" in frame.headers["Content-Security-Policy"]
    assert frame.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_approve_publishes_what_was_seen(client, review, moderator):
    client.force_login(moderator)

    client.post(_at("publishing_approve", review), {"duyet-seen": review.content_hash})

    assert Live.objects.get(item=review.item).publication.content_hash == review.content_hash
    page = _page(client, review)
    assert str(moderator) in page
    assert "Kiểm duyệt" in page


def test_approve_sets_a_time_and_an_end(client, review, moderator):
    client.force_login(moderator)
    later = timezone.localtime() + timedelta(days=1)
    end = later + timedelta(days=7)
    sent = {
        "duyet-seen": review.content_hash, "duyet-release_at": f"{later:%Y-%m-%dT%H:%M}",
        "duyet-expires_at": f"{end:%Y-%m-%dT%H:%M}",
    }  # fmt: skip

    client.post(_at("publishing_approve", review), sent)

    review.refresh_from_db()
    assert review.state == ReviewState.SCHEDULED
    assert timezone.localtime(review.release_at).strftime("%H:%M") == f"{later:%H:%M}"
    assert "Hủy lịch đăng" in _page(client, review)


def test_approve_is_refused_when_another_hash_was_seen(client, review, moderator):
    client.force_login(moderator)

    response = client.post(
        _at("publishing_approve", review), {"duyet-seen": "0" * 64, "duyet-reason": "Đã đọc kỹ"}
    )

    assert response.status_code == 422
    assert "đã khác với nội dung đang mở" in response.content.decode()
    assert "Đã đọc kỹ" in response.content.decode()
    assert not Live.objects.filter(item=review.item).exists()


def test_approve_of_ones_own_text_is_disabled_and_refused(client):
    portal = PortalFactory()
    author = post(portal, Role.MODERATE)
    review = submitted(ArticleFactory(portal=portal, created_by=author))
    client.force_login(author)

    page = _page(client, review)
    response = client.post(_at("publishing_approve", review), {"duyet-seen": review.content_hash})

    reason = "không tự duyệt bài của mình"
    assert reason in page
    assert response.status_code == 422
    assert reason in response.content.decode()


def test_approve_by_a_deputy_without_delegation_is_disabled_with_the_reason(client):
    general = PortalFactory(general=True)
    review = submitted(ArticleFactory(portal=general))
    client.force_login(post(general, Role.DEPUTY))

    page = _page(client, review)

    assert "Phó ban chỉ được duyệt đăng trong lĩnh vực" in page


def test_review_warns_that_the_working_copy_moved_on(client, review, moderator):
    article = Article.objects.get()
    edited(article, lead="Dẫn đã sửa sau khi trình.")
    client.force_login(moderator)

    page = _page(client, review, xem="nhap")

    assert "Người viết đã sửa bài sau khi trình" in page
    assert "Khác với bản thảo hiện tại" in page
    assert "<ins>" in page


def test_review_shows_what_differs_from_the_public_version(client, moderator, review):
    publishing.approve(review, seen=review.content_hash, by=moderator)
    article = Article.objects.get()
    edited(article, lead="Cây cầu nối hai bờ vịnh thông xe chiều nay.")
    second = submitted(article, correction="Sửa giờ")
    client.force_login(again(moderator))

    page = _page(client, second, xem="dang")

    assert "hết bỏ]" in page
    assert "chiều" in page
    assert "Khác với bản thảo hiện tại" not in page


def test_review_names_who_decided_after_someone_else_did(client, review, moderator):
    first = post(review.portal, Role.HEAD)
    client.force_login(moderator)
    publishing.approve(review, seen=review.content_hash, by=first)

    response = client.post(_at("publishing_approve", review), {"duyet-seen": review.content_hash})

    page = response.content.decode()
    assert response.status_code == 422
    assert str(first) in page
    assert "Trưởng ban" in page
    assert 'id="ct-approve"' not in page


def test_confirm_puts_the_moderators_word_on_record(client):
    review = submitted(ArticleFactory(body=PHONE))
    moderator = post(review.portal, Role.MODERATE)
    client.force_login(moderator)

    before = _page(client, review)
    client.post(_at("publishing_confirm", review), {"issue": "body.1:phone_number:0912 345 678"})
    after = _page(client, review)

    assert "Còn 1 điểm kiểm tra chưa được xác nhận" in before
    assert Confirmation.objects.get().by == moderator
    assert f"{moderator} đã xác nhận" in after
    assert "chưa được xác nhận" not in after


def test_confirm_of_what_no_check_found_is_refused(client, review, moderator):
    client.force_login(moderator)

    response = client.post(_at("publishing_confirm", review), {"issue": "khác"}, follow=True)

    assert "không còn trong danh sách" in response.content.decode()


def test_send_back_needs_a_reason_and_tells_it(client, review, moderator):
    client.force_login(moderator)

    refused = client.post(_at("publishing_send_back", review), {"tra-lai-reason": " "})
    client.post(_at("publishing_send_back", review), {"tra-lai-reason": "Thiếu nguồn tin"})

    review.refresh_from_db()
    assert refused.status_code == 422
    assert "Hãy viết lý do" in refused.content.decode()
    assert review.state == ReviewState.SENT_BACK
    client.force_login(again(review.submitted_by))
    article = Article.objects.get()
    page = client.get(reverse("article:edit", args=[article.pk])).content.decode()
    assert "Thiếu nguồn tin" in page


def test_decline_ends_the_review(client, review, moderator):
    client.force_login(moderator)

    client.post(_at("publishing_decline", review), {"tu-choi-reason": "Trùng bài"})

    assert Decision.objects.get(review=review).verb == "decline"


def test_cancel_takes_a_text_off_the_schedule(client, review, moderator):
    later = timezone.now() + timedelta(days=1)
    publishing.approve(review, seen=review.content_hash, by=moderator, release_at=later)
    client.force_login(again(moderator))

    client.post(_at("publishing_cancel", review), {"huy-reason": "Hoãn lễ"})

    review.refresh_from_db()
    assert review.state == ReviewState.CANCELLED


def test_note_stands_on_the_field_it_is_about(client, review, moderator):
    client.force_login(moderator)

    client.post(
        _at("publishing_note", review), {"y-kien-field": "body.1", "y-kien-text": "Xem lại số"}
    )

    assert ReviewNote.objects.get().field == "body.1"
    assert "Nội dung, phần 1" in _page(client, review)


def test_note_on_a_field_that_is_not_there_is_refused(client, review, moderator):
    client.force_login(moderator)

    response = client.post(
        _at("publishing_note", review), {"y-kien-field": "body.77", "y-kien-text": "Gì đây"}
    )

    assert response.status_code == 422
    assert "Gì đây" in response.content.decode()


def test_assign_gives_the_review_to_one_moderator(client, review, moderator):
    client.force_login(moderator)

    client.post(
        _at("publishing_assign", review),
        {"giao-assignee": moderator.pk, "giao-due_on": "2099-03-02"},
    )

    review.refresh_from_db()
    assert (review.assignee, str(review.due_on)) == (moderator, "2099-03-02")


def test_review_history_tells_every_step(client, review, moderator):
    publishing.send_back(review, by=moderator, reason="Thiếu ảnh")
    client.force_login(again(moderator))

    page = _page(client, review, xem="lich-su")

    assert "Trả lại" in page
    assert "Thiếu ảnh" in page


@pytest.mark.parametrize("name", VERBS)
def test_verbs_answer_405_to_get_and_404_to_other_portals(client, review, name):
    client.force_login(decider(review.portal))
    assert client.get(_at(name, review)).status_code == 405
    client.force_login(post(PortalFactory(), Role.HEAD))
    assert client.post(_at(name, review), {}).status_code == 404


@pytest.mark.parametrize("name", ["publishing_review", "publishing_review_text"])
def test_review_is_not_there_for_other_portals(client, review, name):
    client.force_login(post(PortalFactory(), Role.HEAD))
    assert client.get(_at(name, review)).status_code == 404


@pytest.mark.parametrize("name", VERBS)
def test_verbs_refuse_a_post_without_token(review, moderator, name):
    client = Client(enforce_csrf_checks=True)
    client.force_login(moderator)

    assert client.post(_at(name, review), {}).status_code == 403


def test_review_of_a_public_text_by_a_writer_offers_no_decision(client, review):
    client.force_login(again(review.submitted_by))

    page = _page(client, review)

    assert 'id="ct-approve"' not in page
    assert 'form="ct-recall"' in page


def test_published_text_says_so_beside_the_editor(client):
    article = ArticleFactory()
    published(article)
    client.force_login(article.created_by)

    page = client.get(reverse("article:edit", args=[article.pk])).content.decode()

    assert "Đang hiển thị" in page
