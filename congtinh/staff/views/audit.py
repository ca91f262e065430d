"""The audit on screen and as a file."""

import csv
from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic.base import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from congtinh.audit import names
from congtinh.audit.models import Entry
from congtinh.organisation import permissions
from congtinh.organisation.refusal import Refused
from congtinh.organisation.roles import Capability
from congtinh.staff import actions, queries
from congtinh.staff.forms import AuditFilter

_PAGE = 50
#: A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_COLUMNS = (
    "seq", "at", "actor", "actor_name", "capacity", "action", "portal", "object_kind",
    "object_id", "object_label", "before", "after", "reason", "hash",
)  # fmt: skip


class AuditView(WagtailAdminTemplateMixin, TemplateView):
    """The entries one may read, newest first, by keyset."""

    template_name = "staff/audit.html"
    page_title = gettext_lazy("Nhật ký")
    header_icon = "history"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        require_reader(self.request)
        context: dict[str, Any] = super().get_context_data(**kwargs)
        form = AuditFilter(self.request.GET, person=self.request.user)
        rows = queries.entries(self.request.user, form.chosen())
        before = self.request.GET.get("truoc", "")
        if before.isdigit():
            rows = rows.filter(seq__lt=int(before[:18]))
        found = list(rows[: _PAGE + 1])
        portals = queries.portal_names(entry.portal for entry in found)
        for entry in found:
            entry.deed = names.name_of(entry.action)
            entry.portal_name = portals.get(entry.portal, entry.portal)
        query = self.request.GET.copy()
        query.pop("truoc", None)
        check = queries.last_check()
        return context | {
            "form": form,
            "filtered": bool(form.chosen()),
            "entries": found[:_PAGE],
            "older": found[_PAGE - 1].seq if len(found) > _PAGE else None,
            "later": bool(before),
            "query": query.urlencode(),
            "check": check,
            "verdict": actions.verdict_of(check) if check else None,
        }

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]


def export(request: HttpRequest) -> HttpResponse:
    """The same entries as CSV, streamed; that they were taken is itself on record."""
    require_reader(request)
    form = AuditFilter(request.GET, person=request.user)
    chosen = form.chosen()
    actions.record_export(
        by=request.user, filters={name: str(value) for name, value in chosen.items()}
    )
    lines = _lines(queries.entries(request.user, chosen), translation.get_language() or "vi")
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    name = f"nhat-ky-{timezone.localdate():%Y-%m-%d}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
def verify(request: HttpRequest) -> HttpResponse:
    """Walk the chain now and say what was found."""
    try:
        verdict = actions.verify_audit(by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        if verdict:
            messages.success(
                request,
                _("Chuỗi nguyên vẹn: %(count)d mục khớp nhau từ mục đầu đến mục cuối.")
                % {"count": verdict.verified},
            )
        else:
            messages.error(
                request,
                _("Chuỗi bị đứt tại mục số %(seq)s. Hãy báo ngay Trung tâm CNTT&TT.")
                % {"seq": verdict.broken},
            )
    return redirect("staff_audit")


def require_reader(request: HttpRequest) -> None:
    if not permissions.holds_anywhere(request.user, Capability.READ_AUDIT):
        raise PermissionDenied


def guarded(cell: object) -> str:
    """Text that no spreadsheet takes for a formula."""
    text = str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


class _Echo:
    """A file for `csv` that hands back each line instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def _lines(rows: QuerySet[Entry], language: str) -> Iterator[str]:
    writer = csv.writer(_Echo())
    with translation.override(language):
        heads = [str(Entry._meta.get_field(name).verbose_name) for name in _COLUMNS]
    # The mark by which spreadsheets know UTF-8.
    yield "\ufeff" + writer.writerow(map(guarded, heads))
    for entry in rows.iterator(chunk_size=2000):
        cells = {name: getattr(entry, name) for name in _COLUMNS}
        cells["at"] = timezone.localtime(entry.at).isoformat(timespec="seconds")
        # Streaming happens outside the request, where no language is active any more.
        with translation.override(language):
            cells["action"] = names.name_of(entry.action)
        yield writer.writerow([guarded(cell) for cell in cells.values()])
