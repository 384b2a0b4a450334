"""A picture shows the figures of its verdict, and no line or sum where there is none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.charts.chart_data import ChartData, chart_data
from generator.analysis.charts.chart_findings import years_in_words
from generator.analysis.target_spec import DatedValue, TargetSpec, over
from generator.analysis.target_states import assess
from generator.ledger.enums import Basis, Comparator, Direction, Measure
from tests.analysis.test_target_states import END, START, days, figures, promises, sizes, sums, year

NUMERIC = (Measure.LEVEL, Measure.CUMULATIVE, Measure.ANNUAL_GROWTH, Measure.ANNUAL, Measure.CHANGE)
LATE = date(2021, 2, 1)

annual = st.lists(st.tuples(st.integers(START, END), sizes), max_size=3, unique_by=lambda pair: pair[0])


def of(
    promise: TargetSpec,
    told: list[DatedValue],
    as_of: date = LATE,
    asked: list[tuple[int, Decimal]] | None = None,
    levels: list[DatedValue] | None = None,
) -> ChartData | None:
    """What is drawn of a target with its verdict of a day."""
    return chart_data(promise, assess(promise, told, as_of, levels=levels or []), told, asked or [], as_of)


@given(promises(NUMERIC), st.lists(figures()), days, annual, st.data())
def test_what_is_drawn_hangs_on_no_order(
    promise: TargetSpec, told: list[DatedValue], as_of: date, asked: list[tuple[int, Decimal]], data: st.DataObject
) -> None:
    """Whatever the order of the records, the same is drawn."""
    one = of(promise, told, as_of, asked)
    assert of(promise, data.draw(st.permutations(told)), as_of, data.draw(st.permutations(asked))) == one


@given(promises(NUMERIC), st.lists(figures()), days)
def test_nothing_is_drawn_that_was_not_told(promise: TargetSpec, told: list[DatedValue], as_of: date) -> None:
    """Every figure of a picture is one of the records, and so is all that stands in it."""
    drawn = of(promise, told, as_of)
    if drawn:
        assert set(drawn.figures) <= set(told)
        assert {*drawn.points, *drawn.bars} <= set(drawn.figures)


@given(promises(NUMERIC), st.lists(figures()), days)
def test_every_year_that_is_over_has_a_figure_or_a_gap(
    promise: TargetSpec, told: list[DatedValue], as_of: date
) -> None:
    """A year of the target is covered, a gap, or not over yet; a gap holds no bar, no point and no end of a sum."""
    drawn = of(promise, told, as_of)
    if drawn is None:
        return
    assert drawn.gaps == tuple(
        y for y in range(promise.start, promise.end + 1) if over(y, as_of) and y not in drawn.covered
    )
    shown = {k.year for k in drawn.points} | {k.year for k in drawn.bars} | {s.end for s in drawn.steps}
    assert not shown & set(drawn.gaps)


@given(st.lists(sizes, min_size=5, max_size=5), st.sets(st.integers(START, END)))
def test_a_bound_never_lies_above_the_sum(values: list[Decimal], hidden: set[int]) -> None:
    """Steps with years missing are no higher than the steps of all years, and are marked from the first gap on."""
    whole = [DatedValue(START + n, value, Basis.YEAR) for n, value in enumerate(values)]
    full, some = of(sums(), whole), of(sums(), [k for k in whole if k.year not in hidden])
    assert full and some
    exact = {s.end: s.total for s in full.steps}
    assert all(s.total <= exact[s.end] for s in some.steps)
    assert all(s.bound == any(y <= s.end for y in hidden) for s in some.steps)
    assert not any(s.bound for s in full.steps)


def test_the_last_step_is_the_sum_of_the_verdict() -> None:
    """A sum from a year on, years of their own and a part of a year add up as in the words beside the picture."""
    told = [
        year(2016, "1"),
        year(2018, "9", basis=Basis.SINCE, since=2017),
        year(2017, "4", basis=Basis.SINCE, since=2017),
        year(2018, "5"),
        year(2019, "2", month=6, whole=False),
    ]
    verdict, drawn = assess(sums(), told, date(2019, 8, 1)), of(sums(), told, date(2019, 8, 1))
    assert drawn and [(s.start, s.end, s.total) for s in drawn.steps] == [
        (2016, 2016, Decimal(1)),
        (2017, 2017, Decimal(5)),
        (2018, 2018, Decimal(10)),
        (2019, 2019, Decimal(12)),
    ]
    assert drawn.steps[-1].total == verdict.total


def test_a_figure_that_cannot_be_added_is_a_gap() -> None:
    """A sum that does not say since when stands in the table, not in the picture."""
    drawn = of(sums(), [year(2017, "2", basis=Basis.SINCE)], date(2018, 1, 18))
    assert drawn and (drawn.steps, drawn.gaps, drawn.figures) == ((), (2016, 2017), ())


def test_a_level_begins_at_its_newest_base() -> None:
    """The newest level before the plan opens the axis; one of long ago, or of a part of a year, makes no path."""
    level = sums(measure=Measure.LEVEL)
    near = of(level, [year(2013, "1"), year(2014, "2"), year(2017, "5")])
    assert near and near.first == 2014 and near.base == year(2014, "2")
    early = of(level, [year(2014, "2", month=3, whole=False, basis=Basis.POINT)])
    assert early and (early.first, early.base) == (START - 1, None)
    far = of(level, [year(2001, "1"), year(2017, "5")])
    assert far and far.first == START - 1 and far.base is None


def test_a_change_since_the_year_before_is_not_drawn() -> None:
    """Only changes since the base lie on the way from the base; targets of single years do not."""
    change = sums(measure=Measure.CHANGE)
    told = [year(2016, "3", basis=Basis.SINCE, since=2016), year(2017, "4")]
    drawn = of(change, told, asked=[(2017, Decimal(3))])
    assert drawn and (drawn.points, drawn.annual) == ((told[0],), ())


def test_a_change_by_levels_is_drawn_among_them() -> None:
    """One year more of life: the target's line lies a year over the base, not at one year beside 79.6."""
    change = sums(measure=Measure.CHANGE, value=Decimal(1), unit="岁")
    told = [year(2015, "79.6", basis=Basis.POINT), year(2017, "79.9", basis=Basis.POINT)]
    drawn = of(change, told)
    assert drawn and (drawn.goal, drawn.base, drawn.points) == (Decimal("80.6"), told[0], tuple(told))
    fallen = of(change._replace(falls=True), told)
    assert fallen and fallen.goal == Decimal("78.6")
    alone = of(change, told[1:])
    assert alone and alone.points == ()


