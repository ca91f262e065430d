"""One item: its story, withdrawing, offering and translating it, bringing back a version."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from congtinh.organisation.refusal import Refused
from congtinh.publishing import actions as publishing
from congtinh.publishing import differences, histories, kinds, obstacles, queries, sealing, standing
from congtinh.publishing.addresses import public_url
from congtinh.publishing.models import Content, Publication
from congtinh.publishing.previews import publication_context
from congtinh.publishing.side_panels import deeds
from congtinh.publishing.views import answers
from congtinh.publishing.views.forms import OfferForm, ReasonForm
from congtinh.publishing.views.review import framed
from congtinh.publishing.views.wall import content_or_404, person_of, publication_or_404

TABS = ("ban-dang", "luot-duyet", "khac")


@require_safe
def item(request: HttpRequest, item: UUID) -> HttpResponse:
    """Publications, reviews and decisions of one item, and what differs between versions."""
    content = content_or_404(request, item)
    tab = request.GET.get("xem", "")
    context = {
        **_about(request, content),
        "tab": tab if tab in TABS else TABS[0],
        "history": histories.of_item(item),
        **deeds(content, by=person_of(request)),
    }
    if context["tab"] == "khac":
        context |= _comparison(request, content)
    return answers.page(request, "item", context)


@require_safe
def version(request: HttpRequest, item: UUID, version: int) -> HttpResponse:
    """A published version as readers got it, framed."""
    return framed(request, publication_context(publication_or_404(request, item, version)))


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, item: UUID) -> HttpResponse:
    """Take a public text down, with the reason readers will see."""
    content = content_or_404(request, item)
    form = ReasonForm(
        request.POST if request.method == "POST" else None, label=_("Lý do gỡ bài"),
        hint=_("Người đọc sẽ thấy lý do này tại địa chỉ của bài."),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            publishing.withdraw(item, by=person_of(request), **form.cleaned_data)
        except Refused as refusal:
            answers.add_refusal(form, refusal)
        else:
            return answers.done(request, _("Đã gỡ bài."), "publishing_item", item)
    reasons = obstacles.against_withdrawing(content, by=person_of(request))
    context = {**_about(request, content), "form": form, "reasons": reasons}
    return answers.page(request, "withdraw", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest, item: UUID) -> HttpResponse:
    """Offer a public text of a unit to the general portal."""
    content = content_or_404(request, item)
    form = OfferForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            made = publishing.offer(item, by=person_of(request), **form.cleaned_data)
        except Refused as refusal:
            answers.add_refusal(form, refusal)
        else:
            return answers.done(
                request, _("Đã chuyển lên Cổng tỉnh."), "publishing_handover", made.pk
            )
    reasons = obstacles.against_offering(content, by=person_of(request))
    context = {**_about(request, content), "form": form, "reasons": reasons}
    return answers.page(request, "offer", context, form)


@require_POST
def translate(request: HttpRequest, item: UUID) -> HttpResponse:
    """Begin the English of a text."""
    content = content_or_404(request, item)
    try:
        made = publishing.translate(content, by=person_of(request))
    except Refused as refusal:
        answers.tell_refusal(request, refusal)
        return redirect("publishing_item", item)
    where = kinds.of(made).edit_url(made)
    return answers.done(request, _("Đã tạo bản tiếng Anh, hãy dịch rồi gửi duyệt."), where)


@require_safe
def restore(request: HttpRequest, item: UUID, version: int) -> HttpResponse:
    """Open an older version in the editor; saving it there makes it the working copy."""
    content = content_or_404(request, item)
    publication = publication_or_404(request, item, version)
    revision = histories.revision_of(publication, content)
    if revision is None:
        answers.tell_refusal(
            request,
            Refused(_("Không còn bản thảo của bản này. Xem «Lịch sử bản thảo» để chọn bản khác.")),
        )
        return redirect("publishing_item", item)
    name = content.snippet_viewset.get_url_name("revisions_revert")
    return redirect(reverse(name, args=[content.pk, revision.pk]))


def _about(request: HttpRequest, content: Content) -> dict[str, Any]:
    kind = kinds.of(content)
    live = queries.live_publication(content.item)
    return {
        "content": content,
        "kind_label": kind.label,
        "edit_url": kind.edit_url(content),
        "drafts_url": reverse(content.snippet_viewset.get_url_name("history"), args=[content.pk]),
        "stage": standing.stage_of(content),
        "live": live,
        "public_url": public_url(live.portal, live.path) if live else "",
    }


def _comparison(request: HttpRequest, content: Content) -> dict[str, Any]:
    """Two published versions side by side; without a choice the two newest."""
    rows = Publication.objects.filter(item=content.item, verb=Publication.Verb.PUBLISH)
    numbers = list(rows.order_by("version").values_list("version", flat=True))
    if len(numbers) < 2:
        return {"versions": numbers}
    old = _chosen(request, "cu", numbers, numbers[-2])
    new = _chosen(request, "moi", numbers, numbers[-1])
    before = get_object_or_404(rows, version=old)
    after = get_object_or_404(rows, version=new)
    difference = differences.between(
        after.kind, sealing.unseal(before.content), sealing.unseal(after.content)
    )
    return {"versions": numbers, "old": old, "new": new, "difference": difference}


def _chosen(request: HttpRequest, name: str, numbers: list[int], default: int) -> int:
    wanted = request.GET.get(name, "")
    number = int(wanted) if wanted.isdigit() else default
    return number if number in numbers else default
