"""The sealed form of content: canonical JSON and its hash, on which every decision rests."""

import hashlib
from typing import Any

import orjson

from congtinh.publishing import kinds


def canonical(sealed: kinds.Sealed) -> str:
    """One text for equal content. This form may never change: hashes in the log depend on it."""
    return orjson.dumps(sealed, option=orjson.OPT_SORT_KEYS).decode()


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def seal(content: Any) -> tuple[str, str]:
    """Canonical text and hash of a working copy as it stands now."""
    text = canonical(kinds.of(content).seal(content))
    return text, digest(text)


def unseal(text: str) -> kinds.Sealed:
    value: kinds.Sealed = orjson.loads(text)
    return value
