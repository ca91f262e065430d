"""Submitting a text: what checks find, what differs from what readers see, who should decide."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from congtinh.organisation.refusal import Refused
from congtinh.publishing import actions as publishing
from congtinh.publishing import differences, kinds, obstacles, queries, sealing, standing
from congtinh.publishing.field_names import findings
from congtinh.publishing.models import Content
from congtinh.publishing.views import answers
from congtinh.publishing.views.forms import SubmitForm
from congtinh.publishing.views.wall import content_or_404, person_of, review_or_404
from congtinh.vietnamese import working_days

#: Working days within which a text should be decided, unless the writer asks otherwise.
DAYS_TO_DECIDE = 2


@require_http_methods(["GET", "HEAD", "POST"])
def submit(request: HttpRequest, item: UUID) -> HttpResponse:
    """The last look before a text goes to the moderators."""
    content = content_or_404(request, item)
    live = queries.live_publication(item)
    form = SubmitForm(
        request.POST if request.method == "POST" else None,
        content=content, live=live is not None,
        initial={"due_on": working_days.add(timezone.localdate(), DAYS_TO_DECIDE)},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            review = publishing.submit(content, by=person_of(request), **form.cleaned_data)
        except Refused as refusal:
            answers.add_refusal(form, refusal)
        else:
            return answers.done(
                request, _("Đã gửi duyệt. Người duyệt đã được báo."), "publishing_review", review.pk
            )
    return answers.page(request, "submit", _context(request, content, live, form), form)


def _context(request: HttpRequest, content: Content, live: Any, form: SubmitForm) -> dict[str, Any]:
    kind = kinds.of(content)
    sealed = kind.seal(content)
    found = findings(queries.issues(kind, sealed, content.item))
    before = sealing.unseal(live.content) if live else None
    return {
        "content": content,
        "edit_url": kind.edit_url(content),
        "stage": standing.stage_of(content),
        "live": live,
        "form": form,
        "blocking": [finding for finding in found if finding.blocks],
        "others": [finding for finding in found if not finding.blocks],
        "reasons": obstacles.against_submitting(content, by=person_of(request)),
        "pending": queries.pending_review(content.item),
        "difference": differences.between(kind.name, before, sealed) if before else None,
    }


@require_POST
def recall(request: HttpRequest, number: int) -> HttpResponse:
    """The writer takes a text back and goes on writing."""
    review = review_or_404(request, number)
    try:
        publishing.recall(review, by=person_of(request))
    except Refused as refusal:
        answers.tell_refusal(request, refusal)
        return answers.redirect("publishing_review", review.pk)
    where = queries.content_url(review.kind, review.item) or "publishing_queue"
    return answers.done(request, _("Đã rút về. Bài sửa tiếp được."), where)
