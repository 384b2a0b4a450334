"""Two indicators beside each other: pairs that the ledger relates, and with a script any two that have figures."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.charts.chart_geometry import PAIR, reach
from generator.language import formatting, page_words
from generator.ledger.enums import Relation
from generator.ledger.records import Indicator, Related
from generator.pages.components.charts.chart_figure import chart_of
from generator.pages.components.charts.small_charts import drawn_small
from generator.pages.components.figures import observation_figure
from generator.pages.components.references import Ref, indicator_ref
from generator.pages.context import PageContext
from generator.pages.page import index_kind

WORTH = (
    Relation.CONTINUED,
    Relation.LEVEL_AND_RATE,
    Relation.SUBSET,
    Relation.FLOW_AND_STOCK,
    Relation.SAME_QUANTITY,
)
"""Relations of indicators that are worth putting beside each other, the most telling first."""
ZERO = Decimal()
MOST = 30
"""Pairs on the page."""


class Side(NamedTuple):
    """One of two indicators."""

    ref: Ref
    plan: str
    """The title of its plan, where the two are of different ones."""
    drawing: Markup
    finding: str


class Pair(NamedTuple):
    """Two indicators that the ledger relates."""

    title: str
    relation: str
    reason: str
    sides: tuple[Side, Side]
    same_unit: bool
    drawn: bool
    """Whether both have a drawing."""
    address: str
    """Of this page with both chosen."""


class CompareView(NamedTuple):
    """What the page shows."""

    pairs: tuple[Pair, ...]
    more: int
    """Pairs that have no room."""


def compare_view(context: PageContext) -> CompareView:
    """What the page shows: pairs of which both have figures, the most telling relation first."""
    index, pairs = context.index, []
    for link in index.ledger.relations:
        if link.relation in WORTH:
            two = index.indicators[link.related], index.indicators[link.indicator]
            if all(_known(context, one) for one in two):
                pairs.append((link, two))
    pairs.sort(key=lambda pair: WORTH.index(pair[0].relation))
    shown = tuple(_pair(context, link, two) for link, two in pairs[:MOST])
    return CompareView(shown, len(pairs) - len(shown))


def _known(context: PageContext, record: Indicator) -> bool:
    chart = chart_of(context, record)
    return chart.known if chart else any(one.value is not None for one in context.index.results(record.id, None))


def _words(context: PageContext, record: Indicator) -> str:
    """What is said of an indicator that has no chart: its newest figure."""
    newest = context.index.newest(record.id)
    if newest is None:
        return ""
    figure = observation_figure(context, newest)
    return f"{figure.period} {figure.text}"


def _pair(context: PageContext, link: Related, two: tuple[Indicator, Indicator]) -> Pair:
    charts = [chart_of(context, one) for one in two]
    reaches = [reach(chart) for chart in charts if chart]
    same = two[0].unit == two[1].unit
    both = min((low for low, _ in reaches), default=ZERO), max((high for _, high in reaches), default=ZERO)
    one, other = (
        Side(
            ref := indicator_ref(record),
            context.index.plans[record.plan].title if two[0].plan != two[1].plan else "",
            drawn_small(ref, chart, both if same else reach(chart), PAIR) if chart else Markup(),
            chart.finding if chart else _words(context, record),
        )
        for record, chart in zip(two, charts, strict=True)
    )
    title = page_words.PAIR.join(dict.fromkeys(side.ref.title for side in (one, other)))
    return Pair(
        title,
        page_words.RELATIONS.get(link.relation, str(link.relation)),
        formatting.full_width(link.reason),
        (one, other),
        same,
        len(reaches) == 2,
        f"compare/?a={two[0].id}&b={two[1].id}",
    )


KINDS = (
    index_kind(
        "compare",
        compare_view,
        template="overviews/site/compare.html",
        order=152,
        map_order=228,
        above=("indicators",),
    ),
)
