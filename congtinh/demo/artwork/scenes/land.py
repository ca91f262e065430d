"""Hills and fields: tea, rice, the old mine, planting a forest."""

import math
from itertools import pairwise

from congtinh.demo.artwork.canvas import Canvas, bezier
from congtinh.demo.artwork.landscape import (
    Noise,
    birds,
    cloud,
    mist,
    range_of_hills,
    stratus,
)  # fmt: skip
from congtinh.demo.artwork.palette import (
    BAY,
    BAY_DEEP,
    BAY_LIGHT,
    CLAY,
    COAL,
    EARTH,
    FOREST,
    GRASS,
    INK,
    LEAF,
    LEAF_LIGHT,
    MIST,
    PAPER,
    SAND,
    SEA,
    SKY,
    SON,
    SPROUT,
    STONE_1,
    STONE_2,
    STONE_3,
    STRAW,
    SUN,
    SUN_LIGHT,
    SUN_PALE,
    TILE,
    WOOD,
    Colour,
    mix,
)  # fmt: skip
from congtinh.demo.artwork.things.people import person, shoulder_pole, stooping
from congtinh.demo.artwork.things.plants import grass, hedge, palm, sapling, tree


def far_hills(canvas: Canvas, base: float, haze: Colour, tone: Colour) -> None:
    for number, (lift, height, wave) in enumerate(((120, 130, 300), (60, 110, 220), (0, 90, 180))):
        range_of_hills(canvas, base - lift, height, mix(haze, tone, 0.18 + 0.2 * number), wave)
        canvas.veil(haze, base - lift - 60, base - lift + 90, 0, 0.55)


def tea_hills(canvas: Canvas) -> None:
    """Round hills combed by rows of tea; pickers between them."""
    haze = mix(SUN_PALE, LEAF_LIGHT, 0.2)
    canvas.sweep([(0, mix(SKY, SUN_PALE, 0.35)), (0.45, SUN_PALE)])
    canvas.glow(1240, 210, 480, 330, mix(SUN_LIGHT, SUN_PALE, 0.3), 0.8)
    far_hills(canvas, 420, haze, mix(BAY, LEAF, 0.5))
    mounds = (
        (330, 500, 400, 150, 0.5), (1210, 490, 420, 190, 0.46), (760, 590, 400, 190, 0.3),
        (1560, 720, 420, 330, 0.14), (40, 740, 440, 340, 0.1), (860, 900, 560, 290, 0.0),
    )  # fmt: skip
    for number, (x, base, reach, height, share) in enumerate(mounds):
        tea_mound(canvas, x, base, reach, height, share, haze)
        if number == 1:
            tree(canvas, 1190, 312, 110, mix(LEAF, haze, 0.35), mix(GRASS, haze, 0.3))
            tree(canvas, 1250, 314, 76, mix(LEAF, haze, 0.4), mix(GRASS, haze, 0.3))
        if number == 2:
            mist(canvas, 590, 70, haze, 0.4)
    for x, y, tall, shirt in ((330, 610, 84, TILE), (1300, 590, 76, BAY), (1404, 606, 80, TILE)):
        person(canvas, x, y, tall, shirt, INK, hat=True, bag=WOOD)
    for x, y, tall, shirt in ((640, 760, 150, mix(SON, SAND, 0.15)), (800, 725, 140, BAY),
                              (1010, 745, 145, mix(SUN_LIGHT, SAND, 0.3))):  # fmt: skip
        person(canvas, x, y, tall, shirt, INK, hat=True, bag=WOOD)


