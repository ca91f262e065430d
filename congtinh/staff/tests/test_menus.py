import pytest
from bs4 import BeautifulSoup
from django.test import Client, RequestFactory

from congtinh.news.tests.factories import ArticleFactory, submitted
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PortalFactory, again, post
from congtinh.staff import menus

pytestmark = pytest.mark.django_db

_READER = ["my-work", "articles", "pages"]
_WRITER = [*_READER, "images", "files"]


def _names(person):
    request = RequestFactory().get("/admin/")
    request.user = again(person)
    return [item.name for item in menus.entries(request)]


@pytest.mark.parametrize(
    ("general", "role", "names"),
    [
        (False, Role.UPDATE, [*_WRITER, "notices"]),
        (False, Role.MODERATE, [*_WRITER, "queue", "handed", "notices", "audit"]),
        (True, Role.MODERATE, [*_WRITER, "queue", "handovers", "notices", "audit"]),
        (True, Role.MEMBER, [*_READER, "queue", "notices"]),
        (True, Role.ASSISTANT, [*_READER, "notices", "audit"]),
        (False, Role.ADMINISTER, [*_READER, "notices", "audit", "organisation", "rights"]),
        (True, Role.TECHNICIAN, ["my-work", "notices", "audit", "organisation", "rights"]),
    ],
)
def test_show_what_a_person_has_a_use_for(general, role, names):
    assert _names(post(PortalFactory(general=general), role)) == names


def test_count_unread_notices_beside_their_line():
    portal = PortalFactory()
    moderator = post(portal, Role.MODERATE)
    submitted(ArticleFactory(portal=portal))
    request = RequestFactory().get("/admin/")
    request.user = again(moderator)
    assert "Thông tin (1)" in [str(item.label) for item in menus.entries(request)]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_show_nothing_of_the_toolkit_by_name(language):
    person = post(PortalFactory(general=True), Role.HEAD)
    type(person).objects.filter(pk=person.pk).update(language=language)
    client = Client()
    client.force_login(person)
    for path in ("/admin/", "/admin/tin-bai/", "/admin/account/", "/admin/thong-tin/"):
        page = client.get(path).content.decode()
        assert "Wagtail" not in _seen(page), path
        for elsewhere in ("reports", "pages", "snippets", "users", "collections"):
            assert f'href="/admin/{elsewhere}/' not in page
            assert f'"url": "/admin/{elsewhere}/' not in page


def _seen(page):
    """What a person reads: without scripts, addresses and attributes of the shell."""
    soup = BeautifulSoup(page, "html.parser")
    for hidden in soup(["script", "style"]):
        hidden.decompose()
    return soup.get_text(" ")
