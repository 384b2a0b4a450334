"""A state follows from the figures of its own definition, and from nothing that is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.state_explanation import explain
from generator.analysis.target_spec import Assessment, DatedReport, DatedValue, TargetSpec, meets, over
from generator.analysis.target_states import assess
from generator.analysis.target_status import StatusIndex
from generator.ledger.enums import Basis, Comparator, Direction, Measure, ReportState, State, Status
from generator.ledger.load import CheckedLedger, load
from tests.conftest import ROOT
from tests.helpers.endurance import some
from tests.helpers.sites import DISTRICT

START, END = 2016, 2020
NUMERIC = (Measure.LEVEL, Measure.CUMULATIVE, Measure.ANNUAL, Measure.CHANGE)
MIRRORED = {
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.MORE: Comparator.LESS,
    Comparator.LESS: Comparator.MORE,
    Comparator.PLAIN: Comparator.PLAIN,
    Comparator.ABOUT: Comparator.ABOUT,
}
OPPOSITE = {Direction.HIGHER: Direction.LOWER, Direction.LOWER: Direction.HIGHER, None: None}

numbers = st.decimals(-999, 999, places=2)
sizes = st.decimals(0, 999, places=2)
days = st.dates(date(2015, 1, 1), date(2022, 12, 31))


@st.composite
def figures(draw: st.DrawFn, values: st.SearchStrategy[Decimal] = numbers) -> DatedValue:
    """A figure of some time before, in or after the plan's years."""
    year, month = draw(st.integers(START - 2, END + 1)), draw(st.sampled_from((3, 6, 9, 12)))
    since = draw(st.none() | st.integers(START - 3, year))
    return DatedValue(
        year,
        draw(values | st.none()),
        draw(st.sampled_from(Basis)),
        draw(st.sampled_from(Status)),
        since,
        month,
        month == 12 and draw(st.booleans()),
        draw(st.sampled_from(("2017-01-01 a", "2018-01-01 b"))),
    )


@st.composite
def promises(draw: st.DrawFn, measures: tuple[Measure, ...] = (*Measure,)) -> TargetSpec:
    """A target of any measure, for all years of the plan or one."""
    start = draw(st.integers(START, END))
    end = draw(st.sampled_from((start, END)))
    return TargetSpec(
        draw(st.sampled_from(measures)),
        draw(st.none() | st.sampled_from(Direction)),
        draw(st.none() | st.sampled_from(Comparator)),
        start,
        end,
        draw(numbers | st.none()),
        draw(st.sampled_from(("%", "万人", None))),
    )


TOLD = st.lists(figures(), unique_by=lambda k: k._replace(value=None))
"""Figures as a ledger may have them: no document tells one thing twice."""


def sums(**changes: object) -> TargetSpec:
    """A cumulative target of ten."""
    own = TargetSpec(Measure.CUMULATIVE, Direction.HIGHER, Comparator.PLAIN, START, END, Decimal(10))
    return own._replace(**changes)  # type: ignore[arg-type]


def year(number: int, value: str, **changes: object) -> DatedValue:
    """A figure of a whole year."""
    return DatedValue(number, Decimal(value), Basis.YEAR)._replace(**changes)  # type: ignore[arg-type]


# -- what holds for every rule


@given(promises(), TOLD, days, st.data())
def test_states_hang_on_no_order(promise: TargetSpec, told: list[DatedValue], as_of: date, data: st.DataObject) -> None:
    """Whatever the order of the records, the verdict is the same, with its arithmetic."""
    assert assess(promise, data.draw(st.permutations(told)), as_of) == assess(promise, told, as_of)


@given(promises(NUMERIC), TOLD, days, st.sampled_from(("0.001", "10", "10000")))
def test_another_unit_changes_no_state(promise: TargetSpec, told: list[DatedValue], as_of: date, factor: str) -> None:
    """Target and figures in another unit: the same state for the same reason."""

    def scaled(value: Decimal | None) -> Decimal | None:
        return None if value is None else value * Decimal(factor)

    one = assess(promise, told, as_of)
    other = assess(
        promise._replace(value=scaled(promise.value)), [k._replace(value=scaled(k.value)) for k in told], as_of
    )
    assert (one.state, one.why, one.missing, one.years) == (other.state, other.why, other.missing, other.years)


