"""Pictures as files of their own: the drawing of the page in a frame with a title, a legend, source and licence.

Whatever a file shows of the ledger is what the page shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import partial
from html import escape, unescape
from typing import NamedTuple

from generator.analysis import state_explanation
from generator.analysis.chart_geometry import DIGIT, WORD
from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_status import Rollup
from generator.downloads.output import OutputFile
from generator.language import download_words, formatting, state_words
from generator.ledger.reading.site_settings import SiteSettings
from generator.pages.components import area_summary
from generator.pages.components.builder import ComponentBuilder, mark
from generator.pages.components.charts import render_chart
from generator.support.cache_store import digest, program

INLINE = re.compile(
    r'<svg viewBox="0 0 (\d+) (\d+)"[^>]*>\n(.*?</desc>)\n(.*?)</svg>\n<figcaption>(.*?)</figcaption>', re.DOTALL
)
"""The picture of an indicator on its page: width, height, words, drawing, legend."""
TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL)
KEY = re.compile(r'<span>(?:<i class="pl-key ([^"]*)"></i>)?(.*?)</span>', re.DOTALL)

PLAIN_WIDTH, AREAS_WIDTH = 360, 640
MARGIN, LINE, SMALL_LINE = 8, 18, 15
"""The room around texts, and the heights of lines of 13 and of 10 to 11."""
BAR, ROW = 12, 52
"""The height of an area's bar, and of all that is said of an area."""

LIGHT = {
    "paper": "#fff",
    "text": "#1f1f1f",
    "ink": "#8b1e1e",
    "done": "#1d6b3a",
    "way": "#1f5a8c",
    "short": "#9a4a00",
    "mute": "#555",
    "part": "#665700",
    "late": "#7a2f6b",
}
DARK = {
    "paper": "#29201e",
    "text": "#e6e6e6",
    "ink": "#f0a39c",
    "done": "#86d39f",
    "way": "#93c4f0",
    "short": "#f3b577",
    "mute": "#b9b9b9",
    "part": "#d9c866",
    "late": "#e3a8d6",
}
"""The colours of the stylesheet of the site, written out: programs for texts and drawings know no variables."""

SHAPES = """text{font:12px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
.head{font-size:13px;font-weight:700}.key{font-size:11px}.foot{font-size:10px}.number{text-anchor:end}
.pl-middle{text-anchor:middle}
.pl-label,.pl-goal{font-weight:700;paint-order:stroke;stroke-width:3px;stroke-linejoin:round}
line,polyline{fill:none}.pl-axis{stroke-width:1}.pl-axis--cut{stroke-dasharray:1 3}.pl-target{stroke-width:1.5}
.pl-target--year{stroke-width:3}.pl-gap{fill-opacity:.07;stroke-width:1;stroke-dasharray:3 3}
.pl-step{fill-opacity:.16;stroke-width:1.5}.pl-step--bound{fill-opacity:.07;stroke-dasharray:5 3}
.pl-value{stroke-width:1.5}
.pl-value--soft{stroke-dasharray:3 2}circle.pl-value--soft{stroke-dasharray:none}.pl-run{stroke-width:2}
.pl-way{stroke-width:1;stroke-dasharray:2 4}.pl-mean{stroke-width:2.5;stroke-dasharray:8 3}
.pl-fill--incomplete{fill-opacity:.65}.pl-fill--overdue{fill-opacity:.45}.pl-fill--no-data{fill-opacity:.4}
.pl-fill--qualitative{fill-opacity:.2}"""
COLOURS = """.paper{{fill:{paper}}}text{{fill:{text}}}.foot{{fill:{mute}}}.pl-label,.pl-goal{{stroke:{paper}}}
.pl-goal{{fill:{ink}}}.pl-missing{{fill:{mute}}}.pl-axis{{stroke:{text}}}.pl-target{{stroke:{ink}}}
.pl-gap{{fill:{mute};stroke:{mute}}}.pl-step{{fill:{way};stroke:{way}}}.pl-value{{fill:{way};stroke:{way}}}
.pl-value--short{{fill:{short};stroke:{short}}}.pl-value--soft{{fill:{paper}}}.pl-run,.pl-mean{{stroke:{way}}}
.pl-way{{stroke:{mute}}}.pl-fill--reached{{fill:{done}}}.pl-fill--on-track{{fill:{way}}}.pl-fill--behind{{fill:{short}}}
.pl-fill--incomplete{{fill:{part}}}.pl-fill--overdue{{fill:{late}}}.pl-fill--no-data,.pl-fill--qualitative{{fill:{mute}}}"""
NIGHT = "@media screen and (prefers-color-scheme:dark){"
STYLE = f"<style>{SHAPES}\n{COLOURS.format(**LIGHT)}\n{NIGHT}\n{COLOURS.format(**DARK)}\n}}</style>"
"""Print keeps the light palette."""

