"""Where a target stands: a rule for each measure, over figures of the target's own indicator and organisation alone.

Every rule is a pure function of the target, the figures, and the day up to which documents are known. It gives the
state together with what it was computed from, so that a page can print the arithmetic. A missing figure never counts
as bad: a state needs either all the figures that it depends on, or figures that decide whatever the missing ones are.
The rules are written out, with examples, on the site's page of methods.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.analysis.target_spec import (
    EXACT,
    RATES,
    Assessment,
    DatedValue,
    TargetSpec,
    in_time,
    meets,
    over,
    sense,
    since_base,
    whole_years,
)
from generator.ledger.enums import Basis, Measure, ReportState, State, Status


def assess(
    spec: TargetSpec,
    figures: Iterable[DatedValue],
    as_of: date,
    *,
    levels: Iterable[DatedValue] = (),
    reports: Iterable[tuple[int, ReportState]] = (),
) -> Assessment:
    """Where a target stands as of a day.

    ``figures`` are of the target's indicator and organisation. ``levels`` are levels of the quantity whose growth is
    the target, ``reports`` (years and states) those that name the indicator; each is used by one rule only.
    """
    return assess_in_time(spec, in_time(figures), as_of, levels=levels, reports=reports)


def assess_in_time(
    spec: TargetSpec,
    figures: Sequence[DatedValue],
    as_of: date,
    *,
    levels: Iterable[DatedValue] = (),
    reports: Iterable[tuple[int, ReportState]] = (),
) -> Assessment:
    """The same for figures that :func:`in_time` has put in order, as all targets of an indicator share them."""
    own = [k for k in figures if spec.start <= k.year <= spec.end]
    context = _Context(spec, [k for k in figures if k.value is not None], own, as_of, list(levels), list(reports))
    if spec.value is None and spec.measure not in (Measure.MILESTONE, Measure.QUALITATIVE):
        return _silent(context) if not own else Assessment(State.INCOMPLETE, "no-number", tuple(own))
    return RULES[spec.measure](context)


class _Context(NamedTuple):
    spec: TargetSpec
    numbers: list[DatedValue]
    """Figures with a number, each time once, in the order of time; those before the target's years, too."""
    own: list[DatedValue]
    """Figures of the target's years, those that are words, too."""
    as_of: date
    levels: list[DatedValue]
    reports: list[tuple[int, ReportState]]

    @property
    def target(self) -> Decimal:
        assert self.spec.value is not None, "a rule for numbers is asked with a number"
        return self.spec.value

    @property
    def due(self) -> bool:
        return over(self.spec.end, self.as_of)

    @property
    def years(self) -> range:
        return range(self.spec.start, self.spec.end + 1)


def _silent(context: _Context) -> Assessment:
    """Nothing is known."""
    return Assessment(State.OVERDUE, "overdue") if context.due else Assessment(State.NO_DATA, "silent")


def _path(value: Decimal, expected: Decimal, spec: TargetSpec) -> State:
    way = sense(spec)
    return State.ON_TRACK if way * value >= way * expected else State.BEHIND


# -- one rule for each measure


def cumulative(context: _Context) -> Assessment:
    """The sum of what is known; a bound of the whole sum as long as nothing can be taken away from it."""
    spec, (parts, whole) = context.spec, _parts(context)
    if not parts:
        return _silent(context) if not context.own else Assessment(State.INCOMPLETE, "unusable", tuple(context.own))
    total = sum((p.value for p in parts if p.value is not None), Decimal())
    missing = tuple(y for y in context.years if over(y, context.as_of) and y not in whole)
    share = EXACT.divide(total, context.target) if context.target else None
    way, steps = sense(spec), [sense(spec) * (p.value or 0) for p in parts]
    grows = way * context.target > 0 and min(steps) >= 0
    shrinks = way * context.target <= 0 and max(steps) <= 0 > min(steps)
    complete = whole.issuperset(context.years)
    assessment = Assessment(State.REACHED, "sum", tuple(parts), total, share, grows and bool(missing), missing)
    if complete:
        return assessment if meets(total, spec) else assessment._replace(state=State.BEHIND, why="sum-missed")
    if grows and meets(total, spec):
        return assessment._replace(why="sum-early")
    if shrinks and not meets(total, spec):
        return assessment._replace(state=State.BEHIND, why="sum-exceeded")
    done = len(whole)
    if missing:
        return assessment._replace(state=State.INCOMPLETE, why="sum-gaps" if grows else "sum-unknown")
    if not done or way == 0:
        return assessment._replace(state=State.INCOMPLETE, why="sum-no-direction" if done else "sum-open")
    expected = EXACT.divide(context.target * done, Decimal(len(context.years)))
    return assessment._replace(state=_path(total, expected, spec), why="sum-path", expected=expected)


