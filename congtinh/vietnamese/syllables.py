"""The Vietnamese syllable as written: where its tone mark belongs."""

import re
from functools import lru_cache

from congtinh.vietnamese.letters import TONED, TONED_VOWEL, VOWELS

_MARKED_VOWELS = frozenset("ăâêôơư")
_ROUNDED_RHYMES = frozenset({"oa", "oe", "uy"})

_every_vowel = VOWELS + "".join(TONED)
_syllable = re.compile(
    rf"\b([bcdđghklmnpqrstvx]{{0,3}})([{_every_vowel}]{{2,4}})((?:ch|ng|nh|[cmnpt])?)"
    "(?![\\w\u0300-\u036f])"  # a mark left over makes it no syllable
)


def with_tones_placed(text: str) -> str:
    """Move each tone mark of a lower-case text to the vowel the new style puts it on: hòa → hoà,
    thủy → thuỷ, qúa → quá, hòai → hoài. Words that are no Vietnamese syllables stay.
    """
    return _syllable.sub(lambda match: _placed(*match.groups()), text)


# A text repeats its syllables; Vietnamese has about seven thousand.
@lru_cache(maxsize=8192)
def _placed(onset: str, vowels: str, coda: str) -> str:
    tones = [TONED[vowel][1] for vowel in vowels if vowel in TONED]
    if len(tones) != 1:
        return onset + vowels + coda
    plain = "".join(TONED[vowel][0] if vowel in TONED else vowel for vowel in vowels)
    at = _tone_place(onset, plain, coda)
    return onset + plain[:at] + TONED_VOWEL[plain[at], tones[0]] + plain[at + 1 :] + coda


def _tone_place(onset: str, vowels: str, coda: str) -> int:
    """Which vowel bears the tone: the last one with a vowel mark; else the middle of three or
    the second before a final consonant; else the first, except in oa, oe, uy.
    """
    marked = [place for place, vowel in enumerate(vowels) if vowel in _MARKED_VOWELS]
    if marked:
        return marked[-1]
    # The u of qu and the i of gi belong to the onset when another vowel follows.
    glide = 1 if onset + vowels[0] in {"qu", "gi"} else 0
    rhyme = vowels[glide:]
    if len(rhyme) == 1:
        return glide
    second = len(rhyme) > 2 or bool(coda) or rhyme in _ROUNDED_RHYMES
    return glide + (1 if second else 0)
