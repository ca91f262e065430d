"""Houses, halls and what stands about them."""

from congtinh.demo.artwork.canvas import Canvas
from congtinh.demo.artwork.palette import (
    BAY,
    BAY_DEEP,
    BAY_LIGHT,
    INK,
    PAPER,
    SAND,
    SON,
    STONE_1,
    STONE_2,
    STONE_3,
    SUN_LIGHT,
    SUN_PALE,
    TILE,
    Colour,
    mix,
)  # fmt: skip

WALLS = (
    PAPER, SAND, mix(SUN_LIGHT, PAPER, 0.45), STONE_2, mix(BAY_LIGHT, STONE_1, 0.55),
    mix(TILE, PAPER, 0.6), mix(BAY, STONE_2, 0.7),
)  # fmt: skip


def tube_house(
    canvas: Canvas, left: float, base: float, width: float, storeys: int, wall: Colour,
    storey: float = 34, tint: Colour | None = None, haze: float = 0.0, night: bool = False,
) -> None:  # fmt: skip
    """A narrow town house; `haze` pales it into `tint`, `night` lights its windows."""
    rng = canvas.rng

    def tone(colour: Colour) -> Colour:
        return mix(colour, tint, haze) if tint else colour

    top = base - storeys * storey
    roof = rng.choice(("gable", "flat", "gable", "tank"))
    canvas.box(left, top, left + width, base, tone(wall))
    canvas.box(left + width * 0.8, top, left + width, base, tone(mix(wall, BAY_DEEP, 0.16)))
    if roof == "gable":
        peak = storey * 0.55
        canvas.polygon([(left - 4, top), (left + width * 0.5, top - peak),
                        (left + width + 4, top)], tone(TILE))  # fmt: skip
    else:
        canvas.box(left - 3, top - 5, left + width + 3, top, tone(mix(wall, INK, 0.2)))
        if roof == "tank":
            canvas.box(left + width * 0.2, top - 20, left + width * 0.55, top - 5,
                       tone(STONE_3), radius=5)  # fmt: skip
    count = 2 if width < 62 else 3
    for level in range(storeys):
        y = top + level * storey + storey * 0.22
        if level == storeys - 1 and not night:
            shop = rng.choice((mix(BAY, STONE_2, 0.2), mix(SON, SAND, 0.3), STONE_3))
            canvas.box(left + width * 0.1, y, left + width * 0.9, base, tone(BAY_DEEP), 0.75)
            canvas.box(left - 3, y - 4, left + width + 5, y + 5, tone(shop))
            continue
        pane = width * 0.62 / count
        for number in range(count):
            x = left + width * 0.12 + number * (pane * 1.25)
            lit = night and rng.random() < 0.52
            glass = rng.choice((SUN_LIGHT, SUN_PALE, mix(SUN_LIGHT, TILE, 0.25))) if lit else (
                tone(mix(BAY_DEEP, wall, 0.12)))  # fmt: skip
            canvas.box(x, y, x + pane, y + storey * 0.5, glass)
        if not night and rng.random() < 0.5:
            canvas.box(left - 2, y + storey * 0.56, left + width * 0.8, y + storey * 0.64,
                       tone(mix(wall, INK, 0.3)))  # fmt: skip


def street(
    canvas: Canvas, left: float, right: float, base: float, storey: float, tallest: int,
    tint: Colour | None = None, haze: float = 0.0, night: bool = False, dark: Colour = INK,
) -> None:  # fmt: skip
    """A row of tube houses without gaps."""
    rng = canvas.rng
    x = left
    while x < right:
        width = storey * rng.uniform(1.15, 1.9)
        wall = mix(dark, rng.choice(WALLS), 0.12) if night else rng.choice(WALLS)
        tube_house(canvas, x, base, width, rng.randint(2, tallest), wall, storey, tint, haze, night)
        x += width


def tiled_roof(
    canvas: Canvas, left: float, right: float, eave: float, height: float, colour: Colour = TILE
) -> None:
    """A hipped roof with its courses of tiles."""
    inset = height * 0.9
    outline = [(left, eave), (left + inset, eave - height), (right - inset, eave - height),
               (right, eave)]  # fmt: skip
    canvas.polygon(outline, colour)
    courses = max(3, round(height / 13))
    for number in range(1, courses):
        share = number / courses
        y = eave - height * share
        canvas.line([(left + inset * share, y), (right - inset * share, y)],
                    mix(colour, INK, 0.14), 1.6)  # fmt: skip
    canvas.box(left + inset - 6, eave - height - 6, right - inset + 6, eave - height + 3,
               mix(colour, INK, 0.25))  # fmt: skip
    canvas.box(left, eave - 3, right, eave + 6, mix(colour, INK, 0.35))


def window(
    canvas: Canvas, left: float, top: float, width: float, height: float,
    frame: Colour = PAPER, glass: Colour = BAY_DEEP, shutter: Colour | None = None,
) -> None:  # fmt: skip
    canvas.box(left - 3, top - 3, left + width + 3, top + height + 5, frame)
    canvas.box(left, top, left + width, top + height, glass)
    canvas.polygon([(left, top + height * 0.55), (left + width * 0.6, top), (left + width, top),
                    (left, top + height)], mix(glass, BAY_LIGHT, 0.35), 0.6)  # fmt: skip
    canvas.box(left + width / 2 - 1.2, top, left + width / 2 + 1.2, top + height, frame)
    if shutter:
        for x in (left - width * 0.42, left + width + 2):
            canvas.box(x, top - 2, x + width * 0.4, top + height + 3, shutter)
            for line in range(5):
                y = top + 4 + line * height / 5
                canvas.box(x + 3, y, x + width * 0.4 - 3, y + 2, mix(shutter, INK, 0.25))


def lighthouse(
    canvas: Canvas, x: float, base: float, height: float, wall: Colour = PAPER,
    band: Colour = SON, lamp: Colour = SUN_LIGHT,
) -> None:  # fmt: skip
    low, high = height * 0.095, height * 0.058
    canvas.polygon([(x - low, base), (x - high, base - height * 0.8),
        (x + high, base - height * 0.8), (x + low, base)], wall)  # fmt: skip
    for start in (0.2, 0.52):
        a, b = low + (high - low) * start / 0.8, low + (high - low) * (start + 0.14) / 0.8
        y0, y1 = base - height * start, base - height * (start + 0.14)
        canvas.polygon([(x - a, y0), (x - b, y1), (x + b, y1), (x + a, y0)], band)
    canvas.polygon([(x + low * 0.25, base), (x + high * 0.25, base - height * 0.8),
                    (x + high, base - height * 0.8), (x + low, base)], BAY_DEEP, 0.2)  # fmt: skip
    top = base - height * 0.8
    canvas.box(x - high * 1.7, top - height * 0.025, x + high * 1.7, top, BAY_DEEP)
    canvas.box(x - high * 0.8, top - height * 0.12, x + high * 0.8, top - height * 0.025, lamp)
    canvas.box(x - 1, top - height * 0.12, x + 1, top - height * 0.025, BAY_DEEP)
    canvas.polygon([(x - high * 1.1, top - height * 0.12), (x, top - height * 0.2),
                    (x + high * 1.1, top - height * 0.12)], band)  # fmt: skip
