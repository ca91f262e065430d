"""Measures decisions: from approval to a reader in another process, followers, chain, rebuilding."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django

from bench.measuring import Figure, Wsgi, counting, time_one, write

ROUNDS = 20
#: An approval is readable in every process within this time.
LIMIT_WALL = 1000.0


def figures() -> list[Figure]:
    # slow: models are loaded only once Django is set up
    from congtinh.audit import chain
    from congtinh.audit.models import Entry
    from congtinh.publishing import followers, live
    from congtinh.publishing.models import Publication

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
    rebuilt = Figure("rebuild all that is public from the log")
    rebuilt.note = rate(time_one(rebuilt, live.rebuild), rebuilt)
    return [*found, rebuilt]


def rate(count: int, figure: Figure) -> str:
    return f"{count} entries, {count / (figure.cpu[0] / 1000):,.0f} a second"


def approvals() -> list[Figure]:
    """Approve one text after another, while another process asks for it as a reader does."""
    # slow: models are loaded only once Django is set up
    from congtinh.organisation.models import Person
    from congtinh.publishing import actions as publishing
    from congtinh.publishing import followers
    from congtinh.publishing.models import LiveHost, Review
    from congtinh.publishing.states import ReviewState

    hosts = dict(LiveHost.objects.filter(canonical=True).values_list("portal", "host"))
    waiting = Review.objects.filter(state=ReviewState.OPEN).order_by("pk")
    while followers.run_all():
        pass
    approved, readable = Figure("approve"), Figure("approved until readable by another process")
    with another_process() as ask:
        for review in waiting.select_related("portal")[:ROUNDS]:
            by = Person.objects.get(username="duyet")
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
    readable.cpu = readable.wall
    return [approved, readable]


def _address(review: Any) -> str:
    # slow: as above
    from congtinh.publishing import sealing

    sealed = sealing.unseal(review.content)
    return f"{sealed['section']}/{sealed['slug']}"


@contextmanager
def another_process() -> Iterator[Any]:
    """A reader process; it is told what to ask for, and answers when it was there."""
    command = [sys.executable, "-W", "ignore", "-m", "bench.publish", "--reader"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as reader:
        assert reader.stdin and reader.stdout

        def ask(line: str) -> str:
            assert reader.stdin and reader.stdout
            if line:
                reader.stdin.write(line + "\n")
            return reader.stdout.readline().strip()

        assert ask("") == "ready"
        yield ask
        reader.stdin.close()


def read_when_told() -> None:
    """The other process: says that it is asking, asks until the text is there, says when."""
    # slow: as above
    from django.core.wsgi import get_wsgi_application

    wsgi = Wsgi(get_wsgi_application())
    print("ready", flush=True)
    for line in sys.stdin:
        host, path = line.split()
        status = wsgi.ask(host, path)[0]
        print(status, flush=True)
        while status != 200:
            time.sleep(0.005)
            status = wsgi.ask(host, path)[0]
        print(time.time(), flush=True)


if __name__ == "__main__":
    reading = sys.argv[1] == "--reader"
    os.environ["DJANGO_SETTINGS_MODULE"] = f"congtinh.settings.{'reader' if reading else 'staff'}"
    django.setup()
    if reading:
        read_when_told()
    else:
        write(figures(), Path(sys.argv[1]))
