"""Why a file is refused, in words that say what happened and what to do."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from congtinh.media.inspection import limits

MESSAGES = {
    "empty": _("Tệp không có nội dung. Kiểm tra lại tệp gốc rồi tải lên lần nữa."),
    "too_large": format_lazy(
        _(
            "Tệp quá lớn: ảnh tối đa {image} MB, văn bản {document} MB, video {video} MB. "
            "Giảm dung lượng hoặc chia nhỏ rồi tải lên lại."
        ),
        image=limits.IMAGE_BYTES // limits.MEBIBYTE,
        document=limits.DOCUMENT_BYTES // limits.MEBIBYTE,
        video=limits.VIDEO_BYTES // limits.MEBIBYTE,
    ),
    "type_not_allowed": _(
        "Loại tệp này không được nhận. Dùng ảnh JPEG, PNG, WebP, AVIF, GIF, HEIC; văn bản PDF, "
        "DOCX, XLSX, PPTX, ODT, ODS, DOC, XLS, CSV, TXT; hoặc video MP4, WebM."
    ),
    "not_an_image": _(
        "Tệp này không phải là ảnh. Chọn ảnh JPEG, PNG, WebP, AVIF, GIF hoặc HEIC; "
        "văn bản và video tải lên ở mục Tệp."
    ),
    "svg": _(
        "Ảnh SVG không được nhận vì có thể chứa mã chạy trong trình duyệt người xem. "
        "Xuất ảnh ra PNG hoặc WebP rồi tải lên."
    ),
    "markup": _(
        "Tệp chứa mã trang web (HTML, XML hoặc kịch bản) nên không được nhận. "
        "Lưu nội dung thành PDF hoặc DOCX rồi tải lên."
    ),
    "executable": _(
        "Tệp là chương trình chạy được nên không được nhận. Xóa tệp nếu không rõ nguồn."
    ),
    "archive": _(
        "Tệp nén không được nhận vì không kiểm tra được bên trong. Giải nén và tải từng tệp."
    ),
    "macro": _(
        "Tệp có macro nên không được nhận. Mở tệp, lưu thành DOCX hoặc XLSX không có macro "
        "rồi tải lên lại."
    ),
    "encrypted": _(
        "Tệp đặt mật khẩu hoặc bị mã hóa nên không kiểm tra được. Bỏ mật khẩu rồi tải lên lại."
    ),
    "embedded": _(
        "Tệp có tệp hoặc đối tượng nhúng bên trong nên không được nhận. "
        "Gỡ phần nhúng, hoặc thay bằng ảnh, rồi tải lên lại."
    ),
    "external": _(
        "Tệp tự lấy nội dung từ nơi khác khi mở nên không được nhận. "
        "Ngắt các liên kết ngoài (Break Links) rồi tải lên lại."
    ),
    "dde": _(
        "Tệp có lệnh gọi chương trình khác (DDE) nên không được nhận. "
        "Xóa trường hoặc công thức đó rồi tải lên lại."
    ),
    "action": _(
        "Tệp có lệnh tự chạy (JavaScript, mở chương trình) nên không được nhận. "
        "In lại tệp ra PDF hoặc xóa nút lệnh rồi tải lên."
    ),
    "bomb": _(
        "Tệp khi giải nén phình ra bất thường nên không được nhận. "
        "Mở tệp gốc, lưu thành bản mới rồi tải lên lại."
    ),
    "unsafe_path": _(
        "Cấu trúc bên trong tệp không hợp lệ (đường dẫn lạ hoặc trùng nhau). "
        "Mở tệp gốc, lưu thành bản mới rồi tải lên lại."
    ),
    "entity": _(
        "Tệp có khai báo thực thể XML, có thể dùng để tấn công máy chủ. "
        "Mở tệp gốc, lưu thành bản mới rồi tải lên lại."
    ),
    "damaged": _(
        "Tệp bị hỏng hoặc thiếu một phần. Mở thử trên máy; nếu mở được, lưu thành bản mới "
        "rồi tải lên lại."
    ),
    "too_many_pixels": format_lazy(
        _("Ảnh quá lớn: tối đa {pixels} triệu điểm ảnh. Thu nhỏ ảnh rồi tải lên lại."),
        pixels=limits.IMAGE_PIXELS // 1_000_000,
    ),
    "animated": _("Ảnh động không được nhận. Tải lên ảnh tĩnh, hoặc video MP4, WebM."),
    "polyglot": _(
        "Tệp ghép hai loại nội dung khác nhau nên không được nhận. "
        "Mở tệp gốc, lưu thành bản mới rồi tải lên lại."
    ),
    "malware": _(
        "Tệp mang dấu hiệu phần mềm độc hại. Không mở tệp; báo cho người quản trị kỹ thuật."
    ),
}


class Rejected(Exception):
    """A file that may not come in: a stable code for programs, a message for people."""

    def __init__(self, code: str, message: object = None) -> None:
        super().__init__(code)
        self.code = code
        self.message = MESSAGES[code] if message is None else message
