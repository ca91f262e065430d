"""Holds the bundles fresh and small, and the templates free of what a strict CSP forbids."""

import re
from pathlib import Path

import pytest

from congtinh.theme import bundle

PACKAGE = Path(bundle.__file__).resolve().parents[1]
TEMPLATES = [
    *sorted((PACKAGE / "theme" / "templates").rglob("*.html")),
    *sorted((PACKAGE / "public_site" / "templates").rglob("*.html")),
]
INLINE_STYLE = re.compile(r"<style|\sstyle\s*=", re.IGNORECASE)
INLINE_SCRIPT = re.compile(
    r"<script(?![^>]*\ssrc=)|\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE
)
OTHER_HOST = re.compile(r"https?:|=\s*[\"']//", re.IGNORECASE)


def _id(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_bundles_are_fresh():
    assert bundle.stale() == []


def test_bundle_holds_every_stylesheet():
    folder = bundle.SOURCE / "css"
    assert set(folder.glob("*.css")) <= set(bundle.css_sources())


def test_javascript_is_small():
    assert len(bundle.js().encode()) <= 30 * 1024


def test_bundles_name_no_other_host():
    for text in bundle.bundles().values():
        assert OTHER_HOST.findall(text) == []


def test_minify_css_keeps_strings_and_calc():
    text = 'a { width: calc(1px + 2px); } /* note */\nb::before { content: "“"; }'
    assert bundle.minify_css(text) == 'a{width: calc(1px + 2px)}\nb::before{content: "“"}\n'


def test_minify_js_keeps_lines():
    assert bundle.minify_js('/* note */\nvar a = "b";\n  a();\n') == 'var a = "b";\na();'


def test_check_fails_when_a_bundle_is_stale(monkeypatch, tmp_path):
    monkeypatch.setattr(bundle, "bundles", lambda: {tmp_path / "site.css": "a{}"})
    assert bundle.main(["--check"]) == 1
    assert bundle.main([]) == 0
    assert bundle.main(["--check"]) == 0


@pytest.mark.parametrize("path", TEMPLATES, ids=_id)
def test_template_has_nothing_inline_and_no_other_host(path):
    text = path.read_text("utf-8")
    assert INLINE_STYLE.findall(text) == []
    assert INLINE_SCRIPT.findall(text) == []
    assert OTHER_HOST.findall(text) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=_id)
def test_template_is_short(path):
    assert len(path.read_text("utf-8").splitlines()) <= 120
