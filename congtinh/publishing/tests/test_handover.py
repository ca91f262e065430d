import pytest

from congtinh.news.tests.factories import (
    ArticleFactory,
    ImageFactory,
    decider,
    edited,
    published,
    submitted,
)
from congtinh.organisation.refusal import NotAllowed, Refused
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import DelegationFactory, PortalFactory, post
from congtinh.pages.receivers import structure_item
from congtinh.pages.tests.factories import StandingPageFactory
from congtinh.publishing import actions as publishing
from congtinh.publishing import followers, queries
from congtinh.publishing.models import Handover, Live, Notice, Publication
from congtinh.publishing.states import HandoverState

pytestmark = pytest.mark.django_db


class Desk:
    """A component portal with a public article, and the office that may take it up."""

    def __init__(self, **article: object) -> None:
        self.general = PortalFactory(general=True)
        self.news = self.general.sections.get(slug="tin-tuc")
        self.article = ArticleFactory(**article)
        self.unit = decider(self.article.portal)
        self.first = published(self.article, by=self.unit)
        self.office = post(self.general, Role.MODERATE)
        self.head = post(self.general, Role.HEAD)

    def offered(self) -> Handover:
        return publishing.offer(self.article.item, by=self.unit)

    def taken_up(self) -> tuple[Handover, object]:
        handover = self.offered()
        text = publishing.take_up(handover, section=self.news, by=self.office)
        return handover, text

    def published(self) -> tuple[Handover, object]:
        handover, text = self.taken_up()
        published(text, by=self.head)
        return handover, text

    def correct(self, lead: str = "Cầu thông xe chiều nay.") -> Publication:
        edited(self.article, lead=lead)
        made = published(self.article, by=self.unit, correction="Sửa giờ")
        followers.run_all()
        return made

    def withdraw(self) -> None:
        publishing.withdraw(self.article.item, by=self.unit, reason="Sai sự thật")
        followers.run_all()


def state_of(handover: Handover) -> str:
    return Handover.objects.get(pk=handover.pk).state


@pytest.mark.clause("Đ5.1", "Đ6.1", "Đ7.1")
def test_handed_over_text_is_public_only_by_the_heads_own_decision() -> None:
    desk = Desk(illustrated=True)

    handover, text = desk.taken_up()
    assert (text.portal, text.created_by, text.source) == (
        desk.general, desk.office, str(desk.article.portal.unit),
    )  # fmt: skip
    assert (text.title, text.lead, text.area) == (
        desk.article.title, desk.article.lead, desk.article.area,
    )  # fmt: skip
    assert text.picture.portal == desk.general
    assert text.picture.sha256 == desk.article.picture.sha256
    assert not Live.objects.filter(item=text.item).exists()

    edited(text, title="Cầu mới, biên tập lại")
    review = submitted(text)
    with pytest.raises(NotAllowed):
        publishing.approve(review, seen=review.content_hash, by=desk.unit)
    made = publishing.approve(review, seen=review.content_hash, by=desk.head)

    assert state_of(handover) == HandoverState.PUBLISHED
    assert made.source_seq == desk.first.seq
    assert made.capacity.startswith("Trưởng ban")
    assert [notice.about for notice in Notice.objects.filter(person=desk.unit)].count(
        "handover.published"
    ) == 1


@pytest.mark.clause("Đ7.1")
def test_offer_tells_the_office_and_stands_once() -> None:
    desk = Desk()

    handover = desk.offered()

    told = Notice.objects.filter(about="handover.offered")
    assert {notice.person for notice in told} == {desk.office, desk.head}
    assert handover.state == HandoverState.OFFERED
    with pytest.raises(Refused, match="đã được chuyển"):
        desk.offered()
    with pytest.raises(Refused, match="đã được chuyển"):
        publishing.choose(desk.article.item, by=desk.office)


@pytest.mark.clause("Đ6.1")
def test_choose_is_the_offices_and_tells_the_unit() -> None:
    desk = Desk()

    with pytest.raises(NotAllowed):
        publishing.choose(desk.article.item, by=desk.unit)
    handover = publishing.choose(desk.article.item, by=desk.office)

    assert handover.initiative == Handover.Initiative.OFFICE
    assert desk.unit in {n.person for n in Notice.objects.filter(about="handover.chosen")}


