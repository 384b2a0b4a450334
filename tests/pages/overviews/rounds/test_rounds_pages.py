"""Pages of rounds and appraisals: what they count, and where there are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pages.context import PageContext
from generator.pages.overviews.rounds.appraisal import appraisal_view
from generator.pages.overviews.rounds.round import round_view
from generator.pages.overviews.rounds.rounds import rounds_view
from tests.helpers.ledger import LEDGER, Edit, edited, write
from tests.helpers.pages import context_of, specs_of

ANSWERS = "submissions/round-2018.yml"


def small(folder: Path, public: str, *edits: Edit) -> PageContext:
    """What pages of the small ledger are made from, with some of the office's work public."""
    settings = ("site.yml", f"{LEDGER['site.yml']}public: {public}\n")
    return context_of(write(folder, edited(settings, *edits)[0]))


@pytest.mark.parametrize(
    ("public", "folders"), [("[]", set()), ("[rounds]", {"rounds"}), ("[appraisal]", {"appraisal"})]
)
def test_there_are_only_the_pages_that_the_settings_name(tmp_path: Path, public: str, folders: set[str]) -> None:
    """And the page of what is missing leads to those alone."""
    pages = {spec.path: spec for spec in specs_of(small(tmp_path, public))}
    assert {path.split("/")[0] for path in pages} & {"rounds", "appraisal"} == folders
    doors = pages["gaps/"].make().body
    assert {name for name in ("rounds", "appraisal") if f"../{name}/" in doors} == folders


def test_a_unit_counts_once_however_often_it_answers(tmp_path: Path) -> None:
    """Three answers of one unit and one of a unit that was not asked: one of three received, never more than all."""
    more = "".join(
        f"\n- organization: {unit}\n  number: {number}\n  received_on: 2018-07-{11 + number}\n  state: 齐\n"
        for unit, number in (("区发展局", 2), ("区发展局", 3), ("望星镇", 1))
    )
    context = small(tmp_path, "[rounds]", (ANSWERS, LEDGER[ANSWERS] + more))
    (row,) = rounds_view(context)
    assert (row.received, row.expected, row.percent) == (1, 3, "33.3%")
    view = round_view(context, context.index.ledger.rounds[0])
    assert [unit.times for unit in view.units] == [3, 0, 0] and [ref.title for ref in view.unexpected] == ["望星镇"]


def test_before_the_day_is_over_nobody_is_late(tmp_path: Path) -> None:
    """While units may still answer, the page says so and calls nobody late."""
    early = (ANSWERS, "received_on: 2018-07-10", "received_on: 2018-07-02")
    context = small(tmp_path, "[rounds]", early)
    body = next(spec for spec in specs_of(context) if spec.path == "rounds/round-2018/").make().body
    assert "填报还没有结束" in body and "迟交 0 个" in body and "还没有截止" in body


def test_the_page_of_a_period_has_the_numbers_of_the_tables(tmp_path: Path) -> None:
    """Whole place and units; the rounds are linked only where they have pages."""
    view = appraisal_view(small(tmp_path, "[appraisal]"), "2018")
    assert (view.whole.answered.part, view.whole.answered.whole, view.whole.answered.percent) == (1, 3, "33.3%")
    assert view.rounds == () and view.whole.binding == 2
    both = appraisal_view(small(tmp_path, "[rounds, appraisal]"), "2018")
    assert [ref.path for ref in both.rounds] == ["rounds/round-2018/"]
