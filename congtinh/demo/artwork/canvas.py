"""A sheet to draw on in picture coordinates: shapes, washes, haze, reflections and paper grain."""

import io
import math
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from congtinh.demo.artwork.palette import Colour, mix

Point = tuple[float, float]
Stop = tuple[float, Colour]

OVERSAMPLE = 2  # drawn twice as large, then reduced: clean edges without antialiasing by hand
QUALITIES = range(82, 51, -2)
HEAVIEST = 128_000  # bytes; a front page shows many of these to readers on slow lines


class Sheet:
    """Shapes in picture coordinates on an image that is larger by the factor `k`."""

    def __init__(self, image: Image.Image, k: float) -> None:
        self.image = image
        self.k = k
        self.left = self.top = 0.0
        self.pen = ImageDraw.Draw(image, "RGBA" if image.mode == "RGB" else None)

    def _ink(self, colour: Colour | int, alpha: float) -> Colour | int | tuple[int, ...]:
        if isinstance(colour, int):
            return round(colour * alpha)
        return colour if alpha >= 1 else (*colour, round(255 * alpha))

    def _at(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.k + self.left, y * self.k + self.top) for x, y in points]

    @contextmanager
    def shrunk(self, left: float, top: float, share: float) -> Iterator[None]:
        """What is drawn meanwhile (shapes only) appears smaller, from that corner on."""
        before = self.k, self.left, self.top
        self.left, self.top = left * self.k, top * self.k
        self.k *= share
        yield
        self.k, self.left, self.top = before

    def polygon(self, points: Sequence[Point], colour: Colour | int, alpha: float = 1) -> None:
        self.pen.polygon(self._at(points), fill=self._ink(colour, alpha))

    def box(
        self, left: float, top: float, right: float, bottom: float, colour: Colour | int,
        alpha: float = 1, radius: float = 0,
    ) -> None:  # fmt: skip
        corners = self._at([(left, top), (right, bottom)])
        (x0, y0), (x1, y1) = corners
        area = (min(x0, x1), min(y0, y1), max(x0, x1) - 1, max(y0, y1) - 1)
        if area[2] < area[0] or area[3] < area[1]:
            return
        self.pen.rounded_rectangle(area, radius * self.k, fill=self._ink(colour, alpha))

    def ellipse(
        self, x: float, y: float, rx: float, ry: float, colour: Colour | int, alpha: float = 1
    ) -> None:
        (x0, y0), (x1, y1) = self._at([(x - rx, y - ry), (x + rx, y + ry)])
        self.pen.ellipse((x0, y0, x1, y1), fill=self._ink(colour, alpha))

    def line(self, points: Sequence[Point], colour: Colour | int, width: float = 1) -> None:
        thickness = max(1, round(width * self.k))
        self.pen.line(self._at(points), fill=self._ink(colour, 1), width=thickness, joint="curve")

    def curve(
        self, start: Point, bend: Point, end: Point, colour: Colour | int, width: float = 1
    ) -> None:
        self.line(bezier(start, bend, end), colour, width)


