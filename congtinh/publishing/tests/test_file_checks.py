import pytest

from congtinh.media.tests import samples
from congtinh.media.tests.factories import kept_file
from congtinh.organisation.tests.factories import PortalFactory
from congtinh.publishing.body.checks import body_issues

pytestmark = pytest.mark.django_db


def issues(name: str, data: bytes) -> list[str]:
    file = kept_file(PortalFactory(), name=name, data=data)
    body = [{"type": "files", "value": {"title": "", "files": [{"file": file.pk, "title": ""}]}}]
    return [issue.code for issue in body_issues(body, {}, file.portal.code)]


def words(text: str) -> bytes:
    return samples.docx(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")


def test_find_secrecy_mark_in_file():
    assert "secrecy_mark_file" in issues("a.docx", words("TỐI MẬT"))


def test_pass_file_whose_words_are_harmless():
    assert issues("a.docx", words("Kế hoạch năm")) == []


def test_ask_to_look_into_file_that_cannot_be_read():
    assert issues("a.pdf", samples.pdf()) == ["unread_file"]


def test_leave_videos_to_the_viewer():
    assert issues("v.mp4", samples.mp4()) == []


def test_read_no_bytes_again(monkeypatch):
    file = kept_file(PortalFactory(), name="a.docx", data=words("MẬT"))
    monkeypatch.setattr(type(file.file), "open", None)
    body = [{"type": "video", "value": {"file": file.pk}}]
    assert list(body_issues(body, {}, file.portal.code))
