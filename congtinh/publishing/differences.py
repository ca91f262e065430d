"""What differs between two sealed texts: words of each field, and what is no words at all."""

from dataclasses import dataclass

from congtinh.publishing import kinds
from congtinh.publishing.field_names import field_name
from congtinh.publishing.kinds import Kind, Sealed
from congtinh.vietnamese.diff import Piece, words_diff

#: Not text, but seen by readers; shown as before and after.
_FACTS = ("section_name", "genre", "event_on", "area", "slug", "language")
_FACTS_OF_TEXT = ("genre", "event_on", "area", "language")
#: Seen by readers, but without words to show.
_SIGHTS = ("picture", "media", "body")


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field that differs, as pieces in reading order."""

    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class FactDifference:
    """A value that is not running text."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs; false when nothing does."""

    fields: tuple[FieldDifference, ...]
    facts: tuple[FactDifference, ...]
    sights: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.fields or self.facts or self.sights)


def between(kind_name: str, before: Sealed, after: Sealed, *, same_item: bool = True) -> Difference:
    """What a reader of `before` would find changed in `after`.

    Texts of two portals (not `same_item`) have their own addresses, sections and copies of media.
    """
    kind = kinds.get(kind_name)
    old, new = words_of(kind, before), words_of(kind, after)
    names = [*old, *(name for name in new if name not in old)]
    fields = tuple(
        FieldDifference(field_name(name), tuple(words_diff(old.get(name, ""), new.get(name, ""))))
        for name in names
        if old.get(name, "") != new.get(name, "")
    )
    facts = tuple(
        FactDifference(field_name(name), str(before.get(name) or ""), str(after.get(name) or ""))
        for name in (_FACTS if same_item else _FACTS_OF_TEXT)
        if name not in names and (before.get(name) or "") != (after.get(name) or "")
    )
    same_words = old.get("body") == new.get("body")
    sights = tuple(
        field_name(name)
        for name in _SIGHTS
        if same_item and before.get(name) != after.get(name) and (name != "body" or same_words)
    )
    return Difference(fields, facts, sights)


def words_of(kind: Kind, sealed: Sealed) -> dict[str, str]:
    """The texts of each field; the blocks of a body are one text, however they are cut."""
    texts: dict[str, str] = {}
    for place, words in kind.texts(sealed):
        name = place.split(".")[0]
        texts[name] = f"{texts[name]}\n{words}" if name in texts else words
    return texts
