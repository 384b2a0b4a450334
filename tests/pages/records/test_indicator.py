"""The figures that an indicator's page begins with: the promise, and what answers it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.analysis.facts.indicator import IndicatorFacts, indicator_facts
from generator.language import formatting
from generator.pages.components.figures import target_figure
from generator.pages.context import PageContext
from generator.pages.records.indicator import Headline, headlines, indicator_view
from tests.conftest import ROOT
from tests.helpers.pages import context_of
from tests.helpers.sites import DISTRICT


@pytest.fixture(scope="module")
def district() -> PageContext:
    """The made-up district's ledger."""
    return context_of(DISTRICT)


def of(context: PageContext, indicator: str) -> tuple[Headline, ...]:
    """The headlines of an indicator."""
    return headlines(context, indicator_facts(context.index, context.statuses, indicator))


def test_a_quarter_does_not_stand_where_a_sum_decides(district: PageContext) -> None:
    """A quarter's 9 kilometres are older than the year that it lies in; the sum since the plan began answers."""
    told = [(h.label, h.text) for h in of(district, "river-length")]
    assert told == [("2021—2025 年规划目标", "120 公里"), ("2023 年完成值（累计自 2021 年）", "76 公里")]
    newest = district.index.newest("river-length")
    assert newest and (newest.period, newest.since_year) == ("2023", 2021)


def test_a_sum_of_years_says_that_it_is_one(district: PageContext) -> None:
    """Figures that are added up are named as a sum, and as what is known of one where a part is missing."""
    assert of(district, "new-jobs")[1].label == "2022—2023 年已知完成值之和"


def test_what_is_not_final_says_so(district: PageContext) -> None:
    """A flash figure that decides is marked in its label."""
    assert of(district, "industrial-output")[1].label == "2023 年完成值（快报）"


def test_a_figure_from_before_the_target_is_told_apart() -> None:
    """Last year's number beside this year's target is no result of it."""
    context = context_of(ROOT / "data")
    assert of(context, "2018-afforestation")[1].label == "2017 年完成值（目标期以前）"


def test_the_first_figure_is_always_the_promise(district: PageContext) -> None:
    """Whoever has a target begins with it; who has neither target nor result has no headline."""
    for indicator in district.index.ledger.indicators:
        found, main = of(district, indicator.id), district.statuses.main(indicator.id)
        assert len(found) <= 2
        if main:
            assert found[0].text == target_figure(district, main.target).text
        assert bool(found) == bool(main or district.index.newest(indicator.id))


def test_only_large_counts_of_our_own_are_grouped() -> None:
    """From ten thousand on; what a document prints stays as it is printed, and keeps its unit on its line."""
    assert [formatting.count(n) for n in (0, 9999, 10_000, 1_234_567)] == ["0", "9999", "10,000", "1,234,567"]
    assert formatting.unbroken(formatting.amount("14600", "人")) == "14600\u00a0人"


def test_a_page_without_a_figure_has_no_chart_and_leads_to_no_comparison(district: PageContext) -> None:
    """A drawing of one target and silence tells nothing; where targets of years are drawn, nothing is to compare."""
    views = {id_: indicator_view(district, facts) for id_, facts in _facts(district)}
    gdp, jobs = views["gdp-growth"], views["new-jobs"]
    assert not gdp.chart and not gdp.chart_code and not gdp.comparable
    assert jobs.chart and jobs.chart_code and jobs.comparable
    for id_, view in views.items():
        assert not view.comparable or any(o.value is not None for o in district.index.observations_of[id_])


def _facts(context: PageContext) -> Iterator[tuple[str, IndicatorFacts]]:
    for id_ in ("gdp-growth", "new-jobs", "forest-coverage", "civility", "2023-new-jobs"):
        yield id_, indicator_facts(context.index, context.statuses, id_)


def test_a_level_without_a_base_is_told_as_no_growth_everywhere() -> None:
    """The chain, the sentence and the table agree: the growth is not disclosed, the dollars are an amount."""
    context = context_of(ROOT / "data")
    facts = indicator_facts(context.index, context.statuses, "foreign-capital-growth")
    view = indicator_view(context, facts)
    assert view.lead == "没有披露增速；2017 年外资到位额 5.9 亿美元，是数额，不是增速。"
    step = next(step for step in view.chain if step.label == "2017 年")
    assert (step.value, step.notes) == ("没有披露增速", ("外资到位额 5.9 亿美元，是数额，不是增速",))
    (row,) = (figure for figure in view.figures if figure.observed)
    assert row.period == "2017 年" and row.text == "5.9 亿美元" and "水平，不是增速" in row.remarks
    assert not view.chart


def test_a_unit_that_is_not_printed_in_full_is_not_computed_with() -> None:
    """What the document prints is repeated as it stands, and no distance is told."""
    context = context_of(ROOT / "data")
    facts = indicator_facts(context.index, context.statuses, "road-network-density")
    assert indicator_view(context, facts).lead.startswith("目标：力争达到5—/km2（原文如此）")


def test_a_figure_of_before_the_target_stands_in_the_chain() -> None:
    """The card shows last year's figure, so the chain says that it is no answer."""
    context = context_of(ROOT / "data")
    for id_, text in (("2018-afforestation", "4.2 万亩"), ("2018-new-private-firms", "4697 家")):
        chain = indicator_view(context, indicator_facts(context.index, context.statuses, id_)).chain
        assert (chain[1].label, chain[1].value, chain[1].notes) == ("2017 年完成值", text, ("目标期以前",))


def test_a_standing_remark_is_a_footnote_of_its_figure(district: PageContext) -> None:
    """Its number stands at the figure, its words below the table; it is no question among the remarks."""
    view = indicator_view(district, indicator_facts(district.index, district.statuses, "appraised-phosphorus"))
    assert [figure.period for figure in view.figures if figure.footnotes == (1,)] == ["2023 年 1—9 月平均"]
    assert [note.text for note in view.footnotes] == ["只计出境断面，不计支流"]
    assert not view.remarks
