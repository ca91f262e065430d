"""What every stored body passes on its way in, whatever way it came: clean text, allowed markup."""

from typing import Any

import nh3

from congtinh.vietnamese.text import clean_tree

#: The elements of running text; all that the editor offers and no more.
TAGS = {
    "p", "h2", "h3", "ul", "ol", "li", "a", "strong", "em", "b", "i", "sup", "sub", "br",
}  # fmt: skip
SCHEMES = {"http", "https", "mailto", "tel"}
#: What goes with all it holds.
_DROPPED = {"script", "style", "title", "xml", "noscript", "template", "iframe", "object"}


def tidy_tree(raw: Any) -> Any:
    """Raw JSON of a stream with clean strings, its rich text brought down to the allowed markup.

    The editor cleans what is pasted into it; a forged form comes straight here.
    """
    tidy = clean_tree(raw)
    for block in tidy if isinstance(tidy, list) else ():
        if block.get("type") == "text" and isinstance(block.get("value"), str):
            block["value"] = tidy_html(block["value"])
    return tidy


def tidy_html(rich: str) -> str:
    """Rich text as it is stored: the editor's own marks of paragraphs stay."""
    return nh3.clean(
        rich, tags=TAGS, clean_content_tags=_DROPPED, attributes={"a": {"href", "title"}},
        generic_attribute_prefixes={"data-block-"}, url_schemes=SCHEMES, link_rel=None,
    )  # fmt: skip
