"""Evaluations of plans: those that documents report, and those that a document orders and none reports."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from generator.analysis.facts.plan import running_first
from generator.analysis.target_spec import over
from generator.language import formatting, page_words
from generator.ledger.enums import EvaluationKind, PlanKind
from generator.ledger.records import Evaluation, Plan, Task
from generator.pages.components.references import (
    AssignedUnit,
    Ref,
    Source,
    assigned_units,
    document_ref,
    source_of,
    task_ref,
)
from generator.pages.components.rows import EvaluationRow, evaluation_row
from generator.pages.context import PageContext
from generator.pages.page import index_kind

MIDTERM = 2
"""A review in the middle of a plan is by custom made in its third year: so many years after the first."""


class EvaluationOrder(NamedTuple):
    """A task that orders evaluations; ``due`` is the time that its document prints."""

    task: Ref
    source: Source
    summary: str
    kinds: str
    leads: tuple[AssignedUnit, ...]
    due: str


class KindGroup(NamedTuple):
    """Evaluations of one kind; whether a task orders them, when custom has them made, which years are over without."""

    anchor: str
    kind: str
    rows: tuple[EvaluationRow, ...]
    ordered: bool
    custom: str
    missing_years: str
    just_over: str
    """The last of them, where the documents end in the year in which it would be monitored."""


class PlanEvaluations(NamedTuple):
    """A plan with its evaluations by kind."""

    plan: Plan
    document: Ref | None
    orders: tuple[EvaluationOrder, ...]
    kinds: tuple[KindGroup, ...]
    found: int
    """How many evaluations documents tell of."""


AT_THE_END = {EvaluationKind.FINAL, EvaluationKind.SUMMARY, EvaluationKind.POST}
"""The words by which documents call the evaluation when the plan is over."""


def evaluations_view(context: PageContext) -> tuple[PlanEvaluations, ...]:
    """Every five-year plan, whether evaluated or not, and the annual plans that were evaluated."""
    ledger = context.index.ledger
    evaluations: dict[str, list[Evaluation]] = {}
    for one in sorted(ledger.evaluations, key=lambda e: (e.period, e.id)):
        evaluations.setdefault(one.plan, []).append(one)
    orders: dict[str, list[Task]] = {}
    for task in ledger.tasks:
        if task.evaluation_kinds:
            orders.setdefault(task.plan, []).append(task)
    return tuple(
        _plan(context, plan, evaluations.get(plan.id, []), orders.get(plan.id, []))
        for plan in running_first(context.index)
        if plan.id in evaluations or plan.kind is PlanKind.FIVE_YEAR
    )


def _plan(context: PageContext, plan: Plan, evaluations: list[Evaluation], tasks: list[Task]) -> PlanEvaluations:
    ordered = {kind for t in tasks for kind in (t.evaluation_kinds or "").split(formatting.AND)}
    kinds = [_kind(context, plan, kind, evaluations, kind in ordered) for kind in EvaluationKind]
    shown = tuple(k for k in kinds if k.rows or k.kind in _expected(plan, ordered))
    document = context.index.documents.get(plan.document or "")
    document_link = document_ref(document) if document else None
    return PlanEvaluations(plan, document_link, tuple(_order(context, task) for task in tasks), shown, len(evaluations))


def _expected(plan: Plan, ordered: set[str]) -> set[str]:
    """The kinds that are shown although no document tells of one: those ordered, and the customary ones."""
    if plan.kind is not PlanKind.FIVE_YEAR:
        return set()
    at_the_end = ordered & AT_THE_END or {EvaluationKind.FINAL}
    return {EvaluationKind.MONITORING, EvaluationKind.MIDTERM, *ordered, *at_the_end}


def _kind(
    context: PageContext, plan: Plan, kind: EvaluationKind, evaluations: list[Evaluation], ordered: bool
) -> KindGroup:
    own = [e for e in evaluations if e.kind is kind]
    missing_years = _missing_years(context, plan, kind, own) if ordered else ()
    return KindGroup(
        anchor=f"{plan.id}-{kind.name.lower()}",
        kind=kind,
        rows=tuple(evaluation_row(context, e) for e in own),
        ordered=ordered,
        custom=custom(plan, kind) if not own else "",
        missing_years=formatting.AND.join(map(formatting.year, missing_years)),
        just_over=_just_over(context, plan, missing_years),
    )


def _missing_years(context: PageContext, plan: Plan, kind: EvaluationKind, own: Iterable[Evaluation]) -> list[int]:
    """Years that are over without the monitoring that is to be made in each."""
    as_of = context.index.as_of_plan(plan.id)
    if kind is not EvaluationKind.MONITORING or as_of is None:
        return []
    evaluated = {e.period[:4] for e in own}
    return [y for y in range(plan.start_year, plan.end_year + 1) if str(y) not in evaluated and over(y, as_of)]


def _just_over(context: PageContext, plan: Plan, years: Sequence[int]) -> str:
    """The last of these years, where the documents end in the year behind it, in which it would be monitored."""
    as_of = context.index.as_of_plan(plan.id)
    return formatting.year(years[-1]) if years and as_of and as_of.year == years[-1] + 1 else ""


def _order(context: PageContext, task: Task) -> EvaluationOrder:
    due = formatting.due(task.due) if task.due else ""
    kinds, leads = task.evaluation_kinds or "", assigned_units(context, context.index.leads(task.id))
    return EvaluationOrder(task_ref(task), source_of(context, task), task.summary, kinds, leads, due)


def evaluation_orders(
    context: PageContext, plan: str, kinds: Collection[EvaluationKind]
) -> tuple[EvaluationOrder, ...]:
    """The tasks of a plan that order an evaluation of one of these kinds."""
    found = (
        task
        for task in context.index.tasks_of_plan.get(plan, ())
        if set((task.evaluation_kinds or "").split(formatting.AND)) & {str(kind) for kind in kinds}
    )
    return tuple(_order(context, task) for task in found)


def custom(plan: Plan, kind: EvaluationKind) -> str:
    """When an evaluation of a five-year plan is made by custom; empty where there is no custom."""
    year = plan.end_year if kind in AT_THE_END else {EvaluationKind.MIDTERM: plan.start_year + MIDTERM}.get(kind)
    if year is None or plan.kind is not PlanKind.FIVE_YEAR:
        return ""
    return page_words.CUSTOMS[kind].format(year=formatting.year(year))


KINDS = (
    index_kind(
        "evaluations",
        evaluations_view,
        template="overviews/lists/evaluations.html",
        order=180,
        map_order=140,
        above=("gaps",),
    ),
)
