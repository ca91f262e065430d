"""Pictures drawn anew: upright, and silent about their makers."""

import io

import pytest
from PIL import Image, ImageChops, ImageCms, ImageOps

from congtinh.media.inspection import Rejected, strip_metadata
from congtinh.media.tests import samples

ORIENTATION, GPS = 0x0112, 0x8825


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def exif(orientation: int) -> Image.Exif:
    made = Image.Exif()
    made[ORIENTATION] = orientation
    made[0x010F] = "Hãng máy ảnh"
    made[GPS] = {1: "N", 2: (20.0, 57.0, 0.0)}
    return made


@pytest.mark.parametrize("orientation", range(1, 9))
def test_turn_picture_upright_and_forget_the_rest(orientation):
    source = samples.picture("JPEG", (128, 64), exif=exif(orientation), quality=95)

    result = opened(strip_metadata(source))

    assert dict(result.getexif()) == {}
    expected = ImageOps.exif_transpose(opened(source))
    assert result.size == expected.size
    assert max(high for _, high in ImageChops.difference(result, expected).getextrema()) < 64


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_keep_colour_profile_and_format(kind):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    source = samples.picture(kind, icc_profile=profile, exif=exif(1), xmp=b"<x:xmpmeta/>")

    data = strip_metadata(source)

    result = opened(data)
    assert result.format == kind
    assert result.info.get("icc_profile") == profile
    assert dict(result.getexif()) == {}
    assert b"xmpmeta" not in data


def test_keep_png_exactly():
    source = samples.picture("PNG")
    assert opened(strip_metadata(source)).tobytes() == opened(source).tobytes()


def test_keep_transparency_of_png():
    target = io.BytesIO()
    Image.new("RGBA", (4, 4), (1, 2, 3, 100)).save(target, "PNG")
    assert opened(strip_metadata(target.getvalue())).getpixel((0, 0)) == (1, 2, 3, 100)


def test_turn_heic_into_jpeg():
    assert opened(strip_metadata(samples.picture("HEIF"))).format == "JPEG"


def test_turn_printing_colours_into_screen_colours():
    target = io.BytesIO()
    Image.new("CMYK", (8, 8), (0, 255, 255, 0)).save(target, "JPEG")
    assert opened(strip_metadata(target.getvalue())).mode == "RGB"


def test_drop_what_hides_behind_the_picture():
    source = samples.picture("JPEG") + b"<?php phpinfo();"
    assert b"<?php" not in strip_metadata(source)


@pytest.mark.parametrize("data", [b"", b"x" * 100, samples.picture("JPEG", (300, 300))[:900]])
def test_refuse_what_cannot_be_drawn(data):
    with pytest.raises(Rejected) as caught:
        strip_metadata(data)
    assert caught.value.code == "damaged"


def test_forget_places_of_real_photographs():
    files = samples.members(samples.data_set("images", "exif.tar"))
    with_place = set()
    for name, data in files.items():
        if not name.endswith(".jpg"):
            continue
        before = opened(data)
        if before.getexif().get_ifd(GPS):
            with_place.add(name)
        result = strip_metadata(data)
        after = opened(result)
        assert dict(after.getexif()) == {}, name
        assert b"Exif\0\0" not in result, name
        assert after.size == ImageOps.exif_transpose(before).size, name
    assert len(with_place) >= 5


def test_turn_real_photographs_as_they_were_taken():
    files = samples.members(samples.data_set("images", "exif.tar"))
    for shape in ("landscape", "portrait"):
        images = [
            opened(strip_metadata(files[f"jpg/orientation/{shape}_{number}.jpg"])).convert("L")
            for number in range(1, 9)
        ]
        for image in images[1:]:
            difference = ImageChops.difference(images[0], image).resize(
                (1, 1), Image.Resampling.BOX
            )
            assert image.size == images[0].size
            assert difference.getpixel((0, 0)) < 20
