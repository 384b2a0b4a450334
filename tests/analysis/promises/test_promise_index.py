"""Admissions, clues and chains of whole ledgers: what is said stands at its record, and nothing is taken for more."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.promises.admissions import is_shortfall
from generator.analysis.promises.chain import is_five_years
from generator.analysis.promises.clues import bears_on
from generator.analysis.promises.promise_index import PromiseIndex
from generator.analysis.target_status import StatusIndex
from generator.ledger.enums import Measure, PlanKind, Relation, ReportState, State
from generator.ledger.load import load
from generator.ledger.periods import time_of
from tests.conftest import ROOT
from tests.helpers.sites import DISTRICT

TWO_PLANS = ROOT / "tests" / "samples" / "two-plans" / "data"


@pytest.fixture(scope="module", params=[ROOT / "data", DISTRICT, TWO_PLANS], ids=["real", "district", "two-plans"])
def index(request: pytest.FixtureRequest) -> LedgerIndex:
    """The look-ups of a ledger."""
    return LedgerIndex(load(request.param, ROOT / "datapackage.json"))


@pytest.fixture(scope="module")
def promises(index: LedgerIndex) -> PromiseIndex:
    """What became of its promises."""
    return PromiseIndex(index, StatusIndex(index))


@pytest.fixture(scope="module")
def district() -> PromiseIndex:
    """What became of the promises of the made-up district."""
    index = LedgerIndex(load(DISTRICT, ROOT / "datapackage.json"))
    return PromiseIndex(index, StatusIndex(index))


@pytest.fixture(scope="module")
def real_index() -> LedgerIndex:
    """The look-ups of this project's own ledger."""
    return LedgerIndex(load(ROOT / "data", ROOT / "datapackage.json"))


@pytest.fixture(scope="module")
def real(real_index: LedgerIndex) -> PromiseIndex:
    """What became of its promises."""
    return PromiseIndex(real_index, StatusIndex(real_index))


def test_every_admission_is_found(index: LedgerIndex, promises: PromiseIndex) -> None:
    """No report or milestone that a document calls missed or weak is left out, whether a record is named or not."""
    states = (ReportState.SHORT, ReportState.WEAKNESS)
    said = [r.id for r in index.ledger.reports if r.state in states]
    said += [m.id for m in index.ledger.milestones if m.state in states]
    said += [v.report for v in index.ledger.report_indicators if v.verdict and is_shortfall(v.verdict, states[0])]
    assert {one.source.id for one in promises.admissions} == set(said)


def test_an_admission_stands_at_its_indicator_and_its_task(promises: PromiseIndex) -> None:
    """Whoever opens the one or the other meets it."""
    for one in promises.admissions:
        assert all(one in promises.admissions_of_indicator(i.id) for i in one.indicators)
        assert all(one in promises.admissions_of_task(task.id) for task in one.tasks)
        assert all(one in promises.admissions_of_task(i.task) for i in one.indicators if i.task)


def test_admissions_change_no_state(index: LedgerIndex, promises: PromiseIndex) -> None:
    """Only a milestone is judged by reports: with any other measure an admission and "missed" are two things."""
    fresh = StatusIndex(index)
    for one in promises.admissions:
        for indicator in one.indicators:
            main, chain = fresh.main(indicator.id), promises.chain(indicator.id)
            assert chain.main == main


@pytest.mark.parametrize(
    ("verdict", "state", "short"),
    [
        ("达到序时进度", ReportState.WEAKNESS, False),
        ("与目标还有差距", ReportState.UNDER_WAY, True),
        ("未达到年度目标", ReportState.NOT_SAID, True),
        (None, ReportState.SHORT, True),
        (None, ReportState.BEHIND, False),
        ("", ReportState.DONE, False),
    ],
)
def test_the_words_on_an_indicator_decide(verdict: str | None, state: ReportState, short: bool) -> None:
    """What the document says of the indicator goes before what it says of the whole task."""
    assert is_shortfall(verdict, state) is short


