"""The list of all plans."""

from __future__ import annotations

from typing import NamedTuple

from generator.ledger.records import Plan
from generator.pages.components.section_tree import section_tree
from generator.pages.components.views import Ref
from generator.pages.page import PageContext, index_kind
from generator.pages.records.plan import PlanRef, plan_ref


class PlanLine(NamedTuple):
    """A plan in the list: itself, the plan above it, its numbers."""

    own: PlanRef
    parent: Ref | None
    tasks: int
    indicators: int
    targets: int


def plans_view(context: PageContext) -> tuple[PlanLine, ...]:
    """Every plan."""
    return tuple(_line(context, plan) for plan in context.index.ledger.plans)


def _line(context: PageContext, record: Plan) -> PlanLine:
    parent = context.index.plans.get(record.parent or "")
    tree = section_tree(context.components, record.id)
    return PlanLine(
        own=plan_ref(context, record),
        parent=context.components.plan(parent) if parent else None,
        tasks=sum(node.tasks for node in tree),
        indicators=sum(node.indicators for node in tree),
        targets=len(context.index.promises(record.id)),
    )


KINDS = (index_kind("plans", plans_view, template="overviews/lists/plans.html", order=140, map_order=100),)
