"""Ways and vehicles: the cable bridge, the coast road, the bus stop."""

from congtinh.demo.artwork.canvas import Canvas, bezier
from congtinh.demo.artwork.landscape import (
    Rock,
    birds,
    cloud,
    karst,
    ripples,
    stratus,
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
    LIMESTONE,
    PAPER,
    PEACH,
    ROSE,
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
    Colour,
    mix,
)  # fmt: skip
from congtinh.demo.artwork.things.boats import sampan, trawler
from congtinh.demo.artwork.things.buildings import street
from congtinh.demo.artwork.things.people import SHIRTS, person
from congtinh.demo.artwork.things.plants import bush, hedge, palm, tree
from congtinh.demo.artwork.things.vehicles import bus, car, motorbike

ROCK = Rock(mix(LIMESTONE, BAY, 0.2), mix(BAY, STONE_3, 0.5), mix(LEAF, BAY, 0.3))


def cable_bridge(canvas: Canvas) -> None:
    """Two tall pylons with their fans of cables over a strait, in rose light."""
    haze = mix(ROSE, SUN_PALE, 0.55)
    canvas.sweep([(0, mix(SEA, ROSE, 0.4)), (0.3, mix(ROSE, STONE_1, 0.25)),
        (0.66, mix(SUN_PALE, PEACH, 0.18))])  # fmt: skip
    stratus(canvas, 60, 330, mix(PAPER, SUN_PALE, 0.5), 9, 0.6)
    canvas.glow(420, 560, 640, 320, mix(SUN_LIGHT, PEACH, 0.4), 0.6)
    violet = Rock(DUSK, mix(DUSK, BAY_DEEP, 0.3), mix(DUSK, LEAF, 0.2))
    for left, right, height, share in (
        (-80, 560, 110, 0.72),
        (460, 1180, 70, 0.78),
        (1060, 1720, 150, 0.66),
    ):
        karst(canvas, left, right, 660, height, violet.hazed(haze, share), 7, 0)
    canvas.veil(haze, 540, 664, 0, 0.7)
    canvas.sweep([(0, haze), (0.25, mix(ROSE, SEA, 0.5)), (1, mix(BAY, SEA, 0.25))], 660)
    concrete, side = mix(STONE_1, ROSE, 0.12), mix(DUSK, STONE_2, 0.35)
    for x, width in ((70, 26), (190, 24), (1410, 24), (1530, 26)):
        canvas.box(x - width / 2, 560, x + width / 2, 690, mix(concrete, haze, 0.3))
        canvas.box(x + 2, 560, x + width / 2, 690, mix(side, haze, 0.3))
    for x in (480, 1120):
        pylon(canvas, x, concrete, side)
    canvas.polygon([(-10, 566), (800, 524), (1610, 566), (1610, 588), (800, 543),
        (-10, 588)], mix(side, BAY, 0.35))  # fmt: skip
    canvas.polygon([(-10, 560), (800, 518), (1610, 560), (1610, 570), (800, 527),
        (-10, 570)], concrete)  # fmt: skip
    for x, size, tone in ((250, 34, SON), (330, 26, BAY), (690, 30, BAY), (760, 24, PAPER),
            (905, 40, SUN_LIGHT), (1260, 28, SON), (1330, 24, BAY_DEEP)):  # fmt: skip
        car(canvas, x, 520 + abs(x - 800) * 0.052, size, tone)
    canvas.mirror(664, 200, 0.4, 6)
    ripples(canvas, 666, 900, mix(SUN_PALE, PEACH, 0.25), 220, 0.45)
    canvas.polygon([(1180, 910), (1340, 806), (1470, 790), (1610, 800), (1610, 910)],
        mix(FOREST, DUSK, 0.25))  # fmt: skip
    hedge(canvas, 1290, 1640, 850, 80, mix(FOREST, DUSK, 0.2), mix(LEAF, DUSK, 0.3))
    trawler(canvas, 760, 782, 230, mix(BAY, DUSK, 0.25), flip=-1, cabin=SUN_PALE)
    sampan(canvas, 330, 840, 130, BAY_DEEP)
    sampan(canvas, 1010, 716, 64, BAY_DEEP)
    birds(canvas, 830, 300, 8, 70, DUSK)


def pylon(canvas: Canvas, x: float, light: Colour, dark: Colour) -> None:
    """A single slender mast with one plane of cables on each side."""
    top, deck = 150, 536
    for number in range(17):
        anchor = top + 22 + number * 11
        reach = 308 - number * 16.5
        for side in (-1, 1):
            end = x + side * reach
            canvas.line([(x, anchor), (end, 519 + abs(end - 800) * 0.052)], mix(light,
                PAPER, 0.3), 1.7)  # fmt: skip
    canvas.polygon([(x - 13, deck), (x - 7, top), (x + 7, top), (x + 13, deck)], light)
    canvas.polygon([(x + 2, deck), (x + 2, top), (x + 7, top), (x + 13, deck)], dark)
    canvas.polygon([(x - 17, deck), (x + 17, deck), (x + 30, 664), (x - 30, 664)], light)
    canvas.polygon([(x + 4, deck), (x + 17, deck), (x + 30, 664), (x + 6, 664)], dark)
    canvas.box(x - 56, 656, x + 56, 686, mix(light, dark, 0.35), radius=4)
    canvas.box(x - 56, 674, x + 56, 686, mix(dark, BAY, 0.4), radius=4)


