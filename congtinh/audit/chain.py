"""Append-only tables whose rows are numbered without gaps and chained by hashes."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, ClassVar, Self
from uuid import UUID

import orjson
from django.db import connection, models, transaction

GENESIS = "0" * 64

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class ChainHead(models.Model):
    """The last link of each chain; its row is the lock under which the next one is numbered."""

    name = models.CharField("chuỗi", max_length=60, primary_key=True)
    seq = models.BigIntegerField("số cuối", default=0)
    hash = models.CharField("mã băm cuối", max_length=64, default=GENESIS)

    class Meta:
        app_label = "audit"
        verbose_name = "đầu chuỗi"
        verbose_name_plural = "đầu chuỗi"

    def __str__(self) -> str:
        return f"{self.name} {self.seq}"


class Link(models.Model):
    """A row of a chain: `seq` without gaps, hashed together with the row before."""

    #: Fields under the hash, in order. The order and the form may never change.
    HASHED: ClassVar[tuple[str, ...]] = ()

    seq = models.BigIntegerField("số", primary_key=True, editable=False)
    previous_hash = models.CharField("mã băm dòng trước", max_length=64, editable=False)
    hash = models.CharField("mã băm", max_length=64, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def append(cls, **values: Any) -> Self:
        """Add the next link. Must run inside the transaction that makes the change it records."""
        if not connection.in_atomic_block:
            raise transaction.TransactionManagementError("a link is appended in a transaction")
        head = lock(cls)
        link = cls(seq=head.seq + 1, previous_hash=head.hash, **values)
        link.hash = _digest([getattr(link, name) for name in cls._columns()], head.hash)
        link.save(force_insert=True)
        ChainHead.objects.filter(pk=head.pk).update(seq=link.seq, hash=link.hash)
        return link

    @classmethod
    def append_many(cls, links: list[Self]) -> None:
        """Add links in the order given, as `append` would one by one, under one lock."""
        if not connection.in_atomic_block:
            raise transaction.TransactionManagementError("links are appended in a transaction")
        if not links:
            return
        head = lock(cls)
        seq, previous, columns = head.seq, head.hash, cls._columns()
        for link in links:
            seq += 1
            link.seq, link.previous_hash = seq, previous
            previous = _digest([getattr(link, name) for name in columns], previous)
            link.hash = previous
        cls._base_manager.bulk_create(links, batch_size=500)
        ChainHead.objects.filter(pk=head.pk).update(seq=seq, hash=previous)

    @classmethod
    def _columns(cls) -> tuple[str, ...]:
        return ("seq", *cls.HASHED)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found: how many links hold, and the first that does not."""

    verified: int
    broken: int | None = None
    why: str = ""

    def __bool__(self) -> bool:
        return self.broken is None


def lock(model: type[Link]) -> ChainHead:
    """Hold the chain's head until the transaction ends, so that numbers follow commits."""
    name = model._meta.label_lower
    heads = ChainHead.objects.select_for_update(of=("self",))
    head = heads.filter(pk=name).first()
    if head is None:
        # Two first writers: one creates the row, the other waits for it here.
        ChainHead.objects.bulk_create([ChainHead(name=name)], ignore_conflicts=True)
        head = heads.get(pk=name)
    return head


def verify(model: type[Link]) -> Verdict:
    """Walk the whole chain and name the first entry that was changed, removed or inserted."""
    # The head is read before and after: entries may be added while the walk goes on.
    start = _head(model)
    previous, expected, at_start = GENESIS, 0, GENESIS
    for seq, *values, before, own in _rows(model):
        expected += 1
        if seq != expected:
            inserted = seq < expected
            why = "inserted" if inserted else "missing"
            return Verdict(expected - 1, seq if inserted else expected, why)
        if before != previous:
            return Verdict(expected - 1, seq, "not chained to the entry before")
        if own != _digest([seq, *values], previous):
            return Verdict(expected - 1, seq, "content changed")
        previous = own
        if seq == start.seq:
            at_start = own
    if expected < start.seq:
        return Verdict(expected, expected + 1, "entries after the last one are missing")
    if at_start != start.hash:
        return Verdict(start.seq - 1, start.seq, "content changed")
    return _compare_end(model, expected, previous)


def _compare_end(model: type[Link], last: int, own: str) -> Verdict:
    """Whether what stands at the end of the table was put there by `append`."""
    end = _head(model)
    if last > end.seq:
        return Verdict(end.seq, end.seq + 1, "inserted")
    if last == end.seq and own != end.hash:
        return Verdict(last - 1, last, "content changed")
    return Verdict(last)


def _head(model: type[Link]) -> ChainHead:
    name = model._meta.label_lower
    return ChainHead.objects.filter(pk=name).first() or ChainHead(name=name)


def _rows(model: type[Link]) -> Iterator[tuple[Any, ...]]:
    columns = (*model._columns(), "previous_hash", "hash")
    return model._base_manager.order_by("seq").values_list(*columns).iterator(chunk_size=5000)


def _digest(values: list[Any], previous: str) -> str:
    body = orjson.dumps([previous, *map(_plain, values)])
    return hashlib.sha256(body).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        # Whole numbers throughout: a float of seconds cannot tell all microseconds apart.
        return (value - _EPOCH) // _MICROSECOND
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return value.hex
    return value
