"""What is looked up in a ledger: who has which part in a task, whose plan a target is of, which years have pages."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.analysis.facts.plan import projects_in_order, running_first, years_of_plans, years_with_page
from generator.analysis.target_status import StatusIndex
from tests.analysis.small_ledger import DISCLOSURE, GOAL, index_of, results


def test_who_leads_and_who_supports_a_task(tmp_path: Path) -> None:
    """Nobody has a part in no task."""
    index = index_of(tmp_path)
    assert [one.organization for one in index.leads("grow")] == ["development"]
    assert [one.organization for one in index.supports("grow")] == ["culture", "towns"]
    assert index.leads(None) == index.supports(None) == []


@pytest.mark.parametrize(("end", "plan"), [("2018", "year-2018"), ("2019", "five")])
def test_a_target_of_one_year_belongs_to_the_plan_of_that_year(end: str, plan: str, tmp_path: Path) -> None:
    """One of several years that the same document prints belongs to the plan of its indicator."""
    own = f"{GOAL}, id: own, value: 3, value_text: 3万株".replace("end_year: 2018", f"end_year: {end}")
    index = index_of(tmp_path, (DISCLOSURE, "targets:\n", f"targets:\n  - {{{own}}}\n"))
    assert index.plan_of_target(index.targets["own"]) == plan


def test_the_years_that_have_a_page(tmp_path: Path) -> None:
    """Those of plans in which something is asked or told; a month is of its year."""
    month = "indicator: planting, period: 2016-09, value: 1, value_text: 1万株, basis: 年内累计, status: 实际"
    index = index_of(tmp_path, results(f"{month}, source: {{locator: 二-9}}"))
    assert years_with_page(index) == [2016, 2017, 2018]
    assert years_of_plans(index) == [2016, 2017, 2018, 2019, 2020]


def test_the_years_of_annual_targets_have_a_page(tmp_path: Path) -> None:
    """Of a target of several years its years have none for that."""
    index = index_of(tmp_path)
    assert years_with_page(index) == [2017, 2018]


def test_the_projects_of_a_plan_stand_together(tmp_path: Path) -> None:
    """A plan without projects is left out."""
    found = [(plan.id, [one.id for one in own]) for plan, own in projects_in_order(index_of(tmp_path))]
    assert found == [("five", ["ring-road"])]


@pytest.mark.parametrize(
    ("year", "order"),
    [
        (2022, ["five", "three", "new", "late", "old", "ten"]),
        (2021, ["five", "new", "late", "three", "old", "ten"]),
        (2026, ["new", "three", "late", "five", "old", "ten"]),
        (None, ["new", "late", "three", "five", "old", "ten"]),
    ],
)
def test_the_plans_that_run_stand_first(year: int | None, order: list[str]) -> None:
    """From their first year to their last, the longest before the others; then the newest of those that do not run."""
    years = {
        "three": (2022, 2026),
        "five": (2020, 2025),
        "old": (2016, 2020),
        "ten": (2006, 2015),
        "new": (2026, 2035),
        "late": (2027, 2029),
    }
    plans = [SimpleNamespace(id=id_, start_year=start, end_year=end) for id_, (start, end) in years.items()]
    as_of = SimpleNamespace(year=year) if year else None
    index: Any = SimpleNamespace(as_of=as_of, ledger=SimpleNamespace(plans=plans))
    assert [plan.id for plan in running_first(index)] == order


@pytest.mark.parametrize(("years", "silent"), [((2016, 2017), False), ((2017, 2018), False), ((2018, 2019), True)])
def test_a_level_of_its_years_breaks_the_silence_of_a_growth(
    years: tuple[int, int], silent: bool, tmp_path: Path
) -> None:
    """From its first year to its last: the level of 2017 is known."""
    start, end = years
    rate = (
        "- {id: rate, section: s1, name: 产值增速, nature: 预期性, measure: 年均增速, unit: '%', direction: 越高越好, "
        f"target: {{start_year: {start}, end_year: {end}, comparator: ≥, value: 6, value_text: 6%以上, "
        "source: {locator: 三}}, relations: [{related: output, relation: 水平与增速, reason: 都说产值}]}\n"
    )
    index = index_of(tmp_path, ("indicators/five/02-more.yml", rate))
    (target,) = index.targets_of["rate"]
    assert StatusIndex(index).is_silent(target) is silent
