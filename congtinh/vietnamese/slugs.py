"""The words of an address, made from a title.

This rule may never change: addresses are kept for ever and depend on it. It therefore stands alone
and uses none of the cleaning and folding that may improve with time; its tests pin it.
"""

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache
from itertools import count
from typing import Final

LONGEST: Final = 80

# Latin letters that Unicode does not take apart into a letter and a mark.
_LETTERS = str.maketrans(
    {"đ": "d", "ð": "d", "ɖ": "d", "ø": "o", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}
    | {"þ": "th"}
)
# Marks, and what is invisible inside a word, part no words.
_INVISIBLE = frozenset("\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_word = re.compile("[a-z0-9]+")


def slug(text: str, *, max_length: int = LONGEST) -> str:
    """Make an address word of a text: "Quyết định số 3528/QĐ-UBND" → "quyet-dinh-so-3528-qd-ubnd".

    Never cut inside a word, unless the first word alone is too long. A text without Latin letters
    or digits gives "".
    """
    if max_length < 1:
        raise ValueError("max_length must be at least 1")
    return _joined(_word.findall("".join(map(_plain, text))), max_length)


def unique(slug: str, taken: Container[str], *, max_length: int = LONGEST) -> str:
    """The slug itself, or the first of slug-2, slug-3 … that is not taken, within the same length.

    Refuses an empty slug: what to call a thing without a name is the caller's to say.
    """
    if not slug:
        raise ValueError("an empty slug cannot be made unique")
    if slug not in taken:
        return slug
    endings = (f"-{number}" for number in count(2))
    numbered = (_joined(slug.split("-"), max_length - len(end)) + end for end in endings)
    return next(candidate for candidate in numbered if candidate not in taken)


# One character at a time: normalising a whole text takes quadratic time on long runs of marks.
@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    parts = unicodedata.normalize("NFKD", character.casefold()).casefold()
    kept = (part for part in parts if part not in _INVISIBLE and not unicodedata.combining(part))
    return "".join(kept).translate(_LETTERS)


def _joined(words: list[str], max_length: int) -> str:
    if max_length < 1:
        raise ValueError("max_length leaves no room")
    if not words:
        return ""
    result = words[0][:max_length]
    for word in words[1:]:
        if len(result) + 1 + len(word) > max_length:
            break
        result += "-" + word
    return result
