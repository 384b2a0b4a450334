"""How numbers, units, days, years and periods are written in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final

from generator.language.document_words import DIMENSIONLESS, ROUGHLY

GAP: Final = re.compile(r"(?<=[\u3400-\u9fff（，。；：、]) (?=[0-9])|(?<=[0-9%）]) (?=[\u3400-\u9fff])")
QUARTERS: Final = {
    "Q1": "第一季度",
    "Q2": "第二季度",
    "Q3": "第三季度",
    "Q4": "第四季度",
    "H1": "上半年",
    "H2": "下半年",
}


def day(value: date) -> str:
    """2018 年 1 月 18 日."""
    return f"{value.year} 年 {value.month} 月 {value.day} 日"


def without_gaps(text: str) -> str:
    """As official documents print it: no space between a number and a Chinese word (2018年1月18日)."""
    return GAP.sub("", text)


def printed_days(iso: str) -> tuple[str, ...]:
    """How a document may print a day that is written 2018-01-18; none for what is no day."""
    parts = iso.split("-")
    if len(parts) != 3 or not all(p.isascii() and p.isdigit() for p in parts):
        return ()
    y, m, d = (str(int(p)) for p in parts)
    return f"{y}年{m}月{d}日", iso, f"{y}/{m}/{d}", f"{y}.{m}.{d}"


def year(number: int) -> str:
    return f"{number} 年"


def years(start: int, end: int) -> str:
    """2018 年, 2016—2020 年."""
    return year(start) if start == end else f"{start}—{end} 年"


def year_list(numbers: Iterable[int]) -> str:
    """2016、2017 年."""
    return f"{AND.join(map(str, numbers))} 年"


def period(text: str) -> str:
    """2017 年, 2017 年第三季度, 2017 年上半年, 2017 年 6 月."""
    number, _, part = text.partition("-")
    if not part:
        return f"{number} 年"
    return f"{number} 年{QUARTERS[part]}" if part in QUARTERS else f"{number} 年 {int(part)} 月"


def month_end(year: int, month: int) -> str:
    return f"{year} 年 {month} 月底"


def due(text: str) -> str:
    """2020 年, 2020 年 11 月底, 2020 年 11 月 30 日."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return year(parts[0])
    return month_end(*parts) if len(parts) == 2 else day(date(*parts))


def by(text: str) -> str:
    """2020 年, 2020 年 11 月底前."""
    return due(text) + ("" if len(text) == 4 else "前")


def done_by(text: str) -> str:
    """2020 年完成, 2020 年 11 月底前完成."""
    return f"{by(text)}完成"


def day_or_less(text: str) -> str:
    """2020 年, 2020 年 11 月, 2020 年 11 月 30 日."""
    parts = [int(part) for part in text.split("-")]
    return day(date(*parts)) if len(parts) == 3 else period(text)


def span_of_time(start: str | None, end: str | None) -> str:
    """2023 年 5 月—2024 年 12 月; a time that is not known is left out."""
    known = [day_or_less(text) for text in (start, end) if text]
    if len(known) == 2:
        return "—".join(known)
    return "".join(known) and (f"{known[0]}起" if start else f"到 {known[0]}")


def since(number: int) -> str:
    return f"自 {number} 年"


TIGHT_UNITS: Final = ("%", "‰", "/", "—")
"""Units that stand right behind their number."""


def amount(number: str, unit: str | None) -> str:
    """14.6 万人, 38%, 7."""
    if not unit or unit == DIMENSIONLESS:
        return number
    return f"{number}{unit}" if unit.startswith(TIGHT_UNITS) else f"{number} {unit}"


def percent(part: Decimal) -> str:
    """A part of one in per cent: 28.4%; 0 only when it is nothing, 100 only when all, small ones to two places."""
    hundredths = part * 100
    places = 1 if abs(hundredths) >= Decimal("0.05") else 2
    shown = hundredths.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if part < 1 and shown >= 100:
        shown = Decimal("99.9")
    if not part:
        return "0%"
    return f"{shown:f}%" if shown else LESS_THAN.format(amount="0.01%")


LESS_THAN: Final = "不到 {amount}"


