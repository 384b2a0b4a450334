"""The list of all indicators."""

from __future__ import annotations

from generator.analysis.facts.plan import running_first
from generator.language import page_words
from generator.ledger.records import Indicator
from generator.pages.components.filters import ListView, RowGroup, filter_of_ledger
from generator.pages.components.rows import indicator_row
from generator.pages.context import PageContext
from generator.pages.overviews.lists.natures import nature_ref
from generator.pages.page import index_kind


def indicators_view(context: PageContext) -> ListView:
    """Indicators by plan: of a five-year plan by nature, of an annual plan together."""
    index, groups = context.index, []
    by_plan: dict[str, list[Indicator]] = {}
    for indicator in index.ledger.indicators:
        by_plan.setdefault(indicator.plan, []).append(indicator)
    for plan in running_first(index):
        own = by_plan.get(plan.id, [])
        for number, nature in enumerate(dict.fromkeys(i.nature for i in own), 1):
            name = nature.removesuffix(page_words.NATURE_SUFFIX)
            title = page_words.INDICATORS_OF_NATURE.format(plan=plan.title, nature=name)
            rows = tuple(indicator_row(context, i) for i in own if i.nature == nature)
            groups.append(RowGroup(f"{plan.id}-{number}", title, rows, nature_ref(context, nature)))
    return ListView(filter_of_ledger(context), tuple(groups))


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
