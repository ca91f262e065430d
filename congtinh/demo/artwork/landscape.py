"""Limestone islands, hills, clouds and water, grown from value noise."""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from congtinh.demo.artwork.canvas import Canvas, Point, ease
from congtinh.demo.artwork.palette import Colour, mix


class Noise:
    """Value noise along a line: smooth, repeatable, between about -1 and 1."""

    def __init__(self, rng: random.Random, octaves: int = 4) -> None:
        self.tables = [[rng.uniform(-1, 1) for _ in range(256)] for _ in range(octaves)]

    def __call__(self, x: float) -> float:
        total, weight, reach = 0.0, 1.0, 0.0
        for table in self.tables:
            cell = math.floor(x)
            share = ease(x - cell)
            first, second = table[cell & 255], table[(cell + 1) & 255]
            total += weight * (first + (second - first) * share)
            reach += weight
            weight /= 2
            x *= 2
        return total / reach * 1.5


@dataclass(frozen=True)
class Rock:
    """The three tones of a limestone wall: body, the side away from light, and growth on it."""

    body: Colour
    shade: Colour
    green: Colour

    def hazed(self, haze: Colour, share: float) -> "Rock":
        tones = (mix(tone, haze, share) for tone in (self.body, self.shade, self.green))
        return Rock(*tones)


def tower(
    rng: random.Random, centre: float, half: float, base: float, height: float
) -> list[Point]:
    """The outline of one karst tower: steep sides, a rough round head, a notch at the water."""
    rough = Noise(rng, 5)
    power = rng.uniform(2.2, 3.6)
    lean = rng.uniform(-0.22, 0.22)
    points: list[Point] = []
    steps = max(24, round(half / 2))
    for step in range(steps + 1):
        u = -1 + 2 * step / steps
        skew = u - lean * (1 - u * u)
        rise = max(0.0, 1 - abs(skew) ** power) ** 0.62
        wear = 1 + 0.16 * rough(u * 3.1 + 9) * (1 - 0.4 * abs(u)) + 0.035 * rough(u * 17 + 40)
        points.append((centre + u * half, base - height * rise * wear))
    inset = min(5.0, half * 0.05)
    return [
        (centre - half + inset, base),
        (centre - half, base - inset * 1.6),
        *points[1:-1],
        (centre + half, base - inset * 1.6),
        (centre + half - inset, base),
    ]


def karst(
    canvas: Canvas, left: float, right: float, base: float, height: float, rock: Rock,
    count: int = 5, detail: float = 1.0, light: int = -1,
) -> None:  # fmt: skip
    """A group of towers, the tall ones behind; `light` is the side the sun stands on."""
    rng = canvas.rng
    width = right - left
    group = []
    for number in range(count):
        share = (number + 0.5 + rng.uniform(-0.3, 0.3)) / count
        tall = height * (0.35 + 0.65 * math.sin(math.pi * min(0.95, max(0.05, share))) ** 0.8)
        tall *= rng.uniform(0.6, 1.0)
        half = width / count * rng.uniform(0.62, 1.0)
        centre = min(right - half, max(left + half, left + share * width))
        group.append((tall, centre, half))
    tallest = max(tall for tall, _, _ in group)
    for tall, centre, half in sorted(group, reverse=True):
        tall *= height / tallest
        tone = rock.hazed(rock.green, rng.uniform(0, 0.12)) if detail else rock
        limestone_tower(canvas, centre, half, base, tall, tone, detail, light)


def limestone_tower(
    canvas: Canvas, centre: float, half: float, base: float, height: float, rock: Rock,
    detail: float, light: int,
) -> None:  # fmt: skip
    rng = canvas.rng
    outline = tower(rng, centre, half, base, height)
    canvas.polygon(outline, rock.body)
    if not detail:
        return
    with canvas.clip(outline):
        wobble = Noise(rng, 4)
        edge = []
        for step in range(25):
            share = step / 24
            x = centre - light * half * (0.05 + 0.28 * share + 0.22 * wobble(share * 5))
            edge.append((x, base - height * 1.25 * (1 - share)))
        far = centre - light * half * 1.2
        canvas.polygon([*edge, (far, base), (far, base - height * 1.3)], rock.shade, 0.75)
        flutes(canvas, centre, half, base, height, rock, round(half / 7 * detail))
        growth(canvas, outline, base, height, rock, detail)
        canvas.box(centre - half, base - 3, centre + half, base, mix(rock.shade, (0, 0, 0), 0.25))


def flutes(
    canvas: Canvas, centre: float, half: float, base: float, height: float, rock: Rock, count: int
) -> None:
    """Rain has cut upright grooves into the walls; light catches some, shadow fills others."""
    rng = canvas.rng
    bright = mix(rock.body, (255, 255, 255), 0.35)
    for _ in range(count):
        x = centre + rng.uniform(-1, 1) * half
        top = base - height * rng.uniform(0.15, 0.8)
        length = height * rng.uniform(0.08, 0.3)
        wide = rng.uniform(1.5, 5)
        tone = bright if rng.random() < 0.45 else rock.shade
        shape = [
            (x, top), (x + wide, top + length * 0.3), (x + wide * 0.6, top + length),
            (x - wide * 0.7, top + length * 0.8),
        ]  # fmt: skip
        canvas.polygon(shape, tone, rng.uniform(0.18, 0.45))


