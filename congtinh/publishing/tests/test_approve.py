from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from congtinh.audit.models import Entry
from congtinh.news.tests.factories import (
    ArticleFactory,
    decider,
    edited,
    published,
    submitted,
)
from congtinh.organisation import actions as organisation
from congtinh.organisation.models import Appointment
from congtinh.organisation.refusal import NotAllowed, Refused
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import (
    AreaFactory,
    DelegationFactory,
    PortalFactory,
    again,
    post,
)
from congtinh.publishing import actions as publishing
from congtinh.publishing import followers, kinds, queries, sealing
from congtinh.publishing.models import (
    Decision,
    Live,
    Notice,
    Publication,
    Review,
    ReviewNote,
    Transition,
)
from congtinh.publishing.states import ReviewState

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def approve(review: Review, **values: object) -> Publication | None:
    values.setdefault("seen", review.content_hash)
    return publishing.approve(review, **values)


@pytest.mark.clause("Đ3.2", "Đ8.3", "Đ10.4", "Đ13.1", "Đ14.1")
def test_approve_publishes_exactly_what_was_sealed_and_says_who_decided() -> None:
    article = ArticleFactory()
    review = submitted(article)
    moderator = decider(article.portal)

    made = approve(review, by=moderator, reason="Đúng sự thật", at=NOW)

    review.refresh_from_db()
    decision = Decision.objects.get(pk=made.decision)
    assert (made.content, made.content_hash) == (review.content, review.content_hash)
    article.refresh_from_db()
    assert (made.version, made.verb, made.path) == (1, "publish", f"/tin-tuc/{article.slug}")
    assert made.decided_by == decision.by_name == moderator.get_full_name()
    assert made.capacity.startswith("Kiểm duyệt, theo văn bản số")
    assert (decision.content_hash, decision.reason) == (review.content_hash, "Đúng sự thật")
    assert (review.state, review.closed_at) == (ReviewState.APPROVED, NOW)
    live = Live.objects.get(item=article.item)
    assert (live.publication, live.first_published_at) == (made, NOW)
    assert "hai cây số" in made.rendering.body


@pytest.mark.clause("Đ14.1")
def test_approve_leaves_transition_entries_and_a_notice_to_the_author() -> None:
    article = ArticleFactory()
    review = submitted(article)
    before = Entry.objects.latest("seq").seq

    approve(review, by=decider(article.portal))
    followers.run_all()

    step = Transition.objects.get(subject="review", subject_id=review.pk)
    assert (step.verb, step.source, step.target) == ("approve", "open", "approved")
    deeds = Entry.objects.filter(seq__gt=before).exclude(
        action__in=["person.add", "appointment.make"]
    )
    assert [entry.action for entry in deeds.order_by("seq")] == [
        "review.approve", "publication.publish",
    ]  # fmt: skip
    notice = Notice.objects.get(about="publication.published")
    assert notice.person == article.created_by


@pytest.mark.clause("Đ5.1")
@pytest.mark.parametrize(
    "role",
    [Role.DEPUTY, Role.MEMBER, Role.ASSISTANT, Role.ADMINISTER, Role.MODERATE, Role.UPDATE,
     Role.TECHNICIAN],
)  # fmt: skip
def test_approve_on_the_general_portal_is_the_heads_or_a_delegates(role: Role) -> None:
    article = ArticleFactory(portal=PortalFactory(general=True))
    review = submitted(article)

    with pytest.raises(NotAllowed):
        approve(review, by=post(article.portal, role))
    assert not Live.objects.filter(item=article.item).exists()
    assert approve(review, by=post(article.portal, Role.HEAD)).capacity.startswith("Trưởng ban")


@pytest.mark.clause("Đ5.2")
def test_approve_by_a_deputy_needs_a_delegation_for_the_area_and_the_day() -> None:
    given = DelegationFactory(starts_on=date(2026, 3, 2), ends_on=date(2026, 3, 3))
    portal, area = given.portal, given.areas.get()
    inside = submitted(ArticleFactory(portal=portal, area=area), at=NOW)
    outside = submitted(ArticleFactory(portal=portal), at=NOW)

    with pytest.raises(NotAllowed, match=r"Đ5\.2"):
        approve(outside, by=given.holder, at=NOW)
    with pytest.raises(NotAllowed, match=r"Đ5\.2"):
        approve(inside, by=given.holder, at=NOW + timedelta(days=2))
    made = approve(inside, by=given.holder, at=NOW)

    assert made.capacity == f"Phó ban, theo ủy nhiệm {given.mandate}"


