"""Where each target of the ledger stands, and how many targets are in which state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_spec import Assessment, DatedValue, TargetSpec, in_time
from generator.analysis.target_states import assess_in_time
from generator.ledger.enums import Measure, Nature, Relation, ReportState, State
from generator.ledger.records import Observation, Target

QUARTERS = {f"Q{n}": 3 * n for n in range(1, 5)} | {"H1": 6, "H2": 12}
"""Parts of a year in periods, and their last months."""


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
        return not self.disclosed or self.state is State.OVERDUE


class Tally(NamedTuple):
    """A state and how many targets are in it."""

    state: State
    targets: int


class Rollup(NamedTuple):
    """Targets by state, each target once, with how many of them have a figure or a report of their time."""

    total: int
    disclosed: int
    tallies: tuple[Tally, ...]
    """States that occur, in their own order."""


def rollup(statuses: Iterable[TargetStatus]) -> Rollup:
    """Sum up; a target that comes twice, because it has two leads for example, counts once."""
    unique = {s.target.id: s for s in statuses}.values()
    counts = Counter(s.state for s in unique)
    tallies = tuple(Tally(state, counts[state]) for state in State if counts[state])
    return Rollup(len(unique), sum(s.disclosed for s in unique), tallies)


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

    def main(self, indicator: str) -> TargetStatus | None:
        """Where an indicator stands for the whole place: by its plan's target, None where it has none."""
        targets = self._index.targets_of.get(indicator, ())
        main = next((t for t in targets if t.organization is None), None)
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
        order = f"{self._issued[record.document]} {record.id}"
        return DatedValue(year, record.value, record.basis, record.status, record.since_year, month, whole, order)

    def _assessed(self, target: Target) -> TargetStatus:
        indicator = self._index.indicators[target.indicator]
        years = (target.start_year, target.end_year)
        spec = TargetSpec(
            indicator.measure, indicator.direction, target.comparator, *years, target.value, indicator.unit
        )
        figures = self._figures_of(target.indicator, target.organization)
        levels = self._levels(target) if spec.measure is Measure.ANNUAL_GROWTH else ()
        reports = self._reports(target) if spec.measure is Measure.MILESTONE else []
        as_of = self._index.as_of or date.min
        assessment = assess_in_time(spec, figures, as_of, levels=levels, reports=reports)
        known_years = [k.year for k in (*figures, *levels)] + [year for year, _ in reports]
        disclosed = any(spec.start <= year <= spec.end for year in known_years)
        return TargetStatus(target, indicator.nature, spec, assessment, disclosed, figures)

    def _figures_of(self, indicator: str, organization: str | None) -> tuple[DatedValue, ...]:
        """Figures of an indicator and organisation in the order of time; all its targets share them."""
        key = (indicator, organization)
        figures = self._figures.get(key)
        if figures is None:
            observations = self._index.observations_of.get(indicator, ())
            dated = (self.dated(o) for o in observations if o.organization == organization)
            figures = self._figures[key] = tuple(in_time(dated))
        return figures

    def _levels(self, target: Target) -> tuple[DatedValue, ...]:
        """Levels of the quantity whose growth is promised, where the ledger links the two."""
        index, own = self._index, target.indicator
        others = [r.related for r in index.relations_from.get(own, ()) if r.relation is Relation.LEVEL_AND_RATE]
        others += [r.indicator for r in index.relations_to.get(own, ()) if r.relation is Relation.LEVEL_AND_RATE]
        levels = (i for i in dict.fromkeys(others) if index.indicators[i].measure is Measure.LEVEL)
        first = next(levels, None)
        return self._figures_of(first, target.organization) if first else ()

    def _reports(self, target: Target) -> list[tuple[int, ReportState]]:
        reports = self._index.reports_of_indicator(target.indicator)
        return [(int(r.period[:4]), r.state) for r in reports if r.organization == target.organization]

    @cached_property
    def _issued(self) -> dict[str, str]:
        """Document → a text that sorts as the documents do, by their day."""
        days = {d.id: self._index.day(d) or date.min for d in self._index.ledger.documents}
        return {id_: f"{day.isoformat()} {id_}" for id_, day in days.items()}


def time_of(period: str) -> tuple[int, int, bool]:
    """The year of a period, its last month, and whether it is the whole year."""
    year, _, part = period.partition("-")
    return int(year), QUARTERS.get(part) or (int(part) if part else 12), not part


def periods_of(year: int) -> tuple[str, ...]:
    """Every period that a year has, itself first."""
    return (str(year), *(f"{year}-{part}" for part in QUARTERS), *(f"{year}-{month:02}" for month in range(1, 13)))
