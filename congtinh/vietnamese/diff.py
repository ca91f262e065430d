"""What changed between two texts, word by word."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter
from typing import Final, Literal

Op = Literal["same", "removed", "added"]
Piece = tuple[Op, str]
Change = tuple[Literal["same", "replaced"], list[str], list[str]]

# Pairs of equal tokens that the matcher would have to weigh; above it a passage is shown as
# replaced as a whole, which a reader of so repetitive a text loses nothing by.
_MOST_PAIRS: Final = 400_000

_token = re.compile(r"\w+\s*|\s+|[^\w\s]\s*")
_sentence = re.compile(r"[^.;!?]*[.;!?]+\s*|[^.;!?]+")


def words_diff(before: str, after: str) -> list[Piece]:
    """The pieces of both texts in reading order, each "same", "removed" or "added".

    "same" and "removed" together are the text before, "same" and "added" the text after. Paragraphs
    are compared first, then the words of those that differ, so that long texts stay fast.
    """
    changes: list[Change] = []
    for op, old, new in _compared(before.splitlines(True), after.splitlines(True)):
        if op == "same":
            changes.append((op, old, new))
            continue
        for one, other in _counterparts(old, new):
            changes += _words_compared(one, other)
    return _pieces(changes)


def _counterparts(old: list[str], new: list[str]) -> Iterable[tuple[str, str]]:
    """Where a word was replaced throughout, each paragraph is still its own counterpart."""
    if len(old) == len(new):
        return zip(old, new, strict=True)
    return [("".join(old), "".join(new))]


def _words_compared(old: str, new: str) -> Iterator[Change]:
    old_words, new_words = _token.findall(old), _token.findall(new)
    if _pairs(old_words, new_words) <= _MOST_PAIRS:
        yield from _compared(old_words, new_words)
        return
    for op, gone, come in _compared(_sentence.findall(old), _sentence.findall(new)):
        if op == "same":
            yield op, gone, come
            continue
        for one, other in _counterparts(gone, come):
            yield from _compared(_token.findall(one), _token.findall(other))


def _compared(before: list[str], after: list[str]) -> Iterator[Change]:
    start = _common_length(before, after)
    end = _common_length(before[start:][::-1], after[start:][::-1])
    if start:
        yield "same", before[:start], after[:start]
    yield from _middle(before[start : len(before) - end], after[start : len(after) - end])
    if end:
        yield "same", before[-end:], after[-end:]


def _middle(before: list[str], after: list[str]) -> Iterator[Change]:
    if _pairs(before, after) > _MOST_PAIRS:
        yield "replaced", before, after
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        yield "same" if tag == "equal" else "replaced", before[i1:i2], after[j1:j2]


def _pairs(before: list[str], after: list[str]) -> int:
    counts = Counter(after)
    return sum(counts[token] for token in before)


def _common_length(before: list[str], after: list[str]) -> int:
    length = 0
    for old, new in zip(before, after, strict=False):
        if old != new:
            break
        length += 1
    return length


def _pieces(changes: list[Change]) -> list[Piece]:
    pieces: list[Piece] = []
    for op, run in groupby(changes, key=itemgetter(0)):
        group = list(run)
        old = "".join(token for _, tokens, _ in group for token in tokens)
        new = "".join(token for _, _, tokens in group for token in tokens)
        if op == "same":
            pieces.append(("same", old))
            continue
        if old:
            pieces.append(("removed", old))
        if new:
            pieces.append(("added", new))
    return pieces
