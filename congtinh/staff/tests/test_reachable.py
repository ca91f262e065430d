import pytest
from django.test import Client
from django.urls import resolve

from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PortalFactory, post
from congtinh.staff.reachable import REACHABLE, is_reachable
from congtinh.staff.tests.addresses import addresses

pytestmark = pytest.mark.django_db


def _signed_in(role):
    client = Client()
    client.force_login(post(PortalFactory(general=True), role))
    return client


def test_answer_404_outside_the_list():
    client = _signed_in(Role.HEAD)
    refused = [
        (name, path) for name, path in addresses() if not is_reachable(resolve(path).view_name)
    ]
    assert len(refused) > 100
    answers = {name: client.get(path).status_code for name, path in refused}
    assert {name for name, status in answers.items() if status != 404} == set()
    posted = {name: client.post(path).status_code for name, path in refused}
    assert {name for name, status in posted.items() if status != 404} == set()


def test_answer_404_outside_the_list_without_sign_in():
    client = Client()
    refused = [path for _name, path in addresses() if not is_reachable(resolve(path).view_name)]
    assert {client.get(path).status_code for path in refused} == {404}


def test_name_only_addresses_that_exist():
    assert {name for name, _path in addresses()} >= REACHABLE


@pytest.mark.parametrize(
    "name",
    [
        "article:delete", "article:usage", "page:delete", "wagtail_bulk_action",
        "wagtailimages:delete", "wagtailimages:image_usage", "wagtaildocs:delete",
        "wagtailadmin_api:images:listing", "wagtailadmin_api:documents:listing",
        "wagtailadmin_reports:site_history", "wagtailadmin_tag_autocomplete",
        "wagtailadmin_explore_root", "wagtailadmin_choose_page", "wagtailusers_users:index",
        "wagtailusers_groups:add", "wagtailsnippets:index", "wagtailadmin_collections:add",
    ],
)  # fmt: skip
def test_refuse_what_leaks_or_deletes(name):
    assert name in dict(addresses())
    assert not is_reachable(name)


def test_refuse_password_reset_without_mail(settings):
    settings.WAGTAIL_PASSWORD_RESET_ENABLED = False
    assert not is_reachable("wagtailadmin_password_reset")
    settings.WAGTAIL_PASSWORD_RESET_ENABLED = True
    assert is_reachable("wagtailadmin_password_reset")


def test_open_link_dialogue_at_addresses_elsewhere():
    answer = _signed_in(Role.HEAD).get(
        "/admin/choose-page/?allow_external_link=true&allow_email_link=true"
    )
    assert answer.json()["step"] == "external_link"
    assert "/admin/choose-page/" not in answer.json()["html"]


def test_say_in_words_that_a_page_is_missing():
    answer = _signed_in(Role.HEAD).get("/admin/khong-co/")
    assert answer.status_code == 404
    assert "Không có trang này" in answer.content.decode()