KEYS = {
    "pl-key--target": '<line class="pl-target" x1="8" x2="24" y1="{m}" y2="{m}"/>',
    "pl-key--year": '<line class="pl-target pl-target--year" x1="11" x2="21" y1="{m}" y2="{m}"/>',
    "pl-key--bar": '<rect class="pl-value" x="12" y="{t}" width="8" height="8"/>',
    "pl-key--step": '<rect class="pl-step" x="9" y="{t}" width="14" height="8"/>',
    "pl-key--step pl-key--bound": '<rect class="pl-step pl-step--bound" x="9" y="{t}" width="14" height="8"/>',
    "pl-key--way": '<line class="pl-way" x1="8" x2="24" y1="{m}" y2="{m}"/>',
    "pl-key--mean": '<line class="pl-mean" x1="8" x2="24" y1="{m}" y2="{m}"/>',
    "pl-key--gap": '<rect class="pl-gap" x="9" y="{t}" width="14" height="8"/>',
    "pl-key--soft": '<circle class="pl-value pl-value--soft" cx="16" cy="{m}" r="4"/>',
}
"""What stands before a line of the legend; m and t are its middle and its top."""


class Imprint(NamedTuple):
    """What every file says at its foot; the same for the whole site."""

    as_of: str
    licence: str


def imprint(index: LedgerIndex, site: SiteSettings) -> Imprint:
    """As of when, under which licence, and whom to name."""
    as_of = download_words.PICTURE_AS_OF.format(day=formatting.day(index.as_of)) if index.as_of else ""
    licence = f"{site.licence.title}（{site.licence.name}）"
    return Imprint(as_of, download_words.PICTURE_LICENCE.format(licence=licence, attribution=site.licence.attribution))


def picture_outputs(components: ComponentBuilder, site: SiteSettings) -> list[OutputFile]:
    """A file for each indicator with a picture, and for each plan with targets."""
    index = components.index
    foot = imprint(index, site)
    head, found = digest(program(), *foot), []
    for id_ in index.indicators:
        markup, titles = render_chart(components, id_)
        if markup:
            key = digest(head, markup, *titles)
            found.append(OutputFile(f"indicators/{id_}/picture.svg", key, partial(picture_file, markup, titles, foot)))
    for plan in index.ledger.plans:
        rows = tuple(row for row in area_summary.area_rows(components, plan.id) if row[4])
        document = index.documents[plan.document].title if plan.document else ""
        if rows:
            key = digest(head, plan.title, document, repr(rows))
            make = partial(areas_file, plan.title, document, rows, foot)
            found.append(OutputFile(f"plans/{plan.id}/areas.svg", key, make))
    return found


# -- one picture


def picture_file(markup: str, titles: tuple[str, ...], foot: Imprint) -> bytes:
    """The picture of an indicator as a file."""
    parts = INLINE.search(markup)
    assert parts, "a picture is made by the template of pictures"
    width, height, words, body, legend = parts.groups()
    title = TITLE.search(words)
    assert title
    head, top = _lines(wrapped(unescape(title[1]), PLAIN_WIDTH - 2 * MARGIN, 13), "head", LINE + 2, LINE)
    keys, end = _legend(KEY.findall(legend), top + int(height) + LINE - 6)
    tail, bottom = _foot(titles, foot, end + 6, PLAIN_WIDTH)
    drawing = f'<g transform="translate(0 {top})">\n{body}</g>'
    return _file(words, int(width), bottom, (head, drawing, keys, tail))


