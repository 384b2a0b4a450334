"""Charts as HTML, made by the same template for the page and for the file of its own."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from generator.analysis.chart_geometry import Chart
from generator.pages.environment import bare_environment

KEY = "picture"
"""The beginning of a chart's ids."""


def render_chart(chart: Chart | None, title: str) -> Markup:
    """A chart, empty where there is none; it links nowhere, so that it fits pages of any depth."""
    if chart is None:
        return Markup()
    module: Any = bare_environment().get_template("components/charts.html").module
    return Markup(module.chart(chart, title, KEY).strip())
