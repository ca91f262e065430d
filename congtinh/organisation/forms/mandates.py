"""The document on which a deed rests: one that is entered, or a new one."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from congtinh.organisation.actions.mandates import NewMandate
from congtinh.organisation.forms.parts import DayField, Part, radios
from congtinh.organisation.models import Mandate


class MandateChoice(forms.ModelChoiceField):
    """Documents with their issuer, since numbers repeat."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj}, {obj.issuer}"


class MandatePart(Part):
    """The decision that founds a board, appoints a person or entrusts a power."""

    legend = _("Văn bản căn cứ")
    ways = {
        "new": ("number", "signed_on", "issuer", "about", "file"),
        "known": ("mandate",),
    }
    needed = frozenset({"mandate", "number", "signed_on", "issuer"})

    def __init__(self, *args: Any, mandates: QuerySet[Mandate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["way"] = radios(
            (("new", _("Nhập văn bản mới")), ("known", _("Chọn văn bản đã nhập"))),
            label=_("Căn cứ vào"), initial="new",
        )  # fmt: skip
        self.fields["number"] = forms.CharField(
            label=_("Số, ký hiệu"), max_length=60, required=False,
            help_text=_("Ví dụ: 12/QĐ-UBND"),
        )  # fmt: skip
        self.fields["signed_on"] = DayField(label=_("Ngày ký"), required=False)
        self.fields["issuer"] = forms.CharField(
            label=_("Cơ quan ban hành"), max_length=200, required=False
        )
        self.fields["about"] = forms.CharField(label=_("Về việc"), max_length=300, required=False)
        self.fields["file"] = forms.FileField(
            label=_("Bản quét của văn bản"), required=False,
            help_text=_("PDF, không quá 10 MB. Chỉ người quản trị cổng mở được."),
            widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
        )  # fmt: skip
        self.fields["mandate"] = MandateChoice(
            mandates.order_by("-signed_on", "-pk"), label=_("Văn bản đã nhập"), required=False,
            empty_label=_("Chọn văn bản"),
        )  # fmt: skip

    def chosen(self) -> Mandate | NewMandate:
        """What was chosen or typed, once the part is valid."""
        given = self.cleaned_data
        if self.way == "known":
            mandate: Mandate = given["mandate"]
            return mandate
        return NewMandate(
            given["number"], given["signed_on"], given["issuer"], given["about"], given["file"]
        )