def coast_road(canvas: Canvas) -> None:
    """From above: a road between a green slope and a turquoise sea."""
    canvas.sweep([(0, mix(BAY_LIGHT, PAPER, 0.3)), (0.28, mix(SKY, PAPER, 0.4))])
    cloud(canvas, 1180, 120, 460, 70, PAPER, 0.9)
    for left, right, height, share in (
        (600, 1100, 70, 0.6),
        (960, 1400, 110, 0.5),
        (1300, 1700, 90, 0.55),
    ):
        karst(canvas, left, right, 256, height, ROCK.hazed(SKY, share), 5, 0)
    canvas.veil(mix(SKY, PAPER, 0.4), 190, 258, 0, 0.6)
    canvas.sweep([(0, mix(SEA, SKY, 0.45)), (0.2, mix(SEA, BAY_LIGHT, 0.2)),
        (1, mix(BAY, SEA, 0.2))], 254)  # fmt: skip
    ripples(canvas, 258, 900, mix(BAY_LIGHT, PAPER, 0.35), 190, 0.35, 500)
    karst(canvas, -60, 690, 276, 190, Rock(LEAF, LEAF, LEAF).hazed(SKY, 0.5), 6, 0)
    coast = [
        *bezier((640, 262), (940, 330), (700, 430), 30),
        *bezier((700, 430), (560, 540), (980, 620), 30),
        *bezier((980, 620), (1330, 710), (1150, 1010), 40),
    ]
    for grow, tone, alpha in ((44, mix(BAY_LIGHT, SPROUT, 0.3), 0.45),
            (22, PAPER, 0.75), (10, SAND, 1)):  # fmt: skip
        shore = canvas.stencil()
        edge = [(x + grow * (0.25 + (y - 250) / 420), y + grow * 0.3) for x, y in coast]
        shore.polygon([*edge, (-10, 920), (-10, 262)], 255)
        canvas.wash(shore, tone, alpha)
    canvas.polygon([*coast, (-10, 920), (-10, 262)], mix(LIMESTONE, CLIFF, 0.5))
    inner = [(x - 14 - (y - 250) * 0.075, y - 6 - (y - 250) * 0.028) for x, y in coast]
    canvas.polygon([*inner, (-10, 920), (-10, 258)], mix(LEAF, GRASS, 0.35))
    slope(canvas, coast)
    road(canvas, coast)
    for x, y, tall in ((410, 470, 100), (330, 690, 190), (640, 890, 270)):
        palm(canvas, x, y, tall, mix(GRASS, SPROUT, 0.3), mix(EARTH, SAND, 0.35), bend=0.2)
    car(canvas, 726, 604, 66, SON)
    motorbike(canvas, 1010, 690, 62, BAY, mix(SUN_LIGHT, SAND, 0.2))
    trawler(canvas, 1310, 480, 150, BAY_DEEP)
    trawler(canvas, 1010, 352, 70, mix(BAY, SKY, 0.2), flip=-1)
    sampan(canvas, 1500, 640, 100, BAY_DEEP)
    birds(canvas, 1230, 560, 6, 60, PAPER)


CLIFF = mix(STONE_3, SAND, 0.4)


def road(canvas: Canvas, coast: list[tuple[float, float]]) -> None:
    """The carriageway follows the shore, wider as it nears."""
    centre = [(x - 44 - (y - 250) * 0.2, y - 10 - (y - 250) * 0.07) for x, y in coast]

    def band(inner: float, outer: float, colour: Colour) -> None:
        left = [(x - inner * width(y), y) for x, y in centre]
        right = [(x + outer * width(y), y + outer * width(y) * 0.25) for x, y in centre]
        canvas.polygon([*left, *reversed(right)], colour)

    def width(y: float) -> float:
        return 14 + (y - 240) * 0.135

    band(1.18, 1.18, mix(STONE_2, SAND, 0.4))
    band(1.0, 1.0, mix(STONE_3, BAY, 0.18))
    for start in range(0, len(centre) - 3, 5):
        (x0, y0), (x1, y1) = centre[start], centre[start + 2]
        canvas.line([(x0, y0), (x1, y1)], SUN_PALE, 1 + width(y0) * 0.05)
    for x, y in centre[4::5]:
        rail = x + 1.15 * width(y)
        canvas.box(rail - 2, y - width(y) * 0.3, rail + 2, y + 6, PAPER)


