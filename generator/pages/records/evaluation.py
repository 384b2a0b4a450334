"""Evaluations of plans: those that documents tell of, and those that a document orders and none tells of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_spec import over
from generator.language import formatting, page_words
from generator.ledger.enums import EvaluationKind, PlanKind
from generator.ledger.records import Evaluation, Plan, Task
from generator.pages.components.builder import ComponentBuilder
from generator.pages.components.views import Ref, Source, Unit

MIDTERM = 2
"""A review in the middle of a plan is by custom made in its third year: so many years after the first."""


class EvaluationLine(NamedTuple):
    """An evaluation as a row of a list."""

    ref: Ref
    evaluator: str
    third_party: bool
    conclusion: str
    source: Source


class Order(NamedTuple):
    """A task that orders evaluations; ``due`` is the year that its document prints."""

    task: Ref
    source: Source
    summary: str
    kinds: str
    leads: tuple[Unit, ...]
    due: str


class KindGroup(NamedTuple):
    """Evaluations of one kind; whether a task orders them, when custom has them made, which years are over without."""

    anchor: str
    kind: str
    lines: tuple[EvaluationLine, ...]
    ordered: bool
    custom: str
    unseen: str


class PlanEvaluations(NamedTuple):
    """A plan with its evaluations by kind."""

    plan: Plan
    document: Ref | None
    orders: tuple[Order, ...]
    kinds: tuple[KindGroup, ...]


class EvaluationView(NamedTuple):
    """The page of one evaluation."""

    record: Evaluation
    plan: Ref
    period: str
    line: EvaluationLine


@dataclass(frozen=True)
class Evaluations:
    """Makes the views of evaluations."""

    components: ComponentBuilder

    @property
    def index(self) -> LedgerIndex:
        return self.components.index

    def groups(self) -> tuple[PlanEvaluations, ...]:
        """Every five-year plan, whether evaluated or not, and the annual plans that were evaluated."""
        evaluations: dict[str, list[Evaluation]] = {}
        for one in sorted(self.index.ledger.evaluations, key=lambda e: (e.period, e.id)):
            evaluations.setdefault(one.plan, []).append(one)
        orders: dict[str, list[Task]] = {}
        for task in self.index.ledger.tasks:
            if task.evaluation_kinds:
                orders.setdefault(task.plan, []).append(task)
        plans = self.index.ledger.plans
        found = ((p, evaluations.get(p.id, []), orders.get(p.id, [])) for p in plans)
        return tuple(self._group(p, own, tasks) for p, own, tasks in found if own or p.kind is PlanKind.FIVE_YEAR)

    def _group(self, plan: Plan, evaluations: list[Evaluation], tasks: list[Task]) -> PlanEvaluations:
        ordered = {kind for t in tasks for kind in (t.evaluation_kinds or "").split(formatting.AND)}
        kinds = [self._kind(plan, kind, evaluations, kind in ordered) for kind in EvaluationKind]
        shown = tuple(k for k in kinds if k.lines or plan.kind is PlanKind.FIVE_YEAR)
        document = self.components.document(plan.document) if plan.document else None
        return PlanEvaluations(plan, document, tuple(map(self._order, tasks)), shown)

    def _kind(self, plan: Plan, kind: EvaluationKind, evaluations: list[Evaluation], ordered: bool) -> KindGroup:
        own = [e for e in evaluations if e.kind is kind]
        return KindGroup(
            anchor=f"{plan.id}-{kind.name.lower()}",
            kind=kind,
            lines=tuple(map(self.line, own)),
            ordered=ordered,
            custom=custom(plan, kind) if not own else "",
            unseen=formatting.AND.join(map(formatting.year, self._unseen(plan, kind, own) if ordered else ())),
        )

    def _unseen(self, plan: Plan, kind: EvaluationKind, own: Iterable[Evaluation]) -> list[int]:
        """Years that are over without the monitoring that is to be made in each."""
        if kind is not EvaluationKind.MONITORING or self.index.as_of is None:
            return []
        seen, as_of = {e.period[:4] for e in own}, self.index.as_of
        return [y for y in range(plan.start_year, plan.end_year + 1) if str(y) not in seen and over(y, as_of)]

    def _order(self, task: Task) -> Order:
        due = formatting.year(task.due_year) if task.due_year else ""
        kinds, leads = task.evaluation_kinds or "", self.components.leads(task.id)
        return Order(self.components.task(task), self.components.source(task), task.summary, kinds, leads, due)

    def line(self, record: Evaluation) -> EvaluationLine:
        """An evaluation as a row."""
        ref = Ref(title(record), f"evaluations/{record.id}/")
        return EvaluationLine(
            ref, record.evaluator, record.third_party, record.conclusion, self.components.source(record)
        )

    def view(self, record: Evaluation) -> EvaluationView:
        """An evaluation as a page."""
        plan = self.index.plans[record.plan]
        ref = Ref(plan.title, f"evaluations/#{plan.id}")
        return EvaluationView(record, ref, formatting.period(record.period), self.line(record))


def title(record: Evaluation) -> str:
    """2023 年中期评估."""
    return f"{formatting.period(record.period)}{record.kind}"


def custom(plan: Plan, kind: EvaluationKind) -> str:
    """When an evaluation of a five-year plan is made by custom; empty where no custom is needed to tell."""
    year = {EvaluationKind.MIDTERM: plan.start_year + MIDTERM, EvaluationKind.FINAL: plan.end_year}.get(kind)
    if year is None or plan.kind is not PlanKind.FIVE_YEAR:
        return ""
    return page_words.CUSTOMS[kind].format(year=formatting.year(year))
