"""Where each target of the ledger stands, and how many targets are in which state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_spec import Assessment, DatedReport, DatedValue, TargetSpec, in_time
from generator.analysis.target_states import assess_in_time
from generator.language import document_words
from generator.ledger.due import last_day
from generator.ledger.enums import Comparator, Direction, EndReason, Measure, Nature, Relation, State
from generator.ledger.periods import time_of
from generator.ledger.records import Indicator, Observation, Report, Target

ENDINGS = {EndReason.CANCELLED: "ended-cancelled", EndReason.MERGED: "ended-merged"}
"""Why a task ended before its time → the case of the state of its indicators' targets."""


class TargetStatus(NamedTuple):
    """A target in the terms of the rules, and where it stands."""

    target: Target
    nature: Nature
    spec: TargetSpec
    assessment: Assessment
    disclosed: bool
    """Whether a document gives a figure, or a report that decides, of the target's own time."""
    figures: tuple[DatedValue, ...]
    """What documents give for its indicator and organisation, of whatever time, in the order of time."""

    @property
    def id(self) -> str:
        """The id of the target."""
        return self.target.id

    @property
    def state(self) -> State:
        """The state of the target."""
        return self.assessment.state

    @property
    def wanting(self) -> bool:
        """Whether what it needs to be judged is not disclosed: nothing of its time at all, or not its end."""
        return self.state is not State.ENDED and (not self.disclosed or self.state is State.OVERDUE)


class Tally(NamedTuple):
    """A state and how many targets are in it."""

    state: State
    targets: int


class Rollup(NamedTuple):
    """Targets by state, each target once, with how many that still stand have a figure or a report of their time."""

    total: int
    disclosed: int
    tallies: tuple[Tally, ...]
    """States that occur, in their own order."""
    told_without_end: int
    """How many of the disclosed are over without a figure of their end."""


def rollup(statuses: Iterable[TargetStatus]) -> Rollup:
    """Sum up; a target that comes twice, because it has two leads for example, counts once."""
    unique = {s.target.id: s for s in statuses}.values()
    counts = Counter(s.state for s in unique)
    tallies = tuple(Tally(state, counts[state]) for state in State if counts[state])
    disclosed = [s for s in unique if s.disclosed and s.state is not State.ENDED]
    return Rollup(len(unique), len(disclosed), tallies, sum(s.state is State.OVERDUE for s in disclosed))


