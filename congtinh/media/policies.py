"""Wagtail's questions about what belongs to a portal, answered by `organisation.permissions`."""

from typing import Any

from wagtail.models import Collection
from wagtail.permission_policies import BasePermissionPolicy

from congtinh.organisation import permissions
from congtinh.organisation.models import Person
from congtinh.organisation.roles import Capability

#: Wagtail's actions, as capabilities. What is not named here nobody may do.
CAPABILITIES = {
    "add": Capability.WRITE,
    "change": Capability.WRITE,
    "choose": Capability.READ,
    "view": Capability.READ,
    "lock": Capability.WRITE,
    "unlock": Capability.WRITE,
}


class PortalOwnedPolicy(BasePermissionPolicy):
    """A person works with the records of the portals they have a post in, and no others."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        capability = CAPABILITIES.get(action)
        return capability is not None and permissions.holds_anywhere(user, capability)

    def users_with_any_permission(self, actions: Any) -> Any:
        return Person.objects.none()

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        capability = CAPABILITIES.get(action)
        if capability is None:
            return False
        if instance is None or instance.portal_id is None:
            return self.user_has_permission(user, action)
        return bool(permissions.may(user, capability, instance.portal))

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> Any:
        rows = self.model._default_manager
        found: set[str] = set()
        for action in actions:
            capability = CAPABILITIES.get(action)
            if capability is None:
                continue
            codes = permissions.portal_codes(user, capability)
            if codes is None:
                return rows.all()
            found |= codes
        return rows.filter(portal__code__in=found)

    def collections_user_has_permission_for(self, user: Any, action: str) -> Any:
        """Wagtail's collections play no part here: portals divide; there is the root alone."""
        return self.collections_user_has_any_permission_for(user, [action])

    def collections_user_has_any_permission_for(self, user: Any, actions: Any) -> Any:
        if any(self.user_has_permission(user, action) for action in actions):
            return Collection.objects.filter(depth=1)
        return Collection.objects.none()
