"""Turns the elements of a document into the blocks of an article, as plain dictionaries."""

import re
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag

from congtinh.news import markup
from congtinh.vietnamese.text import clean

Block = dict[str, Any]

IMAGE_SOURCE = re.compile(r"image:(\d+)$")
LONGEST_CAPTION = 300
WIDEST_TABLE = 100
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TEXT_LEVELS = ("h2", "h3")


def one_line(text: str) -> str:
    """Text of a field that has one line: a title, a caption, a description."""
    return clean(text, single_line=True)


def from_elements(elements: list[Tag]) -> list[Block]:
    """Blocks of text, image, table and quotation, in the order of the document."""
    _level_headings(elements)
    blocks: list[Block] = []
    texts: list[Tag] = []
    caption_before = ""
    position = 0
    while position < len(elements):
        element = elements[position]
        position += 1
        following = elements[position] if position < len(elements) else None
        made = _blocks_of(element, texts)
        if not made:
            if _is_caption(element):
                caption_before = markup.plain(element)
                if following is not None and following.name == "table":
                    continue
                caption_before = ""
            texts.append(element)
            continue
        _flush(texts, blocks)
        if made[0]["type"] == "table":
            made[0]["caption"], caption_before = caption_before, ""
        if made[-1]["type"] == "image" and following is not None and _captions_image(following):
            made[-1]["caption"] = markup.plain(following)
            position += 1
        blocks += made
    _flush(texts, blocks)
    return blocks


def _blocks_of(element: Tag, texts: list[Tag]) -> list[Block]:
    """The blocks an element makes by itself; none when it is running text."""
    if element.name == "table":
        return [_table(element), *_images(element)]
    if element.name == "blockquote":
        lines = [markup.plain(line) for line in element.find_all("p")] or [markup.plain(element)]
        text = "\n".join(line for line in lines if line)
        quotation = [{"type": "quotation", "text": text, "by": "", "role": ""}] if text else []
        return [*quotation, *_images(element)]
    images = _images(element)
    if images and markup.plain(element):
        texts.append(element)
    return images


def _images(element: Tag) -> list[Block]:
    blocks = []
    for image in element.find_all("img"):
        source = IMAGE_SOURCE.match(str(image.get("src", "")))
        if source:
            blocks.append(
                {
                    "type": "image",
                    "image": int(source[1]),
                    "caption": "",
                    "alt": one_line(str(image.get("alt", ""))),
                }
            )
    return blocks


def _flush(texts: list[Tag], blocks: list[Block]) -> None:
    """What runs on without a break is one block of text."""
    if not texts:
        return
    soup = BeautifulSoup("", "html.parser")
    for element in texts:
        soup.append(element.extract())
    texts.clear()
    markup.tidy(soup)
    html = markup.write(soup)
    if html:
        blocks.append({"type": "text", "html": html})


def _table(table: Tag) -> Block:
    """Cells in a plain grid: a cell that spans several places fills the first."""
    rows: list[list[str]] = []
    taken: dict[tuple[int, int], bool] = {}
    lines = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    for number, line in enumerate(lines):
        cells: list[str] = []
        for cell in line.find_all(["td", "th"], recursive=False):
            while taken.get((number, len(cells))):
                cells.append("")
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            for below in range(1, min(high, len(lines) - number)):
                taken.update({(number + below, len(cells) + right): True for right in range(wide)})
            cells += [markup.plain(_apart(cell)), *[""] * (wide - 1)]
        while taken.get((number, len(cells))):
            cells.append("")
        rows.append(cells)
    width = max((len(row) for row in rows), default=0)
    return {
        "type": "table",
        "rows": [row + [""] * (width - len(row)) for row in rows],
        "caption": "",
    }


def _apart(cell: Tag) -> Tag:
    """Paragraphs of a cell must not run into one another when it becomes one line."""
    for paragraph in cell.find_all(["p", "li", "td", "th", *HEADINGS]):
        paragraph.insert_after(" ")
    return cell


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name, "1"))
    return min(max(int(value), 1), WIDEST_TABLE) if value.isdecimal() and len(value) < 5 else 1


def _is_caption(element: Tag) -> bool:
    return "caption" in element.get_attribute_list("class")


def _captions_image(element: Tag) -> bool:
    """A caption by style, or, as most people write them, one short line all in italics."""
    if element.name != "p" or element.find("img") is not None:
        return False
    if _is_caption(element):
        return True
    pieces = [words for words in element.find_all(string=True) if words.strip()]
    italic = bool(pieces) and all(words.find_parent(["em", "i"]) for words in pieces)
    return italic and len(markup.plain(element)) <= LONGEST_CAPTION


def _level_headings(elements: list[Tag]) -> None:
    """The highest heading left in the text becomes h2, whatever number Word gave it."""
    levels = sorted({one.name for one in elements if one.name in HEADINGS})
    for element in elements:
        if element.name in HEADINGS:
            element.name = TEXT_LEVELS[min(levels.index(element.name), 1)]
