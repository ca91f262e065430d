"""`congtinh rebuild`: makes what readers see anew from the publication log."""

import time
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from congtinh.organisation.console import ConsoleCommand
from congtinh.publishing import live
from congtinh.publishing.models import Live, Publication


class Command(ConsoleCommand):
    help = gettext_lazy("Dựng lại những gì người đọc thấy, từ nhật ký phát hành.")

    def handle(self, *args: Any, **options: Any) -> None:
        started, total = time.monotonic(), Publication.objects.count()
        read = live.rebuild(lambda done: self.progress(min(done, total), total))
        self.say(
            _("Đã đọc %(read)d mục, dựng lại %(live)d bài đang hiển thị trong %(seconds)d giây.")
            % {
                "read": read, "live": Live.objects.count(),
                "seconds": time.monotonic() - started,
            }
        )  # fmt: skip
