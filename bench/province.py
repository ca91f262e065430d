"""Fills a database with a province of 100 portals and as many publications as wanted.

Most of it comes in through `publish_many`, as an import does; what waits for decisions is
submitted by the real verbs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from bench.proportions import PORTALS, YEARS, counts
from congtinh.demo.generated import text
from congtinh.news.models import Article
from congtinh.organisation.models import Area, Person, Portal
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import (
    AreaFactory,
    MandateFactory,
    PersonFactory,
    PortalFactory,
    post,
)
from congtinh.publishing import actions as publishing

BATCH = 500
WAITING = 60
PLACES_OF_WRITER = 3
WRITER, DECIDER, OFFICE = "viet", "duyet", "quan-tri"


@dataclass(frozen=True)
class Desk:
    """Where texts are written: portal, areas and writer."""

    portal: Portal
    areas: list[Area]
    writer: Person

    def article(self, number: int) -> Article:
        """The text of that number, not saved."""
        told = text(number)
        return Article(
            portal=self.portal, section=self.portal.sections.get(slug="tin-tuc"),
            area=self.areas[number % len(self.areas)], created_by=self.writer,
            title=f"{told.title}, đợt {number}", lead=told.lead, body=[("text", told.body)],
            event_on=timezone.localdate(),
        )  # fmt: skip

    def records(self, numbers: range, *, last: int, count: int) -> list[publishing.Record]:
        """Oldest first, spread over ten years; the one before `last` is the newest."""
        step = timedelta(days=365 * YEARS) / count
        now = timezone.now()
        return [
            publishing.Record(self.article(number), now - step * (last - number))
            for number in numbers
        ]


def main(publications: str) -> None:
    desks, decider = found()
    done = 0
    for desk, count in zip(desks, counts(int(publications)), strict=True):
        decision = publishing.decide_import(desk.portal, by=decider, reason="Nhập dữ liệu để đo")
        for numbers in batches(done, count):
            records = desk.records(numbers, last=done + count, count=count)
            outcome = publishing.publish_many(records, by=decider, decision=decision)
            if outcome.refused:
                raise AssertionError(next(iter(outcome.refused.values())))
        done += count
    for number in range(WAITING):
        desk = desks[number % PLACES_OF_WRITER]
        waiting = desk.article(done + number)
        waiting.save()
        waiting.save_revision(user=desk.writer)
        publishing.submit(waiting, by=desk.writer)


def found() -> tuple[list[Desk], Person]:
    """The portals with their writer, and who decides on all of them."""
    areas = [AreaFactory() for _number in range(11)]
    portals = [PortalFactory(general=True), *PortalFactory.create_batch(PORTALS - 1)]
    writer, decider = PersonFactory(username=WRITER), PersonFactory(username=DECIDER)
    mandate = MandateFactory()
    for portal in portals[:PLACES_OF_WRITER]:
        post(portal, Role.UPDATE, person=writer, mandate=mandate)
    for portal in portals:
        role = Role.HEAD if portal.is_general else Role.MODERATE
        post(portal, role, person=decider, mandate=mandate)
    post(portals[0], Role.ADMINISTER, person=PersonFactory(username=OFFICE), mandate=mandate)
    return [Desk(portal, areas, writer) for portal in portals], decider


def batches(start: int, count: int) -> Iterator[range]:
    for first in range(start, start + count, BATCH):
        yield range(first, min(first + BATCH, start + count))
