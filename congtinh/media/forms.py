"""Forms for images and files: into one's own portals, inspected, the bytes then fixed for good."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from congtinh.media import actions, intake
from congtinh.media.inspection import Rejected
from congtinh.media.inspection.refusal import MESSAGES
from congtinh.media.models import VIDEO_EXTENSIONS
from congtinh.organisation import permissions
from congtinh.organisation.roles import Capability

#: What the window for choosing files shows first; what may come in is decided by content.
OFFERED = (
    ".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".doc", ".xls", ".csv", ".txt",
    *(f".{extension}" for extension in VIDEO_EXTENSIONS),
)  # fmt: skip


class PictureField(WagtailImageField):
    """A picture, refused with the inspection's own words or cleaned of what it tells."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The page's own script says these before anything is sent.
        self.error_messages["invalid_image_extension"] = MESSAGES["type_not_allowed"]
        self.error_messages["file_too_large_unknown_size"] = MESSAGES["too_large"]
        self.help_text = _("JPEG, PNG, WebP, AVIF, GIF hoặc HEIC; tối đa 30 MB, 40 triệu điểm ảnh.")

    def to_python(self, data: Any) -> Any:
        return None if data in self.empty_values else _passed(intake.picture, data)


class DocumentField(WagtailDocumentField):
    """A document or video, refused with the inspection's own words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.help_text = _("Văn bản tối đa 50 MB; video MP4, WebM tối đa 200 MB.")
        self.error_messages["file_too_large_unknown_size"] = MESSAGES["too_large"]

    def widget_attrs(self, widget: Any) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "accept": ",".join(OFFERED)}

    def to_python(self, data: Any) -> Any:
        return None if data in self.empty_values else _passed(intake.document, data)


class OwnedForm:
    """What both forms share; put before Wagtail's form among the bases."""

    file_field: ClassVar[type[forms.FileField]]
    #: Each form's own verb: stores what was sent, and gives the record.
    keep: Callable[[], Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.user = kwargs.get("user")
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            # Publications and reviews name the bytes; a better picture is another picture.
            self.fields.pop("file", None)
            self.fields.pop("portal", None)
            return
        self._offer_portals()
        self._inspect_file()

    def save(self, commit: bool = True) -> Any:
        if self.instance.pk:
            return super().save(commit=commit)
        super().save(commit=False)
        self.instance = self.keep()
        return self.instance

    def _offer_portals(self) -> None:
        field = self.fields.get("portal")
        if field is None:
            return
        field.queryset = permissions.portals(self.user, Capability.WRITE).order_by("kind", "name")
        first = list(field.queryset[:2])
        if first:
            field.initial = first[0].pk
            field.empty_label = None
        if len(first) == 1:
            field.widget = forms.HiddenInput()

    def _inspect_file(self) -> None:
        given = self.fields.get("file")
        if given is None:
            return
        self.fields["file"] = self.file_field(
            label=given.label, required=given.required, widget=given.widget
        )


class ImageForm(OwnedForm, BaseImageForm):
    """An image: what it shows in words, and whose it is."""

    file_field = PictureField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "description" in self.fields:
            self.fields["description"].label = _("Mô tả thay thế")
            self.fields["description"].help_text = _(
                "Ảnh cho thấy gì, cho người không nhìn thấy ảnh."
            )

    def keep(self) -> Any:
        return actions.keep_image(self.instance, by=self.user)


class FileForm(OwnedForm, BaseDocumentForm):
    """A document or video."""

    file_field = DocumentField

    def keep(self) -> Any:
        return actions.keep_file(self.instance, by=self.user)


def _passed(take: Any, upload: Any) -> Any:
    try:
        return take(upload.name or "", upload)
    except Rejected as refusal:
        raise ValidationError(refusal.message, code=refusal.code) from refusal
