"""One function per picture, listed by the name of its file."""

from collections.abc import Callable

from congtinh.demo.artwork.canvas import Canvas
from congtinh.demo.artwork.scenes import (
    banners,
    bay,
    harbour,
    indoors,
    land,
    roads,
    services,
    shore,
    town,
)

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
    "rung-ngap-man": shore.mangrove,
    "cau-bac": roads.cable_bridge,
    "duong-ven-bien": roads.coast_road,
    "xe-buyt": roads.bus_stop,
    "cho-que": town.market,
    "tru-so": town.office,
    "thi-xa-dem": town.town_at_night,
    "cua-khau": town.border_gate,
    "truong-hoc": services.school,
    "benh-xa": services.clinic,
    "nha-may-nuoc": services.water_works,
    "hoi-truong": indoors.meeting_hall,
    "thu-vien": indoors.library,
    "bieu-do": indoors.wall_chart,
}

BANNERS: dict[str, Scene] = {
    "banner-general": banners.general,
    "banner-department": banners.department,
    "banner-town": banners.town,
    "banner-border": banners.border,
    "banner-island": banners.island,
}
