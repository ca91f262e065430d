"""Open water: the bay at dawn and in the evening, the far island, the storm."""

import math

from congtinh.demo.artwork.canvas import Canvas
from congtinh.demo.artwork.landscape import (
    Noise,
    Rock,
    birds,
    cloud,
    karst,
    mist,
    ripples,
    stratus,
    sun_path,
)  # fmt: skip
from congtinh.demo.artwork.palette import (
    BAY,
    BAY_DEEP,
    BAY_LIGHT,
    FOREST,
    GRASS,
    INK,
    LEAF,
    LIMESTONE,
    MIST,
    NIGHT,
    PAPER,
    PEACH,
    ROSE,
    SAND,
    SEA,
    SKY,
    SON,
    STONE_1,
    STONE_2,
    STONE_3,
    STRAW,
    SUN_LIGHT,
    SUN_PALE,
    Colour,
    mix,
)  # fmt: skip
from congtinh.demo.artwork.things.boats import junk, sampan, trawler
from congtinh.demo.artwork.things.buildings import lighthouse
from congtinh.demo.artwork.things.plants import hedge, palm

ROCK = Rock(mix(LIMESTONE, BAY, 0.25), mix(BAY, STONE_3, 0.45), FOREST)


def bay_at_dawn(canvas: Canvas) -> None:
    """Layer after layer of islands in cool haze, the sun just clear of the horizon."""
    haze = mix(SUN_PALE, MIST, 0.35)
    canvas.sweep([(0, mix(BAY_LIGHT, STONE_1, 0.35)), (0.3, mix(SKY, STONE_1, 0.6)),
                  (0.5, SUN_PALE), (0.6, mix(SUN_LIGHT, SUN_PALE, 0.45))])  # fmt: skip
    stratus(canvas, 80, 330, PAPER, 9, 0.6)
    canvas.glow(1010, 430, 560, 400, SUN_LIGHT, 0.75)
    canvas.ellipse(1010, 404, 46, 46, mix(SUN_PALE, PAPER, 0.4))
    blue = Rock(mix(SEA, LIMESTONE, 0.3), mix(BAY, SEA, 0.4), mix(BAY, LEAF, 0.3))
    for left, right, height, count, share in (
        (-60, 640, 150, 9, 0.76), (540, 1180, 100, 9, 0.8), (1120, 1720, 170, 8, 0.74),
        (60, 480, 240, 4, 0.58), (1220, 1560, 260, 4, 0.56), (660, 860, 130, 3, 0.62),
    ):  # fmt: skip
        karst(canvas, left, right, 560, height, blue.hazed(haze, share), count, 0)
        canvas.veil(haze, 400, 562, 0, 0.5, left, right)
    canvas.sweep([(0, mix(SUN_LIGHT, SUN_PALE, 0.6)), (0.2, mix(SUN_PALE, MIST, 0.6)),
                  (0.6, mix(SEA, MIST, 0.55)), (1, mix(SEA, BAY, 0.35))], 560)  # fmt: skip
    canvas.mirror(560, 230, 0.55, 6)
    mist(canvas, 560, 46, haze, 0.75)
    sun_path(canvas, 1010, 566, 860, mix(SUN_LIGHT, PAPER, 0.45), 90)
    near = blue.hazed(haze, 0.12)
    karst(canvas, -120, 400, 640, 400, near, 4, 0.8, light=1)
    karst(canvas, 1430, 1720, 620, 250, blue.hazed(haze, 0.28), 3, 0.6)
    canvas.veil(haze, 500, 642, 0, 0.42)
    canvas.mirror(640, 150, 0.35, 6)
    ripples(canvas, 600, 900, mix(SUN_PALE, PAPER, 0.5), 190, 0.4)
    ripples(canvas, 680, 900, BAY, 90, 0.22)
    junk(canvas, 820, 690, 150, mix(SON, SUN_LIGHT, 0.18), BAY_DEEP)
    junk(canvas, 1190, 604, 54, mix(SON, PEACH, 0.45), mix(BAY, haze, 0.3), flip=-1)
    sampan(canvas, 520, 800, 96, BAY_DEEP)
    birds(canvas, 700, 240, 7, 70, mix(BAY, STONE_3, 0.4))


