"""Where each target of the ledger stands: the records that a rule may look at, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_states import Assessment, DatedValue, TargetSpec, assess_in_time, in_time
from generator.ledger.enums import Measure, Nature, Relation, ReportState, State
from generator.ledger.records import Observation, Target

QUARTERS = {f"Q{n}": 3 * n for n in range(1, 5)} | {"H1": 6, "H2": 12}
"""Parts of a year in periods, and their last months."""


STATES = {str(state): state for state in State}
NATURES = {str(nature): nature for nature in Nature}


class TargetStatus(NamedTuple):
    """A target, what it promises, and where it stands."""

    target: Target
    promise: TargetSpec
    verdict: Assessment
    disclosed: bool
    """Whether a document gives a figure, or a report that decides, of the target's own time."""
    figures: tuple[DatedValue, ...]
    """What documents give for its indicator and organisation, of whatever time, in the order of time."""


class StatusSummary(NamedTuple):
    """What sums need of a standing: plain enough to be kept from run to run."""

    target: str
    indicator: str
    state: State
    disclosed: bool
    nature: Nature

    @property
    def wanting(self) -> bool:
        """Whether what it needs to be judged is not disclosed: nothing of its time at all, or not its end."""
        return not self.disclosed or self.state is State.OVERDUE


@dataclass(frozen=True)
class StatusIndex:
    """Judges the targets of a book, each once."""

    index: LedgerIndex
    _known: dict[str, dict[str, StatusSummary]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.index.memory.teach("standings", self._plain)
        self.index.memory.teach("issued", self._issued)

    def of(self, target: Target) -> TargetStatus:
        """Where a target stands, by the figures of its own indicator and organisation."""
        return self.index.tracer.once(("standing", target.id), lambda: self._judge(target))

    def main(self, indicator: str) -> TargetStatus | None:
        """Where an indicator stands for the whole place: by its plan's target, None where it has none."""
        target = self._main(indicator)
        return self.of(target) if target else None

    def _main(self, indicator: str) -> Target | None:
        return next((t for t in self.index.targets_of.get(indicator) if t.organization is None), None)

    def brief(self, target: Target) -> StatusSummary:
        """The short form of where a target stands."""
        return self._briefs(target.indicator)[target.id]

    def wanting(self, indicator: str) -> int:
        """How many targets of an indicator, those of organisations included, have no result of their time."""
        return sum(brief.wanting for brief in self._briefs(indicator).values())

    def briefs(self, indicators: Iterable[str]) -> list[StatusSummary]:
        """Where some indicators stand for the whole place; those without a target are left out."""
        recall = self.index.memory.recall
        found = ((indicator, recall("standings", indicator)[0]) for indicator in indicators)
        return [self._briefs(indicator)[main] for indicator, main in found if main]

    def _briefs(self, indicator: str) -> dict[str, StatusSummary]:
        """The targets of an indicator, all at once: what sums hang on is as many results as there are indicators."""
        plain = self.index.memory.recall("standings", indicator)
        found = self._known.get(indicator)
        if found is None:
            _, nature, told = plain
            briefs = (
                StatusSummary(id_, indicator, STATES[state], known, NATURES[nature]) for id_, state, known in told
            )
            found = self._known[indicator] = {brief.target: brief for brief in briefs}
        return found

    def _plain(self, indicator: str) -> tuple[str, str, list[tuple[str, str, bool]]]:
        main, standings = self._main(indicator), map(self.of, self.index.targets_of.get(indicator))
        told = [(s.target.id, str(s.verdict.state), s.disclosed) for s in standings]
        return main.id if main else "", str(self.index.indicators[indicator].nature), told

    def of_tasks(self, tasks: Iterable[str]) -> list[StatusSummary]:
        """Where the indicators of some tasks stand for the whole place."""
        return self.briefs(i.id for task in tasks for i in self.index.indicators_of_task.get(task))

    def under(self, section: str) -> list[StatusSummary]:
        """Where the indicators stand that belong to a heading or to one below it, for the whole place."""
        own = self.briefs(i.id for i in self.index.indicators_of_section.get(section))
        return own + [s for below in self.index.subsections.get(section) for s in self.under(below.id)]

    def of_plan(self, plan: str) -> list[StatusSummary]:
        """Where a plan's promises stand."""
        return [self._briefs(indicator)[target] for indicator, target in self.index.promises(plan)]

    def _judge(self, target: Target) -> TargetStatus:
        asked = self.promise(target)
        figures = self._figures(target.indicator, target.organization)
        levels = self._levels(target) if asked.measure is Measure.ANNUAL_GROWTH else ()
        reports = self._reports(target) if asked.measure is Measure.MILESTONE else []
        verdict = assess_in_time(asked, figures, self.index.as_of or date.min, levels=levels, reports=reports)
        told = [k.year for k in (*figures, *levels)] + [year for year, _ in reports]
        disclosed = any(asked.start <= year <= asked.end for year in told)
        return TargetStatus(target, asked, verdict, disclosed, figures)

    def promise(self, target: Target) -> TargetSpec:
        """A target in the terms of its indicator."""
        own = self.index.indicators[target.indicator]
        years = (target.start_year, target.end_year)
        return TargetSpec(own.measure, own.direction, target.comparator, *years, target.value, own.unit)

    def _figures(self, indicator: str, organization: str | None) -> tuple[DatedValue, ...]:
        """Figures of an indicator and organisation, in time: its targets share them."""

        def make() -> tuple[DatedValue, ...]:
            found, issued = self.index.observations_of.get(indicator), self.index.memory.recall("issued")
            return tuple(in_time(_known(o, issued) for o in found if o.organization == organization))

        return self.index.tracer.once(("figures", indicator, organization), make)

    def _levels(self, target: Target) -> tuple[DatedValue, ...]:
        """Levels of the quantity whose growth is promised, where the ledger links the two."""
        index, own = self.index, target.indicator
        others = [r.related for r in index.relations_from.get(own) if r.relation is Relation.LEVEL_AND_RATE]
        others += [r.indicator for r in index.relations_to.get(own) if r.relation is Relation.LEVEL_AND_RATE]
        levels = (i for i in dict.fromkeys(others) if index.indicators[i].measure is Measure.LEVEL)
        first = next(levels, None)
        return self._figures(first, target.organization) if first else ()

    def _reports(self, target: Target) -> list[tuple[int, ReportState]]:
        found = self.index.reports_of_indicator(target.indicator)
        return [(int(r.period[:4]), r.state) for r in found if r.organization == target.organization]

    def known(self, record: Observation) -> DatedValue:
        """A result in the terms of the rules."""
        return _known(record, self.index.memory.recall("issued"))

    def _issued(self, _: str) -> dict[str, str]:
        """How each document sorts by its day: one look for a figure's standing instead of one for each document."""
        days = {d.id: self.index.day(d) or date.min for d in self.index.tables["documents"]}
        return {id_: f"{day.isoformat()} {id_}" for id_, day in days.items()}


def _known(record: Observation, issued: dict[str, str]) -> DatedValue:
    year, month, whole = time_of(record.period)
    order = f"{issued[record.document]} {record.id}"
    return DatedValue(year, record.value, record.basis, record.status, record.since_year, month, whole, order)


def time_of(period: str) -> tuple[int, int, bool]:
    """The year of a period, its last month, and whether it is the whole year."""
    year, _, part = period.partition("-")
    return int(year), QUARTERS.get(part) or (int(part) if part else 12), not part


def periods_of(year: int) -> tuple[str, ...]:
    """Every period that a year has, itself first."""
    return (str(year), *(f"{year}-{part}" for part in QUARTERS), *(f"{year}-{month:02}" for month in range(1, 13)))
