"""Prepares what is measured: homes and databases of each size, kept under build/bench."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "build" / "bench"


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

    def run(self, module: str, *arguments: str) -> None:
        """Run a module of this repository on this stage, in a process of its own."""
        command = [sys.executable, "-W", "ignore", "-m", module, *arguments]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True)

    def prepare(self, say: Callable[[str], None]) -> None:
        """Make and fill the database, unless an earlier run left it; PostgreSQL's goes each time."""
        ready = self.home / "filled"
        if ready.exists() and not self.server:
            return
        shutil.rmtree(self.home, ignore_errors=True)
        self.home.mkdir(parents=True)
        if self.server:
            _create(self.server, self.name)
        say(f"filling {self.name}")
        began = time.monotonic()
        if self.peer:
            self.run("bench.peer_wagtail.fill", str(self.size))
        else:
            self.run("congtinh", "migrate", "-v0")
            self.run("congtinh", "collectstatic", "--noinput", "-v0")
            self.run("bench.province", str(self.size))
        ready.write_text(f"{time.monotonic() - began:.0f} s", "utf-8")

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
