"""The one gate all text passes before it is stored, compared or shown."""

import re
import unicodedata
from typing import Final

DEEPEST: Final = 100

# More marks than this on one letter is never writing: it smears over the lines above, and
# normalising a long run takes quadratic time.
_MOST_MARKS: Final = 8

_LINE_ENDS: Final = "\r\x0b\x0c\x85\u2028\u2029"
_SPACES: Final = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\u3164"
_REMOVED: Final = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters other than line ends
    "\xad\u034f\u061c\u180b-\u180e\u200b\u200c\u200e\u200f"  # soft hyphen, zero width, direction
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # the same, byte order mark
    "\ufe00-\ufe0d\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # selectors; halves that UTF-8 refuses
)
_REMOVED_HIGH: Final = "\U000e0000-\U000e0fff"  # tags and more selectors
_JOINERS: Final = "\u200d\ufe0e\ufe0f"
_EMOJI: Final = (
    "[\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u231a-\u2328\u232b-\u23ff\u24c2\u25aa-\u25fe"
    "\u2600-\u27bf\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)


def _ranges(characters: list[int]) -> str:
    parts: list[str] = []
    first = last = characters[0]
    for number in [*characters[1:], -1]:
        if number != last + 1:
            parts.append(f"{chr(first)}-{chr(last)}")
            first = number
        last = number
    return "".join(parts)


# The first and last blocks of Unicode that hold combining marks.
_MARKS: Final = _ranges([n for n in range(0x300, 0x1E950) if unicodedata.combining(chr(n))])

# All that lies above U+FFFF (emoji, ancient scripts) takes the slow path: as one range it lets the
# expression be a table, several times faster than a list of ranges.
_LOW_MARKS: Final = _ranges([n for n in range(0x300, 0x10000) if unicodedata.combining(chr(n))])
_suspect = re.compile(
    f"[{_LINE_ENDS}{_SPACES}{_REMOVED}{_JOINERS}{_LOW_MARKS}\U00010000-\U0010ffff]"
)
_line_end = re.compile(f"\r\n|[{_LINE_ENDS}]")
_space = re.compile(f"[{_SPACES}]")
_removed = re.compile(f"[{_REMOVED}{_REMOVED_HIGH}]+")
_many_marks = re.compile(f"([{_MARKS}]{{{_MOST_MARKS}}})[{_MARKS}]+")
_emoji_or_joiner = re.compile(
    f"({_EMOJI}[\ufe0e\ufe0f]?(?:\u200d?{_EMOJI}[\ufe0e\ufe0f]?)*|[0-9#*]\ufe0f(?=\u20e3))|[{_JOINERS}]"
)
_trailing = re.compile(r"(?<![ \t])[ \t]+$", re.MULTILINE)

# A tone mark typed before the circumflex or breve of its vowel: both sit above the letter, so
# Unicode keeps them in the order typed and never composes them.
_tone_first = re.compile(
    "[aeoAEO\xc0-\u1eff](?=[\u0300-\u036f]{0,8}[\u0302\u0306])[\u0300-\u036f]{1,8}"
)
_tone_then_vowel_mark = re.compile(
    "([aeo]\u0323?)([\u0300\u0301\u0303\u0309])([\u0302\u0306])", re.IGNORECASE
)


def clean(text: str, *, single_line: bool = False) -> str:
    """Bring a text into the one form in which it is kept; clean text comes back as it is.

    Composed (NFC, marks typed in any order), lines ended by a line feed and without trailing
    space, only plain spaces and tabs, nothing invisible: no BOM, zero-width or control character,
    no soft hyphen, no change of direction. Joiners survive inside emoji. With `single_line` all
    white space shrinks to single spaces.
    """
    if not _is_clean(text):
        text = _made_clean(text)
    return " ".join(text.split()) if single_line else text


def clean_tree(value: object) -> object:
    """Clean every string in JSON-like data, keys included; refuses (ValueError) what is nested
    deeper than 100 levels and keys that only differ by invisible characters.
    """
    return _clean_branch(value, 0)


def _is_clean(text: str) -> bool:
    return not (
        _suspect.search(text)
        or " \n" in text
        or "\t\n" in text
        or text.endswith((" ", "\t"))
        or not unicodedata.is_normalized("NFC", text)
    )


def _made_clean(text: str) -> str:
    text = _line_end.sub("\n", text)
    text = _space.sub(" ", text)
    text = _removed.sub("", text)
    text = _emoji_or_joiner.sub(r"\1", text)
    # Twice: some marks and letters fall apart into more marks when normalised.
    text = _many_marks.sub(r"\1", text)
    text = _tone_first.sub(_vowel_mark_first, unicodedata.normalize("NFC", text))
    text = _many_marks.sub(r"\1", text)
    return _trailing.sub("", text)


def _vowel_mark_first(match: re.Match[str]) -> str:
    parts = unicodedata.normalize("NFD", match[0])
    return unicodedata.normalize("NFC", _tone_then_vowel_mark.sub(r"\1\3\2", parts))


def _clean_branch(value: object, depth: int) -> object:
    if isinstance(value, str):
        return clean(value)
    if not isinstance(value, dict | list | tuple):
        return value
    if depth >= DEEPEST:
        raise ValueError(f"nested deeper than {DEEPEST} levels")
    if not isinstance(value, dict):
        return [_clean_branch(item, depth + 1) for item in value]
    branch = {}
    for key, item in value.items():
        name = clean(key) if isinstance(key, str) else key
        if name in branch:
            raise ValueError(f"two keys are the same once cleaned: {name!r}")
        branch[name] = _clean_branch(item, depth + 1)
    return branch
