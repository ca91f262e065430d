"""Whoever signs in with a password that somebody else chose sets their own before anything else."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

#: What is needed to set a password, and to leave.
_OPEN = frozenset({
    "wagtailadmin_account", "wagtailadmin_login", "wagtailadmin_logout",
    "wagtailadmin_javascript_catalog", "wagtailadmin_sprite",
})  # fmt: skip


class OwnPasswordFirst:
    """Leads every other address to the account page until the password is the person's own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        match = request.resolver_match
        if not getattr(request.user, "password_given", False):
            return None
        if match is None or match.view_name in _OPEN:
            return None
        messages.warning(
            request, _("Mật khẩu hiện tại do người khác cấp. Hãy đặt mật khẩu của chính mình.")
        )
        return redirect("wagtailadmin_account")
