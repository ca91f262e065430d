"""The sections of a portal: add, rename, describe, order (Đ11)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from congtinh.organisation import actions, permissions
from congtinh.organisation.forms import SectionPart
from congtinh.organisation.roles import Capability
from congtinh.organisation.views import answers
from congtinh.organisation.views.wall import person_of, portal_or_404, walled

_NAMES = ("kind", "name", "name_en", "description", "description_en")


@require_safe
def sections(request: HttpRequest, code: str) -> HttpResponse:
    """In the order of the portal's menu."""
    found = portal_or_404(request, code)
    return render(
        request,
        "organisation/sections.html",
        {
            "portal": found,
            "tab": "sections",
            "sections": found.sections.order_by("order", "pk"),
            "manage": permissions.may(person_of(request), Capability.MANAGE_PORTAL, found),
        },
    )


@require_http_methods(["GET", "POST"])
@walled
def add(request: HttpRequest, code: str) -> HttpResponse:
    found = portal_or_404(request, code)
    by = person_of(request)
    permissions.require(by, Capability.MANAGE_PORTAL, found)
    data, _files = answers.bound(request)
    part = SectionPart(data, new=True)
    last = found.sections.order_by("-order").values_list("order", flat=True).first()
    order = 0 if last is None else last + 1
    if data is not None and answers.deed(
        [part], lambda: actions.make_section(found, by=by, order=order, **part.cleaned_data)
    ):
        return answers.done(request, _("Đã thêm chuyên mục."), "organisation_sections", code)
    return answers.sheet(
        request, [part], title=_("Thêm chuyên mục"), verb=_("Thêm chuyên mục"), portal=found,
         back=reverse("organisation_sections", args=[code]),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@walled
def change(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    found = portal_or_404(request, code)
    by = person_of(request)
    permissions.require(by, Capability.MANAGE_PORTAL, found)
    section = get_object_or_404(found.sections.select_related("portal"), slug=slug)
    data, _files = answers.bound(request)
    part = SectionPart(data, new=False, initial={name: getattr(section, name) for name in _NAMES})
    if data is not None and answers.deed(
        [part], lambda: actions.change_section(section, by=by, **part.cleaned_data)
    ):
        return answers.done(request, _("Đã lưu chuyên mục."), "organisation_sections", code)
    return answers.sheet(
        request, [part], title=_("Sửa chuyên mục"), verb=_("Lưu"), portal=found,
        back=reverse("organisation_sections", args=[code]),
    )  # fmt: skip


@require_POST
@walled
def move(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """One place up or down; the page comes back to the same section."""
    found = portal_or_404(request, code)
    section = get_object_or_404(found.sections.select_related("portal"), slug=slug)
    actions.move_section(section, up=request.POST.get("len") == "1", by=person_of(request))
    return redirect(f"{reverse('organisation_sections', args=[code])}#muc-{slug}")
