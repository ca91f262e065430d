import random
import threading
import time
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from congtinh.audit import actions as audit
from congtinh.audit import chain
from congtinh.audit.chain import ChainHead, Verdict
from congtinh.audit.models import Entry
from congtinh.audit.tests import tampering
from congtinh.audit.tests.commits import together

LENGTH = 12


class Clerk:
    """Whoever acts; the audit knows no people."""

    def get_username(self) -> str:
        return "lan"

    def get_full_name(self) -> str:
        return "Nguyễn Thị Lan"


def write(count: int) -> None:
    with audit.recording():
        for number in range(count):
            audit.record(
                "content.edit", by=Clerk(), capacity="Cập nhật", portal="so-y-te", kind="article",
                id=number, label=f"Bài {number}", before={"title": "cũ"}, after={"title": "mới"},
                reason="Sửa số liệu",
            )  # fmt: skip


@pytest.mark.slow
@pytest.mark.clause("Đ14.1", "Đ19")
@pytest.mark.django_db
def test_verify_finds_200_of_200_planted_tamperings() -> None:
    write(LENGTH)
    steps = tampering.plan(Entry, LENGTH, random.Random(3528), 200)

    found = {}
    for number, step in enumerate(steps):
        with tampering.planted(Entry, step, LENGTH) as planted:
            found[number, planted.what] = (chain.verify(Entry).broken, planted.broken)

    assert {what: pair for what, pair in found.items() if pair[0] != pair[1]} == {}
    assert len(found) == 200
    assert chain.verify(Entry) == Verdict(LENGTH)


@pytest.mark.clause("Đ14.1", "Đ19")
@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET reason = 'khác' WHERE seq = 1",
        "UPDATE audit_entry SET seq = 99 WHERE seq = 1",
        "DELETE FROM audit_entry WHERE seq = 2",
        "DELETE FROM audit_entry",
    ],
)
def test_database_refuses_to_change_or_remove_entries(statement: str) -> None:
    write(2)

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert chain.verify(Entry) == Verdict(2)


@pytest.mark.clause("Đ14.1")
@pytest.mark.django_db
def test_database_refuses_to_replace_or_empty_entries() -> None:
    write(2)
    statement = (
        "TRUNCATE audit_entry"
        if connection.vendor == "postgresql"
        else "REPLACE INTO audit_entry SELECT * FROM audit_entry WHERE seq = 1"
    )

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.django_db
def test_verify_of_an_empty_chain_holds() -> None:
    assert chain.verify(Entry) == Verdict(0)


@pytest.mark.django_db
def test_verify_names_the_first_entry_when_the_head_is_gone() -> None:
    write(3)
    ChainHead.objects.all().delete()

    assert chain.verify(Entry).broken == 1


@pytest.mark.django_db
def test_record_keeps_what_changed_and_only_that() -> None:
    with audit.recording():
        entry = audit.record(
            "portal.change", by=None, before={"a": 1, "b": 2}, after={"b": 3, "a": 1, "c": 4}
        )

    assert entry.changes == [("b", 2, 3), ("c", None, 4)]
    assert (entry.actor, entry.actor_name) == (audit.SYSTEM, audit.SYSTEM_NAME)


def test_append_is_refused_outside_a_transaction(committed_db: object) -> None:
    with pytest.raises(transaction.TransactionManagementError):
        Entry.append(at=datetime.now(UTC))


def test_digest_tells_microseconds_apart() -> None:
    moments = [datetime(2026, 3, 2, 9, 30, 0, number, tzinfo=UTC) for number in range(20_000)]

    assert len({chain._plain(moment) for moment in moments}) == 20_000


@pytest.mark.slow
@pytest.mark.clause("Đ14.1")
def test_append_numbers_without_gaps_under_eight_writers(committed_db: object) -> None:
    def work() -> None:
        for number in range(25):
            try:
                with audit.recording():
                    audit.record("content.edit", by=Clerk(), id=number)
                    if number % 5 == 0:
                        raise InterruptedError
            except InterruptedError:
                continue

    failures = [result for result in together(*[work] * 8) if result]

    assert failures == []
    assert list(Entry.objects.order_by("seq").values_list("seq", flat=True)) == [*range(1, 161)]
    assert chain.verify(Entry) == Verdict(160)


@pytest.mark.slow
def test_verify_holds_while_entries_are_added(committed_db: object) -> None:
    write(50)
    over = threading.Event()

    def add() -> None:
        while not over.is_set():
            write(3)

    def check() -> list[Verdict]:
        try:
            return [chain.verify(Entry) for _round in range(40)]
        finally:
            over.set()

    added, verdicts = together(add, check)

    assert added is None
    assert [verdict for verdict in verdicts if not verdict] == []


@pytest.mark.long
def test_verify_of_20_000_entries_is_timed(
    committed_db: object, request: pytest.FixtureRequest
) -> None:
    write(20_000)

    start = time.perf_counter()
    verdict = chain.verify(Entry)
    seconds = time.perf_counter() - start

    request.node.user_properties.append(("seconds", round(seconds, 2)))
    assert verdict == Verdict(20_000)