@given(promises((Measure.LEVEL, Measure.CUMULATIVE, Measure.ANNUAL)), TOLD, days)
def test_the_mirror_image_has_the_same_state(promise: TargetSpec, told: list[DatedValue], as_of: date) -> None:
    """Less of a loss is as good as more of a gain."""

    def turned(value: Decimal | None) -> Decimal | None:
        return None if value is None else -value

    promise = promise._replace(kept=True)  # a floor that is reached once is reached, a ceiling has to be kept
    mirror = promise._replace(
        value=turned(promise.value),
        direction=OPPOSITE[promise.direction],
        comparator=MIRRORED[promise.comparator] if promise.comparator else None,
    )
    one, other = assess(promise, told, as_of), assess(mirror, [k._replace(value=turned(k.value)) for k in told], as_of)
    assert (one.state, one.why, one.share, one.missing) == (other.state, other.why, other.share, other.missing)


@given(promises((Measure.CHANGE,)), TOLD, days)
def test_a_change_is_judged_by_its_size(promise: TargetSpec, told: list[DatedValue], as_of: date) -> None:
    """A fall of 30 where a fall is wanted stands as a rise of 30 where a rise is."""
    turned = promise._replace(direction=OPPOSITE[promise.direction])
    assert assess(promise, told, as_of) == assess(turned, told, as_of)


@given(promises(), TOLD, days)
def test_nothing_known_is_never_behind(promise: TargetSpec, told: list[DatedValue], as_of: date) -> None:
    """Without a figure of the target's years there is no verdict but that there is none."""
    silent = [k for k in told if not promise.start <= k.year <= promise.end]
    expected = {State.OVERDUE if over(promise.end, as_of) else State.NO_DATA, State.QUALITATIVE}
    assert assess(promise, silent, as_of).state in expected


@given(promises(), TOLD, days)
def test_behind_and_on_track_rest_on_figures(promise: TargetSpec, told: list[DatedValue], as_of: date) -> None:
    """Whoever says reached, on track or behind names the figures, all of the target's years or its base."""
    found = assess(promise, told, as_of)
    if found.state in (State.REACHED, State.ON_TRACK, State.BEHIND, State.MISSED):
        assert found.used
        assert {*found.used} <= {*told}
    assert all(over(y, as_of) for y in found.missing if found.why.startswith(("sum", "years")))


# -- sums


@given(
    st.lists(sizes, min_size=5, max_size=5),
    st.sets(st.integers(START, END), max_size=4),
    st.decimals("0.01", 2000, places=2),
    days,
)
def test_a_lower_bound_is_one(values: list[Decimal], hidden: set[int], target: Decimal, as_of: date) -> None:
    """Whatever the missing years turn out to be, the share is no smaller; and what is reached stays reached."""
    every = [DatedValue(START + n, value, Basis.YEAR) for n, value in enumerate(values)]
    promise = sums(value=target, comparator=Comparator.AT_LEAST)
    known = assess(promise, [k for k in every if k.year not in hidden], as_of)
    whole = assess(promise, every, as_of)
    assert whole.share is not None
    assert (known.share or 0) <= whole.share
    assert known.state is not State.REACHED or whole.state is State.REACHED


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([], (State.NO_DATA, "silent")),
        ([year(2017, "4")], (State.INCOMPLETE, "sum-gaps")),
        ([year(2016, "2"), year(2017, "4")], (State.ON_TRACK, "sum-path")),
        ([year(2016, "1"), year(2017, "2.99")], (State.BEHIND, "sum-path")),
        ([year(2017, "10")], (State.REACHED, "sum-early")),
        ([year(2017, "4", basis=Basis.SINCE, since=2016)], (State.ON_TRACK, "sum-path")),
        ([year(2017, "9", basis=Basis.SINCE, since=2015)], (State.INCOMPLETE, "unusable")),
        ([year(2017, "9", basis=Basis.SINCE)], (State.INCOMPLETE, "unusable")),
        ([year(2016, "2"), year(2017, "2", month=9, whole=False)], (State.INCOMPLETE, "sum-gaps")),
    ],
)
def test_sums(figures: list[DatedValue], expected: tuple[State, str]) -> None:
    """A missing year makes the sum a bound; a sum since the beginning covers its years; no time counts twice."""
    found = assess(sums(), figures, date(2018, 1, 18))
    assert (found.state, found.why) == expected


