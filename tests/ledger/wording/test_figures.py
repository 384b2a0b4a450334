"""A printed figure has its unit and its comparator beside it."""

from __future__ import annotations

import pytest

from generator.language.chinese_numbers import quantities
from generator.ledger.wording.figures import comparators, has_unit


@pytest.mark.parametrize(
    ("unit", "printed", "expected"),
    [
        ("万人", "2.4万人", True),
        ("人", "2.4万人", False),
        ("万人", "3000人", False),
        ("万人", "14.6万人次", False),
        ("家", "约30余家", True),
        ("%", "10%以上", True),
        ("%", "10个百分点", False),
        ("个", "1个百分点", False),
        ("公里", "6平方公里", False),
        ("平方公里", "6平方公里", True),
        ("亿元", "780亿元", True),
        ("亿元", "780亿美元", False),
        ("亿元", "突破千亿元", True),
        ("亿元", "首个千亿产业", True),
        ("万亿元", "1.5万亿元", True),
        ("亿元", "1.5万亿元", False),
        ("元", "三亿元", True),
        ("元", "3亿元", False),
        ("元/亩", "每亩6146元", True),
        ("元/亩", "6146元/亩", True),
        ("元/亩", "6146元", False),
        ("件/万人", "每万人3.2件", True),
        ("株", "12万株", False),
        ("万元", "5万吨", False),
        ("亿元", "3亿立方米", False),
        ("家", "30多家", True),
        ("元", "6146元/亩", False),
        ("千瓦", "5千瓦时", False),
    ],
)
def test_the_unit_stands_right_behind_its_number(unit: str, printed: str, expected: bool) -> None:
    """A unit is printed when it follows the number whole: not a piece of it, and not with another factor."""
    assert has_unit(printed, next(quantities(printed, unit)), unit) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不超过5人", ["≤"]),
        ("超过5人", [">"]),
        ("不低于5人,控制在6人以内", ["≥", "≤"]),
        ("规模以上企业5家", []),
        ("5家以上", ["≥"]),
        ("达标5家", []),
        ("", []),
    ],
)
def test_the_words_of_comparison(text: str, expected: list[str]) -> None:
    """Each comparator whose words stand in a text is found once; a longer word is not also the shorter one in it."""
    assert sorted(set(comparators(text))) == sorted(expected)