def _parts(context: _Context) -> tuple[list[DatedValue], set[int]]:
    """Figures that add up without counting a time twice, and the years that they cover in whole."""
    spec = context.spec
    sums = [
        k for k in context.numbers if k.basis is Basis.SINCE and k.since in context.years and k.year in context.years
    ]
    parts, whole = [], set[int]()
    if sums:
        newest = max(sums, key=lambda k: (k.time, -(k.since or 0)))
        parts.append(newest)
        whole.update(range(newest.since or spec.start, newest.year + (1 if newest.whole else 0)))
        covered = set(range(newest.since or spec.start, newest.year + 1))
    else:
        covered = set()
    for year in context.years:
        own = [k for k in context.numbers if k.year == year and k.basis is not Basis.SINCE and year not in covered]
        if full := [k for k in own if k.whole]:
            parts.append(full[-1])
            whole.add(year)
        elif own:  # a part of a year: whether it counts from the year's beginning is not said, so only one is taken
            parts.append(max(own, key=lambda k: abs(k.value or Decimal())))
    return sorted(parts, key=lambda k: (k.year, k.month)), whole


def level(context: _Context) -> Assessment:
    """The newest level against the target, and against the straight path from a base where there is one."""
    levels = [k for k in context.numbers if k.basis is not Basis.SINCE]
    before = [k for k in levels if k.year < context.spec.start]
    return _toward(context, [k for k in levels if k.year in context.years], before[-1] if before else None)


def change(context: _Context) -> Assessment:
    """The change since the base: a change since the year before says nothing of the base."""
    spec = context.spec
    usable = since_base(spec, context.numbers)
    if context.own and not usable:
        return Assessment(State.INCOMPLETE, "no-base", tuple(context.own))
    return _toward(context, usable, DatedValue(spec.start - 1, Decimal(), Basis.POINT))


def _toward(context: _Context, levels: list[DatedValue], base: DatedValue | None) -> Assessment:
    """The last of some levels on the way from a base to the target."""
    if not levels:
        return _silent(context) if not context.own else Assessment(State.INCOMPLETE, "unusable", tuple(context.own))
    spec, newest = context.spec, levels[-1]
    assert newest.value is not None, "only figures with a number come here"
    assessment = Assessment(State.REACHED, "level", (newest,), newest.value, base=base)
    final = newest.year == spec.end and newest.month == 12
    if final:
        return assessment if meets(newest.value, spec) else assessment._replace(state=State.BEHIND, why="level-missed")
    if context.due:
        return assessment._replace(state=State.OVERDUE, why="level-overdue", missing=(spec.end,))
    if meets(newest.value, spec):
        return assessment._replace(why="level-early")
    if base is None or base.value is None:
        return assessment._replace(state=State.INCOMPLETE, why="level-no-base")
    if sense(spec) == 0:
        return assessment._replace(state=State.INCOMPLETE, why="level-no-direction")
    way, length = newest.time - base.time, Decimal(spec.end) - base.time
    expected = base.value + EXACT.divide((context.target - base.value) * way, length)
    span = context.target - base.value
    share = EXACT.divide(newest.value - base.value, span) if span else None
    return assessment._replace(
        state=_path(newest.value, expected, spec), why="level-path", expected=expected, share=share
    )


def growth(context: _Context) -> Assessment:
    """The mean growth since the year before the period, from yearly rates or from levels, never from both."""
    spec, whole = context.spec, RATES.get(context.spec.unit or "")
    if whole is None:
        return Assessment(State.INCOMPLETE, "no-rate", tuple(context.own)) if context.own else _silent(context)
    rates = whole_years(spec, context.numbers)
    run = [rates[y] for y in context.years if all(x in rates for x in range(spec.start, y + 1))]
    points = {k.year: k for k in context.levels if k.value is not None and k.whole}
    base = points.get(spec.start - 1)
    last = max((y for y in points if y in context.years), default=None)
    if last is not None and base and base.value and last > (run[-1].year if run else 0):
        return _grown(context, last, EXACT.divide(points[last].value or 0, base.value), (base, points[last]), base)
    if run:
        product = Decimal(1)
        for one in run:
            product = EXACT.multiply(product, 1 + EXACT.divide(one.value or 0, Decimal(whole)))
        return _grown(context, run[-1].year, product, tuple(run), None)
    used = tuple(sorted((*rates.values(), *points.values()), key=lambda k: k.time))
    if not used:
        return _silent(context)
    due = tuple(y for y in context.years if over(y, context.as_of) and y not in rates)
    return Assessment(State.INCOMPLETE, "growth-gaps", used, missing=due)


