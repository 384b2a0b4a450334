"""What changes no verdict: parts of years, other tiers, organisations, definitions, periods; and the exception."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.state_explanation import explain, goal
from generator.analysis.target_spec import Assessment, DatedReport, DatedValue, TargetSpec
from generator.analysis.target_states import assess
from generator.analysis.target_status import StatusIndex
from generator.ledger.enums import (
    Basis,
    Comparator,
    Direction,
    EndReason,
    Measure,
    Relation,
    ReportState,
    SetBy,
    State,
    Status,
    Tier,
)
from generator.ledger.load import CheckedLedger, load
from generator.ledger.records import Observation
from tests.analysis.test_target_states import END, START, TOLD, days, level, numbers, promises, sizes, sums, year
from tests.conftest import ROOT
from tests.helpers.ledger import with_records
from tests.helpers.sites import DISTRICT

VERDICTS = (State.REACHED, State.ON_TRACK, State.BEHIND, State.MISSED)
"""States that say how a target stands; the others say what is not known."""
LATE = date(END + 1, 2, 1)


@st.composite
def parts(draw: st.DrawFn) -> DatedValue:
    """A figure of a part of a year, of any way of counting: whatever does not reach to the end of the year."""
    month = draw(st.sampled_from((3, 6, 9, 11)))
    one = year(draw(st.integers(START - 1, END)), "0", month=month, whole=False)
    return one._replace(value=draw(numbers), basis=draw(st.sampled_from(Basis)), part=f"{month:02}")


@st.composite
def part_means(draw: st.DrawFn) -> DatedValue:
    """A part of a year that is no sum: a level, a mean or a rate."""
    return draw(parts())._replace(basis=draw(st.sampled_from((Basis.MEAN_TO_DATE, Basis.POINT))))


def state(found: Assessment) -> State | None:
    """The verdict, None where there is none."""
    return found.state if found.state in VERDICTS else None


# -- parts of a year


@given(promises((Measure.LEVEL, Measure.ANNUAL_GROWTH, Measure.CHANGE)), TOLD, st.lists(parts()), days)
def test_no_part_of_a_year_changes_a_verdict(
    promise: TargetSpec, told: list[DatedValue], more: list[DatedValue], as_of: date
) -> None:
    """Levels, growth and changes are judged by whole years and their ends alone, and by the same arithmetic."""
    full = [k for k in told if k.full]
    with_parts, without = assess(promise, [*full, *more], as_of), assess(promise, full, as_of)
    assert state(with_parts) == state(without)
    if state(without):
        assert with_parts == without


@given(promises((Measure.CUMULATIVE, Measure.ANNUAL)), TOLD, st.lists(part_means()), days)
def test_no_mean_and_no_level_of_a_part_changes_a_verdict_on_sums(
    promise: TargetSpec, told: list[DatedValue], more: list[DatedValue], as_of: date
) -> None:
    """What cannot be added up decides nothing about a sum or about a year."""
    full = [k for k in told if k.full]
    assert state(assess(promise, [*full, *more], as_of)) == state(assess(promise, full, as_of))


@given(
    st.sampled_from((Measure.CUMULATIVE, Measure.ANNUAL)),
    st.sampled_from(Direction),
    st.lists(st.tuples(st.integers(START, END), sizes), unique_by=lambda pair: pair[0]),
    st.integers(START, END),
    sizes,
    sizes,
    days,
)
def test_only_a_part_that_has_passed_the_line_changes_a_verdict(
    measure: Measure,
    direction: Direction,
    years: list[tuple[int, Decimal]],
    of: int,
    part: Decimal,
    target: Decimal,
    as_of: date,
) -> None:
    """A sum of months decides where the year's, or the whole sum, could not be on the other side any more."""
    sign = Comparator.AT_LEAST if direction is Direction.HIGHER else Comparator.AT_MOST
    promise = sums(measure=measure, direction=direction, comparator=sign, value=target)
    full = [DatedValue(y, v, Basis.YEAR) for y, v in years if y != of]
    months = year(of, str(part), month=9, whole=False, basis=Basis.YEAR_TO_DATE)
    before, after = assess(promise, full, as_of), assess(promise, [*full, months], as_of)
    if state(before) == state(after):
        return
    known = part + (sum((v for y, v in years if y != of), Decimal()) if measure is Measure.CUMULATIVE else 0)
    assert known >= target if direction is Direction.HIGHER else known > target
    whole = months._replace(value=part + 1, month=12, whole=True)
    missed = (State.BEHIND, State.MISSED)
    final = assess(promise, [*full, whole], as_of)
    assert state(final) == state(after) or {final.state, after.state} == {*missed}


