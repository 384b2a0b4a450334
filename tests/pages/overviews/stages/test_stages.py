"""Monitoring and evaluations of plans: what is ordered, what was held, where targets stand, what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.analysis.ledger_index import LedgerIndex
from generator.ledger.enums import EvaluationKind
from generator.ledger.load import load
from generator.pages.overviews.openness.year import year_view
from generator.pages.overviews.stages.monitoring import MonitoredYear, monitoring_view
from generator.pages.overviews.stages.plan_stages import END, MIDDLE, stage_view
from tests.conftest import ROOT
from tests.helpers.pages import context_of
from tests.helpers.sites import DISTRICT

REAL = ROOT / "data"


def years(data: Path) -> list[MonitoredYear]:
    """The years of all plans."""
    return [year for plan in monitoring_view(context_of(data)) for year in plan.years]


@pytest.mark.parametrize("data", [REAL, DISTRICT], ids=["real", "district"])
def test_the_counts_of_a_year_add_up_and_are_those_of_its_page(data: Path) -> None:
    """States together are all targets, reports by state all reports: the same as on the page that is linked."""
    context = context_of(data)
    told = 0
    for year in years(data):
        if year.ref is None:
            assert (year.rollup, year.results, year.told) == (None, 0, 0)
            continue
        page = year_view(context, int(year.ref.path.split("/")[1]))
        assert year.rollup == page.rollup
        assert not year.rollup or year.rollup.total == sum(tally.targets for tally in year.rollup.tallies)
        assert (year.results, year.told) == (page.counts.observations, page.counts.reports)
        assert year.told == sum(one.total for one in year.reports)
        told += year.results
    assert told


@pytest.mark.parametrize("data", [REAL, DISTRICT], ids=["real", "district"])
def test_every_evaluation_stands_on_the_page_of_its_stage(data: Path) -> None:
    """None is lost between year, middle and end."""
    context = context_of(data)
    found = [row.ref.path for year in years(data) for row in year.held]
    found += [row.ref.path for kinds in (MIDDLE, END) for p in stage_view(context, kinds).plans for _, row in p.held]
    index = LedgerIndex(load(data, ROOT / "datapackage.json"))
    assert sorted(found) == sorted(f"evaluations/{e.id}/" for e in index.ledger.evaluations)
    assert {EvaluationKind.MONITORING, *MIDDLE, *END} == set(EvaluationKind)


def test_the_real_notice_orders_monitoring_of_years_that_nobody_saw() -> None:
    """The notice orders all three; 2016 and 2017 are over, and later years come after the newest document."""
    (plan,) = [p for p in monitoring_view(context_of(REAL)) if p.orders]
    assert (plan.plan.id, plan.missing, plan.held) == ("plan-2016-2020", "2016 年、2017 年", 0)
    assert [year.too_early for year in plan.years] == [False, True, False]
    assert plan.later == 2
    middle, end = ({p.plan.id: p for p in stage_view(context_of(REAL), kinds).plans} for kinds in (MIDDLE, END))
    assert middle["plan-2016-2020"].orders and not middle["plan-2016-2020"].held
    assert not end["plan-2016-2020"].due


def test_what_nobody_orders_is_not_missing() -> None:
    """The made-up notice orders nothing: no year of it is told to lack its monitoring."""
    plans = monitoring_view(context_of(DISTRICT))
    assert [(p.plan.id, p.orders, p.missing, p.held) for p in plans] == [
        ("plan-2021-2025", (), "", 1),
        ("plan-2016-2020", (), "", 0),
    ]


def test_the_pages_say_where_they_are(district_site: Path) -> None:
    """Pages of evaluations and of requests stand below the page of what is missing."""
    for page in ("evaluations", "monitoring", "midterm", "final-evaluation", "requests", "evaluations/2023-midterm"):
        tree = LexborHTMLParser((district_site / page / "index.html").read_text(encoding="utf-8"))
        trail = [node.text(strip=True) for node in tree.css("nav.pl-trail li")]
        assert trail[:2] == ["首页", "还缺什么"], page
