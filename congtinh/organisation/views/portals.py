"""The list of portals, and the founding of a new one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from congtinh.organisation import actions, permissions, queries
from congtinh.organisation.forms import (
    FirstDayPart,
    MandatePart,
    NewPortalPart,
    PersonPart,
    PortalFilter,
    UnitPart,
)
from congtinh.organisation.models import Person, Portal
from congtinh.organisation.roles import Capability, Role
from congtinh.organisation.views import answers
from congtinh.organisation.views.wall import person_of, require_anything, walled

#: As many warnings as can be read at a glance.
_WARNINGS = 8


@require_safe
def portals(request: HttpRequest) -> HttpResponse:
    """The portals one manages, with their heads and the posts that are or will be empty."""
    require_anything(request)
    by = person_of(request)
    form = PortalFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    page = queries.portal_page(
        by, kind=chosen.get("loai", ""), words=chosen.get("tim", ""),
        after=request.GET.get("sau", ""),
    )  # fmt: skip
    found = queries.gaps(queries.managed(by), timezone.localdate())
    return render(
        request,
        "organisation/portals.html",
        {
            "form": form,
            "page": page,
            "next": following(request, page.next),
            "narrowed": any(chosen.values()),
            "gaps": found[:_WARNINGS],
            "more_gaps": max(len(found) - _WARNINGS, 0),
            "today": timezone.localdate(),
            "establish": permissions.may(by, Capability.ESTABLISH, permissions.PROVINCE),
            "people": permissions.holds_anywhere(by, Capability.MANAGE_PEOPLE),
        },
    )


@require_http_methods(["GET", "POST"])
@walled
def establish(request: HttpRequest) -> HttpResponse:
    """One form from the unit to the first administrator (Đ2, Đ3.2, Đ11)."""
    by = person_of(request)
    permissions.require(by, Capability.ESTABLISH, permissions.PROVINCE)
    data, files = answers.bound(request)
    people = queries.people_of(by)
    unit = UnitPart(data, prefix="don-vi")
    portal = NewPortalPart(data)
    head = PersonPart(data, prefix="truong-ban", people=people, legend=_("Trưởng ban đầu tiên"))
    admin = PersonPart(data, prefix="quan-tri", people=people, legend=_("Người quản trị đầu tiên"))
    mandate = MandatePart(data, files, prefix="can-cu", mandates=queries.mandates_of(by))
    first_day = FirstDayPart(data, initial={"starts_on": timezone.localdate()})
    parts = [unit, portal, head, admin, mandate, first_day]
    chosen: list[tuple[Role, Any]] = []

    def act() -> Portal:
        chosen.extend([(Role.HEAD, head.chosen()), (Role.ADMINISTER, admin.chosen())])
        return actions.open_portal(
            unit=unit.chosen(), staff=chosen, mandate=mandate.chosen(),
            starts_on=first_day.cleaned_data["starts_on"], by=by, **portal.values(),
        )  # fmt: skip

    made = answers.deed(parts, act) if data is not None else None
    if made is None:
        return answers.sheet(
            request, parts, title=_("Lập cổng"), verb=_("Lập cổng"),
            back=reverse("organisation_portals"),
        )  # fmt: skip
    words = _("Đã lập %(portal)s.") % {"portal": made}
    given = new_accounts(who for _role, who in chosen)
    if given:
        back = reverse("organisation_portal", args=[made.code])
        return answers.passwords(request, words, given, back=back)
    return answers.done(request, words, "organisation_portal", made.code)


def new_accounts(chosen: Any) -> list[tuple[Person, str]]:
    """The accounts that were opened just now, each with its password."""
    new = [who for who in chosen if not isinstance(who, Person)]
    if not new:
        return []
    people = Person.objects.filter(username__in=[who.username for who in new])
    rows = {row.username: row for row in people}
    return [(rows[who.username], who.password) for who in new]


def following(request: HttpRequest, key: str) -> str:
    """The query string of the next page, with the filters that stand; empty on the last."""
    if not key:
        return ""
    query = request.GET.copy()
    query["sau"] = key
    return query.urlencode()
