"""Checks that hold for every structured body (Đ10.2, Đ10.3)."""

from collections.abc import Iterator

from congtinh.media.models import PortalFile
from congtinh.publishing.body import reading
from congtinh.publishing.body.reading import Block
from congtinh.publishing.checks import links_issues
from congtinh.publishing.kinds import BLOCKING, CONFIRM, Issue
from congtinh.vietnamese.patterns import secrecy_marks


def body_issues(body: list[Block], media: dict[str, str], portal: str) -> Iterator[Issue]:
    """Missing alternative texts and media, dead links, secrecy marks in attached files."""
    for place, picture in reading.pictures(body):
        if not (picture.get("alt") or "").strip():
            yield Issue(place, "missing_alt", BLOCKING)
    for key, sha256 in media.items():
        if not sha256:
            yield Issue("body", "media_missing", BLOCKING, key)
    for place, addresses in reading.links(body):
        yield from links_issues(place, addresses, portal)
    yield from _file_issues(body)


def _file_issues(body: list[Block]) -> Iterator[Issue]:
    numbers = {number: place for place, number in reading.files(body)}
    if not numbers:
        return
    for file in PortalFile.objects.filter(pk__in=numbers):
        if not file.text and not file.is_video:
            yield Issue(numbers[file.pk], "unread_file", CONFIRM, file.title)
        for mark in dict.fromkeys(found.match for found in secrecy_marks(file.text)):
            context = f"{file.title}: {mark}"
            yield Issue(numbers[file.pk], "secrecy_mark_file", CONFIRM, context)