def _grown(
    context: _Context, year: int, factor: Decimal, used: tuple[DatedValue, ...], base: DatedValue | None
) -> Assessment:
    """A growth by a factor from the year before the period to the end of a year."""
    spec, whole = context.spec, Decimal(RATES[context.spec.unit or "%"])
    count = year - spec.start + 1
    mean = (EXACT.power(factor, EXACT.divide(Decimal(1), Decimal(count))) - 1) * whole if factor > 0 else -whole
    # compared by their powers: a root is rounded
    goal = EXACT.power(1 + EXACT.divide(context.target, whole), count)
    holds = meets(factor, spec._replace(value=goal))
    assessment = Assessment(State.REACHED, "growth", used, mean, base=base)
    if year == spec.end:
        return assessment if holds else assessment._replace(state=State.BEHIND, why="growth-missed")
    if context.due:
        return assessment._replace(state=State.OVERDUE, why="growth-overdue", missing=(spec.end,))
    missing = tuple(y for y in range(year + 1, spec.end + 1) if over(y, context.as_of))
    if missing:
        return assessment._replace(state=State.INCOMPLETE, why="growth-open", missing=missing)
    return assessment._replace(state=State.ON_TRACK if holds else State.BEHIND, why="growth-path")


def yearly(context: _Context) -> Assessment:
    """Each year by itself; the whole is reached when every year is."""
    full = whole_years(context.spec, context.numbers)
    if not full:
        return _silent(context) if not context.own else Assessment(State.INCOMPLETE, "unusable", tuple(context.own))
    years = tuple((y, _year(context, full.get(y), y)) for y in context.years if y in full or over(y, context.as_of))
    states = [state for _, state in years]
    missing = tuple(y for y, state in years if state is State.OVERDUE)
    assessment = Assessment(State.BEHIND, "years-missed", tuple(full.values()), missing=missing, years=years)
    if State.BEHIND in states:
        return assessment
    if missing:
        return assessment._replace(state=State.INCOMPLETE, why="years-gaps")
    if len(full) == len(context.years):
        return assessment._replace(state=State.REACHED, why="years")
    return assessment._replace(state=State.ON_TRACK, why="years-so-far")


def _year(context: _Context, numbers: DatedValue | None, year: int) -> State:
    if numbers is None or numbers.value is None:
        return State.OVERDUE if over(year, context.as_of) else State.NO_DATA
    return State.REACHED if meets(numbers.value, context.spec) else State.BEHIND


def milestone(context: _Context) -> Assessment:
    """What was built or won: a report that names it decides, or a figure where a figure was promised."""
    target = context.spec.value
    numbers = [(k, k.value) for k in context.own if k.value is not None and k.status is Status.FINAL]
    reached = [k for k, value in numbers if target is not None and value >= target]
    reports = sorted(r for r in context.reports if r[0] in context.years)
    states = [state for _, state in reports]
    if reached:
        return Assessment(State.REACHED, "built", (reached[-1],))
    if ReportState.DONE in states:
        return Assessment(State.REACHED, "reported", report=ReportState.DONE)
    if states and states[-1] is ReportState.SHORT:
        return Assessment(State.BEHIND, "reported", report=ReportState.SHORT)
    if context.due:
        return Assessment(State.OVERDUE, "overdue", tuple(context.own))
    if states or context.own:
        return Assessment(State.INCOMPLETE, "under-way", tuple(context.own), report=states[-1] if states else None)
    return Assessment(State.NO_DATA, "silent")


def qualitative(context: _Context) -> Assessment:
    """Words have no arithmetic."""
    return Assessment(State.QUALITATIVE, "qualitative", tuple(context.own))


RULES: dict[Measure, Callable[[_Context], Assessment]] = {
    Measure.LEVEL: level,
    Measure.CUMULATIVE: cumulative,
    Measure.ANNUAL_GROWTH: growth,
    Measure.ANNUAL: yearly,
    Measure.CHANGE: change,
    Measure.MILESTONE: milestone,
    Measure.QUALITATIVE: qualitative,
}
