"""Turns the Markdown of old articles into the simple HTML of running text."""

import html
import re
from itertools import groupby

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_ITEM = re.compile(r"(?:[-*+•]|(\d{1,3})[.)])\s+(.*)", re.DOTALL)
_RULE = re.compile(r"(?:[-*_]\s*){3,}")
_TABLE_LINE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\(\s*<?([^)\s>]+)>?[^)]*\)")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)\s*\*\*|__(?=\S)(.+?)\s*__")
_ITALIC = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)\*(?![\w*])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|~])")
_END = re.compile(r"</(?:p|h2|h3|li)>")
_TAG = re.compile(r"<[^<>]*>")
_SCHEMES = ("http://", "https://", "mailto:", "tel:", "/")
_LONGEST_HEADING = 200


def paragraphs(text: str) -> list[str]:
    """The parts of a text that blank lines keep apart."""
    return [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]


def to_html(text: str) -> str:
    """Paragraphs, headings (h2, h3), lists, bold, italic and links; pictures leave their words."""
    parts = [_block(part) for part in paragraphs(text)]
    return "".join(_joined(parts))


def plain(text: str) -> str:
    """The words alone, on one line."""
    words = _TAG.sub("", _END.sub(" ", to_html(text)))
    return " ".join(html.unescape(words).split())


def _block(part: str) -> list[tuple[str, str]]:
    """(element, its HTML) of one part; items of a list come one by one."""
    found: list[tuple[str, str]] = []
    lines: list[str] = []

    def end_paragraph() -> None:
        words = _inline(" ".join(lines))
        if words:
            found.append(("p", words))
        lines.clear()

    for line in (line.strip().lstrip(">").strip() for line in part.splitlines()):
        heading, item = _HEADING.fullmatch(line), _ITEM.fullmatch(line)
        if _RULE.fullmatch(line) or _TABLE_LINE.fullmatch(line):
            end_paragraph()
        elif heading and len(heading[2]) <= _LONGEST_HEADING:
            end_paragraph()
            element = "h2" if len(heading[1]) <= 2 else "h3"
            # A heading is bold by itself.
            found.append((element, _inline(heading[2].replace("**", ""))))
        elif item:
            end_paragraph()
            found.append(("ol" if item[1] else "ul", _inline(item[2])))
        elif line.startswith("|"):
            end_paragraph()
            cells = (cell.strip() for cell in line.strip("|").split("|"))
            found.append(("p", _inline(" – ".join(cell for cell in cells if cell))))
        elif line:
            lines.append(line)
    end_paragraph()
    return [(element, words) for element, words in found if words]


def _joined(parts: list[list[tuple[str, str]]]) -> list[str]:
    """Items that follow one another are one list, also over blank lines."""
    flat = [piece for part in parts for piece in part]
    made = []
    for element, group in groupby(flat, key=lambda piece: piece[0]):
        words = [piece[1] for piece in group]
        if element in {"ul", "ol"}:
            made.append(f"<{element}>{''.join(f'<li>{one}</li>' for one in words)}</{element}>")
        else:
            made.extend(f"<{element}>{one}</{element}>" for one in words)
    return made


def _inline(text: str) -> str:
    text = _IMAGE.sub(r"\1", text)
    text = html.escape(text, quote=False)
    text = _LINK.sub(_link, text)
    text = _BOLD.sub(lambda match: f"<b>{match[1] or match[2]}</b>", text)
    text = _ITALIC.sub(r"<i>\1</i>", text)
    return _ESCAPED.sub(r"\1", text).replace("**", "").strip()


def _link(match: re.Match[str]) -> str:
    address = html.unescape(match[2])
    if not address.startswith(_SCHEMES):
        return match[1]
    return f'<a href="{html.escape(address)}">{match[1]}</a>'
