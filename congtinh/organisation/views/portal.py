"""A portal: what readers know about it and about its unit, and what may be changed of both."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from congtinh.organisation import actions, permissions
from congtinh.organisation.forms import PortalPart, UnitDataPart
from congtinh.organisation.hues import HUES
from congtinh.organisation.roles import Capability
from congtinh.organisation.views import answers
from congtinh.organisation.views.wall import person_of, portal_or_404, walled


@require_safe
def portal(request: HttpRequest, code: str) -> HttpResponse:
    """What is set, and the two ways to change it."""
    found = portal_or_404(request, code)
    return render(
        request,
        "organisation/portal.html",
        {
            "portal": found,
            "tab": "portal",
            "unit": found.unit,
            "hue": dict(HUES).get(found.hue, found.hue),
            "manage": permissions.may(person_of(request), Capability.MANAGE_PORTAL, found),
        },
    )


@require_http_methods(["GET", "POST"])
@walled
def change(request: HttpRequest, code: str) -> HttpResponse:
    found = portal_or_404(request, code)
    by = person_of(request)
    permissions.require(by, Capability.MANAGE_PORTAL, found)
    data, _files = answers.bound(request)
    part = PortalPart(data, initial={name: getattr(found, name) for name in PortalPart.NAMES})
    if data is not None and answers.deed(
        [part], lambda: actions.change_portal(found, by=by, **part.cleaned_data)
    ):
        return answers.done(request, _("Đã lưu thông tin cổng."), "organisation_portal", code)
    return answers.sheet(
        request, [part], title=_("Sửa thông tin cổng"), verb=_("Lưu"), portal=found,
        back=reverse("organisation_portal", args=[code]),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@walled
def change_unit(request: HttpRequest, code: str) -> HttpResponse:
    found = portal_or_404(request, code)
    by = person_of(request)
    permissions.require(by, Capability.MANAGE_PORTAL, found)
    data, _files = answers.bound(request)
    known = {name: getattr(found.unit, name) for name in actions.UNIT_FIELDS}
    part = UnitDataPart(data, initial=known)
    if data is not None and answers.deed(
        [part], lambda: actions.change_unit(found, by=by, **part.cleaned_data)
    ):
        return answers.done(request, _("Đã lưu thông tin đơn vị."), "organisation_portal", code)
    return answers.sheet(
        request, [part], title=_("Sửa thông tin đơn vị"), verb=_("Lưu"), portal=found,
         back=reverse("organisation_portal", args=[code]),
    )  # fmt: skip
