import pytest
from django.test import Client
from django.utils import timezone

from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PortalFactory, post
from congtinh.publishing.models import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return post(PortalFactory(), Role.UPDATE)


@pytest.fixture
def client(person):
    client = Client()
    client.force_login(person)
    return client


def _notice(person, title="Bài", url="/admin/tin-bai/"):
    return Notice.objects.create(
        person=person, about="publication.published", params={"title": title}, url=url,
        created_at=timezone.now(),
    )  # fmt: skip


def test_list_own_notices_only(client, person):
    _notice(person, "Của mình")
    _notice(post(PortalFactory(), Role.UPDATE), "Của người khác")
    page = client.get("/admin/thong-tin/").content.decode()
    assert "Bài «Của mình» đã được đăng" in page
    assert "Của người khác" not in page


def test_lead_to_the_thing_and_count_as_read(client, person):
    notice = _notice(person)
    answer = client.get(f"/admin/thong-tin/{notice.pk}/")
    assert answer.url == "/admin/tin-bai/"
    notice.refresh_from_db()
    assert notice.read_at is not None


@pytest.mark.parametrize("url", ["", "https://elsewhere.example/", "//elsewhere.example/"])
def test_lead_nowhere_outside(client, person, url):
    assert client.get(f"/admin/thong-tin/{_notice(person, url=url).pk}/").url == "/admin/thong-tin/"


def test_refuse_notices_of_others(client):
    other = _notice(post(PortalFactory(), Role.UPDATE))
    assert client.get(f"/admin/thong-tin/{other.pk}/").status_code == 404
    other.refresh_from_db()
    assert other.read_at is None


def test_mark_all_read(client, person):
    _notice(person)
    other = _notice(post(PortalFactory(), Role.UPDATE))
    assert client.get("/admin/thong-tin/da-doc/").status_code == 405
    client.post("/admin/thong-tin/da-doc/")
    assert list(Notice.objects.filter(read_at=None)) == [other]


@pytest.mark.parametrize("count", [1, 3])
def test_list_with_few_queries(client, person, count, django_assert_max_num_queries):
    for _ in range(count):
        _notice(person)
    with django_assert_max_num_queries(11):
        client.get("/admin/thong-tin/")


def test_page_by_keyset(client, person):
    made = [_notice(person, f"Bài số {number}.") for number in range(45)]
    first = client.get("/admin/thong-tin/").content.decode()
    assert "Bài số 44." in first
    assert "Bài số 4." not in first
    assert f"truoc={made[5].pk}" in first
    second = client.get(f"/admin/thong-tin/?truoc={made[5].pk}").content.decode()
    assert "Bài số 4." in second
    assert "Bài số 5." not in second
