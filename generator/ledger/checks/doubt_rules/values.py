"""Doubts about one value by itself, or beside the words that are printed for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.language import document_words
from generator.language.chinese_numbers import MYRIADS, RANGE_WORDS, TENS, quantities
from generator.language.official_text import normalise
from generator.language.wording import figure_words
from generator.ledger.checks.doubt_rules.series import LedgerFigures, is_rate
from generator.ledger.checks.doubt_rules.words import TURN
from generator.ledger.enums import Basis, Measure
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row
from generator.ledger.wording.figures import has_unit, plain_unit
from generator.ledger.wording.printed_quantities import find_quantities

UNIT_FACTORS = "".join((*TENS, *MYRIADS))
GLUED = re.compile(rf"(?![{RANGE_WORDS}])[^\W\d_]")
"""A word behind a number, which does not make a range of it."""
SCALE = re.compile(f"[{''.join(MYRIADS)}]+")
MORE_BETWEEN = re.compile(f"([0-9][{UNIT_FACTORS}]+){figure_words.MORE_BETWEEN}")
"""What stands between 万 and a unit: 5万余株."""
NEVER_NEGATIVE = (Measure.LEVEL, Measure.CUMULATIVE, Measure.ANNUAL)
LONGER = (document_words.OCCASIONS, "/", *figure_words.UNITS_GO_ON)
"""With these a unit goes on behind another one."""
HUNDRED = Decimal(100)
NEARLY_ALL = Decimal(90)
"""From here on a share hardly changes from one period to the next."""
DIGITS = 4
"""So many digits, without zeros at the end, are hardly the same twice by chance."""


def _doubt(code: str, row: Row, **values: object) -> Finding:
    """A doubt about the value of a figure."""
    return Finding(code, row.at("value"), {"record": row["id"], "value": row["value"], **values})


def shares(figures: LedgerFigures) -> Iterator[Finding]:
    """A share of a whole is not more than the whole."""
    for row, indicator, value in figures.rows(_is_share):
        if value > HUNDRED:
            yield _doubt("share-above", row, name=indicator["name"])


def _is_share(indicator: Row) -> bool:
    is_share = indicator["unit"] == document_words.PERCENT and indicator["measure"] in (Measure.LEVEL, Measure.ANNUAL)
    return is_share and not any(word in indicator["name"] for word in document_words.BEYOND_A_HUNDRED)


def negatives(figures: LedgerFigures) -> Iterator[Finding]:
    """What is counted is not less than nothing; money, degrees and differences may be."""
    for row, indicator, value in figures.rows(_is_count):
        if value < 0:
            yield _doubt("negative-count", row, name=indicator["name"])


def falls_below_zero(figures: LedgerFigures) -> Iterator[Finding]:
    """What is named a fall is told as so much, and not as less than nothing."""
    for row, indicator, value in figures.rows(_is_fall):
        if value < 0:
            yield _doubt("negative-fall", row, name=indicator["name"])


def _is_fall(indicator: Row) -> bool:
    return any(word in indicator["name"] for word in document_words.FALLS)


def _is_count(indicator: Row) -> bool:
    words = indicator["name"] + indicator["unit"]
    is_count = indicator["measure"] in NEVER_NEGATIVE and not is_rate(indicator)
    return is_count and not any(word in words for word in document_words.BELOW_ZERO)


def printed_units(figures: LedgerFigures) -> Iterator[Finding]:
    """The unit that is printed behind a value is the indicator's."""
    for row, indicator, value in figures.rows(_has_unit):
        unit, text = indicator.cells["unit"], row.cells.get("value_text", "")
        if stands_in(text, row.cells["value"] + unit):
            continue
        plain = MORE_BETWEEN.sub(r"\1", normalise(text))
        if printed := _other_unit(plain, unit, value):
            if unit.startswith(f"{printed}/") and any(word in indicator["name"] for word in figure_words.PER_NAMES):
                continue
            if printed == document_words.PERCENT and _is_level_of_points(row, unit):
                continue
            yield _doubt("printed-unit", row, text=text, printed=printed, unit=unit)
        elif other := _other_number(plain, unit, value):
            yield _doubt("other-number", row, text=text, unit=unit, other=other)


