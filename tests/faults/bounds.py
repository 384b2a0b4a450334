"""Faults of values that cannot be, of years that do not fit, of spellings of numbers and units; and what is right."""

from __future__ import annotations

from tests.faults.figures import CHANGE, COUNT, FEW, indicator, more, result
from tests.faults.places import DISCLOSURE, DOCUMENTS, FIVE_TASKS, PLANS, PROJECTS, ROUNDS
from tests.faults.words import ANNUAL, SUM
from tests.helpers.faults import Fault, fault

PROJECT_YEARS = "starts: 2016-05\n  finishes: 2018"


def printed(
    codes: str, text: str, value: str, unit: str, *, sign: str = "=", name: str = "", rest: str = COUNT
) -> Fault:
    """A target with its printed words."""
    keys = f"comparator: '{sign}', value: {value}, value_text: {text}"
    return fault(codes, more(indicator("a", f"'{unit}'", keys, name=name, rest=rest)))


def two(codes: str, first: str, second: str, rest: str = COUNT) -> Fault:
    """Two targets of one indicator: one beside it, one in a document."""
    record = f"id: t, indicator: a, comparator: =, {second}, source: {{locator: 二}}"
    return fault(
        codes,
        more(indicator("a", "家", f"comparator: =, {first}", rest=rest)),
        (DISCLOSURE, "targets:\n", f"targets:\n  - {{{record}}}\n"),
    )


