"""Hand-overs as lists: what the office has to do, what a unit offered, what may be picked."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from congtinh.organisation import permissions
from congtinh.organisation.models import Portal
from congtinh.organisation.refusal import Refused
from congtinh.organisation.roles import Capability
from congtinh.publishing import actions as publishing
from congtinh.publishing import worklists
from congtinh.publishing.addresses import public_origin
from congtinh.publishing.views import answers
from congtinh.publishing.views.forms import SourceFilter
from congtinh.publishing.views.queue import next_query
from congtinh.publishing.views.wall import person_of
from congtinh.publishing.worklists import HANDOVER_TABS

_TAB_NAMES = {
    "viec": _("Cần xử lý"),
    "bien-tap": _("Đang biên tập"),
    "da-dang": _("Đã đăng"),
    "xong": _("Đã kết thúc"),
}


@require_safe
def handovers(request: HttpRequest) -> HttpResponse:
    """For the office all that came up; for a unit what it offered and where it stands."""
    by = person_of(request)
    tab = request.GET.get("xem", "")
    tab = tab if tab in HANDOVER_TABS else "viec"
    form = SourceFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    unit, area = chosen.get("don_vi"), chosen.get("linh_vuc")
    page = worklists.handovers(
        by, tab, area=area.pk if area else None, unit=unit.pk if unit else None,
        after=request.GET.get("sau", ""),
    )  # fmt: skip
    context = {
        "tab": tab,
        "tabs": _TAB_NAMES.items(),
        "form": form,
        "page": page,
        "next": next_query(request, page.next),
        "narrowed": bool(unit or area),
        "takes_up": permissions.holds_anywhere(by, Capability.TAKE_UP),
    }
    return render(request, "publishing/handovers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Public texts of units that the office may pick for the general portal."""
    by = person_of(request)
    if not permissions.holds_anywhere(by, Capability.TAKE_UP):
        raise Http404
    if request.method == "POST":
        return _pick(request, by)
    form = SourceFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    unit, area = chosen.get("don_vi"), chosen.get("linh_vuc")
    page = worklists.choosable(
        portal=unit.code if unit else "", area=area.code if area else "",
        after=request.GET.get("sau", ""),
    )  # fmt: skip
    names = {portal.code: portal for portal in Portal.objects.all()}
    origins: dict[str, str] = {}
    for live in page.rows:
        if live.portal not in origins:
            origins[live.portal] = public_origin(live.portal)
    context = {
        "form": form,
        "rows": [(live, names.get(live.portal), origins[live.portal]) for live in page.rows],
        "next": next_query(request, page.next),
        "narrowed": bool(unit or area),
    }
    return render(request, "publishing/choose.html", context)


def _pick(request: HttpRequest, by: Any) -> HttpResponse:
    try:
        item = UUID(request.POST.get("item", ""))
    except ValueError:
        raise Http404 from None
    try:
        made = publishing.choose(item, by=by)
    except Refused as refusal:
        answers.tell_refusal(request, refusal)
        return redirect("publishing_choose")
    return answers.done(
        request, _("Đã chọn bài. Chọn chuyên mục để tiếp nhận."), "publishing_handover", made.pk
    )
