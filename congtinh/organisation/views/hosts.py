"""The host names a portal answers on (Đ2.1)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from congtinh.organisation import actions, permissions
from congtinh.organisation.forms import HostPart
from congtinh.organisation.roles import Capability
from congtinh.organisation.views import answers
from congtinh.organisation.views.wall import person_of, portal_or_404, walled


@require_http_methods(["GET", "POST"])
@walled
def hosts(request: HttpRequest, code: str) -> HttpResponse:
    """The list, and the ICT centre's form for one more."""
    found = portal_or_404(request, code)
    by = person_of(request)
    data, _files = answers.bound(request)
    if data is not None:
        permissions.require(by, Capability.ESTABLISH, permissions.PROVINCE)
    part = HostPart(data)
    if data is not None and answers.deed(
        [part], lambda: actions.add_host(found, part.cleaned_data["host"], by=by)
    ):
        return answers.done(request, _("Đã thêm tên miền."), "organisation_hosts", code)
    return render(
        request,
        "organisation/hosts.html",
        {
            "portal": found,
            "tab": "hosts",
            "hosts": found.hosts.order_by("-canonical", "host"),
            "parts": [part],
            "establish": permissions.may(by, Capability.ESTABLISH, permissions.PROVINCE),
        },
        status=answers.REFUSED if part.is_bound else 200,
    )
