"""From a record to the view of its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.analysis.ledger_index import WITHDRAWN, LedgerIndex
from generator.language import formatting
from generator.ledger.enums import ReportState, Role
from generator.ledger.records import Document, Evaluation, Evidence, Indicator, Organization, Section, Task
from generator.pages.components.breakdown_table import BreakdownBuilder
from generator.pages.components.builder import ComponentBuilder, mark
from generator.pages.components.charts import render_chart
from generator.pages.components.filters import Facets
from generator.pages.components.views import (
    DocumentView,
    Evaluated,
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

    components: ComponentBuilder

    @property
    def index(self) -> LedgerIndex:
        return self.components.index

    @property
    def parts(self) -> BreakdownBuilder:
        return BreakdownBuilder(self.components)

    @property
    def changes(self) -> Changes:
        return Changes(self.index)

    def indicator_view(self, record: Indicator) -> IndicatorView:
        task = self.index.tasks.get(record.task or "")
        replaced = self.index.indicators.get(record.replaced_by or "")
        targets = tuple(self.components.target(t) for t in self.components.targets_of(record.id))
        results = tuple(self.components.result(o) for o in self.index.observations_of.get(record.id, ()))
        reports = self.index.reports_of_task(record.task)
        return IndicatorView(
            record=record,
            plan=self.index.plans[record.plan],
            task=self.components.task(task) if task else None,
            task_summary=task.summary if task else "",
            leads=self.components.leads(record.task),
            supports=self.components.supports(record.task),
            headlines=headlines(self.components, record.id),
            figures=(*targets, *results),
            bases=self._bases(record),
            broken_down=any(f.organization for f in (*targets, *results)),
            breakdown=self.parts.breakdown(record),
            disclosed=self.components.disclosed(record.id),
            standings=tuple(
                (self.components.target(t), self.components.state(self.components.statuses.of(t)))
                for t in self.components.targets_of(record.id)
                if t.organization is None
            ),
            picture=render_chart(self.components, record.id).markup,
            documents=tuple(dict.fromkeys(f.source.document for f in (*targets, *results))),
            updated=self._updated(f.document for f in self._figures(record.id)),
            related=self.components.related(record),
            replaced_by=self.components.indicator(replaced) if replaced else None,
            reports=tuple(self.components.report(r) for r in reports),
            words=tuple({f.source.words: f.source for f in (*targets, *results) if f.source.words}.values()),
            changes=self.changes.of_indicator(record.id),
        )

    def _bases(self, record: Indicator) -> tuple[str, ...]:
        """The words by which the results say how they count and whether they are final."""
        found = self.index.observations_of.get(record.id, ())
        return tuple(dict.fromkeys(str(x) for o in found for x in (o.basis, o.status)))

    def task_view(self, record: Task) -> TaskView:
        replaced = self.index.tasks.get(record.replaced_by or "")
        return TaskView(
            record=record,
            plan=self.index.plans[record.plan],
            leads=self.components.leads(record.id),
            supports=self.components.supports(record.id),
            indicators=tuple(
                self.components.indicator_line(i.id) for i in self.index.indicators_of_task.get(record.id, ())
            ),
            continues=tuple(self._link(c.continues, c.reason) for c in self.index.continues.get(record.id, ())),
            continued_by=tuple(self._link(c.task, c.reason) for c in self.index.continued_by.get(record.id, ())),
            reports=tuple(self.components.report(r) for r in self.index.reports_of_task(record.id)),
            replaced_by=self.components.task(replaced) if replaced else None,
            source=self.components.source(record),
            updated=self._updated([record.document]),
        )

    def _figures(self, indicator: str) -> list[Evidence]:
        return [*self.index.targets_of.get(indicator, ()), *self.index.observations_of.get(indicator, ())]

    def _updated(self, documents: Iterable[str]) -> str:
        """The day of the newest of some documents, as data; empty where none bears one."""
        days = (self.index.day(self.index.documents[id_]) for id_ in dict.fromkeys(documents))
        newest = max((day for day in days if day), default=None)
        return newest.isoformat() if newest else ""

    def _link(self, id_: str, reason: str) -> Link:
        task = self.index.tasks[id_]
        return Link(self.components.task(task), self.index.plans[task.plan].title, reason)

    def unit_view(self, record: Organization) -> UnitView:
        led, supported = (self.components.assigned(record.id, role) for role in (Role.LEAD, Role.SUPPORT))
        through = tuple(self.components.through(record.id))
        indicators = tuple(
            self.components.indicator_line(i.id) for t in led for i in self.index.indicators_of_task.get(t.id, ())
        )
        leads, supports = (tuple(map(self.components.task_line, tasks)) for tasks in (led, supported))
        return UnitView(
            record=record,
            rollup=self.components.rollup(self.components.statuses.of_tasks(t.id for t in led)),
            wanted=sum(
                s.wanting
                for t in led
                for i in self.index.indicators_of_task.get(t.id, ())
                for s in self.components.statuses.of_indicator(i.id)
            ),
            periods=self._periods(record.id, led),
            leads=leads,
            supports=supports,
            through=through,
            indicators=indicators,
            filter=Facets(self.components).of_unit((*leads, *supports, *through), len(indicators)),
            own_targets=tuple(map(self.parts.aim, self.index.targets_for.get(record.id, ()))),
            partners=partners(self.components, record.id),
            members=tuple(
                (self.components.organization(m.member), self.components.source(m))
                for m in self.index.members_of.get(record.id, ())
            ),
            collectives=tuple(
                self.components.organization(m.collective) for m in self.index.collectives_of.get(record.id, ())
            ),
            predecessors=tuple(
                (self.components.organization(s.organization), s.on_date)
                for s in self.index.predecessors_of.get(record.id, ())
            ),
            successors=tuple(
                (self.components.organization(s.successor), s.on_date)
                for s in self.index.successors_of.get(record.id, ())
            ),
            changes=self.changes.of_unit(record.id, [t.id for t in led]),
            updated=self._updated(task.document for task in self._meant(record.id)),
        )

    def _meant(self, organization: str) -> Iterator[Task]:
        """The tasks of an organisation and of the collectives that it belongs to."""
        collectives = (m.collective for m in self.index.collectives_of.get(organization, ()))
        for id_ in (organization, *dict.fromkeys(collectives)):
            for role in Role:
                yield from self.components.assigned(id_, role)

    def _periods(self, organization: str, led: list[Task]) -> tuple[PeriodLine, ...]:
        """Reports by period, the newest first, and by state in the order of the states."""
        index = self.index
        reports = {r.id: r for task in led for r in index.reports_of_task(task.id)}
        reports |= {r.id: r for r in index.reports_of_organization.get(organization, ())}
        found: dict[str, Counter[ReportState]] = {}
        for report in reports.values():
            found.setdefault(report.period, Counter())[report.state] += 1
        return tuple(
            PeriodLine(formatting.period(period), tuple((s, mark(s), states[s]) for s in ReportState if states[s]))
            for period, states in sorted(found.items(), reverse=True)
        )

    def section_view(self, record: Section) -> SectionView:
        return SectionView(
            record=record,
            plan=self.index.plans[record.plan],
            rollup=self.components.rollup(self.components.statuses.under(record.id)),
            subsections=tuple(self.components.section(s) for s in self.index.subsections.get(record.id, ())),
            tasks=tuple(self.components.task_line(t) for t in self.index.tasks_of_section.get(record.id, ())),
            indicators=tuple(
                self.components.indicator_line(i.id) for i in self.index.indicators_of_section.get(record.id, ())
            ),
            reports=tuple(self.components.report(r) for r in self.index.reports_of_section.get(record.id, ())),
        )

    def document_view(self, record: Document) -> DocumentView:
        index = self.index
        return DocumentView(
            record=record,
            withdrawn=record.validity in WITHDRAWN,
            plans=tuple(p.title for p in index.plans_of_document.get(record.id, ())),
            tasks=len(index.tasks_of_document.get(record.id, ())),
            targets=tuple(self.components.target(t) for t in index.targets_of_document.get(record.id, ())),
            results=tuple(self.components.result(o) for o in index.observations_of_document.get(record.id, ())),
            reports=tuple(self.components.report(r) for r in index.reports_of_document.get(record.id, ())),
            evaluations=tuple(self._evaluated(e) for e in index.evaluations_in.get(record.id, ())),
        )

    def _evaluated(self, record: Evaluation) -> Evaluated:
        plan = self.components.plan(self.index.plans[record.plan])
        ref = Ref(f"{formatting.period(record.period)}{record.kind}", f"evaluations/{record.id}/")
        return Evaluated(ref, plan, record.evaluator, record.conclusion)
