"""Registers the publishing screens, their stylesheet and the editor's two buttons."""

from typing import Any

from django.templatetags.static import static
from django.urls import URLPattern
from django.utils.html import format_html
from wagtail import hooks

from congtinh.publishing.action_menu import EditorButtons
from congtinh.publishing.models import Content
from congtinh.publishing.urls import urlpatterns


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return urlpatterns


@hooks.register("insert_global_admin_css")
def stylesheet() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("publishing/staff.css"))


@hooks.register("construct_snippet_action_menu")
def buttons(menu_items: list[Any], request: Any, context: dict[str, Any]) -> None:
    """Save and submit; whatever else Wagtail may offer is not part of our path."""
    if not issubclass(context["model"], Content):
        return
    locked = [item for item in menu_items if item.name == "action-locked"]
    menu_items[:] = locked or [EditorButtons(order=0)]