@pytest.mark.clause("Đ7.1", "Đ8.3")
def test_offer_refuses_what_is_not_the_units_own_public_article() -> None:
    desk = Desk()
    draft = ArticleFactory(portal=desk.article.portal)
    page = StandingPageFactory(portal=desk.article.portal)
    published(page, by=desk.unit)
    general = ArticleFactory(portal=desk.general)
    published(general, by=desk.head)

    with pytest.raises(NotAllowed):
        publishing.offer(desk.article.item, by=desk.article.created_by)
    with pytest.raises(NotAllowed):
        publishing.offer(desk.article.item, by=decider(PortalFactory()))
    with pytest.raises(Refused, match="chưa đăng"):
        publishing.offer(draft.item, by=desk.unit)
    with pytest.raises(Refused, match="Chỉ tin, bài"):
        publishing.offer(page.item, by=desk.unit)
    with pytest.raises(Refused, match="Chỉ tin, bài"):
        publishing.offer(structure_item(desk.article.portal), by=desk.unit)
    with pytest.raises(Refused, match="đã ở trên Cổng tổng hợp"):
        publishing.offer(general.item, by=desk.head)
    desk.withdraw()
    with pytest.raises(Refused, match="đã gỡ"):
        desk.offered()


def test_offer_says_so_while_there_is_no_general_portal() -> None:
    article = ArticleFactory()
    published(article)

    with pytest.raises(Refused, match="chưa lập Cổng tổng hợp"):
        publishing.offer(article.item, by=decider(article.portal))


@pytest.mark.clause("Đ5.2", "Đ6.1")
def test_handed_over_text_can_be_decided_by_a_deputy_with_a_delegation_alone() -> None:
    desk = Desk()
    _handover, text = desk.taken_up()
    review = submitted(text)
    bare = post(desk.general, Role.DEPUTY)
    given = DelegationFactory(portal=desk.general, giver=desk.head, areas=[desk.article.area])

    with pytest.raises(NotAllowed, match=r"Đ5\.2"):
        publishing.approve(review, seen=review.content_hash, by=bare)
    made = publishing.approve(review, seen=review.content_hash, by=given.holder)

    assert made.capacity.startswith("Phó ban, theo ủy nhiệm")


def test_take_up_refuses_a_withdrawn_source_and_a_foreign_section() -> None:
    desk = Desk()
    handover = desk.offered()

    with pytest.raises(Refused, match="chuyên mục của Cổng tổng hợp"):
        publishing.take_up(handover, section=desk.article.section, by=desk.office)
    with pytest.raises(NotAllowed):
        publishing.take_up(handover, section=desk.news, by=desk.unit)
    publishing.withdraw(desk.article.item, by=desk.unit, reason="Sai")
    with pytest.raises(Refused, match="đã gỡ bài này"):
        publishing.take_up(handover, section=desk.news, by=desk.office)


def test_take_up_happens_once() -> None:
    desk = Desk()
    handover, _text = desk.taken_up()

    with pytest.raises(Refused, match="Đã tiếp nhận"):
        publishing.take_up(handover, section=desk.news, by=desk.office)
    with pytest.raises(Refused, match="Đã tiếp nhận"):
        publishing.decline_handover(handover, by=desk.office, reason="Muộn")


def test_decline_wants_a_reason_and_allows_a_new_offer() -> None:
    desk = Desk()
    handover = desk.offered()

    with pytest.raises(Refused, match="Hãy viết lý do"):
        publishing.decline_handover(handover, by=desk.office, reason="")
    with pytest.raises(NotAllowed):
        publishing.decline_handover(handover, by=desk.unit, reason="Không")
    publishing.decline_handover(handover, by=desk.office, reason="Trùng tin")

    assert state_of(handover) == HandoverState.DECLINED
    notice = Notice.objects.get(about="handover.declined")
    assert (notice.person, notice.params["reason"]) == (desk.unit, "Trùng tin")
    assert desk.offered().pk != handover.pk


def test_source_changed_while_offered_is_taken_up_in_its_newest_form() -> None:
    desk = Desk()
    handover = desk.offered()
    newest = desk.correct()

    text = publishing.take_up(handover, section=desk.news, by=desk.office)

    assert text.lead == "Cầu thông xe chiều nay."
    assert Handover.objects.get(pk=handover.pk).source_seq == newest.seq


def test_source_withdrawn_while_offered_ends_the_hand_over() -> None:
    desk = Desk()
    handover = desk.offered()

    desk.withdraw()

    assert state_of(handover) == HandoverState.CLOSED