class Canvas(Sheet):
    """The picture itself, with everything that needs its colours."""

    def __init__(self, width: int, height: int, scale: float, seed: str) -> None:
        self.width, self.height, self.scale = width, height, scale
        self.rng = random.Random(seed)
        k = scale * OVERSAMPLE
        super().__init__(Image.new("RGB", (round(width * k), round(height * k))), k)

    def stencil(self) -> Sheet:
        return Sheet(Image.new("L", self.image.size), self.k)

    def wash(self, stencil: Sheet, colour: Colour, alpha: float = 1, blur: float = 0) -> None:
        """Colour where the stencil is bright: overlapping shapes of one stencil do not add up."""
        mask = stencil.image
        if blur:
            small = mask.reduce(4)  # a blur is soft anyway, so it may be computed small
            mask = small.filter(ImageFilter.GaussianBlur(blur * self.k / 4)).resize(mask.size)
        if alpha < 1:
            mask = mask.point([round(level * alpha) for level in range(256)])
        self.image.paste(colour, (0, 0, *self.image.size), mask)

    def streak(self, points: Sequence[Point], colour: Colour, width: float, alpha: float) -> None:
        stencil = self.stencil()
        stencil.line(points, 255, width)
        self.wash(stencil, colour, alpha)

    @contextmanager
    def clip(self, points: Sequence[Point]) -> Iterator[None]:
        """What is drawn meanwhile stays inside the shape."""
        keep = self.stencil()
        keep.polygon(points, 255)
        before = self.image.copy()
        yield
        self.image.paste(before, (0, 0), ImageChops.invert(keep.image))

    def sweep(
        self, stops: Sequence[Stop], top: float = 0, bottom: float | None = None,
        left: float = 0, right: float | None = None,
    ) -> None:  # fmt: skip
        """A vertical change of colour; the stops run from 0 (top) to 1 (bottom)."""
        bottom = self.height if bottom is None else bottom
        right = self.width if right is None else right
        x0, x1 = round(left * self.k), round(right * self.k)
        y0, y1 = round(top * self.k), round(bottom * self.k)
        column = Image.new("RGB", (1, y1 - y0))
        column.putdata([between(stops, y / max(1, y1 - y0 - 1)) for y in range(y1 - y0)])
        self.image.paste(column.resize((x1 - x0, y1 - y0)), (x0, y0))

    def veil(
        self, colour: Colour, top: float, bottom: float, above: float, below: float,
        left: float = 0, right: float | None = None,
    ) -> None:  # fmt: skip
        """Haze: one colour whose strength changes from `above` at the top to `below`."""
        right = self.width if right is None else right
        x0, x1 = round(left * self.k), round(right * self.k)
        y0, y1 = round(top * self.k), round(bottom * self.k)
        column = Image.new("L", (1, y1 - y0))
        steps = [ease(y / max(1, y1 - y0 - 1)) for y in range(y1 - y0)]
        column.putdata([round(255 * (above + (below - above) * step)) for step in steps])
        self.image.paste(colour, (x0, y0, x1, y1), column.resize((x1 - x0, y1 - y0)))

    def glow(self, x: float, y: float, rx: float, ry: float, colour: Colour, alpha: float) -> None:
        """A soft round light that fades to nothing at its rim."""
        disc = ImageChops.invert(Image.radial_gradient("L"))
        # The gradient reaches its end in the corners; stretched, it ends at the rim.
        fade = [round(255 * alpha * ease(max(0.0, (v - 74) / 181))) for v in range(256)]
        size = (max(1, round(2 * rx * self.k)), max(1, round(2 * ry * self.k)))
        mask = disc.point(fade).resize(size, Image.Resampling.BICUBIC)
        place = Image.new("L", self.image.size)
        place.paste(mask, (round((x - rx) * self.k), round((y - ry) * self.k)))
        self.image.paste(colour, (0, 0, *self.image.size), place)

    def mirror(self, shore: float, depth: float, strength: float = 0.5, sway: float = 5) -> None:
        """Reflect what stands above the shore line into the water, broken by ripples."""
        k, width = self.k, self.image.width
        top, rows = round(shore * k), round(depth * k)
        band = max(1, round(2 * k))
        flipped = self.image.crop((0, top - rows, width, top)).transpose(
            Image.Transpose.FLIP_TOP_BOTTOM
        )
        rippled = flipped.copy()
        for y in range(0, rows, band):
            share = y / rows
            swing = math.sin(y / k * 0.55 / (0.5 + share)) + self.rng.uniform(-0.7, 0.7)
            strip = flipped.crop((0, y, width, min(rows, y + band)))
            rippled.paste(strip, (round(swing * sway * k * (0.15 + share)), y))
        fade = Image.new("L", (1, rows))
        fade.putdata([round(255 * strength * (1 - y / rows) ** 0.8) for y in range(rows)])
        self.image.paste(rippled, (0, top), fade.resize((width, rows)))

    def finish(self) -> Image.Image:
        """The picture at its final size, on paper with a little grain."""
        size = (round(self.width * self.scale), round(self.height * self.scale))
        picture = self.image.resize(size, Image.Resampling.BOX)
        picture = picture.filter(ImageFilter.GaussianBlur(0.35))  # a printed edge, not a cut one
        fine = speckle(self.rng, size, 1).filter(ImageFilter.GaussianBlur(0.7))
        fibre = speckle(self.rng, size, 5)
        for grain, share in ((fine, 0.025), (fibre, 0.012)):
            level = grain.point([round(128 + (v - 128) * share) for v in range(256)])
            layer = Image.merge("RGB", (level, level, level))
            picture = ImageChops.add(picture, layer, 1, -128)
        return picture


def speckle(rng: random.Random, size: tuple[int, int], coarse: int) -> Image.Image:
    small = (size[0] // coarse + 1, size[1] // coarse + 1)
    noise = Image.frombytes("L", small, rng.randbytes(small[0] * small[1]))
    if coarse == 1:
        return noise.crop((0, 0, *size))
    return noise.resize(size, Image.Resampling.BICUBIC)


def as_jpeg(picture: Image.Image) -> bytes:
    """The bytes of the file: progressive, without metadata, as good as its weight allows."""
    for quality in QUALITIES:
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=quality, progressive=True, optimize=True, subsampling=2)
        if out.tell() <= HEAVIEST:
            break
    return out.getvalue()


def ease(share: float) -> float:
    return share * share * (3 - 2 * share)


def between(stops: Sequence[Stop], share: float) -> Colour:
    for (start, first), (end, second) in pairwise(stops):
        if share <= end:
            return mix(first, second, max(0.0, (share - start) / (end - start)))
    return stops[-1][1]


def bezier(start: Point, bend: Point, end: Point, steps: int = 24) -> list[Point]:
    points = []
    for step in range(steps + 1):
        t = step / steps
        u = 1 - t
        x = u * u * start[0] + 2 * u * t * bend[0] + t * t * end[0]
        y = u * u * start[1] + 2 * u * t * bend[1] + t * t * end[1]
        points.append((x, y))
    return points
