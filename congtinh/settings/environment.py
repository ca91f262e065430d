"""Typed reads of the environment, the one place where configuration enters."""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

PREFIX = "CONGTINH_"


class Misconfigured(Exception):
    """An environment variable that cannot be used; the message names it and says what is wanted."""


def text(name: str, default: str = "") -> str:
    return os.environ.get(PREFIX + name, default).strip()


def flag(name: str, default: bool = False) -> bool:
    value = text(name).lower()
    if not value:
        return default
    if value in {"1", "yes", "true", "on"}:
        return True
    if value in {"0", "no", "false", "off"}:
        return False
    raise Misconfigured(f"{PREFIX}{name} phải là yes hoặc no, không phải «{value}»")


def number(name: str, default: int) -> int:
    value = text(name)
    if not value:
        return default
    try:
        return int(value)
    except ValueError:
        raise Misconfigured(f"{PREFIX}{name} phải là số nguyên, không phải «{value}»") from None


def listing(name: str, default: str = "") -> list[str]:
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def folder(name: str, default: Path) -> Path:
    return Path(text(name) or default).expanduser().resolve()


def secret(home: Path) -> str:
    """The signing key: given by the environment, otherwise made at first start and kept."""
    given = text("SECRET_KEY")
    if given:
        return given
    place = home / "secret-key"
    if not place.exists():
        home.mkdir(parents=True, exist_ok=True)
        try:
            # O_EXCL: of two processes starting at once one makes the key, the other reads it.
            handle = os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            pass
        else:
            with os.fdopen(handle, "w") as file:
                file.write(secrets.token_urlsafe(64))
    return place.read_text().strip()


def database(home: Path) -> dict[str, object]:
    """SQLite in the home folder, or PostgreSQL when `CONGTINH_DATABASE` gives its address."""
    address = text("DATABASE")
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": home / "congtinh.sqlite3",
            # Opening the file and reading its schema costs more than most pages.
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                # Measured: NORMAL loses confirmed commits at power cuts, and the default
                # transaction mode fails most contended read-then-write transactions.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000;"
                    "PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;"
                ),
            },
        }
    parts = urlsplit(address)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise Misconfigured(
            f"{PREFIX}DATABASE phải có dạng postgresql://người:mật-khẩu@máy:cổng/tên"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
