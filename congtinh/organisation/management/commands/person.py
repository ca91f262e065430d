"""`congtinh person create`: opens an account and gives it a role, from the console."""

import getpass
import secrets
import sys
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError, CommandParser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from congtinh.organisation import actions as organisation
from congtinh.organisation.console import ConsoleCommand
from congtinh.organisation.models import Mandate, Person, Portal
from congtinh.organisation.roles import Role


class Command(ConsoleCommand):
    help = gettext_lazy("Lập tài khoản và phân vai trò tại một cổng.")

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="create")
        create = self.verb(verbs, "create", _("Lập tài khoản"))
        create.add_argument("username", help=_("Tên đăng nhập."))
        create.add_argument("--name", required=True, help=_("Họ và tên."))
        create.add_argument("--email", default="", help=_("Thư điện tử."))
        create.add_argument("--title", default="", help=_("Chức danh."))
        create.add_argument("--portal", required=True, help=_("Mã cổng."))
        create.add_argument("--role", required=True, choices=Role.values, help=_("Vai trò."))
        create.add_argument("--mandate", required=True, help=_("Số văn bản làm căn cứ."))
        create.add_argument("--issuer", required=True, help=_("Cơ quan ban hành văn bản."))
        create.add_argument(
            "--signed", type=date.fromisoformat, required=True,
            help=_("Ngày ký văn bản, ví dụ 2026-03-02."),
        )  # fmt: skip
        create.add_argument(
            "--generate", action="store_true", help=_("Đặt mật khẩu ngẫu nhiên và in ra.")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        portal = Portal.objects.filter(code=options["portal"]).first()
        if portal is None:
            raise CommandError(_("Không có cổng «%(code)s».") % {"code": options["portal"]})
        generated = options["generate"] or not sys.stdin.isatty()
        password = secrets.token_urlsafe(12) if generated else self._asked()
        person = self._enrol(portal, password, options)
        self.say(
            _("Đã lập tài khoản %(name)s, %(role)s của %(portal)s.")
            % {"name": person, "role": Role(options["role"]).label, "portal": portal}
        )
        if generated:
            self.say(_("Mật khẩu: %(password)s") % {"password": password})

    @transaction.atomic
    def _enrol(self, portal: Portal, password: str, options: dict[str, Any]) -> Person:
        family, _space, given = options["name"].strip().rpartition(" ")
        try:
            person = organisation.enrol_person(
                username=options["username"], password=password, portal=portal, by=None,
                first_name=given, last_name=family, email=options["email"],
                title=options["title"],
            )  # fmt: skip
        except ValidationError as problem:
            raise CommandError(" ".join(problem.messages)) from problem
        mandate, _created = Mandate.objects.get_or_create(
            number=options["mandate"], issuer=options["issuer"], signed_on=options["signed"]
        )
        organisation.appoint(
            person, portal, Role(options["role"]), mandate=mandate,
            starts_on=timezone.localdate(), by=None,
        )  # fmt: skip
        return person

    def _asked(self) -> str:
        password = getpass.getpass(f"{_('Mật khẩu')}: ")
        if password != getpass.getpass(f"{_('Gõ lại mật khẩu')}: "):
            raise CommandError(_("Hai lần gõ mật khẩu không giống nhau."))
        return password
