"""Where a target stands: a rule for each measure, over figures of the target's own indicator and organisation alone.

Every rule is a pure function of the promise, the figures, and the day up to which documents are known. It gives the
state together with what it was computed from, so that a page can print the arithmetic. What is not known is never
taken for behind: a state needs either all the figures that it speaks of, or figures that decide whatever the missing
ones are. The rules are written out, with examples, on the site's page of methods.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
    """Which case of the rule it is: a key of ``terms.WHY``."""
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


def assess(
    promise: TargetSpec,
    figures: Iterable[DatedValue],
    as_of: date,
    *,
    levels: Iterable[DatedValue] = (),
    reports: Iterable[tuple[int, ReportState]] = (),
) -> Assessment:
    """Where a target stands as of a day.

    ``figures`` are of the target's indicator and organisation. ``levels`` are levels of the quantity whose growth is
    promised, ``reports`` (years and states) those that name the indicator; each is heard by one rule only.
    """
    return assess_in_time(promise, in_time(figures), as_of, levels=levels, reports=reports)


def assess_in_time(
    promise: TargetSpec,
    told: Sequence[DatedValue],
    as_of: date,
    *,
    levels: Iterable[DatedValue] = (),
    reports: Iterable[tuple[int, ReportState]] = (),
) -> Assessment:
    """The same for figures that :func:`in_time` has put in order, as all targets of an indicator share them."""
    own = [k for k in told if promise.start <= k.year <= promise.end]
    case = _Context(promise, [k for k in told if k.value is not None], own, as_of, list(levels), list(reports))
    if promise.value is None and promise.measure not in (Measure.MILESTONE, Measure.QUALITATIVE):
        return _silent(case) if not own else Assessment(State.INCOMPLETE, "no-number", tuple(own))
    return RULES[promise.measure](case)


class _Context(NamedTuple):
    promise: TargetSpec
    known: list[DatedValue]
    """Figures with a number, each time once, in the order of time; those before the target's years, too."""
    told: list[DatedValue]
    """Figures of the target's years, those that are words, too."""
    as_of: date
    levels: list[DatedValue]
    reports: list[tuple[int, ReportState]]

    @property
    def target(self) -> Decimal:
        assert self.promise.value is not None, "a rule for numbers is asked with a number"
        return self.promise.value

    @property
    def due(self) -> bool:
        return over(self.promise.end, self.as_of)

    @property
    def years(self) -> range:
        return range(self.promise.start, self.promise.end + 1)


# -- what the rules share


def over(year: int, as_of: date) -> bool:
    """Whether a year is over on a day."""
    return as_of >= date(year, 12, 31)


def sense(promise: TargetSpec) -> int:
    """1 where more is wanted, -1 where less is, 0 where nothing but the very figure will do.

    The comparator decides; a bare figure means "at least" for what should rise and "at most" for what should fall. A
    change is promised by its size, so that a larger one is better whichever way it goes.
    """
    if promise.comparator in (Comparator.AT_LEAST, Comparator.MORE):
        return 1
    if promise.comparator in (Comparator.AT_MOST, Comparator.LESS):
        return -1
    if promise.measure is Measure.CHANGE:
        return 1
    return {Direction.HIGHER: 1, Direction.LOWER: -1, None: 0}[promise.direction]


def meets(value: Decimal, promise: TargetSpec) -> bool:
    """Whether a value is what was promised, by comparator and direction together."""
    assert promise.value is not None, "there is something to compare with"
    if promise.comparator is Comparator.MORE:
        return value > promise.value
    if promise.comparator is Comparator.LESS:
        return value < promise.value
    way = sense(promise)
    return value == promise.value if way == 0 else way * value >= way * promise.value


def in_time(figures: Iterable[DatedValue]) -> list[DatedValue]:
    """One figure for each time and basis, in the order of time."""
    return sorted(_best(figures), key=_order)


