"""What the templates of the public site are given: plain frozen values, ready to show, no queries.

Every template gets `portal` (a `PortalFront`) and `page` (one of the page classes at the end).
Dates are ISO 8601 texts ("2026-11-24" or with time and zone), because cards and bodies are stored
as JSON and HTML; the filters of `{% load theme %}` write them in the reader's language. Texts
arrive in the language of the page. An empty text, None or an empty tuple means "there is none",
and the part of the page that would show it is left out.
"""

from dataclasses import dataclass

# The eight checked hues of component portals, as in tokens.css; the general portal keeps "bay".
HUES = ("pine", "moss", "brass", "clay", "rose", "plum", "indigo", "slate")

# The line icons a task may bear; one file each in theme/templates/theme/icons/.
TASK_ICONS = ("dossier", "track", "question", "permit", "health", "school", "land", "calendar")


# --- small parts -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Link:
    title: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Crumb:
    title: str
    url: str = ""  # empty for the page itself


@dataclass(frozen=True, slots=True)
class PictureSource:
    media_type: str  # "image/avif", "image/webp"
    srcset: str  # "/media/a-480.avif 480w, /media/a-960.avif 960w"


@dataclass(frozen=True, slots=True)
class Picture:
    src: str  # the JPEG or PNG every browser reads
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""
    srcset: str = ""  # further widths of `src`
    sources: tuple[PictureSource, ...] = ()  # best format first
    full_url: str = ""  # the largest rendition, for the gallery


@dataclass(frozen=True, slots=True)
class Card:
    """One item in a list. `html` is the stored rendering of theme/card.html, used when present."""

    title: str
    url: str
    summary: str = ""
    date: str = ""
    section: str = ""
    section_url: str = ""
    genre: str = ""  # a word to show ("Phóng sự", "Video"), empty for plain news
    picture: Picture | None = None
    html: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    title: str
    url: str
    kind: str  # "PDF", "DOCX": what the reader will get
    size: int  # bytes
    checksum: str = ""  # SHA-256, hexadecimal


@dataclass(frozen=True, slots=True)
class Alert:
    title: str
    text: str = ""
    url: str = ""
    level: str = "notice"  # notice | warning | emergency
    date: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    title: str
    url: str
    icon: str  # one of TASK_ICONS
    hint: str = ""


@dataclass(frozen=True, slots=True)
class SectionBlock:
    title: str
    url: str
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class ScheduleEntry:
    time: str  # "08:00"
    title: str
    who: str = ""  # "Chủ tịch UBND tỉnh"
    place: str = ""


@dataclass(frozen=True, slots=True)
class LeaderSchedule:
    date: str
    entries: tuple[ScheduleEntry, ...] = ()
    url: str = ""  # the whole week


