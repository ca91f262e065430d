"""Keys for finding."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congtinh.vietnamese.folding import fold, fold_keep
from congtinh.vietnamese.tests.data_sets import data_set
from congtinh.vietnamese.tests.test_text import nasty_text
from congtinh.vietnamese.text import clean


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Đường Hoà Bình", "duong hoa binh"),
        ("ĐÀ NẴNG", "da nang"),
        ("Ðắk Lắk", "dak lak"),
        ("thuỷ, thủy", "thuy, thuy"),
        ("ươ ỹ Ặ ỗ", "uo y a o"),
        ("Straße, Ångström, café", "strasse, angstrom, cafe"),
        ("", ""),
    ],
)
def test_fold_takes_marks_off(text: str, key: str) -> None:
    assert fold(text) == key


@settings(deadline=None)
@given(nasty_text)
def test_fold_is_the_same_before_and_after_cleaning(text: str) -> None:
    assert fold(clean(text)) == fold(text)
    assert fold_keep(clean(text)) == fold_keep(text)


@settings(deadline=None)
@given(nasty_text)
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold_keep(fold_keep(text)) == fold_keep(text)
    assert fold(fold_keep(text)) == fold(text)


@pytest.mark.parametrize("text", [" \u0300", "eẹ\u0300", "ho\u0300à"])
def test_fold_is_idempotent_on_stray_marks(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold_keep(fold_keep(text)) == fold_keep(text)


@settings(deadline=None)
@given(st.text(st.sampled_from("aăâeêioôơuưyàạéòóọùúỵýnghqtc "), max_size=20))
def test_fold_keep_is_idempotent_and_folds_alike(text: str) -> None:
    assert fold_keep(fold_keep(text)) == fold_keep(text)
    assert fold(fold_keep(text)) == fold(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hòa", "hoà"), ("thủy", "thuỷ"), ("khỏe", "khoẻ"), ("Qúy", "quý"), ("qủa", "quả"),
        ("gìa", "già"), ("hòai", "hoài"), ("họăc", "hoặc"), ("NGUYỄN", "nguyễn"), ("lọai", "loại"),
        ("HÒA BÌNH", "hoà bình"), ("khủyu", "khuỷu"), ("tiéng", "tiéng"), ("tòan", "toàn"),
    ],
)  # fmt: skip
def test_fold_keep_equalises_tone_places(old: str, new: str) -> None:
    assert fold_keep(old) == fold_keep(new) == new


@pytest.mark.parametrize(
    "word",
    [
        "của", "mùa", "chìa", "gì", "giếng", "giặt", "già", "mía", "lửa", "cứu", "rượu", "tuổi",
        "khuya", "quýt", "quốc", "tài", "cháu", "kéo", "chịu", "tối", "thuế", "thuở", "xoắn",
        "ngoèo", "quyển", "yếu", "bác", "uỷ", "oà", "nghĩa",
    ],
)  # fmt: skip
def test_fold_keep_leaves_well_placed_tones(word: str) -> None:
    assert fold_keep(word) == word


def test_fold_keep_keeps_different_tones_apart() -> None:
    assert len({fold_keep(word) for word in ("hoa", "hòa", "hóa", "hỏa", "họa", "hoả", "hoá")}) == 5


def test_fold_keep_moves_tones_only_where_styles_differ() -> None:
    syllables = (data_set("words") / "hunspell-vi.txt").read_text("utf-8").split()

    moved = {word for word in syllables if fold_keep(word) != clean(word).casefold()}

    assert all(fold(word).endswith(("oa", "oe", "uy")) for word in moved), sorted(moved)[:20]
