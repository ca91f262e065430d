"""What each recorded action is called on screens; every app enrols its own."""

from django.utils.functional import Promise

_NAMES: dict[str, str | Promise] = {}


def enrol(names: dict[str, str | Promise]) -> None:
    _NAMES.update(names)


def name_of(action: str) -> str:
    return str(_NAMES.get(action, action))


def choices() -> list[tuple[str, str]]:
    """All actions with their names, for filters."""
    return sorted(((key, str(name)) for key, name in _NAMES.items()), key=lambda pair: pair[1])