def tea_mound(
    canvas: Canvas, x: float, base: float, reach: float, height: float, share: float, haze: Colour
) -> None:
    """A rounded hill; every row of tea repeats its outline a little lower."""
    noise = Noise(canvas.rng, 3)
    outline = []
    for step in range(81):
        u = -1.5 + 3 * step / 80
        outline.append((x + reach * u, base - height * math.cos(u * 1.05) ** 2 + noise(u * 2) * 7))
    shape = [*outline, (x + reach * 1.5, 920), (x - reach * 1.5, 920)]
    canvas.polygon(shape, mix(mix(FOREST, LEAF, 0.35), haze, share))
    with canvas.clip(shape):
        drop, number = 5.0, 0
        while base - height + drop < 930:
            thick = (9 + drop * 0.07) * (1 - share * 0.55)
            tea_row(canvas, [(px, py + drop) for px, py in outline], thick, number, share, haze)
            drop += thick * 2.05
            number += 1
        canvas.veil(haze, base - height, base + 60, 0.0, share * 0.7)


def tea_row(
    canvas: Canvas, line: list[tuple[float, float]], thick: float, number: int, share: float,
    haze: Colour,
) -> None:  # fmt: skip
    """One contour of clipped bushes: its top lit, its foot in shade."""
    rng = canvas.rng
    body = mix(mix(LEAF, GRASS, 0.2 + 0.25 * rng.random()), haze, share)
    light = mix(mix(SPROUT, GRASS, rng.uniform(0.3, 0.6)), haze, share)
    upper, shine, lower = [], [], []
    for (x0, y0), (x1, y1) in pairwise(line):
        for part in range(3):
            x, y = x0 + (x1 - x0) * part / 3, y0 + (y1 - y0) * part / 3
            lumps = abs(math.sin(x / (thick * 2.2) + number * 1.7)) if share < 0.2 else 0.5
            puff = thick * (0.72 + 0.28 * lumps)
            upper.append((x, y - puff))
            shine.append((x, y - puff * 0.3))
            lower.append((x, y + thick * 0.75))
    canvas.polygon([*upper, *reversed(lower)], body)
    canvas.polygon([*upper, *reversed(shine)], light)


def rice_fields(canvas: Canvas) -> None:
    """Plots of ripe and green rice narrowing to a village under the hills."""
    canvas.sweep([(0, mix(BAY_LIGHT, PAPER, 0.25)), (0.3, SKY), (0.46, SUN_PALE)])
    cloud(canvas, 420, 210, 620, 120, PAPER, 0.9)
    cloud(canvas, 1240, 150, 460, 80, PAPER, 0.75)
    far_hills(canvas, 390, mix(SUN_PALE, MIST, 0.4), mix(BAY, LEAF, 0.35))
    hedge(canvas, -20, 1620, 414, 48, mix(LEAF, MIST, 0.3), GRASS)
    for x in range(80, 1600, 190):
        left = x + canvas.rng.uniform(-50, 50)
        canvas.box(left, 384, left + 46, 414, mix(SUN_PALE, PAPER, 0.5))
        canvas.polygon([(left - 7, 386), (left + 8, 368), (left + 38, 368), (left + 53, 386)],
                       mix(TILE, SUN_PALE, 0.15))  # fmt: skip
    for x, tall in ((130, 86), (390, 70), (700, 92), (1010, 74), (1340, 90), (1500, 70)):
        palm(canvas, x, 414, tall, mix(LEAF, MIST, 0.15))
    plots(canvas)
    canal(canvas)
    for x, y, tall, shirt, side in ((430, 700, 96, BAY, 1), (540, 716, 100, mix(SON,
            SAND, 0.2), -1), (650, 688, 92, mix(LEAF_LIGHT, PAPER, 0.5), 1)):  # fmt: skip
        stooping(canvas, x, y, tall, shirt, side)
        for blade in range(-60, 70, 15):
            grass(canvas, x + blade, y + 6, 26, (STRAW, SUN_LIGHT, GRASS), 5)
    person(canvas, 1096, 640, 96, mix(TILE, SAND, 0.2), EARTH, hat=True)
    shoulder_pole(canvas, 1096, 640, 96, SUN_LIGHT)
    egrets(canvas)
    for x in range(-10, 1620, 15):
        grass(canvas, x, 912, canvas.rng.uniform(46, 84), (mix(STRAW, SUN, 0.25), STRAW,
            SUN_LIGHT, GRASS), 6)  # fmt: skip


