"""Staff read Vietnamese on every screen of Wagtail, and no placeholder is lost on the way."""

import gettext
import re

import polib
import pytest

from congtinh.staff.wagtail_words import collect

DOMAINS = pytest.mark.parametrize("domain", collect.DOMAINS)


def sentences(domain):
    for key, entry in collect.our_words(domain).items():
        yield key, entry.msgstr or entry.msgstr_plural[0]


def entry(msgid, msgstr, plural="", context=None):
    forms = {"msgstr_plural": {0: msgstr}} if plural else {"msgstr": msgstr}
    return polib.POEntry(msgid=msgid, msgid_plural=plural, msgctxt=context, **forms)


@pytest.fixture
def catalogue(tmp_path, monkeypatch):
    """Puts entries into a catalogue of ours that stands apart from the shipped one."""
    monkeypatch.setattr(collect, "DIRECTORY", tmp_path)

    def write(*entries):
        for domain in collect.DOMAINS:
            source = collect.source_of(domain)
            source.parent.mkdir(parents=True, exist_ok=True)
            po = polib.POFile()
            po.metadata = {
                "Content-Type": "text/plain; charset=UTF-8",
                "Plural-Forms": "nplurals=1; plural=0;",
            }
            if domain == "django":
                po.extend(entries)
            po.save(str(source))

    return write


@DOMAINS
def test_covers_every_message_of_the_installed_apps(domain):
    assert collect.missing(domain) == []


@DOMAINS
def test_holds_no_message_the_installed_apps_dropped(domain):
    assert collect.stale(domain) == []


@DOMAINS
def test_keeps_placeholders_and_tags(domain):
    assert collect.misplaced(domain) == []


@DOMAINS
def test_is_compiled_after_the_last_change(domain):
    assert collect.is_fresh(domain)


@DOMAINS
def test_has_no_fuzzy_or_empty_entry(domain):
    assert set(collect.read(collect.source_of(domain))) == set(collect.our_words(domain))


@DOMAINS
def test_keeps_the_blanks_around_a_message(domain):
    def edges(text):
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    assert [key for key, text in sentences(domain) if edges(text) != edges(key.message)] == []


@DOMAINS
def test_speaks_in_the_voice_of_the_staff_area(domain):
    # Calls nobody "bạn", does not shout, has one spelling of tone marks and one name a concept.
    shunned = re.compile(
        r"!|\bbạn\b|\bxoá|\bkhoá|bình luận|bản nháp|xuất bản|phê chuẩn|tập tin|biên tập viên",
        re.IGNORECASE,
    )
    assert [text for _, text in sentences(domain) if shunned.search(text)] == []


@pytest.mark.parametrize(
    "message",
    [
        "Publish",
        "Publish page",
        "Publish this version",
        "Publish %(model_name)s",
        "Publish copies",
        "Publish selected pages",
        "%(label)s and Publish",
        "Schedule to publish",
        "Yes, publish",
    ],
)
def test_offers_no_publishing_without_approval(message):
    assert "khi được duyệt" in dict(sentences("django"))[collect.Key(None, message)]


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("Dashboard", "Việc của tôi"),
        ("Save draft", "Lưu bản thảo"),
        ("Publish", "Phát hành khi được duyệt"),
        ("Submit for moderation", "Gửi duyệt"),
        ("Images", "Hình ảnh"),
        # Wagtail says it of every record without its own drafts, approved or not.
        ("Live", "Đã lưu"),
        ("Password reset unsuccessful", "Chưa đặt lại được mật khẩu"),
    ],
)
def test_reads_as_the_glossary_has_it(message, words):
    with collect.compiled_of("django").open("rb") as file:
        compiled = gettext.GNUTranslations(file)

    assert compiled.gettext(message) == words


@pytest.mark.parametrize("number", [1, 5])
def test_counts_with_one_form_whatever_the_number(number):
    with collect.compiled_of("django").open("rb") as file:
        compiled = gettext.GNUTranslations(file)

    form = compiled.ngettext("Delete 1 image", "Delete %(counter)s images", number)

    assert form % {"counter": number} == f"Xóa {number} ảnh"


def test_reports_each_kind_of_fault(catalogue, capsys):
    catalogue(
        entry("Images", "Hình ảnh"),
        entry("Gone from Wagtail", "Không còn"),
        entry("Image '%(image_title)s' updated.", "Đã lưu ảnh."),
        entry("Delete 1 image", "Xóa ảnh", plural="Delete %(counter)s images"),
        entry("Gone too", "Không còn", context="A tag name"),
    )

    status = collect.main([])

    lines = capsys.readouterr().out.splitlines()
    assert status == 1
    assert "django: missing: Save draft" in lines
    assert "django: missing: Images" not in lines
    assert "django: stale: Gone from Wagtail" in lines
    assert "django: stale: [A tag name] Gone too" in lines
    assert "django: misplaced: Image '%(image_title)s' updated." in lines
    assert "django: misplaced: Delete 1 image" in lines
    assert "django: not compiled: run with --compile" in lines


def test_compiles_what_it_then_finds_fresh(catalogue):
    catalogue(entry("Images", "Hình ảnh"))
    assert not collect.is_fresh("django")

    collect.main(["--compile"])

    assert collect.is_fresh("django")


def test_finds_nothing_to_mend_in_the_shipped_catalogues():
    assert collect.main([]) == 0


def test_refuses_a_package_that_is_not_installed(monkeypatch):
    monkeypatch.setattr(collect, "PACKAGES", ("congtinh_absent",))

    with pytest.raises(ModuleNotFoundError, match="congtinh_absent"):
        collect.missing("django")
