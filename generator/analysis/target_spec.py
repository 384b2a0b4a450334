"""A target in the terms of the rules, figures with their time, and what the rules share: pure functions of both."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Context, Decimal
from typing import NamedTuple

from generator.ledger.enums import Basis, Comparator, Direction, Measure, ReportState, State, Status

EXACT = Context(prec=60)
"""Digits for powers and quotients: no figure of a document comes near."""

RANKS = (Status.FORECAST, Status.FLASH, Status.FINAL)
"""Of two figures of one time the one of the later rank counts."""

RATES = {"%": 100, "‰": 1000}
"""Units of growth rates, and how many of them make one whole."""


class TargetSpec(NamedTuple):
    """A target: what is measured in which way and direction, and what it must be in which years."""

    measure: Measure
    direction: Direction | None
    comparator: Comparator | None
    start: int
    end: int
    value: Decimal | None
    unit: str | None = None


class DatedValue(NamedTuple):
    """A figure that a document gives; ``month`` is the last month of its time, ``whole`` whether that is a year."""

    year: int
    value: Decimal | None
    basis: Basis
    status: Status = Status.FINAL
    since: int | None = None
    month: int = 12
    whole: bool = True
    issued: str = ""
    """Sorts as the documents do: of two figures of one rank the one with the later document counts."""

    @property
    def time(self) -> Decimal:
        """Years from the beginning of the era to the end of the figure's time."""
        return self.year + EXACT.divide(Decimal(self.month), Decimal(12)) - 1


class Assessment(NamedTuple):
    """A state and its arithmetic."""

    state: State
    why: str
    """Which case of the rule it is: a key of ``state_words.WHY``."""
    used: tuple[DatedValue, ...] = ()
    """The figures that it was computed from, in the order of time."""
    total: Decimal | None = None
    """What is held against the target: a sum, the newest level, a mean growth."""
    share: Decimal | None = None
    """The total over the target (for a level: the way from the base that is done), where that says something."""
    at_least: bool = False
    """Whether the share can only become larger when missing figures become known."""
    missing: tuple[int, ...] = ()
    """Years that are over, or in part over, without a figure for all of them."""
    expected: Decimal | None = None
    """What the straight path asks for at the time of the newest figure."""
    base: DatedValue | None = None
    """The figure that the path begins at."""
    years: tuple[tuple[int, State], ...] = ()
    """The state of each year, where each is judged by itself."""
    report: ReportState | None = None
    """The report that decided, where one did."""


def over(year: int, as_of: date) -> bool:
    """Whether a year is over on a day."""
    return as_of >= date(year, 12, 31)


def sense(spec: TargetSpec) -> int:
    """1 where more is wanted, -1 where less is, 0 where nothing but the very figure will do.

    The comparator decides; a bare figure means "at least" for what should rise and "at most" for what should fall. A
    change is given by its size, so that a larger one is better whichever way it goes.
    """
    if spec.comparator in (Comparator.AT_LEAST, Comparator.MORE):
        return 1
    if spec.comparator in (Comparator.AT_MOST, Comparator.LESS):
        return -1
    if spec.measure is Measure.CHANGE:
        return 1
    return {Direction.HIGHER: 1, Direction.LOWER: -1, None: 0}[spec.direction]


def meets(value: Decimal, spec: TargetSpec) -> bool:
    """Whether a value is what the target asks for, by comparator and direction together."""
    assert spec.value is not None, "there is something to compare with"
    if spec.comparator is Comparator.MORE:
        return value > spec.value
    if spec.comparator is Comparator.LESS:
        return value < spec.value
    way = sense(spec)
    return value == spec.value if way == 0 else way * value >= way * spec.value


def in_time(figures: Iterable[DatedValue]) -> list[DatedValue]:
    """One figure for each time and basis, in the order of time."""
    return sorted(_best(figures), key=_order)


def whole_years(spec: TargetSpec, known: Iterable[DatedValue]) -> dict[int, DatedValue]:
    """The figures that are one whole year's own, of the years of a target."""
    years = range(spec.start, spec.end + 1)
    return {k.year: k for k in known if k.whole and k.year in years and k.basis is not Basis.SINCE}


def since_base(spec: TargetSpec, known: Iterable[DatedValue]) -> list[DatedValue]:
    """The changes since the year before a target's first; of a target of one year, all of that year."""
    if spec.start == spec.end:
        return [k for k in known if k.year == spec.end]
    years = range(spec.start, spec.end + 1)
    return [k for k in known if k.basis is Basis.SINCE and k.since == spec.start and k.year in years]


def _order(one: DatedValue) -> tuple[object, ...]:
    return one.year, one.month, one.whole, one.basis, one.since or 0


def _best(figures: Iterable[DatedValue]) -> Iterable[DatedValue]:
    """One figure for each time and basis: a final one before a flash one before a forecast, a later one before others.

    The result does not depend on the order in which they are given.
    """
    best: dict[tuple[object, ...], DatedValue] = {}
    for one in sorted(figures, key=lambda k: (RANKS.index(k.status), k.issued, k.value is not None, k.value or 0)):
        best[_order(one)] = one
    return best.values()
