import json

import pytest
from django.urls import reverse

from congtinh.media.tests import samples
from congtinh.media.tests.factories import kept_file, kept_image
from congtinh.news.models import Article
from congtinh.news.tests.factories import ArticleFactory
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PortalFactory, post

pytestmark = pytest.mark.django_db

STRANGE = "Chuyen-rieng-don-vi-kia"
HEAVY = "[" * 10_000 + "]" * 10_000


@pytest.fixture
def article(client):
    made = ArticleFactory()
    client.force_login(made.created_by)
    return made


def form(article, **values) -> dict:
    return {
        "title": "Tên mới", "lead": "Dẫn", "portal": article.portal_id,
        "section": article.section_id, "genre": "news_item", "event_on": "2026-03-02",
        "language": "vi", "slug": "", "body-count": 0, "credits-count": 0, **values,
    }  # fmt: skip


def text_block(value: str) -> dict:
    return {
        "body-count": 1, "body-0-deleted": "", "body-0-order": 0, "body-0-type": "text",
        "body-0-id": "", "body-0-value": value,
    }  # fmt: skip


def content(text: str) -> str:
    block = {
        "key": "abcde", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [],
        "entityRanges": [], "data": {},
    }  # fmt: skip
    return json.dumps({"blocks": [block], "entityMap": {}})


def save(client, article, **values):
    return client.post(reverse("article:edit", args=[article.pk]), form(article, **values))


def test_save_text_of_the_editor_clean(client, article):
    save(client, article, **text_block(content("Cầu\u200b dài\xa0hai <b>cây</b> số")))
    article.refresh_from_db()
    assert "Cầu dài hai &lt;b&gt;cây&lt;/b&gt; số</p>" in article.body[0].value.source


@pytest.mark.parametrize(
    "values",
    [
        text_block(HEAVY),
        text_block('{"blocks": ' + HEAVY + ', "entityMap": {}}'),
        text_block("{"),
        text_block("[]"),
        text_block('{"blocks": 1}'),
        {"body-count": "x"},
        {"body-count": 1_000_000_000},
        {"body-count": 1, "body-0-type": "table", "body-0-deleted": "", "body-0-order": "x"},
        {f"field-{number}": "" for number in range(5001)},
    ],
    ids=["deep", "deep blocks", "torn", "list", "number", "count", "huge", "order", "fields"],
)
def test_answer_bad_request_to_forged_body(client, article, values):
    before = article.latest_revision_id
    for address in (
        reverse("article:edit", args=[article.pk]), reverse("article:add"),
        reverse("article:preview_on_edit", args=[article.pk]), reverse("article:preview_on_add"),
    ):  # fmt: skip
        assert client.post(address, form(article, **values)).status_code == 400
    article.refresh_from_db()
    assert article.latest_revision_id == before
    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    "spoilt", [{}, {"title": "x" * 300}, {"portal": ""}, {"body-0-value-alt": "x" * 400}]
)
def test_hide_strange_media_even_in_forms_with_errors(client, article, spoilt):
    portal = PortalFactory()
    image = kept_image(portal, title=STRANGE)
    file = kept_file(portal, title=STRANGE)
    named = [
        {"picture": image.pk},
        {
            "body-count": 1, "body-0-deleted": "", "body-0-order": 0, "body-0-type": "image",
            "body-0-id": "", "body-0-value-image": image.pk, "body-0-value-alt": "",
            "body-0-value-caption": "", "body-0-value-credit": "",
        },
        {
            "body-count": 1, "body-0-deleted": "", "body-0-order": 0, "body-0-type": "video",
            "body-0-id": "", "body-0-value-file": file.pk, "body-0-value-title": "",
            "body-0-value-caption": "", "body-0-value-credit": "",
        },
        {"picture": "x"},
        {"picture": "9" * 30},
    ]  # fmt: skip
    for values in named:
        for address in (
            reverse("article:edit", args=[article.pk]), reverse("article:add"),
            reverse("article:preview_on_edit", args=[article.pk]),
        ):  # fmt: skip
            response = client.post(address, form(article, **{**values, **spoilt}))
            assert STRANGE not in response.content.decode()
    article.refresh_from_db()
    assert article.title != "Tên mới"


def test_store_no_forged_markup(article):
    article.body = [("text", '<p style="mso-x" onclick="x()">a<script>x</script><b>b</b></p>')]
    article.save()
    assert article.body[0].value.source == "<p>a<b>b</b></p>"


def test_keep_the_editors_marks_of_paragraphs(article):
    rich = '<p data-block-key="abcde">a</p>'
    article.body = [("text", rich)]
    article.save()
    assert article.body[0].value.source == rich


def test_refuse_strangers_article(client, article):
    client.force_login(post(PortalFactory(), Role.UPDATE))
    assert save(client, article).status_code == 404


@pytest.mark.parametrize(("name", "kept"), [("v.mp4", True), ("a.docx", False)])
def test_take_only_videos_as_video(client, article, name, kept):
    data = samples.mp4() if kept else samples.docx()
    file = kept_file(article.portal, name=name, data=data)
    save(client, article, **{
        "body-count": 1, "body-0-deleted": "", "body-0-order": 0, "body-0-type": "video",
        "body-0-id": "", "body-0-value-file": file.pk, "body-0-value-title": "Cầu",
        "body-0-value-caption": "", "body-0-value-credit": "",
    })  # fmt: skip
    article.refresh_from_db()
    assert (article.body[0].block_type == "video") == kept
