from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from congtinh.audit.models import Entry
from congtinh.organisation import actions
from congtinh.organisation.models import Appointment, Delegation, Mandate, Person
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import (
    AreaFactory,
    DelegationFactory,
    MandateFactory,
    PersonFactory,
    PortalFactory,
    post,
)
from congtinh.organisation.tests.screens import at, known_person, new_mandate, new_person, signed_in

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\nmot van ban"


def appointing(role: Role, **values: object) -> dict[str, object]:
    return {"role": role, "starts_on": "4/11/2026", "ends_on": "", **new_mandate(), **values}


def pdf(content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile("quyet-dinh.pdf", content, "application/pdf")


@pytest.mark.clause("Đ3.1", "Đ8.3")
def test_appoint_opens_the_account_enters_the_mandate_and_keeps_its_file() -> None:
    portal = PortalFactory()
    client = signed_in(post(portal, Role.ADMINISTER))
    area = AreaFactory()

    done = client.post(
        at("organisation_appoint", portal.code),
        appointing(Role.UPDATE, areas=[area.pk], ends_on="31/12/2026", **new_person())
        | {"can-cu-file": pdf()},
    )

    made = Appointment.objects.get(person__username="en.tt")
    assert done.context["given"][0][0] == made.person
    assert (made.starts_on, made.ends_on) == (date(2026, 11, 4), date(2026, 12, 31))
    assert list(made.areas.all()) == [area]
    with made.mandate.file.open("rb") as kept:
        assert kept.read() == PDF
    assert (made.person.is_superuser, made.person.is_staff) == (False, False)
    made.mandate.file.delete(save=False)


def test_appoint_refuses_an_overlap_by_naming_it_and_leaves_no_mandate() -> None:
    portal = PortalFactory()
    clerk = post(portal, Role.UPDATE)
    client = signed_in(post(portal, Role.ADMINISTER))

    answer = client.post(
        at("organisation_appoint", portal.code), appointing(Role.UPDATE, **known_person(clerk))
    )

    assert answer.status_code == 422
    assert f"{clerk} đã là Cập nhật của cổng này từ 01/01/2020" in answer.content.decode()
    assert not Mandate.objects.filter(number="9/QĐ-UBND").exists()


@pytest.mark.clause("Đ3.1", "Đ8.3")
@pytest.mark.parametrize(
    ("granter", "offered"),
    [
        (Role.HEAD, {"deputy", "member", "assistant", "administer", "moderate", "update"}),
        (Role.ADMINISTER, {"moderate", "update"}),
        (Role.TECHNICIAN, set(Role.values) - {"technician"}),
    ],
)
def test_appoint_offers_and_accepts_only_roles_that_may_be_given(
    granter: Role, offered: set[str]
) -> None:
    portal = PortalFactory()
    client = signed_in(post(portal, granter))
    other = PersonFactory() if granter == Role.TECHNICIAN else post(portal, Role.UPDATE)

    shown = client.get(at("organisation_appoint", portal.code)).context["parts"][1]
    refused = [
        role
        for role in Role
        if client.post(
            at("organisation_appoint", portal.code), appointing(role, **known_person(other))
        ).status_code == 422
    ]  # fmt: skip

    assert {role for role, _words in shown.fields["role"].choices} == offered
    assert set(refused) - {"update"} == set(Role.values) - offered - {"update"}


def test_appoint_finds_a_person_by_name_and_says_when_several_match() -> None:
    portal = PortalFactory()
    post(portal, Role.UPDATE, person=PersonFactory(last_name="Lê Thị", first_name="Hòa"))
    for _number in range(2):
        post(portal, Role.UPDATE, person=PersonFactory(last_name="Bùi", first_name="Ân"))
    post(PortalFactory(), Role.UPDATE, person=PersonFactory(last_name="Người", first_name="Xa"))
    client = signed_in(post(portal, Role.ADMINISTER))

    def answer(words: str) -> object:
        typed = {**appointing(Role.MODERATE), "way": "known", "person": words}
        return client.post(at("organisation_appoint", portal.code), typed)

    assert "nhiều người khớp" in answer("bui an").content.decode()
    assert "Không tìm thấy" in answer("nguoi xa").content.decode()
    assert answer("le thi hoa").status_code == 302


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"MZ\x90 khong phai PDF", "phải là PDF"), (PDF + b" " * 10 * 1024 * 1024, "lớn hơn 10 MB")],
    ids=["no pdf", "too large"],
)
def test_set_board_refuses_a_file_that_is_no_small_pdf(content: bytes, words: str) -> None:
    portal = PortalFactory()
    client = signed_in(post(portal, Role.ADMINISTER))

    answer = client.post(
        at("organisation_board_found", portal.code), new_mandate("") | {"file": pdf(content)}
    )

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Mandate.objects.filter(number="9/QĐ-UBND").exists()


