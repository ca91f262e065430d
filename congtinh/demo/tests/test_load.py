from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from congtinh.audit import chain
from congtinh.audit.models import Entry
from congtinh.demo import load, texts
from congtinh.demo.calendar import Calendar, chance
from congtinh.demo.founding import PASSWORD, sign_ins
from congtinh.demo.generated import text
from congtinh.demo.large import load_large
from congtinh.media.models import PortalImage, PreparedPicture
from congtinh.news.models import Article
from congtinh.organisation.models import Person, Portal
from congtinh.organisation.refusal import Refused
from congtinh.organisation.tests.factories import PortalFactory
from congtinh.publishing import live, standing
from congtinh.publishing.models import Handover, Live, Notice, Publication, Review

NOW = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)


def one_of_each(entries):
    """The first text of every state and hand-over, and a translation with its original."""
    chosen = {}
    for entry in (one for one in entries if not one.get("translation_of")):
        chosen.setdefault((entry.get("state"), entry.get("handover", "none")), entry)
    translation = next(entry for entry in entries if entry.get("translation_of"))
    original = next(entry for entry in entries if entry["id"] == translation["translation_of"])
    kept = {entry["id"]: entry for entry in (*chosen.values(), original, translation)}
    return tuple(_without_pictures(entry) for entry in kept.values())


def _without_pictures(entry):
    body = [block for block in entry["body"] if "image" not in block and "gallery" not in block]
    return {**entry, "body": body, "picture": None}


@pytest.fixture
def loaded(db):
    steps = []
    chosen = one_of_each(texts.articles())
    pages = texts.pages()[:2]
    load.load(lambda done, total, words: steps.append((done, total)), news=chosen, standing=pages)
    assert [done for done, _total in steps] == list(range(1, len(steps) + 1))
    return chosen


@pytest.mark.slow
def test_load_plays_the_past_in_the_order_of_time(loaded):
    for model, moment in ((Publication, "published_at"), (Entry, "at")):
        moments = list(model.objects.order_by("seq").values_list(moment, flat=True))
        assert moments == sorted(moments)
        assert chain.verify(model)
    assert Publication.objects.order_by("seq").first().published_at.year < datetime.now(UTC).year


@pytest.mark.slow
def test_load_leaves_texts_in_every_state(loaded):
    articles = list(Article.objects.all())
    standing.attach(articles)
    found = {article.stage.code for article in articles}
    assert found == {
        "draft", "open", "sent_back", "declined", "scheduled", "published", "withdrawn",
        "revising",
    }  # fmt: skip
    assert set(Handover.objects.values_list("state", flat=True)) == {
        "offered", "taken_up", "declined", "published", "source_changed", "source_withdrawn",
    }  # fmt: skip


@pytest.mark.slow
def test_load_gives_readers_what_the_log_says(loaded):
    before = list(Live.objects.order_by("pk").values())
    live.rebuild()
    assert list(Live.objects.order_by("pk").values()) == before
    assert Publication.objects.exclude(correction="").count() >= 1


@pytest.mark.slow
def test_load_dates_working_copies_by_their_last_save(loaded):
    newest = {review.item: review for review in Review.objects.order_by("pk")}
    for review in newest.values():
        if review.kind != "article":
            continue
        article = Article.objects.get(item=review.item)
        if standing.stage_of(article).code == "published":
            assert article.updated_at <= review.closed_at


@pytest.mark.slow
def test_load_joins_translations(loaded):
    english = Article.objects.filter(language="en").first()
    assert Article.objects.filter(translation_key=english.translation_key).count() == 2


@pytest.mark.slow
def test_load_leaves_only_late_notices_unread(loaded):
    oldest = Notice.objects.filter(read_at=None).order_by("created_at").first()
    assert oldest is None or oldest.created_at > datetime.now(UTC) - timedelta(days=4)
    assert not Notice.objects.filter(mailed_at=None).exists()


@pytest.mark.slow
def test_people_of_the_demo_sign_in_with_the_shown_password(loaded):
    for username, _name, _role, _place in sign_ins():
        person = Person.objects.get(username=username)
        assert person.check_password(PASSWORD)
    assert load.is_there()


@pytest.mark.django_db
def test_load_leaves_nothing_when_it_breaks_off():
    def break_off(done, total, words):
        if done == 150:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load.load(break_off, news=(), standing=())
    assert not Portal.objects.exists()
    assert not Entry.objects.exists()


@pytest.mark.django_db
def test_is_there_refuses_a_database_with_other_portals():
    PortalFactory()
    with pytest.raises(Refused):
        load.is_there()


@pytest.mark.long
@pytest.mark.django_db
def test_load_takes_every_text_and_picture():
    load.load(lambda done, total, words: None)
    states = Counter(entry.get("state", "published") for entry in texts.articles())
    assert Review.objects.filter(state="sent_back").count() == states["sent_back"]
    assert PreparedPicture.objects.count() == len(
        texts.picture_names(texts.articles() + texts.pages())
    )
    # One file for all portals that show it.
    files = set(PortalImage.objects.values_list("sha256", "file"))
    assert len(files) == PreparedPicture.objects.count()


@pytest.mark.django_db
def test_large_province_grows_to_the_wanted_size_and_no_further():
    told = []
    assert load_large(2, 7, lambda done, total, words: told.append((done, total))) == 7
    assert Live.objects.filter(kind="article").count() == 7
    assert told[-1] == (7, 7)
    assert load_large(2, 9, lambda done, total, words: None) == 2
    assert load_large(2, 9, lambda done, total, words: None) == 0
    assert Article.objects.count() == 9
    assert chain.verify(Publication) and chain.verify(Entry)


@pytest.mark.parametrize("number", range(200))
def test_generated_text_is_the_same_each_time_and_readable(number):
    told = text(number)
    assert told == text(number)
    assert 20 < len(told.title) <= 120
    assert told.lead.endswith(".") and "{" not in told.lead + told.body
    assert told.area in {area["slug"] for area in texts.province()["areas"]}


def test_moments_end_before_now_in_their_order():
    calendar = Calendar(NOW)
    found = calendar.moments(NOW - timedelta(minutes=30), [60, 60, 600], "bai")
    assert found == sorted(found)
    assert found[-1] <= NOW - timedelta(minutes=5)


def test_moments_keep_their_start_when_there_is_time():
    calendar = Calendar(NOW)
    start = calendar.morning(10, "bai")
    assert calendar.moments(start, [10], "bai")[0] >= start + timedelta(minutes=10)
    assert chance("bai", 140) == chance("bai", 140) < 140
