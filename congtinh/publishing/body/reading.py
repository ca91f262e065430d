"""Read a sealed body: its texts, pictures, files, links, for checks and for publication."""

import html
import re
from collections.abc import Iterator
from typing import Any

Block = dict[str, Any]
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"</(?:p|li|h[1-6]|blockquote)>|<br\s*/?>", re.IGNORECASE)
_HREF = re.compile(r'<a\b[^<>]*?\bhref="([^"]*)"', re.IGNORECASE)


def plain(rich: str) -> str:
    """Rich text as words, a line for each paragraph."""
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", rich))).strip()


def texts(body: list[Block]) -> Iterator[tuple[str, str]]:
    """(place, plain text) of every block, in reading order; places are «body.3»."""
    for number, block in enumerate(body, 1):
        words = "\n".join(part for part in _words(block["type"], block["value"]) if part)
        if words:
            yield f"body.{number}", words


def links(body: list[Block]) -> Iterator[tuple[str, list[str]]]:
    """(place, addresses) of every block that links."""
    for number, block in enumerate(body, 1):
        value = block["value"]
        if block["type"] == "text":
            found = [html.unescape(address) for address in _HREF.findall(value)]
        elif block["type"] == "related":
            found = [_item(path) for path in value["paths"]]
        else:
            continue
        if found:
            yield f"body.{number}", found


def pictures(body: list[Block]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(place, picture value) of every picture."""
    for number, block in enumerate(body, 1):
        if block["type"] == "image":
            yield f"body.{number}", block["value"]
        elif block["type"] == "gallery":
            for picture in block["value"]["pictures"]:
                yield f"body.{number}", _item(picture)


def files(body: list[Block]) -> Iterator[tuple[str, int]]:
    """(place, number of the file) of every attachment and video."""
    for number, block in enumerate(body, 1):
        if block["type"] == "video":
            yield f"body.{number}", block["value"]["file"]
        elif block["type"] == "files":
            for attachment in block["value"]["files"]:
                yield f"body.{number}", _item(attachment)["file"]


def related(body: list[Block]) -> list[str]:
    """Addresses of the publications a body points at."""
    return [
        _item(path)
        for block in body
        if block["type"] == "related"
        for path in block["value"]["paths"]
    ]


def items(values: list[Any]) -> list[Any]:
    """The values of a list block, whose stored form wraps each in an identity."""
    return [_item(value) for value in values]


def _item(value: Any) -> Any:
    if isinstance(value, dict) and value.get("type") == "item":
        return value["value"]
    return value


def _words(kind: str, value: Any) -> Iterator[str]:
    if kind == "text":
        yield plain(value)
    elif kind == "image":
        yield from _picture_words(value)
    elif kind == "gallery":
        yield value["title"]
        for picture in items(value["pictures"]):
            yield from _picture_words(picture)
    elif kind == "video":
        yield from (value["title"], value["caption"])
    elif kind == "quotation":
        yield from (value["text"], value["by"], value["role"])
    elif kind == "table":
        yield value.get("caption") or ""
        yield " | ".join(column["heading"] for column in value["columns"])
        for row in value["rows"]:
            yield " | ".join(str(cell or "") for cell in row["values"])
    elif kind == "files":
        yield value["title"]
        yield from (attachment["title"] for attachment in items(value["files"]))
    elif kind == "related":
        yield value["title"]


def _picture_words(picture: dict[str, Any]) -> Iterator[str]:
    yield from (picture.get(name) or "" for name in ("alt", "caption", "credit"))
