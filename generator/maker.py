"""From the book's records to the views of pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from generator import terms
from generator.contract import TableSpec
from generator.derive import Book, Coverage
from generator.enums import Comparator, OrganizationKind, Relation, Role, Validity
from generator.model import (
    Assignment,
    Document,
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
from generator.text import span
from generator.views import (
    DocumentView,
    Figure,
    Group,
    HomeView,
    IndicatorLine,
    IndicatorView,
    Link,
    PlanLine,
    Ref,
    RelatedLine,
    ReportLine,
    SectionNode,
    SectionView,
    Source,
    TableLine,
    TaskLine,
    TaskView,
    Unit,
    UnitLine,
    UnitView,
)

TIGHT_UNITS = ("%", "‰", "/", "—")
"""Units that stand right behind their number."""


@dataclass(frozen=True)
class Maker:
    """Makes views from a book; ``texts`` are the official texts that were supplied, by document."""

    book: Book
    texts: dict[str, str] = field(default_factory=dict)

    # -- pieces

    def organization(self, id_: str) -> Ref:
        return self.book.tracer.once(("organization", id_), lambda: organization_ref(self.book.organizations[id_]))

    def section(self, record: Section) -> Ref:
        return Ref(f"{record.number}{record.title}", f"sections/{record.id}/")

    def task(self, record: Task) -> Ref:
        return Ref(record.title, f"tasks/{record.id}/")

    def indicator(self, record: Indicator) -> Ref:
        return Ref(record.name, f"indicators/{record.id}/")

    def document(self, id_: str) -> Ref:
        return self.book.tracer.once(
            ("document", id_), lambda: Ref(self.book.documents[id_].title, f"documents/{id_}/")
        )

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
        collective = self.book.organizations[record.organization].kind is OrganizationKind.COLLECTIVE
        return Unit(self.organization(record.organization), record.printed_name, record.scope, collective)

    def leads(self, task: str | None) -> tuple[Unit, ...]:
        return tuple(self.unit(x) for x in self.book.leads(task))

    def supports(self, task: str | None) -> tuple[Unit, ...]:
        return tuple(self.unit(x) for x in self.book.supports(task))

    def target(self, record: Target) -> Figure:
        return self.book.tracer.once(("target", record.id), lambda: self._target(record))

    def _target(self, record: Target) -> Figure:
        indicator = self.book.indicators[record.indicator]
        annual = record.start_year == record.end_year
        return Figure(
            indicator=self.indicator(indicator),
            result=False,
            period=terms.years(record.start_year, record.end_year),
            kind=terms.ANNUAL_TARGET if annual else terms.PLAN_TARGET,
            organization=self.organization(record.organization) if record.organization else None,
            text=figure(record, indicator.unit, record.comparator),
            printed=record.value_text,
            remarks=(),
            note=record.note,
            source=self.source(record),
        )

    def result(self, record: Observation) -> Figure:
        return self.book.tracer.once(("result", record.id), lambda: self._result(record))

    def _result(self, record: Observation) -> Figure:
        indicator = self.book.indicators[record.indicator]
        since = terms.since(record.since_year) if record.since_year else ""
        return Figure(
            indicator=self.indicator(indicator),
            result=True,
            period=terms.period(record.period),
            kind=terms.RESULT,
            organization=self.organization(record.organization) if record.organization else None,
            text=figure(record, indicator.unit),
            printed=record.value_text,
            remarks=(f"{record.basis}{since}", record.status),
            note=record.note,
            source=self.source(record),
        )

    def report(self, record: Report) -> ReportLine:
        return self.book.tracer.once(("report", record.id), lambda: self._report(record))

    def _report(self, record: Report) -> ReportLine:
        return ReportLine(
            period=terms.period(record.period),
            state=record.state,
            mark=record.state.name.lower().replace("_", "-"),
            summary=record.summary,
            organization=self.organization(record.organization) if record.organization else None,
            tasks=tuple(self.task(t) for t in self.book.tasks_of_report(record.id)),
            source=self.source(record),
        )

    def targets_of(self, indicator: str) -> list[Target]:
        return self.book.targets_of.get(indicator)

    def disclosed(self, indicator: str) -> bool:
        """Whether a figure stands against one of the indicator's targets, or at all where it has no target."""
        targets = self.targets_of(indicator)
        if targets:
            return any(map(self.book.answers, targets))
        return bool(self.book.observations_of.get(indicator))

    def indicator_line(self, record: Indicator) -> IndicatorLine:
        return self.book.tracer.once(("indicator", record.id), lambda: self._indicator_line(record))

    def _indicator_line(self, record: Indicator) -> IndicatorLine:
        targets = [self.target(t) for t in self.targets_of(record.id) if t.organization is None]
        newest = [o for o in self.book.observations_of.get(record.id) if o.organization is None][-1:]
        results = [self.result(o) for o in newest]
        return IndicatorLine(
            ref=self.indicator(record),
            nature=record.nature,
            target="；".join(f"{t.period} {t.text}" if len(targets) > 1 else t.text for t in targets),
            result=f"{results[-1].period} {results[-1].text}" if results else "",
            disclosed=self.disclosed(record.id),
            leads=self.leads(record.task),
        )

    def task_line(self, record: Task, via: Membership | None = None, role: str = "") -> TaskLine:
        def make() -> TaskLine:
            if via is None:
                return self._task_line(record)
            return replace(self.task_line(record), via=self.organization(via.collective), role=role)

        return self.book.tracer.once(("task", record.id, via.collective if via else "", role), make)

    def _task_line(self, record: Task) -> TaskLine:
        return TaskLine(
            ref=self.task(record),
            locator=record.locator,
            summary=record.summary,
            section=self.section(self.book.sections[record.section]),
            leads=self.leads(record.id),
            supports=self.supports(record.id),
        )

    def related(self, record: Indicator) -> tuple[RelatedLine, ...]:
        """Related indicators both ways; a subset is told from the side it is seen from."""
        lines = []
        for link in self.book.relations_from.get(record.id):
            word = terms.PART_OF if link.relation is Relation.SUBSET else str(link.relation)
            lines.append(self._related(link.related, word, link.reason))
        for link in self.book.relations_to.get(record.id):
            word = terms.CONTAINS if link.relation is Relation.SUBSET else str(link.relation)
            lines.append(self._related(link.indicator, word, link.reason))
        return tuple(lines)

    def _related(self, id_: str, relation: str, reason: str) -> RelatedLine:
        targets = (self.target(t) for t in self.targets_of(id_) if t.organization is None)
        results = (self.result(o) for o in self.book.observations_of.get(id_) if o.organization is None)
        figures = tuple(f"{f.period} {f.kind} {f.text}" for f in (*targets, *results))
        return RelatedLine(self.indicator(self.book.indicators[id_]), relation, reason, figures)

    # -- pages

    def indicator_view(self, record: Indicator) -> IndicatorView:
        task = self.book.tasks.find(record.task)
        replaced = self.book.indicators.find(record.replaced_by)
        targets = tuple(self.target(t) for t in self.targets_of(record.id))
        results = tuple(self.result(o) for o in self.book.observations_of.get(record.id))
        reports = self.book.reports_of_task(record.task)
        whole = [f for f in targets if not f.organization][:1], [f for f in results if not f.organization][-1:]
        return IndicatorView(
            record=record,
            plan=self.book.plans[record.plan],
            task=self.task(task) if task else None,
            task_summary=task.summary if task else "",
            leads=self.leads(record.task),
            supports=self.supports(record.task),
            headlines=(*whole[0], *whole[1]),
            figures=(*targets, *results),
            broken_down=any(f.organization for f in (*targets, *results)),
            disclosed=self.disclosed(record.id),
            documents=tuple(dict.fromkeys(f.source.document for f in (*targets, *results))),
            related=self.related(record),
            replaced_by=self.indicator(replaced) if replaced else None,
            reports=tuple(self.report(r) for r in reports),
            words=tuple({f.source.words: f.source for f in (*targets, *results) if f.source.words}.values()),
        )

    def task_view(self, record: Task) -> TaskView:
        replaced = self.book.tasks.find(record.replaced_by)
        return TaskView(
            record=record,
            plan=self.book.plans[record.plan],
            leads=self.leads(record.id),
            supports=self.supports(record.id),
            indicators=tuple(self.indicator_line(i) for i in self.book.indicators_of_task.get(record.id)),
            continues=tuple(self._link(c.continues, c.reason) for c in self.book.continues.get(record.id)),
            continued_by=tuple(self._link(c.task, c.reason) for c in self.book.continued_by.get(record.id)),
            reports=tuple(self.report(r) for r in self.book.reports_of_task(record.id)),
            replaced_by=self.task(replaced) if replaced else None,
            source=self.source(record),
        )

    def _link(self, id_: str, reason: str) -> Link:
        task = self.book.tasks[id_]
        return Link(self.task(task), self.book.plans[task.plan].title, reason)

    def assigned(self, organization: str, role: Role) -> list[Task]:
        found = self.book.assignments_of_organization(organization)
        return [self.book.tasks[a.task] for a in found if a.role is role]

    def through(self, organization: str) -> Iterable[TaskLine]:
        """Tasks that reach an organisation through the collectives it belongs to."""
        for membership in self.book.collectives_of.get(organization):
            for assignment in self.book.assignments_of_organization(membership.collective):
                yield self.task_line(self.book.tasks[assignment.task], membership, assignment.role)

    def unit_view(self, record: Organization) -> UnitView:
        led = self.assigned(record.id, Role.LEAD)
        own = self.book.targets_for.get(record.id)
        names = {t.indicator: self.book.indicators[t.indicator] for t in own}
        return UnitView(
            record=record,
            leads=tuple(self.task_line(t) for t in led),
            supports=tuple(self.task_line(t) for t in self.assigned(record.id, Role.SUPPORT)),
            through=tuple(self.through(record.id)),
            indicators=tuple(self.indicator_line(i) for t in led for i in self.book.indicators_of_task.get(t.id)),
            own_targets=tuple(
                Group(i.id, i.name, self._own_figures(i, record.id), self.indicator(i)) for i in names.values()
            ),
            members=tuple((self.organization(m.member), self.source(m)) for m in self.book.members_of.get(record.id)),
            collectives=tuple(self.organization(m.collective) for m in self.book.collectives_of.get(record.id)),
            predecessors=tuple(
                (self.organization(s.organization), s.on_date) for s in self.book.predecessors_of.get(record.id)
            ),
            successors=tuple(
                (self.organization(s.successor), s.on_date) for s in self.book.successors_of.get(record.id)
            ),
        )

    def _own_figures(self, indicator: Indicator, organization: str) -> tuple[Figure, ...]:
        targets = (self.target(t) for t in self.targets_of(indicator.id) if t.organization == organization)
        found = self.book.observations_of.get(indicator.id)
        return (*targets, *(self.result(o) for o in found if o.organization == organization))

    def section_view(self, record: Section) -> SectionView:
        return SectionView(
            record=record,
            plan=self.book.plans[record.plan],
            subsections=tuple(self.section(s) for s in self.book.subsections.get(record.id)),
            tasks=tuple(self.task_line(t) for t in self.book.tasks_of_section.get(record.id)),
            indicators=tuple(self.indicator_line(i) for i in self.book.indicators_of_section.get(record.id)),
            reports=tuple(self.report(r) for r in self.book.reports_of_section.get(record.id)),
        )

    def document_view(self, record: Document) -> DocumentView:
        book = self.book
        return DocumentView(
            record=record,
            withdrawn=record.validity in (Validity.EXPIRED, Validity.REPEALED),
            plans=tuple(p.title for p in book.plans_of_document.get(record.id)),
            tasks=len(book.tasks_of_document.get(record.id)),
            targets=tuple(self.target(t) for t in book.targets_of_document.get(record.id)),
            results=tuple(self.result(o) for o in book.observations_of_document.get(record.id)),
            reports=tuple(self.report(r) for r in book.reports_of_document.get(record.id)),
        )

    def section_node(self, record: Section) -> SectionNode:
        children = tuple(self.section_node(s) for s in self.book.subsections.get(record.id))
        return SectionNode(
            ref=self.section(record),
            tasks=len(self.book.tasks_of_section.get(record.id)) + sum(c.tasks for c in children),
            indicators=len(self.book.indicators_of_section.get(record.id)) + sum(c.indicators for c in children),
            children=children,
        )

    def section_tree(self, plan: str) -> tuple[SectionNode, ...]:
        roots = (s for s in self.book.subsections.get(None) if s.plan == plan)
        return tuple(self.section_node(s) for s in roots)

    def unit_line(self, record: Organization) -> UnitLine:
        return UnitLine(
            ref=self.organization(record.id),
            aliases=record.aliases or "",
            leads=len(self.assigned(record.id, Role.LEAD)),
            supports=len(self.assigned(record.id, Role.SUPPORT)),
            through=sum(1 for _ in self.through(record.id)),
        )

    def plan_line(self, record: Plan) -> PlanLine:
        tree = self.section_tree(record.id)
        return PlanLine(
            plan=record,
            document=self.document(record.document) if record.document else None,
            tasks=sum(n.tasks for n in tree),
            indicators=sum(n.indicators for n in tree),
            coverage=self.book.coverage(record.id),
            areas=tuple(n for n in tree if n.tasks or n.indicators),
        )

    def home_view(self) -> HomeView:
        tables = self.book.tables
        lines = tuple(self.plan_line(p) for p in tables["plans"])
        coverages = [x.coverage for x in lines]
        newest = max(tables["documents"], key=lambda d: d.published_on or d.signed_on or date.min, default=None)
        own = newest.id if newest else ""
        return HomeView(
            plans=lines,
            targets=sum(c.total for c in coverages),
            tasks=len(tables["tasks"]),
            units=sum(1 for o in tables["organizations"] if o.kind is not OrganizationKind.COLLECTIVE),
            coverage=Coverage(sum(c.disclosed for c in coverages), sum(c.total for c in coverages)),
            newest=self.document(own) if newest else None,
            newest_results=len(self.book.observations_of_document.get(own)),
            newest_targets=len(self.book.targets_of_document.get(own)),
            newest_reports=len(self.book.reports_of_document.get(own)),
        )

    # -- lists

    def indicator_groups(self) -> tuple[Group, ...]:
        """Indicators by plan: of a five-year plan by nature, of an annual plan together."""
        groups = []
        indicators: dict[str, list[Indicator]] = {}
        for indicator in self.book.tables["indicators"]:
            indicators.setdefault(indicator.plan, []).append(indicator)
        for plan in self.book.tables["plans"]:
            own = indicators.get(plan.id, [])
            natures = dict.fromkeys(i.nature for i in own)
            for nature in natures:
                title = f"{plan.title}：{nature.removesuffix(terms.NATURE_SUFFIX)}{terms.NATURE_SUFFIX}"
                lines = tuple(self.indicator_line(i) for i in own if i.nature == nature)
                groups.append(Group(f"{plan.id}-{list(natures).index(nature) + 1}", title, lines))
        return tuple(groups)

    def undisclosed_groups(self) -> tuple[Group, ...]:
        """Indicators with a target and no figure for its time, by plan."""
        groups = []
        for plan in self.book.tables["plans"]:
            ids = dict.fromkeys(t.indicator for t, answered in self.book.promises(plan.id) if not answered)
            lines = tuple(self.indicator_line(self.book.indicators[i]) for i in ids)
            if lines:
                groups.append(Group(plan.id, plan.title, lines))
        return tuple(groups)

    def task_groups(self) -> tuple[Group, ...]:
        """Tasks by the highest two levels of headings."""
        found: dict[str, list[Task]] = {}
        for task in self.book.tables["tasks"]:
            trail = self.book.trail(task.section)
            found.setdefault(trail[min(1, len(trail) - 1)].id, []).append(task)
        groups = []
        for id_, tasks in found.items():
            section = self.book.sections[id_]
            title = "".join(s.number for s in self.book.trail(id_)) + section.title
            lines = tuple(self.task_line(t) for t in tasks)
            groups.append(Group(id_, title, lines, self.section(section)))
        return tuple(groups)

    def unit_groups(self, *, territories: bool) -> tuple[Group, ...]:
        """Organisations by kind."""
        groups = []
        for index, kind in enumerate(OrganizationKind, 1):
            own = [o for o in self.book.tables["organizations"] if o.kind is kind]
            if own and self.book.is_territory(own[0]) == territories:
                groups.append(Group(f"kind-{index}", kind, tuple(self.unit_line(o) for o in own)))
        return tuple(groups)

    def table_line(self, spec: TableSpec) -> TableLine:
        rows = self.book.tables[spec.name]
        fields = tuple((f.name, f.title, f.description, f.required) for f in spec.fields)
        return TableLine(spec.name, spec.title, spec.description, len(rows), fields)

    def plan_trees(self) -> tuple[PlanLine, ...]:
        """Every heading of every plan, those without a task or an indicator included."""
        lines = (self.plan_line(p) for p in self.book.tables["plans"])
        return tuple(replace(line, areas=self.section_tree(line.plan.id)) for line in lines)


def organization_ref(record: Organization) -> Ref:
    """An organisation's page."""
    territory = record.kind in (OrganizationKind.TOWN, OrganizationKind.SUBDISTRICT)
    return Ref(record.name, f"{'towns' if territory else 'departments'}/{record.id}/")


def figure(record: Target | Observation, unit: str | None, comparator: Comparator | None = None) -> str:
    """A figure for reading, digits as printed: ``≥ 38%``, ``14.6 万人``, ``80余 名``; else the printed words."""
    if record.value is None:
        return record.value_text
    unit = unit or ""
    gap = "" if not unit or unit.startswith(TIGHT_UNITS) else " "
    sign = f"{comparator} " if comparator and comparator is not Comparator.PLAIN else ""
    before, behind = _softener(record)
    return f"{before}{sign}{record.value}{behind}{gap}{unit}"


def _softener(record: Target | Observation) -> tuple[str, str]:
    """The printed softener before the number or behind it, as it is printed."""
    word = record.qualifier or ""
    _, found, rest = record.value_text.partition(word) if word else ("", "", "")
    if found and not any(c.isdigit() for c in rest):
        return "", word
    return (f"{word} " if word else ""), ""
