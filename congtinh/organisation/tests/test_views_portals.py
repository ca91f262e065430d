from datetime import date

import pytest
import time_machine

from congtinh.audit.models import Entry
from congtinh.organisation.models import Appointment, Area, Board, Person, Portal, Unit
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import (
    AreaFactory,
    PersonFactory,
    PortalFactory,
    UnitFactory,
    post,
)
from congtinh.organisation.tests.screens import at, known_person, new_mandate, new_person, signed_in
from congtinh.publishing.models import Publication

pytestmark = pytest.mark.django_db

#: Screens of one portal that whoever manages it opens, and nobody of another unit.
TABS = (
    "organisation_portal", "organisation_portal_change", "organisation_unit_change",
    "organisation_sections", "organisation_section_add", "organisation_board",
    "organisation_board_found", "organisation_appoint", "organisation_delegations",
    "organisation_hosts", "organisation_history",
)  # fmt: skip


def found_form(**values: object) -> dict[str, object]:
    return {
        "don-vi-way": "new", "don-vi-unit_code": "so-y-te", "don-vi-unit_kind": "department",
        "don-vi-unit_name": "Sở Y tế", "name": "Cổng Sở Y tế", "name_en": "Health",
        "kind": "component", "code": "so-y-te", "hosts": "soyte.tinh.vn\r\nyte.tinh.vn",
        "hue": "rose", "sections": ["tin-tuc", "gioi-thieu"], "starts_on": "4/11/2026",
        **new_person("truong-ban-", username="truong"), **new_mandate(), **values,
    }  # fmt: skip


@pytest.mark.clause("Đ8.3")
@pytest.mark.parametrize("role", [Role.HEAD, Role.ADMINISTER, Role.TECHNICIAN])
def test_portal_screens_open_for_those_who_manage_it(role: Role) -> None:
    portal = PortalFactory()
    client = signed_in(post(portal, role))

    assert {name: client.get(at(name, portal.code)).status_code for name in TABS} == dict.fromkeys(
        TABS, 200
    )
    for name in ("organisation_portals", "organisation_people", "organisation_areas",
                 "organisation_mandates"):  # fmt: skip
        assert client.get(at(name)).status_code == 200


@pytest.mark.clause("Đ8.3")
@pytest.mark.parametrize("role", [Role.UPDATE, Role.MODERATE, Role.DEPUTY, Role.ASSISTANT])
def test_portal_screens_are_missing_for_those_who_manage_nothing(role: Role) -> None:
    portal = PortalFactory()
    client = signed_in(post(portal, role))

    assert {client.get(at(name, portal.code)).status_code for name in TABS} == {404}
    for name in ("organisation_portals", "organisation_people", "organisation_areas",
                 "organisation_mandates"):  # fmt: skip
        assert client.get(at(name)).status_code == 404
    assert client.get(at("organisation_establish")).status_code == 403


@pytest.mark.clause("Đ8.3")
def test_portal_screens_are_missing_for_another_units_administrator_and_nothing_changes() -> None:
    portal = PortalFactory()
    client = signed_in(post(PortalFactory(), Role.ADMINISTER))
    before = Entry.objects.count()

    for name in TABS:
        assert client.get(at(name, portal.code)).status_code == 404
        assert client.post(at(name, portal.code), {"name": "Lén"}).status_code in {404, 405}
    move = at("organisation_section_move", portal.code, "tin-tuc")
    assert client.post(move, {"len": "1"}).status_code == 404
    assert Entry.objects.count() == before
    assert str(portal) not in client.get(at("organisation_portals")).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_portals_lists_hosts_heads_and_people_with_one_count_of_queries(
    count: int, django_assert_num_queries: object
) -> None:
    portals = [PortalFactory() for _number in range(count)]
    for portal in portals:
        post(portal, Role.HEAD)
    client = signed_in(post(portals[0], Role.TECHNICIAN))
    client.get(at("organisation_portals"))

    with django_assert_num_queries(15):
        page = client.get(at("organisation_portals")).content.decode()

    assert all(portal.hosts.get().host in page for portal in portals)


def test_portals_are_found_without_diacritics_and_by_kind() -> None:
    PortalFactory(general=True)
    health = PortalFactory(name="Cổng Sở Y tế")
    PortalFactory(name="Cổng Sở Giao thông")
    client = signed_in(post(health, Role.TECHNICIAN))

    def shown(query: str) -> list[str]:
        page = client.get(at("organisation_portals") + query).context["page"]
        return [portal.name for portal in page]

    assert shown("?tim=y te") == ["Cổng Sở Y tế"]
    assert shown("?loai=component&tim=cong so") == ["Cổng Sở Giao thông", "Cổng Sở Y tế"]
    assert shown("")[0] == "Cổng thông tin điện tử tỉnh"
    assert shown("?tim=khong-co") == []


