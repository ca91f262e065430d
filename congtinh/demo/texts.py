"""Reads the demo province's texts, whose form tests/test_texts.py holds."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from congtinh.vietnamese.dates import TIME_ZONE

TEXTS = Path(__file__).parent / "texts"
PICTURES = Path(__file__).parent / "pictures"
GENERAL = "tong-hop"
ZONE = TIME_ZONE

Entry = dict[str, Any]


@cache
def province() -> Entry:
    """Units, people, appointments, delegations, sections and tasks."""
    value: Entry = _read(TEXTS / "province.yaml")
    return value


@cache
def articles() -> tuple[Entry, ...]:
    """News of all portals, in every state that a text can be in."""
    return _all("articles-*.yaml")


@cache
def pages() -> tuple[Entry, ...]:
    """Standing pages, among them the regulation as issued."""
    return _all("standing-*.yaml") + _all("regulation*.yaml")


def as_first_published(entry: Entry) -> Entry:
    """The entry as readers first saw it: `before` pairs put back."""
    first: Entry = _replaced(entry, [tuple(pair) for pair in entry.get("before", [])])
    return first


def picture_file(name: str) -> Path:
    return PICTURES / f"{name}.jpg"


def picture_names(entries: tuple[Entry, ...]) -> list[str]:
    """Every picture that the entries show, each once."""
    return sorted({picture["name"] for entry in entries for picture in pictures_in(entry)})


def pictures_in(entry: Entry) -> list[Entry]:
    """The pictures an entry shows, in reading order."""
    found = [entry["picture"]] if entry.get("picture") else []
    for block in entry["body"]:
        found.extend([block["image"]] if "image" in block else block.get("gallery", []))
    return found


def _all(pattern: str) -> tuple[Entry, ...]:
    return tuple(entry for path in sorted(TEXTS.glob(pattern)) for entry in _read(path))


def _read(path: Path) -> Any:
    # The C loader reads the province six times faster.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text("utf-8"), Loader=loader)  # noqa: S506 (both are safe loaders)


def _replaced(value: Any, pairs: list[tuple[str, str]]) -> Any:
    if isinstance(value, str):
        for now, then in pairs:
            value = value.replace(now, then)
        return value
    if isinstance(value, dict):
        return {key: _replaced(part, pairs) for key, part in value.items()}
    if isinstance(value, list):
        return [_replaced(part, pairs) for part in value]
    return value
