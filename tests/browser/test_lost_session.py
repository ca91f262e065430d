"""What somebody typed survives the end of their session, and a colleague who took the text over."""

from playwright.sync_api import Page, expect

from congtinh.demo.founding import PASSWORD
from tests.browser.conftest import Province, Staff

CLERK, MODERATOR = "khuat-thi-thuy-duong", "dang-huu-phuc"
LEAD = "textarea[name=lead]"


def begin(page: Page, province: Province, title: str) -> str:
    """A new text, saved once; its address in the editor."""
    page.goto(province.staff("/admin/tin-bai/add/"))
    page.fill("input[name=title]", title)
    page.select_option("select[name=section]", label="Tin tức")
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.wait_for_url("**/tin-bai/edit/**")
    return page.url


def type_and_save(page: Page, words: str) -> None:
    """Type, let the autosave fail, and save by hand all the same."""
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.fill(LEAD, words)
    page.wait_for_timeout(500)
    page.get_by_role("button", name="Lưu", exact=True).click()
    going_on = page.locator("#w-save-confirmation-dialog [data-w-dialog-target=confirm]")
    if going_on.is_visible():
        going_on.click()
    page.wait_for_load_state("networkidle")


def test_offer_the_text_again_after_a_lost_session(province: Province, staff: Staff) -> None:
    page = staff.sign_in(CLERK)
    address = begin(page, province, "Bài viết lúc phiên hết hạn")
    typed = "Dẫn gõ sau khi phiên đã hết."

    page.context.clear_cookies(name="congtinh_staff")
    type_and_save(page, typed)
    page.wait_for_url("**/admin/login/?next=**")
    page.fill("input[name=username]", CLERK)
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(address)
    expect(page.locator(LEAD)).to_have_value("")
    page.get_by_role("button", name="Lưu nội dung này").click()
    expect(page.locator(LEAD)).to_have_value(typed)
    page.goto(address)

    expect(page.locator(LEAD)).to_have_value(typed)
    expect(page.locator(".ct-kept")).to_have_count(0)


def test_keep_the_text_when_a_colleague_took_over(
    province: Province, staff: Staff, picture
) -> None:
    clerk, moderator = staff.sign_in(CLERK), staff.sign_in(MODERATOR)
    address = begin(clerk, province, "Bài hai người cùng mở")
    typed = "Dẫn gõ sau khi người khác đã nhận bài."

    moderator.goto(address)
    expect(moderator.get_by_text("đang mở bài này")).to_be_visible()
    picture(moderator, "nguoi-khac-dang-mo")
    moderator.get_by_role("button", name="Sửa tiếp thay").click()
    expect(moderator.get_by_text("Quý vị đang giữ bài này")).to_be_visible()

    type_and_save(clerk, typed)
    expect(clerk.get_by_text("Chưa lưu được").first).to_be_visible()
    expect(clerk.locator(LEAD)).to_have_value(typed)
    clerk.get_by_role("button", name="Sửa tiếp thay").click()
    clerk.get_by_role("button", name="Lưu nội dung này").click()
    expect(clerk.locator(LEAD)).to_have_value(typed)
    clerk.goto(address)

    expect(clerk.locator(LEAD)).to_have_value(typed)
