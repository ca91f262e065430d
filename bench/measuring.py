"""Measures calls by their processor time, on which other work on the machine tells little."""

import contextlib
import io
import json
import math
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from django.db import connection

WARM_UP = 8


@dataclass
class Figure:
    """What was measured of one thing; times in milliseconds."""

    name: str
    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    queries: int = 0
    bytes: int = 0
    note: str = ""
    #: What a database server worked for one call, on average; SQLite works in our own process.
    server: float = 0.0

    @property
    def median(self) -> float:
        return statistics.median(self.cpu) + self.server

    @property
    def p95(self) -> float:
        return at_rank(self.cpu, 0.95) + self.server

    @property
    def undisturbed(self) -> float:
        """The lower quartile, for comparing sizes: other work on the machine only adds."""
        return at_rank(self.cpu, 0.25) + self.server

    @property
    def wall_p95(self) -> float:
        return at_rank(self.wall, 0.95)


def at_rank(values: list[float], share: float) -> float:
    """The value that `share` of all do not exceed, by nearest rank."""
    return sorted(values)[math.ceil(share * len(values)) - 1]


def measure(
    name: str, call: Callable[[], bytes | None], *, rounds: int, warm_up: int = WARM_UP
) -> Figure:
    """Call until warm, count the queries of one call, then time `rounds` calls."""
    for _round in range(warm_up):
        call()
    figure = Figure(name)
    with counting() as asked:
        figure.bytes = len(call() or b"")
    figure.queries = len(asked)
    before = server_cpu()
    for _round in range(rounds):
        time_one(figure, call)
    figure.server = (server_cpu() - before) / rounds
    return figure


def server_cpu() -> float:
    """CPU milliseconds that PostgreSQL's process for our connection has had; 0 on SQLite."""
    if connection.vendor != "postgresql":
        return 0.0
    connection.ensure_connection()
    numbers = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text("ascii")
    return int(numbers.split()[0]) / 1e6


def time_one(figure: Figure, call: Callable[[], Any]) -> Any:
    """Add the processor and wall time of one call to `figure`; returns what the call returned."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = call()
    figure.cpu.append((time.process_time() - cpu) * 1000)
    figure.wall.append((time.perf_counter() - wall) * 1000)
    return result


@contextlib.contextmanager
def counting() -> Iterator[list[str]]:
    """Collect the statements sent while the block runs, beginnings and ends left out."""
    asked: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield asked


class Wsgi:
    """Asks a WSGI application in process, as a server does, to the closing of the answer."""

    def __init__(self, application: Any) -> None:
        self.application = application

    def get(self, host: str, address: str) -> bytes:
        """The body of the answer, which has to be 200."""
        status, body = self.ask(host, address)
        if status != 200:
            raise AssertionError(f"{host}{address} answered {status}")
        return body

    def ask(self, host: str, address: str) -> tuple[int, bytes]:
        """Status and body of an anonymous reader's request."""
        path, _mark, query = address.partition("?")
        answered: list[str] = []
        environment = {
            "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "SCRIPT_NAME": "",
            "SERVER_NAME": host, "SERVER_PORT": "80", "HTTP_HOST": host,
            "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1", "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr,
            "wsgi.multithread": True, "wsgi.multiprocess": True, "wsgi.run_once": False,
        }  # fmt: skip
        answer = self.application(environment, lambda status, *rest: answered.append(status))
        try:
            body = b"".join(answer)
        finally:
            # Ends the request: Django gives back the connection here.
            answer.close()
        return int(answered[0].split()[0]), body


def write(figures: list[Figure], place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps([asdict(one) for one in figures], ensure_ascii=False), "utf-8")


def read(place: Path) -> list[Figure]:
    return [Figure(**one) for one in json.loads(place.read_text("utf-8"))]