def test_no_time_counts_twice() -> None:
    """A year inside a sum of years is in it already, and a quarter inside its year."""
    told = [
        year(2016, "2"),
        year(2017, "3", basis=Basis.SINCE, since=2016),
        year(2018, "1"),
        year(2018, "0.4", month=3, whole=False),
    ]
    assert assess(sums(), told, date(2019, 1, 1)).total == Decimal(4)


def test_a_cap_that_was_passed_is_missed_at_once() -> None:
    """A limit of a sum cannot be kept any more once what is known exceeds it."""
    cap = sums(direction=Direction.LOWER, comparator=Comparator.AT_MOST)
    assert assess(cap, [year(2017, "11")], date(2018, 1, 18)).why == "sum-exceeded"
    assert assess(cap, [year(2017, "9")], date(2018, 1, 18)).why == "sum-unknown"
    assert assess(cap, [year(2016, "0"), year(2017, "11")], date(2018, 1, 18)).why == "sum-exceeded"
    assert assess(cap, [year(2016, "0"), year(2017, "0")], date(2018, 1, 18)).why == "sum-path"


def test_a_level_is_no_part_of_a_sum() -> None:
    """Nor is a mean: neither can be added."""
    told = [year(2016, "2"), year(2017, "50", basis=Basis.POINT), year(2018, "50", basis=Basis.MEAN_TO_DATE)]
    assert assess(sums(), told, date(2019, 1, 18)).total == Decimal(2)


def test_a_sum_of_unknown_direction_is_not_judged() -> None:
    """Nobody is called on track or behind while it is not said whether more or less is wanted."""
    told = [year(2016, "2"), year(2017, "4")]
    for comparator in (Comparator.PLAIN, None):
        for value in ("10", "1", "0", "-10"):
            aim = sums(direction=None, comparator=comparator, value=Decimal(value))
            found = assess(aim, told, date(2018, 1, 18))
            assert (found.state, found.why) == (State.INCOMPLETE, "sum-no-direction")


@pytest.mark.parametrize(
    ("target", "values"),
    [("10", ("-2", "13")), ("10", ("13", "-2")), ("-10", ("-1",)), ("-10", ("3",)), ("0", ("0",)), ("0", ("5",))],
)
def test_a_sum_that_may_shrink_is_not_reached_early(target: str, values: tuple[str, ...]) -> None:
    """Where years have taken something away, or the target is a loss at most, the next years may, too."""
    told = [year(START + n, value) for n, value in enumerate(values)]
    promise = sums(value=Decimal(target), comparator=Comparator.AT_LEAST)
    early = assess(promise, told, date(START + len(told), 1, 18))
    assert (early.state, early.why) == (State.ON_TRACK, "sum-path")
    rest = [year(y, "0") for y in range(START + len(told), END + 1)]
    assert assess(promise, [*told, *rest], date(END + 1, 1, 18)).state is State.REACHED


def test_a_cap_of_a_sum_that_may_shrink_is_not_broken_early() -> None:
    """Thirteen came and two went: with eleven the limit of ten is passed, and the next years may take more away."""
    cap = sums(direction=Direction.LOWER, comparator=Comparator.AT_MOST)
    told = [year(2016, "13"), year(2017, "-2")]
    assert assess(cap, told, date(2018, 1, 18)).why == "sum-path"
    rest = [year(2018, "-1"), year(2019, "0"), year(2020, "0")]
    assert assess(cap, [*told, *rest], date(2021, 1, 18)).state is State.REACHED


def test_a_sum_of_one_is_judged_as_any_other() -> None:
    """It is reached early, and what was taken away does not exceed it."""
    one, as_of = sums(value=Decimal(1)), date(2018, 1, 18)
    assert assess(one, [year(2017, "1")], as_of).why == "sum-early"
    assert assess(one, [year(2016, "-1"), year(2017, "0")], as_of).why == "sum-path"


