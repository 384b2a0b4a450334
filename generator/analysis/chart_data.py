"""What the picture of a target is to show: a rule for each measure finds figures in the roles that they are drawn in.

The rules take the same figures as the verdict beside the picture: see :mod:`generator.analysis.target_states`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.analysis.target_states import Assessment, DatedValue, TargetSpec, in_time, over, since_base, whole_years
from generator.ledger.enums import Basis, Measure, State

OLDEST_BASE = 5
"""Years before the plan after which a base is left out: the plan itself needs the room."""


class Step(NamedTuple):
    """A sum up to the end of a year, by a figure that begins in the same year or before."""

    start: int
    end: int
    total: Decimal
    bound: bool
    """Whether years before its end have no figure."""


class Mean(NamedTuple):
    """A mean growth that was computed from levels, up to a year."""

    value: Decimal
    end: int


class Drawing(NamedTuple):
    """A target's figures in the roles that they have in its picture."""

    first: int
    """The first year of the axis."""
    covered: frozenset[int] = frozenset()
    """Years of the target that a figure speaks of."""
    told: tuple[DatedValue, ...] = ()
    """Every figure that is drawn."""
    base: DatedValue | None = None
    points: tuple[DatedValue, ...] = ()
    """Levels, changes or rates, the base first."""
    joined: bool = False
    """Whether points of consecutive years belong on a line."""
    bars: tuple[tuple[DatedValue, bool], ...] = ()
    """Figures of single years, and whether nothing speaks against them."""
    steps: tuple[Step, ...] = ()
    at_least: bool = False
    """Whether a sum with gaps can only become larger."""
    mean: Mean | None = None
    annual: tuple[tuple[int, Decimal], ...] = ()
    """Targets of single years."""
    gaps: tuple[int, ...] = ()
    """Years that are over, and that no figure speaks of."""


def drawing(
    promise: TargetSpec,
    verdict: Assessment,
    figures: Iterable[DatedValue],
    annual: Iterable[tuple[int, Decimal]],
    as_of: date,
) -> Drawing | None:
    """What is drawn of a target; None where it has no number, or is of one year of which nothing is known.

    ``figures`` are of the target's indicator and organisation, ``annual`` the targets of single years.
    """
    rule = RULES.get(promise.measure)
    if rule is None or promise.value is None:
        return None
    found = rule(promise, verdict, [k for k in in_time(figures) if k.value is not None])
    if promise.start == promise.end and not found.covered:
        return None
    years = range(promise.start, promise.end + 1)
    if promise.measure is Measure.CHANGE:  # a change since the year before is none since the base
        annual = ()
    return found._replace(
        annual=tuple(sorted((year, value) for year, value in annual if year in years)),
        gaps=tuple(y for y in years if over(y, as_of) and y not in found.covered),
    )


def sums(promise: TargetSpec, verdict: Assessment, known: list[DatedValue]) -> Drawing:
    """The sum as it grows by the figures that it is made of, and each year's own figure."""
    if verdict.total is None:
        return Drawing(promise.start)
    steps, total, covered = [], Decimal(), set[int]()
    own, told = whole_years(promise, known), dict.fromkeys(verdict.used)
    for part in verdict.used:
        start = part.since if part.basis is Basis.SINCE and part.since else part.year
        covered.update(range(start, part.year + 1))
        for one in (*_within(part, known), part):
            steps.append(Step(start, one.year, total + (one.value or 0), any(y <= one.year for y in verdict.missing)))
            start = one.year + 1
            told[one] = None
        total += part.value or 0
    told.update(dict.fromkeys(own.values()))
    return Drawing(
        first=promise.start,
        covered=frozenset(covered),
        told=tuple(sorted(told, key=lambda k: (k.time, k.basis))),
        bars=tuple((k, True) for k in own.values()),
        steps=tuple(steps),
        at_least=verdict.at_least,
    )


def _within(part: DatedValue, known: list[DatedValue]) -> list[DatedValue]:
    """Earlier sums that begin in the same year as a sum: steps on the way to it."""
    if part.basis is not Basis.SINCE:
        return []
    return [k for k in known if k.basis is part.basis and k.since == part.since and k.whole and k.year < part.year]


def levels(promise: TargetSpec, _: Assessment, known: list[DatedValue]) -> Drawing:
    """Levels of the target's years, and the newest before them to begin at."""
    found = [k for k in known if k.basis is not Basis.SINCE]
    before = [k for k in found if promise.start - OLDEST_BASE <= k.year < promise.start]
    return _way(promise, [k for k in found if promise.start <= k.year <= promise.end], before[-1] if before else None)


def changes(promise: TargetSpec, _: Assessment, known: list[DatedValue]) -> Drawing:
    """Changes since the base, which itself has not changed."""
    drawn = _way(promise, since_base(promise, known), DatedValue(promise.start - 1, Decimal(), Basis.POINT))
    return drawn._replace(told=drawn.points[1:], points=drawn.points[1:])


def _way(promise: TargetSpec, found: list[DatedValue], base: DatedValue | None) -> Drawing:
    points = (base, *found) if base else (*found,)
    # a year's end is the middle of its slot, so that a time early in a year lies in the slot before
    first = base.year - (base.month < 6) if base else promise.start - 1
    return Drawing(first, frozenset(k.year for k in found), told=points, base=base, points=points, joined=True)


def rates(promise: TargetSpec, verdict: Assessment, known: list[DatedValue]) -> Drawing:
    """Rates of single years; where the verdict rests on levels, the mean growth between them."""
    found = tuple(whole_years(promise, known).values())
    covered, mean = {k.year for k in found}, None
    if verdict.base and verdict.total is not None:
        mean = Mean(verdict.total, verdict.used[-1].year)
        covered.update(range(promise.start, mean.end + 1))
    return Drawing(promise.start, frozenset(covered), told=found, points=found, mean=mean)


def each(promise: TargetSpec, verdict: Assessment, known: list[DatedValue]) -> Drawing:
    """Each year by itself."""
    own, states = whole_years(promise, known), dict(verdict.years)
    bars = tuple((k, states.get(year) is not State.BEHIND) for year, k in own.items())
    return Drawing(promise.start, frozenset(own), told=tuple(own.values()), bars=bars)


RULES: dict[Measure, Callable[[TargetSpec, Assessment, list[DatedValue]], Drawing]] = {
    Measure.LEVEL: levels,
    Measure.CUMULATIVE: sums,
    Measure.ANNUAL_GROWTH: rates,
    Measure.ANNUAL: each,
    Measure.CHANGE: changes,
}
"""What is drawn of each measure; what was built or won, and words, have no picture."""
