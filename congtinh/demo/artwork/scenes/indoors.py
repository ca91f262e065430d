"""Inside: the meeting hall, the library, the chart on a wall."""

from congtinh.demo.artwork.canvas import Canvas
from congtinh.demo.artwork.landscape import Rock, karst
from congtinh.demo.artwork.palette import (
    BAY,
    BAY_DEEP,
    BAY_LIGHT,
    EARTH,
    GRASS,
    INK,
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
    TILE,
    WOOD,
    mix,
)  # fmt: skip
from congtinh.demo.artwork.things.people import head_and_shoulders, person

ROCK = Rock(mix(LIMESTONE, BAY, 0.2), mix(BAY, STONE_3, 0.5), mix(LEAF, BAY, 0.3))
SUITS = (BAY_DEEP, mix(INK, STONE_3, 0.3), BAY, PAPER, mix(STONE_3, STONE_2, 0.4),
    mix(SON, INK, 0.25), SAND)  # fmt: skip


def meeting_hall(canvas: Canvas) -> None:
    """A sitting seen from the last row: rows of listeners, a table on the stage, warm light."""
    canvas.sweep([(0, mix(WOOD, SUN_PALE, 0.5)), (1, mix(WOOD, SUN_PALE, 0.68))])
    canvas.polygon([(0, 0), (1600, 0), (1180, 130), (420, 130)], mix(SUN_PALE, STONE_2, 0.35))
    for share in (0.1, 0.36, 0.68):
        y = 128 - 128 * share
        half = 330 + 420 * share
        canvas.polygon([(800 - half, y), (800 + half, y),
            (800 + half * 1.05, y - 8 - 16 * share),
            (800 - half * 1.05, y - 8 - 16 * share)], mix(SUN_PALE, PAPER, 0.6))  # fmt: skip
    for side in (-1, 1):
        for panel in range(6):
            near, far = 1 - panel * 0.165, 1 - (panel + 1) * 0.165 + 0.03
            wall_panel(canvas, side, near, far)
    canvas.box(420, 130, 1180, 520, mix(WOOD, EARTH, 0.3))
    canvas.box(470, 150, 1130, 470, mix(BAY, BAY_DEEP, 0.3))
    for fold in range(33):
        x = 470 + fold * 20
        canvas.polygon([(x, 150), (x + 9, 150), (x + 12, 470), (x + 2, 470)], mix(BAY,
            BAY_DEEP, 0.75), 0.7)  # fmt: skip
    canvas.box(462, 140, 1138, 164, mix(SUN_LIGHT, WOOD, 0.4))
    canvas.glow(800, 330, 430, 220, SUN_LIGHT, 0.28)
    stage(canvas)
    canvas.polygon([(420, 520), (1180, 520), (1600, 910), (0, 910)], mix(SON, EARTH, 0.45))
    listeners(canvas)


def wall_panel(canvas: Canvas, side: int, near: float, far: float) -> None:
    """One upright field of the side wall, in perspective towards the stage."""

    def place(share: float) -> tuple[float, float, float]:
        return 800 + side * (380 + 420 * share), 130 - 130 * share + 20, 520 + 390 * share

    (x0, t0, b0), (x1, t1, b1) = place(near), place(far)
    canvas.polygon([(x0, t0), (x1, t1), (x1, b1), (x0, b0)], mix(WOOD, SUN_PALE, 0.42))
    middle, level = (x0 + x1) / 2, t0 + (b0 - t0) * 0.3
    reach = abs(x0 - x1)
    canvas.glow(middle, level, reach * 1.5, reach * 2.2, SUN_LIGHT, 0.55)
    canvas.polygon([(middle - reach * 0.13, level - reach * 0.3),
        (middle + reach * 0.13, level - reach * 0.3),
        (middle + reach * 0.2, level + reach * 0.3),
        (middle - reach * 0.2, level + reach * 0.3)], SUN_PALE)  # fmt: skip


