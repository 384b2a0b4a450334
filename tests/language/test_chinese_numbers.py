"""Numbers in official Chinese: which are found, where they stand, and what they are worth."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.chinese_numbers import MEASURE_WORDS, NUMERALS, find_numbers, parse, quantities, unit_after

FIGURES: Final = "零一二三四五六七八九"


def spelled(number: int) -> str:
    """A whole number from 1 to 99,999,999 as it is written out: 20105 is 二万零一百零五, 15 is 十五."""
    high, low = divmod(number, 10_000)
    words = f"{_spelled_below(high)}万" if high else ""
    if low:
        words += f"{'零' if high and low < 1000 else ''}{_spelled_below(low)}"
    return words.removeprefix("一") if words.startswith("一十") else words


def _spelled_below(number: int) -> str:
    """A number below ten thousand; a gap between two places is one 零."""
    words = ""
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        figure = number // place % 10
        if figure:
            words += f"{FIGURES[figure]}{name}"
        elif words and number % place and not words.endswith("零"):
            words += "零"
    return words


WHOLE: Final = st.integers(1, 99_999_999)
MEASURES: Final = st.sampled_from("个件项家批次级轮届年户名座处种类套")
PROSE: Final = st.text("，。、；的和了在建设推进产业河道", max_size=8)
ANYTHING: Final = st.text(f"{NUMERALS}{MEASURE_WORDS}0123456789.,%分之第余、。(建设河道", max_size=40)


# -- what a printed number is worth


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (10, "十"),
        (15, "十五"),
        (110, "一百一十"),
        (1_001, "一千零一"),
        (20_105, "二万零一百零五"),
        (150_000, "十五万"),
        (10_000_010, "一千万零一十"),
        (99_999_999, "九千九百九十九万九千九百九十九"),
    ],
)
def test_the_formatter_of_these_tests_writes_as_is_customary(number: int, words: str) -> None:
    """The formatter that the round trip relies on is right itself."""
    assert spelled(number) == words


@given(WHOLE)
def test_a_spelled_number_is_read_back(number: int) -> None:
    """Every whole number comes back from its Chinese spelling."""
    assert parse(spelled(number)) == number


@given(st.decimals(0, 10**9, places=2), st.booleans())
def test_an_arabic_figure_is_read_back(number: Decimal, grouped: bool) -> None:
    """Every figure comes back from its digits to the last decimal, with and without commas between thousands."""
    printed = f"{number:,}" if grouped else f"{number}"
    assert str(parse(printed)) == str(number)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("14.6", "14.6"),
        ("4.150", "4.150"),
        ("1,234.5", "1234.5"),
        ("0102021006", "102021006"),
        ("零", "0"),
        ("〇", "0"),
        ("两", "2"),
        ("两千", "2000"),
        ("百", "100"),
        ("万", "10000"),
        ("千亿", "100000000000"),
        ("一亿二千万", "120000000"),
        ("三亿零五", "300000005"),
        ("二〇二一", "2021"),
        ("二〇〇〇", "2000"),
        ("一万亿", "1000000000000"),
        ("一万二千亿", "1200000000000"),
        ("一万亿三千万", "1000030000000"),
    ],
)
def test_printed_numbers_have_their_value(printed: str, value: str) -> None:
    """Arabic figures keep their decimals; a unit of ten without a figure before it stands for one of it.

    Figures in a row are the digits of one number, as in a year, and 万亿 is ten thousand times a hundred million.
    """
    assert parse(printed) == Decimal(value)


@pytest.mark.parametrize(
    "printed",
    [
        *("", "三分之一", "十几", "数百", "14.6万", "1,23", "1234,567", "1.", ".5", "-3", "１４", "五年"),
        "七八",
        "十三五",
    ],
)
def test_what_is_no_exact_number_has_no_value(printed: str) -> None:
    """A fraction in words, a vague number and a figure with anything beside it have no value."""
    assert parse(printed) is None


# -- which numbers a text holds


@given(ANYTHING)
def test_numbers_stand_where_they_are_said_to_stand(text: str) -> None:
    """Each number is the text between its ends; numbers come in order and do not overlap."""
    found = list(find_numbers(text))
    assert [text[n.start : n.end] for n in found] == [n.printed for n in found]
    ends = [0, *(n.end for n in found)]
    assert all(end <= n.start < n.end for end, n in zip(ends, found, strict=False))


@given(ANYTHING)
def test_no_arabic_digit_is_passed_over(text: str) -> None:
    """Every Arabic digit of a text is part of a number that is found."""
    covered = {at for n in find_numbers(text) for at in range(n.start, n.end)}
    assert {at for at, char in enumerate(text) if char in "0123456789"} <= covered


@given(PROSE, WHOLE, MEASURES, PROSE)
def test_a_spelled_number_before_a_measure_word_is_found(before: str, number: int, measure: str, behind: str) -> None:
    """A Chinese number that counts something is found whole, wherever it stands in a sentence."""
    text = f"{before}{spelled(number)}{measure}{behind}"
    assert [(n.start, n.value) for n in find_numbers(text)] == [(len(before), Decimal(number))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新增就业14.6万人,失业率3.5%", ["14.6", "3.5"]),
        ("新增就业5,000人", ["5,000"]),
        ("每年办好民生实事十件,惠及三分之一以上家庭", ["十", "三分之一"]),
        ("总产值突破千亿元", ["千亿"]),
        ("第十四个五年规划", ["十四", "五"]),
        ("一、总体要求(二)主要目标", []),
        ("统一思想,万众一心", []),
        ("2021年3月8日", ["2021", "3", "8"]),
        ("4.5万户", ["4.5"]),
        ("二〇二一年", ["二〇二一"]),
        ("产值一万亿元", ["一万亿"]),
        ("1,23和1,234,567和1234,567", ["1", "23", "1,234,567", "1234", "567"]),
        ("十余家", ["十"]),
        ("一万五千吨", ["一万五千"]),
        ("存栏一万五千头", ["一万五千"]),
        ("引进十多家", ["十"]),
        ("唯一一个", ["一"]),
    ],
)
def test_numbers_of_a_sentence(text: str, expected: list[str]) -> None:
    """Chinese numerals count before a measure word or in a fraction, not in headings; Arabic figures always do."""
    assert [n.printed for n in find_numbers(text)] == expected


@pytest.mark.parametrize("text", ["万元产值用水量下降", "亿元企业", "万户企业大走访", "万众一心"])
def test_ten_thousand_alone_is_part_of_a_unit(text: str) -> None:
    """万 and 亿 with no figure before them belong to a unit and are no number."""
    assert list(find_numbers(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("首个千亿产业", ["千亿"]),
        ("植树三万株", ["三万"]),
        ("百亿级园区", ["百亿"]),
        ("三万台、五千万双", ["三万", "五千万"]),
    ],
)
def test_a_numeral_with_its_own_unit_of_ten_needs_no_measure_word(text: str, expected: list[str]) -> None:
    """A numeral that ends with 万 or 亿 is a number whatever stands behind it."""
    assert [n.printed for n in find_numbers(text)] == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("14.6万人次", "万人次"),
        ("14.6万人", "万人"),
        ("3人", "人"),
        ("780亿元", "亿元"),
        ("2亿美元", "亿美元"),
        ("30余家", "家"),
        ("9.2%", "%"),
        ("1个百分点", "个百分点"),
        ("4个", "个"),
        ("6平方公里", "平方公里"),
        ("2021年", ""),
        ("1.治理", ""),
        ("8", ""),
    ],
)
def test_the_unit_behind_a_number(text: str, unit: str) -> None:
    """The longest unit that stands right behind a number is its unit; years and ordinals have none."""
    number = next(find_numbers(text))
    assert unit_after(text, number.end) == unit


# -- what a printed expression may mean in a unit


@pytest.mark.parametrize(
    ("text", "unit", "first"),
    [
        ("突破千亿元", "亿元", 1000),
        ("千亿产业", "亿元", 1000),
        ("一万亿元", "亿元", 10_000),
        ("十件", "件", 10),
        ("5,000人", "人", 5000),
        ("14.6万人", "万人", Decimal("14.6")),
        ("15%和10%以上", "%", 15),
        ("动态为零", "", 0),
        ("动态为零", "条", 0),
        ("两千万元", "万元", 2000),
        ("三亿元", "元", 300_000_000),
        ("每亩6146元", "元/亩", 6146),
        ("二〇二一年", "年", 2021),
        ("负增长,为-3.5%", "%", Decimal("-3.5")),
        ("−3.5%", "%", Decimal("-3.5")),
        ("负3.5%", "%", Decimal("-3.5")),
        ("下降3.5%", "%", Decimal("3.5")),
    ],
)
def test_the_first_value_of_an_expression(text: str, unit: str, first: Decimal | int) -> None:
    """The first printed number, in the unit: the unit's own 万 or 亿 is taken out of a numeral."""
    assert next(quantities(text, unit)).value == first


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("明显提升", "%"),
        ("三分之一以上", "%"),
        ("万元产值", "元"),
        ("数亿元", "亿元"),
        ("数百家", "家"),
        ("几十家", "家"),
        ("十几家", "家"),
    ],
)
def test_what_is_no_exact_number_gives_no_quantity(text: str, unit: str) -> None:
    """Words alone, a fraction in words and a vague number have no value, so nothing may pass for it."""
    assert list(quantities(text, unit)) == []