@pytest.mark.parametrize(
    ("promise", "value", "expected"),
    [
        (sums(start=2018, end=2018), "10", (State.REACHED, "sum-early")),
        (sums(start=2018, end=2018), "9", (State.INCOMPLETE, "sum-open")),
        (sums(start=2018, end=2018, direction=Direction.LOWER), "11", (State.BEHIND, "sum-exceeded")),
        (sums(start=2018, end=2018, direction=Direction.LOWER), "10", (State.INCOMPLETE, "sum-open")),
        (sums(measure=Measure.ANNUAL, start=2018), "10", (State.ON_TRACK, "years-so-far")),
        (sums(measure=Measure.ANNUAL, start=2018), "9", (State.INCOMPLETE, "part")),
        (sums(measure=Measure.ANNUAL, start=2018, direction=Direction.LOWER), "11", (State.BEHIND, "years-missed")),
        (sums(measure=Measure.ANNUAL, start=2018, unit="%"), "10", (State.INCOMPLETE, "part")),
        (level(start=2018, end=2018), "120", (State.INCOMPLETE, "part")),
    ],
)
def test_the_exception(promise: TargetSpec, value: str, expected: tuple[State, str]) -> None:
    """Nine months' sum that has passed the floor or the ceiling decides; a rate, a level, or less does not."""
    months = year(2018, value, month=9, whole=False, basis=Basis.YEAR_TO_DATE)
    found = assess(promise, [months], date(2018, 10, 20))
    assert (found.state, found.why) == expected


def test_growth_of_nine_months_is_no_growth_of_the_year() -> None:
    """It is shown with its months, and the target waits for the year."""
    promise = sums(measure=Measure.ANNUAL_GROWTH, unit="%", value=Decimal(6), start=2024, end=2024)
    months = year(2024, "-34.3", month=9, whole=False, basis=Basis.YEAR_TO_DATE, part="09")
    found = assess(promise, [months], date(2024, 10, 20))
    assert found.state is State.INCOMPLETE
    assert "2024 年 1—9 月 -34.3%" in explain(promise, found)
    assert assess(promise, [months, year(2024, "5.2")], date(2025, 2, 1)).total == Decimal("5.2")


def test_a_mean_of_nine_months_does_not_keep_a_yearly_limit() -> None:
    """The air of January to September says nothing of the winter: the year that broke the limit is missed."""
    limit = sums(measure=Measure.LEVEL, direction=Direction.LOWER, comparator=Comparator.AT_MOST, value=Decimal(35))
    one = limit._replace(start=2024, end=2024)
    months = year(2024, "33", month=9, whole=False, basis=Basis.MEAN_TO_DATE)
    assert assess(one, [months], date(2024, 10, 20)).state is State.INCOMPLETE
    assert assess(one, [months], date(2025, 2, 1)).state is State.OVERDUE
    assert assess(one, [months, year(2024, "36")], date(2025, 2, 1)).state is State.MISSED


def test_the_first_quarter_and_march_are_one_time() -> None:
    """Of two sums up to March the one of the later document counts; two single parts stay two."""
    to_march = [
        year(2024, "3", month=3, whole=False, basis=Basis.YEAR_TO_DATE, part="Q1", issued="2024-04-01 a"),
        year(2024, "4", month=3, whole=False, basis=Basis.YEAR_TO_DATE, part="03", issued="2024-05-01 b"),
    ]
    promise = sums(start=2024, end=2024)
    assert assess(promise, to_march, date(2024, 6, 1)).used == (to_march[1],)
    alone = [k._replace(basis=Basis.PART) for k in to_march]
    assert assess(promise._replace(value=None), alone, date(2024, 6, 1)).used == tuple(alone[::-1])


# -- keeping, ranges, about, changes


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, State.REACHED),
        ({"kept": True}, State.ON_TRACK),
        ({"comparator": Comparator.AT_MOST, "direction": Direction.LOWER}, State.ON_TRACK),
        ({"comparator": Comparator.PLAIN, "direction": Direction.LOWER}, State.ON_TRACK),
        ({"comparator": Comparator.PLAIN, "value_max": Decimal(120)}, State.ON_TRACK),
    ],
)
def test_one_good_year_fulfils_no_target_that_has_to_be_kept(changes: dict[str, object], expected: State) -> None:
    """控制在, 保持在, a ceiling or a range is looked at again at the end; a floor of a stock is reached."""
    promise = level(**changes)
    good = year(2018, "100")
    assert assess(promise, [good], date(2019, 2, 1)).state is expected
    assert assess(promise, [good, year(END, "100")], LATE).state is State.REACHED


