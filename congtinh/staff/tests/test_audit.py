import csv
import io
from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.utils import timezone

from congtinh.audit import actions as audit
from congtinh.audit.models import Entry
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PortalFactory, again, post
from congtinh.staff import queries
from congtinh.staff.views.audit import guarded

pytestmark = [pytest.mark.django_db, pytest.mark.clause("Đ14.1")]


def _entry(action="content.edit", portal="", **values):
    with transaction.atomic():
        return audit.record(action, by=values.pop("by", None), portal=portal, **values)


def _client(person):
    client = Client()
    client.force_login(person)
    return client


def _seen(person, **filters):
    return {entry.seq for entry in queries.entries(again(person), filters)}


def test_show_only_entries_of_own_portals():
    portal, other = PortalFactory(), PortalFactory()
    moderator = post(portal, Role.MODERATE)
    mine = _entry(portal=portal.code, label="Của mình")
    foreign, province = _entry(portal=other.code, label="Của cổng khác"), _entry(label="Của tỉnh")
    seen = _seen(moderator)
    assert mine.seq in seen
    assert not {foreign.seq, province.seq} & seen
    page = _client(moderator).get("/admin/nhat-ky/").content.decode()
    assert "Của mình" in page
    assert "Của cổng khác" not in page


def test_show_the_province_to_readers_of_the_general_portal():
    general = PortalFactory(general=True)
    province, foreign = _entry(), _entry(portal=PortalFactory().code)
    seen = _seen(post(general, Role.HEAD))
    assert province.seq in seen
    assert foreign.seq not in seen


def test_show_technician_technical_entries_everywhere_and_nothing_editorial():
    general, portal = PortalFactory(general=True), PortalFactory()
    technician = post(general, Role.TECHNICIAN)
    technical = _entry("section.change", portal=portal.code)
    editorial = [_entry(portal=code) for code in (general.code, portal.code, "")]
    seen = _seen(technician)
    assert technical.seq in seen
    assert not {entry.seq for entry in editorial} & seen


def test_refuse_who_may_not_read():
    client = _client(post(PortalFactory(), Role.UPDATE))
    for path in ("/admin/nhat-ky/", "/admin/nhat-ky/xuat/"):
        answer = client.get(path)
        assert (answer.status_code, answer.headers.get("Location")) == (302, "/admin/")
    client.post("/admin/nhat-ky/kiem-tra/")
    assert not Entry.objects.filter(action__startswith="audit.").exists()


def test_filter_by_each_field():
    general = PortalFactory(general=True)
    head = post(general, Role.HEAD)
    with time_machine.travel("2026-03-02T18:00:00Z", tick=False):
        wanted = _entry("review.approve", by=head, portal=general.code, id="7f3c", label="Cầu mới")
    for filters in (
        {"action": "review.approve"},
        {"who": head.username, "action": "review.approve"},
        {"about": "7f3c"},
        {"about": "Cầu m"},
        # 18:00 UTC is the next morning in Vietnam.
        {
            "since": timezone.datetime(2026, 3, 3).date(),
            "until": timezone.datetime(2026, 3, 3).date(),
        },
    ):
        assert _seen(head, **filters) == {wanted.seq}, filters
    assert wanted.seq not in _seen(head, portal="khac")
    assert wanted.seq not in _seen(head, until=timezone.datetime(2026, 3, 2).date())


def test_ignore_broken_filters_and_say_so():
    head = post(PortalFactory(general=True), Role.HEAD)
    answer = _client(head).get("/admin/nhat-ky/?since=hôm-qua&portal=khong-co&truoc=x")
    assert answer.status_code == 200
    assert "ct-filters__error" in answer.content.decode()


def test_page_by_keyset():
    general = PortalFactory(general=True)
    head = post(general, Role.HEAD)
    for number in range(60):
        _entry(portal=general.code, label=f"Bài số {number}.")
    client = _client(head)
    first = client.get("/admin/nhat-ky/?action=content.edit").context
    assert len(first["entries"]) == 50
    rest = client.get(f"/admin/nhat-ky/?action=content.edit&truoc={first['older']}").context
    assert (len(rest["entries"]), rest["older"]) == (10, None)
    assert {e.seq for e in first["entries"]}.isdisjoint(e.seq for e in rest["entries"])


def test_show_before_and_after():
    general = PortalFactory(general=True)
    _entry(portal=general.code, before={"title": "Cũ<b>"}, after={"title": "Mới"})
    page = _client(post(general, Role.HEAD)).get("/admin/nhat-ky/").content.decode()
    assert "Cũ&lt;b&gt;" in page
    assert "<td>Mới</td>" in page


def _export(person, query=""):
    answer = _client(person).get(f"/admin/nhat-ky/xuat/{query}")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_export_what_is_filtered_and_put_that_on_record():
    general = PortalFactory(general=True)
    head = post(general, Role.HEAD)
    _entry(portal=general.code, label='=HYPERLINK("x")', reason="+1")
    rows = _export(head, "?action=content.edit")
    assert len(rows) == 1
    assert rows[0]["đối tượng"] == '\'=HYPERLINK("x")'
    assert rows[0]["lý do"] == "'+1"
    assert rows[0]["thao tác"] == "Sửa bài"
    assert Entry.objects.get(action="audit.export").after == '{"action":"content.edit"}'


def test_export_in_the_language_of_the_person():
    general = PortalFactory(general=True)
    head = post(general, Role.HEAD)
    type(head).objects.filter(pk=head.pk).update(language="en")
    _entry("audit.verify", portal=general.code)
    assert "Check the chain of the audit log" in {
        value for row in _export(head) for value in row.values()
    }


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\tx", "\rx", "  =1"])
def test_guard_cells_against_formulas(cell):
    assert guarded(cell) == f"'{cell}"


def test_guard_leaves_ordinary_cells_alone():
    assert guarded("Cầu mới - thông xe") == "Cầu mới - thông xe"
    assert guarded(12) == "12"


def test_check_chain_and_keep_the_verdict():
    head = post(PortalFactory(general=True), Role.HEAD)
    client = _client(head)
    assert "Chuỗi chưa được kiểm tra" in client.get("/admin/nhat-ky/").content.decode()
    client.post("/admin/nhat-ky/kiem-tra/")
    assert "Chuỗi nguyên vẹn" in client.get("/admin/nhat-ky/").content.decode()
    client.post("/admin/nhat-ky/kiem-tra/")
    assert Entry.objects.filter(action="audit.verify").count() == 1
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        _client(head).post("/admin/nhat-ky/kiem-tra/")
    assert Entry.objects.filter(action="audit.verify").count() == 2


@pytest.mark.parametrize("count", [1, 3])
def test_list_with_few_queries(count, django_assert_max_num_queries):
    general = PortalFactory(general=True)
    client = _client(post(general, Role.HEAD))
    for _ in range(count):
        _entry(portal=general.code)
    with django_assert_max_num_queries(14):
        client.get("/admin/nhat-ky/")
