"""Joins the theme's CSS and JavaScript into the two committed files that pages load.

`python -m congtinh.theme.bundle` writes them, `--check` fails when they are stale. Plain joining
with comments and spare white space taken out, so that anyone can reproduce the files with Python
alone; HTTP compression does the rest.
"""

import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static" / "theme"
SOURCE = HERE / "source"
LAYERS = "@layer tokens, base, layout, components, print;\n"
CSS_FIRST = ("tokens", "fonts", "base", "layout", "article")
CSS_LAST = ("print",)
JS_ORDER = ("start", "preferences", "sheets", "share", "gallery")

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def css_sources() -> list[Path]:
    """Foundations first, then every component by name, then what goes on paper."""
    folder = SOURCE / "css"
    components = sorted((HERE / "components").glob("*/*.css"))
    return (
        [folder / f"{name}.css" for name in CSS_FIRST]
        + components
        + [folder / f"{name}.css" for name in CSS_LAST]
    )


def minify_css(text: str) -> str:
    """Only what is safe on strings and calc(): comments, indents, space around braces and ;."""
    text = COMMENT.sub("", text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" ?([{};]) ?", r"\1", text)
    text = re.sub(r";}", "}", text)
    return text.replace("}", "}\n").strip() + "\n"


def minify_js(text: str) -> str:
    """Block comments on their own lines and indents; never joins lines."""
    text = re.sub(r"^\s*/\*.*?\*/\s*$", "", text, flags=re.DOTALL | re.MULTILINE)
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def css() -> str:
    return minify_css(LAYERS + "\n".join(path.read_text("utf-8") for path in css_sources()))


def js() -> str:
    sources = [SOURCE / "js" / f"{name}.js" for name in JS_ORDER]
    body = "\n".join(minify_js(path.read_text("utf-8")) for path in sources)
    return f'(function () {{\n"use strict";\n{body}\n}})();\n'


def bundles() -> dict[Path, str]:
    return {STATIC / "site.css": css(), STATIC / "site.js": js()}


def stale() -> list[Path]:
    """The committed bundles that differ from what their sources give."""
    return [
        path
        for path, text in bundles().items()
        if not path.exists() or path.read_text("utf-8") != text
    ]


def main(arguments: list[str]) -> int:
    if "--check" in arguments:
        for path in stale():
            sys.stderr.write(f"{path.name}: stale, run python -m congtinh.theme.bundle\n")
        return 1 if stale() else 0
    for path, text in bundles().items():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