@pytest.mark.parametrize(
    ("direction", "value", "expected"),
    [
        (Direction.HIGHER, "4.9", State.MISSED),
        (Direction.HIGHER, "6", State.REACHED),
        (Direction.HIGHER, "9", State.REACHED),
        (Direction.LOWER, "4.9", State.REACHED),
        (Direction.LOWER, "7", State.REACHED),
        (Direction.LOWER, "7.1", State.MISSED),
        (None, "6", State.REACHED),
        (None, "9", State.INCOMPLETE),
        (None, "4", State.INCOMPLETE),
    ],
)
def test_a_range_is_reached_inside_and_beyond_its_good_side(
    direction: Direction | None, value: str, expected: State
) -> None:
    """5 % to 7 % is neither its lower end nor its upper one."""
    promise = level(direction=direction, comparator=Comparator.PLAIN, value=Decimal(5), value_max=Decimal(7), unit="%")
    found = assess(promise, [year(END, value)], LATE)
    assert found.state is expected
    assert goal(promise) == "5%—7%" and "5%—7%" in explain(promise, found)


@pytest.mark.parametrize(
    ("direction", "value", "expected"),
    [
        (Direction.HIGHER, "7.2", State.REACHED),
        (Direction.HIGHER, "6.9", State.INCOMPLETE),
        (None, "7", State.INCOMPLETE),
        (None, "6.9", State.INCOMPLETE),
    ],
)
def test_a_target_that_is_about_right_is_never_missed(direction: Direction | None, value: str, expected: State) -> None:
    """How far from 7 % is 7 % 左右, no document says."""
    promise = level(direction=direction, comparator=Comparator.ABOUT, value=Decimal(7), unit="%", softener="左右")
    found = assess(promise, [year(END, value)], LATE)
    assert found.state is expected
    assert goal(promise) == "7% 左右" and "7% 左右" in explain(promise, found)


def test_a_change_is_not_compared_with_a_level() -> None:
    """One year more of life is not reached at 79.6 years, but at a year more than in the year before the plan."""
    promise = sums(measure=Measure.CHANGE, value=Decimal(1), unit="岁")
    base, later = (year(y, v, basis=Basis.POINT) for y, v in ((2015, "79.6"), (END, "80.5")))
    assert assess(promise, [later], LATE).state not in VERDICTS
    found = assess(promise, [base, later], LATE)
    assert (found.state, found.total) == (State.MISSED, Decimal("0.9"))
    assert assess(promise, [base, later._replace(value=Decimal("80.6"))], LATE).state is State.REACHED
    one = promise._replace(start=END, end=END)
    assert assess(one, [later], LATE).state not in VERDICTS


def test_a_fall_is_counted_downwards() -> None:
    """From 50 to 40 it fell by ten; from 40 to 50 it did not."""
    promise = sums(measure=Measure.CHANGE, falls=True)
    high, low = Decimal(50), Decimal(40)
    base, later = year(2015, "50", basis=Basis.POINT), year(END, "40", basis=Basis.POINT)
    assert assess(promise, [base, later], LATE).state is State.REACHED
    assert assess(promise, [base._replace(value=low), later._replace(value=high)], LATE).state is State.MISSED


# -- missed, ended, provisional


@given(promises(), TOLD, days)
def test_behind_is_said_while_a_target_runs_and_missed_when_it_is_over(
    promise: TargetSpec, told: list[DatedValue], as_of: date
) -> None:
    """Nothing is behind when its time is over, and nothing is missed before there is a figure of its end."""
    found = assess(promise, told, as_of)
    over = as_of >= promise.last_day
    assert not (found.state is State.BEHIND and over)
    if found.state is State.MISSED and not over:
        assert found.used[-1].full and found.used[-1].year == promise.end


@given(promises(), TOLD, days, st.sampled_from(("ended-revised", "ended-cancelled", "ended-merged")))
def test_what_has_ended_is_not_judged(promise: TargetSpec, told: list[DatedValue], as_of: date, why: str) -> None:
    """Whatever is known of it."""
    assert assess(promise, told, as_of, ended=why).state is State.ENDED


@given(promises(), TOLD, days)
def test_what_is_not_final_decides_nothing_for_good(promise: TargetSpec, told: list[DatedValue], as_of: date) -> None:
    """A target that is reached or missed is so by final figures alone."""
    found = assess(promise, told, as_of)
    if found.state in (State.REACHED, State.MISSED):
        assert all(k.status is Status.FINAL for k in found.used)


