"""From a record to the view of its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.analysis.ledger_index import WITHDRAWN, LedgerIndex
from generator.language import page_words
from generator.ledger.enums import ReportState, Role
from generator.ledger.records import Document, Evaluation, Evidence, Indicator, Organization, Section, Task
from generator.pages.components.breakdown_table import BreakdownBuilder
from generator.pages.components.builder import ComponentBuilder, mark
from generator.pages.components.charts import figure
from generator.pages.components.filters import Facets
from generator.pages.components.views import (
    DocumentView,
    Evaluated,
    IndicatorRow,
    IndicatorView,
    Link,
    PeriodLine,
    Ref,
    SectionView,
    TaskView,
    UnitView,
)
from generator.pages.overviews.changes import Changes
from generator.pages.records.headlines import headlines
from generator.pages.records.partners import partners


@dataclass(frozen=True)
class Maker:
    """Makes the views of records."""

    lines: ComponentBuilder

    @property
    def book(self) -> LedgerIndex:
        return self.lines.book

    @property
    def parts(self) -> BreakdownBuilder:
        return BreakdownBuilder(self.lines)

    @property
    def changes(self) -> Changes:
        return Changes(self.book)

    def indicator_view(self, record: Indicator) -> IndicatorView:
        task = self.book.tasks.find(record.task)
        replaced = self.book.indicators.find(record.replaced_by)
        targets = tuple(self.lines.target(t) for t in self.lines.targets_of(record.id))
        results = tuple(self.lines.result(o) for o in self.book.observations_of.get(record.id))
        reports = self.book.reports_of_task(record.task)
        return IndicatorView(
            record=record,
            plan=self.book.plans[record.plan],
            task=self.lines.task(task) if task else None,
            task_summary=task.summary if task else "",
            leads=self.lines.leads(record.task),
            supports=self.lines.supports(record.task),
            headlines=headlines(self.lines, record.id),
            figures=(*targets, *results),
            bases=self._bases(record),
            broken_down=any(f.organization for f in (*targets, *results)),
            breakdown=self.parts.breakdown(record),
            disclosed=self.lines.disclosed(record.id),
            standings=tuple(
                (self.lines.target(t), self.lines.state(self.lines.standings.of(t)))
                for t in self.lines.targets_of(record.id)
                if t.organization is None
            ),
            picture=figure(self.lines, record.id),
            documents=tuple(dict.fromkeys(f.source.document for f in (*targets, *results))),
            updated=self._updated(f.document for f in self._figures(record.id)),
            related=self.lines.related(record),
            replaced_by=self.lines.indicator(replaced) if replaced else None,
            reports=tuple(self.lines.report(r) for r in reports),
            words=tuple({f.source.words: f.source for f in (*targets, *results) if f.source.words}.values()),
            changes=self.changes.of_indicator(record.id),
        )

    def _bases(self, record: Indicator) -> tuple[str, ...]:
        """The words by which the results say how they count and whether they are final."""
        found = self.book.observations_of.get(record.id)
        return tuple(dict.fromkeys(str(x) for o in found for x in (o.basis, o.status)))

    def task_view(self, record: Task) -> TaskView:
        replaced = self.book.tasks.find(record.replaced_by)
        return TaskView(
            record=record,
            plan=self.book.plans[record.plan],
            leads=self.lines.leads(record.id),
            supports=self.lines.supports(record.id),
            indicators=tuple(IndicatorRow(i.id) for i in self.book.indicators_of_task.get(record.id)),
            continues=tuple(self._link(c.continues, c.reason) for c in self.book.continues.get(record.id)),
            continued_by=tuple(self._link(c.task, c.reason) for c in self.book.continued_by.get(record.id)),
            reports=tuple(self.lines.report(r) for r in self.book.reports_of_task(record.id)),
            replaced_by=self.lines.task(replaced) if replaced else None,
            source=self.lines.source(record),
            updated=self._updated([record.document]),
        )

    def _figures(self, indicator: str) -> list[Evidence]:
        return [*self.book.targets_of.get(indicator), *self.book.observations_of.get(indicator)]

    def _updated(self, documents: Iterable[str]) -> str:
        """The day of the newest of some documents, as data; empty where none bears one."""
        days = (self.book.day(self.book.documents[id_]) for id_ in dict.fromkeys(documents))
        newest = max((day for day in days if day), default=None)
        return newest.isoformat() if newest else ""

    def _link(self, id_: str, reason: str) -> Link:
        task = self.book.tasks[id_]
        return Link(self.lines.task(task), self.book.plans[task.plan].title, reason)

    def unit_view(self, record: Organization) -> UnitView:
        led, supported = (self.lines.assigned(record.id, role) for role in (Role.LEAD, Role.SUPPORT))
        through = tuple(self.lines.through(record.id))
        indicators = tuple(IndicatorRow(i.id) for t in led for i in self.book.indicators_of_task.get(t.id))
        leads, supports = (tuple(map(self.lines.task_line, tasks)) for tasks in (led, supported))
        return UnitView(
            record=record,
            rollup=self.lines.rollup(self.lines.standings.of_tasks(t.id for t in led)),
            wanted=sum(self.lines.standings.wanting(i.id) for t in led for i in self.book.indicators_of_task.get(t.id)),
            periods=self._periods(record.id, led),
            leads=leads,
            supports=supports,
            through=through,
            indicators=indicators,
            filter=Facets(self.lines).of_unit((*leads, *supports, *through), len(indicators)),
            own_targets=tuple(map(self.parts.aim, self.book.targets_for.get(record.id))),
            partners=partners(self.lines, record.id),
            members=tuple(
                (self.lines.organization(m.member), self.lines.source(m)) for m in self.book.members_of.get(record.id)
            ),
            collectives=tuple(self.lines.organization(m.collective) for m in self.book.collectives_of.get(record.id)),
            predecessors=tuple(
                (self.lines.organization(s.organization), s.on_date) for s in self.book.predecessors_of.get(record.id)
            ),
            successors=tuple(
                (self.lines.organization(s.successor), s.on_date) for s in self.book.successors_of.get(record.id)
            ),
            changes=self.changes.of_unit(record.id, [t.id for t in led]),
            updated=self._updated(task.document for task in self._meant(record.id)),
        )

    def _meant(self, organization: str) -> Iterator[Task]:
        """The tasks of an organisation and of the collectives that it belongs to."""
        collectives = (m.collective for m in self.book.collectives_of.get(organization))
        for id_ in (organization, *dict.fromkeys(collectives)):
            for role in Role:
                yield from self.lines.assigned(id_, role)

    def _periods(self, organization: str, led: list[Task]) -> tuple[PeriodLine, ...]:
        """Reports by period, the newest first, and by state in the order of the states."""
        book = self.book
        reports = {r.id: r for task in led for r in book.reports_of_task(task.id)}
        reports |= {r.id: r for r in book.reports_of_organization.get(organization)}
        found: dict[str, Counter[ReportState]] = {}
        for report in reports.values():
            found.setdefault(report.period, Counter())[report.state] += 1
        return tuple(
            PeriodLine(page_words.period(period), tuple((s, mark(s), states[s]) for s in ReportState if states[s]))
            for period, states in sorted(found.items(), reverse=True)
        )

    def section_view(self, record: Section) -> SectionView:
        return SectionView(
            record=record,
            plan=self.book.plans[record.plan],
            rollup=self.lines.rollup(self.lines.standings.under(record.id)),
            subsections=tuple(self.lines.section(s) for s in self.book.subsections.get(record.id)),
            tasks=tuple(self.lines.task_line(t) for t in self.book.tasks_of_section.get(record.id)),
            indicators=tuple(IndicatorRow(i.id) for i in self.book.indicators_of_section.get(record.id)),
            reports=tuple(self.lines.report(r) for r in self.book.reports_of_section.get(record.id)),
        )

    def document_view(self, record: Document) -> DocumentView:
        book = self.book
        return DocumentView(
            record=record,
            withdrawn=record.validity in WITHDRAWN,
            plans=tuple(p.title for p in book.plans_of_document.get(record.id)),
            tasks=len(book.tasks_of_document.get(record.id)),
            targets=tuple(self.lines.target(t) for t in book.targets_of_document.get(record.id)),
            results=tuple(self.lines.result(o) for o in book.observations_of_document.get(record.id)),
            reports=tuple(self.lines.report(r) for r in book.reports_of_document.get(record.id)),
            evaluations=tuple(self._evaluated(e) for e in book.evaluations_in.get(record.id)),
        )

    def _evaluated(self, record: Evaluation) -> Evaluated:
        plan = self.lines.plan(self.book.plans[record.plan])
        ref = Ref(f"{page_words.period(record.period)}{record.kind}", f"evaluations/{record.id}/")
        return Evaluated(ref, plan, record.evaluator, record.conclusion)
