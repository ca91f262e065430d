"""The form that takes a Word file for a new article or in the place of an article's text."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congtinh.news import word
from congtinh.news.models import Article
from congtinh.news.word import WordDocument
from congtinh.organisation import permissions
from congtinh.organisation.models import Person, Portal, Section
from congtinh.organisation.roles import Capability

_USUAL_SECTION = "tin-tuc"


class WordForm(forms.Form):
    """A .docx file; for a new article where it belongs, for a written one whether to replace it."""

    document = forms.FileField(
        label=_("Tệp Word (.docx)"),
        help_text=_("Tối đa 20 MB. Tiêu đề, dẫn, bảng, trích dẫn và ảnh được đưa vào bài."),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )
    section = forms.ModelChoiceField(
        Section.objects.none(),
        label=pgettext_lazy("một", "Chuyên mục"),
        empty_label=None,
        required=False,
    )
    replace = forms.BooleanField(
        label=_("Thay nội dung đang có của bài"),
        required=False,
        help_text=_("Nội dung cũ vẫn còn trong «Lịch sử» của bài."),
    )

    def __init__(self, *args: Any, by: Person, article: Article | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.article = article
        if article:
            del self.fields["section"]
            if not has_content(article):
                del self.fields["replace"]
            return
        del self.fields["replace"]
        self._offer_sections(by)

    def clean_document(self) -> WordDocument:
        upload = self.cleaned_data["document"]
        if upload.size > word.LARGEST_FILE:
            raise forms.ValidationError(word.MESSAGES["too_large"])
        try:
            return word.read(upload.name, upload.read())
        except word.Unreadable as reason:
            raise forms.ValidationError(reason.message, code=reason.code) from reason

    def clean_replace(self) -> bool:
        if not self.cleaned_data["replace"]:
            raise forms.ValidationError(
                _("Bài đã có nội dung. Đánh dấu ô này nếu muốn thay bằng nội dung của tệp Word."),
                code="replace",
            )
        return True

    @property
    def section_chosen(self) -> Section | None:
        """The section given, or the usual one where nothing was said."""
        given: Section | None = self.cleaned_data.get("section")
        return given or self.fields["section"].queryset.filter(pk=self.initial["section"]).first()

    def _offer_sections(self, by: Person) -> None:
        portals: Any = permissions.portals(by, Capability.WRITE)
        field = self.fields["section"]
        rows = Section.objects.filter(portal__in=portals).select_related("portal")
        field.queryset = rows.order_by("portal", "order")
        usual = field.queryset.filter(slug=_USUAL_SECTION).first() or field.queryset.first()
        self.initial.setdefault("section", usual.pk if usual else None)
        if Portal.objects.filter(pk__in=portals.values("pk")).count() > 1:
            field.label_from_instance = lambda section: f"{section.portal}: {section}"


def has_content(article: Article) -> bool:
    """Whether there is anything that a Word file would take the place of."""
    return bool(article.lead or len(article.body))
