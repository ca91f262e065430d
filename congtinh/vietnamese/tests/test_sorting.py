"""Dictionary order and the order of names."""

import random

import pytest
from hypothesis import given, settings

from congtinh.vietnamese.sorting import key, name_key
from congtinh.vietnamese.tests.data_sets import data_set
from congtinh.vietnamese.tests.test_text import nasty_text
from congtinh.vietnamese.text import clean

_DICTIONARY = """
    1, 2, 2 tháng, 10, 10a, 2008,
    a, A, à, À, ả, ã, á, ạ, ai, am, an, án, anh, ăn, ắt, âm, ấm, ấp,
    ba, Ba, BA, ba hoa, ba mươi, bà, bà con, bả, bã, bá, bá tước, bạ, bai, ban, bàn, bàn bạc, bản,
    bạn, bang, bát, băng, bằng, bân, bé, bê, bế, bi, bo, bô, bơ, bu, bư,
    ca, cá, chai, co, con, cơ, cũ, da, dì, dụng, đa, Đà Nẵng, đá, đi, đường, em, ê, ếch,
    fa, ga, gà, gì, già, giả, giá, giếng, ha, hoa, hòa, hỏa, hóa, họa, hoài, hương, ia, jazz, kẻ,
    kỷ, la, lá, ma, mà, mả, mã, má, mạ, mai, mía, na, ngà, nghỉ, nhà, o, oà, ô, ổ, ơ, ở, pha, phở,
    qua, quả, quý, ra, sa, so, sổ, sơ, ta, tà, tha, thuỷ, tra, trà, tu, tủ, tư, từ, tự, u, ủ, ư, ứ,
    va, vá, wat, xa, xã, y, ý, yêu, za
"""
IN_ORDER = [entry.strip() for entry in _DICTIONARY.split(",")]


def shuffled(entries: list[str]) -> list[str]:
    return random.Random(2008).sample(entries, len(entries))


def test_key_sorts_as_the_dictionary_does() -> None:
    assert len(IN_ORDER) > 140
    assert sorted(shuffled(IN_ORDER), key=key) == IN_ORDER
    assert len({key(word) for word in IN_ORDER}) == len(IN_ORDER)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("Quảng-Ninh", "Quảng Ninh"),
        ("ti\xe9\u0302ng", "tiếng"),
        ("Điều 02", "Điều 2"),
    ],
)
def test_key_ignores_ways_of_writing(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_key_sorts_numbers_by_value() -> None:
    wards = [f"Phường {number}" for number in (1, 2, 9, 10, 11, 99, 100, 123456789, 1234567890)]

    assert sorted(shuffled(wards), key=key) == wards


def test_key_puts_foreign_letters_last() -> None:
    assert sorted(["中", "я", "z", "é", "ß"], key=key) == ["é", "ß", "z", "я", "中"]


@settings(deadline=None)
@given(nasty_text)
def test_key_is_ascii_and_the_same_after_cleaning(text: str) -> None:
    assert key(text).isascii()
    assert key(clean(text)) == key(text)


def test_key_sorts_syllables_first_by_letters() -> None:
    syllables = (data_set("words") / "hunspell-vi.txt").read_text("utf-8").split()

    ordered = sorted(syllables, key=key)

    assert clean(ordered[0]).casefold() == "a"
    initials = [clean(word)[0].casefold() for word in ordered]
    assert initials.index("đ") > max(
        place for place, letter in enumerate(initials) if letter == "d"
    )


def test_name_key_sorts_by_given_name_then_family() -> None:
    people = [
        "Trần Văn An",
        "Đỗ Thị Ánh",
        "Lê Thị Bích",
        "Lê Văn Bích",
        "Nguyễn Thị Bích",
        "Hoàng Dung",
        "Phạm Đức",
        "Vũ Thị Đức",
    ]

    assert sorted(shuffled(people), key=name_key) == people


def test_name_key_accepts_one_word_and_none() -> None:
    assert sorted(["Bình", "", "An"], key=name_key) == ["", "An", "Bình"]
