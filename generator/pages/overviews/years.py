"""A year as the documents tell it: what was promised for it, what was reached, what was said, what was to be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_spec import over
from generator.analysis.target_status import periods_of
from generator.language import formatting
from generator.ledger.enums import PlanKind, ReportState
from generator.ledger.records import Observation, Plan, Report, Target, Task
from generator.pages.components.breakdown_table import BreakdownBuilder
from generator.pages.components.builder import ComponentBuilder, mark
from generator.pages.components.views import AimLine, Figure, Ref, ReportLine, RollupLine, StateLine, TaskLine, Unit

SHOWN = 400
"""Targets and results that a year's page lists; a year that has more is told by its documents and indicators."""


class YearPlan(NamedTuple):
    """An annual plan and its document, None where its text was not available."""

    ref: Ref
    document: Ref | None


class YearDocument(NamedTuple):
    """A document that speaks of a year, and what it says of it."""

    ref: Ref
    day: date | None
    tasks: int
    targets: int
    results: int
    reports: int


class Answered(NamedTuple):
    """A target of several years with where it stands, and the year's results that belong to it."""

    target: Figure
    standing: StateLine
    results: tuple[Figure, ...]


class Part(NamedTuple):
    """Results or reports below one heading of a plan."""

    anchor: str
    ref: Ref
    other: str
    """The plan of the heading, where it is not the year's own."""
    lines: tuple[Figure | ReportLine, ...]


class StateGroup(NamedTuple):
    """Reports of one state, by heading."""

    state: str
    mark: str
    total: int
    parts: tuple[Part, ...]


class Carried(NamedTuple):
    """A task of the plan above that a year's task carries on."""

    task: Ref
    plan: str
    reason: str
    leads: tuple[Unit, ...]


class YearTask(NamedTuple):
    """A task of the year; ``inherited`` are the leads of what it carries on, where its own document names none."""

    line: TaskLine
    carries: tuple[Carried, ...]
    inherited: tuple[Unit, ...]


class YearView(NamedTuple):
    title: str
    over: bool
    """Whether the year was over when the newest document was made."""
    plans: tuple[YearPlan, ...]
    documents: tuple[YearDocument, ...]
    rollup: RollupLine | None
    targets: tuple[AimLine, ...]
    aims: int
    """How many targets the year has."""
    targets_more: int
    """How many of them are not listed."""
    parts: int
    """How many of the targets are an organisation's own, and so not in the roll-up."""
    results: int
    results_more: int
    answers: tuple[Answered, ...]
    others: tuple[Part, ...]
    reports: int
    states: tuple[StateGroup, ...]
    tasks: tuple[YearTask, ...]
    inherited: bool
    """Whether a task shows leads that its document does not print."""


class YearLine(NamedTuple):
    """A year as a row of the index; a year of which nothing is known has no page."""

    title: str
    ref: Ref | None
    plans: tuple[YearPlan, ...]
    targets: int
    results: int
    reports: int
    tasks: int


def years_told(index: LedgerIndex) -> list[int]:
    """Years of plans that have annual targets, results or reports, in their order."""
    told = {t.start_year for t in index.ledger.targets if t.start_year == t.end_year}
    told |= {int(period[:4]) for period in (*index.observations_in, *index.reports_in)}
    return [year for year in _years(index) if year in told]


def _years(index: LedgerIndex) -> list[int]:
    """Every year of any plan."""
    return sorted({y for p in index.ledger.plans for y in range(p.start_year, p.end_year + 1)})


