import io
import json
import lzma
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from congtinh.audit import chain
from congtinh.audit.models import Entry
from congtinh.news import imports
from congtinh.news.models import Article
from congtinh.organisation.refusal import NotAllowed
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import AreaFactory, PortalFactory, post
from congtinh.publishing.models import Decision, Live, Publication

DATA = Path("/work/shared/data/news")
GOOD = {
    "id": "1", "url": "https://cu.example/1", "title": "Khánh thành cầu mới",
    "published": "2024-05-01T09:30:00+07:00", "markdown": "Cầu **dài**.\n\n- một\n- hai",
}  # fmt: skip
NEWSPAPER = {
    "id": "n2", "url": "https://bao.example/2", "date": "20201001", "title": "Chợ họp lại",
    "sapo": "Chợ mở từ sáng nay.", "paragraphs": ["Dãy A < dãy B.", "Hết."],
}  # fmt: skip


@pytest.fixture
def place(db):
    portal = PortalFactory()
    return imports.Place(portal, portal.sections.get(slug="tin-tuc"), AreaFactory())


@pytest.fixture
def head(place):
    return post(place.portal, Role.HEAD)


def written(path, *lines):
    rows = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


def test_import_takes_both_known_forms(place, head, tmp_path):
    file = written(tmp_path / "a.jsonl", GOOD, NEWSPAPER)
    report = imports.import_articles(file, place, by=head)
    assert (report.imported, report.refused) == (2, [])
    first, second = Article.objects.order_by("pk")
    assert first.body.get_prep_value()[0]["value"] == (
        "<p>Cầu <b>dài</b>.</p><ul><li>một</li><li>hai</li></ul>"
    )
    assert first.lead == "Cầu dài."
    assert first.source == "cu.example"
    assert second.lead == "Chợ mở từ sáng nay."
    assert second.event_on.isoformat() == "2020-10-01"
    live = Live.objects.get(item=first.item)
    assert live.first_published_at.isoformat() == "2024-05-01T02:30:00+00:00"


def test_import_stands_on_one_decision_that_names_the_file(place, head, tmp_path):
    file = written(tmp_path / "a.jsonl", GOOD, NEWSPAPER)
    imports.import_articles(file, place, by=head)
    [decision] = Decision.objects.filter(verb="import")
    assert "a.jsonl" in decision.reason and len(decision.content_hash) == 64
    assert chain.verify(Publication) and chain.verify(Entry)


def test_import_refuses_whoever_may_not_approve_there(place, tmp_path):
    file = written(tmp_path / "a.jsonl", GOOD)
    with pytest.raises(NotAllowed):
        imports.import_articles(file, place, by=post(place.portal, Role.UPDATE))
    assert not Article.objects.exists()


def test_import_refuses_lines_one_by_one_with_reasons(place, head, tmp_path):
    bad = [
        "không phải json", "[1]", {**GOOD, "title": ""}, {**GOOD, "published": None},
        {**GOOD, "published": "hôm qua"}, {**GOOD, "markdown": " "},
        {"title": "x", "date": "20200101", "text": "y"}, {**GOOD, "area": "khong-co"},
        {**GOOD, "url": "https://cu.example/9", "markdown": "Gọi 0912 345 678"},
        {**GOOD, "url": "https://cu.example/10", "title": "x" * 201},
    ]  # fmt: skip
    report = imports.import_articles(written(tmp_path / "a.jsonl", GOOD, *bad), place, by=head)
    assert report.imported == 1
    assert [number for number, _line, _reasons in report.refused] == list(range(2, 12))
    assert all(reasons for _number, _line, reasons in report.refused)
    stream = io.StringIO()
    imports.write_refused(report, stream)
    rows = [json.loads(row) for row in stream.getvalue().splitlines()]
    assert rows[-1]["refused_line"] == 11 and rows[-1]["reasons"]


def test_import_accepts_by_name_what_checks_point_at(place, head, tmp_path):
    file = written(tmp_path / "a.jsonl", {**GOOD, "markdown": "Gọi 0912 345 678"})
    report = imports.import_articles(file, place, by=head, accepted=["phone_number"])
    assert report.imported == 1


