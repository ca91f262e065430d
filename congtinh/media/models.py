"""Images and files that belong to a portal; a file once taken in never changes."""

import hashlib
from typing import Any, ClassVar

from django.core.files.base import ContentFile
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.search import index

from congtinh.media import intake
from congtinh.organisation.models import Portal

VIDEO_EXTENSIONS = ("mp4", "webm")


class PortalImage(AbstractImage):
    """A picture of a portal, with what it shows in words for those who cannot see it."""

    portal = models.ForeignKey(
        Portal, verbose_name=_("cổng"), on_delete=models.PROTECT, related_name="images"
    )
    sha256 = models.CharField(max_length=64, editable=False, db_index=True)
    caption = models.CharField(_("chú thích"), max_length=300, blank=True)
    credit = models.CharField(_("nguồn ảnh"), max_length=200, blank=True)

    admin_form_fields: ClassVar[tuple[str, ...]] = (
        "portal", "title", "file", "description", "caption", "credit",
        "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height",
    )  # fmt: skip

    #: Searching asks the policy too, which tells portals by their codes.
    search_fields = (
        *AbstractImage.search_fields,
        index.RelatedFields("portal", [index.FilterField("code")]),
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("hình ảnh")
        verbose_name_plural = pgettext_lazy("nhiều", "hình ảnh")
        indexes = [models.Index(fields=["portal", "-created_at"], name="image_portal")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.sha256 and self.file:
            self.fingerprint()
        super().save(*args, **kwargs)

    def generate_rendition_file(self, filter: Any, *, source: Any = None) -> Any:
        # Wagtail leaves the temporary file open that it draws into.
        with super().generate_rendition_file(filter, source=source) as drawn:
            drawn.seek(0)
            return ContentFile(drawn.read(), name=drawn.name)

    def fingerprint(self) -> None:
        """Take down what the bytes are, before they are stored."""
        self.sha256 = fingerprint(self.file)
        self.file_size = self.file.size
        # By this Wagtail offers what somebody has uploaded before: within the portal alone.
        self.file_hash = hashlib.sha256(f"{self.portal_id}:{self.sha256}".encode()).hexdigest()[:40]


class PortalRendition(AbstractRendition):
    """What Wagtail's editor shows of a picture; readers never see it."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    @property
    def url(self) -> str:
        """Thumbnails of working copies are as private as the copies."""
        return _staff_url("media_rendition", self.pk)


class PortalFile(AbstractDocument):
    """A file of a portal: a document to take away, or a video."""

    portal = models.ForeignKey(
        Portal, verbose_name=_("cổng"), on_delete=models.PROTECT, related_name="files"
    )
    sha256 = models.CharField(max_length=64, editable=False, db_index=True)
    #: The words in the file, read once; empty when they cannot be read (PDF, pictures).
    text = models.TextField(_("chữ trong tệp"), editable=False, blank=True, default="")

    admin_form_fields: ClassVar[tuple[str, ...]] = ("portal", "title", "file")

    search_fields = (
        *AbstractDocument.search_fields,
        index.RelatedFields("portal", [index.FilterField("code")]),
    )

    class Meta(AbstractDocument.Meta):
        verbose_name = _("tệp")
        verbose_name_plural = pgettext_lazy("nhiều", "tệp")
        indexes = [models.Index(fields=["portal", "-created_at"], name="file_portal")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.sha256 and self.file:
            self.fingerprint()
        super().save(*args, **kwargs)

    def fingerprint(self) -> None:
        """Take down what the bytes are and say, before they are stored."""
        self.sha256 = fingerprint(self.file)
        self.file_size = self.file.size
        self.text = intake.words(self.filename, self.file)

    @property
    def url(self) -> str:
        """The file, from the view that asks who is asking."""
        return _staff_url("media_file", self.pk)

    @property
    def is_video(self) -> bool:
        return self.file_extension.lower() in VIDEO_EXTENSIONS


class PublicFile(models.Model):
    """A file in public storage, named by the SHA-256 of its bytes; written once, never changed."""

    sha256 = models.CharField("SHA-256", max_length=64, primary_key=True)
    extension = models.CharField(_("đuôi"), max_length=10)
    media_type = models.CharField(_("loại"), max_length=100)
    size = models.BigIntegerField(_("dung lượng"))

    class Meta:
        verbose_name = _("tệp công khai")
        verbose_name_plural = _("tệp công khai")

    def __str__(self) -> str:
        return self.path

    @property
    def path(self) -> str:
        return public_path(self.sha256, self.extension)

    @property
    def url(self) -> str:
        return f"/tep/{self.path}"


class PreparedPicture(models.Model):
    """The renditions of one original, encoded ahead of publication and kept privately till then."""

    original = models.CharField("SHA-256", max_length=64, primary_key=True)
    #: {"width", "height", "files": [{"sha256", "extension", "media_type", "size", "width"}]}
    data = models.JSONField(_("bản dựng"))

    class Meta:
        verbose_name = _("ảnh đã dựng")
        verbose_name_plural = _("ảnh đã dựng")

    def __str__(self) -> str:
        return self.original


def public_path(sha256: str, extension: str) -> str:
    """Where a public file lies; this form may never change, since publications name it."""
    return f"{sha256[:2]}/{sha256}.{extension}"


def _staff_url(name: str, number: int) -> str:
    return reverse(name, args=[number], urlconf="congtinh.urls.staff")


def fingerprint(file: Any) -> str:
    """SHA-256 of a file field's bytes, in hexadecimal; the position is put back to the start."""
    file.seek(0)
    digest = hashlib.sha256()
    for chunk in iter(lambda: file.read(1 << 20), b""):
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
