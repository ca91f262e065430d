from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from congtinh.organisation import permissions
from congtinh.organisation.roles import Capability, Role
from congtinh.organisation.tests.factories import (
    AreaFactory,
    DelegationFactory,
    PortalFactory,
    again,
    post,
)
from congtinh.staff.views import rights

pytestmark = pytest.mark.django_db


def _get(person, query=""):
    client = Client()
    client.force_login(person)
    return client.get(f"/admin/quyen/{query}")


def _cell(person, portal, capability):
    found = rights.rows(again(person), [portal])
    return dict(zip(Capability, (row.cells[0] for row in found), strict=True))[capability]


@pytest.mark.clause("Đ8.3")
@pytest.mark.parametrize("role", list(Role))
def test_agree_with_what_permissions_answers(role):
    portal = PortalFactory(general=True)
    person = post(portal, role)
    for capability in Capability:
        answer = permissions.may(person, capability, portal)
        cell = _cell(person, portal, capability)
        assert cell.held == bool(answer)
        assert cell.why


@pytest.mark.clause("Đ5.2")
def test_name_the_areas_of_a_delegation():
    transport, _health = AreaFactory(name="Giao thông"), AreaFactory(name="Y tế")
    given = DelegationFactory(areas=[transport])
    cell = _cell(given.holder, given.portal, Capability.APPROVE)
    assert cell.held
    assert cell.areas == "Chỉ trong lĩnh vực: Giao thông"
    assert "theo ủy nhiệm" in cell.why


def test_explain_an_ended_post():
    portal = PortalFactory()
    yesterday = timezone.localdate() - timedelta(days=1)
    cell = _cell(post(portal, Role.UPDATE, ends_on=yesterday), portal, Capability.WRITE)
    assert not cell.held
    assert f"{yesterday:%d/%m/%Y}" in cell.why


def test_show_everybody_their_own_rights_only():
    portal = PortalFactory()
    clerk, other = post(portal, Role.UPDATE), post(portal, Role.MODERATE)
    answer = _get(clerk, f"?nguoi={other.pk}")
    assert answer.context["person"] == clerk
    assert answer.context["form"] is None


def test_show_administrators_the_people_of_their_portals_only():
    portal, foreign = PortalFactory(), PortalFactory()
    administrator = post(portal, Role.ADMINISTER)
    clerk, stranger = post(portal, Role.UPDATE), post(foreign, Role.UPDATE)
    post(foreign, Role.MODERATE, person=clerk)
    shown = _get(administrator, f"?nguoi={clerk.pk}").context
    assert (shown["person"], shown["portals"]) == (clerk, [portal])
    assert {post.portal for post in shown["posts"]} == {portal}
    refused = _get(administrator, f"?nguoi={stranger.pk}&cong={foreign.code}").context
    assert (refused["person"], refused["portals"]) == (administrator, [portal])


def test_explain_a_portal_without_a_post():
    technician = post(PortalFactory(general=True), Role.TECHNICIAN)
    portal = PortalFactory()
    shown = _get(technician, f"?cong={portal.code}").context
    assert portal in shown["portals"]
    assert _cell(technician, portal, Capability.MANAGE_PEOPLE).held
    assert not _cell(technician, portal, Capability.READ).held
