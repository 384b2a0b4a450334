"""What is known of the work of each unit in a period: the figures of 绩效考核参考表 and 通报.

Counts and shares of what documents and rounds say, and nothing weighed against anything: points are only those that
a document prints, and no total is made of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.analysis.ledger_index import Duty, LedgerIndex
from generator.analysis.rounds.round_duties import answering, holds, in_office, round_duties
from generator.analysis.rounds.round_status import RoundStatus, UnitStatus, round_status
from generator.analysis.target_spec import EXACT
from generator.analysis.target_status import Rollup, StatusIndex, TargetStatus, rollup
from generator.ledger.enums import Measure, Nature, SubmissionState
from generator.ledger.office_records import Round
from generator.ledger.periods import last_day_of, parts_of, time_of
from generator.ledger.records import Indicator, Observation, Organization, Report, Task

COMPLETE = (SubmissionState.COMPLETE, SubmissionState.NO_CHANGE)
"""States of an answer in which nothing is missing."""
IN_WORDS = (Measure.MILESTONE, Measure.QUALITATIVE)
"""Measures whose result is told in words."""


class Share(NamedTuple):
    """So many of so many."""

    part: int
    whole: int

    @property
    def of_one(self) -> Decimal | None:
        """As a part of one; None where there is nothing that it could be a part of."""
        return EXACT.divide(Decimal(self.part), Decimal(self.whole)) if self.whole else None


class AppraisedTarget(NamedTuple):
    """A target of the period's year, and what is known of the period."""

    status: TargetStatus
    indicator: Indicator
    figure: Observation | None
    """The newest result of the period."""
    told: bool
    """Whether a document or a round tells of the period: with a result, or in words where there is no number."""


class AppraisedTask(NamedTuple):
    """A task that goes on in the period, and what was told of the period."""

    task: Task
    reports: tuple[Report, ...]
    """Those of the newest time within the period."""
    told: bool
    """Whether there is such a report, or a result of one of its indicators."""


class RoundAnswer(NamedTuple):
    """How a unit answered a round."""

    round: Round
    status: UnitStatus

    @property
    def complete(self) -> bool:
        """Whether its newest answer lacks nothing."""
        return self.status.state in COMPLETE


class UnitAppraisal(NamedTuple):
    """A unit, or the whole place, with what it answers for; the binding targets first."""

    organization: Organization | None
    """None for the whole place, where each target and task counts once."""
    targets: tuple[AppraisedTarget, ...]
    tasks: tuple[AppraisedTask, ...]
    answers: tuple[RoundAnswer, ...]

    @property
    def binding(self) -> int:
        """How many of the targets are binding."""
        return sum(one.indicator.nature is Nature.BINDING for one in self.targets)

    @property
    def states(self) -> Rollup:
        """The targets by state."""
        return rollup(one.status for one in self.targets)

    @property
    def told_targets(self) -> Share:
        """Targets of which something is told for the period."""
        return Share(sum(one.told for one in self.targets), len(self.targets))

    @property
    def told_tasks(self) -> Share:
        """Tasks of which something is told for the period."""
        return Share(sum(one.told for one in self.tasks), len(self.tasks))

    @property
    def answered(self) -> Share:
        """填报率: rounds answered, an empty form left out, of those that asked."""
        return Share(sum(one.status.answered for one in self.answers), len(self.answers))

    @property
    def on_time(self) -> Share:
        """按时率: rounds answered within the days of grace, of those that asked."""
        return Share(sum(one.status.on_time is True for one in self.answers), len(self.answers))

    @property
    def complete(self) -> Share:
        """Rounds whose newest answer lacks nothing, of those that asked."""
        return Share(sum(one.complete for one in self.answers), len(self.answers))


class DatedRound(NamedTuple):
    """A round, and how it stands."""

    record: Round
    status: RoundStatus


class Appraisal(NamedTuple):
    """What is known of a period."""

    period: str
    whole: UnitAppraisal
    units: tuple[UnitAppraisal, ...]
    """Those that answer for something, in the order of the ledger."""
    rounds: tuple[DatedRound, ...]
    """The rounds that asked about the period or a part of it."""
    without_lead: tuple[Task | Indicator, ...]
    unasked: tuple[Organization, ...]
    """Collectives whose members no document names."""


