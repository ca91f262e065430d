"""Boats of the coast, from a rowed sampan to a container ship."""

from congtinh.demo.artwork.canvas import Canvas
from congtinh.demo.artwork.palette import (
    BAY,
    BAY_DEEP,
    BAY_LIGHT,
    INK,
    LEAF,
    PAPER,
    SAND,
    SON,
    STONE_2,
    STONE_3,
    SUN_LIGHT,
    WOOD,
    Colour,
    mix,
)  # fmt: skip


def sampan(
    canvas: Canvas, x: float, y: float, size: float, colour: Colour = INK, rower: bool = True
) -> None:
    """A small rowed boat, `size` long, with a rower in a conical hat."""
    s = size / 100
    hull = [(-50, -9), (-38, -4), (34, -4), (52, -13), (40, 4), (-36, 5)]
    if rower:
        canvas.polygon([(x - 14 * s, y - 5 * s), (x - 9 * s, y - 27 * s), (x + 3 * s, y - 26 * s),
                        (x + 7 * s, y - 5 * s)], mix(colour, BAY, 0.4))  # fmt: skip
        canvas.ellipse(x - 3 * s, y - 30 * s, 4.5 * s, 5 * s, colour)
        canvas.polygon([(x - 17 * s, y - 29 * s), (x - 3 * s, y - 42 * s),
            (x + 11 * s, y - 29 * s)], mix(SAND, colour, 0.1))  # fmt: skip
        canvas.line([(x - 2 * s, y - 20 * s), (x + 44 * s, y + 10 * s)], colour, 2 * s)
    canvas.polygon([(x + a * s, y + b * s) for a, b in hull], colour)


def junk(
    canvas: Canvas, x: float, y: float, size: float, sail: Colour, hull: Colour, flip: int = 1
) -> None:
    """A sailing junk with ribbed sails, `size` long."""
    s = size / 100

    def at(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x + flip * a * s, y + b * s) for a, b in points]

    rib = mix(sail, INK, 0.28)
    for mast, top, low, back, front in ((-22, -92, -16, -46, -8), (12, -112, -16, -18, 36)):
        canvas.line(at([(mast, -8), (mast, top - 4)]), hull, 1.6 * s)
        panel = [(mast - 3, top), (front - 4, top + 20), (front, top + 50), (front - 4, low),
                 (back + 4, low), (back, top + 58), (back + 9, top + 26)]  # fmt: skip
        canvas.polygon(at([(float(a), float(b)) for a, b in panel]), sail)
        for share in (0.25, 0.45, 0.65, 0.85):
            level = top + (low - top) * share
            canvas.line(at([(back + 4, level + 4), (front - 2, level - 2)]), rib, 1.0 * s)
    canvas.polygon(at([(-54, -20), (-44, -8), (30, -7), (56, -18), (42, 7), (-40, 8)]), hull)
    canvas.polygon(at([(-54, -20), (-50, -26), (-30, -24), (-28, -8), (-44, -8)]), hull)
    canvas.line(at([(-44, -3), (44, -5)]), mix(hull, SUN_LIGHT, 0.45), 1.2 * s)


def trawler(
    canvas: Canvas, x: float, y: float, size: float, hull: Colour = BAY, flip: int = 1,
    cabin: Colour = PAPER,
) -> None:  # fmt: skip
    """A wooden fishing boat: high bow, wheelhouse aft, mast and booms."""
    s = size / 100

    def at(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x + flip * a * s, y + b * s) for a, b in points]

    dark = mix(hull, INK, 0.45)
    canvas.line(at([(8, -12), (8, -66)]), dark, 1.6 * s)
    canvas.line(at([(8, -60), (46, -22)]), dark, 0.8 * s)
    canvas.line(at([(8, -60), (-26, -34)]), dark, 0.8 * s)
    canvas.line(at([(8, -22), (34, -50)]), dark, 1.3 * s)
    canvas.polygon(at([(-40, -12), (-40, -34), (-8, -34), (-6, -12)]), cabin)
    canvas.polygon(at([(-44, -34), (-43, -38), (-4, -38), (-3, -34)]), mix(SON, hull, 0.2))
    for left in (-36, -26, -16):
        canvas.polygon(at([(left, -30), (left + 7, -30), (left + 7, -22), (left, -22)]),
                       mix(BAY_DEEP, cabin, 0.2))  # fmt: skip
    canvas.polygon(at([(-52, -16), (-30, -10), (18, -11), (54, -27), (44, 5), (-44, 5)]), hull)
    canvas.polygon(at([(-48, -4), (46, -5), (44, 5), (-44, 5)]), dark)
    canvas.line(at([(-51, -13), (-30, -7), (18, -8), (52, -23)]), mix(hull, SUN_LIGHT,
        0.7), 1.5 * s)  # fmt: skip


