"""Faults of figures: units, values against their words, comparators, shares, counts, sums against parts, twins."""

from __future__ import annotations

from tests.faults.places import (
    DISCLOSURE,
    DOCUMENTS,
    FIVE_INDICATORS,
    FIVE_SECTIONS,
    FIVE_TASKS,
    PROJECTS,
    YEAR_INDICATORS,
)
from tests.helpers.faults import Fault, fault
from tests.helpers.ledger import Edit


def indicator(
    id_: str, unit: str, target: str, *, name: str = "", rest: str = "measure: 期末水平, direction: 越高越好"
) -> str:
    """An indicator of the five-year plan with its target."""
    keys = f"id: {id_}, section: s1, name: {name or id_}, nature: 预期性, unit: {unit}, {rest}"
    return f"- {{{keys}, target: {{{target}, source: {{locator: 三}}}}}}\n"


def more(*records: str) -> Edit:
    """A further file of indicators."""
    return ("indicators/five/02-more.yml", "".join(records))


def result(rest: str) -> Edit:
    """A further result of an indicator."""
    return (DISCLOSURE, "observations:\n", f"observations:\n  - {{{rest}, status: 实际, source: {{locator: 二-9}}}}\n")


SAME_TEXT = f"  text_sha256: «{'0123456789abcdef' * 4}\n"
COUNT = "measure: 期末水平, direction: 越高越好"
FEW = "measure: 期末水平, direction: 越低越好"
CHANGE = "measure: 比基期增减, direction: 越高越好"
OUTPUT = "    value: 500\n    value_text: 达到500亿元\n"


def output(value: str, text: str, comparator: str = "≥") -> Edit:
    """Another target of the indicator output."""
    return (
        FIVE_INDICATORS,
        f"    comparator: ≥\n{OUTPUT}",
        f"    comparator: {comparator}\n    value: {value}\n    value_text: {text}\n",
    )


