"""From working copy to sealed body, and from sealed body to ready HTML."""

import copy
from typing import Any

import nh3
from django.template.loader import render_to_string

from congtinh.media.models import PortalFile, PortalImage
from congtinh.media.pictures import prepare, publish_file, publish_picture
from congtinh.publishing.body import reading
from congtinh.publishing.body.reading import Block
from congtinh.publishing.body.tidying import SCHEMES, TAGS
from congtinh.publishing.kinds import Files
from congtinh.publishing.models import Live

_VIDEO_TYPES = {"mp4": "video/mp4", "webm": "video/webm"}
_FILE_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    **_VIDEO_TYPES,
}


def body_of(stream: Any) -> list[Block]:
    """The stored JSON of a StreamField's value."""
    raw = stream.get_prep_value()
    return [{"type": block["type"], "value": block["value"]} for block in raw]


def media_of(body: list[Block], more: list[int] = []) -> dict[str, str]:  # noqa: B006 (never changed)
    """Fingerprints of all a body shows («image:12» → SHA-256), so that a decision covers bytes.

    `more` are numbers of images shown beside the body. What is gone has an empty fingerprint.
    """
    images = {*more, *(picture["image"] for _place, picture in reading.pictures(body))}
    files = {number for _place, number in reading.files(body)}
    return {
        **_fingerprints("image", PortalImage, images - {None}),
        **_fingerprints("file", PortalFile, files - {None}),
    }


def prepare_media(media: dict[str, str]) -> None:
    """Encode the pictures ahead of the decision."""
    for image in PortalImage.objects.filter(pk__in=_numbers(media, "image")):
        prepare(image)


def publish_media(media: dict[str, str], body: list[Block], portal: str) -> Files:
    """Make public what the body shows; also fixes title and address of what it points at."""
    published: Files = {}
    for image in PortalImage.objects.filter(pk__in=_numbers(media, "image")).order_by("pk"):
        published[f"image:{image.pk}"] = publish_picture(image)
    for file in PortalFile.objects.filter(pk__in=_numbers(media, "file")).order_by("pk"):
        extension = file.filename.rsplit(".", 1)[-1].lower()
        published[f"file:{file.pk}"] = publish_file(
            file, media_type=_FILE_TYPES.get(extension, "application/octet-stream")
        ) | {"title": file.title}
    paths = reading.related(body)
    if paths:
        rows = Live.objects.filter(portal=portal, path__in=paths).select_related("publication")
        for live in rows:
            published[f"related:{live.path}"] = {
                "title": live.publication.title, "url": live.path,
                "date": live.first_published_at.isoformat(),
            }  # fmt: skip
    return published


def with_media(body: list[Block], images: dict[int, int], files: dict[int, int]) -> list[Block]:
    """The same body showing another portal's records of the same pictures and files."""
    changed = copy.deepcopy(body)
    for _place, value in reading.pictures(changed):
        value["image"] = images.get(value["image"])
    for block in changed:
        if block["type"] == "video":
            block["value"]["file"] = files.get(block["value"]["file"])
        elif block["type"] == "files":
            for attachment in reading.items(block["value"]["files"]):
                attachment["file"] = files.get(attachment["file"])
    return [block for block in changed if block["type"] != "related"]


def picture(value: dict[str, Any], files: Files) -> dict[str, Any] | None:
    """What a page needs to show a picture; None when it was never made public."""
    shown = files.get(f"image:{value['image']}")
    if not shown:
        return None
    words = {key: value.get(key) or "" for key in ("alt", "caption", "credit")}
    return {key: value for key, value in shown.items() if key != "files"} | words


def render_body(body: list[Block], files: Files) -> str:
    """Ready HTML of a body, from sealed blocks and published files alone."""
    parts = []
    for block in body:
        context = _CONTEXTS[block["type"]](block["value"], files)
        if context:
            parts.append(render_to_string(f"theme/blocks/{block['type']}.html", {"block": context}))
    return "".join(parts)


def clean_html(rich: str) -> str:
    """Rich text by the allow list once more on the way out, whatever way it came in."""
    return nh3.clean(
        rich, tags=TAGS, attributes={"a": {"href", "title"}}, url_schemes=SCHEMES,
        link_rel="noopener",
    )  # fmt: skip


def _fingerprints(prefix: str, model: Any, numbers: set[int]) -> dict[str, str]:
    if not numbers:
        return {}
    found = dict(model.objects.filter(pk__in=numbers).values_list("pk", "sha256"))
    return {f"{prefix}:{number}": found.get(number, "") for number in sorted(numbers)}


def _numbers(media: dict[str, str], prefix: str) -> list[int]:
    return [int(key.split(":")[1]) for key in media if key.startswith(prefix + ":")]


def _text(value: str, files: Files) -> dict[str, Any]:
    return {"html": clean_html(value)}


def _image(value: dict[str, Any], files: Files) -> dict[str, Any] | None:
    shown = picture(value, files)
    return {"picture": shown} if shown else None


def _gallery(value: dict[str, Any], files: Files) -> dict[str, Any]:
    shown = [picture(item, files) for item in reading.items(value["pictures"])]
    return {"title": value["title"], "pictures": [item for item in shown if item]}


def _video(value: dict[str, Any], files: Files) -> dict[str, Any] | None:
    file = files.get(f"file:{value['file']}")
    if not file:
        return None
    source = {"url": file["url"], "media_type": file["media_type"]}
    words = {key: value[key] for key in ("title", "caption", "credit")}
    return {"sources": [source], **words}


def _table(value: dict[str, Any], files: Files) -> dict[str, Any]:
    numeric = [column["type"] == "number" for column in value["columns"]]
    return {
        "caption": value.get("caption") or "",
        "header": [
            {"text": column["heading"], "number": number}
            for column, number in zip(value["columns"], numeric, strict=True)
        ],
        "rows": [
            [
                {"text": cell or "", "number": number}
                for cell, number in zip(row["values"], numeric, strict=True)
            ]
            for row in value["rows"]
        ],
    }


def _quotation(value: dict[str, Any], files: Files) -> dict[str, Any]:
    return {key: value[key] for key in ("text", "by", "role")}


def _files(value: dict[str, Any], files: Files) -> dict[str, Any]:
    rows = []
    for item in reading.items(value["files"]):
        file = files.get(f"file:{item['file']}")
        if file:
            rows.append({**file, "title": item["title"] or file["title"]})
    return {"title": value["title"], "files": rows}


def _related(value: dict[str, Any], files: Files) -> dict[str, Any]:
    cards = [files.get(f"related:{path}") for path in reading.items(value["paths"])]
    return {"title": value["title"], "cards": [card for card in cards if card]}


_CONTEXTS = {
    "text": _text,
    "image": _image,
    "gallery": _gallery,
    "video": _video,
    "table": _table,
    "quotation": _quotation,
    "files": _files,
    "related": _related,
}
