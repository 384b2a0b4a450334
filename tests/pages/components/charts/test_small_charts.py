"""Small charts of an area: those that have figures, on one scale where they have one unit."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.pages.components.charts import small_charts
from generator.pages.components.charts.small_charts import SmallCharts
from tests.helpers.copying import district


def charts_of(section: str) -> SmallCharts:
    """The small charts of a heading of the made-up district."""
    context = district().context
    return small_charts.small_charts(context, context.statuses.under(section))


def test_each_chart_has_a_figure_and_leads_to_its_indicator() -> None:
    """Indicators of which nothing is known are left to the list."""
    index, found = district().index, charts_of("s2021-2")
    assert len(found.charts) == 5 and not found.more
    for chart in found.charts:
        assert index.observations_of[chart.ref.path.split("/")[1]]
        assert 'aria-label="' in chart.drawing and chart.finding in chart.drawing


def test_figures_of_one_unit_have_one_scale() -> None:
    """A share of 31.6 per cent is drawn nearly nine times as high as one of 3.7."""
    found = charts_of("s2021-2")
    assert found.same_scale
    heights = {chart.ref.title: _tallest(chart.drawing) for chart in found.charts}
    unemployment, forest = heights["城镇登记失业率"], heights["森林覆盖率"]
    assert abs(Decimal(forest) / unemployment - Decimal("31.6") / Decimal("3.8")) < 2


def _tallest(drawing: str) -> int:
    boxes = LexborHTMLParser(drawing).css("rect.pl-c-result, rect.pl-c-soft")
    return max(int(str(box.attributes["height"])) for box in boxes)


def test_more_than_fit_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page stays light; the reader is told how many are not drawn."""
    monkeypatch.setattr(small_charts, "MOST", 2)
    found = charts_of("s2021-2")
    assert (len(found.charts), found.more) == (2, 3)


def test_the_page_of_an_area_shows_them(district_site: Path) -> None:
    """Each with the name of its indicator as a link, and what it shows in words."""
    page = LexborHTMLParser((district_site / "sections/s2021-2/index.html").read_text(encoding="utf-8"))
    items: list[LexborNode] = page.css("ul.pl-small > li")
    assert len(items) == 5
    for item in items:
        assert item.css_first("a") and item.css_first("svg[role=img][aria-label]") and item.css_first("span")
