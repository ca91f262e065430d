"""Words of addresses; the rule these tests pin may never change."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congtinh.vietnamese.slugs import slug, unique
from congtinh.vietnamese.tests.test_text import nasty_text
from congtinh.vietnamese.text import clean


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quyết định số 3528/QĐ-UBND", "quyet-dinh-so-3528-qd-ubnd"),
        ("  Ủy ban nhân dân tỉnh — Văn phòng  ", "uy-ban-nhan-dan-tinh-van-phong"),
        ("Đắk R'lấp, M’Drắk", "dak-r-lap-m-drak"),
        ("ÐÀ NẴNG", "da-nang"),
        ("ti\xe9\u0302ng Vie\u0323\u0302t", "tieng-viet"),
        ("thông\u200btin c\xado", "thongtin-co"),
        ("100 m² ½ № 5", "100-m2-1-2-no-5"),
        ("C++ & C#", "c-c"),
        ("snake_case", "snake-case"),
        ("Łódź Ærø Straße ﬁ", "lodz-aero-strasse-fi"),
        ("中文", ""),
        ("!!!", ""),
        ("", ""),
    ],
)
def test_slug_follows_the_rule(text: str, expected: str) -> None:
    assert slug(text) == expected


@settings(deadline=None)
@given(nasty_text, st.integers(1, 30))
def test_slug_has_the_form_of_an_address(text: str, max_length: int) -> None:
    made = slug(text, max_length=max_length)

    assert made == "" or re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= max_length
    assert slug(made, max_length=max_length) == made


@settings(deadline=None)
@given(st.text(st.sampled_from("aằếộđưỹ Đ-1"), max_size=60))
def test_slug_is_the_same_after_cleaning(text: str) -> None:
    assert slug(clean(text)) == slug(text)


def test_slug_is_cut_between_words() -> None:
    assert slug("một hai ba", max_length=9) == "mot-hai"
    assert slug("một hai ba", max_length=10) == "mot-hai-ba"
    assert slug("nghiêng ngả", max_length=3) == "ngh"


def test_slug_refuses_no_length() -> None:
    with pytest.raises(ValueError, match="max_length"):
        slug("a", max_length=0)


@pytest.mark.long
def test_slug_is_linear_on_hostile_text() -> None:
    start = time.process_time()

    slug("e\u0301\u0323" * 34_000 + "\u05b0\u0301" * 20_000)

    assert time.process_time() - start < 0.5


def test_unique_numbers_what_is_taken() -> None:
    assert unique("tin", set()) == "tin"
    assert unique("tin", {"tin"}) == "tin-2"
    assert unique("tin", {"tin", "tin-2", "tin-3"}) == "tin-4"


def test_unique_stays_within_the_length() -> None:
    assert unique("mot-hai-ba", {"mot-hai-ba"}, max_length=10) == "mot-hai-2"


def test_unique_refuses_an_empty_slug() -> None:
    with pytest.raises(ValueError, match="empty"):
        unique("", set())