def bay_in_evening(canvas: Canvas) -> None:
    """From a height: scattered islands in silhouette on water that has taken the sky's colour."""
    ember = mix(PEACH, SUN_LIGHT, 0.3)
    canvas.sweep([(0, mix(BAY, NIGHT, 0.2)), (0.16, mix(BAY, ROSE, 0.35)), (0.3, ROSE),
                  (0.38, ember)])  # fmt: skip
    stratus(canvas, 40, 260, mix(SON_TINT, SUN_LIGHT, 0.4), 12, 0.75)
    stratus(canvas, 20, 150, mix(BAY_DEEP, ROSE, 0.3), 7, 0.5)
    canvas.glow(520, 330, 620, 330, SUN_LIGHT, 0.6)
    canvas.ellipse(520, 312, 38, 38, mix(SUN_LIGHT, SUN_PALE, 0.6))
    dark = Rock(mix(BAY_DEEP, BAY, 0.4), BAY_DEEP, mix(BAY_DEEP, NIGHT, 0.5))
    for left, right, height, count in ((-40, 420, 62, 9), (380, 1020, 40, 12), (960, 1660, 76, 11)):
        karst(canvas, left, right, 346, height, dark.hazed(ember, 0.62), count, 0)
    canvas.sweep([(0, ember), (0.12, mix(ROSE, ember, 0.3)), (0.5, mix(BAY, ROSE, 0.42)),
                  (1, mix(BAY_DEEP, BAY, 0.45))], 346)  # fmt: skip
    canvas.mirror(346, 70, 0.5, 3)
    mist(canvas, 346, 30, ember, 0.6)
    sun_path(canvas, 520, 350, 880, mix(SUN_LIGHT, SUN_PALE, 0.3), 130)
    ripples(canvas, 350, 900, mix(SUN_LIGHT, ROSE, 0.4), 240, 0.3)
    ripples(canvas, 420, 900, BAY_DEEP, 150, 0.22)
    isles = (
        (640, 760, 376, 52, 2, 0.5), (170, 330, 392, 74, 3, 0.44), (880, 1110, 412, 104, 4, 0.38),
        (1320, 1540, 436, 150, 3, 0.3), (-60, 190, 470, 160, 3, 0.24), (700, 850, 486, 110, 2, 0.2),
        (1080, 1330, 560, 200, 3, 0.1), (1440, 1720, 690, 330, 3, 0.0),
    )  # fmt: skip
    for left, right, base, height, count, share in isles:
        rock = dark.hazed(ember, share)
        shadow = canvas.stencil()
        middle, reach = (left + right) / 2, (right - left) / 2
        for step in range(9):
            y = base + step * height * 0.07
            shadow.ellipse(middle, y, reach * (1 - step * 0.08), height * 0.045, 255)
        canvas.wash(shadow, rock.shade, 0.55, blur=2)
        karst(canvas, left, right, base, height, rock, count, 0.5, light=-1)
        canvas.veil(ember, base - height * 0.4, base + 2, 0, 0.3 * (1 - share), left, right)
    trawler(canvas, 420, 640, 120, NIGHT, flip=-1, cabin=mix(BAY_DEEP, ROSE, 0.2))
    canvas.ellipse(441, 600, 3.5, 3.5, SUN_LIGHT)
    for x, y, size in ((900, 610, 48), (960, 630, 52), (620, 530, 30)):
        sampan(canvas, x, y, size, NIGHT)


SON_TINT = mix(SON, PEACH, 0.6)


