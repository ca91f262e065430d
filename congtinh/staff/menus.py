"""The menu of the staff area: what this person has a use for, and nothing of Wagtail's own."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from congtinh.organisation import permissions
from congtinh.organisation.roles import Capability
from congtinh.staff import queries

_C = Capability
_ORGANISING = frozenset({_C.MANAGE_PORTAL, _C.MANAGE_PEOPLE, _C.ESTABLISH})


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the menu, for whoever holds any of the capabilities anywhere."""

    name: str
    label: str | Promise
    address: str
    icon: str
    needs: frozenset[Capability] = frozenset()


_ENTRIES = (
    _Entry("my-work", _("Việc của tôi"), "wagtailadmin_home", "home"),
    _Entry("articles", _("Tin bài"), "article:list", "doc-full-inverse", frozenset({_C.READ})),
    _Entry("pages", _("Trang giới thiệu"), "page:list", "doc-empty-inverse", frozenset({_C.READ})),
    _Entry("images", _("Ảnh"), "wagtailimages:index", "image", frozenset({_C.WRITE})),
    _Entry("files", _("Tệp"), "wagtaildocs:index", "doc-full", frozenset({_C.WRITE})),
    _Entry(
        "queue", _("Chờ duyệt"), "publishing_queue", "tasks", frozenset({_C.MODERATE, _C.APPROVE})
    ),
    _Entry(
        "handovers", _("Bài chuyển"), "publishing_handovers", "resubmit", frozenset({_C.TAKE_UP})
    ),
    _Entry(
        "handed", _("Bài đã chuyển"), "publishing_handovers", "resubmit", frozenset({_C.HAND_OVER})
    ),
    _Entry("notices", _("Thông tin"), "staff_notices", "mail"),
    _Entry("audit", _("Nhật ký"), "staff_audit", "history", frozenset({_C.READ_AUDIT})),
    _Entry("organisation", _("Tổ chức"), "organisation_portals", "group", _ORGANISING),
    _Entry("rights", _("Quyền"), "staff_rights", "key", frozenset({_C.MANAGE_PEOPLE})),
)


def entries(request: HttpRequest) -> list[MenuItem]:
    """The whole menu of the person, in order; unread notices are counted beside their line."""
    unread = queries.unread(request.user).count()
    shown = [entry for entry in _ENTRIES if _has_use(request.user, entry)]
    # Who takes up hand-overs sees the incoming ones; the outgoing ones are on the same screen.
    names = {entry.name for entry in shown}
    return [
        MenuItem(
            f"{entry.label} ({unread})" if entry.name == "notices" and unread else entry.label,
            reverse(entry.address),
            name=entry.name,
            icon_name=entry.icon,
            order=100 * place,
        )
        for place, entry in enumerate(shown)
        if not (entry.name == "handed" and "handovers" in names)
    ]


def _has_use(person: Any, entry: _Entry) -> bool:
    return not entry.needs or any(
        permissions.holds_anywhere(person, capability) for capability in entry.needs
    )
