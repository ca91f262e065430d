"""Makes pictures and files of a portal by the real way in."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from congtinh.media import actions, intake
from congtinh.media.models import PortalFile, PortalImage
from congtinh.media.tests import samples
from congtinh.organisation.models import Portal
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import post


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, data, "application/octet-stream")


def kept_image(portal: Portal, *, data: bytes = b"", **values: Any) -> PortalImage:
    """A picture of the portal."""
    file = intake.picture("cầu.png", upload("cầu.png", data or samples.picture("PNG", (300, 200))))
    image = PortalImage(portal=portal, file=file, **{"title": "Cầu mới", **values})
    return actions.keep_image(image, by=post(portal, Role.UPDATE))


def kept_file(portal: Portal, *, name: str = "kế hoạch.docx", data: bytes = b"", **values: Any):
    """A file of the portal."""
    file = intake.document(name, upload(name, data or samples.docx()))
    kept = PortalFile(portal=portal, file=file, **{"title": "Kế hoạch", **values})
    return actions.keep_file(kept, by=post(portal, Role.UPDATE))