def test_what_is_said_of_a_task_with_one_indicator_is_said_of_it(district: PromiseIndex) -> None:
    """The trail fell short, says the plan of the next year: the task has its length as its only indicator."""
    assert [one.source.id for one in district.admissions_of_indicator("riverside-trail-length")] == [
        "2022-riverside-trail"
    ]
    assert district.admissions_of_indicator("street-lights") == ()  # of it the document says that it is on schedule
    assert [one.source.id for one in district.admissions_of_task("street-lights-task")] == [
        "2023-q3-street-lights",
        "street-lights-task-m1",
    ]


def test_the_documents_admit_output_and_gdp(real: PromiseIndex) -> None:
    """The plan of 2018 says itself that both fell short, and gives no figure: neither becomes "missed"."""
    for indicator in ("gdp-growth", "gross-industrial-output"):
        (one,) = real.admissions_of_indicator(indicator)
        chain = real.chain(indicator)
        assert (one.period, one.verdict) == ("2017", "还有差距")
        assert chain.main is not None and chain.main.state is State.NO_DATA
        assert [step.start for step in chain.years if step.admissions] == [2017]


def test_clues_are_of_the_target_s_time_and_never_its_own(promises: PromiseIndex) -> None:
    """A clue is of another definition or told in words; a figure of the indicator itself is no clue but an answer."""
    for status in promises.silent:
        target, clues = status.target, promises.clues(status)
        years = range(target.start_year, target.end_year + 1)
        assert all(clue.indicator.id != target.indicator for clue in clues.figures)
        assert all(clue.relation is not Relation.NO_MATCH for clue in clues.figures)
        assert all(time_of(clue.observation.period)[0] in years for clue in clues.figures)
        assert all(time_of(report.period)[0] in years for report in clues.reports)
        admitted = {one.source.id for one in promises.admissions_of_indicator(target.indicator)}
        assert not admitted & {report.id for report in clues.reports}
        assert not status.disclosed and status.state is not State.ENDED


def test_what_is_disclosed_needs_no_clue(index: LedgerIndex, promises: PromiseIndex) -> None:
    """A target with a figure of its own has none, and silent targets are no more than those that want a figure."""
    statuses = StatusIndex(index)
    for target in index.ledger.targets:
        status = statuses.of(target)
        if status.disclosed or status.state is State.ENDED:
            assert promises.clues(status).total == 0
    assert all(status.wanting for status in promises.silent)
    assert set(promises.with_clues) <= set(promises.silent)
    assert all(status.state is State.OVERDUE for status in promises.overdue)


def test_more_than_a_quarter_of_what_is_silent_has_a_clue(real: PromiseIndex) -> None:
    """What the page of clues counts: of targets of several years, and of all."""
    silent = [s for s in real.silent if s.target.start_year < s.target.end_year]
    assert (len(silent), sum(bool(real.clues(s).total) for s in silent)) == (144, 41)


def test_a_report_on_the_task_alone_is_no_clue(index: LedgerIndex, promises: PromiseIndex) -> None:
    """Whatever is called a clue names the indicator or one related to it, or shares a word or a unit with it."""
    for status in promises.silent:
        indicator = index.indicators[status.target.indicator]
        related = {indicator.id} | {other for other, _, _ in index.related(indicator.id)}
        pairs = {a + b for a, b in pairwise(indicator.name) if (a + b).isalpha()}
        if indicator.task and len(index.indicators_of_task[indicator.task]) > 1:
            pairs = {pair for pair in pairs if pair not in index.tasks[indicator.task].title}
        for report in promises.clues(status).reports:
            named = related & set(index.indicators_of_report(report.id))
            same_unit = indicator.unit and len(indicator.unit) > 1 and indicator.unit in report.summary
            assert named or same_unit or any(pair in report.summary for pair in pairs)


