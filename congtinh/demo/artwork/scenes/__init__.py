"""One function per picture, listed by the name of its file."""

from collections.abc import Callable

from congtinh.demo.artwork.canvas import Canvas
from congtinh.demo.artwork.scenes import bay, harbour, land

Scene = Callable[[Canvas], None]

PICTURES: dict[str, Scene] = {
    "vinh-sang-som": bay.bay_at_dawn,
    "vinh-chieu": bay.bay_in_evening,
    "dao-xa": bay.far_island,
    "bien-bao": bay.storm_at_sea,
    "cang-hang": harbour.cargo_port,
    "ben-tau": harbour.fishing_harbour,
    "lang-chai": harbour.floating_village,
    "le-hoi": harbour.boat_festival,
    "doi-che": land.tea_hills,
    "dong-lua": land.rice_fields,
    "mo-than": land.replanted_mine,
    "trong-rung": land.forest_planting,
    "rung-ngap-man": land.mangrove,
}
