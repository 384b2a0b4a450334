"""Charts as HTML, made by the same template for the page and for the file of its own."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from generator.pages.components.builder import ComponentBuilder
from generator.pages.environment import bare_environment

KIND = "picture"
"""The name of the chart's macro and the beginning of its ids."""


class RenderedChart(NamedTuple):
    """The chart's markup, empty where there is none, and the titles of the documents that its figures come from."""

    markup: Markup
    documents: tuple[str, ...]


def render_chart(components: ComponentBuilder, indicator: str) -> RenderedChart:
    """The chart of an indicator's target over its years; it links nowhere, so that it fits pages of any depth."""
    chart = components.indicator_chart(indicator)
    if chart is None:
        return RenderedChart(Markup(), ())
    macro = getattr(bare_environment().get_template("components/_pictures.html").module, KIND)
    index = components.index
    documents = dict.fromkeys(t.document for t in index.targets_of.get(indicator, ()) if t.organization is None)
    documents |= dict.fromkeys(o.document for o in index.observations_of.get(indicator, ()) if o.organization is None)
    markup = macro(chart, index.indicators[indicator].name, KIND).strip()
    return RenderedChart(Markup(markup), tuple(components.document(id_).title for id_ in documents))