def _legend(keys: Iterable[tuple[str, str]], y: int) -> tuple[str, int]:
    found = []
    for name, text in keys:
        shape = KEYS[name].format(m=y - 4, t=y - 8) if name else ""
        found.append(f'{shape}<text class="key" x="{30 if name else MARGIN}" y="{y}">{text}</text>')
        y += SMALL_LINE + 1
    return "\n".join(found), y


# -- the areas of a plan


def areas_file(plan: str, document: str, rows: tuple[area_summary.Plain, ...], foot: Imprint) -> bytes:
    """The bars of a plan's areas as a file."""
    title = download_words.AREAS_TITLE.format(plan=plan)
    sums = [area_summary.counted(row) for row in rows]
    most = max(total.total for total in sums)
    told = formatting.SEMICOLON.join(_told(row[1], total) for row, total in zip(rows, sums, strict=True))
    words = (
        f'<title id="picture-title">{escape(title)}</title>\n'
        f'<desc id="picture-desc">{escape(download_words.AREAS_DESCRIPTION.format(rows=told))}</desc>'
    )
    head, y = _lines(wrapped(title, AREAS_WIDTH - 2 * MARGIN, 13), "head", LINE + 2, LINE)
    parts, y = [head], y + 8
    for row, total in zip(rows, sums, strict=True):
        parts.append(_area(row[1], total, most, y))
        y += ROW
    tail, bottom = _foot((document,) if document else (), foot, y + 4, AREAS_WIDTH)
    return _file(words, AREAS_WIDTH, bottom, (*parts, tail))


def _area(title: str, total: Rollup, most: int, y: int) -> str:
    """Its title and how many targets it has, the bar, and the states in words."""
    count, full = download_words.AREA_COUNT.format(targets=total.total), AREAS_WIDTH - 2 * MARGIN
    bars, before = [], 0
    for state, targets in total.tallies:
        x, width = (state_explanation.short(Decimal(full * n) / most) for n in (before, targets))
        bars.append(f'<rect class="pl-fill--{mark(state)}" x="{x}" width="{width}" height="{BAR}"/>')
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


def _told(title: str, total: Rollup) -> str:
    return download_words.AREA_ROW.format(area=title, targets=total.total, states=_states(total))


# -- pieces of all files


def _foot(titles: tuple[str, ...], foot: Imprint, y: int, width: int) -> tuple[str, int]:
    source = download_words.PICTURE_SOURCE.format(titles=formatting.SEMICOLON.join(titles)) if titles else ""
    lines = [part for text in (source, *foot) for part in wrapped(text, width - 2 * MARGIN, 10)]
    return _lines(lines, "foot", y, SMALL_LINE)


def _lines(lines: Iterable[str], kind: str, y: int, step: int) -> tuple[str, int]:
    """Lines of text one under the other, and where the next would stand."""
    found = []
    for line in lines:
        found.append(f'<text class="{kind}" x="{MARGIN}" y="{y}">{escape(line)}</text>')
        y += step
    return "\n".join(found), y


def wrapped(text: str, width: int, size: int) -> list[str]:
    """A text in lines of a width in pixels, in letters of a size."""
    lines, used, room = [""], 0, width * 120 // size
    for letter in text:
        wide = DIGIT if letter.isascii() else WORD
        if used + wide > room:
            lines.append("")
            used = 0
        lines[-1] += letter
        used += wide
    return lines if text else []


def _file(words: str, width: int, height: int, parts: Iterable[str]) -> bytes:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{2 * width}" '
        f'height="{2 * height}" role="img" aria-labelledby="picture-title picture-desc">'
    )
    paper = f'<rect class="paper" width="{width}" height="{height}"/>'
    return "\n".join((head, words, STYLE, paper, *parts, "</svg>", "")).encode()
