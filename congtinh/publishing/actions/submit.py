"""Submit a working copy: seal it as it stands and open a review (Đ10.4)."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congtinh.audit import actions as audit
from congtinh.organisation import permissions
from congtinh.organisation.models import Person
from congtinh.organisation.refusal import Refused
from congtinh.organisation.roles import Capability
from congtinh.publishing import holding, kinds, naming, notices, queries, sealing
from congtinh.publishing.actions.hold import let_go
from congtinh.publishing.kinds import BLOCKING
from congtinh.publishing.models import Content, Review
from congtinh.publishing.states import PENDING


def submit(
    content: Content,
    *,
    by: Person,
    message: str = "",
    correction: str = "",
    assignee: Person | None = None,
    due_on: date | None = None,
    at: datetime | None = None,
) -> Review:
    """Seal the working copy as it stands and hand it to the moderators.

    Refuses a text that is under review already, one with blocking issues, a due date gone by, an
    assignee who may not moderate, and a new version of a public text without a word on what was
    corrected or changed.
    """
    moment = at or timezone.now()
    kind = kinds.of(content)
    kind.prepare(kind.seal(content))
    with audit.recording():
        held = type(content).objects.select_for_update(of=("self",)).get(pk=content.pk)
        answer = permissions.require(by, Capability.WRITE, held, at=at)
        _free(held, by, moment)
        if Review.objects.filter(item=held.item, state__in=PENDING).exists():
            raise Refused(_("Bài đang chờ duyệt. Muốn sửa tiếp, hãy rút về trước."))
        _give_address(held)
        sealed = kind.seal(held)
        if any(issue.severity == BLOCKING for issue in queries.issues(kind, sealed, held.item)):
            raise Refused(_("Bài còn lỗi phải sửa trước khi trình. Xem mục «Kiểm tra»."))
        if assignee and not permissions.may(assignee, Capability.MODERATE, held, at=at):
            raise Refused(_("%(who)s không có quyền duyệt bài này.") % {"who": assignee})
        if due_on and due_on < timezone.localdate(moment):
            raise Refused(_("Hạn duyệt đã qua. Hãy chọn ngày từ hôm nay trở đi."))
        text = sealing.canonical(sealed)
        live_hash = queries.live_hash(held.item)
        if live_hash == sealing.digest(text):
            raise Refused(_("Bản này giống hệt bản đang đăng, không có gì để duyệt."))
        if live_hash and not (correction.strip() or message.strip()):
            raise Refused(_("Bài đang đăng: hãy ghi điều đã đính chính hoặc thay đổi."))
        review = Review.objects.create(
            kind=kind.name, item=held.item, portal=held.portal, area=held.area,
            language=held.language, title=held.title, content=text,
            content_hash=sealing.digest(text), submitted_by=by, submitted_at=moment,
            message=message, correction=correction, assignee=assignee, due_on=due_on,
        )  # fmt: skip
        audit.record(
            "review.submit", by=by, capacity=answer.capacity, portal=held.portal.code,
            kind="review", id=review.pk, label=held.title,
            after={"hash": review.content_hash}, at=moment,
        )  # fmt: skip
        area = held.area.code if held.area else ""
        waiting = [assignee] if assignee else notices.holders(
            Capability.MODERATE, held.portal, area, but=by, at=at
        )  # fmt: skip
        notices.tell(
            waiting, "review.submitted", at=moment, url=queries.review_url(review),
            who=str(by), title=held.title,
        )  # fmt: skip
        return review


def _free(content: Content, by: Person, moment: datetime) -> None:
    """Whoever holds the text is done with it; while somebody else does it is not submitted."""
    if content.locked:
        reasons = holding.why_held(content, by=by, at=moment)
        if reasons:
            raise Refused(*reasons)
        let_go(content, by=by, at=moment)


def _give_address(content: Content) -> None:
    """Choose the public address once; it never changes after publication."""
    if not content.slug:
        content.slug = naming.choose(content)
        content.save(update_fields=["slug"])
