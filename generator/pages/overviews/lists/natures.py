"""What the words 约束性 and 预期性 stand for: all indicators of a nature, and how far they have come."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from generator.analysis.facts.breakdown import is_broken_down
from generator.analysis.facts.former_records import most_rows
from generator.analysis.facts.plan import running_first
from generator.language import page_words
from generator.ledger.enums import Nature, TaskKind
from generator.ledger.records import Indicator
from generator.pages.components.filters import ListView, RowGroup, filter_of_indicators
from generator.pages.components.references import Ref, indicator_ref
from generator.pages.components.rows import IndicatorRow, TaskRow, indicator_row, task_row
from generator.pages.components.states import RollupView, rollup_of
from generator.pages.context import PageContext
from generator.pages.list_pages import list_kind
from generator.pages.page import PageKind

NAMES = {Nature.BINDING: "binding", Nature.EXPECTED: "expected"}
"""Natures that have a page, and its name below the indicators."""
FOLDER = "indicators/"
GROUPINGS = ("disclosed", "plan", "area", "lead", "state")


class NaturePlan(NamedTuple):
    """A plan's indicators of a nature: by state, one by one, and those that are not broken down."""

    anchor: str
    title: str
    rollup: RollupView | None
    """None where no indicator has a target for the whole place."""
    rows: tuple[IndicatorRow, ...]
    whole: tuple[Ref, ...]
    """Indicators without a target for an organisation."""
    orders: tuple[TaskRow, ...]
    """What the plan's notice requires of this nature by name."""


class NatureView(NamedTuple):
    """What the page of a nature shows."""

    nature: str
    binding: bool
    plans: tuple[NaturePlan, ...]


def nature_ref(context: PageContext, nature: Nature) -> Ref | None:
    """The page of a nature; None for a nature that has none."""
    name = NAMES.get(nature)
    if name is None or nature not in context.index.indicators_of_nature:
        return None
    return Ref(page_words.INDEXES[name][0], f"{FOLDER}{name}/")


def nature_refs(context: PageContext) -> tuple[Ref, ...]:
    """The pages of natures that there are."""
    return tuple(ref for nature in NAMES if (ref := nature_ref(context, nature)))


def nature_view(context: PageContext, nature: Nature) -> NatureView:
    """All indicators of a nature, by plan."""
    by_plan: dict[str, list[Indicator]] = {}
    for one in context.index.indicators_of_nature.get(nature.value, ()):
        by_plan.setdefault(one.plan, []).append(one)
    running = (plan.id for plan in running_first(context.index) if plan.id in by_plan)
    plans = tuple(_plan(context, id_, nature, by_plan[id_]) for id_ in running)
    return NatureView(nature, nature is Nature.BINDING, plans)


def _plan(context: PageContext, id_: str, nature: Nature, indicators: list[Indicator]) -> NaturePlan:
    index, statuses = context.index, context.statuses.of_indicators(i.id for i in indicators)
    return NaturePlan(
        anchor=id_,
        title=index.plans[id_].title,
        rollup=rollup_of(statuses) if statuses else None,
        rows=tuple(indicator_row(context, i) for i in indicators),
        whole=tuple(indicator_ref(i) for i in indicators if not is_broken_down(context.index, i.id)),
        orders=tuple(
            task_row(context, t)
            for t in index.tasks_of_kind.get(TaskKind.REQUIREMENT.value, ())
            if t.plan == id_ and nature in t.title
        ),
    )


def _list(context: PageContext, nature: Nature) -> ListView:
    """All indicators of a nature by plan, those with a result first."""
    view = nature_view(context, nature)
    rows = [row for plan in view.plans for row in plan.rows]
    groups = tuple(RowGroup(plan.anchor, plan.title, _told_first(plan.rows)) for plan in view.plans)
    return ListView(filter_of_indicators(context, rows, GROUPINGS), groups, view)


def _told_first(rows: tuple[IndicatorRow, ...]) -> tuple[IndicatorRow, ...]:
    return tuple(sorted(rows, key=lambda row: not row.disclosed))


def _kind(nature: Nature, order: int, map_order: int) -> PageKind:
    """The kind of a nature's page, which only a ledger has that has such indicators."""
    return list_kind(
        NAMES[nature],
        partial(_list, nature=nature),
        lambda context: len(context.index.indicators_of_nature[nature]),
        most=lambda context: most_rows(context.index, "indicators", (nature,)),
        rows="nature_groups",
        template="overviews/lists/natures.html",
        order=order,
        map_order=map_order,
        above=("indicators",),
        folder=FOLDER,
        there=lambda context: nature in context.index.indicators_of_nature,
    )


KINDS = (_kind(Nature.BINDING, 110, 200), _kind(Nature.EXPECTED, 120, 210))
