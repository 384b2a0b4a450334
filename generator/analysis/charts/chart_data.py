"""What the chart of a target shows: a rule for each measure finds the figures and how each is drawn.

The rules take the same figures as the assessment beside the chart: see :mod:`generator.analysis.target_states`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.analysis.measure_rules.sums import parts_of_sum
from generator.analysis.promises.still_needed import StillNeeded, still_needed
from generator.analysis.target_spec import (
    Assessment,
    DatedValue,
    TargetSpec,
    aim,
    change_levels,
    in_time,
    over,
    since_base,
    whole_years,
    year_ends,
)
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


class ChartData(NamedTuple):
    """A target's figures, by how they are drawn in its chart."""

    first: int
    """The first year of the axis."""
    covered: frozenset[int] = frozenset()
    """Years of the target that a figure covers."""
    figures: tuple[DatedValue, ...] = ()
    """Every figure that is drawn."""
    base: DatedValue | None = None
    points: tuple[DatedValue, ...] = ()
    """Levels, changes or rates, the base first."""
    bars: tuple[DatedValue, ...] = ()
    """Figures of single years."""
    steps: tuple[Step, ...] = ()
    at_least: bool = False
    """Whether a sum with gaps can only become larger."""
    mean: Mean | None = None
    annual: tuple[tuple[int, Decimal], ...] = ()
    """Targets of single years."""
    goal: Decimal | None = None
    """Where the target's line lies: the end of a range that decides, the level that a change leads to."""
    gaps: tuple[int, ...] = ()
    """Years that are over and that no figure covers."""
    coming: tuple[int, ...] = ()
    """Years that are not over, without a figure and without a target of their own."""
    needed: StillNeeded | None = None
    """What a sum still needs."""
    ended: bool = False
    """Whether the target was given up: nothing of it is missing any more."""


def chart_data(
    spec: TargetSpec,
    assessment: Assessment,
    figures: Iterable[DatedValue],
    annual: Iterable[tuple[int, Decimal]],
    as_of: date,
) -> ChartData | None:
    """What is drawn of a target; None where it has no number, or is of one year of which nothing is known.

    ``figures`` are of the target's indicator and organisation, ``annual`` the targets of single years.
    """
    rule = RULES.get(spec.measure)
    if rule is None or spec.value is None:
        return None
    figures = in_time(figures)
    data = rule(spec, assessment, [k for k in figures if k.value is not None])
    if data.goal is None:
        data = data._replace(goal=aim(spec))
    if spec.start == spec.end and not data.covered:
        return None
    years = range(spec.start, spec.end + 1)
    if spec.measure is Measure.CHANGE:  # a change since the year before is none since the base
        annual = ()
    planned = tuple(sorted((year, value) for year, value in annual if year in years))
    silent = [y for y in years if y not in data.covered]
    data = data._replace(annual=planned, ended=assessment.state is State.ENDED)
    if data.ended:
        return data
    return data._replace(
        gaps=tuple(y for y in silent if over(y, as_of)),
        coming=tuple(y for y in silent if not over(y, as_of) and y not in dict(planned)),
        needed=still_needed(spec, figures, as_of, annual),
    )


def sums(spec: TargetSpec, assessment: Assessment, figures: list[DatedValue]) -> ChartData:
    """The sum as it grows by the figures that it is made of, and each year's own figure."""
    used = assessment.used
    if assessment.total is None:
        ended = assessment.state is State.ENDED
        own = tuple(whole_years(spec, figures).values()) if ended else ()
        used = tuple(parts_of_sum(spec, figures, assessment.as_of)) if ended and not own else ()
        if not used:
            return ChartData(spec.start, frozenset(k.year for k in own), own, bars=own)
    steps, total, covered = [], Decimal(), set[int]()
    shown = dict.fromkeys(used)
    for part in used:
        start = part.since if part.basis is Basis.SINCE and part.since else part.year
        covered.update(range(start, part.year + 1))
        for one in (*_within(part, figures), part):
            steps.append(
                Step(start, one.year, total + (one.value or 0), any(y <= one.year for y in assessment.missing))
            )
            start = one.year + 1
            shown[one] = None
        total += part.value or 0
    parts = [k for year, k in whole_years(spec, figures).items() if year in covered]  # a mean is no part of a sum
    shown.update(dict.fromkeys(parts))
    return ChartData(
        first=spec.start,
        covered=frozenset(covered),
        figures=tuple(sorted(shown, key=lambda k: (k.time, k.basis))),
        bars=tuple(parts),
        steps=tuple(steps),
        at_least=assessment.at_least,
    )


def _within(part: DatedValue, figures: list[DatedValue]) -> list[DatedValue]:
    """Earlier sums that begin in the same year as a sum: steps on the way to it."""
    if part.basis is not Basis.SINCE:
        return []
    return [k for k in figures if k.basis is part.basis and k.since == part.since and k.full and k.year < part.year]


def levels(spec: TargetSpec, _: Assessment, figures: list[DatedValue]) -> ChartData:
    """Levels of the target's years, each at its time, and the newest of a year before them to begin at."""
    before = [k for k in year_ends(figures) if spec.start - OLDEST_BASE <= k.year < spec.start]
    data = [k for k in figures if (k.full and k.basis is not Basis.SINCE) or k.basis is Basis.POINT]
    return _way(spec, [k for k in data if spec.start <= k.year <= spec.end], before[-1] if before else None)


def changes(spec: TargetSpec, _: Assessment, figures: list[DatedValue]) -> ChartData:
    """Changes since the base, which itself has not changed; else the levels from which they are computed."""
    points = since_base(spec, figures)
    if not points and (found := change_levels(spec, figures)):
        base = found[0]
        goal = (base.value or Decimal()) + (-1 if spec.falls else 1) * aim(spec)
        return _way(spec, found[1:], base)._replace(goal=goal)
    return _way(spec, points, None)


def _way(spec: TargetSpec, data: list[DatedValue], base: DatedValue | None) -> ChartData:
    points = (base, *data) if base else (*data,)
    first = base.year if base else spec.start - 1
    return ChartData(first, frozenset(k.year for k in data), figures=points, base=base, points=points)


def rates(spec: TargetSpec, assessment: Assessment, figures: list[DatedValue]) -> ChartData:
    """Rates of single years; where the assessment uses levels, the mean growth between them."""
    data = tuple(whole_years(spec, figures).values())
    covered, mean = {k.year for k in data}, None
    if assessment.base and assessment.total is not None:
        mean = Mean(assessment.total, assessment.used[-1].year)
        covered.update(range(spec.start, mean.end + 1))
    return ChartData(spec.start, frozenset(covered), figures=data, points=data, mean=mean)


def each(spec: TargetSpec, _: Assessment, figures: list[DatedValue]) -> ChartData:
    """Each year by itself."""
    own = whole_years(spec, figures)
    return ChartData(spec.start, frozenset(own), figures=tuple(own.values()), bars=tuple(own.values()))


RULES: dict[Measure, Callable[[TargetSpec, Assessment, list[DatedValue]], ChartData]] = {
    Measure.LEVEL: levels,
    Measure.CUMULATIVE: sums,
    Measure.ANNUAL_GROWTH: rates,
    Measure.ANNUAL: each,
    Measure.CHANGE: changes,
}
"""What is drawn of each measure; what was built or won, and words, have no chart."""
