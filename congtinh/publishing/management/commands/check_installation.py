"""`congtinh check-installation`: looks at what has to be right before a province relies on it."""

import sys
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from congtinh.organisation.console import ConsoleCommand
from congtinh.publishing.installation import findings


class Command(ConsoleCommand):
    help = gettext_lazy("Kiểm tra bản cài đặt; mỗi dòng nói cần làm gì.")
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = 0
        for finding in findings():
            mark = "✗" if finding.remedy else "✓"
            self.say(f"{mark} {finding.what}")
            if finding.remedy:
                wrong += 1
                self.say(f"  → {finding.remedy}")
        if wrong:
            self.say(_("Cần sửa %(count)d điểm.") % {"count": wrong})
            sys.exit(1)
        self.say(_("Bản cài đặt tốt."))
