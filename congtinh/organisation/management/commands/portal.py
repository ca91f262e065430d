"""`congtinh portal create`: founds a portal from the console."""

from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from congtinh.organisation import actions as organisation
from congtinh.organisation.console import ConsoleCommand
from congtinh.organisation.models import Portal, Unit


class Command(ConsoleCommand):
    help = gettext_lazy("Lập cổng của một đơn vị.")

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="create")
        create = self.verb(verbs, "create", _("Lập cổng"))
        create.add_argument("code", help=_("Mã cổng, ví dụ so-y-te; không đổi được về sau."))
        create.add_argument("--name", required=True, help=_("Tên cổng."))
        create.add_argument("--name-en", default="", help=_("Tên tiếng Anh."))
        create.add_argument(
            "--host", action="append", required=True, dest="hosts",
            help=_("Tên miền; tên đầu là tên miền chính."),
        )  # fmt: skip
        create.add_argument("--unit", help=_("Mã đơn vị; để trống thì theo mã cổng."))
        create.add_argument("--unit-name", help=_("Tên đơn vị, khi đơn vị chưa có."))
        create.add_argument(
            "--unit-kind", choices=Unit.Kind.values, default=Unit.Kind.DEPARTMENT,
            help=_("Loại đơn vị."),
        )  # fmt: skip
        create.add_argument(
            "--general", action="store_true", help=_("Đây là cổng thông tin tổng hợp.")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        code = options["code"]
        if Portal.objects.filter(code=code).exists():
            raise CommandError(_("Đã có cổng «%(code)s».") % {"code": code})
        portal = organisation.establish_portal(
            self._unit(options), by=None, code=code, name=options["name"],
            name_en=options["name_en"], hosts=options["hosts"],
            kind=Portal.Kind.GENERAL if options["general"] else Portal.Kind.COMPONENT,
        )  # fmt: skip
        self.say(
            _("Đã lập cổng %(name)s tại %(host)s.")
            % {"name": portal.name, "host": options["hosts"][0]}
        )

    def _unit(self, options: dict[str, Any]) -> Unit:
        code = options["unit"] or options["code"]
        unit = Unit.objects.filter(code=code).first()
        if unit:
            return unit
        if not options["unit_name"]:
            raise CommandError(
                _("Chưa có đơn vị «%(code)s». Hãy ghi tên đơn vị bằng --unit-name.")
                % {"code": code}
            )
        return organisation.add_unit(
            by=None, code=code, name=options["unit_name"], kind=options["unit_kind"]
        )
