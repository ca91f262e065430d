"""Trees, palms, saplings and grass."""

import math
from collections.abc import Sequence

from congtinh.demo.artwork.canvas import Canvas, bezier
from congtinh.demo.artwork.palette import (
    EARTH,
    FOREST,
    GRASS,
    LEAF,
    SPROUT,
    SUN_LIGHT,
    WOOD,
    Colour,
    mix,
)  # fmt: skip


def crown(
    canvas: Canvas, x: float, y: float, rx: float, ry: float, colour: Colour, light: Colour,
    lobes: int = 26,
) -> None:  # fmt: skip
    """Foliage: a dark mass with lit clumps towards the upper left."""
    rng = canvas.rng
    mass, lit = canvas.stencil(), canvas.stencil()
    for _ in range(lobes):
        angle, reach = rng.uniform(0, 2 * math.pi), rng.uniform(0.2, 0.85)
        cx, cy = x + math.cos(angle) * rx * reach, y + math.sin(angle) * ry * reach
        size = min(rx, ry) * rng.uniform(0.22, 0.42)
        mass.ellipse(cx, cy, size * 1.25, size, 255)
        if math.cos(angle - 3.9) > -0.1:
            lit.ellipse(cx - size * 0.2, cy - size * 0.25, size * 0.8, size * 0.55, 255)
    mass.ellipse(x, y, rx * 0.75, ry * 0.72, 255)
    canvas.wash(mass, colour)
    canvas.wash(lit, light, 0.55)


def tree(
    canvas: Canvas, x: float, y: float, height: float, colour: Colour = LEAF,
    light: Colour = GRASS, trunk: Colour = EARTH, wide: float = 0.42,
) -> None:  # fmt: skip
    thick = height * 0.035
    canvas.polygon([(x - thick * 1.3, y), (x - thick * 0.6, y - height * 0.6),
                    (x + thick * 0.6, y - height * 0.6), (x + thick * 1.3, y)], trunk)  # fmt: skip
    fork = y - height * 0.42
    canvas.line([(x, fork), (x - height * 0.16, fork - height * 0.2)], trunk, thick * 0.9)
    canvas.line([(x, fork), (x + height * 0.17, fork - height * 0.22)], trunk, thick * 0.9)
    crown(canvas, x, y - height * 0.72, height * wide, height * 0.3, colour, light)


def bush(canvas: Canvas, x: float, y: float, size: float, colour: Colour, light: Colour) -> None:
    """A round treetop seen from above its trunk; cheap enough for whole forests."""
    rng = canvas.rng
    for _ in range(5):
        canvas.ellipse(x + rng.uniform(-0.6, 0.6) * size, y + rng.uniform(-0.3,
            0.4) * size, size * rng.uniform(0.5, 0.75), size * rng.uniform(0.4, 0.6),
            colour)  # fmt: skip
    for _ in range(3):
        canvas.ellipse(x + rng.uniform(-0.6, 0.2) * size, y - rng.uniform(0.1,
            0.5) * size, size * rng.uniform(0.25, 0.4), size * rng.uniform(0.15, 0.26),
            light)  # fmt: skip


def palm(
    canvas: Canvas, x: float, y: float, height: float, colour: Colour = LEAF,
    trunk: Colour = EARTH, bend: float = 0.12,
) -> None:  # fmt: skip
    top = (x + height * bend, y - height)
    canvas.line(bezier((x, y), (x + height * bend * 0.1, y - height * 0.6), top), trunk,
                max(1.5, height * 0.028))  # fmt: skip
    for angle in (-172, -150, -118, -85, -55, -28, -8, 14, 168):
        a = math.radians(angle + canvas.rng.uniform(-8, 8))
        reach = height * canvas.rng.uniform(0.3, 0.4)
        tip = (top[0] + math.cos(a) * reach, top[1] + math.sin(a) * reach * 0.6 + reach * 0.35)
        knee = (top[0] + math.cos(a) * reach * 0.6, top[1] + math.sin(a) * reach * 0.75)
        upper = bezier(top, knee, tip, 10)
        lower = bezier(tip, (knee[0], knee[1] + reach * 0.2), top, 10)
        canvas.polygon([*upper, *lower], mix(colour, SUN_LIGHT, canvas.rng.uniform(0, 0.18)))


def sapling(canvas: Canvas, x: float, y: float, height: float, colour: Colour = LEAF) -> None:
    canvas.line([(x, y), (x, y - height)], WOOD, max(1.0, height * 0.06))
    for share, reach in ((0.45, 0.42), (0.68, 0.36), (0.9, 0.26)):
        level = y - height * share
        for side in (-1, 1):
            leaf = [(x, level), (x + side * height * reach * 0.6, level - height * 0.22),
                    (x + side * height * reach, level - height * 0.12),
                    (x + side * height * reach * 0.5, level + height * 0.02)]  # fmt: skip
            canvas.polygon(leaf, colour if side > 0 else mix(colour, SPROUT, 0.45))


def grass(
    canvas: Canvas, x: float, y: float, height: float, colours: Sequence[Colour], blades: int = 9
) -> None:
    rng = canvas.rng
    for _ in range(blades):
        lean, tall = rng.uniform(-0.5, 0.5) * height, height * rng.uniform(0.5, 1)
        root = x + rng.uniform(-0.35, 0.35) * height
        canvas.polygon([(root - height * 0.035, y), (root + lean * 0.4, y - tall * 0.6),
                        (root + lean, y - tall), (root + height * 0.035, y)],
                       rng.choice(colours))  # fmt: skip


def hedge(
    canvas: Canvas, left: float, right: float, y: float, height: float, colour: Colour = FOREST,
    light: Colour = LEAF,
) -> None:  # fmt: skip
    """A row of shrubs or far trees with an uneven top."""
    rng = canvas.rng
    mass, lit = canvas.stencil(), canvas.stencil()
    x = left
    while x < right:
        size = height * rng.uniform(0.35, 0.6)
        lift = height * rng.uniform(0.25, 0.55)
        mass.ellipse(x, y - lift, size * 1.2, size, 255)
        lit.ellipse(x - size * 0.3, y - lift - size * 0.35, size * 0.65, size * 0.4, 255)
        x += size * 0.9
    mass.box(left, y - height * 0.35, right, y, 255)
    canvas.wash(mass, colour)
    canvas.wash(lit, light, 0.5)
