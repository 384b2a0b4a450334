"""The list of indicators whose targets no document answers."""

from __future__ import annotations

from generator.pages.components.filters import Facets
from generator.pages.components.views import Group, ListView
from generator.pages.page import PageContext, index_kind


def undisclosed_view(context: PageContext) -> ListView:
    """Indicators with a target and no figure for its time, by plan."""
    groups = []
    for plan in context.index.ledger.plans:
        statuses = context.components.statuses.of_plan(plan.id)
        ids = dict.fromkeys(s.target.indicator for s in statuses if not s.disclosed)
        if ids:
            groups.append(Group(plan.id, plan.title, tuple(map(context.components.indicator_line, ids))))
    return Facets(context.components).listed(tuple(groups))


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
