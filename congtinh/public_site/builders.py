"""Put pages together from what the log made public."""

import hashlib
from typing import Any

from django.utils.translation import gettext as _

from congtinh.public_site import fronts, queries
from congtinh.public_site.fronts import Site
from congtinh.public_site.page import (
    HUES,
    TASK_ICONS,
    Card,
    CorrectionNotice,
    Crumb,
    DecisionLine,
    GonePage,
    HomePage,
    Link,
    NoTranslationPage,
    PageMeta,
    Pager,
    Picture,
    PictureSource,
    PublicationPage,
    SectionBlock,
    SectionPage,
    SiteMapPage,
    Source,
    Task,
    UnitGroup,
    UnitLine,
    UnitsPage,
)
from congtinh.public_site.queries import Component, Shown
from congtinh.publishing.models import Publication

_NEWS, _POLICY = 4, 2
#: Kinds of units in the order of the index, with the heading they stand under.
_GROUPS = (
    (("department", "agency", "office", "centre", "party_body", "mass_organisation"),
     lambda: _("Sở, ban, ngành")),
    (("city", "town", "district", "commune"), lambda: _("Địa phương")),
)  # fmt: skip


def home(site: Site, language: str) -> HomePage:
    """The home page of a general or component portal."""
    prefix = fronts.home(language)
    sections = [one for one in site.structure["sections"] if one["kind"] in {_NEWS, 8, 3, _POLICY}]
    by_section: dict[str, list[Card]] = {}
    slugs = [one["slug"] for one in sections]
    for row in queries.newest_by_section(site.code, language, slugs, 4):
        by_section.setdefault(row.section, []).append(Card("", "", html=row.card))
    cards = [card(data) for data in queries.newest(site.code, language, 5)]
    top = {one.url for one in cards}
    blocks = tuple(
        SectionBlock(one["names"][language], f"{prefix}{one['slug']}", _without(top, found)[:3])
        for one in sections
        if (found := by_section.get(one["slug"]))
    )
    name = site.structure["names"][language]
    components = queries.component_portals(language) if site.is_general else []
    return HomePage(
        meta=PageMeta(
            title=name,
            description=site.structure["unit"]["duties"].get(language, ""),
            canonical=site.address(prefix),
            feed_url=f"{prefix}rss.xml",
            alternates=fronts.alternates(site, language, fronts.both("/")),
        ),
        lead=cards[0] if cards else None,
        beside=tuple(cards[1:]),
        tasks=tasks(site, language),
        sections=tuple(block for block in blocks if block.cards),
        unit_groups=unit_groups(components, language),
        units_version=_version(components, language),
        units_url=f"{prefix}don-vi" if site.is_general else "",
        unit=None if site.is_general else fronts.unit_card(site, language),
    )


def section(
    site: Site, language: str, one: dict[str, Any], *, before: int | None, after: int | None
) -> SectionPage:
    """A page of a section."""
    prefix = fronts.home(language)
    base = f"{prefix}{one['slug']}"
    rows, newer, older = queries.section_page(
        site.code, language, one["slug"], before=before, after=after
    )
    title = one["names"][language]
    return SectionPage(
        meta=PageMeta(
            title=title,
            description=one["descriptions"].get(language, ""),
            canonical=site.address(base) if before is None and after is None else "",
            noindex=before is not None or after is not None,
            feed_url=f"{base}/rss.xml",
            alternates=fronts.alternates(site, language, fronts.both(f"/{one['slug']}")),
        ),
        title=title,
        description=one["descriptions"].get(language, ""),
        crumbs=(Crumb(_("Trang chủ"), prefix), Crumb(title)),
        cards=tuple(Card("", "", html=row.card) for row in rows),
        pager=Pager(
            newer_url=f"{base}?sau={rows[0].position}" if newer and rows else "",
            older_url=f"{base}?truoc={rows[-1].position}" if older and rows else "",
        ),
    )


def publication(site: Site, language: str, live: Shown) -> PublicationPage:
    """One publication with whose decision it was, what it corrects and where it came from."""
    data = live.data
    shown = data["card"]
    prefix = fronts.home(language)
    slug = live.section
    listed = site.section(slug)
    section_link = Link(listed["names"][language], f"{prefix}{slug}") if listed else None
    paths = fronts.both(live.path.removeprefix("/en") if language == "en" else live.path)
    if live.translated:
        paths["vi" if language == "en" else "en"] = live.translated
    picture = picture_of(shown.get("picture"))
    changed = live.published_at if live.version > 1 else None
    return PublicationPage(
        meta=PageMeta(
            title=live.title,
            description=live.summary,
            canonical=site.address(live.path),
            kind="article",
            image=site.address(picture.src) if picture else "",
            published=live.first_published_at.isoformat(),
            updated=changed.isoformat() if changed else "",
            alternates=fronts.alternates(site, language, paths),
        ),
        title=live.title,
        summary=live.summary,
        body=live.body,
        crumbs=tuple(
            crumb
            for crumb in (
                Crumb(_("Trang chủ"), prefix),
                Crumb(section_link.title, section_link.url) if section_link else None,
            )
            if crumb
        ),
        section=section_link,
        genre=shown.get("genre", ""),
        date=live.first_published_at.isoformat(),
        updated=changed.isoformat() if changed else "",
        authors=tuple(data.get("authors", ())),
        source=_source(live, data.get("source", "")),
        picture=picture,
        corrections=tuple(
            CorrectionNotice(one.published_at.isoformat(), one.correction)
            for one in queries.corrections(live)
        ),
        decision=DecisionLine(live.decided_by, live.capacity, live.decided_at.isoformat()),
        related=tuple(Card("", "", html=html) for html in queries.related(live)),
        print_url=f"{live.path}/in",
    )


