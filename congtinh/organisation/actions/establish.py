"""Found units, portals and boards; keep their hosts and sections (Đ2, Đ3, Đ11)."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms.models import model_to_dict
from django.utils.translation import gettext_lazy as _

from congtinh.audit import actions as audit
from congtinh.organisation import permissions
from congtinh.organisation.models import (
    Area,
    Board,
    InformationKind,
    Mandate,
    Person,
    Portal,
    PortalHost,
    Section,
    Unit,
)
from congtinh.organisation.models.portals import GENERAL_CODE
from congtinh.organisation.refusal import Refused
from congtinh.organisation.roles import Capability
from congtinh.organisation.signals import structure_changed

#: The standing sections of every component portal, one for each khoản of Điều 11.
STANDING_SECTIONS = (
    ("gioi-thieu", InformationKind.INTRODUCTION, "Giới thiệu", "About us"),
    ("chinh-sach", InformationKind.POLICY, "Chính sách, pháp luật", "Policies and law"),
    (
        "thu-tuc",
        InformationKind.PROCEDURES,
        "Thủ tục, dịch vụ công",
        "Procedures and services",
    ),
    ("tin-tuc", InformationKind.NEWS, "Tin tức", "News"),
    ("du-lieu", InformationKind.SHARED_DATA, "Dữ liệu dùng chung", "Shared data"),
    ("lien-ket", InformationKind.LINKS, "Liên kết", "Links"),
    ("quang-cao", InformationKind.ADVERTISING, "Quảng cáo", "Advertising"),
    ("thong-bao", InformationKind.OTHER, "Thông báo", "Notices"),
)
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
#: What may be changed once it stands; codes, kinds of portal and addresses never are.
PORTAL_FIELDS = frozenset(
    {
        "name",
        "name_en",
        "bilingual",
        "hue",
        "licence",
        "tasks",
        "governing_body",
        "governing_body_en",
    }
)
SECTION_FIELDS = frozenset({"kind", "name", "name_en", "description", "description_en", "order"})


def add_unit(*, by: Person | None, at: datetime | None = None, **values: Any) -> Unit:
    """Enter a unit in the register. Refuses anyone but the ICT centre."""
    with audit.recording():
        capacity = _entitled(by, Capability.ESTABLISH, permissions.PROVINCE)
        unit = Unit(**values)
        _save_checked(unit)
        audit.record(
            "unit.add", by=by, capacity=capacity, at=at, kind="unit", id=unit.pk, label=unit.name,
            after=model_to_dict(unit),
        )  # fmt: skip
        return unit


def add_area(*, by: Person | None, at: datetime | None = None, **values: Any) -> Area:
    """Enter a policy area. Refuses anyone but the ICT centre."""
    with audit.recording():
        capacity = _entitled(by, Capability.ESTABLISH, permissions.PROVINCE)
        area = Area(**values)
        _save_checked(area)
        audit.record(
            "area.add", by=by, capacity=capacity, at=at, kind="area", id=area.pk, label=area.name,
            after=model_to_dict(area),
        )  # fmt: skip
        return area


def establish_portal(
    unit: Unit,
    *,
    by: Person | None,
    code: str,
    hosts: list[str],
    sections: Iterable[tuple[Any, ...]] = STANDING_SECTIONS,
    at: datetime | None = None,
    **values: Any,
) -> Portal:
    """Found a portal with its hosts and standing sections (Đ2.2, Đ11). The first host is canonical.

    A section is slug, kind, name, English name and, where wanted, descriptions in both languages.
    Refuses a host that is taken or malformed, a code already used, a unit that has a portal, a
    second general portal, and anyone but the ICT centre.
    """
    rows = list(sections)
    with audit.recording():
        capacity = _entitled(by, Capability.ESTABLISH, permissions.PROVINCE)
        if not hosts:
            raise Refused(_("Cổng cần ít nhất một tên miền."))
        if (values.get("kind") == Portal.Kind.GENERAL) != (code == GENERAL_CODE):
            raise Refused(_("Mã của cổng tổng hợp là «%(code)s».") % {"code": GENERAL_CODE})
        portal = Portal(unit=unit, code=code, **values)
        _save_checked(portal)
        if at:
            portal.established_at = at
            portal.save(update_fields=["established_at"])
        for position, host in enumerate(hosts):
            _take_host(portal, host, canonical=position == 0)
        Section.objects.bulk_create(
            Section(
                portal=portal,
                slug=slug,
                kind=kind,
                name=name,
                name_en=name_en,
                order=order,
                description=described[0] if described else "",
                description_en=described[1] if described else "",
            )
            for order, (slug, kind, name, name_en, *described) in enumerate(rows)
        )
        audit.record(
            "portal.establish", by=by, capacity=capacity, at=at, portal=code, kind="portal",
            id=portal.pk, label=portal.name,
            after={"hosts": hosts, "sections": [row[0] for row in rows]},
        )  # fmt: skip
        structure_changed.send(Portal, portal=portal, by=by, capacity=capacity, at=at)
        return portal


def change_portal(
    portal: Portal,
    *,
    by: Person | None,
    at: datetime | None = None,
    **values: Any,
) -> Portal:
    """Change a portal's names, hue, licence or tasks; readers see it at once (Đ2.2)."""
    with audit.recording():
        capacity = _entitled(by, Capability.MANAGE_PORTAL, portal)
        _only(values, PORTAL_FIELDS)
        portal = Portal.objects.select_for_update(of=("self",)).get(pk=portal.pk)
        before = {name: getattr(portal, name) for name in values}
        for name, value in values.items():
            setattr(portal, name, value)
        _save_checked(portal, values)
        audit.record(
            "portal.change", by=by, capacity=capacity, at=at, portal=portal.code, kind="portal",
            id=portal.pk, label=portal.name, before=before, after=values,
        )  # fmt: skip
        structure_changed.send(Portal, portal=portal, by=by, capacity=capacity, at=at)
        return portal


