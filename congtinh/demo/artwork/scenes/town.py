"""Town and trade: the market, the office building, the town at night, the border gate."""

from congtinh.demo.artwork.canvas import Canvas, bezier
from congtinh.demo.artwork.landscape import (
    Rock,
    cloud,
    karst,
    range_of_hills,
    ripples,
)  # fmt: skip
from congtinh.demo.artwork.palette import (
    BAY,
    BAY_DEEP,
    BAY_LIGHT,
    DUSK,
    EARTH,
    FOREST,
    GRASS,
    INK,
    LEAF,
    LEAF_LIGHT,
    LIMESTONE,
    NIGHT,
    PAPER,
    PEACH,
    SAND,
    SEA,
    SKY,
    SON,
    SPROUT,
    STONE_1,
    STONE_2,
    STONE_3,
    SUN_LIGHT,
    SUN_PALE,
    TILE,
    WOOD,
    Colour,
    mix,
)  # fmt: skip
from congtinh.demo.artwork.things.boats import sampan, trawler
from congtinh.demo.artwork.things.buildings import street, tiled_roof, window
from congtinh.demo.artwork.things.people import SHIRTS, person, shoulder_pole
from congtinh.demo.artwork.things.plants import grass, hedge, palm, tree
from congtinh.demo.artwork.things.vehicles import lorry, motorbike

ROCK = Rock(mix(LIMESTONE, BAY, 0.2), mix(BAY, STONE_3, 0.5), mix(LEAF, BAY, 0.3))
GOODS = (TILE, SUN_LIGHT, LEAF, SPROUT, mix(SON, PAPER, 0.15), mix(TILE, SUN_LIGHT, 0.6), GRASS)


def market(canvas: Canvas) -> None:
    """Striped awnings over stalls on both sides of a lane, people with baskets between."""
    canvas.sweep([(0, mix(SUN_PALE, SKY, 0.35)), (1, SUN_PALE)], 0, 470)
    range_of_hills(canvas, 300, 130, mix(SUN_PALE, mix(BAY, LEAF, 0.5), 0.28), 260)
    range_of_hills(canvas, 360, 80, mix(SUN_PALE, mix(BAY, LEAF, 0.5), 0.42), 170)
    street(canvas, 430, 1180, 470, 38, 4, SUN_PALE, 0.3)
    tree(canvas, 800, 490, 250, mix(LEAF, SUN_PALE, 0.1), GRASS)
    canvas.sweep([(0, mix(SAND, CLAY_PATH, 0.3)), (1, mix(CLAY_PATH, EARTH, 0.18))], 468)
    for x in range(14):
        y = 490 + x * x * 2.3
        canvas.line([(0, y), (1600, y)], mix(CLAY_PATH, EARTH, 0.14), 1 + x * 0.15)
    for number in range(9):
        x, y = 660 + canvas.rng.uniform(-60, 320), 506 + number * 7
        person(canvas, x, y, 70 + number * 4, canvas.rng.choice(SHIRTS), INK,
            canvas.rng.random() < 0.6)  # fmt: skip
    tones = ((SON, PAPER), (BAY, SAND), (mix(LEAF, GRASS, 0.2), SUN_PALE),
        (mix(SUN_LIGHT, TILE, 0.15), PAPER), (mix(BAY, BAY_LIGHT, 0.5), PAPER))  # fmt: skip
    rows = ((560, 488, 0.36), (520, 512, 0.5), (450, 556, 0.72), (330, 622, 1.04), (130, 730, 1.55))
    for number, (x, y, size) in enumerate(rows):
        stall(canvas, x, y, size, tones[number % 5], 1)
        stall(canvas, 1620 - x, y + 8, size, tones[(number + 2) % 5], -1)
    crowd = ((730, 650, 150, True, False), (900, 640, 140, False, False),
        (820, 742, 200, True, True), (640, 800, 236, False, False),
        (1010, 812, 240, True, False))  # fmt: skip
    for number, (x, y, tall, hat, pole) in enumerate(crowd):
        canvas.ellipse(x + 12, y + 2, tall * 0.26, tall * 0.03, EARTH, 0.35)
        person(canvas, x, y, tall, SHIRTS[(number * 3 + 1) % 7],
            (INK, BAY_DEEP, EARTH)[number % 3], hat, stride=0.3)  # fmt: skip
        if pole:
            shoulder_pole(canvas, x, y, tall, TILE)
        elif not hat:
            basket(canvas, x + tall * 0.2, y - tall * 0.32, tall * 0.11)


