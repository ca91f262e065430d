"""The gate all text passes."""

import lzma
import time
import unicodedata
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congtinh.vietnamese.letters import ALPHABET, TONED
from congtinh.vietnamese.tests.data_sets import data_set
from congtinh.vietnamese.text import clean, clean_tree

NASTY = (
    "ae oE\u01a0\u1ebf\u0301\u0300\u0323\u0302\u0306\u031b\u0344\u0340\u0958\u200b\u200d"
    "\u200c\ufe0f\ufe0e"
    "\U0001f469\U0001f4bb\U0001f3fd1#\u20e3\u2329\xa9\n\r\t\x0b\x85\u2028 \xa0\u2009"
    "\ufeff\xad\u202e\x00"
    "\U000e0041\U0001d165\ud800đĐ"
)
nasty_text = st.text(st.sampled_from(NASTY) | st.characters(), max_size=40)


@settings(deadline=None)
@given(nasty_text, st.booleans())
def test_clean_is_idempotent(text: str, single_line: bool) -> None:
    once = clean(text, single_line=single_line)

    assert clean(once, single_line=single_line) == once


@settings(deadline=None)
@given(nasty_text)
def test_clean_leaves_normalised_storable_text(text: str) -> None:
    cleaned = clean(text)

    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode().decode() == cleaned
    assert not set(cleaned) & set("\r\xa0\u200b\ufeff\xad\u202e\x00")


@pytest.mark.parametrize("letter", [*TONED, *ALPHABET, *map(str.upper, TONED)])
def test_clean_composes_marks_typed_in_any_order(letter: str) -> None:
    parts = unicodedata.normalize("NFD", letter)

    typed = {clean(parts[0] + "".join(order)) for order in permutations(parts[1:])}

    assert typed == {letter}


def test_clean_composes_a_vowel_mark_after_a_composed_tone() -> None:
    assert clean("ti\xe9\u0302ng Vi\u1eb9\u0302t, d\xe0\u0302u") == "tiếng Việt, dầu"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("\ufeffTỉnh", "Tỉnh"),
        ("a\r\nb\rc\x0bd\u2028e", "a\nb\nc\nd\ne"),
        ("dòng một  \t\n dòng hai ", "dòng một\n dòng hai"),
        ("12\xa0km,\u2009rộng", "12 km, rộng"),
        ("thông\xad tin\u200b mật\u200c khẩu\u2060", "thông tin mật khẩu"),
        ("\u202eđảo\u202c ngược\u200f", "đảo ngược"),
        ("a\x00b\x1bc\x7fd\x9fe", "abcde"),
        ("cột\tmột", "cột\tmột"),
        ("lẻ \ud83d nửa", "lẻ  nửa"),
        (
            "\U0001f469\u200d\U0001f4bb ❤\ufe0f 1\ufe0f\u20e3",
            "\U0001f469\u200d\U0001f4bb ❤\ufe0f 1\ufe0f\u20e3",
        ),
        ("👨🏽\u200d👩🏽\u200d👧", "👨🏽\u200d👩🏽\u200d👧"),
        ("x\u200dy a\ufe0f \U0001f469\u200d.", "xy a \U0001f469."),
        ("Z" + "\u0301\u0323" * 50, "Ẓ" + "\u0323" * 3 + "\u0301" * 4),
    ],
)
def test_clean_removes_what_nobody_sees(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_clean_makes_a_single_line() -> None:
    assert clean("  Cổng\n\n thông  tin\tđiện\xa0tử ", single_line=True) == "Cổng thông tin điện tử"


def test_clean_returns_the_very_text_when_clean() -> None:
    text = "Quyết định số 3528/QĐ-UBND"

    assert clean(text) is text


@pytest.mark.long
def test_clean_is_fast_on_clean_text() -> None:
    text = "Quy chế hoạt động của Cổng thông tin điện tử tỉnh, ban hành năm 2008.\n" * 20_000
    start = time.process_time()

    clean(text)

    assert len(text.encode()) / (time.process_time() - start) > 20e6


@pytest.mark.long
@pytest.mark.parametrize(
    "piece", ["\u0301\u0323", "e\u0301", "\U0001f469\u200d", " ", "\t ", "\ufe0f", "\u200d"]
)
def test_clean_is_linear_on_hostile_text(piece: str) -> None:
    text = piece * (100 * 1024 // len(piece)) + "x"
    start = time.process_time()

    clean(text)

    assert time.process_time() - start < 0.5


def test_clean_changes_no_dictionary_syllable() -> None:
    syllables = (data_set("words") / "hunspell-vi.txt").read_text("utf-8").split()

    composed = [unicodedata.normalize("NFC", syllable) for syllable in syllables]
    assert [clean(unicodedata.normalize("NFD", syllable)) for syllable in syllables] == composed


def test_clean_is_idempotent_on_news() -> None:
    packed = data_set("news") / "government-2025.jsonl.xz"
    with lzma.open(packed, "rt", encoding="utf-8") as lines:
        text = lines.read(300_000)

    once = clean(text)

    assert clean(once) is once


def test_clean_tree_cleans_strings_and_keys() -> None:
    tree = {"ti\u0302n": ["a\u200b", {"b": "c \n"}, 1, None, True, 2.5], "d": ("e\ufeff",)}

    assert clean_tree(tree) == {"tîn": ["a", {"b": "c\n"}, 1, None, True, 2.5], "d": ["e"]}


def test_clean_tree_accepts_a_hundred_levels_and_refuses_more() -> None:
    def nested(levels: int) -> list[object]:
        tree: list[object] = ["lá"]
        for _ in range(levels - 1):
            tree = [tree]
        return tree

    assert clean_tree(nested(100)) == nested(100)
    for levels in (101, 10_000):
        with pytest.raises(ValueError, match="100"):
            clean_tree(nested(levels))


def test_clean_tree_refuses_keys_that_become_one() -> None:
    with pytest.raises(ValueError, match="same"):
        clean_tree({"a": 1, "a\u200b": 2})
