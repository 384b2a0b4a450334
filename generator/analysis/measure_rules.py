"""A rule for each measure: where a target stands, by figures of its own indicator and organisation alone.

Every rule is a pure function of the target, the figures, and the day up to which documents are known. It gives the
state together with what it was computed from, so that a page can print the arithmetic. A missing figure never counts
as bad: a state needs either all the figures that it depends on, or figures that decide whatever the missing ones are.
A figure of a part of a year decides nothing about the year, but for a sum that cannot shrink and has passed its floor
or its ceiling. The rules are written out, with examples, on the site's page of methods.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.analysis.target_spec import (
    EXACT,
    FLOWS,
    RATES,
    Assessment,
    DatedReport,
    DatedValue,
    TargetSpec,
    adds_up,
    aim,
    change_levels,
    meets,
    over,
    sense,
    since_base,
    whole_years,
    year_ends,
)
from generator.ledger.enums import Basis, Measure, ReportState, State, Status

DONE = (ReportState.DONE, ReportState.EXCEEDED)
LATE = (ReportState.BEHIND, ReportState.SHORT)
SILENT = (ReportState.NOT_SAID, ReportState.WEAKNESS)
"""States of reports that say not how far a thing is."""


class RuleInput(NamedTuple):
    """What a rule judges by."""

    spec: TargetSpec
    numbers: list[DatedValue]
    """Figures with a number, each time once, in the order of time; those before the target's years, too."""
    own: list[DatedValue]
    """Figures of the target's years, those that are words, too."""
    as_of: date
    levels: list[DatedValue]
    """Levels of the quantity whose growth is the target."""
    reports: list[DatedReport]
    """Those that name the indicator."""

    @property
    def target(self) -> Decimal:
        """The number that decides."""
        return aim(self.spec)

    @property
    def due(self) -> bool:
        """Whether the target's time is over."""
        return self.as_of >= self.spec.last_day

    @property
    def years(self) -> range:
        """The target's years."""
        return range(self.spec.start, self.spec.end + 1)

    @property
    def short(self) -> State:
        """What a target is that falls short of what it needs: behind while it runs, missed when it is over."""
        return State.MISSED if self.due else State.BEHIND


def nothing_known(known: RuleInput) -> Assessment:
    """No figure of the target's time."""
    if known.due:
        return Assessment(State.OVERDUE, "overdue")
    return Assessment(State.NO_DATA, "silent-expired" if known.spec.expired else "silent")


def nothing_usable(known: RuleInput) -> Assessment:
    """No figure that the rule can use: none at all, parts of years alone, or words."""
    if not known.own:
        return nothing_known(known)
    parts = tuple(k for k in known.own if k.value is not None and not k.full)
    if not parts:
        return Assessment(State.INCOMPLETE, "unusable", tuple(known.own))
    if known.due:
        return Assessment(State.OVERDUE, "part-overdue", parts, missing=(known.spec.end,))
    return Assessment(State.INCOMPLETE, "part", parts)


def _path(value: Decimal, expected: Decimal, spec: TargetSpec) -> State:
    way = sense(spec)
    return State.ON_TRACK if way * value >= way * expected else State.BEHIND


def cumulative(known: RuleInput) -> Assessment:
    """The sum of what is known; a bound of the whole sum as long as nothing can be taken away from it."""
    spec = known.spec
    parts, _ = _parts(known, _summands(known))
    if not parts:
        return nothing_usable(known)
    bound = _sum(known, parts)
    full, whole = _parts(known, [k for k in _summands(known) if k.full or _reaches_deadline(k, known)])
    missing = tuple(y for y in known.years if over(y, known.as_of) and y not in whole)
    way, steps = sense(spec), [sense(spec) * (p.value or 0) for p in parts]
    grows = way * known.target > 0 and min(steps) >= 0
    shrinks = way * known.target <= 0 and max(steps) <= 0 > min(steps)
    bound = bound._replace(at_least=grows and bool(missing), missing=missing)
    assert bound.total is not None, "a sum has a total"
    if whole.issuperset(known.years):
        found = _sum(known, full)
        holds = meets(found.total or Decimal(), spec)
        return found if holds else found._replace(state=State.MISSED, why="sum-missed")
    if grows and meets(bound.total, spec):
        return bound._replace(why="sum-early")
    if shrinks and not meets(bound.total, spec):
        return bound._replace(state=known.short, why="sum-exceeded")
    if missing:
        return bound._replace(state=State.INCOMPLETE, why="sum-gaps" if grows else "sum-unknown")
    if not whole or way == 0:
        return bound._replace(state=State.INCOMPLETE, why="sum-no-direction" if whole else "sum-open")
    found = _sum(known, full)
    expected = EXACT.divide(known.target * len(whole), Decimal(len(known.years)))
    return found._replace(state=_path(found.total or Decimal(), expected, spec), why="sum-path", expected=expected)


