"""The editorial board: its founding document, its people by role, appointing and ending (Đ3)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from congtinh.organisation import actions, permissions, queries
from congtinh.organisation.forms import AppointPart, MandatePart, PersonPart, ReasonPart
from congtinh.organisation.models import Appointment, Board
from congtinh.organisation.roles import COMPONENT, GENERAL, Capability, Role
from congtinh.organisation.views import answers
from congtinh.organisation.views.portals import new_accounts
from congtinh.organisation.views.wall import person_of, portal_or_404, walled


@require_safe
@walled
def board(request: HttpRequest, code: str) -> HttpResponse:
    """Who works here now or soon, role by role; those who did, below."""
    found = portal_or_404(request, code)
    by = person_of(request)
    permissions.require(by, Capability.MANAGE_PEOPLE, found)
    posts = Appointment.objects.filter(portal=found)
    now = timezone.now()
    related = posts.select_related("person", "mandate").prefetch_related("areas")
    current = related.not_over(now).order_by("starts_on", "person__sort_key", "pk")
    past = related.exclude(pk__in=posts.not_over(now).values("pk"))
    grantable = permissions.grantable(by, found)
    return render(
        request,
        "organisation/board.html",
        {
            "portal": found,
            "tab": "board",
            "board": Board.objects.filter(portal=found).select_related("mandate").first(),
            "groups": _by_role(list(current), grantable),
            "past": past.order_by("-starts_on", "-pk")[: queries.PAGE],
            "grantable": grantable,
            "today": timezone.localdate(),
        },
    )


@require_http_methods(["GET", "POST"])
@walled
def found_board(request: HttpRequest, code: str) -> HttpResponse:
    """By which decision the board was founded."""
    found = portal_or_404(request, code)
    by = person_of(request)
    permissions.require(by, Capability.MANAGE_PEOPLE, found)
    data, files = answers.bound(request)
    part = MandatePart(data, files, mandates=queries.mandates_of(by))
    if data is not None and answers.deed(
        [part], lambda: actions.set_board(found, mandate=part.chosen(), by=by)
    ):
        return answers.done(
            request, _("Đã ghi quyết định thành lập Ban Biên tập."), "organisation_board", code
        )
    return answers.sheet(
        request, [part], title=_("Quyết định thành lập Ban Biên tập"), verb=_("Lưu"),
        portal=found, back=reverse("organisation_board", args=[code]),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@walled
def appoint(request: HttpRequest, code: str) -> HttpResponse:
    """A person, a role, a period and the paper that says so."""
    found = portal_or_404(request, code)
    by = person_of(request)
    permissions.require(by, Capability.MANAGE_PEOPLE, found)
    data, files = answers.bound(request)
    role = AppointPart(
        data, roles=permissions.grantable(by, found),
        entitlements=GENERAL if found.is_general else COMPONENT,
        initial={"starts_on": timezone.localdate()},
    )  # fmt: skip
    who = PersonPart(data, people=queries.people_of(by), legend=_("Người được phân công"))
    mandate = MandatePart(data, files, prefix="can-cu", mandates=queries.mandates_of(by))
    chosen: list[Any] = []

    def act() -> Appointment:
        chosen.append(who.chosen())
        given = role.cleaned_data
        return actions.take_on(
            chosen[0], found, Role(given["role"]), mandate=mandate.chosen(),
            starts_on=given["starts_on"], ends_on=given["ends_on"], areas=given["areas"], by=by,
        )  # fmt: skip

    parts = [who, role, mandate]
    made = answers.deed(parts, act) if data is not None else None
    back = reverse("organisation_board", args=[code])
    if made is None:
        return answers.sheet(
            request, parts, title=_("Phân công"), verb=_("Phân công"), portal=found,
            back=back,
        )  # fmt: skip
    words = _("Đã phân công %(person)s làm %(role)s.") % {
        "person": made.person, "role": made.get_role_display(),
    }  # fmt: skip
    given = new_accounts(chosen)
    if given:
        return answers.passwords(request, words, given, back=back, portal=found)
    return answers.done(request, words, "organisation_board", code)


@require_http_methods(["GET", "POST"])
@walled
def end(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """End a post; its rights end this second."""
    found = portal_or_404(request, code)
    by = person_of(request)
    permissions.require(by, Capability.MANAGE_PEOPLE, found)
    posts = Appointment.objects.filter(portal=found).select_related("person", "portal")
    post = get_object_or_404(posts, pk=number)
    data, _files = answers.bound(request)
    part = ReasonPart(data)
    if data is not None and answers.deed(
        [part],
        lambda: actions.end_appointment(post, by=by, reason=part.cleaned_data["reason"]),
    ):
        return answers.done(request, _("Đã kết thúc phân công."), "organisation_board", code)
    return answers.sheet(
        request, [part], title=_("Kết thúc phân công"), verb=_("Kết thúc phân công"),
        portal=found, back=reverse("organisation_board", args=[code]),
        about=_("%(person)s, %(role)s. Quyền chấm dứt ngay khi bấm nút.")
        % {"person": post.person, "role": post.get_role_display()},
    )  # fmt: skip


def _by_role(posts: list[Appointment], grantable: list[Role]) -> list[dict[str, Any]]:
    return [
        {"role": role, "posts": held, "may_end": role in grantable}
        for role in Role
        if (held := [post for post in posts if post.role == role])
    ]