@pytest.mark.clause("Đ3.2")
def test_set_board_reuses_a_paper_but_never_opens_another_units_file() -> None:
    mine, theirs = PortalFactory(), PortalFactory()
    mine_client = signed_in(post(mine, Role.ADMINISTER))
    their_client = signed_in(post(theirs, Role.ADMINISTER))
    mine_client.post(at("organisation_board_found", mine.code), new_mandate("") | {"file": pdf()})
    paper = Mandate.objects.get(number="9/QĐ-UBND")

    guessed = their_client.post(at("organisation_board_found", theirs.code), new_mandate(""))
    chosen = their_client.post(
        at("organisation_board_found", theirs.code), {"way": "known", "mandate": paper.pk}
    )
    opened = mine_client.get(at("organisation_mandate", paper.pk))

    assert (guessed.status_code, chosen.status_code) == (422, 422)
    assert their_client.get(at("organisation_mandate", paper.pk)).status_code == 404
    assert b"".join(opened.streaming_content) == PDF
    assert "attachment" in opened.headers["Content-Disposition"]
    assert paper in mine_client.get(at("organisation_mandates")).context["page"].rows
    assert paper not in their_client.get(at("organisation_mandates")).context["page"].rows
    assert mine_client.get(at("organisation_mandate", MandateFactory().pk)).status_code == 404
    paper.file.delete(save=False)


def test_end_asks_for_a_reason_and_is_refused_to_whoever_could_not_appoint() -> None:
    portal = PortalFactory()
    post(portal, Role.HEAD)
    post(portal, Role.UPDATE)
    client = signed_in(post(portal, Role.ADMINISTER))
    head, clerk = (Appointment.objects.get(role=role) for role in (Role.HEAD, Role.UPDATE))

    empty = client.post(at("organisation_appointment_end", portal.code, clerk.pk), {"reason": ""})
    above = client.post(
        at("organisation_appointment_end", portal.code, head.pk), {"reason": "Muốn thế"}
    )
    done = client.post(
        at("organisation_appointment_end", portal.code, clerk.pk), {"reason": "Nghỉ hưu"}
    )
    elsewhere = client.post(
        at("organisation_appointment_end", PortalFactory().code, head.pk), {"reason": "Lén"}
    )

    assert [one.status_code for one in (empty, above, done, elsewhere)] == [422, 422, 302, 404]
    assert "chỉ phân công được: Kiểm duyệt, Cập nhật" in above.content.decode()
    assert "Muốn thế" in above.content.decode()
    assert Appointment.objects.get(pk=head.pk).revoked_at is None
    assert Appointment.objects.get(pk=clerk.pk).revoked_at is not None


@pytest.mark.clause("Đ5.2")
def test_delegations_are_given_and_taken_back_by_the_head_alone() -> None:
    portal = PortalFactory(general=True)
    head, deputy = post(portal, Role.HEAD), post(portal, Role.DEPUTY)
    admin, technician = post(portal, Role.ADMINISTER), post(portal, Role.TECHNICIAN)
    area = AreaFactory()
    typed = {
        "holder": deputy.pk, "areas": [area.pk], "starts_on": "4/11/2026", **new_mandate(),
    }  # fmt: skip

    for person in (admin, technician):
        refused = signed_in(person).post(at("organisation_delegate", portal.code), typed)
        assert refused.status_code == 403
    assert not Delegation.objects.exists()
    client = signed_in(head)
    none = client.post(at("organisation_delegate", portal.code), typed | {"areas": []})
    stranger = client.post(at("organisation_delegate", portal.code), typed | {"holder": admin.pk})
    done = client.post(at("organisation_delegate", portal.code), typed)
    given = Delegation.objects.get()
    end = at("organisation_delegation_end", portal.code, given.pk)

    assert [one.status_code for one in (none, stranger, done)] == [422, 422, 302]
    assert (given.giver, given.holder, list(given.areas.all())) == (head, deputy, [area])
    assert signed_in(admin).post(end, {"reason": "Lén"}).status_code == 403
    assert client.post(end, {"reason": "Đã về"}).status_code == 302
    assert Delegation.objects.get().revoked_at is not None


@pytest.mark.parametrize("count", [1, 3])
def test_board_and_delegations_cost_the_same_queries_for_one_and_three(
    count: int, django_assert_num_queries: object
) -> None:
    given = DelegationFactory()
    portal = given.portal
    for _number in range(count):
        post(portal, Role.UPDATE)
        ended = post(portal, Role.MEMBER, ends_on=date(2021, 1, 1))
        assert ended.pk
    for _number in range(count - 1):
        DelegationFactory(portal=portal, giver=given.giver, holder=given.holder)
    client = signed_in(given.giver)
    client.get(at("organisation_board", portal.code))

    with django_assert_num_queries(15):
        client.get(at("organisation_board", portal.code))
    with django_assert_num_queries(13):
        client.get(at("organisation_delegations", portal.code))


def test_board_shows_posts_by_role_and_ended_ones_apart() -> None:
    portal = PortalFactory()
    admin = post(portal, Role.ADMINISTER)
    clerk = post(portal, Role.UPDATE)
    gone = post(portal, Role.UPDATE, ends_on=date(2021, 1, 1))
    actions.change_person(clerk, portal=portal, by=None, is_active=False)

    context = signed_in(admin).get(at("organisation_board", portal.code)).context

    assert [(group["role"], group["may_end"]) for group in context["groups"]] == [
        (Role.ADMINISTER, False), (Role.UPDATE, True),
    ]  # fmt: skip
    assert [one.person for one in context["past"]] == [gone]
    assert Entry.objects.filter(action="appointment.end").count() == 0
    assert Person.objects.filter(is_superuser=True).count() == 0