def test_a_cap_is_not_kept_before_the_end() -> None:
    """What is known is below the limit; the years to come may go beyond it."""
    cap = sums(direction=Direction.LOWER, comparator=Comparator.AT_MOST)
    verdict = assess(cap, [year(2016, "1"), year(2017, "1")], date(2018, 1, 18))
    assert (verdict.state, verdict.why) == (State.ON_TRACK, "sum-path")


# -- levels, growth, years, milestones


def level(**changes: object) -> TargetSpec:
    """At least 100 at the end of 2020."""
    return sums(**{"measure": Measure.LEVEL, "value": Decimal(100), "comparator": Comparator.AT_LEAST, **changes})


@pytest.mark.parametrize(
    ("figures", "as_of", "expected"),
    [
        ([year(2017, "96")], date(2018, 1, 1), (State.INCOMPLETE, "level-no-base")),
        ([year(2015, "50"), year(2017, "70")], date(2018, 1, 1), (State.ON_TRACK, "level-path")),
        ([year(2015, "50"), year(2017, "69.9")], date(2018, 1, 1), (State.BEHIND, "level-path")),
        ([year(2017, "100")], date(2018, 1, 1), (State.REACHED, "level-early")),
        ([year(2017, "120"), year(2018, "90")], date(2019, 1, 1), (State.INCOMPLETE, "level-no-base")),
        ([year(2020, "100")], date(2021, 1, 1), (State.REACHED, "level")),
        ([year(2020, "99")], date(2021, 1, 1), (State.MISSED, "level-missed")),
        ([year(2018, "120")], date(2021, 1, 1), (State.OVERDUE, "level-overdue")),
        ([year(2021, "120")], date(2022, 1, 1), (State.OVERDUE, "overdue")),
    ],
)
def test_levels(figures: list[DatedValue], as_of: date, expected: tuple[State, str]) -> None:
    """The newest level counts; without a base nobody is slow; at the end only the end counts."""
    found = assess(level(), figures, as_of)
    assert (found.state, found.why) == expected


def test_a_level_of_unknown_direction_says_so() -> None:
    """The base is known; what is missing is whether more or less is wanted."""
    promise = level(direction=None, comparator=Comparator.PLAIN)
    found = assess(promise, [year(2015, "50"), year(2017, "75")], date(2018, 1, 1))
    assert (found.state, found.why) == (State.INCOMPLETE, "level-no-direction")


@pytest.mark.parametrize("month", range(1, 12))
def test_a_month_of_the_last_year_is_not_its_end(month: int) -> None:
    """What was measured before December neither misses nor reaches what is due at the end of the year."""
    low, high = (year(END, value, month=month, whole=False, basis=Basis.POINT) for value in ("99", "100"))
    before, after = date(END, month, 28), date(END + 1, 2, 1)
    assert assess(level(), [low], before).state is State.INCOMPLETE
    for told in (low, high):
        assert (assess(level(), [told], after).state, assess(level(), [told], after).missing) == (State.OVERDUE, (END,))


@pytest.mark.parametrize("value", ["99", "100"])
def test_december_of_the_last_year_is_its_end(value: str) -> None:
    """A level of December, of the last quarter's or of the second half's end decides as one of the year does."""
    december = year(END, value, month=12, whole=False, basis=Basis.POINT)
    state = State.REACHED if value == "100" else State.MISSED
    assert assess(level(), [december], date(END + 1, 2, 1)).state is state


def test_a_base_makes_a_path() -> None:
    """From 50 at the end of 2015 to 100 at the end of 2020 it is 70 at the end of 2017."""
    found = assess(level(), [year(2015, "50"), year(2017, "75")], date(2018, 1, 1))
    assert (found.expected, found.share) == (Decimal(70), Decimal("0.5"))


