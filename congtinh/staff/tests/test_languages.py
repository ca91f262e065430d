"""Every screen that people open speaks one language, the one they chose."""

import polib
import pytest
from bs4 import BeautifulSoup, Comment
from django.apps import apps
from django.conf import settings
from django.test import Client
from django.utils import translation
from django.utils.text import capfirst

from congtinh.news.tests.factories import ArticleFactory, ImageFactory, published, submitted
from congtinh.organisation.models import Person
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PortalFactory, UnitFactory, post
from congtinh.pages.tests.factories import StandingPageFactory
from congtinh.publishing.actions import offer
from congtinh.staff.wagtail_words import collect

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

_CATALOGUES = sorted(settings.PACKAGE.glob("*/locale/en/LC_MESSAGES/django.po"))
#: Names that stand in their own language everywhere; the last two are on record so.
_NAMES = {"Tiếng Việt", "Hệ thống", "Dòng lệnh của Trung tâm CNTT&TT"}
_SPOKEN = ("title", "aria-label", "placeholder", "alt", "data-w-tooltip-content-value")


@pytest.fixture
def screens():
    """Addresses of the screens, and a client for a person who may open all of them."""
    unit = UnitFactory(name="Department A", name_en="Department A")
    general = PortalFactory(general=True)
    portal = PortalFactory(unit=unit, name="Portal A", name_en="Portal A")
    person = post(portal, Role.MODERATE)
    for where, role in (
        (portal, Role.ADMINISTER), (general, Role.HEAD), (general, Role.TECHNICIAN),
        (general, Role.MODERATE),
    ):  # fmt: skip
        post(where, role, person=person)
    Person.objects.update(last_name="Nguyen", first_name="Van A", title="Clerk")
    made = {"portal": portal, "title": "New bridge", "lead": "A bridge.", "body": []}
    article = ArticleFactory(**made)
    # A second revision, to be compared and restored.
    article.save_revision(user=person)
    body = [("text", "<p>A bridge.</p>")]
    live = ArticleFactory(**made | {"title": "Old bridge", "body": body})
    publication = published(live, by=person)
    handover = offer(publication.item, by=person)
    review = submitted(ArticleFactory(**made | {"title": "Third bridge", "body": body}))
    page = StandingPageFactory(portal=portal, title="Duties", lead="Duties.", body=[])
    image = ImageFactory(portal=portal, title="Bridge", description="Bridge")
    first, last = article.revisions.order_by("pk").values_list("pk", flat=True)
    paths = [
        "", "account/", "thong-tin/", "nhat-ky/", "quyen/", "tin-bai/", "tin-bai/add/",
        f"tin-bai/edit/{article.pk}/", f"tin-bai/history/{article.pk}/",
        f"tin-bai/history/{article.pk}/revisions/compare/{first}...{last}/",
        f"tin-bai/history/{article.pk}/revisions/{first}/revert/",
        "trang/", "trang/add/", f"trang/edit/{page.pk}/", f"trang/history/{page.pk}/",
        "images/", "images/add/", f"images/{image.pk}/", "documents/", "documents/add/",
        "cho-duyet/", f"duyet/{review.pk}/", f"trinh-duyet/{article.item}/",
        f"bai/{live.item}/", "bai-chuyen/", "bai-chuyen/chon/", f"bai-chuyen/{handover.pk}/",
        f"go-bai/{live.item}/", "to-chuc/", "linh-vuc/", "can-cu/", f"to-chuc/{portal.code}/",
        "nguoi/", f"nguoi/{person.pk}/",
    ]  # fmt: skip
    client = Client()
    client.force_login(person)
    return client, [f"/admin/{path}" for path in paths]


def _spoken(html):
    """Every text that a person sees or hears."""
    soup = BeautifulSoup(html, "html.parser")
    for hidden in soup(["script", "style", "code", "time"]):
        hidden.decompose()
    texts = [text for text in soup.find_all(string=True) if not isinstance(text, Comment)]
    texts += [tag[name] for name in _SPOKEN for tag in soup.find_all(attrs={name: True})]
    return {" ".join(text.split()) for text in texts} - {""}


def _toolkit_words():
    """English sentences of the toolkit, of two words or more, that have a Vietnamese form."""
    found = set()
    for domain in collect.DOMAINS:
        for entry in polib.pofile(str(collect.source_of(domain))):
            if (
                " " in entry.msgid.strip()
                and "%" not in entry.msgid
                and entry.msgid != entry.msgstr
            ):
                found.add(" ".join(entry.msgid.split()))
    return found


def _vietnamese_words():
    """Our own texts that have an English form; that each has one is checked at the source."""
    found = set()
    for path in _CATALOGUES:
        for entry in polib.pofile(str(path)).translated_entries():
            if "%" not in entry.msgid and not entry.msgid.isascii():
                found.add(" ".join(entry.msgid.split()))
    # «Tiêu đề» may be our text, or the field «tiêu đề» that has no English yet.
    with translation.override("en"):
        fields = {
            capfirst(str(field.verbose_name))
            for model in apps.get_models()
            for field in model._meta.fields
        }
    return found - fields - _NAMES


def _pages(screens, language):
    client, paths = screens
    Person.objects.update(language=language)
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200, path
        yield path, _spoken(answer.content.decode())


def test_speak_vietnamese_on_every_screen(screens):
    english = _toolkit_words()
    assert len(english) > 500
    left = [(path, text) for path, texts in _pages(screens, "vi") for text in texts & english]
    assert left == []


def test_speak_english_on_every_screen(screens):
    vietnamese = _vietnamese_words()
    assert len(vietnamese) > 100
    left = [(path, text) for path, texts in _pages(screens, "en") for text in texts & vietnamese]
    assert left == []