def add_host(
    portal: Portal, host: str, *, by: Person | None, at: datetime | None = None
) -> PortalHost:
    """Let a portal answer on a further host (Đ2.1). Refuses a host already taken."""
    with audit.recording():
        capacity = _entitled(by, Capability.ESTABLISH, permissions.PROVINCE)
        added = _take_host(portal, host, canonical=False)
        audit.record(
            "host.add", by=by, capacity=capacity, at=at, portal=portal.code, kind="portal",
            id=portal.pk, label=added.host,
        )  # fmt: skip
        structure_changed.send(Portal, portal=portal, by=by, capacity=capacity, at=at)
        return added


def make_section(
    portal: Portal,
    *,
    by: Person | None,
    at: datetime | None = None,
    **values: Any,
) -> Section:
    """Open a section of one of the eight kinds of Điều 11."""
    with audit.recording():
        capacity = _entitled(by, Capability.MANAGE_PORTAL, portal)
        section = Section(portal=portal, **values)
        _save_checked(section)
        audit.record(
            "section.add", by=by, capacity=capacity, at=at, portal=portal.code, kind="section",
            id=section.pk, label=section.name, after=values,
        )  # fmt: skip
        structure_changed.send(Portal, portal=portal, by=by, capacity=capacity, at=at)
        return section


def change_section(
    section: Section,
    *,
    by: Person | None,
    at: datetime | None = None,
    **values: Any,
) -> Section:
    """Rename, describe or reorder a section; its address stays."""
    with audit.recording():
        capacity = _entitled(by, Capability.MANAGE_PORTAL, section.portal)
        _only(values, SECTION_FIELDS)
        before = {name: getattr(section, name) for name in values}
        for name, value in values.items():
            setattr(section, name, value)
        _save_checked(section, values)
        audit.record(
            "section.change", by=by, capacity=capacity, at=at, portal=section.portal.code,
            kind="section", id=section.pk, label=section.name, before=before, after=values,
        )  # fmt: skip
        structure_changed.send(Portal, portal=section.portal, by=by, capacity=capacity, at=at)
        return section


def found_board(
    portal: Portal,
    *,
    mandate: Mandate,
    by: Person | None,
    at: datetime | None = None,
) -> Board:
    """Found the editorial board of a portal by its mandate (Đ3.1, Đ3.2)."""
    with audit.recording():
        capacity = _entitled(by, Capability.MANAGE_PEOPLE, portal)
        board, _created = Board.objects.update_or_create(
            portal=portal, defaults={"mandate": mandate}
        )
        audit.record(
            "board.found", by=by, capacity=capacity, at=at, portal=portal.code, kind="board",
            id=board.pk, label=portal.name, after={"mandate": str(mandate)},
        )  # fmt: skip
        return board


def _save_checked(row: Model, changed: Iterable[str] | None = None) -> None:
    """Save what is valid; what is not is refused in the words of its fields."""
    try:
        row.full_clean()
    except ValidationError as invalid:
        raise Refused(*invalid.messages) from invalid
    row.save(update_fields=None if changed is None else list(changed))


def _only(values: dict[str, Any], known: frozenset[str]) -> None:
    if not known.issuperset(values):
        raise ValueError(f"not to be changed: {sorted(set(values) - known)}")


def _take_host(portal: Portal, host: str, *, canonical: bool) -> PortalHost:
    host = host.strip().lower().rstrip(".")
    if not _HOST.fullmatch(host) or len(host) > 253:
        raise Refused(_("Tên miền «%(host)s» không hợp lệ.") % {"host": host})
    holder = PortalHost.objects.filter(host=host).select_related("portal").first()
    if holder:
        raise Refused(
            _("Tên miền «%(host)s» đã thuộc về %(portal)s. Hãy chọn tên miền khác.")
            % {"host": host, "portal": holder.portal}
        )
    return PortalHost.objects.create(portal=portal, host=host, canonical=canonical)


def _entitled(by: Person | None, capability: Capability, target: Portal | str) -> str:
    """The capacity to put on record; `by=None` is the console of the ICT centre (Đ3.4)."""
    if by is None:
        return str(_("Dòng lệnh của Trung tâm CNTT&TT"))
    return permissions.require(by, capability, target).capacity
