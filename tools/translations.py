"""Checks that every Vietnamese source text has its English and that the .mo files are fresh.

`--update` adds what is missing to each app's .po, to be translated; `--compile` writes the .mo
files. Reads the sources by itself, so no gettext is needed.
"""

import ast
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import django
import polib
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
APPS = sorted(path.parent for path in (ROOT / "congtinh").glob("*/apps.py"))
CATALOGUE = Path("locale") / "en" / "LC_MESSAGES" / "django.po"

#: What each translating function takes before the message, and whether a plural follows it.
FUNCTIONS = {
    f"{prefix}gettext{suffix}": ("p" in prefix, "n" in prefix)
    for prefix in ("", "n", "p", "np")
    for suffix in ("", "_lazy", "_noop")
} | {"_": (False, False)}
IN_TEMPLATE = re.compile(
    r"""\b(\w*gettext|_)\(\s*(u?(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*').*?)\)"""
)


class Message(NamedTuple):
    """What a catalogue looks a text up by."""

    context: str | None
    text: str
    plural: str = ""


def asked(app: Path) -> dict[Message, set[str]]:
    """Every message the app's sources ask for, with the files that do."""
    found: dict[Message, set[str]] = {}
    for path in sorted([*app.rglob("*.py"), *app.rglob("*.html"), *app.rglob("*.txt")]):
        if {"tests", "migrations"} & set(path.relative_to(app).parts):
            continue
        for message in _in_python(path) if path.suffix == ".py" else _in_template(path):
            found.setdefault(message, set()).add(path.relative_to(ROOT).as_posix())
    return found


def _in_python(path: Path) -> Iterator[Message]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            texts = [
                argument.value
                for argument in node.args
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            ]
            if node.func.id in FUNCTIONS and texts:
                yield _message(node.func.id, texts)


def _in_template(path: Path) -> Iterator[Message]:
    code = templatize(path.read_text("utf-8"), origin=str(path))
    for name, arguments in IN_TEMPLATE.findall(code):
        texts = re.findall(r"""u?("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')""", arguments)
        if name in FUNCTIONS:
            yield _message(name, [ast.literal_eval(text) for text in texts])


def _message(function: str, texts: list[str]) -> Message:
    has_context, has_plural = FUNCTIONS[function]
    context = texts.pop(0) if has_context else None
    return Message(context, texts[0], texts[1] if has_plural and len(texts) > 1 else "")


def english() -> dict[tuple[str | None, str], polib.POEntry]:
    """All translated entries of our catalogues; Django merges them likewise."""
    return {
        (entry.msgctxt, entry.msgid): entry
        for app in APPS
        if (app / CATALOGUE).exists()
        for entry in polib.pofile(str(app / CATALOGUE)).translated_entries()
    }


def findings() -> Iterator[str]:
    """One line for each thing a maintainer has to mend."""
    known = english()
    for app in APPS:
        for message, places in asked(app).items():
            if (message.context, message.text) not in known:
                yield f"{min(places)}: no English for «{message.text}»"
        path = app / CATALOGUE
        if path.exists() and not _is_fresh(path):
            yield f"{path.relative_to(ROOT)}: not compiled: make assets"


def _is_fresh(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    if not compiled.exists():
        return False
    return _words(polib.mofile(str(compiled))) == _words(polib.pofile(str(path)))


def _words(catalogue: polib.POFile | polib.MOFile) -> dict[tuple[str | None, str], object]:
    return {
        (entry.msgctxt, entry.msgid): entry.msgstr_plural or entry.msgstr
        for entry in catalogue.translated_entries()
    }


def update() -> None:
    """Add what is missing to the app's catalogue; take out what nobody asks for any more."""
    known = english()
    for app in APPS:
        wanted = asked(app)
        path = app / CATALOGUE
        catalogue = polib.pofile(str(path)) if path.exists() else _new()
        here = {(entry.msgctxt, entry.msgid): entry for entry in catalogue}
        keys = {(message.context, message.text) for message in wanted}
        for key, entry in here.items():
            if key not in keys:
                catalogue.remove(entry)
        for message in wanted:
            key = (message.context, message.text)
            if key not in here and key not in known:
                catalogue.append(_entry(message))
        for entry in catalogue:
            places = (
                places for m, places in wanted.items() if m[:2] == (entry.msgctxt, entry.msgid)
            )
            entry.occurrences = [(place, "") for place in sorted(set().union(*places))]
        if len(catalogue):
            catalogue.sort(key=lambda entry: entry.msgid)
            path.parent.mkdir(parents=True, exist_ok=True)
            catalogue.save(str(path))


def _new() -> polib.POFile:
    catalogue = polib.POFile()
    catalogue.metadata = {
        "Project-Id-Version": "congtinh",
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    return catalogue


def _entry(message: Message) -> polib.POEntry:
    entry = polib.POEntry(msgctxt=message.context, msgid=message.text)
    if message.plural:
        entry.msgid_plural, entry.msgstr_plural = message.plural, {0: "", 1: ""}
    if re.search(r"%\(\w+\)[a-z]", message.text):
        entry.flags = ["python-format"]
    return entry


def compile_all() -> None:
    for app in APPS:
        path = app / CATALOGUE
        if path.exists() and not _is_fresh(path):
            polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


def main(arguments: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congtinh.settings.testing")
    django.setup()
    if "--update" in arguments:
        update()
    if "--compile" in arguments:
        compile_all()
    lines = list(findings())
    for line in lines:
        print(line)
    return 1 if lines and not set(arguments) & {"--update", "--compile"} else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
