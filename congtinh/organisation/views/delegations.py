"""What the head entrusts to deputies, for which areas and days (Đ5.2)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from congtinh.organisation import actions, permissions, queries
from congtinh.organisation.forms import DelegatePart, MandatePart, ReasonPart
from congtinh.organisation.models import Delegation
from congtinh.organisation.roles import Capability
from congtinh.organisation.views import answers
from congtinh.organisation.views.wall import person_of, portal_or_404, walled


@require_safe
@walled
def delegations(request: HttpRequest, code: str) -> HttpResponse:
    """In force or to come first, those that are over below."""
    found = portal_or_404(request, code)
    by = person_of(request)
    permissions.require(by, Capability.MANAGE_PEOPLE, found)
    rows = Delegation.objects.filter(portal=found)
    now = timezone.now()
    related = rows.select_related("giver", "holder", "mandate").prefetch_related("areas")
    past = related.exclude(pk__in=rows.not_over(now).values("pk"))
    return render(
        request,
        "organisation/delegations.html",
        {
            "portal": found,
            "tab": "delegations",
            "current": related.not_over(now).order_by("starts_on", "pk"),
            "past": past.order_by("-starts_on", "-pk")[: queries.PAGE],
            "delegate": permissions.may(by, Capability.DELEGATE, found),
            "today": timezone.localdate(),
        },
    )


@require_http_methods(["GET", "POST"])
@walled
def add(request: HttpRequest, code: str) -> HttpResponse:
    """The head's own deed: nobody delegates in the head's name."""
    found = portal_or_404(request, code)
    by = person_of(request)
    permissions.require(by, Capability.DELEGATE, found)
    data, files = answers.bound(request)
    part = DelegatePart(
        data, deputies=queries.deputies(found), initial={"starts_on": timezone.localdate()}
    )
    mandate = MandatePart(data, files, prefix="can-cu", mandates=queries.mandates_of(by))
    parts = [part, mandate]

    def act() -> Delegation:
        return actions.entrust(portal=found, mandate=mandate.chosen(), by=by, **part.cleaned_data)

    if data is not None and answers.deed(parts, act):
        return answers.done(request, _("Đã ủy nhiệm."), "organisation_delegations", code)
    return answers.sheet(
        request, parts, title=_("Ủy nhiệm cho Phó ban"), verb=_("Ủy nhiệm"), portal=found,
         back=reverse("organisation_delegations", args=[code]),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@walled
def end(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take a delegation back, this second."""
    found = portal_or_404(request, code)
    by = person_of(request)
    permissions.require(by, Capability.DELEGATE, found)
    rows = Delegation.objects.filter(portal=found).select_related("holder", "mandate")
    given = get_object_or_404(rows, pk=number)
    data, _files = answers.bound(request)
    part = ReasonPart(data)
    if data is not None and answers.deed(
        [part],
        lambda: actions.end_delegation(given, by=by, reason=part.cleaned_data["reason"]),
    ):
        return answers.done(request, _("Đã thu hồi ủy nhiệm."), "organisation_delegations", code)
    return answers.sheet(
        request, [part], title=_("Thu hồi ủy nhiệm"), verb=_("Thu hồi"), portal=found,
         back=reverse("organisation_delegations", args=[code]),
        about=_("%(person)s, %(mandate)s. Quyền chấm dứt ngay khi bấm nút.")
        % {"person": given.holder, "mandate": given.mandate},
    )  # fmt: skip