FAULTS: dict[str, Fault] = {
    "4.29万人 in 人": fault(
        "printed-unit", more(indicator("a", "人", "comparator: =, value: «4.29, value_text: 4.29万人"))
    ),
    "12亿元 in 万元": fault(
        "printed-unit", more(indicator("a", "万元", "comparator: =, value: «12, value_text: 12亿元"))
    ),
    "% for ‰": fault("printed-unit", more(indicator("a", "'%'", "comparator: =, value: «3.2, value_text: 3.2‰"))),
    "‰ for %": fault("printed-unit", more(indicator("a", "‰", "comparator: =, value: «3.2, value_text: 3.2%"))),
    "亩 for 公顷": fault("printed-unit", more(indicator("a", "公顷", "comparator: =, value: «30, value_text: 30亩"))),
    "万元 for 亿元": fault("printed-unit", output("«500", "达到500万元")),
    "a unit of a result": fault(
        "printed-unit", (DISCLOSURE, "value: 2\n    value_text: 2万株", "value: «2\n    value_text: 2株")
    ),
    "人 for 人次": fault("printed-unit", more(indicator("a", "人次", "comparator: =, value: «30, value_text: 30户"))),
    "人 for a count of visits": fault(
        "printed-unit", more(indicator("a", "人", "comparator: =, value: «30, value_text: 30人次"))
    ),
    "件 for 件/万人": fault(
        "printed-unit", more(indicator("a", "件", "comparator: =, value: «3.2, value_text: 3.2件/万人"))
    ),
    "件/万人": fault("", more(indicator("a", "件/万人", "comparator: =, value: 3.2, value_text: 3.2件/万人"))),
    "a lost sign": fault(
        "value-text",
        more(
            indicator(
                "a", "'%'", "comparator: =, value: «3, value_text: -3%", rest="measure: 比基期增减, direction: 越高越好"
            )
        ),
    ),
    "at most": fault(
        "comparator-words", more(indicator("a", "家", "comparator: «=, value: 500, value_text: 最多500家", rest=FEW))
    ),
    "a printed sign of comparison": fault(
        "comparator-words", more(indicator("a", "家", "comparator: «=, value: 500, value_text: ≥500家"))
    ),
    "about, before the number": fault(
        "comparator-words", more(indicator("a", "家", "comparator: «=, value: 500, value_text: 近500家"))
    ),
    "about, and said so": fault("", more(indicator("a", "家", "comparator: ≈, value: 500, value_text: 约500家"))),
    "visits of machines": fault("", more(indicator("a", "台次", "comparator: =, value: 500, value_text: 500台次"))),
    "a bracket of a number": fault("", (FIVE_TASKS, "title: 建设园区", "title: 1）建设园区")),
    "a text that is no placeholder": fault("", (FIVE_TASKS, "summary: 建园区", "summary: 略有增长")),
    "万仁": fault("unit-odd", more(indicator("a", "«万仁", "comparator: =, value: 3, value_text: 3万仁"))),
    "亿圆": fault("unit-odd", more(indicator("a", "«亿圆", "comparator: =, value: 3, value_text: 3亿圆"))),
    "平方公厘": fault("unit-odd", more(indicator("a", "«平方公厘", "comparator: =, value: 3, value_text: 3平方公厘"))),
    "3仁": fault("printed-unit", more(indicator("a", "人", "comparator: =, value: «3, value_text: 3仁"))),
    "万仁 in the text": fault(
        "printed-unit", more(indicator("a", "万人", "comparator: =, value: «3, value_text: 3万仁"))
    ),
    "个白分点": fault(
        "printed-unit", more(indicator("a", "个百分点", "comparator: =, value: «3, value_text: 3个白分点"))
    ),
    "a share of 260 %": fault(
        "share-above", more(indicator("a", "'%'", "comparator: =, value: «260, value_text: 260%", name="绿化覆盖率"))
    ),
    "a share of 101 %": fault(
        "share-above", more(indicator("a", "'%'", "comparator: =, value: «101, value_text: 101%", name="达标率"))
    ),
    "a result of 260 %": fault(
        "share-above",
        more(indicator("a", "'%'", "comparator: =, value: 90, value_text: 90%", name="普及率")),
        result("id: r, indicator: a, period: 2017, value: «260, value_text: 260%, basis: 时点"),
    ),
    "-678 家": fault(
        "negative-count", more(indicator("a", "家", "comparator: =, value: «-678, value_text: -678家", name="企业数"))
    ),
    "a result of -3 个": fault(
        "negative-count",
        more(indicator("a", "个", "comparator: =, value: 5, value_text: 5个", name="站点数")),
        result("id: r, indicator: a, period: 2017, value: «-3, value_text: -3个, basis: 时点"),
    ),
    "an investment of -3": fault(
        "number-negative",
        (PROJECTS, "total_investment: 3.20", "total_investment: «-3.20"),
        (PROJECTS, "  year_investment: 1\n", ""),
    ),
    "an investment of a year of -1": fault("number-negative", (PROJECTS, "year_investment: 1", "year_investment: «-1")),
    "points below nothing": fault("number-negative", (FIVE_TASKS, "weight: 5", "weight: «-5")),
    "more in a year than in all": fault("investment-above", (PROJECTS, "year_investment: 1", "year_investment: «32")),
    "an investment without its unit": fault(
        "investment-unit",
        (PROJECTS, "total_investment: 3.20", "total_investment: «3.20"),
        (PROJECTS, "  unit: 亿元\n", ""),
    ),
    "value against its text": fault("value-text", (DISCLOSURE, "value: 410.5\n", "value: «401.5\n")),
    "turned digits of a target": fault("value-text", output("«5000", "达到500亿元")),
    "a lost point": fault("value-text", (FIVE_INDICATORS, "value: 200.50\n", "value: «20050\n")),
    "a value that was not taken": fault(
        "value-missing", (DISCLOSURE, "    value: 410.5\n    value_text: ", "    value_text: «")
    ),
    "a comparator that the text does not have": fault(
        "comparator-words", (FIVE_INDICATORS, "comparator: ≥\n    value: 500", "comparator: «=\n    value: 500")
    ),
    "以内 with ≥": fault(
        "comparator-words",
        more(
            indicator(
                "a",
                "'%'",
                "comparator: «'≥', value: 3, value_text: 控制在3%以内",
                rest="measure: 期末水平, direction: 越高越好",
            )
        ),
    ),
    "超过 with ≤": fault(
        "comparator-words comparator-direction",
        more(indicator("a", "家", "comparator: ««'≤', value: 3, value_text: 超过3家")),
    ),
    "a comparator against the direction": fault(
        "comparator-direction", more(indicator("a", "件", "comparator: «'≥', value: 3, value_text: 3件", rest=FEW))
    ),
    "no comparator": fault("comparator-missing", more(indicator("a", "件", "«value: 3, value_text: 3件"))),
    "no direction": fault(
        "direction-missing",
        more("«" + indicator("a", "件", "comparator: =, value: 3, value_text: 3件", rest="measure: 期末水平")),
    ),
    "no unit": fault("unit-missing", more("«" + indicator("a", "", "comparator: =, value: 3, value_text: 3"))),
    "a growth in 亿元": fault(
        "unit-measure",
        more(
            indicator(
                "a",
                "«亿元",
                "comparator: =, value: 3, value_text: 3亿元",
                rest="measure: 年均增速, direction: 越高越好",
            )
        ),
    ),
    "half a range": fault("range-half", more(indicator("a", "'%'", "comparator: =, value_max: «7, value_text: 5%—7%"))),
    "a range turned round": fault(
        "range-order", more(indicator("a", "'%'", "comparator: =, value: 7, value_max: «5, value_text: 5%—7%"))
    ),
    "a range without its end": fault(
        "range-missing", more(indicator("a", "'%'", "comparator: =, value: «5, value_text: 5%—7%"))
    ),
    "a range that is at least": fault(
        "range-comparator", more(indicator("a", "'%'", "comparator: «'≥', value: 5, value_max: 7, value_text: 5%—7%"))
    ),
    "a rise that falls": fault(
        "turned-text",
        more(indicator("a", "'%'", "comparator: =, value: 58, value_text: «由85%提高到58%", name="达标率")),
    ),
    "a fall that rises": fault(
        "turned-text", more(indicator("a", "件", "comparator: =, value: 58, value_text: «从42件下降到58件", rest=FEW))
    ),
    "parts above the whole": fault(
        "parts-whole",
        (DISCLOSURE, "    value: 4\n    value_text: 4万株", "    value: «12\n    value_text: 12万株"),
        (
            FIVE_INDICATORS,
            "    tier: 基本\n    set_by: 本级\n    replaced_by: planting-new\n",
            "    tier: 基本\n    set_by: 本级\n    replaced_by: planting-new\n",
        ),
    ),
    "a town above the district": fault(
        "part-above", (DISCLOSURE, "value: 2\n    value_text: 2万株", "value: «6\n    value_text: 6万株")
    ),
    "a subset above the whole": fault(
        "subset-whole",
        (
            FIVE_INDICATORS,
            "value: 200.50\n    value_text: 200.50亿元以上",
            "value: «700.50\n    value_text: 700.50亿元以上",
        ),
    ),
    "ten times the target": fault(
        "magnitude",
        (DISCLOSURE, "value: 410.5\n    value_text: 410.5亿元", "value: «4105\n    value_text: 4105亿元"),
        (DISCLOSURE, "    revises: output-flash\n", "    revises: output-flash\n"),
    ),
    "a sum that falls": fault(
        "sum-falls year-above-sum@disclosures/doc-five.yml:5",
        result("id: r, indicator: planting, period: 2016, since_year: 2016, value: 6, value_text: 6万株, basis: 累计"),
        (DISCLOSURE, "value: 5\n    value_text: 5万株", "value: «5\n    value_text: 5万株"),
    ),
    "a sum without its first year": fault(
        "since-year",
        (
            DISCLOSURE,
            "    since_year: 2016\n    value: 5\n    value_text: 5万株\n    basis: 累计",
            "    value: 5\n    value_text: 5万株\n    basis: «累计",
        ),
    ),
    "a first year of no sum": fault(
        "since-year-unwanted",
        (
            DISCLOSURE,
            "since_year: 2016\n    value: 5\n    value_text: 5万株\n    basis: 累计",
            "since_year: «2016\n    value: 5\n    value_text: 5万株\n    basis: 当年",
        ),
    ),
    "a quarter of a whole year": fault(
        "basis-part",
        (DISCLOSURE, "    revises: output-flash\n", ""),
        (DISCLOSURE, "410.5亿元\n    basis: 时点", "410.5亿元\n    basis: «当期"),
    ),
    "a year of a quarter": fault(
        "basis-year", result("id: r, indicator: output, period: 2017-Q3, value: 300, value_text: 300亿元, basis: «当年")
    ),
    "a target twice": fault(
        "target-twice",
        (
            DISCLOSURE,
            "observations:\n",
            "  - «{id: again, indicator: planting, organization: 听雨镇, start_year: 2016,"
            " end_year: 2020, comparator: =, value: 4, value_text: 4万株, source: {locator: 二-9}}\nobservations:\n",
        ),
    ),
    "a result twice": fault(
        "observation-twice",
        (
            DISCLOSURE,
            "reports:\n",
            "  - «{id: again, indicator: planting, period: 2017, since_year: 2016, value: 5,"
            " value_text: 5万株, basis: 累计, status: 预计, source: {locator: 二-9}}\nreports:\n",
        ),
    ),
    "the last value again": fault(
        "repeated",
        result("id: r, indicator: output, period: 2016, value: 410.5, value_text: 410.5亿元, basis: 时点"),
        (DISCLOSURE, "period: 2017\n    value: 410.5\n", "period: 2017\n    value: «410.5\n"),
    ),
    "a correction of another figure": fault(
        "other-figure", (DISCLOSURE, "revises: output-flash", "revises: «rain-trees")
    ),
    "two indicators of one name": fault(
        "indicator-twice", more(indicator("a", "亿元", "comparator: =, value: 3, value_text: 3亿元", name="«产值"))
    ),
    "two names that differ in width": fault(
        "indicator-twice",
        more(
            indicator("a", "亿元", "comparator: =, value: 3, value_text: 3亿元", name="R&D经费"),
            indicator("b", "亿元", "comparator: =, value: 4, value_text: 4亿元", name="«Ｒ＆Ｄ 经费"),
        ),
    ),
    "two tasks of one title": fault("title-twice", (FIVE_TASKS, "title: 建设园区", "title: «扩大产业规模")),
    "two sections of one title": fault(
        "title-twice",
        (FIVE_SECTIONS, "- id: s1\n", "- id: s0\n  title: 主要 目标\n- id: s1\n"),
        (FIVE_SECTIONS, "  number: 一、\n  title: ", "  number: 一、\n  title: «"),
    ),
    "two projects of one name": fault(
        "title-twice",
        (
            PROJECTS,
            "- id: ring-road\n",
            "- {id: other-road, name: 园区环路, nature: 新建, source: {locator: 附}}\n- id: ring-road\n",
        ),
        (PROJECTS, "  name: 园区环路\n", "  name: «园区环路\n"),
    ),
    "two documents of one text": fault(
        "title-twice",
        (
            DOCUMENTS,
            "  title: 云澜区2018年计划\n",
            "  title: 云澜区2018年计划\n" + SAME_TEXT,
        ),
    ),
    "an investment in 亿圆": fault("unit-odd", (PROJECTS, "  unit: 亿元\n", "  unit: «亿圆\n")),
    "progress of 600 %": fault("progress-above", (DISCLOSURE, "progress: 60\n", "progress: «600\n")),
    "a nature of another plan": fault("nature-plan", (YEAR_INDICATORS, "nature: 年度指标", "nature: «预期性")),
}
"""Name of a case → the case."""
