"""The blocks of a body, as the editor offers them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

RICH_TEXT_FEATURES = [
    "h2", "h3", "bold", "italic", "ol", "ul", "link", "superscript", "subscript",
]  # fmt: skip


class PictureBlock(blocks.StructBlock):
    """An image with words for those who cannot see it (required) and for those who can."""

    image = ImageChooserBlock(label=_("Ảnh"))
    alt = blocks.CharBlock(
        label=_("Mô tả thay thế"), max_length=300,
        help_text=_("Ảnh cho thấy gì, cho người không nhìn thấy ảnh."),
    )  # fmt: skip
    caption = blocks.CharBlock(label=_("Chú thích"), max_length=300, required=False)
    credit = blocks.CharBlock(label=_("Nguồn ảnh"), max_length=200, required=False)

    class Meta:
        label = _("Ảnh")
        icon = "image"


class GalleryBlock(blocks.StructBlock):
    """Several pictures that belong together."""

    title = blocks.CharBlock(label=_("Tên"), max_length=200, required=False)
    pictures = blocks.ListBlock(PictureBlock(), label=_("Các ảnh"), min_num=2)

    class Meta:
        label = _("Nhóm ảnh")
        icon = "image"


class VideoBlock(blocks.StructBlock):
    """A video file of the portal."""

    file = DocumentChooserBlock(label=_("Tệp video"))
    title = blocks.CharBlock(label=_("Video cho thấy gì"), max_length=200)
    caption = blocks.CharBlock(label=_("Chú thích"), max_length=300, required=False)
    credit = blocks.CharBlock(label=_("Nguồn"), max_length=200, required=False)

    class Meta:
        label = _("Video")
        icon = "media"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned["file"] and not cleaned["file"].is_video:
            wrong = ValidationError(_("Tệp này không phải là video. Chọn tệp MP4 hoặc WebM."))
            raise blocks.StructBlockValidationError(block_errors={"file": wrong})
        return cleaned


class QuotationBlock(blocks.StructBlock):
    """Somebody's words."""

    text = blocks.TextBlock(label=_("Lời trích"), max_length=1000)
    by = blocks.CharBlock(label=_("Của ai"), max_length=120, required=False)
    role = blocks.CharBlock(label=_("Chức vụ"), max_length=200, required=False)

    class Meta:
        label = _("Trích dẫn")
        icon = "openquote"


class AttachmentBlock(blocks.StructBlock):
    """A file to take away."""

    file = DocumentChooserBlock(label=_("Tệp"))
    title = blocks.CharBlock(label=_("Tên hiển thị"), max_length=200, required=False)

    class Meta:
        label = _("Tệp")
        icon = "doc-full"


class FilesBlock(blocks.StructBlock):
    """Files to take away."""

    title = blocks.CharBlock(label=_("Tên nhóm"), max_length=200, required=False)
    files = blocks.ListBlock(AttachmentBlock(), label=_("Các tệp"), min_num=1)

    class Meta:
        label = _("Tệp đính kèm")
        icon = "doc-full"


class RelatedBlock(blocks.StructBlock):
    """Pointers to what this portal has published, by their addresses."""

    title = blocks.CharBlock(label=_("Tên nhóm"), max_length=200, required=False)
    paths = blocks.ListBlock(
        blocks.CharBlock(
            label=_("Đường dẫn"), max_length=250,
            help_text=_("Phần sau tên miền, ví dụ /tin-tuc/khanh-thanh-cau."),
        ),
        label=_("Các bài"), min_num=1,
    )  # fmt: skip

    class Meta:
        label = _("Bài liên quan")
        icon = "link"


class BodyBlock(blocks.StreamBlock):
    """The body of an article or standing page."""

    text = blocks.RichTextBlock(label=_("Văn bản"), features=RICH_TEXT_FEATURES, icon="pilcrow")
    image = PictureBlock()
    gallery = GalleryBlock()
    video = VideoBlock()
    table = TypedTableBlock(
        [("text", blocks.CharBlock(required=False, label=_("Chữ"))),
         ("number", blocks.CharBlock(required=False, label=_("Số")))],
        label=_("Bảng"), icon="table",
    )  # fmt: skip
    quotation = QuotationBlock()
    files = FilesBlock()
    related = RelatedBlock()

    class Meta:
        label = _("Nội dung")
        max_num = 300