def _reaches_deadline(one: DatedValue, known: RuleInput) -> bool:
    """Whether a sum goes on to the month in which the target was due, so that nothing of its time is missing."""
    last = known.spec.last_day
    return (
        known.due
        and one.basis in (Basis.YEAR_TO_DATE, Basis.SINCE)
        and (one.year, one.month) == (last.year, last.month)
    )


def _sum(known: RuleInput, parts: list[DatedValue]) -> Assessment:
    total = sum((p.value for p in parts if p.value is not None), Decimal())
    share = EXACT.divide(total, known.target) if known.target else None
    return Assessment(State.REACHED, "sum", tuple(parts), total, share)


def _summands(known: RuleInput) -> list[DatedValue]:
    """Figures that can be added up: levels and means cannot, nor can parts of years whose unit is a rate."""
    parts = adds_up(known.spec.unit)
    return [k for k in known.numbers if (k.basis in FLOWS or k.basis is Basis.SINCE) and (k.full or parts)]


def parts_of_sum(spec: TargetSpec, figures: Iterable[DatedValue], as_of: date) -> list[DatedValue]:
    """All figures that add up to what is known of a sum, parts of years included; each time is counted once."""
    numbers = [k for k in figures if k.value is not None]
    known = RuleInput(spec, numbers, [k for k in numbers if spec.start <= k.year <= spec.end], as_of, [], [])
    return _parts(known, _summands(known))[0]


def _parts(known: RuleInput, figures: list[DatedValue]) -> tuple[list[DatedValue], set[int]]:
    """Figures that add up without counting a time twice, and the years that they cover in whole."""
    spec = known.spec
    sums = [k for k in figures if k.basis is Basis.SINCE and k.since in known.years and k.year in known.years]
    parts, whole, covered = [], set[int](), set[int]()
    if sums:
        newest = max([k for k in sums if _reaches_deadline(k, known)] or sums, key=lambda k: (k.time, -(k.since or 0)))
        parts.append(newest)
        is_whole = newest.full or _reaches_deadline(newest, known)
        whole.update(range(newest.since or spec.start, newest.year + (1 if is_whole else 0)))
        covered = set(range(newest.since or spec.start, newest.year + 1))
    years = whole_years(spec, figures)
    for year in known.years:
        if year in covered:
            continue
        own = [k for k in figures if k.year == year and k.basis is not Basis.SINCE]
        at_end = [k for k in own if _reaches_deadline(k, known)]
        if at_end or year in years:
            parts.append(at_end[-1] if at_end else years[year])
            whole.add(year)
        elif own:
            # parts of a year may lie in each other, so only one is taken
            parts.append(max(own, key=lambda k: abs(k.value or Decimal())))
    return sorted(parts, key=lambda k: (k.year, k.month)), whole


def level(known: RuleInput) -> Assessment:
    """The newest level against the target, and against the straight path from a base where there is one."""
    spec, levels = known.spec, [k for k in known.numbers if _ends(k, known.spec)]
    before = [k for k in levels if k.year < spec.start]
    return _toward(known, [k for k in levels if k.year in known.years], before[-1] if before else None)


def _ends(one: DatedValue, spec: TargetSpec) -> bool:
    """Whether a level is of the end of a year, or of the month in which the target is due."""
    return (one.full and one.basis is not Basis.SINCE) or _at_deadline(one, spec)


def _at_deadline(one: DatedValue, spec: TargetSpec) -> bool:
    month = (spec.last_day.year, spec.last_day.month)
    return one.basis is Basis.POINT and (one.year, one.month) == month


