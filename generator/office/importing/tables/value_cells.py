"""The value of a cell of a table of figures: number or range, comparator, own unit, brackets of a total."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from generator.language.chinese_numbers import parse
from generator.language.office import cell_words
from generator.language.official_text import normalise
from generator.language.wording import figure_words, name_words
from generator.ledger.enums import Comparator

NUMBER: Final = r"[-−]?(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
HAN: Final = cell_words.NUMERAL
SIGNS: Final = (
    (re.compile(">=|≥|⩾|≧|=>"), Comparator.AT_LEAST),
    (re.compile("<=|≤|⩽|≦|=<"), Comparator.AT_MOST),
    (re.compile(">"), Comparator.MORE),
    (re.compile("<"), Comparator.LESS),
    (re.compile("≈|~"), Comparator.ABOUT),
    *((re.compile(form), Comparator(sign)) for form, sign in figure_words.BEHIND_NUMBER),
    *((re.compile(form), Comparator(sign)) for form, sign in figure_words.APPROACHES),
    (re.compile(figure_words.ABOUT), Comparator.ABOUT),
)
"""Signs and words of comparison; the first that stands before or behind a number decides."""
BEFORE: Final = "|".join(
    (
        *("[>=<≥≤≈~⩾≧⩽≦]+", *(form for form, _ in figure_words.APPROACHES), figure_words.ABOUT),
        *(
            figure_words.SOFTENERS,
            figure_words.CHANGING,
            figure_words.REACHING,
            figure_words.HELD,
            cell_words.BEFORE_NUMBER,
        ),
    )
)
CELL: Final = re.compile(
    rf"(?P<before>(?:{BEFORE})*)(?P<open>[\[【〔])?(?:{BEFORE})*(?P<low>{NUMBER}|{HAN})(?P<low_unit>[^\d{cell_words.TO_SIGNS}]{{0,8}}?)"
    rf"(?:(?:{cell_words.TO})(?P<high>{NUMBER}))?(?P<behind>[^\d]{{0,14}})"
)
REMARK: Final = re.compile(r"\([^()0-9]*\)$")
"""Words in brackets behind a number, which say something of it and no other number."""
BEHIND: Final = re.compile("|".join(form for form, _ in figure_words.BEHIND_NUMBER))
UNIT: Final = re.compile(
    rf"(?:(?:{figure_words.SCALES})?(?:{figure_words.MEASURES}|{figure_words.DURATIONS}|{cell_words.MORE_UNITS})"
    rf"{cell_words.PER_UNIT}|{cell_words.SCALES_ALONE})?"
)
"""A unit that may stand in a cell."""
PER_CENT_WORDS: Final = re.compile(cell_words.PER_CENT)
TENTHS: Final = re.compile(cell_words.TENTHS)
DOUBLED: Final = re.compile(rf"(?:{figure_words.SOFTENERS}|{cell_words.COMPARED})*{figure_words.DOUBLINGS}")
SCALE: Final = cell_words.SCALES
NO_VALUE: Final = re.compile(r"[-—–－/\\\s.·…*×]*")


@dataclass(frozen=True, slots=True)
class CellValue:
    """What a cell says."""

    text: str
    """As it is shown, in normal form."""
    value: Decimal | None = None
    value_max: Decimal | None = None
    comparator: Comparator | None = None
    qualifier: str = ""
    unit: str = ""
    """The unit that stands in the cell; empty where there is none."""
    is_total: bool = False
    """In brackets, as totals of several years are printed."""
    is_doubling: bool = False
    """翻一番 and its like."""


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing: a dash, 无."""
    plain = normalise(text)
    return not plain or plain in name_words.NOBODY or bool(NO_VALUE.fullmatch(plain))


def read_value(text: str) -> CellValue:
    """Read a cell; where it says no number, there is no value."""
    plain = normalise(text)
    shown = plain
    if match := PER_CENT_WORDS.search(plain):
        number = parse(match["value"])
        plain = plain.replace(match[0], f"{number}%") if number is not None else plain
    elif match := TENTHS.search(plain):
        half = Decimal(5) if match["half"] == figure_words.HALF_TENTH else parse(match["half"] or "0") or Decimal(0)
        plain = plain.replace(match[0], f"{(parse(match[1]) or Decimal(0)) * 10 + half}%")
    elif match := DOUBLED.fullmatch(plain):
        value = Decimal(2) ** int(parse(match["times"] or "1") or 1)
        return CellValue(shown, value, comparator=Comparator.PLAIN, unit=figure_words.TIMES, is_doubling=True)
    if (remark := REMARK.search(plain)) and remark.start():
        plain = plain[: remark.start()]
    match = CELL.fullmatch(plain)
    low, high = (_number(match["low"]), _number(match["high"])) if match else (None, None)
    if match is None or low is None:
        return CellValue(shown)
    behind = match["low_unit"] + match["behind"] if high is None else match["behind"]
    total = bool(match["open"]) and bool(re.search(r"[\]】〕]", behind))
    behind = re.sub(r"[\[\]【】〔〕]", "", behind)
    words_behind = BEHIND.search(behind)
    unit = BEHIND.sub("", behind)
    if not UNIT.fullmatch(unit) or (match["low"][0] in figure_words.NO_COUNTS):
        return CellValue(shown)
    said = match["before"] + (words_behind[0] if words_behind else "")
    comparator = next((sign for form, sign in SIGNS if form.search(said)), Comparator.PLAIN)
    soft = re.search(figure_words.SOFTENERS, match["before"])
    about = re.search(f"{figure_words.ABOUT}|{cell_words.ABOUT}", said)
    return CellValue(shown, low, high, comparator, about[0] if about else soft[0] if soft else "", unit, total)


def _number(printed: str | None) -> Decimal | None:
    if not printed:
        return None
    try:
        return Decimal(printed.replace(",", "").replace("−", "-"))
    except InvalidOperation:
        return parse(printed)


def in_unit(value: Decimal, own: str, unit: str) -> Decimal | None:
    """A value in another unit of the same kind: 4.2 亿元 is 42000 万元; None where they are no such units."""
    one, other = _parts(own), _parts(unit)
    if one[1] != other[1]:
        return None
    return value * one[0] / other[0]


def _parts(unit: str) -> tuple[int, str]:
    """The factor that a unit begins with, and the rest of it."""
    word = next((word for word in SCALE if unit.startswith(word) and unit != word), "")
    return SCALE.get(word, 1), unit[len(word) :]
