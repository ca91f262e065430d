"""One hand-over: the source as taken up, the source now, our text; and what the office does."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from congtinh.organisation import permissions
from congtinh.organisation.refusal import Refused
from congtinh.organisation.roles import Capability
from congtinh.publishing import actions as publishing
from congtinh.publishing import differences, histories, kinds, obstacles, queries, sealing
from congtinh.publishing.addresses import public_url
from congtinh.publishing.differences import words_of
from congtinh.publishing.field_names import field_name
from congtinh.publishing.kinds import Sealed
from congtinh.publishing.models import Handover, Publication
from congtinh.publishing.previews import publication_context
from congtinh.publishing.states import HandoverState
from congtinh.publishing.views import answers
from congtinh.publishing.views.forms import ReasonForm, TakeUpForm
from congtinh.publishing.views.review import framed
from congtinh.publishing.views.wall import handover_or_404, person_of

TABS = ("goc", "doi", "so-sanh", "lich-su")


@require_safe
def handover(request: HttpRequest, number: int) -> HttpResponse:
    """Reading an offered text and deciding what becomes of it."""
    return _show(request, handover_or_404(request, number))


@require_safe
def text(request: HttpRequest, number: int) -> HttpResponse:
    """The source as readers of its portal see it, framed."""
    found = handover_or_404(request, number)
    source = _sources(found)["now"]
    if source is None:
        raise Http404
    return framed(request, publication_context(source))


@require_POST
def take_up(request: HttpRequest, number: int) -> HttpResponse:
    """Take the text up as an article of the general portal, and go on to edit it."""
    found = handover_or_404(request, number)
    form = TakeUpForm(request.POST, portal=found.portal, prefix="nhan")

    def deed() -> str:
        content = publishing.take_up(found, by=person_of(request), **form.cleaned_data)
        return kinds.of(content).edit_url(content)

    said = _("Đã tiếp nhận. Biên tập xong, hãy gửi duyệt.")
    return _answer(request, found, "take_up_form", form, deed=deed, said=said)


@require_POST
def decline(request: HttpRequest, number: int) -> HttpResponse:
    """Do not take the text up, and say why."""
    return _with_reason(
        request, number, "decline_form", "khong-nhan", verb=publishing.decline_handover,
        said=_("Đã trả lời đơn vị."),
    )  # fmt: skip


@require_POST
def keep(request: HttpRequest, number: int) -> HttpResponse:
    """Leave our text as it is although the source moved."""
    return _with_reason(
        request,
        number,
        "keep_form",
        "giu",
        verb=publishing.keep,
        said=_("Đã giữ nguyên bài của Cổng tỉnh."),
    )


@require_POST
def close(request: HttpRequest, number: int) -> HttpResponse:
    """Withdraw our text because its source changed or went."""
    return _with_reason(
        request,
        number,
        "close_form",
        "go",
        verb=publishing.close_for,
        said=_("Đã gỡ bài trên Cổng tỉnh."),
    )


@require_POST
def take_over(request: HttpRequest, number: int) -> HttpResponse:
    """Bring the unit's changes into our working copy, and go on to edit it."""
    found = handover_or_404(request, number)
    try:
        content = publishing.take_over(found, by=person_of(request))
    except Refused as refusal:
        answers.tell_refusal(request, refusal)
        return answers.redirect("publishing_handover", found.pk)
    where = kinds.of(content).edit_url(content)
    return answers.done(request, _("Đã lấy thay đổi của đơn vị vào bản thảo."), where)


def _with_reason(
    request: HttpRequest,
    number: int,
    name: str,
    prefix: str,
    *,
    verb: Callable[..., Any],
    said: Any,
) -> HttpResponse:
    found = handover_or_404(request, number)
    form = ReasonForm(request.POST, prefix=prefix)

    def deed() -> str:
        verb(found, by=person_of(request), reason=form.cleaned_data["reason"])
        return queries.handover_url(found)

    return _answer(request, found, name, form, deed=deed, said=said)


