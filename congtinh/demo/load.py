"""Loads the demo province, whole or not at all."""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from congtinh.demo.album import Album
from congtinh.demo.calendar import Calendar
from congtinh.demo.founding import Province
from congtinh.demo.newsroom import stories
from congtinh.demo.texts import ZONE, Entry, articles, pages, picture_names, province
from congtinh.organisation.models import Person, Portal
from congtinh.organisation.refusal import Refused
from congtinh.publishing import followers
from congtinh.publishing.models import Handover, Notice, Transition

Progress = Callable[[int, int, str], None]

#: Whoever signs in finds the news of these days unread, and what is older read.
_UNREAD = timedelta(days=3)


def is_there() -> bool:
    """Whether the demo province was loaded. Raises `Refused` when other portals are there."""
    codes = set(Portal.objects.values_list("code", flat=True))
    if not codes:
        return False
    ours = {unit["portal"] for unit in province()["units"] if unit["portal"]}
    first = province()["people"][0]["slug"]
    if ours <= codes and Person.objects.filter(username=first).exists():
        return True
    raise Refused(
        _(
            "Cơ sở dữ liệu này đã có cổng khác. Tỉnh mẫu chỉ nạp vào cơ sở dữ liệu trống: "
            "hãy đặt CONGTINH_HOME tới một thư mục khác."
        )
    )


def load(
    progress: Progress,
    *,
    news: tuple[Entry, ...] | None = None,
    standing: tuple[Entry, ...] | None = None,
) -> int:
    """Play two years of the province, in the order in which things happened; returns the steps.

    Everything is written in one transaction: an interruption leaves nothing but encoded pictures,
    which the next try uses.
    """
    told = articles() if news is None else news
    kept = pages() if standing is None else standing
    calendar = Calendar(timezone.now().astimezone(ZONE).replace(microsecond=0))
    album, founded = Album(), Province(calendar)
    names = picture_names(told + kept)
    events = [*founded.events(), *stories(told, kept, founded, album)]
    # A stable sort: what happened in the same minute keeps its order.
    events.sort(key=lambda event: event[0])
    total, done = len(names) + len(events), 0

    def prepared(name: str) -> None:
        nonlocal done
        done += 1
        progress(done, total, _("Ảnh: %(name)s") % {"name": name})

    album.prepare(names, prepared)
    with transaction.atomic():
        for moment, happen in events:
            happen(moment)
            done += 1
            progress(done, total, f"{moment:%d/%m/%Y}")
        followers.run_all()
        _settle(calendar)
    return len(events)


def _settle(calendar: Calendar) -> None:
    """Old notices were read and mailed long ago; a hand-over was last touched when it moved."""
    Notice.objects.update(mailed_at=calendar.now)
    old = Notice.objects.filter(created_at__lt=calendar.now - _UNREAD)
    old.update(read_at=calendar.now - _UNREAD)
    for handover in Handover.objects.all():
        moves = Transition.objects.filter(subject="handover", subject_id=handover.pk)
        last = moves.order_by("-pk").values_list("at", flat=True).first()
        Handover.objects.filter(pk=handover.pk).update(changed_at=last or handover.offered_at)
