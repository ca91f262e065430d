"""At the water's edge: cargo port, fishing harbour, floating village, boat festival."""

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
    INK,
    LEAF,
    LEAF_LIGHT,
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
    SUN_LIGHT,
    SUN_PALE,
    TILE,
    WOOD,
    Colour,
    mix,
)  # fmt: skip
from congtinh.demo.artwork.things.boats import container_ship, rowing_crew, sampan, trawler
from congtinh.demo.artwork.things.people import SHIRTS, conical_hat, person
from congtinh.demo.artwork.things.vehicles import lorry

ROCK = Rock(mix(LIMESTONE, BAY, 0.2), mix(BAY, STONE_3, 0.5), mix(LEAF, BAY, 0.3))


def crane(canvas: Canvas, x: float, base: float, height: float, colour: Colour) -> None:
    """A ship-to-shore crane, its boom out over the water to the left."""
    s = height / 100
    dark = mix(colour, INK, 0.3)

    def bar(a: float, b: float, c: float, d: float, width: float, tone: Colour = colour) -> None:
        canvas.line([(x + a * s, base - b * s), (x + c * s, base - d * s)], tone, width * s)

    for leg in (14, -12):
        bar(leg + 3, 2, leg + 2, 62, 2.2, dark)
    for leg in (17, -15):
        bar(leg, 0, leg * 0.8, 66, 3)
    bar(-15, 30, 16, 30, 2.6)
    bar(-14, 30, 14, 62, 1.4)
    bar(-13, 64, 14, 64, 3)
    bar(-78, 66, 34, 66, 3.6)
    bar(-78, 70, 34, 70, 1)
    for step in range(-76, 34, 5):
        bar(step, 66, step + 2.5, 70, 0.7)
    bar(-3, 66, 3, 98, 2.2)
    bar(12, 66, 3, 98, 2.2)
    for end in (-72, -40, 32):
        bar(3, 97, end, 68, 0.8, dark)
    canvas.box(x + 14 * s, base - 78 * s, x + 32 * s, base - 66 * s, dark)
    canvas.box(x - 46 * s, base - 64 * s, x - 40 * s, base - 57 * s, PAPER)
    canvas.box(x - 45 * s, base - 62 * s, x - 41 * s, base - 58.5 * s, BAY_DEEP)
    for rope in (-36, -30):
        bar(rope, 64, rope, 47, 0.4, INK)
    canvas.box(x - 41 * s, base - 47 * s, x - 25 * s, base - 40.5 * s, mix(SUN_LIGHT, TILE, 0.35))
    for foot in (-17, 15):
        canvas.box(x + (foot - 4) * s, base - 3 * s, x + (foot + 6) * s, base, INK)


def cargo_port(canvas: Canvas) -> None:
    canvas.sweep([(0, mix(SKY, SEA, 0.25)), (0.4, SKY), (0.68, SUN_PALE)])
    cloud(canvas, 1250, 190, 520, 80, PAPER, 0.8)
    cloud(canvas, 330, 290, 640, 70, PAPER, 0.7)
    for left, right, height, share in (
        (-40, 560, 120, 0.7),
        (430, 1100, 84, 0.78),
        (980, 1680, 150, 0.68),
    ):
        karst(canvas, left, right, 612, height, ROCK.hazed(STONE_1, share), 7, 0)
    canvas.veil(STONE_1, 480, 616, 0, 0.7)
    canvas.sweep([(0, mix(SEA, MIST, 0.6)), (0.3, SEA), (1, mix(BAY, SEA, 0.3))], 612)
    for x, size, share in ((1290, 360, 0.55), (1460, 330, 0.6)):
        crane(canvas, x, 640, size, mix(BAY, STONE_1, share))
    container_ship(canvas, 70, 1130, 706, 6)
    canvas.mirror(706, 120, 0.38, 6)
    ripples(canvas, 712, 800, mix(BAY_LIGHT, PAPER, 0.4), 90, 0.4)
    quay = [(0, 796), (1010, 796), (1160, 716), (1610, 716), (1610, 910), (0, 910)]
    canvas.polygon(quay, mix(STONE_2, STONE_3, 0.2))
    canvas.polygon([(0, 796), (1010, 796), (1160, 716), (1610, 716), (1610, 730), (1166, 730),
                    (1016, 814), (0, 814)], mix(STONE_3, INK, 0.25))  # fmt: skip
    canvas.box(0, 846, 1600, 851, mix(STONE_2, SUN_LIGHT, 0.6))
    stacks(canvas)
    crane(canvas, 760, 806, 590, SON)
    crane(canvas, 1120, 806, 610, mix(BAY, SEA, 0.25))
    lorry(canvas, 350, 884, 210, mix(BAY, BAY_LIGHT, 0.35))
    lorry(canvas, 960, 890, 220, mix(SUN_LIGHT, SAND, 0.3))
    for x, shirt in ((560, TILE), (592, SUN_LIGHT), (1330, TILE)):
        person(canvas, x, 886, 62, shirt, BAY_DEEP)
        canvas.ellipse(x, 829, 6, 4.5, SUN_LIGHT)
    birds(canvas, 420, 190, 6, 60, STONE_3)


