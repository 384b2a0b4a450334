"""The list of indicators without a figure for their targets."""

from __future__ import annotations

from generator.analysis.facts.former_records import most_rows
from generator.analysis.facts.plan import running_first
from generator.ledger.records import Plan
from generator.pages.components.filters import ListView, RowGroup, filter_of_indicators
from generator.pages.components.rows import IndicatorRow, indicator_row
from generator.pages.context import PageContext, once_in_context
from generator.pages.list_pages import list_kind

GROUPINGS = ("plan", "area", "nature", "lead", "state")


def undisclosed_view(context: PageContext) -> ListView:
    """Indicators with a target and no figure for its time, by plan."""
    groups, rows = list[RowGroup](), list[IndicatorRow]()
    for plan, ids in _by_plan(context):
        own = tuple(indicator_row(context, context.index.indicators[id_]) for id_ in ids)
        groups.append(RowGroup(plan.id, plan.title, own))
        rows += own
    return ListView(filter_of_indicators(context, rows, GROUPINGS), tuple(groups))


@once_in_context
def _by_plan(context: PageContext) -> list[tuple[Plan, list[str]]]:
    """Each plan with the ids of the indicators for whose targets it has no figure; plans without any are left out."""
    plans = []
    for plan in running_first(context.index):
        asked = filter(context.statuses.is_silent, context.index.targets_of_plan(plan.id))
        plans.append((plan, [*dict.fromkeys(target.indicator for target in asked)]))
    return [(plan, ids) for plan, ids in plans if ids]


def _most(context: PageContext) -> int:
    """How many rows there were before the first figure."""
    targets = context.index.targets_for.get(None, ())
    return len({(context.index.plan_of_target(target), target.indicator) for target in targets})


def _count(context: PageContext) -> int:
    return sum(len(ids) for _, ids in _by_plan(context))


KINDS = (
    list_kind(
        "undisclosed",
        undisclosed_view,
        _count,
        most=lambda context: max(_most(context), most_rows(context.index, "indicators")),
        rows="indicator_groups",
        template="overviews/lists/undisclosed.html",
        order=100,
        map_order=220,
        above=("indicators",),
        folder="indicators/",
    ),
)
