"""Readable Vietnamese news made by rule, to fill a large province for measuring."""

from dataclasses import dataclass
from random import Random

_PLACES = (
    "xã Đồng Tiến", "xã Hải Sơn", "phường Bạch Long", "xã Lâm Hà", "xã Tân Phong", "thôn Bãi Dài",
    "phường Cửa Sông", "xã Vạn Xuân", "thị trấn Suối Mây", "xã Yên Thủy", "xã Đảo Ngọc",
    "phường Hòa Bình", "xã Núi Đá", "khu Bến Đoan", "xã Quang Minh", "xã Thượng Nguồn",
)  # fmt: skip
_TOPICS = (
    ("giao-thong", "đường liên thôn", "km", ("mở rộng", "trải nhựa", "sửa chữa", "bàn giao")),
    ("giao-thong", "cầu dân sinh", "m", ("thông xe", "gia cố", "khởi công", "kiểm định")),
    ("y-te", "trạm y tế", "lượt khám", ("nâng cấp", "bổ sung bác sĩ cho", "mở lại", "kiểm tra")),
    ("giao-duc", "trường tiểu học", "học sinh", ("xây phòng cho", "sửa mái", "khai giảng tại")),
    ("nong-nghiep", "cánh đồng mẫu", "ha", ("xuống giống", "thu hoạch", "phòng sâu bệnh trên")),
    ("nong-nghiep", "hồ chứa nước", "hộ dân", ("nạo vét", "tích nước", "kiểm tra đập")),
    ("moi-truong", "bãi thải mỏ", "cây", ("trồng rừng trên", "san lấp", "quan trắc bụi quanh")),
    ("van-hoa", "thư viện xã", "bạn đọc", ("mở cửa", "tặng sách cho", "sắp xếp lại")),
    ("xa-hoi", "lớp dạy nghề", "học viên", ("khai giảng", "cấp chứng chỉ", "mở thêm")),
    ("kinh-te", "chợ trung tâm", "sạp hàng", ("sắp xếp lại", "lắp đèn", "kiểm tra cân tại")),
    ("an-ninh", "tổ tự quản", "gia đình", ("ra mắt", "tập huấn", "khen thưởng")),
    ("cong-nghe", "điểm truy nhập mạng", "người dùng", ("lắp đặt", "nâng tốc độ", "bàn giao")),
    ("chinh-quyen", "bộ phận một cửa", "hồ sơ", ("rút ngắn thời hạn ở", "mở thêm quầy tại")),
)  # fmt: skip
_OPENINGS = (
    "Sáng nay, ủy ban nhân dân {place} công bố kết quả {verb} {thing}.",
    "Sau {months} tháng thi công, {place} đã {verb} {thing}.",
    "Hội đồng nhân dân {place} giám sát việc {verb} {thing} trong tuần qua.",
    "Theo báo cáo của {place}, việc {verb} {thing} đạt {percent}% kế hoạch năm.",
)
_MIDDLES = (
    "Công việc phục vụ {number} {unit}, tăng {percent}% so với năm trước.",
    "Kinh phí {money} triệu đồng, ngân sách tỉnh góp {percent}%, phần còn lại dân góp ngày công.",
    "Ban giám sát cộng đồng gồm {few} người kiểm tra từng hạng mục và ghi sổ, ai cũng xem được.",
    "Hai hạng mục phải làm lại vì chưa đúng thiết kế; đơn vị thi công tự chịu chi phí.",
    "Trong {months} tháng, {few} buổi họp thôn được tổ chức để lấy ý kiến trước khi làm.",
    "Mùa mưa bão làm chậm tiến độ {few} tuần, song không có sự cố về an toàn.",
    "Người dân góp ý nhiều nhất về giờ làm việc, chỗ để xe và biển chỉ dẫn.",
    "Cán bộ phụ trách tiếp dân vào sáng thứ ba và thứ năm hằng tuần tại trụ sở.",
)
_ENDINGS = (
    "Kết quả được niêm yết tại nhà văn hóa thôn trong ba mươi ngày.",
    "Đợt kiểm tra tiếp theo diễn ra sau {months} tháng.",
    "Phần việc còn lại sẽ hoàn thành trong quý tới.",
    "Ý kiến xin gửi về văn phòng ủy ban hoặc qua mục góp ý của Cổng thông tin.",
)


@dataclass(frozen=True, slots=True)
class Text:
    """A news item of three or four short paragraphs."""

    title: str
    lead: str
    body: str
    area: str


def text(number: int) -> Text:
    """The news item of that number; always the same one."""
    chance = Random(number)  # noqa: S311 (variety, no secret)
    area, noun, unit, verbs = chance.choice(_TOPICS)
    verb, place = chance.choice(verbs), chance.choice(_PLACES)
    words = {
        "verb": verb, "place": place, "thing": noun, "unit": unit,
        "number": chance.randint(12, 980), "percent": chance.randint(3, 96),
        "money": chance.randint(40, 960), "months": chance.randint(2, 18),
        "few": chance.randint(3, 9),
    }  # fmt: skip
    title = f"{verb[0].upper()}{verb[1:]} {noun} ở {place}, phục vụ {words['number']} {unit}"
    lead = chance.choice(_OPENINGS).format(**words)
    middles = [line.format(**words) for line in chance.sample(_MIDDLES, 6)]
    paragraphs = [
        " ".join(middles[:2]), " ".join(middles[2:4]), " ".join(middles[4:]),
        chance.choice(_ENDINGS).format(**words),
    ]  # fmt: skip
    return Text(title, lead, "".join(f"<p>{one}</p>" for one in paragraphs), area)
