"""Pictures as files of their own: the drawing of the page in a frame with its finding, source and licence.

Whatever a file shows of the ledger is what the page shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial
from html import escape

from generator.analysis import state_explanation
from generator.analysis.charts.chart_content import ChartContent
from generator.analysis.charts.chart_geometry import NARROW, WIDE, Size, draw_chart
from generator.analysis.facts.plan import AreaStatuses, area_statuses
from generator.analysis.target_status import Rollup
from generator.downloads.dataset import Dataset
from generator.downloads.output import OutputFile
from generator.downloads.pictures.share_image import share_image
from generator.downloads.pictures.svg_style import STYLE
from generator.downloads.pictures.svg_text import LINE, MARGIN, documents_of, text_lines, wrapped
from generator.downloads.provenance import Provenance
from generator.language import download_words, formatting, state_words
from generator.language.download_words import SHARE_IMAGE
from generator.ledger.records import Plan
from generator.pages.components.charts.chart_figure import chart_of, shapes_of
from generator.pages.components.references import section_ref
from generator.pages.components.states import css_class

PICTURES = {"picture": WIDE, "picture-narrow": NARROW}
"""The files of an indicator's picture: for pages that are embedded on a phone there is a narrow one."""
AREAS_WIDTH = 640
SMALL_LINE = 15
"""The height of lines of 10 to 11."""
BAR, ROW = 12, 52
"""The height of an area's bar, and of all that is said of an area."""


def picture_outputs(dataset: Dataset) -> Iterator[OutputFile]:
    """The wide and the narrow picture of each indicator that has one, what is shared of it, and one of each plan."""
    for indicator in dataset.index.indicators:
        if _chart(dataset, indicator):
            for name, size in PICTURES.items():
                make = partial(indicator_picture, dataset, indicator, size)
                yield OutputFile(f"indicators/{indicator}/{name}.svg", make)
        if dataset.site.url:
            yield OutputFile(f"indicators/{indicator}/{SHARE_IMAGE}", partial(share_image, dataset, indicator))
    for plan in dataset.index.ledger.plans:
        if _areas(dataset, plan):
            yield OutputFile(f"plans/{plan.id}/areas.svg", partial(areas_picture, dataset, plan))


# -- one picture


def indicator_picture(dataset: Dataset, indicator: str, size: Size = WIDE) -> bytes:
    """The picture of an indicator's targets and results over the years."""
    chart, name = _chart(dataset, indicator), dataset.index.indicators[indicator].name
    assert chart, "an indicator has a file where it has a picture"
    title = download_words.PICTURE_TITLE.format(name=name, finding=chart.finding)
    words = (
        f'<title id="picture-title">{escape(title)}</title>\n<desc id="picture-desc">{escape(chart.description)}</desc>'
    )
    drawing, room, width = draw_chart(chart, size), size.width, size.width + 2 * MARGIN
    head, top = text_lines(wrapped(title, room, 16), "head", MARGIN + 16, LINE + 4)
    key, below = text_lines(wrapped(chart.key, room, 12), "key", top + drawing.height, LINE)
    tail, bottom = _foot(documents_of(dataset, indicator), dataset.provenance, below + 4, width)
    shapes = "\n".join(shapes_of(drawing))
    body = f'<g class="chart {size.name}" transform="translate({MARGIN} {top - LINE})">\n{shapes}\n</g>'
    return _file(words, width, bottom, (head, body, key, tail))


def _chart(dataset: Dataset, indicator: str) -> ChartContent | None:
    return chart_of(dataset.context, dataset.index.indicators[indicator])


# -- the areas of a plan


def _areas(dataset: Dataset, plan: Plan) -> list[AreaStatuses]:
    """The areas of a plan that have targets."""
    areas = area_statuses(dataset.index, dataset.context.statuses, plan.id)
    return [area for area in areas if area.rollup.total]


def areas_picture(dataset: Dataset, plan: Plan) -> bytes:
    """The bars of a plan's areas."""
    areas = [(section_ref(area.section).title, area.rollup) for area in _areas(dataset, plan)]
    title = download_words.AREAS_TITLE.format(plan=plan.title)
    most = max(rollup.total for _, rollup in areas)
    descriptions = formatting.SEMICOLON.join(_described(name, rollup) for name, rollup in areas)
    words = (
        f'<title id="picture-title">{escape(title)}</title>\n'
        f'<desc id="picture-desc">{escape(download_words.AREAS_DESCRIPTION.format(rows=descriptions))}</desc>'
    )
    head, y = text_lines(wrapped(title, AREAS_WIDTH - 2 * MARGIN, 13), "head", LINE + 2, LINE)
    parts, y = [head], y + 8
    for name, rollup in areas:
        parts.append(_area(name, rollup, most, y))
        y += ROW
    documents = (dataset.index.documents[plan.document].title,) if plan.document else ()
    tail, bottom = _foot(documents, dataset.provenance, y + 4, AREAS_WIDTH)
    return _file(words, AREAS_WIDTH, bottom, (*parts, tail))


def _area(title: str, total: Rollup, most: int, y: int) -> str:
    """Its title and how many targets it has, the bar, and the states in words."""
    count, full = download_words.AREA_COUNT.format(targets=total.total), AREAS_WIDTH - 2 * MARGIN
    bars, before = [], 0
    for state, targets in total.tallies:
        x, width = (state_explanation.short(Decimal(full * n) / most) for n in (before, targets))
        bars.append(f'<rect class="pl-fill--{css_class(state)}" x="{x}" width="{width}" height="{BAR}"/>')
        before += targets
    return (
        f'<text x="{MARGIN}" y="{y}">{escape(title)}</text>'
        f'<text class="number" x="{AREAS_WIDTH - MARGIN}" y="{y}">{count}</text>\n'
        f'<g class="bar" transform="translate({MARGIN} {y + 6})">{"".join(bars)}</g>\n'
        f'<text class="key" x="{MARGIN}" y="{y + 32}">{escape(_states(total, signs=True))}</text>'
    )


def _states(total: Rollup, *, signs: bool = False) -> str:
    words = ((f"{state_words.SIGNS[t.state]} {t.state}" if signs else str(t.state), t.targets) for t in total.tallies)
    return formatting.AND.join(
        download_words.AREA_STATE.format(state=state, targets=targets) for state, targets in words
    )


def _described(title: str, total: Rollup) -> str:
    return download_words.AREA_ROW.format(area=title, targets=total.total, states=_states(total))


# -- pieces of all files


def _foot(titles: tuple[str, ...], provenance: Provenance, y: int, width: int) -> tuple[str, int]:
    source = download_words.PICTURE_SOURCE.format(titles=formatting.SEMICOLON.join(titles)) if titles else ""
    lines = [part for text in (source, *provenance.foot()) for part in wrapped(text, width - 2 * MARGIN, 11)]
    return text_lines(lines, "foot", y, SMALL_LINE)


def _file(words: str, width: int, height: int, parts: Iterable[str]) -> bytes:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-labelledby="picture-title picture-desc">'
    )
    paper = f'<rect class="paper" width="{width}" height="{height}"/>'
    return "\n".join((head, words, STYLE, paper, *parts, "</svg>", "")).encode()
