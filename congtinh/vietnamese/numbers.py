"""Numbers, sums of money and sizes as Vietnamese writes and says them."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

_DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION: Final = 10**9
# Above this one would say "tỷ tỷ", which nobody can follow.
_TOO_GREAT: Final = 10**18
_SIZES: Final = ("byte", "KB", "MB", "GB", "TB", "PB")
_BYTES_PER_STEP: Final = 1024


def group(number: float | Decimal, *, places: int | None = None) -> str:
    """Dots between thousands and a decimal comma: "1.234.567,89".

    `places` rounds half up and fills with zeros.
    """
    value = number if isinstance(number, Decimal) else Decimal(str(number))
    if not value.is_finite():
        raise ValueError("not a finite number")
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    if value.is_zero():
        value = abs(value)
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))


def money(amount: float | Decimal) -> str:
    """A sum in whole đồng: "1.250.000 đồng"."""
    return f"{group(amount, places=0)} đồng"


def words(number: int) -> str:
    """A whole number in words, as payment papers need it: 21 → "hai mươi mốt", 1005 → "một nghìn
    không trăm linh năm". Refuses (ValueError) a billion billions and more.
    """
    if abs(number) >= _TOO_GREAT:
        raise ValueError("too great a number to be said in words")
    if number < 0:
        return "âm " + words(-number)
    if number == 0:
        return _DIGITS[0]
    billions, rest = divmod(number, _BILLION)
    said: list[str] = []
    if billions:
        said += [words(billions), "tỷ"]
    for size, name in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        three = rest // size % 1000
        if three:
            said += _three_digits(three, in_full=bool(said))
            said += [name] if name else []
    return " ".join(said)


def file_size(size: int) -> str:
    """By steps of 1,024, as file managers show it: "1,2 MB", "512 byte"."""
    if size < 0:
        raise ValueError("a size below zero")
    value = Decimal(size)
    step = 0
    # 1,023.95 would be shown as 1.024,0: it belongs to the next step.
    while step < len(_SIZES) - 1 and round(value, 1) >= _BYTES_PER_STEP:
        value /= _BYTES_PER_STEP
        step += 1
    return f"{group(value, places=1).removesuffix(',0')} {_SIZES[step]}"


def _three_digits(number: int, *, in_full: bool) -> list[str]:
    hundreds, below = divmod(number, 100)
    tens, units = divmod(below, 10)
    said: list[str] = []
    if hundreds or in_full:
        said += [_DIGITS[hundreds], "trăm"]
    if tens == 0:
        if units:
            said += ["linh", _DIGITS[units]] if said else [_DIGITS[units]]
        return said
    said += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if units:
        said.append(_unit_after_tens(tens, units))
    return said


def _unit_after_tens(tens: int, unit: int) -> str:
    if unit == 5:
        return "lăm"
    if tens > 1 and unit in {1, 4}:
        return "mốt" if unit == 1 else "tư"
    return _DIGITS[unit]
