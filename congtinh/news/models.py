"""The article."""

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.fields import StreamField

from congtinh.media.models import PortalImage
from congtinh.publishing.body.blocks import BodyBlock
from congtinh.publishing.models import Content


class Genre(models.TextChoices):
    """What an article is; royalties depend on it later (Đ18)."""

    NEWS_ITEM = "news_item", _("Tin")
    FEATURE = "feature", _("Bài phản ánh")
    INTERVIEW = "interview", _("Phỏng vấn")
    PHOTO_STORY = "photo_story", _("Phóng sự ảnh")
    VIDEO = "video", _("Video")
    ANNOUNCEMENT = "announcement", _("Thông báo")


class CreditBlock(blocks.StructBlock):
    """A person's part in an article."""

    name = blocks.CharBlock(label=_("Họ và tên"), max_length=120)
    part = blocks.ChoiceBlock(
        label=_("Phần việc"), default="writer",
        choices=[
            ("writer", _("Viết")), ("photographer", _("Ảnh")), ("translator", _("Dịch")),
            ("editor", _("Biên tập")), ("video", _("Quay, dựng")),
        ],
    )  # fmt: skip

    class Meta:
        label = _("Người thực hiện")
        icon = "user"


class CreditsBlock(blocks.StreamBlock):
    """All who had a part in an article."""

    person = CreditBlock()


class Article(Content):
    """A news item, feature, interview or other article of a portal."""

    #: Where a translation's picture and the like come from; never edited by hand.
    TRANSLATED: ClassVar[tuple[str, ...]] = ("genre", "picture", "event_on", "area", "section")

    genre = models.CharField(_("thể loại"), max_length=14, choices=Genre, default=Genre.NEWS_ITEM)
    lead = models.TextField(
        _("dẫn"), max_length=600, blank=True, help_text=_("Một đến ba câu, nói điều chính.")
    )
    picture = models.ForeignKey(
        PortalImage, verbose_name=_("ảnh chính"), on_delete=models.PROTECT, related_name="+",
        null=True, blank=True,
    )  # fmt: skip
    picture_alt = models.CharField(
        _("mô tả thay thế của ảnh"), max_length=300, blank=True,
        help_text=_("Ảnh cho thấy gì, cho người không nhìn thấy ảnh."),
    )  # fmt: skip
    picture_caption = models.CharField(_("chú thích ảnh"), max_length=300, blank=True)
    picture_credit = models.CharField(_("nguồn ảnh"), max_length=200, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("nội dung"), blank=True)
    event_on = models.DateField(
        _("ngày diễn ra"), default=timezone.localdate, help_text=_("Ngày của sự việc được nói tới.")
    )
    source = models.CharField(_("nguồn tin"), max_length=200, blank=True)
    credits = StreamField(CreditsBlock(), verbose_name=_("người thực hiện"), blank=True)

    class Meta(Content.Meta):
        abstract = False
        verbose_name = _("bài")
        verbose_name_plural = _("tin, bài")

    def normalise_blocks(self, cleaner: Any) -> None:
        for name in ("body", "credits"):
            value = getattr(self, name)
            raw = value.get_prep_value()
            tidy = cleaner(raw)
            if tidy != raw:
                setattr(self, name, self._meta.get_field(name).to_python(tidy))

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "publishing/preview.html"

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        # registry: the kind renders what it previews, and imports this model
        from congtinh.publishing.previews import preview_context

        return preview_context(self)