def _answer(
    request: HttpRequest,
    found: Handover,
    name: str,
    form: Any,
    *,
    deed: Callable[[], str],
    said: Any,
) -> HttpResponse:
    if form.is_valid():
        try:
            where = deed()
        except Refused as refusal:
            answers.add_refusal(form, refusal)
            found = handover_or_404(request, found.pk)
        else:
            return answers.done(request, said, where)
    return _show(request, found, **{name: form})


def _show(request: HttpRequest, found: Handover, **sent: Any) -> HttpResponse:
    tab = request.GET.get("xem", "")
    sources = _sources(found)
    # The office's working copy is nobody else's to read.
    office = permissions.may(person_of(request), Capability.READ, found.portal)
    content = queries.find(found.item) if found.item and office else None
    now = sources["now"]
    context = {
        "handover": found,
        "tab": tab if tab in TABS else _first_tab(found),
        "content": content,
        "edit_url": kinds.get(found.kind).edit_url(content) if content else "",
        "source": now,
        "source_url": public_url(now.portal, now.path) if now else "",
        "gone": not queries.is_live(found.source_item),
        "ours_live": bool(found.item and queries.is_live(found.item)),
        "steps": histories.steps_of(found),
        **_may(request, found),
        **_differences(found, sources, content),
        "take_up_form": TakeUpForm(portal=found.portal, prefix="nhan"),
        "decline_form": ReasonForm(prefix="khong-nhan", label=_("Lý do không tiếp nhận")),
        "keep_form": ReasonForm(prefix="giu", label=_("Vì sao giữ (không bắt buộc)")),
        "close_form": ReasonForm(
            prefix="go", label=_("Lý do"), hint=_("Nếu bài đang đăng, người đọc sẽ thấy lý do này.")
        ),
        **sent,
    }
    return answers.page(request, "handover", context, *sent.values())


def _may(request: HttpRequest, found: Handover) -> dict[str, Any]:
    """Which verbs the state offers, and what stands against each."""
    by = person_of(request)
    changed = found.state == HandoverState.SOURCE_CHANGED
    verbs = {
        HandoverState.OFFERED: ("take_up", "decline"),
        HandoverState.SOURCE_CHANGED: ("take_over", "keep", "close"),
        HandoverState.SOURCE_WITHDRAWN: ("keep", "close"),
    }.get(HandoverState(found.state), ())
    against = {verb: obstacles.against_handover(found, verb, by=by) for verb in verbs}
    return {"against": against, "offered": found.state == HandoverState.OFFERED, "changed": changed}


def _first_tab(found: Handover) -> str:
    return "doi" if found.state == HandoverState.SOURCE_CHANGED else "goc"


def _sources(found: Handover) -> dict[str, Publication | None]:
    """The source as taken up and as it stands now; a withdrawal shows the words it took down."""
    rows = Publication.objects.filter(item=found.source_item, verb=Publication.Verb.PUBLISH)
    newest = rows.filter(seq__lte=found.newest_seq).order_by("-seq").first()
    taken = rows.filter(seq__lte=found.source_seq).order_by("-seq").first()
    return {"taken": taken, "now": newest}


def _differences(found: Handover, sources: Any, content: Any) -> dict[str, Any]:
    taken, now = sources["taken"], sources["now"]
    if taken is None or now is None:
        return {}
    old, new = sealing.unseal(taken.content), sealing.unseal(now.content)
    context: dict[str, Any] = {
        "changes": differences.between(found.kind, old, new) if taken.seq != now.seq else None
    }
    if content is not None:
        ours = kinds.get(found.kind).seal(content)
        context["edits"] = differences.between(found.kind, old, ours, same_item=False)
        context["sides"] = _sides(found.kind, old, new, ours)
    return context


def _sides(kind_name: str, *texts: Sealed) -> list[tuple[str, list[str]]]:
    """(field, its words in each text), for reading side by side."""
    words = [words_of(kinds.get(kind_name), sealed) for sealed in texts]
    names = dict.fromkeys(name for one in words for name in one)
    return [(field_name(name), [one.get(name, "") for one in words]) for name in names]
