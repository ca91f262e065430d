"""A person's own page: language, look, password. Name and post are the organisation's to change."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import (
    AccountView,
    BaseSettingsPanel,
    ChangePasswordPanel,
)
from wagtail.users.models import UserProfile

from congtinh.staff.forms import LanguageForm, LookForm


class LanguagePanel(BaseSettingsPanel):
    """Vietnamese or English."""

    name = "language"
    title = _("Ngôn ngữ")
    order = 100
    form_class = LanguageForm


class LookPanel(BaseSettingsPanel):
    """What the screen looks like."""

    name = "theme"
    title = _("Giao diện")
    order = 200
    form_class = LookForm
    form_object = "profile"


class OwnAccountView(AccountView):
    """Wagtail's account page with the three things a person sets themselves."""

    page_title = _("Tài khoản")

    def get_panels(self) -> list[BaseSettingsPanel]:
        return self._panels

    @cached_property
    def _panels(self) -> list[BaseSettingsPanel]:
        user = self.request.user
        profile = UserProfile.get_for_user(user)
        kinds = (LanguagePanel, LookPanel, ChangePasswordPanel)
        made = [panel(self.request, user, profile) for panel in kinds]
        return [panel for panel in made if panel.is_active()]

    def get_menu_items(self) -> list[dict[str, Any]]:
        return []
