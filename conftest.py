"""The harness of every test: no network, no strange clause, long tests only when asked for."""

import hashlib
import ipaddress
import json
import shutil
import socket
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from congtinh.regulation.clauses import CLAUSES

_connect, _connect_ex = socket.socket.connect, socket.socket.connect_ex


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also run tests marked long")
    parser.addoption("--screenshots", action="store_true", help="write pictures to docs/images")
    parser.addoption(
        "--clauses-to", metavar="FILE", help="write which tests prove which clause, as JSON"
    )


def pytest_configure() -> None:
    socket.socket.connect = _guarded(_connect)  # type: ignore[method-assign]
    socket.socket.connect_ex = _guarded(_connect_ex)  # type: ignore[method-assign]


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_modify_db_settings: None) -> bool:
    """On SQLite every process starts from one file migrated once for this state of the migrations.

    Wagtail's migrations cost more than most of the tests; the file is copied, never worked in.
    """
    migrated, own = _migrated(), _own_database()
    if own and migrated.exists():
        shutil.copyfile(migrated, own)
        return True
    return False


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_keepdb: bool) -> None:
    migrated, own = _migrated(), _own_database()
    if own and not migrated.exists():
        half = migrated.with_suffix(f".{own.parent.name}")
        with closing(sqlite3.connect(own)) as source, closing(sqlite3.connect(half)) as copy:
            source.backup(copy)
        half.replace(migrated)


def _own_database() -> Path | None:
    """The file this process tests in; None on PostgreSQL."""
    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("sqlite3"):
        return None
    return Path(database["TEST"]["NAME"])


def _migrated() -> Path:
    root = Path(__file__).parent
    digest = hashlib.sha256((root / "uv.lock").read_bytes())
    ours = [*root.glob("congtinh/*/migrations/*.py"), *root.glob("congtinh/audit/*.py")]
    for path in sorted(ours):
        digest.update(path.read_bytes())
    return Path(tempfile.gettempdir()) / f"congtinh-migrated-{digest.hexdigest()[:16]}.sqlite3"


def pytest_unconfigure() -> None:
    socket.socket.connect, socket.socket.connect_ex = _connect, _connect_ex  # type: ignore[method-assign]
    shutil.rmtree(settings.HOME, ignore_errors=True)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    _refuse_unknown_clauses(items)
    if config.getoption("--clauses-to"):
        _write_clauses(Path(config.getoption("--clauses-to")), items)
    if not config.getoption("--long"):
        skip = pytest.mark.skip(reason="long: make test-long")
        for item in items:
            if item.get_closest_marker("long"):
                item.add_marker(skip)


def _refuse_unknown_clauses(items: list[pytest.Item]) -> None:
    unknown = [
        f"{item.nodeid}: {code}"
        for item in items
        for mark in item.iter_markers("clause")
        for code in mark.args
        if code not in CLAUSES
    ]
    if unknown:
        raise pytest.UsageError("clauses that the regulation does not have:\n" + "\n".join(unknown))


def _write_clauses(path: Path, items: list[pytest.Item]) -> None:
    proofs: dict[str, list[str]] = {}
    for item in items:
        # One line for all parameters of a test.
        name = item.nodeid.split("[")[0]
        for mark in item.iter_markers("clause"):
            for code in mark.args:
                if name not in proofs.setdefault(code, []):
                    proofs[code].append(name)
    path.write_text(json.dumps(proofs, ensure_ascii=False), "utf-8")


def _guarded(real: Any) -> Any:
    """Let a test reach this machine and nothing else."""

    def connect(self: socket.socket, address: Any) -> Any:
        if self.family in {socket.AF_INET, socket.AF_INET6} and not _is_local(address[0]):
            raise PermissionError(f"a test tried to reach {address[0]}")
        return real(self, address)

    return connect


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