def plots(canvas: Canvas) -> None:
    """Fields seen in perspective, each with its own ripeness and rows."""
    rng = canvas.rng
    levels = [414, 432, 458, 496, 552, 634, 752, 920]
    tones = (STRAW, SUN_LIGHT, SPROUT, GRASS, mix(SUN_LIGHT, SPROUT, 0.5), mix(GRASS, LEAF, 0.2),
             mix(STRAW, SUN, 0.18))  # fmt: skip
    vanish, choice = 820, 0
    for top, bottom in pairwise(levels):
        edges = sorted(rng.uniform(-2600, 2600) for _ in range(9))
        edges = [-5200, *edges, 5200]
        for left, right in pairwise(edges):
            choice = (choice + rng.randint(1, 3)) % len(tones)
            tone = mix(tones[choice], SUN_PALE, max(0.0, (560 - top) / 560) * 0.55)
            a, b = (top - 350) / 570, (bottom - 350) / 570
            shape = [(vanish + left * a, top), (vanish + right * a, top),
                     (vanish + right * b, bottom), (vanish + left * b, bottom)]  # fmt: skip
            canvas.polygon(shape, tone)
            count = 14
            for row in range(1, count):
                x = left + (right - left) * row / count
                canvas.line([(vanish + x * a, top), (vanish + x * b, bottom)],
                            mix(tone, LEAF, 0.16), 1 + 2.4 * b)  # fmt: skip
            canvas.line([shape[0], shape[3]], mix(GRASS, EARTH, 0.35), 2 + 9 * b)
        canvas.line([(0, bottom), (1600, bottom)], mix(GRASS, EARTH, 0.3),
            2 + 7 * (bottom - 350) / 570)  # fmt: skip


def canal(canvas: Canvas) -> None:
    """A canal that leads the eye in, with a path beside it."""
    canvas.polygon([(826, 414), (838, 414), (1420, 920), (1060, 920)], mix(GRASS, LEAF, 0.45))
    canvas.polygon([(829, 414), (835, 414), (1340, 920), (1110, 920)], mix(SKY, SEA, 0.25))
    for step in range(26):
        share = (step / 26) ** 1.6
        y = 430 + 480 * share
        x = 832 + (1225 - 832) * (y - 414) / 506
        canvas.ellipse(x + canvas.rng.uniform(-40, 40) * share, y, 5 + 60 * share,
            0.8 + 2 * share, PAPER, 0.6)  # fmt: skip
    canvas.polygon([(840, 414), (845, 414), (1600, 900), (1600, 920), (1440, 920)], SAND)


def egrets(canvas: Canvas) -> None:
    for x, y, s in ((250, 560, 1.0), (300, 570, 0.9), (170, 548, 0.8)):
        canvas.ellipse(x, y, 13 * s, 6 * s, PAPER)
        canvas.line([(x + 9 * s, y - 2), (x + 15 * s, y - 14 * s),
            (x + 12 * s, y - 22 * s)], PAPER, 3.4 * s)  # fmt: skip
        canvas.polygon([(x + 12 * s, y - 25 * s), (x + 25 * s, y - 21 * s),
            (x + 12 * s, y - 20 * s)], STRAW)  # fmt: skip
        canvas.line([(x, y + 4), (x + 1, y + 20 * s)], INK, 1.4)
        canvas.line([(x + 5, y + 4), (x + 5, y + 20 * s)], INK, 1.4)


def replanted_mine(canvas: Canvas) -> None:
    """Benches of an open pit, black below and green again above."""
    canvas.sweep([(0, mix(SKY, STONE_2, 0.3)), (0.34, mix(SUN_PALE, STONE_1, 0.4))])
    stratus(canvas, 50, 200, PAPER, 7, 0.7)
    far_hills(canvas, 330, STONE_1, mix(BAY, STONE_3, 0.3))
    greens = (LEAF, mix(LEAF, GRASS, 0.4), GRASS, mix(GRASS, SPROUT, 0.4), mix(SPROUT, CLAY, 0.4))
    greys = (mix(CLAY, STONE_3, 0.5), mix(STONE_3, CLAY, 0.2), mix(COAL, STONE_3, 0.6), COAL)
    tones = [*greens, *greys]
    noise = Noise(canvas.rng, 4)
    for number, tone in enumerate(tones):
        share = number / (len(tones) - 1)
        bench(canvas, noise, number, share, tone)
    floor_of_pit(canvas)


