"""Public services out of doors: school yard, clinic, water works."""

from congtinh.demo.artwork.canvas import Canvas, bezier
from congtinh.demo.artwork.landscape import Rock, cloud, karst, range_of_hills, ripples, stratus
from congtinh.demo.artwork.palette import (
    BAY,
    BAY_DEEP,
    BAY_LIGHT,
    EARTH,
    FOREST,
    GRASS,
    INK,
    LEAF,
    LEAF_LIGHT,
    LIMESTONE,
    PAPER,
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
    mix,
)  # fmt: skip
from congtinh.demo.artwork.things.buildings import tiled_roof, window
from congtinh.demo.artwork.things.people import person
from congtinh.demo.artwork.things.plants import crown, grass, hedge, palm, tree
from congtinh.demo.artwork.things.vehicles import wheel

ROCK = Rock(mix(LIMESTONE, BAY, 0.2), mix(BAY, STONE_3, 0.5), mix(LEAF, BAY, 0.3))


def school(canvas: Canvas) -> None:
    """A yellow school with open galleries; flame trees in flower over the yard."""
    canvas.sweep([(0, mix(BAY_LIGHT, SKY, 0.5)), (0.6, SUN_PALE)])
    cloud(canvas, 500, 150, 520, 80, PAPER, 0.9)
    karst(canvas, 820, 1700, 520, 260, ROCK.hazed(SUN_PALE, 0.7), 6, 0)
    hedge(canvas, -20, 1620, 560, 110, mix(LEAF, SUN_PALE, 0.25), GRASS)
    wall = mix(SUN_LIGHT, SUN_PALE, 0.45)
    canvas.box(250, 300, 1390, 640, wall)
    tiled_roof(canvas, 220, 1420, 304, 92)
    for floor in (330, 488):
        canvas.box(262, floor, 1378, floor + 128, mix(WOOD, SUN_PALE, 0.55))
        for number in range(7):
            left = 286 + number * 158
            window(canvas, left, floor + 26, 62, 54, PAPER, mix(BAY, BAY_DEEP, 0.4),
                mix(LEAF, BAY_LIGHT, 0.45))  # fmt: skip
            canvas.box(left + 98, floor + 24, left + 130, floor + 128, mix(LEAF, BAY_LIGHT, 0.35))
        canvas.box(262, floor, 1378, floor + 14, mix(WOOD, INK, 0.3), 0.35)
        for number in range(8):
            x = 262 + number * 158
            canvas.box(x - 9, floor, x + 9, floor + 140, PAPER)
            canvas.box(x + 3, floor, x + 9, floor + 140, mix(SAND, STONE_3, 0.2))
            if number < 7:
                canvas.polygon([(x + 9, floor), *bezier((x + 9, floor + 30),
                    (x + 79, floor - 22), (x + 149, floor + 30)), (x + 149, floor)],
                    wall)  # fmt: skip
        canvas.box(250, floor + 128, 1390, floor + 142, mix(wall, PAPER, 0.5))
    for x in range(266, 1380, 12):
        canvas.box(x, 424, x + 4, 458, PAPER)
    canvas.box(256, 418, 1384, 426, PAPER)
    canvas.sweep([(0, mix(SAND, TILE, 0.12)), (1, mix(SAND, TILE, 0.26))], 630)
    yard(canvas)


def yard(canvas: Canvas) -> None:
    """Children at play under the flame trees."""
    rng = canvas.rng
    for x, y, reach in ((260, 750, 330), (1330, 770, 380)):
        canvas.ellipse(x, y, reach, 44, mix(TILE, EARTH, 0.5), 0.28)
    flame, glow = mix(SON, TILE, 0.5), mix(TILE, SON_GLOW, 0.5)
    for x, y, tall in ((210, 740, 560), (1400, 760, 620)):
        thick = tall * 0.04
        canvas.polygon([(x - thick, y), (x - thick * 0.5, y - tall * 0.5),
            (x + thick * 0.5, y - tall * 0.5), (x + thick * 1.2, y)], EARTH)  # fmt: skip
        for side in (-1, 1):
            canvas.curve((x, y - tall * 0.4), (x + side * tall * 0.08, y - tall * 0.6),
                         (x + side * tall * 0.3, y - tall * 0.66), EARTH, thick * 0.7)  # fmt: skip
        crown(canvas, x, y - tall * 0.72, tall * 0.48, tall * 0.2, LEAF, GRASS, 46)
        crown(canvas, x - tall * 0.05, y - tall * 0.79, tall * 0.42, tall * 0.13, flame, glow, 40)
        for _ in range(70):
            canvas.ellipse(x + rng.gauss(0, tall * 0.3), y + rng.uniform(-14, 36), 4, 2, flame)
    children = ((520, 700, 74), (566, 704, 70), (650, 690, 68), (860, 720, 80),
        (960, 704, 74), (1010, 706, 76), (740, 800, 108), (820, 812, 112),
        (900, 806, 106), (560, 850, 124), (1110, 830, 118))  # fmt: skip
    bags = (BAY, SON, mix(SUN_LIGHT, TILE, 0.2), LEAF, None)
    for number, (x, y, tall) in enumerate(children):
        canvas.ellipse(x + 8, y + 1, tall * 0.24, 4, EARTH, 0.3)
        person(canvas, x, y, tall, PAPER, (BAY, BAY_DEEP)[number % 2],
            stride=rng.uniform(0, 0.8), bag=bags[number % 5])  # fmt: skip
    person(canvas, 1240, 800, 168, mix(LEAF_LIGHT, PAPER, 0.3), mix(LEAF_LIGHT, PAPER, 0.5))
    rope = bezier((740, 740), (820, 880), (900, 740))
    canvas.line(rope, EARTH, 2)


