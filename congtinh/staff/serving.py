"""Starts and supervises what serves a province: readers' and staff's servers, background work."""

import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.utils.translation import gettext as _

from congtinh.organisation.models import Portal

ROOM_NEEDED = 200 * 1024 * 1024
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
#: A child that ran this long has started well: its next fall is a new one.
STEADY_AFTER = 60.0
#: What the theme's bundle is made from; pages load the bundle alone.
SOURCES = ["theme/css/*", "theme/js/*"]
TIME_TO_STOP = 15.0
TIME_TO_START = 60.0

Say = Callable[[str], Any]


class CannotStart(Exception):
    """Why nothing was started, in one line that says what to do."""


def require_ports() -> None:
    """Raise `CannotStart` when another program holds one of the two ports."""
    for port in (settings.READER_PORT, settings.STAFF_PORT):
        with socket.socket() as probe:
            # As the servers do: a port that only waits for old connections to end is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((settings.LISTEN, port))
            except OSError:
                raise CannotStart(
                    _(
                        "Cổng %(port)s đang có chương trình khác dùng. Hãy chọn số khác, ví dụ: "
                        "PORT=9000 make run"
                    )
                    % {"port": port}
                ) from None


def require_room() -> None:
    """Make the home folder; raise `CannotStart` when its disk is nearly full."""
    settings.HOME.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(settings.HOME).free < ROOM_NEEDED:
        raise CannotStart(disk_is_full())


def disk_is_full() -> str:
    return _("Hết chỗ trên đĩa chứa %(folder)s: cần ít nhất 200 MB trống.") % {
        "folder": settings.HOME
    }


def prepare(say: Say, *, demo: bool, large: bool = False) -> None:
    """Bring database and static files up to date; with `demo`, fill an empty database."""
    say(_("Đang chuẩn bị cơ sở dữ liệu…"))
    call_command("migrate", verbosity=0, interactive=False)
    _collect_static(say)
    if demo and not (large and Portal.objects.exists()):
        try:
            call_command("demo", **({"large": True} if large else {}))
        except CommandError as refusal:
            # A province's own data are there: they are served as they stand.
            say(str(refusal))


def _collect_static(say: Say) -> None:
    mark = settings.HOME / "static-files"
    wanted = _static_fingerprint()
    if mark.exists() and mark.read_text() == wanted:
        return
    say(_("Đang gom tệp giao diện…"))
    call_command(
        "collectstatic", verbosity=0, interactive=False, clear=True, ignore_patterns=SOURCES
    )
    mark.write_text(wanted)


def _static_fingerprint() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list(SOURCES):
            changed = Path(storage.path(name)).stat().st_mtime_ns
            digest.update(f"{name} {changed}\n".encode())
    return digest.hexdigest()


@dataclass
class Child:
    """One supervised process."""

    name: str
    command: list[str]
    settings_module: str
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    start_at: float = 0.0
    pause: float = field(default=FIRST_PAUSE)

    def start(self) -> None:
        self.process = subprocess.Popen(  # noqa: S603 (our own command)
            self.command,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": self.settings_module},
            stdin=subprocess.DEVNULL,
            # Ctrl-C reaches the supervisor alone, which then stops its children in order.
            start_new_session=True,
        )
        self.started_at = time.monotonic()

    def look_after(self, say: Say) -> None:
        """Notice a death, and start anew once the pause is over; each fall doubles the pause."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.start_at:
                self.start()
            return
        code = self.process.poll()
        if code is None:
            return
        if now - self.started_at > STEADY_AFTER:
            self.pause = FIRST_PAUSE
        say(
            _("«%(name)s» đã dừng (mã %(code)s), chạy lại sau %(pause)d giây.")
            % {"name": self.name, "code": code, "pause": self.pause}
        )
        self.process = None
        self.start_at = now + self.pause
        self.pause = min(self.pause * 2, LONGEST_PAUSE)

    def signal(self, number: int) -> None:
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, number)


def children() -> list[Child]:
    python = [sys.executable, "-m"]
    return [
        Child(
            _("trang công khai"),
            [*python, *_server(settings.READER_PORT, workers=settings.READER_WORKERS)],
            "congtinh.settings.reader",
        ),
        Child(
            _("khu vực cán bộ"),
            [*python, *_server(settings.STAFF_PORT, workers=1)],
            "congtinh.settings.staff",
        ),
        Child(_("công việc nền"), [*python, "congtinh", "work"], "congtinh.settings.staff"),
    ]


def _server(port: int, *, workers: int) -> list[str]:
    return [
        "granian", "--interface", "wsgi", "--host", settings.LISTEN, "--port", str(port),
        "--workers", str(workers), "--blocking-threads", "8", "--backpressure", "128",
        "--respawn-failed-workers", "--no-ws",
        "--workers-kill-timeout", "10", "--log-level", "error", "congtinh.wsgi:application",
    ]  # fmt: skip


def serve(say: Say) -> None:
    """Run the children until SIGINT or SIGTERM; a dead one is started again."""
    stopping: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, frame: stopping.append(number))
    supervised = children()
    for child in supervised:
        child.start()
    announced = False
    give_up_at = time.monotonic() + TIME_TO_START
    try:
        while not stopping:
            for child in supervised:
                child.look_after(say)
            if not announced and (_answer() or time.monotonic() > give_up_at):
                announced = True
                _announce(say)
            time.sleep(0.2)
    finally:
        say(_("Đang dừng…"))
        _stop(supervised)


def _answer() -> bool:
    """Whether both servers answer, whatever they answer."""
    for port in (settings.READER_PORT, settings.STAFF_PORT):
        host = "127.0.0.1" if settings.LISTEN == "0.0.0.0" else settings.LISTEN  # noqa: S104 (compared)
        connection = HTTPConnection(host, port, timeout=5)
        try:
            connection.request("HEAD", "/", headers={"Host": f"localhost:{port}"})
            connection.getresponse()
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()
    return True


def _announce(say: Say) -> None:
    say("")
    say(_("Cổng tỉnh đã chạy. Ctrl-C để dừng."))
    shown = f":{settings.READER_PORT_SHOWN}" if settings.READER_PORT_SHOWN else ""
    say(_("  Trang công khai   %(url)s") % {"url": f"{settings.READER_SCHEME}://localhost{shown}/"})
    say(_("  Khu vực cán bộ    %(url)s") % {"url": f"{settings.STAFF_URL}/admin/"})
    say(_("  Dữ liệu           %(folder)s") % {"folder": settings.HOME})


def _stop(supervised: list[Child]) -> None:
    for child in supervised:
        child.signal(signal.SIGTERM)
    deadline = time.monotonic() + TIME_TO_STOP
    for child in supervised:
        if child.process:
            try:
                child.process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.signal(signal.SIGKILL)
                child.process.wait()
