"""The submission screen and the editor's buttons."""

import pytest
from django.urls import reverse

from congtinh.news.tests.factories import ArticleFactory, edited, published, submitted
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PortalFactory, post
from congtinh.publishing.models import Review
from congtinh.publishing.states import ReviewState

pytestmark = pytest.mark.django_db


def _submit(content):
    return reverse("publishing_submit", args=[content.item])


def test_submit_opens_a_review_with_what_was_asked(client):
    article = ArticleFactory()
    moderator = post(article.portal, Role.MODERATE)
    client.force_login(article.created_by)
    sent = {"message": "Nhờ duyệt sớm", "assignee": moderator.pk, "due_on": "2099-01-05"}

    response = client.post(_submit(article), sent)

    review = Review.objects.get()
    assert response.url == reverse("publishing_review", args=[review.pk])
    assert (review.message, review.assignee, str(review.due_on)) == (
        "Nhờ duyệt sớm", moderator, "2099-01-05",
    )  # fmt: skip


def test_submit_shows_what_must_be_mended_and_leads_back(client):
    article = ArticleFactory(lead="", body=[])
    client.force_login(article.created_by)

    page = client.get(_submit(article)).content.decode()

    assert "Còn 2 lỗi phải sửa" in page
    assert reverse("article:edit", args=[article.pk]) in page
    assert 'form="ct-submit"' not in page


def test_submit_keeps_what_was_typed_when_refused(client):
    article = ArticleFactory(lead="")
    client.force_login(article.created_by)

    response = client.post(_submit(article), {"message": "Đã sửa hết rồi"})

    assert response.status_code == 422
    assert "Đã sửa hết rồi" in response.content.decode()
    assert not Review.objects.exists()


def test_submit_asks_what_was_corrected_of_a_public_text(client):
    article = ArticleFactory()
    published(article)
    edited(article, lead="Cây cầu nối hai bờ sông.")
    client.force_login(article.created_by)

    refused = client.post(_submit(article), {})
    page = client.get(_submit(article)).content.decode()
    taken = client.post(_submit(article), {"correction": "Sửa tên con sông"})

    assert refused.status_code == 422
    assert "<ins>" in page
    assert "<del>" in page
    assert taken.status_code == 302
    assert Review.objects.get(state=ReviewState.OPEN).correction == "Sửa tên con sông"


def test_submit_answers_404_to_people_of_other_portals(client):
    article = ArticleFactory()
    client.force_login(post(PortalFactory(), Role.MODERATE))

    assert client.get(_submit(article)).status_code == 404
    assert client.post(_submit(article), {}).status_code == 404


def test_submit_disables_the_button_for_readers_with_the_reason(client):
    article = ArticleFactory()
    client.force_login(post(article.portal, Role.ADMINISTER))

    page = client.get(_submit(article)).content.decode()

    assert "không gồm quyền viết và trình bài" in page


def test_recall_gives_the_text_back_to_its_writer(client):
    article = ArticleFactory()
    review = submitted(article)
    client.force_login(article.created_by)

    response = client.post(reverse("publishing_recall", args=[review.pk]))

    review.refresh_from_db()
    assert review.state == ReviewState.RECALLED
    assert response.url == reverse("article:edit", args=[article.pk])


def test_recall_is_refused_to_others_with_the_reason(client):
    review = submitted(ArticleFactory())
    client.force_login(post(review.portal, Role.UPDATE))

    response = client.post(reverse("publishing_recall", args=[review.pk]), follow=True)

    review.refresh_from_db()
    assert review.state == ReviewState.OPEN
    assert "Chỉ người viết hoặc người trình" in response.content.decode()


def test_edit_offers_save_and_submit_and_nothing_else_of_wagtail(client):
    article = ArticleFactory()
    client.force_login(article.created_by)

    page = client.get(reverse("article:edit", args=[article.pk])).content.decode()

    assert 'name="action-submit-review"' in page
    for refused in ("action-publish", "action-unpublish", "/delete/", "/copy/", "workflow/confirm"):
        assert refused not in page


def test_edit_shows_that_a_review_is_pending(client):
    article = ArticleFactory()
    review = submitted(article)
    client.force_login(article.created_by)

    page = client.get(reverse("article:edit", args=[article.pk])).content.decode()

    assert "Bài đang chờ duyệt, rút về để sửa tiếp" in page
    assert 'name="action-submit-review"' not in page
    form = page[page.index(reverse("publishing_recall", args=[review.pk])) :]
    assert "csrfmiddlewaretoken" in form[: form.index("</form>")]


def test_add_offers_save_and_submit(client):
    article = ArticleFactory()
    client.force_login(article.created_by)

    page = client.get(reverse("article:add")).content.decode()

    assert 'name="action-submit-review"' in page
