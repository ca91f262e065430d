"""`congtinh start`: brings the home folder up to date, then serves readers and staff."""

import errno
import sys
from typing import Any

from django.core.management.base import CommandParser
from django.db import OperationalError
from django.utils.translation import gettext_lazy as _

from congtinh.organisation.console import ConsoleCommand
from congtinh.staff import serving


class Command(ConsoleCommand):
    help = _("Chuẩn bị dữ liệu rồi chạy trang công khai, khu vực cán bộ và công việc nền.")
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--demo", action="store_true", help=_("Nạp tỉnh mẫu khi cơ sở dữ liệu còn trống.")
        )
        parser.add_argument("--large", action="store_true", help=_("Tỉnh mẫu cỡ lớn, để đo."))

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            serving.require_ports()
            serving.require_room()
            serving.prepare(self.say, demo=options["demo"], large=options["large"])
            serving.serve(self.say)
        except serving.CannotStart as problem:
            sys.exit(str(problem))
        except KeyboardInterrupt:
            sys.exit(130)
        except (OSError, OperationalError) as problem:
            if not _tells_of_full_disk(problem):
                raise
            sys.exit(serving.disk_is_full())


def _tells_of_full_disk(problem: OSError | OperationalError) -> bool:
    if isinstance(problem, OSError):
        return problem.errno == errno.ENOSPC
    return "disk is full" in str(problem) or "No space left" in str(problem)
