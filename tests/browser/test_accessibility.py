"""axe finds nothing, on every type of page, on a phone and on a desk, in both languages."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import DESKTOP, PHONE, Province, Staff

PUBLIC = {
    "general home": ("", "/"),
    "general home in English": ("", "/en/"),
    "component home": ("ha-long", "/"),
    "section": ("", "/kinh-te"),
    "section in English": ("", "/en/kinh-te"),
    "standing page": ("", "/chinh-sach/quy-che-3528-qd-ubnd"),
    "index of units": ("", "/don-vi"),
    "site map": ("", "/so-do"),
    "not found": ("", "/khong-co-trang-nay"),
}
STAFF = {
    "my work": "/admin/",
    "articles": "/admin/tin-bai/",
    "queue": "/admin/cho-duyet/",
    "hand-overs": "/admin/bai-chuyen/",
    "notices": "/admin/thong-tin/",
    "audit": "/admin/nhat-ky/",
}


def findings(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("name", PUBLIC)
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desk"])
def test_read_public_page_without_barriers(
    province: Province, browser: Browser, name: str, viewport: dict[str, int]
) -> None:
    portal, path = PUBLIC[name]
    page = browser.new_page(viewport=viewport)
    refused: list[str] = []
    page.on(
        "console",
        lambda said: refused.append(said.text) if "Content Security" in said.text else None,
    )
    page.goto(province.reader(path, portal))

    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")

    assert findings(page) == []
    assert not wide, "the page scrolls sideways"
    assert refused == []
    page.close()


def test_read_article_and_its_print_view_without_barriers(
    province: Province, browser: Browser
) -> None:
    for viewport in (PHONE, DESKTOP):
        page = browser.new_page(viewport=viewport)
        page.goto(province.reader("/kinh-te"))
        page.click("main article a")
        assert findings(page) == []
        page.goto(page.url + "/in")
        assert findings(page) == []
        page.close()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desk"])
def test_work_in_staff_area_without_barriers(staff: Staff, viewport: dict[str, int]) -> None:
    page = staff.sign_in("dinh-quang-thu", viewport=viewport)

    found = {}
    for name, path in STAFF.items():
        page.goto(staff.province.staff(path))
        found[name] = findings(page)

    assert found == {name: [] for name in STAFF}
