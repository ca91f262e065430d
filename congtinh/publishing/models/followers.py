"""How far each follower of the publication log has come."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Cursor(models.Model):
    """The last publication a follower has dealt with; moved in the same transaction as its work."""

    follower = models.CharField(max_length=40, primary_key=True)
    seq = models.BigIntegerField(default=0)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("vị trí đọc nhật ký phát hành")
        verbose_name_plural = _("vị trí đọc nhật ký phát hành")

    def __str__(self) -> str:
        return f"{self.follower} {self.seq}"