@pytest.mark.parametrize(
    ("reports", "as_of", "expected"),
    [
        ([DatedReport(2017, ReportState.EXCEEDED)], date(2018, 1, 1), State.REACHED),
        ([DatedReport(2017, ReportState.BEHIND)], date(2018, 1, 1), State.BEHIND),
        ([DatedReport(2017, ReportState.BEHIND)], LATE, State.OVERDUE),
        ([DatedReport(END, ReportState.SHORT)], LATE, State.MISSED),
        ([DatedReport(END, ReportState.BEHIND, month=6)], LATE, State.OVERDUE),
        ([DatedReport(2017, ReportState.NOT_STARTED)], date(2018, 1, 1), State.INCOMPLETE),
        ([DatedReport(2017, ReportState.DONE), DatedReport(2018, ReportState.WEAKNESS)], LATE, State.REACHED),
        ([DatedReport(2017, ReportState.DONE), DatedReport(2018, ReportState.SHORT)], date(2019, 1, 1), State.BEHIND),
        ([DatedReport(2017, ReportState.SHORT, 6), DatedReport(2017, ReportState.DONE)], LATE, State.REACHED),
    ],
)
def test_the_last_report_that_says_how_far_it_is_decides(
    reports: list[DatedReport], as_of: date, expected: State
) -> None:
    """By the end of its time, not by the order of the words; a report of the middle of the end year misses nothing."""
    promise = sums(measure=Measure.MILESTONE, value=None, comparator=None)
    for order in (reports, reports[::-1]):
        assert assess(promise, [], as_of, reports=order).state is expected


@given(promises(), TOLD, st.lists(parts() | st.builds(year, st.integers(START - 3, END + 2), st.just("7"))), days)
def test_no_figure_of_another_period_decides(
    promise: TargetSpec, told: list[DatedValue], more: list[DatedValue], as_of: date
) -> None:
    """What lies behind the target's years changes nothing; what lies before them can be a base, and nothing else."""
    own = [k for k in told if promise.start <= k.year <= promise.end]
    later = [k for k in more if k.year > promise.end]
    earlier = [k for k in more if k.year < promise.start]
    alone = assess(promise, own, as_of)
    assert assess(promise, [*own, *later], as_of) == alone
    with_base = assess(promise, [*own, *earlier], as_of)
    if promise.measure not in (Measure.LEVEL, Measure.CHANGE):
        assert with_base == alone
    elif promise.measure is Measure.LEVEL and state(with_base) != state(alone):
        assert with_base.why == "level-path"


# -- whole ledgers


@cache
def checked_ledger(folder: str) -> CheckedLedger:
    """A ledger as it is."""
    return load(ROOT / folder, ROOT / "datapackage.json")


def verdict_of(checked: CheckedLedger, target: str) -> Assessment:
    """Where a target of a ledger stands."""
    index = LedgerIndex(checked)
    return StatusIndex(index).of(index.targets[target]).assessment


FOLDERS = ("data", DISTRICT.relative_to(ROOT).as_posix())


@given(st.sampled_from(FOLDERS), st.data())
@settings(max_examples=40, deadline=None)
def test_no_figure_of_another_organisation_or_definition_changes_a_verdict(folder: str, data: st.DataObject) -> None:
    """Any results of other indicators, and of other organisations than the target's, stand in the ledger or not."""
    checked = checked_ledger(folder)
    index, ledger = LedgerIndex(checked), checked.ledger
    target = data.draw(st.sampled_from(ledger.targets))
    near = {r.related for r in index.relations_from.get(target.indicator, ()) if r.relation is Relation.LEVEL_AND_RATE}
    near |= {r.indicator for r in index.relations_to.get(target.indicator, ()) if r.relation is Relation.LEVEL_AND_RATE}
    template = ledger.observations[0]

    def foreign(number: int) -> Observation:
        other = data.draw(st.booleans())
        ids = [i for i in index.indicators if i != target.indicator and i not in near]
        organizations = [o for o in (None, *index.organizations) if o != target.organization]
        return replace(
            template,
            id=f"foreign-{number}",
            document=target.document,  # another one may be newer, and more may be over on its day
            indicator=data.draw(st.sampled_from(ids)) if other else target.indicator,
            organization=target.organization if other else data.draw(st.sampled_from(organizations)),
            period=str(data.draw(st.integers(target.start_year, target.end_year))),
            value=data.draw(numbers),
            revises=None,
        )

    more = tuple(foreign(n) for n in range(data.draw(st.integers(1, 4))))
    changed = with_records(checked, observations=(*ledger.observations, *more))
    assert verdict_of(changed, target.id) == StatusIndex(index).of(target).assessment


