"""How far a value may go before it is doubted: the last one that is not, and the first one that is."""

from __future__ import annotations

import pytest

from tests.helpers.faults import findings_in_memory
from tests.helpers.ledger import Edit, edited
from tests.ledger.checks.test_doubts import indicators, parts, results
from tests.ledger.checks.test_rules import DISCLOSURE, DOCUMENTS, FIVE_TASKS, PLANS, PROJECTS

Edits = tuple[Edit, ...]


def level(value: str, name: str = "企业", unit: str = "家", direction: str = "越高越好") -> Edits:
    """A level of 2017."""
    return (
        indicators(f"id: a, name: {name}, measure: 期末水平, unit: '{unit}', direction: {direction}"),
        results(f"indicator: a, period: 2017, value: {value}, value_text: '{value}{unit}', basis: 时点"),
    )


def goals(*targets: str, measure: str = "规划期累计", direction: str = "越高越好", said: str = "") -> Edits:
    """Targets of an indicator; each is first and last year, value, and a tier where it has one."""
    lines = ""
    for number, target in enumerate(targets):
        start, end, value, *tier = target.split()
        more = f", tier: {tier[0]}" if tier else ""
        lines += (
            f"  - {{id: t{number}, indicator: a, comparator: =, start_year: {start}, end_year: {end}, value: {value}, "
            f"value_text: {said}{value}家{more}, source: {{locator: 二-{number}}}}}\n"
        )
    return (
        indicators(f"id: a, name: 企业, measure: {measure}, unit: 家, direction: {direction}"),
        (DISCLOSURE, "targets:\n", f"targets:\n{lines}"),
    )


def years(before: str, now: str, unit: str = "万株", measure: str = "期末水平", basis: str = "时点") -> Edits:
    """A figure of 2016 and one of 2017."""
    return (
        indicators(f"id: a, name: 存量, measure: {measure}, unit: '{unit}', direction: 越高越好"),
        results(
            f"indicator: a, period: 2016, value: {before}, value_text: '{before}{unit}', basis: {basis}",
            f"indicator: a, period: 2017, value: {now}, value_text: '{now}{unit}', basis: {basis}",
        ),
    )


def reached(goal: str, value: str, measure: str = "期末水平", basis: str = "时点") -> Edits:
    """A target and a first figure."""
    return (
        *goals(f"2016 2020 {goal}", measure=measure),
        results(f"indicator: a, period: 2017, value: {value}, value_text: {value}家, basis: {basis}"),
    )


def told(*figures: str, unit: str = "家") -> Edits:
    """Figures of a sum; each is its period, what it counts (with since when, or of which town), and its value."""
    records = []
    for number, figure in enumerate(figures):
        period, counts, value = figure.split()
        basis, _, more = counts.partition("/")
        keys = f", since_year: {more}" if more.isdecimal() else f", organization: {more}" if more else ""
        counted = f"period: {period}, basis: {basis}{keys}, value: {value}, value_text: '{value}{unit}'"
        records.append(f"indicator: a, id: o{number}, {counted}")
    own = indicators(f"id: a, name: 造林, measure: 规划期累计, unit: '{unit}', direction: 越高越好")
    return (own, results(*records))


def plan(start: int, end: int, kind: str = "专项规划") -> Edits:
    """A further plan without a document."""
    record = f"{{id: far, title: 远景规划, kind: {kind}, start_year: {start}, end_year: {end}}}"
    return ((PLANS, "- id: year-2018\n", f"- {record}\n- id: year-2018\n"),)


def titled(title: str, start: int, end: int) -> Edits:
    """A further plan with years in its title."""
    record = f"{{id: far, title: {title}, kind: 专项规划, start_year: {start}, end_year: {end}}}"
    return ((PLANS, "- id: year-2018\n", f"- {record}\n- id: year-2018\n"),)


def report(progress: str, state: str) -> Edits:
    """How much of something is done."""
    return ((DISCLOSURE, "    state: 推进中\n", f"    state: {state}\n    progress: {progress}\n"),)


def signed(day: str) -> Edits:
    """The day of the document of the five-year plan, which has no number then."""
    return (
        (DOCUMENTS, "  doc_number: 云政办发〔2016〕7号\n", ""),
        (DOCUMENTS, "signed_on: 2016-05-20", f"signed_on: {day}"),
    )


