"""Measures every pair of colours that carries words, in both schemes and all hues."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).resolve().parents[1] / "source" / "css" / "tokens.css"
HUES = ("", "pine", "moss", "brass", "clay", "rose", "plum", "indigo", "slate")
SCHEMES = ("light", "dark")

BODY = [("ink", "paper"), ("ink", "stone-1"), ("on-deep", "bay-deep")]
TEXT = [
    ("stone-3", "paper"),
    ("stone-3", "stone-1"),
    ("bay", "paper"),
    ("bay", "stone-1"),
    ("on-bay", "bay"),
    ("on-deep-2", "bay-deep"),
    ("son", "paper"),
    ("son", "stone-1"),
    ("son", "son-pale"),
    ("sun", "paper"),
    ("sun", "sun-pale"),
    ("leaf", "paper"),
    ("leaf", "stone-1"),
    ("leaf", "leaf-pale"),
    ("ink", "son-pale"),
    ("ink", "sun-pale"),
    ("ink", "leaf-pale"),
]
SHAPES = [("edge", "paper"), ("edge", "stone-1"), ("leaf", "stone-2"), ("focus", "focus-ring")]


def _colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9A-Fa-f]{6});", block))


def _tokens(scheme: str, hue: str) -> dict[str, str]:
    light, dark = TOKENS.read_text("utf-8").split("@media (prefers-color-scheme: dark)")
    found: dict[str, str] = {}
    for text in (light, dark)[: 1 + (scheme == "dark")]:
        for selector, block in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
            if selector.strip() == ":root" or (hue and f'[data-hue="{hue}"]' in selector):
                found |= _colours(block)
    return found


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _ratio(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _failures(tokens: dict[str, str], pairs: list[tuple[str, str]], least: float) -> list[str]:
    measured = [(words, on, _ratio(tokens[words], tokens[on])) for words, on in pairs]
    return [f"{words} on {on}: {ratio:.2f}" for words, on, ratio in measured if ratio < least]


def test_ratio_of_black_on_white_is_21():
    assert round(_ratio("#000000", "#FFFFFF"), 2) == 21


def test_every_hue_is_defined_in_both_schemes():
    for scheme in SCHEMES:
        seen = {(_tokens(scheme, hue)["bay"], _tokens(scheme, hue)["bay-deep"]) for hue in HUES}
        assert len(seen) == len(HUES)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("hue", HUES)
def test_body_text_has_ratio_of_seven(scheme, hue):
    assert _failures(_tokens(scheme, hue), BODY, 7) == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("hue", HUES)
def test_text_has_ratio_of_four_and_a_half(scheme, hue):
    assert _failures(_tokens(scheme, hue), TEXT, 4.5) == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("hue", HUES)
def test_shapes_have_ratio_of_three(scheme, hue):
    assert _failures(_tokens(scheme, hue), SHAPES, 3) == []
