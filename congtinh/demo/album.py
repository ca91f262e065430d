"""The demo province's pictures as records of its portals: one file each, shared by all."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import storages

from congtinh.demo.texts import picture_file
from congtinh.media.models import PortalImage, fingerprint
from congtinh.media.pictures import prepare
from congtinh.organisation.models import Person, Portal

Entry = dict[str, Any]


class Album:
    """Takes pictures in once, and gives each portal its own record of them."""

    def __init__(self) -> None:
        self._files: dict[str, PortalImage] = {}
        self._records: dict[tuple[int, str], PortalImage] = {}

    def prepare(self, names: list[str], progress: Callable[[str], None]) -> None:
        """Store the originals and encode their renditions, ahead of the transaction."""
        for name in names:
            prepare(self._file(name))
            progress(name)

    def record(
        self, picture: Entry, portal: Portal, *, by: Person, at: datetime, name: str
    ) -> PortalImage:
        """The portal's own record, as the writer of the first text that shows it took it in."""
        key = (portal.pk, name)
        if key not in self._records:
            file = self._file(name)
            record = PortalImage(
                portal=portal, title=picture["caption"][:255], file=file.file.name,
                sha256=file.sha256, width=file.width, height=file.height,
                file_size=file.file_size, description=picture["alt"][:255],
                caption=picture["caption"][:300], credit=picture.get("credit", ""),
                uploaded_by_user=by,
            )  # fmt: skip
            record.save()
            PortalImage.objects.filter(pk=record.pk).update(created_at=at)
            self._records[key] = record
        return self._records[key]

    def _file(self, name: str) -> PortalImage:
        if name not in self._files:
            place, storage = f"original_images/{name}.jpg", storages["default"]
            if not storage.exists(place):
                storage.save(place, ContentFile(picture_file(name).read_bytes()))
            image = PortalImage(file=place)
            with storage.open(place) as stream:
                image.sha256 = fingerprint(stream)
            image.file_size = storage.size(place)
            self._files[name] = image
        return self._files[name]
