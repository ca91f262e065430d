"""Who is meant: a person with an account, or one whose account is opened in passing."""

from typing import Any

from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congtinh.organisation import passwords
from congtinh.organisation.actions.people import NewAccount
from congtinh.organisation.forms.parts import Part, radios
from congtinh.organisation.models import Person
from congtinh.vietnamese import folding

#: How many names the list of suggestions holds; typing finds the others as well.
_SUGGESTED = 200


class PersonInput(forms.TextInput):
    """A sign-in name with the names of people as suggestions; the browser filters them."""

    template_name = "organisation/widgets/person.html"

    def __init__(self, people: QuerySet[Person]) -> None:
        super().__init__(attrs={"autocomplete": "off", "autocapitalize": "none"})
        self.people = people

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        listed = f"{context['widget']['attrs'].get('id', name)}_people"
        context["widget"]["attrs"]["list"] = listed
        rows = self.people.order_by("sort_key", "pk")[:_SUGGESTED]
        context["widget"]["people"] = [(row.username, str(row)) for row in rows]
        return context


class PersonField(forms.CharField):
    """A person by sign-in name, or by a name that only one of them bears."""

    def __init__(self, people: QuerySet[Person], **kwargs: Any) -> None:
        self.people = people
        super().__init__(widget=PersonInput(people), **kwargs)

    def clean(self, value: Any) -> Any:
        words = super().clean(value)
        if not words:
            return None
        person = self.people.filter(username__iexact=words).first()
        if person:
            return person
        rows = self.people.order_by("sort_key", "pk")
        for word in folding.fold(words).split():
            rows = rows.filter(folded__contains=word)
        found = list(rows[:6])
        if len(found) == 1:
            return found[0]
        if not found:
            raise ValidationError(
                _("Không tìm thấy «%(words)s» trong những người quý vị quản trị."),
                params={"words": words},
            )
        names = ", ".join(f"{row} ({row.username})" for row in found[:5])
        raise ValidationError(
            _("Có nhiều người khớp: %(names)s. Hãy nhập tên đăng nhập."), params={"names": names}
        )


class PersonPart(Part):
    """A person with an account, or the data of a new one."""

    ways = {
        "new": ("last_name", "first_name", "username", "title", "email"),
        "known": ("person",),
    }
    needed = frozenset({"person", "last_name", "first_name", "username"})

    def __init__(
        self,
        *args: Any,
        people: QuerySet[Person],
        legend: str | Promise,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.legend = legend
        active = people.filter(is_active=True)
        self.fields["way"] = radios(
            (("known", _("Người đã có tài khoản")), ("new", _("Lập tài khoản mới"))),
            label=_("Người này"), initial="known",
        )  # fmt: skip
        self.fields["person"] = PersonField(
            active, label=_("Người đã có tài khoản"), required=False, max_length=200,
            help_text=_("Gõ họ tên hoặc tên đăng nhập"),
        )  # fmt: skip
        self.fields.update(_account_fields(required=False))
        self.fields["username"] = forms.CharField(
            label=_("Tên đăng nhập"), max_length=150, required=False,
            validators=[UnicodeUsernameValidator()],
            help_text=_("Chữ không dấu, số và dấu chấm. Ví dụ: an.nv"),
            widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
        )  # fmt: skip
        self.order_fields(["way", *self.ways["known"], *self.ways["new"]])

    def chosen(self) -> Person | NewAccount:
        """The person, or the account to be opened with a generated password."""
        given = self.cleaned_data
        if self.way == "known":
            person: Person = given["person"]
            return person
        return NewAccount(
            username=given["username"], password=passwords.generate(),
            last_name=given["last_name"], first_name=given["first_name"],
            email=given["email"], title=given["title"],
        )  # fmt: skip


class AccountPart(Part):
    """What an account says about its person."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(_account_fields(required=True))
        self.fields["language"] = radios(
            Person._meta.get_field("language").choices, label=_("Ngôn ngữ của khu vực cán bộ")
        )


def account_of(person: Person) -> dict[str, Any]:
    """The initial data of an account's form."""
    names = ("last_name", "first_name", "title", "email", "language")
    return {name: getattr(person, name) for name in names}


def _account_fields(*, required: bool) -> dict[str, forms.Field]:
    return {
        "last_name": forms.CharField(
            label=_("Họ và tên đệm"), max_length=150, required=required,
            help_text=_("Ví dụ: Nguyễn Văn"),
        ),
        "first_name": forms.CharField(
            label=pgettext_lazy("người", "Tên"), max_length=150, required=required,
            help_text=_("Ví dụ: An"),
        ),
        "title": forms.CharField(label=_("Chức danh"), max_length=200, required=False),
        "email": forms.EmailField(
            label=_("Thư điện tử"), required=False, help_text=_("Để nhận thông tin công việc")
        ),
    }  # fmt: skip
