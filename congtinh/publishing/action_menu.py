"""The buttons at the foot of the editor: save, and submit for a decision."""

from typing import Any

from wagtail.snippets.action_menu import ActionMenuItem

from congtinh.publishing import queries


class EditorButtons(ActionMenuItem):
    """«Lưu» beside «Gửi duyệt…», which saves and goes on to the submission screen."""

    name = "action-submit-review"
    template_name = "publishing/editor_buttons.html"

    def is_shown(self, context: Any) -> bool:
        return True

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        instance = parent_context.get("instance")
        saved = instance is not None and instance.pk
        context["pending"] = queries.pending_review(instance.item) if saved else None
        return context