@pytest.mark.clause("Đ3.2")
def test_portals_warn_of_posts_of_head_that_are_or_will_be_empty() -> None:
    empty, ending, kept = PortalFactory(), PortalFactory(), PortalFactory()
    technician = post(kept, Role.TECHNICIAN)
    post(ending, Role.HEAD, ends_on=date(2027, 3, 20))
    post(kept, Role.HEAD)

    with time_machine.travel("2027-03-01T08:00:00+07:00"):
        gaps = signed_in(technician).get(at("organisation_portals")).context["gaps"]

    assert [(gap.portal, gap.day) for gap in gaps] == [
        (empty, date(2027, 3, 1)), (ending, date(2027, 3, 21)),
    ]  # fmt: skip


@pytest.mark.clause("Đ2.2", "Đ3.2", "Đ11.1")
def test_establish_founds_everything_at_once_and_shows_the_passwords_once() -> None:
    technician = post(PortalFactory(general=True), Role.TECHNICIAN)
    admin = PersonFactory()

    done = signed_in(technician).post(
        at("organisation_establish"), found_form(**known_person(admin, "quan-tri-"))
    )

    portal = Portal.objects.get(code="so-y-te")
    head = Person.objects.get(username="truong")
    assert done.status_code == 200
    (shown, password), = done.context["given"]  # fmt: skip
    assert (shown, head.check_password(password), head.password_given) == (head, True, True)
    assert password not in "".join(Entry.objects.values_list("after", flat=True))
    assert [host.host for host in portal.hosts.order_by("-canonical")] == [
        "soyte.tinh.vn", "yte.tinh.vn",
    ]  # fmt: skip
    assert {(one.person, one.role) for one in portal.appointments.all()} == {
        (head, Role.HEAD), (admin, Role.ADMINISTER),
    }  # fmt: skip
    assert [row.slug for row in portal.sections.order_by("order")] == ["gioi-thieu", "tin-tuc"]
    assert portal.board.mandate.number == "9/QĐ-UBND"