@dataclass(frozen=True)
class Years:
    """Makes the views of years."""

    components: ComponentBuilder

    @property
    def index(self) -> LedgerIndex:
        return self.components.index

    def every_year(self) -> tuple[YearLine, ...]:
        """Every year of every plan, the newest first."""
        annual = Counter(t.start_year for t in self.index.ledger.targets if t.start_year == t.end_year)
        return tuple(self._line(year, annual[year]) for year in reversed(_years(self.index)))

    def _line(self, year: int, targets: int) -> YearLine:
        index, periods, plans = self.index, periods_of(year), self._plans(year)
        counts = {
            "targets": targets,
            "results": sum(len(index.observations_in.get(p, ())) for p in periods),
            "reports": sum(len(index.reports_in.get(p, ())) for p in periods),
        }
        title = formatting.year(year)
        ref = Ref(title, f"years/{year}/") if any(counts.values()) else None
        tasks = sum(len(index.tasks_of_plan.get(p.id, ())) for p in plans)
        return YearLine(title, ref, tuple(map(self._plan, plans)), **counts, tasks=tasks)

    def view(self, year: int) -> YearView:
        plans, targets = self._plans(year), self._targets(year)
        results = [o for period in periods_of(year) for o in self.index.observations_in.get(period, ())]
        reports = [r for period in periods_of(year) for r in self.index.reports_in.get(period, ())]
        tasks = [t for plan in plans for t in self.index.tasks_of_plan.get(plan.id, ())]
        parts = BreakdownBuilder(self.components)
        asked = [(o, self._asked(o)) for o in results[:SHOWN]]
        whole = [t for t in targets if t.organization is None]
        lines = tuple(map(self._task, tasks))
        return YearView(
            title=formatting.year(year),
            over=bool(self.index.as_of and over(year, self.index.as_of)),
            plans=tuple(map(self._plan, plans)),
            documents=tuple(self._documents(tasks, targets, results, reports)),
            rollup=self.components.rollup(self.components.statuses.of(t) for t in whole) if whole else None,
            targets=tuple(map(parts.aim, targets[:SHOWN])),
            aims=len(targets),
            targets_more=len(targets[SHOWN:]),
            parts=len(targets) - len(whole),
            results=len(results),
            results_more=len(results[SHOWN:]),
            answers=tuple(self._answered(asked)),
            others=self._by_heading([o for o, targets in asked if not targets], "results", year),
            reports=len(reports),
            states=tuple(self._states(reports, year)),
            tasks=lines,
            inherited=any(line.inherited for line in lines),
        )

    def _plans(self, year: int) -> list[Plan]:
        return [p for p in self.index.ledger.plans if p.kind is PlanKind.ANNUAL and p.start_year == year]

    def _plan(self, plan: Plan) -> YearPlan:
        return YearPlan(self.components.plan(plan), self.components.document(plan.document) if plan.document else None)

    def _targets(self, year: int) -> list[Target]:
        return [t for t in self.index.targets_from.get(year, ()) if t.end_year == year]

    def _documents(
        self,
        tasks: Iterable[Task],
        targets: Iterable[Target],
        results: Iterable[Observation],
        reports: Iterable[Report],
    ) -> Iterable[YearDocument]:
        """What speaks of the year, the newest first."""
        counts = [Counter(x.document for x in lot) for lot in (tasks, targets, results, reports)]
        found = [
            YearDocument(
                self.components.document(id_), self.index.day(self.index.documents[id_]), *(lot[id_] for lot in counts)
            )
            for id_ in dict.fromkeys(chain.from_iterable(counts))
        ]
        return sorted(found, key=lambda d: (d.day or date.min, d.ref.path), reverse=True)

    def _asked(self, record: Observation) -> list[Target]:
        """Targets of several years, for whom the result is of, whose time it belongs to."""
        return [
            t
            for t in self.index.targets_of.get(record.indicator, ())
            if t.organization == record.organization and t.start_year < t.end_year
            if t.start_year <= int(record.period[:4]) <= t.end_year
        ]

    def _answered(self, asked: Iterable[tuple[Observation, list[Target]]]) -> Iterable[Answered]:
        found: dict[str, tuple[Target, list[Figure]]] = {}
        for record, targets in asked:
            for target in targets:
                found.setdefault(target.id, (target, []))[1].append(self.components.result(record))
        for target, results in found.values():
            standing = self.components.state(self.components.statuses.of(target))
            yield Answered(self.components.target(target), standing, tuple(results))

    def _by_heading(self, records: Iterable[Observation | Report], anchor: str, year: int) -> tuple[Part, ...]:
        """Records below the headings of the second level, those of the year's own plans first."""
        found: dict[str, list[Figure | ReportLine]] = {}
        for record in records:
            if isinstance(record, Report):
                found.setdefault(self.index.area(record.section).id, []).append(self.components.report(record))
            else:
                section = self.index.indicators[record.indicator].section
                found.setdefault(self.index.area(section).id, []).append(self.components.result(record))
        own = {p.id for p in self._plans(year)}
        parts = (self._part(id_, anchor, own, tuple(lines)) for id_, lines in found.items())
        return tuple(sorted(parts, key=lambda part: part.other))

    def _part(self, id_: str, anchor: str, own: set[str], lines: tuple[Figure | ReportLine, ...]) -> Part:
        section = self.index.sections[id_]
        other = "" if section.plan in own else self.index.plans[section.plan].title
        return Part(f"{anchor}-{id_}", self.components.section(section), other, lines)

    def _states(self, reports: list[Report], year: int) -> Iterable[StateGroup]:
        for state in ReportState:
            if own := [r for r in reports if r.state is state]:
                yield StateGroup(state, mark(state), len(own), self._by_heading(own, mark(state), year))

    def _task(self, task: Task) -> YearTask:
        line = self.components.task_line(task)
        carries = tuple(self._carried(c.continues, c.reason) for c in self.index.continues.get(task.id, ()))
        units = {} if line.leads else {unit.ref: unit for c in carries for unit in c.leads}
        return YearTask(line, carries, tuple(units.values()))

    def _carried(self, id_: str, reason: str) -> Carried:
        task = self.index.tasks[id_]
        return Carried(
            self.components.task(task), self.index.plans[task.plan].title, reason, self.components.leads(id_)
        )
