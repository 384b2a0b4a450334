"""Numbers with their units in the words of a document: 5%—7%, [5.4]万人, 一百二十名, 三成, 翻一番, 过半."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.language import document_words
from generator.language.chinese_numbers import YEAR, YEAR_DIGITS, parse
from generator.language.wording import figure_words as words

ARABIC = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?"
NUMERALS = "零〇一二两三四五六七八九十百千万亿"
HAN = "[零〇一二两三四五六七八九十百千]+(?:万[零一二两三四五六七八九十百千]+)?"
FACTOR = f"(?:{words.SCALES})?"
TIME = f"(?:{words.DURATIONS})(?!{words.AGE})"
UNIT = (
    rf"{FACTOR}(?:{TIME}|{words.MEASURES}){words.OR_UNIT}"
    rf"(?:[/每](?:{words.PER}))?(?:(?<![A-Za-z0-9])|(?![A-Za-z0-9]))"
)
HAN_UNIT = UNIT.replace(FACTOR, "(?:万亿|万|亿)?", 1)
TENTHS = "[一二两三四五六七八九]"
RANGE = "[—–~～-]{1,2}|至|到"
QUANTITY = re.compile(
    rf"[\[【〔](?P<total>{ARABIC})[\]】〕](?P<total_unit>{UNIT})?"
    rf"|(?<![0-9A-Za-z.])(?P<low>{ARABIC})(?P<low_unit>{UNIT})?(?:{RANGE})(?P<high>{ARABIC})(?P<range_unit>{UNIT})"
    rf"|(?<![0-9A-Za-z.])(?P<number>{ARABIC})(?P<more>[余多])?(?P<unit>{UNIT})"
    rf"|(?<![0-9A-Za-z./])(?P<bare>{ARABIC})(?![0-9A-Za-z./年月日号期届])"
    rf"|(?<![0-9A-Za-z.])(?P<years>[0-9]{{1,2}}\.[0-9]+)年"
    rf"|百分之(?P<percent>{HAN}|[0-9.]+)"
    rf"|(?<![{NUMERALS}])千分之(?P<permille>{HAN}|[0-9.]+)"
    rf"|(?<![{words.NO_COUNTS}{NUMERALS}由从])(?P<low_tenths>{TENTHS})成?(?:{RANGE})(?P<high_tenths>{TENTHS})成"
    rf"|(?<![{words.NO_COUNTS}{NUMERALS}])(?P<tenths>{TENTHS})成(?P<half_tenth>[一二三四五六七八九半])?(?![员套品分长功立])"
    rf"|(?<![{words.NO_COUNTS}{NUMERALS}])(?P<low_han>{HAN})(?:{RANGE})(?P<high_han>{HAN})(?P<han_range_unit>{HAN_UNIT})"
    rf"|(?<![{words.NO_COUNTS}{NUMERALS}])(?!一批)(?P<han>{HAN})(?P<han_more>[余多])?(?P<han_unit>{HAN_UNIT})(?!之)"
    rf"|{words.DOUBLINGS}"
    rf"|(?P<half_done>{words.MORE_THAN_HALF})"
    rf"|(?P<half>{words.HALF_OF_ALL})"
    rf"|(?P<none>{words.NONE_AT_ALL})"
)
"""One quantity; a year, a date and an ordinal are none."""
PERCENT, PER_THOUSAND = document_words.PERCENT, "‰"
IN_WORDS = ("percent", "permille", "half", "low_tenths", "tenths")
"""Groups of shares without signs."""
HALF = Decimal(50)
GROWN = re.compile(f"(?:{words.GROWING})[了约近超过]*$")
"""Before so many times these mean one more of the base: 增长两倍 is three times as much."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in words: where it stands, its value in its unit, and its kind."""

    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    unit: str
    in_chinese: bool = False
    """Written with Chinese numerals: these also stand in many a phrase that counts nothing."""
    is_total: bool = False
    """In brackets, as totals of several years are printed."""
    is_bare: bool = False
    """Without a unit."""
    is_doubling: bool = False
    """翻一番, 增长两倍 and their like."""
    more: str = ""
    """余 or 多 between number and unit."""
    comparator: str = ""
    """What the words themselves say: 过半 is more than 50 %."""


