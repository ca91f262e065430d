"""The mangrove at low tide."""

import math

from congtinh.demo.artwork.canvas import Canvas
from congtinh.demo.artwork.landscape import (
    Rock,
    karst,
)  # fmt: skip
from congtinh.demo.artwork.palette import (
    BAY_DEEP,
    CLAY,
    EARTH,
    FOREST,
    INK,
    LEAF,
    LEAF_LIGHT,
    PAPER,
    SAND,
    SEA,
    SKY,
    SPROUT,
    STONE_2,
    SUN_LIGHT,
    SUN_PALE,
    TILE,
    Colour,
    mix,
)  # fmt: skip


def mangrove(canvas: Canvas) -> None:
    """Stilt roots standing over mud and pools at low tide, light coming from the sea."""
    glow = mix(SUN_PALE, LEAF_LIGHT, 0.35)
    canvas.sweep([(0, mix(LEAF_LIGHT, SKY, 0.5)), (0.5, glow)], 0, 520)
    karst(canvas, 520, 1180, 470, 90, Rock(SEA, SEA, SEA).hazed(glow, 0.66), 7, 0)
    canvas.veil(glow, 380, 474, 0, 0.7)
    canvas.sweep([(0, mix(SEA, glow, 0.6)), (0.25, mix(SAND, CLAY, 0.3)), (1, mix(CLAY,
        EARTH, 0.55))], 468)  # fmt: skip
    for _ in range(34):
        share = canvas.rng.random() ** 1.3
        y = 486 + 400 * share
        reach = (30 + 190 * share) * canvas.rng.uniform(0.5, 1)
        x = canvas.rng.uniform(0, 1600)
        canvas.ellipse(x, y + 2, reach * 1.03, 3 + 13 * share, mix(CLAY, EARTH, 0.5))
        canvas.ellipse(x, y, reach, 2 + 12 * share, mix(SKY, glow, 0.4))
    for row, (y, size, share, count) in enumerate(
        ((500, 0.42, 0.62, 9), (560, 0.62, 0.38, 8), (660, 0.95, 0.14, 5))
    ):
        for number in range(count):
            x = (number + 0.5 + canvas.rng.uniform(-0.3, 0.3)) * 1600 / count
            if row == 2 and 560 < x < 1000:
                continue
            stilt_tree(canvas, x, y, size, glow, share)
        canvas.veil(glow, y - 260, y + 30, 0.1, 0.25 - row * 0.1)
    stilt_tree(canvas, 210, 850, 1.55, glow, 0.0)
    stilt_tree(canvas, 1440, 870, 1.7, glow, 0.0)
    for x in range(0, 1600, 26):
        if canvas.rng.random() < 0.75:
            y = canvas.rng.uniform(700, 890)
            spike = canvas.rng.uniform(12, 34) * (y / 800)
            canvas.polygon([(x - 3, y), (x, y - spike), (x + 3, y)], mix(EARTH, INK, 0.3))
    heron(canvas, 770, 700)
    canopy(canvas)


def stilt_tree(canvas: Canvas, x: float, y: float, size: float, haze: Colour, share: float) -> None:
    """A mangrove on its arching roots."""
    rng = canvas.rng
    bark = mix(mix(EARTH, BAY_DEEP, 0.35), haze, share)
    lit = mix(bark, SAND, 0.25)
    hub = y - 150 * size
    for number in range(7):
        side = -1 if number % 2 else 1
        reach = (40 + 26 * number) * size * rng.uniform(0.85, 1.1)
        start = hub + (number % 3) * 20 * size - 30 * size
        foot = (x + side * reach, y + rng.uniform(-8, 16) * size)
        bend = (x + side * reach * 0.92, start + 4 * size)
        canvas.curve((x, start), bend, foot, bark, (11 - number * 0.7) * size)
        canvas.curve((x - 2 * size, start - 2 * size), (bend[0] - 2 * size,
            bend[1] - 2 * size), foot, lit, 2.4 * size)  # fmt: skip
    top, neck = hub - 230 * size, hub - 10 * size
    canvas.polygon([(x - 9 * size, top), (x + 9 * size, top), (x + 13 * size, neck),
                    (x + 6 * size, y + 8 * size), (x - 5 * size, y + 8 * size),
                    (x - 13 * size, neck)], bark)  # fmt: skip
    canvas.polygon([(x - 9 * size, top), (x - 5 * size, top), (x - 7 * size, neck),
                    (x - 3 * size, y), (x - 5 * size, y), (x - 13 * size, neck)],
                   lit)  # fmt: skip
    leaf = mix(LEAF, haze, share)
    mass, light = canvas.stencil(), canvas.stencil()
    for _ in range(34):
        cx, cy = x + rng.gauss(0, 80) * size, hub - rng.uniform(170, 330) * size
        reach = rng.uniform(18, 40) * size
        mass.ellipse(cx, cy, reach * 1.4, reach * 0.8, 255)
        light.ellipse(cx + reach * 0.2, cy - reach * 0.3, reach * 0.8, reach * 0.3, 255)
    canvas.wash(mass, mix(leaf, FOREST, 0.4))
    canvas.wash(light, mix(leaf, SPROUT, 0.45), 0.7)


def canopy(canvas: Canvas) -> None:
    """Dark leaves hanging into the picture from above."""
    rng = canvas.rng
    for tone, depth, count in ((FOREST, 120, 150), (LEAF, 90, 70), (mix(LEAF, SPROUT,
            0.4), 70, 50)):  # fmt: skip
        for _ in range(count):
            x = rng.uniform(-20, 1620)
            edge = depth * (0.35 + 0.65 * abs((x - 790) / 800) ** 0.8)
            y = rng.uniform(-10, edge)
            turn, reach = rng.uniform(0.3, 2.8), rng.uniform(26, 46)
            tip = (x + math.cos(turn) * reach, y + math.sin(turn) * reach)
            nx, ny = -math.sin(turn) * reach * 0.26, math.cos(turn) * reach * 0.26
            mid = ((x + tip[0]) / 2, (y + tip[1]) / 2)
            canvas.polygon([(x, y), (mid[0] + nx, mid[1] + ny), tip, (mid[0] - nx,
                mid[1] - ny)], tone)  # fmt: skip


def heron(canvas: Canvas, x: float, y: float) -> None:
    canvas.line([(x - 6, y - 70), (x - 8, y)], INK, 3)
    canvas.line([(x + 8, y - 70), (x + 12, y - 36), (x + 6, y)], INK, 3)
    canvas.polygon([(x - 58, y - 66), (x - 30, y - 96), (x + 16, y - 104),
        (x + 34, y - 90), (x + 18, y - 70), (x - 20, y - 62)], PAPER)  # fmt: skip
    canvas.polygon([(x - 58, y - 66), (x - 24, y - 84), (x + 10, y - 80),
        (x - 20, y - 62)], STONE_2)  # fmt: skip
    canvas.line([(x + 24, y - 96), (x + 40, y - 124), (x + 30, y - 150),
        (x + 40, y - 168)], PAPER, 9)  # fmt: skip
    canvas.ellipse(x + 43, y - 170, 11, 8, PAPER)
    canvas.polygon([(x + 50, y - 174), (x + 86, y - 164), (x + 50, y - 165)],
        mix(SUN_LIGHT, TILE, 0.4))  # fmt: skip
    canvas.ellipse(x, y + 1, 60, 5, mix(EARTH, CLAY, 0.4), 0.5)
