"""The main job, from a clerk's keyboard to a citizen's screen, with everyone who has a part in it."""

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Province, Staff

PORTAL = "so-y-te"
TITLE = "Trạm y tế xã Đồn Đạc có bác sĩ trực đêm"
CLERK, MODERATOR = "khuat-thi-thuy-duong", "dang-huu-phuc"
OFFICE, HEAD = "cao-thi-thanh-binh", "dinh-quang-thu"
#: Of the two deputies one holds the delegation for health on this day, the other's is over.
WITH_DELEGATION, WITHOUT_DELEGATION = "luong-thi-bich-van", "pham-minh-khai"

_DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{title}</w:t></w:r></w:p>
<w:p><w:r><w:t>Từ tháng này, trạm y tế xã Đồn Đạc có bác sĩ trực cả ban đêm và ngày nghỉ.</w:t></w:r></w:p>
<w:p><w:r><w:t>Người dân mang theo thẻ bảo hiểm y tế khi đến khám.</w:t></w:r></w:p>
</w:body></w:document>"""
_STYLES = """<?xml version="1.0" encoding="UTF-8"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>"""
_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
</Types>"""
_RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>
</Relationships>"""


def word_file(folder: Path) -> Path:
    """A small Word document, as a clerk would have it on the desk."""
    path = folder / "bai.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr(
            "_rels/.rels", _RELATIONS.format(kind="officeDocument", target="word/document.xml")
        )
        archive.writestr(
            "word/_rels/document.xml.rels", _RELATIONS.format(kind="styles", target="styles.xml")
        )
        archive.writestr("word/document.xml", _DOCUMENT.format(title=TITLE))
        archive.writestr("word/styles.xml", _STYLES)
    return path


def save(page: Page) -> None:
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.wait_for_load_state("networkidle")


def submit(page: Page, *, correction: str = "") -> None:
    page.get_by_role("button", name="Gửi duyệt").first.click()
    page.wait_for_url("**/trinh-duyet/**")
    if correction:
        page.fill("textarea[name$=correction]", correction)
    page.locator("button[form=ct-submit]").first.click()
    page.wait_for_load_state("networkidle")


def open_review(page: Page, province: Province, title: str) -> None:
    page.goto(province.staff("/admin/cho-duyet/"))
    page.get_by_role("link", name=title).first.click()
    page.wait_for_url("**/duyet/*/")


def approve(page: Page) -> None:
    page.locator("button[form=ct-approve]").first.click()
    page.wait_for_load_state("networkidle")


@pytest.mark.clause("Đ5.1", "Đ5.2", "Đ6.1", "Đ7.1", "Đ10.4", "Đ12.1", "Đ13.1")
def test_play_the_main_job(
    province: Province, staff: Staff, reader: Page, tmp_path: Path, picture
) -> None:
    clerk = staff.sign_in(CLERK)
    write(clerk, province, tmp_path)
    picture(clerk, "soan-bai")
    submit(clerk)

    moderator = staff.sign_in(MODERATOR)
    open_review(moderator, province, TITLE)
    picture(moderator, "duyet-bai")
    send_back(moderator, "Nêu rõ số điện thoại của trạm.")

    correct(clerk, province)
    open_review(moderator, province, TITLE)
    approve(moderator)

    reader.goto(province.reader("/tin-tuc", PORTAL))
    reader.get_by_role("link", name=TITLE).click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(TITLE)
    public = reader.url

    hand_over(moderator, province)
    office = staff.sign_in(OFFICE)
    take_up(office, province)
    refuse_without_delegation(staff, province)
    deputy = staff.sign_in(WITH_DELEGATION)
    open_review(deputy, province, TITLE)
    approve(deputy)
    reader.goto(province.reader("/van-hoa-xa-hoi"))
    reader.get_by_role("link", name=TITLE).first.click()
    expect(reader.get_by_text("Phó ban").first).to_be_visible()
    general = reader.url

    correct_source(clerk, moderator, province)
    see_the_difference(office, province, picture)
    withdraw(staff, province)
    assert reader.goto(general).status == 410
    expect(reader.get_by_text("Bài gốc đã thay đổi nội dung")).to_be_visible()
    assert reader.goto(public).status == 200
    verified = province.command("verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr


def write(page: Page, province: Province, folder: Path) -> None:
    page.get_by_role("link", name="Viết bài").first.click()
    page.wait_for_url("**/tin-bai/add/")
    with page.expect_file_chooser() as chosen:
        page.get_by_role("link", name="Lấy từ tệp Word").or_(
            page.get_by_role("button", name="Lấy từ tệp Word")
        ).first.click()
    chosen.value.set_files(word_file(folder))
    page.wait_for_url("**/tin-bai/edit/**")
    page.fill("textarea[name=lead]", "Bác sĩ trực cả ban đêm và ngày nghỉ.")
    page.select_option("select[name=section]", label="Tin tức")
    page.select_option("select[name=area]", label="Y tế")
    add_picture(page)
    save(page)


def add_picture(page: Page) -> None:
    page.locator("#panel-child-content-anh_chinh-content, [id*=anh]").first.wait_for()
    page.get_by_role("button", name="Chọn ảnh").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("tab", name="Tải lên").click()
    dialog.locator("input[type=file]").set_input_files(
        ROOT / "congtinh" / "demo" / "pictures" / "benh-xa.jpg"
    )
    dialog.locator("input[name$=title]").fill("Trạm y tế xã")
    dialog.locator("button[type=submit]").last.click()
    dialog.wait_for(state="hidden")
    page.fill("input[name=picture_alt]", "Trạm y tế một tầng dưới chân núi")


def send_back(page: Page, reason: str) -> None:
    page.get_by_text("Trả lại để sửa").click()
    form = page.locator("form[action$='/tra-lai/']")
    form.locator("textarea").fill(reason)
    form.get_by_role("button").click()
    page.wait_for_load_state("networkidle")


def correct(page: Page, province: Province) -> None:
    page.goto(province.staff())
    expect(page.get_by_text("Nêu rõ số điện thoại của trạm.").first).to_be_visible()
    page.get_by_role("link", name=TITLE).first.click()
    page.wait_for_url("**/tin-bai/edit/**")
    page.fill("textarea[name=lead]", "Bác sĩ trực cả ban đêm và ngày nghỉ; hỏi tại trạm.")
    save(page)
    submit(page)


def hand_over(page: Page, province: Province) -> None:
    page.goto(province.staff("/admin/tin-bai/"))
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("button", name="Trạng thái và kiểm tra").click()
    page.get_by_role("link", name="Chuyển lên Cổng tỉnh").first.click()
    page.wait_for_url("**/chuyen-len/**")
    page.locator("button[form=ct-offer], main form button[type=submit]").first.click()
    page.wait_for_load_state("networkidle")


def take_up(page: Page, province: Province) -> None:
    page.goto(province.staff("/admin/bai-chuyen/"))
    page.get_by_role("link", name=TITLE).first.click()
    page.wait_for_url("**/bai-chuyen/*/")
    page.locator("#ct-take-up select").select_option(label="Văn hóa - xã hội")
    page.locator("button[form=ct-take-up]").click()
    page.wait_for_url("**/tin-bai/edit/**")
    page.fill("textarea[name=lead]", "Xã vùng cao của Ba Chẽ có bác sĩ trực cả ngày lẫn đêm.")
    save(page)
    submit(page)


def refuse_without_delegation(staff: Staff, province: Province) -> None:
    page = staff.sign_in(WITHOUT_DELEGATION)
    open_review(page, province, TITLE)
    expect(page.locator("button[form=ct-approve]").first).to_be_disabled()
    expect(page.get_by_text("hôm nay không có ủy nhiệm nào cho lĩnh vực").first).to_be_visible()


def correct_source(clerk: Page, moderator: Page, province: Province) -> None:
    clerk.goto(province.staff("/admin/tin-bai/"))
    clerk.get_by_role("link", name=TITLE).first.click()
    clerk.fill("textarea[name=lead]", "Bác sĩ trực đến 22 giờ, kể cả ngày nghỉ; hỏi tại trạm.")
    save(clerk)
    submit(clerk, correction="Giờ trực đến 22 giờ, không phải cả đêm.")
    open_review(moderator, province, TITLE)
    approve(moderator)


def see_the_difference(page: Page, province: Province, picture) -> None:
    for _try in range(20):
        page.goto(province.staff("/admin/"))
        if (
            page.get_by_text("Bài gốc đã thay đổi hoặc bị gỡ").count()
            and page.get_by_role("link", name=TITLE).count()
        ):
            break
        page.wait_for_timeout(500)
    page.goto(province.staff("/admin/bai-chuyen/"))
    page.get_by_role("link", name=TITLE).first.click()
    page.wait_for_url("**/bai-chuyen/*/")
    expect(page.locator("ins").get_by_text("22 giờ").first).to_be_visible()
    picture(page, "bai-goc-thay-doi")


def withdraw(staff: Staff, province: Province) -> None:
    page = staff.sign_in(HEAD)
    page.goto(province.staff("/admin/bai-chuyen/"))
    page.get_by_role("link", name=TITLE).first.click()
    page.wait_for_url("**/bai-chuyen/*/")
    page.get_by_text("Gỡ bài trên Cổng tỉnh").first.click()
    form = page.locator("form[action$='/go/']")
    form.locator("textarea").fill("Bài gốc đã thay đổi nội dung.")
    form.get_by_role("button").click()
    page.wait_for_load_state("networkidle")
