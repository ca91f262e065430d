"""The Vietnamese alphabet and the five tone marks: the tables that folding and sorting share."""

import re
import unicodedata
from typing import Final

# Dictionary order; f j w z are not Vietnamese letters and stand at their Latin places.
ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

# Dictionary order of the tones: ngang (no mark), huyền, hỏi, ngã, sắc, nặng.
TONE_MARKS: Final = "\u0300\u0309\u0303\u0301\u0323"

VOWELS: Final = "aăâeêioôơuưy"

TONED: Final = {
    unicodedata.normalize("NFC", vowel + mark): (vowel, tone)
    for vowel in VOWELS
    for tone, mark in enumerate(TONE_MARKS, start=1)
}

TONED_VOWEL: Final = {pair: letter for letter, pair in TONED.items()}

# Marks written on Latin letters. Marks of other scripts (Thai, Arabic) are vowels there: they stay.
_LATIN_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")


def without_marks(text: str) -> str:
    """Take every mark off Latin letters; đ, a letter without a mark, stays đ."""
    if text.isascii():
        return text
    bare = _LATIN_MARKS.sub("", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", bare)