@dataclass(frozen=True, slots=True)
class DocumentRow:
    number: str  # "42/2026/QĐ-UBND"
    kind: str  # "Quyết định"
    abstract: str
    url: str
    date: str
    issuer: str = ""
    validity: str = ""  # in_force | pending | expired | partly_expired | suspended
    validity_label: str = ""  # the word to show, since colour alone tells nothing


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A component portal in the index of units, with the newest it has published."""

    name: str
    url: str
    hue: str = "bay"
    newest_title: str = ""
    newest_url: str = ""
    newest_date: str = ""


@dataclass(frozen=True, slots=True)
class UnitGroup:
    title: str  # "Sở, ban, ngành", "Xã, phường, đặc khu"
    units: tuple[UnitLine, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerFigures:
    period: str  # "Tháng 11 năm 2026"
    received: int
    answered: int
    in_time_percent: int
    url: str = ""  # list of questions and answers
    ask_url: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    label: str
    value: str  # written as it is to be read: "1,24 triệu"
    unit: str = ""
    note: str = ""  # "so với cùng kỳ năm trước: +8,2 %"
    url: str = ""


@dataclass(frozen=True, slots=True)
class DecisionLine:
    name: str
    capacity: str  # "Phó Trưởng ban, theo ủy nhiệm số 3/UN-BBT"
    date: str


@dataclass(frozen=True, slots=True)
class CorrectionNotice:
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text came from: the portal that published it first, or a newspaper."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Pager:
    """Links of keyset pagination; the newest page has no `newer_url`."""

    newer_url: str = ""
    older_url: str = ""


@dataclass(frozen=True, slots=True)
class FilterField:
    name: str
    label: str
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()  # (value, label); without options a text field
    kind: str = "select"  # select | text | date


# --- what all pages share --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Alternate:
    language: str  # "vi", "en"
    label: str  # "Tiếng Việt", "English"
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class PageMeta:
    title: str
    description: str = ""
    canonical: str = ""
    kind: str = "website"  # website | article (Open Graph)
    image: str = ""  # absolute address of the social image
    published: str = ""
    updated: str = ""
    noindex: bool = False
    feed_url: str = ""
    alternates: tuple[Alternate, ...] = ()


@dataclass(frozen=True, slots=True)
class Contacts:
    address: str = ""
    phone: str = ""
    email: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Footer:
    owner: str = ""  # the governing body, in full
    licence: str = ""  # "Giấy phép số 05/GP-TTĐT …"
    responsible_editor: str = ""  # "Nguyễn Văn An, Trưởng Ban Biên tập"
    contacts: Contacts = Contacts()
    links: tuple[Link, ...] = ()
    accessibility_url: str = ""
    site_map_url: str = ""
    feeds_url: str = ""


@dataclass(frozen=True, slots=True)
class UnitCard:
    """Head, address, hours and duties of a unit, one glance away on its home page."""

    head: str = ""
    head_title: str = ""  # "Giám đốc Sở"
    contacts: Contacts = Contacts()
    duties: tuple[str, ...] = ()
    url: str = ""  # the unit's own page


@dataclass(frozen=True, slots=True)
class PortalFront:
    """What a portal shows on every page of one language."""

    name: str  # "Cổng thông tin điện tử tỉnh An Hải"
    short_name: str  # "Tỉnh An Hải", large beside the sign
    url: str
    label: str = ""  # the small line above the short name: "Cổng thông tin điện tử"
    language: str = "vi"
    is_general: bool = True
    hue: str = "bay"
    governing_body: str = ""
    governing_url: str = ""  # on a component portal: the general portal
    emblem: Picture | None = None  # the province's own sign instead of ours
    backdrop: Picture | None = None  # the unit's picture behind the wordmark
    search_url: str = ""
    search_suggestions: tuple[Link, ...] = ()
    sign_in_url: str = ""
    nav: tuple[Link, ...] = ()
    footer: Footer = Footer()
    version: str = ""  # changes whenever anything above does: the key of ready-made frames


# --- the pages -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HomePage:
    """Both home pages; a component portal's fills fewer of the fields and adds `unit`."""

    meta: PageMeta
    alert: Alert | None = None
    lead: Card | None = None
    beside: tuple[Card, ...] = ()  # up to four
    tasks: tuple[Task, ...] = ()  # up to eight
    sections: tuple[SectionBlock, ...] = ()
    schedule: LeaderSchedule | None = None
    activities: SectionBlock | None = None
    documents: tuple[DocumentRow, ...] = ()
    documents_url: str = ""
    unit_groups: tuple[UnitGroup, ...] = ()
    #: Changes with what `unit_groups` shows, so that its HTML may be kept until then.
    units_version: str = ""
    units_url: str = ""
    answers: AnswerFigures | None = None
    figures: tuple[Figure, ...] = ()
    figures_url: str = ""
    photo: Picture | None = None
    photo_url: str = ""
    linked_sites: tuple[Link, ...] = ()
    unit: UnitCard | None = None


@dataclass(frozen=True, slots=True)
class SectionPage:
    meta: PageMeta
    title: str
    description: str = ""
    crumbs: tuple[Crumb, ...] = ()
    subsections: tuple[Link, ...] = ()
    filters: tuple[FilterField, ...] = ()
    cards: tuple[Card, ...] = ()
    documents: tuple[DocumentRow, ...] = ()  # for sections that hold legal documents
    pager: Pager = Pager()
    periods: tuple[Link, ...] = ()  # months to jump to, newest first


@dataclass(frozen=True, slots=True)
class PublicationPage:
    meta: PageMeta
    title: str
    body: str  # ready-made HTML of theme/blocks, marked safe by the template
    summary: str = ""
    crumbs: tuple[Crumb, ...] = ()
    section: Link | None = None
    genre: str = ""
    date: str = ""
    updated: str = ""
    authors: tuple[str, ...] = ()
    unit: Link | None = None
    source: Source | None = None
    picture: Picture | None = None
    attachments: tuple[Attachment, ...] = ()
    corrections: tuple[CorrectionNotice, ...] = ()
    decision: DecisionLine | None = None
    related: tuple[Card, ...] = ()
    print_url: str = ""


@dataclass(frozen=True, slots=True)
class GonePage:
    """Shown with 410: the text was public and was withdrawn; its title may be shown or withheld."""

    meta: PageMeta
    title: str = ""
    withdrawn: str = ""
    reason: str = ""
    section: Link | None = None
    replacement: Link | None = None


@dataclass(frozen=True, slots=True)
class MissingPage:
    meta: PageMeta
    path: str = ""


@dataclass(frozen=True, slots=True)
class NoTranslationPage:
    """An address that has no text in the language asked for; `original` has it."""

    meta: PageMeta
    original: Link
    original_language: str = "vi"
    newest: tuple[Card, ...] = ()  # what there is in the language asked for


@dataclass(frozen=True, slots=True)
class SiteMapPage:
    meta: PageMeta
    title: str
    crumbs: tuple[Crumb, ...] = ()
    groups: tuple[tuple[Link, tuple[Link, ...]], ...] = ()  # a section and what stands under it


@dataclass(frozen=True, slots=True)
class UnitsPage:
    meta: PageMeta
    title: str
    crumbs: tuple[Crumb, ...] = ()
    groups: tuple[UnitGroup, ...] = ()
