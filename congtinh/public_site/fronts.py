"""What a portal shows on every page, from the structure it has published."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from congtinh.public_site import queries
from congtinh.public_site.page import (
    Alternate,
    Contacts,
    Footer,
    Link,
    MissingPage,
    PageMeta,
    PortalFront,
    UnitCard,
)
from congtinh.publishing.live import GENERAL

_LABELS = {"vi": "Tiếng Việt", "en": "English"}


@dataclass(frozen=True, slots=True)
class Site:
    """The portal behind a host, as last announced in the log."""

    code: str
    host: str
    structure: dict[str, Any]
    general_host: str
    general_names: dict[str, str]
    seq: int

    @property
    def is_general(self) -> bool:
        return bool(self.structure["kind"] == "general")

    @property
    def languages(self) -> list[str]:
        return list(self.structure["languages"])

    @property
    def canonical_host(self) -> str:
        return next((host for host, canonical in self.structure["hosts"] if canonical), self.host)

    def section(self, slug: str) -> dict[str, Any] | None:
        return next((one for one in self.structure["sections"] if one["slug"] == slug), None)

    def address(self, path: str) -> str:
        """The canonical address of a path of this portal."""
        return address(self.canonical_host, path)


def address(host: str, path: str = "/") -> str:
    """A full public address; ports are of the deployment, hosts in the log are bare names."""
    port = settings.READER_PORT_SHOWN
    return f"{settings.READER_SCHEME}://{host}{':' + port if port else ''}{path}"


def site_of(host: str) -> Site | None:
    """The portal a host leads to, and the general portal's host, in one query."""
    found = queries.hosts(host)
    own = next((one for one in found if one.host == host), None)
    if own is None:
        return None
    general = next((one for one in found if one.portal == GENERAL and one.canonical), None)
    known = queries.structures({one.hash: one.seq for one in found})
    return Site(
        own.portal, host, known[own.hash], general.host if general else "",
        known[general.hash]["names"] if general else {}, own.seq,
    )  # fmt: skip


def home(language: str) -> str:
    return "/" if language == "vi" else f"/{language}/"


def front(site: Site, language: str, *, path: str) -> PortalFront:
    """The frame of every page in one language; `path` marks the current section."""
    structure = site.structure
    unit = structure["unit"]
    prefix = home(language)
    contacts = Contacts(
        address=unit["address"], phone=unit["phone"], email=unit["email"],
        hours=unit["hours"].get(language) or unit["hours"]["vi"],
    )  # fmt: skip
    general = "" if site.is_general else site.general_host
    label, short_name = _name_plate(structure["names"][language])
    here = path.removeprefix(prefix).split("/")[0]
    return PortalFront(
        name=structure["names"][language],
        label=label,
        short_name=short_name,
        url=prefix,
        language=language,
        is_general=site.is_general,
        hue=structure["hue"],
        governing_body=(
            site.general_names[language] if general else structure["governing_body"][language]
        ),
        governing_url=address(general, prefix) if general else "",
        nav=tuple(
            Link(
                one["names"][language],
                f"{prefix}{one['slug']}",
                current=one["slug"] == here,
            )
            for one in structure["sections"]
        ),
        footer=Footer(
            owner=structure["governing_body"][language],
            licence=structure["licence"],
            responsible_editor=structure["editor"],
            contacts=contacts,
            site_map_url=f"{prefix}so-do",
            feeds_url=f"{prefix}rss.xml",
        ),
        version=f"{site.seq}-{general}-{language}-{here if site.section(here) else ''}",
    )


def unit_card(site: Site, language: str) -> UnitCard:
    """Head, address, hours and duties of the unit, for the home page of its portal."""
    unit = site.structure["unit"]
    duties = unit["duties"].get(language) or unit["duties"]["vi"]
    return UnitCard(
        head=unit["head"], head_title=unit["head_title"],
        contacts=Contacts(
            address=unit["address"], phone=unit["phone"], email=unit["email"],
            hours=unit["hours"].get(language) or unit["hours"]["vi"],
        ),
        duties=(duties,) if duties else (),
        url=f"{home(language)}gioi-thieu",
    )  # fmt: skip


def alternates(site: Site, language: str, paths: dict[str, str]) -> tuple[Alternate, ...]:
    """The language switch: `paths` gives the address of this page in each language."""
    if len(site.languages) < 2:
        return ()
    return tuple(
        Alternate(code, _LABELS[code], paths[code], current=code == language)
        for code in site.languages
    )


def both(path: str) -> dict[str, str]:
    """The same address in both languages; `path` is the Vietnamese one."""
    return {"vi": path, "en": f"/en{path}"}


def missing_page(path: str) -> MissingPage:
    return MissingPage(PageMeta(title=_("Không tìm thấy trang"), noindex=True), path=path)


_LABEL_PREFIXES = ("Cổng thông tin điện tử ", "Cổng thông tin ", "Portal of ")


def _name_plate(name: str) -> tuple[str, str]:
    """«Cổng thông tin điện tử tỉnh Quảng Ninh» as a small line and a large one."""
    for prefix in _LABEL_PREFIXES:
        if name.startswith(prefix):
            return prefix.strip(), capfirst(name.removeprefix(prefix))
    return "", name