def test_a_level_of_a_month_lies_at_its_month() -> None:
    """It is drawn where it belongs; a sum of nine months is no level and is left to the table."""
    level = sums(measure=Measure.LEVEL)
    june = year(2017, "5", month=6, whole=False, basis=Basis.POINT)
    drawn = of(level, [june, year(2018, "3", month=9, whole=False, basis=Basis.YEAR_TO_DATE)])
    assert drawn and drawn.points == (june,)


def test_growth_from_levels_has_a_mean_and_no_gaps_within() -> None:
    """Where two levels say how much it grew, the years between them are not missing."""
    growth = sums(measure=Measure.ANNUAL_GROWTH, unit="%")
    levels = [year(2015, "100", basis=Basis.POINT), year(2018, "133.1", basis=Basis.POINT)]
    drawn = of(growth, [], levels=levels)
    assert drawn and drawn.mean and (drawn.mean.end, round(drawn.mean.value, 6)) == (2018, Decimal(10))
    assert drawn.gaps == (2019, 2020)


@pytest.mark.parametrize("measure", [Measure.MILESTONE, Measure.QUALITATIVE])
def test_what_has_no_number_has_no_picture(measure: Measure) -> None:
    """Neither what is built or won, nor words, nor a target without a number."""
    assert of(sums(measure=measure), [year(2017, "1")]) is None
    assert of(sums(value=None), [year(2017, "1")]) is None


def test_one_year_without_a_figure_has_no_picture() -> None:
    """A lone line would say no more than the table."""
    one = TargetSpec(Measure.LEVEL, Direction.HIGHER, Comparator.AT_LEAST, 2018, 2018, Decimal(5))
    assert of(one, []) is None
    assert of(one, [year(2018, "4", basis=Basis.POINT)]) is not None


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ((2016, 2017), "2016、2017 年"),
        ((2016, 2017, 2018), "2016—2018 年"),
        ((2016, 2018, 2020), "2016、2018、2020 年"),
    ],
)
def test_years_in_words(years: tuple[int, ...], words: str) -> None:
    """Only years that follow each other are told by the first and the last."""
    assert years_in_words(years) == words