def stage(canvas: Canvas) -> None:
    canvas.box(420, 470, 1180, 526, mix(WOOD, EARTH, 0.1))
    canvas.box(420, 470, 1180, 478, mix(WOOD, SUN_LIGHT, 0.4))
    for number in range(5):
        x = 640 + number * 80
        canvas.box(x - 17, 396, x + 17, 434, (BAY_DEEP, INK, mix(STONE_3, INK, 0.3),
            BAY_DEEP, PAPER)[number], radius=8)  # fmt: skip
        canvas.ellipse(x, 384, 10, 12, mix(INK, WOOD, 0.25))
    canvas.box(590, 428, 1010, 470, mix(SAND, PAPER, 0.3))
    canvas.box(590, 428, 1010, 434, PAPER)
    for x in range(610, 1010, 26):
        canvas.box(x, 434, x + 2, 470, mix(SAND, WOOD, 0.25))
    for x in (640, 720, 800, 880, 960):
        canvas.box(x - 9, 420, x + 9, 428, PAPER)
    canvas.polygon([(500, 412), (556, 412), (550, 470), (506, 470)], mix(WOOD, EARTH, 0.4))
    canvas.box(494, 406, 562, 414, mix(WOOD, SUN_LIGHT, 0.3))
    canvas.box(517, 366, 541, 408, mix(BAY, BAY_LIGHT, 0.2), radius=8)
    canvas.ellipse(529, 354, 10, 12, INK)
    for x in (1062, 1100):
        for leaf in (-16, -6, 6, 16):
            canvas.line([(x, 462), (x + leaf, 410)], mix(LEAF, GRASS, 0.3), 6)
        canvas.box(x - 13, 448, x + 13, 472, TILE)


def listeners(canvas: Canvas) -> None:
    """Rows of seats and the people in them, larger row by row, an aisle between."""
    rng = canvas.rng
    rows = 7
    for row in range(rows):
        share = (row / (rows - 1)) ** 1.45
        y = 560 + 370 * share
        width = 40 + 112 * share
        aisle = 34 + 66 * share
        chair = mix(mix(SON, EARTH, 0.2), mix(WOOD, SUN_PALE, 0.4), 0.3 - 0.3 * share)
        for side in (-1, 1):
            seat = 0
            while True:
                x = 800 + side * (aisle + (seat + 0.5) * width * 1.2)
                if not -width < x < 1600 + width or seat > 8:
                    break
                if rng.random() < 0.86:
                    head_and_shoulders(canvas, x, y, width * 0.86, rng.choice(SUITS),
                        mix(INK, WOOD, rng.uniform(0, 0.3)), rng.random() < 0.36)  # fmt: skip
                canvas.box(x - width * 0.52, y - width * 0.26, x + width * 0.52,
                    y + width, chair, radius=width * 0.12)  # fmt: skip
                canvas.box(x - width * 0.44, y - width * 0.18, x + width * 0.44,
                    y + width, mix(chair, INK, 0.18), radius=width * 0.1)  # fmt: skip
                seat += 1


def library(canvas: Canvas) -> None:
    """Shelves around a tall window that looks on the bay; readers at a long table."""
    wall = mix(SAND, SUN_PALE, 0.5)
    canvas.sweep([(0, wall), (1, mix(wall, WOOD, 0.12))])
    tall_window(canvas)
    for left, right in ((-20, 460), (1140, 1620)):
        shelf(canvas, left, right)
    canvas.sweep([(0, mix(WOOD, SAND, 0.35)), (1, mix(WOOD, EARTH, 0.2))], 660)
    for step in range(-12, 13):
        canvas.line([(800 + step * 80, 660), (800 + step * 210, 910)], mix(WOOD, EARTH, 0.25), 1.8)
    canvas.polygon([(520, 660), (1080, 660), (1290, 910), (310, 910)], SUN_PALE, 0.22)
    reading_table(canvas)


def tall_window(canvas: Canvas) -> None:
    canvas.box(490, 60, 1110, 600, PAPER)
    canvas.sweep([(0, SKY), (1, SUN_PALE)], 76, 420, 506, 1094)
    with canvas.clip([(506, 76), (1094, 76), (1094, 584), (506, 584)]):
        karst(canvas, 480, 830, 420, 170, ROCK.hazed(MIST, 0.5), 4, 0)
        karst(canvas, 780, 1130, 430, 260, ROCK.hazed(MIST, 0.3), 3, 0.5)
        canvas.sweep([(0, mix(SEA, MIST, 0.5)), (1, mix(SEA, BAY, 0.2))], 420, 584, 506, 1094)
        canvas.mirror(420, 120, 0.3, 3)
    for x in (702, 898):
        canvas.box(x - 7, 60, x + 7, 600, PAPER)
    for y in (230, 410):
        canvas.box(490, y - 5, 1110, y + 5, PAPER)
    canvas.box(470, 596, 1130, 616, mix(PAPER, STONE_2, 0.5))
    for x in (540, 1060):
        for leaf in range(-3, 4):
            canvas.line([(x, 580), (x + leaf * 9, 524 + abs(leaf) * 8)], mix(LEAF,
                GRASS, 0.2 * abs(leaf)), 7)  # fmt: skip
        canvas.polygon([(x - 22, 566), (x + 22, 566), (x + 16, 598), (x - 16, 598)], TILE)


