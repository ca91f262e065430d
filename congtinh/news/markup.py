"""The few HTML elements that body text may hold, and how foreign markup is brought down to them."""

import re
from collections.abc import Callable

import nh3
from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from congtinh.vietnamese.text import clean

ALLOWED = {"h2", "h3", "p", "b", "i", "a", "ul", "ol", "li", "br"}
BLOCKS = {"h2", "h3", "p", "ul", "ol"}
LISTS = {"ul", "ol"}
HOLDERS = BLOCKS | {"li"}
INLINE = {"b", "i", "a"}
DEEPEST = 60
SCHEMES = {"http", "https", "mailto", "tel"}
# What goes with all it holds, before anything is looked at.
DROPPED = {"script", "style", "title", "xml", "noscript", "template", "iframe", "object"}
RENAMED = {
    "strong": "b", "em": "i", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3",
    "div": "p", "td": "p", "th": "p", "dt": "p", "dd": "p", "pre": "p", "caption": "p",
    "figcaption": "p", "section": "p", "article": "p", "blockquote": "p", "center": "p",
}  # fmt: skip
READ_FIRST = {
    *ALLOWED, *RENAMED, "span", "table", "thead", "tbody", "tfoot", "tr", "img",
}  # fmt: skip
SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")


def read(html: str, attributes: dict[str, set[str]]) -> BeautifulSoup:
    """Foreign HTML as a tree of known elements, without scripts, comments and odd attributes."""
    safe = nh3.clean(
        html,
        tags=READ_FIRST,
        clean_content_tags=DROPPED,
        attributes=attributes,
        url_schemes=SCHEMES | {"image"},
        link_rel=None,
    )
    soup = BeautifulSoup(safe, "html.parser")
    _limit_depth(soup)
    return soup


def _limit_depth(soup: BeautifulSoup) -> None:
    """What lies deeper than any writing goes becomes plain words, or walking it would not end."""
    waiting: list[tuple[Tag, int]] = [(soup, 0)]
    while waiting:
        element, depth = waiting.pop()
        if depth >= DEEPEST:
            element.string = element.get_text(" ")
        else:
            waiting += [(one, depth + 1) for one in element.contents if isinstance(one, Tag)]


def tidy(soup: BeautifulSoup | Tag) -> None:
    """Brings a tree down to the allowed elements; every word stays, in its order."""
    for element in soup.find_all(True):
        if element.name == "img":
            element.decompose()
        elif element.name in RENAMED:
            element.name = RENAMED[element.name]
    _each(soup, lambda tag: tag.name not in ALLOWED, Tag.unwrap)
    _each(soup, lambda tag: tag.name == "a" and not _leads_out(tag), Tag.unwrap)
    _each(soup, lambda tag: tag.name in INLINE and tag.find(list(HOLDERS)), _push_down)
    _each(soup, lambda tag: tag.name in INLINE and tag.find_parent(tag.name), Tag.unwrap)
    _each(soup, lambda tag: tag.name == "li" and _parent(tag) not in LISTS, _wrap_in_list)
    _each(soup, lambda tag: tag.name in LISTS and _parent(tag) in LISTS, _nest_list)
    _each(soup, lambda tag: tag.name in LISTS, _make_items)
    _flatten_blocks(soup)
    _clean_words(soup)
    _wrap_loose_words(soup)
    _drop_empty(soup)


def write(soup: BeautifulSoup | Tag) -> str:
    """The tidied tree as text, once more through the cleaner so that nothing slips by."""
    html = "".join(str(child) for child in soup.contents)
    return nh3.clean(
        html, tags=ALLOWED, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel=None
    ).strip()


def plain(element: Tag) -> str:
    """The words of an element on one line."""
    for line_break in element.find_all("br"):
        line_break.replace_with(" ")
    return clean(element.get_text(), single_line=True)


def _each(soup: Tag, wanted: Callable[[Tag], object], change: Callable[[Tag], object]) -> None:
    for element in soup.find_all(True):
        if wanted(element):
            change(element)


def _parent(element: Tag) -> str:
    return element.parent.name if element.parent is not None else ""


def _leads_out(link: Tag) -> bool:
    """Bookmarks inside the old document and files of somebody's disk lead nowhere here."""
    target = str(link.get("href", "")).strip()
    return bool(target) and not target.startswith("#")


