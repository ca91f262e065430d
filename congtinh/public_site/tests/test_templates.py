"""Every page template renders from the least its page value may hold, in both languages."""

import re

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from congtinh.public_site import page as pages
from congtinh.theme import views

META = pages.PageMeta("Thời sự")
PORTAL = pages.PortalFront("Cổng thông tin điện tử tỉnh An Hải", "Tỉnh An Hải", "/")
UNIT_PORTAL = pages.PortalFront("Sở Xây dựng", "Sở Xây dựng", "/", is_general=False, hue="clay")
LINK = pages.Link("Khởi công cầu Cái Sim", "/thoi-su/khoi-cong")
CASES = {
    "home_general": pages.HomePage(META),
    "home_component": pages.HomePage(META),
    "section": pages.SectionPage(META, "Thời sự"),
    "publication": pages.PublicationPage(META, "Khởi công cầu Cái Sim", "<p>Sáng nay</p>"),
    "print": pages.PublicationPage(META, "Khởi công cầu Cái Sim", "<p>Sáng nay</p>"),
    "gone": pages.GonePage(META),
    "missing": pages.MissingPage(META),
    "no_translation": pages.NoTranslationPage(META, LINK),
    "site_map": pages.SiteMapPage(META, "Sơ đồ trang"),
    "units": pages.UnitsPage(META, "Các cổng thành phần"),
}


def _render(name, portal=PORTAL):
    return render_to_string(f"public_site/{name}.html", {"portal": portal, "page": CASES[name]})


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", sorted(CASES))
def test_page_renders_from_the_least_it_may_hold(name, language):
    with translation.override(language):
        html = _render(name)
    assert "<c-" not in html
    assert len(re.findall(r"<h1\b", html)) == 1
    assert len(re.findall(r"<main\b", html)) == 1


def test_page_bears_the_hue_of_its_portal():
    assert '<html lang="vi" data-hue="clay">' in _render("section", UNIT_PORTAL)
    assert "data-hue" not in _render("section")


def test_home_without_anything_says_so():
    with translation.override("vi"):
        assert "Cổng chưa đăng tin nào" in _render("home_general")


def test_failure_page_needs_nothing():
    html = render_to_string("public_site/failure.html")
    assert "Trang tạm thời chưa mở được" in html
    assert 'lang="en"' in html


def test_hues_are_those_of_the_gallery():
    assert ("bay", *pages.HUES) == views.HUES


@pytest.mark.parametrize("icon", pages.TASK_ICONS)
def test_every_task_icon_is_drawn(icon):
    assert "<path" in render_to_string(f"theme/icons/{icon}.html")