CLAY_PATH = mix(SAND, WOOD, 0.22)


def basket(canvas: Canvas, x: float, y: float, size: float) -> None:
    for _ in range(7):
        canvas.ellipse(x + canvas.rng.uniform(-0.8, 0.8) * size, y - size * 0.2,
            size * 0.4, size * 0.4, canvas.rng.choice(GOODS))  # fmt: skip
    canvas.polygon([(x - size * 1.3, y), (x + size * 1.3, y), (x + size, y + size),
        (x - size, y + size)], WOOD)  # fmt: skip


def stall(
    canvas: Canvas, x: float, y: float, s: float, tones: tuple[Colour, Colour], side: int
) -> None:
    """A stall standing on (x, y) with heaped goods; it opens towards `side`."""
    rng = canvas.rng
    for post in (-150, 140):
        canvas.box(x + post * s, y - 230 * s, x + (post + 9) * s, y, mix(EARTH, INK, 0.2))
    canvas.box(x - 150 * s, y - 196 * s, x + 150 * s, y - 66 * s, mix(BAY_DEEP, EARTH, 0.5), 0.55)
    person(canvas, x + rng.uniform(-40, 40) * s, y - 8 * s, 165 * s, rng.choice(SHIRTS),
        INK, hat=True)  # fmt: skip
    canvas.polygon([(x - 160 * s, y - 70 * s), (x + 160 * s, y - 70 * s), (x + 172 * s, y - 48 * s),
                    (x - 172 * s, y - 48 * s)], mix(WOOD, SAND, 0.4))  # fmt: skip
    canvas.box(x - 172 * s, y - 48 * s, x + 172 * s, y, mix(WOOD, EARTH, 0.3))
    for plank in range(-160, 172, 24):
        canvas.box(x + plank * s, y - 48 * s, x + (plank + 2) * s, y, mix(EARTH, WOOD, 0.2))
    for heap in range(6):
        cx, tone = x + (-136 + heap * 55) * s, rng.choice(GOODS)
        for level in range(4):
            for item in range(5 - level):
                canvas.ellipse(cx + (item - (4 - level) / 2) * 9.5 * s,
                    y - (60 + level * 8) * s, 6 * s, 6 * s, mix(tone,
                    rng.choice((INK, PAPER)), rng.uniform(0, 0.14)))  # fmt: skip
        canvas.polygon([(cx - 26 * s, y - 58 * s), (cx + 26 * s, y - 58 * s),
            (cx + 20 * s, y - 40 * s), (cx - 20 * s, y - 40 * s)], mix(SAND, WOOD,
            0.35))  # fmt: skip
    stripes = 10
    for number in range(stripes):
        a, b = -180 + number * 36, -180 + (number + 1) * 36
        tone = tones[number % 2]
        canvas.polygon([(x + a * 0.86 * s, y - 274 * s),
            (x + b * 0.86 * s, y - 274 * s), (x + b * s + side * 14 * s, y - 204 * s),
            (x + a * s + side * 14 * s, y - 204 * s)], tone)  # fmt: skip
        cx = x + (a + 18 + side * 14) * s
        canvas.ellipse(cx, y - 204 * s, 18 * s, 13 * s, mix(tone, INK, 0.14))
    canvas.polygon([(x - 180 * 0.86 * s, y - 274 * s),
        (x + 180 * 0.86 * s, y - 274 * s), (x + 165 * s, y - 258 * s),
        (x - 165 * s, y - 258 * s)], PAPER, 0.25)  # fmt: skip


