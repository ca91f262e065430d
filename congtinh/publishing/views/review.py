"""The review screen: the sealed text as readers will get it, what differs, and the decision."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from congtinh.organisation import permissions
from congtinh.organisation.roles import Capability
from congtinh.publishing import differences, histories, kinds, obstacles, queries, sealing
from congtinh.publishing.field_names import field_name, findings
from congtinh.publishing.kinds import Sealed
from congtinh.publishing.models import Content, Review
from congtinh.publishing.previews import sealed_context
from congtinh.publishing.states import ReviewState
from congtinh.publishing.views import answers
from congtinh.publishing.views.forms import ApproveForm, AssignForm, NoteForm, ReasonForm
from congtinh.publishing.views.wall import person_of, review_or_404

TABS = ("trinh", "dang", "nhap", "lich-su")
_FRAME_POLICY = (
    "default-src 'none'; img-src 'self' http: https:; media-src 'self' http: https:; "
    "style-src 'self'; font-src 'self'; frame-ancestors 'self'; form-action 'none'; base-uri 'none'"
)


@require_safe
def review(request: HttpRequest, number: int) -> HttpResponse:
    """Reading and deciding about one submitted text."""
    return show(request, review_or_404(request, number))


@require_safe
def text(request: HttpRequest, number: int) -> HttpResponse:
    """The sealed text alone, framed in the review screen."""
    found = review_or_404(request, number)
    return framed(request, sealed_context(found.kind, sealing.unseal(found.content)))


def framed(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """A text as readers see it, in a frame of ours that runs no script and sends no form."""
    response = render(request, "publishing/preview.html", context)
    response.headers["Content-Security-Policy"] = _FRAME_POLICY
    return response


def show(request: HttpRequest, found: Review, **sent: Any) -> HttpResponse:
    """The review screen; `sent` are forms that came back refused, by their name."""
    content = queries.find(found.item)
    sealed = sealing.unseal(found.content)
    context = {
        "review": found,
        "content": content,
        "edit_url": kinds.get(found.kind).edit_url(content) if content else "",
        "decision": found.decisions.order_by("-pk").first(),
        "notes": list(found.notes.select_related("by").order_by("pk")),
        **_tabs(request, found, content, sealed),
        **_deciding(request, found, content),
        **_forms(found, sealed),
        **sent,
    }
    context["unshown"] = _unshown(context, sent)
    return answers.page(request, "review", context, *sent.values())


def _unshown(context: dict[str, Any], sent: dict[str, Any]) -> list[Any]:
    """Forms that came back refused and have no place on the screen any more: someone else was
    first. Their reasons, and what was typed, stand above the text instead.
    """
    moderates = context["may_moderate"]
    deciding = context["open"] and moderates
    shown = {
        "note_form": moderates,
        "cancel_form": context["scheduled"] and not context["against_cancelling"],
    }
    return [form for name, form in sent.items() if not shown.get(name, deciding)]


def places(kind: str, sealed: Sealed) -> list[tuple[str, str]]:
    """The fields of a text that a remark can be about."""
    return [(place, field_name(place)) for place, _words in kinds.get(kind).texts(sealed)]


def _forms(found: Review, sealed: Sealed) -> dict[str, Any]:
    assigned = {"assignee": found.assignee_id, "due_on": found.due_on}
    return {
        "approve_form": ApproveForm(initial={"seen": found.content_hash}, prefix="duyet"),
        "send_back_form": ReasonForm(prefix="tra-lai"),
        "decline_form": ReasonForm(prefix="tu-choi"),
        "cancel_form": ReasonForm(prefix="huy"),
        "note_form": NoteForm(places=places(found.kind, sealed), prefix="y-kien"),
        "assign_form": AssignForm(review=found, initial=assigned, prefix="giao"),
    }


def _deciding(request: HttpRequest, found: Review, content: Content | None) -> dict[str, Any]:
    """What the person may do here, with the reasons where not."""
    by = person_of(request)
    issues = queries.issues_of(found)
    open_ = found.state == ReviewState.OPEN
    approving: obstacles.Reasons = ()
    if open_ and content:
        approving = obstacles.against_approving(found, content, by=by, issues=issues)
    moderates = permissions.may(by, Capability.MODERATE, found)
    return {
        "open": open_,
        "scheduled": found.state == ReviewState.SCHEDULED,
        "findings": findings(issues, found),
        "against_approving": approving,
        "against_sending_back": obstacles.against_verb(found, "send_back", by=by),
        "against_cancelling": obstacles.against_verb(found, "cancel", by=by),
        "may_recall": not obstacles.against_recalling(found, content, by=by),
        "may_moderate": bool(moderates),
    }


def _tabs(
    request: HttpRequest, found: Review, content: Content | None, sealed: Sealed
) -> dict[str, Any]:
    """Only the tab that is open costs anything beyond knowing whether it is there."""
    tab = request.GET.get("xem", "")
    tab = tab if tab in TABS else TABS[0]
    live = queries.live_publication(found.item)
    if live and live.content_hash == found.content_hash:
        live = None
    moved_on = False
    if content and found.state in {ReviewState.OPEN, ReviewState.SCHEDULED}:
        moved_on = sealing.seal(content)[1] != found.content_hash
    context: dict[str, Any] = {"tab": tab, "live": live, "moved_on": moved_on}
    if tab == "dang" and live:
        before = sealing.unseal(live.content)
        context["difference"] = differences.between(found.kind, before, sealed)
    elif tab == "nhap" and content:
        now = kinds.get(found.kind).seal(content)
        context["difference"] = differences.between(found.kind, sealed, now)
    elif tab == "lich-su":
        context["steps"] = histories.steps_of(found)
        context["history"] = histories.of_item(found.item)
    return context
