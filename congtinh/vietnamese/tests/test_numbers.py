"""Numbers written and said."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congtinh.vietnamese.numbers import file_size, group, money, words

SAID = """
0 không
1 một
5 năm
10 mười
11 mười một
14 mười bốn
15 mười lăm
20 hai mươi
21 hai mươi mốt
24 hai mươi tư
25 hai mươi lăm
44 bốn mươi tư
51 năm mươi mốt
55 năm mươi lăm
91 chín mươi mốt
99 chín mươi chín
100 một trăm
101 một trăm linh một
104 một trăm linh bốn
105 một trăm linh năm
110 một trăm mười
111 một trăm mười một
115 một trăm mười lăm
121 một trăm hai mươi mốt
555 năm trăm năm mươi lăm
1000 một nghìn
1001 một nghìn không trăm linh một
1005 một nghìn không trăm linh năm
1010 một nghìn không trăm mười
1021 một nghìn không trăm hai mươi mốt
1100 một nghìn một trăm
2008 hai nghìn không trăm linh tám
3528 ba nghìn năm trăm hai mươi tám
10000 mười nghìn
21000 hai mươi mốt nghìn
105000 một trăm linh năm nghìn
1000000 một triệu
1000005 một triệu không trăm linh năm
1050000 một triệu không trăm năm mươi nghìn
1250000 một triệu hai trăm năm mươi nghìn
24015071 hai mươi tư triệu không trăm mười lăm nghìn không trăm bảy mươi mốt
1000000000 một tỷ
1000000001 một tỷ không trăm linh một
2005000000 hai tỷ không trăm linh năm triệu
1500000000000 một nghìn năm trăm tỷ
2000000000000000 hai triệu tỷ
-21 âm hai mươi mốt
""".strip().splitlines()


@pytest.mark.parametrize("line", SAID)
def test_words_says_the_number(line: str) -> None:
    number, said = line.split(" ", 1)

    assert words(int(number)) == said


@settings(deadline=None)
@given(st.integers(-(10**18) + 1, 10**18 - 1), st.integers(-(10**18) + 1, 10**18 - 1))
def test_words_tells_numbers_apart(one: int, other: int) -> None:
    assert (words(one) == words(other)) == (one == other)


def test_words_tells_small_numbers_apart() -> None:
    assert len({words(number) for number in range(20_000)}) == 20_000


def test_words_refuses_a_billion_billions() -> None:
    with pytest.raises(ValueError, match="great"):
        words(10**18)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1234567.89, "1.234.567,89"),
        (1234567, "1.234.567"),
        (999, "999"),
        (0, "0"),
        (-1234.5, "-1.234,5"),
        (Decimal("1E+3"), "1.000"),
        (Decimal("-0.00"), "0,00"),
        (1e16, "10.000.000.000.000.000"),
    ],
)
def test_group_writes_dots_and_comma(number: float | Decimal, expected: str) -> None:
    assert group(number) == expected


def test_group_rounds_half_up_to_places() -> None:
    assert group(2.5, places=0) == "3"
    assert group(1234.5, places=2) == "1.234,50"
    assert group(-0.4, places=0) == "0"


def test_group_refuses_what_is_no_number() -> None:
    for number in (float("nan"), float("inf")):
        with pytest.raises(ValueError, match="finite"):
            group(number)


def test_money_is_in_whole_dong() -> None:
    assert money(1_250_000) == "1.250.000 đồng"
    assert money(Decimal("999.5")) == "1.000 đồng"


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (0, "0 byte"),
        (512, "512 byte"),
        (1024, "1 KB"),
        (1_258_291, "1,2 MB"),
        (1_048_575, "1 MB"),
        (5 * 1024**3, "5 GB"),
        (1024**6, "1.024 PB"),
    ],
)
def test_file_size_reads_well(size: int, expected: str) -> None:
    assert file_size(size) == expected


def test_file_size_refuses_below_zero() -> None:
    with pytest.raises(ValueError, match="zero"):
        file_size(-1)
