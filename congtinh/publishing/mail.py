"""Notices by e-mail: an outbox that loses nothing when the mail server is away."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from congtinh.publishing import notices
from congtinh.publishing.models import Notice

_FIRST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=1)


def send_due(*, limit: int = 50, at: datetime | None = None) -> int:
    """Send what waits; returns how many went out. Nothing is sent while no server is set.

    A failed message is tried again after a growing wait. Its Message-ID is that of the notice, so
    that a message sent just before a crash is recognised when it comes again.
    """
    moment = at or timezone.now()
    if not settings.EMAIL_HOST:
        return 0
    waiting = Notice.objects.filter(
        Q(next_attempt_at__isnull=True) | Q(next_attempt_at__lte=moment),
        mailed_at__isnull=True,
    ).exclude(person__email="")
    sent = 0
    connection = get_connection()
    for number in waiting.order_by("pk").values_list("pk", flat=True)[:limit]:
        with transaction.atomic():
            rows = Notice.objects.select_for_update(of=("self",)).select_related(
                "person"
            )
            notice = rows.get(pk=number)
            if notice.mailed_at:
                continue
            try:
                _message(notice, connection).send()
            except OSError:
                notice.attempts += 1
                wait = min(_FIRST_WAIT * 2 ** (notice.attempts - 1), _LONGEST_WAIT)
                notice.next_attempt_at = moment + wait
            else:
                notice.mailed_at = moment
                sent += 1
            notice.save(update_fields=["mailed_at", "attempts", "next_attempt_at"])
    return sent


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