@pytest.mark.parametrize(
    ("figures", "kept"),
    [([year(2015, "104"), year(2017, "98")], False), ([year(2016, "104"), year(2017, "98")], True)],
)
def test_a_level_that_was_lost_has_no_path(figures: list[DatedValue], kept: bool) -> None:
    """What was good at the base, or is to be kept, and is no longer: nothing of a way is done."""
    found = assess(level(kept=kept), figures, date(2018, 1, 1))
    assert (found.state, found.why, found.share, found.expected) == (State.BEHIND, "level-lost", None, None)


@pytest.mark.parametrize(("value", "expected"), [("6.9", State.INCOMPLETE), ("7.1", State.REACHED)])
def test_a_softened_bound_is_not_called_missed(value: str, expected: State) -> None:
    """More than about 7: what is a little less is left to the reader."""
    promise = sums(
        measure=Measure.ANNUAL, start=2020, comparator=Comparator.MORE, value=Decimal(7), unit="%", softener="左右"
    )
    assert assess(promise, [year(2020, value)], date(2021, 1, 1)).state is expected


def test_a_sum_up_to_its_deadline_is_whole() -> None:
    """Nine months are all the time that a target of September has."""
    promise = sums(start=2020, value=Decimal(20), due=date(2020, 9, 30))
    figure = year(2020, "14", month=9, whole=False, basis=Basis.YEAR_TO_DATE)
    assert assess(promise, [figure], date(2020, 10, 15)).state is State.MISSED
    assert assess(promise, [figure], date(2020, 9, 15)).state is State.INCOMPLETE
    assert assess(promise, [figure, year(2020, "22")], date(2021, 2, 1)).state is State.MISSED


def test_a_sum_since_the_beginning_counts_up_to_its_deadline() -> None:
    """What came after September does not help a target of September."""
    promise = sums(value=Decimal(22), due=date(2020, 9, 30))
    since = {"basis": Basis.SINCE, "since": START}
    september = year(2020, "21", month=9, whole=False, **since)
    for told in ([september], [september, year(2020, "25", **since)]):
        assert assess(promise, told, date(2021, 2, 1)).state is State.MISSED


def growth(**changes: object) -> TargetSpec:
    """A mean growth of ten per cent."""
    return sums(**{"measure": Measure.ANNUAL_GROWTH, "comparator": Comparator.AT_LEAST, "unit": "%", **changes})


def test_growth_is_reckoned_from_rates_or_from_levels_and_never_from_both() -> None:
    """Yearly rates must follow each other from the first year; levels need the one before it."""
    as_of = date(2018, 1, 1)
    rates, levels = [year(2016, "21"), year(2017, "0")], [year(2015, "100"), year(2017, "144")]
    assert round(assess(growth(), rates, as_of).total or 0, 6) == 10
    assert assess(growth(), rates, as_of).state is State.ON_TRACK
    assert assess(growth(), [], as_of, levels=levels).total == Decimal(20)
    assert assess(growth(), rates[1:], as_of).why == "growth-gaps"
    assert assess(growth(), rates[:1], as_of, levels=levels[1:]).why == "growth-open"
    both = assess(growth(), rates[:1], as_of, levels=levels)
    assert {k.value for k in both.used} == {Decimal(100), Decimal(144)}


def test_a_level_of_nothing_is_a_growth_of_minus_one_hundred_per_cent() -> None:
    """0 is a figure like others, and not a gap."""
    found = assess(growth(), [], date(2018, 1, 1), levels=[year(2015, "100"), year(2017, "0")])
    assert (found.state, found.total) == (State.BEHIND, Decimal(-100))


def test_growth_is_compared_without_rounding() -> None:
    """Five years of ten per cent are a mean of ten per cent, not of a hair less."""
    rates = [year(y, "10") for y in range(START, END + 1)]
    assert assess(growth(), rates, date(2021, 1, 1)).state is State.REACHED
    assert assess(growth(), [*rates[:-1], year(2020, "9.99")], date(2021, 1, 1)).state is State.MISSED


def test_each_year_by_itself() -> None:
    """One missed year misses the whole; a missing one leaves it open."""
    promise, as_of = sums(measure=Measure.ANNUAL), date(2018, 1, 18)
    one = assess(promise, [year(2017, "10")], as_of)
    assert (one.state, one.years) == (State.INCOMPLETE, ((2016, State.OVERDUE), (2017, State.REACHED)))
    assert assess(promise, [year(2016, "10"), year(2017, "11")], as_of).state is State.ON_TRACK
    assert assess(promise, [year(2017, "9")], as_of).state is State.BEHIND
    assert assess(promise, [year(y, "10") for y in range(2016, 2021)], date(2021, 1, 1)).state is State.REACHED


