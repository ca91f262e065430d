"""Wide bands that stand behind a wordmark: calm on the left, the subject to the right."""

from congtinh.demo.artwork.canvas import Canvas
from congtinh.demo.artwork.landscape import (
    Rock,
    birds,
    cloud,
    karst,
    mist,
    range_of_hills,
    ripples,
    stratus,
)  # fmt: skip
from congtinh.demo.artwork.palette import (
    BAY,
    BAY_DEEP,
    BAY_LIGHT,
    FOREST,
    GRASS,
    LEAF,
    LEAF_LIGHT,
    LIMESTONE,
    MIST,
    PAPER,
    SAND,
    SEA,
    SKY,
    SON,
    STONE_1,
    STONE_2,
    STONE_3,
    SUN_LIGHT,
    SUN_PALE,
    mix,
)  # fmt: skip
from congtinh.demo.artwork.scenes.town import gate_house
from congtinh.demo.artwork.things.boats import junk, sampan, trawler
from congtinh.demo.artwork.things.buildings import lighthouse, street, window
from congtinh.demo.artwork.things.plants import hedge, palm, tree

ROCK = Rock(mix(LIMESTONE, BAY, 0.25), mix(BAY, STONE_3, 0.45), mix(LEAF, BAY, 0.35))


def general(canvas: Canvas) -> None:
    """The bay, island behind island."""
    haze = mix(SUN_PALE, MIST, 0.45)
    canvas.sweep([(0, mix(BAY_LIGHT, STONE_1, 0.45)), (0.7, haze)])
    canvas.glow(1060, 300, 520, 260, mix(SUN_LIGHT, SUN_PALE, 0.3), 0.8)
    stratus(canvas, 40, 180, PAPER, 6, 0.6)
    blue = Rock(mix(SEA, LIMESTONE, 0.3), mix(BAY, SEA, 0.4), mix(BAY, LEAF, 0.3))
    for left, right, height, count, share in (
        (-60, 700, 90, 11, 0.82), (560, 1250, 120, 10, 0.76), (1100, 1720, 150, 9, 0.7),
        (700, 930, 150, 3, 0.55), (1180, 1420, 190, 3, 0.46),
    ):  # fmt: skip
        karst(canvas, left, right, 356, height, blue.hazed(haze, share), count, 0)
        canvas.veil(haze, 250, 358, 0, 0.5, left, right)
    canvas.sweep([(0, haze), (0.5, mix(SEA, MIST, 0.4)), (1, mix(SEA, BAY, 0.25))], 356)
    canvas.mirror(356, 100, 0.45, 5)
    mist(canvas, 356, 34, haze, 0.7)
    karst(canvas, 1380, 1740, 398, 300, blue.hazed(haze, 0.1), 4, 0.8)
    canvas.veil(haze, 330, 400, 0, 0.4)
    canvas.mirror(398, 90, 0.35, 5)
    ripples(canvas, 370, 500, mix(SUN_PALE, PAPER, 0.5), 140, 0.4)
    junk(canvas, 1090, 420, 88, mix(SON, SUN_LIGHT, 0.18), BAY_DEEP)
    sampan(canvas, 860, 450, 60, BAY_DEEP)
    birds(canvas, 980, 130, 6, 50, mix(BAY, STONE_3, 0.4))


def department(canvas: Canvas) -> None:
    """Public buildings among trees, a bridge in the distance."""
    haze = mix(SKY, STONE_1, 0.6)
    canvas.sweep([(0, SKY), (0.8, mix(SUN_PALE, PAPER, 0.3))])
    cloud(canvas, 420, 150, 520, 70, PAPER, 0.85)
    cloud(canvas, 1180, 110, 420, 56, PAPER, 0.85)
    karst(canvas, -80, 760, 392, 110, ROCK.hazed(haze, 0.75), 9, 0)
    range_of_hills(canvas, 400, 110, mix(haze, mix(LEAF, BAY, 0.4), 0.25), 230)
    canvas.box(0, 352, 760, 358, mix(haze, STONE_3, 0.35))
    for x in (200, 470):
        for number in range(9):
            for side in (-1, 1):
                canvas.line([(x, 236 + number * 9),
                    (x + side * (128 - number * 12), 352)], mix(haze, STONE_3, 0.22),
                    1.2)  # fmt: skip
        canvas.polygon([(x - 5, 400), (x - 3, 222), (x + 3, 222), (x + 5, 400)],
            mix(haze, STONE_3, 0.4))  # fmt: skip
    canvas.veil(haze, 300, 420, 0, 0.45)
    for left, right, top, share in (
        (820, 1010, 210, 0.25),
        (1010, 1290, 150, 0.0),
        (1290, 1490, 230, 0.18),
    ):
        wall = mix(mix(SUN_PALE, PAPER, 0.4), haze, share)
        canvas.box(left, top, right, 440, wall)
        canvas.box(right - 16, top, right, 440, mix(wall, STONE_3, 0.25))
        canvas.box(left - 6, top - 9, right + 6, top + 3, mix(STONE_2, STONE_3, 0.2))
        for y in range(top + 22, 400, 42):
            for x in range(left + 16, right - 40, 38):
                window(canvas, x, y, 20, 24, PAPER, mix(mix(BAY, BAY_DEEP, 0.4), haze, share))
    canvas.sweep([(0, mix(GRASS, SPROUT_PALE, 0.4)), (1, mix(LEAF, GRASS, 0.5))], 436)
    hedge(canvas, -20, 1620, 452, 54, mix(LEAF, haze, 0.12), GRASS)
    for x, tall in ((740, 170), (860, 130), (1330, 150), (1460, 210), (1560, 180)):
        tree(canvas, x, 462, tall, LEAF, GRASS)


