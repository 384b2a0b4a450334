"""The list of all plans."""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.facts.plan import running_first, section_tree
from generator.ledger.records import Plan
from generator.pages.components.references import Ref, document_ref, plan_ref
from generator.pages.context import PageContext
from generator.pages.page import index_kind
from generator.pages.records.plan import PlanRow, plan_row


class PlanInList(NamedTuple):
    """A plan in the list: itself, the plan above it, its document, its numbers."""

    plan: PlanRow
    parent: Ref | None
    document: Ref | None
    """What its records come from; None where no text was received."""
    tasks: int
    indicators: int
    targets: int


def plans_view(context: PageContext) -> tuple[PlanInList, ...]:
    """Every plan."""
    return tuple(_in_list(context, plan) for plan in running_first(context.index))


def _in_list(context: PageContext, record: Plan) -> PlanInList:
    index = context.index
    document = index.documents.get(record.document or "")
    parent, tree = index.plans.get(record.parent or ""), section_tree(index, record.id)
    return PlanInList(
        plan=plan_row(context, record),
        parent=plan_ref(parent) if parent else None,
        document=document_ref(document) if document else None,
        tasks=sum(node.tasks for node in tree),
        indicators=sum(node.indicators for node in tree),
        targets=len(index.targets_of_plan(record.id)),
    )


KINDS = (index_kind("plans", plans_view, template="overviews/lists/plans.html", order=140, map_order=100),)