def growth(
    canvas: Canvas, outline: Sequence[Point], base: float, height: float, rock: Rock, detail: float
) -> None:
    """Bushes on the head and on ledges of a tower."""
    rng = canvas.rng
    stencil = canvas.stencil()
    for x, y in outline[2:-2]:
        share = (base - y) / height
        if share > 0.3 and rng.random() < 0.85:
            size = rng.uniform(3, 9) * (0.5 + share) * (0.6 + 0.4 * detail)
            stencil.ellipse(x, y + size * 0.3, size * 1.2, size, 255)
            if rng.random() < 0.4:
                drop = rng.uniform(0.08, 0.5) * (base - y)
                stencil.ellipse(x, y + drop, size * 1.4, size * 0.8, 255)
    canvas.wash(stencil, rock.green, 0.8)


def range_of_hills(
    canvas: Canvas, base: float, height: float, colour: Colour, wave: float = 260,
    left: float = 0, right: float | None = None, bottom: float | None = None, octaves: int = 4,
) -> Callable[[float], float]:  # fmt: skip
    """A line of soft hills; gives back the height of its skyline at any place."""
    noise = Noise(canvas.rng, octaves)
    right = canvas.width if right is None else right
    bottom = canvas.height if bottom is None else bottom

    def skyline(x: float) -> float:
        return base - height * (0.5 + 0.5 * noise(x / wave + 3))

    points = [(x, skyline(x)) for x in range(round(left), round(right) + 5, 4)]
    canvas.polygon([(left, bottom), *points, (right, bottom)], colour)
    return skyline


def cloud(
    canvas: Canvas, x: float, y: float, width: float, height: float, colour: Colour,
    alpha: float = 0.8, blur: float = 0,
) -> None:  # fmt: skip
    """A flat-bottomed bank of cloud, built of lobes."""
    rng = canvas.rng
    stencil = canvas.stencil()
    lobes = max(5, round(width / height * 3))
    for lobe in range(lobes):
        share = (lobe + 0.5) / lobes
        swell = math.sin(math.pi * share) ** 0.7 * rng.uniform(0.5, 1)
        radius = max(4.0, height * 0.5 * swell)
        stencil.ellipse(x - width / 2 + share * width, y - radius * 0.7, radius * 1.7, radius, 255)
    stencil.box(0, y, canvas.width, canvas.height, 0)
    stencil.box(x - width * 0.47, y - height * 0.13, x + width * 0.47, y, 255, radius=height * 0.06)
    canvas.wash(stencil, colour, alpha, blur)


def stratus(
    canvas: Canvas, top: float, bottom: float, colour: Colour, count: int, alpha: float = 0.35
) -> None:
    """Long thin layers of cloud."""
    rng = canvas.rng
    for _ in range(count):
        y = rng.uniform(top, bottom)
        x = rng.uniform(0, canvas.width)
        stencil = canvas.stencil()
        for _ in range(rng.randint(3, 6)):
            reach = rng.uniform(90, 330)
            stencil.ellipse(
                x + rng.uniform(-220, 220), y + rng.uniform(-9, 9), reach, rng.uniform(2, 7), 255
            )
        canvas.wash(stencil, colour, alpha * rng.uniform(0.5, 1), blur=1.5)


def ripples(
    canvas: Canvas, horizon: float, bottom: float, colour: Colour, count: int, alpha: float = 0.3,
    left: float = 0, right: float | None = None,
) -> None:  # fmt: skip
    """Lens-shaped glints that grow towards the viewer."""
    rng = canvas.rng
    right = canvas.width if right is None else right
    for _ in range(count):
        share = rng.random() ** 1.5
        y = horizon + 2 + (bottom - horizon) * share
        reach = (8 + 90 * share) * rng.uniform(0.4, 1.3)
        thick = (0.5 + 3.2 * share) * rng.uniform(0.5, 1)
        x = rng.uniform(left, right)
        lens = [(x - reach, y), (x - reach * 0.3, y - thick), (x + reach * 0.4, y - thick * 0.8),
                (x + reach, y), (x + reach * 0.2, y + thick * 0.5)]  # fmt: skip
        canvas.polygon(lens, colour, alpha * rng.uniform(0.4, 1))


def sun_path(
    canvas: Canvas, x: float, horizon: float, bottom: float, colour: Colour, spread: float
) -> None:
    """The broken road of light under a low sun."""
    rng = canvas.rng
    for step in range(90):
        share = (step / 90) ** 1.3
        y = horizon + 3 + (bottom - horizon) * share
        reach = (14 + spread * share) * rng.uniform(0.3, 1)
        off = rng.uniform(-1, 1) * spread * 0.5 * share
        canvas.ellipse(x + off, y, reach, 1 + 3.4 * share, colour, 0.75 * (1 - share * 0.75))


def mist(canvas: Canvas, y: float, depth: float, colour: Colour, alpha: float) -> None:
    """A bank of haze lying on the water: strongest at its middle line."""
    canvas.veil(colour, y - depth, y, 0, alpha)
    canvas.veil(colour, y, y + depth * 0.6, alpha, 0)


def birds(canvas: Canvas, x: float, y: float, count: int, spread: float, colour: Colour) -> None:
    rng = canvas.rng
    for _ in range(count):
        bx, by = x + rng.gauss(0, spread), y + rng.gauss(0, spread * 0.3)
        wing = rng.uniform(6, 12)
        canvas.curve((bx - wing, by - wing * 0.2), (bx - wing * 0.4, by - wing * 0.7), (bx, by),
                     colour, 1.6)  # fmt: skip
        canvas.curve((bx, by), (bx + wing * 0.4, by - wing * 0.7), (bx + wing, by - wing * 0.2),
                     colour, 1.6)  # fmt: skip
