"""What nobody has reported."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import round_duties
from generator.analysis.rounds.round_status import round_status
from generator.ledger.due import due_year
from generator.ledger.enums import EndReason, OrganizationKind, Role
from generator.ledger.load import CheckedLedger, load
from generator.pages.overviews.openness.reporting_gaps import (
    Rate,
    ReportingGapsView,
    reporting_gaps_view,
    supervision_view,
)
from tests.conftest import ROOT
from tests.helpers.pages import context_of


@pytest.fixture(params=("data", "tests/district/data"), scope="module")
def checked(request: pytest.FixtureRequest) -> CheckedLedger:
    return load(ROOT / request.param, ROOT / "datapackage.json")


@pytest.fixture(scope="module")
def view(checked: CheckedLedger) -> ReportingGapsView:
    return reporting_gaps_view(context_of(checked))


# -- the list


def test_the_rates_of_the_real_ledger() -> None:
    """2017: 72 of 146 tasks have a word, 3 of 103 targets in numbers a figure; no document tells of 2016."""
    found = reporting_gaps_view(context_of(ROOT / "data"))
    assert found.year == "2017 年"
    assert [(y.title, y.tasks[:2], y.indicators[:2]) for y in found.years] == [
        ("2017 年", (72, 146), (3, 103)),
    ]
    assert found.years[0].tasks.percent == "49.3%"
    assert (found.tasks, found.indicators) == found.years[0][1:]
    assert found.in_words[:2] == (2, 47)  # what is built or in words has a verdict, no figure


def test_each_unit_is_told_exactly_what_it_leads_and_nobody_reported(
    checked: CheckedLedger, view: ReportingGapsView
) -> None:
    """Task by task against the ledger: under way in the year, led by the unit, no report or figure of the year."""
    year, ledger = int(view.year.split()[0]), checked.ledger
    plans = {p.id: p for p in ledger.plans}
    told = {r.id for r in ledger.reports if r.period[:4] == str(year)}
    reported = {link.task for link in ledger.report_tasks if link.report in told}
    measured = {o.indicator for o in ledger.observations if o.period[:4] == str(year)}
    reported |= {i.task for i in ledger.indicators if i.task and i.id in measured}
    under_way = {
        t.id
        for t in ledger.tasks
        if t.end_reason not in (EndReason.CANCELLED, EndReason.MERGED)
        and (t.start_year or plans[t.plan].start_year) <= year <= (due_year(t.due) if t.due else plans[t.plan].end_year)
    }
    expected = Counter(
        (a.organization, a.task)
        for a in ledger.assignments
        if a.role is Role.LEAD and a.task in under_way and a.task not in reported
    )
    found = Counter(
        (u.anchor.removeprefix("unit-"), ref.path.split("/")[1])
        for u in (*view.units, *view.collectives)
        for ref in u.unreported_tasks
    )
    assert found == expected
    for unit in (*view.units, *view.collectives):
        assert unit.tasks.total - unit.tasks.done == len(unit.unreported_tasks)
        assert unit.indicators.total - unit.indicators.done == len(unit.unreported_indicators)


def test_a_unit_stands_either_in_the_list_or_among_those_that_lack_nothing(view: ReportingGapsView) -> None:
    """Nobody is in both."""
    assert not {u.ref for u in view.units} & set(view.complete)


def test_a_ledger_without_results_says_why_the_list_is_empty() -> None:
    """Without any report or figure there is no rate, and no year is made up."""
    checked = load(ROOT / "tests" / "district" / "data", ROOT / "datapackage.json")
    for name in ("reports", "report_tasks", "report_indicators", "observations"):
        checked.tables.rows[name].clear()
    empty = replace(checked)
    assert reporting_gaps_view(context_of(empty)) == ReportingGapsView(
        "", Rate(0, 0, ""), Rate(0, 0, ""), Rate(0, 0, ""), (), (), (), (), 0
    )


def test_binding_indicators_that_nobody_broke_down_are_named() -> None:
    """They are those of the page of binding indicators; one that is broken down is gone from the list."""
    checked = load(ROOT / "tests" / "district" / "data", ROOT / "datapackage.json")
    (plan,) = supervision_view(context_of(checked)).whole
    assert (plan.total, [ref.title for ref in plan.refs]) == (
        3,
        ["森林覆盖率", "单位产值用水量下降", "生产安全事故死亡人数"],
    )
    target = next(row for row in checked.tables.rows["targets"] if row["organization"])
    target.cells["indicator"] = "forest-coverage"
    (plan,) = supervision_view(context_of(replace(checked))).whole
    assert [ref.title for ref in plan.refs] == ["单位产值用水量下降", "生产安全事故死亡人数"]


def test_rounds_have_the_numbers_of_their_status_and_only_where_they_are_public() -> None:
    """What the command says of a round on the same day; a site that keeps its rounds to itself tells none."""
    checked = load(ROOT / "tests" / "district" / "data", ROOT / "datapackage.json")
    index = LedgerIndex(checked)
    record = index.ledger.rounds[0]
    status = round_status(index, round_duties(index, record), max(one.received_on for one in index.ledger.submissions))
    (row,) = [one for one in supervision_view(context_of(checked)).rounds if one.ref.path == f"rounds/{record.id}/"]
    assert (row.expected, row.received, row.on_time) == (status.expected, status.received, status.on_time)
    assert row.expected >= row.received >= row.on_time
    assert not supervision_view(context_of(ROOT / "data")).rounds


def test_a_year_counts_when_a_document_tells_of_it_or_a_round_asks_about_it() -> None:
    """A year that was asked about and not answered is told with nothing; a year without either is not told."""
    checked = load(ROOT / "tests" / "district" / "data", ROOT / "datapackage.json")
    before = [row.title for row in reporting_gaps_view(context_of(checked)).years]
    assert "2021 年" not in before
    checked.tables.rows["rounds"][0].cells |= {"period": "2021-Q4", "opens_on": "2022-01-05", "due_on": "2022-01-20"}
    years = {row.title: row for row in reporting_gaps_view(context_of(replace(checked))).years}
    assert years["2021 年"].tasks.done == 0 and years["2021 年"].tasks.percent == "0%"


def test_the_page_links_a_calendar_only_where_there_is_one(real_site: Path) -> None:
    """Every link to a calendar leads to a file (the build checks links; this counts them)."""
    page = LexborHTMLParser((real_site / "supervision/index.html").read_text(encoding="utf-8"))
    links = {str(a.attributes["href"]) for a in page.css('a[href$="calendar.ics"]')}
    assert len(links) == 41
    assert all((real_site / link.removeprefix("../")).is_file() for link in links)


def test_collectives_are_not_compared_with_units(view: ReportingGapsView, checked: CheckedLedger) -> None:
    """A collective is no unit: it stands apart, with what it leads."""
    kinds = {f"unit-{one.id}": one.kind for one in checked.ledger.organizations}
    assert {kinds[unit.anchor] for unit in view.collectives} <= {OrganizationKind.COLLECTIVE}
    assert OrganizationKind.COLLECTIVE not in {kinds[unit.anchor] for unit in view.units}


def test_the_page_says_first_that_a_target_of_years_need_not_be_published_each_year(real_site: Path) -> None:
    """Parts are labelled in words, and the number of the home page is explained."""
    text = LexborHTMLParser((real_site / "supervision/index.html").read_text(encoding="utf-8")).css_first("article")
    assert text is not None
    said = text.text()
    assert said.index("不必每年公布") < said.index("项任务")
    assert "任务：18 项中 9 项有进展" in said and "9/18" not in said and "首页数的是目标" in said
