"""The people of the portals one manages."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from congtinh.organisation import permissions, queries
from congtinh.organisation.forms import PeopleFilter
from congtinh.organisation.roles import Capability
from congtinh.organisation.views.portals import following
from congtinh.organisation.views.wall import person_of


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """By given name, as Vietnamese lists go."""
    by = person_of(request)
    if not permissions.holds_anywhere(by, Capability.MANAGE_PEOPLE):
        raise Http404
    form = PeopleFilter(request.GET, by=by)
    chosen = form.cleaned_data if form.is_valid() else {}
    page = queries.people_page(
        by, words=chosen.get("tim", ""), state=chosen.get("trang_thai", ""),
        portal=chosen.get("cong"), after=request.GET.get("sau", ""),
    )  # fmt: skip
    return render(
        request,
        "organisation/people.html",
        {
            "form": form,
            "page": page,
            "next": following(request, page.next),
            "narrowed": any(chosen.values()),
            "begun": bool(request.GET.get("sau")),
        },
    )
