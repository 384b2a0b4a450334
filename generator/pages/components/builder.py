"""Refs, figures and rows of lists: the pieces that many pages show, each made once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar

from generator.analysis import state_explanation
from generator.analysis.chart_geometry import Chart, draw_chart, progress_bar
from generator.analysis.ledger_index import LedgerIndex, unit_path
from generator.analysis.target_status import Rollup, StatusIndex, TargetStatus, rollup
from generator.language import formatting, page_words, state_words
from generator.language.official_text import span
from generator.ledger.enums import Comparator, OrganizationKind, Relation, Role
from generator.ledger.records import (
    Assignment,
    Evidence,
    Indicator,
    Membership,
    Observation,
    Organization,
    Plan,
    Report,
    Section,
    Target,
    Task,
)
from generator.pages.components.views import (
    Figure,
    IndicatorLine,
    Ref,
    RelatedLine,
    ReportLine,
    RollupLine,
    Source,
    StateLine,
    TallyLine,
    TaskLine,
    Unit,
)

T = TypeVar("T")


@dataclass(frozen=True)
class ComponentBuilder:
    """Makes the parts of pages from an index; ``texts`` are the official texts that were supplied, by document."""

    index: LedgerIndex
    texts: Mapping[str, str] = field(default_factory=dict)
    _made: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    def _once(self, key: Hashable, make: Callable[[], T]) -> T:
        """A component that many pages show, made the first time and then reused."""
        if key not in self._made:
            self._made[key] = make()
        component: T = self._made[key]
        return component

    @cached_property
    def statuses(self) -> StatusIndex:
        return StatusIndex(self.index)

    def state(self, standing: TargetStatus) -> StateLine:
        """Where a target stands, in words."""
        return self._once(("state", standing.target.id), lambda: self._state(standing))

    def _state(self, standing: TargetStatus) -> StateLine:
        assessment = standing.assessment
        state, share = assessment.state, state_explanation.share(assessment)
        if share and assessment.at_least:
            share = state_words.AT_LEAST.format(share=share)
        sentence = state_explanation.explain(standing.spec, assessment)
        words = state_words.SIGNS[state], state_words.MEANINGS[state]
        return StateLine(state, mark(state), *words, share, sentence, progress_bar(assessment))

    def indicator_chart(self, indicator: str) -> Chart | None:
        """The whole place's target of an indicator over its years, with the targets of single years."""
        main = self.statuses.main(indicator)
        if main is None:
            return None
        others = (t for t in self.targets_of(indicator) if t.organization is None and t.start_year == t.end_year)
        annual = [(t.start_year, t.value) for t in others if t.value is not None and t.id != main.target.id]
        return draw_chart(main.spec, main.assessment, main.figures, annual, self.index.as_of or date.min)

    def rollup(self, statuses: Iterable[TargetStatus]) -> RollupLine:
        """Targets by state, in words."""
        return self.tallied(rollup(statuses))

    def tallied(self, found: Rollup) -> RollupLine:
        """A sum of targets by state, in words."""
        lines, before = [], 0
        for state, targets in found.tallies:
            start, width = (state_explanation.short(Decimal(100 * n) / found.total) for n in (before, targets))
            lines.append(
                TallyLine(
                    state, mark(state), state_words.SIGNS[state], state_words.MEANINGS[state], targets, start, width
                )
            )
            before += targets
        return RollupLine(found.total, found.disclosed, tuple(lines))

    def organization(self, id_: str) -> Ref:
        return self._once(("organization", id_), lambda: organization_ref(self.index.organizations[id_]))

    def plan(self, record: Plan) -> Ref:
        return Ref(record.title, f"plans/{record.id}/")

    def section(self, record: Section) -> Ref:
        return Ref(f"{record.number}{record.title}", f"sections/{record.id}/")

    def area_title(self, record: Section) -> str:
        """An area's heading with the numbers of those above it."""
        return "".join(s.number for s in self.index.trail(record.id)) + record.title

    def task(self, record: Task) -> Ref:
        return Ref(record.title, f"tasks/{record.id}/")

    def indicator(self, record: Indicator) -> Ref:
        return Ref(record.name, f"indicators/{record.id}/")

    def document(self, id_: str) -> Ref:
        return self._once(("document", id_), lambda: Ref(self.index.documents[id_].title, f"documents/{id_}/"))

    def source(self, record: Evidence) -> Source:
        return Source(
            self.document(record.document), record.locator, record.passage, record.fingerprint, self.words(record)
        )

    def words(self, record: Evidence) -> str | None:
        """The official wording of a record's passage, where the text of its document was supplied."""
        text = self.texts.get(record.document)
        if text is None or not record.passage:
            return None
        start, end = span(record.passage)
        return text[start:end]

    def unit(self, record: Assignment) -> Unit:
        collective = self.index.organizations[record.organization].kind is OrganizationKind.COLLECTIVE
        return Unit(self.organization(record.organization), record.printed_name, record.scope, collective)

    def leads(self, task: str | None) -> tuple[Unit, ...]:
        return tuple(self.unit(x) for x in self.index.leads(task))

    def supports(self, task: str | None) -> tuple[Unit, ...]:
        return tuple(self.unit(x) for x in self.index.supports(task))

    def target(self, record: Target) -> Figure:
        return self._once(("target", record.id), lambda: self._target(record))

    def _target(self, record: Target) -> Figure:
        indicator = self.index.indicators[record.indicator]
        annual = record.start_year == record.end_year
        return Figure(
            indicator=self.indicator(indicator),
            result=False,
            period=formatting.years(record.start_year, record.end_year),
            kind=page_words.ANNUAL_TARGET if annual else page_words.PLAN_TARGET,
            organization=self.organization(record.organization) if record.organization else None,
            text=figure(record, indicator.unit, record.comparator),
            printed=record.value_text,
            remarks=(),
            note=record.note,
            source=self.source(record),
        )

    def result(self, record: Observation) -> Figure:
        return self._once(("result", record.id), lambda: self._result(record))

    def _result(self, record: Observation) -> Figure:
        indicator = self.index.indicators[record.indicator]
        since = formatting.since(record.since_year) if record.since_year else ""
        return Figure(
            indicator=self.indicator(indicator),
            result=True,
            period=formatting.period(record.period),
            kind=page_words.RESULT,
            organization=self.organization(record.organization) if record.organization else None,
            text=figure(record, indicator.unit),
            printed=record.value_text,
            remarks=(f"{record.basis}{since}", record.status),
            note=record.note,
            source=self.source(record),
        )

    def report(self, record: Report) -> ReportLine:
        return self._once(("report", record.id), lambda: self._report(record))

    def _report(self, record: Report) -> ReportLine:
        return ReportLine(
            period=formatting.period(record.period),
            state=record.state,
            mark=mark(record.state),
            summary=record.summary,
            organization=self.organization(record.organization) if record.organization else None,
            tasks=tuple(self.task(t) for t in self.index.tasks_of_report(record.id)),
            source=self.source(record),
        )

    def targets_of(self, indicator: str) -> list[Target]:
        return self.index.targets_of.get(indicator, [])

    def disclosed(self, indicator: str) -> bool:
        """Whether one of the indicator's targets is answered, or there is any figure where it has no target."""
        targets = self.targets_of(indicator)
        if targets:
            return any(self.statuses.of(t).disclosed for t in targets)
        return indicator in self.index.observations_of

    def indicator_line(self, id_: str) -> IndicatorLine:
        """The row of an indicator, for whoever prints it once for all lists that it stands in."""
        return self._once(("indicator", id_), lambda: self._indicator_line(self.index.indicators[id_]))

    def _indicator_line(self, record: Indicator) -> IndicatorLine:
        targets = [self.target(t) for t in self.targets_of(record.id) if t.organization is None]
        newest = self.index.newest(record.id)
        result = self.result(newest) if newest else None
        return IndicatorLine(
            ref=self.indicator(record),
            nature=record.nature,
            target="；".join(
                formatting.unbroken(f"{t.period} {t.text}" if len(targets) > 1 else t.text) for t in targets
            ),
            result=formatting.unbroken(f"{result.period} {result.text}") if result else "",
            disclosed=self.disclosed(record.id),
            leads=self.leads(record.task),
            standing=self.state(main) if (main := self.statuses.main(record.id)) else None,
            joint=len(self.index.leads(record.task)) > 1,
            area=self.index.area(record.section).id,
        )

    def task_line(self, record: Task, via: Membership | None = None, role: str = "") -> TaskLine:
        def make() -> TaskLine:
            if via is None:
                return self._task_line(record)
            return self.task_line(record)._replace(via=self.organization(via.collective), role=role)

        return self._once(("task", record.id, via.collective if via else "", role), make)

    def _task_line(self, record: Task) -> TaskLine:
        return TaskLine(
            ref=self.task(record),
            locator=record.locator,
            summary=record.summary,
            section=self.section(self.index.sections[record.section]),
            area=self.index.area(record.section).id,
            leads=self.leads(record.id),
            supports=self.supports(record.id),
        )

    def related(self, record: Indicator) -> tuple[RelatedLine, ...]:
        """Related indicators both ways; a subset is told from the side it is seen from."""
        lines = []
        for link in self.index.relations_from.get(record.id, ()):
            word = page_words.PART_OF if link.relation is Relation.SUBSET else str(link.relation)
            lines.append(self._related(link.related, word, link.reason))
        for link in self.index.relations_to.get(record.id, ()):
            word = page_words.CONTAINS if link.relation is Relation.SUBSET else str(link.relation)
            lines.append(self._related(link.indicator, word, link.reason))
        return tuple(lines)

    def _related(self, id_: str, relation: str, reason: str) -> RelatedLine:
        targets = (self.target(t) for t in self.targets_of(id_) if t.organization is None)
        results = (self.result(o) for o in self.index.observations_of.get(id_, ()) if o.organization is None)
        figures = tuple(f"{f.period} {f.kind} {f.text}" for f in (*targets, *results))
        return RelatedLine(self.indicator(self.index.indicators[id_]), relation, reason, figures)

    def assigned(self, organization: str, role: Role) -> list[Task]:
        found = self.index.assignments_of_organization.get(organization, ())
        return [self.index.tasks[a.task] for a in found if a.role is role]

    def through(self, organization: str) -> Iterable[TaskLine]:
        """Tasks that reach an organisation through the collectives it belongs to."""
        for membership in self.index.collectives_of.get(organization, ()):
            for assignment in self.index.assignments_of_organization.get(membership.collective, ()):
                yield self.task_line(self.index.tasks[assignment.task], membership, assignment.role)


def mark(state: StrEnum) -> str:
    """A state as part of a class of the stylesheet."""
    return state.name.lower().replace("_", "-")


def organization_ref(record: Organization) -> Ref:
    """An organisation's page."""
    return Ref(record.name, unit_path(record.id, record.kind))


def figure(record: Target | Observation, unit: str | None, comparator: Comparator | None = None) -> str:
    """A figure for reading, digits as printed: ``≥ 38%``, ``14.6 万人``, ``80余 名``; else the printed words."""
    if record.value is None:
        return record.value_text
    sign = f"{comparator} " if comparator and comparator is not Comparator.PLAIN else ""
    before, behind = _softener(record)
    return f"{before}{sign}" + formatting.amount(f"{record.value}{behind}", unit)


def _softener(record: Target | Observation) -> tuple[str, str]:
    """The printed softener before the number or behind it, as it is printed."""
    word = record.qualifier or ""
    _, found, rest = record.value_text.partition(word) if word else ("", "", "")
    if found and not any(c.isdigit() for c in rest):
        return "", word
    return (f"{word} " if word else ""), ""
