"""Whether the parts of a target can be added up, and what a sum of rounded numbers may miss."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.language import document_words
from generator.language.chinese_numbers import MYRIADS
from generator.ledger.enums import Comparator, Measure
from generator.ledger.reading.rows import Row

FIXED_SUMS = (Measure.CUMULATIVE, Measure.ANNUAL)
"""Measures whose parts are the whole, and nothing else."""
ADDED = (*FIXED_SUMS, Measure.LEVEL)
"""Measures whose parts can be added, where the unit allows it."""
UPPER_BOUNDS = (Comparator.PLAIN, Comparator.AT_MOST, Comparator.LESS)


def adds_up(indicator: Row) -> bool:
    """Whether the numbers of an indicator can be added by their unit: shares, rates and averages cannot."""
    unit = indicator["unit"]
    alone = unit in document_words.UNITS_NOT_ADDED or any(sign in unit for sign in document_words.PER_UNIT)
    return bool(unit) and not alone


def beyond(total: Decimal, limit: Decimal, comparator: str) -> bool:
    """Whether a sum is more than a plain number or an upper bound allows."""
    return total > limit or (comparator == Comparator.LESS and total == limit)


def rounding(values: Sequence[Decimal], unit: str) -> Decimal:
    """By how much numbers that were rounded to the same digit may miss their sum: half a step each.

    The digit is the finest that is printed. A plain count is exact.
    """
    finest = min((exponent for value in values if isinstance(exponent := value.as_tuple().exponent, int)), default=0)
    if finest >= 0 and not unit.startswith(tuple(MYRIADS)):
        return Decimal()
    return Decimal(1).scaleb(min(finest, 0)) * len(values) / 2