def whole_years(promise: TargetSpec, known: Iterable[DatedValue]) -> dict[int, DatedValue]:
    """The figures that are one whole year's own, of the years of a target."""
    years = range(promise.start, promise.end + 1)
    return {k.year: k for k in known if k.whole and k.year in years and k.basis is not Basis.SINCE}


def since_base(promise: TargetSpec, known: Iterable[DatedValue]) -> list[DatedValue]:
    """The changes since the year before a target's first; of a target of one year, all of that year."""
    if promise.start == promise.end:
        return [k for k in known if k.year == promise.end]
    years = range(promise.start, promise.end + 1)
    return [k for k in known if k.basis is Basis.SINCE and k.since == promise.start and k.year in years]


def _order(one: DatedValue) -> tuple[object, ...]:
    return one.year, one.month, one.whole, one.basis, one.since or 0


def _best(figures: Iterable[DatedValue]) -> Iterable[DatedValue]:
    """One figure for each time and basis: a final one before a flash one before a forecast, a later one before others.

    It hangs on no order in which they are given.
    """
    found: dict[tuple[object, ...], DatedValue] = {}
    for one in sorted(figures, key=lambda k: (RANKS.index(k.status), k.issued, k.value is not None, k.value or 0)):
        found[_order(one)] = one
    return found.values()


def _silent(case: _Context) -> Assessment:
    """Nothing is known."""
    return Assessment(State.OVERDUE, "overdue") if case.due else Assessment(State.NO_DATA, "silent")


def _path(value: Decimal, expected: Decimal, promise: TargetSpec) -> State:
    way = sense(promise)
    return State.ON_TRACK if way * value >= way * expected else State.BEHIND


# -- one rule for each measure


def cumulative(case: _Context) -> Assessment:
    """The sum of what is known; a bound of the whole sum as long as nothing can be taken away from it."""
    promise, (parts, whole) = case.promise, _parts(case)
    if not parts:
        return _silent(case) if not case.told else Assessment(State.INCOMPLETE, "unusable", tuple(case.told))
    total = sum((p.value for p in parts if p.value is not None), Decimal())
    missing = tuple(y for y in case.years if over(y, case.as_of) and y not in whole)
    share = EXACT.divide(total, case.target) if case.target else None
    way, steps = sense(promise), [sense(promise) * (p.value or 0) for p in parts]
    grows = way * case.target > 0 and min(steps) >= 0
    shrinks = way * case.target <= 0 and max(steps) <= 0 > min(steps)
    complete = whole.issuperset(case.years)
    found = Assessment(State.REACHED, "sum", tuple(parts), total, share, grows and bool(missing), missing)
    if complete:
        return found if meets(total, promise) else found._replace(state=State.BEHIND, why="sum-missed")
    if grows and meets(total, promise):
        return found._replace(why="sum-early")
    if shrinks and not meets(total, promise):
        return found._replace(state=State.BEHIND, why="sum-exceeded")
    done = len(whole)
    if missing or not done or way == 0:
        why = "sum-open" if not missing else "sum-gaps" if grows else "sum-unknown"
        return found._replace(state=State.INCOMPLETE, why=why)
    expected = EXACT.divide(case.target * done, Decimal(len(case.years)))
    return found._replace(state=_path(total, expected, promise), why="sum-path", expected=expected)


def _parts(case: _Context) -> tuple[list[DatedValue], set[int]]:
    """Figures that add up without counting a time twice, and the years that they cover in whole."""
    promise = case.promise
    sums = [k for k in case.known if k.basis is Basis.SINCE and k.since in case.years and k.year in case.years]
    parts, whole = [], set[int]()
    if sums:
        newest = max(sums, key=lambda k: (k.time, -(k.since or 0)))
        parts.append(newest)
        whole.update(range(newest.since or promise.start, newest.year + (1 if newest.whole else 0)))
        covered = set(range(newest.since or promise.start, newest.year + 1))
    else:
        covered = set()
    for year in case.years:
        own = [k for k in case.known if k.year == year and k.basis is not Basis.SINCE and year not in covered]
        if full := [k for k in own if k.whole]:
            parts.append(full[-1])
            whole.add(year)
        elif own:  # a part of a year: whether it counts from the year's beginning is not said, so only one is taken
            parts.append(max(own, key=lambda k: abs(k.value or Decimal())))
    return sorted(parts, key=lambda k: (k.year, k.month)), whole


