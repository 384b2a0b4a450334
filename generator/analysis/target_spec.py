"""A target in the terms of the rules, figures with their time, and what the rules share: pure functions of both."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Context, Decimal
from typing import NamedTuple

from generator.language import document_words
from generator.ledger.enums import Basis, Comparator, Direction, Measure, ReportState, State, Status

EXACT = Context(prec=60)
"""Digits for powers and quotients: no figure of a document comes near."""

RANKS = (Status.FORECAST, Status.FLASH, Status.FINAL)
"""Of two figures of one time the one of the later rank counts."""

RATES = {"%": 100, "‰": 1000}
"""Units of growth rates, and how many of them make one whole."""

TO_ITS_END = (Basis.YEAR_TO_DATE, Basis.MEAN_TO_DATE, Basis.SINCE, Basis.POINT)
"""Ways of counting by which a figure of December says what one of the year says."""

FLOWS = (Basis.YEAR, Basis.YEAR_TO_DATE, Basis.PART)
"""Ways of counting what one year, or a part of it, adds to a sum."""

PREFERRED = (Basis.PART, Basis.POINT, Basis.MEAN_TO_DATE, Basis.YEAR_TO_DATE, Basis.YEAR)
"""Of several figures of one year the one that is counted in the later way counts."""


class TargetSpec(NamedTuple):
    """A target: what is measured in which way and direction, and what it must be in which years."""

    measure: Measure
    direction: Direction | None
    comparator: Comparator | None
    start: int
    end: int
    value: Decimal | None
    unit: str | None = None
    value_max: Decimal | None = None
    """The upper end of a range, whose lower end is the value."""
    softener: str = ""
    """The printed word of a figure that is only about right: 左右."""
    due: date | None = None
    """The last day of a deadline of its own, where it has one."""
    of_plan: bool = False
    """Whether its years are those of its plan, and the document prints no deadline of its own."""
    kept: bool = False
    """Whether its words ask to keep a level, so that reaching it once is not enough."""
    falls: bool = False
    """Whether the change that is wanted is a fall."""
    expired: bool = False
    """Whether its document is no longer in force."""

    @property
    def last_day(self) -> date:
        """The day on which its time is over."""
        return self.due or date(self.end, 12, 31)


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
    """The day of its document and an id: of two figures of one rank the later one counts."""
    part: str = ""
    """Which part of a year it is of, as periods write it: Q3, H1, 09."""
    observation: str = ""
    """The id of the observation; it tells two figures of one document apart."""

    @property
    def full(self) -> bool:
        """Whether it is of a whole year, or of its end: a figure of a part never decides about the year."""
        return self.whole or (self.month == 12 and self.basis in TO_ITS_END)

    @property
    def time(self) -> Decimal:
        """Years from the beginning of the era to the end of the figure's time."""
        return self.year + EXACT.divide(Decimal(self.month), Decimal(12)) - 1


class DatedReport(NamedTuple):
    """What a document says in words of a thing that is built or won."""

    year: int
    state: ReportState
    month: int = 12
    """The last month of its time."""
    issued: str = ""
    """As of :class:`DatedValue`."""
    summary: str = ""
    reason: str = ""


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
    report: DatedReport | None = None
    """The report that decided, where one did."""
    as_of: date = date.min
    """The day up to which documents are known."""


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


def aim(spec: TargetSpec) -> Decimal:
    """The number that decides: of a range the end that is reached first."""
    assert spec.value is not None, "there is something to compare with"
    return spec.value_max if spec.value_max is not None and sense(spec) < 0 else spec.value


def meets(value: Decimal, spec: TargetSpec) -> bool:
    """Whether a value is what the target asks for, by comparator and direction together.

    What lies beyond a range on its good side is as good as what lies inside.
    """
    wanted, way = aim(spec), sense(spec)
    if spec.comparator is Comparator.MORE:
        return value > wanted
    if spec.comparator is Comparator.LESS:
        return value < wanted
    if way == 0:
        return wanted <= value <= (wanted if spec.value_max is None else spec.value_max)
    return way * value >= way * wanted


def adds_up(unit: str | None) -> bool:
    """Whether figures of a unit can be added: shares, rates, means and places cannot."""
    unit = unit or ""
    return unit not in document_words.UNITS_NOT_ADDED and not any(sign in unit for sign in document_words.PER_UNIT)


def in_time(figures: Iterable[DatedValue]) -> list[DatedValue]:
    """One figure for each time and basis, in the order of time."""
    return sorted(_best(figures), key=_order)


def whole_years(spec: TargetSpec, known: Iterable[DatedValue]) -> dict[int, DatedValue]:
    """The figures that are one whole year's own, of the years of a target."""
    years = range(spec.start, spec.end + 1)
    own = [k for k in known if k.full and k.year in years and k.basis is not Basis.SINCE]
    return {k.year: k for k in sorted(own, key=lambda k: (k.year, PREFERRED.index(k.basis)))}


def year_ends(known: Iterable[DatedValue]) -> list[DatedValue]:
    """Levels at the end of a year, or of a whole one."""
    return [k for k in known if k.full and k.basis is not Basis.SINCE]


def since_base(spec: TargetSpec, known: Iterable[DatedValue]) -> list[DatedValue]:
    """The changes since the year before a target's first that documents give as such.

    Of a target of one year these are the changes of that year; a figure of a point of time is no change.
    """
    years = range(spec.start, spec.end + 1)
    of_years = [k for k in known if k.full and k.year in years]
    if spec.start == spec.end:
        return [k for k in of_years if k.basis in FLOWS or (k.basis is Basis.SINCE and k.since in (None, spec.start))]
    return [k for k in of_years if k.basis is Basis.SINCE and k.since == spec.start]


def change_levels(spec: TargetSpec, known: Iterable[DatedValue]) -> list[DatedValue]:
    """The level in the year before a target's first and those of its years, from which a change can be computed.

    Empty where one of the two is not known, and where the change is a share of the base.
    """
    points = [k for k in year_ends(known) if k.basis is Basis.POINT and spec.start - 1 <= k.year <= spec.end]
    if spec.unit in RATES or len(points) < 2 or points[0].year != spec.start - 1:
        return []
    return points


def _order(one: DatedValue) -> tuple[object, ...]:
    """The time of a figure and how it counts: a sum up to March is one up to the end of the first quarter."""
    part = "" if one.full or one.basis in TO_ITS_END else one.part
    return one.year, one.month, one.full, part, one.basis, one.since or 0


def _best(figures: Iterable[DatedValue]) -> Iterable[DatedValue]:
    """One figure for each time and basis: a final one before a flash one before a forecast, a later one before others.

    The result does not depend on the order in which they are given.
    """
    best: dict[tuple[object, ...], DatedValue] = {}
    for one in sorted(figures, key=_weight):
        best[_order(one)] = one
    return best.values()


def _weight(one: DatedValue) -> tuple[object, ...]:
    """What counts of two figures of one time: the greater."""
    return RANKS.index(one.status), one.issued, one.observation, one.value is not None, one.value or 0
