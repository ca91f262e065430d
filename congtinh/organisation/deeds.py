"""What this app's recorded actions are called."""

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "portal.establish": _("Lập cổng"),
    "portal.change": _("Sửa thông tin cổng"),
    "host.add": _("Thêm tên miền"),
    "section.add": _("Thêm chuyên mục"),
    "section.change": _("Sửa chuyên mục"),
    "section.move": _("Đổi thứ tự chuyên mục"),
    "unit.change": _("Sửa thông tin đơn vị"),
    "unit.add": _("Thêm đơn vị"),
    "area.add": _("Thêm lĩnh vực"),
    "person.add": _("Lập tài khoản"),
    "person.change": _("Sửa tài khoản"),
    "person.password": _("Cấp mật khẩu mới"),
    "person.sign_in": _("Đăng nhập"),
    "board.found": _("Lập Ban Biên tập"),
    "mandate.enter": _("Nhập văn bản căn cứ"),
    "appointment.make": _("Bổ nhiệm, phân quyền"),
    "appointment.end": _("Kết thúc phân công"),
    "delegation.give": _("Ủy nhiệm"),
    "delegation.end": _("Thu hồi ủy nhiệm"),
}