@pytest.mark.clause("Đ8.3", "Đ3.1")
@pytest.mark.parametrize("role", [Role.UPDATE, Role.MEMBER, Role.ASSISTANT, Role.ADMINISTER])
def test_approve_on_a_component_portal_is_for_moderators_and_the_head(role: Role) -> None:
    article = ArticleFactory()
    review = submitted(article)

    with pytest.raises(NotAllowed):
        approve(review, by=post(article.portal, role))
    with pytest.raises(NotAllowed, match="không được phân công tại cổng này"):
        approve(review, by=decider(PortalFactory()))


@pytest.mark.clause("Đ3.1")
def test_approve_counts_a_post_ended_since_the_request_began() -> None:
    article = ArticleFactory()
    review = submitted(article)
    moderator = decider(article.portal)
    assert queries.live_publication(article.item) is None
    organisation.end_appointment(
        Appointment.objects.get(person=moderator), by=None, reason="Chuyển công tác"
    )

    with pytest.raises(NotAllowed, match="đã kết thúc"):
        approve(review, by=moderator)


@pytest.mark.clause("Đ10.4")
def test_approve_refuses_ones_own_text() -> None:
    portal = PortalFactory()
    writer = post(portal, Role.MODERATE)
    own = submitted(ArticleFactory(portal=portal, created_by=writer))
    anothers = ArticleFactory(portal=portal)
    handed_in = submitted(anothers, by=writer)

    for review in (own, handed_in):
        with pytest.raises(Refused, match="không tự duyệt"):
            approve(review, by=again(writer))
    assert approve(own, by=decider(portal))


@pytest.mark.clause("Đ10.4", "Đ13.1")
def test_approve_refuses_what_was_edited_after_submission() -> None:
    article = ArticleFactory()
    review = submitted(article)
    edited(article, lead="Số liệu khác.")

    with pytest.raises(Refused, match="sửa bài sau khi trình"):
        approve(review, by=decider(article.portal))

    review.refresh_from_db()
    assert review.state == ReviewState.OPEN
    assert not Live.objects.filter(item=article.item).exists()


@pytest.mark.clause("Đ10.4", "Đ13.1")
def test_approve_refuses_another_text_than_the_one_on_screen() -> None:
    article = ArticleFactory()
    review = submitted(article)

    with pytest.raises(Refused, match="tải lại trang"):
        approve(review, seen="0" * 64, by=decider(article.portal))


@pytest.mark.clause("Đ10.2", "Đ10.3")
def test_approve_wants_every_point_confirmed_and_keeps_who_confirmed() -> None:
    article = ArticleFactory(body=[("text", "<p>Gọi 0912 345 678. Tài liệu MẬT.</p>")])
    review = submitted(article)
    moderator = decider(article.portal)
    keys = [issue.key for issue in queries.issues_of(review) if issue.severity == "confirm"]
    assert len(keys) >= 1

    with pytest.raises(Refused, match="chưa được xác nhận"):
        approve(review, by=moderator)
    for key in keys:
        publishing.confirm(review, key, by=moderator)
        publishing.confirm(review, key, by=moderator)
    made = approve(review, by=moderator)

    checks = Decision.objects.get(pk=made.decision).checks
    assert {check["issue"]: check["confirmed_by"] for check in checks if check["confirmed_by"]} == (
        dict.fromkeys(keys, str(moderator))
    )
    assert Entry.objects.filter(action="review.confirm").count() == len(keys)


def test_confirm_refuses_what_no_check_found_and_what_is_over() -> None:
    article = ArticleFactory()
    review = submitted(article)
    moderator = decider(article.portal)

    with pytest.raises(Refused, match="không còn trong danh sách"):
        publishing.confirm(review, "body.1:phone_number:0", by=moderator)
    with pytest.raises(NotAllowed):
        publishing.confirm(review, "x", by=article.created_by)
    approve(review, by=moderator)
    with pytest.raises(Refused, match="đã xong"):
        publishing.confirm(review, "x", by=moderator)


@pytest.mark.clause("Đ10.4")
@pytest.mark.parametrize(
    ("verb", "state"), [("send_back", ReviewState.SENT_BACK), ("decline", ReviewState.DECLINED)]
)
def test_send_back_and_decline_keep_the_reason_and_tell_the_writer(
    verb: str, state: ReviewState
) -> None:
    article = ArticleFactory()
    review = submitted(article)
    moderator = decider(article.portal)
    deed = getattr(publishing, verb)

    with pytest.raises(Refused, match="Hãy viết lý do"):
        deed(review, by=moderator, reason="  ")
    with pytest.raises(NotAllowed):
        deed(review, by=article.created_by, reason="Tự trả")
    closed = deed(review, by=moderator, reason="Thiếu nguồn")

    assert (closed.state, closed.closed_at is not None) == (state, True)
    decision = Decision.objects.get(review=review)
    assert (decision.verb, decision.reason) == (verb, "Thiếu nguồn")
    notice = Notice.objects.exclude(about="review.submitted").get()
    assert (notice.person, notice.params["reason"]) == (article.created_by, "Thiếu nguồn")
    with pytest.raises(Refused, match=str(moderator)):
        approve(review, by=decider(article.portal))


