"""What is known of a record, by a ledger so small that each answer can be seen in it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from generator.analysis.facts.breakdown import binding_and_whole, newest_in_time, share_of_whole
from generator.analysis.facts.indicator import Computation, indicator_chart, indicator_facts, indicator_summary
from generator.analysis.facts.named_things import named_things
from generator.analysis.facts.partners import partners_of
from generator.analysis.facts.plan import plan_facts
from generator.analysis.promises.clues import bears_on
from generator.analysis.promises.promise_index import PromiseIndex
from generator.analysis.target_status import StatusIndex
from generator.ledger.enums import Status
from tests.analysis.small_ledger import DISCLOSURE, GOAL, OWN, WON, index_of, results
from tests.helpers import ledger
from tests.helpers.ledger import Edit
from tests.helpers.pages import context_of
from tests.helpers.sites import DISTRICT

TOWN_GOAL = "organization: 听雨镇\n    start_year: 2016"
STAR_GOAL = (
    "indicator: planting, start_year: 2016, end_year: 2020, comparator: =, organization: 望星镇, "
    "value: 2, value_text: 2万株, source: {locator: 二-9}"
)


@pytest.mark.parametrize("status", [Status.FINAL, Status.FLASH])
def test_a_sum_of_towns_is_final_when_all_its_figures_are(status: Status, tmp_path: Path) -> None:
    """One quick count makes the sum one."""
    index = index_of(
        tmp_path,
        results(
            f"{OWN}, organization: 听雨镇, value: 1, value_text: 1万株, status: 实际",
            f"{OWN}, organization: 望星镇, value: 1, value_text: 1万株, status: {status}",
        ),
    )
    breakdown = indicator_facts(index, StatusIndex(index), "planting").breakdown
    assert (
        breakdown
        and len(breakdown.target_sums) == 1
        and [one.final for one in breakdown.observation_sums] == [status is Status.FINAL]
    )


@pytest.mark.parametrize(
    ("edits", "without", "word"),
    [
        ((), ["望星镇"], "未能核对"),
        (((DISCLOSURE, TOWN_GOAL, "organization: 区发展局\n    start_year: 2016"),), [], "未能核对"),
        (((DISCLOSURE, "targets:\n", f"targets:\n  - {{{STAR_GOAL}}}\n"),), [], "不足"),
    ],
)
def test_parts_fall_short_where_all_towns_have_one(
    edits: tuple[Edit, ...], without: list[str], word: str, tmp_path: Path
) -> None:
    """Else somebody may have the rest: a town without a target or, beside departments, another one."""
    index = index_of(tmp_path, *edits)
    breakdown = indicator_facts(index, StatusIndex(index), "planting").breakdown
    assert breakdown
    assert [one.name for one in breakdown.without] == without
    assert [one.agreement for one in breakdown.target_sums] == [word]


def test_towns_without_a_target_are_named_beside_a_department_with_one(tmp_path: Path) -> None:
    """One town with a target is enough to ask for the others."""
    own = STAR_GOAL.replace("望星镇", "区发展局")
    index = index_of(tmp_path, (DISCLOSURE, "targets:\n", f"targets:\n  - {{{own}}}\n"))
    breakdown = indicator_facts(index, StatusIndex(index), "planting").breakdown
    assert breakdown and breakdown.territories
    assert [one.name for one in breakdown.without] == ["望星镇"]


def test_what_came_since_january_is_newer_than_the_last_quarter_alone() -> None:
    """Both end in September; whoever asks how far it has come asks for the first."""
    index = context_of(DISTRICT).index
    assert {o.value_text for o in index.observations_of["reading-seats"]} == {"110个", "40个"}
    newest = index.newest("reading-seats")
    assert newest is not None and newest.value_text == "110个"
    for target in index.targets_of["reading-seats"]:
        in_time = newest_in_time(index, StatusIndex(index), target)
        assert in_time is not None and in_time.value_text == "110个"


@pytest.mark.parametrize(
    ("edits", "share"),
    [
        ((), "0.4"),
        (((DISCLOSURE, "value: 4\n    value_text: 4万株", "value: 0.5\n    value_text: 0.5万株"),), "0.05"),
        (((DISCLOSURE, "value: 4\n    value_text: 4万株", "value: 0\n    value_text: 0株"),), None),
        (((DISCLOSURE, "value: 4\n", "value: 4\n    value_max: 5\n"), (DISCLOSURE, "4万株", "4—5万株")), None),
        (
            (
                (
                    DISCLOSURE,
                    f"{TOWN_GOAL}\n    end_year: 2020",
                    "organization: 听雨镇\n    start_year: 2018\n    end_year: 2018",
                ),
            ),
            None,
        ),
    ],
)
def test_the_share_of_a_town(edits: tuple[Edit, ...], share: str | None, tmp_path: Path) -> None:
    """Four of ten; none of a range, of nothing, or where the whole place has no target of that time."""
    index = index_of(tmp_path, *edits)
    town = next(one for one in index.ledger.targets if one.organization == "rain")
    assert share_of_whole(index, town) == (Decimal(share) if share else None)


@pytest.mark.parametrize(
    ("direction", "falling"), [("  direction: 越高越好\n", False), ("  direction: 越低越好\n", True)]
)
def test_the_sums_of_a_break_down_stand_in_the_order_of_their_times(
    direction: str, falling: bool, tmp_path: Path
) -> None:
    """The longest time first, then the earlier; what is striven for has a sum of its own, what is basic has not."""
    own = (
        ("望星镇", "2018", "2"),
        ("听雨镇", "2018", "1, tier: 基本"),
        ("听雨镇", "2018", "3, tier: 力争"),
        ("听雨镇", "2017", "0.5"),
        ("望星镇", "2020", "0.7"),
        ("望星镇", "2016", "0.6"),
    )
    targets = "".join(
        f"  - {{indicator: planting, organization: {town}, start_year: {year}, end_year: {year}, comparator: =, "
        f"value: {value}, value_text: {value.partition(',')[0]}万株, source: {{locator: 二-9}}}}\n"
        for town, year, value in own
    )
    index = index_of(
        tmp_path,
        (DISCLOSURE, "targets:\n", f"targets:\n{targets}"),
        ("indicators/five/01-industry.yml", "unit: 万株\n  direction: 越高越好\n", f"unit: 万株\n{direction}"),
    )
    breakdown = indicator_facts(index, StatusIndex(index), "planting").breakdown
    assert breakdown
    assert [(one.start_year, one.end_year, one.tier or "", str(one.sum.total)) for one in breakdown.target_sums] == [
        (2016, 2020, "", "4"),
        (2016, 2016, "", "0.6"),
        (2017, 2017, "", "0.5"),
        (2018, 2018, "", "3"),
        (2018, 2018, "力争", "3"),
        (2020, 2020, "", "0.7"),
    ]
    assert {one.falling for one in breakdown.target_sums} == {falling}


def test_a_binding_indicator_is_whole_where_no_town_has_a_target(tmp_path: Path) -> None:
    """Trees are broken down; without the target of the town they are not."""
    target = ledger.LEDGER[DISCLOSURE].partition("targets:\n")[2].partition("observations:\n")[0]
    edits: dict[str, tuple[Edit, ...]] = {"broken down": (), "whole": ((DISCLOSURE, f"targets:\n{target}", ""),)}
    found = []
    for name, own in edits.items():
        (tmp_path / name).mkdir()
        binding = binding_and_whole(index_of(tmp_path / name, *own))
        found.append({plan: [one.id for one in of_plan] for plan, of_plan in binding.items()})
    assert found == [{}, {"five": ["planting"]}]


@pytest.mark.parametrize(
    ("record", "newest"),
    [
        ("period: 2017, basis: 当年", True),
        ("period: 2015, basis: 当年", False),
        ("period: 2017, since_year: 2016, basis: 累计", True),
        ("period: 2017, since_year: 2015, basis: 累计", False),
    ],
)
def test_a_town_without_a_target_is_shown_with_what_it_did(record: str, newest: bool, tmp_path: Path) -> None:
    """With its newest figure of the years of the plan; one that began before is of other years, too."""
    own = (
        "indicator: planting, organization: 望星镇, value: 1, value_text: 1万株, status: 实际, source: {locator: 二-9}"
    )
    index = index_of(tmp_path, results(f"{own}, {record}"))
    breakdown = indicator_facts(index, StatusIndex(index), "planting").breakdown
    assert breakdown
    assert [(one.organization.name, one.status is None, one.newest is not None) for one in breakdown.parts] == [
        ("听雨镇", False, False),
        ("望星镇", True, newest),
    ]


def test_the_partner_of_most_tasks_stands_first(tmp_path: Path) -> None:
    """Of as many tasks by its name."""
    index = index_of(tmp_path, ("tasks/five/01-industry.yml", "{name: 各镇, scope: 本辖区}", "各镇, 区文旅局"))
    partners, _ = partners_of(index, "development")
    assert [(one.organization.name, one.leads, one.supports, one.jointly) for one in partners] == [
        ("区文化局", 1, 0, 1),
        ("区文旅局", 1, 0, 0),
        ("各镇人民政府", 1, 0, 0),
    ]


def test_a_chart_has_the_targets_of_single_years(tmp_path: Path) -> None:
    """That of the whole place, and not that of a town, of another tier, or one that was replaced."""
    others = (
        f"{GOAL}, value: 3, value_text: 3万株",
        f"{GOAL}, organization: 听雨镇, value: 1, value_text: 1万株",
        f"{GOAL}, tier: 力争, value: 4, value_text: 4万株",
        f"{GOAL.replace('2018', '2019')}, id: old, replaced_by: new, value: 2, value_text: 2万株",
        f"{GOAL.replace('2018', '2019')}, id: new, value: 5, value_text: 5万株",
    )
    targets = "".join(f"  - {{{one}}}\n" for one in others)
    index = index_of(tmp_path, (DISCLOSURE, "targets:\n", f"targets:\n{targets}"))
    facts = indicator_facts(index, StatusIndex(index), "planting")
    chart = indicator_chart(facts.statuses, facts.main)
    assert chart
    assert chart.annual_words == ("2018 年 3 万株", "2019 年 5 万株")


def test_each_target_of_a_plan_counts_in_the_headings_above_it(tmp_path: Path) -> None:
    """And in no other."""
    index = index_of(tmp_path)
    found = plan_facts(index, StatusIndex(index), "five").statuses_of_section
    assert {section: len(statuses) for section, statuses in found.items()} == {"s1": 3, "s1-1": 2}


@pytest.mark.parametrize(("period", "silent"), [("2016", True), ("2017", False), ("2018", False)])
def test_a_report_of_the_time_of_a_target_breaks_the_silence(period: str, silent: bool, tmp_path: Path) -> None:
    """From its first year to its last; what was revised is not silent, whatever was told."""
    target = "start_year: 2017, end_year: {end}, value_text: 创成, source: {{locator: 三}}"
    index = index_of(
        tmp_path,
        ("indicators/five/02-more.yml", f"- {{{WON}, target: {{{target.format(end=2018)}}}}}\n"),
        (DISCLOSURE, "    tasks: [grow]\n", "    tasks: [grow]\n    indicators: [won]\n"),
        (DISCLOSURE, "    period: 2017\n    state: 推进中", f"    period: {period}\n    state: 完成"),
        (DISCLOSURE, "    organization: 区发展局\n    period: ", "    period: "),
    )
    (own,) = index.targets_of["won"]
    assert StatusIndex(index).is_silent(own) is silent


def test_a_target_that_was_revised_is_not_silent(tmp_path: Path) -> None:
    """Nobody owes an answer to it."""
    earlier = f"{GOAL}, id: old, replaced_by: new, value: 2, value_text: 2万株"
    index = index_of(
        tmp_path,
        (
            DISCLOSURE,
            "targets:\n",
            f"targets:\n  - {{{earlier}}}\n  - {{{GOAL}, id: new, value: 3, value_text: 3万株}}\n",
        ),
    )
    statuses = StatusIndex(index)
    silent = {one.id: statuses.is_silent(one) for one in index.targets_of["planting"]}
    assert (silent["old"], silent["new"]) == (False, True)


def test_of_the_reports_of_a_year_the_latest_stands_first(tmp_path: Path) -> None:
    """A reader sees at once what is new in a town."""
    more = "plan: five, section: s1-1, state: 推进中, summary: 又, places: [听雨镇], source: {locator: 二-8}"
    times = (("march", "2017-03"), ("june", "2017-06"))
    reports = "".join(f"  - {{id: {id_}, period: {period}, {more}}}\n" for id_, period in times)
    index = index_of(tmp_path, (DISCLOSURE, "reports:\n", f"reports:\n{reports}"))
    found = [one.record.id for one in named_things(index, index.organizations["rain"])]
    assert found[-3:] == ["report-grow", "june", "march"]


def test_a_word_of_the_task_alone_bears_on_its_only_indicator(tmp_path: Path) -> None:
    """Where a task has several indicators its words do not say which one is meant."""
    index = index_of(
        tmp_path,
        ("tasks/five/01-industry.yml", "title: 扩大产业规模", "title: 修建桥梁"),
        ("tasks/year-2018/01-industry.yml", "title: 扩大产业", "title: 修建桥梁"),
        ("indicators/five/01-industry.yml", "  name: 产值\n", "  name: 桥梁\n"),
        ("indicators/year-2018/01-industry.yml", "name: 当年产值", "name: 桥梁"),
        (DISCLOSURE, "summary: 产业继续扩大", "summary: 桥梁修好了"),
    )
    report = index.ledger.reports[0]
    assert [bears_on(index, report, index.indicators[id_]) for id_ in ("output", "output-2018")] == [False, True]


def test_one_figure_is_not_computed(tmp_path: Path) -> None:
    """It is printed as the document gives it: a sum, or a change since the base."""
    age = "id: age, section: s1, name: 预期寿命, nature: 预期性, measure: 比基期增减, unit: 岁, direction: 越高越好"
    goal = "target: {comparator: =, value: 1, value_text: 提高1岁, source: {locator: 三}}"
    told = "indicator: age, period: 2017, since_year: 2016, value: 0.4, value_text: 提高0.4岁, basis: 累计"
    index = index_of(
        tmp_path,
        ("indicators/five/02-more.yml", f"- {{{age}, {goal}}}\n"),
        results(f"{told}, status: 实际, source: {{locator: 二-9}}"),
    )
    statuses = StatusIndex(index)
    facts = [indicator_facts(index, statuses, id_) for id_ in ("planting", "age")]
    assert [(one.computed, one.main and one.main.assessment.total is None) for one in facts] == [(None, False)] * 2


def test_a_related_indicator_comes_with_the_targets_of_the_whole_place(tmp_path: Path) -> None:
    """A reader can compare the two at once."""
    index = index_of(tmp_path)
    (related,) = indicator_facts(index, StatusIndex(index), "output-industry").related
    assert [target.id for target in related.targets] == ["output-2016-2020"]


def test_an_admission_has_the_reason_of_its_document(tmp_path: Path) -> None:
    """Beside what fell short."""
    index = index_of(tmp_path, (DISCLOSURE, "    state: 推进中\n", "    state: 未达预期\n    reason: 市场变化\n"))
    (admission,) = PromiseIndex(index, StatusIndex(index)).admissions
    assert admission.reason == "市场变化"


@pytest.mark.parametrize("base", [False, True])
def test_a_growth_that_cannot_be_computed_shows_its_newest_level(base: bool, tmp_path: Path) -> None:
    """With a level of the year before the plan it can, and the level is no answer any more."""
    rate = (
        "- {id: rate, section: s1, name: 产值增速, nature: 预期性, measure: 年均增速, unit: '%', direction: 越高越好, "
        "target: {comparator: ≥, value: 6, value_text: 6%以上, source: {locator: 三}}, "
        "relations: [{related: output, relation: 水平与增速, reason: 都说产值}]}\n"
    )
    first = "indicator: output, period: 2015, value: 300, value_text: 300亿元, basis: 时点, status: 实际"
    edits = [results(f"{first}, source: {{locator: 二-9}}")] if base else []
    index = index_of(tmp_path, ("indicators/five/02-more.yml", rate), *edits)
    row = indicator_summary(index, StatusIndex(index), "rate")
    assert (row.level and row.level.value_text) == (None if base else "410.5亿元")


def test_the_newest_report_on_an_indicator_stands_in_its_row(tmp_path: Path) -> None:
    """Whatever order the reports have."""
    target = "start_year: 2016, end_year: 2020, value_text: 创成, source: {locator: 三}"
    more = "plan: five, section: s1, state: 推进中, indicators: [won], source: {locator: 二-8}"
    reports = "".join(f"  - {{id: r{year}, period: {year}, summary: 又, {more}}}\n" for year in (2016, 2018, 2017))
    index = index_of(
        tmp_path,
        ("indicators/five/02-more.yml", f"- {{{WON}, target: {{{target}}}}}\n"),
        (DISCLOSURE, "reports:\n", f"reports:\n{reports}"),
    )
    row = indicator_summary(index, StatusIndex(index), "won")
    assert row.report and row.report.id == "r2018"


def test_what_is_computed_of_two_levels_says_so(tmp_path: Path) -> None:
    """A mean growth from the first year of the target, a change from the year of its base."""
    rate = (
        "- {id: rate, section: s1, name: 产值增速, nature: 预期性, measure: 年均增速, unit: '%', direction: 越高越好, "
        "target: {comparator: ≥, value: 6, value_text: 6%以上, source: {locator: 三}}, "
        "relations: [{related: output, relation: 水平与增速, reason: 都说产值}]}\n"
        "- {id: age, section: s1, name: 预期寿命, nature: 预期性, measure: 比基期增减, unit: 岁, direction: 越高越好, "
        "target: {comparator: =, value: 1, value_text: 提高1岁, source: {locator: 三}}}\n"
    )
    levels = ("output, period: 2015, value: 300", "age, period: 2015, value: 80", "age, period: 2017, value: 80.5")
    units = {"output": "亿元", "age": "岁"}
    told = [
        f"indicator: {one}, value_text: {one.rpartition(' ')[2]}{units[one.partition(',')[0]]}, basis: 时点, "
        "status: 实际, source: {locator: 二-9}"
        for one in levels
    ]
    index = index_of(tmp_path, ("indicators/five/02-more.yml", rate), results(*told))
    statuses = StatusIndex(index)
    growth, change = (indicator_facts(index, statuses, id_).computed for id_ in ("rate", "age"))
    assert growth and (growth.how, growth.start, growth.end) == (Computation.MEAN_GROWTH, 2016, 2017)
    assert change and (change.how, change.start, change.end, str(change.value)) == (
        Computation.CHANGE,
        2015,
        2017,
        "0.5",
    )
    assert [one.value_text for one in indicator_facts(index, statuses, "rate").levels] == ["300亿元", "410.5亿元"]
