"""What a sum still needs is arithmetic over what is known, and nothing is said of other measures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.promises.still_needed import StillNeeded, still_needed
from generator.analysis.target_spec import EXACT, DatedValue, TargetSpec, in_time, over
from generator.analysis.target_states import assess
from generator.ledger.enums import Basis, Comparator, Direction, Measure, State, Status
from tests.analysis.test_target_states import TOLD, days, promises, sums, year


def needed(spec: TargetSpec, told: list[DatedValue], as_of: date, *annual: tuple[int, str]) -> StillNeeded | None:
    """What a target still needs by some figures, with the targets of single years."""
    return still_needed(spec, in_time(told), as_of, [(one, Decimal(value)) for one, value in annual])


@given(promises(), TOLD, days)
def test_nothing_is_computed_for_other_measures(spec: TargetSpec, told: list[DatedValue], as_of: date) -> None:
    """Levels, growth, yearly things, changes, milestones and words have no such arithmetic; nor has a ceiling."""
    found = needed(spec, told, as_of)
    if spec.measure is not Measure.CUMULATIVE or spec.comparator in (Comparator.AT_MOST, Comparator.LESS):
        assert found is None


@given(
    promises((Measure.CUMULATIVE,)),
    TOLD,
    days,
    st.lists(st.tuples(st.integers(2016, 2020), st.decimals(0, 9, places=2))),
)
def test_the_parts_make_the_whole(
    spec: TargetSpec, told: list[DatedValue], as_of: date, annual: list[tuple[int, Decimal]]
) -> None:
    """What is known and what is left are the target; the mean over the open years is what is left."""
    found = still_needed(spec, in_time(told), as_of, annual)
    if found is None:
        return
    years = range(spec.start, spec.end + 1)
    assert (found.known or 0) + found.rest == found.target
    assert set(found.begun) | set(found.silent) <= set(found.open) <= set(years)
    assert all(over(one, as_of) for one in found.silent)
    assert (found.mean is None) == (found.rest <= 0 or not found.open)
    if found.mean is not None:
        assert abs(EXACT.multiply(found.mean, Decimal(len(found.open))) - found.rest) < Decimal("1e-40")
    for one in found.annual:
        assert one.year in found.open
        assert one.compared == (one.value > (found.mean or 0)) - (one.value < (found.mean or 0))


@given(promises((Measure.CUMULATIVE,)), TOLD, days, st.sampled_from(("0.001", "10", "10000")))
def test_another_unit_changes_no_share(spec: TargetSpec, told: list[DatedValue], as_of: date, factor: str) -> None:
    """Target and figures in another unit: the same years are open, and everything is as many times larger."""
    scale = Decimal(factor)
    one = needed(spec, told, as_of)
    larger = [k._replace(value=None if k.value is None else k.value * scale) for k in told]
    other = needed(spec._replace(value=None if spec.value is None else spec.value * scale), larger, as_of)
    assert (one is None) == (other is None)
    if one and other:
        assert (one.open, one.begun, one.silent, one.rest * scale) == (
            other.open,
            other.begun,
            other.silent,
            other.rest,
        )


def test_jobs_over_the_years_without_a_figure() -> None:
    """14.6 less 4.15 is dealt out over four years, 2016 among them; 2.35 is less than each of these needs."""
    spec = sums(value=Decimal("14.6"), unit="万人")
    found = needed(spec, [year(2017, "4.15")], date(2018, 1, 18), (2018, "2.35"))
    assert found is not None
    assert (found.rest, found.open, found.silent) == (Decimal("10.45"), (2016, 2018, 2019, 2020), (2016,))
    assert (found.mean, found.whole_mean, found.mean_after) == (Decimal("2.6125"), Decimal("2.92"), Decimal("2.70"))
    assert [(one.year, one.compared) for one in found.annual] == [(2018, -1)]


def test_nothing_known_leaves_the_mean_of_all_years() -> None:
    """Without a figure nothing is subtracted; an annual target can still be held against the mean of all years."""
    found = needed(sums(), [], date(2018, 1, 18), (2018, "3"))
    assert found is not None
    assert (found.known, found.rest, found.mean) == (None, Decimal(10), Decimal(2))
    assert found.annual[0].compared == 1


def test_a_part_of_a_year_is_known_and_the_year_stays_open() -> None:
    """What came until September is subtracted; the rest of the year is among the years that are left."""
    until = DatedValue(2018, Decimal(3), Basis.YEAR_TO_DATE, month=9, whole=False, part="09")
    found = needed(sums(), [year(2016, "1"), year(2017, "2"), until], date(2018, 10, 20), (2018, "4"))
    assert found is not None
    assert (found.rest, found.open, found.begun) == (Decimal(4), (2018, 2019, 2020), (2018,))
    assert not found.annual  # a part of this year's target is in the sum already


def test_a_sum_over_years_covers_all_of_them() -> None:
    """A figure since 2016 leaves only the years behind its end."""
    since = DatedValue(2018, Decimal(7), Basis.SINCE, since=2016)
    found = needed(sums(), [since], date(2019, 3, 1))
    assert found is not None
    assert (found.open, found.mean) == ((2019, 2020), Decimal("1.5"))


@pytest.mark.parametrize(
    ("as_of", "missing"), [(date(2017, 7, 20), ()), (date(2018, 1, 18), (2017,)), (date(2019, 1, 18), (2017, 2018))]
)
def test_what_a_sum_needs_and_what_its_verdict_lacks_agree(as_of: date, missing: tuple[int, ...]) -> None:
    """A sum from 2016 up to June of 2017 tells all of 2016; of 2017 it lacks the rest once that year is over."""
    told = [DatedValue(2017, Decimal(5), Basis.SINCE, since=2016, month=6, whole=False)]
    found, verdict = needed(sums(), told, as_of), assess(sums(), told, as_of)
    assert found is not None
    assert (found.open, found.silent) == ((2017, 2018, 2019, 2020), missing)
    assert (verdict.state, verdict.missing, verdict.at_least) == (State.INCOMPLETE, missing, bool(missing))


def test_what_is_reached_needs_nothing() -> None:
    """More than the target is known: nothing is left to be dealt out."""
    found = needed(sums(), [year(2017, "11")], date(2018, 1, 18), (2018, "3"))
    assert found is not None
    assert (found.rest, found.mean, found.annual, found.mean_after) == (Decimal(-1), None, (), None)


def test_a_forecast_is_told_as_such() -> None:
    """A figure that is not final makes the rest an estimate."""
    found = needed(sums(), [year(2017, "4", status=Status.FORECAST)], date(2017, 12, 20))
    assert found is not None and found.estimated


def test_shares_and_words_are_not_dealt_out() -> None:
    """A sum in per cent and a target without a number or a direction have no rest."""
    day = date(2018, 1, 18)
    assert needed(sums(unit="%"), [], day) is None
    assert needed(sums(value=None), [], day) is None
    assert needed(sums(direction=None), [], day) is None
    assert needed(sums(direction=Direction.LOWER), [year(2017, "4")], day) is None
