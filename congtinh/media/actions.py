"""Taking pictures and files into a portal: row and bytes together, or neither."""

from typing import Any

from congtinh.audit import actions as audit
from congtinh.media.models import PortalFile, PortalImage
from congtinh.organisation import permissions
from congtinh.organisation.models import Person
from congtinh.organisation.roles import Capability


def keep_image(image: PortalImage, *, by: Person) -> PortalImage:
    """Store a picture that `intake` has passed (Đ11.4).

    The same bytes are kept once for each portal: what is there already is answered instead,
    with its empty words filled. Refuses who may not write on the portal (`NotAllowed`).
    """
    return _keep(image, ("description", "caption", "credit"), by)


def keep_file(file: PortalFile, *, by: Person) -> PortalFile:
    """As `keep_image`, for a document or video."""
    return _keep(file, (), by)


def drop_bytes(owned: PortalImage | PortalFile) -> None:
    """Remove the bytes of a row whose transaction was undone; never those another row names."""
    others = type(owned)._default_manager.filter(file=owned.file.name)
    if owned.file.name and not others.exists():
        owned.file.storage.delete(owned.file.name)


def _keep(owned: Any, fillable: tuple[str, ...], by: Person) -> Any:
    model = type(owned)
    answer = permissions.require(by, Capability.WRITE, owned.portal)
    owned.fingerprint()
    there = model._default_manager.filter(portal=owned.portal, sha256=owned.sha256).first()
    if there:
        _fill(there, owned, fillable)
        return there
    owned.uploaded_by_user = by
    # Bytes first, and whole; then, in a moment, the row that names them.
    owned.file.save(owned.filename, owned.file.file, save=False)
    try:
        with audit.recording():
            owned.save()
            audit.record(
                "media.add", by=by, capacity=answer.capacity, portal=owned.portal.code,
                kind=owned._meta.model_name, id=owned.pk, label=owned.title,
                after={"sha256": owned.sha256, "size": owned.file_size},
            )  # fmt: skip
    except BaseException:
        drop_bytes(owned)
        raise
    return owned


def _fill(there: Any, given: Any, fillable: tuple[str, ...]) -> None:
    gaps = [name for name in fillable if getattr(given, name) and not getattr(there, name)]
    for name in gaps:
        setattr(there, name, getattr(given, name))
    if gaps:
        there.save(update_fields=gaps)
