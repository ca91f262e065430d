"""The queue: what waits for a decision in one's portals, what is scheduled, what was decided."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from congtinh.publishing import worklists
from congtinh.publishing.views.forms import QueueFilter
from congtinh.publishing.views.wall import person_of
from congtinh.publishing.worklists import QUEUE_TABS, Narrowing


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """One of three lists, narrowed and page by page."""
    by = person_of(request)
    tab = request.GET.get("xem", "")
    tab = tab if tab in QUEUE_TABS else QUEUE_TABS[0]
    form = QueueFilter(request.GET, by=by)
    chosen = form.cleaned_data if form.is_valid() else {}
    area = chosen.get("linh_vuc")
    narrowing = Narrowing(
        portal=chosen.get("cong"), area=area.pk if area else None,
        mine=bool(chosen.get("cua_toi")), overdue=bool(chosen.get("qua_han")),
    )  # fmt: skip
    page = worklists.queue(by, tab, narrowing, request.GET.get("sau", ""))
    return render(
        request,
        "publishing/queue.html",
        {
            "tab": tab,
            "form": form,
            "page": page,
            "next": next_query(request, page.next),
            "narrowed": narrowing != Narrowing(),
            "today": timezone.localdate(),
        },
    )


def next_query(request: HttpRequest, key: str) -> str:
    """The query string of the next page, with the filters that stand; empty on the last."""
    if not key:
        return ""
    kept = {name: value for name, value in request.GET.items() if name != "sau" and value}
    return urlencode({**kept, "sau": key})
