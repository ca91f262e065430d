from datetime import UTC, datetime, timedelta

import pytest

from congtinh.publishing import rules
from congtinh.publishing.kinds import ADVICE, BLOCKING, CONFIRM, LONGEST_KEY, Issue

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.clause("Đ10.4", "Đ13.1")
@pytest.mark.parametrize(
    ("seen", "sealed", "working", "words"),
    [
        ("a", "a", "a", ""),
        ("b", "a", "a", "tải lại trang"),
        ("b", "a", "b", "tải lại trang"),
        ("a", "a", "b", "sửa bài sau khi trình"),
    ],
)
def test_why_content_moved_on_allows_only_what_was_read(
    seen: str, sealed: str, working: str, words: str
) -> None:
    reasons = rules.why_content_moved_on(seen=seen, sealed=sealed, working=working)

    assert bool(reasons) == bool(words)
    assert words in " ".join(map(str, reasons))


@pytest.mark.clause("Đ10.3")
@pytest.mark.parametrize(
    ("severity", "confirmed", "count"),
    [
        (BLOCKING, False, 1), (BLOCKING, True, 1), (CONFIRM, False, 1), (CONFIRM, True, 0),
        (ADVICE, False, 0),
    ],
)  # fmt: skip
def test_why_not_ready_by_severity(severity: str, confirmed: bool, count: int) -> None:
    issue = Issue("body.1", "phone_number", severity, "0912 345 678")

    assert len(rules.why_not_ready([issue], {issue.key} if confirmed else set())) == count


def test_why_not_ready_counts_each_sort_apart() -> None:
    issues = [
        Issue("title", "missing", BLOCKING), Issue("a", "x", CONFIRM), Issue("b", "x", CONFIRM),
    ]  # fmt: skip

    assert [str(reason) for reason in rules.why_not_ready(iter(issues), set())] == [
        "Còn 1 lỗi phải sửa trước khi đăng.",
        "Còn 2 điểm kiểm tra chưa được xác nhận.",
    ]


def test_issue_key_fits_its_column_and_stays_distinct() -> None:
    long = [Issue("body.1", "dead_link", CONFIRM, "/" + "a" * 900 + end) for end in "xy"]

    assert [len(issue.key) for issue in long] == [LONGEST_KEY, LONGEST_KEY]
    assert long[0].key != long[1].key
    assert Issue("title", "missing", BLOCKING).key == "title:missing:"


@pytest.mark.clause("Đ10.4")
@pytest.mark.parametrize(
    ("author", "submitter", "decider", "refused"),
    [(1, 2, 3, False), (3, 2, 3, True), (1, 3, 3, True), (3, 3, 3, True), (None, 2, 3, False)],
)
def test_why_own_text_keeps_writers_from_deciding(
    author: int | None, submitter: int, decider: int, refused: bool
) -> None:
    reasons = rules.why_own_text(author=author, submitter=submitter, decider=decider)

    assert bool(reasons) == refused


@pytest.mark.parametrize(
    ("release", "expiry", "words"),
    [
        (None, None, ""),
        (NOW + HOUR, None, ""),
        (NOW, None, "tương lai"),
        (NOW - HOUR, None, "tương lai"),
        (None, NOW + HOUR, ""),
        (None, NOW, "hết hạn"),
        (NOW + HOUR, NOW + HOUR, "hết hạn"),
        (NOW + HOUR, NOW + 2 * HOUR, ""),
    ],
)
def test_why_not_then_asks_for_a_future_in_order(
    release: datetime | None, expiry: datetime | None, words: str
) -> None:
    reasons = rules.why_not_then(now=NOW, release_at=release, expires_at=expiry)

    assert bool(reasons) == bool(words)
    assert words in " ".join(map(str, reasons))


@pytest.mark.parametrize(
    ("expiry", "refused"), [(None, False), (NOW + HOUR, False), (NOW, True), (NOW - HOUR, True)]
)
def test_why_too_late_refuses_what_has_expired(expiry: datetime | None, refused: bool) -> None:
    assert bool(rules.why_too_late(now=NOW, expires_at=expiry)) == refused
