import pytest

from congtinh.audit.models import Entry
from congtinh.organisation import actions
from congtinh.organisation.models import InformationKind, Portal
from congtinh.organisation.refusal import NotAllowed, Refused
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import (
    AreaFactory,
    MandateFactory,
    PortalFactory,
    UnitFactory,
    post,
)

pytestmark = pytest.mark.django_db


@pytest.mark.clause("Đ2.2", "Đ11.1", "Đ11.2", "Đ11.3", "Đ11.4", "Đ11.5", "Đ11.6", "Đ11.7", "Đ11.8")
def test_establish_portal_opens_a_section_for_each_kind_of_information() -> None:
    portal = PortalFactory()

    assert [section.kind for section in portal.sections.order_by("order")] == list(InformationKind)
    assert all(section.name and section.name_en for section in portal.sections.all())


@pytest.mark.clause("Đ2.1")
def test_establish_portal_answers_on_several_hosts_of_which_one_is_canonical() -> None:
    portal = actions.establish_portal(
        UnitFactory(), by=None, code="tong-hop", kind="general", name="Cổng tỉnh",
        hosts=["quangninh.gov.vn", " Halong.GOV.vn. "],
    )  # fmt: skip

    rows = portal.hosts.order_by("-canonical").values_list("host", "canonical")
    assert list(rows) == [("quangninh.gov.vn", True), ("halong.gov.vn", False)]


@pytest.mark.clause("Đ2.1", "Đ2.2")
@pytest.mark.parametrize(
    "host",
    [
        "", "a b", "-a.vn", "a-.vn", "a..vn", ".vn", "a_b.vn", "tỉnh.vn", "a.vn:80", "a/b",
        "x" * 64 + ".vn", ".".join(["abcdefgh"] * 29), "http://a.vn", "a.vn\n.b.vn",
    ],
)  # fmt: skip
def test_establish_portal_refuses_a_malformed_host(host: str) -> None:
    with pytest.raises(Refused, match="không hợp lệ"):
        PortalFactory(hosts=[host])
    assert not Portal.objects.exists()


@pytest.mark.clause("Đ2.1", "Đ2.2")
def test_establish_portal_refuses_a_host_already_taken_and_leaves_nothing_behind() -> None:
    held = PortalFactory(hosts=["y-te.tinh.vn"])

    with pytest.raises(Refused, match=f"đã thuộc về {held}"):
        PortalFactory(hosts=["moi.tinh.vn", "Y-TE.tinh.vn"])
    with pytest.raises(Refused, match="đã thuộc về"):
        actions.add_host(PortalFactory(), "y-te.tinh.vn", by=None)

    assert Portal.objects.filter(hosts__host="moi.tinh.vn").count() == 0


def test_establish_portal_refuses_what_would_break_the_register() -> None:
    held = PortalFactory(general=True)

    with pytest.raises(Refused):
        PortalFactory(code=held.code)
    with pytest.raises(Refused):
        PortalFactory(unit=held.unit)
    with pytest.raises(Refused):
        actions.establish_portal(
            UnitFactory(), by=None, code="khac", kind="general", name="Hai", hosts=["hai.vn"]
        )
    with pytest.raises(Refused, match="ít nhất một tên miền"):
        PortalFactory(hosts=[])
    assert Portal.objects.count() == 1


@pytest.mark.clause("Đ3.4")
def test_establish_portal_is_the_ict_centres_alone() -> None:
    general = PortalFactory(general=True)

    with pytest.raises(NotAllowed):
        actions.establish_portal(
            UnitFactory(), by=post(general, Role.HEAD), code="moi", name="Mới", hosts=["moi.vn"]
        )
    made = actions.establish_portal(
        UnitFactory(), by=post(general, Role.TECHNICIAN), code="moi", name="Mới", hosts=["moi.vn"]
    )
    assert Entry.objects.filter(action="portal.establish", portal="moi").exists()
    assert made.kind == Portal.Kind.COMPONENT


def test_add_unit_and_add_area_refuse_a_code_already_used() -> None:
    unit, area = UnitFactory(), AreaFactory()

    with pytest.raises(Refused):
        UnitFactory(code=unit.code)
    with pytest.raises(Refused):
        AreaFactory(code=area.code)


@pytest.mark.clause("Đ8.3")
def test_change_portal_changes_names_and_never_the_code() -> None:
    portal = PortalFactory()
    admin = post(portal, Role.ADMINISTER)

    changed = actions.change_portal(portal, by=admin, name="Tên mới", hue="coal")

    assert (changed.name, changed.hue) == ("Tên mới", "coal")
    entry = Entry.objects.filter(action="portal.change").latest("seq")
    assert {(name, new) for name, _old, new in entry.changes} == {
        ("hue", "coal"), ("name", "Tên mới"),
    }  # fmt: skip
    for values in ({"code": "khac"}, {"kind": "general"}, {"unit": UnitFactory()}):
        with pytest.raises(ValueError, match="not to be changed"):
            actions.change_portal(portal, by=admin, **values)
    with pytest.raises(NotAllowed):
        actions.change_portal(portal, by=post(portal, Role.UPDATE), name="Lén")
    with pytest.raises(Refused):
        actions.change_portal(portal, by=admin, name="")


@pytest.mark.clause("Đ11.8")
def test_make_section_refuses_an_address_already_used() -> None:
    portal = PortalFactory()
    admin = post(portal, Role.ADMINISTER)
    made = actions.make_section(portal, by=admin, slug="hoi-dap", kind=8, name="Hỏi đáp")

    with pytest.raises(Refused, match="đã có chuyên mục"):
        actions.make_section(portal, by=admin, slug="hoi-dap", kind=8, name="Hỏi đáp nữa")
    with pytest.raises(Refused):
        actions.make_section(portal, by=admin, slug="chin", kind=9, name="Loại thứ chín")
    changed = actions.change_section(made, by=admin, name="Hỏi và đáp")
    assert changed.name == "Hỏi và đáp"
    with pytest.raises(ValueError, match="not to be changed"):
        actions.change_section(made, by=admin, slug="khac")


@pytest.mark.clause("Đ3.1", "Đ3.2")
def test_found_board_rests_on_a_mandate() -> None:
    portal = PortalFactory()
    mandate = MandateFactory()

    board = actions.found_board(portal, mandate=mandate, by=None)

    assert board.mandate == mandate
    assert str(mandate) in Entry.objects.latest("seq").after


def test_establish_portal_knows_the_general_portal_by_one_code(db):
    for code, kind in (("cong-tinh", "general"), ("tong-hop", "component")):
        with pytest.raises(Refused):
            actions.establish_portal(
                UnitFactory(), by=None, code=code, kind=kind, name="Cổng", hosts=["a.example"]
            )