def test_import_never_takes_a_source_twice(place, head, tmp_path):
    file = written(tmp_path / "a.jsonl", GOOD, GOOD)
    assert imports.import_articles(file, place, by=head).imported == 1
    again = imports.import_articles(file, place, by=head)
    assert again.imported == 0 and len(again.refused) == 2


def test_import_resumes_where_it_broke_off(place, head, tmp_path, monkeypatch):
    monkeypatch.setattr(imports, "_BATCH", 2)
    lines = [{**GOOD, "url": f"https://cu.example/{n}", "title": f"Bài {n}"} for n in range(5)]
    file = written(tmp_path / "a.jsonl", *lines)

    def break_off(done):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        imports.import_articles(file, place, by=head, progress=break_off)
    assert Article.objects.count() == 2
    report = imports.import_articles(file, place, by=head, resume=True)
    assert (report.imported, report.known, report.refused) == (3, 2, [])


def test_dry_run_writes_nothing(place, head, tmp_path):
    before = Publication.objects.count(), Entry.objects.count()
    file = written(tmp_path / "a.jsonl", GOOD, {**GOOD, "title": ""})
    report = imports.import_articles(file, place, by=head, dry_run=True)
    assert (report.imported, len(report.refused)) == (1, 1)
    assert (Publication.objects.count(), Entry.objects.count()) == before


def test_import_cuts_titles_only_when_asked_and_keeps_the_words(place, head, tmp_path):
    title = "Một câu rất dài " * 20
    file = written(tmp_path / "a.jsonl", {**NEWSPAPER, "title": title})
    cutting = imports.Place(place.portal, place.section, place.area, cut_titles=True)
    assert imports.import_articles(file, cutting, by=head).imported == 1
    article = Article.objects.get()
    assert article.title.endswith("…") and len(article.title) <= 121
    assert title.strip() in article.body.get_prep_value()[0]["value"]


def test_import_leaves_out_what_old_sites_put_around_articles(place, head, tmp_path):
    text = "Download on the\n\nApp Store\n\nTin chính."
    file = written(tmp_path / "a.jsonl", {**GOOD, "markdown": text})
    imports.import_articles(file, place, by=head)
    assert Article.objects.get().lead == "Tin chính."


def test_command_reads_compressed_files_and_writes_the_refused(place, head, tmp_path):
    file = tmp_path / "a.jsonl.xz"
    rows = "\n".join(json.dumps(row) for row in (GOOD, {**GOOD, "title": ""}))
    file.write_bytes(lzma.compress(rows.encode()))
    out = io.StringIO()
    call_command(
        "import", "articles", str(file), portal=place.portal.code, by=head.username,
        area=place.area.code, stdout=out,
    )  # fmt: skip
    assert "Đã nhập 1 bài" in out.getvalue()
    assert "Dòng 2" in out.getvalue()
    assert (tmp_path / "a.jsonl.xz.refused.jsonl").exists()


def test_command_says_what_is_not_there(place, head, tmp_path):
    file = written(tmp_path / "a.jsonl", GOOD)
    given = {"portal": place.portal.code, "by": head.username}
    for wrong in ({"portal": "x"}, {"by": "x"}, {"section": "x"}, {"area": "x"}):
        with pytest.raises(CommandError, match="«x»"):
            call_command("import", "articles", str(file), **{**given, **wrong})
    with pytest.raises(CommandError):
        call_command("import", "articles", str(tmp_path / "không-có"), **given)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["government-2025", "newspaper-2020"])
def test_real_files_are_imported_or_refused_line_by_line(place, head, name):
    file = DATA / f"{name}.jsonl.xz"
    if not file.exists():
        pytest.skip("data set news/ not present")
    cutting = imports.Place(place.portal, place.section, place.area, cut_titles=True)
    report = imports.import_articles(file, cutting, by=head, dry_run=True)
    with lzma.open(file, "rt", encoding="utf-8") as stream:
        assert report.imported + len(report.refused) == sum(1 for _line in stream)
    assert report.imported > 9 * len(report.refused)
