"""The headings of a plan as a tree, with how much stands under each."""

from __future__ import annotations

from generator.ledger.records import Section
from generator.pages.components.builder import ComponentBuilder
from generator.pages.components.views import SectionNode


def section_tree(components: ComponentBuilder, plan: str) -> tuple[SectionNode, ...]:
    """The headings of a plan, those of the first level with all below them."""
    roots = (s for s in components.index.subsections.get(None, ()) if s.plan == plan)
    return tuple(_node(components, section) for section in roots)


def _node(components: ComponentBuilder, record: Section) -> SectionNode:
    index = components.index
    children = tuple(_node(components, s) for s in index.subsections.get(record.id, ()))
    return SectionNode(
        id=record.id,
        ref=components.section(record),
        tasks=len(index.tasks_of_section.get(record.id, ())) + sum(c.tasks for c in children),
        indicators=len(index.indicators_of_section.get(record.id, ())) + sum(c.indicators for c in children),
        children=children,
    )