def stacks(canvas: Canvas) -> None:
    """Containers waiting ashore."""
    tones = (BAY, SON, mix(SUN_LIGHT, SAND, 0.4), mix(BAY, BAY_LIGHT, 0.55), STONE_3,
             mix(LEAF, STONE_2, 0.3))  # fmt: skip
    for column in range(3):
        for level in range(4 - column % 2):
            tone = canvas.rng.choice(tones)
            left, top = 1236 + column * 122, 826 - (level + 1) * 40
            canvas.box(left, top, left + 118, top + 38, tone)
            for rib in range(9):
                canvas.box(left + 6 + rib * 13, top + 4, left + 9 + rib * 13, top + 34,
                           mix(tone, INK, 0.16))  # fmt: skip


def fishing_harbour(canvas: Canvas) -> None:
    """Boats moored side by side below a green hill, early in the day."""
    canvas.sweep([(0, mix(SUN_PALE, SKY, 0.4)), (0.5, SUN_PALE)], 0, 500)
    stratus(canvas, 60, 220, PAPER, 6, 0.7)
    karst(canvas, -60, 620, 420, 250, ROCK.hazed(SUN_PALE, 0.55), 5, 0.5)
    karst(canvas, 1080, 1700, 420, 190, ROCK.hazed(SUN_PALE, 0.62), 6, 0)
    karst(canvas, 500, 1240, 420, 90, ROCK.hazed(SUN_PALE, 0.75), 8, 0)
    canvas.veil(SUN_PALE, 270, 424, 0, 0.75)
    canvas.sweep([(0, mix(MIST, SUN_PALE, 0.4)), (0.35, mix(SEA, LEAF_LIGHT, 0.35)),
                  (1, mix(BAY, LEAF, 0.25))], 420)  # fmt: skip
    canvas.mirror(420, 110, 0.35, 4)
    hulls = (mix(BAY, SEA, 0.5), mix(SEA, BAY_LIGHT, 0.4), BAY, mix(LEAF, BAY, 0.35),
        mix(SON, TILE, 0.4))  # fmt: skip
    for row, (y, size, share) in enumerate(((446, 110, 0.5), (484, 150, 0.32), (540, 210, 0.12))):
        x = 60 - row * 40
        while x < 1640:
            hull = mix(canvas.rng.choice(hulls), SUN_PALE, share)
            trawler(canvas, x, y, size * canvas.rng.uniform(0.92, 1.05), hull,
                    canvas.rng.choice((1, 1, -1)), mix(PAPER, SUN_PALE, 0.4))  # fmt: skip
            x += size * canvas.rng.uniform(0.72, 1.25)
    canvas.mirror(552, 170, 0.42, 7)
    ripples(canvas, 560, 900, mix(SUN_PALE, LEAF_LIGHT, 0.2), 150, 0.4)
    pier(canvas)
    trawler(canvas, 420, 806, 430, mix(BAY, SEA, 0.15))
    hull_shadow = [(220, 829), (610, 829), (560, 862), (270, 866)]
    canvas.polygon(hull_shadow, mix(BAY, LEAF, 0.2), 0.5)
    sampan(canvas, 830, 690, 150, BAY_DEEP)
    birds(canvas, 820, 170, 9, 110, STONE_3)


