"""What was done to a portal's organisation, by whom (Đ14.1)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from congtinh.audit import names
from congtinh.organisation import permissions, queries
from congtinh.organisation.roles import Capability
from congtinh.organisation.views.wall import person_of, portal_or_404, walled


@require_safe
@walled
def history(request: HttpRequest, code: str) -> HttpResponse:
    """Newest first; editorial work is not among it, so the ICT centre may read it as well."""
    found = portal_or_404(request, code)
    by = person_of(request)
    if not permissions.may(by, Capability.OPERATE, found):
        permissions.require(by, Capability.READ_AUDIT, found)
    page = queries.history_page(found, after=request.GET.get("sau", ""))
    for entry in page:
        entry.deed = names.name_of(entry.action)
    return render(
        request,
        "organisation/history.html",
        {"portal": found, "tab": "history", "page": page, "next": page.next},
    )