SON_GLOW = mix(SUN_LIGHT, TILE, 0.5)


def clinic(canvas: Canvas) -> None:
    """A low white clinic with a green cross in a garden, late morning."""
    canvas.sweep([(0, mix(SKY, LEAF_LIGHT, 0.25)), (0.6, mix(SUN_PALE, PAPER, 0.5))])
    stratus(canvas, 60, 240, PAPER, 7, 0.8)
    range_of_hills(canvas, 430, 180, mix(SKY, mix(LEAF, BAY, 0.4), 0.3), 260)
    range_of_hills(canvas, 500, 120, mix(SKY, mix(LEAF, BAY, 0.4), 0.48), 180)
    hedge(canvas, -20, 1620, 590, 130, mix(LEAF, FOREST, 0.3), GRASS)
    for left, right, top in ((180, 820, 420), (1060, 1500, 420)):
        canvas.box(left, top, right, 680, PAPER)
        canvas.box(left, 650, right, 680, mix(BAY_LIGHT, BAY, 0.4))
        tiled_roof(canvas, left - 30, right + 30, top + 4, 74, mix(BAY, SEA, 0.4))
    for left in (230, 350, 470, 590, 700, 1110, 1240, 1370):
        window(canvas, left, 486, 68, 84, mix(LEAF_LIGHT, PAPER, 0.3), mix(BAY, BAY_DEEP, 0.3))
        for flower in range(6):
            canvas.ellipse(left + 4 + flower * 12, 584, 8, 7, (LEAF, mix(SON, PAPER,
                0.2), LEAF)[flower % 3])  # fmt: skip
    entrance(canvas)
    canvas.sweep([(0, mix(GRASS, SPROUT, 0.4)), (1, mix(LEAF, GRASS, 0.5))], 678)
    canvas.polygon([(790, 678), (1090, 678), (1330, 910), (420, 910)], mix(SAND, STONE_2, 0.5))
    for number in range(6):
        y = 694 + number * number * 7
        canvas.line([(760 - number * 55, y), (1110 + number * 42, y)], mix(SAND, STONE_3, 0.3), 1.6)
    ambulance(canvas, 1270, 800, 300)
    clinic_garden(canvas)


def entrance(canvas: Canvas) -> None:
    canvas.box(800, 350, 1080, 680, mix(PAPER, STONE_1, 0.4))
    canvas.box(1062, 350, 1080, 680, STONE_2)
    canvas.polygon([(780, 356), (940, 268), (1100, 356)], mix(BAY, SEA, 0.4))
    canvas.polygon([(812, 350), (940, 284), (1068, 350)], PAPER)
    canvas.ellipse(940, 412, 44, 44, mix(LEAF_LIGHT, PAPER, 0.45))
    canvas.box(931, 384, 949, 440, LEAF)
    canvas.box(912, 403, 968, 421, LEAF)
    canvas.box(860, 520, 1020, 680, mix(BAY_LIGHT, BAY, 0.45))
    canvas.polygon([(870, 670), (940, 524), (980, 524), (910, 670)], PAPER, 0.3)
    canvas.box(936, 520, 944, 680, PAPER)
    canvas.box(780, 486, 1100, 506, mix(BAY, SEA, 0.3))
    for x in (792, 1080):
        canvas.box(x - 7, 504, x + 7, 682, PAPER)