def pier(canvas: Canvas) -> None:
    """A wooden pier running out from the lower right, with people and baskets of fish."""
    for x, y, tall in ((1000, 716, 60), (1110, 742, 80), (1230, 772, 100), (1370, 806, 110)):
        canvas.box(x - 7, y, x + 7, y + tall, EARTH)
        canvas.box(x + 60, y - 10, x + 72, y + tall * 0.8, mix(EARTH, INK, 0.3))
    deck = [(930, 694), (1080, 680), (1640, 790), (1640, 910), (1480, 872)]
    canvas.polygon(deck, mix(WOOD, STONE_2, 0.5))
    canvas.polygon([(930, 694), (1480, 872), (1640, 910), (1640, 924), (1476, 888), (930, 704)],
                   mix(WOOD, INK, 0.4))  # fmt: skip
    for step in range(22):
        share = step / 22
        x0, y0 = 930 + 700 * share, 694 + 226 * share
        x1, y1 = 1080 + 560 * share, 680 + 110 * share
        canvas.line([(x0, y0), (x1, y1)], mix(WOOD, EARTH, 0.45), 1.6)
    for x, y, tall, shirt, hat in ((1130, 726, 112, mix(TILE, SAND, 0.3), True),
            (1188, 738, 118, BAY, False), (1370, 800, 140, mix(LEAF, STONE_2, 0.3),
            True)):  # fmt: skip
        person(canvas, x, y, tall, shirt, INK, hat)
    for x, y in ((1262, 770), (1304, 782), (1284, 792), (1478, 838), (1520, 846)):
        canvas.ellipse(x, y - 16, 24, 9, mix(BAY_LIGHT, STONE_2, 0.5))
        canvas.polygon([(x - 25, y - 16), (x + 25, y - 16), (x + 18, y + 6), (x - 18, y + 6)], WOOD)


def floating_village(canvas: Canvas) -> None:
    """Coloured houses on rafts below a wall of limestone that fills the sky."""
    canvas.sweep([(0, mix(SKY, LEAF_LIGHT, 0.15)), (0.5, STONE_1)], 0, 600)
    karst(canvas, 560, 1000, 560, 330, ROCK.hazed(MIST, 0.68), 4, 0)
    canvas.veil(MIST, 350, 562, 0, 0.7)
    grey = Rock(mix(LIMESTONE, SAND, 0.35), mix(STONE_3, BAY, 0.35), mix(LEAF, FOREST, 0.3))
    karst(canvas, 840, 1780, 584, 640, grey.hazed(MIST, 0.1), 5, 1.3, light=-1)
    karst(canvas, -260, 620, 584, 500, grey.hazed(MIST, 0.16), 5, 1.3, light=1)
    canvas.veil(MIST, 440, 586, 0, 0.45)
    canvas.sweep([(0, mix(LEAF_LIGHT, SEA, 0.45)), (0.4, mix(BAY, LEAF, 0.4)),
                  (1, mix(BAY, FOREST, 0.5))], 584)  # fmt: skip
    canvas.mirror(584, 240, 0.34, 5)
    walls = (mix(BAY, BAY_LIGHT, 0.45), mix(TILE, SAND, 0.25), mix(SUN_LIGHT, SAND, 0.3),
             mix(LEAF, LEAF_LIGHT, 0.4), STONE_2)  # fmt: skip
    places = ((560, 600, 64), (650, 604, 70), (752, 602, 62), (300, 622, 92), (430, 630, 104),
              (900, 622, 98), (1040, 628, 112), (1190, 640, 128), (1360, 650, 140))  # fmt: skip
    for number, (x, y, size) in enumerate(places):
        raft_house(canvas, x, y, size, walls[number % 5])
    canvas.mirror(664, 130, 0.4, 6)
    nets(canvas)
    ripples(canvas, 640, 900, mix(LEAF_LIGHT, PAPER, 0.4), 170, 0.34)
    raft_house(canvas, 250, 790, 260, mix(BAY, BAY_LIGHT, 0.25))
    sampan(canvas, 840, 800, 190, BAY_DEEP)
    sampan(canvas, 1130, 710, 90, BAY_DEEP)