@pytest.mark.parametrize(
    ("indicator", "report", "bears"),
    [
        ("national-ip-demonstration-district", "2017-ip-protection", False),  # 知识产权 stands in the title of the task
        ("patent-applications", "2017-patent-filings", True),  # 专利
        ("patent-applications", "2017-ip-protection", False),
        ("urban-sewage-treatment-rate", "2017-river-treatment", False),
        ("senior-secondary-enrolment", "2017-schools-and-kindergartens", False),
        ("new-green-area", "2017-afforestation", True),  # both in 万亩
    ],
)
def test_words_and_units_decide_what_is_a_clue(
    real: PromiseIndex, real_index: LedgerIndex, indicator: str, report: str, bears: bool
) -> None:
    """A word of the name that the title of the task does not have, or a figure of the same unit, and nothing less."""
    (said,) = [r for r in real_index.ledger.reports if r.id == report]
    assert bears_on(real_index, said, real_index.indicators[indicator]) is bears
    (status, *_) = [s for s in real.silent if s.target.indicator == indicator]
    assert (said in real.clues(status).reports) is bears


def test_a_chain_tells_each_year_once(index: LedgerIndex, promises: PromiseIndex) -> None:
    """Years come in their order without overlap, and every annual target that stands is among them."""
    for indicator in index.indicators:
        chain = promises.chain(indicator)
        if chain.main is None:
            assert not chain.years
            continue
        spec, years = chain.main.spec, [y for step in chain.years for y in range(step.start, step.end + 1)]
        assert years == sorted(set(years))
        assert set(years) <= set(range(spec.start, spec.end + 1))
        told = [s.id for step in chain.years for s in step.targets]
        own = [
            t.id
            for t in index.targets_of[indicator]
            if spec.start < spec.end
            and t.id != chain.main.id
            and not t.organization
            and t.start_year == t.end_year
            and not t.replaced_by
            if t.tier == chain.main.target.tier and t.start_year in range(spec.start, spec.end + 1)
        ]
        assert told == own
        related = {indicator} | {r.related for r in index.relations_from.get(indicator, ())}
        related |= {r.indicator for r in index.relations_to.get(indicator, ())}
        allowed = related if chain.indicator.measure is Measure.ANNUAL_GROWTH else {indicator}  # a growth is of a level
        assert all(step.figure is None or step.figure.indicator in allowed for step in chain.years)
        assert chain.needed is None or chain.indicator.measure is Measure.CUMULATIVE


def test_only_a_plan_of_five_years_is_called_so(index: LedgerIndex, promises: PromiseIndex) -> None:
    """A plan of one year, a special plan, or a target that is due before its plan ends is no promise of five years."""
    for indicator in index.indicators.values():
        chain = promises.chain(indicator.id)
        if chain.five_years:
            assert chain.plan.kind is PlanKind.FIVE_YEAR
            assert chain.main is not None and chain.main.spec.end - chain.main.spec.start == 4
    for plan in index.plans.values():
        assert not is_five_years(plan, plan.start_year, plan.start_year)


def test_a_chain_of_a_task_has_its_steps_in_time(index: LedgerIndex, promises: PromiseIndex) -> None:
    """Every milestone and every report once, the earliest first."""
    for task in index.tasks:
        chain = promises.task_chain(task)
        times = [(step.year, step.month) for step in chain.steps]
        assert times == sorted(times)
        assert sorted(r.id for step in chain.steps for r in step.reports) == sorted(
            r.id for r in index.reports_of_task(task)
        )
        assert [s.milestone.id for s in chain.steps if s.milestone] == [
            m.id for m in sorted(index.milestones_of.get(task, ()), key=lambda m: (m.due, m.position))
        ]


def test_jobs_read_from_the_promise_to_what_is_needed(real: PromiseIndex) -> None:
    """14.6 in five years; nothing of 2016, 4.15 in 2017, 2.35 promised for 2018; 10.45 left for four years."""
    chain = real.chain("new-jobs")
    assert chain.five_years
    assert [(s.start, s.end, s.silent, len(s.targets), s.figure is not None) for s in chain.years] == [
        (2016, 2016, True, 0, False),
        (2017, 2017, False, 0, True),
        (2018, 2018, False, 1, False),
    ]
    assert chain.needed is not None and str(chain.needed.rest) == "10.45"
    assert chain.main is not None and chain.main.assessment.as_of == date(2018, 1, 18)
