"""The demo's pictures can be drawn again to the byte, and the stored files are fit for the web."""

from pathlib import Path

import pytest
from PIL import Image

from congtinh import demo
from congtinh.demo.artwork.album import BANNER_SIZE, NAMES, PICTURE_SIZE, draw
from congtinh.demo.artwork.canvas import as_jpeg
from congtinh.demo.artwork.scenes import BANNERS, PICTURES

FOLDER = Path(demo.__file__).parent / "pictures"
CONTRACT = {  # names the texts of the demo may use
    "vinh-sang-som", "vinh-chieu", "cang-hang", "ben-tau", "cho-que", "doi-che", "truong-hoc",
    "benh-xa", "cau-bac", "duong-ven-bien", "tru-so", "hoi-truong", "mo-than", "rung-ngap-man",
    "lang-chai", "dong-lua", "thi-xa-dem", "cua-khau", "dao-xa", "le-hoi", "nha-may-nuoc",
    "bien-bao", "thu-vien", "bieu-do", "trong-rung", "xe-buyt",
}  # fmt: skip


@pytest.mark.parametrize("name", ["vinh-sang-som", "cang-hang"])
def test_draw_gives_same_bytes_when_repeated(name):
    assert as_jpeg(draw(name, scale=0.2)) == as_jpeg(draw(name, scale=0.2))


def test_draw_keeps_proportions_at_small_scale():
    assert draw("bieu-do", scale=0.1).size == (160, 90)


def test_album_holds_every_picture_the_texts_may_name():
    assert set(PICTURES) == CONTRACT
    assert len(CONTRACT) == 26


def test_folder_holds_exactly_the_album():
    assert {path.stem for path in FOLDER.glob("*.jpg")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_stored_picture_is_light_and_bare(name):
    path = FOLDER / f"{name}.jpg"
    with Image.open(path) as picture:
        assert picture.format == "JPEG"
        assert picture.size == (BANNER_SIZE if name in BANNERS else PICTURE_SIZE)
        assert picture.info.get("progressive")
        assert not picture.getexif()
        assert "comment" not in picture.info
    assert path.stat().st_size <= 130_000
