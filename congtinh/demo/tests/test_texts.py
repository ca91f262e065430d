"""Holds every text of the demo province to one contract, whoever adds the next file."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
import yaml

from congtinh.public_site.page import HUES, TASK_ICONS

TEXTS = Path(__file__).resolve().parent.parent / "texts"
FILES = sorted(TEXTS.glob("*.yaml"))
GENERAL = "tong-hop"
COMPONENTS = {
    "so-giao-thong",
    "so-y-te",
    "so-giao-duc",
    "so-tai-nguyen",
    "so-nong-nghiep",
    "so-ke-hoach",
    "so-thong-tin",
    "so-van-hoa",
    "so-lao-dong",
    "ha-long",
    "cam-pha",
    "mong-cai",
    "uong-bi",
    "van-don",
}
PICTURES = {
    "vinh-sang-som",
    "vinh-chieu",
    "cang-hang",
    "ben-tau",
    "cho-que",
    "doi-che",
    "truong-hoc",
    "benh-xa",
    "cau-bac",
    "duong-ven-bien",
    "tru-so",
    "hoi-truong",
    "mo-than",
    "rung-ngap-man",
    "lang-chai",
    "dong-lua",
    "thi-xa-dem",
    "cua-khau",
    "dao-xa",
    "le-hoi",
    "nha-may-nuoc",
    "bien-bao",
    "thu-vien",
    "bieu-do",
    "trong-rung",
    "xe-buyt",
}
GENRES = {"NEWS_ITEM", "FEATURE", "INTERVIEW", "PHOTO_STORY", "ANNOUNCEMENT"}
STATES = {
    "published",
    "draft",
    "submitted",
    "sent_back",
    "declined",
    "scheduled",
    "withdrawn",
    "corrected",
    "revising",
}
NEEDS_NOTE = {"sent_back", "declined", "withdrawn", "corrected"}
PUBLIC_ONCE = {"published", "corrected", "withdrawn"}
HANDOVERS = {
    "none",
    "offered",
    "taken_up",
    "declined",
    "published",
    "source_changed",
    "source_withdrawn",
}
RE_EDITED = {"published", "source_changed", "source_withdrawn"}
UNIT_KINDS = {"DEPARTMENT", "CITY", "TOWN", "DISTRICT", "OFFICE", "CENTRE"}
BOARD_ROLES = {"HEAD", "DEPUTY", "MEMBER", "ASSISTANT"}
ACCESS_ROLES = {"UPDATE", "MODERATE", "ADMINISTER", "TECHNICAL"}
BLOCKS = {"text", "image", "gallery", "quote", "table"}
LEFTOVERS = re.compile(
    r"\b(lorem|ipsum|todo|tbd|fixme|xxx+|asdf|foo|foobar|undefined)\b", re.IGNORECASE
)
# The texts write "hóa", "thủy", not "hoá", "thuỷ"; in "quý" the u belongs to the onset.
OTHER_TONE_PLACE = re.compile(r"o[àáảãạèéẻẽẹ]\b|(?<!q)u[ỳýỷỹỵ]\b", re.IGNORECASE)
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PHONE = re.compile(r"033\.3000\d{3}")


def load(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def load_all(pattern):
    return [item for path in sorted(TEXTS.glob(pattern)) for item in load(path)]


PROVINCE = load(TEXTS / "province.yaml")
ARTICLES = load_all("articles-*.yaml")
PAGES = load_all("standing-*.yaml") + load_all("regulation*.yaml")
ENTRIES = ARTICLES + PAGES
AREAS = {area["slug"] for area in PROVINCE["areas"]}
SECTIONS = {kind: {s["slug"] for s in rows} for kind, rows in PROVINCE["sections"].items()}

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
each_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda item: item["id"])
each_entry = pytest.mark.parametrize("entry", ENTRIES, ids=lambda item: item["id"])


def strings_in(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings_in(part)


def pictures_in(entry):
    if entry.get("picture"):
        yield entry["picture"]
    for block in entry["body"]:
        if "image" in block:
            yield block["image"]
        yield from block.get("gallery", [])


def words_in(entry):
    texts = [text for block in entry["body"] for text in strings_in(block)]
    return sum(len(text.split()) for text in texts)


def find_repeats(values):
    return [value for value, count in Counter(values).items() if count > 1]


# Every file


@each_file
def test_text_is_composed_unicode(path):
    raw = path.read_text(encoding="utf-8")
    assert raw == unicodedata.normalize("NFC", raw)


@each_file
def test_text_has_no_double_spaces_or_leftovers(path):
    for text in strings_in(load(path)):
        assert "  " not in text, text
        assert text == text.strip() or text.endswith("\n"), text
        assert not LEFTOVERS.search(text), text


@each_file
def test_text_does_not_shout(path):
    assert [text for text in strings_in(load(path)) if "!" in text] == []


@each_file
def test_tone_marks_stand_on_the_first_vowel(path):
    raw = path.read_text(encoding="utf-8")
    assert OTHER_TONE_PLACE.findall(raw) == []


@each_file
def test_addresses_stay_on_the_reserved_domain(path):
    raw = path.read_text(encoding="utf-8")
    hosts = re.findall(r"[\w.-]+@([\w.-]*\w)", raw)
    assert [host for host in hosts if host != "quangninh.example"] == []


# Articles and standing pages


def test_ids_are_unique_over_all_files():
    assert find_repeats(entry["id"] for entry in ENTRIES) == []


def test_titles_are_unique_over_all_files():
    assert find_repeats(entry["title"] for entry in ENTRIES) == []


def test_page_slugs_are_unique_within_a_portal():
    assert find_repeats((page["portal"], page["slug"]) for page in PAGES) == []


@each_entry
def test_entry_stands_in_a_known_place(entry):
    assert SLUG.fullmatch(entry["id"])
    assert entry["portal"] in COMPONENTS | {GENERAL}
    kind = "general" if entry["portal"] == GENERAL else "component"
    assert entry["section"] in SECTIONS[kind]
    assert entry["area"] in AREAS
    assert entry["language"] in {"vi", "en"}


@each_entry
def test_translation_follows_its_original(entry):
    originals = {e["id"]: e for e in (ARTICLES if "genre" in entry else PAGES)}
    origin = entry.get("translation_of")
    assert (origin is not None) == (entry["language"] == "en")
    if origin is not None:
        original = originals[origin]
        assert original["language"] == "vi"
        for place in ("portal", "section", "area"):
            assert entry[place] == original[place]


def test_each_original_has_one_translation_at_most():
    assert find_repeats(e["translation_of"] for e in ENTRIES if e.get("translation_of")) == []


@each_entry
def test_title_fits(entry):
    assert 10 <= len(entry["title"]) <= 120 or entry in PAGES
    assert not entry["title"].endswith(".")


@each_entry
def test_body_holds_known_blocks(entry):
    for block in entry["body"]:
        [name] = block
        assert name in BLOCKS
        if name == "text":
            assert block["text"].strip()
        if name == "quote":
            assert block["quote"]["text"] and block["quote"]["who"]
        if name == "gallery":
            assert len(block["gallery"]) >= 2


@each_entry
def test_tables_are_rectangles_of_text(entry):
    for table in (block["table"] for block in entry["body"] if "table" in block):
        assert table["caption"]
        assert len(table["rows"]) >= 2
        assert len({len(row) for row in table["rows"]}) == 1
        # An unquoted figure such as 9.650 would silently become the number 9.65.
        assert [cell for row in table["rows"] for cell in row if not isinstance(cell, str)] == []


@each_entry
def test_pictures_are_known_and_described(entry):
    for picture in pictures_in(entry):
        assert picture["name"] in PICTURES
        assert len(picture["alt"]) >= 10
        assert picture["caption"]


@each_article
def test_article_has_its_required_fields(article):
    assert article["genre"] in GENRES
    assert isinstance(article["days_ago"], int)
    assert 0 <= article["days_ago"] <= 730
    assert 0 < len(article["lead"]) <= 400
    assert article["source"]


@each_article
def test_article_is_long_enough_to_say_something(article):
    low = 40 if article["genre"] in {"ANNOUNCEMENT", "PHOTO_STORY"} else 80
    assert low <= words_in(article) <= 520


@each_article
def test_state_is_known_and_explained(article):
    state = article.get("state", "published")
    assert state in STATES
    assert bool(article.get("state_note")) == (state in NEEDS_NOTE)


@each_article
def test_what_changed_after_publication_is_told_word_for_word(article):
    changed = article.get("before", [])
    assert bool(changed) == (article.get("state") in {"corrected", "revising"})
    words = "\n".join(strings_in([article["lead"], article["body"]]))
    for now, then in changed:
        assert now in words and then not in words


@each_article
def test_handover_agrees_with_state(article):
    state = article.get("state", "published")
    handover = article.get("handover", "none")
    assert handover in HANDOVERS
    if handover != "none":
        assert article["portal"] in COMPONENTS
        assert state in PUBLIC_ONCE
    assert handover != "source_changed" or state == "corrected"
    assert handover != "source_withdrawn" or state == "withdrawn"
    assert bool(article.get("handover_note")) == (handover == "declined")
    assert bool(article.get("handover_title")) == (handover in RE_EDITED)


def test_general_portal_has_a_page_for_each_kind_but_news():
    kinds = {s["slug"]: s["kind"] for s in PROVINCE["sections"]["general"]}
    covered = {kinds[page["section"]] for page in PAGES if page["portal"] == GENERAL}
    assert covered == {1, 2, 3, 5, 6, 7, 8}


# The province


def test_every_portal_has_one_unit():
    portals = [unit["portal"] for unit in PROVINCE["units"] if unit["portal"]]
    assert sorted(portals) == sorted(COMPONENTS | {GENERAL})


@pytest.mark.parametrize("unit", PROVINCE["units"], ids=lambda unit: unit["slug"])
def test_unit_is_described_in_both_languages(unit):
    assert unit["kind"] in UNIT_KINDS
    assert unit["hue"] in ({"bay"} if unit["portal"] == GENERAL else set(HUES))
    assert PHONE.fullmatch(unit["phone"])
    assert unit["email"] == f"{unit['slug']}@quangninh.example"
    for field in ("name", "working_hours", "duties"):
        assert set(unit[field]) == {"vi", "en"}


def test_people_have_distinct_names_and_known_units():
    people = PROVINCE["people"]
    units = {unit["slug"] for unit in PROVINCE["units"]}
    assert find_repeats(person["slug"] for person in people) == []
    assert find_repeats(person["full_name"] for person in people) == []
    assert {person["unit"] for person in people} <= units


def test_appointments_bind_known_people_to_known_portals():
    people = {person["slug"] for person in PROVINCE["people"]}
    for appointment in PROVINCE["appointments"]:
        assert appointment["person"] in people
        assert appointment["portal"] in COMPONENTS | {GENERAL}
        assert appointment["role"] in BOARD_ROLES | ACCESS_ROLES
        assert set(appointment.get("areas", [])) <= AREAS
        assert bool(appointment.get("areas")) == (appointment["role"] == "MEMBER")
        # A paper is signed before the post it gives begins.
        assert appointment["mandate"]["days_ago"] >= appointment["starts_days_ago"]
    assert people == {appointment["person"] for appointment in PROVINCE["appointments"]}


def test_every_board_is_complete():
    for portal in COMPONENTS:
        roles = {a["role"] for a in PROVINCE["appointments"] if a["portal"] == portal}
        assert roles == {"HEAD", "MODERATE", "UPDATE", "ADMINISTER"}
    general = Counter(a["role"] for a in PROVINCE["appointments"] if a["portal"] == GENERAL)
    assert [general[role] for role in ("HEAD", "DEPUTY", "MEMBER", "ASSISTANT")] == [1, 3, 4, 4]


def test_one_appointment_ended_yesterday_and_one_is_to_begin():
    appointments = PROVINCE["appointments"]
    assert [a["portal"] for a in appointments if a["ends_days_ahead"] == -1] == ["cam-pha"]
    assert [a["portal"] for a in appointments if a["starts_days_ago"] < 0] == [GENERAL]


def test_delegations_go_from_the_head_to_deputies():
    roles = {(a["person"], a["role"]) for a in PROVINCE["appointments"] if a["portal"] == GENERAL}
    delegations = PROVINCE["delegations"]
    for delegation in delegations:
        assert (delegation["from"], "HEAD") in roles
        assert (delegation["to"], "DEPUTY") in roles
        assert set(delegation["areas"]) <= AREAS
    assert find_repeats(area for d in delegations for area in d["areas"]) == []
    assert [d["ends_days_ahead"] < 0 for d in delegations] == [False, False, True]


def test_tasks_lead_to_known_sections():
    tasks = PROVINCE["tasks"]
    assert {task["icon"] for task in tasks} <= set(TASK_ICONS)
    assert {task["section"] for task in tasks} <= SECTIONS["general"]
    for task in tasks:
        assert set(task["title"]) == {"vi", "en"}
