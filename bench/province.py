"""Fills a database with a province of 100 portals and so many publications, in the proportions of one.

Most of it comes in through `publish_many`, as an import does; what waits for decisions is
submitted by the real verbs.
"""

import os
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import django

PORTALS = 100
BATCH = 500
#: Of all publications, those of the general portal and of the largest component portal; the
#: other portals share what is left.
GENERAL_SHARE, LARGEST_SHARE = 0.2, 0.1
WAITING = 60
PLACES_OF_WRITER = 3
YEARS = 10


def fill(publications: int, say: Callable[[str], None]) -> None:
    """Found the portals, publish as many texts as wanted, and submit some more."""
    # slow: models are loaded only once Django is set up
    from django.utils import timezone

    from congtinh.demo.generated import text
    from congtinh.news.models import Article
    from congtinh.organisation.roles import Role
    from congtinh.organisation.tests.factories import (
        AreaFactory,
        MandateFactory,
        PersonFactory,
        PortalFactory,
        post,
    )
    from congtinh.publishing import actions as publishing

    areas = [AreaFactory() for _number in range(11)]
    portals = [PortalFactory(general=True), *PortalFactory.create_batch(PORTALS - 1)]
    writer, moderator = PersonFactory(username="viet"), PersonFactory(username="duyet")
    mandate = MandateFactory()
    for number, portal in enumerate(portals):
        if number < PLACES_OF_WRITER:
            post(portal, Role.UPDATE, person=writer, mandate=mandate)
        deciding = Role.HEAD if portal.is_general else Role.MODERATE
        post(portal, deciding, person=moderator, mandate=mandate)
    post(portals[0], Role.ADMINISTER, person=PersonFactory(username="quan-tri"), mandate=mandate)
    now = timezone.now()
    done = 0

    sections = {portal: portal.sections.get(slug="tin-tuc") for portal in portals}

    def article(portal: Any, number: int) -> Article:
        told = text(number)
        return Article(
            portal=portal, section=sections[portal], area=areas[number % 11], created_by=writer, title=f"{told.title}, đợt {number}", lead=told.lead,
            body=[("text", told.body)], event_on=now.date(),
        )  # fmt: skip

    for portal, count in zip(portals, counts(publications), strict=True):
        decision = publishing.decide_import(portal, by=moderator, reason="Nhập dữ liệu để đo")
        for numbers in _batches(done, count):
            records = [
                publishing.Record(
                    article(portal, number),
                    now - timedelta(days=365 * YEARS) * ((done + count - number) / count),
                )
                for number in numbers
            ]
            outcome = publishing.publish_many(records, by=moderator, decision=decision)
            if outcome.refused:
                raise AssertionError(next(iter(outcome.refused.values())))
        done += count
        say(f"{done} of {publications}")
    for number in range(WAITING):
        waiting = article(portals[number % PLACES_OF_WRITER], publications + number)
        waiting.save()
        waiting.save_revision(user=writer)
        publishing.submit(waiting, by=writer)


def counts(publications: int) -> list[int]:
    general, largest = int(publications * GENERAL_SHARE), int(publications * LARGEST_SHARE)
    share, rest = divmod(publications - general - largest, PORTALS - 2)
    return [
        general,
        largest,
        *(share + (1 if number < rest else 0) for number in range(PORTALS - 2)),
    ]


def _batches(start: int, count: int) -> Iterator[range]:
    for first in range(start, start + count, BATCH):
        yield range(first, min(first + BATCH, start + count))


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "congtinh.settings.staff"
    django.setup()
    fill(int(sys.argv[1]), lambda line: print(line, file=sys.stderr, flush=True))
