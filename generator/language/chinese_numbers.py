"""Numbers as Chinese official documents print them: Arabic figures, and Chinese numerals before a measure word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.language.wording import figure_words

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}

NUMERALS = "零〇一二两三四五六七八九十百千万亿"
BELOW_MYRIAD = "零〇一二两三四五六七八九十百千"
MEASURE_WORDS = "个件项家批次级大轮届年月日户名人位所座处条种类套张倍成亩公里米吨元株头"
UNIT_WORDS = (
    "万平方米|平方公里|公里|万亩|亩|亿美元|万美元|亿元|万元|元|万人次|万人|人次|人|万户|户|万家|家|万件|件|个百分点|个|"
    "项|名|所|座|张|场次|次|兆伏安|千瓦时|千瓦|万立方米|立方米|平方米|条|万吨|吨|%|‰"
)
NUMERAL_OF = " 一二三四五六七八九"

ARABIC = re.compile(r"(?<![0-9])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
FRACTION = re.compile(rf"(?<![{NUMERALS}])[{NUMERALS}]++分之[{NUMERALS}]+")
NUMERAL = re.compile(rf"(?:(?<![0-9{NUMERALS}唯])|(?<=唯一))(?=[{BELOW_MYRIAD}])[{NUMERALS}]+(?![{NUMERALS}])")
CHINESE = re.compile(rf"{FRACTION.pattern}|{NUMERAL.pattern}(?:(?<=[万亿])|(?=[余多]?[{MEASURE_WORDS}]))")
"""A fraction, or a numeral that ends with 万 or 亿 or stands before a measure word.

What begins with 万 or 亿 is a unit (亿元企业), and so is what stands right behind an Arabic figure (14.6万人).
"""
PLAIN = re.compile(rf"{ARABIC.pattern}|{NUMERAL.pattern}")
"""Any number, with a measure word or without: what a printed value is searched for."""
SCALES_OR_FIGURES = re.compile("[0-9]+|[百千万亿]")
UNIT_AFTER = re.compile(rf"[余多]?({UNIT_WORDS})")
VAGUE_BEFORE, VAGUE_BEHIND = ("几", "数"), ("几",)
"""几十, 数百 and 十几 are no exact numbers."""
FRACTION_OF = re.compile(
    rf"百分之|(?<![{NUMERALS}])千分之|[{NUMERALS}]+分之[{NUMERALS}]+"
    "|(?<![0-9./])[1-9][0-9]?/[1-9][0-9]?(?![0-9万千百./])"
)
"""What of a fraction is no number of its own: all of 三分之一 and 1/3, but of 百分之五 only what stands before 五."""
YEAR, YEAR_DIGITS = "年", re.compile("[12][0-9]{3}")
"""A year before a figure is no figure: 2020年达到500个."""
YEARS = re.compile("[12][0-9]{3}年?[—–~～至到-]{1,2}(?:[12][0-9])?[0-9]{2}年")
"""The first year of several is none, either."""
RANGE_WORDS = "至到或和与"
"""Between two numbers."""
LETTERS = re.compile("[A-Za-zμ]+[0-9]?")
LATIN_UNIT = re.compile(f"(?:{figure_words.SCALES})?(?:{figure_words.MEASURES})(?![A-Za-z])")
ORDINAL, PLACES = "第", ("位", "名")
"""第十三 is no figure; 第3位 is one."""
QUOTE = "“"
NO_FIGURES = re.compile(f"{FRACTION_OF.pattern}|{QUOTE}[^“”]{{1,12}}”")
"""Fractions, and names in quotation marks."""
MINUS = ("-", "−", "–", "负")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: where it stands (half-open range of characters) and how it is printed."""

    start: int
    end: int
    printed: str

    @property
    def value(self) -> Decimal | None:
        return parse(self.printed)


def find_numbers(text: str) -> Iterator[Number]:
    """Every Arabic figure, and every Chinese numeral with a measure word or written as a fraction, in order."""
    found = [*ARABIC.finditer(text), *CHINESE.finditer(text)]
    for match in sorted(found, key=lambda m: m.start()):
        yield Number(match.start(), match.end(), match[0])


