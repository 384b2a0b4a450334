"""Evaluations: those of the ledger on their pages, those that are ordered and not told as such, no date invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.analysis.ledger_index import LedgerIndex
from generator.ledger.load import load
from generator.pages.overviews.lists.evaluations import PlanEvaluations, evaluations_view
from tests.conftest import ROOT
from tests.helpers import ledger
from tests.helpers.golden import article
from tests.helpers.pages import context_of
from tests.helpers.sites import DISTRICT

TASKS = "tasks/five/01-industry.yml"
ORDER = (TASKS, "- id: parks\n", "- id: parks\n  evaluation_kinds: 年度监测、终期评估\n  due: 2019\n")


def groups(data: Path) -> tuple[PlanEvaluations, ...]:
    return evaluations_view(context_of(data))


def test_the_districts_evaluations_are_listed_by_plan_and_kind() -> None:
    """Each evaluation stands under its plan and kind with its evaluator, and a third party is known as one."""
    found = {
        (group.plan.id, kind.kind): [(e.ref.title, e.evaluator, e.third_party) for e in kind.rows]
        for group in groups(DISTRICT)
        for kind in group.kinds
    }
    assert found == {
        ("plan-2021-2025", "年度监测"): [("2022 年年度监测", "区发展改革局", False)],
        ("plan-2021-2025", "中期评估"): [("2023 年中期评估", "云泽社会科学评估中心", True)],
        ("plan-2021-2025", "终期评估"): [],
        ("plan-2022", "终期评估"): [("2022 年终期评估", "区发展改革局", False)],
        ("plan-2016-2020", "年度监测"): [],
        ("plan-2016-2020", "中期评估"): [],
        ("plan-2016-2020", "终期评估"): [],
        ("plan-2016-2020", "总结评估"): [("2020 年总结评估", "区发展改革局", False)],
        ("plan-2016-2020", "后评估"): [("2021 年后评估", "云泽社会科学评估中心", True)],
    }


@pytest.mark.parametrize("data", [ROOT / "data", DISTRICT], ids=["real", "district"])
def test_every_evaluation_stands_in_one_group(data: Path) -> None:
    """None is lost, none told twice; every five-year plan has its three kinds, evaluated or not."""
    index = LedgerIndex(load(data, ROOT / "datapackage.json"))
    found = evaluations_view(context_of(index))
    paths = [e.ref.path for group in found for kind in group.kinds for e in kind.rows]
    assert sorted(paths) == sorted(f"evaluations/{e.id}/" for e in index.ledger.evaluations)
    assert all(len(g.kinds) >= 3 for g in found if g.plan.start_year != g.plan.end_year)


def test_what_a_task_orders_is_told_with_its_year(tmp_path: Path) -> None:
    """The task, the kinds it orders, its leads and the year that it prints; a year without monitoring is named."""
    files, _ = ledger.edited(ORDER)
    plan = groups(ledger.write(tmp_path, files))[0]
    (order,) = plan.orders
    assert (order.task.path, order.kinds, order.due) == ("tasks/parks/", "年度监测、终期评估", "2019 年")
    assert [u.ref.title for u in order.leads] == ["区发展局", "区文化局"]
    assert {k.kind: k.ordered for k in plan.kinds} == {"年度监测": True, "中期评估": False, "终期评估": True}
    assert {k.kind: k.missing_years for k in plan.kinds} == {"年度监测": "2016 年", "中期评估": "", "终期评估": ""}


def test_what_nobody_orders_is_not_missed(tmp_path: Path) -> None:
    """Without a task that orders it no year is told to lack its monitoring."""
    plan = groups(ledger.write(tmp_path, ledger.LEDGER))[0]
    assert not plan.orders
    assert not any(k.ordered or k.missing_years for k in plan.kinds)


def test_a_kind_that_does_not_exist_is_found(tmp_path: Path) -> None:
    """Only the three kinds may be ordered."""
    files, _ = ledger.edited((TASKS, "- id: parks\n", "- id: parks\n  evaluation_kinds: 年度监测、复查\n"))
    assert any("规定的评估" in str(f) for f in ledger.findings_of(ledger.write(tmp_path, files)))


def test_years_by_custom_are_called_so_and_stand_where_nothing_is_known(district_site: Path, real_site: Path) -> None:
    """The third year for the middle and the last for the end, each called a custom; none beside an evaluation."""
    real = LexborHTMLParser(article(real_site / "evaluations/index.html"))
    customs = [n.text() for n in real.css("p.pl-hint")]
    assert ["2018 年" in customs[0], "2020 年" in customs[1]] == [True, True]
    assert all(text.startswith("惯例：") and "不是文件写明的日期" in text for text in customs)
    running, earlier = article(district_site / "evaluations/index.html").split('<h2 id="plan-2016-2020">')
    assert "惯例：终期评估" in running and "惯例：中期评估" not in running
    assert "惯例：中期评估" in earlier


def test_the_real_notice_orders_what_no_document_tells(real_site: Path) -> None:
    """The task of the notice is linked with who leads it, and what is over without a result is named."""
    page = article(real_site / "evaluations/index.html")
    assert "../tasks/plan-evaluation/" in page and "四（三）-1" in page
    assert "2016 年、2017 年" in page
    assert page.count("没有披露") == 3


def test_the_page_is_linked_from_documents(real_site: Path) -> None:
    """From the list of documents and from the page of a plan's document."""
    for page in ("documents", "documents/xiqing-135-task-assignment-2016"):
        links = LexborHTMLParser((real_site / page / "index.html").read_text(encoding="utf-8")).css("article a[href]")
        assert any(str(n.attributes["href"]).endswith("evaluations/") for n in links), page


def test_an_evaluation_says_whether_a_third_party_made_it(district_site: Path) -> None:
    """Its page names evaluator, period, conclusion and source."""
    page = article(district_site / "evaluations/2023-midterm/index.html")
    for words in ("云泽社会科学评估中心，第三方机构", "总体顺利", "2fdc647539dbe9e9", "2023 年中期评估"):
        assert words in page
    assert "不是第三方机构" in article(district_site / "evaluations/2022-monitoring/index.html")
