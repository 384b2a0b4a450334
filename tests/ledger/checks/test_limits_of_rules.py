"""Where a rule begins to find a fault: the last value that it takes, and the first one that it does not."""

from __future__ import annotations

import pytest

from tests.helpers.faults import findings_in_memory
from tests.helpers.ledger import Edit, edited
from tests.ledger.checks.test_doubts import results
from tests.ledger.checks.test_rules import (
    ANSWERS,
    DISCLOSURE,
    FIVE_INDICATORS,
    FIVE_TASKS,
    PLANS,
    PROJECTS,
    disclosed,
)

Edits = tuple[Edit, ...]
GOAL = "indicator: planting, comparator: =, value: 2, value_text: 2万株, source: {locator: 二-9}"

RANGE = "indicator: planting, comparator: =, start_year: 2018, end_year: 2018, value: 2, source: {locator: 二-9}"


def passage(of_target: str) -> Edits:
    """Where the target of the output stands; its task stands at 100-200."""
    return ((FIVE_INDICATORS, "passage: 120-130", f"passage: {of_target}"),)


def tasks(first: str, second: str) -> Edits:
    """Where two tasks stand; nothing else of the first one does."""
    return (
        *((FIVE_INDICATORS, f", passage: {at}, fingerprint: 0123456789abcdef", "") for at in ("120-130", "140-150")),
        (FIVE_TASKS, "passage: 100-200", f"passage: {first}"),
        (FIVE_TASKS, "passage: 200-300", f"passage: {second}"),
    )


def plan(keys: str) -> Edits:
    """A further plan."""
    return ((PLANS, "- id: year-2018\n", f"- {{id: far, title: 更远的, {keys}}}\n- id: year-2018\n"),)


LIMITS: dict[str, tuple[str, Edits, Edits]] = {
    "the first sign of a task": ("passage-outside", passage("100-101"), passage("99-101")),
    "the last sign of a task": ("passage-outside", passage("199-200"), passage("199-201")),
    "one sign": ("passage-order", passage("120-121"), passage("120-120")),
    "one task right behind the other": ("passage-overlap", tasks("100-200", "200-300"), tasks("100-201", "200-300")),
    "a part and its whole": (
        "subset-whole",
        ((FIVE_INDICATORS, "value: 200.50\n    value_text: 200.50", "value: 500\n    value_text: 500"),),
        ((FIVE_INDICATORS, "value: 200.50\n    value_text: 200.50", "value: 501\n    value_text: 501"),),
    ),
    "no money": (
        "number-negative",
        ((PROJECTS, "year_investment: 1\n", "year_investment: 0\n"),),
        ((PROJECTS, "year_investment: 1\n", "year_investment: -1\n"),),
    ),
    "half of a million": (
        "number-negative",
        ((PROJECTS, "year_investment: 1\n", "year_investment: 0.5\n"),),
        ((PROJECTS, "year_investment: 1\n", "year_investment: -0.5\n"),),
    ),
    "a year to answer": (
        "submission-late",
        ((ANSWERS, "received_on: 2018-07-10", "received_on: 2019-07-16"),),
        ((ANSWERS, "received_on: 2018-07-10", "received_on: 2019-07-17"),),
    ),
    "the first year of a plan": (
        "target-years",
        (disclosed("targets", f"{{{GOAL}, start_year: 2016, end_year: 2016}}"),),
        (disclosed("targets", f"{{{GOAL}, start_year: 2015, end_year: 2016}}"),),
    ),
    "the last year of a plan": (
        "target-years",
        (disclosed("targets", f"{{{GOAL}, start_year: 2020, end_year: 2020}}"),),
        (disclosed("targets", f"{{{GOAL}, start_year: 2020, end_year: 2021}}"),),
    ),
    "the ends of a range": (
        "range-order",
        (disclosed("targets", f"{{{RANGE}, value_max: 3, value_text: 2—3万株}}"),),
        (disclosed("targets", f"{{{RANGE}, value_max: 2, value_text: 2—2万株}}"),),
    ),
    "one year": (
        "years-order",
        (disclosed("targets", f"{{{GOAL}, start_year: 2018, end_year: 2018}}"),),
        (disclosed("targets", f"{{{GOAL}, start_year: 2018, end_year: 2017}}"),),
    ),
    "a sum of one year": (
        "years-order",
        (results("indicator: planting, period: 2016, since_year: 2016, value: 2, value_text: 2万株, basis: 累计"),),
        (results("indicator: planting, period: 2016, since_year: 2017, value: 2, value_text: 2万株, basis: 累计"),),
    ),
    "the day on which a period begins": (
        "observation-late",
        (results("indicator: planting, period: 2018-02, value: 2, value_text: 2万株, basis: 当期"),),
        (results("indicator: planting, period: 2018-03, value: 2, value_text: 2万株, basis: 当期"),),
    ),
    "the first day of a result": (
        "as-of-early",
        ((DISCLOSURE, "value: 410.5\n", "as_of_on: 2017-01-01\n    value: 410.5\n"),),
        ((DISCLOSURE, "value: 410.5\n", "as_of_on: 2016-12-31\n    value: 410.5\n"),),
    ),
    "a report of the year before its plan": (
        "report-early",
        ((DISCLOSURE, "    period: 2017\n    state", "    period: 2016\n    state"),),
        ((DISCLOSURE, "    period: 2017\n    state", "    period: 2015\n    state"),),
    ),
    "a plan of one year": (
        "plan-years",
        plan("kind: 年度计划, start_year: 2019, end_year: 2019"),
        plan("kind: 年度计划, start_year: 2019, end_year: 2020"),
    ),
    "a plan in the last year of the one above": (
        "plan-parent",
        plan("kind: 年度计划, start_year: 2020, end_year: 2020, parent: five"),
        plan("kind: 年度计划, start_year: 2021, end_year: 2021, parent: five"),
    ),
    "a plan in the first year of the one above": (
        "plan-parent",
        plan("kind: 年度计划, start_year: 2016, end_year: 2016, parent: five"),
        plan("kind: 年度计划, start_year: 2015, end_year: 2015, parent: five"),
    ),
    "a plan of the same years below one of five": (
        "plan-parent",
        plan("kind: 专项规划, start_year: 2016, end_year: 2020, parent: five"),
        plan("kind: 专项规划, start_year: 2016, end_year: 2021, parent: five"),
    ),
    "the plan before": (
        "plan-previous",
        (
            *plan("kind: 五年规划, start_year: 2011, end_year: 2015"),
            (PLANS, "  start_year: 2016\n", "  previous: far\n  start_year: 2016\n"),
        ),
        (
            *plan("kind: 五年规划, start_year: 2012, end_year: 2016"),
            (PLANS, "  start_year: 2016\n", "  previous: far\n  start_year: 2016\n"),
        ),
    ),
}
"""Code of the fault, a ledger that has none, and one that has."""


@pytest.mark.parametrize(("code", "inside", "beyond"), LIMITS.values(), ids=LIMITS.keys())
def test_where_a_rule_begins(code: str, inside: Edits, beyond: Edits) -> None:
    """No sooner, and no later."""
    for edits, codes in ((inside, []), (beyond, [code])):
        assert [one.code for one in findings_in_memory(edited(*edits)[0])] == codes
