"""Whether the figures of organisations add up to the figure of the whole place, and if so, to what.

Sums and differences alone: nothing is shared out, and a part that no document gives is named, never guessed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import NamedTuple

from generator.analysis.state_explanation import plain
from generator.analysis.target_spec import adds_up
from generator.language import formatting, state_words
from generator.ledger.checks.parts_sums import rounding
from generator.ledger.enums import AREAS, Comparator, Measure, OrganizationKind

ADDED = (Measure.CUMULATIVE, Measure.ANNUAL, Measure.LEVEL)
"""Measures whose parts can be added, where the unit allows it."""
UPPER = (Comparator.PLAIN, Comparator.AT_MOST, Comparator.LESS)
LOWER = (Comparator.PLAIN, Comparator.AT_LEAST, Comparator.MORE)


class Part(NamedTuple):
    """What one organisation has: its name on the page, and a number or None."""

    name: str
    value: Decimal | None


class Sum(NamedTuple):
    """The parts added up, beside the whole."""

    parts: tuple[Part, ...]
    """Those with a number."""
    missing: tuple[str, ...]
    """Those without."""
    total: Decimal
    whole: Decimal | None

    @property
    def gap(self) -> Decimal | None:
        """How much the parts fall short of the whole; negative where they are more."""
        return None if self.whole is None else self.whole - self.total


def obstacle(measure: Measure, unit: str | None, kinds: Collection[OrganizationKind]) -> str:
    """Why the parts cannot be added, in words; empty where they can."""
    if measure not in ADDED:
        return state_words.NOT_ADDED["measure"].format(measure=measure)
    if not unit:
        return state_words.NOT_ADDED["no-unit"]
    if not adds_up(unit):
        return state_words.NOT_ADDED["unit"].format(unit=unit)
    if OrganizationKind.COLLECTIVE in kinds:
        return state_words.NOT_ADDED["collective"]
    if len({kind in AREAS for kind in kinds}) > 1:
        return state_words.NOT_ADDED["overlap"]
    return ""


def add(parts: Iterable[Part], whole: Decimal | None) -> Sum | None:
    """The sum of what is known of the parts; None where nothing is."""
    every = tuple(parts)
    with_value = tuple(part for part in every if part.value is not None)
    missing = tuple(part.name for part in every if part.value is None)
    total = sum((part.value for part in with_value if part.value is not None), Decimal())
    return Sum(with_value, missing, total, whole) if with_value else None


def asked_of_parts(measure: Measure, comparator: Comparator | None, *, falling: bool) -> Comparator | None:
    """How a whole bounds the sum of its parts: a level that is wanted may be more than its bare number."""
    more = measure is Measure.LEVEL and comparator is Comparator.PLAIN and not falling
    return Comparator.AT_LEAST if more else comparator


def agreement(summed: Sum, unit: str | None, comparator: Comparator | None, *, falling: bool, complete: bool) -> str:
    """Whether the parts agree with the whole, in a word: 相符, 对不上, 不足, or 未能核对 where something is missing.

    Args:
        summed: the parts and the whole.
        unit: what they are counted in.
        comparator: what the whole asks for; that of a plain number for results.
        falling: whether less is wanted, so that parts below the whole are no contradiction.
        complete: whether nobody else can have a part.
    """
    gap = summed.gap
    if gap is None or summed.whole is None:
        return state_words.UNCHECKED
    spare = rounding([summed.whole, *(part.value for part in summed.parts if part.value is not None)], unit or "")
    comparator = comparator or Comparator.PLAIN
    if -gap > spare and comparator in UPPER:
        return state_words.CONTRADICTS
    if abs(gap) <= spare or gap < 0:
        return state_words.AGREES
    if summed.missing or not complete:
        return state_words.UNCHECKED
    return state_words.FALLS_SHORT if comparator in LOWER and not falling else state_words.AGREES


def sentence(summed: Sum, unit: str | None, whole: str, *, falling: bool = False) -> str:
    """The sum as arithmetic; ``whole`` is what the figure of the whole place is called.

    Where less is wanted, parts below the whole do not fall short of it: another word says so.
    """

    def amount(value: Decimal) -> str:
        return formatting.amount(plain(value), unit)

    words = state_words.PLUS.join(
        f"{part.name} {amount(part.value)}" for part in summed.parts if part.value is not None
    )
    if len(summed.parts) > 1:
        words += state_words.EQUALS + state_words.SUM_OF_PARTS.format(total=amount(summed.total))
    if summed.missing:
        words += state_words.PARTS_MISSING.format(names=formatting.AND.join(summed.missing))
    if summed.gap is None or summed.whole is None:
        return words + state_words.WHOLE_MISSING.format(whole=whole)
    case = "equal" if not summed.gap else "more" if summed.gap < 0 else "fewer" if falling else "less"
    return words + state_words.WHOLE_AND_GAP[case].format(
        whole=whole, amount=amount(summed.whole), gap=amount(abs(summed.gap))
    )
