"""What is public now, derived from the log and rebuilt from it at any time."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from congtinh.publishing.models.log import Publication


class Rendering(models.Model):
    """Ready HTML of a publication; made anew from its sealed content whenever wanted."""

    publication = models.OneToOneField(
        Publication,
        on_delete=models.PROTECT,
        primary_key=True,
        related_name="rendering",
    )
    body = models.TextField()
    card = models.TextField()
    data = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("bản dựng")
        verbose_name_plural = _("bản dựng")

    def __str__(self) -> str:
        return str(self.publication_id)


class Live(models.Model):
    """One item that is public now: where it stands and in which order."""

    publication = models.OneToOneField(
        Publication, on_delete=models.PROTECT, primary_key=True, related_name="live"
    )
    portal = models.CharField(max_length=60)
    path = models.CharField(max_length=250)
    section = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=30)
    language = models.CharField(max_length=5)
    item = models.UUIDField(unique=True)
    translation_key = models.UUIDField()
    area = models.CharField(max_length=60, blank=True)
    general = models.BooleanField()
    listed = models.BooleanField()
    first_published_at = models.DateTimeField()
    #: Order of lists: time of first publication, then its number. See `position_of`.
    position = models.BigIntegerField()
    expires_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("đang hiển thị")
        verbose_name_plural = _("đang hiển thị")
        constraints = [models.UniqueConstraint(fields=["portal", "path"], name="live_address_once")]
        indexes = [
            models.Index(fields=["portal", "language", "section", "-position"], name="live_section",
                condition=models.Q(listed=True),
            ),
            models.Index(fields=["portal", "language", "-position"], name="live_portal",
                condition=models.Q(listed=True),
            ),
            models.Index(fields=["general", "language", "-position"], name="live_components",
                condition=models.Q(listed=True),
            ),
            models.Index(fields=["kind", "portal"], name="live_kind"),
            models.Index(fields=["translation_key"], name="live_translation"),
            models.Index(fields=["expires_at"], name="live_expiry",
                condition=models.Q(expires_at__isnull=False)
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.portal}{self.path}"


class LiveHost(models.Model):
    """A host name that readers may use, and the portal it leads to."""

    host = models.CharField(max_length=253, primary_key=True)
    portal = models.CharField(max_length=60, db_index=True)
    canonical = models.BooleanField()
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("tên miền đang hiển thị")
        verbose_name_plural = _("tên miền đang hiển thị")

    def __str__(self) -> str:
        return self.host


def position_of(first_published_at: datetime, seq: int) -> int:
    """One number that orders lists and keys their pages: milliseconds, then the log's number.

    The form may never change without rebuilding `Live`.
    """
    return (int(first_published_at.timestamp() * 1000) << 20) | (seq & 0xFFFFF)
