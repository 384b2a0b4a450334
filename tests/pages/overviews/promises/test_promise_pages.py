"""What documents admit, clues, and what is overdue: three lists that say what they count."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.language.page_words import INDEXES
from generator.ledger.enums import State
from generator.pages.components.promises import silent
from generator.pages.context import PageContext
from generator.pages.overviews.promises.clues import clues_view
from generator.pages.overviews.promises.missed import missed_view
from generator.pages.overviews.promises.overdue import overdue_view
from tests.conftest import ROOT
from tests.helpers.pages import context_of
from tests.helpers.sites import DISTRICT


@pytest.fixture(params=[ROOT / "data", DISTRICT], ids=["real", "district"], scope="module")
def context(request: pytest.FixtureRequest) -> PageContext:
    return context_of(request.param)


def test_the_titles_have_the_words_that_readers_look_for() -> None:
    """未达到, 线索 and 到期未披露 stand in the titles, so that the search finds them."""
    words = {"missed": "未达到", "clues": "有线索", "overdue": "到期未披露"}
    assert all(word in INDEXES[name][0] for name, word in words.items())


def test_every_admission_has_one_row(context: PageContext) -> None:
    """Of an indicator, of a task, or of nothing that the ledger knows: each once."""
    view = missed_view(context)
    assert view.total == len(view.indicators) + len(view.tasks) + len(view.others) == len(context.promises.admissions)
    assert all(row.about for row in (*view.indicators, *view.tasks))
    assert all(row.summary for row in view.others)


def test_gdp_comes_first_with_both_words(real_site: Path) -> None:
    """The document's own word and our state stand side by side, each called what it is."""
    page = LexborHTMLParser((real_site / "indicators/missed/index.html").read_text(encoding="utf-8"))
    row = page.css_first(".pl-short > li")
    assert row is not None
    text = " ".join(row.text().split())
    assert text.startswith("称地区生产总值等指标与年初预期有差距") and "对应指标：地区生产总值年均增长；" in text
    assert "文件自认：未达预期 “还有差距”" in text
    assert "本站推算 ○ 暂无数据" in text


def test_clues_say_of_how_many(context: PageContext) -> None:
    """Some of the silent targets have a clue, and each row names one."""
    view = clues_view(context)
    rows = [row for group in view.groups for row in group.rows]
    assert view.total == len(rows) + view.more == len(context.promises.with_clues) <= view.of
    assert all(row.clues and row.first for row in rows)


def test_what_is_overdue_is_called_so(context: PageContext) -> None:
    """Every target of the whole place in this state, and no other."""
    view = overdue_view(context)
    rows = [row for group in view.groups for row in group.rows]
    assert {row.status.state for row in rows} <= {State.OVERDUE}
    assert view.total == len(rows)
    assert view.of == sum(target.organization is None for target in context.index.ledger.targets)


def test_a_long_list_says_how_many_more_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page has a hundred rows at most; what it leaves out is counted and can be reached."""
    monkeypatch.setattr(silent, "MOST", 2)
    view = overdue_view(context_of(DISTRICT))
    assert (view.total, view.more) == (7, 5)
    assert sum(len(group.rows) for group in view.groups) == 2