def test_note_and_assign_are_on_record_and_refused_to_others() -> None:
    article = ArticleFactory()
    review = submitted(article)
    moderator, other = decider(article.portal), decider(article.portal)

    publishing.note(review, by=moderator, text="Xem lại tên", field="title")
    publishing.assign(review, assignee=other, due_on=None, by=moderator)

    assert ReviewNote.objects.get(review=review).field == "title"
    assert Notice.objects.filter(person=other, about="review.submitted").count() >= 1
    assert [entry.action for entry in Entry.objects.order_by("-seq")[:2]] == [
        "review.assign", "review.note",
    ]  # fmt: skip
    with pytest.raises(Refused, match="Hãy viết ý kiến"):
        publishing.note(review, by=moderator, text=" ")
    with pytest.raises(NotAllowed):
        publishing.note(review, by=article.created_by, text="Ý kiến")
    with pytest.raises(Refused, match="không có quyền"):
        publishing.assign(review, assignee=article.created_by, due_on=None, by=moderator)
    approve(review, by=moderator)
    with pytest.raises(Refused, match="đã xong"):
        publishing.assign(review, assignee=other, due_on=None, by=moderator)


def test_approve_a_second_time_names_who_was_first() -> None:
    article = ArticleFactory()
    review = submitted(article)
    first = decider(article.portal)
    approve(review, by=first)

    with pytest.raises(Refused, match=f"Đã duyệt đăng.*{first}"):
        approve(review, by=decider(article.portal))
    assert Publication.objects.filter(item=article.item).count() == 1


@pytest.mark.clause("Đ14.1")
def test_approve_of_a_correction_keeps_both_versions() -> None:
    article = ArticleFactory()
    first = published(article)
    edited(article, lead="Cầu thông xe chiều nay.")

    second = published(article, correction="Sửa giờ thông xe")

    assert (second.version, second.correction) == (2, "Sửa giờ thông xe")
    assert "sáng nay" in Publication.objects.get(pk=first.pk).content
    live = Live.objects.get(item=article.item)
    assert (live.publication, live.first_published_at) == (second, first.published_at)


def test_approve_refuses_an_address_taken_by_another_text() -> None:
    portal = PortalFactory()
    first = submitted(ArticleFactory(portal=portal, title="Tin"))
    second = submitted(ArticleFactory(portal=portal, title="Tin hai", slug="tin-hai"))
    approve(first, by=decider(portal))
    path = Publication.objects.latest("seq").path

    sealed = second.content.replace("tin-hai", path.rsplit("/", 1)[1])
    assert sealed != second.content
    issues = queries.issues(kinds.get("article"), sealing.unseal(sealed), second.item)

    assert [issue.code for issue in issues if issue.severity == "blocking"] == ["address_taken"]


@pytest.mark.clause("Đ2.1")
def test_translations_share_a_key_and_have_addresses_of_their_own() -> None:
    vietnamese = ArticleFactory(title="Cầu mới")
    english = ArticleFactory(
        portal=vietnamese.portal, area=vietnamese.area, english=True,
        translation_key=vietnamese.translation_key, title="New bridge",
    )  # fmt: skip

    made = [published(text) for text in (vietnamese, english)]

    assert made[0].translation_key == made[1].translation_key
    assert [one.path for one in made] == ["/tin-tuc/cau-moi", "/en/tin-tuc/new-bridge"]
    assert [one.language for one in made] == ["vi", "en"]


def test_approve_refuses_a_review_that_is_gone() -> None:
    with pytest.raises(Refused, match="Không còn lượt duyệt"):
        publishing.approve(
            Review(pk=99, kind="article", content='{"media":{}}'),
            seen="",
            by=post(PortalFactory(), Role.HEAD),
        )


def test_approve_costs_a_fixed_number_of_queries() -> None:
    portal = PortalFactory()
    area = AreaFactory()
    counts = []
    for number in (1, 2, 3):
        review = submitted(ArticleFactory(portal=portal, area=area, title=f"Tin {number}"))
        moderator = again(decider(portal))
        with CaptureQueriesContext(connection) as seen:
            approve(review, by=moderator)
        counts.append(len([q for q in seen.captured_queries if "SAVEPOINT" not in q["sql"]]))

    assert counts == [29, 29, 29]
