"""The list of indicators without a figure for their targets."""

from __future__ import annotations

from generator.analysis.facts.plan import running_first
from generator.ledger.enums import State
from generator.pages.components.filters import ListView, RowGroup, filter_of_ledger
from generator.pages.components.rows import indicator_row
from generator.pages.context import PageContext
from generator.pages.page import index_kind


def undisclosed_view(context: PageContext) -> ListView:
    """Indicators with a target and no figure for its time, by plan."""
    index, groups = context.index, []
    for plan in running_first(index):
        statuses = context.statuses.of_plan(plan.id)
        asked = (status for status in statuses if not status.disclosed and status.state is not State.ENDED)
        ids = dict.fromkeys(status.target.indicator for status in asked)
        rows = tuple(indicator_row(context, index.indicators[id_]) for id_ in ids)
        if rows:
            groups.append(RowGroup(plan.id, plan.title, rows))
    return ListView(filter_of_ledger(context), tuple(groups))


KINDS = (
    index_kind(
        "undisclosed",
        undisclosed_view,
        template="overviews/lists/undisclosed.html",
        order=100,
        map_order=220,
        above=("indicators",),
        folder="indicators/",
    ),
)