def far_island(canvas: Canvas) -> None:
    """Noon, a wide sea and one island with its lighthouse."""
    canvas.sweep([(0, mix(SEA, BAY_LIGHT, 0.55)), (0.35, SKY), (0.66, STONE_1)])
    for x, y, width, height in ((330, 500, 620, 210), (1330, 520, 760, 300), (880, 545, 420, 90)):
        cloud(canvas, x, y, width, height, PAPER, 0.95)
        cloud(canvas, x + 40, y, width * 0.7, height * 0.4, mix(STONE_2, BAY_LIGHT, 0.25), 0.5)
    cloud(canvas, 480, 190, 420, 46, PAPER, 0.55, blur=2)
    canvas.veil(STONE_1, 430, 592, 0, 0.85)
    canvas.sweep([(0, mix(BAY_LIGHT, SEA, 0.5)), (0.15, SEA), (0.6, BAY),
                  (1, mix(BAY, BAY_DEEP, 0.55))], 590)  # fmt: skip
    green = Rock(mix(LIMESTONE, SAND, 0.35), mix(STONE_3, BAY, 0.3), LEAF)
    karst(canvas, 180, 420, 594, 54, green.hazed(MIST, 0.7), 5, 0)
    slope = Noise(canvas.rng, 5)
    top = []
    for x in range(560, 1301, 5):
        u = (x - 930) / 370
        lift = max(0.0, 1 - abs(u) ** 2.4) ** 0.7
        peak = 70 * math.exp(-(((u - 0.25) * 3) ** 2))
        top.append((float(x), 628 - lift * (150 + 34 * slope(x / 70) + peak)))
    canvas.polygon([(548, 634), *top, (1316, 634)], mix(LEAF, GRASS, 0.3))
    with canvas.clip([(548, 634), *top, (1316, 634)]):
        hedge(canvas, 930, 1330, 560, 90, mix(LEAF, FOREST, 0.5), LEAF)
        hedge(canvas, 560, 900, 590, 60, LEAF, GRASS)
        hedge(canvas, 700, 1330, 612, 46, FOREST, LEAF)
        canvas.polygon([(540, 640), (600, 604), (690, 612), (760, 598), (850, 616), (960, 604),
                        (1090, 614), (1200, 602), (1320, 640)], green.body)  # fmt: skip
        for x in range(570, 1300, 23):
            drop = canvas.rng.uniform(4, 20)
            canvas.polygon([(x, 602 + drop), (x + 13, 608 + drop), (x + 9, 640), (x - 4, 640)],
                           green.shade, 0.55)  # fmt: skip
    lighthouse(canvas, 1020, 432, 210)
    canvas.box(940, 424, 1000, 458, PAPER)
    canvas.polygon([(930, 426), (970, 402), (1010, 426)], mix(SON, STRAW, 0.3))
    for x in (950, 976):
        canvas.box(x, 434, x + 13, 450, BAY_DEEP)
    for x, y, tall in ((850, 500, 60), (880, 492, 72), (700, 540, 52)):
        palm(canvas, x, y, tall, LEAF)
    surf = canvas.stencil()
    for x in range(540, 1330, 11):
        surf.ellipse(x, 636 + canvas.rng.uniform(-3, 4), canvas.rng.uniform(8, 22), 3.4, 255)
    canvas.wash(surf, PAPER, 0.85)
    ripples(canvas, 600, 900, mix(BAY_LIGHT, PAPER, 0.5), 230, 0.42)
    ripples(canvas, 640, 900, BAY_DEEP, 120, 0.3)
    trawler(canvas, 380, 760, 190, mix(BAY_LIGHT, BAY, 0.5))
    foam = canvas.stencil()
    for step in range(22):
        foam.ellipse(270 + step * 9, 769 + canvas.rng.uniform(-2, 3), 16, 3, 255)
    canvas.wash(foam, PAPER, 0.8)
    birds(canvas, 640, 330, 9, 90, STONE_3)


