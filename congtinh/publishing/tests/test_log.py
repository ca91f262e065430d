import random

import pytest
from django.db import DatabaseError, connection, transaction

from congtinh.audit import chain
from congtinh.audit.chain import Verdict
from congtinh.audit.tests import tampering
from congtinh.news.tests.factories import ArticleFactory, decider, edited, published
from congtinh.organisation import actions as organisation
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PortalFactory, post
from congtinh.pages.receivers import structure_item
from congtinh.pages.tests.factories import StandingPageFactory
from congtinh.publishing import actions as publishing
from congtinh.publishing import live
from congtinh.publishing.models import Decision, Live, LiveHost, Publication, Rendering

pytestmark = pytest.mark.django_db
LENGTH = 12


def standing() -> dict[str, list]:
    """What readers can be shown now, in every column."""
    current = Live.objects.values("publication")
    return {
        "live": list(Live.objects.order_by("pk").values()),
        "hosts": list(LiveHost.objects.order_by("pk").values()),
        "renderings": list(
            Rendering.objects.filter(pk__in=current).order_by("pk").values()
        ),
    }  # fmt: skip


def busy_province() -> None:
    """Articles, pages and structures: published, corrected, withdrawn, published again."""
    general, component = PortalFactory(general=True), PortalFactory()
    moderator = decider(component)
    for text in (
        ArticleFactory(portal=component, illustrated=True),
        ArticleFactory(portal=component, english=True), StandingPageFactory(portal=general),
    ):  # fmt: skip
        published(text)
    corrected = ArticleFactory(portal=component)
    published(corrected, by=moderator)
    published(edited(corrected, lead="Lần hai."), by=moderator, correction="Sửa")
    gone, back = ArticleFactory(portal=component), ArticleFactory(portal=component)
    for text in (gone, back):
        published(text, by=moderator)
        publishing.withdraw(text.item, by=moderator, reason="Sai")
    published(edited(back, lead="Đã sửa."), by=moderator)
    organisation.change_portal(component, by=None, name="Tên mới")
    organisation.add_host(component, "khac.tinh.example", by=None)


@pytest.mark.slow
@pytest.mark.clause("Đ14.1", "Đ19")
def test_verify_finds_200_of_200_tamperings_planted_in_the_log() -> None:
    portal = PortalFactory()
    for number in range(LENGTH - 1):
        organisation.change_portal(portal, by=None, name=f"Cổng lần {number}")
    steps = tampering.plan(Publication, LENGTH, random.Random(2008), 200)

    found = {}
    for number, step in enumerate(steps):
        with tampering.planted(Publication, step, LENGTH) as planted:
            found[number, planted.what] = (chain.verify(Publication).broken, planted.broken)

    assert {what: pair for what, pair in found.items() if pair[0] != pair[1]} == {}
    assert len(found) == 200
    assert chain.verify(Publication) == Verdict(LENGTH)


@pytest.mark.clause("Đ14.1")
@pytest.mark.parametrize(
    "table", ["publishing_publication", "publishing_decision", "publishing_transition"]
)
def test_database_refuses_to_change_or_remove_what_was_decided(table: str) -> None:
    published(ArticleFactory())
    column = "verb"

    for statement in (f"UPDATE {table} SET {column} = 'x'", f"DELETE FROM {table}"):
        with (
            pytest.raises(DatabaseError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


@pytest.mark.clause("Đ13.1", "Đ14.1")
def test_log_is_without_gaps_and_names_a_decision_for_each_entry() -> None:
    busy_province()

    numbers = list(Publication.objects.order_by("seq").values_list("seq", flat=True))
    assert numbers == [*range(1, len(numbers) + 1)]
    assert chain.verify(Publication) == Verdict(len(numbers))
    for row in Publication.objects.all():
        decision = Decision.objects.get(pk=row.decision)
        assert (row.decided_by, row.capacity, row.decided_at) == (
            decision.by_name, decision.capacity, decision.at,
        )  # fmt: skip
        assert decision.content_hash == row.content_hash


@pytest.mark.clause("Đ14.1")
def test_rebuild_gives_what_stands() -> None:
    busy_province()
    before = standing()
    assert len(before["live"]) == 7

    read = live.rebuild()

    assert standing() == before
    assert read == Publication.objects.count()


def test_rebuild_mends_what_was_lost_or_wrong() -> None:
    busy_province()
    before = standing()
    Rendering.objects.all().delete()
    LiveHost.objects.all().delete()
    Live.objects.filter(kind="page").delete()

    live.rebuild()

    assert standing() == before


@pytest.mark.clause("Đ2.1", "Đ2.2", "Đ11.1")
def test_structure_of_a_portal_is_published_by_the_deed_that_changes_it() -> None:
    portal = PortalFactory(hosts=["so.tinh.vn"])
    item = structure_item(portal)

    organisation.change_portal(portal, by=None, name="Tên mới")
    organisation.change_portal(portal, by=None, name="Tên mới")
    organisation.add_host(portal, "so-moi.tinh.vn", by=None)

    rows = Publication.objects.filter(item=item).order_by("seq")
    assert [row.title for row in rows] == [rows[0].title, "Tên mới", "Tên mới"]
    assert [row.version for row in rows] == [1, 2, 3]
    assert list(LiveHost.objects.order_by("host").values_list("host", "portal", "canonical")) == [
        ("so-moi.tinh.vn", portal.code, False), ("so.tinh.vn", portal.code, True),
    ]  # fmt: skip
    assert Decision.objects.get(pk=rows[1].decision).verb == "announce"
    shown = Live.objects.get(item=item)
    assert (shown.path, shown.listed) == ("/", False)


@pytest.mark.clause("Đ3.2", "Đ5.1")
def test_structure_names_the_head_of_the_board_from_the_day_of_appointment() -> None:
    portal = PortalFactory()
    post(portal, Role.MODERATE)

    def editor() -> str:
        return Live.objects.get(item=structure_item(portal)).publication.rendering.data["editor"]

    assert editor() == ""
    head = post(portal, Role.HEAD)
    assert editor() == str(head)
    organisation.end_appointment(head.appointments.get(), by=None, reason="Nghỉ hưu")
    assert editor() == ""


def test_section_opened_on_a_portal_is_public_at_once() -> None:
    portal = PortalFactory()

    organisation.make_section(portal, by=None, slug="hoi-dap", kind=8, name="Hỏi đáp")

    shown = Live.objects.get(item=structure_item(portal)).publication.rendering.data
    assert "hoi-dap" in {section["slug"] for section in shown["sections"]}
