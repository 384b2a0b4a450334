"""The promise at a glance: the plan's target, then year by year the annual target, the figure and the document's words.

A chain holds records and numbers; pages put words on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.promises.admissions import Admission
from generator.analysis.promises.clues import Clues
from generator.analysis.promises.still_needed import StillNeeded, still_needed
from generator.analysis.target_spec import PREFERRED, DatedValue, over
from generator.analysis.target_states import IN_WORDS
from generator.analysis.target_status import TargetStatus, observation_of
from generator.ledger.due import last_day
from generator.ledger.enums import Basis, PlanKind, State
from generator.ledger.periods import time_of
from generator.ledger.records import Indicator, Milestone, Observation, Plan, Report, Task

FIVE = 5


class YearStep(NamedTuple):
    """A year of a promise, or several years in a row of which nothing is disclosed."""

    start: int
    end: int
    targets: tuple[TargetStatus, ...] = ()
    """Targets of this year alone."""
    figure: Observation | None = None
    more_figures: int = 0
    """How many other figures of the year there are."""
    reports: tuple[Report, ...] = ()
    """What documents say of the indicator in words."""
    admissions: tuple[Admission, ...] = ()

    @property
    def silent(self) -> bool:
        """Whether the year is over and nothing was disclosed."""
        return not (self.figure or self.reports or self.admissions or self.targets)


class PromiseChain(NamedTuple):
    """What became of the promise of an indicator for the whole place."""

    indicator: Indicator
    plan: Plan
    main: TargetStatus | None
    """Its plan's target; None where the ledger has none."""
    five_years: bool
    """Whether this is the target of a five-year plan for its five years: no other is called so."""
    base: Observation | None
    """The figure of before its time from which the way is measured."""
    years: tuple[YearStep, ...]
    needed: StillNeeded | None
    """What a sum still needs."""
    clues: Clues
    admissions: tuple[Admission, ...]
    """What documents admit of it, those of other years included, the newest first."""


class TaskStep(NamedTuple):
    """A step of a task at a time: a milestone, or reports of one period."""

    year: int
    month: int
    milestone: Milestone | None = None
    reports: tuple[Report, ...] = ()


class TaskChain(NamedTuple):
    """What became of a task: its plan, its targets, its milestones and reports in the order of time."""

    task: Task
    plan: Plan
    five_years: bool
    statuses: tuple[TargetStatus, ...]
    """Where its indicators stand for the whole place."""
    steps: tuple[TaskStep, ...]
    admissions: tuple[Admission, ...]


def is_five_years(plan: Plan, start: int, end: int) -> bool:
    """Whether a time is that of a five-year plan."""
    return (
        plan.kind is PlanKind.FIVE_YEAR and (start, end) == (plan.start_year, plan.end_year) and end - start == FIVE - 1
    )


def promise_chain(
    index: LedgerIndex,
    statuses: Iterable[TargetStatus],
    main: TargetStatus | None,
    indicator: Indicator,
    admissions: tuple[Admission, ...],
    clues: Clues,
) -> PromiseChain:
    """The chain of an indicator.

    Args:
        index: The look-ups of the ledger.
        statuses: Where all targets of the indicator stand.
        main: The one of its plan.
        indicator: The indicator.
        admissions: What documents admit of it.
        clues: What bears on it.
    """
    plan = index.plans[indicator.plan]
    annual = [s for s in statuses if main and _is_annual(s, main)]
    values = [(s.target.start_year, s.target.value) for s in annual if s.target.value is not None]
    return PromiseChain(
        indicator=indicator,
        plan=plan,
        main=main,
        five_years=main is not None and is_five_years(plan, main.target.start_year, main.target.end_year),
        base=_base(index, main) if main else None,
        years=tuple(_years(index, main, annual, admissions)) if main else (),
        needed=_needed(main, values) if main else None,
        clues=clues,
        admissions=admissions,
    )


def task_chain(
    index: LedgerIndex, task: Task, statuses: Iterable[TargetStatus], admissions: tuple[Admission, ...]
) -> TaskChain:
    """The chain of a task."""
    plan = index.plans[task.plan]
    by_period: dict[str, list[Report]] = {}
    for report in index.reports_of_task(task.id):
        by_period.setdefault(report.period, []).append(report)
    days = [(last_day(step.due), step) for step in index.milestones_of.get(task.id, ())]
    steps = [TaskStep(day.year, day.month, milestone=step) for day, step in days]
    steps += [TaskStep(*time_of(period)[:2], reports=tuple(reports)) for period, reports in by_period.items()]
    return TaskChain(
        task=task,
        plan=plan,
        five_years=is_five_years(plan, plan.start_year, plan.end_year),
        statuses=tuple(statuses),
        steps=tuple(sorted(steps, key=lambda step: (step.year, step.month))),
        admissions=admissions,
    )


def _is_annual(status: TargetStatus, main: TargetStatus) -> bool:
    """Whether a target is one of a single year within the plan's, of the same tier, that still stands."""
    target, plan = status.target, main.target
    if target.organization or target.replaced_by or target.start_year != target.end_year:
        return False
    if plan.start_year == plan.end_year:
        return False
    return target.tier == plan.tier and plan.start_year <= target.start_year <= plan.end_year


def _base(index: LedgerIndex, main: TargetStatus) -> Observation | None:
    base = main.assessment.base
    return observation_of(index, base) if base else None


def _needed(main: TargetStatus, annual: list[tuple[int, Decimal]]) -> StillNeeded | None:
    """What a sum still needs; nothing where its target does not stand any more."""
    if main.state is State.ENDED:
        return None
    return still_needed(main.spec, main.figures, main.assessment.as_of, annual)


def _years(
    index: LedgerIndex,
    main: TargetStatus,
    annual: list[TargetStatus],
    admissions: tuple[Admission, ...],
) -> Iterator[YearStep]:
    """The years of a promise of which something is known, and the silent ones that are over."""
    used = main.assessment.used
    figures = dict.fromkeys((*main.figures, *used))  # a growth may be computed from levels
    spoken = index.reports_of_indicator(main.target.indicator)
    covered = {
        year
        for figure in used
        if figure.basis is Basis.SINCE and figure.since
        for year in range(figure.since, figure.year)
    }
    silent: list[int] = []
    for year in range(main.spec.start, main.spec.end + 1):
        own = [figure for figure in figures if figure.year == year]
        best = max(own, key=lambda k: (_is_own(k), k in used, k.full, k.month, _rank(k)), default=None)
        admitted = tuple(one for one in admissions if one.year == year)
        told = {one.source.id for one in admitted}
        step = YearStep(
            year,
            year,
            tuple(s for s in annual if s.target.start_year == year),
            observation_of(index, best) if best else None,
            max(len(own) - 1, 0),
            tuple(r for r in spoken if time_of(r.period)[0] == year and r.id not in told),
            admitted,
        )
        if not step.silent:
            if silent:
                yield YearStep(silent[0], silent[-1])
            silent = []
            yield step
        elif _asks(main, year) and year not in covered:
            silent.append(year)
    if silent:
        yield YearStep(silent[0], silent[-1])


def _asks(main: TargetStatus, year: int) -> bool:
    """Whether a figure of a year that is over is missing."""
    asked = main.state is not State.ENDED and main.spec.measure not in IN_WORDS
    return asked and over(year, main.assessment.as_of)


def _rank(figure: DatedValue) -> int:
    return PREFERRED.index(figure.basis) if figure.basis in PREFERRED else -1


def _is_own(figure: DatedValue) -> bool:
    """Whether a figure is one whole year's own."""
    return figure.full and figure.basis is not Basis.SINCE
