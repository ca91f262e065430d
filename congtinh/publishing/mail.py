"""Notices by e-mail: an outbox that loses nothing when the mail server is away."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from congtinh.publishing import notices
from congtinh.publishing.models import Notice

_FIRST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=1)
#: How long a message belongs to the process that took it; longer than any talk with a server.
_TAKEN = timedelta(minutes=10)


def send_due(*, limit: int = 50, at: datetime | None = None) -> int:
    """Send what waits; returns how many went out. Nothing is sent while no server is set.

    No transaction is open while the server is spoken to: a slow one never holds up the staff. A
    failed message is tried again after a growing wait. Its Message-ID is that of the notice, so
    that a message sent just before a crash is recognised when it comes again.
    """
    moment = at or timezone.now()
    if not settings.EMAIL_HOST:
        return 0
    waiting = _due(moment).exclude(person__email="").order_by("pk")
    numbers = list(waiting.values_list("pk", flat=True)[:limit])
    if not numbers:
        return 0
    connection = get_connection()
    try:
        connection.open()
    except OSError:
        _put_off(numbers[0], moment)
        return 0
    try:
        return sum(_send(number, connection, moment) for number in numbers)
    finally:
        connection.close()


def _send(number: int, connection: BaseEmailBackend, moment: datetime) -> bool:
    # Taking it is one statement: of two processes at once, one sends it.
    if not _due(moment).filter(pk=number).update(next_attempt_at=moment + _TAKEN):
        return False
    notice = Notice.objects.select_related("person").get(pk=number)
    try:
        _message(notice, connection).send()
    except (OSError, ValueError):
        # SMTP's own errors are OSErrors; ValueError is an address that cannot be written.
        _put_off(number, moment)
        return False
    Notice.objects.filter(pk=number).update(mailed_at=moment)
    return True


def _due(moment: datetime) -> QuerySet[Notice]:
    return Notice.objects.filter(
        Q(next_attempt_at__isnull=True) | Q(next_attempt_at__lte=moment),
        mailed_at__isnull=True,
    )


def _put_off(number: int, moment: datetime) -> None:
    notice = Notice.objects.get(pk=number)
    wait = min(_FIRST_WAIT * 2 ** min(notice.attempts, 10), _LONGEST_WAIT)
    Notice.objects.filter(pk=number).update(
        attempts=F("attempts") + 1, next_attempt_at=moment + wait
    )


def _message(notice: Notice, connection: BaseEmailBackend) -> EmailMessage:
    with override(notice.person.language):
        words = " ".join(notices.words(notice).split())
        body = _("%(words)s\n\nXem tại: %(url)s\n\nThư này được gửi tự động.") % {
            "words": words,
            "url": f"{settings.STAFF_URL}{notice.url}",
        }
    domain = settings.DEFAULT_FROM_EMAIL.rsplit("@", 1)[-1].rstrip(">")
    return EmailMessage(
        subject=words[:180], body=body, to=[notice.person.email],
        connection=connection, headers={"Message-ID": f"<notice-{notice.pk}@{domain}>"},
    )  # fmt: skip