def slope(canvas: Canvas, coast: list[tuple[float, float]]) -> None:
    """Forest on the landward side, its treetops larger towards the viewer."""
    rng = canvas.rng
    spots = []
    for step in range(52):
        y = 268 + 660 * (step / 51) ** 1.5
        size = 11 + (y - 250) * 0.068
        near = min(coast, key=lambda point: abs(point[1] - y))
        x = near[0] - 50 - (y - 250) * 0.3
        while x > -40:
            spots.append((y + rng.uniform(-0.5, 0.5) * size, x, size))
            x -= size * rng.uniform(0.9, 1.7)
    for y, x, size in sorted(spots):
        share = max(0.0, (520 - y) / 520)
        dark = mix(mix(LEAF, FOREST, rng.uniform(0, 0.75)), SKY, share * 0.9)
        bush(canvas, x, y, size, dark, mix(mix(LEAF, GRASS, rng.uniform(0.2, 0.8)), SKY,
            share * 0.9))  # fmt: skip


def bus_stop(canvas: Canvas) -> None:
    """Passengers under a shelter as the bus draws in, after rain."""
    canvas.sweep([(0, mix(BAY_LIGHT, STONE_1, 0.45)), (0.6, STONE_1)])
    cloud(canvas, 400, 170, 640, 110, PAPER, 0.9)
    cloud(canvas, 1270, 230, 520, 80, PAPER, 0.8)
    karst(canvas, 880, 1700, 560, 330, ROCK.hazed(STONE_1, 0.68), 6, 0)
    karst(canvas, -60, 560, 560, 190, ROCK.hazed(STONE_1, 0.74), 6, 0)
    canvas.veil(STONE_1, 330, 560, 0, 0.55)
    street(canvas, -20, 1640, 640, 40, 5, STONE_1, 0.5)
    for x in (120, 420, 760, 1190, 1530):
        tree(canvas, x, 650, 210, mix(LEAF, STONE_1, 0.15), GRASS, wide=0.36)
    canvas.box(0, 640, 1600, 664, mix(STONE_2, STONE_3, 0.2))
    canvas.sweep([(0, mix(STONE_3, BAY, 0.25)), (1, mix(STONE_3, BAY_LIGHT, 0.3))], 662, 800)
    motorbike(canvas, 1440, 700, 84, mix(SON, SAND, 0.1), mix(LEAF, STONE_2, 0.3), flip=-1)
    motorbike(canvas, 1290, 694, 80, BAY_DEEP, PAPER, flip=-1)
    bus(canvas, 640, 772, 640, mix(SUN_LIGHT, TILE, 0.12))
    canvas.mirror(776, 24, 0.35, 3)
    canvas.polygon([(0, 800), (1600, 800), (1600, 910), (0, 910)], mix(STONE_2, SAND, 0.4))
    canvas.box(0, 796, 1600, 808, PAPER)
    for x in range(-200, 1700, 120):
        canvas.line([(x, 910), (x + 60, 808)], mix(STONE_2, STONE_3, 0.3), 2)
    canvas.line([(0, 850), (1600, 850)], mix(STONE_2, STONE_3, 0.3), 2)
    shelter(canvas)
    people = ((170, 150, True, None), (262, 138, False, SON), (352, 156, False, BAY_DEEP),
        (600, 146, False, None), (660, 104, False, BAY), (905, 158, True, None),
        (985, 150, False, mix(LEAF, INK, 0.2)))  # fmt: skip
    for number, (x, tall, hat, bag) in enumerate(people):
        canvas.ellipse(x + 8, 873, tall * 0.22, 5, INK, 0.25)
        person(canvas, x, 872, tall, SHIRTS[number % 7], (INK, BAY_DEEP, mix(STONE_3,
            INK, 0.4))[number % 3], hat, bag=bag)  # fmt: skip


def shelter(canvas: Canvas) -> None:
    """Posts, a glass back, a bench and a curved roof; a round sign without words."""
    canvas.box(90, 560, 520, 820, mix(BAY_LIGHT, PAPER, 0.5), 0.35)
    canvas.polygon([(140, 820), (300, 560), (350, 560), (190, 820)], PAPER, 0.35)
    for x in (86, 300, 516):
        canvas.box(x - 5, 540, x + 5, 860, BAY_DEEP)
    canvas.polygon([(50, 544), *bezier((50, 530), (310, 470), (570, 530)), (570, 544)], BAY)
    canvas.polygon([(50, 544), (570, 544), (560, 552), (60, 552)], BAY_DEEP)
    canvas.box(110, 800, 490, 812, mix(TILE, EARTH, 0.4))
    for x in (140, 460):
        canvas.box(x - 4, 810, x + 4, 850, BAY_DEEP)
    canvas.box(1116, 560, 1126, 870, BAY_DEEP)
    canvas.ellipse(1121, 550, 44, 44, PAPER)
    canvas.ellipse(1121, 550, 38, 38, BAY)
    canvas.box(1099, 530, 1143, 564, PAPER, radius=5)
    canvas.box(1103, 535, 1139, 549, BAY)
    for x in (1107, 1135):
        canvas.ellipse(x, 566, 5, 5, PAPER)
