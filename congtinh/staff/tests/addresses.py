"""All addresses of the staff process, with a path for each that one can ask for."""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, get_resolver

_SAMPLES = {"int": "1", "uuid": "7f3c6f0e-5df9-4f0d-8a3f-0f6f6a1c2b3d"}


def addresses() -> Iterator[tuple[str, str]]:
    """(name, path) of every pattern; the path is one that this pattern matches."""
    yield from _walk(get_resolver("congtinh.urls.staff"), "/", ())


def _walk(resolver: Any, prefix: str, namespaces: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for pattern in resolver.url_patterns:
        path = prefix + _sample(str(pattern.pattern))
        if isinstance(pattern, URLPattern):
            name = pattern.name or pattern.lookup_str
            yield ":".join((*namespaces, name)), path
        else:
            inner = (pattern.namespace,) if pattern.namespace else ()
            yield from _walk(pattern, path, namespaces + inner)


def _sample(pattern: str) -> str:
    pattern = pattern.removeprefix("^").removesuffix("$")
    pattern = pattern.replace(r"(?P<pk>\d+)", "1").replace(r"(?P<pk>.+)", "1")
    pattern = re.sub(r"\(\?P<revision_id_\w>[^)]*\)", "1", pattern).replace(r"\.", ".")
    pattern = pattern.replace(".*", "nowhere")
    return re.sub(r"<(?:(\w+):)?\w+>", lambda found: _SAMPLES.get(found[1], "x"), pattern)
