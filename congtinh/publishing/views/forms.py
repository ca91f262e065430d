"""The forms of the publishing screens; whether something may be done is the actions' to say."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from congtinh.organisation import permissions
from congtinh.organisation.models import Area, Person, Portal, Section
from congtinh.organisation.roles import Capability


class _Day(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class _Moment(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


def _lines(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class _People(forms.ModelChoiceField):
    """Those who may moderate a text."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Person.objects.none(), required=False, **kwargs)

    def offer(self, owned: Any) -> None:
        area = owned.area.code if owned.area else ""
        people = permissions.holders(Capability.MODERATE, owned.portal, area=area)
        numbers = [person.pk for person in people]
        self.queryset = Person.objects.filter(pk__in=numbers).order_by("first_name", "last_name")


class SubmitForm(forms.Form):
    """What goes to the moderator with a text."""

    correction = forms.CharField(
        label=_("Đính chính / thay đổi gì"), widget=_lines(2), max_length=2000,
        help_text=_("Bài đang đăng. Người đọc sẽ thấy dòng này dưới bài, hãy viết cho người đọc."),
    )  # fmt: skip
    message = forms.CharField(
        label=_("Lời nhắn cho người duyệt"), required=False, widget=_lines(), max_length=2000
    )
    assignee = _People(label=_("Người duyệt"), empty_label=_("Ai có quyền duyệt ở cổng này"))
    due_on = forms.DateField(label=_("Hạn duyệt"), required=False, widget=_Day())

    def __init__(self, *args: Any, content: Any, live: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assignee"].offer(content)
        if not live:
            del self.fields["correction"]


class ApproveForm(forms.Form):
    """Approving, now or at a set time; `seen` is the hash of what was on the screen."""

    seen = forms.CharField(widget=forms.HiddenInput)
    release_at = forms.DateTimeField(
        label=_("Đăng lúc"), required=False, widget=_Moment(),
        help_text=_("Để trống: đăng ngay."),
    )  # fmt: skip
    expires_at = forms.DateTimeField(
        label=_("Tự gỡ lúc"), required=False, widget=_Moment(),
        help_text=_("Để trống: không hết hạn."),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Ghi chú của quyết định"), required=False, widget=_lines(2), max_length=2000
    )


class ReasonForm(forms.Form):
    """Any verb that needs a reason; the actions refuse an empty one in their own words."""

    reason = forms.CharField(label=_("Lý do"), required=False, widget=_lines(), max_length=2000)

    def __init__(self, *args: Any, label: Any = "", hint: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = label or self.fields["reason"].label
        self.fields["reason"].help_text = hint


class NoteForm(forms.Form):
    """A remark on the whole text or on one field."""

    field = forms.ChoiceField(label=_("Chỗ"), required=False)
    text = forms.CharField(label=_("Ý kiến"), required=False, widget=_lines(2), max_length=4000)

    def __init__(self, *args: Any, places: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["field"].choices = [("", _("Cả bài")), *places]


class AssignForm(forms.Form):
    """Who decides, and by when."""

    assignee = _People(label=_("Người duyệt"), empty_label=_("Không giao riêng ai"))
    due_on = forms.DateField(label=_("Hạn duyệt"), required=False, widget=_Day())

    def __init__(self, *args: Any, review: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assignee"].offer(review)


class OfferForm(forms.Form):
    """A word to the office with an offered text."""

    message = forms.CharField(
        label=_("Lời nhắn cho Văn phòng"), required=False, widget=_lines(), max_length=2000
    )


class TakeUpForm(forms.Form):
    """Where on the general portal the text will stand."""

    section = forms.ModelChoiceField(
        label=_("Chuyên mục của Cổng tỉnh"), queryset=Section.objects.none(),
        empty_label=_("Chọn chuyên mục"),
    )  # fmt: skip

    def __init__(self, *args: Any, portal: Portal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = portal.sections.order_by("order", "pk")


class QueueFilter(forms.Form):
    """Narrows the queue."""

    cong = forms.ModelChoiceField(
        label=_("Cổng"), queryset=Portal.objects.none(), required=False, empty_label=_("Mọi cổng")
    )
    linh_vuc = forms.ModelChoiceField(
        label=_("Lĩnh vực"), queryset=Area.objects.order_by("order", "code"), required=False,
        empty_label=_("Mọi lĩnh vực"),
    )  # fmt: skip
    cua_toi = forms.BooleanField(label=_("Giao cho tôi"), required=False)
    qua_han = forms.BooleanField(label=_("Quá hạn"), required=False)

    def __init__(self, *args: Any, by: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cong"].queryset = permissions.portals(by, Capability.MODERATE).order_by(
            "kind", "name"
        )


class SourceFilter(forms.Form):
    """Narrows hand-overs, or what may be picked, by unit and area."""

    don_vi = forms.ModelChoiceField(
        label=_("Cổng gửi"), required=False, empty_label=_("Mọi đơn vị"),
        queryset=Portal.objects.filter(kind=Portal.Kind.COMPONENT).order_by("name"),
    )  # fmt: skip
    linh_vuc = forms.ModelChoiceField(
        label=_("Lĩnh vực"), queryset=Area.objects.order_by("order", "code"), required=False,
        empty_label=_("Mọi lĩnh vực"),
    )  # fmt: skip
