"""Units of measure as offices write them."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

SCALES: Final = {
    "万亿": 10**12,
    "千亿": 10**11,
    "百亿": 10**10,
    "亿": 10**8,
    "千万": 10**7,
    "百万": 10**6,
    "十万": 10**5,
    "万": 10**4,
    "千": 10**3,
    "百": 10**2,
}
UNIT_FAMILIES: Final[tuple[dict[str, Fraction], ...]] = (
    {"米": Fraction(1), "公里": Fraction(1000), "千米": Fraction(1000), "里": Fraction(500), "厘米": Fraction(1, 100)},
    {
        "平方米": Fraction(1),
        "亩": Fraction(10_000, 15),
        "公顷": Fraction(10_000),
        "平方公里": Fraction(10**6),
        "平方千米": Fraction(10**6),
    },
    {
        "吨": Fraction(1),
        "公斤": Fraction(1, 1000),
        "千克": Fraction(1, 1000),
        "斤": Fraction(1, 2000),
        "克": Fraction(1, 10**6),
    },
    {"立方米": Fraction(1), "方": Fraction(1), "升": Fraction(1, 1000)},
    {"mg/m3": Fraction(1000), "μg/m3": Fraction(1), "毫克/立方米": Fraction(1000), "微克/立方米": Fraction(1)},
    {"%": Fraction(10), "‰": Fraction(1), "百分比": Fraction(10)},
    {"千瓦时": Fraction(1), "度": Fraction(1), "kwh": Fraction(1)},
    {"千瓦": Fraction(1), "兆瓦": Fraction(1000), "kw": Fraction(1), "mw": Fraction(1000)},
    {"年": Fraction(12), "个月": Fraction(1), "月": Fraction(1)},
    {"小时": Fraction(60), "分钟": Fraction(1)},
)
"""Units of one quantity and their sizes."""
COUNT_WORDS: Final = (frozenset("人名位"), frozenset("个家所处座"), frozenset("件项宗起"))
"""Words by which the same things are counted."""
