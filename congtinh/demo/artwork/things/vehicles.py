"""Cars, lorries, buses and motorbikes, seen from the side."""

from congtinh.demo.artwork.canvas import Canvas
from congtinh.demo.artwork.palette import (
    BAY,
    BAY_DEEP,
    BAY_LIGHT,
    INK,
    PAPER,
    STONE_2,
    STONE_3,
    SUN_LIGHT,
    Colour,
    mix,
)  # fmt: skip


def wheel(canvas: Canvas, x: float, y: float, radius: float) -> None:
    canvas.ellipse(x, y, radius, radius, INK)
    canvas.ellipse(x, y, radius * 0.5, radius * 0.5, STONE_2)


def lorry(canvas: Canvas, x: float, y: float, length: float, load: Colour, flip: int = 1) -> None:
    """A box lorry standing on y, its cab towards `flip`."""
    s = length / 100

    def box(a: float, b: float, c: float, d: float, colour: Colour, radius: float = 0) -> None:
        canvas.box(x + flip * a * s, y + b * s, x + flip * c * s, y + d * s, colour, 1, radius * s)

    box(-50, -43, 24, -10, load)
    for rib in range(-44, 22, 9):
        box(rib, -41, rib + 1.2, -12, mix(load, INK, 0.15))
    box(27, -35, 49, -8, PAPER, 4)
    box(36, -31, 48, -21, BAY_DEEP, 2)
    box(-50, -10, 49, -6, STONE_3)
    for axle in (-38, -26, 38):
        wheel(canvas, x + flip * axle * s, y - 6 * s, 6 * s)


def bus(canvas: Canvas, left: float, y: float, length: float, colour: Colour) -> None:
    """A city bus seen from the side, its front to the left."""
    s = length / 100
    top = y - 30 * s
    canvas.box(left, top, left + length, y - 4 * s, colour, radius=3 * s)
    canvas.box(left, y - 12 * s, left + length, y - 9.6 * s, mix(colour, SUN_LIGHT, 0.85))
    canvas.box(left + 1.5 * s, top + 4 * s, left + 97 * s, top + 15.5 * s, BAY_DEEP, radius=1.5 * s)
    for pane in range(7):
        x = left + (13.5 + pane * 12) * s
        canvas.box(x, top + 4 * s, x + 0.9 * s, top + 15.5 * s, colour)
        canvas.polygon([(x + 3 * s, top + 15 * s), (x + 7.5 * s, top + 4.3 * s),
                        (x + 9.5 * s, top + 4.3 * s), (x + 5 * s, top + 15 * s)],
                       mix(BAY_DEEP, BAY_LIGHT, 0.4))  # fmt: skip
    for door in (6, 50):
        x = left + door * s
        canvas.box(x, top + 5.5 * s, x + 9.5 * s, y - 4.6 * s, mix(colour, INK, 0.45))
        for leaf in (0.7, 5.1):
            canvas.box(x + leaf * s, top + 6.5 * s, x + (leaf + 3.7) * s, y - 6 * s,
                       mix(BAY_DEEP, BAY_LIGHT, 0.3))  # fmt: skip
    canvas.box(left + 20 * s, top - 2 * s, left + 62 * s, top + 0.5 * s, mix(colour, INK, 0.2),
               radius=1 * s)  # fmt: skip
    canvas.ellipse(left + 1.2 * s, y - 8 * s, 1 * s, 1.6 * s, SUN_LIGHT)
    for axle in (22, 80):
        canvas.ellipse(left + axle * s, y - 4.6 * s, 6 * s, 6 * s, mix(colour, INK, 0.5))
        wheel(canvas, left + axle * s, y - 4.6 * s, 4.7 * s)


def car(canvas: Canvas, x: float, y: float, length: float, colour: Colour, flip: int = 1) -> None:
    s = length / 100

    def at(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x + flip * a * s, y + b * s) for a, b in points]

    canvas.polygon(at([(-50, -9), (-49, -24), (-34, -28), (-22, -43), (12, -43), (27, -28),
                       (46, -24), (50, -9)]), colour)  # fmt: skip
    canvas.polygon(at([(-27, -29), (-19, -39), (-5, -39), (-5, -29)]), BAY_DEEP)
    canvas.polygon(at([(-1, -29), (-1, -39), (10, -39), (20, -29)]), BAY_DEEP)
    canvas.polygon(at([(45, -22), (50, -20), (50, -15), (44, -16)]), SUN_LIGHT)
    for axle in (-30, 29):
        wheel(canvas, x + flip * axle * s, y - 9 * s, 9 * s)


def motorbike(
    canvas: Canvas, x: float, y: float, length: float, colour: Colour, shirt: Colour | None = BAY,
    flip: int = 1,
) -> None:  # fmt: skip
    """A motorbike, with a helmeted rider if a shirt is given."""
    s = length / 100

    def at(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x + flip * a * s, y + b * s) for a, b in points]

    wheel(canvas, x - flip * 34 * s, y - 17 * s, 17 * s)
    wheel(canvas, x + flip * 36 * s, y - 17 * s, 17 * s)
    canvas.polygon(at([(-46, -44), (-6, -42), (2, -22), (18, -24), (27, -62), (34, -62), (32, -18),
                       (14, -10), (-22, -12), (-34, -30)]), colour)  # fmt: skip
    canvas.line(at([(22, -66), (34, -70)]), INK, 4 * s)
    if shirt:
        canvas.polygon(at([(-22, -46), (-2, -46), (16, -34), (12, -12), (2, -12), (4, -28)]),
                       INK)  # fmt: skip
        canvas.polygon(at([(-24, -46), (-20, -92), (-4, -96), (4, -84), (0, -44)]), shirt)
        canvas.line(at([(-4, -84), (10, -66), (26, -68)]), mix(shirt, INK, 0.15), 8 * s)
        canvas.ellipse(x - flip * 8 * s, y - 108 * s, 12 * s, 13 * s, mix(STONE_2, BAY, 0.25))
