"""What changed, word by word."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congtinh.vietnamese.diff import words_diff

some_text = st.text(st.sampled_from("ab .\n"), max_size=40)


@settings(deadline=None)
@given(some_text, some_text)
def test_words_diff_holds_both_texts(before: str, after: str) -> None:
    pieces = words_diff(before, after)

    assert "".join(text for op, text in pieces if op != "added") == before
    assert "".join(text for op, text in pieces if op != "removed") == after
    assert all(text for _, text in pieces)


@settings(deadline=None)
@given(some_text)
def test_words_diff_of_the_same_text_is_one_piece(text: str) -> None:
    assert words_diff(text, text) == ([("same", text)] if text else [])


def test_words_diff_shows_the_changed_word() -> None:
    assert words_diff("Ủy ban nhân dân huyện.\nHết.\n", "Ủy ban nhân dân tỉnh.\nHết.\n") == [
        ("same", "Ủy ban nhân dân "),
        ("removed", "huyện"),
        ("added", "tỉnh"),
        ("same", ".\nHết.\n"),
    ]


def test_words_diff_shows_an_added_paragraph() -> None:
    assert words_diff("Một.\nBa.\n", "Một.\nHai.\nBa.\n") == [
        ("same", "Một.\n"),
        ("added", "Hai.\n"),
        ("same", "Ba.\n"),
    ]


def test_words_diff_finds_a_word_replaced_throughout() -> None:
    before = "".join(f"Điều {n}. Sở {n} báo cáo huyện trước ngày {n}.\n" for n in range(300))

    pieces = words_diff(before, before.replace("huyện", "tỉnh"))

    assert [text for op, text in pieces if op == "removed"] == ["huyện "] * 300


@pytest.mark.long
def test_words_diff_stays_fast_on_long_texts() -> None:
    chance = random.Random(2008)
    words = [f"từ{chance.randrange(800)}" for _ in range(20_000)]
    changed = [word if chance.random() > 0.02 else "khác" for word in words]
    hostile = [
        (" ".join(words), " ".join(changed)),
        ("a " * 50_000, "a b " * 25_000),
        ("\n" * 50_000, "x\n\n" * 25_000),
        ("a b c d e f g " * 7_000, "g f e d c b a " * 7_000),
        (". " * 50_000, "! . " * 25_000),
    ]
    for before, after in hostile:
        start = time.process_time()

        words_diff(before, after)

        assert time.process_time() - start < 1
