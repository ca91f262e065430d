"""The clauses of Quyết định 3528/QĐ-UBND (4/11/2008) that this system carries out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clause:
    """`code` as in «Đ15.2» (Điều 15, khoản 2) and what it asks, in a line."""

    code: str
    asks: str


_TEXT = """
Đ1 | Phạm vi: một cổng tổng hợp, các cổng thành phần và trang liên kết
Đ2.1 | Cổng tổng hợp: nhiều tên miền, hai ngôn ngữ, các mặt chính trị, kinh tế, văn hóa, xã hội
Đ2.2 | Mỗi sở, ban, ngành, địa phương có cổng thành phần
Đ3.1 | Ban Biên tập Cổng tỉnh: trưởng ban, phó ban, ủy viên, tổ chuyên viên
Đ3.2 | Ban Biên tập cổng thành phần do thủ trưởng đơn vị lập và chịu trách nhiệm nội dung
Đ3.3 | Văn phòng UBND biên tập và chịu trách nhiệm về cổng tổng hợp
Đ3.4 | Trung tâm CNTT&TT chịu trách nhiệm kỹ thuật
Đ4.1 | Nhiệm vụ của Ban Biên tập: hướng dẫn, đôn đốc, tích hợp, báo cáo, họp quý
Đ4.2 | Quyền hạn của Ban Biên tập: triệu tập, yêu cầu thông tin, phụ cấp, dự toán
Đ5.1 | Trưởng ban quyết định nội dung đưa lên cổng tổng hợp
Đ5.2 | Phó ban phụ trách lĩnh vực theo ủy nhiệm
Đ5.3 | Ủy viên theo dõi, đôn đốc theo lĩnh vực được phân công
Đ5.4 | Tổ chuyên viên theo dõi, tổng hợp, kiểm tra chế độ cập nhật và lưu giữ
Đ6.1 | Văn phòng tổng hợp, phân loại, biên tập lại tin bài của cổng thành phần
Đ6.2 | Cử phóng viên, biên tập viên, cộng tác viên
Đ6.3 | Tiếp nhận, chuyển và trả lời câu hỏi về thủ tục hành chính
Đ6.4 | Xuất bản Công báo điện tử
Đ6.5 | Dịch vụ công và quảng cáo trên cổng tổng hợp
Đ6.6 | Dự toán, nhuận bút và thù lao của cổng tổng hợp
Đ7.1 | Ban Biên tập thành phần biên tập cổng mình và cung cấp tin cho cổng tổng hợp
Đ7.2 | Phụ cấp, nhuận bút, thù lao của Ban Biên tập thành phần
Đ7.3 | Chương trình thu thập thông tin; chịu trách nhiệm nội dung
Đ7.4 | Kinh phí cổng thành phần do thủ trưởng quyết định
Đ7.5 | Báo cáo định kỳ và đột xuất
Đ8.1 | Thường trực tổ chuyên viên
Đ8.2 | Cổng hoạt động thông suốt; trang thiết bị
Đ8.3 | Ba mức truy cập: quản trị, kiểm duyệt, cập nhật
Đ8.4 | Phối hợp xây dựng, duy trì cổng thành phần
Đ8.5 | Đào tạo, tập huấn
Đ9 | Đơn vị và trang tích hợp tuân thủ quy định cấp phép, bảo mật
Đ10.1 | Công khai, minh bạch
Đ10.2 | Không tiết lộ bí mật; nội dung bị cấm
Đ10.3 | Đầy đủ, chính xác, kịp thời
Đ10.4 | Mọi nội dung đều qua kiểm duyệt
Đ10.5 | Chữ Việt Unicode theo TCVN 6909:2001
Đ11.1 | Giới thiệu về tỉnh
Đ11.2 | Chủ trương, chính sách, pháp luật
Đ11.3 | Thủ tục hành chính, dịch vụ công
Đ11.4 | Hoạt động của lãnh đạo, tin tức
Đ11.5 | Cơ sở dữ liệu dùng chung
Đ11.6 | Tích hợp và liên kết
Đ11.7 | Quảng cáo
Đ11.8 | Thông tin khác
Đ12.1 | Đơn vị có cổng thành phần cung cấp tin qua cổng đó
Đ12.2 | Đơn vị chưa có cổng gửi công văn, thư điện tử
Đ12.3 | Đơn vị có trang riêng được tích hợp
Đ13.1 | Thông tin chính thức, được cơ quan có thẩm quyền duyệt
Đ13.2 | Cung cấp thông tin khi có yêu cầu
Đ14.1 | Lưu toàn bộ bản chính, bản sao, bản thảo
Đ14.2 | Sao lưu tối thiểu mỗi tuần một lần
Đ15.1 | Cổng tổng hợp cập nhật hằng ngày
Đ15.2 | Mỗi đơn vị gửi tin ít nhất hai lần mỗi tuần
Đ15.3 | Theo dõi, xử lý, báo cáo đơn vị không thực hiện chế độ cập nhật
Đ16.1 | Máy chủ đặt và vận hành tại Trung tâm CNTT&TT
Đ16.2 | Nâng cấp, bảo dưỡng được thông báo và đồng ý trước
Đ16.3 | Hoạt động liên tục, dự phòng, chống xâm nhập, chống vi-rút
Đ16.4 | Cơ chế bảo mật, khắc phục lỗ hổng
Đ16.5 | Trách nhiệm giữ thông tin truy cập
Đ17 | Quảng cáo có thu
Đ18 | Thù lao và nhuận bút
Đ19 | Nghiêm cấm phá hoại
Đ20 | Kiểm tra, giám sát
Đ21 | Khen thưởng, xử lý vi phạm, sửa đổi quy chế
"""

CLAUSES: dict[str, Clause] = {
    code.strip(): Clause(code.strip(), asks.strip())
    for code, asks in (line.split("|") for line in _TEXT.strip().splitlines())
}