def gone(site: Site, language: str, entry: Publication) -> GonePage:
    """What was public here, when and why it was withdrawn."""
    listed = site.section(entry.section)
    prefix = fronts.home(language)
    return GonePage(
        meta=PageMeta(title=_("Nội dung đã được gỡ"), noindex=True),
        title=entry.title,
        withdrawn=entry.published_at.isoformat(),
        reason=entry.reason,
        section=Link(listed["names"][language], f"{prefix}{entry.section}") if listed else None,
    )


def no_translation(site: Site, language: str, original: Shown) -> NoTranslationPage:
    """Says plainly that the item is not there in this language, and leads to the one that is."""
    paths = {original.language: original.path, language: f"/en{original.path}"}
    return NoTranslationPage(
        meta=PageMeta(
            title=original.title, noindex=True,
            alternates=fronts.alternates(site, language, paths),
        ),
        original=Link(original.title, original.path),
        original_language=original.language,
        newest=tuple(card(data) for data in queries.newest(site.code, language, 4)),
    )  # fmt: skip


def site_map(site: Site, language: str) -> SiteMapPage:
    """Every section of the portal, for people."""
    prefix = fronts.home(language)
    title = _("Sơ đồ cổng")
    return SiteMapPage(
        meta=PageMeta(
            title=title, canonical=site.address(f"{prefix}so-do"),
            alternates=fronts.alternates(site, language, fronts.both("/so-do")),
        ),
        title=title,
        crumbs=(Crumb(_("Trang chủ"), prefix), Crumb(title)),
        groups=tuple(
            (Link(one["names"][language], f"{prefix}{one['slug']}"), ())
            for one in site.structure["sections"]
        ),
    )  # fmt: skip


def units(site: Site, language: str) -> UnitsPage:
    """The index of component portals."""
    prefix = fronts.home(language)
    title = _("Các cổng thành phần")
    return UnitsPage(
        meta=PageMeta(
            title=title, canonical=site.address(f"{prefix}don-vi"),
            alternates=fronts.alternates(site, language, fronts.both("/don-vi")),
        ),
        title=title,
        crumbs=(Crumb(_("Trang chủ"), prefix), Crumb(title)),
        groups=unit_groups(queries.component_portals(language), language),
    )  # fmt: skip


def unit_groups(components: list[Component], language: str) -> tuple[UnitGroup, ...]:
    """Component portals by kind of unit, each with its newest line."""
    lines: dict[str, list[UnitLine]] = {}
    for one in components:
        hue = one.structure["hue"]
        lines.setdefault(one.structure["unit"]["kind"], []).append(
            UnitLine(
                one.structure["names"][language],
                fronts.address(one.host, fronts.home(language)),
                hue=hue if hue in HUES else "bay",
                newest_title=one.title,
                newest_url=fronts.address(one.host, one.path) if one.path else "",
                newest_date=one.at.isoformat() if one.at else "",
            )
        )
    groups = []
    for kinds, heading in _GROUPS:
        found = [line for kind in kinds for line in lines.get(kind, ())]
        if found:
            groups.append(UnitGroup(heading(), tuple(found)))
    return tuple(groups)


def tasks(site: Site, language: str) -> tuple[Task, ...]:
    """«Việc cần làm» as the portal has set them."""
    prefix = fronts.home(language)
    return tuple(
        Task(one["titles"][language], f"{prefix}{one['section']}", one["icon"])
        for one in site.structure["tasks"]
        if one["icon"] in TASK_ICONS and language in one["titles"]
    )


def card(data: dict[str, Any]) -> Card:
    """A card from its stored values."""
    return Card(
        data["title"], data["url"], summary=data.get("summary", ""), date=data.get("date", ""),
        section=data.get("section", ""), genre=data.get("genre", ""),
        picture=picture_of(data.get("picture")),
    )  # fmt: skip


def picture_of(data: dict[str, Any] | None) -> Picture | None:
    """A picture from its stored values."""
    if not data:
        return None
    sources = tuple(PictureSource(**source) for source in data.get("sources", ()))
    return Picture(**{**data, "sources": sources})


def _version(components: list[Component], language: str) -> str:
    """Changes with anything that the index of component portals shows."""
    shown = ",".join(f"{one.seq}-{one.newest}" for one in components)
    return hashlib.blake2b(f"{language} {shown}".encode(), digest_size=12).hexdigest()


def _without(shown: set[str], cards: list[Card]) -> tuple[Card, ...]:
    return tuple(one for one in cards if not any(f'href="{url}"' in one.html for url in shown))


def _source(live: Shown, name: str) -> Source | None:
    found = queries.source(live)
    if found:
        title, host, path = found
        return Source(name or title, fronts.address(host, path) if host else "")
    return Source(name) if name else None
