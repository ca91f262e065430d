"""The words found in documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.media.inspection import extract_text
from congtinh.media.tests import samples

WORD = samples.WORD


def test_extract_words_of_docx_with_header_first():
    header = f'<w:hdr xmlns:w="{WORD}"><w:p><w:r><w:t>TỐI MẬT</w:t></w:r></w:p></w:hdr>'
    body = (
        "<w:p><w:r><w:t>Kế </w:t></w:r><w:r><w:t>hoạch</w:t></w:r></w:p><w:p><w:t>Hai</w:t></w:p>"
    )
    data = samples.docx_with({"word/header1.xml": header}, body)
    assert extract_text("a.docx", data) == "TỐI MẬT\nKế hoạch\nHai"


def test_extract_words_of_xlsx():
    strings = "<sst><si><t>Mật</t></si><si><r><t>Danh </t></r><r><t>sách</t></r></si></sst>"
    sheet = "<worksheet><c><is><t>Ô</t></is></c></worksheet>"
    data = samples.xlsx(**{"xl/sharedStrings.xml": strings, "xl/worksheets/sheet1.xml": sheet})
    assert extract_text("a.xlsx", data) == "Mật\nDanh sách\nÔ"


def test_extract_words_of_odt():
    content = (
        '<o xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        "<text:p>Độ <text:span>mật</text:span> cao</text:p></o>"
    )
    assert extract_text("a.odt", samples.odt(content)).split() == ["Độ", "mật", "cao"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_extract_plain_text(encoding):
    assert extract_text("a.txt", "Độ mật".encode(encoding)) == "Độ mật"


def test_extract_no_more_than_the_limit():
    body = "<w:p><w:t>" + "a" * 500 + "</w:t></w:p>"
    assert extract_text("a.docx", samples.docx(body), limit=20) == "a" * 20
    assert extract_text("a.txt", b"b" * 500, limit=20) == "b" * 20


@pytest.mark.parametrize(
    "data",
    [
        samples.docx("<w:p"),
        samples.docx()[:-40],
        samples.zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        samples.pdf(b"<<>>"),
        b"\0\1",
    ],
)
def test_extract_nothing_from_unreadable_file(data):
    assert extract_text("a.docx", data) == ""


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.docx", "a.csv"]))
def test_extract_from_any_bytes_without_fault(data, name):
    assert isinstance(extract_text(name, data), str)
    assert isinstance(extract_text(name, b"PK\x03\x04" + data), str)
