"""Words of this app that stand in more than one place."""

from django.utils.translation import gettext_lazy as _

from congtinh.publishing.models import Handover, Review

STATE_REFUSALS = {
    Review: _(
        "Bài này hiện «%(state)s»%(who)s, nên không còn làm được việc đó. "
        "Hãy tải lại trang để xem bản mới nhất."
    ),
    Handover: _(
        "Bài chuyển này hiện «%(state)s»%(who)s, nên không còn làm được việc đó. "
        "Hãy tải lại trang để xem bản mới nhất."
    ),
}

#: To whoever can no longer save a text, on the form that still shows their words.
TAKEN_OVER = _(
    "Chưa lưu được: %(who)s đã nhận sửa tiếp bài này lúc %(moment)s. Nội dung quý vị vừa gõ vẫn "
    "còn ở đây và trên máy này. Muốn sửa tiếp, hãy nhận lại bài bằng nút «Sửa tiếp thay»."
)

DEEDS = {
    "content.write": _("Viết bài"),
    "content.edit": _("Sửa bài"),
    "content.restore": _("Khôi phục phiên bản"),
    "content.translate": _("Tạo bản dịch"),
    "content.lock": _("Giữ bài để sửa"),
    "content.take_over": _("Nhận sửa tiếp bài người khác đang mở"),
    "content.unlock": _("Mở khóa bài"),
    "content.delete": _("Bỏ bản thảo"),
    "review.submit": _("Trình duyệt"),
    "review.recall": _("Rút về"),
    "review.send_back": _("Trả lại"),
    "review.decline": _("Từ chối"),
    "review.approve": _("Duyệt đăng"),
    "review.schedule": _("Duyệt đăng theo lịch"),
    "review.release": _("Đến giờ, đăng"),
    "review.cancel": _("Hủy lịch đăng"),
    "review.lapse": _("Lịch đăng hết hiệu lực"),
    "review.note": _("Ghi ý kiến"),
    "review.assign": _("Giao người duyệt"),
    "review.confirm": _("Xác nhận điểm kiểm tra"),
    "publication.publish": _("Phát hành"),
    "publication.withdraw": _("Gỡ bài"),
    "publication.import": _("Nhập theo lô"),
    "structure.announce": _("Công bố cấu trúc cổng"),
    "handover.offer": _("Chuyển lên Cổng tỉnh"),
    "handover.take_up": _("Tiếp nhận bài chuyển"),
    "handover.take_over": _("Lấy bản mới của bài gốc"),
    "handover.decline": _("Không tiếp nhận bài chuyển"),
    "handover.publish": _("Đăng bài chuyển trên Cổng tỉnh"),
    "handover.source_change": _("Bài gốc thay đổi"),
    "handover.source_withdraw": _("Bài gốc bị gỡ"),
    "handover.keep": _("Giữ bài trên Cổng tỉnh"),
    "handover.close": _("Kết thúc bài chuyển"),
}

#: Notices, by what they are about; parameters come from the notice.
NOTICES = {
    "content.taken_over": _("%(who)s nhận sửa tiếp bài «%(title)s» mà quý vị đang mở"),
    "content.let_go": _("%(who)s mở khóa bài «%(title)s» mà quý vị đang giữ"),
    "review.submitted": _("%(who)s trình bài «%(title)s»"),
    "review.recalled": _("%(who)s rút về bài «%(title)s»"),
    "review.sent_back": _("%(who)s trả lại bài «%(title)s»: %(reason)s"),
    "review.declined": _("%(who)s từ chối bài «%(title)s»: %(reason)s"),
    "review.scheduled": _("%(who)s duyệt bài «%(title)s», đăng theo lịch"),
    "review.lapsed": _("Lịch đăng bài «%(title)s» hết hiệu lực: %(reason)s"),
    "publication.published": _("Bài «%(title)s» đã được đăng"),
    "publication.withdrawn": _("Bài «%(title)s» đã được gỡ: %(reason)s"),
    "handover.offered": _("%(portal)s chuyển bài «%(title)s»"),
    "handover.chosen": _("Văn phòng chọn bài «%(title)s» cho Cổng tỉnh"),
    "handover.taken_up": _("Cổng tỉnh tiếp nhận bài «%(title)s»"),
    "handover.declined": _("Cổng tỉnh không tiếp nhận bài «%(title)s»: %(reason)s"),
    "handover.published": _("Bài «%(title)s» đã đăng trên Cổng tỉnh"),
    "handover.source_changed": _("Bài gốc «%(title)s» của %(portal)s đã thay đổi"),
    "handover.source_withdrawn": _("Bài gốc «%(title)s» của %(portal)s đã bị gỡ"),
}
