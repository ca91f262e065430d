"""The name a file is kept under: readable, harmless on any system, never a path."""

import re
import unicodedata

LONGEST_NAME = 100
FALLBACK_STEM = "tep"
DEVICE_NAMES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def extension_of(name: str) -> str:
    """The extension a name claims, in lower case and without its dot."""
    last = re.split(r"[/\\]", name)[-1]
    return last.rpartition(".")[2].strip().lower()


def safe_name(name: str, extension: str | None = None) -> str:
    """The last part of a name in plain letters, at most 100 characters.

    `extension` is the one the content earned; without it the claimed one stays. Inner dots
    become hyphens, since some servers run `a.php.jpg` by its first extension.
    """
    last = re.split(r"[/\\]", name)[-1]
    stem, dot, claimed = last.rpartition(".")
    if not dot or not re.fullmatch(r"[A-Za-z]\w{0,7}", claimed):
        stem, claimed = last, ""
    suffix = re.sub(r"[^a-z0-9]", "", _fold(claimed if extension is None else extension).lower())
    stem = re.sub(r"[^A-Za-z0-9_]+", "-", _fold(stem)).strip("-_")
    if DEVICE_NAMES.fullmatch(stem):
        stem = f"{FALLBACK_STEM}-{stem}"
    suffix = suffix[:8]
    room = LONGEST_NAME - len(suffix) - 1
    stem = stem[:room].rstrip("-_") or FALLBACK_STEM
    return f"{stem}.{suffix}" if suffix else stem
