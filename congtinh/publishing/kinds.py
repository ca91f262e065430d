"""What a kind of content is to the publishing path, and the register in which kinds enrol."""

import hashlib
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from django.utils.functional import Promise

Sealed = dict[str, Any]
"""Content as submitted, as plain JSON values. Every kind fills at least `title`, `summary`,
`language`, `slug`, `section` (slug), `area` (code), `event_on` (ISO date or "")."""

Files = dict[str, dict[str, Any]]
"""What a publication made public, by reference («image:12»), with addresses and checksums."""

BLOCKING, CONFIRM, ADVICE = "blocking", "confirm", "advice"
LONGEST_KEY = 500


@dataclass(frozen=True, slots=True)
class Issue:
    """Something a check found: it forbids publication, asks a moderator to confirm, or advises."""

    field: str
    code: str
    severity: str
    context: str = ""

    @property
    def key(self) -> str:
        """Names the issue among those of one text; it fits the column of confirmations."""
        key = f"{self.field}:{self.code}:{self.context}"
        if len(key) <= LONGEST_KEY:
            return key
        return f"{key[: LONGEST_KEY - 65]}#{hashlib.sha256(key.encode()).hexdigest()}"


@dataclass(frozen=True, slots=True)
class Rendition:
    """What readers get of one publication: ready HTML and the values lists are made from."""

    body: str
    card: str
    data: dict[str, Any] = field(default_factory=dict)
    hosts: tuple[tuple[str, bool], ...] = ()


class Kind(ABC):
    """One kind of content. Subclasses live in the app of the kind and enrol in `ready()`."""

    name: ClassVar[str]
    label: ClassVar[str | Promise]
    model: ClassVar[type]
    #: Whether its publications stand in the lists of their section.
    listed: ClassVar[bool] = True
    #: Whether the general portal may take its publications up; then `adopt` and `refresh` work.
    handed_over: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def seal(self, content: Any) -> Sealed:
        """The content as plain JSON values; equal content gives equal values."""

    def check(self, sealed: Sealed) -> list[Issue]:
        """What stands against publishing this content (Đ10.2, Đ10.3)."""
        return []

    def prepare(self, sealed: Sealed) -> None:
        """Do what takes long (encoding pictures) before a decision waits for it."""

    def publish_files(self, sealed: Sealed) -> Files:
        """Make public what the content shows."""
        return {}

    def files_key(self, sealed: Sealed) -> str:
        """Texts with equal keys make the same files public, so that a batch does it once.

        Empty when they are each text's own.
        """
        return ""

    @abstractmethod
    def render(self, sealed: Sealed, files: Files, *, url: str) -> Rendition:
        """Turn sealed content into what readers get; the same input gives the same output."""

    def path(self, sealed: Sealed) -> str:
        """The public path; English stands under /en."""
        prefix = "" if sealed["language"] == "vi" else f"/{sealed['language']}"
        return f"{prefix}/{sealed['section']}/{sealed['slug']}"

    def adopt(self, sealed: Sealed, *, portal: Any, section: Any, by: Any, source_name: str) -> Any:
        """A new working copy on another portal, made from published content (Đ6.1)."""
        raise TypeError(f"{self.name} cannot be handed over")

    def refresh(self, content: Any, sealed: Sealed, *, by: Any) -> None:
        """Bring newer published content of the source into a working copy, as a new revision."""
        raise TypeError(f"{self.name} cannot be handed over")

    def texts(self, sealed: Sealed) -> list[tuple[str, str]]:
        """(field, plain text) for checks and for showing differences, in reading order."""
        return [("title", sealed["title"]), ("summary", sealed["summary"])]

    def edit_url(self, content: Any) -> str:
        """Where staff edit the working copy; empty when there is no such screen."""
        return ""

    def event_on(self, sealed: Sealed) -> date | None:
        return date.fromisoformat(sealed["event_on"]) if sealed.get("event_on") else None


_KINDS: dict[str, Kind] = {}


def enrol(kind: Kind) -> None:
    _KINDS[kind.name] = kind


def get(name: str) -> Kind:
    """The kind of that name. Raises KeyError for one nobody enrolled."""
    return _KINDS[name]


def of(content: Any) -> Kind:
    """The kind of a working copy."""
    for kind in _KINDS.values():
        if isinstance(content, kind.model):
            return kind
    raise KeyError(type(content).__name__)


def all_kinds() -> list[Kind]:
    return list(_KINDS.values())
