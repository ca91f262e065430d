"""The verbs of the review screen; each is a POST and one call to an action."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from congtinh.organisation.refusal import Refused
from congtinh.publishing import actions as publishing
from congtinh.publishing import sealing
from congtinh.publishing.models import Review
from congtinh.publishing.views import answers
from congtinh.publishing.views.forms import ApproveForm, AssignForm, NoteForm, ReasonForm
from congtinh.publishing.views.review import places, show
from congtinh.publishing.views.wall import person_of, review_or_404


@require_POST
def approve(request: HttpRequest, number: int) -> HttpResponse:
    """Publish now or at a set time what was on the screen."""
    found = review_or_404(request, number)
    form = ApproveForm(request.POST, prefix="duyet")

    def deed() -> None:
        publishing.approve(found, by=person_of(request), **form.cleaned_data)

    later = _("Đã duyệt, bài sẽ tự đăng đúng giờ.")
    said = later if form.is_valid() and form.cleaned_data["release_at"] else _("Đã duyệt đăng.")
    return _answer(request, found, "approve_form", form, deed=deed, said=said)


@require_POST
def send_back(request: HttpRequest, number: int) -> HttpResponse:
    """Give the text back with what is to be mended."""
    return _with_reason(
        request, number, "send_back_form", "tra-lai", verb=publishing.send_back,
        said=_("Đã trả lại. Người viết đã được báo."),
    )  # fmt: skip


@require_POST
def decline(request: HttpRequest, number: int) -> HttpResponse:
    """Refuse the text for good."""
    return _with_reason(
        request, number, "decline_form", "tu-choi", verb=publishing.decline,
        said=_("Đã từ chối. Người viết đã được báo."),
    )  # fmt: skip


@require_POST
def cancel(request: HttpRequest, number: int) -> HttpResponse:
    """Take a scheduled text off the schedule."""
    return _with_reason(
        request,
        number,
        "cancel_form",
        "huy",
        verb=publishing.cancel_schedule,
        said=_("Đã hủy lịch đăng."),
    )


@require_POST
def note(request: HttpRequest, number: int) -> HttpResponse:
    """Leave a remark."""
    found = review_or_404(request, number)
    offered = places(found.kind, sealing.unseal(found.content))
    form = NoteForm(request.POST, places=offered, prefix="y-kien")

    def deed() -> None:
        publishing.note(found, by=person_of(request), **form.cleaned_data)

    return _answer(request, found, "note_form", form, deed=deed, said=_("Đã ghi ý kiến."))


@require_POST
def assign(request: HttpRequest, number: int) -> HttpResponse:
    """Give the review to one moderator, with a date."""
    found = review_or_404(request, number)
    form = AssignForm(request.POST, review=found, prefix="giao")

    def deed() -> None:
        publishing.assign(found, by=person_of(request), **form.cleaned_data)

    return _answer(request, found, "assign_form", form, deed=deed, said=_("Đã giao người duyệt."))


@require_POST
def confirm(request: HttpRequest, number: int) -> HttpResponse:
    """Put on record that what a check pointed at is in order."""
    found = review_or_404(request, number)
    try:
        publishing.confirm(found, request.POST.get("issue", ""), by=person_of(request))
    except Refused as refusal:
        answers.tell_refusal(request, refusal)
        return answers.redirect("publishing_review", found.pk)
    return answers.done(request, _("Đã xác nhận điểm kiểm tra."), "publishing_review", found.pk)


def _with_reason(
    request: HttpRequest,
    number: int,
    name: str,
    prefix: str,
    *,
    verb: Callable[..., Any],
    said: Any,
) -> HttpResponse:
    found = review_or_404(request, number)
    form = ReasonForm(request.POST, prefix=prefix)

    def deed() -> None:
        verb(found, by=person_of(request), reason=form.cleaned_data["reason"])

    return _answer(request, found, name, form, deed=deed, said=said)


def _answer(
    request: HttpRequest,
    found: Review,
    name: str,
    form: Any,
    *,
    deed: Callable[[], None],
    said: Any,
) -> HttpResponse:
    """Do it and go on, or show the review again with the form as it was typed and the reasons."""
    if form.is_valid():
        try:
            deed()
        except Refused as refusal:
            answers.add_refusal(form, refusal)
            # The action may have been refused because someone else was first.
            found = review_or_404(request, found.pk)
        else:
            return answers.done(request, said, "publishing_review", found.pk)
    return show(request, found, **{name: form})
