"""Compares our Vietnamese catalogues with the installed wheels, and compiles them.

`python -m congtinh.staff.wagtail_words.collect` lists what a new version of Wagtail or Django
left untranslated, stale or with other placeholders; `--compile` writes the .mo files.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import polib

DIRECTORY = Path(__file__).parent
DOMAINS = ("django", "djangojs")
# Packages whose messages the staff area can show; `django.conf` holds Django's own core.
PACKAGES = (
    "django.conf",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django_filters",
    "taggit",
    "wagtail",
    "wagtail.admin",
    "wagtail.documents",
    "wagtail.embeds",
    "wagtail.images",
    "wagtail.search",
    "wagtail.snippets",
    "wagtail.users",
)
# django_filters ships no English catalogue: any complete one lists the originals as well.
ORIGINALS = ("en", "fr")
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z]\b|\{\w+\}|</?\w[^>]*>|&\w+;")


class Key(NamedTuple):
    """What a catalogue looks a message up by."""

    context: str | None
    message: str


Catalogue = dict[Key, polib.POEntry]


def read(path: Path) -> Catalogue:
    """Return the live entries of a .po file by key; a file that is absent holds none."""
    if not path.exists():
        return {}
    return {
        Key(entry.msgctxt, entry.msgid): entry
        for entry in polib.pofile(str(path))
        if not entry.obsolete
    }


def source_of(domain: str) -> Path:
    """Return the path of our own .po file."""
    return DIRECTORY / "vi" / "LC_MESSAGES" / f"{domain}.po"


def compiled_of(domain: str) -> Path:
    """Return the path of our own .mo file."""
    return source_of(domain).with_suffix(".mo")


def messages_of_wheels(domain: str) -> Catalogue:
    """Return every message the installed packages can ask for."""
    return _merge(ORIGINALS, domain)


def words_of_wheels(domain: str) -> Catalogue:
    """Return the messages the packages translate into Vietnamese themselves."""
    return {key: entry for key, entry in _merge(("vi",), domain).items() if entry.translated()}


def our_words(domain: str) -> Catalogue:
    """Return what we translate, whether it fills a gap or replaces a poor translation."""
    return {key: entry for key, entry in read(source_of(domain)).items() if entry.translated()}


def missing(domain: str) -> list[Key]:
    """Return messages that staff would read in English."""
    known = words_of_wheels(domain).keys() | our_words(domain).keys()
    return [key for key in messages_of_wheels(domain) if key not in known]


def stale(domain: str) -> list[Key]:
    """Return messages of ours that no installed package asks for any more."""
    asked = messages_of_wheels(domain)
    return [key for key in read(source_of(domain)) if key not in asked]


def misplaced(domain: str) -> list[Key]:
    """Return messages of ours whose placeholders or tags differ from the original's."""
    asked = messages_of_wheels(domain)
    return [
        key
        for key, entry in our_words(domain).items()
        if key in asked and not _agrees(asked[key], entry)
    ]


def is_fresh(domain: str) -> bool:
    """Tell whether the .mo file is what its .po file compiles to."""
    compiled = compiled_of(domain)
    return compiled.exists() and compiled.read_bytes() == _binary(domain)


def compile_all() -> None:
    """Write the .mo file of each domain."""
    for domain in DOMAINS:
        compiled_of(domain).write_bytes(_binary(domain))


def findings() -> Iterator[str]:
    """Yield one line for each thing a maintainer has to mend."""
    for domain in DOMAINS:
        for word, question in (("missing", missing), ("stale", stale), ("misplaced", misplaced)):
            for key in question(domain):
                context = f"[{key.context}] " if key.context else ""
                yield f"{domain}: {word}: {context}{key.message}"
        if not is_fresh(domain):
            yield f"{domain}: not compiled: run with --compile"


def main(arguments: list[str] | None = None) -> int:
    """Print the findings; return 1 when there are any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--compile", action="store_true", help="write the .mo files first")
    if parser.parse_args(arguments).compile:
        compile_all()
    lines = list(findings())
    for line in lines:
        print(line)
    return 1 if lines else 0


def _merge(languages: tuple[str, ...], domain: str) -> Catalogue:
    merged: Catalogue = {}
    for package in PACKAGES:
        for key, entry in read(_catalogue_of(package, languages, domain)).items():
            # An app may leave empty what another one translates: Django merges them all.
            if key not in merged or entry.translated():
                merged[key] = entry
    return merged


def _catalogue_of(package: str, languages: tuple[str, ...], domain: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    folders = [Path(spec.origin).parent / "locale" / language for language in languages]
    folder = next((folder for folder in folders if folder.exists()), folders[0])
    return folder / "LC_MESSAGES" / f"{domain}.po"


def _agrees(original: polib.POEntry, ours: polib.POEntry) -> bool:
    if not original.msgid_plural:
        return _placeholders(ours.msgstr) == _placeholders(original.msgid)
    # Vietnamese has one form for every number, so it must carry the number. Where both
    # originals have placeholders and differ, either is right.
    allowed = [_placeholders(original.msgid_plural)]
    if _placeholders(original.msgid):
        allowed.append(_placeholders(original.msgid))
    return list(ours.msgstr_plural) == [0] and _placeholders(ours.msgstr_plural[0]) in allowed


def _placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def _binary(domain: str) -> bytes:
    binary: bytes = polib.pofile(str(source_of(domain))).to_binary()
    return binary


if __name__ == "__main__":
    sys.exit(main())
