"""What stands beside the clauses of a document, written straight: a large ledger has a hundred thousand clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from generator.pages.components.plain_html import escaped, linked
from generator.pages.components.reader.entries import IndicatorEntry
from generator.pages.components.reader.items import ClauseItem


def figure_clauses(root: str, clauses: Iterable[ClauseItem]) -> Markup:
    """Clauses of which there is no more than figures and the like; ``root`` leads to the root of the site."""
    return Markup("".join(_clauses(root, clauses)))


def _clauses(root: str, clauses: Iterable[ClauseItem]) -> Iterator[str]:
    for anchors, _, entries in clauses:
        id_, title = map(escaped, anchors[0])
        beside = [_indicator(root, one) for one in entries.indicators]
        beside += (f"<li>{linked(root, one.ref)} {escaped(one.words)}</li>" for one in entries.others)
        yield (
            f'<section class="pl-clause pl-clause--bare" id="{id_}">\n<div class="pl-clause__text">\n'
            f'<p class="pl-clause__mark"><a href="#{id_}">{title}</a> </p><ul class="pl-clause__margin">\n'
            f"{''.join(beside)}</ul>\n</div></section>\n"
        )


def indicator_lines(root: str, indicators: Iterable[IndicatorEntry], figures: bool = True) -> Markup:
    """The indicators of a clause, and where they stand; ``figures`` says whether with the figures that it gives."""
    return Markup("".join(_indicator(root, one, figures) for one in indicators))


def _indicator(root: str, entry: IndicatorEntry, figures: bool = True) -> str:
    line, s = linked(root, entry.ref), entry.status
    if figures:
        line += f" {escaped(entry.figures)}"
    if s:
        share = f" {s.share}" if s.share else ""
        sign = f'<span aria-hidden="true">{s.sign}</span>'
        line += f' <span class="pl-state pl-state--{s.css_class}">{sign} {s.state}{share}</span>'
    return f"<li>{line}</li>"