def change(known: RuleInput) -> Assessment:
    """The change since the base, as documents give it or from two levels; one since last year says nothing of it."""
    spec = known.spec
    zero = DatedValue(spec.start - 1, Decimal(), Basis.POINT)
    if changes := since_base(spec, known.numbers):
        return _as_change(_toward(known, changes, zero))
    if not (points := change_levels(spec, known.numbers)):
        found = nothing_usable(known)
        return found._replace(why="no-base") if found.why == "unusable" else found
    base, newest = points[0], points[-1]
    assert base.value is not None and newest.value is not None, "only figures with a number come here"
    size = (newest.value - base.value) * (-1 if spec.falls else 1)
    found = _toward(known, [newest._replace(value=size)], zero)
    return _as_change(found)._replace(used=(base, newest), base=base)


def _as_change(found: Assessment) -> Assessment:
    """The path of a change in its own words: it begins at no level."""
    return found._replace(why="change-path") if found.why == "level-path" else found


def _toward(known: RuleInput, levels: list[DatedValue], base: DatedValue | None) -> Assessment:
    """The last of some levels on the way from a base to the target."""
    if not levels:
        return nothing_usable(known)
    spec, newest = known.spec, levels[-1]
    assert newest.value is not None, "only figures with a number come here"
    found = Assessment(State.REACHED, "level", (newest,), newest.value, base=base)
    holds = meets(newest.value, spec)
    if (newest.full and newest.year == spec.end) or _at_deadline(newest, spec):
        return found if holds else found._replace(state=State.MISSED, why="level-missed")
    if known.due:
        return found._replace(state=State.OVERDUE, why="level-overdue", missing=(spec.end,))
    if holds and (spec.kept or sense(spec) <= 0 or spec.value_max is not None):
        return found._replace(state=State.ON_TRACK, why="level-so-far")
    if holds:
        return found._replace(why="level-early")
    earlier = [base, *(levels[:-1] if spec.kept else ())]
    if sense(spec) != 0 and any(one and one.value is not None and meets(one.value, spec) for one in earlier):
        return found._replace(state=State.BEHIND, why="level-lost")
    if base is None or base.value is None:
        return found._replace(state=State.INCOMPLETE, why="level-no-base")
    if sense(spec) == 0:
        return found._replace(state=State.INCOMPLETE, why="level-no-direction")
    way, length = newest.time - base.time, Decimal(spec.end) - base.time
    span = known.target - base.value
    expected = base.value + EXACT.divide(span * way, length)
    share = EXACT.divide(newest.value - base.value, span) if span else None
    return found._replace(state=_path(newest.value, expected, spec), why="level-path", expected=expected, share=share)


def growth(known: RuleInput) -> Assessment:
    """The mean growth since the year before the period, from yearly rates or from levels, never from both."""
    spec, whole = known.spec, RATES.get(known.spec.unit or "")
    if whole is None:
        return Assessment(State.INCOMPLETE, "no-rate", tuple(known.own)) if known.own else nothing_known(known)
    rates = whole_years(spec, known.numbers)
    run = [rates[y] for y in known.years if all(x in rates for x in range(spec.start, y + 1))]
    points = {k.year: k for k in year_ends(known.levels) if k.value is not None}
    base = points.get(spec.start - 1)
    last = max((y for y in points if y in known.years), default=None)
    if last is not None and base and base.value and last > (run[-1].year if run else 0):
        return _grown(known, last, EXACT.divide(points[last].value or 0, base.value), (base, points[last]), base)
    if run:
        product = Decimal(1)
        for one in run:
            product = EXACT.multiply(product, 1 + EXACT.divide(one.value or 0, Decimal(whole)))
        return _grown(known, run[-1].year, product, tuple(run), None)
    used = tuple(sorted((*rates.values(), *points.values()), key=lambda k: k.time))
    if not used:
        return nothing_usable(known)
    due = tuple(y for y in known.years if over(y, known.as_of) and y not in rates)
    return Assessment(State.INCOMPLETE, "growth-gaps", used, missing=due)


def _grown(
    known: RuleInput, year: int, factor: Decimal, used: tuple[DatedValue, ...], base: DatedValue | None
) -> Assessment:
    """A growth by a factor from the year before the period to the end of a year."""
    spec, whole = known.spec, Decimal(RATES[known.spec.unit or "%"])
    count = year - spec.start + 1
    mean = (EXACT.power(factor, EXACT.divide(Decimal(1), Decimal(count))) - 1) * whole if factor > 0 else -whole
    # compared by their powers: a root is rounded
    goals = [EXACT.power(1 + EXACT.divide(v, whole), count) for v in (spec.value, spec.value_max) if v is not None]
    holds = meets(factor, spec._replace(value=goals[0], value_max=goals[1] if len(goals) > 1 else None))
    assessment = Assessment(State.REACHED, "growth", used, mean, base=base)
    if year == spec.end:
        return assessment if holds else assessment._replace(state=State.MISSED, why="growth-missed")
    if known.due:
        return assessment._replace(state=State.OVERDUE, why="growth-overdue", missing=(spec.end,))
    missing = tuple(y for y in range(year + 1, spec.end + 1) if over(y, known.as_of))
    if missing:
        return assessment._replace(state=State.INCOMPLETE, why="growth-open", missing=missing)
    return assessment._replace(state=State.ON_TRACK if holds else State.BEHIND, why="growth-path")


