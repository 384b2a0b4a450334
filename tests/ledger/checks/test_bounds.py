"""Doubts about values that cannot be, and about years, days and numbers that do not fit, each with its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.ledger import Case, Edit, case, edited, findings_of, params, write
from tests.ledger.checks.test_doubts import (
    DISCLOSURE,
    DOCUMENTS,
    PROJECTS,
    doubts_of,
    filled,
    goal,
    indicators,
    told,
)

LEVEL, SUM = "measure: 期末水平, direction: 越高越好", "measure: 规划期累计, direction: 越高越好"
PLANS = "plans.yml"


def further(keys: str) -> Edit:
    """A further target of an indicator that :func:`indicators` adds."""
    record = f"id: t, indicator: a, comparator: '=', {keys}, source: {{locator: 二}}"
    return (DISCLOSURE, "targets:\n", f"targets:\n  - {{{record}}}\n")


def doubted(code: str, record: str, value: str, problem: str, remedy: str, *edits: Edit) -> Case:
    """A doubt with its words."""
    return case(*edits, expect=told(f"{{0}}: 疑点：{problem}。请核对原文，{remedy}@", code, record, value))


CASES: dict[str, Case] = {
    "bound-beyond": doubted(
        *("bound-beyond", "a-2016-2020", "820"),
        "“人均预期寿命”的数值 820 大于 130岁，不会有这样的事",
        "看看小数点和单位",
        indicators(f"id: a, name: 人均预期寿命, unit: 岁, {LEVEL}, {goal('«820', '820岁')}"),
    ),
    "count-part": doubted(
        *("count-part", "a-2016-2020", "3.5"),
        "“企业”以“家”计，数值 3.5 却不是整数",
        "看看单位里是不是漏了“万”，或者小数点",
        indicators(f"id: a, name: 企业, unit: 家, {LEVEL}, {goal('«3.5', '3.5家')}"),
    ),
    "tier-order": doubted(
        *("tier-order", "t", "400"),
        "力争的目标值 400 不比基本的 500 更高",
        "看看两个数，或者档次是不是写反了",
        further("start_year: 2016, end_year: 2020, value: «400, value_text: 400家, tier: 力争"),
        indicators(f"id: a, name: 企业, unit: 家, {LEVEL}, {goal('500', '500家')[:-1]}, tier: 基本}}"),
    ),
    "year-above-plan": doubted(
        *("year-above-plan", "t", "700"),
        "这一年要做的 700 比整个规划期的 500 还多",
        "看看小数点，或者是不是取错了指标",
        further("start_year: 2018, end_year: 2018, value: «700, value_text: 700家"),
        indicators(f"id: a, name: 企业, unit: 家, {SUM}, {goal('500', '500家')}"),
    ),
    "magnitude/of the target of a year": doubted(
        *("magnitude", "t", "50000"),
        "数值 50000 约是目标值 500 的 100 倍",
        "看看小数点和单位",
        further("start_year: 2018, end_year: 2018, value: «50000, value_text: 50000家"),
        indicators(f"id: a, name: 企业, unit: 家, {LEVEL}, {goal('500', '500家')}"),
    ),
    "set-by-words": doubted(
        *("set-by-words", "a-2016-2020", "本级"),
        "原文表述“完成市下达的500家”说的是上级下达，却写着 本级",
        "看看是不是应当写 上级下达",
        indicators(f"id: a, name: 企业, unit: 家, {LEVEL}, {goal('500', '完成市下达的500家')[:-1]}, set_by: «本级}}"),
    ),
    "plan-outside": doubted(
        *("plan-outside", "ring-road", "2003"),
        "“竣工时间”的 2003 不在规划期 2016—2020 前后",
        "看看年份，或者是不是写错了规划",
        (PROJECTS, "starts: 2016-05\n  finishes: 2018", "starts: 2001-05\n  finishes: «2003"),
    ),
    "title-years": doubted(
        *("title-years", "year-2018", "云澜区2019年计划"),
        "题名“云澜区2019年计划”说的是2019年，规划期却是 2018—2018",
        "看看年份，或者题名是不是抄错了",
        (PLANS, "title: 云澜区2018年计划", "title: «云澜区2019年计划"),
    ),
    "document-years": doubted(
        *("document-years", "year-2018", "doc-2018"),
        "规划期是 2018—2018，文件“doc-2018”却是 2021-01-18 的",
        "看看是不是写错了文件",
        (DOCUMENTS, "published_on: 2018-02-01\n  signed_on: 2018-01-18", "signed_on: 2021-01-18"),
        (PLANS, "document: doc-2018", "document: «doc-2018"),
    ),
    "repeal-valid": doubted(
        *("repeal-valid", "doc-five", "新一轮规划已经印发"),
        "文件写着有效，又有废止依据“新一轮规划已经印发”",
        "看看是不是已经失效或者废止",
        (DOCUMENTS, "  validity: 有效\n", "  validity: 有效\n  repeal_basis: «新一轮规划已经印发\n"),
    ),
    "investment-money": doubted(
        *("investment-money", "ring-road", "公里"),
        "投资额的单位“公里”不是钱",
        "看看单位，例如 亿元",
        (PROJECTS, "  unit: 亿元\n", "  unit: «公里\n"),
    ),
    "as-of-late": doubted(
        *("as-of-late", "output-2015", "2019-12-31"),
        "截止日期 2019-12-31 晚于文件的日期 2016-05-20",
        "看看是哪一个写错了",
        (
            "disclosures/doc-five.yml",
            "observations:\n  - {indicator: output, period: 2015, value: 300, value_text: 300亿元, basis: 时点,"
            " status: 实际, as_of_on: «2019-12-31, source: {locator: 五}}\n",
        ),
    ),
    "as-of-beyond": doubted(
        *("as-of-beyond", "output-2017", "2018-01-10"),
        "截止日期 2018-01-10 晚于时期 2017 的最后一天",
        "看看是哪一个写错了",
        (DISCLOSURE, "value: 410.5\n", "as_of_on: «2018-01-10\n    value: 410.5\n"),
    ),
}


@pytest.mark.parametrize("value", params(CASES))
def test_a_doubt_is_found_with_its_words(tmp_path: Path, value: Case) -> None:
    """Each with its place and how it is acknowledged; it is no fault."""
    files, places = edited(*value.edits)
    data = write(tmp_path, files)
    assert [str(one) for one in doubts_of(data)] == [filled(words, places) for words in value.expected]
    assert findings_of(data, "rules") == []
