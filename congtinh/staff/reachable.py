"""The admin addresses our people reach; whatever is not listed answers 404."""

from django.conf import settings

_SHELL = {
    "root",  # leads to the first page
    "wagtailadmin_home",  # Việc của tôi
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_account",  # own name, password, language; what else Wagtail offers is off
    "wagtailadmin_javascript_catalog",  # words of the editor's scripts
    "wagtailadmin_sprite",  # icons
    "wagtailadmin_editing_sessions:ping",  # «someone else is editing»; asks the policy by itself
    "wagtailadmin_editing_sessions:release",
    "theme_gallery",  # every component of the public face with its examples
}

#: Only where mail can be sent: a reset that never arrives helps nobody.
_PASSWORD_RESET = {
    "wagtailadmin_password_reset",
    "wagtailadmin_password_reset_done",
    "wagtailadmin_password_reset_confirm",
    "wagtailadmin_password_reset_complete",
}

#: The screens of one kind of content. Without delete, copy, usage: nothing disappears, and
#: usage lists what other portals made of it.
_EDITOR = (
    "list", "list_results", "add", "edit", "history", "history_results", "revisions_view",
    "revisions_revert", "revisions_compare", "preview_on_add", "preview_on_edit", "lock", "unlock",
)  # fmt: skip
_EDITORS = {f"{kind}:{view}" for kind in ("article", "page") for view in _EDITOR}

#: Images and files: take in and describe, never delete; no tags, no usage, no bulk, no API.
_MEDIA = {
    "wagtailimages:index", "wagtailimages:index_results", "wagtailimages:add",
    "wagtailimages:edit", "wagtailimages:edit_multiple",
    "wagtaildocs:index", "wagtaildocs:index_results", "wagtaildocs:add",
    "wagtaildocs:edit", "wagtaildocs:edit_multiple",
}  # fmt: skip

#: Choosers inside the editor; they list what the permission policies allow.
_CHOOSER = ("choose", "choose_results", "chosen", "chosen_multiple")
_CHOOSERS = {
    *(f"wagtailimages_chooser:{view}" for view in (*_CHOOSER, "create", "select_format")),
    *(f"wagtaildocs_chooser:{view}" for view in (*_CHOOSER, "create")),
    # Of the page chooser only its links to elsewhere: there is no page tree to choose from.
    "wagtailadmin_choose_page_external_link",
    "wagtailadmin_choose_page_email_link",
    "wagtailadmin_choose_page_phone_link",
    "wagtailadmin_choose_page_anchor_link",
}

#: Our own screens, which ask `permissions` themselves.
_OURS = ("publishing_", "organisation_", "staff_", "media_", "news_")

REACHABLE = frozenset(_SHELL | _EDITORS | _MEDIA | _CHOOSERS)


def is_reachable(name: str) -> bool:
    """Whether people reach the address of that name."""
    if name in REACHABLE or name.startswith(_OURS):
        return True
    if name in _PASSWORD_RESET:
        return bool(settings.WAGTAIL_PASSWORD_RESET_ENABLED)
    return settings.DEBUG and name == "django.views.static.serve"