def office(canvas: Canvas) -> None:
    """A public building seen straight on, across a paved court with trees."""
    canvas.sweep([(0, mix(BAY_LIGHT, SKY, 0.4)), (0.7, mix(SUN_PALE, PAPER, 0.4))])
    cloud(canvas, 260, 220, 440, 80, PAPER, 0.85)
    cloud(canvas, 1340, 170, 520, 90, PAPER, 0.85)
    range_of_hills(canvas, 560, 150, mix(SKY, mix(BAY, LEAF, 0.4), 0.3), 210)
    wall, shade = mix(SUN_PALE, STONE_1, 0.4), mix(STONE_2, SAND, 0.5)
    for left, right in ((150, 580), (1020, 1450)):
        canvas.box(left, 300, right, 690, wall)
        canvas.box(left - 10, 288, right + 10, 304, shade)
        for row in range(5):
            canvas.box(left, 366 + row * 70, right, 372 + row * 70, shade)
            for column in range(7):
                window(canvas, left + 26 + column * 57, 318 + row * 70, 34, 40, PAPER,
                    mix(BAY, BAY_DEEP, 0.4))  # fmt: skip
    canvas.box(560, 230, 1040, 690, mix(wall, PAPER, 0.5))
    canvas.box(560, 230, 1040, 690, mix(SUN_PALE, PAPER, 0.4))
    canvas.box(1030, 300, 1060, 690, mix(shade, STONE_3, 0.3), 0.5)
    canvas.polygon([(540, 232), (1060, 232), (1030, 196), (570, 196)], mix(TILE, STONE_3, 0.25))
    canvas.box(540, 228, 1060, 244, shade)
    for column in range(5):
        left = 600 + column * 86
        canvas.box(left, 270, left + 56, 530, mix(BAY, BAY_DEEP, 0.35))
        canvas.polygon([(left, 420), (left + 56, 300), (left + 56, 380), (left, 500)],
            BAY_LIGHT, 0.3)  # fmt: skip
        for bar in range(1, 6):
            canvas.box(left, 270 + bar * 44, left + 56, 274 + bar * 44, PAPER)
    porch(canvas, wall, shade)
    canvas.sweep([(0, mix(STONE_2, SAND, 0.4)), (1, mix(STONE_2, STONE_3, 0.12))], 690)
    for step in range(-12, 13):
        canvas.line([(800 + step * 60, 690), (800 + step * 260, 910)], mix(STONE_2,
            STONE_3, 0.28), 1.5)  # fmt: skip
    for y in (706, 732, 772, 832):
        canvas.line([(0, y), (1600, y)], mix(STONE_2, STONE_3, 0.28), 1.5)
    for number in range(5):
        canvas.box(560 - number * 16, 664 + number * 10, 1040 + number * 16, 676 + number * 10,
                   mix(PAPER, STONE_3, 0.08 + number * 0.07))  # fmt: skip
    gardens(canvas)


def porch(canvas: Canvas, wall: Colour, shade: Colour) -> None:
    canvas.box(590, 566, 1010, 690, mix(BAY_DEEP, STONE_3, 0.25))
    for left in (640, 756, 872):
        canvas.box(left, 586, left + 88, 690, mix(WOOD, EARTH, 0.3))
        canvas.box(left + 8, 596, left + 40, 690, mix(BAY_LIGHT, BAY, 0.5))
        canvas.box(left + 48, 596, left + 80, 690, mix(BAY_LIGHT, BAY, 0.5))
    for x in (590, 712, 828, 944, 1010):
        canvas.box(x - 13, 560, x + 13, 690, PAPER)
        canvas.box(x + 3, 560, x + 13, 690, shade)
    canvas.box(560, 540, 1040, 566, wall)
    canvas.box(552, 532, 1048, 544, shade)
    canvas.box(560, 564, 1040, 572, mix(shade, STONE_3, 0.4))


