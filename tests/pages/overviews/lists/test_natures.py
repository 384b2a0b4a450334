"""The pages of binding and of expected indicators."""

from __future__ import annotations

import shutil
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from generator.ledger.enums import Nature
from generator.pages.overviews.lists.natures import NatureView, nature_ref, nature_refs, nature_view
from tests.conftest import ROOT
from tests.helpers.pages import context_of
from tests.helpers.sites import DISTRICT

PART = """\
  - indicator: accident-deaths
    organization: 鹭汀镇
    start_year: 2021
    end_year: 2025
    comparator: '≤'
    value: 2
    value_text: 控制在2人以内
    source: {locator: 二(二)-2}
"""


def view(data: Path, nature: Nature) -> NatureView:
    """The page of a nature."""
    return nature_view(context_of(data), nature)


def article(path: Path) -> LexborHTMLParser:
    return LexborHTMLParser(path.read_text(encoding="utf-8"))


def test_every_indicator_of_the_nature_is_there_and_no_other() -> None:
    """Roll-up, table and list speak of the same indicators."""
    (plan,) = view(DISTRICT, Nature.BINDING).plans
    assert [ref.title for ref in plan.whole] == ["森林覆盖率", "单位产值用水量下降", "生产安全事故死亡人数"]
    assert plan.rollup and plan.rollup.total == 3
    assert sum(t.targets for t in plan.rollup.tallies) == 3
    assert [ref.path for ref in plan.whole] == [row.ref.path for row in plan.rows]


def test_what_is_broken_down_is_not_listed_as_not_broken_down(tmp_path: Path) -> None:
    """A target for a town takes an indicator from the list."""
    data = tmp_path / "data"
    shutil.copytree(DISTRICT, data)
    path = data / "disclosures/chengxi-145-task-assignment-2021.yml"
    path.write_text(path.read_text(encoding="utf-8") + PART, encoding="utf-8")
    (plan,) = view(data, Nature.BINDING).plans
    assert [ref.title for ref in plan.whole] == ["森林覆盖率", "单位产值用水量下降"]


def test_the_notice_that_orders_the_break_down_is_found_in_the_ledger() -> None:
    """The requirement that names the nature is linked where there is one; the made-up district has none."""
    (plan,) = view(ROOT / "data", Nature.BINDING).plans
    assert [task.ref.path for task in plan.orders] == ["tasks/req-break-down-binding/"]
    (plan,) = view(ROOT / "data", Nature.EXPECTED).plans
    assert plan.orders == ()
    (plan,) = view(DISTRICT, Nature.BINDING).plans
    assert plan.orders == ()


def test_a_nature_that_no_plan_has_gets_no_page(tmp_path: Path) -> None:
    """Without a binding indicator there is neither page nor link."""
    data = tmp_path / "data"
    shutil.copytree(DISTRICT, data)
    path = data / "indicators/plan-2021-2025/01-main-targets.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("约束性", "预期性"), encoding="utf-8")
    context = context_of(data)
    assert nature_ref(context, Nature.BINDING) is None
    assert [ref.path for ref in nature_refs(context)] == ["indicators/expected/"]
    assert nature_ref(context, Nature.OF_TASK) is None


def test_the_pages_are_linked_from_home_and_from_the_indicators(real_site: Path) -> None:
    """A reader finds them without the search."""
    home = {str(a.attributes["href"]) for a in article(real_site / "index.html").css("article a[href]")}
    assert {"indicators/binding/", "indicators/expected/"} <= home
    index = {str(a.attributes["href"]) for a in article(real_site / "indicators/index.html").css("article a[href]")}
    assert {"../indicators/binding/", "../indicators/expected/"} <= index


def test_each_state_has_its_arithmetic_beside_it(real_site: Path) -> None:
    """A share never stands without its arithmetic."""
    page = article(real_site / "indicators/binding/index.html")
    cell = next(td for td in page.css('td[data-label="状态"]') if "28.4%" in td.text())
    assert "4.15 ÷ 14.6 ＝ 28.4%" in cell.text() and "缺 2016 年的数" in cell.text()
    assert "还没有分解到街镇或单位的约束性指标" in page.css_first("article").text()  # type: ignore[union-attr]