def behind(amount: str, word: str) -> str:
    """7% 左右, 6000 张左右."""
    return f"{amount}{word}" if is_chinese(amount[-1:]) else f"{amount} {word}"


def joined(word: str, text: str) -> str:
    """目标 10, 目标增加 1: no space between Chinese characters."""
    return f"{word}{text}" if is_chinese(text[:1]) else f"{word} {text}"


def sign_in_words(text: str) -> str:
    """≥ 10% as prose says it: 10% 以上; 每年 ≤ 5 人: 每年不超过 5 人; a text without a sign stays."""
    if (found := SIGN.search(text)) is None:
        return text
    words = ABOUT_FLOOR if found["sign"] == "≥" and text.endswith(ROUGHLY) else SIGN_WORDS[found["sign"]]
    return spaced(text[: found.start()] + words.format(amount=found["amount"]))


SIGN: Final = re.compile("(?:^|(?<= ))(?P<sign>[≥≤><]) (?P<amount>.+)")

SIGN_WORDS: Final = {
    "≥": "{amount} 以上",
    "≤": "不超过 {amount}",
    ">": "超过 {amount}",
    "<": "低于 {amount}",
}

ABOUT_FLOOR: Final = "不低于 {amount}"
"""A floor that is only about right: nobody says 38% 左右以上."""


def spaced(text: str) -> str:
    """A text without the space between two Chinese characters that a filled-in word leaves."""
    return BETWEEN_CHINESE.sub("", text)


BETWEEN_CHINESE: Final = re.compile("(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")


def is_chinese(character: str) -> bool:
    """Whether a character is a Chinese one, which needs no space before another."""
    return "\u4e00" <= character <= "\u9fff"


WIDE: Final = str.maketrans({"(": "（", ")": "）"})
FULL_STOP: Final = "。"
STOPPED: Final = re.compile(r"[。！？!?…][”’」』）)》]*$")
"""The end of a text that is a sentence already."""
UNFINISHED: Final = "。；;，,、"
"""Signs at the end of a text that was cut out of a longer one, and its full stop."""


def unstopped(text: str) -> str:
    """A text without the full stop at its end, or the sign that stands there in a longer text."""
    return text.rstrip(UNFINISHED) or text


def sentence(text: str) -> str:
    """A text as a sentence: with the full stop that it lacks, and none behind ！ or ？."""
    text = text.rstrip(UNFINISHED.replace(FULL_STOP, "")) or text
    return text if not text or STOPPED.search(text) else f"{text}{FULL_STOP}"


STOPS: Final = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
NARROW: Final = re.compile(r"(?<=[^\x00-\x7f])[,;:?!]|[,;:?!](?=[^\x00-\x7f])")
"""Signs beside a Chinese one: those inside of 1,000 or 12:30 stay."""


@lru_cache(maxsize=2**16)  # titles of headings stand on page after page, a table's locators in each year's document
def full_width(text: str) -> str:
    """Punctuation as Chinese prints it, where a text has it in half width: 三（一）1-2; words and figures stay."""
    return NARROW.sub(lambda sign: STOPS[sign[0]], text.translate(WIDE))


PART_ENDINGS: Final = tuple("分篇章节条")
"""With these ends the number of a part of a document."""


def numbered(number: str, title: str) -> str:
    """A heading with its number: 一、工业; 第一章 总则."""
    return full_width(f"{number}{' ' if number.endswith(PART_ENDINGS) else ''}{title}")


OPENING: Final = "“‘（《【"
"""Signs that bring their own room with them."""


def among_chinese(text: str) -> str:
    """A figure or words between Chinese words: set apart where they begin or end with a sign or a number."""
    before = "" if is_chinese(text[:1]) or text[:1] in OPENING else " "
    return f"{before}{text}{' ' if text[-1:].isascii() else ''}"


def unbroken(text: str) -> str:
    """A figure of which no line ends before the unit."""
    return text.replace(" ", "\u00a0")


def count(number: int) -> str:
    """How many of something this site counts: in groups of three from ten thousand on; figures of documents are not."""
    return f"{number:,}" if number >= GROUPED else str(number)


GROUPED: Final = 10_000

AND: Final = "、"

SEMICOLON: Final = "；"
"""Words of pictures that are files of their own."""
