"""Failed sign-ins, kept for as long as they slow down the next attempt."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FailedSignIn(models.Model):
    """One wrong password for an account name, whether or not there is such an account."""

    account = models.CharField(_("tài khoản"), max_length=150)
    network = models.CharField(_("mạng"), max_length=45)
    at = models.DateTimeField(_("lúc"))

    class Meta:
        verbose_name = _("lần đăng nhập sai")
        verbose_name_plural = _("các lần đăng nhập sai")
        indexes = [
            models.Index(fields=["account", "-at"], name="failed_account"),
            models.Index(fields=["network", "-at"], name="failed_network"),
            models.Index(fields=["at"], name="failed_at"),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.at}"
