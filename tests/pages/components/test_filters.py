"""What rows of lists say about themselves, and what the form above them offers."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.ledger.enums import State
from generator.pages.context import PageContext
from generator.pages.overviews.lists.indicators import indicators_view
from tests.conftest import ROOT
from tests.helpers.pages import context_of


@pytest.fixture(scope="module")
def context() -> PageContext:
    """What the pages of this project's own ledger are made from."""
    return context_of(ROOT / "data")


def page(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))


def record(row: LexborNode) -> str:
    """The id of the record that a row is about."""
    link = row.css_first("a")
    assert link is not None
    return str(link.attributes["href"]).rstrip("/").rpartition("/")[2]


def test_the_form_offers_every_area_under_its_plan(context: PageContext) -> None:
    """Headings of the first two levels with the numbers above them; running plans first; states in their order."""
    view = indicators_view(context).filter
    assert [p.id for p in view.plans] == ["plan-2016-2020", "plan-2018", "plan-2017"]
    assert dict(view.plans[0].areas)["s2016-3-1"] == "三、（一）构建现代产业新体系"
    assert "s2016-3-1-1" not in dict(view.plans[0].areas)
    areas = {context.index.area(one.section).id for one in context.index.ledger.indicators}
    assert {id_ for plan in view.plans for id_, _ in plan.areas} == areas
    found = {status.state for one in context.index.indicators if (status := context.statuses.main(one))}
    assert view.states == (*(state for state in State if state in found), "已披露")


INDICATORS = ("", "/page/2", "/page/3", "/undisclosed", "/undisclosed/page/2", "/binding", "/expected")


@pytest.mark.parametrize("path", [f"indicators{path}" for path in INDICATORS])
def test_a_row_of_an_indicator_tells_its_area_and_nature(real_site: Path, context: PageContext, path: str) -> None:
    """The attributes are those of the record, and the form knows the area."""
    tree = page(real_site, path)
    areas = {o.attributes["value"] for o in tree.css("select[name=area] optgroup option")}
    rows = tree.css("table[data-list] tbody tr[data-area]")
    assert rows
    for row in rows:
        indicator = context.index.indicators[record(row)]
        assert row.attributes["data-nature"] == indicator.nature
        assert row.attributes["data-area"] == context.index.area(indicator.section).id
        assert row.attributes["data-area"] in areas


def test_a_row_of_a_task_tells_its_area(real_site: Path, context: PageContext) -> None:
    """On the pages of all tasks."""
    for path in ("tasks", "tasks/page/2"):
        tree = page(real_site, path)
        areas = {o.attributes["value"] for o in tree.css("select[name=area] optgroup option")}
        rows = [row for row in tree.css("table[data-list] tbody tr[data-area]") if "data-nature" not in row.attributes]
        assert rows, path
        for row in rows:
            area = context.index.area(context.index.tasks[record(row)].section).id
            assert row.attributes["data-area"] == area
            assert area in areas


def test_only_pages_with_a_list_load_the_script(real_site: Path) -> None:
    """A page has the script when it has the form, once, and the form stands unseen."""
    for path in real_site.rglob("index.html"):
        text = path.read_text(encoding="utf-8")
        assert text.count("assets/lists.js") == text.count('<form class="pl-filter"') <= 1, path
    form = page(real_site, "indicators").css_first("form.pl-filter")
    assert form is not None and "hidden" in form.attributes
