"""Names that are readable and harmless."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.media.inspection import safe_name
from congtinh.media.tests import samples

SAFE = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\.[a-z0-9]{1,8})?")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Quyết định số 15 ngày 3.2.pdf", "Quyet-dinh-so-15-ngay-3-2.pdf"),
        ("ĐƠN đề nghị (mẫu 2).DOCX", "DON-de-nghi-mau-2.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\b.doc", "b.doc"),
        ("a.php.jpg", "a-php.jpg"),
        ("CON.txt", "tep-CON.txt"),
        (".htaccess", "tep.htaccess"),
        ("\0\r\n.pdf", "tep.pdf"),
        ("", "tep"),
        ("...", "tep"),
    ],
)
def test_keep_name_readable_and_harmless(name, safe):
    assert safe_name(name) == safe


def test_replace_claimed_extension_by_earned_one():
    assert safe_name("Ảnh.exe", "jpg") == "Anh.jpg"
    assert safe_name("Phiên bản 1.2", "pdf") == "Phien-ban-1-2.pdf"


def test_shorten_name_to_a_hundred_characters():
    assert safe_name("đ" * 300 + ".docx") == "d" * 95 + ".docx"


@given(st.text(max_size=300), st.sampled_from([None, "jpg", "docx"]))
def test_make_any_name_safe(name, extension):
    safe = safe_name(name, extension)
    assert SAFE.fullmatch(safe)
    assert len(safe) <= 100


def test_make_injected_names_safe():
    names = samples.data_set("uploads", "file-names.txt").read_text().splitlines()
    unsafe = [name for name in names if not SAFE.fullmatch(safe_name(name, "pdf"))]
    assert unsafe == []
