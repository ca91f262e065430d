"""Prepares what is measured: homes and databases of each size, kept under build/bench."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "build" / "bench"
READER, STAFF = "congtinh.settings.reader", "congtinh.settings.staff"
PEER = "bench.peer_wagtail.settings"


@dataclass(frozen=True)
class Stage:
    """One database with so many publications, ours or the stock site's."""

    engine: str
    size: int
    #: Address of the PostgreSQL server; empty for SQLite.
    server: str = ""
    peer: bool = False

    @property
    def name(self) -> str:
        return f"{'peer' if self.peer else 'province'}-{self.engine}-{self.size}"

    @property
    def home(self) -> Path:
        return RESULTS / "homes" / self.name

    @property
    def environment(self) -> dict[str, str]:
        address = f"{self.server.rsplit('/', 1)[0]}/{self.name}" if self.server else ""
        return {**os.environ, "CONGTINH_HOME": str(self.home), "CONGTINH_DATABASE": address}

    def run(self, settings: str, module: str, *arguments: str) -> None:
        """Run a module of the bench on this stage, in a process of its own."""
        self._python("bench.run", settings, f"bench.{module}", *arguments)

    def _python(self, *arguments: str) -> None:
        command = [sys.executable, "-W", "ignore", "-m", *arguments]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True)

    def prepare(self, say: Callable[[str], None]) -> None:
        """Make and fill the database, unless an earlier run left it (PostgreSQL's never stays)."""
        ready = self.home / "filled"
        if ready.exists() and not self.server and self._is_current():
            return
        shutil.rmtree(self.home, ignore_errors=True)
        self.home.mkdir(parents=True)
        if self.server:
            _create(self.server, self.name)
        say(f"filling {self.name}")
        if self.peer:
            self.run(PEER, "peer_wagtail.fill", str(self.size))
        else:
            self._bring_up_to_date()
            self.run(STAFF, "province", str(self.size))
        ready.touch()

    def _is_current(self) -> bool:
        """Whether the tables can be brought up to the code, as they can in a real house."""
        try:
            if not self.peer:
                self._bring_up_to_date()
        except subprocess.CalledProcessError:
            return False
        return True

    def _bring_up_to_date(self) -> None:
        self._python("congtinh", "migrate", "-v0")
        self._python("congtinh", "collectstatic", "--noinput", "-v0")

    def copy(self) -> "Stage":
        """A stage of its own with the same content, for what changes it."""
        twin = Stage(f"{self.engine}-copy", self.size, self.server, self.peer)
        shutil.rmtree(twin.home, ignore_errors=True)
        shutil.copytree(self.home, twin.home)
        if self.server:
            _create(self.server, twin.name, template=self.name)
        return twin

    def drop(self) -> None:
        shutil.rmtree(self.home, ignore_errors=True)


def _create(server: str, name: str, *, template: str = "template1") -> None:
    parts = urlsplit(server)
    with psycopg.connect(
        host=parts.hostname, port=parts.port, user=parts.username, dbname="postgres",
        autocommit=True,
    ) as connection:  # fmt: skip
        connection.execute(f'DROP DATABASE IF EXISTS "{name}"')
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
