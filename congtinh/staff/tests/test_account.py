import pytest
from django.test import Client

from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PASSWORD, PortalFactory, again, post

pytestmark = pytest.mark.django_db
_PLACE = "/admin/account/"
_LOOK = {"theme-theme": "dark", "theme-contrast": "system", "theme-density": "default"}


@pytest.fixture
def person():
    return post(PortalFactory(), Role.UPDATE)


@pytest.fixture
def client(person):
    client = Client()
    client.force_login(person)
    return client


def test_change_language_at_once(client, person):
    answer = client.post(_PLACE, {**_LOOK, "language-language": "en"}, follow=True)
    assert again(person).language == "en"
    assert answer.headers["Content-Language"] == "en"
    assert "My work" in answer.content.decode()


def test_offer_language_look_and_password_only(client, person):
    page = client.get(_PLACE).content.decode()
    for name in ("language-language", "theme-theme", "password-old_password"):
        assert f'name="{name}"' in page
    for name in ("avatar", "first_name", "keyboard_shortcuts", "preferred_language", "email"):
        assert f'name="{name}' not in page
        assert f'name="theme-{name}' not in page


def test_leave_everything_else_as_it_is(client, person):
    client.post(
        _PLACE,
        {**_LOOK, "language-language": "vi", "name_email-first_name": "Khác", "is_superuser": "1"},
    )
    assert again(person).first_name == person.first_name
    assert not again(person).is_superuser


def test_change_password_and_stay_signed_in(client, person):
    new = "đường-ven-biển-12"
    answer = client.post(
        _PLACE,
        {
            **_LOOK, "language-language": "vi", "password-old_password": PASSWORD,
            "password-new_password1": new, "password-new_password2": new,
        },
        follow=True,
    )  # fmt: skip
    assert answer.status_code == 200
    assert again(person).check_password(new)
    assert client.get("/admin/").status_code == 200
