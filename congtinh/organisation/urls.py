"""Addresses of the organisation's screens, under the staff area."""

from django.urls import path

from congtinh.organisation.views import (
    areas,
    board,
    delegations,
    history,
    hosts,
    mandates,
    people,
    person,
    portal,
    portals,
    sections,
)

_PORTAL = "to-chuc/<slug:code>/"

urlpatterns = [
    path("to-chuc/", portals.portals, name="organisation_portals"),
    path("lap-cong/", portals.establish, name="organisation_establish"),
    path("linh-vuc/", areas.areas, name="organisation_areas"),
    path("can-cu/", mandates.mandates, name="organisation_mandates"),
    path("can-cu/<int:number>/", mandates.mandate, name="organisation_mandate"),
    path(_PORTAL, portal.portal, name="organisation_portal"),
    path(f"{_PORTAL}sua/", portal.change, name="organisation_portal_change"),
    path(f"{_PORTAL}don-vi/", portal.change_unit, name="organisation_unit_change"),
    path(f"{_PORTAL}chuyen-muc/", sections.sections, name="organisation_sections"),
    path(f"{_PORTAL}chuyen-muc-moi/", sections.add, name="organisation_section_add"),
    path(f"{_PORTAL}chuyen-muc/<slug:slug>/", sections.change, name="organisation_section_change"),
    path(
        f"{_PORTAL}chuyen-muc/<slug:slug>/thu-tu/", sections.move, name="organisation_section_move"
    ),
    path(f"{_PORTAL}ban-bien-tap/", board.board, name="organisation_board"),
    path(f"{_PORTAL}ban-bien-tap/can-cu/", board.found_board, name="organisation_board_found"),
    path(f"{_PORTAL}phan-cong/", board.appoint, name="organisation_appoint"),
    path(f"{_PORTAL}phan-cong/<int:number>/", board.end, name="organisation_appointment_end"),
    path(f"{_PORTAL}uy-nhiem/", delegations.delegations, name="organisation_delegations"),
    path(f"{_PORTAL}uy-nhiem/moi/", delegations.add, name="organisation_delegate"),
    path(f"{_PORTAL}uy-nhiem/<int:number>/", delegations.end, name="organisation_delegation_end"),
    path(f"{_PORTAL}ten-mien/", hosts.hosts, name="organisation_hosts"),
    path(f"{_PORTAL}lich-su/", history.history, name="organisation_history"),
    path("nguoi/", people.people, name="organisation_people"),
    path("nguoi/<int:number>/", person.person, name="organisation_person"),
    path("nguoi/<int:number>/sua/", person.change, name="organisation_person_change"),
    path("nguoi/<int:number>/khoa/", person.lock, name="organisation_person_lock"),
    path("nguoi/<int:number>/mat-khau/", person.password, name="organisation_person_password"),
]