def appraisal(index: LedgerIndex, statuses: StatusIndex, period: str) -> Appraisal:
    """What is known of the work of each unit in a period."""
    on, unasked = last_day_of(period), dict[str, Organization]()
    without_lead: list[Task | Indicator] = []
    targets: dict[str, dict[str, AppraisedTarget]] = {}
    tasks: dict[str, dict[str, AppraisedTask]] = {}
    told_targets = _targets(index, statuses, period)
    for target in told_targets:
        own = target.status.target.organization
        duties = index.duties_of_indicator(target.indicator)
        for unit in in_office(index, own, on) if own else _units(index, duties, on, unasked):
            targets.setdefault(unit, {})[target.status.id] = target
        if not own and not index.leads_of_indicator(target.indicator):
            without_lead.append(target.indicator)
    told_tasks = [*_tasks(index, period)]
    for task in told_tasks:
        for unit in _units(index, index.duties_of_task(task.task.id), on, unasked):
            tasks.setdefault(unit, {})[task.task.id] = task
        if not index.leads(task.task.id):
            without_lead.append(task.task)
    rounds = rounds_of(index, period)
    every = [RoundAnswer(record, unit) for record, status in rounds for unit in status.units]
    answers: dict[str, list[RoundAnswer]] = {}
    for answer in every:
        for unit in in_office(index, answer.status.duties.organization.id, on):
            answers.setdefault(unit, []).append(answer)
    named = (o for o in index.organizations.values() if o.id in targets or o.id in tasks or o.id in answers)
    return Appraisal(
        period,
        UnitAppraisal(None, tuple(told_targets), tuple(told_tasks), tuple(every)),
        tuple(
            UnitAppraisal(
                one,
                tuple(targets.get(one.id, {}).values()),
                tuple(tasks.get(one.id, {}).values()),
                tuple(answers.get(one.id, ())),
            )
            for one in named
        ),
        rounds,
        tuple(dict.fromkeys(without_lead)),
        tuple(unasked.values()),
    )


def periods_appraised(index: LedgerIndex) -> tuple[str, ...]:
    """The periods of which there can be a page: those of rounds, and their years; the newest first."""
    periods = {one.period for one in index.ledger.rounds} | {one.period[:4] for one in index.ledger.rounds}
    return tuple(sorted(periods, key=time_of, reverse=True))


def dated_round(index: LedgerIndex, record: Round) -> DatedRound:
    """A round as it stands on the newest day that the ledger knows of its plan."""
    return DatedRound(
        record, round_status(index, round_duties(index, record), index.as_of_plan(record.plan) or record.opens_on)
    )


def rounds_of(index: LedgerIndex, period: str) -> tuple[DatedRound, ...]:
    """The rounds that asked about a period or a part of it."""
    parts = parts_of(period)
    return tuple(dated_round(index, one) for one in index.ledger.rounds if one.period in parts)


def _units(index: LedgerIndex, duties: Iterable[Duty], on: date, unasked: dict[str, Organization]) -> list[str]:
    return [unit for unit, _ in answering(index, duties, on, unasked)]


def _targets(index: LedgerIndex, statuses: StatusIndex, period: str) -> list[AppraisedTarget]:
    """The targets that hold in the year of a period, the binding ones first."""
    parts, year = frozenset(parts_of(period)), time_of(period)[0]
    found = [
        _target(index, statuses.of(target), indicator, parts)
        for indicator in index.indicators.values()
        if not indicator.replaced_by
        for target in index.targets_of.get(indicator.id, ())
        if holds(target, year)
    ]
    return sorted(found, key=lambda one: one.indicator.nature is not Nature.BINDING)


def _target(index: LedgerIndex, status: TargetStatus, indicator: Indicator, parts: frozenset[str]) -> AppraisedTarget:
    own = status.target.organization
    figures = [one for one in index.results(indicator.id, own) if one.period in parts]
    in_words = index.reports_of_indicator(indicator.id) if indicator.measure in IN_WORDS else ()
    told = bool(figures) or any(one.organization == own and one.period in parts for one in in_words)
    return AppraisedTarget(status, indicator, figures[-1] if figures else None, told)


def _tasks(index: LedgerIndex, period: str) -> Iterator[AppraisedTask]:
    """The tasks of plans that run in the year of a period, begun and not ended before it."""
    parts, year = frozenset(parts_of(period)), time_of(period)[0]
    for task in index.tasks.values():
        plan = index.plans[task.plan]
        runs = plan.start_year <= year <= plan.end_year and (task.start_year or year) <= year
        if runs and not task.replaced_by and not (task.ended_on and task.ended_on.year < year):
            told = [one for one in index.reports_of_task(task.id) if one.period in parts]
            newest = max((time_of(one.period) for one in told), default=None)
            figures = any(
                one.period in parts
                for indicator in index.indicators_of_task.get(task.id, ())
                for one in index.observations_of.get(indicator.id, ())
            )
            reports = tuple(one for one in told if time_of(one.period) == newest)
            yield AppraisedTask(task, reports, bool(told) or figures)