def level(case: _Context) -> Assessment:
    """The newest level against the target, and against the straight path from a base where there is one."""
    levels = [k for k in case.known if k.basis is not Basis.SINCE]
    before = [k for k in levels if k.year < case.promise.start]
    return _toward(case, [k for k in levels if k.year in case.years], before[-1] if before else None)


def change(case: _Context) -> Assessment:
    """The change since the base: a change since the year before says nothing of the base."""
    promise = case.promise
    usable = since_base(promise, case.known)
    if case.told and not usable:
        return Assessment(State.INCOMPLETE, "no-base", tuple(case.told))
    return _toward(case, usable, DatedValue(promise.start - 1, Decimal(), Basis.POINT))


def _toward(case: _Context, levels: list[DatedValue], base: DatedValue | None) -> Assessment:
    """The last of some levels on the way from a base to the target."""
    if not levels:
        return _silent(case) if not case.told else Assessment(State.INCOMPLETE, "unusable", tuple(case.told))
    promise, newest = case.promise, levels[-1]
    assert newest.value is not None, "only figures with a number come here"
    found = Assessment(State.REACHED, "level", (newest,), newest.value, base=base)
    final = newest.year == promise.end and newest.month == 12
    if final:
        return found if meets(newest.value, promise) else found._replace(state=State.BEHIND, why="level-missed")
    if case.due:
        return found._replace(state=State.OVERDUE, why="level-overdue", missing=(promise.end,))
    if meets(newest.value, promise):
        return found._replace(why="level-early")
    if base is None or base.value is None or sense(promise) == 0:
        return found._replace(state=State.INCOMPLETE, why="level-no-base")
    way, length = newest.time - base.time, Decimal(promise.end) - base.time
    expected = base.value + EXACT.divide((case.target - base.value) * way, length)
    span = case.target - base.value
    share = EXACT.divide(newest.value - base.value, span) if span else None
    return found._replace(
        state=_path(newest.value, expected, promise), why="level-path", expected=expected, share=share
    )


def growth(case: _Context) -> Assessment:
    """The mean growth since the year before the period, from yearly rates or from levels, never from both."""
    promise, whole = case.promise, RATES.get(case.promise.unit or "")
    if whole is None:
        return Assessment(State.INCOMPLETE, "no-rate", tuple(case.told)) if case.told else _silent(case)
    rates = whole_years(promise, case.known)
    run = [rates[y] for y in case.years if all(x in rates for x in range(promise.start, y + 1))]
    points = {k.year: k for k in case.levels if k.value is not None and k.whole}
    base = points.get(promise.start - 1)
    last = max((y for y in points if y in case.years), default=None)
    if last is not None and base and base.value and last > (run[-1].year if run else 0):
        return _grown(case, last, EXACT.divide(points[last].value or 0, base.value), (base, points[last]), base)
    if run:
        product = Decimal(1)
        for one in run:
            product = EXACT.multiply(product, 1 + EXACT.divide(one.value or 0, Decimal(whole)))
        return _grown(case, run[-1].year, product, tuple(run), None)
    used = tuple(sorted((*rates.values(), *points.values()), key=lambda k: k.time))
    if not used:
        return _silent(case)
    due = tuple(y for y in case.years if over(y, case.as_of) and y not in rates)
    return Assessment(State.INCOMPLETE, "growth-gaps", used, missing=due)


