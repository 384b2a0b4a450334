"""The pages of the evaluations in the middle and at the end of plans: ordered, held, where targets stand, missing."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import Final, NamedTuple

from generator.analysis.facts.plan import running_first
from generator.analysis.target_spec import over
from generator.ledger.enums import EvaluationKind, PlanKind
from generator.ledger.records import Plan
from generator.pages.components.references import Ref, plan_ref
from generator.pages.components.rows import EvaluationRow, evaluation_row
from generator.pages.components.states import RollupView, rollup_of
from generator.pages.context import PageContext
from generator.pages.overviews.lists.evaluations import (
    AT_THE_END,
    MIDTERM,
    EvaluationOrder,
    custom,
    evaluation_orders,
)
from generator.pages.page import PageKind, index_kind

MIDDLE: Final = frozenset((EvaluationKind.MIDTERM,))
END: Final = frozenset(AT_THE_END)


class StagePlan(NamedTuple):
    """A plan at a stage: what orders its evaluation, what was held, where its targets stand, what is missing."""

    plan: Plan
    ref: Ref
    orders: tuple[EvaluationOrder, ...]
    held: tuple[tuple[str, EvaluationRow], ...]
    """Each with its kind, as the document calls it."""
    custom: str
    """When it is made by custom; empty where one was held."""
    due: bool
    """Whether that time is over by the newest document of the plan."""
    rollup: RollupView | None
    """The plan's targets for the whole place by state, as its page has them."""


class StageView(NamedTuple):
    """What the page of a stage shows."""

    middle: bool
    plans: tuple[StagePlan, ...]


def stage_view(context: PageContext, kinds: Collection[EvaluationKind]) -> StageView:
    """Every five-year plan, and other plans with such an evaluation or an order for one."""
    index = context.index
    plans = []
    for plan in running_first(index):
        orders = evaluation_orders(context, plan.id, kinds)
        held = [e for e in index.evaluations_of.get(plan.id, ()) if e.kind in kinds]
        if plan.kind is PlanKind.FIVE_YEAR or held or orders:
            rows = tuple((str(e.kind), evaluation_row(context, e)) for e in held)
            plans.append(_plan(context, plan, orders, rows, kinds))
    return StageView(kinds == MIDDLE, tuple(plans))


def _plan(
    context: PageContext,
    plan: Plan,
    orders: tuple[EvaluationOrder, ...],
    held: tuple[tuple[str, EvaluationRow], ...],
    kinds: Collection[EvaluationKind],
) -> StagePlan:
    as_of = context.index.as_of_plan(plan.id) or context.index.as_of
    year = plan.start_year + MIDTERM if kinds == MIDDLE else plan.end_year
    statuses = context.statuses.of_plan(plan.id)
    return StagePlan(
        plan=plan,
        ref=plan_ref(plan),
        orders=orders,
        held=held,
        custom="" if held else custom(plan, EvaluationKind.MIDTERM if kinds == MIDDLE else EvaluationKind.FINAL),
        due=bool(as_of and over(year, as_of)),
        rollup=rollup_of(statuses) if statuses else None,
    )


def _kind(name: str, kinds: frozenset[EvaluationKind], order: int, map_order: int) -> PageKind:
    return index_kind(
        name,
        partial(stage_view, kinds=kinds),
        template="overviews/stages/plan_stages.html",
        order=order,
        map_order=map_order,
        above=("gaps", "evaluations"),
    )


KINDS = (_kind("midterm", MIDDLE, 186, 146), _kind("final-evaluation", END, 187, 147))