def _has_unit(indicator: Row) -> bool:
    return indicator["unit"] not in ("", document_words.DIMENSIONLESS)


def _other_unit(text: str, unit: str, value: Decimal) -> str:
    """The unit that is printed behind a value where it is not this one; empty where it is, or where none is known."""
    scaled = re.compile(f"[{UNIT_FACTORS}]*{re.escape(unit.lstrip(UNIT_FACTORS))}")
    units = {q.value: q.unit for q in find_quantities(text)}
    printed = ""
    for quantity in quantities(text, unit):
        if quantity.value == value:
            match = scaled.match(text, quantity.end)
            whole = units.get(value, "")
            longer = match is not None and whole.startswith(tuple(match[0] + more for more in LONGER))
            printed = match[0] if match and not longer else whole or _mistyped(text, quantity.end, unit)
            printed = printed or _other_scale(text, quantity.end, unit)
            is_same = printed in ("", unit) or plain_unit(printed) == plain_unit(unit) or _is_points(printed, unit)
            if is_same or (not longer and has_unit(text, quantity, unit)):
                return ""
    return printed


def _other_scale(text: str, start: int, unit: str) -> str:
    """万 or 亿 that stands in the place of a unit and is not the unit's own."""
    scale = SCALE.match(text, start)
    return scale[0] if scale and not unit.startswith(scale[0]) else ""


def _other_number(text: str, unit: str, value: Decimal) -> str:
    """The number that is printed with the unit, where this value is one that is glued to other words: 二期工程500亩."""
    if TURN.search(text):
        return ""
    found = [*quantities(text, unit)]
    own = [quantity for quantity in found if quantity.value == value]
    is_glued = all(GLUED.match(text, q.end) and not has_unit(text, q, unit) for q in own)
    others = (q.value for q in found if q.value != value and has_unit(text, q, unit))
    return f"{next(others, '')}" if own and is_glued else ""


def stands_in(text: str, figure: str) -> bool:
    """Whether a value with its unit stands in a text, and the unit does not go on: 人次, 件/万人."""
    behind = text.partition(figure)[2]
    return figure in text and not behind.startswith(LONGER)


def _mistyped(text: str, start: int, unit: str) -> str:
    """What stands in the place of a unit and differs from it in one character; empty where there is no such thing."""
    behind = text[start : start + len(unit)]
    if len(unit) == 1 and behind == text[start:] and behind != unit and behind.isalpha():
        return behind  # nothing else stands there
    differing = sum(one != other for one, other in zip(behind, unit, strict=False))
    return behind if len(behind) == len(unit) > 1 and differing == 1 else ""


def _is_level_of_points(row: Row, unit: str) -> bool:
    """Whether it is a share whose change is told in percentage points."""
    return unit.endswith(document_words.POINTS) and row.cells.get("basis") == Basis.POINT


def _is_points(printed: str, unit: str) -> bool:
    """Whether both are percentage points, of which 个 may be left out."""
    return printed.endswith(document_words.POINTS) and unit.endswith(document_words.POINTS)


def repeated(figures: LedgerFigures) -> Iterator[Finding]:
    """A figure is not the same as in the period before to the last of several digits."""
    for series in figures.series.values():
        for figure in series.figures:
            before = figure.before
            if before is None or figure.value != before.value or _may_repeat(figure.value, series.indicator["unit"]):
                continue
            yield _doubt("repeated", figure.row, period=before.row["period"])


def _may_repeat(value: Decimal, unit: str) -> bool:
    """Whether a value may well be the same twice: a round or a short number, or a share that is nearly all."""
    digits = str(abs(value)).replace(".", "").strip("0")
    return len(digits) < DIGITS or (unit == document_words.PERCENT and value >= NEARLY_ALL)


RULES = (shares, negatives, falls_below_zero, printed_units, repeated)