def bench(canvas: Canvas, noise: Noise, number: int, share: float, tone: Colour) -> None:
    """One terrace: the flat step above, the sloping face below."""
    rng = canvas.rng
    top, face = [], []
    depth = 60 + 34 * share
    for x in range(-10, 1621, 10):
        u = (x - 760) / 850
        bowl = abs(u) ** 1.9
        y = 322 + (52 + 30 * share) * number - bowl * (70 + 26 * number)
        y += 12 * noise(x / 150 + number * 0.35)
        top.append((float(x), y))
        face.append((float(x), y + 20 + 9 * share * number * 0.4))
    step = mix(tone, SUN_PALE, 0.3 * (1 - share) + 0.1)
    canvas.polygon([*top, (1620, 920), (-10, 920)], step)
    canvas.polygon([*face, (1620, 920), (-10, 920)], mix(tone, INK, 0.16))
    for x, low in face:
        if number < 5 and rng.random() < 0.92:
            tall = 15 + 5 * number
            for _ in range(2):
                place = x + rng.uniform(-5, 5)
                ground = low - 2 - rng.uniform(0, 8)
                if number < 3:
                    size = tall * rng.uniform(0.4, 0.7)
                    canvas.ellipse(place, ground - size * 0.7, size * 0.7, size,
                        mix(tone, FOREST, rng.uniform(0.3, 0.6)))  # fmt: skip
                    canvas.ellipse(place - 2, ground - size, size * 0.4, size * 0.5,
                        mix(tone, SPROUT, 0.4))  # fmt: skip
                else:
                    sapling(canvas, place, ground, tall * rng.uniform(0.55, 0.9),
                        mix(LEAF, tone, 0.15))  # fmt: skip
        if number >= 4 and rng.random() < 0.8:
            a = rng.uniform(4, depth * 0.5)
            canvas.line([(x, low + a), (x + rng.uniform(-9, 9), low + a + rng.uniform(8, 26))],
                        mix(tone, INK, 0.34), 2)  # fmt: skip


def floor_of_pit(canvas: Canvas) -> None:
    canvas.polygon([(-10, 820), (300, 800), (760, 812), (1240, 796), (1610, 818),
        (1610, 910), (-10, 910)], mix(COAL, CLAY, 0.35))  # fmt: skip
    canvas.ellipse(360, 846, 240, 20, mix(SEA, STONE_2, 0.35))
    canvas.ellipse(350, 843, 170, 9, mix(SKY, STONE_1, 0.3), 0.7)
    dumper(canvas, 1010, 872, 200)
    dumper(canvas, 1300, 700, 96)
    for x, shirt in ((700, TILE), (742, BAY), (790, mix(SUN_LIGHT, SAND, 0.2))):
        person(canvas, x, 884, 76, shirt, INK, hat=x != 742)
    for x in range(640, 880, 34):
        sapling(canvas, x + canvas.rng.uniform(-8, 8), 893, 34, GRASS)


