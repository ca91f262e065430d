from datetime import date

import pytest

from congtinh.audit.models import Entry
from congtinh.organisation import actions, queries
from congtinh.organisation.models import Person
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import (
    PASSWORD,
    DelegationFactory,
    PersonFactory,
    PortalFactory,
    post,
)
from congtinh.organisation.tests.screens import at, signed_in

pytestmark = pytest.mark.django_db
FORMS = (
    "organisation_person_change", "organisation_person_lock", "organisation_person_password",
)  # fmt: skip


def named(last: str, first: str) -> Person:
    return PersonFactory(last_name=last, first_name=first)


def test_people_stand_in_the_order_of_vietnamese_lists() -> None:
    portal = PortalFactory()
    for name in ("Nguyễn Bình", "Trần An", "Lê Ân", "Đỗ An", "Vũ Ánh"):
        post(portal, Role.UPDATE, person=named(*name.split()))
    client = signed_in(post(portal, Role.ADMINISTER, person=named("Bùi", "Đạt")))

    page = client.get(at("organisation_people")).context["page"]

    assert [str(person) for person in page] == [
        "Đỗ An", "Trần An", "Vũ Ánh", "Lê Ân", "Nguyễn Bình", "Bùi Đạt",
    ]  # fmt: skip


def test_people_go_on_by_keyset_and_are_found_without_diacritics(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(queries, "PAGE", 2)
    portal = PortalFactory()
    for first in ("An", "Bắc", "Cúc", "Đức", "Em"):
        post(portal, Role.UPDATE, person=named("Hoàng", first))
    client = signed_in(post(portal, Role.ADMINISTER, person=named("Vũ", "Yến")))

    seen, query = [], ""
    while True:
        context = client.get(f"{at('organisation_people')}?{query}").context
        seen += [person.first_name for person in context["page"]]
        query = context["next"]
        if not query:
            break

    assert seen == ["An", "Bắc", "Cúc", "Đức", "Em", "Yến"]
    found = client.get(at("organisation_people"), {"tim": "hoang duc"}).context["page"]
    assert [person.first_name for person in found] == ["Đức"]
    for broken in ("zz.1", "00.x", "00", "00.99999999999999999999"):
        assert client.get(at("organisation_people"), {"sau": broken}).status_code == 200


@pytest.mark.clause("Đ8.3")
def test_people_of_other_units_are_neither_listed_nor_opened() -> None:
    mine, theirs = PortalFactory(), PortalFactory()
    shared = post(theirs, Role.UPDATE, person=post(mine, Role.UPDATE))
    stranger = post(theirs, Role.UPDATE)
    client = signed_in(post(mine, Role.ADMINISTER))

    page = client.get(at("organisation_people"))
    one = client.get(at("organisation_person", shared.pk))

    assert shared in page.context["page"].rows
    assert stranger not in page.context["page"].rows
    assert str(theirs) not in page.content.decode() + one.content.decode()
    assert client.get(at("organisation_people"), {"cong": theirs.code}).status_code == 200
    for name in ("organisation_person", *FORMS):
        assert client.get(at(name, stranger.pk)).status_code == 404
        assert client.post(at(name, stranger.pk), {"reason": "Lén"}).status_code in {404, 405}


@pytest.mark.parametrize("count", [1, 3])
def test_people_cost_the_same_queries_for_one_and_three(
    count: int, django_assert_num_queries: object
) -> None:
    portal = PortalFactory()
    for _number in range(count):
        post(portal, Role.UPDATE)
    client = signed_in(post(portal, Role.ADMINISTER))
    client.get(at("organisation_people"))

    with django_assert_num_queries(12):
        client.get(at("organisation_people"))


@pytest.mark.clause("Đ16.5")
def test_change_keeps_to_the_account_and_never_reaches_rights() -> None:
    portal = PortalFactory()
    clerk = post(portal, Role.UPDATE)
    client = signed_in(post(portal, Role.ADMINISTER))
    typed = {
        "last_name": "Phạm Thị", "first_name": "Ánh", "title": "Chuyên viên", "language": "vi",
        "email": "anh@tinh.example", "is_superuser": "on", "is_staff": "on", "is_active": "",
        "groups": "1", "username": "khac", "password": "x",
    }  # fmt: skip

    done = client.post(at("organisation_person_change", clerk.pk), typed)
    wrong = client.post(
        at("organisation_person_change", clerk.pk), typed | {"email": "khong-phai", "title": "Mới"}
    )

    now = Person.objects.get(pk=clerk.pk)
    assert (done.status_code, wrong.status_code) == (302, 422)
    assert 'value="khong-phai"' in wrong.content.decode()
    assert (str(now), now.username, now.is_active) == ("Phạm Thị Ánh", clerk.username, True)
    assert (now.is_superuser, now.is_staff, now.groups.count()) == (False, False, 0)
    assert now.check_password(PASSWORD)
    assert now.folded.startswith("pham thi anh")


@pytest.mark.clause("Đ16.5")
def test_lock_ends_the_session_and_opens_again_with_reasons_on_record() -> None:
    portal = PortalFactory()
    moderator = post(portal, Role.MODERATE)
    at_work = signed_in(moderator)
    client = signed_in(post(portal, Role.ADMINISTER))
    assert at_work.get(at("wagtailadmin_account")).status_code == 200

    empty = client.post(at("organisation_person_lock", moderator.pk), {"reason": " "})
    client.post(at("organisation_person_lock", moderator.pk), {"reason": "Mất máy"})

    assert empty.status_code == 422
    assert at_work.get(at("wagtailadmin_account")).status_code == 302
    assert Entry.objects.latest("seq").reason == "Mất máy"
    client.post(at("organisation_person_lock", moderator.pk), {"reason": "Đã có máy"})
    assert Person.objects.get(pk=moderator.pk).is_active


@pytest.mark.clause("Đ16.5")
def test_password_is_shown_once_ends_sessions_and_must_be_replaced_first() -> None:
    portal = PortalFactory()
    clerk = post(portal, Role.UPDATE)
    at_work = signed_in(clerk)

    done = signed_in(post(portal, Role.ADMINISTER)).post(
        at("organisation_person_password", clerk.pk)
    )

    (person, password), = done.context["given"]  # fmt: skip
    now = Person.objects.get(pk=person.pk)
    assert now.check_password(password)
    assert not now.check_password(PASSWORD)
    assert password in done.content.decode()
    assert "no-store" in done.headers["Cache-Control"]
    assert at_work.get(at("wagtailadmin_account")).status_code == 302
    again = signed_in(now)
    assert again.get(at("article:list")).url == at("wagtailadmin_account")
    assert again.get(at("wagtailadmin_account")).status_code == 200
    now.set_password("mật-khẩu-của-chính-mình")
    now.save()
    assert signed_in(now).get(at("article:list")).status_code == 200


@pytest.mark.clause("Đ3.4", "Đ8.3")
@pytest.mark.parametrize("above", [Role.HEAD, Role.ADMINISTER, Role.DEPUTY])
def test_account_forms_are_refused_for_those_above_and_for_oneself(above: Role) -> None:
    portal = PortalFactory()
    admin = post(portal, Role.ADMINISTER)
    other = post(portal, above)
    elsewhere = post(PortalFactory(), Role.UPDATE, person=post(portal, Role.UPDATE))
    later = post(portal, Role.HEAD, person=post(portal, Role.UPDATE), starts_on=date(2099, 1, 1))
    client = signed_in(admin)
    before = Entry.objects.count()

    for person in (other, elsewhere, later, admin):
        for name in FORMS:
            assert client.post(at(name, person.pk), {"reason": "Lén"}).status_code == 403
        assert client.get(at("organisation_person", person.pk)).context["why_not"]
    assert Entry.objects.count() == before
    assert Person.objects.filter(is_active=False).count() == 0


def test_account_forms_open_for_the_technician_also_for_a_fellow() -> None:
    portal = PortalFactory()
    fellow = post(portal, Role.TECHNICIAN)
    client = signed_in(post(PortalFactory(), Role.TECHNICIAN))

    for person in (fellow, post(portal, Role.HEAD), PersonFactory()):
        for name in FORMS:
            assert client.get(at(name, person.pk)).status_code == 200


@pytest.mark.clause("Đ5.2")
def test_person_shows_rights_with_their_grounds() -> None:
    given = DelegationFactory()
    page = signed_in(given.giver).get(at("organisation_person", given.holder.pk))

    ((portal, held),) = page.context["rights"]
    rights = {right.label: right for right in held}
    assert portal == given.portal
    assert rights["Duyệt đăng"].areas == str(given.areas.get())
    assert str(given.mandate) in rights["Duyệt đăng"].why
    assert rights["Xem nội dung đang soạn"].areas == ""
    assert "Viết và trình bài" not in rights


def test_person_without_post_is_seen_by_the_technician_alone() -> None:
    portal = PortalFactory()
    loose = PersonFactory()

    assert signed_in(post(portal, Role.TECHNICIAN)).get(
        at("organisation_person", loose.pk)
    ).status_code == 200  # fmt: skip
    assert signed_in(post(portal, Role.HEAD)).get(
        at("organisation_person", loose.pk)
    ).status_code == 404  # fmt: skip
    actions.change_person(loose, portal=None, by=None, title="Mới")
