import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from congtinh.audit.tests.commits import environment, together
from congtinh.organisation import actions as organisation
from congtinh.organisation.tests.factories import PersonFactory, PortalFactory
from congtinh.publishing import followers
from congtinh.publishing.models import Cursor, Notice, Publication

#: A process that follows the log, telling one person of every publication, slowly enough to be hit.
PROGRAM = """
import os, sys, time, django
os.environ["DJANGO_SETTINGS_MODULE"] = "congtinh.settings.staff"
django.setup()
from congtinh.organisation.models import Person
from congtinh.publishing import followers, notices
person = Person.objects.get(username="lan")
def follow(publication):
    notices.tell([person], "publication.published", at=publication.published_at,
                 seq=publication.seq)
    time.sleep(0.001)
followers.enrol("test", follow)
print("ready", flush=True)
while followers.run("test", limit=int(sys.argv[1])):
    pass
"""


@pytest.fixture
def enrolled(request: pytest.FixtureRequest) -> list[int]:
    """A follower that remembers what it was given, for the time of a test."""
    seen: list[int] = []
    followers.enrol("test", lambda publication: seen.append(publication.seq))
    request.addfinalizer(lambda: followers._FOLLOWERS.pop("test"))
    return seen


def publish(count: int) -> None:
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
@pytest.mark.parametrize("limit", [1, 25])
def test_follower_killed_at_any_point_never_skips_and_never_doubles(
    committed_db: Path, limit: int
) -> None:
    publish(200)
    PersonFactory(username="lan")
    kills = 0

    for pause in (0.0, 0.03, 0.08, 0.02, 0.11, 0.05):
        if told()[-1:] == [200]:
            break
        with _follower(committed_db, limit) as process:
            time.sleep(pause)
            os.kill(process.pid, signal.SIGKILL)
            process.wait(timeout=20)
            kills += process.returncode == -signal.SIGKILL
        assert told() == [*range(1, len(told()) + 1)]
        assert Cursor.objects.filter(follower="test", seq__gt=0).exists() == bool(told())

    with _follower(committed_db, 50) as process:
        assert process.wait(timeout=60) == 0
    assert kills >= 2
    assert told() == [*range(1, 201)]
    assert Cursor.objects.get(follower="test").seq == 200


def _follower(home: Path, limit: int) -> subprocess.Popen:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(limit)], stdout=subprocess.PIPE, text=True,
        env={**os.environ, **environment(home)},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process