def container_ship(canvas: Canvas, left: float, right: float, y: float, rows: int = 5) -> None:
    """A ship laden with containers, its bridge at the stern (left)."""
    rng = canvas.rng
    width = right - left
    unit, tall = width / 26, width / 62
    colours = [BAY, SON, mix(SUN_LIGHT, SAND, 0.4), STONE_2, mix(BAY, BAY_LIGHT, 0.5),
               mix(LEAF, STONE_2, 0.3), mix(SON, STONE_2, 0.35)]  # fmt: skip
    deck = y - width * 0.075
    for column in range(17):
        x = left + width * 0.22 + column * unit * 1.03
        height = rows - (1 if column in (0, 8, 9) else 0) - max(0, column - 14)
        for level in range(max(1, height - rng.randint(0, 1))):
            tone = rng.choice(colours)
            top = deck - (level + 1) * tall
            canvas.box(x, top, x + unit, top + tall - 1, tone)
            canvas.box(x, top, x + unit * 0.12, top + tall - 1, mix(tone, INK, 0.2))
    bridge = left + width * 0.07
    canvas.box(bridge, deck - tall * 7, bridge + width * 0.09, deck, PAPER)
    canvas.box(bridge - 8, deck - tall * 7.6, bridge + width * 0.1, deck - tall * 7, STONE_2)
    for level in range(5):
        top = deck - tall * (6.4 - level * 1.2)
        canvas.box(bridge + 6, top, bridge + width * 0.083, top + tall * 0.45, BAY_DEEP)
    canvas.box(bridge + 4, deck - tall * 10, bridge + 26, deck - tall * 7.6, SON)
    hull = [(left, deck - 6), (left + width * 0.9, deck), (right, deck - 22),
            (left + width * 0.955, y), (left + width * 0.02, y)]  # fmt: skip
    canvas.polygon(hull, BAY_DEEP)
    canvas.polygon([(left + width * 0.017, y - 14), (left + width * 0.962, y - 14),
        (left + width * 0.955, y), (left + width * 0.02, y)], mix(SON, INK, 0.2))  # fmt: skip
    canvas.line([(left + 4, deck + 2), (left + width * 0.9, deck + 8), (right - 4, deck - 14)],
                mix(BAY_LIGHT, STONE_3, 0.4), 2)  # fmt: skip


def rowing_crew(
    canvas: Canvas, x: float, y: float, size: float, hull: Colour, shirt: Colour, crew: int = 9
) -> None:
    """A long racing boat with its paddlers leaning into the stroke; bow to the right."""
    s = size / 100
    step = 80 / crew
    for seat in range(crew):
        px = x + (-40 + seat * step) * s
        canvas.polygon([(px - 2.2 * s, y - 3 * s), (px + 0.6 * s, y - 9.5 * s),
                        (px + 3.6 * s, y - 9 * s), (px + 2.6 * s, y - 3 * s)], shirt)  # fmt: skip
        canvas.ellipse(px + 2.6 * s, y - 11.4 * s, 1.7 * s, 1.9 * s, INK)
        canvas.line([(px + 1.5 * s, y - 8.6 * s), (px + 5 * s, y - 6 * s)], shirt, 1.3 * s)
        canvas.line([(px + 5.6 * s, y - 9 * s), (px + 3.4 * s, y + 3.4 * s)], WOOD, 0.6 * s)
        canvas.ellipse(px + 3.3 * s, y + 3 * s, 1.0 * s, 1.7 * s, WOOD)
    bow = [(-54, -9), (-50, -4), (-40, -3.6), (42, -3.6), (52, -6), (57, -13), (58.5, -8),
           (52, 0.5), (40, 2.4), (-42, 2.4), (-52, -1)]  # fmt: skip
    canvas.polygon([(x + a * s, y + b * s) for a, b in bow], hull)
    canvas.line([(x - 48 * s, y - 1.6 * s), (x + 50 * s, y - 1.8 * s)], SUN_LIGHT, 0.7 * s)
