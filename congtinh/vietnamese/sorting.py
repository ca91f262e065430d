"""Keys that put Vietnamese text into the order of the dictionary.

A key is ASCII, so that every database keeps the order if it compares bytes (SQLite does;
PostgreSQL under the collation "C").
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from congtinh.vietnamese.letters import ALPHABET, TONE_MARKS
from congtinh.vietnamese.text import clean

# From low to high: end of the words, between words, tones, digits, letters, foreign letters.
_END_OF_WORDS: Final = "\t"
_BETWEEN_WORDS: Final = " "
_TONES: Final = {mark: chr(ord("!") + place) for place, mark in enumerate(TONE_MARKS, start=1)}
_NO_TONE: Final = "!"
_LETTERS: Final = {letter: chr(ord("A") + place) for place, letter in enumerate(ALPHABET)}
_FOREIGN: Final = "~"

_VOWEL_MARKS: Final = "\u0302\u0306\u031b"
_word = re.compile(r"[0-9]+|(?:[^\W0-9_][\u0300-\u036f]*)+")


def key(text: str) -> str:
    """The key that sorts texts as a Vietnamese dictionary does: word by word; in a word first the
    letters (a ă â b … x y), then the tone (ngang, huyền, hỏi, ngã, sắc, nặng); case decides last,
    small before capital. Numbers go by value (Phường 2 before Phường 10) and before letters;
    punctuation and the place of the tone mark (hoà, hòa) count for nothing.
    """
    words = _word.findall(clean(text, single_line=True))
    cases = "".join("1" if letter.isupper() else "0" for word in words for letter in word)
    return _BETWEEN_WORDS.join(map(_word_key, words)) + _END_OF_WORDS + cases.rstrip("0")


def name_key(full_name: str) -> str:
    """The key that sorts people as Vietnamese lists do: by given name (the last word), then by
    family name and middle names.
    """
    words = clean(full_name, single_line=True).split(" ")
    return key(" ".join([words[-1], *words[:-1]]))


@lru_cache(maxsize=16384)
def _word_key(word: str) -> str:
    if word[0].isdigit() and word.isascii():
        return _number_key(word)
    letters: list[str] = []
    tones: list[str] = []
    for character in word.casefold():
        parts = unicodedata.normalize("NFD", character)
        base, marks = parts[0], parts[1:]
        if unicodedata.combining(base):
            continue
        kept = base + "".join(mark for mark in marks if mark in _VOWEL_MARKS)
        letter = unicodedata.normalize("NFC", kept)
        letters.append(_LETTERS.get(letter) or _LETTERS.get(base) or f"{_FOREIGN}{ord(base):06x}")
        tones += [_TONES[mark] for mark in marks if mark in _TONES]
    return "".join(letters) + ("".join(tones) or _NO_TONE)


def _number_key(digits: str) -> str:
    """Its length before the number itself, so that numbers of any length compare by value; a
    length of nine or more is as many nines and a remainder.
    """
    value = digits.lstrip("0")
    return "9" * (len(value) // 9) + str(len(value) % 9) + value