@pytest.mark.clause("Đ2.1")
@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"hosts": "co.san.vn"}, "đã thuộc về"),
        ({"hosts": "http://sai.vn"}, "không hợp lệ"),
        ({"code": "co-san"}, "này đã có"),
        ({"don-vi-unit_code": "co-san"}, "Đã có đơn vị với mã này"),
        ({"truong-ban-username": "co.nguoi"}, "đã có người dùng"),
        ({"can-cu-signed_on": "31/2/2026"}, "không phải là ngày"),
        ({"can-cu-number": ""}, "Hãy điền mục này"),
        ({"don-vi-way": "known"}, "Hãy điền mục này"),
    ],
)
def test_establish_refuses_bad_input_keeps_what_was_typed_and_leaves_nothing(
    wrong: dict[str, str], words: str
) -> None:
    general = PortalFactory(general=True)
    technician = post(general, Role.TECHNICIAN)
    PortalFactory(code="co-san", hosts=["co.san.vn"], unit=UnitFactory(code="co-san"))
    admin = PersonFactory(username="co.nguoi")
    client = signed_in(technician)
    counts = [model.objects.count() for model in (Portal, Unit, Person, Appointment, Board, Entry)]

    answer = client.post(
        at("organisation_establish"), found_form(**known_person(admin, "quan-tri-"), **wrong)
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert 'class="ct-errors"' in page
    assert 'value="Cổng Sở Y tế"' in page
    assert counts == [
        model.objects.count() for model in (Portal, Unit, Person, Appointment, Board, Entry)
    ]


@pytest.mark.clause("Đ3.4")
@pytest.mark.parametrize("role", [Role.HEAD, Role.ADMINISTER])
def test_establish_and_what_is_the_ict_centres_is_refused_with_reasons(role: Role) -> None:
    portal = PortalFactory()
    client = signed_in(post(portal, role))

    for name, args, typed in [
        ("organisation_establish", [], found_form()),
        ("organisation_hosts", [portal.code], {"host": "moi.tinh.vn"}),
        ("organisation_areas", [], {"name": "Y tế", "name_en": "Health", "code": "y-te"}),
    ]:
        answer = client.post(at(name, *args), typed)
        assert answer.status_code == 403
        assert answer.context["reasons"]
    assert Portal.objects.count() == 1
    assert portal.hosts.count() == 1
    assert not Area.objects.exists()


def test_change_portal_saves_and_cannot_reach_code_or_kind() -> None:
    portal = PortalFactory()
    client = signed_in(post(portal, Role.ADMINISTER))

    done = client.post(
        at("organisation_portal_change", portal.code),
        {"name": "Tên mới", "name_en": "New", "hue": "plum", "code": "khac", "kind": "general"},
    )

    changed = Portal.objects.get(pk=portal.pk)
    assert done.status_code == 302
    assert (changed.name, changed.hue, changed.bilingual) == ("Tên mới", "plum", False)
    assert (changed.code, changed.kind) == (portal.code, portal.kind)
    wrong = client.post(at("organisation_portal_change", portal.code), {"name": "", "hue": "coal"})
    assert wrong.status_code == 422
    assert {"name", "hue"} == set(wrong.context["parts"][0].errors)


@pytest.mark.clause("Đ2.2", "Đ11.1")
def test_change_unit_tells_readers_in_the_same_deed() -> None:
    portal = PortalFactory()
    client = signed_in(post(portal, Role.ADMINISTER))
    before = Publication.objects.filter(portal=portal.code).count()

    client.post(
        at("organisation_unit_change", portal.code),
        {"name": portal.unit.name, "address": "Số 1 Bờ Vịnh", "email": "", "duties": "Quản lý"},
    )

    assert Unit.objects.get(pk=portal.unit_id).address == "Số 1 Bờ Vịnh"
    latest = Publication.objects.filter(portal=portal.code).latest("seq")
    assert Publication.objects.filter(portal=portal.code).count() == before + 1
    assert "Số 1 Bờ Vịnh" in str(latest.content)


def test_sections_are_added_renamed_and_ordered() -> None:
    portal = PortalFactory()
    client = signed_in(post(portal, Role.ADMINISTER))
    typed = {"name": "Hỏi đáp", "name_en": "Q&A", "kind": "8", "slug": "hoi-dap"}

    client.post(at("organisation_section_add", portal.code), typed)
    again = client.post(at("organisation_section_add", portal.code), typed)
    client.post(
        at("organisation_section_change", portal.code, "hoi-dap"),
        {"name": "Hỏi và đáp", "kind": "8", "slug": "khac"},
    )
    moved = client.post(at("organisation_section_move", portal.code, "hoi-dap"), {"len": "1"})
    client.post(at("organisation_section_move", portal.code, "gioi-thieu"), {"len": "1"})

    rows = list(portal.sections.order_by("order").values_list("slug", "name"))
    assert again.status_code == 422
    assert moved.url.endswith("#muc-hoi-dap")
    assert rows[-2:] == [("hoi-dap", "Hỏi và đáp"), ("thong-bao", "Thông báo")]
    assert rows[0][0] == "gioi-thieu"


def test_hosts_and_areas_are_added_by_the_technician() -> None:
    portal = PortalFactory(hosts=["cu.tinh.vn"])
    client = signed_in(post(portal, Role.TECHNICIAN))

    taken = client.post(at("organisation_hosts", portal.code), {"host": "CU.tinh.vn"})
    added = client.post(at("organisation_hosts", portal.code), {"host": "Moi.tinh.vn"})
    client.post(at("organisation_areas"), {"name": "Y tế", "name_en": "Health", "code": "y-te"})
    double = client.post(
        at("organisation_areas"), {"name": "Y tế", "name_en": "Health", "code": "y-te"}
    )

    assert (taken.status_code, added.status_code) == (422, 302)
    assert "đã thuộc về" in taken.content.decode()
    assert portal.hosts.filter(host="moi.tinh.vn", canonical=False).exists()
    assert (double.status_code, Area.objects.count()) == (422, 1)
    assert "code" in double.context["parts"][0].errors


def test_history_shows_the_organisation_and_nothing_editorial() -> None:
    portal = PortalFactory()
    client = signed_in(post(portal, Role.ADMINISTER))
    AreaFactory()

    page = client.get(at("organisation_history", portal.code))

    actions = {entry.action for entry in page.context["page"]}
    assert actions == {"portal.establish", "appointment.make"}
    assert "Bổ nhiệm, phân quyền" in page.content.decode()
