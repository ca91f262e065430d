"""Another unit's pictures and files are nowhere to be seen, whatever address is tried."""

import pytest
from django.urls import NoReverseMatch, reverse

from congtinh.media.models import PortalRendition
from congtinh.media.tests import samples
from congtinh.media.tests.factories import kept_file, kept_image
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PortalFactory, post

pytestmark = pytest.mark.django_db

# Letters that JSON and HTML leave as they are.
STRANGE, OWN = "Chuyen-rieng-don-vi-kia", "Cua-don-vi-minh"


@pytest.fixture
def strange():
    portal = PortalFactory()
    image = kept_image(portal, title=STRANGE, description=STRANGE)
    file = kept_file(portal, title=STRANGE, name=f"{STRANGE}.docx")
    image.get_rendition("max-165x165")
    return image, file


@pytest.fixture
def own(client):
    portal = PortalFactory()
    image, file = kept_image(portal, title=OWN), kept_file(portal, title=OWN)
    client.force_login(post(portal, Role.UPDATE))
    return image, file


def every_address(image, file) -> list[str]:
    """Every media address Wagtail and we have, with the strangers' numbers wherever one fits."""
    found = []
    for space in ("wagtailimages", "wagtaildocs", "wagtailimages_chooser", "wagtaildocs_chooser"):
        number = image.pk if "images" in space else file.pk
        for name in NAMES:
            for args in ((), (number,), (number, "max-165x165")):
                try:
                    found.append(reverse(f"{space}:{name}", args=args))
                except NoReverseMatch:
                    continue
    return found


NAMES = (
    "index", "index_results", "add", "edit", "delete", "url_generator", "url_generator_output",
    "preview", "image_usage", "document_usage", "add_multiple", "edit_multiple",
    "delete_multiple", "create_multiple_from_uploaded_image", "delete_upload_multiple",
    "create_multiple_from_uploaded_document", "choose", "choose_results", "chosen",
    "chosen_multiple", "create", "select_format",
)  # fmt: skip


def hides(response) -> bool:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return STRANGE not in body.decode("utf-8", "replace")


def test_show_nothing_of_strangers_at_any_address(client, strange, own):
    addresses = every_address(*strange)
    assert len(addresses) > 30
    for address in addresses:
        for query in (
            "",
            f"?q={STRANGE}",
            "?layout=list",
            "?collection_id=1",
            "?p=1",
            f"?id={strange[0].pk}&id={strange[1].pk}",
            "?multiple=1&select_format=1",
            "?ordering=usage_count",
            "?usage_count_min=0",
        ):
            response = client.get(address + query)
            assert hides(response) or (query.startswith("?q=") and searched(response)), address
        assert hides(client.post(address, {"title": "x"})), address


def searched(response) -> bool:
    """The words asked for stand in the search box, and nowhere else."""
    return f">{STRANGE}<" not in response.content.decode().replace("<em>", "")


@pytest.mark.parametrize("kind", ["images", "docs"])
def test_list_and_choose_own(client, strange, own, kind):
    for name in (f"wagtail{kind}:index", f"wagtail{kind}_chooser:choose"):
        assert OWN in client.get(reverse(name)).content.decode()
    number = own[0].pk if kind == "images" else own[1].pk
    assert client.get(reverse(f"wagtail{kind}_chooser:chosen", args=[number])).status_code == 200
    assert client.get(reverse(f"wagtail{kind}:edit", args=[number])).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "api/main/images/", "api/main/documents/", "bulk/media/portalimage/delete/?id=1",
        "bulk/media/portalfile/add_tags/?id=1", "tag-autocomplete/", "reports/site-history/",
        "reports/references/",
    ],
)  # fmt: skip
def test_refuse_wagtails_other_ways(client, strange, own, path):
    assert client.get(f"/admin/{path}").status_code == 404


def test_refuse_deleting_even_own(client, own):
    image, file = own
    for address in (
        reverse("wagtailimages:delete", args=[image.pk]),
        reverse("wagtaildocs:delete", args=[file.pk]),
        reverse("wagtailimages:delete_multiple", args=[image.pk]),
        reverse("wagtaildocs:delete_multiple", args=[file.pk]),
    ):
        assert client.post(address).status_code == 404


def test_serve_originals_and_thumbnails_to_own_people_alone(client, strange, own):
    for owned, served in ((own, 200), (strange, 404)):
        image, file = owned
        thumbnail = image.get_rendition("max-165x165")
        for address in (
            reverse("media_image", args=[image.pk]), thumbnail.url, file.url,
        ):  # fmt: skip
            response = client.get(address)
            assert response.status_code == served
            assert client.head(address).status_code == served
            if served == 200:
                assert b"".join(response.streaming_content)
                assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert PortalRendition.objects.exists()


def test_serve_nothing_to_the_public(client, strange):
    image, file = strange
    thumbnail = image.get_rendition("max-165x165")
    for address in (reverse("media_image", args=[image.pk]), thumbnail.url, file.url):
        response = client.get(address)
        assert response.status_code == 302
        assert "/login" in response.headers["Location"]
    for name in ("wagtaildocs_serve", "wagtailimages_serve"):
        for urls in ("congtinh.urls.staff", "congtinh.urls.reader"):
            with pytest.raises(NoReverseMatch):
                reverse(name, args=[1, "a"], urlconf=urls)


def test_end_access_with_the_post(client, own):
    image, _file = own
    address = reverse("media_image", args=[image.pk])
    image.portal.appointments.update(revoked_at="2026-01-01T00:00:00Z")
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("wish", "status", "body"),
    [
        ("bytes=0-3", 206, slice(0, 4)),
        ("bytes=8-", 206, slice(8, None)),
        ("bytes=-5", 206, slice(-5, None)),
        ("bytes=0-999999", 206, slice(None)),
        ("bytes=999999-", 416, None),
        ("bytes=0-1,4-5", 200, slice(None)),
        ("bytes=-", 200, slice(None)),
        ("lines=1", 200, slice(None)),
    ],
)
def test_serve_the_part_a_player_asks_for(client, wish, status, body):
    portal = PortalFactory()
    data = samples.mp4()
    video = kept_file(portal, name="v.mp4", data=data)
    client.force_login(post(portal, Role.UPDATE))
    response = client.get(video.url, headers={"Range": wish})
    assert response.status_code == status
    if body:
        assert b"".join(response.streaming_content) == data[body]
        assert response.headers["Content-Type"] == "video/mp4"


def test_send_documents_as_downloads(client, own):
    response = client.get(own[1].url)
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert b"".join(response.streaming_content)


def test_answer_not_found_when_the_bytes_are_gone(client, own):
    own[0].file.storage.delete(own[0].file.name)
    assert client.get(reverse("media_image", args=[own[0].pk])).status_code == 404
