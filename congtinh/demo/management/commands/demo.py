"""`congtinh demo`: loads the demo province, or with `--large` one to measure by."""

import time
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from congtinh.demo import load
from congtinh.demo.founding import PASSWORD, sign_ins
from congtinh.demo.large import load_large
from congtinh.organisation.console import ConsoleCommand


class Command(ConsoleCommand):
    help = gettext_lazy("Nạp tỉnh mẫu: cổng, người, bài ở mọi trạng thái.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--large", action="store_true",
            help=gettext_lazy("Nạp tỉnh lớn để đo: 100 cổng, 100.000 bài."),
        )  # fmt: skip
        parser.add_argument(
            "--portals", type=int, default=100, help=gettext_lazy("Số cổng của tỉnh lớn.")
        )
        parser.add_argument(
            "--publications", type=int, default=100_000,
            help=gettext_lazy("Số bài của tỉnh lớn."),
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        if options["large"]:
            self._large(options["portals"], options["publications"])
            return
        if load.is_there():
            self.say(_("Tỉnh mẫu đã có sẵn; mọi nội dung được giữ nguyên."))
        else:
            started = time.monotonic()
            steps = load.load(self.progress)
            self.say(
                _("Đã nạp tỉnh mẫu: %(steps)d bước trong %(seconds)d giây.")
                % {"steps": steps, "seconds": time.monotonic() - started}
            )
        self._show_sign_ins()

    def _large(self, portals: int, publications: int) -> None:
        started = time.monotonic()
        added = load_large(portals, publications, self.progress)
        seconds = time.monotonic() - started
        self.say(
            _("Đã thêm %(added)d bài trong %(seconds)d giây (%(rate)d bài mỗi giây).")
            % {"added": added, "seconds": seconds, "rate": added / max(seconds, 0.001)}
        )

    def _show_sign_ins(self) -> None:
        head = (_("Tên đăng nhập"), _("Họ và tên"), _("Vai trò"), _("Cổng"))
        rows = [head, *sign_ins()]
        widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
        self.say("")
        for row in rows:
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            self.say("  ".join(cells).rstrip())
        self.say("")
        self.say(_("Mật khẩu chung của tỉnh mẫu: %(password)s") % {"password": PASSWORD})
        self.say(_("Khu vực biên tập: %(url)s/admin/") % {"url": settings.STAFF_URL})
