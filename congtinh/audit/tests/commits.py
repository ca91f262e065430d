"""A database of one's own that really commits, for tests of races, killed processes and locks.

Append-only tables cannot be emptied after a test, so each such test works on a copy that is thrown
away.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, connections
from django.test.utils import setup_databases, teardown_databases


@pytest.fixture(scope="session")
def migrated_db(
    django_db_setup: None, django_db_blocker: Any, django_db_keepdb: bool
) -> Iterator[None]:
    """The test database, also in a run of which no other test asks for one."""
    with django_db_blocker.unblock():
        if connection.settings_dict["NAME"] == connection.creation._get_test_db_name():
            made = None
        else:
            made = setup_databases(verbosity=0, interactive=False, keepdb=django_db_keepdb)
    yield
    if made and not django_db_keepdb:
        with django_db_blocker.unblock():
            teardown_databases(made, verbosity=0)


@pytest.fixture
def committed_db(migrated_db: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[Path]:
    """A migrated database whose transactions are real; gives the home folder of its processes."""
    with django_db_blocker.unblock(), _copy(tmp_path):
        yield tmp_path
        connections.close_all()


def environment(home: Path) -> dict[str, str]:
    """What a process of its own needs to work on the same database."""
    database = ""
    if connection.vendor == "postgresql":
        at = connection.settings_dict
        login = f"{at['USER']}:{at['PASSWORD']}" if at["PASSWORD"] else at["USER"]
        database = f"postgresql://{login}@{at['HOST']}:{at['PORT']}/{at['NAME']}"
    return {"CONGTINH_HOME": str(home), "CONGTINH_DATABASE": database}


def together(*deeds: Callable[[], Any]) -> list[Any]:
    """Start all deeds at the same moment, each in a thread and connection of its own.

    Gives what each returned, or the exception it raised, in their order.
    """
    start = threading.Barrier(len(deeds), timeout=30)
    results: list[Any] = [None] * len(deeds)

    def run(place: int, deed: Callable[[], Any]) -> None:
        try:
            connection.ensure_connection()
            start.wait()
            results[place] = deed()
        except Exception as failure:  # noqa: BLE001 (it is the result)
            results[place] = failure
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place, deed)) for place, deed in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert not any(thread.is_alive() for thread in threads)
    return results


@contextmanager
def _copy(home: Path) -> Iterator[None]:
    at = connection.settings_dict
    original = at["NAME"]
    connection.close()
    make, remove = (
        (_copy_file, lambda name: None) if connection.vendor == "sqlite" else
        (_copy_server_side, _drop)
    )  # fmt: skip
    at["NAME"] = make(original, home)
    try:
        yield
    finally:
        connections.close_all()
        copy, at["NAME"] = at["NAME"], original
        remove(copy)


def _copy_file(original: str, home: Path) -> str:
    copy = home / "congtinh.sqlite3"
    source = sqlite3.connect(f"file:{original}?mode=ro", uri=True)
    source.execute("PRAGMA wal_checkpoint")
    target = sqlite3.connect(copy)
    with source, target:
        source.backup(target)
    source.close()
    target.close()
    return str(copy)


def _copy_server_side(original: str, home: Path) -> str:
    copy = f"{original}_{uuid4().hex[:8]}"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{original}"')
    return copy


def _drop(name: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
