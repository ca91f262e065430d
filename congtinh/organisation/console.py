"""What the commands of the ICT centre's console share: their language, and words for refusals."""

import argparse
import os
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from congtinh.organisation.refusal import Refused

LANGUAGES = ("vi", "en")


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language asked for by `--language`, otherwise by the locale of the terminal."""
    for position, argument in enumerate(arguments):
        name, _equals, value = argument.partition("=")
        if name == "--language":
            value = value or "".join(arguments[position + 1 : position + 2])
            return value if value in LANGUAGES else LANGUAGES[0]
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return "en" if value.lower().startswith("en") else "vi"
    return "vi"


class ConsoleCommand(BaseCommand):
    """A command that speaks Vietnamese or English, and tells a refusal in one line."""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser: CommandParser = super().create_parser(prog_name, subcommand, **kwargs)
        _take_language(parser)
        return parser

    def run_from_argv(self, argv: list[str]) -> None:
        with override(language_of(argv, os.environ)):
            super().run_from_argv(argv)

    def execute(self, *args: Any, **options: Any) -> str | None:
        with override(options.get("language") or get_language()):
            try:
                return super().execute(*args, **options)
            except Refused as refusal:
                raise CommandError(str(refusal)) from refusal

    def verb(self, verbs: Any, name: str, help: Any) -> CommandParser:
        """A verb of the command («portal create»), which takes the language as well."""
        parser: CommandParser = verbs.add_parser(name, help=str(help))
        _take_language(parser, default=argparse.SUPPRESS)
        return parser

    def say(self, words: object) -> None:
        self.stdout.write(str(words))

    def progress(self, done: int, total: int, words: str = "") -> None:
        """One line that renews itself on a terminal; silent in a file but at every tenth."""
        width = len(str(total))
        line = f"{done:>{width}}/{total} {words}"
        if self.stdout.isatty():
            end = "\n" if done >= total else ""
            self.stdout.write(f"\r{line:<70.70}", ending=end)
            self.stdout.flush()
        elif done >= total or done * 10 // total != (done - 1) * 10 // total:
            self.say(line)


def _take_language(parser: CommandParser, **more: Any) -> None:
    words = _("Ngôn ngữ của lệnh (mặc định theo LANG).")
    parser.add_argument("--language", choices=LANGUAGES, help=words, **more)