LIMITS: dict[str, tuple[str, Edits, Edits]] = {
    "the longest life": ("bound-beyond", level("130", "预期寿命", "岁"), level("130.1", "预期寿命", "岁")),
    "the shortest life": ("bound-beyond", level("1", "预期寿命", "岁"), level("0.9", "预期寿命", "岁")),
    "a whole share": ("share-above", level("100", "覆盖率", "%"), level("100.1", "覆盖率", "%")),
    "no share": ("negative-count", level("0", "覆盖率", "%"), level("-0.1", "覆盖率", "%")),
    "half of a hundred": ("negative-count", level("0.5", "覆盖率", "%"), level("-5", "覆盖率", "%")),
    "no firms": ("negative-count", level("0"), level("-1")),
    "no fall": ("negative-fall", level("0", "能耗下降", "%"), level("-0.5", "能耗下降", "%")),
    "half a fall": ("negative-fall", level("0.5", "能耗下降", "%"), level("-2", "能耗下降", "%")),
    "a better tier": (
        "tier-order",
        goals("2016 2020 5 基本", "2016 2020 6 力争"),
        goals("2016 2020 5 基本", "2016 2020 5 力争"),
    ),
    "a lower tier": (
        "tier-order",
        goals("2016 2020 5 基本", "2016 2020 4 力争", direction="越低越好"),
        goals("2016 2020 5 基本", "2016 2020 5 力争", direction="越低越好"),
    ),
    "the third tier": (
        "tier-order",
        goals("2016 2020 5 力争", "2016 2020 6 挑战"),
        goals("2016 2020 5 力争", "2016 2020 5 挑战"),
    ),
    "a tier of another time": (
        "tier-order",
        goals("2016 2020 5 基本", "2016 2019 4 力争"),
        goals("2016 2019 5 基本", "2016 2019 4 力争"),
    ),
    "all in the first year": (
        "year-above-plan",
        goals("2016 2020 5", "2016 2016 5"),
        goals("2016 2020 5", "2016 2016 6"),
    ),
    "all in the last year": (
        "year-above-plan",
        goals("2016 2020 5", "2020 2020 5"),
        goals("2016 2020 5", "2020 2020 6"),
    ),
    "a whole of one": ("year-above-plan", goals("2016 2020 1", "2018 2018 1"), goals("2016 2020 1", "2018 2018 2")),
    "a whole of nothing": ("year-above-plan", goals("2016 2020 0", "2018 2018 5"), goals("2016 2020 4", "2018 2018 5")),
    "another tier of the same year": (
        "year-above-plan",
        goals("2018 2018 5 基本", "2018 2018 7 力争"),
        goals("2016 2020 6", "2018 2018 7"),
    ),
    "a level of a year": (
        "magnitude",
        goals("2016 2020 30", "2018 2018 149", measure="期末水平"),
        goals("2016 2020 30", "2018 2018 150", measure="期末水平"),
    ),
    "a level of a year at the least": (
        "magnitude",
        goals("2016 2020 0", "2018 2018 5", measure="期末水平"),
        goals("2016 2020 1", "2018 2018 5", measure="期末水平"),
    ),
    "six and a half times": ("magnitude", years("40.0", "259.9"), years("40.0", "260.0")),
    "a part of six and a half": ("magnitude", years("259.9", "40.0"), years("260.0", "40.0")),
    "sixteen times": ("magnitude", years("40.0", "640.1"), years("40.0", "640.0")),
    "fifty times": ("magnitude", years("4.0", "199.9"), years("4.0", "200.0")),
    "less than one": ("magnitude", years("0.5", "3.2"), years("0.5", "4.0")),
    "from nothing": ("magnitude", years("0", "40.5"), years("4.5", "40.5")),
    "small counts": ("magnitude", years("2", "19"), years("2", "20")),
    "small counts before": ("magnitude", years("19", "1"), years("20", "2")),
    "small numbers that are no counts": ("magnitude", years("2", "19"), years("1.9", "19.5")),
    "a fast growth": (
        "magnitude",
        years("5.5", "50", unit="%", measure="年均增速", basis="当年"),
        years("5.5", "50.1", unit="%", measure="年均增速", basis="当年"),
    ),
    "five times the target": ("magnitude", reached("40", "199"), reached("40", "200")),
    "a tenth of the target": ("magnitude", reached("400", "41"), reached("400", "40")),
    "small counts and their target": ("magnitude", reached("2", "19"), reached("4", "20")),
    "all is done": ("progress-above", report("100", "完成"), report("100.1", "完成")),
    "more is done": ("progress-above", report("120", "超额完成"), report("120", "完成")),
    "all of what is done": ("progress-state", report("100", "完成"), report("99.9", "完成")),
    "nothing of what is not begun": ("progress-state", report("0", "未启动"), report("0.5", "未启动")),
    "not all of what is under way": ("progress-state", report("99.9", "推进中"), report("100", "推进中")),
    "all of what is late": ("progress-state", report("100", "滞后"), report("100", "推进中")),
    "a sum that goes on": (
        "sum-falls",
        told("2016 累计/2016 5", "2017 累计/2016 5"),
        told("2016 累计/2016 5", "2017 累计/2016 4"),
    ),
    "a sum that begins again in January": (
        "sum-falls",
        told("2016-11 年内累计 5", "2017-01 年内累计 4"),
        told("2017-01 年内累计 5", "2017-02 年内累计 4"),
    ),
    "a whole year": (
        "sum-falls",
        told("2017-11 年内累计 5", "2017 当年 5"),
        told("2017-11 年内累计 5", "2017 当年 4"),
    ),
    "a whole year and the months of another": (
        "sum-falls",
        told("2016-11 年内累计 5", "2017 当年 4"),
        told("2016-11 年内累计 5", "2016 当年 4"),
    ),
    "a year and the sum up to it": (
        "year-above-sum",
        told("2017 累计/2016 5", "2017 当年 5"),
        told("2017 累计/2016 5", "2017 当年 6"),
    ),
    "a part and its whole": (
        "part-above",
        told("2017 当年 5", "2017 当年/听雨镇 5"),
        told("2017 当年 5", "2017 当年/听雨镇 6"),
    ),
    "parts of a count": (
        "parts-above",
        told("2017 当年 5", "2017 当年/听雨镇 3", "2017 当年/望星镇 2"),
        told("2017 当年 5", "2017 当年/听雨镇 3", "2017 当年/望星镇 3"),
    ),
    "parts that are rounded": (
        "parts-above",
        told("2017 当年 5.0", "2017 当年/听雨镇 2.5", "2017 当年/望星镇 2.6", unit="亩"),
        told("2017 当年 5.0", "2017 当年/听雨镇 2.6", "2017 当年/望星镇 2.6", unit="亩"),
    ),
    "parts that are rounded to tens of thousands": (
        "parts-above",
        told("2017 当年 5", "2017 当年/听雨镇 3", "2017 当年/望星镇 3", unit="万亩"),
        told("2017 当年 5", "2017 当年/听雨镇 3", "2017 当年/望星镇 4", unit="万亩"),
    ),
    "where a plan begins": (
        "start-beyond",
        (
            *goals("2016 2020 40", measure="期末水平"),
            results("indicator: a, period: 2015, value: 40, value_text: 40家, basis: 时点"),
        ),
        (
            *goals("2016 2020 40", measure="期末水平"),
            results("indicator: a, period: 2015, value: 41, value_text: 41家, basis: 时点"),
        ),
    ),
    "where a plan begins that is to bring less": (
        "start-beyond",
        (
            *goals("2016 2020 40", measure="期末水平", direction="越低越好"),
            results("indicator: a, period: 2015, value: 40, value_text: 40家, basis: 时点"),
        ),
        (
            *goals("2016 2020 40", measure="期末水平", direction="越低越好"),
            results("indicator: a, period: 2015, value: 39, value_text: 39家, basis: 时点"),
        ),
    ),
    "a level that the plan itself brings": (
        "start-beyond",
        (
            *goals("2016 2020 40", measure="期末水平"),
            results("indicator: a, period: 2016, value: 41, value_text: 41家, basis: 时点"),
        ),
        (
            *goals("2017 2020 40", measure="期末水平"),
            results("indicator: a, period: 2016, value: 41, value_text: 41家, basis: 时点"),
        ),
    ),
    "parts that come to the whole": (
        "parts-short",
        parts(("听雨镇", "3"), ("望星镇", "7"), whole="10", unit="家"),
        parts(("听雨镇", "3"), ("望星镇", "6"), whole="10", unit="家"),
    ),
    "one part that asks for as much as the whole": (
        "parts-all-off",
        parts(("听雨镇", "40"), ("望星镇", "30"), whole="40", unit="%", measure="期末水平"),
        parts(("听雨镇", "39"), ("望星镇", "30"), whole="40", unit="%", measure="期末水平"),
    ),
    "one part that asks for as little as the whole": (
        "parts-all-off",
        parts(("听雨镇", "4"), ("望星镇", "5"), whole="4", unit="%", measure="期末水平", direction="越低越好"),
        parts(("听雨镇", "4.1"), ("望星镇", "5"), whole="4", unit="%", measure="期末水平", direction="越低越好"),
    ),
    "a plan of five years": ("plan-length", plan(2016, 2020, "五年规划"), plan(2016, 2019, "五年规划")),
    "a plan of thirty years": ("plan-length", plan(2016, 2044), plan(2016, 2045)),
    "a plan for the five years in its title": (
        "title-years",
        titled("园林“十三五”规划", 2016, 2018),
        titled("园林“十三五”规划", 2015, 2018),
    ),
    "a plan that follows the five years in its title": (
        "title-years",
        titled("园林“十三五”规划", 2022, 2025),
        titled("园林“十三五”规划", 2023, 2025),
    ),
    "a plan that begins in the last year of its title": (
        "title-years",
        titled("园林规划（2016—2018年）", 2018, 2020),
        titled("园林规划（2016—2018年）", 2019, 2020),
    ),
    "a plan that ends in the first year of its title": (
        "title-years",
        titled("园林规划（2018—2020年）", 2016, 2018),
        titled("园林规划（2018—2020年）", 2016, 2017),
    ),
    "a plan that ends in the year of its title": (
        "title-years",
        titled("园林2018年规划", 2016, 2018),
        titled("园林2017年规划", 2016, 2018),
    ),
    "the first year of a target": (
        "year-words",
        goals("2016 2020 5", said="2016年"),
        goals("2016 2020 5", said="2015年"),
    ),
    "the last year of a target": (
        "year-words",
        goals("2016 2020 5", said="2020年"),
        goals("2016 2020 5", said="2021年"),
    ),
    "signed before a plan begins": ("document-years", signed("2014-01-01"), signed("2013-12-31")),
    "a task that ends early": (
        "plan-outside",
        ((FIVE_TASKS, "  due: 2020\n", "  ended_on: 2016-01-01\n  end_reason: 取消\n"),),
        ((FIVE_TASKS, "  start_year: 2016\n  due: 2020\n", "  ended_on: 2015-12-31\n  end_reason: 取消\n"),),
    ),
    "a task that ends late": (
        "plan-outside",
        (*plan(2016, 2025), (FIVE_TASKS, "  due: 2020\n", "  ended_on: 2030-12-31\n  end_reason: 取消\n")),
        (*plan(2016, 2025), (FIVE_TASKS, "  due: 2020\n", "  ended_on: 2031-01-01\n  end_reason: 取消\n")),
    ),
    "an old project": (
        "plan-outside",
        ((PROJECTS, "starts: 2016-05", "starts: 2001-05"),),
        ((PROJECTS, "starts: 2016-05", "starts: 2000-12"),),
    ),
    "a project that begins late": (
        "plan-outside",
        ((PROJECTS, "starts: 2016-05\n  finishes: 2018", "starts: 2025-05\n  finishes: 2027"),),
        ((PROJECTS, "starts: 2016-05\n  finishes: 2018", "starts: 2026-05\n  finishes: 2027"),),
    ),
    "a project that ends late": (
        "plan-outside",
        (*plan(2016, 2025), (PROJECTS, "finishes: 2018", "finishes: 2030")),
        (*plan(2016, 2025), (PROJECTS, "finishes: 2018", "finishes: 2031")),
    ),
    "what a project costs in a year": (
        "investment-above",
        ((PROJECTS, "year_investment: 1\n", "year_investment: 3.2\n"),),
        ((PROJECTS, "year_investment: 1\n", "year_investment: 3.21\n"),),
    ),
    "due in the first year": (
        "due-outside",
        ((FIVE_TASKS, "  due: 2020\n", "  due: 2016-12\n"),),
        ((FIVE_TASKS, "  start_year: 2016\n  due: 2020\n", "  due: 2015-12\n"),),
    ),
    "due in the last year": (
        "due-outside",
        ((FIVE_TASKS, "  due: 2020\n", "  due: 2020-12\n"),),
        ((FIVE_TASKS, "  due: 2020\n", "  due: 2021-01\n"),),
    ),
    "three digits twice": ("repeated", years("41.5", "41.5"), years("41.25", "41.25")),
    "nearly all twice": ("repeated", years("90.25", "90.25", unit="%"), years("89.25", "89.25", unit="%")),
    "a document that was made late": (
        "drafted-late",
        ((DOCUMENTS, "signed_on: 2016-05-20", "drafted_on: 2016-05-20\n  signed_on: 2016-05-20"),),
        ((DOCUMENTS, "signed_on: 2016-05-20", "drafted_on: 2016-05-21\n  signed_on: 2016-05-20"),),
    ),
}
"""Code of the doubt, a ledger that has none of that kind, and one that has."""


@pytest.mark.parametrize(("code", "inside", "beyond"), LIMITS.values(), ids=LIMITS.keys())
def test_where_a_doubt_begins(code: str, inside: Edits, beyond: Edits) -> None:
    """No sooner, and no later."""
    for edits, codes in ((inside, []), (beyond, [code])):
        assert [one.code for one in findings_in_memory(edited(*edits)[0])] == codes
