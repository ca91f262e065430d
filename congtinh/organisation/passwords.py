"""Passwords for new accounts: random, easy to read aloud, shown once and kept nowhere."""

import secrets

#: Without what looks or sounds alike on paper and by telephone: 0 o, 1 i l, 5 s, 2 z.
_LETTERS = "abcdefghkmnpqrtuvwxy346789"
_GROUPS, _LENGTH = 4, 4


def generate() -> str:
    """A password of sixteen signs in groups, about 75 bits."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_LENGTH)) for _ in range(_GROUPS))
    return "-".join(groups)
