"""What is known of an indicator: which figure is computed of several, and which is a document's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.analysis.facts.indicator import Computation, indicator_facts
from generator.analysis.target_status import StatusIndex
from tests.analysis.small_ledger import index_of, results

RATE = (
    "- {id: rate, section: s1, name: 产值增速, nature: 预期性, measure: 年均增速, unit: '%', direction: 越高越好, "
    "target: {comparator: ≥, value: 6, value_text: 6%以上, source: {locator: 三}}}\n"
    "- {id: roads, section: s1, name: 修路, nature: 预期性, measure: 规划期累计, unit: 公里, direction: 越高越好, "
    "target: {comparator: ≥, value: 60, value_text: 60公里以上, source: {locator: 三}}}\n"
)
MEAN, SUM, KNOWN = Computation.MEAN_GROWTH, Computation.SUM, Computation.SUM_OF_KNOWN


@pytest.mark.parametrize(
    ("indicator", "years", "expected"),
    [
        ("rate", [2016], None),
        ("rate", [2016, 2017], (MEAN, 2016, 2017)),
        ("roads", [2016], None),
        ("roads", [2016, 2017], (SUM, 2016, 2017)),
        ("roads", [2017, 2018], (KNOWN, 2017, 2018)),
    ],
)
def test_of_two_years_something_is_computed(
    indicator: str, years: list[int], expected: tuple[Computation, int, int] | None, tmp_path: Path
) -> None:
    """A mean of two rates, a sum of two years, which says so where another year is missing; one figure stands alone."""
    unit = {"rate": "%", "roads": "公里"}[indicator]
    told = [
        f"indicator: {indicator}, period: {year}, value: 7, value_text: 7{unit}, basis: 当年, status: 实际, "
        "source: {locator: 二-9}"
        for year in years
    ]
    index = index_of(tmp_path, ("indicators/five/02-more.yml", RATE), results(*told))
    found = indicator_facts(index, StatusIndex(index), indicator).computed
    assert (found and (found.how, found.start, found.end)) == expected
