"""The list of all headings, plan by plan."""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.facts.plan import running_first, section_tree
from generator.pages.components.plan_sections import Branch, branches
from generator.pages.components.references import Ref, plan_ref
from generator.pages.context import PageContext
from generator.pages.page import index_kind


class PlanSections(NamedTuple):
    """A plan with its headings."""

    anchor: str
    plan: Ref
    branches: tuple[Branch, ...]


def sections_view(context: PageContext) -> tuple[PlanSections, ...]:
    """Every heading of every plan, those without a task or an indicator included."""
    return tuple(
        PlanSections(plan.id, plan_ref(plan), branches(section_tree(context.index, plan.id)))
        for plan in running_first(context.index)
    )


KINDS = (index_kind("sections", sections_view, template="overviews/lists/sections.html", order=143, map_order=50),)
