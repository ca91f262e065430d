"""People who sign in to the staff area; what they may do follows from their appointments."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from congtinh.organisation.models.name_keys import FoldedName, SortKey


class Person(AbstractUser):
    """One person, one account (Đ16.5). `last_name` is họ và tên đệm, `first_name` is tên."""

    title = models.CharField(_("chức danh"), max_length=200, blank=True)
    language = models.CharField(
        _("ngôn ngữ"),
        max_length=5,
        choices=[("vi", "Tiếng Việt"), ("en", "English")],
        default="vi",
    )
    password_given = models.BooleanField(
        _("phải đổi mật khẩu khi đăng nhập"), default=False, editable=False
    )
    sort_key = SortKey(_("khóa sắp xếp"), default=b"", editable=False)
    folded = FoldedName(_("tên không dấu"), max_length=400, default="", editable=False)

    class Meta:
        verbose_name = _("người")
        verbose_name_plural = _("người")
        indexes = [
            models.Index(fields=["first_name", "last_name"], name="person_name"),
            models.Index(fields=["sort_key", "id"], name="person_sort"),
        ]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        # Read once a request by `permissions`; a person object does not outlive its request.
        self._standing: Any = None

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def set_password(self, raw_password: str | None) -> None:
        """Whoever sets their own password has no other's any more."""
        super().set_password(raw_password)
        self.password_given = False

    def get_full_name(self) -> str:
        # As long as the columns that keep names on record.
        return f"{self.last_name} {self.first_name}".strip()[:200]

    def get_short_name(self) -> str:
        return self.first_name or self.username
