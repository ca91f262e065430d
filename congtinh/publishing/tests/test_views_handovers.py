"""Hand-overs: the office's lists, picking, taking up, and what becomes of a changed source."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from congtinh.news.models import Article
from congtinh.news.tests.factories import ArticleFactory, edited, published
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PortalFactory, again, post
from congtinh.publishing import actions as publishing
from congtinh.publishing import followers, worklists
from congtinh.publishing.models import Handover, Live
from congtinh.publishing.states import HandoverState

pytestmark = pytest.mark.django_db

VERBS = (
    "publishing_take_up", "publishing_decline_handover", "publishing_take_over", "publishing_keep",
    "publishing_close",
)  # fmt: skip


@pytest.fixture
def general():
    return PortalFactory(general=True)


@pytest.fixture
def editor(general):
    return post(general, Role.MODERATE)


@pytest.fixture
def article(general):
    made = ArticleFactory()
    published(made)
    return made


@pytest.fixture
def sender(article):
    return post(article.portal, Role.MODERATE)


@pytest.fixture
def handover(article, sender):
    return publishing.offer(article.item, by=sender, message="Nhờ đăng sớm")


def _at(name, handover):
    return reverse(name, args=[handover.pk])


def _page(client, handover, **query):
    return client.get(_at("publishing_handover", handover), query).content.decode()


def _titles(response):
    return [row.title for row in response.context["page"].rows]


def _change_source(article):
    edited(article, lead="Cây cầu nối hai bờ vịnh thông xe chiều nay.")
    published(article, correction="Sửa giờ")
    followers.run_all()


def test_handovers_show_the_office_what_came_up(client, handover, editor):
    client.force_login(editor)

    response = client.get(reverse("publishing_handovers"))

    assert _titles(response) == [handover.title]
    assert reverse("publishing_choose") in response.content.decode()


def test_handovers_show_a_unit_only_its_own(client, handover, sender):
    client.force_login(again(sender))
    own = client.get(reverse("publishing_handovers"))
    client.force_login(post(PortalFactory(), Role.HEAD))
    others = client.get(reverse("publishing_handovers"))

    assert _titles(own) == [handover.title]
    assert reverse("publishing_choose") not in own.content.decode()
    assert _titles(others) == []


def test_handovers_are_narrowed_by_unit_and_area(client, handover, editor):
    client.force_login(editor)
    url = reverse("publishing_handovers")

    assert _titles(client.get(url, {"don_vi": handover.source_portal_id})) == [handover.title]
    assert _titles(client.get(url, {"don_vi": PortalFactory().pk})) == []
    assert _titles(client.get(url, {"linh_vuc": handover.area_id})) == [handover.title]
    assert _titles(client.get(url, {"xem": "da-dang"})) == []


def test_choose_offers_public_texts_of_units_that_are_not_on_their_way(client, handover, editor):
    free = ArticleFactory(title="Chưa ai chọn")
    published(free)
    client.force_login(editor)

    page = client.get(reverse("publishing_choose")).content.decode()
    response = client.post(reverse("publishing_choose"), {"item": free.item})

    made = Handover.objects.get(source_item=free.item)
    assert "Chưa ai chọn" in page
    assert handover.title not in page
    assert response.url == _at("publishing_handover", made)
    assert made.initiative == Handover.Initiative.OFFICE


def test_choose_is_not_there_for_units(client, handover, sender):
    client.force_login(again(sender))
    url = reverse("publishing_choose")
    assert client.get(url).status_code == 404
    assert client.post(url, {"item": handover.source_item}).status_code == 404


def test_choose_goes_on_page_by_page(general, monkeypatch):
    monkeypatch.setattr(worklists, "PAGE", 2)
    items = {published(ArticleFactory()).item for _ in range(3)}

    first = worklists.choosable()
    second = worklists.choosable(after=first.next)

    assert len(first.rows) == 2
    assert {live.item for live in [*first.rows, *second.rows]} == items
    assert second.next == ""


def test_take_up_makes_an_article_of_the_general_portal(client, handover, editor, general):
    client.force_login(editor)
    section = general.sections.get(slug="tin-tuc")

    response = client.post(_at("publishing_take_up", handover), {"nhan-section": section.pk})

    ours = Article.objects.get(portal=general)
    assert response.url == reverse("article:edit", args=[ours.pk])
    assert "hết bỏ]" not in _page(client, handover, xem="so-sanh")


def test_take_up_into_a_section_of_another_portal_is_refused(client, handover, editor):
    client.force_login(editor)
    foreign = handover.source_portal.sections.first()

    response = client.post(_at("publishing_take_up", handover), {"nhan-section": foreign.pk})

    assert response.status_code == 422
    assert not Article.objects.filter(portal=handover.portal).exists()


def test_decline_needs_a_reason(client, handover, editor):
    client.force_login(editor)
    url = _at("publishing_decline_handover", handover)

    refused = client.post(url, {"khong-nhan-reason": ""})
    client.post(url, {"khong-nhan-reason": "Đã có bài tương tự"})

    handover.refresh_from_db()
    assert refused.status_code == 422
    assert handover.state == HandoverState.DECLINED
    assert handover.reason == "Đã có bài tương tự"


def test_take_over_brings_the_changes_of_the_source(client, handover, editor, general, article):
    ours = publishing.take_up(handover, section=general.sections.get(slug="tin-tuc"), by=editor)
    _change_source(article)
    client.force_login(again(editor))

    changes = _page(client, handover, xem="doi")
    client.post(_at("publishing_take_over", handover))

    ours.refresh_from_db()
    assert "chiều" in changes
    assert "<del>" in changes
    assert ours.lead == "Cây cầu nối hai bờ vịnh thông xe chiều nay."


def test_keep_leaves_our_text_as_it_is(client, handover, editor, general, article):
    publishing.take_up(handover, section=general.sections.get(slug="tin-tuc"), by=editor)
    _change_source(article)
    client.force_login(again(editor))

    client.post(_at("publishing_keep", handover), {"giu-reason": "Bài đã đủ"})

    handover.refresh_from_db()
    assert handover.state == HandoverState.TAKEN_UP
    assert handover.source_seq == handover.newest_seq


def test_close_withdraws_our_text_after_the_source_went(client, handover, editor, general, article):
    ours = publishing.take_up(handover, section=general.sections.get(slug="tin-tuc"), by=editor)
    head = post(general, Role.HEAD)
    published(ours, by=head)
    publishing.withdraw(article.item, by=post(article.portal, Role.HEAD), reason="Sai")
    followers.run_all()
    client.force_login(again(editor))

    page = _page(client, handover)
    refused = client.post(_at("publishing_close", handover), {"go-reason": "Bài gốc sai"})
    client.force_login(again(head))
    client.post(_at("publishing_close", handover), {"go-reason": "Bài gốc sai"})

    assert "không gồm quyền gỡ bài" in page
    assert refused.status_code == 422
    assert "Bài gốc sai" in refused.content.decode()
    assert not Live.objects.filter(item=ours.item).exists()


def test_handover_hides_the_offices_working_copy_from_the_unit(
    client, handover, editor, general, sender
):
    ours = publishing.take_up(handover, section=general.sections.get(slug="tin-tuc"), by=editor)
    edited(ours, lead="Dẫn do Văn phòng viết lại.")
    client.force_login(again(sender))

    page = _page(client, handover, xem="so-sanh")

    assert "Dẫn do Văn phòng viết lại" not in page
    assert reverse("article:edit", args=[ours.pk]) not in page


@pytest.mark.parametrize("name", VERBS)
def test_verbs_answer_405_to_get_404_to_strangers_and_refuse_the_unit(
    client, handover, sender, name
):
    client.force_login(again(sender))
    assert client.get(_at(name, handover)).status_code == 405
    client.post(_at(name, handover), {"khong-nhan-reason": "x", "giu-reason": "x"})
    handover.refresh_from_db()
    assert handover.state == HandoverState.OFFERED
    client.force_login(post(PortalFactory(), Role.HEAD))
    assert client.post(_at(name, handover), {}).status_code == 404
    assert client.get(_at("publishing_handover", handover)).status_code == 404
    assert client.get(_at("publishing_handover_text", handover)).status_code == 404


def test_handover_text_shows_the_source_to_the_office(client, handover, editor):
    client.force_login(editor)

    frame = client.get(_at("publishing_handover_text", handover))

    assert handover.title in frame.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_lists_cost_the_same_for_any_number(general, number):
    editor = again(post(general, Role.MODERATE))
    for _ in range(number):
        publication = published(ArticleFactory())
        publishing.choose(publication.item, by=again(editor))
        published(ArticleFactory())

    with CaptureQueriesContext(connection) as queries:
        rows = worklists.handovers(editor, "viec").rows
        said = [(str(row.source_portal), str(row.area), str(row.offered_by)) for row in rows]
        titles = [live.publication.title for live in worklists.choosable().rows]

    assert (len(said), len(titles)) == (number, number)
    assert len(queries) == 4
