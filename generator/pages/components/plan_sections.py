"""The headings of a plan as a tree, and where the targets of each area stand: the rows beside which bars are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.analysis import state_explanation
from generator.analysis.facts.plan import PlanFacts, SectionNode
from generator.analysis.target_status import TargetStatus
from generator.ledger.enums import Nature, PlanKind
from generator.pages.components.references import Ref, section_ref
from generator.pages.components.states import RollupView, TallyView, rollup_of, rollup_view


class Branch(NamedTuple):
    """A heading in the tree of a plan, with how much stands under it."""

    ref: Ref
    tasks: int
    indicators: int
    tallies: tuple[TallyView, ...]
    """The states of the targets below it, on the highest levels of a plan's own page only."""
    children: tuple[Branch, ...]


class AreaRow(NamedTuple):
    """An area or a nature: where its targets stand, on a bar that is as long as they are many."""

    above: str
    """The heading of the first level above an area, at the first area below it."""
    ref: Ref | None
    title: str
    rollup: RollupView
    scale: str
    """The width of the frame in which the bar of all its targets is 100 wide."""


class AreasView(NamedTuple):
    """A plan's targets by nature and by area, and the areas without targets."""

    natures: tuple[AreaRow, ...]
    areas: tuple[AreaRow, ...]
    without_targets: tuple[Ref, ...]
    elsewhere: int
    """Targets that stand under headings of another plan."""


def branches(
    tree: Sequence[SectionNode], statuses_of_section: dict[str, list[TargetStatus]] | None = None
) -> tuple[Branch, ...]:
    """The tree of a plan, with the states of targets where they are given."""
    return tuple(_branch(node, statuses_of_section or {}) for node in tree)


def areas_view(plan: PlanFacts) -> AreasView:
    """A plan's targets by nature and by area."""
    natures = [
        ("", None, str(nature), rollup_of(own))
        for nature in Nature
        if (own := [status for status in plan.statuses if _nature(plan, status) is nature])
    ]
    areas = [
        (section_ref(area.above).title if area.above else "", section_ref(area.section), rollup_view(area.rollup))
        for area in plan.areas
        if area.rollup.total
    ]
    return AreasView(
        natures=_scaled(natures),
        areas=_scaled([(above, ref, ref.title, rollup) for above, ref, rollup in areas]),
        without_targets=tuple(section_ref(area.section) for area in plan.areas if not area.rollup.total),
        elsewhere=len(plan.statuses) - sum(area.rollup.total for area in plan.areas),
    )


def _nature(plan: PlanFacts, status: TargetStatus) -> Nature:
    """The nature of a target in a plan: an annual plan does not repeat that of the five-year plan's indicator."""
    return Nature.ANNUAL if plan.record.kind is PlanKind.ANNUAL else status.nature


def _branch(node: SectionNode, statuses_of_section: dict[str, list[TargetStatus]]) -> Branch:
    return Branch(
        ref=section_ref(node.section),
        tasks=node.tasks,
        indicators=node.indicators,
        tallies=rollup_of(statuses_of_section.get(node.section.id, ())).tallies,
        children=tuple(_branch(child, statuses_of_section) for child in node.children),
    )


def _scaled(rows: Sequence[tuple[str, Ref | None, str, RollupView]]) -> tuple[AreaRow, ...]:
    """Rows whose bars are to be compared."""
    most, scaled, before = max((rollup.total for *_, rollup in rows), default=0), [], ""
    for above, ref, title, rollup in rows:
        scale = state_explanation.short(Decimal(100 * most) / rollup.total)
        scaled.append(AreaRow(above if above != before else "", ref, title, rollup, scale))
        before = above
    return tuple(scaled)
