"""Small charts of many indicators beside each other, those of one unit on one scale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.charts.chart_content import ChartContent
from generator.analysis.charts.chart_geometry import SMALL, Size, reach
from generator.analysis.target_status import TargetStatus
from generator.language.formatting import sentence
from generator.pages.components.charts.chart_figure import chart_of, inline_drawing
from generator.pages.components.references import Ref, indicator_ref
from generator.pages.context import PageContext

MOST = 12
"""Charts on one page; the list of indicators has the others."""


class SmallChart(NamedTuple):
    """An indicator with its chart and what it shows."""

    ref: Ref
    drawing: Markup
    finding: str


class SmallCharts(NamedTuple):
    """Charts beside each other."""

    charts: tuple[SmallChart, ...]
    more: int
    """Indicators with figures that have no room."""
    same_scale: bool
    """Whether some of them have one unit, and so one scale."""
    pace: bool
    """Whether one of them has the line of what is still needed each year."""


def small_charts(context: PageContext, statuses: Iterable[TargetStatus]) -> SmallCharts:
    """The charts of indicators that have figures, by their main targets, in the order of the plan."""
    found = []
    for status in statuses:
        record = context.index.indicators[status.target.indicator]
        chart = chart_of(context, record) if status.figures else None
        if chart and chart.known:
            found.append((indicator_ref(record), chart))
    shown = found[:MOST]
    reaches = defaultdict(list)
    for _, chart in shown:
        reaches[chart.unit].append(reach(chart))
    shared = {unit: (min(low for low, _ in own), max(high for _, high in own)) for unit, own in reaches.items()}
    charts = tuple(
        SmallChart(ref, _drawn(context, ref, chart, shared[chart.unit]), chart.finding) for ref, chart in shown
    )
    pace = any(line.kind == "pace" for _, chart in shown for line in chart.lines)
    return SmallCharts(charts, len(found) - len(shown), any(len(own) > 1 for own in reaches.values()), pace)


def _drawn(context: PageContext, ref: Ref, chart: ChartContent, shared: tuple[Decimal, Decimal]) -> Markup:
    """A small chart on a scale, made once: a heading and those above it often show the same."""
    key = (drawn_small, ref.path, shared)
    if key not in context.components:
        context.components[key] = drawn_small(ref, chart, shared)
    drawing: Markup = context.components[key]
    return drawing


def drawn_small(ref: Ref, chart: ChartContent, shared: tuple[Decimal, Decimal], size: Size = SMALL) -> Markup:
    """A small chart on a scale."""
    return Markup(inline_drawing(chart, size, escape(f"{sentence(ref.title)}{chart.description}"), shared))