class StatusIndex:
    """The status of every target, each assessed once, when it is first needed."""

    def __init__(self, index: LedgerIndex) -> None:
        self._index = index
        self._statuses: dict[str, TargetStatus] = {}
        self._figures: dict[tuple[str, str | None], tuple[DatedValue, ...]] = {}

    def of(self, target: Target) -> TargetStatus:
        """Where a target stands, by the figures of its own indicator and organisation."""
        status = self._statuses.get(target.id)
        if status is None:
            status = self._statuses[target.id] = self._assessed(target)
        return status

    def spec_of(self, target: Target) -> TargetSpec:
        """A target in the terms of the rules; it is not assessed for it, which takes eight times as long."""
        status = self._statuses.get(target.id)
        return status.spec if status else self.spec(target)

    def is_disclosed(self, target: Target) -> bool:
        """Whether a figure or a report of its time is disclosed; it is not assessed for it."""
        status = self._statuses.get(target.id)
        return status.disclosed if status else self._disclosed(target)

    def main(self, indicator: str) -> TargetStatus | None:
        """Where an indicator stands for the whole place: by its plan's target, None where it has none."""
        main = self._index.main_target(indicator)
        return self.of(main) if main else None

    def of_indicator(self, indicator: str) -> list[TargetStatus]:
        """Where all targets of an indicator stand, those of organisations included."""
        return [self.of(t) for t in self._index.targets_of.get(indicator, ())]

    def of_indicators(self, indicators: Iterable[str]) -> list[TargetStatus]:
        """Where some indicators stand for the whole place; those without a target are left out."""
        return [status for i in indicators if (status := self.main(i))]

    def of_tasks(self, tasks: Iterable[str]) -> list[TargetStatus]:
        """Where the indicators of some tasks stand for the whole place."""
        return self.of_indicators(i.id for task in tasks for i in self._index.indicators_of_task.get(task, ()))

    def under(self, section: str) -> list[TargetStatus]:
        """Where the indicators stand that belong to a heading or to one below it, for the whole place."""
        own = self.of_indicators(i.id for i in self._index.indicators_of_section.get(section, ()))
        return own + [s for below in self._index.subsections.get(section, ()) for s in self.under(below.id)]

    def of_plan(self, plan: str) -> list[TargetStatus]:
        """Where a plan's own targets stand."""
        return [self.of(target) for target in self._index.targets_of_plan(plan)]

    def dated(self, record: Observation) -> DatedValue:
        """A result in the terms of the rules."""
        year, month, whole = time_of(record.period)
        return DatedValue(
            year,
            record.value,
            record.basis,
            record.status,
            record.since_year,
            month,
            whole,
            issued=self.issued[record.document],
            part=record.period.partition("-")[2],
            observation=record.id,
        )

    def spec(self, target: Target) -> TargetSpec:
        """A target in the terms of the rules."""
        index, indicator = self._index, self._index.indicators[target.indicator]
        plan = index.plans[indicator.plan]
        years = (target.start_year, target.end_year)
        return TargetSpec(
            indicator.measure,
            indicator.direction,
            target.comparator,
            *years,
            target.value,
            indicator.unit,
            target.value_max,
            softener=_softener(target),
            due=last_day(target.due) if target.due else None,
            of_plan=target.due is None and years == (plan.start_year, plan.end_year) and years[0] < years[1],
            kept=any(word in target.value_text for word in document_words.KEEPING),
            falls=indicator.measure is Measure.CHANGE and _falls(indicator, target),
            expired=index.is_withdrawn(target.document),
        )

    def _assessed(self, target: Target) -> TargetStatus:
        indicator, spec = self._index.indicators[target.indicator], self.spec(target)
        figures = self._figures_of(target.indicator, target.organization)
        levels = self._levels(target) if spec.measure is Measure.ANNUAL_GROWTH else ()
        reports = self._reports(target) if spec.measure is Measure.MILESTONE else []
        as_of = self._index.as_of_plan(self._index.plan_of_target(target)) or date.min
        ended = self._ending(target, indicator)
        assessment = assess_in_time(spec, figures, as_of, levels=levels, reports=reports, ended=ended)
        return TargetStatus(target, indicator.nature, spec, assessment, self._disclosed(target), figures)

    def is_silent(self, target: Target) -> bool:
        """Whether nothing is disclosed of a target that still stands; it is not assessed for it."""
        return not self._disclosed(target) and not self._ending(target, self._index.indicators[target.indicator])

    def _disclosed(self, target: Target) -> bool:
        """Whether a document gives a figure, or a report that decides, of a target's own time."""
        start, end, measure = target.start_year, target.end_year, self._index.indicators[target.indicator].measure
        if any(start <= figure.year <= end for figure in self._figures_of(target.indicator, target.organization)):
            return True
        if measure is Measure.ANNUAL_GROWTH:
            return any(start <= level.year <= end for level in self._levels(target))
        reports = self._index.reports_of_indicator(target.indicator) if measure is Measure.MILESTONE else ()
        return any(r.organization == target.organization and start <= time_of(r.period)[0] <= end for r in reports)

    def _ending(self, target: Target, indicator: Indicator) -> str:
        """Why a target is not judged any more; empty where it is. What was over before its task ended is judged."""
        if target.replaced_by:
            return "ended-revised"
        if indicator.replaced_by:
            return "ended-replaced"
        task = self._index.tasks.get(indicator.task or "")
        if task is None or (task.ended_on and date(target.end_year, 12, 31) < task.ended_on):
            return ""
        if task.end_reason is None:
            return "ended-continued" if task.replaced_by else ""
        return ENDINGS.get(task.end_reason, "")

    def _figures_of(self, indicator: str, organization: str | None) -> tuple[DatedValue, ...]:
        """Figures of an indicator and organisation in the order of time; all its targets share them."""
        key = (indicator, organization)
        figures = self._figures.get(key)
        if figures is None:
            dated = map(self.dated, self._index.results(indicator, organization))
            figures = self._figures[key] = tuple(in_time(dated))
        return figures

    def _levels(self, target: Target) -> tuple[DatedValue, ...]:
        """Levels of the quantity whose growth is promised, where the ledger links the two."""
        index, links = self._index, self._index.related(target.indicator)
        others = [other for other, link, _ in links if link.relation is Relation.LEVEL_AND_RATE]
        levels = (i for i in dict.fromkeys(others) if index.indicators[i].measure is Measure.LEVEL)
        first = next(levels, None)
        return self._figures_of(first, target.organization) if first else ()

    def _reports(self, target: Target) -> list[DatedReport]:
        reports = self._index.reports_of_indicator(target.indicator)
        return [self._dated_report(r) for r in reports if r.organization == target.organization]

    def _dated_report(self, record: Report) -> DatedReport:
        year, month, _ = time_of(record.period)
        issued = f"{self.issued[record.document]} {record.id}"
        return DatedReport(year, record.state, month, issued, record.summary, record.reason or "")

    @cached_property
    def issued(self) -> dict[str, str]:
        """Document → a text that sorts as the documents do, by their day."""
        days = {d.id: self._index.day(d) or date.min for d in self._index.ledger.documents}
        return {id_: f"{day.isoformat()} {id_}" for id_, day in days.items()}


def _softener(target: Target) -> str:
    """The word by which a target is only about right, beside whatever bound it is; empty where it is exact."""
    if target.comparator is Comparator.ABOUT:
        return target.qualifier or document_words.ROUGHLY
    words = target.value_text + (target.qualifier or "")
    return document_words.ROUGHLY if document_words.ROUGHLY in words else ""


def _falls(indicator: Indicator, target: Target) -> bool:
    """Whether the change that is wanted is a fall: the name or the printed words say so, or less is better."""
    words = indicator.name + target.value_text
    return indicator.direction is Direction.LOWER or any(word in words for word in document_words.FALLING)


def observation_of(index: LedgerIndex, figure: DatedValue) -> Observation | None:
    """The observation that :meth:`StatusIndex.dated` made a figure of."""
    return index.observations.get(figure.observation)
