import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from congtinh.news.tests.factories import ArticleFactory, published, submitted
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import AreaFactory, PortalFactory, again, post
from congtinh.publishing import actions as publishing
from congtinh.publishing import followers
from congtinh.publishing.models import Review
from congtinh.staff import queries

pytestmark = pytest.mark.django_db


def _page(person):
    client = Client()
    client.force_login(person)
    return client.get("/admin/").content.decode()


def _text(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


@pytest.fixture
def portal():
    return PortalFactory()


def test_put_assigned_reviews_first_then_the_longest_overdue(portal):
    moderator, other = post(portal, Role.MODERATE), post(portal, Role.MODERATE)
    today = timezone.localdate()
    places = {
        "giao cho người khác": {"assignee": other, "due_on": today - timedelta(days=9)},
        "không hạn": {},
        "quá hạn ít": {"due_on": today - timedelta(days=1)},
        "quá hạn nhiều": {"due_on": today - timedelta(days=5)},
        "giao cho mình": {"assignee": moderator},
    }
    for title, values in places.items():
        review = submitted(ArticleFactory(portal=portal, title=title))
        Review.objects.filter(pk=review.pk).update(**values)
    found = queries.awaiting_decision(again(moderator))
    assert [review.title for review in found.lines] == [
        "giao cho mình", "quá hạn nhiều", "quá hạn ít", "không hạn", "giao cho người khác",
    ]  # fmt: skip
    assert [review.overdue for review in found.lines] == [False, True, True, False, True]
    assert found.count == 5


def test_leave_out_own_texts_and_other_portals(portal):
    moderator = post(portal, Role.MODERATE)
    submitted(ArticleFactory(portal=portal, created_by=moderator))
    submitted(ArticleFactory())
    assert not queries.awaiting_decision(again(moderator))


def test_show_nothing_to_decide_to_who_only_writes(portal):
    clerk = post(portal, Role.UPDATE)
    submitted(ArticleFactory(portal=portal))
    assert not queries.awaiting_decision(again(clerk))


@pytest.mark.clause("Đ10.4")
def test_bring_back_what_was_sent_back_with_its_reason(portal):
    article = ArticleFactory(portal=portal)
    review = submitted(article)
    moderator = post(portal, Role.MODERATE)
    publishing.send_back(review, by=moderator, reason="Thiếu số liệu")
    found = queries.back_with_writer(article.created_by)
    assert [(line.title, line.reason) for line in found.lines] == [(article.title, "Thiếu số liệu")]
    assert found.lines[0].url == f"/admin/tin-bai/edit/{article.pk}/"
    submitted(article)
    assert not queries.back_with_writer(article.created_by)


def test_say_where_sent_texts_stand(portal):
    article = ArticleFactory(portal=portal)
    submitted(article)
    done = ArticleFactory(portal=portal, created_by=article.created_by)
    published(done)
    found = queries.sent(article.created_by)
    assert [(line.title, line.tone) for line in found.lines] == [
        (done.title, "done"), (article.title, "wait"),
    ]  # fmt: skip


def test_forget_what_ended_long_ago(portal):
    article = ArticleFactory(portal=portal)
    published(article)
    Review.objects.update(closed_at=timezone.now() - timedelta(days=15))
    assert not queries.sent(article.created_by)


def test_list_drafts_only(portal):
    draft = ArticleFactory(portal=portal)
    sent = ArticleFactory(portal=portal, created_by=draft.created_by)
    submitted(sent)
    ArticleFactory(portal=portal)
    assert [content.pk for content in queries.drafts(draft.created_by).lines] == [draft.pk]


@pytest.mark.clause("Đ4.1")
def test_show_hand_overs_to_the_office(portal):
    general = PortalFactory(general=True)
    editor = post(general, Role.MODERATE)
    moderator = post(portal, Role.MODERATE)
    publication = published(ArticleFactory(portal=portal), by=moderator)
    publishing.offer(publication.item, by=moderator)
    offered, moved = queries.awaiting_office(again(editor))
    assert (offered.count, moved.count) == (1, 0)
    assert queries.awaiting_office(again(moderator)) == (queries.Group(), queries.Group())
    publishing.take_up(offered.lines[0], section=general.sections.get(slug="tin-tuc"), by=editor)
    publishing.withdraw(publication.item, by=moderator, reason="Sai số liệu")
    followers.run_all()
    offered, moved = queries.awaiting_office(again(editor))
    assert (offered.count, moved.count) == (0, 1)


def test_tell_administrators_of_posts_that_end_and_portals_without_decider(portal):
    administrator = post(portal, Role.ADMINISTER)
    post(portal, Role.UPDATE, ends_on=timezone.localdate() + timedelta(days=10))
    post(portal, Role.UPDATE, ends_on=timezone.localdate() + timedelta(days=90))
    post(PortalFactory(), Role.UPDATE, ends_on=timezone.localdate() + timedelta(days=10))
    ending, undecided = queries.organisation_tasks(again(administrator))
    assert (ending.count, [line.pk for line in undecided.lines]) == (1, [portal.pk])
    post(portal, Role.MODERATE)
    assert not queries.organisation_tasks(again(administrator))[1]


def test_show_technician_the_organisation_and_no_text(portal):
    technician = post(PortalFactory(general=True), Role.TECHNICIAN)
    submitted(ArticleFactory(portal=portal, title="Bài kín"))
    page = _page(technician)
    assert "Cổng chưa có người duyệt đăng" in page
    assert "Bài kín" not in page
    assert "Viết bài" not in page


def test_offer_writing_to_writers(portal):
    page = _page(post(portal, Role.UPDATE))
    assert 'href="/admin/tin-bai/add/"' in page
    assert 'href="/admin/trang/add/"' in page
    assert "Không có việc nào đang chờ quý vị." in page


def test_show_empty_state_to_who_only_reads(portal):
    page = _page(post(PortalFactory(general=True), Role.ASSISTANT))
    assert "Không có việc nào đang chờ quý vị." in page
    assert "Viết bài" not in _text(page)


def test_keep_first_page_within_25_queries(portal, django_assert_max_num_queries):
    general = PortalFactory(general=True)
    person = post(portal, Role.MODERATE)
    for role in (Role.ADMINISTER, Role.UPDATE):
        post(portal, role, person=person)
    post(general, Role.MODERATE, person=person)
    area = AreaFactory()
    for _ in range(12):
        submitted(ArticleFactory(portal=portal, area=area))
        ArticleFactory(portal=portal, area=area, created_by=person)
        publishing.send_back(
            submitted(ArticleFactory(portal=portal, area=area, created_by=person)),
            by=post(portal, Role.MODERATE), reason="Thiếu số liệu",
        )  # fmt: skip
    client = Client()
    client.force_login(again(person))
    with django_assert_max_num_queries(25):
        page = client.get("/admin/").content.decode()
    assert "Trả lại để sửa" in page
    assert "Chờ quý vị duyệt" in page


def test_refuse_person_whose_post_begins_later(portal):
    person = post(portal, Role.UPDATE, starts_on=timezone.localdate() + timedelta(days=3))
    client = Client()
    client.force_login(person)
    assert client.get("/admin/").status_code == 302
