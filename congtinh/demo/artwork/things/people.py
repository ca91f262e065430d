"""Small figures seen from behind or from afar: never a face."""

from congtinh.demo.artwork.canvas import Canvas
from congtinh.demo.artwork.palette import (
    BAY,
    EARTH,
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

SHIRTS = (
    BAY, mix(SON, SAND, 0.25), PAPER, mix(SUN_LIGHT, SAND, 0.3), mix(BAY, STONE_2, 0.55),
    mix(LEAF, STONE_2, 0.35), STONE_3,
)  # fmt: skip
SKIN = mix(WOOD, SAND, 0.62)


def person(
    canvas: Canvas, x: float, y: float, height: float, shirt: Colour = BAY, trousers: Colour = INK,
    hat: bool = False, stride: float = 0.0, bag: Colour | None = None,
    arms: tuple[int, ...] = (-1, 1),
) -> None:  # fmt: skip
    """Someone standing on (x, y), seen from behind, with those arms hanging down."""
    s = height / 100
    spread = 4 + 6 * stride
    for side in (-1, 1):
        canvas.polygon([(x + side * 1 * s, y - 48 * s), (x + side * 10 * s, y - 48 * s),
                        (x + side * (spread + 5) * s, y), (x + side * (spread - 3) * s, y)],
                       trousers)  # fmt: skip
    for side in arms:
        canvas.polygon([(x + side * 11 * s, y - 80 * s), (x + side * 16 * s, y - 76 * s),
                        (x + side * 18 * s, y - 46 * s), (x + side * 13 * s, y - 46 * s)],
                       mix(shirt, INK, 0.12))  # fmt: skip
        canvas.ellipse(x + side * 15.5 * s, y - 45 * s, 2.6 * s, 3.4 * s, SKIN)
    canvas.polygon([(x - 9 * s, y - 83 * s), (x + 9 * s, y - 83 * s), (x + 14 * s, y - 79 * s),
                    (x + 11.5 * s, y - 44 * s), (x - 11.5 * s, y - 44 * s),
                    (x - 14 * s, y - 79 * s)], shirt)  # fmt: skip
    canvas.box(x - 3 * s, y - 87 * s, x + 3 * s, y - 81 * s, SKIN)
    canvas.ellipse(x, y - 92 * s, 6.6 * s, 8 * s, INK)
    if bag:
        canvas.box(x - 8 * s, y - 79 * s, x + 8 * s, y - 56 * s, bag, radius=3 * s)
    if hat:
        conical_hat(canvas, x, y - 91 * s, 19 * s)


def conical_hat(canvas: Canvas, x: float, y: float, reach: float) -> None:
    canvas.polygon([(x - reach, y), (x, y - reach * 0.78), (x + reach, y), (x + reach * 0.5, y + 3),
                    (x - reach * 0.5, y + 3)], SAND)  # fmt: skip
    canvas.polygon([(x, y - reach * 0.78), (x + reach, y), (x + reach * 0.5, y + 3),
                    (x + reach * 0.1, y + 2)], mix(SAND, WOOD, 0.28))  # fmt: skip


def stooping(
    canvas: Canvas, x: float, y: float, height: float, shirt: Colour, side: int = 1,
    trousers: Colour = EARTH,
) -> None:  # fmt: skip
    """Someone bent over the ground under a conical hat, head towards `side`."""
    s = height / 100

    def at(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x + side * a * s, y + b * s) for a, b in points]

    canvas.polygon(at([(-16, -44), (2, -46), (4, 0), (-4, 0), (-5, -22), (-14, 0), (-22, 0)]),
                   trousers)  # fmt: skip
    canvas.polygon(at([(-18, -46), (-12, -58), (24, -68), (34, -60), (28, -48), (2, -40)]), shirt)
    canvas.line(at([(26, -56), (33, -30), (38, -8)]), mix(shirt, INK, 0.15), 6 * s)
    canvas.ellipse(x + side * 40 * s, y - 60 * s, 7 * s, 7 * s, INK)
    canvas.polygon(at([(24, -66), (50, -78), (58, -48)]), SAND)
    canvas.polygon(at([(50, -78), (58, -48), (44, -57)]), mix(SAND, WOOD, 0.28))


def shoulder_pole(canvas: Canvas, x: float, y: float, height: float, load: Colour) -> None:
    """Two baskets on a pole, carried by whoever stands at (x, y)."""
    s = height / 100
    canvas.curve((x - 52 * s, y - 74 * s), (x, y - 92 * s), (x + 52 * s, y - 74 * s), WOOD, 2.4 * s)
    for side in (-1, 1):
        cx = x + side * 50 * s
        for reach in (-12, 12):
            canvas.line([(cx, y - 75 * s), (cx + reach * s, y - 34 * s)], EARTH, 0.9 * s)
        canvas.ellipse(cx, y - 33 * s, 15 * s, 7 * s, load)
        canvas.polygon([(cx - 16 * s, y - 33 * s), (cx + 16 * s, y - 33 * s),
                        (cx + 11 * s, y - 18 * s), (cx - 11 * s, y - 18 * s)], WOOD)  # fmt: skip


def head_and_shoulders(
    canvas: Canvas, x: float, y: float, width: float, shirt: Colour, hair: Colour = INK,
    bun: bool = False,
) -> None:  # fmt: skip
    """A seated listener seen from behind; (x, y) is the middle of the lower edge."""
    s = width / 100
    canvas.polygon([(x - 50 * s, y), (x - 47 * s, y - 34 * s), (x - 30 * s, y - 48 * s),
                    (x - 10 * s, y - 54 * s), (x + 10 * s, y - 54 * s), (x + 30 * s, y - 48 * s),
                    (x + 47 * s, y - 34 * s), (x + 50 * s, y)], shirt)  # fmt: skip
    canvas.box(x - 11 * s, y - 66 * s, x + 11 * s, y - 50 * s, SKIN)
    canvas.ellipse(x, y - 82 * s, 21 * s, 25 * s, hair)
    for side in (-1, 1):
        canvas.ellipse(x + side * 21 * s, y - 79 * s, 3.5 * s, 6 * s, SKIN)
    if bun:
        canvas.ellipse(x, y - 78 * s, 24 * s, 24 * s, hair)
        canvas.ellipse(x, y - 64 * s, 13 * s, 11 * s, mix(hair, INK, 0.5))
