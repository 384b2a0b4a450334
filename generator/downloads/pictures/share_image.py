"""The image that other sites show of an indicator's page: its name, target, newest figure, source and day."""

from __future__ import annotations

from html import escape

from generator.analysis.facts.indicator import IndicatorSummary, indicator_summary
from generator.downloads.dataset import Dataset
from generator.downloads.pictures.svg_style import LIGHT
from generator.downloads.pictures.svg_text import at_most, documents_of, text_lines, wrapped
from generator.language import download_words, formatting
from generator.pages.components.charts.chart_figure import chart_of
from generator.pages.components.figures import observation_figure, target_figure

WIDTH, HEIGHT, MARGIN = 1200, 630, 64
"""What most sites ask for."""
SOURCE_LINES = 3
"""Most lines for the titles of documents."""
HALF = WIDTH // 2 - MARGIN
"""The room of each of the two figures."""
NAMES = ((60, 1), (44, 2), (32, 3))
"""Sizes of letters for the name, and how many lines it may take in each."""

STYLE = (
    '<style>text{font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;'
    f"fill:{LIGHT['text']}}}.name,.figure{{font-weight:700}}.label{{font-size:28px;fill:{LIGHT['mute']}}}"
    f".finding{{font-size:30px;font-weight:700;fill:{LIGHT['ink']}}}.foot{{font-size:21px;fill:{LIGHT['mute']}}}"
    ".site{font-size:28px;font-weight:700;fill:#fff}</style>"
)


def share_image(dataset: Dataset, indicator: str) -> bytes:
    """An indicator at a glance, as an SVG file."""
    summary = indicator_summary(dataset.index, dataset.context.statuses, indicator)
    name, (target, newest) = summary.record.name, _figures(dataset, summary)
    told = formatting.SEMICOLON.join(f"{label} {text}" for label, text in (target, newest) if text)
    head, y = _name(name)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        'role="img" aria-labelledby="picture-title picture-desc">',
        f'<title id="picture-title">{escape(name)}</title>\n<desc id="picture-desc">{escape(told)}</desc>',
        STYLE,
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{LIGHT["paper"]}"/>',
        f'<rect width="{WIDTH}" height="76" fill="{LIGHT["ink"]}"/>',
        f'<text class="site" x="{MARGIN}" y="48">{escape(dataset.site.name)}</text>',
        head,
        _figure(target, MARGIN, y + 40),
        _figure(newest, MARGIN + HALF, y + 40),
        _finding(dataset, summary, y + 210),
        _foot(dataset, indicator),
        "</svg>\n",
    ]
    return "\n".join(parts).encode()


def _figures(dataset: Dataset, summary: IndicatorSummary) -> tuple[tuple[str, str], tuple[str, str]]:
    """The plan's target and the newest figure, each with what it is; what is not there says so."""
    context = dataset.context
    target = target_figure(context, summary.main.target) if summary.main else None
    newest = observation_figure(context, summary.newest) if summary.newest else None
    one = (f"{target.period}{target.kind}", target.text) if target else ("", "")
    if newest:
        return one, (f"{newest.period}{newest.kind}", newest.text)
    state = str(summary.main.state) if summary.main else ""
    return one, (download_words.SHARE_STATE, state) if state else ("", "")


def _finding(dataset: Dataset, summary: IndicatorSummary, y: int) -> str:
    """What the chart of the page is headed by, where it has one."""
    chart = chart_of(dataset.context, summary.record)
    lines = at_most(wrapped(chart.finding, WIDTH - 2 * MARGIN, 30), 2) if chart else []
    return text_lines(lines, "finding", y, 38, MARGIN)[0]


def _name(name: str) -> tuple[str, int]:
    """The name as large as it fits, and where it ends."""
    for size, most in NAMES:
        lines = wrapped(name, WIDTH - 2 * MARGIN, size)
        if len(lines) <= most:
            break
    step = size * 5 // 4
    texts, y = text_lines(at_most(lines, most), "name", 100 + step, step, MARGIN)
    return f'<g font-size="{size}">{texts}</g>', y - step


def _figure(figure: tuple[str, str], x: int, y: int) -> str:
    """A figure below what it is, as large as it fits."""
    label, text = figure
    sizes = (size for size in (64, 48, 36, 28) if len(wrapped(text, HALF - 24, size)) == 1)
    size = next(sizes, 22)
    lines = at_most(wrapped(text, HALF - 24, size), 3)
    texts, _ = text_lines(lines, "figure", y + 36 + size, size * 5 // 4, x)
    return f'<text class="label" x="{x}" y="{y + 24}">{escape(label)}</text><g font-size="{size}">{texts}</g>'


def _foot(dataset: Dataset, indicator: str) -> str:
    titles = formatting.SEMICOLON.join(documents_of(dataset, indicator))
    source = download_words.PICTURE_SOURCE.format(titles=titles) if titles else ""
    room = WIDTH - 2 * MARGIN
    lines = at_most(wrapped(source, room, 21), SOURCE_LINES)
    lines += [line for text in dataset.provenance.foot() for line in at_most(wrapped(text, room, 21), 2)]
    texts, _ = text_lines(lines, "foot", HEIGHT - 30 * len(lines) - 4, 30, MARGIN)
    return texts