def _wrap_in_list(item: Tag) -> None:
    before = item.find_previous_sibling(True)
    if before is not None and before.name in LISTS:
        before.append(item.extract())
    else:
        item.wrap(BeautifulSoup("", "html.parser").new_tag("ul"))


def _push_down(inline: Tag) -> None:
    """Bold, italics and links go into the paragraphs they were put around."""
    maker = BeautifulSoup("", "html.parser")
    for block in inline.find_all(["p", "h2", "h3", "li"]):
        if block.find(list(HOLDERS)) is None:
            shell = maker.new_tag(
                inline.name, attrs={name: str(value) for name, value in inline.attrs.items()}
            )
            for child in list(block.contents):
                shell.append(child.extract())
            block.append(shell)
    inline.unwrap()


def _make_items(items: Tag) -> None:
    """A list holds items only; loose words and paragraphs in it become items."""
    maker = BeautifulSoup("", "html.parser")
    for child in list(items.contents):
        if isinstance(child, Tag):
            if child.name in {"p", "h2", "h3"}:
                child.name = "li"
            elif child.name not in HOLDERS:
                child.wrap(maker.new_tag("li"))
        elif str(child).strip():
            child.wrap(maker.new_tag("li"))
        else:
            child.extract()


def _nest_list(inner: Tag) -> None:
    """A list right inside a list belongs to the item before it."""
    before = inner.find_previous_sibling("li")
    if before is None:
        inner.unwrap()
    else:
        before.append(inner.extract())


def _flatten_blocks(soup: Tag) -> None:
    """A paragraph holds no paragraph, a list item none either, a heading only words."""
    for element in soup.find_all(["p", "h2", "h3"]):
        if element.find(list(BLOCKS)) is not None:
            element.insert_before("\n")
            element.insert_after("\n")
            element.unwrap()
    for paragraph in soup.find_all(["p", "h2", "h3"]):
        if paragraph.find_parent(["li", "b", "i", "a"]) is not None:
            if any(str(before).strip() for before in paragraph.previous_siblings):
                paragraph.insert_before(BeautifulSoup("", "html.parser").new_tag("br"))
            paragraph.unwrap()
    for heading in soup.find_all(["h2", "h3"]):
        for bold in heading.find_all("b"):
            bold.unwrap()


def _clean_words(soup: Tag) -> None:
    soup.smooth()
    for words in soup.find_all(string=True):
        text = SPACES.sub(" ", str(words))
        kept = clean(text.strip(" "))
        if kept or text:
            # Cleaning trims the ends, but the space between a word and bold words is meant.
            ends = (" " if text[:1] == " " else "", " " if text[-1:] == " " and kept else "")
            words.replace_with(NavigableString(ends[0] + kept + ends[1]))


def _wrap_loose_words(soup: Tag) -> None:
    """Words outside any block become paragraphs of their own."""
    maker = BeautifulSoup("", "html.parser")
    paragraph = None
    for child in list(soup.contents):
        if isinstance(child, Tag) and child.name in BLOCKS:
            paragraph = None
        elif paragraph is not None:
            paragraph.append(child.extract())
        elif isinstance(child, Tag) or str(child).strip():
            paragraph = child.wrap(maker.new_tag("p"))
        else:
            child.extract()


def _drop_empty(soup: Tag) -> None:
    for element in reversed(soup.find_all(True)):
        if element.name == "br":
            continue
        if not element.get_text().strip():
            if element.name in INLINE and element.get_text():
                element.replace_with(" ")
            else:
                element.decompose()
            continue
        if element.name in BLOCKS - LISTS or element.name == "li":
            _trim(element, first=True)
            _trim(element, first=False)
    for line_break in soup.find_all("br", recursive=False):
        line_break.decompose()
    for words in soup.find_all(string=True, recursive=False):
        words.extract()


def _trim(element: Tag, *, first: bool) -> None:
    """No space and no line break at either end of a block."""
    while element.contents:
        edge = element.contents[0 if first else -1]
        if isinstance(edge, Tag):
            if edge.name != "br":
                return
            edge.decompose()
            continue
        text = str(edge).lstrip() if first else str(edge).rstrip()
        if text:
            if text != str(edge):
                edge.replace_with(NavigableString(text))
            return
        edge.extract()
