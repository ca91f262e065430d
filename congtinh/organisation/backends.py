"""Signs people in and answers Django's and Wagtail's permission questions from appointments."""

from typing import Any

from django.contrib.auth.backends import ModelBackend

from congtinh.organisation import permissions

#: What Wagtail's shell asks for by name; everything else goes through our policies.
_SHELL = "wagtailadmin.access_admin"


class AppointmentBackend(ModelBackend):
    """No permission is stored: whoever has a current post may enter the staff area."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        return perm == _SHELL and obj is None and permissions.is_staff(user_obj)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        return False

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        return {_SHELL} if obj is None and permissions.is_staff(user_obj) else set()

    def get_user_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        return set()

    def get_group_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        return set()
