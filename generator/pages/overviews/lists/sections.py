"""The list of all headings, plan by plan."""

from __future__ import annotations

from typing import NamedTuple

from generator.ledger.records import Plan
from generator.pages.components.section_tree import section_tree
from generator.pages.components.views import SectionNode
from generator.pages.page import PageContext, index_kind


class PlanTree(NamedTuple):
    """A plan with its headings."""

    plan: Plan
    areas: tuple[SectionNode, ...]


def sections_view(context: PageContext) -> tuple[PlanTree, ...]:
    """Every heading of every plan, those without a task or an indicator included."""
    return tuple(PlanTree(plan, section_tree(context.components, plan.id)) for plan in context.index.ledger.plans)


KINDS = (
    index_kind(
        "sections", sections_view, template="overviews/lists/sections.html", order=50, map_order=50, in_navigation=True
    ),
)