def gardens(canvas: Canvas) -> None:
    """Clipped hedges, two old trees, visitors on their way in and out."""
    for left, right in ((-20, 470), (1130, 1620)):
        hedge(canvas, left, right, 722, 44, LEAF, GRASS)
    for x in range(30, 450, 28):
        for place in (x, 1600 - x):
            canvas.ellipse(place, 722, 8, 6, (SON, SUN_LIGHT, PAPER)[x // 28 % 3])
    tree(canvas, 90, 740, 520, LEAF, GRASS, wide=0.34)
    tree(canvas, 1520, 744, 540, LEAF, GRASS, wide=0.33)
    for x in (430, 500, 1100, 1170):
        palm(canvas, x, 718, 150, LEAF, bend=0.02)
    folk = ((720, 730, 62, False), (762, 730, 60, False), (905, 746, 72, True),
        (600, 800, 104, False), (1010, 830, 124, False), (1075, 834, 118, True))  # fmt: skip
    for number, (x, y, tall, hat) in enumerate(folk):
        canvas.polygon([(x - 6, y), (x + 6, y), (x + tall * 0.7, y + tall * 0.16)], INK, 0.2)
        person(canvas, x, y, tall, SHIRTS[(number * 2) % 7], INK, hat, 0.3,
            BAY_DEEP if number == 3 else None)  # fmt: skip
    motorbike(canvas, 1300, 850, 130, SON, PAPER, flip=-1)


def town_at_night(canvas: Canvas) -> None:
    """Lit windows climbing a hillside above the water, a young moon."""
    canvas.sweep([(0, NIGHT), (0.35, mix(BAY_DEEP, BAY, 0.25)), (0.66, mix(BAY, DUSK, 0.4))])
    for _ in range(150):
        x, y = canvas.rng.uniform(0, 1600), canvas.rng.uniform(0, 380)
        size = canvas.rng.uniform(0.6, 1.8)
        canvas.ellipse(x, y, size, size, SUN_PALE, canvas.rng.uniform(0.3, 0.9))
    canvas.glow(1240, 150, 230, 230, BAY_LIGHT, 0.35)
    moon = canvas.stencil()
    moon.ellipse(1240, 150, 46, 46, 255)
    moon.ellipse(1220, 140, 42, 42, 0)
    canvas.wash(moon, SUN_PALE)
    rock = Rock(mix(BAY_DEEP, BAY, 0.35), BAY_DEEP, BAY_DEEP)
    karst(canvas, 900, 1720, 600, 330, rock.hazed(BAY, 0.2), 6, 0)
    karst(canvas, -100, 560, 600, 400, rock, 4, 0)
    range_of_hills(canvas, 560, 150, mix(BAY_DEEP, NIGHT, 0.4), 330)
    canvas.glow(800, 600, 900, 240, mix(SUN_LIGHT, PEACH, 0.4), 0.35)
    for row, share in enumerate((0.5, 0.34, 0.18, 0.0)):
        base = 520 + row * 46
        street(canvas, 40 - row * 60 + 200 * (3 - row), 1640 - 90 * (3 - row), base, 26 + row * 3,
               4 + row % 2 * 2, BAY, share, True, mix(NIGHT, BAY_DEEP, 0.5))  # fmt: skip
        canvas.veil(mix(BAY, PEACH, 0.3), base - 70, base, 0, 0.1)
    canvas.box(-5, 656, 1610, 676, mix(NIGHT, STONE_3, 0.25))
    for x in range(30, 1600, 98):
        canvas.box(x - 1.5, 618, x + 1.5, 658, NIGHT)
        canvas.glow(x, 616, 46, 46, SUN_LIGHT, 0.55)
        canvas.ellipse(x, 616, 5, 5, SUN_PALE)
    canvas.sweep([(0, mix(BAY, DUSK, 0.3)), (0.3, BAY_DEEP), (1, NIGHT)], 674)
    canvas.mirror(672, 200, 0.62, 7)
    for x in range(30, 1600, 98):
        for step in range(16):
            y = 680 + step * 11
            canvas.ellipse(x + canvas.rng.uniform(-6, 6), y, canvas.rng.uniform(5, 15),
                1.8, SUN_LIGHT, 0.55 - step * 0.032)  # fmt: skip
    ripples(canvas, 680, 900, mix(BAY, SUN_LIGHT, 0.35), 120, 0.25)
    trawler(canvas, 420, 800, 250, NIGHT, cabin=mix(NIGHT, BAY, 0.5))
    canvas.glow(376, 735, 70, 46, SUN_LIGHT, 0.5)
    for x in (335, 360, 385):
        canvas.box(x, 725, x + 16, 745, SUN_LIGHT)
    sampan(canvas, 1140, 830, 130, NIGHT)
    canvas.glow(1190, 806, 60, 50, SUN_LIGHT, 0.6)
    canvas.ellipse(1190, 806, 5, 5, SUN_PALE)


def border_gate(canvas: Canvas) -> None:
    """A gate house with three tiled roofs at the head of a bridge over a river."""
    haze = mix(STONE_1, SUN_PALE, 0.4)
    canvas.sweep([(0, mix(SKY, SEA, 0.2)), (0.5, haze)], 0, 560)
    cloud(canvas, 1180, 170, 560, 90, PAPER, 0.85)
    for lift, height, share in ((150, 180, 0.22), (80, 150, 0.36), (20, 110, 0.5)):
        range_of_hills(canvas, 470 - lift, height, mix(haze, mix(BAY, LEAF, 0.45),
            share), 190 + lift)  # fmt: skip
        canvas.veil(haze, 320 - lift, 500 - lift, 0, 0.5)
    street(canvas, 860, 1640, 520, 34, 5, haze, 0.35)
    street(canvas, -30, 330, 530, 40, 5, haze, 0.15)
    hedge(canvas, 700, 1640, 536, 40, mix(LEAF, haze, 0.15), GRASS)
    canvas.sweep([(0, mix(SEA, LEAF_LIGHT, 0.4)), (1, mix(BAY, LEAF, 0.3))], 534)
    ripples(canvas, 540, 900, mix(LEAF_LIGHT, PAPER, 0.5), 150, 0.4)
    bank = [(-10, 560), (560, 556), (650, 600), (420, 720), (300, 910), (-10, 910)]
    bridge(canvas)
    canvas.polygon([(x + 16, y + 14) for x, y in bank], mix(EARTH, STONE_3, 0.5))
    canvas.polygon(bank, mix(STONE_2, SAND, 0.45))
    gate_house(canvas)
    for x, tone in ((110, mix(BAY, BAY_LIGHT, 0.3)), (-140, mix(SUN_LIGHT, SAND, 0.2))):
        lorry(canvas, x + 20, 810 - (110 - x) * 0.1, 230, tone)
    for x, y, tall, hat in ((330, 690, 84, True), (372, 700, 88, False), (326, 850, 130, True)):
        person(canvas, x, y, tall, SHIRTS[int(tall) % 7], INK, hat)
    shoulder_pole(canvas, 326, 850, 130, SPROUT)
    sampan(canvas, 760, 800, 170, BAY_DEEP)
    sampan(canvas, 1300, 690, 100, BAY_DEEP)
    for x in range(1180, 1620, 22):
        grass(canvas, x, 914, canvas.rng.uniform(60, 130), (LEAF, GRASS, mix(LEAF, FOREST, 0.4)), 7)
    palm(canvas, 1500, 910, 330, LEAF, bend=-0.14)


def bridge(canvas: Canvas) -> None:
    """Low arches to the far bank, lorries queueing on the deck."""
    wall = mix(STONE_2, STONE_3, 0.18)
    canvas.polygon([(480, 570), (1640, 540), (1640, 610), (480, 700)], wall)
    for number in range(6):
        x = 690 + number * 176 - number * number * 3
        reach, y = 74 - number * 4, 690 - number * 14
        arch = [(x - reach, y), *bezier((x - reach, y), (x, y - 150 + number * 14),
            (x + reach, y)), (x + reach, y + 30), (x - reach, y + 30)]  # fmt: skip
        canvas.polygon(arch, mix(BAY, LEAF_LIGHT, 0.25))
    canvas.polygon([(480, 556), (1640, 530), (1640, 544), (480, 576)], mix(wall, PAPER, 0.4))
    for number in range(7):
        lorry(canvas, 720 + number * 126, 556 - number * 3.2, 92 - number * 4,
            (BAY, mix(SON, SAND, 0.2), STONE_2, mix(LEAF, STONE_2, 0.3))[number % 4],
            flip=-1)  # fmt: skip
    canvas.line([(480, 540), (1640, 518)], STONE_3, 2)
    for x in range(490, 1640, 40):
        y = 540 - (x - 480) * 0.019
        canvas.line([(x, y), (x, y + 18)], STONE_3, 2)


def gate_house(canvas: Canvas) -> None:
    wall = mix(SUN_PALE, SAND, 0.45)
    for left, right in ((206, 274), (526, 594)):
        canvas.box(left, 330, right, 690, wall)
        canvas.box(right - 18, 330, right, 690, mix(wall, STONE_3, 0.35))
    for x in (352, 448):
        canvas.box(x - 11, 400, x + 11, 690, mix(wall, PAPER, 0.4))
        canvas.box(x + 3, 400, x + 11, 690, mix(wall, STONE_3, 0.35))
    canvas.box(206, 340, 594, 420, wall)
    canvas.box(206, 408, 594, 422, mix(wall, STONE_3, 0.4))
    for number in range(7):
        window(canvas, 236 + number * 49, 356, 30, 36, PAPER, mix(BAY, BAY_DEEP, 0.4))
    tiled_roof(canvas, 170, 630, 336, 66)
    canvas.box(290, 226, 510, 276, wall)
    for number in range(4):
        window(canvas, 312 + number * 48, 236, 28, 28, PAPER, mix(BAY, BAY_DEEP, 0.4))
    tiled_roof(canvas, 260, 540, 230, 58)
    for x, width in ((290, 44), (382, 44), (478, 36)):
        canvas.box(x, 600, x + width, 606, (SON, SUN_LIGHT, SON)[x % 3])
        canvas.box(x - 6, 590, x + 4, 690, STONE_3)
