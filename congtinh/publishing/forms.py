"""The editing form of every kind: only portals, sections and media one may use."""

import re
from typing import Any

from django import forms
from django.core.exceptions import BadRequest, PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from congtinh.media.models import PortalFile, PortalImage
from congtinh.organisation import permissions
from congtinh.organisation.models import InformationKind, Portal, Section
from congtinh.organisation.roles import Capability
from congtinh.publishing.body import reading
from congtinh.publishing.body import sealed as bodies

#: Where a posted form names a picture or a file, in a field or anywhere in a body.
_CHOSEN = re.compile(r"^picture$|-(image|file)$")
#: What Wagtail's reading of a body stumbles into when the form was not made by its editor.
_FORGED = (RecursionError, LookupError, ValueError, TypeError, AttributeError)


#: The headline as a headline: large, its name inside until something is written.
TITLE = forms.TextInput(attrs={"placeholder": _("Tiêu đề")})


class ContentForm(WagtailAdminModelForm):
    """Narrows every choice to the person's portals, and refuses what was forged into it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        portals = permissions.portals(self.for_user, Capability.WRITE).order_by("kind", "name")
        field = self.fields["portal"]
        field.queryset = portals
        only = list(portals[:2])
        if self.instance.pk:
            # A text never moves to another portal: its address and its log are there.
            field.queryset = portals.filter(pk=self.instance.portal_id)
            field.widget = forms.HiddenInput()
        elif len(only) == 1:
            # In `initial`: the empty instance's own None would come before the field's.
            self.initial["portal"] = only[0].pk
            if not self.initial.get("section"):
                self.initial["section"] = _first_news_section(only[0])
            field.widget = forms.HiddenInput()
        chosen = field.queryset
        sections = Section.objects.filter(portal__in=chosen).select_related("portal")
        self.fields["section"].queryset = sections.order_by("portal", "order")
        if len(only) > 1 and not self.instance.pk:
            self.fields["section"].label_from_instance = _with_portal
        if self.instance.pk and self._is_public():
            for name in ("section", "slug", "language"):
                self.fields[name].disabled = True
                self.fields[name].help_text = _("Không đổi được: bài đã có địa chỉ công khai.")

    def full_clean(self) -> None:
        if self.is_bound:
            self._refuse_strange_media()
        try:
            super().full_clean()
        except _FORGED as error:
            raise BadRequest("a body that no editor sends") from error

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        portal, section = cleaned.get("portal"), cleaned.get("section")
        if portal and section and section.portal_id != portal.pk:
            self.add_error("section", _("Chuyên mục này thuộc cổng khác."))
        if portal:
            self._refuse_foreign_media(portal, cleaned)
        return cleaned

    def _is_public(self) -> bool:
        # registry: the log's tables are needed only for texts that exist already
        from congtinh.publishing.models import Publication

        return Publication.objects.filter(item=self.instance.item).exists()

    def _refuse_strange_media(self) -> None:
        """Before anything is looked at: a form with errors is shown again, titles and all."""
        named: dict[str, set[str]] = {"image": set(), "file": set()}
        for key, value in self.data.items():
            match = _CHOSEN.search(key)
            if match and value:
                named[match[1] or "image"].add(value)
        portals = permissions.portals(self.for_user, Capability.READ)
        for model, numbers in ((PortalImage, named["image"]), (PortalFile, named["file"])):
            known = {number for number in numbers if number.isdecimal() and len(number) < 16}
            own = model.objects.filter(pk__in=known, portal__in=portals).count()
            if own != len({int(number) for number in known}) or known != numbers:
                raise PermissionDenied

    def _refuse_foreign_media(self, portal: Any, cleaned: dict[str, Any]) -> None:
        body = bodies.body_of(cleaned["body"]) if cleaned.get("body") else []
        images = {value["image"] for _place, value in reading.pictures(body)} - {None}
        files = {number for _place, number in reading.files(body)} - {None}
        if cleaned.get("picture"):
            images.add(cleaned["picture"].pk)
        for model, numbers in ((PortalImage, images), (PortalFile, files)):
            own = model.objects.filter(pk__in=numbers, portal=portal).count()
            if own != len(numbers):
                # Not a form error: rendering the form again would show the foreign title.
                raise PermissionDenied


def _with_portal(section: Section) -> str:
    return f"{section.portal}: {section}"


def _first_news_section(portal: Portal) -> int | None:
    """Where a clerk's text most likely belongs."""
    news = portal.sections.filter(kind=InformationKind.NEWS).order_by("order", "pk")
    return news.values_list("pk", flat=True).first()
