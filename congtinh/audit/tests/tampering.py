"""Plants tamperings in a chain by raw SQL, and knows which entry is the first that cannot hold."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, models, transaction

from congtinh.audit import chain
from congtinh.audit.chain import ChainHead, Link


@dataclass(frozen=True, slots=True)
class Tampering:
    """What was done, and the entry that a verification must name."""

    what: str
    broken: int


def plan(
    model: type[Link], length: int, chance: random.Random, count: int
) -> list[tuple[Any, ...]]:
    """At least one edit of every column, the rest drawn at random from all ways of tampering."""
    columns = [field.attname for field in model._meta.concrete_fields if not field.primary_key]
    planned: list[tuple[Any, ...]] = [
        ("edit", column, chance.randint(1, length)) for column in columns
    ]
    planned += [("edit", column, length) for column in columns]
    ways = (_edits(columns), _deletes, _inserts, _swaps, _truncates, _forges(columns), _renumbers)
    while len(planned) < count:
        planned.append(chance.choice(ways)(chance, length))
    return planned[:count]


def _edits(columns: list[str]) -> Any:
    return lambda chance, length: ("edit", chance.choice(columns), chance.randint(1, length))


def _deletes(chance: random.Random, length: int) -> tuple[Any, ...]:
    return ("delete", chance.randint(1, length))


def _inserts(chance: random.Random, length: int) -> tuple[Any, ...]:
    return ("insert", chance.choice([0, -3, length + 1, *range(2, length + 1)]))


def _swaps(chance: random.Random, length: int) -> tuple[Any, ...]:
    return ("swap", *sorted(chance.sample(range(1, length + 1), 2)))


def _truncates(chance: random.Random, length: int) -> tuple[Any, ...]:
    return ("truncate", chance.randint(0, length - 1))


def _forges(columns: list[str]) -> Any:
    words = [name for name in columns if name not in {"hash", "previous_hash"}]
    return lambda chance, length: ("forge", chance.choice(words), chance.randint(1, length))


def _renumbers(chance: random.Random, length: int) -> tuple[Any, ...]:
    return ("renumber", chance.randint(1, length))


@contextmanager
def planted(model: type[Link], step: tuple[Any, ...], length: int) -> Iterator[Tampering]:
    """The chain with one tampering in it, undone afterwards."""
    with transaction.atomic():
        _drop_triggers(model)
        broken = _DEEDS[step[0]](model, length, *step[1:])
        yield Tampering(" ".join(map(str, step)), broken)
        transaction.set_rollback(True)


def changed(field: models.Field, value: Any) -> Any:
    """The least change of a value that its column can hold."""
    if isinstance(field, models.DateTimeField):
        return (
            value + timedelta(microseconds=1)
            if value
            else datetime.fromisoformat("2026-01-01T00:00Z")
        )
    if isinstance(field, models.DateField):
        return value + timedelta(days=1) if value else date(2026, 1, 1)
    if isinstance(field, models.UUIDField):
        return UUID(int=value.int ^ 1)
    if isinstance(field, models.IntegerField):
        return (value or 0) + 1000
    return f"{value[:-1]}{'a' if value[-1:] != 'a' else 'b'}" if value else "a"


def _edit(model: type[Link], length: int, column: str, seq: int) -> int:
    _write(model, column, seq, changed(_field(model, column), _read(model, column, seq)))
    return seq


def _forge(model: type[Link], length: int, column: str, seq: int) -> int:
    """An edit by someone who knows how the hash is made: the next entry no longer follows on."""
    _edit(model, length, column, seq)
    row = model._base_manager.get(pk=seq)
    values = [getattr(row, name) for name in model._columns()]
    _write(model, "hash", seq, chain._digest(values, row.previous_hash))
    return min(seq + 1, length)


def _delete(model: type[Link], length: int, seq: int) -> int:
    _run(f"DELETE FROM {model._meta.db_table} WHERE seq = %s", seq)
    return seq


def _truncate(model: type[Link], length: int, kept: int) -> int:
    _run(f"DELETE FROM {model._meta.db_table} WHERE seq > %s", kept)
    return kept + 1


def _renumber(model: type[Link], length: int, seq: int) -> int:
    _run(f"UPDATE {model._meta.db_table} SET seq = %s WHERE seq = %s", length + 50, seq)
    return seq


def _swap(model: type[Link], length: int, first: int, second: int) -> int:
    table = model._meta.db_table
    for old, new in ((first, -99), (second, first), (-99, second)):
        _run(f"UPDATE {table} SET seq = %s WHERE seq = %s", new, old)
    return first


def _insert(model: type[Link], length: int, seq: int) -> int:
    table = model._meta.db_table
    for old in range(length, max(seq, 0) - 1, -1):
        if 0 < seq <= length:
            _run(f"UPDATE {table} SET seq = %s WHERE seq = %s", old + 1, old)
    row = model._base_manager.order_by("seq").first()
    row.seq = seq
    for field in model._meta.concrete_fields:
        if field.name == "item":
            row.item = uuid4()
    model._base_manager.bulk_create([row])
    return seq


_DEEDS = {
    "edit": _edit, "forge": _forge, "delete": _delete, "truncate": _truncate,
    "renumber": _renumber, "swap": _swap, "insert": _insert,
}  # fmt: skip


def _drop_triggers(model: type[Link]) -> None:
    table = model._meta.db_table
    where = ""
    if connection.vendor == "postgresql":
        _run("SET CONSTRAINTS ALL IMMEDIATE")
        where = f" ON {table}"
    for verb in ("update", "delete", "truncate"):
        _run(f"DROP TRIGGER IF EXISTS {table}_no_{verb}{where}")
    if connection.vendor == "postgresql":
        _run("SET CONSTRAINTS ALL DEFERRED")


def _field(model: type[Link], column: str) -> models.Field:
    return next(field for field in model._meta.concrete_fields if field.attname == column)


def _read(model: type[Link], column: str, seq: int) -> Any:
    return model._base_manager.filter(pk=seq).values_list(column, flat=True).get()


def _write(model: type[Link], column: str, seq: int, value: Any) -> None:
    ready = _field(model, column).get_db_prep_value(value, connection)
    _run(f"UPDATE {model._meta.db_table} SET {column} = %s WHERE seq = %s", ready, seq)


def _run(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def head_of(model: type[Link]) -> ChainHead:
    return ChainHead.objects.get(pk=model._meta.label_lower)
