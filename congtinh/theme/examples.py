"""Reads the examples beside each component and renders them for the gallery and the tests."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from django.template import engines
from django.utils import translation
from django.utils.safestring import SafeString

COMPONENTS = Path(__file__).resolve().parent / "components"


@dataclass(frozen=True, slots=True)
class Example:
    component: str
    name: str
    attrs: dict[str, Any] = field(default_factory=dict)
    slot: str = ""
    language: str = "vi"
    hue: str = ""


def components() -> list[str]:
    """Names of all components, in the alphabet's order."""
    return sorted(path.name for path in COMPONENTS.iterdir() if path.is_dir())


def examples(component: str) -> list[Example]:
    """The examples of one component; empty when it has none."""
    path = COMPONENTS / component / "examples.yaml"
    if not path.exists():
        return []
    rows = yaml.safe_load(path.read_text("utf-8"))
    return [Example(component=component, **row) for row in rows]


def render(example: Example) -> SafeString:
    """The example's HTML in the example's language."""
    attributes = " ".join(f':{name}="{name}"' for name in example.attrs)
    source = f"{{% cotton {example.component} {attributes} %}}{example.slot}{{% endcotton %}}"
    template = engines["django"].from_string(source)
    with translation.override(example.language):
        return template.render(dict(example.attrs))
