"""Finds in clean text what may be forbidden to publish: secrecy marks, personal numbers, accounts.

It only points; a person decides. Every expression is linear in the length of the text, because the
text comes from outside.
"""

import re
from typing import Final, NamedTuple


class Found(NamedTuple):
    """A place in a text; `text[start:end] == match`."""

    start: int
    end: int
    match: str


# Codes of provinces in citizen identity numbers (circular 59/2021/TT-BCA); the mergers of
# 2025 took codes away and added none.
_PROVINCE: Final = (
    "0(?:0[12468]|1[0124579]|2[024567]|3[01345678]|4[0245689]|5[12468]|6[024678]|7[024579]"
    "|8[0234679]|9[123456])"
)
_CUE_DISTANCE: Final = 60

_secrecy_mark = re.compile(r"(?<![\w-])(?:(?:TỐI|TUYỆT)\s{1,3})?MẬT(?![\w-])")

# A run of figures that is no part of a longer number, a decimal or a code in letters and digits.
_START: Final = r"(?<![0-9A-Za-z])(?<![0-9][.,])"
_END: Final = "(?![0-9A-Za-z])"
_NO_DATE: Final = (
    "(?![0-9]{1,2}[.-][0-9]{1,2}[.-][0-9]{4}(?![0-9])|[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))"
)

# Digit of century and sex (0–3: born 1900–2099), two of the year, six at random.
_citizen_number = re.compile(rf"{_START}{_PROVINCE}[ .]?[0-3](?:[ .]?[0-9]){{8}}{_END}")
_nine_digits = re.compile(rf"{_START}[0-9]{{3}}[ .]?[0-9]{{3}}[ .]?[0-9]{{3}}{_END}")
_account = re.compile(rf"{_START}{_NO_DATE}[0-9](?:[ .-]?[0-9]){{7,18}}{_END}")
_currency = re.compile(r" ?(?:đồng|đ|vnđ|vnd|usd|triệu|tỷ)\b", re.IGNORECASE)

_GAP: Final = "[ .)(-]{0,2}"
_phone = re.compile(
    r"(?<![0-9])(?<![0-9][.,/-])"
    rf"{_NO_DATE}(?:\(?(?:\+|00)84\)?{_GAP}(?:\(?0\)?{_GAP})?|\(84{_GAP}|84|\(?0)"
    "(?:"
    rf"[35789](?:{_GAP}[0-9]){{8}}(?![0-9])"  # mobile; landline before 2017
    rf"|2(?:{_GAP}[0-9]){{9}}(?![0-9])"  # landline since 2017: 0203 3835692, 024 38043100
    rf"|1[2689](?:{_GAP}[0-9]){{8}}(?![0-9])"  # mobile before 2018: 0169 123 4567
    rf"|[246](?:{_GAP}[0-9]){{8}}(?![0-9])"  # landline before 2017: 04.38043100, 061.3822222
    rf"|(?:2[1348]|3[25]|5[01]|65|7[18])[0-9](?:{_GAP}[0-9]){{7}}(?![0-9])"  # 0320.3852222
    ")"
)
_digit_groups = re.compile("[0-9]+")

_cue = re.compile(
    r"\b(?:(?P<account>số tài khoản|tài khoản|stk|tk)"
    r"|(?P<identity>cmnd|cmtnd|cmt|chứng minh)"
    r"|(?P<citizen>cccd|căn cước|định danh)"
    r"|(?P<phone>điện thoại|đt|đtdđ|sđt|di động|tel|fax|hotline)"
    r"|(?P<tax>mst|mã số thuế))\b"
)


def secrecy_marks(text: str) -> list[Found]:
    """MẬT, TỐI MẬT, TUYỆT MẬT as they are stamped: in capitals.

    The two longer marks always count. MẬT counts where it stands alone: a word in capitals one
    space before or after it makes it part of a heading (MẬT ĐỘ DÂN SỐ, MẬT ONG, BÍ MẬT NHÀ NƯỚC).
    A tab, line end, several spaces or punctuation between them keeps the stamp apart. Small letters
    (bí mật, mật độ) never count.
    """
    marks = map(_found, _secrecy_mark.finditer(text))
    return [mark for mark in marks if mark.match != "MẬT" or _stands_alone(text, mark)]


def identity_numbers(text: str) -> list[Found]:
    """Citizen identity numbers (12 digits of valid structure) and, where a word such as CMND or
    "chứng minh" leads to them, the old numbers of 9 digits.
    """
    citizens = map(_found, _citizen_number.finditer(text))
    old = (
        found
        for found in map(_found, _nine_digits.finditer(text))
        if _last_cue(text, found) == "identity"
    )
    return sorted([*citizens, *old])


def phone_numbers(text: str) -> list[Found]:
    """Vietnamese telephone numbers, of today and as written in 2008: 0912 345 678, +84 912345678,
    (0203) 3835692, 033.3835692. A number introduced as a tax code is none.
    """
    phones = map(_found, _phone.finditer(text))
    return [found for found in phones if _is_grouped(found) and _last_cue(text, found) != "tax"]


def account_numbers(text: str) -> list[Found]:
    """Bank account numbers: 8 to 19 digits led to by "số tài khoản", "STK" or "TK", with no word
    for another kind of number in between. Dates and sums of money are none.
    """
    return [
        found
        for found in map(_found, _account.finditer(text))
        if not _currency.match(text, found.end) and _last_cue(text, found) == "account"
    ]


def _found(match: re.Match[str]) -> Found:
    return Found(match.start(), match.end(), match[0])


def _stands_alone(text: str, mark: Found) -> bool:
    before = text[max(0, mark.start - 2) : mark.start]
    after = text[mark.end : mark.end + 3]
    follows_capitals = len(before) == 2 and before[0].isupper() and before[1] == " "
    # "MẬT Số 12" is a stamp before a word that merely begins with a capital.
    leads_to_capitals = after[:1] == " " and after[1:2].isupper() and not after[2:].islower()
    return not (follows_capitals or leads_to_capitals)


def _is_grouped(phone: Found) -> bool:
    """Several lone digits are a row of figures; one is usual, as in 033 3.835.692 or +84 (0) 33."""
    groups = _digit_groups.findall(phone.match.replace("(0)", ""))
    return sum(len(digits) == 1 for digits in groups) < 2


def _last_cue(text: str, found: Found) -> str | None:
    """What the nearest telling word before a number says that it is."""
    before = text[max(0, found.start - _CUE_DISTANCE) : found.start].lower()
    kind = None
    for cue in _cue.finditer(before):
        kind = cue.lastgroup
    return kind