def _grown(
    case: _Context, year: int, factor: Decimal, used: tuple[DatedValue, ...], base: DatedValue | None
) -> Assessment:
    """A growth by a factor from the year before the period to the end of a year."""
    promise, whole = case.promise, Decimal(RATES[case.promise.unit or "%"])
    count = year - promise.start + 1
    mean = (EXACT.power(factor, EXACT.divide(Decimal(1), Decimal(count))) - 1) * whole if factor > 0 else -whole
    # compared by their powers: a root is rounded
    goal = EXACT.power(1 + EXACT.divide(case.target, whole), count)
    holds = meets(factor, promise._replace(value=goal))
    found = Assessment(State.REACHED, "growth", used, mean, base=base)
    if year == promise.end:
        return found if holds else found._replace(state=State.BEHIND, why="growth-missed")
    if case.due:
        return found._replace(state=State.OVERDUE, why="growth-overdue", missing=(promise.end,))
    missing = tuple(y for y in range(year + 1, promise.end + 1) if over(y, case.as_of))
    if missing:
        return found._replace(state=State.INCOMPLETE, why="growth-open", missing=missing)
    return found._replace(state=State.ON_TRACK if holds else State.BEHIND, why="growth-path")


def yearly(case: _Context) -> Assessment:
    """Each year by itself; the whole is reached when every year is."""
    full = whole_years(case.promise, case.known)
    if not full:
        return _silent(case) if not case.told else Assessment(State.INCOMPLETE, "unusable", tuple(case.told))
    years = tuple((y, _year(case, full.get(y), y)) for y in case.years if y in full or over(y, case.as_of))
    states = [state for _, state in years]
    missing = tuple(y for y, state in years if state is State.OVERDUE)
    found = Assessment(State.BEHIND, "years-missed", tuple(full.values()), missing=missing, years=years)
    if State.BEHIND in states:
        return found
    if missing:
        return found._replace(state=State.INCOMPLETE, why="years-gaps")
    if len(full) == len(case.years):
        return found._replace(state=State.REACHED, why="years")
    return found._replace(state=State.ON_TRACK, why="years-so-far")


def _year(case: _Context, known: DatedValue | None, year: int) -> State:
    if known is None or known.value is None:
        return State.OVERDUE if over(year, case.as_of) else State.NO_DATA
    return State.REACHED if meets(known.value, case.promise) else State.BEHIND


def milestone(case: _Context) -> Assessment:
    """What was built or won: a report that names it decides, or a figure where a figure was promised."""
    target = case.promise.value
    numbers = [(k, k.value) for k in case.told if k.value is not None and k.status is Status.FINAL]
    reached = [k for k, value in numbers if target is not None and value >= target]
    reports = sorted(r for r in case.reports if r[0] in case.years)
    states = [state for _, state in reports]
    if reached:
        return Assessment(State.REACHED, "built", (reached[-1],))
    if ReportState.DONE in states:
        return Assessment(State.REACHED, "reported", report=ReportState.DONE)
    if states and states[-1] is ReportState.SHORT:
        return Assessment(State.BEHIND, "reported", report=ReportState.SHORT)
    if case.due:
        return Assessment(State.OVERDUE, "overdue", tuple(case.told))
    if states or case.told:
        return Assessment(State.INCOMPLETE, "under-way", tuple(case.told), report=states[-1] if states else None)
    return Assessment(State.NO_DATA, "silent")


def qualitative(case: _Context) -> Assessment:
    """Words have no arithmetic."""
    return Assessment(State.QUALITATIVE, "qualitative", tuple(case.told))


RULES: dict[Measure, Callable[[_Context], Assessment]] = {
    Measure.LEVEL: level,
    Measure.CUMULATIVE: cumulative,
    Measure.ANNUAL_GROWTH: growth,
    Measure.ANNUAL: yearly,
    Measure.CHANGE: change,
    Measure.MILESTONE: milestone,
    Measure.QUALITATIVE: qualitative,
}
