import json
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from congtinh.audit.models import Entry
from congtinh.media.models import PortalImage
from congtinh.media.tests import samples
from congtinh.news import word
from congtinh.news.models import Article
from congtinh.news.tests import documents
from congtinh.news.tests.factories import ArticleFactory
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PortalFactory, post

pytestmark = pytest.mark.django_db

JSON = {"Accept": "application/json"}


def docx(*more: str, **extra) -> bytes:
    return documents.word(
        documents.paragraph("Khánh thành cầu mới", style="Title"),
        documents.paragraph("Cầu thông xe sáng nay.", style="Subtitle"),
        documents.paragraph("Chi phí", style="H1"),
        documents.paragraph("Vốn ngân sách."),
        *more,
        **extra,
    )


@pytest.fixture
def clerk(client):
    portal = PortalFactory()
    person = post(portal, Role.UPDATE)
    client.force_login(person)
    person.portal = portal
    return person


def send(client, data: bytes, *, query: str = "", headers=None, **values):
    file = SimpleUploadedFile("bài.docx", data)
    return client.post(
        reverse("news_word") + query, {"document": file, **values}, headers=headers or {}
    )


def stored() -> list[Path]:
    return sorted(path for path in Path(settings.HOME, "private").rglob("*") if path.is_file())


def test_write_article_from_word(client, clerk):
    response = send(client, docx())
    article = Article.objects.get()
    assert response.headers["Location"] == reverse("article:edit", args=[article.pk])
    assert article.title == "Khánh thành cầu mới"
    assert article.lead == "Cầu thông xe sáng nay."
    assert article.section.slug == "tin-tuc"
    assert article.created_by == clerk
    assert [block.block_type for block in article.body] == ["text"]
    assert article.body[0].value.source == "<h2>Chi phí</h2><p>Vốn ngân sách.</p>"
    assert article.latest_revision.user == clerk
    entry = Entry.objects.get(action="content.write")
    assert json.loads(entry.after)["source"] == "word"
    page = client.get(response.headers["Location"])
    assert page.status_code == 200
    assert "Khánh thành cầu mới" in page.content.decode()


def test_take_tables_quotations_and_pictures(client, clerk):
    send(client, docx(
        documents.table(["Năm", "Vốn"], ["2025", "10"]),
        documents.paragraph("Cầu nối hai bờ.", style="Quote"),
        documents.paragraph(documents.image("png", alt="Cầu lúc bình minh")),
    ))  # fmt: skip
    article = Article.objects.get()
    raw = {block["type"]: block["value"] for block in article.body.get_prep_value()}
    assert [column["heading"] for column in raw["table"]["columns"]] == ["Năm", "Vốn"]
    assert raw["table"]["rows"] == [{"values": ["2025", "10"]}]
    assert raw["quotation"]["text"] == "Cầu nối hai bờ."
    image = PortalImage.objects.get()
    assert raw["image"] == {
        "image": image.pk, "alt": "Cầu lúc bình minh", "caption": "", "credit": "",
    }  # fmt: skip
    assert image.portal == clerk.portal
    assert client.get(reverse("article:edit", args=[article.pk])).status_code == 200


def test_replace_text_only_when_asked(client, clerk):
    article = ArticleFactory(portal=clerk.portal)
    query = f"?article={article.pk}"
    refused = send(client, docx(), query=query, headers=JSON)
    assert refused.status_code == 422
    assert refused.json()["replace"] is True
    assert send(client, docx(), query=query, headers=JSON, replace="on").status_code == 200
    article.refresh_from_db()
    assert article.title == "Khánh thành cầu mới"
    assert article.revisions.count() == 2


BROKEN = [
    ("broken", docx()[:-200]),
    ("macro", docx(**{"word/vbaProject.bin": b"x"})),
    ("bomb", docx(**{"word/big.xml": b"0" * 40_000_000})),
    ("not_word", samples.picture("PNG")),
]


@pytest.mark.parametrize(("code", "data"), BROKEN, ids=[code for code, _data in BROKEN])
@pytest.mark.parametrize("headers", [JSON, {}])
def test_refuse_bad_file_and_store_nothing(client, clerk, code, data, headers):
    article = ArticleFactory(portal=clerk.portal)
    before, files = article.latest_revision_id, stored()
    query = f"?article={article.pk}"
    response = send(client, data, query=query, headers=headers, replace="on")
    assert response.status_code == 422
    said = " ".join(response.json()["errors"]) if headers else response.content.decode()
    assert str(word.MESSAGES[code])[:25] in said
    article.refresh_from_db()
    assert article.latest_revision_id == before
    assert stored() == files


def test_leave_no_picture_behind_when_saving_fails(client, clerk, monkeypatch):
    files = stored()

    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(Article, "save_revision", fail)
    with pytest.raises(RuntimeError):
        send(client, docx(documents.paragraph(documents.image("png", alt="Cầu"))))
    assert not Article.objects.exists()
    assert not PortalImage.objects.exists()
    assert stored() == files


def test_leave_out_picture_that_is_refused(client, clerk):
    response = send(
        client,
        docx(documents.paragraph(documents.image("png", alt="Cầu")), **{"word/media/a.png": b"x"}),
    )
    assert response.status_code == 302
    assert not PortalImage.objects.exists()
    page = client.get(response.headers["Location"]).content.decode()
    assert "Có ảnh trong tệp Word không được nhận" in page


def test_keep_overlong_title_and_lead_in_text(client, clerk):
    title, lead = "Cầu " * 60, "Dẫn " * 200
    send(client, documents.word(
        documents.paragraph(title, style="Title"), documents.paragraph(lead, style="Subtitle"),
    ))  # fmt: skip
    article = Article.objects.get()
    assert len(article.title) <= 200
    assert article.lead == ""
    words = "".join(block.value.source for block in article.body)
    assert title.strip() in words
    assert lead.strip() in words


def test_refuse_strangers(client, clerk):
    article = ArticleFactory()
    for query in (f"?article={article.pk}", "?article=x", "?article=999999999999999999999"):
        assert client.get(reverse("news_word") + query).status_code == 404
        assert send(client, docx(), query=query, replace="on").status_code == 404
    section = article.portal.sections.get(slug="tin-tuc")
    assert send(client, docx(), section=section.pk).status_code == 422
    client.force_login(post(clerk.portal, Role.TECHNICIAN))
    assert client.get(reverse("news_word")).status_code == 404


def test_offer_form_without_script(client, clerk):
    article = ArticleFactory(portal=clerk.portal)
    assert "Chuyên mục" in client.get(reverse("news_word")).content.decode()
    page = client.get(reverse("news_word") + f"?article={article.pk}").content.decode()
    assert 'name="replace"' in page
    assert "data-ct-word" in client.get(reverse("article:add")).content.decode()


def test_ask_for_file(client, clerk):
    assert client.post(reverse("news_word"), headers=JSON).status_code == 422
