"""Takes from a picture what tells on its maker: place, camera, names, hidden payloads."""

import io
import warnings

from PIL import Image, ImageOps, JpegImagePlugin

from congtinh.media.inspection import images
from congtinh.media.inspection.refusal import Rejected

JPEG_QUALITY = 92
WEBP_QUALITY = 92
AVIF_QUALITY = 85
AVIF_SPEED = 9
PNG_LEVEL = 4
KEPT_INFO = ("icc_profile", "transparency")
LOSSLESS_WEBP = b"VP8L"


def strip_metadata(image_bytes: bytes) -> bytes:
    """The picture drawn anew, upright, with its colour profile and nothing else it carried.

    The format stays, except that HEIC becomes JPEG, which every browser shows, and so does a
    very large AVIF or WebP, which would take long and gigabytes to write. Raises
    `Rejected` when the picture is none, torn or too large.
    """
    image = images.open_header(io.BytesIO(image_bytes))
    kind = image.format
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            sampling = JpegImagePlugin.get_sampling(image) if kind in ("JPEG", "MPO") else -1
            ImageOps.exif_transpose(image, in_place=True)
            image.info = {
                name: image.info[name] for name in KEPT_INFO if image.info.get(name) is not None
            }
            return _save(image, kind, sampling, image_bytes)
    except Exception as error:
        # Pillow's decoders raise whatever a torn file makes them stumble over.
        raise Rejected("damaged") from error


def _save(image: Image.Image, kind: str | None, sampling: int, source: bytes) -> bytes:
    target = io.BytesIO()
    profile = image.info.get("icc_profile")
    large = image.width * image.height > images.FULLY_DECODED_PIXELS
    if kind in {"JPEG", "MPO", "HEIF"} or (kind in {"AVIF", "WEBP"} and large):
        if image.mode not in ("RGB", "L"):
            # A profile describes the colour space it came with, not the one converted to.
            profile = profile if image.mode in ("RGBA", "P") else None
            image = _flatten(image)
        image.save(
            target,
            "JPEG",
            quality=JPEG_QUALITY,
            icc_profile=profile,
            subsampling=max(sampling, 0),
            exif=b"",
        )
    elif kind == "PNG":
        image.save(target, "PNG", compress_level=PNG_LEVEL, icc_profile=profile, exif=b"")
    elif kind == "WEBP":
        lossless = LOSSLESS_WEBP in source[:64]
        image.save(
            target,
            "WEBP",
            quality=WEBP_QUALITY,
            lossless=lossless,
            icc_profile=profile or b"",
            exif=b"",
            xmp=b"",
        )
    elif kind == "AVIF":
        image.save(
            target,
            "AVIF",
            quality=AVIF_QUALITY,
            speed=AVIF_SPEED,
            icc_profile=profile or b"",
            exif=b"",
            xmp=b"",
        )
    else:
        image.save(target, "GIF", comment=b"")
    return target.getvalue()


def _flatten(image: Image.Image) -> Image.Image:
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layer = image.convert("RGBA")
        paper = Image.new("RGB", layer.size, "white")
        paper.paste(layer, mask=layer.getchannel("A"))
        return paper
    return image.convert("RGB")
