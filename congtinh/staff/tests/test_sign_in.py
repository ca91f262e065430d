from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from congtinh.audit.models import Entry
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import (
    PASSWORD,
    PersonFactory,
    PortalFactory,
    post,
)
from congtinh.staff import sign_in
from congtinh.staff.models import FailedSignIn

pytestmark = pytest.mark.django_db
_PLACE = "/admin/login/"


def _try(username, password, *, client=None, network="192.0.2.7"):
    return (client or Client()).post(
        _PLACE, {"username": username, "password": password}, REMOTE_ADDR=network
    )


@pytest.mark.clause("Đ16.5")
def test_record_sign_in():
    portal = PortalFactory()
    person = post(portal, Role.UPDATE)
    assert _try(person.username, PASSWORD).status_code == 302
    entry = Entry.objects.get(action="person.sign_in")
    assert (entry.actor, entry.portal, entry.object_id) == (
        person.username, portal.code, str(person.pk),
    )  # fmt: skip
    assert "192.0.2.7" in entry.after


def test_wait_after_five_failures_and_say_until_when():
    person = post(PortalFactory(), Role.UPDATE)
    with time_machine.travel("2026-03-02T02:00:30Z", tick=False) as clock:
        for _attempt in range(5):
            assert "Đã nhập sai nhiều lần" not in _try(person.username, "sai").content.decode()
        answer = _try(person.username, PASSWORD)
        assert "thử lại sau 2 phút (lúc 09:01)" in answer.content.decode()
        clock.shift(timedelta(seconds=61))
        assert _try(person.username, PASSWORD).status_code == 302


def test_wait_longer_after_each_further_failure():
    now = timezone.now()
    for count, minutes in ((5, 1), (6, 2), (7, 4), (8, 8), (9, 15), (12, 15)):
        FailedSignIn.objects.all().delete()
        for _ in range(count):
            sign_in.record_failure("ai", "192.0.2.7", now=now)
        assert sign_in.may_try_at("AI ", "192.0.2.7", now=now) == now + timedelta(minutes=minutes)
        assert sign_in.may_try_at("ai", "192.0.2.7", now=now + timedelta(minutes=15)) is None


def test_let_owner_in_while_an_outsider_guesses():
    person = post(PortalFactory(), Role.UPDATE)
    for _attempt in range(8):
        _try(person.username, "sai", network="203.0.113.9")
    assert _try(person.username, PASSWORD, network="192.0.2.7").status_code == 302


def test_wait_for_a_network_that_guesses_many_accounts():
    now = timezone.now()
    for number in range(sign_in.OF_NETWORK):
        sign_in.record_failure(f"nguoi-{number}", "203.0.113.9", now=now)
    assert sign_in.may_try_at("khac", "203.0.113.9", now=now) is not None
    assert sign_in.may_try_at("khac", "192.0.2.7", now=now) is None


def test_forget_failures_after_sign_in():
    person = post(PortalFactory(), Role.UPDATE)
    for _attempt in range(4):
        _try(person.username, "sai")
    _try(person.username, PASSWORD)
    assert not FailedSignIn.objects.filter(account=person.username).exists()


def test_refuse_person_without_post_in_words():
    person = PersonFactory()
    answer = _try(person.username, PASSWORD)
    assert answer.status_code == 200
    assert "không có phân công nào" in answer.content.decode()


@pytest.mark.parametrize(
    ("address", "network"),
    [("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3::4", "2001:db8:1:2::"), ("", "")],
)
def test_name_network_of_client(rf, address, network):
    assert sign_in.network_of(rf.get("/", REMOTE_ADDR=address)) == network


def test_believe_only_the_proxys_own_word(rf, settings):
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="1.1.1.1, 203.0.113.9")
    assert sign_in.network_of(request) == "10.0.0.1"
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert sign_in.network_of(request) == "203.0.113.9"


def test_speak_the_language_asked_for_at_sign_in():
    assert "Đăng nhập khu vực cán bộ" in Client().get(_PLACE).content.decode()
    english = Client().get(f"{_PLACE}?lang=en")
    assert "Sign in to the staff area" in english.content.decode()
    assert english.headers["Content-Language"] == "en"
    assert Client().get(f"{_PLACE}?lang=%0d%0ax").headers["Content-Language"] == "vi"


def test_keep_address_when_session_is_over():
    answer = Client().post("/admin/tin-bai/edit/1/", {"title": "Bài"})
    assert answer.status_code == 302
    assert answer.url == "/admin/login/?next=/admin/tin-bai/edit/1/"


def test_answer_403_to_scripts_when_session_is_over():
    answer = Client().post("/admin/tin-bai/edit/1/", HTTP_X_REQUESTED_WITH="XMLHttpRequest")
    assert answer.status_code == 403


def test_say_that_a_form_is_stale():
    client = Client(enforce_csrf_checks=True)
    client.force_login(post(PortalFactory(), Role.UPDATE))
    answer = client.post("/admin/account/", {})
    assert answer.status_code == 403
    assert "vẫn còn trên máy này" in answer.content.decode()
