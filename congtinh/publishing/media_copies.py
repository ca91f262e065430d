"""Give a portal its own records of pictures and files that another portal published."""

from typing import Any

from congtinh.media.models import PortalFile, PortalImage


def copy_images(media: dict[str, str], portal: Any) -> dict[int, int]:
    """Records on `portal` of the images named in `media`: {theirs: ours}; same bytes, same file."""
    theirs = [int(key.split(":")[1]) for key in media if key.startswith("image:")]
    copies = {}
    for image in PortalImage.objects.filter(pk__in=theirs):
        ours = PortalImage.objects.filter(portal=portal, sha256=image.sha256).first()
        if ours is None:
            ours = PortalImage(
                portal=portal, title=image.title, file=image.file.name, sha256=image.sha256,
                width=image.width, height=image.height, description=image.description,
                caption=image.caption, credit=image.credit, file_size=image.file_size,
            )  # fmt: skip
            ours.save()
        copies[image.pk] = ours.pk
    return copies


def copy_files(media: dict[str, str], portal: Any) -> dict[int, int]:
    """As `copy_images`, for files."""
    theirs = [int(key.split(":")[1]) for key in media if key.startswith("file:")]
    copies = {}
    for file in PortalFile.objects.filter(pk__in=theirs):
        ours = PortalFile.objects.filter(portal=portal, sha256=file.sha256).first()
        if ours is None:
            ours = PortalFile(
                portal=portal, title=file.title, file=file.file.name, sha256=file.sha256,
                file_size=file.file_size, text=file.text,
            )  # fmt: skip
            ours.save()
        copies[file.pk] = ours.pk
    return copies
