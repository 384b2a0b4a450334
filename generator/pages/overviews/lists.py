"""From the whole ledger to the views of the pages that list it: home and the indexes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_status import TargetStatus
from generator.language import page_words
from generator.ledger.contract import TableSpec
from generator.ledger.enums import OrganizationKind, Role
from generator.ledger.records import Indicator, Organization, Plan, Section, Target, Task
from generator.pages.components.area_summary import areas, by_nature
from generator.pages.components.builder import ComponentBuilder
from generator.pages.components.views import (
    Figure,
    Group,
    HomeView,
    PlanLine,
    PlanTree,
    SectionNode,
    StateLine,
    TableLine,
    UnitLine,
)
from generator.pages.overviews.natures import Natures
from generator.pages.overviews.search import examples

SHOWN = 20
"""Targets that the home page shows of those that the newest document answers."""


@dataclass(frozen=True)
class Lists:
    """Makes the views of lists."""

    components: ComponentBuilder

    @property
    def index(self) -> LedgerIndex:
        return self.components.index

    def section_node(self, record: Section) -> SectionNode:
        children = tuple(self.section_node(s) for s in self.index.subsections.get(record.id, ()))
        return SectionNode(
            id=record.id,
            ref=self.components.section(record),
            tasks=len(self.index.tasks_of_section.get(record.id, ())) + sum(c.tasks for c in children),
            indicators=len(self.index.indicators_of_section.get(record.id, ())) + sum(c.indicators for c in children),
            children=children,
        )

    def section_tree(self, plan: str) -> tuple[SectionNode, ...]:
        roots = (s for s in self.index.subsections.get(None, ()) if s.plan == plan)
        return tuple(self.section_node(s) for s in roots)

    def unit_line(self, record: Organization) -> UnitLine:
        return UnitLine(
            ref=self.components.organization(record.id),
            aliases=record.aliases or "",
            leads=len(self.components.assigned(record.id, Role.LEAD)),
            supports=len(self.components.assigned(record.id, Role.SUPPORT)),
            through=sum(1 for _ in self.components.through(record.id)),
        )

    def _plan_line(self, record: Plan, standings: list[TargetStatus]) -> PlanLine:
        tree = self.section_tree(record.id)
        return PlanLine(
            plan=record,
            document=self.components.document(record.document) if record.document else None,
            tasks=sum(n.tasks for n in tree),
            indicators=sum(n.indicators for n in tree),
            rollup=self.components.rollup(standings),
            areas=areas(self.components, record.id, by_nature(standings)),
        )

    def home_view(self) -> HomeView:
        tables = self.index.ledger
        standings = [(p, self.components.statuses.of_plan(p.id)) for p in tables.plans]
        promises = [status for _, own in standings for status in own]
        newest = max(tables.documents, key=lambda d: d.published_on or d.signed_on or date.min, default=None)
        own = newest.id if newest else ""
        answered = self._answered(own)
        plans = tuple(self._plan_line(plan, own) for plan, own in standings)
        towns = sum(1 for o in tables.organizations if self.index.is_territory(o))
        own_units = sum(1 for o in tables.organizations if o.kind is not OrganizationKind.COLLECTIVE)
        return HomeView(
            plans=plans,
            targets=len(promises),
            tasks=len(tables.tasks),
            units=own_units - towns,
            towns=towns,
            areas=sum(len(plan.areas.areas) + len(plan.areas.silent) for plan in plans),
            rollup=self.components.rollup(promises),
            newest=self.components.document(own) if newest else None,
            answered=tuple(map(self._state, answered[:SHOWN])),
            answered_more=len(answered[SHOWN:]),
            newest_results=len(self.index.observations_of_document.get(own, ())),
            newest_targets=len(self.index.targets_of_document.get(own, ())),
            newest_reports=len(self.index.reports_of_document.get(own, ())),
            natures=Natures(self.components).refs(),
            examples=examples(self.index),
        )

    def _answered(self, document: str) -> list[Target]:
        """The district-wide targets that a document gives figures of their time for, or reports that decide."""
        index, statuses = self.index, self.components.statuses
        told = [o.indicator for o in index.observations_of_document.get(document, ())]
        told += [i for r in index.reports_of_document.get(document, ()) for i in index.indicators_of_report(r.id)]
        targets = (t for i in dict.fromkeys(told) for t in index.targets_of.get(i, ()) if t.organization is None)
        return [target for target in targets if statuses.of(target).disclosed]

    def _state(self, target: Target) -> tuple[Figure, StateLine]:
        return self.components.target(target), self.components.state(self.components.statuses.of(target))

    def indicator_groups(self) -> tuple[Group, ...]:
        """Indicators by plan: of a five-year plan by nature, of an annual plan together."""
        groups = []
        indicators: dict[str, list[Indicator]] = {}
        for indicator in self.index.ledger.indicators:
            indicators.setdefault(indicator.plan, []).append(indicator)
        for plan in self.index.ledger.plans:
            own = indicators.get(plan.id, [])
            natures = dict.fromkeys(i.nature for i in own)
            for nature in natures:
                title = f"{plan.title}：{nature.removesuffix(page_words.NATURE_SUFFIX)}{page_words.NATURE_SUFFIX}"
                lines = tuple(self.components.indicator_line(i.id) for i in own if i.nature == nature)
                anchor, page = f"{plan.id}-{list(natures).index(nature) + 1}", Natures(self.components).ref(nature)
                groups.append(Group(anchor, title, lines, page))
        return tuple(groups)

    def undisclosed_groups(self) -> tuple[Group, ...]:
        """Indicators with a target and no figure for its time, by plan."""
        groups = []
        for plan in self.index.ledger.plans:
            ids = dict.fromkeys(
                s.target.indicator for s in self.components.statuses.of_plan(plan.id) if not s.disclosed
            )
            lines = tuple(map(self.components.indicator_line, ids))
            if lines:
                groups.append(Group(plan.id, plan.title, lines))
        return tuple(groups)

    def task_groups(self) -> tuple[Group, ...]:
        """Tasks by the highest two levels of headings."""
        found: dict[str, list[Task]] = {}
        for task in self.index.ledger.tasks:
            found.setdefault(self.index.area(task.section).id, []).append(task)
        groups = []
        for id_, tasks in found.items():
            section = self.index.sections[id_]
            lines = tuple(self.components.task_line(t) for t in tasks)
            groups.append(Group(id_, self.components.area_title(section), lines, self.components.section(section)))
        return tuple(groups)

    def unit_groups(self, *, territories: bool) -> tuple[Group, ...]:
        """Organisations by kind."""
        groups = []
        for number, kind in enumerate(OrganizationKind, 1):
            own = [o for o in self.index.ledger.organizations if o.kind is kind]
            if own and self.index.is_territory(own[0]) == territories:
                groups.append(Group(f"kind-{number}", kind, tuple(self.unit_line(o) for o in own)))
        return tuple(groups)

    def table_line(self, spec: TableSpec) -> TableLine:
        rows = getattr(self.index.ledger, spec.name)
        fields = tuple((f.name, f.title, f.description, f.required) for f in spec.fields)
        return TableLine(spec.name, spec.title, spec.description, len(rows), fields)

    def plan_trees(self) -> tuple[PlanTree, ...]:
        """Every heading of every plan, those without a task or an indicator included."""
        return tuple(PlanTree(plan, self.section_tree(plan.id)) for plan in self.index.ledger.plans)
