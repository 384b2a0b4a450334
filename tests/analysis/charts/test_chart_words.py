"""Every kind of target with every kind of figure has words: of its state, its goal and its chart, none left out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import product
from random import Random
from typing import Final

import pytest

from generator.analysis.charts.chart_content import chart_content
from generator.analysis.charts.chart_findings import rest
from generator.analysis.state_explanation import explain, goal
from generator.analysis.target_spec import DatedReport, DatedValue, TargetSpec
from generator.analysis.target_states import assess
from generator.ledger.enums import Basis, Comparator, Direction, Measure, ReportState, Status
from tests.fuzz.plausible.shown import wrong_words
from tests.helpers.endurance import TIMES, dice

DAYS: Final = (date(2020, 6, 1), date(2023, 2, 1), date(2023, 8, 1), date(2024, 12, 31), date(2026, 2, 1))
"""Before a plan, within its third year, behind it and behind its end."""
YEARS: Final = ((2021, 2025), (2021, 2025), (2023, 2023))
VALUES: Final = (Decimal(10), Decimal(10), Decimal(0), Decimal("-4.5"), None)
UNITS: Final = (None, "%", "个", "个百分点")
NUMBERS: Final = ("3", "3", "12", "0", "-3", "")
DRAWN: Final = 4000
"""Combinations in ``make test``."""


def _target(chance: Random) -> TargetSpec:
    """A target of any kind."""
    value, sign = chance.choice(VALUES), chance.choice((*Comparator, None))
    most = value + 2 if value is not None and chance.random() < 0.2 else None
    about = "左右" if sign is Comparator.ABOUT else ""
    kinds = chance.choice(tuple(Measure)), chance.choice((*Direction, None)), sign
    years, falls = chance.choice(YEARS), chance.random() < 0.3
    return TargetSpec(*kinds, *years, value, chance.choice(UNITS), most, about, falls=falls)


def _figures(chance: Random) -> list[DatedValue]:
    """Figures of some years one after the other; the last one may be of a part of its year, or not final."""
    basis, status = chance.choice(tuple(Basis)), chance.choice((Status.FINAL, Status.FINAL, *Status))
    first, month = chance.choice((2020, 2021, 2021, 2022)), chance.choice((12, 12, 6))
    since = 2021 if basis is Basis.SINCE else None
    figures = [
        DatedValue(first + n, Decimal(text) if text else None, basis, since=since)
        for n, text in enumerate(chance.choices(NUMBERS, k=chance.choice((0, 1, 2, 3, 3, 4))))
    ]
    if figures:
        part = "" if month == 12 else f"{month:02}"
        figures[-1] = figures[-1]._replace(status=status, month=month, whole=month == 12, part=part)
    return figures


def test_every_combination_has_words() -> None:
    """No state, goal, finding or description of a chart fails, or has a gap in it."""
    chance = dice("chart words")
    for _ in range(DRAWN * TIMES):
        spec, figures, as_of = _target(chance), _figures(chance), chance.choice(DAYS)
        annual = [(year, Decimal(3)) for year in range(spec.start, spec.end) if chance.random() < 0.3]
        assessment = assess(spec, figures, as_of)
        words = [goal(spec), explain(spec, assessment)]
        if chart := chart_content(spec, assessment, figures, annual, as_of):
            words += [chart.finding, chart.description, chart.key, *chart.annual_words, *chart.figure_words]
        told = [*wrong_words("words.txt", "\n".join(words))]
        assert not told, (spec, figures, annual, as_of, told)


@pytest.mark.parametrize("state", ReportState)
def test_every_word_of_a_report_decides_a_milestone(state: ReportState) -> None:
    """Whatever a document says of a thing that is built, it has a state and a sentence."""
    for years, as_of in product(YEARS, DAYS):
        spec = TargetSpec(Measure.MILESTONE, None, None, *years, None)
        said = [DatedReport(2022, ReportState.UNDER_WAY), DatedReport(2023, state, summary="已开工", reason="雨季")]
        assert [*wrong_words("words.txt", explain(spec, assess(spec, (), as_of, reports=said)))] == []


@pytest.mark.parametrize(
    ("years", "words"),
    [((2025,), "2025 年"), ((2022, 2024), "其余两年"), (tuple(range(2021, 2026)), "五年")],
)
def test_the_years_that_a_sum_has_left(years: tuple[int, ...], words: str) -> None:
    """One is named, several are counted, and all of them are the whole time."""
    spec = TargetSpec(Measure.CUMULATIVE, Direction.HIGHER, Comparator.AT_LEAST, 2021, 2025, Decimal(10))
    assert rest(spec, years) == words
