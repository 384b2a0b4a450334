"""The list of indicators: what its two parts say holds for each of their rows."""

from __future__ import annotations

from generator.language import page_words
from generator.pages.components.rows import IndicatorRow
from generator.pages.context import PageContext
from generator.pages.overviews.lists.indicators import indicators_view
from tests.conftest import ROOT
from tests.helpers.pages import context_of


def parts(context: PageContext) -> dict[str, list[IndicatorRow]]:
    """The rows of each part."""
    groups = indicators_view(context).groups
    return {group.anchor: [row for row in group.rows if isinstance(row, IndicatorRow)] for group in groups}


def test_each_row_stands_where_its_heading_says() -> None:
    """Who was answered has a figure or a word; a figure of before the target's time is marked as no answer."""
    found = parts(context_of(ROOT / "data"))
    assert len(found["told"]) > 50 and all(row.observation for row in found["told"])
    older = [row.observation.replace("\N{NO-BREAK SPACE}", " ") for row in found["untold"] if row.observation]
    assert len(older) == 3 and all(page_words.BEFORE_TARGET in text for text in older)


def test_a_level_is_not_shown_as_a_growth() -> None:
    """Dollars are no percentage: the row says what is missing and what the figure is."""
    rows = {row.ref.path: row.observation for row in parts(context_of(ROOT / "data"))["told"]}
    told = rows["indicators/foreign-capital-growth/"].replace("\N{NO-BREAK SPACE}", " ")
    assert told == "没有披露增速；2017 年 5.9 亿美元，是数额"


def test_the_page_says_what_its_numbers_count() -> None:
    """There are more indicators than targets, and one may have several."""
    context = context_of(ROOT / "data")
    about, ledger = indicators_view(context).about, context.index.ledger
    assert (about.indicators, about.targets) == (len(ledger.indicators), len(ledger.targets))
    assert about.aimed == len({target.indicator for target in ledger.targets})