def dumper(canvas: Canvas, x: float, y: float, length: float) -> None:
    s = length / 100
    body = mix(SUN_LIGHT, TILE, 0.18)
    canvas.polygon([(x - 52 * s, y - 46 * s), (x + 24 * s, y - 50 * s), (x + 46 * s, y - 54 * s),
                    (x + 46 * s, y - 49 * s), (x + 20 * s, y - 42 * s), (x + 14 * s, y - 18 * s),
                    (x - 40 * s, y - 16 * s)], body)  # fmt: skip
    canvas.polygon([(x - 46 * s, y - 46 * s), (x - 24 * s, y - 60 * s), (x + 2 * s, y - 57 * s),
                    (x + 20 * s, y - 49 * s)], mix(CLAY, INK, 0.35))  # fmt: skip
    canvas.box(x + 20 * s, y - 40 * s, x + 48 * s, y - 12 * s, mix(body, INK, 0.1), radius=2 * s)
    canvas.box(x + 30 * s, y - 37 * s, x + 45 * s, y - 25 * s, BAY_DEEP)
    canvas.box(x - 40 * s, y - 18 * s, x + 46 * s, y - 10 * s, mix(body, INK, 0.45))
    for axle in (-24, 32):
        canvas.ellipse(x + axle * s, y - 12 * s, 14 * s, 14 * s, INK)
        canvas.ellipse(x + axle * s, y - 12 * s, 6 * s, 6 * s, STONE_2)


def forest_planting(canvas: Canvas) -> None:
    """A bare slope in morning light set with saplings, row by row."""
    haze = mix(SUN_PALE, SAND, 0.3)
    canvas.sweep([(0, mix(SKY, LEAF_LIGHT, 0.2)), (0.6, SUN_PALE)], 0, 560)
    canvas.glow(250, 150, 420, 320, SUN_LIGHT, 0.55)
    canvas.ellipse(250, 150, 42, 42, mix(SUN_PALE, PAPER, 0.3))
    far_hills(canvas, 430, haze, mix(BAY, LEAF, 0.6))
    back = bezier((-20, 470), (620, 330), (1640, 560), 60)
    canvas.polygon([*back, (1640, 920), (-20, 920)], mix(LEAF, GRASS, 0.35))
    for x, y in back[::2]:
        tree(canvas, x, y + 16, canvas.rng.uniform(50, 92), mix(LEAF, haze, 0.18), GRASS)
    slope = bezier((-20, 760), (620, 540), (1640, 420), 80)
    canvas.polygon([*slope, (1640, 920), (-20, 920)], mix(CLAY, STRAW, 0.45))
    with canvas.clip([*slope, (1640, 920), (-20, 920)]):
        for row in range(9):
            drop = 26 + row * (28 + row * 4.5)
            line = [(x, y + drop) for x, y in slope]
            canvas.line(line, mix(CLAY, EARTH, 0.25), 5 + row * 1.6)
            canvas.line([(x, y + 4 + row) for x, y in line], mix(STRAW, SUN_PALE, 0.3),
                2 + row * 0.7)  # fmt: skip
            for x, y in line[(row * 3) % 4 :: max(2, 3 + row // 3)]:
                canvas.ellipse(x + 4, y + 1, 9 + row * 2, 2.5 + row * 0.5, mix(EARTH,
                    CLAY, 0.3), 0.6)  # fmt: skip
                sapling(canvas, x, y, (20 + row * 7) * canvas.rng.uniform(0.8, 1.1),
                    mix(LEAF, GRASS, 0.2))  # fmt: skip
    planters(canvas)
    birds(canvas, 980, 180, 6, 80, STONE_3)


def planters(canvas: Canvas) -> None:
    people = ((1210, 560, 74, TILE, 1), (1010, 590, 78, BAY, -1),
        (760, 650, 100, mix(LEAF_LIGHT, PAPER, 0.4), 1), (420, 770, 140, mix(SON, SAND,
        0.15), 1), (1230, 800, 190, mix(BAY, SEA, 0.3), -1))  # fmt: skip
    for x, y, tall, shirt, side in people:
        stooping(canvas, x, y, tall, shirt, side, INK)
        sapling(canvas, x + side * tall * 0.5, y + 3, tall * 0.36)
    person(canvas, 880, 850, 210, mix(SUN_LIGHT, SAND, 0.25), EARTH, hat=True)
    shoulder_pole(canvas, 880, 850, 210, LEAF)
    for side in (-1, 1):
        for place in range(-3, 4):
            sapling(canvas, 880 + side * 105 + place * 8, 782, 44, mix(LEAF, GRASS, 0.3))
