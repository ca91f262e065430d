"""The queue of reviews."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from congtinh.news.tests.factories import ArticleFactory, decider, published, submitted
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PortalFactory, again, post
from congtinh.publishing import actions as publishing
from congtinh.publishing import worklists
from congtinh.publishing.models import Review
from congtinh.publishing.worklists import Narrowing

pytestmark = pytest.mark.django_db

URL = "publishing_queue"


@pytest.fixture
def portal():
    return PortalFactory()


def _titles(response):
    return [review.title for review in response.context["page"].rows]


def test_queue_lists_what_waits_in_own_portals_by_due_date(client, portal):
    today = timezone.localdate()
    submitted(ArticleFactory(portal=portal, title="Không hạn"))
    submitted(ArticleFactory(portal=portal, title="Sau"), due_on=today + timedelta(days=3))
    submitted(ArticleFactory(portal=portal, title="Trước"), due_on=today)
    submitted(ArticleFactory(title="Cổng khác"))
    client.force_login(post(portal, Role.MODERATE))

    response = client.get(reverse(URL))

    assert _titles(response) == ["Trước", "Sau", "Không hạn"]


def test_queue_says_kindly_that_nothing_waits(client, portal):
    client.force_login(post(portal, Role.MODERATE))

    page = client.get(reverse(URL)).content.decode()

    assert "Không có bài nào chờ quyết định" in page


def test_queue_shows_nothing_to_people_who_do_not_moderate(client, portal):
    submitted(ArticleFactory(portal=portal))
    client.force_login(post(portal, Role.UPDATE))

    assert _titles(client.get(reverse(URL))) == []


def test_queue_narrows_to_ones_own_and_to_an_area(client, portal):
    moderator = post(portal, Role.MODERATE)
    mine = ArticleFactory(portal=portal, title="Của tôi")
    submitted(mine, assignee=moderator)
    submitted(ArticleFactory(portal=portal, title="Chung"))
    client.force_login(moderator)

    assert _titles(client.get(reverse(URL), {"cua_toi": "on"})) == ["Của tôi"]
    assert _titles(client.get(reverse(URL), {"linh_vuc": mine.area.pk})) == ["Của tôi"]
    assert _titles(client.get(reverse(URL), {"qua_han": "on"})) == []


def test_queue_ignores_filters_that_cannot_be_read(client, portal):
    submitted(ArticleFactory(portal=portal, title="Bài"))
    client.force_login(post(portal, Role.MODERATE))

    response = client.get(reverse(URL), {"cong": "x", "linh_vuc": "9999", "sau": "a~b", "xem": "?"})

    assert _titles(response) == ["Bài"]


def test_queue_keeps_scheduled_and_decided_apart(client, portal):
    moderator = decider(portal)
    review = submitted(ArticleFactory(portal=portal, title="Hẹn giờ"))
    later = timezone.now() + timedelta(days=1)
    publishing.approve(review, seen=review.content_hash, by=moderator, release_at=later)
    published(ArticleFactory(portal=portal, title="Đã đăng"))
    client.force_login(again(moderator))

    assert _titles(client.get(reverse(URL))) == []
    assert _titles(client.get(reverse(URL), {"xem": "lich"})) == ["Hẹn giờ"]
    assert _titles(client.get(reverse(URL), {"xem": "xong"})) == ["Đã đăng"]


@pytest.mark.parametrize("tab", ["cho", "lich", "xong"])
def test_queue_goes_on_page_by_page_without_gap(portal, monkeypatch, tab):
    monkeypatch.setattr(worklists, "PAGE", 2)
    moderator = post(portal, Role.MODERATE)
    today = timezone.localdate()
    later = timezone.now() + timedelta(days=1)
    wanted = set()
    for number in range(5):
        due = today if number % 2 else None
        review = submitted(ArticleFactory(portal=portal), due_on=due)
        wanted.add(review.pk)
        if tab == "lich":
            publishing.approve(
                review, seen=review.content_hash, by=again(moderator), release_at=later
            )
        elif tab == "xong":
            publishing.decline(review, by=moderator, reason="Trùng bài")

    found, after = [], ""
    while True:
        page = worklists.queue(again(moderator), tab, Narrowing(), after)
        found += [review.pk for review in page.rows]
        after = page.next
        if not after:
            break

    assert len(found) == 5
    assert set(found) == wanted


@pytest.mark.parametrize("number", [1, 3])
def test_queue_costs_the_same_for_any_number(portal, number):
    for _ in range(number):
        submitted(ArticleFactory(portal=portal))
    moderator = again(post(portal, Role.MODERATE))

    with CaptureQueriesContext(connection) as queries:
        rows = worklists.queue(moderator, "cho", Narrowing()).rows
        said = [(str(row.portal), str(row.area), str(row.submitted_by)) for row in rows]

    assert len(said) == number
    assert len(queries) == 3


def test_queue_answers_405_to_post(client, portal):
    client.force_login(post(portal, Role.MODERATE))

    assert client.post(reverse(URL)).status_code == 405
    assert not Review.objects.exists()
