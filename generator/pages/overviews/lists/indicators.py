"""The list of all indicators."""

from __future__ import annotations

from generator.language import page_words
from generator.ledger.records import Indicator
from generator.pages.components.filters import Facets
from generator.pages.components.views import Group, ListView
from generator.pages.overviews.lists.natures import nature_ref
from generator.pages.page import PageContext, index_kind


def indicators_view(context: PageContext) -> ListView:
    """Indicators by plan: of a five-year plan by nature, of an annual plan together."""
    index, groups = context.index, []
    indicators: dict[str, list[Indicator]] = {}
    for indicator in index.ledger.indicators:
        indicators.setdefault(indicator.plan, []).append(indicator)
    for plan in index.ledger.plans:
        own = indicators.get(plan.id, [])
        for number, nature in enumerate(dict.fromkeys(i.nature for i in own), 1):
            title = f"{plan.title}：{nature.removesuffix(page_words.NATURE_SUFFIX)}{page_words.NATURE_SUFFIX}"
            lines = tuple(context.components.indicator_line(i.id) for i in own if i.nature == nature)
            groups.append(Group(f"{plan.id}-{number}", title, lines, nature_ref(context, nature)))
    return Facets(context.components).listed(tuple(groups))


KINDS = (
    index_kind(
        "indicators",
        indicators_view,
        template="overviews/lists/indicators.html",
        order=10,
        map_order=10,
        in_navigation=True,
    ),
)
