"""«Việc của tôi», the first page: all that waits for this person, and what they may begin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.views.generic.base import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from congtinh.organisation import permissions
from congtinh.organisation.roles import Capability
from congtinh.publishing import notices
from congtinh.publishing import queries as publishing
from congtinh.staff import queries


class MyWorkView(WagtailAdminTemplateMixin, TemplateView):
    """One page, so that nobody has to look for their work."""

    template_name = "staff/my_work.html"
    page_title = _("Việc của tôi")
    _show_breadcrumbs = False

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        person = self.request.user
        reviews = queries.awaiting_decision(person)
        for review in reviews.lines:
            review.url = publishing.review_url(review)
        sent = queries.sent(person)
        for review in sent.lines:
            review.url = publishing.review_url(review)
        offered, moved = queries.awaiting_office(person)
        for handover in (*offered.lines, *moved.lines):
            handover.url = publishing.handover_url(handover)
        ending, undecided = queries.organisation_tasks(person)
        work = {
            "reviews": reviews,
            "back": queries.back_with_writer(person),
            "offered": offered,
            "moved": moved,
            "ending": ending,
            "undecided": undecided,
        }
        own = {"sent": sent, "drafts": queries.drafts(person)}
        unread = list(queries.unread(person).order_by("-pk")[:6])
        return (
            context
            | work
            | own
            | {
                "may_write": permissions.holds_anywhere(person, Capability.WRITE),
                "may_organise": permissions.holds_anywhere(person, Capability.MANAGE_PEOPLE),
                "notices": [(notice, notices.words(notice)) for notice in unread],
                "nothing_waits": not any(work.values()),
                "nothing_at_all": not any((*work.values(), *own.values())),
            }
        )
