"""The years of a promise, one below the other: what is known of each, and which of them are silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.promises.chain import PromiseChain
from generator.analysis.promises.promise_index import PromiseIndex
from generator.analysis.target_status import StatusIndex
from tests.analysis.small_ledger import DISCLOSURE, WON, index_of, results
from tests.helpers.ledger import Edit

PLAN = "indicators/five/01-industry.yml"
MORE = "indicators/five/02-more.yml"


def chain_of(index: LedgerIndex, indicator: str) -> PromiseChain:
    """What became of the promise of an indicator."""
    return PromiseIndex(index, StatusIndex(index)).chain(indicator)


def years_of(chain: PromiseChain) -> list[tuple[int, int, bool]]:
    """The years that are shown, and which of them say that nothing is disclosed."""
    return [(step.start, step.end, step.silent) for step in chain.years]


@pytest.mark.parametrize(
    ("indicator", "edits", "expected"),
    [
        ("output", (), [(2016, 2016, True), (2017, 2017, False)]),
        ("output-industry", (), [(2016, 2017, True)]),
        (  # nobody owes an answer to what has ended
            "output-industry",
            (
                (
                    "tasks/five/01-industry.yml",
                    "  due: 2020\n",
                    "  due: 2020\n  ended_on: 2018-01-01\n  end_reason: 取消\n",
                ),
            ),
            [],
        ),
        (  # what is built has no figure of each year
            "won",
            (
                (
                    MORE,
                    f"- {{{WON}, target: {{start_year: 2016, end_year: 2020, value_text: 创成, "
                    "source: {locator: 三}}}\n",
                ),
            ),
            [],
        ),
        ("planting", (), [(2017, 2017, False)]),  # a sum since 2016 tells of 2016, too
        (
            "planting",
            ((DISCLOSURE, "    since_year: 2016\n    value: 5\n", "    since_year: 2017\n    value: 5\n"),),
            [(2016, 2016, True), (2017, 2017, False)],
        ),
    ],
)
def test_silent_years(
    indicator: str, edits: tuple[Edit, ...], expected: list[tuple[int, int, bool]], tmp_path: Path
) -> None:
    """A year that is over is silent where nothing is disclosed of it, and something was asked."""
    assert years_of(chain_of(index_of(tmp_path, *edits), indicator)) == expected


def test_the_figure_of_a_year(tmp_path: Path) -> None:
    """Of several the one of the whole year stands there, with how many others there are."""
    index = index_of(
        tmp_path,
        results(
            "indicator: planting, basis: 年内累计, period: 2017-09, value: 3, value_text: 3万株, status: 实际, "
            "source: {locator: 二-9}",
            "indicator: planting, basis: 当年, period: 2017, value: 4, value_text: 4万株, status: 实际, "
            "source: {locator: 二-9}",
        ),
    )
    (step,) = [one for one in chain_of(index, "planting").years if one.start == 2017]
    assert step.figure and step.figure.value_text == "4万株"
    assert step.more_figures == 2