def nets(canvas: Canvas) -> None:
    """Fish pens: floating walkways around squares of water."""
    for row, y in enumerate((716, 752, 800)):
        canvas.line([(1180 + row * 20, y), (1640, y + 6)], mix(WOOD, SAND, 0.4), 6 + row * 2)
        for drum in range(1200 + row * 20, 1640, 52):
            canvas.ellipse(drum, y + 7 + row * 2, 12, 6, mix(BAY, BAY_LIGHT, 0.3))
    for x in (1180, 1300, 1430, 1570):
        canvas.line([(x, 714), (x + 44 + (x - 1180) * 0.16, 804)], mix(WOOD, SAND, 0.3), 7)


def raft_house(canvas: Canvas, x: float, y: float, size: float, wall: Colour) -> None:
    s = size / 100
    canvas.box(x - 78 * s, y - 4 * s, x + 78 * s, y + 3 * s, mix(WOOD, SAND, 0.35))
    for drum in range(-70, 71, 20):
        canvas.box(x + (drum - 8) * s, y + 2 * s, x + (drum + 8) * s, y + 10 * s,
                   mix(BAY, SEA, 0.6), radius=3 * s)  # fmt: skip
    canvas.box(x - 48 * s, y - 48 * s, x + 48 * s, y - 4 * s, wall)
    for plank in range(-44, 48, 8):
        canvas.box(x + plank * s, y - 48 * s, x + (plank + 0.8) * s, y - 4 * s,
            mix(wall, INK, 0.13))  # fmt: skip
    canvas.box(x - 10 * s, y - 36 * s, x + 10 * s, y - 4 * s, mix(wall, INK, 0.6))
    for left in (-38, 20):
        canvas.box(x + left * s, y - 36 * s, x + (left + 18) * s, y - 20 * s, BAY_DEEP)
        canvas.box(x + (left + 8) * s, y - 36 * s, x + (left + 10) * s, y - 20 * s, PAPER)
    roof = mix(TILE, STONE_3, 0.35)
    canvas.polygon([(x - 62 * s, y - 45 * s), (x - 46 * s, y - 70 * s), (x + 46 * s, y - 70 * s),
                    (x + 62 * s, y - 45 * s)], roof)  # fmt: skip
    for line in range(-40, 50, 11):
        canvas.line([(x + line * s, y - 70 * s), (x + line * 1.32 * s, y - 45 * s)],
                    mix(roof, INK, 0.16), 1.4 * s)  # fmt: skip
    canvas.polygon([(x - 58 * s, y - 45 * s), (x + 58 * s, y - 45 * s), (x + 48 * s, y - 40 * s),
                    (x - 48 * s, y - 40 * s)], INK, 0.3)  # fmt: skip
    for post in (-70, 68):
        canvas.box(x + post * s, y - 22 * s, x + (post + 2) * s, y - 4 * s, WOOD)
    canvas.line([(x - 70 * s, y - 20 * s), (x - 48 * s, y - 26 * s)], WOOD, 1 * s)
    for peg, tone in ((-67, SON), (-61, PAPER), (-55, SUN_LIGHT)):
        canvas.box(x + peg * s, y - 20 * s, x + (peg + 4.4) * s, y - 12 * s, tone)


