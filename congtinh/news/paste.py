"""Cleans what is pasted from Word and the like, on the server, to the elements of body text."""

import re

from bs4 import BeautifulSoup
from bs4.element import Tag

from congtinh.news import markup

LIST_LEVEL = re.compile(r"mso-list:[^;]*\blevel(\d)", re.IGNORECASE)
LIST_MARKER = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
HIDDEN = re.compile(r"mso-hide:\s*all|display:\s*none", re.IGNORECASE)
BOLD = re.compile(r"font-weight:\s*(bold|[6-9]00)", re.IGNORECASE)
NOT_BOLD = re.compile(r"(?<!bidi-)font-weight:\s*(normal|[1-5]00)", re.IGNORECASE)
ITALIC = re.compile(r"(?<!bidi-)font-style:\s*italic", re.IGNORECASE)
NUMBERED = re.compile(r"^\s*\(?(\d+|[a-zđ]|[ivxlcdm]+)[.)]", re.IGNORECASE)
NESTED_DEEPEST = 9


def clean_html(html: str) -> str:
    """Pasted HTML with headings, paragraphs, lists, bold, italic and links, and nothing else.

    Every word stays, in its order; Word's list paragraphs become real lists, and their typed
    bullets and numbers go.
    """
    soup = markup.read(html, {"*": {"style"}, "a": {"href", "style"}})
    for element in soup.find_all(style=HIDDEN):
        if not element.decomposed:
            element.decompose()
    _build_lists(soup)
    _read_styles(soup)
    markup.tidy(soup)
    return markup.write(soup)


def _read_styles(soup: BeautifulSoup) -> None:
    for element in soup.find_all(["span", "b", "strong"]):
        style = str(element.get("style", ""))
        if element.name != "span":
            if NOT_BOLD.search(style):
                element.unwrap()
            continue
        if ITALIC.search(style):
            element.wrap(soup.new_tag("i"))
        if BOLD.search(style) and "bidi-font-weight" not in style:
            element.wrap(soup.new_tag("b"))


def _build_lists(soup: BeautifulSoup) -> None:
    """Word writes lists as paragraphs with a level in their style and a typed marker."""
    stack: list[tuple[int, Tag]] = []
    for paragraph in soup.find_all(["p", "h1", "h2", "h3", "h4", "h5", "h6"]):
        marker = _take_marker(paragraph)
        level = LIST_LEVEL.search(str(paragraph.get("style", "")))
        if paragraph.name != "p" or level is None or not paragraph.get_text().strip():
            continue
        kind = "ol" if NUMBERED.match(marker) else "ul"
        before = paragraph.find_previous_sibling(True)
        if not stack or before is not stack[0][1]:
            stack = []
        depth = min(int(level[1]), NESTED_DEEPEST)
        while len(stack) > 1 and stack[-1][0] > depth:
            stack.pop()
        _place(soup, paragraph, kind, depth, stack)


def _place(
    soup: BeautifulSoup, paragraph: Tag, kind: str, depth: int, stack: list[tuple[int, Tag]]
) -> None:
    if not stack or (len(stack) == 1 and depth <= stack[0][0] and stack[0][1].name != kind):
        stack[:] = [(depth, soup.new_tag(kind))]
        paragraph.insert_before(stack[0][1])
    elif depth > stack[-1][0]:
        inner = soup.new_tag(kind)
        stack[-1][1].find_all("li", recursive=False)[-1].append(inner)
        stack.append((depth, inner))
    item = paragraph.extract()
    item.name = "li"
    del item["style"]
    stack[-1][1].append(item)


def _take_marker(paragraph: Tag) -> str:
    typed = ""
    for span in paragraph.find_all(style=LIST_MARKER):
        if not span.decomposed:
            typed += span.get_text()
            span.decompose()
    return typed
