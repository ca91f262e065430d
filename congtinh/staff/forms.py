"""The filters of the audit, the choice of a person, and the account's own page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import ThemePreferencesForm

from congtinh.audit import names
from congtinh.organisation.models import Person, Portal
from congtinh.staff import queries


class _Day(forms.DateInput):
    input_type = "date"


class AuditFilter(forms.Form):
    """What of the audit is looked for; every field may stay empty."""

    portal = forms.ChoiceField(label=_("Cổng"), required=False)
    action = forms.ChoiceField(label=_("Thao tác"), required=False)
    who = forms.CharField(
        label=_("Người thực hiện"), required=False, max_length=150,
        help_text=_("Tên đăng nhập, hoặc một phần họ tên"),
    )  # fmt: skip
    about = forms.CharField(
        label=_("Đối tượng"), required=False, max_length=200,
        help_text=_("Một phần tên, hoặc mã"),
    )  # fmt: skip
    since = forms.DateField(label=_("Từ ngày"), required=False, widget=_Day(format="%Y-%m-%d"))
    until = forms.DateField(label=_("Đến hết ngày"), required=False, widget=_Day(format="%Y-%m-%d"))

    def __init__(self, *args: Any, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["portal"].choices = [
            ("", _("Tất cả")),
            *((portal.code, str(portal)) for portal in queries.audited_portals(person)),
        ]
        self.fields["action"].choices = [("", _("Tất cả")), *names.choices()]

    def chosen(self) -> dict[str, Any]:
        """The filters that are set and valid; a broken one is shown and ignored."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class PersonChoice(forms.Form):
    """Whose rights are explained, and on which further portal."""

    nguoi = forms.ModelChoiceField(Person.objects.none(), label=_("Người"), required=False)
    cong = forms.ModelChoiceField(
        Portal.objects.none(), label=_("Xem thêm tại cổng"), required=False,
        to_field_name="code", empty_label=_("Chỉ các cổng được phân công"),
    )  # fmt: skip

    def __init__(self, *args: Any, people: Any, portals: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nguoi"].queryset = people
        self.fields["cong"].queryset = portals


class LanguageForm(forms.ModelForm):
    """The language of the staff area."""

    class Meta:
        model = Person
        fields = ("language",)
        labels = {"language": _("Ngôn ngữ của khu vực cán bộ")}


class LookForm(ThemePreferencesForm):
    """Light or dark, contrast, density."""

    class Meta(ThemePreferencesForm.Meta):
        fields = ("theme", "contrast", "density")
