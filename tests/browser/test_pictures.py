"""The main screens, opened as people open them; with `make screenshots` they are photographed."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Province, Staff


def test_open_public_screens(province: Province, reader: Page, picture) -> None:
    reader.goto(province.reader())
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Quảng Ninh")
    picture(reader, "home")
    reader.goto(province.reader("/", "ha-long"))
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Hạ Long")
    picture(reader, "home-component")
    reader.set_viewport_size(PHONE)
    reader.goto(province.reader("/en/"))
    expect(reader.locator("html")).to_have_attribute("lang", "en")
    picture(reader, "home-phone-en")
    reader.set_viewport_size(DESKTOP)


def test_open_staff_screens(staff: Staff, picture) -> None:
    page = staff.sign_in("dinh-quang-thu")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Việc của tôi")
    picture(page, "viec-cua-toi")
    page.goto(staff.province.staff("/admin/bai-chuyen/"))
    picture(page, "bai-chuyen")
    page.goto(staff.province.staff("/admin/nhat-ky/"))
    picture(page, "nhat-ky")
