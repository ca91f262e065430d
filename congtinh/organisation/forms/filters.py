"""What the lists of portals and people are narrowed by."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from congtinh.organisation import permissions
from congtinh.organisation.models import Portal
from congtinh.organisation.roles import Capability


class PortalFilter(forms.Form):
    """Kind and name."""

    tim = forms.CharField(label=_("Tìm theo tên"), required=False, max_length=100)
    loai = forms.ChoiceField(
        label=_("Loại cổng"), required=False, choices=[("", _("Tất cả")), *Portal.Kind.choices]
    )


class PeopleFilter(forms.Form):
    """Name, portal, and whether the account is in use."""

    tim = forms.CharField(label=_("Tìm theo tên"), required=False, max_length=100)
    cong = forms.ModelChoiceField(
        Portal.objects.none(), label=_("Cổng"), required=False, to_field_name="code",
        empty_label=_("Tất cả"),
    )  # fmt: skip
    trang_thai = forms.ChoiceField(
        label=_("Tài khoản"), required=False,
        choices=[("", _("Tất cả")), ("on", _("Đang hoạt động")), ("off", _("Đã khóa"))],
    )  # fmt: skip

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        portals = permissions.portals(by, Capability.MANAGE_PEOPLE)
        self.fields["cong"].queryset = portals.order_by("kind", "name", "pk")