def shelf(canvas: Canvas, left: float, right: float) -> None:
    """A bookcase from floor to ceiling."""
    rng = canvas.rng
    frame = mix(WOOD, EARTH, 0.15)
    canvas.box(left, 30, right, 690, mix(EARTH, INK, 0.2))
    spines = (BAY, BAY_DEEP, SON, mix(SUN_LIGHT, SAND, 0.3), LEAF, STONE_2, mix(BAY,
        BAY_LIGHT, 0.5), TILE, SAND, STONE_3)  # fmt: skip
    for row in range(6):
        floor = 132 + row * 108
        x = left + 18
        while x < right - 24:
            width, tall = rng.uniform(10, 24), rng.uniform(58, 86)
            tone = rng.choice(spines)
            if rng.random() < 0.05:
                x += rng.uniform(14, 40)
                continue
            canvas.box(x, floor - tall, x + width - 1, floor, tone)
            canvas.box(x, floor - tall * 0.82, x + width - 1, floor - tall * 0.74,
                mix(tone, SUN_PALE, 0.5))  # fmt: skip
            canvas.box(x, floor - tall * 0.2, x + width - 1, floor - tall * 0.16,
                mix(tone, SUN_PALE, 0.4))  # fmt: skip
            x += width
        canvas.box(left, floor, right, floor + 13, frame)
    for x in (left, (left + right) / 2 - 8, right - 16):
        canvas.box(x, 30, x + 16, 690, frame)
    canvas.box(left - 8, 20, right + 8, 44, mix(frame, SUN_LIGHT, 0.2))


def reading_table(canvas: Canvas) -> None:
    top = [(330, 690), (1270, 690), (1400, 770), (200, 770)]
    canvas.polygon(top, mix(WOOD, SUN_LIGHT, 0.28))
    canvas.polygon([(200, 770), (1400, 770), (1396, 792), (204, 792)], mix(WOOD, EARTH, 0.5))
    for x in (250, 1330):
        canvas.box(x, 790, x + 24, 910, mix(WOOD, EARTH, 0.5))
    for x, y in ((560, 722), (790, 716), (1020, 722), (420, 748), (1180, 750)):
        canvas.polygon([(x - 44, y - 8), (x, y - 3), (x + 44, y - 8), (x + 50, y + 12),
            (x, y + 17), (x - 50, y + 12)], PAPER)  # fmt: skip
        canvas.line([(x, y - 3), (x, y + 17)], STONE_3, 1.5)
        for line in range(3):
            for side in (-1, 1):
                canvas.line([(x + side * 8, y + line * 4),
                    (x + side * 38, y - 3 + line * 4)], STONE_2, 1.4)  # fmt: skip
    for x in (680, 920):
        canvas.glow(x, 700, 130, 60, SUN_LIGHT, 0.5)
        canvas.box(x - 3, 640, x + 3, 726, EARTH)
        canvas.ellipse(x, 728, 22, 6, EARTH)
        canvas.polygon([(x - 36, 652), (x - 20, 620), (x + 20, 620), (x + 36, 652)], LEAF)
    for x, y, tone in ((300, 736, SON), (296, 726, BAY), (304, 717, SUN_LIGHT)):
        canvas.box(x - 36, y, x + 36, y + 10, tone)
    for x, shirt, bun in ((440, BAY, True), (700, mix(SUN_LIGHT, SAND, 0.3), False),
            (1000, mix(BAY, STONE_2, 0.5), True)):  # fmt: skip
        head_and_shoulders(canvas, x, 920, 170, shirt, mix(INK, WOOD, 0.15), bun)
    person(canvas, 1240, 690, 250, mix(SON, SAND, 0.2), INK)


