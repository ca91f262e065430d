"""The documents on which boards, posts and delegations rest, and their files."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from congtinh.organisation import permissions, queries
from congtinh.organisation.roles import Capability
from congtinh.organisation.views.wall import person_of


@require_safe
def mandates(request: HttpRequest) -> HttpResponse:
    """Those of the portals whose people one manages."""
    by = person_of(request)
    if not permissions.holds_anywhere(by, Capability.MANAGE_PEOPLE):
        raise Http404
    page = queries.mandate_page(by, after=request.GET.get("sau", ""))
    return render(request, "organisation/mandates.html", {"page": page, "next": page.next})


@require_safe
def mandate(request: HttpRequest, number: int) -> FileResponse:
    """The scanned paper, to nobody who could not see it in the list."""
    found = get_object_or_404(queries.mandates_of(person_of(request)), pk=number)
    if not found.file:
        raise Http404
    name = f"{found.number.replace('/', '-')}.pdf"
    response = FileResponse(
        found.file.open("rb"), as_attachment=True, filename=name, content_type="application/pdf"
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