def ambulance(canvas: Canvas, x: float, y: float, length: float) -> None:
    """A white van with a green band; front to the left."""
    s = length / 100
    body = [(-50, -9), (-49, -24), (-38, -29), (-28, -46), (50, -46), (50, -9)]
    canvas.ellipse(x, y, 54 * s, 5 * s, INK, 0.25)
    canvas.polygon([(x + a * s, y + b * s) for a, b in body], PAPER)
    canvas.box(x - 49 * s, y - 20 * s, x + 50 * s, y - 15 * s, LEAF)
    canvas.polygon([(x + a * s, y + b * s) for a,
        b in ((-36, -29), (-27, -43), (-14, -43), (-14, -29))], BAY_DEEP)  # fmt: skip
    canvas.box(x - 10 * s, y - 42 * s, x + 4 * s, y - 29 * s, BAY_DEEP, radius=2)
    canvas.box(x + 24 * s, y - 40 * s, x + 28 * s, y - 26 * s, LEAF)
    canvas.box(x + 19 * s, y - 35 * s, x + 33 * s, y - 31 * s, LEAF)
    canvas.box(x - 18 * s, y - 49.5 * s, x - 6 * s, y - 46 * s, mix(BAY, BAY_LIGHT, 0.5), radius=3)
    for axle in (-31, 30):
        wheel(canvas, x + axle * s, y - 8 * s, 8 * s)


def clinic_garden(canvas: Canvas) -> None:
    tree(canvas, 120, 780, 520, LEAF, GRASS, wide=0.46)
    canvas.ellipse(150, 786, 250, 22, FOREST, 0.3)
    palm(canvas, 1540, 720, 330, LEAF, bend=-0.06)
    canvas.box(210, 768, 420, 778, WOOD)
    canvas.box(210, 738, 420, 746, WOOD)
    for x in (226, 400):
        canvas.box(x - 4, 738, x + 4, 800, EARTH)
    white = mix(PAPER, BAY_LIGHT, 0.12)
    people = (
        (860, 740, 118, white, white, False), (910, 744, 108, mix(TILE, SAND, 0.3), EARTH, False),
        (640, 850, 170, mix(BAY, STONE_2, 0.4), INK, True),
        (720, 850, 112, SUN_LIGHT, BAY_DEEP, False), (1020, 700, 96, white, white, False),
    )  # fmt: skip
    for x, y, tall, shirt, legs, hat in people:
        canvas.ellipse(x + 12, y + 2, tall * 0.24, 5, EARTH, 0.3)
        person(canvas, x, y, tall, shirt, legs, hat, 0.3)
    for x in range(-10, 430, 17):
        grass(canvas, x, 912, canvas.rng.uniform(40, 80), (LEAF, GRASS, mix(LEAF, SPROUT, 0.4)), 6)
    for x in range(20, 400, 42):
        canvas.ellipse(x, 874 + canvas.rng.uniform(-12, 14), 9, 8,
            canvas.rng.choice((mix(SON, PAPER, 0.2), SUN_LIGHT, PAPER)))  # fmt: skip


def water_works(canvas: Canvas) -> None:
    """Round settling tanks seen from above, a pump house and a water tower by a reservoir."""
    canvas.sweep([(0, mix(BAY_LIGHT, PAPER, 0.45)), (0.4, mix(SKY, PAPER, 0.5))])
    cloud(canvas, 420, 130, 520, 70, PAPER, 0.9)
    for lift, height, share in ((60, 170, 0.3), (10, 130, 0.5)):
        range_of_hills(canvas, 320 - lift, height, mix(SKY, mix(LEAF, BAY, 0.35), share), 210)
    canvas.veil(STONE_1, 200, 340, 0, 0.5)
    canvas.sweep([(0, mix(SEA, SKY, 0.4)), (1, mix(SEA, BAY_LIGHT, 0.2))], 318, 400)
    ripples(canvas, 322, 396, PAPER, 60, 0.4)
    canvas.polygon([(0, 392), (1600, 376), (1600, 412), (0, 424)], mix(STONE_2, STONE_3, 0.15))
    canvas.polygon([(0, 412), (1600, 400), (1600, 910), (0, 910)], mix(GRASS, SPROUT, 0.4))
    hedge(canvas, -20, 1620, 436, 42, LEAF, GRASS)
    canvas.polygon([(560, 430), (660, 428), (1010, 910), (560, 910)], mix(SAND, STONE_2, 0.5))
    canvas.polygon([(0, 640), (1600, 600), (1600, 650), (0, 700)], mix(SAND, STONE_2, 0.5))
    for x, y, rx in ((270, 540, 200), (1010, 520, 200), (1390, 510, 170)):
        tank(canvas, x, y, rx)
    pump_house(canvas)
    tower_tank(canvas, 740, 470)
    for x, y, rx in ((330, 800, 300), (1270, 790, 320)):
        tank(canvas, x, y, rx)
    pipes(canvas)
    for x, y, tall, shirt in ((720, 700, 82, mix(SUN_LIGHT, TILE, 0.2)),
            (764, 704, 84, BAY), (820, 850, 128, PAPER)):  # fmt: skip
        person(canvas, x, y, tall, shirt, BAY_DEEP)
    for x, y, tall in ((60, 470, 90), (410, 466, 90), (1210, 460, 90), (1560, 470, 110)):
        tree(canvas, x, y, tall, LEAF, GRASS)


