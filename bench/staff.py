"""Measures the screens staff work with, as a writer and a moderator of the general portal."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from bench.measuring import Figure, measure, write
from bench.province import DECIDER, OFFICE, WRITER
from congtinh.news.models import Article
from congtinh.organisation.models import Person
from congtinh.publishing.models import Review
from congtinh.publishing.states import ReviewState

ROUNDS = 40


def main(place: str) -> None:
    write(figures(), Path(place))


def figures() -> list[Figure]:
    def signed_in(name: str) -> Callable[[str], bytes]:
        client = Client(headers={"host": "localhost"})
        client.force_login(Person.objects.get(username=name))

        def get(address: str) -> bytes:
            return _page(client.get(address, follow=False))

        get.client = client  # type: ignore[attr-defined]  # for the one screen that posts
        return get

    writer, moderator, office = (signed_in(name) for name in (WRITER, DECIDER, OFFICE))
    waiting = Review.objects.filter(state=ReviewState.OPEN).first()
    text = Article.objects.filter(portal__code="tong-hop").order_by("pk").first()
    assert waiting
    assert text
    editor = reverse("article:edit", args=[text.pk])
    screens: list[tuple[str, Callable[[], bytes]]] = [
        ("my work", lambda: moderator(reverse("wagtailadmin_home"))),
        ("list of articles", lambda: writer(reverse("article:list"))),
        ("editor, opened", lambda: writer(editor)),
        ("editor, saved", _saving(writer, editor)),
        ("queue", lambda: moderator(reverse("publishing_queue"))),
        ("review", lambda: moderator(reverse("publishing_review", args=[waiting.pk]))),
        ("history of a text", lambda: moderator(reverse("publishing_item", args=[text.item]))),
        ("audit", lambda: office(reverse("staff_audit"))),
    ]
    return [measure(name, call, rounds=ROUNDS, warm_up=3) for name, call in screens]


def _saving(get: Any, address: str) -> Callable[[], bytes]:
    """Posts the form of the editor as a browser does, each time with another lead."""
    fields = _fields(BeautifulSoup(get(address), "html.parser"))
    fields |= nested_form_data(
        {
            "body": streamfield([("text", rich_text("<p>Đã sửa câu mở đầu.</p>"))]),
            "credits": streamfield([]),
        }
    )
    saved = 0

    def save() -> bytes:
        nonlocal saved
        saved += 1
        fields["lead"] = f"Sửa lần {saved}."
        fields["loaded_revision_created_at"] = fields["loaded_revision_id"] = ""
        answer = get.client.post(address, fields)
        if answer.status_code != 302:
            errors = BeautifulSoup(answer.content, "html.parser").select(
                ".error-message, .messages"
            )
            raise AssertionError([error.get_text(" ", strip=True) for error in errors])
        return bytes(answer.content)

    return save


def _fields(page: Any) -> dict[str, str]:
    form = page.select_one("form[data-edit-form]") or page.select_one("main form[method=POST]")
    found = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        if field.name == "select":
            chosen = field.select_one("option[selected]")
            found[field["name"]] = chosen["value"] if chosen else ""
        elif field.name == "textarea":
            found[field["name"]] = field.get_text()
        elif field.get("type") not in {"checkbox", "radio", "submit", "file"}:
            found[field["name"]] = field.get("value", "")
    return found


def _page(answer: Any) -> bytes:
    if answer.status_code != 200:
        raise AssertionError(f"{answer.request['PATH_INFO']} answered {answer.status_code}")
    return bytes(answer.content)