SPROUT_PALE = mix(LEAF_LIGHT, SUN_LIGHT, 0.4)


def town(canvas: Canvas) -> None:
    """A town of narrow houses between rocks and water."""
    haze = mix(SUN_PALE, STONE_1, 0.4)
    canvas.sweep([(0, mix(BAY_LIGHT, SUN_PALE, 0.5)), (0.8, haze)])
    stratus(canvas, 30, 170, PAPER, 6, 0.7)
    karst(canvas, -100, 620, 390, 150, ROCK.hazed(haze, 0.74), 7, 0)
    karst(canvas, 880, 1740, 390, 280, ROCK.hazed(haze, 0.55), 6, 0.5)
    canvas.veil(haze, 230, 392, 0, 0.6)
    street(canvas, 420, 1640, 366, 21, 6, haze, 0.5)
    street(canvas, 560, 1640, 400, 26, 5, haze, 0.22)
    hedge(canvas, -20, 640, 404, 34, mix(LEAF, haze, 0.3), GRASS)
    canvas.box(0, 400, 1600, 412, mix(STONE_2, STONE_3, 0.25))
    for x in range(40, 1600, 74):
        palm(canvas, x, 404, canvas.rng.uniform(36, 52), mix(LEAF, haze, 0.1))
    canvas.sweep([(0, mix(SEA, MIST, 0.4)), (1, mix(BAY, SEA, 0.3))], 411)
    canvas.mirror(410, 80, 0.4, 5)
    ripples(canvas, 414, 500, mix(SUN_PALE, PAPER, 0.5), 110, 0.4)
    trawler(canvas, 980, 456, 110, BAY)
    trawler(canvas, 1260, 470, 130, mix(SON, BAY_DEEP, 0.25), flip=-1)
    sampan(canvas, 700, 462, 70, BAY_DEEP)


def border(canvas: Canvas) -> None:
    """A river between hills, the gate house on its bank."""
    haze = mix(STONE_1, LEAF_LIGHT, 0.25)
    canvas.sweep([(0, mix(SKY, LEAF_LIGHT, 0.25)), (0.7, mix(haze, SUN_PALE, 0.5))])
    stratus(canvas, 20, 130, PAPER, 6, 0.7)
    for base, height, share in ((250, 170, 0.2), (310, 150, 0.34), (365, 120, 0.5),
            (400, 70, 0.66)):  # fmt: skip
        range_of_hills(canvas, base, height, mix(haze, mix(BAY, LEAF, 0.55), share), 150 + height)
        canvas.veil(haze, base - 110, base + 20, 0, 0.45)
    street(canvas, 700, 1110, 398, 20, 4, haze, 0.35)
    hedge(canvas, -20, 1620, 408, 36, mix(LEAF, haze, 0.12), GRASS)
    canvas.sweep([(0, mix(SEA, LEAF_LIGHT, 0.4)), (1, mix(BAY, LEAF, 0.3))], 405)
    ripples(canvas, 408, 500, mix(LEAF_LIGHT, PAPER, 0.5), 110, 0.4)
    canvas.polygon([(1030, 432), (1100, 412), (1600, 406), (1600, 500), (1080, 500)],
        mix(STONE_2, SAND, 0.45))  # fmt: skip
    canvas.polygon([(1030, 432), (1080, 500), (1060, 500), (1016, 436)], STONE_3)
    with canvas.shrunk(1140, 86, 0.5):
        gate_house(canvas)
    for x, tall in ((1130, 110), (1500, 170), (1570, 130)):
        tree(canvas, x, 440, tall, LEAF, GRASS)
    sampan(canvas, 780, 452, 84, BAY_DEEP)
    birds(canvas, 840, 120, 5, 50, STONE_3)


def island(canvas: Canvas) -> None:
    """Open sea, a green island with a lighthouse, boats on their way."""
    canvas.sweep([(0, mix(SEA, BAY_LIGHT, 0.6)), (0.6, SKY), (0.75, STONE_1)])
    cloud(canvas, 560, 330, 700, 120, PAPER, 0.85)
    cloud(canvas, 1420, 330, 560, 170, PAPER, 0.9)
    karst(canvas, 700, 1010, 366, 70, ROCK.hazed(SKY, 0.6), 5, 0)
    canvas.veil(STONE_1, 270, 366, 0, 0.5)
    canvas.sweep([(0, mix(SEA, BAY_LIGHT, 0.4)), (0.4, SEA), (1, BAY)], 364)
    green = Rock(mix(LEAF, GRASS, 0.35), mix(LEAF, FOREST, 0.4), FOREST)
    lighthouse(canvas, 1262, 262, 150)
    karst(canvas, 1060, 1520, 384, 150, green, 6, 0.8)
    hedge(canvas, 1090, 1490, 384, 40, FOREST, LEAF)
    canvas.box(1052, 380, 1530, 388, SAND, radius=4)
    for x in (1100, 1128, 1440):
        palm(canvas, x, 382, 70, LEAF)
    foam = canvas.stencil()
    for x in range(1040, 1540, 9):
        foam.ellipse(x, 389 + canvas.rng.uniform(-2, 3), canvas.rng.uniform(6, 15), 2.4, 255)
    canvas.wash(foam, PAPER, 0.85)
    ripples(canvas, 368, 500, mix(BAY_LIGHT, PAPER, 0.5), 150, 0.42)
    trawler(canvas, 880, 440, 100, mix(BAY_LIGHT, BAY, 0.6))
    sampan(canvas, 640, 420, 44, BAY_DEEP)
    birds(canvas, 1040, 190, 7, 60, STONE_3)