def find_quantities(text: str) -> Iterator[Quantity]:
    """Every quantity of a text in normal form, in order."""
    for match in QUANTITY.finditer(text):
        if (found := _quantity(match)) is not None:
            grown = GROWN.search(text, 0, found.start) if found.unit == words.TIMES else None
            if grown:
                found = replace(found, start=grown.start(), value=found.value + 1, is_doubling=True)
            yield replace(found, unit=found.unit.replace(words.EACH, "/"))


def _quantity(match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    if match["total"] and not match["total_unit"] and YEAR_DIGITS.fullmatch(match["total"]):
        return None  # of the number of a document: 〔2021〕31号
    if match["total"]:
        return Quantity(start, end, _arabic(match["total"]), None, match["total_unit"] or "", is_total=True)
    if match["low"]:
        unit = match["range_unit"]
        if match["low_unit"] not in (None, unit):
            return None
        return Quantity(start, end, _arabic(match["low"]), _arabic(match["high"]), unit)
    if match["number"]:
        return Quantity(start, end, _arabic(match["number"]), None, match["unit"], more=match["more"] or "")
    if match["years"]:
        return Quantity(start, end, _arabic(match["years"]), None, YEAR)
    if match["bare"]:
        return Quantity(start, end, _arabic(match["bare"]), None, "", is_bare=True)
    if any(match[group] for group in IN_WORDS):
        return _share_in_words(match)
    if match["low_han"]:
        return _range_in_words(match)
    if match["han"]:
        value = parse(match["han"])
        return (
            None
            if value is None
            else Quantity(start, end, value, None, match["han_unit"], in_chinese=True, more=match["han_more"] or "")
        )
    if match["half_done"] or match["none"]:
        value, unit, sign = (HALF, PERCENT, ">") if match["half_done"] else (Decimal(0), "", "=")
        return Quantity(start, end, value, None, unit, comparator=sign)
    value = Decimal(2) ** int(parse(match["times"] or "一") or 1)
    return Quantity(start, end, value, None, words.TIMES, is_doubling=True)


def _share_in_words(match: re.Match[str]) -> Quantity | None:
    """A share without signs: 百分之五, 千分之五, 三成五, 一半以上."""
    start, end = match.span()
    if match["percent"]:
        value = parse(match["percent"])
        return None if value is None else Quantity(start, end, value, None, PERCENT)
    if match["permille"]:
        value = parse(match["permille"])
        return None if value is None else Quantity(start, end, value, None, PER_THOUSAND)
    if match["half"]:
        return Quantity(start, end, HALF, None, PERCENT)
    if match["low_tenths"]:
        low, high = ((parse(match[name]) or Decimal(0)) * 10 for name in ("low_tenths", "high_tenths"))
        return Quantity(start, end, low, high, PERCENT)
    if match["tenths"]:
        more = (
            Decimal(5) if match["half_tenth"] == words.HALF_TENTH else parse(match["half_tenth"] or "零") or Decimal(0)
        )
        return Quantity(start, end, (parse(match["tenths"]) or Decimal(0)) * 10 + more, None, PERCENT)
    return None


def _range_in_words(match: re.Match[str]) -> Quantity | None:
    """A range in Chinese numerals: 五至七个; None where it goes down, as in 二到一楼."""
    low, high = parse(match["low_han"]), parse(match["high_han"])
    if low is None or high is None or low >= high:
        return None
    return Quantity(*match.span(), low, high, match["han_range_unit"], in_chinese=True)


def _arabic(printed: str) -> Decimal:
    return Decimal(printed.replace(",", ""))