@given(st.sampled_from(FOLDERS), st.data())
@settings(max_examples=25, deadline=None)
def test_no_other_target_changes_a_verdict(folder: str, data: st.DataObject) -> None:
    """A second tier, a target from above, or one of another time is judged by itself, and so is the first."""
    checked = checked_ledger(folder)
    target = data.draw(st.sampled_from(checked.ledger.targets))
    other = replace(
        target,
        id="another",
        tier=data.draw(st.sampled_from(Tier)),
        set_by=data.draw(st.sampled_from(SetBy)),
        value=data.draw(numbers),
        comparator=data.draw(st.sampled_from(Comparator)),
        end_year=target.end_year + data.draw(st.integers(0, 1)),
    )
    changed = with_records(checked, targets=(*checked.ledger.targets, other))
    assert verdict_of(changed, target.id) == verdict_of(checked, target.id)


def test_lists_show_the_basic_target_that_stands() -> None:
    """Not the one that is strived for, not the one from above, not the one that was revised."""
    checked = checked_ledger(FOLDERS[1])
    first = next(t for t in checked.ledger.targets if t.indicator == "new-jobs")
    striving = replace(first, id="striving", tier=Tier.STRIVING)
    above = replace(first, id="above", set_by=SetBy.HIGHER_LEVEL)
    revised = replace(first, id="revised", tier=Tier.BASIC, replaced_by=first.id)
    others = tuple(t for t in checked.ledger.targets if t.id != first.id)
    index = LedgerIndex(with_records(checked, targets=(striving, above, revised, first, *others)))
    main = StatusIndex(index).main("new-jobs")
    assert main and main.target.id == first.id
    assert StatusIndex(index).of(revised).state is State.ENDED


def test_a_result_that_was_corrected_counts_no_more() -> None:
    """The correction counts in its place, whatever the order of the records."""
    checked = checked_ledger(FOLDERS[1])
    old = next(o for o in checked.ledger.observations if o.id == "new-jobs-2022")
    correction = replace(old, id="corrected", value=Decimal("0.1"), revises=old.id)
    for observations in ((correction, *checked.ledger.observations), (*checked.ledger.observations, correction)):
        changed = with_records(checked, observations=observations)
        total = verdict_of(changed, "new-jobs-2021-2025").total
        before = verdict_of(checked, "new-jobs-2021-2025").total
        assert before is not None and total == before - Decimal("0.42")
        newest = LedgerIndex(changed).results("new-jobs", None)
        assert old.id not in {o.id for o in newest}


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (EndReason.CANCELLED, "ended-cancelled"),
        (EndReason.MERGED, "ended-merged"),
        (EndReason.DONE, "years-gaps"),
    ],
)
def test_a_target_ends_with_its_task(reason: EndReason, expected: str) -> None:
    """取消 and 并入 end it; what was done is judged as before, and so is what was over before the task ended."""
    checked = checked_ledger(FOLDERS[1])

    def ended(day: date) -> CheckedLedger:
        tasks = (
            replace(t, end_reason=reason, ended_on=day) if t.id == "livelihood-projects" else t
            for t in checked.ledger.tasks
        )
        return with_records(checked, tasks=tuple(tasks))

    assert verdict_of(ended(date(2023, 5, 1)), "livelihood-projects-2021-2025").why == expected
    before = verdict_of(checked, "livelihood-projects-2023")
    assert verdict_of(ended(date(2024, 5, 1)), "livelihood-projects-2023") == before


def test_each_plan_has_its_day() -> None:
    """A newer plan beside an old one does not make the old one's targets overdue; an answer of a unit does."""
    checked = checked_ledger(FOLDERS[1])
    ledger = checked.ledger
    later = replace(ledger.documents[0], id="later", signed_on=date(2031, 1, 1), published_on=None, drafted_on=None)
    plan = replace(ledger.plans[0], id="next", document="later", start_year=2026, end_year=2030, parent=None)
    beside = with_records(checked, documents=(*ledger.documents, later), plans=(*ledger.plans, plan))
    index = LedgerIndex(beside)
    assert (index.as_of, index.as_of_plan("next")) == (date(2031, 1, 1), date(2031, 1, 1))
    assert index.as_of_plan("plan-2021-2025") == index.as_of_plan("plan-2023") == date(2024, 1, 25)
    assert verdict_of(beside, "new-jobs-2021-2025") == verdict_of(checked, "new-jobs-2021-2025")
    below = replace(plan, parent="plan-2021-2025")
    known = with_records(checked, documents=(*ledger.documents, later), plans=(*ledger.plans, below))
    assert LedgerIndex(known).as_of_plan("plan-2021-2025") == date(2031, 1, 1)
