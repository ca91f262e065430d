"""Many texts at once leave the same traces as one by one."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from congtinh.audit import chain
from congtinh.audit.models import Entry
from congtinh.news.models import Article
from congtinh.news.tests.factories import ArticleFactory, ImageFactory, published
from congtinh.organisation.refusal import NotAllowed, Refused
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import AreaFactory, PortalFactory, post
from congtinh.publishing import actions as publishing
from congtinh.publishing import live, standing
from congtinh.publishing.models import Decision, Live, Publication, Rendering

BODIES = (
    "<p>Cầu dài <b>hai cây số</b>.</p>",
    "<h2>Việc đã làm</h2><ul><li>Đào mương</li><li>Trồng cây</li></ul>",
    "<p>Giá < 5.000 đồng &amp; không đổi.</p>",
)
TITLES = ("Cầu mới", "Chợ đêm", "Trường học mở cửa", "Số 12/2009", "«»")


def unsaved(portal, area, title="Cầu mới", body=BODIES[0], picture=None, **values):
    section = portal.sections.get(slug="tin-tuc")
    shown = {"picture": picture, "picture_alt": "Cầu mới"} if picture else {}
    return Article(
        portal=portal, section=section, area=area, title=title, lead="Sáng nay.",
        body=[("text", body)], **shown, **values,
    )  # fmt: skip


def lot(portal, by, **values):
    return publishing.decide_import(portal, by=by, reason="Chuyển từ trang cũ", **values)


def published_lot(contents, by, **values):
    decision = lot(contents[0].portal, by, **values)
    records = [publishing.Record(content) for content in contents]
    return publishing.publish_many(records, by=by, decision=decision)


def what_readers_get(portal):
    rows = Live.objects.filter(portal=portal.code, kind="article").order_by("position")
    return [
        (
            row.path, row.section, row.language, row.area, row.general, row.listed,
            row.publication.title, row.publication.summary, row.publication.version,
            row.publication.files, row.publication.event_on,
            row.publication.rendering.body, row.publication.rendering.card,
            row.publication.rendering.data,
        )
        for row in rows.select_related("publication__rendering")
    ]  # fmt: skip


@pytest.mark.slow
class TestManyEqualOnes(TestCase):
    @settings(max_examples=8, deadline=None, phases=[Phase.generate])
    @given(
        texts=st.lists(
            st.tuples(st.sampled_from(TITLES), st.sampled_from(BODIES), st.booleans()),
            min_size=1, max_size=6,
        )
    )  # fmt: skip
    def test_publish_many_leaves_what_single_approvals_leave(self, texts):
        area = AreaFactory()
        one, many = PortalFactory(), PortalFactory()
        for portal in (one, many):
            picture = ImageFactory(portal=portal)
            portal.picture = picture
        moderator, head = post(one, Role.MODERATE), post(many, Role.HEAD)
        for title, body, shown in texts:
            content = unsaved(one, area, title, body, one.picture if shown else None)
            content.created_by = post(one, Role.UPDATE)
            content.save()
            published(content, by=moderator)
        published_lot(
            [unsaved(many, area, t, b, many.picture if s else None) for t, b, s in texts], head
        )
        singly, together = what_readers_get(one), what_readers_get(many)
        assert [_without_numbers(row) for row in singly] == [
            _without_numbers(row) for row in together
        ]
        assert chain.verify(Publication) and chain.verify(Entry)
        before = _derived()
        live.rebuild()
        assert _derived() == before


def _without_numbers(row):
    """Two portals have records of one picture; the numbers differ, the files do not."""
    return [re.sub(r"image:\d+", "image", part) if isinstance(part, str) else part for part in row]


def _derived():
    shown = Rendering.objects.filter(publication__live__isnull=False)
    return list(Live.objects.order_by("pk").values()), list(shown.order_by("pk").values())


@pytest.mark.django_db
def test_publish_many_puts_one_decision_and_one_entry_on_record():
    portal, area = PortalFactory(), AreaFactory()
    head = post(portal, Role.HEAD)
    outcome = published_lot([unsaved(portal, area, f"Bài {n}") for n in range(3)], head)
    [decision] = Decision.objects.filter(verb="import")
    assert {one.decision for one in outcome.publications} == {decision.pk}
    [entry] = Entry.objects.filter(action="publication.import")
    first, last = outcome.publications[0].seq, outcome.publications[-1].seq
    assert entry.object_label == f"{first}–{last}"
    assert entry.reason == "Chuyển từ trang cũ"


@pytest.mark.django_db
def test_publish_many_fills_the_lists_of_staff():
    portal, area = PortalFactory(), AreaFactory()
    published_lot([unsaved(portal, area)], post(portal, Role.HEAD))
    [article] = Article.objects.all()
    assert standing.stage_of(article).code == "published"


@pytest.mark.django_db
def test_publish_many_keeps_the_day_of_first_publication():
    portal, area = PortalFactory(), AreaFactory()
    head, then = post(portal, Role.HEAD), datetime(2019, 5, 1, tzinfo=UTC)
    record = publishing.Record(unsaved(portal, area), then)
    publishing.publish_many([record], by=head, decision=lot(portal, head))
    assert Live.objects.get(kind="article").first_published_at == then


@pytest.mark.django_db
def test_publish_many_leaves_out_what_does_not_pass_with_reasons():
    portal, other, area = PortalFactory(), PortalFactory(), AreaFactory()
    head = post(portal, Role.HEAD)
    later = timezone.now() + timedelta(days=1)
    foreign = unsaved(portal, area, "Chuyên mục khác")
    foreign.section = other.sections.get(slug="tin-tuc")
    records = [
        publishing.Record(unsaved(portal, area, "Bài được")),
        publishing.Record(unsaved(portal, area, "Gọi 0912345678", "<p>Gọi 0912 345 678</p>")),
        publishing.Record(unsaved(portal, None, "Không lĩnh vực")),
        publishing.Record(unsaved(portal, area, "Tương lai"), later),
        publishing.Record(foreign),
        publishing.Record(unsaved(portal, area, "x" * 201)),
        publishing.Record(unsaved(other, area, "Cổng khác")),
    ]
    outcome = publishing.publish_many(records, by=head, decision=lot(portal, head))
    assert [one.title for one in outcome.publications] == ["Bài được"]
    assert sorted(outcome.refused) == [1, 2, 3, 4, 5, 6]
    assert Article.objects.count() == 1


@pytest.mark.django_db
def test_publish_many_takes_what_the_decider_accepted_beforehand():
    portal, area = PortalFactory(), AreaFactory()
    content = unsaved(portal, area, "Số máy", "<p>Gọi 0912 345 678</p>")
    outcome = published_lot([content], post(portal, Role.HEAD), accepted=["phone_number"])
    assert len(outcome.publications) == 1
    assert Decision.objects.get(verb="import").checks[0]["issue"] == "phone_number"


@pytest.mark.django_db
def test_publish_many_gives_equal_titles_different_addresses():
    portal, area = PortalFactory(), AreaFactory()
    head = post(portal, Role.HEAD)
    published_lot([unsaved(portal, area), unsaved(portal, area)], head)
    published_lot([unsaved(portal, area)], head)
    paths = set(Live.objects.filter(kind="article").values_list("path", flat=True))
    assert paths == {"/tin-tuc/cau-moi", "/tin-tuc/cau-moi-2", "/tin-tuc/cau-moi-3"}


@pytest.mark.django_db
def test_publish_many_refuses_a_second_time():
    portal, area = PortalFactory(), AreaFactory()
    head, content = post(portal, Role.HEAD), unsaved(portal, area)
    published_lot([content], head)
    again = unsaved(portal, area, item=content.item)
    outcome = published_lot([again], head)
    assert outcome.publications == [] and list(outcome.refused) == [0]


@pytest.mark.django_db
def test_publish_many_refuses_an_address_asked_for_by_name_that_was_public():
    portal, area = PortalFactory(), AreaFactory()
    head = post(portal, Role.HEAD)
    taken = published(ArticleFactory(portal=portal, area=area, title="Cầu mới"))
    publishing.withdraw(taken.item, by=head, reason="Sai số liệu")
    outcome = published_lot([unsaved(portal, area, slug="cau-moi")], head)
    assert list(outcome.refused) == [0]


@pytest.mark.django_db
def test_decide_import_refuses_whoever_may_not_approve_there():
    portal = PortalFactory()
    with pytest.raises(NotAllowed):
        lot(portal, post(portal, Role.UPDATE))


@pytest.mark.django_db
def test_decide_import_refuses_unknown_checks_and_an_empty_reason():
    portal = PortalFactory()
    head = post(portal, Role.HEAD)
    with pytest.raises(Refused, match="lạ-lùng"):
        lot(portal, head, accepted=["lạ-lùng"])
    with pytest.raises(Refused):
        publishing.decide_import(portal, by=head, reason=" ")


@pytest.mark.django_db
def test_publish_many_refuses_the_decision_of_another():
    portal, area = PortalFactory(), AreaFactory()
    head, moderator = post(portal, Role.HEAD), post(portal, Role.MODERATE)
    record = publishing.Record(unsaved(portal, area))
    with pytest.raises(Refused):
        publishing.publish_many([record], by=moderator, decision=lot(portal, head))
