"""Signing in: what slows down guessing, and the entry that a sign-in leaves."""

from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms.auth import LoginForm

from congtinh.audit import actions as audit
from congtinh.organisation import permissions, rules
from congtinh.staff.models import FailedSignIn

WINDOW = timedelta(minutes=15)
#: Wrong attempts within the window before the next one has to wait: for one account from one
#: network; for one account from anywhere (an outsider cannot lock a person out with a few); for
#: one network (a whole office may share an address).
FROM_HERE, FROM_ANYWHERE, OF_NETWORK = 5, 25, 40


def network_of(request: HttpRequest) -> str:
    """The client's network: the address for IPv4, the /64 of a household for IPv6."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:
        # The proxy appends the address it saw; what stands before it anybody can write.
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        address = forwarded or address
    try:
        parsed = ip_address(address)
    except ValueError:
        return ""
    if parsed.version == 4:
        return str(parsed)
    return str(ip_network(f"{parsed}/64", strict=False).network_address)


def may_try_at(account: str, network: str, *, now: datetime) -> datetime | None:
    """When the next attempt is let through; None means now.

    The wait doubles with every further failure, from one minute to the window, and ends by
    itself: honest people are never locked out for good.
    """
    name = account_key(account)
    rows = FailedSignIn.objects.filter(at__gt=now - WINDOW)
    found = list(
        rows.filter(Q(account=name) | Q(network=network))
        .order_by("-at")
        .values_list("account", "network", "at")[:200]
    )
    scopes = (
        ([at for who, where, at in found if who == name and where == network], FROM_HERE),
        ([at for who, _where, at in found if who == name], FROM_ANYWHERE),
        ([at for _who, where, at in found if where == network], OF_NETWORK),
    )
    waits = [_end_of_wait(times, limit) for times, limit in scopes if len(times) >= limit]
    end = max(waits, default=now)
    return end if end > now else None


def record_failure(account: str, network: str, *, now: datetime) -> None:
    """Remember a wrong attempt, and forget those that no longer count."""
    FailedSignIn.objects.filter(at__lte=now - WINDOW).delete()
    FailedSignIn.objects.create(account=account_key(account), network=network, at=now)


def account_key(account: str) -> str:
    return account.strip().lower()[:150]


def record_sign_in(sender: object, request: Any, user: Any, **kwargs: Any) -> None:
    """Put a sign-in on record (Đ16.5); it also clears the person's own failures from there."""
    network = network_of(request) if request is not None else ""
    FailedSignIn.objects.filter(account=account_key(user.get_username()), network=network).delete()
    posts = rules.current_posts(permissions.standing_of(user), timezone.now())
    portals = {post.portal for post in posts}
    with transaction.atomic():
        audit.record(
            "person.sign_in", by=user, kind="person", id=user.pk, label=str(user),
            portal=portals.pop() if len(portals) == 1 else "",
            after={"network": network},
        )  # fmt: skip


class SignInForm(LoginForm):
    """Name and password, with the limit asked before the password is looked at."""

    def clean(self) -> dict[str, Any]:
        account = self.cleaned_data.get("username", "")
        network, now = network_of(self.request), timezone.now()
        wait = may_try_at(account, network, now=now)
        if wait:
            minutes = int((wait - now).total_seconds() // 60) + 1
            raise ValidationError(
                _(
                    "Đã nhập sai nhiều lần. Hãy thử lại sau %(minutes)d phút (lúc %(time)s). "
                    "Nếu quên mật khẩu, hãy nhờ người quản trị của đơn vị đặt lại."
                )
                % {"minutes": minutes, "time": f"{timezone.localtime(wait):%H:%M}"},
                code="wait",
            )
        try:
            cleaned: dict[str, Any] = super().clean()
        except ValidationError as error:
            if error.code == "invalid_login":
                record_failure(account, network, now=now)
            raise
        return cleaned

    def confirm_login_allowed(self, user: Any) -> None:
        super().confirm_login_allowed(user)
        if not permissions.is_staff(user):
            raise ValidationError(
                _(
                    "Tài khoản này hiện không có phân công nào đang hiệu lực, nên chưa vào được. "
                    "Hãy liên hệ người quản trị của đơn vị."
                ),
                code="no_post",
            )


def _end_of_wait(times: list[datetime], limit: int) -> datetime:
    """`times` from the newest; the wait counts from the newest failure."""
    minutes = min(2 ** (len(times) - limit), WINDOW.total_seconds() / 60)
    return times[0] + timedelta(minutes=minutes)
