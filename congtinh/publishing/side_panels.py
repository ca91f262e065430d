"""Beside the editor: where the text stands, what the checks find, what moderators noted."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel

from congtinh.publishing import kinds, queries, standing
from congtinh.publishing.checks import LABELS
from congtinh.publishing.models import Review


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
        review = Review.objects.filter(item=content.item).order_by("-pk").first()
        context |= {
            "content": content,
            "stage": standing.stage_of(content),
            "review": review,
            "notes": review.notes.select_related("by").order_by("pk") if review else [],
            "decision": review.decisions.order_by("-pk").first() if review else None,
            "issues": [
                {"issue": issue, "label": LABELS[issue.code]}
                for issue in queries.issues(kind, kind.seal(content), content.item)
            ],
        }
        return context
