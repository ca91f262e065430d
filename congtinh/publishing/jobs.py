"""Background work, each piece by itself: a step that fails is told and never stops the others."""

import fcntl
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import close_old_connections, connection

from congtinh.publishing import actions, followers, mail

logger = logging.getLogger(__name__)

Step = Callable[[], object]
_STEPS: dict[str, Step] = {}
#: Names our lock among a PostgreSQL server's advisory locks.
_LOCK = 0x0F2B3F0E
FILE = "work.lock"


def enrol(name: str, step: Step) -> None:
    """Register a step of background work; it answers how much it did, and is safe to run twice."""
    _STEPS[name] = step


def steps() -> dict[str, Step]:
    """Every step by name; each follower is one, so that none waits for another's fault."""
    return {
        "release": actions.release_due,
        "expire": actions.expire_due,
        **{f"follow {name}": partial(followers.run, name) for name in followers.names()},
        "mail": mail.send_due,
        **_STEPS,
    }


def run_round() -> int:
    """One round of all steps; returns how much was done, so that a busy worker does not rest."""
    done = 0
    for name, step in steps().items():
        try:
            done += int(step() or 0)  # type: ignore[call-overload]  # steps answer numbers or nothing
        except Exception:
            # Whatever it was, the other steps and the next round go on.
            logger.exception("background step failed: %s", name)
            close_old_connections()
    return done


@contextmanager
def held_alone() -> Iterator[bool]:
    """Whether this process is the one that works; others stand by and take over when it ends.

    The steps are safe side by side: the lock only spares the second worker's trouble.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [_LOCK])
            [held] = cursor.fetchone()
        try:
            yield held
        finally:
            if held:
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])
        return
    with (Path(settings.HOME) / FILE).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            # The lock goes with the file, also when the process is killed.
            yield True