def storm_at_sea(canvas: Canvas) -> None:
    """Wind and rain over heavy waves; one boat makes for the lee of the islands."""
    canvas.sweep([(0, NIGHT), (0.25, mix(BAY_DEEP, STONE_3, 0.45)), (0.5, mix(STONE_3,
        STONE_2, 0.45)), (0.6, mix(STONE_2, BAY_LIGHT, 0.2))])  # fmt: skip
    canvas.glow(1120, 480, 520, 170, STONE_1, 0.7)
    for number, (level, share) in enumerate(((390, 0.62), (310, 0.4), (225, 0.22), (140, 0.08),
            (60, 0.0))):  # fmt: skip
        ceiling(canvas, level, mix(mix(NIGHT, BAY_DEEP, 0.4), mix(STONE_3, BAY, 0.25),
            share), 1 + number * 0.16)  # fmt: skip
    rock = Rock(BAY_DEEP, NIGHT, NIGHT)
    karst(canvas, -80, 420, 560, 240, rock.hazed(STONE_3, 0.55), 5, 0)
    karst(canvas, 1330, 1700, 556, 180, rock.hazed(STONE_2, 0.5), 5, 0)
    canvas.veil(mix(STONE_3, STONE_2, 0.5), 420, 562, 0, 0.6)
    for number in range(9):
        share = number / 8
        if number == 5:
            storm_boat(canvas)
        wave(canvas, 562 + share * 300, 14 + 112 * share,
             mix(mix(SEA, STONE_3, 0.45), BAY_DEEP, 0.05 + 0.85 * share), share)  # fmt: skip
    rain = canvas.stencil()
    for _ in range(300):
        x, y = canvas.rng.uniform(-50, 1750), canvas.rng.uniform(150, 900)
        reach = canvas.rng.uniform(26, 80)
        rain.line([(x, y), (x - reach * 0.36, y + reach)], 255, 1)
    canvas.wash(rain, STONE_1, 0.22)


def ceiling(canvas: Canvas, level: float, colour: Colour, size: float) -> None:
    """A layer of storm cloud hanging from the top of the picture, its underside in lobes."""
    rng = canvas.rng
    noise = Noise(rng, 3)
    lobes = canvas.stencil()
    lobes.box(-10, -10, 1610, level - 70 * size, 255)
    for x in range(-60, 1661, 30):
        drop = level + 55 * noise(x / 330) - 34 * size
        radius = rng.uniform(24, 62) * size
        lobes.ellipse(x, drop - radius * 0.5, radius * 1.5, radius * 0.75, 255)
        lobes.box(x - 40, -10, x + 40, drop - radius * 0.3, 255)
    canvas.wash(lobes, colour, 0.92, blur=3)


def wave(canvas: Canvas, y: float, height: float, colour: Colour, share: float) -> None:
    """One row of waves with sharp crests; the highest of them break."""
    rng = canvas.rng
    noise = Noise(rng, 3)
    length = 110 + 330 * share
    phase = rng.uniform(0, 9)
    crest, rises = [], []
    for x in range(-10, 1616, 5):
        turn = x / length + phase + 0.16 * noise(x / length)
        rise = (1 - abs(math.sin(math.pi * turn)) ** 0.75) * (0.62 + 0.55 * noise(x / 210 + 5))
        crest.append((float(x), y - height * rise))
        rises.append(rise)
    canvas.polygon([(-10, 910), *crest, (1620, 910)], colour)
    for depth, tone in ((0.34, mix(colour, SEA, 0.34)), (0.13, mix(colour, BAY_LIGHT, 0.34))):
        under = [(x + 8 * share, top + 2 + height * depth * max(0.12,
            rise)) for (x, top), rise in zip(crest, rises, strict=True)]  # fmt: skip
        canvas.polygon([*crest, *reversed(under)], tone)
    foam, spray = canvas.stencil(), canvas.stencil()
    for (x, top), rise in zip(crest, rises, strict=True):
        if rise > 0.46:
            fall = height * (rise - 0.46) * rng.uniform(0.3, 1.1)
            foam.polygon([(x - 4, top - 1), (x + 4, top - 1),
                (x + 5 + 9 * share, top + 2 + fall), (x + 2, top + fall * 0.8)], 255)  # fmt: skip
            for _ in range(2):
                size = rng.uniform(0.5, 0.8 + 1.8 * share)
                spray.ellipse(x - rng.uniform(0, 46) * (0.3 + share),
                    top - rng.uniform(0, 26) * (0.3 + share), size, size, 255)  # fmt: skip
    canvas.wash(foam, STONE_1, 0.85)
    canvas.wash(spray, STONE_1, 0.7)


def storm_boat(canvas: Canvas) -> None:
    trawler(canvas, 700, 690, 200, mix(BAY, SEA, 0.3), cabin=STONE_1)
    canvas.glow(655, 640, 60, 50, SUN_LIGHT, 0.5)
    for x in (636, 655, 675):
        canvas.box(x - 7, 630, x + 7, 646, SUN_LIGHT)
    canvas.ellipse(716, 556, 4, 4, INK)
    canvas.ellipse(716, 556, 3, 3, SUN_LIGHT)
