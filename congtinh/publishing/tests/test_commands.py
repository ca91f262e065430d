import io
import smtplib

import pytest
from django.core.management import call_command
from django.db import connection

from congtinh.audit.chain import ChainHead
from congtinh.audit.models import Entry
from congtinh.news.tests.factories import ArticleFactory, published
from congtinh.publishing import installation
from congtinh.publishing.models import Live, Publication


def said(name, **options):
    out, err = io.StringIO(), io.StringIO()
    code = 0
    try:
        call_command(name, stdout=out, stderr=err, **options)
    except SystemExit as end:
        code = end.code
    return code, out.getvalue(), err.getvalue()


@pytest.mark.django_db
def test_verify_tells_that_both_chains_hold():
    published(ArticleFactory())
    code, out, err = said("verify")
    assert (code, err) == (0, "")
    assert out.count("nguyên vẹn") == 2


@pytest.mark.django_db
def test_verify_names_the_first_entry_that_does_not_hold():
    published(ArticleFactory())
    last = Publication.objects.count()
    ChainHead.objects.filter(pk="publishing.publication").update(seq=last + 1)
    code, out, err = said("verify")
    assert code == 1
    assert out.count("nguyên vẹn") == 1
    assert f"mục {last + 1} không đúng" in err


@pytest.mark.django_db
def test_verify_speaks_english_when_asked():
    assert "intact" in said("verify", language="en")[1]


@pytest.mark.django_db
def test_rebuild_makes_anew_what_readers_see():
    publication = published(ArticleFactory())
    Live.objects.all().delete()
    _code, out, _err = said("rebuild")
    assert Live.objects.get(kind="article").publication_id == publication.seq
    assert f"Đã đọc {Publication.objects.count()} mục" in out


def remedies():
    return [finding.remedy for finding in installation.findings() if finding.remedy]


@pytest.mark.django_db
def test_check_installation_finds_nothing_wrong_with_a_good_one(settings, monkeypatch):
    monkeypatch.delenv("CONGTINH_SECRET_KEY", raising=False)
    published(ArticleFactory())
    settings.HOME.mkdir(exist_ok=True)
    key = settings.HOME / "secret-key"
    key.write_text("x")
    key.chmod(0o600)
    if connection.vendor == "postgresql":
        # The suite's own server saves itself the waiting; a good installation does not.
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL synchronous_commit = on")
    assert remedies() == []
    code, out, _err = said("check_installation")
    assert code == 0 and "✗" not in out


@pytest.mark.django_db
def test_check_installation_says_what_to_do(settings, monkeypatch):
    monkeypatch.delenv("CONGTINH_SECRET_KEY", raising=False)
    published(ArticleFactory())
    key = settings.HOME / "secret-key"
    key.write_text("x")
    key.chmod(0o644)
    settings.TIME_ZONE = "UTC"
    settings.EMAIL_HOST = "thu.example"

    def unreachable(*args, **kwargs):
        raise OSError

    monkeypatch.setattr(smtplib, "SMTP", unreachable)
    ChainHead.objects.filter(pk=Entry._meta.label_lower).update(seq=1)
    code, out, _err = said("check_installation")
    assert code == 1
    for words in ("chmod 600", "CONGTINH_SMTP_HOST", "Asia/Ho_Chi_Minh", "congtinh verify"):
        assert words in out
