"""Units of measure: from the one that was written to the one that was asked for."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final
from unicodedata import normalize

from generator.language.office.rounds.measure_words import COUNT_WORDS, SCALES, UNIT_FAMILIES

SCALE: Final = re.compile(f"({'|'.join(SCALES)})(?=.)")
KNOWN: Final = frozenset(unit for family in UNIT_FAMILIES for unit in family)


def plain(unit: str) -> str:
    """A unit as it is compared: full width, spaces and superior figures gone."""
    return re.sub(r"\s+", "", normalize("NFKC", unit)).replace("m³", "m3").strip("()[]")


def factor(written: str, wanted: str) -> Fraction | None:
    """By what a number in one unit is multiplied to be one in another; None where they measure different things."""
    one, other = _parts(plain(written)), _parts(plain(wanted))
    scale = Fraction(one[0], other[0])
    if one[1] == other[1] or any({one[1], other[1]} <= words for words in COUNT_WORDS):
        return scale
    for family in UNIT_FAMILIES:
        if one[1].lower() in family and other[1].lower() in family:
            return scale * family[one[1].lower()] / family[other[1].lower()]
    return None


def converted(value: Decimal, by: Fraction) -> Decimal:
    """A number in another unit, without zeros at its end."""
    result = value * by.numerator / by.denominator
    return Decimal(f"{result.normalize():f}")


def _parts(unit: str) -> tuple[int, str]:
    match = None if unit.lower() in KNOWN else SCALE.match(unit)
    return (SCALES[match[1]], unit[match.end() :]) if match else (1, unit)
