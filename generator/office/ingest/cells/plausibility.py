"""Is a number that a unit gave possible, held against the one before it and what is asked for?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from generator.language.office.rounds import filled_words as words
from generator.ledger.enums import CellGrade
from generator.office.ingest.cells.readings import Reading

FACTORS: Final = tuple(map(Decimal, (10, 100, 1000, 10_000)))
"""By how much a number is wrong when a unit or a point is."""
NEAR: Final = Decimal("0.3")
"""How far a number may be from the one before it, as a share of that, to be its neighbour."""
HUNDRED: Final = Decimal(100)
DOUBT: Final = CellGrade.DOUBT
SETTLED: Final = frozenset(("slip", "fraction", "negative", "reduction", "share", "falling", "unchanged"))
"""Doubts that a reason settles: the number is then taken as it was typed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form asks for in a cell."""

    name: str
    unit: str
    last: Decimal | None = None
    """The number of the time before."""
    written_unit: str = ""
    """The unit that the one who filled the form wrote in a column of its own."""

    @property
    def is_change(self) -> bool:
        """Whether a change is asked for, not a level."""
        return any(word in self.name for word in (*words.GROWTH, *words.FALLING))


def is_close(value: Decimal, last: Decimal) -> bool:
    """Whether a number is a neighbour of another; both may be zero."""
    return abs(value - last) <= abs(last) * NEAR


def doubted(reading: Reading, asked: Asked) -> Reading:
    """A number with the doubts that its size raises; of one that cannot be, the likeliest in its place."""
    value = reading.value
    assert isinstance(value, Decimal), "what is read of a cell with a number"
    reading = replace(reading, typed=value)
    if value < 0 and (found := _negative(reading, value, asked)):
        return found
    if asked.last is None or is_close(value, asked.last):
        return _too_large_a_share(reading, value, asked)
    likely = _slip(value, asked.last)
    if likely is None:
        return _too_large_a_share(reading, value, asked)
    found = replace(reading, value=likely)
    if asked.unit == "%" and likely == value * HUNDRED:
        return found.because("fraction", DOUBT, value=f"{likely.normalize():f}")
    times = max(likely / value, value / likely)
    return found.because("slip", DOUBT, last=asked.last, factor=f"{times.normalize():f}", value=f"{likely:f}")


def _negative(reading: Reading, value: Decimal, asked: Asked) -> Reading | None:
    """A number below zero where none can be."""
    if any(word in asked.name for word in words.FALLING):
        return replace(reading, value=-value).because("reduction", DOUBT, value=-value)
    if asked.last is not None and asked.last < 0:
        return None
    if any(word in asked.name for word in words.MAY_BE_NEGATIVE):
        return None
    return replace(reading, value=-value).because("negative", DOUBT, value=-value)


def _slip(value: Decimal, last: Decimal) -> Decimal | None:
    """The number that was meant, where one is off by a factor of ten, a hundred …"""
    found = (meant for factor in FACTORS for meant in (value / factor, value * factor) if is_close(meant, last))
    meant = next(found, None)
    return None if meant is None else Decimal(f"{meant.normalize():f}")


def _too_large_a_share(reading: Reading, value: Decimal, asked: Asked) -> Reading:
    growth = any(word in asked.name for word in words.GROWTH)
    share = any(word in asked.name for word in words.SHARES) and not growth
    if asked.unit == "%" and share and value > HUNDRED and not (asked.last is not None and asked.last > HUNDRED):
        return reading.because("share", DOUBT)
    return reading
