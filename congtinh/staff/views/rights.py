"""«Quyền»: what a person may do now on each portal, and why or why not."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.base import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from congtinh.organisation import permissions
from congtinh.organisation.models import Area, Person, Portal
from congtinh.organisation.roles import CAPABILITY_LABELS, Capability
from congtinh.staff import queries
from congtinh.staff.forms import PersonChoice


@dataclass(frozen=True, slots=True)
class Cell:
    """An answer of `permissions` for one capability on one portal."""

    portal: str
    held: bool
    why: str
    areas: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    label: str | Promise
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class _Place:
    portal: Portal
    area: Area


class RightsView(WagtailAdminTemplateMixin, TemplateView):
    """A table of capability by portal, straight from the module that decides."""

    template_name = "staff/rights.html"
    page_title = gettext_lazy("Ai được làm gì, vì sao")
    header_icon = "key"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        me = self.request.user
        people = queries.managed_people(me)
        managed = permissions.portals(me, Capability.MANAGE_PEOPLE).order_by("name", "pk")
        form = PersonChoice(self.request.GET, people=people, portals=managed)
        form.is_valid()
        person = form.cleaned_data.get("nguoi") or people.get(pk=me.pk)
        portals = queries.portals_of(person)
        if person.pk != me.pk:
            portals = portals.filter(pk__in=managed)
        portals = list(portals)
        extra = form.cleaned_data.get("cong")
        if extra and extra not in portals:
            portals.append(extra)
        return context | {
            "form": form if permissions.holds_anywhere(me, Capability.MANAGE_PEOPLE) else None,
            "person": person,
            "portals": portals,
            "rows": rows(person, portals),
            "posts": queries.posts_of(person, portals),
        }

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]


def rows(person: Person, portals: list[Portal]) -> list[Row]:
    """Every capability on each of the portals."""
    areas = list(Area.objects.order_by("order", "code"))
    return [
        Row(label, [_cell(person, capability, portal, areas) for portal in portals])
        for capability, label in CAPABILITY_LABELS.items()
    ]


def _cell(person: Person, capability: Capability, portal: Portal, areas: list[Area]) -> Cell:
    answer = permissions.may(person, capability, portal)
    if answer:
        return Cell(str(portal), True, answer.capacity)
    # A deputy's power reaches as far as a delegation: ask area by area (Đ5.2).
    held = {
        area: found
        for area in areas
        if (found := permissions.may(person, capability, _Place(portal, area)))
    }
    if not held:
        return Cell(str(portal), False, " ".join(map(str, answer.reasons)))
    return Cell(
        str(portal), True, next(iter(held.values())).capacity,
        _("Chỉ trong lĩnh vực: %(areas)s") % {"areas": ", ".join(map(str, held))},
    )  # fmt: skip
