"""What standing pages and a portal's structure are to the publishing path."""

from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congtinh.organisation.models import Appointment, Portal
from congtinh.organisation.roles import Role
from congtinh.pages.models import StandingPage
from congtinh.publishing import kinds
from congtinh.publishing.body import reading
from congtinh.publishing.body import sealed as bodies
from congtinh.publishing.body.checks import body_issues
from congtinh.publishing.kinds import BLOCKING, Files, Issue, Rendition, Sealed


class StandingPageKind(kinds.Kind):
    """Standing pages stand in their section like articles do."""

    name = "page"
    label = _("Trang")
    model = StandingPage
    clauses = ("Đ11.1", "Đ11.2", "Đ11.3", "Đ11.5", "Đ11.6", "Đ11.7", "Đ11.8")

    def seal(self, content: Any) -> Sealed:
        body = bodies.body_of(content.body)
        return {
            "title": content.title,
            "slug": content.slug,
            "language": content.language,
            "lead": content.lead,
            "summary": content.lead,
            "portal": content.portal.code,
            "section": content.section.slug,
            "section_name": content.section.name,
            "section_name_en": content.section.name_en,
            "area": content.area.code if content.area else "",
            "event_on": "",
            "body": body,
            "media": bodies.media_of(body),
        }

    def check(self, sealed: Sealed) -> list[Issue]:
        found = [] if sealed["body"] else [Issue("body", "missing", BLOCKING)]
        return [*found, *body_issues(sealed["body"], sealed["media"], sealed["portal"])]

    def texts(self, sealed: Sealed) -> list[tuple[str, str]]:
        lead = [("lead", sealed["lead"])] if sealed["lead"] else []
        return [("title", sealed["title"]), *lead, *reading.texts(sealed["body"])]

    def prepare(self, sealed: Sealed) -> None:
        bodies.prepare_media(sealed["media"])

    def publish_files(self, sealed: Sealed) -> Files:
        return bodies.publish_media(sealed["media"], sealed["body"], sealed["portal"])

    def render(self, sealed: Sealed, files: Files, *, url: str) -> Rendition:
        english = sealed["language"] == "en"
        section = (sealed["section_name_en"] if english else "") or sealed["section_name"]
        card = {
            "title": sealed["title"], "url": url, "summary": sealed["lead"], "section": section,
        }  # fmt: skip
        return Rendition(
            body=bodies.render_body(sealed["body"], files),
            card=render_to_string("theme/card.html", {"card": card}),
            data={"card": card},
        )

    def edit_url(self, content: Any) -> str:
        return reverse("page:edit", args=[content.pk], urlconf="congtinh.urls.staff")


class StructureKind(kinds.Kind):
    """Names, hosts, sections and unit of a portal: what every page of it shows (Đ2, Đ11)."""

    name = "structure"
    label = _("Cấu trúc cổng")
    model = Portal
    listed = False
    clauses = ("Đ2.1", "Đ2.2")

    def seal(self, content: Any) -> Sealed:
        portal = content
        unit = portal.unit
        hosts = portal.hosts.order_by("-canonical", "host").values_list("host", "canonical")
        return {
            "title": portal.name, "summary": "", "language": "vi", "slug": "", "section": "",
            "area": "", "event_on": "", "portal": portal.code, "kind": portal.kind,
            "names": {"vi": portal.name, "en": portal.name_en or portal.name},
            "governing_body": {
                "vi": portal.governing_body or unit.name,
                "en": portal.governing_body_en or unit.name_en or unit.name,
            },
            "languages": list(portal.languages), "hue": portal.hue, "licence": portal.licence,
            "hosts": [[host, canonical] for host, canonical in hosts], "tasks": portal.tasks,
            "sections": [_section(section) for section in portal.sections.order_by("order", "pk")],
            "unit": _unit(unit), "editor": _responsible_editor(portal),
        }  # fmt: skip

    def path(self, sealed: Sealed) -> str:
        return "/"

    def render(self, sealed: Sealed, files: Files, *, url: str) -> Rendition:
        return Rendition(
            body="", card="", data=sealed,
            hosts=tuple((host, canonical) for host, canonical in sealed["hosts"]),
        )  # fmt: skip


def _section(section: Any) -> dict[str, Any]:
    return {
        "slug": section.slug, "kind": section.kind,
        "names": {"vi": section.name, "en": section.name_en or section.name},
        "descriptions": {"vi": section.description, "en": section.description_en},
    }  # fmt: skip


def _unit(unit: Any) -> dict[str, Any]:
    return {
        "kind": unit.kind,
        "names": {"vi": unit.name, "en": unit.name_en or unit.name},
        "short_name": unit.short_name or unit.name,
        "address": unit.address, "phone": unit.phone, "email": unit.email,
        "hours": {"vi": unit.working_hours, "en": unit.working_hours_en},
        "duties": {"vi": unit.duties, "en": unit.duties_en or unit.duties},
        "head": unit.head_name, "head_title": unit.head_title,
    }  # fmt: skip


def _responsible_editor(portal: Any) -> str:
    """Head of the board, who answers for the content (Đ3.2, Đ5.1)."""
    heads = Appointment.objects.filter(portal=portal, role=Role.HEAD).in_force(timezone.now())
    head = heads.order_by("-starts_on", "-pk").select_related("person").first()
    return str(head.person) if head else ""
