"""The colours of the pictures: the tokens of the portal's face, and mixtures of them."""

Colour = tuple[int, int, int]


def token(code: str) -> Colour:
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The first colour with that share of the second stirred in."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


PAPER = token("#FBFBF8")
STONE_1 = token("#F1F2ED")
STONE_2 = token("#DFE2DB")
STONE_3 = token("#5F6761")
INK = token("#15201F")
BAY = token("#0B4F5E")
BAY_DEEP = token("#07323C")
BAY_LIGHT = token("#7CC7D6")
SON = token("#A8201A")
SON_LIGHT = token("#FF8A80")
SUN = token("#8A5A00")
SUN_PALE = token("#FFF3D6")
SUN_LIGHT = token("#FFCF70")
LEAF = token("#1E6B3A")
LEAF_LIGHT = token("#86D6A0")

MIST = mix(BAY_LIGHT, STONE_1, 0.72)
SKY = mix(BAY_LIGHT, PAPER, 0.45)
PEACH = mix(SUN_LIGHT, SON_LIGHT, 0.45)
ROSE = mix(SON_LIGHT, STONE_2, 0.55)
DUSK = mix(BAY, SON_LIGHT, 0.35)
LIMESTONE = mix(STONE_3, STONE_2, 0.5)
STRAW = mix(SUN_LIGHT, STONE_2, 0.35)
SAND = mix(STONE_2, SUN_LIGHT, 0.28)
CLAY = mix(SUN, STONE_2, 0.4)
EARTH = mix(SUN, INK, 0.45)
WOOD = mix(SUN, SON, 0.3)
TILE = mix(SON, SUN_LIGHT, 0.3)
GRASS = mix(LEAF, SUN_LIGHT, 0.42)
SPROUT = mix(LEAF_LIGHT, SUN_LIGHT, 0.45)
FOREST = mix(LEAF, BAY_DEEP, 0.55)
SEA = mix(BAY, BAY_LIGHT, 0.45)
COAL = mix(INK, STONE_3, 0.35)
NIGHT = mix(BAY_DEEP, INK, 0.55)
