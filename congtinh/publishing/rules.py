"""Whether a decision may be taken, on plain values; each answers with reasons, empty if yes."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from congtinh.organisation.refusal import Reason
from congtinh.publishing.kinds import BLOCKING, CONFIRM, Issue

#: Somebody seen within this time has a text open; editors report every ten seconds. (2026-11-24)
SEEN = timedelta(minutes=1)
#: A text taken over is free again after this time without a save of its holder. (2026-11-24)
HOLD_LAPSES = timedelta(minutes=30)


def why_content_moved_on(*, seen: str, sealed: str, working: str) -> tuple[Reason, ...]:
    """A decision is about exactly what was read (Đ10.4, Đ13.1): the sealed text the decider saw,
    and no newer working copy. All three are content hashes.
    """
    if seen != sealed:
        return (
            _(
                "Nội dung trình đã khác với nội dung đang mở trên màn hình. "
                "Hãy tải lại trang và đọc bản mới trước khi quyết định."
            ),
        )
    if working != sealed:
        return (
            _(
                "Người viết đã sửa bài sau khi trình. Bản sửa không được đăng theo quyết định này: "
                "hãy xem khác biệt, rồi trả lại để trình lại bản mới."
            ),
        )
    return ()


def why_not_ready(issues: Iterable[Issue], confirmed: Collection[str]) -> tuple[Reason, ...]:
    """What still stands against publication: blocking issues, and issues nobody confirmed."""
    found = list(issues)
    blocking = sum(1 for issue in found if issue.severity == BLOCKING)
    open_ = sum(1 for issue in found if issue.severity == CONFIRM and issue.key not in confirmed)
    reasons: list[Reason] = []
    if blocking:
        reasons.append(_("Còn %(count)d lỗi phải sửa trước khi đăng.") % {"count": blocking})
    if open_:
        reasons.append(_("Còn %(count)d điểm kiểm tra chưa được xác nhận.") % {"count": open_})
    return tuple(reasons)


def why_own_text(*, author: int | None, submitter: int, decider: int) -> tuple[Reason, ...]:
    """Nobody decides on a text of their own (Đ10.4)."""
    if decider in {author, submitter}:
        return (_("Người viết hoặc người trình không tự duyệt bài của mình."),)
    return ()


def why_too_late(*, now: datetime, expires_at: datetime | None) -> tuple[Reason, ...]:
    """A scheduled text whose time of expiry has gone by before it was published."""
    if expires_at and expires_at <= now:
        return (_("Giờ hết hạn đã qua trước khi bài được đăng."),)
    return ()


def why_not_then(
    *, now: datetime, release_at: datetime | None, expires_at: datetime | None
) -> tuple[Reason, ...]:
    """A schedule lies ahead, and an expiry after it."""
    if release_at and release_at <= now:
        return (_("Giờ đăng phải ở tương lai. Để đăng ngay, hãy để trống giờ đăng."),)
    if expires_at and expires_at <= (release_at or now):
        return (_("Giờ hết hạn phải sau giờ đăng."),)
    return ()


def is_held(*, taken_at: datetime, saved_at: datetime | None, now: datetime) -> bool:
    """Whether whoever took a text over still works on it, by their last save of it."""
    return now - max(taken_at, saved_at or taken_at) < HOLD_LAPSES