@pytest.mark.parametrize(("value", "expected"), [("0.6", State.ON_TRACK), ("0.4", State.INCOMPLETE)])
def test_a_small_yearly_floor_is_passed_before_the_year_is_over(value: str, expected: State) -> None:
    """Half a thing a year is a floor as ten of them are."""
    promise = sums(measure=Measure.ANNUAL, start=2018, value=Decimal("0.5"))
    months = year(2018, value, month=9, whole=False, basis=Basis.YEAR_TO_DATE)
    assert assess(promise, [months], date(2018, 10, 20)).state is expected


def test_a_year_that_took_something_away_has_not_passed_its_floor() -> None:
    """What comes later in it may take away more."""
    promise = sums(measure=Measure.ANNUAL, start=2018)
    part = {"whole": False, "basis": Basis.YEAR_TO_DATE}
    spring, autumn = year(2018, "-1", month=3, **part), year(2018, "12", month=9, **part)
    assert assess(promise, [autumn], date(2018, 10, 20)).state is State.ON_TRACK
    assert assess(promise, [spring, autumn], date(2018, 10, 20)).state is State.INCOMPLETE


def test_a_yearly_limit_is_passed_before_the_year_is_over() -> None:
    """Nothing in spring, eleven by autumn: whatever comes later, the year is not kept; a year that gave back may be."""
    promise = sums(measure=Measure.ANNUAL, start=2018, direction=Direction.LOWER, comparator=Comparator.AT_MOST)
    part, as_of = {"whole": False, "basis": Basis.YEAR_TO_DATE}, date(2018, 10, 20)
    autumn = year(2018, "11", month=9, **part)
    assert assess(promise, [year(2018, "0", month=3, **part), autumn], as_of).state is State.BEHIND
    assert assess(promise, [year(2018, "-1", month=3, **part), autumn], as_of).state is State.INCOMPLETE


def test_a_sum_over_one_year_to_its_end_is_of_the_whole_year() -> None:
    """1—12 月 is the year; 1—11 月 is not."""
    told = year(2018, "5", month=12, whole=False, basis=Basis.YEAR_TO_DATE)
    assert told.full and not told._replace(month=11).full


def test_a_change_since_the_base_counts_to_the_last_year() -> None:
    """A document of the end of the plan gives it as such."""
    told = year(2020, "10", basis=Basis.SINCE, since=2016)
    assert assess(sums(measure=Measure.CHANGE), [told], date(2021, 2, 1)).state is State.REACHED


def test_a_level_beside_points_is_a_share() -> None:
    """The share is told in per cent, its change in percentage points."""
    promise = sums(measure=Measure.CHANGE, unit="个百分点", value=Decimal(5))
    told = [year(2015, "50.1", basis=Basis.POINT), year(2017, "53.2", basis=Basis.POINT)]
    words = explain(promise, assess(promise, told, date(2018, 1, 1)))
    assert words.startswith("2015 年 50.1%，2017 年 53.2%，增加 3.1 个百分点")


def test_a_change_needs_its_base() -> None:
    """What is told against the year before says nothing of the base."""
    promise, as_of = sums(measure=Measure.CHANGE, direction=Direction.LOWER), date(2018, 1, 1)
    assert assess(promise, [year(2017, "30")], as_of).why == "no-base"
    since = year(2017, "4", basis=Basis.SINCE, since=2016)
    assert (assess(promise, [since], as_of).why, assess(promise, [since], as_of).expected) == (
        "change-path",
        Decimal(4),
    )


