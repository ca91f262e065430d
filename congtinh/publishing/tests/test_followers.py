import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction

from congtinh.audit.tests.commits import environment, together
from congtinh.organisation import actions as organisation
from congtinh.organisation.tests.factories import PersonFactory, PortalFactory
from congtinh.publishing import followers
from congtinh.publishing.models import Cursor, Notice, Publication

#: Starts a follower process for each line it reads, as often as it is killed: it names the process,
#: waits for its end and says how it ended. The follower tells one person of every publication.
PROGRAM = """
import os, sys, time, django
os.environ["DJANGO_SETTINGS_MODULE"] = "congtinh.settings.staff"
django.setup()
from congtinh.organisation.models import Person
from congtinh.publishing import followers, notices

def follow(publication):
    person = Person.objects.get(username="lan")
    notices.tell([person], "publication.published", at=publication.published_at,
                 seq=publication.seq)
    time.sleep(0.001)

followers.enrol("test", follow)
for line in sys.stdin:
    process = os.fork()
    if not process:
        while followers.run("test", limit=int(line)):
            pass
        os._exit(0)
    print(process, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), flush=True)
"""


@pytest.fixture
def enrolled() -> Iterator[list[int]]:
    """A follower that remembers what it was given, for the time of a test."""
    seen: list[int] = []
    followers.enrol("test", lambda publication: seen.append(publication.seq))
    yield seen
    del followers._FOLLOWERS["test"]


def publish(count: int) -> None:
    with transaction.atomic():
        portal = PortalFactory()
        for number in range(count - 1):
            organisation.change_portal(portal, by=None, name=f"Cổng lần {number}")


def told() -> list[int]:
    params = Notice.objects.order_by("pk").values_list("params", flat=True)
    return [values["seq"] for values in params if "seq" in values]


@pytest.mark.django_db
def test_run_goes_on_from_its_own_number(enrolled: list[int]) -> None:
    publish(5)

    assert [followers.run("test", limit=2) for _round in range(4)] == [2, 2, 1, 0]
    assert enrolled == [1, 2, 3, 4, 5]
    organisation.change_portal(PortalFactory(), by=None, name="Nữa")
    assert followers.run("test") == 2
    assert Cursor.objects.get(follower="test").seq == 7


@pytest.mark.django_db
def test_run_keeps_its_place_when_the_work_fails(enrolled: list[int]) -> None:
    publish(3)

    def fail(publication: Publication) -> None:
        enrolled.append(publication.seq)
        if publication.seq == 2:
            raise ZeroDivisionError

    followers.enrol("test", fail)
    with pytest.raises(ZeroDivisionError):
        followers.run("test")
    assert Cursor.objects.get(follower="test").seq == 0

    followers.enrol("test", lambda publication: enrolled.append(publication.seq))
    assert followers.run("test") == 3


@pytest.mark.django_db
def test_run_all_lets_no_follower_hold_up_the_others(enrolled: list[int]) -> None:
    publish(3)

    def fail(publication: Publication) -> None:
        raise ZeroDivisionError

    followers._FOLLOWERS["broken"] = fail
    try:
        first = dict(followers._FOLLOWERS)
        followers._FOLLOWERS.clear()
        followers._FOLLOWERS.update({"broken": fail, **first})
        with pytest.raises(ExceptionGroup) as raised:
            followers.run_all()
    finally:
        del followers._FOLLOWERS["broken"]

    assert len(raised.value.exceptions) == 1
    assert enrolled == [1, 2, 3]


@pytest.mark.slow
def test_two_runs_at_once_never_do_a_thing_twice(committed_db: Path, enrolled: list[int]) -> None:
    publish(40)

    done = together(*[lambda: [followers.run("test", limit=7) for _round in range(8)]] * 3)

    assert sum(map(sum, done)) == 40
    assert enrolled == [*range(1, 41)]


@pytest.mark.slow
@pytest.mark.clause("Đ14.1")
def test_follower_killed_at_any_point_never_skips_and_never_doubles(committed_db: Path) -> None:
    publish(200)
    PersonFactory(username="lan")
    launcher = subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, **environment(committed_db)},
    )  # fmt: skip
    ends = []

    with launcher:
        for limit, pause in [(1, 0.05), (25, 0.09), (1, 0.02), (7, 0.2), (25, 0.0), (3, 0.12)]:
            process = _start(launcher, limit)
            time.sleep(pause)
            os.kill(process, signal.SIGKILL)
            ends.append(_end(launcher))
            assert told() == [*range(1, len(told()) + 1)]
            assert _place() == len(told())
        _start(launcher, 50)
        ends.append(_end(launcher))
        launcher.stdin.close()

    assert ends[-1] == 0
    assert ends.count(-signal.SIGKILL) >= 3
    assert told() == [*range(1, 201)]
    assert _place() == 200


def _place() -> int:
    return sum(Cursor.objects.filter(follower="test").values_list("seq", flat=True))


def _start(launcher: subprocess.Popen, limit: int) -> int:
    launcher.stdin.write(f"{limit}\n")
    launcher.stdin.flush()
    return int(launcher.stdout.readline())


def _end(launcher: subprocess.Popen) -> int:
    return int(launcher.stdout.readline())
