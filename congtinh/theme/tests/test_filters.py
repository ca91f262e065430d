"""Dates and sizes as the reader's language writes them."""

import pytest
from django.utils import translation

from congtinh.theme.templatetags import theme


@pytest.mark.parametrize(
    ("language", "value", "words"),
    [
        ("vi", "2026-11-24", "24/11/2026"),
        ("vi", "2026-11-23T18:00:00+00:00", "24/11/2026"),
        ("en", "2026-11-04", "4 November 2026"),
        ("vi", "", ""),
        ("vi", "hôm qua", ""),
    ],
)
def test_day_follows_the_language(language, value, words):
    with translation.override(language):
        assert theme.day(value) == words


def test_day_and_time_is_in_vietnam():
    with translation.override("vi"):
        assert theme.day_and_time("2026-11-24T02:15:00+00:00") == "24/11/2026, 09:15"
        assert theme.day_and_time("2026-11-24") == "24/11/2026"


def test_long_day_names_the_weekday():
    with translation.override("vi"):
        assert theme.long_day("2026-11-24") == "Thứ Ba, ngày 24 tháng 11 năm 2026"
    with translation.override("en"):
        assert theme.long_day("2026-11-24") == "Tuesday 24 November 2026"


def test_file_size_uses_the_comma_in_vietnamese():
    with translation.override("vi"):
        assert theme.file_size(1_430_000) == "1,4 MB"
    with translation.override("en"):
        assert theme.file_size(1_430_000) == "1.4 MB"
    assert theme.file_size(812) == "1 KB"


def test_language_is_named_in_the_language_of_the_page():
    with translation.override("en"):
        assert theme.language_name("vi") == "Vietnamese"
    with translation.override("vi"):
        assert theme.language_name("en") == "tiếng Anh"