@pytest.mark.parametrize(
    ("reports", "as_of", "expected"),
    [
        ([], date(2018, 1, 1), State.NO_DATA),
        ([], date(2020, 12, 31), State.OVERDUE),
        ([(2017, ReportState.UNDER_WAY)], date(2018, 1, 1), State.INCOMPLETE),
        ([(2017, ReportState.DONE), (2018, ReportState.NOT_SAID)], date(2018, 1, 1), State.REACHED),
        ([(2017, ReportState.SHORT)], date(2018, 1, 1), State.BEHIND),
        ([(2015, ReportState.DONE)], date(2018, 1, 1), State.NO_DATA),
    ],
)
def test_milestones(reports: list[tuple[int, ReportState]], as_of: date, expected: State) -> None:
    """Reports of the target's years decide."""
    promise = sums(measure=Measure.MILESTONE, value=None, comparator=None)
    assert assess(promise, [], as_of, reports=[DatedReport(*report) for report in reports]).state is expected


def test_the_last_report_decides_on_a_milestone() -> None:
    """What fell short and is under way again is not behind; what was under way and then fell short is."""
    promise, as_of = sums(measure=Measure.MILESTONE, value=None, comparator=None), date(2019, 1, 18)
    short, under_way = ReportState.SHORT, ReportState.UNDER_WAY
    better = assess(promise, [], as_of, reports=[DatedReport(2017, short), DatedReport(2018, under_way)])
    assert (better.state, better.report) == (State.INCOMPLETE, DatedReport(2018, under_way))
    worse = assess(promise, [], as_of, reports=[DatedReport(2017, under_way), DatedReport(2018, short)])
    assert (worse.state, worse.report) == (State.BEHIND, DatedReport(2018, short))


@pytest.mark.parametrize("status", Status)
def test_only_a_final_figure_decides_on_a_milestone(status: Status) -> None:
    """Nothing counts as built because somebody expects that it will be."""
    promise = sums(measure=Measure.MILESTONE, value=Decimal(1))
    verdict = assess(promise, [year(2017, "1", status=status)], date(2018, 1, 18))
    assert verdict.state is (State.REACHED if status is Status.FINAL else State.INCOMPLETE)


def test_a_bare_figure_is_read_with_its_direction() -> None:
    """More jobs than a bare figure is reached, fewer accidents, too."""
    more = sums(comparator=Comparator.PLAIN, direction=Direction.HIGHER)
    assert (meets(Decimal(11), more), meets(Decimal(9), more)) == (True, False)
    less = more._replace(direction=Direction.LOWER)
    assert (meets(Decimal(11), less), meets(Decimal(9), less)) == (False, True)


def test_a_final_figure_goes_before_a_forecast_and_a_later_document_before_an_earlier() -> None:
    """Whatever order they were written in."""
    told = [
        year(2017, "1", status=Status.FORECAST, issued="2018-12-01 c"),
        year(2017, "2", issued="2018-02-01 b"),
        year(2017, "3", issued="2018-01-01 a"),
    ]
    assert assess(sums(), told, date(2018, 1, 1)).total == Decimal(2)


# -- the ledgers


@pytest.mark.sampled
@pytest.mark.parametrize("folder", [ROOT / "data", DISTRICT])
def test_a_figure_of_another_definition_changes_nothing(folder: object) -> None:
    """A verdict stays when all figures of all other indicators are taken away: some here, each in make endurance."""
    checked = load(folder, ROOT / "datapackage.json")  # type: ignore[arg-type]  # a path
    standings = StatusIndex(LedgerIndex(checked))
    growing = {r["indicator"] for r in checked.tables.rows["targets"]} - {
        i.id for i in checked.ledger.indicators if i.measure is Measure.ANNUAL_GROWTH
    }
    for target in some([target for target in checked.ledger.targets if target.indicator in growing], most=60):
        assert _alone(checked, target.indicator, target.id) == standings.of(target).assessment


def _alone(checked: CheckedLedger, indicator: str, target: str) -> Assessment:
    """The verdict in a ledger whose other indicators have no figures."""
    rows = {name: [*own] for name, own in checked.tables.rows.items()}
    rows["observations"] = [r for r in rows["observations"] if r["indicator"] == indicator]
    tables = replace(checked.tables, rows=rows)
    index = LedgerIndex(replace(checked, tables=tables))
    return StatusIndex(index).of(next(t for t in index.ledger.targets if t.id == target)).assessment
