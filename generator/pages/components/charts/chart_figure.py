"""Charts as HTML: a wide drawing and a narrow one, of which the stylesheet shows the one that fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from html import escape

from markupsafe import Markup

from generator.analysis.charts.chart_content import ChartContent
from generator.analysis.charts.chart_geometry import BRACKET, NARROW, WIDE, Drawing, Size, Text, draw_chart, reach
from generator.analysis.facts.indicator import indicator_chart
from generator.language.charts.label_words import COLON
from generator.language.formatting import sentence
from generator.ledger.records import Indicator
from generator.pages.context import PageContext, made_once


@made_once
def chart_of(context: PageContext, indicator: Indicator) -> ChartContent | None:
    """What stands in the chart of an indicator, by its main target; None where that would tell nothing."""
    chart = indicator_chart(context.statuses.of_indicator(indicator.id), context.statuses.main(indicator.id))
    return chart if chart and chart.is_informative else None


def render_chart(chart: ChartContent | None, name: str) -> Markup:
    """The chart of an indicator, empty where there is none; it links nowhere, so that it fits pages of any depth."""
    if chart is None:
        return Markup()
    words = escape(f"{sentence(name)}{chart.description}")
    shared = reach(chart)
    drawings = "\n".join(inline_drawing(chart, size, words, shared) for size in (WIDE, NARROW))
    return Markup(
        '<figure class="pl-picture" data-pagefind-ignore>\n'
        f'<p class="pl-picture__finding">{escape(chart.finding)}</p>\n'
        f"{drawings}\n<figcaption>{escape(chart.key)}</figcaption>\n</figure>"
    )


def embed_code(chart: ChartContent | None, name: str, address: str) -> str:
    """HTML to copy that shows the chart's files on another site, and leads to the page at an address."""
    if chart is None:
        return ""
    words = escape(f"{name}{COLON}{chart.finding}")
    return (
        f'<a href="{address}"><picture><source media="(max-width: 600px)" srcset="{address}picture-narrow.svg">'
        f'<img src="{address}picture.svg" alt="{words}" width="{WIDE.width}" loading="lazy" '
        'style="max-width: 100%; height: auto"></picture></a>'
    )


def inline_drawing(chart: ChartContent, size: Size, words: str, shared: tuple[Decimal, Decimal] | None = None) -> str:
    """A drawing within a page; ``words`` are read to those who do not see it, escaped.

    ``shared`` is the reach of all charts that have one scale.
    """
    drawing = draw_chart(chart, size, shared)
    shapes = "\n".join(shapes_of(drawing))
    return (
        f'<svg class="pl-picture__{size.name}" viewBox="0 0 {size.width} {drawing.height}" role="img" '
        f'aria-label="{words}">\n{shapes}\n</svg>'
    )


def shapes_of(drawing: Drawing) -> Iterator[str]:
    """The shapes of a drawing as SVG, what lies behind first."""
    yield "".join(
        f'<rect class="pl-c-{b.kind}" x="{b.x}" y="{b.y}" width="{b.width}" height="{b.height}"/>'
        for b in drawing.boxes
    )
    brackets = "".join(f"M{x - BRACKET // 2} {y}v-10h{BRACKET}v10" for x, y in drawing.brackets)
    if brackets:
        yield f'<path class="pl-c-bracket" d="{brackets}"/>'
    yield f'<path class="pl-c-axis" d="M0 {drawing.axis}h{drawing.size.width}"/>'
    yield from (f'<path class="pl-c-{s.kind}" d="M{s.x} {s.y}h{s.end - s.x}"/>' for s in drawing.spans)
    yield "".join(_texts(drawing.texts))


def _texts(texts: Iterable[Text]) -> Iterator[str]:
    for text in texts:
        anchor = "" if text.anchor == "middle" else f' text-anchor="{text.anchor}"'
        yield f'<text class="pl-t-{text.kind}" x="{text.x}" y="{text.y}"{anchor}>{escape(text.text)}</text>'