@pytest.mark.clause("Đ4.1")
def test_source_changed_after_publication_tells_the_office_which_takes_it_over() -> None:
    desk = Desk()
    handover, text = desk.published()
    newest = desk.correct()

    assert state_of(handover) == HandoverState.SOURCE_CHANGED
    told = {notice.person for notice in Notice.objects.filter(about="handover.source_changed")}
    assert told == {desk.office, desk.head}
    with pytest.raises(Refused, match="Bài gốc đã thay đổi"):
        publishing.take_up(handover, section=desk.news, by=desk.office)
    with pytest.raises(NotAllowed):
        publishing.take_over(handover, by=desk.unit)
    fresh = publishing.take_over(handover, by=desk.office)

    assert (fresh.pk, fresh.lead) == (text.pk, "Cầu thông xe chiều nay.")
    assert state_of(handover) == HandoverState.TAKEN_UP
    assert Live.objects.get(item=text.item).publication.version == 1
    made = published(fresh, by=desk.head, correction="Theo bài gốc")
    assert (made.version, made.source_seq) == (2, newest.seq)
    assert state_of(handover) == HandoverState.PUBLISHED


@pytest.mark.clause("Đ4.1")
@pytest.mark.parametrize("deed", ["correct", "withdraw"])
def test_keep_leaves_the_public_text_as_it_is(deed: str) -> None:
    desk = Desk()
    handover, text = desk.published()
    getattr(desk, deed)()

    with pytest.raises(NotAllowed):
        publishing.keep(handover, by=desk.unit)
    kept = publishing.keep(handover, by=desk.office, reason="Không đổi nội dung chính")

    assert (kept.state, kept.source_seq) == (HandoverState.PUBLISHED, kept.newest_seq)
    assert queries.is_live(text.item)


@pytest.mark.parametrize("deed", ["correct", "withdraw"])
def test_keep_before_publication_goes_back_to_editing(deed: str) -> None:
    desk = Desk()
    handover, text = desk.taken_up()
    getattr(desk, deed)()

    kept = publishing.keep(handover, by=desk.office)

    assert kept.state == HandoverState.TAKEN_UP
    assert not queries.is_live(text.item)


@pytest.mark.clause("Đ4.1")
def test_source_withdrawn_then_published_again_is_a_change() -> None:
    desk = Desk()
    handover, _text = desk.published()
    desk.withdraw()
    assert state_of(handover) == HandoverState.SOURCE_WITHDRAWN

    desk.correct()

    assert state_of(handover) == HandoverState.SOURCE_CHANGED


@pytest.mark.clause("Đ5.1")
def test_close_withdraws_the_public_text_by_the_heads_right() -> None:
    desk = Desk()
    handover, text = desk.published()
    desk.withdraw()

    with pytest.raises(NotAllowed):
        publishing.close_for(handover, by=desk.office, reason="Bài gốc sai")
    with pytest.raises(Refused, match="Hãy viết lý do"):
        publishing.close_for(handover, by=desk.head, reason=" ")
    made = publishing.close_for(handover, by=desk.head, reason="Bài gốc sai")
    followers.run_all()

    assert made.verb == "withdraw"
    assert not queries.is_live(text.item)
    assert state_of(handover) == HandoverState.CLOSED


def test_close_gives_up_a_text_that_was_never_public() -> None:
    desk = Desk()
    handover, _text = desk.taken_up()

    with pytest.raises(NotAllowed):
        publishing.close_for(handover, by=desk.unit, reason="Thôi")
    with pytest.raises(Refused, match="Hãy viết lý do"):
        publishing.close_for(handover, by=desk.office, reason="")
    assert publishing.close_for(handover, by=desk.office, reason="Hết thời sự") is None
    assert state_of(handover) == HandoverState.CLOSED


def test_close_refuses_before_anything_was_taken_up() -> None:
    desk = Desk()

    with pytest.raises(Refused, match="chưa có bài"):
        publishing.close_for(desk.offered(), by=desk.head, reason="Thôi")


def test_take_over_refuses_before_anything_was_taken_up() -> None:
    desk = Desk()

    with pytest.raises(Refused, match="chờ tiếp nhận"):
        publishing.take_over(desk.offered(), by=desk.office)


def test_text_withdrawn_by_the_general_portal_ends_the_hand_over() -> None:
    desk = Desk()
    handover, text = desk.published()

    publishing.withdraw(text.item, by=desk.head, reason="Trùng bài")
    followers.run_all()

    closed = Handover.objects.get(pk=handover.pk)
    assert (closed.state, closed.reason) == (HandoverState.CLOSED, "Trùng bài")
    assert desk.offered().state == HandoverState.OFFERED


def test_pictures_taken_up_twice_are_one_record_of_the_general_portal() -> None:
    desk = Desk()
    image = ImageFactory(portal=desk.article.portal)
    value = {"image": image, "alt": "Cầu", "caption": "", "credit": ""}
    edited(desk.article, body=[("image", value), ("image", value)])
    published(desk.article, by=desk.unit, correction="Thêm ảnh")

    _handover, text = desk.taken_up()

    images = {block["value"]["image"] for block in text.body.get_prep_value()}
    assert images == {desk.general.images.get().pk}
    assert image.pk not in images
