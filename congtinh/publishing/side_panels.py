"""Beside the editor: where the text stands, what the checks find, what moderators noted."""

from typing import Any

from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel

from congtinh.publishing import holding, kinds, obstacles, queries, standing
from congtinh.publishing.addresses import public_url
from congtinh.publishing.field_names import findings
from congtinh.publishing.models import Content, Review


class ReviewSidePanel(BaseSidePanel):
    """Status, notes and checks of one working copy."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Trạng thái và kiểm tra")
        icon_name = "clipboard-list"

    name = "review"
    title = _("Trạng thái và kiểm tra")
    template_name = "publishing/side_panel.html"
    order = 50

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        content = self.object
        kind = kinds.of(content)
        review = Review.objects.filter(item=content.item).defer("content").order_by("-pk").first()
        pending = queries.pending_review(content.item)
        by = self.request.user
        context |= {
            "content": content,
            # Wagtail renders panels without the request's own context.
            "csrf_token": get_token(self.request),
            "stage": standing.stage_of(content),
            "pending": pending,
            "recalling": obstacles.against_recalling(pending, content, by=by) if pending else (),
            "notes": list(review.notes.select_related("by").order_by("pk")) if review else [],
            "decision": review.decisions.order_by("-pk").first() if review else None,
            "findings": findings(queries.issues(kind, kind.seal(content), content.item), review),
            **deeds(content, by=by),
        }
        return context


def deeds(content: Content, *, by: Any) -> dict[str, Any]:
    """What `publishing/item_deeds.html` shows: what may be done with a text, and why not."""
    live = queries.live_publication(content.item)
    translation = obstacles.translation_of(content)
    return {
        "live": live,
        "public_url": public_url(live.portal, live.path) if live else "",
        "withdrawing": obstacles.against_withdrawing(content, by=by),
        "offering": obstacles.against_offering(content, by=by),
        "translating": obstacles.against_translating(content, by=by),
        "held_by": holding.holder(content, at=timezone.now()),
        "letting_go": holding.why_not_let_go(content, by=by, at=timezone.now()),
        "translation": translation,
        "translation_url": kinds.of(translation).edit_url(translation) if translation else "",
    }
