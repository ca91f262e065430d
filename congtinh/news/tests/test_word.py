"""Word files become articles, or are refused with a clear word."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from congtinh.media.tests import samples
from congtinh.news import word
from congtinh.news.tests.documents import bold, image, italic, link, paragraph, table
from congtinh.news.tests.documents import word as made
from congtinh.news.word import MESSAGES, Unreadable, WordDocument, read


def unreadable(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read("a.docx", data)
    return caught.value.code


def blocks(*body: str) -> list[dict]:
    return read("a.docx", made(paragraph("Tên bài", style="Title"), *body)).blocks


def test_read_article_with_styles():
    found = read(
        "bai.docx",
        made(
            paragraph("Hạ Long  khánh thành cầu", style="Title"),
            paragraph("Sáng nay, thành phố khánh thành cầu.", style="Subtitle"),
            paragraph("Cầu dài ", bold("một"), " cây số, xem ", link("tại đây"), "."),
            paragraph("Chi phí", style="H1"),
            paragraph("Vốn ngân sách."),
        ),
    )

    assert found == WordDocument(
        title="Hạ Long khánh thành cầu",
        lead="Sáng nay, thành phố khánh thành cầu.",
        blocks=[
            {
                "type": "text",
                "html": "<p>Cầu dài <b>một</b> cây số, xem "
                '<a href="https://halong.vn/">tại đây</a>.</p>'
                "<h2>Chi phí</h2><p>Vốn ngân sách.</p>",
            }
        ],
        images=[],
        warnings=[],
    )


def test_take_first_heading_as_title():
    found = read("a", made(paragraph("Mở"), paragraph("Tên", style="H1"), paragraph("A")))
    assert (found.title, found.lead) == ("Tên", "")
    assert found.blocks == [{"type": "text", "html": "<p>Mở</p><p>A</p>"}]


def test_take_bold_lines_as_title_and_lead():
    found = read(
        "a", made(paragraph(bold("Tên "), bold("bài")), paragraph(bold("Tóm tắt.")), paragraph("A"))
    )
    assert (found.title, found.lead) == ("Tên bài", "Tóm tắt.")
    assert found.blocks == [{"type": "text", "html": "<p>A</p>"}]


def test_pass_over_letterhead_when_looking_for_title():
    found = read(
        "a",
        made(
            paragraph(bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
            paragraph(bold("Độc lập - Tự do - Hạnh phúc")),
            paragraph(bold("Thông báo nghỉ lễ")),
        ),
    )
    assert found.title == "Thông báo nghỉ lễ"


def test_leave_lead_empty_without_bold_paragraph_near_the_title():
    body = [paragraph(text) for text in "ABCD"]
    found = read("a", made(paragraph("Tên", style="Title"), *body, paragraph(bold("Mục"))))
    assert found.lead == ""
    assert found.blocks[0]["html"].endswith("<p><b>Mục</b></p>")


def test_warn_of_missing_title():
    found = read("a", made(paragraph("Chỉ có chữ")))
    assert found.title == ""
    assert found.warnings == [word.WARNINGS["no_title"]]


def test_level_headings_from_the_highest_left():
    found = blocks(*(paragraph(style, style=style) for style in ("H2", "H3", "H2")))
    assert found == [{"type": "text", "html": "<h2>H2</h2><h3>H3</h3><h2>H2</h2>"}]


def test_read_images_with_description_and_caption():
    found = read(
        "a",
        made(
            paragraph("Tên", style="Title"),
            paragraph("Trước"),
            paragraph(image(alt="Cầu  lúc khánh thành")),
            paragraph("Ảnh: Thu Hà", style="Caption"),
            paragraph(image()),
            paragraph(italic("Người dân "), italic("đi qua cầu")),
            paragraph("Sau"),
        ),
    )

    assert found.blocks == [
        {"type": "text", "html": "<p>Trước</p>"},
        {"type": "image", "image": 0, "caption": "Ảnh: Thu Hà", "alt": "Cầu lúc khánh thành"},
        {"type": "image", "image": 1, "caption": "Người dân đi qua cầu", "alt": ""},
        {"type": "text", "html": "<p>Sau</p>"},
    ]
    assert [one.mime for one in found.images] == ["image/png", "image/png"]
    assert found.images[0].data == samples.picture("PNG")
    assert found.images[0].alt == "Cầu lúc khánh thành"
    assert found.warnings == [word.WARNINGS["no_alt"]]


def test_keep_words_of_paragraph_with_image():
    found = blocks(paragraph("Chữ ", image(alt="Ảnh"), "quanh"))
    assert {"type": "text", "html": "<p>Chữ quanh</p>"} in found
    assert {"type": "image", "image": 0, "caption": "", "alt": "Ảnh"} in found


@pytest.mark.parametrize(("relation", "warning"), [("emf", "image"), ("lost", "lost_image")])
def test_leave_out_image_that_cannot_be_shown(relation, warning):
    data = made(paragraph("Tên", style="Title"), paragraph(image(relation)), paragraph("A"))
    found = read("a", data)
    assert found.images == []
    assert found.blocks == [{"type": "text", "html": "<p>A</p>"}]
    assert found.warnings == [word.WARNINGS[warning]]


def test_read_table_with_caption_before_it():
    found = blocks(
        paragraph("Bảng 1. Sản lượng", style="Caption"), table(["Xã", "Tấn"], ["Đông", "12"])
    )
    assert found == [
        {"type": "table", "rows": [["Xã", "Tấn"], ["Đông", "12"]], "caption": "Bảng 1. Sản lượng"}
    ]


def test_keep_grid_of_table_with_wide_and_high_cells():
    def cell(look: str, text: str) -> str:
        return f"<w:tc><w:tcPr>{look}</w:tcPr>{paragraph(text)}</w:tc>"

    found = blocks(
        table(
            [cell('<w:gridSpan w:val="2"/>', "A"), cell('<w:vMerge w:val="restart"/>', "B")],
            ["c", "d", cell("<w:vMerge/>", "")],
        )
    )
    assert found[0]["rows"] == [["A", "", "B"], ["c", "d", ""]]


def test_read_image_inside_table():
    cell = f"<w:tc>{paragraph(image(alt='Biểu đồ'))}</w:tc>"
    found = blocks(table([cell, "Chú giải"]))
    assert [one["type"] for one in found] == ["table", "image"]


def test_read_quotation():
    found = blocks(
        paragraph("Trước"), paragraph("Một.", style="Quote"), paragraph("Hai.", style="Quote")
    )
    assert found[1] == {"type": "quotation", "text": "Một.\nHai.", "by": "", "role": ""}


def test_drop_link_that_is_none_and_keep_its_words():
    found = blocks(paragraph(link("bấm", "bad")))
    assert found == [{"type": "text", "html": "<p>bấm</p>"}]


def test_compose_letters_and_drop_invisible_ones():
    found = blocks(paragraph("Ha\u0323 Long\u200b va\u0300 bie\u0302\u0309n\u00a0"))
    assert found == [{"type": "text", "html": "<p>Hạ Long và biển</p>"}]


def test_write_marks_of_markup_as_words():
    found = blocks(paragraph("1 &lt; 2 &amp; &lt;script&gt;x"))
    assert found == [{"type": "text", "html": "<p>1 &lt; 2 &amp; &lt;script&gt;x</p>"}]


def test_warn_of_embedded_object():
    data = made(paragraph("T", style="Title"), **{"word/embeddings/a.bin": b"x"})
    assert read("a", data).warnings == [word.WARNINGS["object"]]


WHOLE = made(paragraph("Tên bài", style="Title"), paragraph("Chữ"), table(["a", "b"]))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_word"),
        (b"Ch\xe1\xbb\xaf", "not_word"),
        (samples.xlsx(), "not_word"),
        (samples.odt(), "not_word"),
        (samples.zipped({"a.txt": "x"}), "no_document"),
        (WHOLE[:-50], "broken"),
        (WHOLE + b"x", "unsafe"),
        (made("<w:p>"), "broken"),
        (made(**{"word/vbaProject.bin": b"x"}), "macro"),
        (made(**{"word/a.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "unsafe"),
        (made(**{"word/a.xml": "<!DOCTYPE a><a/>".encode("utf-16")}), "unsafe"),
        (made(**{"../a.xml": "<a/>"}), "unsafe"),
        (made(**{"word/media/b.png": bytes(5_000_000)}), "bomb"),
        (samples.compound(("EncryptedPackage", b"")), "encrypted"),
        (samples.compound(("WordDocument", b"")), "old_format"),
        (samples.compound(("Workbook", b"")), "not_word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "broken"),
        (bytes(word.LARGEST_FILE + 1), "too_large"),
    ],
)
def test_refuse_unsound_file_with_its_own_word(data, code):
    assert unreadable(data) == code


def test_refuse_text_too_long_for_an_article(monkeypatch):
    monkeypatch.setattr(word, "LARGEST_TEXT", 1000)
    assert unreadable(made(paragraph("Chữ " * 300))) == "too_long"


def test_refuse_text_of_too_many_parts(monkeypatch):
    monkeypatch.setattr(word, "MOST_TAGS", 100)
    assert unreadable(made(paragraph("Chữ") * 20)) == "too_long"


def test_give_every_refusal_and_warning_a_message(settings):
    texts = [str(message) for message in (*MESSAGES.values(), *word.WARNINGS.values())]
    assert len(set(texts)) == len(texts)
    assert str(Unreadable("macro").message) == str(MESSAGES["macro"])


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=500),
    st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
)
def test_answer_random_bytes_with_unreadable(data, start):
    assert unreadable(start + data) in MESSAGES


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_answer_damaged_file_with_document_or_unreadable(data):
    changed = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 10))):
        changed[data.draw(st.integers(0, len(WHOLE) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert isinstance(read("a", bytes(changed)), WordDocument)
    except Unreadable as refused:
        assert refused.code in MESSAGES


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_answer_mutated_markup_with_document_or_unreadable(data):
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(one for one in entries if not one.endswith(".png"))))
    text = entries[name].decode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 60)))
    entries[name] = text[:start] + data.draw(st.text(max_size=20)) + text[end:]
    try:
        assert isinstance(read("a", samples.zipped(entries)), WordDocument)
    except Unreadable as refused:
        assert refused.code in MESSAGES


def test_read_official_forms():
    for path in sorted(samples.data_set("office").glob("*.docx")):
        found = read(path.name, path.read_bytes())
        assert found.title.startswith("TỜ KHAI"), path.name
        assert {one["type"] for one in found.blocks} == {"text", "table"}
