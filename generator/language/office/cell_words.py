"""Words and signs in the cells of an office's tables (regular expressions)."""

from __future__ import annotations

from typing import Final

NUMERAL: Final = "[零一二两三四五六七八九十百千万亿]+"
BEFORE_NUMBER: Final = "年均|累计|五年|大约|:"
"""Words before a number that say nothing of how it compares."""
TO: Final = "—|–|-{1,2}|~|～|至|到"
TO_SIGNS: Final = "—–~～到至-"
PER_CENT: Final = "百分之(?P<value>[0-9.]+|[零一二三四五六七八九十百点]+)"
TENTHS: Final = "([一二两三四五六七八九])成(?P<half>[一二三四五六七八九半])?"
COMPARED: Final = "[比较]\\w{2,8}"
ABOUT: Final = "大约|左右|上下"
SCALES: Final = {"万亿": 10**12, "千亿": 10**11, "亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4}
MORE_UNITS: Final = "微克/立方米|倍|无量纲|年(?!.)"
SCALES_ALONE: Final = "亿|万"
PER_UNIT: Final = "(?:[/每].{1,6})?"
YEARS: Final = "(20\\d\\d)年?(?:—|–|-|~|至|到)(20\\d\\d)年?"
YEAR: Final = "(?<!\\d)(20\\d\\d)(?:年|年度|(?!\\d))"
