"""`congtinh work`: the background worker."""

import signal
from threading import Event
from types import FrameType
from typing import Any

from django.core.management.base import CommandParser
from django.db import close_old_connections
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from congtinh.organisation.console import ConsoleCommand
from congtinh.publishing import jobs


class Command(ConsoleCommand):
    help = gettext_lazy("Chạy việc nền: đăng theo lịch, gỡ khi hết hạn, thông báo, thư điện tử.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help=gettext_lazy("Làm một lượt rồi dừng.")
        )
        parser.add_argument(
            "--every", type=float, default=1.0, help=gettext_lazy("Số giây nghỉ giữa hai lượt.")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            while jobs.run_round():
                pass
            return
        stop = Event()

        def end(signum: int, frame: FrameType | None) -> None:
            stop.set()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, end)
        self.say(_("Việc nền đang chạy."))
        while not stop.is_set():
            with jobs.held_alone() as alone:
                if alone:
                    self._work(stop, options["every"])
                else:
                    stop.wait(options["every"])
        self.say(_("Việc nền đã dừng."))

    def _work(self, stop: Event, pause: float) -> None:
        while not stop.is_set():
            close_old_connections()
            if not jobs.run_round():
                stop.wait(pause)
