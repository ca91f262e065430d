import pytest

from congtinh.news import markdown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một đoạn\nhai dòng", "<p>Một đoạn hai dòng</p>"),
        ("## Việc *đã* làm ##", "<h2>Việc <i>đã</i> làm</h2>"),
        ("#### **Điều 4**", "<h3>Điều 4</h3>"),
        ("- một\n- hai\n\n- ba", "<ul><li>một</li><li>hai</li><li>ba</li></ul>"),
        ("1. một\n2) hai", "<ol><li>một</li><li>hai</li></ol>"),
        ("Mở đầu:\n* một", "<p>Mở đầu:</p><ul><li>một</li></ul>"),
        ("**đậm ** và __đậm__", "<p><b>đậm</b> và <b>đậm</b></p>"),
        ("[Cổng](https://a.vn/x?a=1&b=2)", '<p><a href="https://a.vn/x?a=1&amp;b=2">Cổng</a></p>'),
        ("[xấu](javascript:alert)", "<p>xấu</p>"),
        ("![ảnh cầu](x.jpg)", "<p>ảnh cầu</p>"),
        ("5 < 6 & <script>", "<p>5 &lt; 6 &amp; &lt;script&gt;</p>"),
        ("a\n\n---\n\nb", "<p>a</p><p>b</p>"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "<p>a – b</p><p>1 – 2</p>"),
        ("> lời trích", "<p>lời trích</p>"),
        (r"3 \* 4", "<p>3 * 4</p>"),
        ("", ""),
    ],
)
def test_to_html_keeps_the_words_in_simple_elements(text, expected):
    assert markdown.to_html(text) == expected


def test_plain_gives_words_on_one_line():
    assert markdown.plain("# A\n\n- **b** & c") == "A b & c"
