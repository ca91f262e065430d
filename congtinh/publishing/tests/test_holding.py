"""Two people at one text: who has it open, taking it over, letting it go."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.models import EditingSession

from congtinh.audit.models import Entry
from congtinh.news.models import Article
from congtinh.news.tests.factories import ArticleFactory, edited
from congtinh.organisation.refusal import NotAllowed, Refused
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PortalFactory, post
from congtinh.publishing import actions as publishing
from congtinh.publishing import holding, notices, rules
from congtinh.publishing.models import Notice

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def article():
    return ArticleFactory()


@pytest.fixture
def colleague(article):
    return post(article.portal, Role.UPDATE)


def opened(article, by, *, ago: int = 5) -> EditingSession:
    return EditingSession.objects.create(
        user=by, content_type=ContentType.objects.get_for_model(Article),
        object_id=str(article.pk), last_seen_at=timezone.now() - timedelta(seconds=ago),
    )  # fmt: skip


def at(name: str, article) -> str:
    key = article.item if name.startswith("publishing_") else article.pk
    return reverse(name, args=[key])


def save(client, article, *, address: str = "", **headers):
    fields = {
        "title": "Chữ vừa gõ", "lead": "Dẫn", "portal": article.portal_id,
        "section": article.section_id, "genre": "news_item", "event_on": "2026-03-02",
        "language": "vi", "slug": "", "body-count": 0, "credits-count": 0,
    }  # fmt: skip
    return client.post(address or at("article:edit", article), fields, headers=headers)


def holder_of(article):
    return holding.holder(Article.objects.get(pk=article.pk), at=timezone.now())


@pytest.mark.parametrize(
    ("saved", "passed", "held"),
    [(None, 29, True), (None, 30, False), (20, 49, True), (20, 50, False), (-5, 30, False)],
)
def test_hold_lapses_without_saves(saved, passed, held):
    saved_at = None if saved is None else NOW + timedelta(minutes=saved)
    now = NOW + timedelta(minutes=passed)
    assert rules.is_held(taken_at=NOW, saved_at=saved_at, now=now) == held


def test_open_shows_who_else_has_it_open(client, article, colleague):
    opened(article, article.created_by)
    client.force_login(colleague)

    page = client.get(at("article:edit", article)).content.decode()

    assert f"<strong>{article.created_by}</strong> đang mở bài này." in page
    assert "Lưu gần nhất" in page
    assert at("publishing_hold", article) in page


def test_open_shows_nobody_who_left(client, article, colleague):
    opened(article, article.created_by, ago=61)
    opened(article, colleague)
    client.force_login(colleague)

    page = client.get(at("article:edit", article)).content.decode()

    assert "đang mở bài này" not in page


def test_take_over_is_on_record_and_told(client, article, colleague):
    opened(article, article.created_by)
    client.force_login(colleague)

    client.post(at("publishing_hold", article))

    entry = Entry.objects.get(action="content.take_over")
    told = Notice.objects.get()
    assert holder_of(article) == colleague
    assert (entry.actor, entry.object_id) == (colleague.username, str(article.item))
    assert article.created_by.username in entry.before
    assert told.person == article.created_by
    assert notices.words(told).startswith(f"{colleague} nhận sửa tiếp bài")
    assert told.url == at("article:edit", article)


def test_save_is_refused_by_name_and_keeps_what_was_typed(client, article, colleague):
    publishing.hold(article, by=colleague)
    client.force_login(article.created_by)

    answer = save(client, article)

    page = answer.content.decode()
    assert f"{colleague} đã nhận sửa tiếp bài này lúc" in page
    assert 'value="Chữ vừa gõ"' in page
    assert at("publishing_hold", article) in page
    assert Article.objects.get().title == article.title


def test_bringing_back_an_older_revision_is_refused_by_name(client, article, colleague):
    publishing.hold(article, by=colleague)
    client.force_login(article.created_by)
    older = [article.pk, article.latest_revision_id]

    answer = save(client, article, address=reverse("article:revisions_revert", args=older))

    assert f"{colleague} đã nhận sửa tiếp bài này lúc" in answer.content.decode()
    assert Article.objects.get().title == article.title


def test_autosave_is_refused_by_name(client, article, colleague):
    publishing.hold(article, by=colleague)
    client.force_login(article.created_by)

    answer = save(client, article, Accept="application/json")

    assert answer.status_code == 400
    assert answer.json()["error_code"] == "locked"
    assert f"{colleague} đã nhận sửa tiếp" in answer.json()["error_message"]
    assert Article.objects.get().title == article.title


def test_save_under_way_while_taken_over_is_refused(client, article, colleague, monkeypatch):
    client.force_login(article.created_by)
    whole = Article.full_clean

    def meanwhile(self, *args, **kwargs):
        publishing.hold(Article.objects.get(), by=colleague)
        return whole(self, *args, **kwargs)

    monkeypatch.setattr(Article, "full_clean", meanwhile)
    page = save(client, article).content.decode()

    assert f"{colleague} đã nhận sửa tiếp bài này" in page
    assert 'value="Chữ vừa gõ"' in page
    assert (holder_of(article), Article.objects.get().title) == (colleague, article.title)


def test_holder_saves_and_the_other_takes_it_over_again(client, article, colleague):
    publishing.hold(article, by=colleague)
    client.force_login(colleague)
    save(client, article)
    assert Article.objects.get().title == "Chữ vừa gõ"
    assert holder_of(article) == colleague

    publishing.hold(article, by=article.created_by)

    assert holder_of(article) == article.created_by
    assert Notice.objects.get().person == colleague
    assert Entry.objects.filter(action="content.take_over").count() == 1
    assert Entry.objects.filter(action="content.lock").count() == 1


def test_save_after_the_hold_lapsed_frees_the_text(client, article, colleague):
    publishing.hold(article, by=colleague, at=timezone.now() - rules.HOLD_LAPSES)
    client.force_login(article.created_by)

    save(client, article)

    changed = Article.objects.get()
    assert (changed.title, changed.locked, changed.locked_by) == ("Chữ vừa gõ", False, None)


def test_saves_of_the_holder_prolong_the_hold_and_those_of_others_do_not(article, colleague):
    long_ago = timezone.now() - timedelta(hours=2)
    publishing.hold(article, by=article.created_by, at=long_ago)
    article.refresh_from_db()
    edited(article)
    assert holder_of(article) == article.created_by

    article.save_revision(user=colleague)
    assert holder_of(article) is None


def test_holder_lets_go_by_the_button(client, article, colleague):
    publishing.hold(article, by=colleague)
    client.force_login(colleague)
    assert "Sửa xong, mở khóa" in client.get(at("article:edit", article)).content.decode()

    answer = client.post(at("publishing_let_go", article))

    assert answer.url == at("article:edit", article)
    assert holder_of(article) is None
    assert Entry.objects.get(action="content.unlock").actor == colleague.username
    assert not Notice.objects.exists()


@pytest.mark.parametrize("role", [Role.MODERATE, Role.HEAD])
def test_moderators_unlock_at_any_time(client, article, colleague, role):
    publishing.hold(article, by=colleague)
    client.force_login(post(article.portal, role))
    assert "Mở khóa" in client.get(at("publishing_item", article)).content.decode()

    client.post(at("publishing_let_go", article))

    assert holder_of(article) is None
    assert Notice.objects.get().person == colleague


def test_other_writers_do_not_unlock_but_take_over(client, article, colleague):
    publishing.hold(article, by=colleague)
    client.force_login(article.created_by)

    assert (
        '<button type="submit" class="button button-secondary" disabled>Mở khóa'
        in client.get(at("publishing_item", article)).content.decode()
    )
    for name in ("publishing_let_go", "article:unlock"):
        client.post(at(name, article))
        assert holder_of(article) == colleague
    with pytest.raises(NotAllowed):
        publishing.let_go(article, by=article.created_by)


def test_wagtails_own_lock_goes_by_our_verbs(client, article, colleague):
    client.force_login(colleague)

    client.post(at("article:lock", article))
    assert holder_of(article) == colleague
    client.post(at("article:unlock", article))

    assert holder_of(article) is None
    actions = Entry.objects.filter(object_id=str(article.item)).order_by("pk")
    assert list(actions.values_list("action", flat=True)) == ["content.lock", "content.unlock"]


@pytest.mark.parametrize(
    "name", ["publishing_hold", "publishing_let_go", "article:lock", "article:unlock"]
)
def test_strangers_neither_hold_nor_let_go(client, article, colleague, name):
    publishing.hold(article, by=colleague)
    client.force_login(post(PortalFactory(), Role.HEAD))

    assert client.post(at(name, article)).status_code == 404
    assert holder_of(article) == colleague


def test_readers_of_the_portal_do_not_hold(article):
    with pytest.raises(NotAllowed):
        publishing.hold(article, by=post(article.portal, Role.ASSISTANT))


def test_submit_is_the_holders_and_lets_go(article, colleague):
    publishing.hold(article, by=colleague)
    with pytest.raises(Refused, match="đã nhận sửa tiếp"):
        publishing.submit(article, by=article.created_by)

    publishing.submit(article, by=colleague)

    assert not Article.objects.get().locked