def boat_festival(canvas: Canvas) -> None:
    """Racing boats at dusk, lanterns strung over the water."""
    canvas.sweep([(0, mix(DUSK, BAY_DEEP, 0.55)), (0.5, mix(DUSK, ROSE, 0.4)), (1, PEACH)], 0, 470)
    stratus(canvas, 120, 330, mix(PEACH, SUN_LIGHT, 0.3), 8, 0.5)
    dark = Rock(mix(BAY, DUSK, 0.5), mix(BAY_DEEP, DUSK, 0.4), BAY_DEEP)
    karst(canvas, -80, 520, 470, 220, dark.hazed(PEACH, 0.45), 6, 0.4)
    karst(canvas, 1000, 1700, 470, 280, dark.hazed(PEACH, 0.4), 6, 0.4)
    karst(canvas, 420, 1100, 470, 110, dark.hazed(PEACH, 0.65), 8, 0)
    canvas.veil(PEACH, 330, 472, 0, 0.6)
    for x in range(-10, 1620, 15):
        y = 486 + canvas.rng.uniform(-4, 4)
        tone = mix(canvas.rng.choice(SHIRTS), DUSK, 0.45)
        canvas.box(x - 6, y - 24, x + 6, y, tone, radius=3)
        canvas.ellipse(x, y - 29, 4.6, 5.2, NIGHT)
        if canvas.rng.random() < 0.25:
            conical_hat(canvas, x, y - 29, 10)
    canvas.box(0, 482, 1600, 502, mix(STONE_3, BAY_DEEP, 0.5))
    canvas.sweep([(0, mix(PEACH, DUSK, 0.35)), (0.3, mix(DUSK, BAY, 0.5)), (1, BAY_DEEP)], 500)
    canvas.mirror(500, 130, 0.35, 5)
    ripples(canvas, 505, 900, mix(SUN_LIGHT, PEACH, 0.4), 210, 0.42)
    ripples(canvas, 560, 900, NIGHT, 90, 0.25)
    for x, y, size, hull, shirt in (
        (1010, 560, 420, mix(BAY, BAY_LIGHT, 0.35), mix(BAY_LIGHT, PAPER, 0.4)),
        (560, 640, 580, mix(LEAF, BAY, 0.2), mix(LEAF_LIGHT, PAPER, 0.3)),
        (930, 770, 860, SON, mix(SUN_LIGHT, SUN_PALE, 0.3)),
    ):  # fmt: skip
        shade = canvas.stencil()
        shade.ellipse(x, y + size * 0.035, size * 0.52, size * 0.03, 255)
        canvas.wash(shade, NIGHT, 0.5, blur=3)
        rowing_crew(canvas, x, y, size, hull, shirt, 11)
        foam = canvas.stencil()
        for _ in range(36):
            foam.ellipse(x + size * canvas.rng.uniform(-0.62, 0.5),
                y + size * canvas.rng.uniform(0.02, 0.045),
                size * canvas.rng.uniform(0.005, 0.022), size * 0.004, 255)  # fmt: skip
        canvas.wash(foam, SUN_PALE, 0.7)
    lanterns(canvas, (-20, 60), (440, 290), (900, -60))
    lanterns(canvas, (800, -60), (1180, 300), (1640, 40))


def lanterns(
    canvas: Canvas, start: tuple[float, float], bend: tuple[float, float], end: tuple[float, float]
) -> None:
    cord = bezier(start, bend, end, 11)
    canvas.line(bezier(start, bend, end, 40), NIGHT, 2)
    tones = (SON, mix(SUN_LIGHT, TILE, 0.2), TILE, mix(SUN_LIGHT, SUN_PALE, 0.2))
    for number, (x, y) in enumerate(cord[1:-1]):
        tone = tones[number % 4]
        canvas.glow(x, y + 34, 80, 70, SUN_LIGHT, 0.35)
        canvas.ellipse(x, y + 34, 20, 24, tone)
        canvas.ellipse(x, y + 34, 9, 24, mix(tone, SUN_PALE, 0.35))
        canvas.box(x - 8, y + 8, x + 8, y + 14, EARTH)
        canvas.box(x - 8, y + 55, x + 8, y + 60, EARTH)
        for thread in (-4, 0, 4):
            canvas.line([(x + thread, y + 60), (x + thread, y + 78)], tone, 1.4)