def tank(canvas: Canvas, x: float, y: float, rx: float) -> None:
    """An open round basin with its rotating bridge."""
    ry, wall = rx * 0.34, rx * 0.16
    canvas.ellipse(x + rx * 0.06, y + wall * 1.4, rx * 1.04, ry * 1.05, LEAF, 0.45)
    rim = mix(STONE_1, STONE_2, 0.5)
    canvas.ellipse(x, y + wall, rx, ry, mix(rim, STONE_3, 0.45))
    canvas.box(x - rx, y, x + rx, y + wall, mix(rim, STONE_3, 0.45))
    canvas.box(x - rx, y, x - rx * 0.2, y + wall, mix(rim, STONE_3, 0.25))
    canvas.ellipse(x, y, rx, ry, rim)
    canvas.ellipse(x, y, rx * 0.92, ry * 0.9, mix(BAY, SEA, 0.3))
    canvas.ellipse(x, y + ry * 0.07, rx * 0.9, ry * 0.83, mix(SEA, BAY_LIGHT, 0.25))
    for share in (0.72, 0.52, 0.33):
        canvas.ellipse(x, y + ry * 0.07, rx * share, ry * share * 0.92, mix(SEA,
            BAY_LIGHT, 0.3 + (0.72 - share)))  # fmt: skip
    canvas.polygon([(x - rx * 0.96, y - 10), (x + rx * 0.02, y - 14),
        (x + rx * 0.02, y - 4), (x - rx * 0.96, y)], PAPER)  # fmt: skip
    canvas.polygon([(x - rx * 0.96, y), (x + rx * 0.02, y - 4), (x + rx * 0.02, y + 2),
        (x - rx * 0.96, y + 6)], STONE_3)  # fmt: skip
    for step in range(9):
        px = x - rx * (0.94 - step * 0.115)
        canvas.line([(px, y - 8), (px, y - 26)], STONE_3, 1.6)
    canvas.line([(x - rx * 0.94, y - 26), (x, y - 30)], STONE_3, 2)
    canvas.ellipse(x, y - 2, rx * 0.1, ry * 0.13, STONE_2)
    canvas.box(x - rx * 0.05, y - 34, x + rx * 0.05, y - 2, BAY)


def pump_house(canvas: Canvas) -> None:
    canvas.box(440, 380, 690, 500, mix(SUN_PALE, PAPER, 0.4))
    canvas.polygon([(690, 380), (740, 366), (740, 480), (690, 500)], STONE_2)
    canvas.polygon([(424, 384), (470, 340), (730, 340), (690, 384)], mix(TILE, STONE_3, 0.12))
    canvas.polygon([(690, 384), (730, 340), (760, 370)], mix(TILE, INK, 0.3))
    for left in (464, 524, 584):
        window(canvas, left, 410, 36, 40, PAPER, mix(BAY, BAY_DEEP, 0.3))
    canvas.box(640, 420, 676, 500, BAY)


def tower_tank(canvas: Canvas, x: float, base: float) -> None:
    for side in (-1, 1):
        canvas.line([(x + side * 58, base), (x + side * 32, base - 230)], STONE_2, 12)
    canvas.box(x - 12, base - 240, x + 12, base, PAPER)
    canvas.line([(x - 48, base - 80), (x + 48, base - 80)], STONE_3, 5)
    canvas.line([(x - 40, base - 160), (x + 40, base - 160)], STONE_3, 5)
    canvas.polygon([(x - 84, base - 300), (x + 84, base - 300), (x + 40, base - 226),
        (x - 40, base - 226)], mix(PAPER, STONE_2, 0.5))  # fmt: skip
    canvas.box(x - 84, base - 372, x + 84, base - 298, PAPER)
    canvas.box(x + 34, base - 372, x + 84, base - 298, STONE_2)
    canvas.polygon([(x - 92, base - 370), (x, base - 416), (x + 92, base - 370)],
        mix(BAY, SEA, 0.3))  # fmt: skip
    canvas.box(x - 84, base - 344, x + 84, base - 330, BAY)


def pipes(canvas: Canvas) -> None:
    for y, tone in ((742, BAY), (772, mix(BAY, BAY_LIGHT, 0.4))):
        canvas.box(600, y, 972, y + 18, tone)
        canvas.box(600, y + 2, 972, y + 6, mix(tone, PAPER, 0.45))
        for x in (640, 760, 900):
            canvas.box(x, y - 4, x + 12, y + 22, mix(tone, INK, 0.35))
    for x in (700, 840):
        canvas.box(x - 3, 716, x + 3, 744, STONE_3)
        canvas.ellipse(x, 714, 17, 7, SON)