BOUNDS: dict[str, Fault] = {
    f"{name}: {text}": printed(codes, text, value, unit, name=name, rest=rest)
    for name, text, value, unit, rest, codes in (
        ("覆盖率", "-5%", "«-5", "%", COUNT, "negative-count"),
        ("PM2.5浓度", "-35微克/立方米", "«-35", "微克/立方米", FEW, "negative-count"),
        ("出生率", "1200‰", "«1200", "‰", COUNT, "bound-beyond"),
        ("满意度得分", "105分", "«105", "分", COUNT, "bound-beyond"),
        ("人均预期寿命", "820岁", "«820", "岁", COUNT, "bound-beyond"),
        ("空气质量优良天数", "400天", "«400", "天", ANNUAL, "bound-beyond"),
        ("每日供水时间", "30小时", "«30", "小时", COUNT, "bound-beyond"),
        ("全省排名", "第0位", "«0", "位", FEW, "bound-beyond"),
        ("企业数", "3.5家", "«3.5", "家", COUNT, "count-part"),
        ("就业人数", "3.5人", "«3.5", "人", SUM, "count-part"),
        ("空气质量优良天数", "366天", "366", "天", ANNUAL, ""),
        ("24小时供水时间", "24小时", "24", "小时", COUNT, ""),
        ("销售利润率", "-5%", "-5", "%", COUNT, ""),
        ("人口自然增长率", "-1.2‰", "-1.2", "‰", COUNT, ""),
        ("最低气温", "-5℃", "-5", "℃", COUNT, ""),
        ("利润总额", "-5亿元", "-5", "亿元", COUNT, ""),
        ("每千人口执业医师数", "3.5人", "3.5", "人", COUNT, ""),
        ("户均人口", "2.6人", "2.6", "人", COUNT, ""),
        ("病床使用率", "105%", "105", "%", COUNT, ""),
        ("预算执行率", "103%", "103", "%", COUNT, ""),
        ("粮食自给率", "130%", "130", "%", COUNT, ""),
        ("固定宽带家庭普及率", "120%", "120", "%", COUNT, ""),
        ("百岁老人最高年龄", "112岁", "112", "岁", COUNT, ""),
    )
}
GOALS: dict[str, Fault] = {
    "what is striven for is less": two(
        "tier-order",
        "value: 500, value_text: 500家, tier: 基本",
        "start_year: 2016, end_year: 2020, value: «400, value_text: 400家, tier: 力争",
    ),
    "what is striven for is more where less is better": two(
        "tier-order",
        "value: 40, value_text: 40家, tier: 基本",
        "start_year: 2016, end_year: 2020, value: «50, value_text: 50家, tier: 挑战",
        FEW,
    ),
    "what is striven for is more": two(
        "",
        "value: 500, value_text: 500家, tier: 基本",
        "start_year: 2016, end_year: 2020, value: 600, value_text: 600家, tier: 力争",
    ),
    "a year above all years": two(
        "year-above-plan",
        "value: 500, value_text: 500家",
        "start_year: 2018, end_year: 2018, value: «700, value_text: 700家",
        SUM,
    ),
    "a year a hundred times the end": two(
        "magnitude",
        "value: 500, value_text: 500家",
        "start_year: 2018, end_year: 2018, value: «50000, value_text: 50000家",
    ),
    "a year on the way": two(
        "",
        "value: 500, value_text: 500家",
        "start_year: 2018, end_year: 2018, value: 400, value_text: 400家",
    ),
    "a year a little above the end": two(
        "",
        "value: 500, value_text: 500家",
        "start_year: 2018, end_year: 2018, value: 520, value_text: 520家",
    ),
    "effort of the basic tier": printed("qualifier-missing", "«力争500家, tier: 基本", "500", "家"),
    "given from above": printed("set-by-words", "完成市下达的500家, set_by: «本级", "500", "家"),
}
YEARS: dict[str, Fault] = {
    "a title of another year": fault("title-years", (PLANS, "title: 云澜区2018年计划", "title: «云澜区2019年计划")),
    "a title of another five years": fault(
        "title-years", (PLANS, "title: 云澜区五年规划", "title: «云澜区第十四个五年规划")
    ),
    "a short title of another five years": fault(
        "title-years", (PLANS, "title: 云澜区五年规划", "title: «云澜区“十二五”规划")
    ),
    "a title with other years": fault(
        "title-years", (PLANS, "title: 云澜区五年规划", "title: «云澜区规划（2021—2025年）")
    ),
    "a title of the thirteenth": fault("", (PLANS, "title: 云澜区五年规划", "title: 云澜区“十三五”规划")),
    "a title in full": fault("", (PLANS, "title: 云澜区五年规划", "title: 云澜区第十三个五年规划和2035年远景目标纲要")),
    "a title with its years": fault("", (PLANS, "title: 云澜区五年规划", "title: 云澜区规划（2016—2020年）")),
    "a title of two years": fault(
        "", (PLANS, "title: 云澜区2018年计划", "title: 关于2017年计划执行情况与2018年计划草案的报告")
    ),
    "a document of a later time": fault(
        "document-years",
        (DOCUMENTS, "published_on: 2018-02-01\n  signed_on: 2018-01-18", "signed_on: 2021-01-18"),
        (PLANS, "document: doc-2018", "document: «doc-2018"),
    ),
    "in force and repealed": fault(
        "repeal-valid",
        (DOCUMENTS, "  repeal_basis: ", "  repeal_basis: «"),
        (DOCUMENTS, "validity: 废止", "validity: 有效"),
    ),
    "an index number twice": fault(
        "title-twice",
        (
            DOCUMENTS,
            "  title: 云澜区2018年计划\n",
            "  title: 云澜区2018年计划\n  index_number: «11120111000184016K/2016-00007\n",
        ),
    ),
    "a task that ended before its plan": fault(
        "plan-outside", (FIVE_TASKS, "ended_on: 2018-01-31", "ended_on: «2012-01-31")
    ),
    "a project done before its plan": fault(
        "plan-outside", (PROJECTS, PROJECT_YEARS, "starts: 2003-05\n  finishes: «2005")
    ),
    "a project long behind its plan": fault(
        "plan-outside", (PROJECTS, PROJECT_YEARS, "starts: «2026-05\n  finishes: 2028")
    ),
    "a project that goes on": fault("", (PROJECTS, PROJECT_YEARS, "starts: 2012-05\n  finishes: 2022")),
    "a round of another plan's time": fault(
        "plan-outside",
        (
            ROUNDS,
            "period: 2018-H1\n  opens_on: 2018-07-01\n  due_on: 2018-07-15",
            "period: «2026-H1\n  opens_on: 2026-07-01\n  due_on: 2026-07-15",
        ),
        ("submissions/round-2018.yml", "received_on: 2018-07-10", "received_on: 2026-07-10"),
    ),
    "a round of the last year": fault(
        "",
        (
            ROUNDS,
            "period: 2018-H1\n  opens_on: 2018-07-01\n  due_on: 2018-07-15",
            "period: 2020\n  opens_on: 2021-01-04\n  due_on: 2021-01-15",
        ),
        ("submissions/round-2018.yml", "received_on: 2018-07-10", "received_on: 2021-01-10"),
    ),
    "kilometres of money": fault("investment-money", (PROJECTS, "  unit: 亿元\n", "  unit: «公里\n")),
    "as of a day behind its period": fault(
        "as-of-beyond",
        result(
            "id: r, indicator: output, period: 2015-Q3, value: 300, value_text: 300亿元, basis: 时点,"
            " as_of_on: «2015-12-31"
        ),
    ),
    "as of the last day": fault(
        "",
        result(
            "id: r, indicator: output, period: 2015-Q3, value: 300, value_text: 300亿元, basis: 时点,"
            " as_of_on: 2015-09-30"
        ),
    ),
    "a month that is not told": fault(
        "due-words",
        (FIVE_TASKS, "due_text: 2020年底前", "due_text: 2020年6月底前"),
        (FIVE_TASKS, "  due: 2020\n", "  due: «2020\n"),
    ),
    "a printed day that is none": fault(
        "day-none",
        (FIVE_TASKS, "due_text: 2020年底前", "due_text: «2020年6月31日前"),
        (FIVE_TASKS, "  due: 2020\n", "  due: 2020-06\n"),
    ),
    "a printed month that is none": fault(
        "day-none", (FIVE_TASKS, "due_text: 2020年底前", "due_text: «2020年13月底前")
    ),
    "a printed age": fault("", (FIVE_TASKS, "due_text: 2020年底前", "due_text: 2020年底前（24月龄以下）")),
}
SPELLINGS: dict[str, Fault] = {
    f"{text}: {value} {unit}": printed(codes, text, value, unit, sign=sign, rest=rest)
    for text, value, unit, sign, rest, codes in (
        ("30千米", "30", "公里", "=", COUNT, ""),
        ("30km", "30", "公里", "=", COUNT, ""),
        ("30㎡", "30", "平方米", "=", COUNT, ""),
        ("30平米", "30", "平方米", "=", COUNT, ""),
        ("30平方千米", "30", "平方公里", "=", COUNT, ""),
        ("30公顷", "30", "hm²", "=", COUNT, ""),
        ("3吨标准煤/万元", "3", "吨标煤/万元", "=", FEW, ""),
        ("35微克/立方米", "35", "μg/m³", "=", FEW, ""),
        ("3毫克每升", "3", "mg/L", "=", FEW, ""),
        ("3万标箱", "3", "万标准箱", "=", COUNT, ""),
        ("30千瓦时", "«30", "千瓦", "=", COUNT, "printed-unit"),
        ("30分钟", "«30", "分", "=", COUNT, "printed-unit"),
        ("30GB", "«30", "MB", "=", COUNT, "printed-unit"),
        ("1000Mbps", "1000", "Mbps", "=", COUNT, ""),
        ("千分之五", "5", "‰", "=", COUNT, ""),
        ("千分之五", "«5", "%", "=", COUNT, "printed-unit"),
        ("1/3", "«1", "%", "=", COUNT, "value-text"),
        ("10/10万", "10", "/10万", "=", FEW, ""),
        ("一半以上", "50", "%", "≥", COUNT, ""),
        ("五至七个", "«5", "个", "=", COUNT, "range-missing"),
        ("十五到二十个", "«15", "个", "=", COUNT, "range-missing"),
        ("–3.5%", "-3.5", "%", "=", CHANGE, ""),
        ("负3.5%", "«3.5", "%", "=", CHANGE, "value-text"),
        ("0个", "«-0", "个", "=", COUNT, "spelling"),
        ("500家（不含）以上", "500", "家", "«≥", COUNT, "comparator-words"),
        ("下限500家", "500", "家", "«=", COUNT, "comparator-words"),
        ("上限为500家", "500", "家", "«=", FEW, "comparator-words"),
        ("约占30%", "30", "%", "«=", COUNT, "comparator-words"),
    )
}

FAULTS: dict[str, Fault] = {
    f"{kind}: {name}": one
    for kind, group in (("bound", BOUNDS), ("goal", GOALS), ("years", YEARS), ("spelling", SPELLINGS))
    for name, one in group.items()
}
"""Name of a case → the case."""
