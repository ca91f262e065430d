"""Turns the texts' simple blocks into the blocks of the editor."""

import html
import re
from collections.abc import Callable
from typing import Any

Entry = dict[str, Any]
Block = dict[str, Any]
_NUMBER = re.compile(r"[+\-−]?[\d.,]+( ?%)?")
_LIST_ITEM = "- "
_HEADING = "## "


def blocks(body: list[Entry], image: Callable[[Entry], int]) -> list[Block]:
    """The stored form of a body; `image` gives the portal's own record of a picture."""
    return [_block(block, image) for block in body]


def rich(text: str) -> str:
    """Paragraphs parted by blank lines; «## » opens a heading, «- » an item of a list."""
    parts = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in paragraph.splitlines()]
        if all(line.startswith(_LIST_ITEM) for line in lines):
            items = "".join(f"<li>{_words(line[2:])}</li>" for line in lines)
            parts.append(f"<ul>{items}</ul>")
        elif lines[0].startswith(_HEADING):
            parts.append(f"<h2>{_words(lines[0][3:])}</h2>")
            if lines[1:]:
                parts.append(rich("\n".join(lines[1:])))
        else:
            parts.append(f"<p>{'<br/>'.join(map(_words, lines))}</p>")
    return "".join(parts)


def _block(block: Entry, image: Callable[[Entry], int]) -> Block:
    [(name, value)] = block.items()
    if name == "text":
        return {"type": "text", "value": rich(value)}
    if name == "image":
        return {"type": "image", "value": _picture(value, image)}
    if name == "gallery":
        pictures = [{"type": "item", "value": _picture(one, image)} for one in value]
        return {"type": "gallery", "value": {"title": "", "pictures": pictures}}
    if name == "quote":
        by, _comma, role = value["who"].partition(", ")
        return {"type": "quotation", "value": {"text": value["text"], "by": by, "role": role}}
    return {"type": "table", "value": _table(value)}


def _picture(value: Entry, image: Callable[[Entry], int]) -> Block:
    words = {key: value.get(key, "") for key in ("alt", "caption", "credit")}
    return {"image": image(value), **words}


def _table(value: Entry) -> Block:
    head, *rows = value["rows"]
    columns = [
        {"type": "number" if all(_NUMBER.fullmatch(cell) for cell in cells) else "text"}
        for cells in zip(*rows, strict=True)
    ]
    return {
        "caption": value["caption"],
        "columns": [
            {**column, "heading": name} for column, name in zip(columns, head, strict=True)
        ],
        "rows": [{"values": row} for row in rows],
    }


def _words(text: str) -> str:
    return html.escape(text, quote=False)