def unit_after(text: str, end: int) -> str:
    """The unit of measure that stands right behind a number, or an empty text."""
    match = UNIT_AFTER.match(text, end)
    return match[1] if match else ""


def parse(printed: str) -> Decimal | None:
    """Value of a printed number; None when it is no exact number (三分之一, 七八)."""
    if ARABIC.fullmatch(printed):
        return Decimal(printed.replace(",", ""))
    if not printed or any(c not in NUMERALS for c in printed):
        return None
    if len(printed) > 2 and all(c in DIGITS for c in printed):
        return Decimal("".join(str(DIGITS[c]) for c in printed))
    total = section = digit = 0
    for char in printed:
        if char in DIGITS:
            if digit:
                return None
            digit = DIGITS[char]
        elif char in TENS:
            section += (digit or 1) * TENS[char]
            digit = 0
        elif char == "万":
            total += max(section + digit, 1) * MYRIADS[char]
            section = digit = 0
        else:
            total = max(total + section + digit, 1) * MYRIADS[char]
            section = digit = 0
    return Decimal(total + section + digit)


def parse_with_scales(printed: str) -> Decimal:
    """Value of Arabic figures with scales among them and at the end: 1亿5千万."""
    total = section = Decimal()
    number: Decimal | None = None
    for token in SCALES_OR_FIGURES.findall(printed):
        if token in TENS:
            section, number = section + (1 if number is None else number) * TENS[token], None
        elif token == "万":
            total, section, number = total + (section + (number or 0)) * MYRIADS[token], Decimal(), None
        elif token in MYRIADS:
            total, section, number = (total + section + (number or 0)) * MYRIADS[token], Decimal(), None
        else:
            number = Decimal(token)
    return total + section + (number or 0)


def printed_in_chinese(number: int) -> str:
    """A number of an item in Chinese numerals: 十二; in digits from a hundred on."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    before = "" if tens == 1 else NUMERAL_OF[tens]
    return (f"{before}十" if tens else "") + (NUMERAL_OF[ones] if ones else "")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that a printed expression holds: its value in the unit asked for, and where the number ends."""

    value: Decimal
    end: int


def quantities(text: str, unit: str) -> Iterator[Quantity]:
    """Exact numbers of a printed expression, in order.

    ``千亿`` in the unit 亿元 is 1000: the unit's own factor is taken out of a Chinese numeral that ends with it. A
    fraction in words is no exact number, and what is a part of a name is none: PM2.5, 5G, A4, 第十三, “十五”.
    """
    names = [m.span() for m in NO_FIGURES.finditer(text) if m.span() != (0, len(text)) or m[0][0] != QUOTE]
    for match in PLAIN.finditer(text):
        if any(start <= match.start() < end for start, end in names) or _is_of_name(text, match, unit):
            continue
        printed, end = match[0], match.end()
        if unit[:1] in MYRIADS and printed.endswith(unit[0]) and len(printed) > 1:
            printed, end = printed[:-1], end - 1
        value = parse(printed)
        if text.startswith(YEAR, end) and YEAR_DIGITS.fullmatch(printed):
            continue
        vague = text[: match.start()].endswith(VAGUE_BEFORE) or text.startswith(VAGUE_BEHIND, match.end())
        if value is not None and not vague:
            yield Quantity(-value if text[: match.start()].endswith(MINUS) else value, end)


def _is_of_name(text: str, match: re.Match[str], unit: str) -> bool:
    """Whether a number is a part of a name, of an ordinal or of some years, and no figure."""
    start, end = match.span()
    before = text[start - 1 : start]
    if before.isascii() and before.isalpha():
        return True
    if before == ORDINAL and not text.startswith(PLACES, end):
        return True
    letters = LETTERS.match(text, end)
    if letters and not (LATIN_UNIT.match(text, end) or unit.startswith(letters[0])):
        return True
    return end - start == len("2020") and YEARS.match(text, start) is not None
