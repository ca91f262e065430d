import io
import zlib
from pathlib import Path

import pytest
from django.conf import settings
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from PIL import Image

from congtinh.audit.models import Entry
from congtinh.media.inspection import limits
from congtinh.media.inspection.refusal import MESSAGES
from congtinh.media.models import PortalFile, PortalImage
from congtinh.media.tests import samples
from congtinh.media.tests.factories import kept_file, kept_image, upload
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PortalFactory, post

pytestmark = pytest.mark.django_db

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PNG = samples.picture("PNG", (60, 40))


def located() -> bytes:
    """A photograph lying on its side that tells where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (20.0, 57.0, 0.0)
    return samples.picture("JPEG", (40, 20), exif=exif)


def burst() -> bytes:
    """A small PNG that claims 64 million pixels."""
    data = bytearray(samples.picture("PNG"))
    data[16:24] = (8000).to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)


def stored() -> list[Path]:
    """All that lies in private storage but thumbnails."""
    found = Path(settings.HOME, "private").rglob("*")
    return sorted(path for path in found if path.is_file() and path.parent.name != "images")


@pytest.fixture
def clerk(client):
    person = post(PortalFactory(), Role.UPDATE)
    client.force_login(person)
    person.portal = person.appointments.get().portal
    return person


def add(client, kind: str, name: str, data: bytes, **values):
    fields = {"title": "Cầu mới", "file": upload(name, data), **values}
    return client.post(reverse(f"wagtail{kind}:add"), fields)


def add_many(client, kind: str, name: str, data: bytes, **values):
    address = reverse(f"wagtail{kind}:add_multiple")
    return client.post(address, {"files[]": upload(name, data), **values})


def choose(client, kind: str, name: str, data: bytes, **values):
    prefix = {"images": "image", "docs": "document"}[kind] + "-chooser-upload-"
    fields = {"title": "Cầu mới", "file": upload(name, data), **values}
    posted = {prefix + key: value for key, value in fields.items()}
    return client.post(reverse(f"wagtail{kind}_chooser:create"), posted)


def said_in(response, way) -> str:
    if way is add:
        return response.content.decode()
    return response.json()["error_message" if way is add_many else "htmlFragment"]


WAYS = [add, add_many, choose]


@pytest.mark.parametrize("way", WAYS)
def test_keep_image_upright_and_without_place(way, client, clerk):
    values = {} if way is add_many else {"portal": clerk.portal.pk}
    way(client, "images", "Ảnh cầu.php.JPG", located(), **values)
    image = PortalImage.objects.get()
    assert (image.width, image.height) == (20, 40)
    assert image.portal == clerk.portal
    assert image.uploaded_by_user == clerk
    assert image.filename.startswith("Anh-cau-php")
    assert image.filename.endswith(".jpg")
    with image.file.open("rb") as file:
        assert dict(Image.open(file).getexif()) == {}
    assert Entry.objects.filter(action="media.add", object_id=str(image.pk)).exists()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("anh.jpg", b"not a picture at all", "type_not_allowed"),
        ("anh.svg", SVG, "svg"),
        ("anh.png", SVG, "svg"),
        ("anh.png", burst(), "too_many_pixels"),
        ("anh.png", PNG[: len(PNG) // 2], "damaged"),
        ("anh.jpg", b"\xff\xd8\xff" + bytes(limits.IMAGE_BYTES), "too_large"),
        ("anh.jpg", b"", "empty"),
        ("van-ban.docx", samples.docx(), "not_an_image"),
    ],
)
def test_refuse_image_with_its_own_message(way, name, data, code, client, clerk):
    before = stored()
    values = {} if way is add_many else {"portal": clerk.portal.pk}
    response = way(client, "images", name, data, **values)
    assert response.status_code == 200
    assert str(MESSAGES[code])[:20] in said_in(response, way)
    assert not PortalImage.objects.exists()
    assert stored() == before


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", samples.docx()[:-60], "damaged"),
        ("a.docx", samples.docx_with({"word/vbaProject.bin": b"x"}), "macro"),
        ("a.docx", samples.docx(**{"word/big.xml": b"0" * 40_000_000}), "bomb"),
        ("a.svg", SVG, "svg"),
        ("a.exe", b"MZ" + bytes(100), "executable"),
    ],
)
def test_refuse_file_with_its_own_message(way, name, data, code, client, clerk):
    before = stored()
    values = {} if way is add_many else {"portal": clerk.portal.pk}
    response = way(client, "docs", name, data, **values)
    assert response.status_code == 200
    assert str(MESSAGES[code])[:20] in said_in(response, way)
    assert not PortalFile.objects.exists()
    assert stored() == before


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("name", "data"),
    [("a.docx", samples.docx()), ("v.mp4", samples.mp4()), ("v.webm", samples.webm())],
)
def test_keep_file_and_video(way, name, data, client, clerk):
    values = {} if way is add_many else {"portal": clerk.portal.pk}
    way(client, "docs", name, data, **values)
    kept = PortalFile.objects.get()
    assert kept.portal == clerk.portal
    assert kept.is_video == (not name.endswith("docx"))
    with kept.file.open("rb") as file:
        assert file.read() == data


def test_clean_picture_that_comes_as_file(client, clerk):
    add(client, "docs", "a.jpg", located(), portal=clerk.portal.pk)
    with PortalFile.objects.get().file.open("rb") as file:
        assert dict(Image.open(io.BytesIO(file.read())).getexif()) == {}


@pytest.mark.parametrize("way", WAYS)
def test_refuse_upload_into_strange_portal(way, client, clerk):
    strange = PortalFactory()
    way(client, "images", "a.png", PNG, portal=strange.pk)
    way(client, "docs", "a.docx", samples.docx(), portal=strange.pk)
    assert not PortalImage.objects.exists()
    assert not PortalFile.objects.exists()


def test_ask_for_portal_only_who_has_several(client, clerk):
    address = reverse("wagtailimages:add_multiple")
    assert 'id="id_upload_portal"' not in client.get(address).content.decode()
    second = PortalFactory()
    post(second, Role.UPDATE, person=clerk)
    assert 'id="id_upload_portal"' in client.get(address).content.decode()
    add_many(client, "images", "a.png", PNG, portal=second.pk)
    assert PortalImage.objects.get().portal == second


def test_keep_same_bytes_once_for_each_portal(client, clerk):
    first = kept_image(clerk.portal, data=PNG, description="")
    response = choose(
        client, "images", "lai.png", PNG, portal=clerk.portal.pk, description="Cầu lúc bình minh"
    )
    assert response.json()["result"]["id"] == str(first.pk)
    first.refresh_from_db()
    assert first.description == "Cầu lúc bình minh"
    kept_image(PortalFactory(), data=PNG)
    assert PortalImage.objects.count() == 2


def test_change_words_but_never_bytes(client, clerk):
    image, file = kept_image(clerk.portal), kept_file(clerk.portal)
    before = (image.sha256, file.sha256, stored())
    other = PortalFactory()
    fields = {"title": "Tên khác", "portal": other.pk, "description": "Cầu lúc bình minh"}
    for kind, kept in (("images", image), ("docs", file)):
        address = reverse(f"wagtail{kind}:edit", args=[kept.pk])
        assert 'type="file"' not in client.get(address).content.decode()
        client.post(address, {**fields, "file": upload("b.png", samples.picture("PNG", (5, 5)))})
        kept.refresh_from_db()
        assert kept.title == "Tên khác"
        assert kept.portal == clerk.portal
    assert (image.sha256, file.sha256, stored()) == before


def test_leave_nothing_behind_when_row_is_refused(client, clerk, monkeypatch):
    before = stored()

    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("congtinh.audit.actions.Entry.append", fail)
    with pytest.raises(RuntimeError):
        add(client, "images", "a.png", PNG, portal=clerk.portal.pk)
    assert not PortalImage.objects.exists()
    assert stored() == before


def test_answer_bad_request_without_file(client, clerk):
    assert client.post(reverse("wagtailimages:add_multiple")).status_code == 400


def test_read_words_of_file_once(client, clerk):
    assert kept_file(clerk.portal, data=samples.docx("<w:p><w:r><w:t>MẬT</w:t></w:r></w:p>")).text


@pytest.mark.parametrize(
    ("kind", "name", "data"), [("images", "a.png", PNG), ("docs", "a.docx", samples.docx())]
)
def test_store_nothing_of_upload_cut_off_half_way(kind, name, data, client, clerk):
    before = stored()
    fields = {"title": "a", "portal": clerk.portal.pk, "file": upload(name, data)}
    body = encode_multipart(BOUNDARY, fields)
    half = body[: body.index(data) + len(data) // 2]
    response = client.generic(
        "POST", reverse(f"wagtail{kind}:add"), half, content_type=MULTIPART_CONTENT
    )
    assert response.status_code in {200, 400}
    assert not (PortalImage.objects.exists() or PortalFile.objects.exists())
    assert stored() == before
