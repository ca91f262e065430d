"""`congtinh import articles`: takes articles of an older site in."""
# ruff: noqa: N999 (the word one types)

from pathlib import Path
from time import monotonic
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from congtinh.news import imports
from congtinh.organisation.console import ConsoleCommand
from congtinh.organisation.models import Area, Person, Portal, Section

_SHOWN = 20


class Command(ConsoleCommand):
    help = gettext_lazy("Nhập nội dung từ tệp của trang cũ.")

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="what", required=True, metavar="articles")
        articles = self.verb(verbs, "articles", _("Nhập tin, bài từ tệp JSON Lines"))
        articles.add_argument("file", type=Path, help=_("Tệp .jsonl hoặc .jsonl.xz."))
        articles.add_argument("--portal", required=True, help=_("Mã cổng."))
        articles.add_argument("--section", default="tin-tuc", help=_("Đường dẫn chuyên mục."))
        articles.add_argument("--area", help=_("Mã lĩnh vực của bài không ghi lĩnh vực."))
        articles.add_argument(
            "--by", required=True, help=_("Tên đăng nhập của người quyết định nhập.")
        )
        articles.add_argument(
            "--accept", action="append", default=[], metavar="CHECK",
            help=_("Điểm kiểm tra được chấp nhận cho cả tệp, ví dụ phone_number."),
        )  # fmt: skip
        articles.add_argument(
            "--cut-titles", action="store_true",
            help=_("Cắt tiêu đề quá dài; cả câu được giữ ở đầu bài."),
        )  # fmt: skip
        articles.add_argument(
            "--dry-run", action="store_true", help=_("Chỉ kiểm tra, không ghi gì.")
        )
        articles.add_argument(
            "--resume", action="store_true", help=_("Bỏ qua bài đã nhập lần trước.")
        )
        articles.add_argument(
            "--refused", type=Path, help=_("Nơi ghi dòng bị từ chối (mặc định cạnh tệp).")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(_("Không có tệp %(path)s.") % {"path": path})
        refused_to = options["refused"] or path.with_name(f"{path.name}.refused.jsonl")
        try:
            stream = refused_to.open("w", encoding="utf-8")
        except OSError:
            raise CommandError(
                _("Không ghi được %(path)s. Hãy chọn nơi khác bằng --refused.")
                % {"path": refused_to}
            ) from None
        started = monotonic()
        with stream:
            report = imports.import_articles(
                path, self._place(options), by=_one(Person, "username", options["by"]),
                accepted=options["accept"], dry_run=options["dry_run"],
                resume=options["resume"], progress=self._tell,
            )  # fmt: skip
            imports.write_refused(report, stream)
        self._conclude(report, refused_to, monotonic() - started, dry_run=options["dry_run"])

    def _place(self, options: dict[str, Any]) -> imports.Place:
        portal = _one(Portal, "code", options["portal"])
        section = Section.objects.filter(portal=portal, slug=options["section"]).first()
        if section is None:
            raise CommandError(
                _("Cổng này không có chuyên mục «%(name)s».") % {"name": options["section"]}
            )
        area = _one(Area, "code", options["area"]) if options["area"] else None
        return imports.Place(portal, section, area, options["cut_titles"])

    def _tell(self, done: int) -> None:
        self.say(_("Đã đọc %(done)d dòng.") % {"done": done})

    def _conclude(
        self, report: imports.Report, refused_to: Path, seconds: float, *, dry_run: bool
    ) -> None:
        for number, _line, reasons in report.refused[:_SHOWN]:
            self.say(
                _("Dòng %(number)d bị từ chối: %(reasons)s")
                % {"number": number, "reasons": "; ".join(reasons)}
            )
        words = _("Có thể nhập %(count)d bài") if dry_run else _("Đã nhập %(count)d bài")
        counted = words % {"count": report.imported}
        self.say(
            _("%(counted)s, bỏ qua %(known)d bài, từ chối %(refused)d dòng; %(rate)d bài/giây.")
            % {
                "counted": counted, "known": report.known, "refused": len(report.refused),
                "rate": report.imported / max(seconds, 0.001),
            }
        )  # fmt: skip
        if report.refused:
            self.say(_("Các dòng bị từ chối: %(path)s") % {"path": refused_to})
        else:
            refused_to.unlink()


def _one(model: Any, name: str, value: str) -> Any:
    found = model.objects.filter(**{name: value}).first()
    if found is None:
        raise CommandError(
            _("Không có %(kind)s «%(value)s».") % {"kind": model._meta.verbose_name, "value": value}
        )
    return found
