"""`congtinh verify`: walks both chains and names the first entry that does not hold."""

import sys
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from congtinh.audit import chain
from congtinh.audit.models import Entry
from congtinh.organisation.console import ConsoleCommand
from congtinh.publishing.models import Publication

_WHY = {
    "missing": gettext_lazy("mục này đã bị xóa"),
    "inserted": gettext_lazy("mục này được chèn vào sau"),
    "not chained to the entry before": gettext_lazy("không nối với mục trước"),
    "content changed": gettext_lazy("nội dung đã bị sửa"),
    "head missing": gettext_lazy("mất đầu chuỗi"),
    "entries after the last one are missing": gettext_lazy("các mục cuối đã bị xóa"),
}

_NAMES: dict[type[chain.Link], str | Promise] = {
    Entry: gettext_lazy("Nhật ký thao tác"),
    Publication: gettext_lazy("Nhật ký phát hành"),
}


class Command(ConsoleCommand):
    help = gettext_lazy("Kiểm tra nhật ký thao tác và nhật ký phát hành có còn nguyên vẹn không.")

    def handle(self, *args: Any, **options: Any) -> None:
        whole = [self._verify(model) for model in _NAMES]
        if not all(whole):
            sys.exit(1)

    def _verify(self, model: type[chain.Link]) -> bool:
        verdict = chain.verify(model)
        name = str(_NAMES[model])
        if verdict:
            self.say(
                _("%(chain)s: %(count)d mục, nguyên vẹn.")
                % {"chain": name, "count": verdict.verified}
            )
            return True
        self.stderr.write(
            _("%(chain)s: mục %(seq)s không đúng (%(why)s); %(count)d mục trước đó nguyên vẹn.")
            % {
                "chain": name, "seq": verdict.broken, "count": verdict.verified,
                "why": _WHY.get(verdict.why, verdict.why),
            }
        )  # fmt: skip
        return False
