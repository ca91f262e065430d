"""`congtinh start`: brings the home folder up to date, then serves readers and staff."""

import errno
import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import OperationalError
from django.utils import translation

from congtinh.staff import serving


class Command(BaseCommand):
    help = "Chuẩn bị dữ liệu rồi chạy trang công khai, khu vực cán bộ và công việc nền."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--demo", action="store_true", help="nạp tỉnh mẫu khi cơ sở dữ liệu còn trống"
        )
        parser.add_argument("--large", action="store_true", help="tỉnh mẫu cỡ lớn, để đo")

    def handle(self, *, demo: bool, large: bool, **options: Any) -> None:
        translation.activate(language())
        try:
            serving.require_ports()
            serving.require_room()
            serving.prepare(self.stdout.write, demo=demo, large=large)
            serving.serve(self.stdout.write)
        except serving.CannotStart as problem:
            sys.exit(str(problem))
        except OSError as problem:
            if problem.errno != errno.ENOSPC:
                raise
            sys.exit(serving.disk_is_full())
        except OperationalError as problem:
            if "disk is full" not in str(problem) and "No space left" not in str(problem):
                raise
            sys.exit(serving.disk_is_full())


def language() -> str:
    """The language of the terminal: English where it asks for it, otherwise Vietnamese."""
    set_ones = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "en" if next(filter(None, set_ones), "").startswith("en") else "vi"
