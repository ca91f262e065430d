"""Publishes a portal's structure whenever the organisation changes it."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.dispatch import receiver

from congtinh.organisation.models import Person, Portal
from congtinh.organisation.signals import structure_changed
from congtinh.publishing import actions as publishing

#: Names the structure of each portal in the log for ever.
_NAMESPACE = UUID("5b0a3a4e-7d0c-5c53-9a53-1d9a1f1d5a02")


def structure_item(portal: Portal) -> UUID:
    """The item under which a portal's structure stands in the log."""
    return uuid5(_NAMESPACE, portal.code)


@receiver(structure_changed, dispatch_uid="announce_structure")
def announce_structure(
    sender: Any,
    *,
    portal: Portal,
    by: Person | None,
    capacity: str,
    at: datetime | None = None,
    **_more: Any,
) -> None:
    # Read anew: whoever changed a section may hold a portal from before its last change.
    standing = Portal.objects.select_related("unit").get(pk=portal.pk)
    publishing.announce(
        standing, kind="structure", item=structure_item(portal), portal=portal.code, by=by,
        capacity=capacity, at=at,
    )  # fmt: skip
