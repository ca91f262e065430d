"""Policy areas: all of them, and one more."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from congtinh.organisation import actions, permissions
from congtinh.organisation.forms import AreaPart
from congtinh.organisation.models import Area
from congtinh.organisation.roles import Capability
from congtinh.organisation.views import answers
from congtinh.organisation.views.wall import person_of, require_anything, walled


@require_http_methods(["GET", "POST"])
@walled
def areas(request: HttpRequest) -> HttpResponse:
    """The list for everyone who manages; the form for the ICT centre."""
    require_anything(request)
    by = person_of(request)
    data, _files = answers.bound(request)
    if data is not None:
        permissions.require(by, Capability.ESTABLISH, permissions.PROVINCE)
    part = AreaPart(data)
    if data is not None and answers.deed([part], lambda: actions.add_area(by=by, **part.values())):
        return answers.done(request, _("Đã thêm lĩnh vực."), "organisation_areas")
    return render(
        request,
        "organisation/areas.html",
        {
            "areas": Area.objects.order_by("order", "code"),
            "parts": [part],
            "establish": permissions.may(by, Capability.ESTABLISH, permissions.PROVINCE),
        },
        status=answers.REFUSED if part.is_bound else 200,
    )