def wall_chart(canvas: Canvas) -> None:
    """A large chart on an office wall, someone pointing at it, desks in front."""
    wall = mix(BAY, STONE_1, 0.82)
    canvas.sweep([(0, mix(wall, PAPER, 0.3)), (1, wall)])
    canvas.polygon([(0, 0), (420, 0), (150, 700), (0, 700)], SUN_PALE, 0.45)
    canvas.polygon([(560, 0), (700, 0), (430, 700), (290, 700)], SUN_PALE, 0.4)
    canvas.box(296, 96, 1216, 626, BAY_DEEP, 0.16, 4)
    canvas.box(284, 84, 1204, 612, mix(WOOD, SUN_LIGHT, 0.3))
    canvas.box(296, 96, 1192, 600, PAPER)
    for y in range(160, 560, 66):
        canvas.line([(350, y), (1140, y)], STONE_2, 2)
    bars = (120, 150, 138, 190, 214, 236, 230, 288, 322)
    for number, tall in enumerate(bars):
        x = 378 + number * 84
        canvas.box(x, 544 - tall, x + 44, 544, mix(BAY, BAY_LIGHT, 0.35 if number < 8 else 0.0))
        canvas.box(x, 544 - tall * 0.42, x + 44, 544, mix(LEAF, LEAF_LIGHT, 0.35))
    line = [(400 + number * 84, 500 - tall * 1.02 - 26) for number,
        tall in enumerate((150, 160, 188, 196, 236, 250, 290, 306, 352))]  # fmt: skip
    canvas.line(line, SON, 6)
    for x, y in line:
        canvas.ellipse(x, y, 10, 10, PAPER)
        canvas.ellipse(x, y, 7, 7, SON)
    canvas.line([(350, 130), (350, 546), (1150, 546)], INK, 4)
    small_chart(canvas)
    canvas.box(0, 700, 1600, 712, mix(wall, STONE_3, 0.3))
    canvas.sweep([(0, mix(SAND, WOOD, 0.25)), (1, mix(SAND, WOOD, 0.4))], 712)
    presenter(canvas)
    office_desks(canvas)


def small_chart(canvas: Canvas) -> None:
    """A round chart in its own frame beside the large one."""
    canvas.box(1290, 130, 1530, 400, BAY_DEEP, 0.16)
    canvas.box(1280, 120, 1520, 390, mix(WOOD, SUN_LIGHT, 0.3))
    canvas.box(1289, 129, 1511, 381, PAPER)
    k = canvas.k
    area = tuple(v * k for v in (1318, 172, 1482, 336))
    for start, end, tone in ((-90, 60, BAY), (60, 160, SUN_LIGHT), (160, 225, mix(LEAF,
            LEAF_LIGHT, 0.3)), (225, 270, SON)):  # fmt: skip
        canvas.pen.pieslice(area, start, end, fill=tone)
    canvas.ellipse(1400, 254, 40, 40, PAPER)


def presenter(canvas: Canvas) -> None:
    canvas.ellipse(1250, 838, 90, 10, EARTH, 0.3)
    canvas.line([(1206, 480), (1130, 420), (1082, 330)], mix(BAY, BAY_LIGHT, 0.25), 26)
    person(canvas, 1250, 838, 480, mix(BAY, BAY_LIGHT, 0.2), INK, arms=(1,))
    canvas.line([(1092, 348), (1010, 210)], EARTH, 4)
    canvas.ellipse(1084, 334, 12, 13, mix(WOOD, SAND, 0.5))


def office_desks(canvas: Canvas) -> None:
    canvas.box(-20, 790, 1040, 822, mix(WOOD, SUN_LIGHT, 0.35))
    canvas.box(-20, 820, 1040, 910, mix(WOOD, EARTH, 0.35))
    canvas.box(60, 640, 260, 772, INK, radius=8)
    canvas.box(70, 650, 250, 762, mix(BAY, BAY_DEEP, 0.4))
    canvas.box(150, 770, 170, 792, INK)
    canvas.box(118, 784, 202, 792, INK)
    for number, tall in enumerate((24, 40, 34, 56, 70)):
        canvas.box(92 + number * 30, 744 - tall, 110 + number * 30, 744, mix(BAY_LIGHT, PAPER, 0.2))
    for x, shirt, bun in ((470, PAPER, False), (760, mix(SON, SAND, 0.3), True)):
        head_and_shoulders(canvas, x, 930, 240, shirt, mix(INK, WOOD, 0.12), bun)
    for number in range(5):
        canvas.box(880 + number % 2 * 6, 780 - number * 11, 990 + number % 2 * 6,
            790 - number * 11, (PAPER, STONE_2, SON, PAPER, BAY)[number])  # fmt: skip
    x = 1480
    for leaf, lift in ((-70, 190), (-40, 250), (0, 280), (40, 244), (76, 180),
            (-20, 210), (24, 200)):  # fmt: skip
        canvas.polygon([(x - 5, 760), (x + leaf * 0.8 - 22, 760 - lift * 0.75),
            (x + leaf, 760 - lift), (x + leaf * 0.8 + 16, 760 - lift * 0.7),
            (x + 5, 760)], mix(LEAF, GRASS, (leaf + 80) / 300))  # fmt: skip
    canvas.polygon([(x - 60, 750), (x + 60, 750), (x + 46, 862), (x - 46, 862)], TILE)
    canvas.box(x - 66, 742, x + 66, 762, mix(TILE, SUN_LIGHT, 0.2))
