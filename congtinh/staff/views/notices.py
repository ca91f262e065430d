"""Notices: the list, the way to the thing, marking as read."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from django.views.generic.base import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from congtinh.publishing import notices
from congtinh.staff import actions, queries

_PAGE = 40


class NoticesView(WagtailAdminTemplateMixin, TemplateView):
    """A person's notices, newest first, by keyset."""

    template_name = "staff/notices.html"
    page_title = _("Thông tin")
    header_icon = "mail"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        rows = queries.notices(self.request.user)
        before = self.request.GET.get("truoc", "")
        if before.isdigit():
            rows = rows.filter(pk__lt=int(before[:18]))
        found = list(rows[: _PAGE + 1])
        return context | {
            "notices": [(notice, notices.words(notice)) for notice in found[:_PAGE]],
            "unread": queries.unread(self.request.user).count(),
            "older": found[_PAGE - 1].pk if len(found) > _PAGE else None,
            "later": bool(before),
        }

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]


def open_notice(request: HttpRequest, number: int) -> HttpResponse:
    """Lead to what a notice is about, and count it as read."""
    notice = get_object_or_404(queries.notices(request.user), pk=number)
    actions.mark_read(request.user, [notice.pk])
    inside = url_has_allowed_host_and_scheme(notice.url, {request.get_host()})
    return redirect(notice.url if notice.url and inside else "staff_notices")


@require_POST
def mark_all_read(request: HttpRequest) -> HttpResponse:
    done = actions.mark_read(request.user)
    if done:
        words = ngettext(
            "Đã đánh dấu đã đọc %(count)d thông tin.",
            "Đã đánh dấu đã đọc %(count)d thông tin.",
            done,
        )
        messages.success(request, words % {"count": done})
    return redirect("staff_notices")
