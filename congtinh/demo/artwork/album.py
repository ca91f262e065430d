"""The album: every picture by name, drawn at any scale and written as files."""

from pathlib import Path

from PIL import Image

from congtinh.demo.artwork.canvas import Canvas, as_jpeg
from congtinh.demo.artwork.scenes import BANNERS, PICTURES

PICTURE_SIZE = (1600, 900)
BANNER_SIZE = (1600, 500)
NAMES = (*PICTURES, *BANNERS)


def draw(name: str, scale: float = 1) -> Image.Image:
    """The picture of that name; the name is also the seed, so each is the same every time."""
    size, scene = (
        (PICTURE_SIZE, PICTURES[name]) if name in PICTURES else (BANNER_SIZE, BANNERS[name])
    )
    canvas = Canvas(*size, scale, seed=name)
    scene(canvas)
    return canvas.finish()


def write_all(folder: Path, scale: float = 1) -> list[Path]:
    """Draw everything into the folder as NAME.jpg."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in NAMES:
        path = folder / f"{name}.jpg"
        path.write_bytes(as_jpeg(draw(name, scale)))
        written.append(path)
    return written
