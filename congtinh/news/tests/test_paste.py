"""Pasted text comes down to the allowed elements with all its words."""

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from congtinh.media.tests import samples
from congtinh.news.markup import ALLOWED
from congtinh.news.paste import clean_html
from congtinh.vietnamese.text import clean

JUNK = re.compile(r"mso|o:p|style|class|<!|lang=|face=", re.IGNORECASE)
MARKER = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)


@pytest.mark.parametrize(
    ("pasted", "cleaned"),
    [
        ("chữ trơ", "<p>chữ trơ</p>"),
        ("<p class=MsoNormal style='color:red'>A<o:p></o:p></p>", "<p>A</p>"),
        ("<p>A<o:p>&nbsp;</o:p></p><p><o:p>&nbsp;</o:p></p>", "<p>A</p>"),
        ("<!--[if gte mso 9]><xml><w:x>1</w:x></xml><![endif]--><p>A</p>", "<p>A</p>"),
        ("<style>p{}</style><title>T</title><script>x</script><p>A</p>", "<p>A</p>"),
        ("<h1>A</h1><h2>B</h2><h3>C</h3><h5>D</h5>", "<h2>A</h2><h2>B</h2><h3>C</h3><h3>D</h3>"),
        ("<p><strong>A</strong> <em>B</em> <u>C</u></p>", "<p><b>A</b> <i>B</i> C</p>"),
        ("<p><span style='font-weight:700'>A</span></p>", "<p><b>A</b></p>"),
        ("<p><span style='font-style:italic'>A</span> b</p>", "<p><i>A</i> b</p>"),
        ("<b style='font-weight:normal'><p>A</p></b>", "<p>A</p>"),
        ("<p>một<br><br>hai<br></p>", "<p>một<br><br>hai</p>"),
        ("<div>A</div><div><div>B</div></div>", "<p>A</p><p>B</p>"),
        ("<div>A<p>B</p>C</div>", "<p>A</p><p>B</p><p>C</p>"),
        ("<table><tr><td>A</td><td>B</td></tr></table>", "<p>A</p><p>B</p>"),
        ("<a href='https://x.vn' onclick='y' target=_blank>A</a>", '<p><a href="https://x.vn">A</a></p>'),
        ("<a href='javascript:x'>A</a> <a href='#b'>B</a>", "<p>A B</p>"),
        ("<a href='file:///C:/a'>A</a>", "<p>A</p>"),
        ("<ul><li><p>A</p></li><li>B</li></ul>", "<ul><li>A</li><li>B</li></ul>"),
        ("<ul><li><p>A</p><p>B</p></li></ul>", "<ul><li>A<br>B</li></ul>"),
        ("<ol><li>A</li><ol><li>B</li></ol></ol>", "<ol><li>A<ol><li>B</li></ol></li></ol>"),
        ("<a href='/x'><p>A</p><p>B</p></a>", '<p><a href="/x">A</a></p><p><a href="/x">B</a></p>'),
        ("<ul>A<p>B</p></ul>", "<ul><li>A</li><li>B</li></ul>"),
        ("<li>A</li><li>B</li>", "<ul><li>A</li><li>B</li></ul>"),
        ("<img src=x onerror=y><p>A</p>", "<p>A</p>"),
        ("<p>Ha\u0323\u200b  Long</p>", "<p>Hạ Long</p>"),
        ("", ""),
    ],
)  # fmt: skip
def test_clean_pasted_html(pasted, cleaned):
    assert clean_html(pasted) == cleaned


def test_turn_list_paragraphs_into_lists():
    def item(level: int, marker: str, text: str) -> str:
        return (
            f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'><![if !supportLists]>"
            f"<span style='mso-list:Ignore'>{marker}<span>&nbsp; </span></span><![endif]>{text}</p>"
        )

    pasted = (
        item(1, "1.", "A") + item(2, "·", "B") + item(1, "2.", "C") + "<p>D</p>" + item(1, "-", "E")
    )

    assert clean_html(pasted) == (
        "<ol><li>A<ul><li>B</li></ul></li><li>C</li></ol><p>D</p><ul><li>E</li></ul>"
    )


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<b>", "</b>", "<div>", "</div>", "<ul>", "<li>", "</ul>", "<br>",
             "<table><tr><td>", "</table>", "<h1>", "</h1>", "<a href='/x'>", "</a>", "chữ ", "A",
             "<p style='mso-list:l0 level2 lfo1'>", "<span style='mso-list:Ignore'>1.</span>",
             "<o:p>", "<!--", "-->", "&nbsp;", "<script>", "<svg>", "<math><style>"]
        ),
        max_size=25,
    ).map("".join)
)  # fmt: skip
def test_clean_any_markup_to_the_allowed_elements(pasted):
    cleaned = clean_html(pasted)

    soup = BeautifulSoup(cleaned, "html.parser")
    assert {element.name for element in soup.find_all(True)} <= ALLOWED
    assert clean_html(cleaned) == cleaned


def words(html: str) -> list[str]:
    soup = BeautifulSoup(html, "html.parser")
    return clean(soup.get_text(" "), single_line=True).split()


def test_keep_all_words_of_what_word_puts_on_the_clipboard():
    files = samples.members(samples.data_set("word-paste", "clipboard-html.tar.xz"))
    inputs = {name: data for name, data in files.items() if "/input" in name}
    for name, data in inputs.items():
        pasted = data.decode("utf-8", "replace")
        cleaned = clean_html(pasted)

        soup = BeautifulSoup(pasted, "html.parser")
        for part in soup.find_all(["style", "title", "script", "xml"]):
            part.decompose()
        for marker in soup.find_all(style=MARKER):
            if not marker.decomposed:
                marker.decompose()
        assert "".join(words(cleaned)) == "".join(words(str(soup))), name
        assert not JUNK.search(re.sub(r'href="[^"]*"|>[^<]*<', "><", cleaned)), name
    assert len(inputs) >= 38
