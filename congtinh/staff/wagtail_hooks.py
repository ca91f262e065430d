"""Registers the staff area's screens, menu, looks and icons with Wagtail's shell."""

from typing import Any

from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from wagtail import hooks

from congtinh.staff import menus
from congtinh.staff.views import audit, notices, rights

#: After everybody else: what others add to the shell is replaced by our own list.
_LAST = 10_000


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return [
        path("thong-tin/", notices.NoticesView.as_view(), name="staff_notices"),
        path("thong-tin/<int:number>/", notices.open_notice, name="staff_notice"),
        path("thong-tin/da-doc/", notices.mark_all_read, name="staff_notices_read"),
        path("nhat-ky/", audit.AuditView.as_view(), name="staff_audit"),
        path("nhat-ky/xuat/", audit.export, name="staff_audit_export"),
        path("nhat-ky/kiem-tra/", audit.verify, name="staff_audit_verify"),
        path("quyen/", rights.RightsView.as_view(), name="staff_rights"),
    ]


@hooks.register("construct_main_menu", order=_LAST)
def construct_main_menu(request: Any, items: list[Any]) -> None:
    items[:] = menus.entries(request)


@hooks.register("construct_search", order=_LAST)
def construct_search(request: Any, items: list[Any]) -> None:
    """No search of Wagtail's pages: each list has its own."""
    items.clear()


@hooks.register("insert_global_admin_css")
def staff_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("staff/staff.css"))


@hooks.register("insert_global_admin_js")
def staff_js() -> str:
    return format_html('<script src="{}" defer></script>', static("staff/staff.js"))