def yearly(known: RuleInput) -> Assessment:
    """Each year by itself; the whole is reached when every year is."""
    full = whole_years(known.spec, known.numbers)
    deciding = {**_early_sums(known), **full}
    if not deciding:
        return nothing_usable(known)
    years = tuple((y, _year(known, deciding.get(y), y)) for y in known.years if y in deciding or over(y, known.as_of))
    states = [state for _, state in years]
    missing = tuple(y for y, state in years if state is State.OVERDUE)
    used = tuple(deciding[y] for y in sorted(deciding))
    found = Assessment(known.short, "years-missed", used, missing=missing, years=years)
    if State.MISSED in states:
        return found
    if missing:
        return found._replace(state=State.INCOMPLETE, why="years-gaps")
    if len(deciding) == len(known.years):
        return found._replace(state=State.REACHED, why="years")
    return found._replace(state=State.ON_TRACK, why="years-so-far")


def _year(known: RuleInput, figure: DatedValue | None, year: int) -> State:
    if figure is None or figure.value is None:
        return State.OVERDUE if over(year, known.as_of) else State.NO_DATA
    return State.REACHED if meets(figure.value, known.spec) else State.MISSED


def _early_sums(known: RuleInput) -> dict[int, DatedValue]:
    """Sums of a part of a year that have passed the floor or the ceiling of the year, and that cannot shrink."""
    spec, way, passed = known.spec, sense(known.spec), dict[int, DatedValue]()
    if way == 0 or not adds_up(spec.unit):
        return passed
    floor = way * known.target > 0
    for year in known.years:
        parts = [k for k in known.numbers if k.year == year and k.basis in FLOWS and not k.full]
        steps = [way * (k.value or Decimal()) for k in parts]
        if parts and (min(steps) >= 0 if floor else max(steps) <= 0):
            largest = max(parts, key=lambda k: abs(k.value or Decimal()))
            if meets(largest.value or Decimal(), spec) == floor:
                passed[year] = largest
    return passed


def milestone(known: RuleInput) -> Assessment:
    """What was built or won: the last report that names it decides, or a figure where a figure was promised."""
    target = known.spec.value
    numbers = [(k, k.value) for k in known.own if k.value is not None and k.status is Status.FINAL]
    reached = [k for k, value in numbers if target is not None and value >= target]
    reports = sorted((r for r in known.reports if r.year in known.years), key=lambda r: (r.year, r.month, r.issued))
    last = next((r for r in reversed(reports) if r.state not in SILENT), reports[-1] if reports else None)
    if reached:
        return Assessment(State.REACHED, "built", (reached[-1],))
    if last and last.state in DONE:
        return Assessment(State.REACHED, "reported", report=last)
    if last and last.state in LATE and not known.due:
        return Assessment(State.BEHIND, "reported", report=last)
    if last and last.state in LATE and (last.year, last.month) >= (known.spec.last_day.year, known.spec.last_day.month):
        return Assessment(State.MISSED, "reported", report=last)
    if known.due:
        return Assessment(State.OVERDUE, "overdue", tuple(known.own))
    if last or known.own:
        return Assessment(State.INCOMPLETE, "under-way", tuple(known.own), report=last)
    return nothing_known(known)


def qualitative(known: RuleInput) -> Assessment:
    """Words have no arithmetic."""
    return Assessment(State.QUALITATIVE, "qualitative", tuple(known.own))


RULES: dict[Measure, Callable[[RuleInput], Assessment]] = {
    Measure.LEVEL: level,
    Measure.CUMULATIVE: cumulative,
    Measure.ANNUAL_GROWTH: growth,
    Measure.ANNUAL: yearly,
    Measure.CHANGE: change,
    Measure.MILESTONE: milestone,
    Measure.QUALITATIVE: qualitative,
}
