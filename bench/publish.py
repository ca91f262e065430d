"""Measures decisions: approval, a reader in another process, followers, chain, rebuilding."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.measuring import Figure, counting, time_one, write
from bench.province import BATCH, DECIDER, Desk
from bench.stages import READER
from congtinh.audit import chain
from congtinh.audit.models import Entry
from congtinh.organisation.models import Area, Person, Portal
from congtinh.publishing import actions as publishing
from congtinh.publishing import followers, live, sealing
from congtinh.publishing.models import Cursor, LiveHost, Publication, Review
from congtinh.publishing.states import ReviewState

ROUNDS = 20


def main(place: str) -> None:
    write(figures(), Path(place))


def figures() -> list[Figure]:
    found = [*approvals()]
    behind = Figure(f"followers, {ROUNDS} publications behind ({', '.join(followers.names())})")
    time_one(behind, followers.run_all)
    found.append(behind)
    for model, name in ((Publication, "publication chain"), (Entry, "audit chain")):
        verified = Figure(f"verify the {name}")
        verdict = time_one(verified, lambda model=model: chain.verify(model))
        assert verdict, verdict
        verified.note = rate(verdict.verified, verified)
        found.append(verified)
    found.append(imported())
    rebuilt = Figure("rebuild all that is public from the log")
    rebuilt.note = rate(time_one(rebuilt, live.rebuild), rebuilt)
    return [*found, rebuilt]


def rate(count: int, figure: Figure) -> str:
    return f"{count} entries, {count / (figure.cpu[0] / 1000):,.0f} a second"


def imported() -> Figure:
    """What an import costs: working copies, checks, log and all that readers get."""
    by = Person.objects.get(username=DECIDER)
    desk = Desk(Portal.objects.get(code=live.GENERAL), list(Area.objects.all()), by)
    # Numbers beyond those of the province, so that no address is taken.
    first = 10 * Publication.objects.count()
    records = desk.records(range(first, first + BATCH), last=first + BATCH, count=BATCH)
    decision = publishing.decide_import(desk.portal, by=by, reason="Nhập dữ liệu để đo")
    figure = Figure(f"import {BATCH} texts by one decision")
    outcome = time_one(figure, lambda: publishing.publish_many(records, by=by, decision=decision))
    figure.note = rate(len(outcome.publications), figure)
    return figure


def approvals() -> list[Figure]:
    """Approve one text after another, while another process asks for it as a reader does."""
    hosts = dict(LiveHost.objects.filter(canonical=True).values_list("portal", "host"))
    waiting = Review.objects.filter(state=ReviewState.OPEN).order_by("pk")
    # The followers have dealt with all that was there before.
    for name in followers.names():
        last = Publication.objects.order_by("-seq").values_list("seq", flat=True)[0]
        Cursor.objects.update_or_create(follower=name, defaults={"seq": last})
    approved, readable = Figure("approve"), Figure("approved until readable by another process")
    with another_process() as ask:
        for review in waiting.select_related("portal")[:ROUNDS]:
            by = Person.objects.get(username=DECIDER)
            path = f"/{_address(review)}"
            ask(f"{hosts[review.portal.code]} {path}")
            began = time.time()

            def approve(review: Any = review, by: Any = by) -> Any:
                return publishing.approve(review, seen=review.content_hash, by=by)

            with counting() as asked:
                made = time_one(approved, approve)
            assert made.path == path
            approved.queries = len(asked)
            readable.wall.append((float(ask("")) - began) * 1000)
    return [approved, readable]


def _address(review: Any) -> str:
    sealed = sealing.unseal(review.content)
    return f"{sealed['section']}/{sealed['slug']}"


@contextmanager
def another_process() -> Iterator[Any]:
    """A reader process; it is told what to ask for, and answers when it was there."""
    command = [sys.executable, "-W", "ignore", "-m", "bench.run", READER, "bench.reader"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as reader:
        told, tells = reader.stdin, reader.stdout
        assert told
        assert tells

        def ask(line: str) -> str:
            if line:
                told.write(line + "\n")
            return tells.readline().strip()

        try:
            assert ask("") == "ready"
            yield ask
        finally:
            # Also when an approval failed: the reader would go on asking for ever.
            reader.kill()
