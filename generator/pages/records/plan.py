"""From a plan to the view of its page: documents, where its targets stand, headings, evaluations."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from generator.analysis.ledger_index import WITHDRAWN, LedgerIndex
from generator.analysis.target_status import TargetStatus
from generator.language import formatting
from generator.ledger.records import Document, Evaluation, Indicator, Plan
from generator.pages.components.area_summary import areas, by_nature
from generator.pages.components.builder import ComponentBuilder
from generator.pages.components.views import AreasView, Ref, RollupLine, SectionNode, Source, TallyLine
from generator.pages.overviews.lists import Lists

LEVELS = 2
"""Headings of the highest two levels say where the targets below them stand."""


class DocumentLine(NamedTuple):
    """A document, whether the plan rests on it (else it evaluates the plan), and whether it is still valid."""

    ref: Ref
    basis: bool
    validity: str
    reason: str
    withdrawn: bool


class PlanRef(NamedTuple):
    """A plan above or below another, with the document that it was published by."""

    ref: Ref
    kind: str
    years: str
    document: Ref | None


class Branch(NamedTuple):
    """A heading of a plan; ``tallies`` are the states of the targets below it, on the highest levels only."""

    node: SectionNode
    tallies: tuple[TallyLine, ...]
    children: tuple[Branch, ...]


class EvaluationLine(NamedTuple):
    """What an evaluation of the plan found, and who made it."""

    kind: str
    period: str
    evaluator: str
    third_party: bool
    conclusion: str
    source: Source


class PlanEntry(NamedTuple):
    """A plan in the list of plans: itself, the plan above it, its numbers."""

    own: PlanRef
    parent: Ref | None
    tasks: int
    indicators: int
    targets: int


class PlanView(NamedTuple):
    record: Plan
    years: str
    documents: tuple[DocumentLine, ...]
    parent: PlanRef | None
    children: tuple[PlanRef, ...]
    tasks: int
    indicators: int
    rollup: RollupLine | None
    """Where the plan's district-wide targets stand; None when it has none."""
    borrowed: tuple[tuple[Ref, int], ...]
    """Targets of this plan for indicators of another, which stand under the other's headings."""
    areas: AreasView
    branches: tuple[Branch, ...]
    evaluations: tuple[EvaluationLine, ...]


@dataclass(frozen=True)
class PlanPages:
    """Makes the views of plans."""

    components: ComponentBuilder

    @property
    def _index(self) -> LedgerIndex:
        return self.components.index

    def entries(self) -> tuple[PlanEntry, ...]:
        """Every plan in the list of them; judges no target, or a change of any figure would judge them all again."""
        return tuple(self._entry(plan) for plan in self._index.ledger.plans)

    def _entry(self, record: Plan) -> PlanEntry:
        parent = self._index.plans.get(record.parent or "")
        tree = Lists(self.components).section_tree(record.id)
        return PlanEntry(
            own=self._plan_ref(record),
            parent=self.components.plan(parent) if parent else None,
            tasks=sum(node.tasks for node in tree),
            indicators=sum(node.indicators for node in tree),
            targets=len(self._index.promises(record.id)),
        )

    def view(self, record: Plan) -> PlanView:
        """The view of a plan's page."""
        standings = self.components.statuses.of_plan(record.id)
        tree = Lists(self.components).section_tree(record.id)
        parent = self._index.plans.get(record.parent or "")
        evaluations = self._index.evaluations_of.get(record.id, [])
        states = self._by_heading(record, standings)
        return PlanView(
            record=record,
            years=formatting.years(record.start_year, record.end_year),
            documents=self._documents(record, evaluations),
            parent=self._plan_ref(parent) if parent else None,
            children=tuple(self._plan_ref(child) for child in self._index.plans_below.get(record.id, ())),
            tasks=sum(node.tasks for node in tree),
            indicators=sum(node.indicators for node in tree),
            rollup=self.components.rollup(standings) if standings else None,
            borrowed=self._borrowed(record, standings),
            areas=areas(self.components, record.id, by_nature(standings)),
            branches=tuple(self._branch(node, states) for node in tree),
            evaluations=tuple(self._evaluation(e) for e in evaluations),
        )

    def _plan_ref(self, record: Plan) -> PlanRef:
        document = self.components.document(record.document) if record.document else None
        years = formatting.years(record.start_year, record.end_year)
        return PlanRef(self.components.plan(record), record.kind, years, document)

    def _documents(self, record: Plan, evaluations: list[Evaluation]) -> tuple[DocumentLine, ...]:
        """The plan's own document, then those that evaluate it."""
        own = [record.document] if record.document else []
        others = dict.fromkeys(e.document for e in evaluations if e.document != record.document)
        found = [(self._index.documents[id_], id_ in own) for id_ in (*own, *others)]
        return tuple(self._document(document, basis) for document, basis in found)

    def _document(self, record: Document, basis: bool) -> DocumentLine:
        withdrawn = record.validity in WITHDRAWN
        return DocumentLine(
            self.components.document(record.id), basis, record.validity, record.repeal_basis or "", withdrawn
        )

    def _by_heading(self, record: Plan, standings: list[TargetStatus]) -> dict[str, list[TargetStatus]]:
        """Where the targets of the plan's own indicators stand, by each heading above them."""
        found: dict[str, list[TargetStatus]] = {}
        for standing in standings:
            indicator = self._indicator(standing)
            if indicator.plan == record.id:
                for section in self._index.trail(indicator.section)[:LEVELS]:
                    found.setdefault(section.id, []).append(standing)
        return found

    def _indicator(self, standing: TargetStatus) -> Indicator:
        return self._index.indicators[standing.target.indicator]

    def _branch(self, node: SectionNode, states: dict[str, list[TargetStatus]]) -> Branch:
        tallies = self.components.rollup(states.get(node.id, ())).tallies
        return Branch(node, tallies, tuple(self._branch(child, states) for child in node.children))

    def _borrowed(self, record: Plan, standings: list[TargetStatus]) -> tuple[tuple[Ref, int], ...]:
        owners = Counter(self._indicator(s).plan for s in standings)
        return tuple((self.components.plan(self._index.plans[id_]), n) for id_, n in owners.items() if id_ != record.id)

    def _evaluation(self, record: Evaluation) -> EvaluationLine:
        return EvaluationLine(
            kind=record.kind,
            period=formatting.period(record.period),
            evaluator=record.evaluator,
            third_party=record.third_party,
            conclusion=record.conclusion,
            source=self.components.source(record),
        )
