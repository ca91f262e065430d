"""What may be forbidden to publish."""

import lzma
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congtinh.vietnamese.patterns import (
    Found,
    account_numbers,
    identity_numbers,
    phone_numbers,
    secrecy_marks,
)
from congtinh.vietnamese.tests.data_sets import data_set

FINDERS = (secrecy_marks, identity_numbers, phone_numbers, account_numbers)
PIECES = (
    "0", "1", "0 ", "84", "+84 ", "CMND ", "MẬT ", "TỐI ", "TỐI   ", "TK ", "STK 1", "1.",
    "01-", "034085", "09 ", "(", "0(", "số tài khoản ", "02-11-", "1 ", "(0) ", "MẬT\n",
)  # fmt: skip


def texts(found: list[Found]) -> list[str]:
    return [place.match for place in found]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("MẬT", ["MẬT"]),
        ("TỐI MẬT", ["TỐI MẬT"]),
        ("TUYỆT MẬT\nSố: 12/BC", ["TUYỆT MẬT"]),
        ("Tài liệu đóng dấu MẬT.", ["MẬT"]),
        ("Độ mật: MẬT, TỐI MẬT", ["MẬT", "TỐI MẬT"]),
        ("UBND TỈNH\tMẬT\tCỘNG HÒA", ["MẬT"]),
        ("UBND TỈNH\nMẬT\nBÁO CÁO", ["MẬT"]),
        ("TỐI\nMẬT", ["TỐI\nMẬT"]),
        ("MẬT Số 12/BC", ["MẬT"]),
        ("(MẬT)", ["MẬT"]),
        ("bí mật, mật độ, tối mật, Mật", []),
        ("MẬT ĐỘ DÂN SỐ", []),
        ("MẬT ONG RỪNG", []),
        ("BÍ MẬT NHÀ NƯỚC", []),
        ("BẢO MẬT", []),
        ("AN-MẬT MẬT-MÃ MẬTX", []),
    ],
)
def test_secrecy_marks_are_found_as_stamps_only(text: str, marks: list[str]) -> None:
    assert texts(secrecy_marks(text)) == marks


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("CCCD: 022085001234", ["022085001234"]),
        ("số 022 085 001 234.", ["022 085 001 234"]),
        ("022.301.001.234", ["022.301.001.234"]),
        ("mã 003085001234", []),  # no province 003
        ("mã 022485001234", []),  # born after 2100
        ("0220850012345", []),
        ("bc022085001234fa", []),
        ("CMND số 100 234 567 do Công an tỉnh cấp", ["100 234 567"]),
        ("giấy chứng minh nhân dân: 100234567", ["100234567"]),
        ("số cmt 100234567", ["100234567"]),
        ("tổng 100234567 đồng", []),
        ("CMND; điện thoại 100234567", []),
    ],
)
def test_identity_numbers_are_found(text: str, numbers: list[str]) -> None:
    assert texts(identity_numbers(text)) == numbers


@pytest.mark.parametrize(
    "number",
    [
        "0912345678", "0912 345 678", "0912.345.678", "09.12.34.56.78", "+84912345678",
        "+84 912 345 678",
        "(+84) 912345678", "0084912345678", "84912345678", "033.3835692", "(033) 3835692",
        "033.3.835.692",
        "0203 3835692", "0203.3835692", "(0203) 3.835.692", "024 3804 3100", "04.38043100",
        "08 38291055", "0320.3852222", "0321.385.2222", "01691234567", "0169 123 4567",
        "+84 (0)333835692",
        "(84-33) 3835692", "+84.203.3835692", "061.3822222",
    ],
)  # fmt: skip
def test_phone_numbers_are_found_in_all_forms(number: str) -> None:
    assert texts(phone_numbers(f"Điện thoại: {number}, gặp văn phòng.")) == [number]
    assert texts(phone_numbers(f"{number} - 0987 654 321")) == [number, "0987 654 321"]


@pytest.mark.parametrize(
    "text",
    [
        "ngày 04-11-2008 14:05",
        "04.11.2008 10 giờ",
        "1.091.234.567.890 đồng",
        "Số 3528/QĐ-UBND",
        "0 9 1 2 3 4 5 6 7 8",
        "123456789012345",
        "022085001234",
        "Mã số thuế: 0300588569",
        "0123",
    ],
)
def test_phone_numbers_leave_other_figures(text: str) -> None:
    assert phone_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Số tài khoản: 0123456789012 tại ngân hàng", ["0123456789012"]),
        ("STK 0123 4567 8901", ["0123 4567 8901"]),
        ("TK số 102010000123456, VietinBank", ["102010000123456"]),
        ("tài khoản\n44410000012345; 44410000067890", ["44410000012345", "44410000067890"]),
        ("STK 12345678, điện thoại 0912345678", ["12345678"]),
        ("STK 1234567", []),
        ("STK 12345678901234567890", []),
        ("stkx 123456789", []),
        ("dự toán 123456789 đồng", []),
        ("nộp vào tài khoản 1.250.000.000 đồng", []),
        ("mở TK ngày 04-11-2008, 2008-11-04", []),
        ("tài khoản KQ.G12.00028212", []),
    ],
)
def test_account_numbers_need_a_cue(text: str, numbers: list[str]) -> None:
    assert texts(account_numbers(text)) == numbers


@settings(deadline=None)
@given(st.text(st.sampled_from("0123456789 .-()+CMNDSTK\nMẬTỐI"), max_size=60))
def test_finders_tell_where_they_found(text: str) -> None:
    for find in FINDERS:
        assert all(text[start:end] == match for start, end, match in find(text))


@pytest.mark.long
@pytest.mark.parametrize("find", FINDERS)
@pytest.mark.parametrize("piece", PIECES)
def test_finders_are_linear_on_hostile_text(find: Callable[[str], list[Found]], piece: str) -> None:
    text = piece * (100 * 1024 // len(piece)) + "x"
    start = time.process_time()

    find(text)

    assert time.process_time() - start < 0.5


def test_finders_raise_few_false_alarms_in_news() -> None:
    packed = data_set("news") / "government-2025.jsonl.xz"
    with lzma.open(packed, "rt", encoding="utf-8") as lines:
        text = lines.read(1_000_000)

    assert len(secrecy_marks(text)) < 5
    assert len(identity_numbers(text)) < 5
    assert len(account_numbers(text)) < 20


def test_identity_numbers_know_the_63_provinces() -> None:
    codes = {n for n in range(1000) if identity_numbers(f"{n:03}085001234")}

    assert codes == {
        *(1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35),
        *(36, 37, 38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70),
        *(72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96),
    }
