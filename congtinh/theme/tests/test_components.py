"""Every component has examples, and every example renders."""

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from congtinh.theme import examples

COTTON = Path(examples.__file__).resolve().parent / "templates" / "cotton"
EXAMPLES = [
    pytest.param(example, id=f"{component}-{example.name}")
    for component in examples.components()
    for example in examples.examples(component)
]
PICTURE = {"src": "/media/a.jpg", "width": 960, "height": 600, "alt": "Đảo đá"}
CARD = {"title": "Miễn học phí ở các xã đảo", "url": "/giao-duc/mien-hoc-phi"}
BLOCKS = {
    "text": {"html": "<p>Ế ẩm cuối vụ.</p>"},
    "image": {"picture": PICTURE},
    "gallery": {"title": "", "pictures": [PICTURE]},
    "video": {"title": "Lễ khởi công", "sources": [{"url": "/v.mp4", "media_type": "video/mp4"}]},
    "table": {"caption": "Vốn", "rows": [[{"text": "2026"}, {"text": "420", "number": True}]]},
    "quotation": {"text": "Có cầu thì cá bán được giá sáng"},
    "files": {"files": [{"title": "Quyết định", "url": "/f", "kind": "PDF", "size": 812_000}]},
    "related": {"cards": [CARD]},
}


def test_there_are_at_most_forty_components():
    assert len(list(COTTON.glob("*.html"))) <= 40


def test_every_component_has_a_template_a_stylesheet_and_examples():
    names = {path.stem for path in COTTON.glob("*.html")}
    assert set(examples.components()) == names
    for name in names:
        assert (examples.COMPONENTS / name / f"{name}.css").exists(), name
        assert examples.examples(name), name


@pytest.mark.parametrize("example", EXAMPLES)
def test_example_renders(example):
    html = examples.render(example)
    assert "<c-" not in html
    assert "{%" not in html


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_block_renders_with_required_keys_only(name):
    html = render_to_string(f"theme/blocks/{name}.html", {"block": BLOCKS[name]})
    assert "<c-" not in html
    assert re.search(r"<\w", html)


def test_card_renders_alike_with_dates_of_both_forms():
    html = [
        render_to_string("theme/card.html", {"card": CARD | {"date": date}})
        for date in ("2026-11-24", "2026-11-23T18:00:00+00:00")
    ]
    assert all(">24/11/2026</time>" in text for text in html)


def test_example_in_english_uses_english_words():
    (last,) = [e for e in examples.examples("pager") if e.language == "en"]
    assert "Newer" in examples.render(last)
