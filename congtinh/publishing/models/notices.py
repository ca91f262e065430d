"""What waits for whom: notices in the staff area, sent by e-mail as well."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Notice(models.Model):
    """One thing one person should know; its words are made when shown, in their language."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices"
    )
    about = models.CharField(max_length=40)
    params = models.JSONField(default=dict)
    url = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("thông tin cho người dùng")
        verbose_name_plural = _("thông tin cho người dùng")
        indexes = [
            models.Index(fields=["person", "-id"], name="notice_person"),
            models.Index(
                fields=["id"],
                name="notice_to_mail",
                condition=models.Q(mailed_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.about}"
