"""Appoint people and delegate powers, by period and mandate (Đ3, Đ5.2, Đ8.3)."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congtinh.audit import actions as audit
from congtinh.organisation import permissions
from congtinh.organisation.models import (
    Appointment,
    Area,
    Delegation,
    Mandate,
    Person,
    Portal,
)
from congtinh.organisation.refusal import NotAllowed, Reason, Refused
from congtinh.organisation.roles import Capability, Role
from congtinh.organisation.signals import structure_changed


def appoint(
    person: Person,
    portal: Portal,
    role: Role,
    *,
    mandate: Mandate,
    starts_on: date,
    ends_on: date | None = None,
    areas: Iterable[Area] = (),
    by: Person | None,
    at: datetime | None = None,
) -> Appointment:
    """Give a person a role on a portal for a period; the rights begin and end by themselves.

    Refuses a period that ends before it starts, one that overlaps the same person's appointment
    in the same role (Đ3.1), a role above those of whoever appoints, people of units they do not
    manage, and whoever would appoint themselves. Readers see a new head at once.
    """
    with audit.recording():
        capacity = _entitled(by, portal)
        _refuse(permissions.why_not_appoint(by, person) if by else None)
        _refuse(permissions.why_not_grant(by, role, portal) if by else None)
        if ends_on and ends_on < starts_on:
            raise Refused(_("Ngày kết thúc phải sau ngày bắt đầu."))
        # The person's row is the lock: two overlapping appointments cannot both be the first.
        Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
        same = Appointment.objects.filter(person=person, portal=portal, role=role)
        clash = same.overlapping(starts_on, ends_on).select_related("mandate").first()
        if clash:
            raise Refused(
                _(
                    "%(person)s đã là %(role)s của cổng này từ %(start)s đến %(end)s. "
                    "Hãy chọn thời gian không trùng, hoặc kết thúc phân công cũ trước."
                )
                % {
                    "person": person,
                    "role": Role(role).label,
                    "start": f"{clash.starts_on:%d/%m/%Y}",
                    "end": f"{clash.ends_on:%d/%m/%Y}" if clash.ends_on else _("không thời hạn"),
                }
            )
        made = Appointment.objects.create(
            person=person, portal=portal, role=role, mandate=mandate,
            starts_on=starts_on, ends_on=ends_on,
        )  # fmt: skip
        made.areas.set(areas)
        audit.record(
            "appointment.make", by=by, capacity=capacity, at=at,
            portal=portal.code, kind="appointment",
            id=made.pk, label=str(person),
            after={"role": role, "from": starts_on, "to": ends_on, "mandate": str(mandate)},
        )  # fmt: skip
        permissions.forget(person)
        _announce_editor(made, by=by, capacity=capacity, at=at)
        return made


def end_appointment(
    appointment: Appointment,
    *,
    by: Person | None,
    reason: str,
    at: datetime | None = None,
) -> Appointment:
    """End an appointment; its rights end this very second.

    Refuses one that is over already, and whoever could not have given it.
    """
    with audit.recording():
        held = Appointment.objects.select_for_update(of=("self",)).get(pk=appointment.pk)
        capacity = _entitled(by, held.portal)
        _refuse(permissions.why_not_grant(by, Role(held.role), held.portal) if by else None)
        _revoke(held, at)
        audit.record(
            "appointment.end", by=by, capacity=capacity, at=at, portal=held.portal.code,
            kind="appointment", id=held.pk, label=str(held.person), reason=reason,
        )  # fmt: skip
        _announce_editor(held, by=by, capacity=capacity, at=at)
        return held


def delegate(
    *,
    giver: Person,
    holder: Person,
    portal: Portal,
    areas: Iterable[Area],
    mandate: Mandate,
    starts_on: date,
    ends_on: date | None,
    by: Person | None,
    at: datetime | None = None,
) -> Delegation:
    """Let a deputy decide in the head's place for areas and days (Đ5.2).

    Refuses a giver who is not head of the portal's board on the first day, a holder who is not
    its deputy, and an empty list of areas.
    """
    chosen = list(areas)
    with audit.recording():
        capacity = _entitled(by, portal, Capability.DELEGATE)
        if not chosen:
            raise Refused(_("Hãy chọn ít nhất một lĩnh vực để ủy nhiệm."))
        if ends_on and ends_on < starts_on:
            raise Refused(_("Ngày kết thúc phải sau ngày bắt đầu."))
        for person, role in ((giver, Role.HEAD), (holder, Role.DEPUTY)):
            posts = Appointment.objects.filter(person=person, portal=portal, role=role)
            if not posts.overlapping(starts_on, starts_on).exists():
                raise Refused(
                    _("%(person)s không phải là %(role)s của cổng này vào ngày %(day)s.")
                    % {
                        "person": person,
                        "role": role.label,
                        "day": f"{starts_on:%d/%m/%Y}",
                    }
                )
        given = Delegation.objects.create(
            giver=giver, holder=holder, portal=portal, mandate=mandate,
            starts_on=starts_on, ends_on=ends_on,
        )  # fmt: skip
        given.areas.set(chosen)
        audit.record(
            "delegation.give", by=by, capacity=capacity, at=at,
            portal=portal.code, kind="delegation",
            id=given.pk, label=str(holder),
            after={
                "areas": [area.code for area in chosen], "from": starts_on, "to": ends_on,
                "mandate": str(mandate),
            },
        )  # fmt: skip
        permissions.forget(holder)
        return given


def end_delegation(
    delegation: Delegation,
    *,
    by: Person | None,
    reason: str,
    at: datetime | None = None,
) -> Delegation:
    """Take a delegation back, this very second. Refuses one that is over already."""
    with audit.recording():
        held = Delegation.objects.select_for_update(of=("self",)).get(pk=delegation.pk)
        capacity = _entitled(by, held.portal, Capability.DELEGATE)
        _revoke(held, at)
        audit.record(
            "delegation.end", by=by, capacity=capacity, at=at, portal=held.portal.code,
            kind="delegation", id=held.pk, label=str(held.holder), reason=reason,
        )  # fmt: skip
        return held


def _refuse(reasons: Iterable[Reason] | None) -> None:
    if reasons:
        raise NotAllowed(*reasons)


def _announce_editor(
    changed: Appointment, *, by: Person | None, capacity: str, at: datetime | None
) -> None:
    """Readers see on every page who answers for the content: the head of the board (Đ3.2)."""
    if changed.role == Role.HEAD:
        portal = changed.portal
        structure_changed.send(Portal, portal=portal, by=by, capacity=capacity, at=at)


def _revoke(held: Appointment | Delegation, at: datetime | None) -> None:
    now = at or timezone.now()
    if held.revoked_at or (held.ends_on and held.ends_on < timezone.localdate(now)):
        raise Refused(_("Đã kết thúc từ trước."))
    held.revoked_at = now
    held.save(update_fields=["revoked_at"])


def _entitled(
    by: Person | None, portal: Portal, capability: Capability = Capability.MANAGE_PEOPLE
) -> str:
    if by is None:
        return str(_("Dòng lệnh của Trung tâm CNTT&TT"))
    return permissions.require(by, capability, portal).capacity