@pytest.mark.parametrize(
    ("text", "unit", "rest"),
    [
        ("达到14.6万人以上", "万人", ["万人以上"]),
        ("突破千亿元", "亿元", ["亿元"]),
        ("千亿产业", "元", ["产业"]),
        ("15%和10%以上", "%", ["%和10%以上", "%以上"]),
        ("三分之一,十件", "件", ["件"]),
        ("5,000人", "人", ["人"]),
    ],
)
def test_the_end_of_a_quantity(text: str, unit: str, rest: list[str]) -> None:
    """Every quantity ends where its unit begins: the unit's own 万 or 亿 is no part of it."""
    assert [text[q.end :] for q in quantities(text, unit)] == rest


@given(st.integers(1, 9_999), st.sampled_from(["亿元", "万元", "万人", "件"]))
def test_a_spelled_number_before_its_unit_keeps_its_value(number: int, unit: str) -> None:
    """Whatever the number, written out before the unit it is that many of the unit."""
    assert next(quantities(f"{spelled(number)}{unit}", unit)).value == number


@given(st.decimals(0, 10**6, places=2), st.sampled_from(["亿元", "万人", "%", "公里"]))
def test_an_arabic_figure_before_its_unit_keeps_its_value(number: Decimal, unit: str) -> None:
    """Whatever the figure, before the unit it is that many of the unit."""
    assert next(quantities(f"达到{number}{unit}以上", unit)).value == number
