"""The rules of the field: each finds its fault, with its words and place, and is silent at what only looks like it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.ledger.checks.rules import RULES, structure
from generator.ledger.ledger import RECORDS
from generator.ledger.reading.findings import Mark
from generator.ledger.reading.rows import Row, Tables
from tests.helpers.ledger import (
    HERE,
    LEDGER,
    Case,
    Edit,
    case,
    edited,
    findings_of,
    params,
    run,
    together,
    told_by_the_contract,
    write,
)

DOCUMENTS, PLANS = "documents.yml", "plans.yml"
DEPARTMENTS, TOWNS = "organizations/departments.yml", "organizations/towns.yml"
FIVE_SECTIONS = "sections/five.yml"
FIVE_TASKS, YEAR_TASKS = "tasks/five/01-industry.yml", "tasks/year-2018/01-industry.yml"
FIVE_INDICATORS, YEAR_INDICATORS = "indicators/five/01-industry.yml", "indicators/year-2018/01-industry.yml"
DISCLOSURE = "disclosures/doc-2018.yml"

LOCATE = "请用 locate 命令重新取得"


def more_tasks(text: str) -> Edit:
    """A further file of tasks of the five-year plan."""
    return ("tasks/five/02-more.yml", text)


def task(id_: str, rest: str) -> str:
    """A task of the five-year plan without a passage; ``rest`` are its keys that matter."""
    keys = "section: s1, title: 甲, title_source: 自拟, summary: 甲, source: {locator: 二}"
    return f"- {{id: {id_}, {keys}, {rest}}}\n"


def indicator(id_: str, measure: str, unit: str, rest: str = "", direction: str = "越高越好") -> str:
    """An indicator of the five-year plan that stands under no task."""
    keys = f"id: {id_}, section: s1, name: 指标{id_}, nature: 预期性, measure: {measure}"
    keys += f", unit: {unit}" * bool(unit) + f", direction: {direction}" * bool(direction)
    return f"- {{{keys}{rest}}}\n"


def target(value: str, text: str, comparator: str = "=", rest: str = "") -> str:
    """A target inside :func:`indicator`."""
    sign = HERE * comparator.startswith(HERE)
    keys = f"value_text: {text}, source: {{locator: 三}}"
    keys += f", value: {value}" * bool(value) + f", comparator: {sign}'{comparator.strip(HERE)}'" * bool(comparator)
    return f", target: {{{keys}{rest}}}"


def figures(text: str) -> Edit:
    """A further file of indicators of the five-year plan."""
    return ("indicators/five/02-more.yml", text)


EXCLUSIONS = "exclusions/doc-2018.yml"

CASES: dict[str, Case] = {
    # -- addresses
    "id-reserved": case(
        (YEAR_INDICATORS, "- id: output-2018\n", "- id: «undisclosed\n"),
        expect="{0}: 标识“undisclosed”是网站自带的页面 indicators/undisclosed/ 的地址。请改用别的标识。",
    ),
    # -- structure
    "cycle": case(
        (FIVE_TASKS, "- id: grow\n", "- id: grow\n  replaced_by: parks\n"),
        (FIVE_TASKS, "- id: parks\n", "- id: parks\n  replaced_by: «grow\n"),
        expect="{0}: “接替任务”绕成了圈：grow → parks → grow。请断开其中一处。",
    ),
    "cycle/of organisations": case(
        (
            DEPARTMENTS,
            "- id: culture-tourism\n",
            "- id: culture-tourism\n  successors: [{successor: «区文化局, on_date: 2019-01-01, document: doc-2018}]\n",
        ),
        expect="{0}: “单位沿革”绕成了圈：culture → culture-tourism → culture。请断开其中一处。",
    ),
    "cycle/of members": case(
        (TOWNS, "- id: rain\n", "- id: rain\n  members: [{member: 各镇, source: {document: doc-five, locator: 附}}]\n"),
        (TOWNS, "name: 听雨镇\n  kind: 镇\n", "name: 听雨镇\n  kind: 统称\n"),
        expect="data/organizations/towns.yml:15:15: “统称成员”绕成了圈：rain → towns → rain。请断开其中一处。",
    ),
    "cycle/of subsets": case(
        (
            FIVE_INDICATORS,
            "- id: output\n",
            "- id: output\n  relations: [{related: planting, relation: 其中, reason: 甲}]\n",
        ),
        (
            FIVE_INDICATORS,
            "- id: planting\n",
            "- id: planting\n  relations: [{related: output-industry, relation: 其中, reason: 甲}]\n",
        ),
        expect="data/indicators/five/01-industry.yml:28:16: "
        "“其中”绕成了圈：output → planting → output-industry → output。"
        "请断开其中一处。",
    ),
    "self": case(
        (FIVE_TASKS, "- id: parks\n", "- id: parks\n  replaced_by: «parks\n"),
        expect="{0}: “接替任务”指向了自己。请改为另一条记录，或删去。",
    ),
    "self/of relations": case(
        (
            FIVE_INDICATORS,
            "related: output\n      relation: 其中",
            "related: «output-industry\n      relation: 口径不同",
        ),
        (TOWNS, "member: 听雨镇", "member: «各镇"),
        expect=(
            "{0}: “相关指标”指向了自己。请改为另一条记录，或删去。",
            "{1}: “统称成员”指向了自己。请改为另一条记录，或删去。",
        ),
    ),
    "self/plan": case(
        (PLANS, "  document: doc-five\n", "  document: doc-five\n  parent: «five\n"),
        expect="{0}: “上级规划”指向了自己。请改为另一条记录，或删去。",
    ),
    "self/continuation": case(
        (YEAR_TASKS, "task: grow\n", "task: «grow-2018\n"),
        expect="{0}: “接续的任务”指向了自己。请改为另一条记录，或删去。",
    ),
    "plan-years": case(
        (PLANS, "end_year: 2018", "end_year: «2019"),
        expect="{0}: 年度计划的起始年与终止年不同，或终止年早于起始年。请改正年份。",
    ),
    "plan-years/turned round": case(
        (PLANS, LEDGER[PLANS] + "\n- {id: old, title: 旧规划, kind: 五年规划, start_year: 2015, end_year: «2011}\n"),
        expect="{0}: 年度计划的起始年与终止年不同，或终止年早于起始年。请改正年份。",
    ),
    "plan-parent": case(
        (
            PLANS,
            LEDGER[PLANS]
            + "\n- {id: y21, title: 甲, kind: 年度计划, start_year: 2021, end_year: 2021, parent: «five}\n",
        ),
        expect="{0}: 年度计划的上级应当是包含该年的五年规划，“five”不是。请改为正确的五年规划。",
    ),
    "plan-parent/kinds": case(
        (
            PLANS,
            LEDGER[PLANS]
            + "- {id: y19, title: 甲, kind: 年度计划, start_year: 2018, end_year: 2018, parent: «year-2018}\n"
            + "- {id: ten, title: 乙, kind: 五年规划, start_year: 2016, end_year: 2020, parent: «five}\n",
        ),
        expect=(
            "{0}: 年度计划的上级应当是包含该年的五年规划，“year-2018”不是。请改为正确的五年规划。",
            "{1}: 年度计划的上级应当是包含该年的五年规划，“five”不是。请改为正确的五年规划。",
        ),
    ),
    "other-plan": case(
        (FIVE_INDICATORS, "section: s1", "section: «y1"),
        expect="{0}: “领域”的“y1”属于另一个规划 year-2018。请改为本规划的标识。",
    ),
    "other-plan/of every kind": case(
        (FIVE_TASKS, "- id: parks\n  section: s1-1\n", "- id: parks\n  section: «y1\n  replaced_by: «grow-2018\n"),
        (FIVE_INDICATORS, "- id: planting\n", "- id: planting\n  replaced_by: «output-2018\n"),
        (DISCLOSURE, "section: s1-1", "section: «y1"),
        expect=(
            "{3}: “领域”的“y1”属于另一个规划 year-2018。请改为本规划的标识。",
            "{2}: “接替指标”的“output-2018”属于另一个规划 year-2018。请改为本规划的标识。",
            "{0}: “领域”的“y1”属于另一个规划 year-2018。请改为本规划的标识。",
            "{1}: “接替任务”的“grow-2018”属于另一个规划 year-2018。请改为本规划的标识。",
        ),
    ),
    "other-section": case(
        (FIVE_INDICATORS, "- id: output\n", "- id: output\n  section: «s1\n"),
        expect="{0}: 指标的领域“s1”与所属任务的领域“s1-1”不同。请改为一致，或不写 section。",
    ),
    "nature-plan": case(
        (FIVE_INDICATORS, "nature: 约束性", "nature: «年度指标"),
        (YEAR_INDICATORS, "nature: 年度指标", "nature: «预期性"),
        expect=(
            "{0}: 指标性质“年度指标”与规划类别“五年规划”不符。请年度计划用 年度指标，五年规划用其余三种。",
            "{1}: 指标性质“预期性”与规划类别“年度计划”不符。请年度计划用 年度指标，五年规划用其余三种。",
        ),
    ),
    "kind-plan": case(
        more_tasks(task("more", "kind: «年度任务")),
        (YEAR_TASKS, "kind: 年度任务\n", "kind: «重点任务\n  lead_mode: 单独牵头\n  lead: [区发展局]\n"),
        expect=(
            "{0}: 任务类别“年度任务”与规划类别“五年规划”不符。请年度计划用 年度任务，五年规划用其余四种。",
            "{1}: 任务类别“重点任务”与规划类别“年度计划”不符。请年度计划用 年度任务，五年规划用其余四种。",
        ),
    ),
    "exclusion-missing": case(
        (EXCLUSIONS, "fingerprint: 0123456789abcdef, ", ""),
        expect=f"data/{EXCLUSIONS}:1:3: 不计入的数字没有写“fingerprint”。请补上这一项。",
    ),
    "exclusion-passage": case(
        (EXCLUSIONS, "passage: 3-7", "passage: «7-3"),
        expect="{0}: 不计入的数字的原文区间“7-3”不合写法。请用 locate 命令重新取得。",
    ),
    "exclusion-reason": case(
        (EXCLUSIONS, "reason: 日期", "reason: «看着像"),
        expect="{0}: 不计入的理由“看着像”不可用。请改为：序号、日期、名称、期限、量词非指标。",
    ),
    # -- periods
    "years-order": case(
        (DISCLOSURE, "start_year: 2016\n    end_year: 2020", "start_year: «2020\n    end_year: 2016"),
        expect="{0}: 起始年 2020 晚于终止年 2016。请改正年份。",
    ),
    "target-years": case(
        (DISCLOSURE, "end_year: 2020", "end_year: «2021"),
        expect="{0}: 目标期 2016—2021 超出规划期 2016—2020。请改正年份。",
    ),
    "target-years/start": case(
        (FIVE_INDICATORS, "    value: 500\n", "    value: 500\n    start_year: «2015\n"),
        expect="{0}: 目标期 2015—2020 超出规划期 2016—2020。请改正年份。",
    ),
    "target-twice": case(
        (
            DISCLOSURE,
            "observations:\n",
            "  - «{id: trees, indicator: planting, organization: 听雨镇, start_year: 2016, end_year: 2020,\n"
            "     comparator: =, value: 3, value_text: 3万株, source: {locator: 二-9}}\nobservations:\n",
        ),
        expect="{0}: 同一指标、同一单位、同一时期有两个目标值（planting-2016-2020-rain 已有）。请删去一个。",
    ),
    "target-twice/without ids": case(
        (
            DISCLOSURE,
            "observations:\n",
            "  - «{indicator: planting, organization: 听雨镇, start_year: 2016, end_year: 2020,\n"
            "     comparator: =, value: 3, value_text: 3万株, source: {locator: 二-9}}\nobservations:\n",
        ),
        expect="{0}: 同一指标、同一单位、同一时期有两个目标值（planting-2016-2020-rain 已有）。请删去一个。",
    ),
    "observation-late": case(
        (DISCLOSURE, "period: 2017\n    value", "period: «2019\n    value"),
        expect="{0}: 时期 2019 晚于文件的日期 2018-02-01。请改正时期；尚未发生的不是完成值。",
    ),
    "observation-twice": case(
        (
            DISCLOSURE,
            "reports:\n",
            "  - «{id: more, indicator: output, period: 2017, value: 400, value_text: 400亿元, basis: 时点,\n"
            "     status: 实际, source: {locator: 二-9}}\nreports:\n",
        ),
        expect="{0}: 同一文件对同一指标、同一单位、同一时期披露了两个数（output-2017 已有）。"
        "请删去一个，或拆成两个口径的指标。",
    ),
    "observation-twice/without ids": case(
        (
            DISCLOSURE,
            "reports:\n",
            "  - «{indicator: output, period: 2017, value: 400, value_text: 400亿元, basis: 时点,\n"
            "     status: 实际, source: {locator: 二-9}}\nreports:\n",
        ),
        expect="{0}: 同一文件对同一指标、同一单位、同一时期披露了两个数（output-2017 已有）。"
        "请删去一个，或拆成两个口径的指标。",
    ),
    "report-period": case(
        (DISCLOSURE, "period: 2017\n    state", "period: «2018-Q2\n    state"),
        expect="{0}: 时期 2018-Q2 晚于文件的日期 2018-02-01。请改正时期。",
    ),
    "since-year": case(
        (DISCLOSURE, "    since_year: 2016\n", ""),
        (DISCLOSURE, "basis: 累计", "basis: «累计"),
        expect="{0}: 累计值没有写从哪一年算起，也没有在 note 里说明。请补 since_year；文件没有写明时在 note 里说明。",
    ),
    "since-year-unwanted": case(
        (DISCLOSURE, "since_year: 2016", "since_year: «2016"),
        (DISCLOSURE, "basis: 累计", "basis: 当年"),
        expect="{0}: 计数方式是“当年”，不需要累计起始年。请删去 since_year，或把 basis 改为 累计。",
    ),
    # -- figures
    "unit-missing": case(
        (YEAR_INDICATORS, "- id: output-2018", "- «id: output-2018"),
        (YEAR_INDICATORS, "  unit: 亿元\n", ""),
        expect="{0}: 指标有数值而没有计量单位。请补上 unit。",
    ),
    "unit-missing/told once": case(
        (FIVE_INDICATORS, "- id: planting", "- «id: planting"),
        (FIVE_INDICATORS, "  unit: 万株\n", ""),
        expect="{0}: 指标有数值而没有计量单位。请补上 unit。",
    ),
    "unit-measure": case(
        (YEAR_INDICATORS, "measure: 期末水平\n  unit: 亿元", "measure: 年均增速\n  unit: «亿元"),
        expect="{0}: 度量方式“年均增速”的计量单位应当是%、‰、个百分点、倍，这里是“亿元”。请改正单位或度量方式。",
    ),
    "value-missing": case(
        (YEAR_INDICATORS, "    value: 450\n    value_text: ", "    value_text: «"),
        expect="{0}: 原文表述“450亿元以上”里有数字，value 却空着。请补上 value；不是确切数字的才留空。",
    ),
    "value-missing/result": case(
        (DISCLOSURE, "    value: 410.5\n    value_text: ", "    value_text: «"),
        expect="{0}: 原文表述“410.5亿元”里有数字，value 却空着。请补上 value；不是确切数字的才留空。",
    ),
    "comparator-missing": case(
        (FIVE_INDICATORS, "target:\n    comparator: =\n", "target:\n    "),
        (FIVE_INDICATORS, "    value: 10\n", "«value: 10\n"),
        expect="{0}: 目标值有数值而没有比较符。请补上 comparator；原文没有写方向时用 =。",
    ),
    "comparator-unwanted": case(
        figures(indicator("done", "建成创建", "个", target("2", "建成2个", "«="), direction="")),
        expect="{0}: “建成创建”的目标值不写比较符。请删去 comparator。",
    ),
    "comparator-words": case(
        (FIVE_INDICATORS, "comparator: ≥\n    value: 500", "comparator: «=\n    value: 500"),
        expect="{0}: 比较符“=”与原文表述“达到500亿元”不符。请改为“≥”。",
    ),
    "comparator-words/of a target without a number": case(
        figures(indicator("share", "期末水平", "", target("", "超过三分之一", "«<"), direction="越低越好")),
        expect="{0}: 比较符“<”与原文表述“超过三分之一”不符。请改为“>”。",
    ),
    "comparator-direction": case(
        figures(indicator("risk", "期末水平", "件", target("5", "5件", "«≥"), direction="越低越好")),
        expect="{0}: 比较符“≥”与方向“越低越好”相反。请改正其中一项。",
    ),
    "comparator-direction/of a target without a number": case(
        figures(indicator("share", "期末水平", "", target("", "三分之一", "«<"))),
        expect="{0}: 比较符“<”与方向“越高越好”相反。请改正其中一项。",
    ),
    "direction-missing": case(
        (YEAR_INDICATORS, "- id: output-2018", "- «id: output-2018"),
        (YEAR_INDICATORS, "  direction: 越高越好\n", ""),
        expect="{0}: 指标的目标值有数值而没有方向。请补上 direction。",
    ),
    "value-text": case(
        (DISCLOSURE, "value: 410.5\n", "value: «410.6\n"),
        (FIVE_INDICATORS, "value: 500\n", "value: «5000\n"),
        expect=(
            "{0}: 数值“410.6”与原文表述“410.5亿元”里的数不同。请核对原文，改正其中一项。",
            "{1}: 数值“5000”与原文表述“达到500亿元”里的数不同。请核对原文，改正其中一项。",
        ),
    ),
    "parts-whole": case(
        (DISCLOSURE, "value: 4\n    value_text: 4万株", "value: «10.01\n    value_text: 10.01万株"),
        expect="{0}: 分解到单位的目标值合计 10.01，与整个地区的 =10 不相容。请核对各单位的目标值。",
    ),
    "parts-whole/sum": case(
        (
            DISCLOSURE,
            "observations:\n",
            "  - {indicator: planting, organization: 望星镇, start_year: 2016, end_year: 2020, comparator: =,\n"
            "     value: «6.5, value_text: 6.5万株, source: {locator: 二-9}}\nobservations:\n",
        ),
        expect="{0}: 分解到单位的目标值合计 10.5，与整个地区的 =10 不相容。请核对各单位的目标值。",
    ),
    "subset-whole": case(
        (FIVE_INDICATORS, "value: 200.50\n    value_text: 200.50", "value: «500.50\n    value_text: 500.50"),
        expect="{0}: “其中”项的目标值 500.50 大于总体“产值”的 500。请核对两个数值或关系。",
    ),
    # -- tasks
    "lead-missing": case(
        more_tasks(task("more", "kind: 保障措施").replace("- ", "- «")),
        expect="{0}: 任务没有牵头单位。请补上 lead；原文没有责任括注的只能是年度任务。",
    ),
    "lead-missing/with a mode": case(
        more_tasks(task("more", "kind: 保障措施, lead_mode: 单独牵头").replace("- ", "- «")),
        expect="{0}: 任务没有牵头单位。请补上 lead；原文没有责任括注的只能是年度任务。",
    ),
    "lead-mode": case(
        (FIVE_TASKS, "lead_mode: 分别牵头", "lead_mode: «单独牵头"),
        expect="{0}: 牵头方式“单独牵头”与牵头单位数 2 不符。请改为分别牵头 或 按职责分工牵头。",
    ),
    "lead-mode/unwanted": case(
        (YEAR_TASKS, "kind: 年度任务\n", "kind: 年度任务\n  lead_mode: «单独牵头\n"),
        more_tasks(task("more", "kind: 工作要求, lead_mode: «分别牵头, lead: [区发展局, 区文化局]")),
        expect=(
            "{1}: 牵头方式“分别牵头”与牵头单位数 2 不符。请改为空。",
            "{0}: 牵头方式“单独牵头”与牵头单位数 0 不符。请改为空。",
        ),
    ),
    "lead-mode/not written": case(
        more_tasks(task("more", "kind: 重点任务, lead: [各镇]").replace("- ", "- «")),
        expect="{0}: 牵头方式“”与牵头单位数 1 不符。请改为单独牵头 或 分别牵头 或 按职责分工牵头。",
    ),
    "role-twice": case(
        (FIVE_TASKS, "support: [区文化局,", "support: [«发展局,"),
        expect="{0}: “区发展局”在同一任务里出现不止一次。请只留一处。",
    ),
    "member-kind": case(
        (TOWNS, "kind: 统称", "kind: «功能区"),
        expect="{0}: “各镇人民政府”不是统称，不能有成员。请把类别改为 统称，或删去成员。",
    ),
    "continues-plan": case(
        (FIVE_TASKS, "- id: parks\n", "- id: parks\n  continues: [{task: «grow, reason: 甲}]\n"),
        expect="{0}: 接续的任务“grow”不属于上级规划。请改为上级规划的任务。",
    ),
    "reported-measure": case(
        (DISCLOSURE, "tasks: [grow]", "tasks: [grow]\n    indicators: [«output]"),
        expect="{0}: 进展只判定 建成创建 类指标，“产值”是 期末水平。请从 indicators 里删去；有数值的，写成一条完成值。",
    ),
    # -- passages
    "passage-pair": case(
        (DISCLOSURE, "passage: 400-410, fingerprint: 0123456789abcdef", "passage: «400-410"),
        (FIVE_INDICATORS, "passage: 140-150, fingerprint: 0123456789abcdef", "fingerprint: «0123456789abcdef"),
        expect=(
            "{0}: 原文区间与原文指纹应当同有同无。请用 locate 命令重新取得这两项。",
            "{1}: 原文区间与原文指纹应当同有同无。请用 locate 命令重新取得这两项。",
        ),
    ),
    "passage-order": case(
        (FIVE_INDICATORS, "passage: 120-130", "passage: «130-120"),
        (DISCLOSURE, "passage: 400-410", "passage: «400-400"),
        expect=(
            "{1}: 原文区间“400-400”的起点不小于终点。" + LOCATE + "。",
            "{0}: 原文区间“130-120”的起点不小于终点。" + LOCATE + "。",
        ),
    ),
    "passage-outside": case(
        (FIVE_INDICATORS, "passage: 120-130", "passage: «195-201"),
        expect="{0}: 原文区间 195-201 不在所属任务 grow 的区间 100-200 之内。" + LOCATE + "。",
    ),
    "passage-overlap": case(
        (FIVE_TASKS, "passage: 200-300", "passage: «199-300"),
        expect="{0}: 原文区间 199-300 与任务 grow 的区间 100-200 重叠。请每个任务取自己的一句，到责任括注为止。",
    ),
}
"""Rule → a case of it."""


@pytest.mark.parametrize("value", params(CASES))
def test_finding(value: Case, tmp_path: Path) -> None:
    """A fault gives one finding with its exact words, where it can be mended, and none that only follows."""
    found, expected = run(tmp_path, replace(value, level="rules"))
    assert found == expected


def test_faults_of_rules_pass_the_contract(tmp_path: Path) -> None:
    """What a rule finds is no fault of the contract as well: no mistake is told by both."""
    cases = [value for key, value in CASES.items() if not key.startswith("target-twice")]
    for number, files in enumerate(together(cases)):
        assert told_by_the_contract(tmp_path / str(number), files) == []


# -- near misses: structure

STRUCTURE: dict[str, Case] = {
    "a chain is no loop": case(
        more_tasks(
            task("one", "kind: 重点任务, lead: [区发展局], lead_mode: 单独牵头, replaced_by: two")
            + task("two", "kind: 重点任务, lead: [区发展局], lead_mode: 单独牵头, replaced_by: grow")
        ),
    ),
    "two ways to one end are no loop": case(
        figures(
            indicator(
                "a",
                "定性",
                "",
                ", relations: [{related: b, relation: 其中, reason: 甲}, {related: c, relation: 其中, reason: 甲}]",
            )
            + indicator("b", "定性", "", ", relations: [{related: d, relation: 其中, reason: 甲}]")
            + indicator("c", "定性", "", ", relations: [{related: d, relation: 其中, reason: 甲}]")
            + indicator("d", "定性", "")
        ),
    ),
    "other relations may go both ways": case(
        figures(
            indicator("a", "定性", "", ", relations: [{related: b, relation: 口径不同, reason: 甲}]")
            + indicator("b", "定性", "", ", relations: [{related: a, relation: 口径不同, reason: 甲}]")
        ),
    ),
    "annual plans of the first and the last year": case(
        (
            PLANS,
            LEDGER[PLANS]
            + "- {id: first, title: 甲, kind: 年度计划, start_year: 2016, end_year: 2016, parent: five}\n"
            + "- {id: last, title: 乙, kind: 年度计划, start_year: 2020, end_year: 2020, parent: five}\n",
        ),
    ),
    "an annual plan without a parent": case(
        (PLANS, LEDGER[PLANS] + "- {id: y30, title: 甲, kind: 年度计划, start_year: 2030, end_year: 2030}\n"),
    ),
    "an indicator that names the section of its task": case(
        (FIVE_INDICATORS, "- id: output\n", "- id: output\n  section: s1-1\n"),
    ),
    "an annual target of an indicator of the five-year plan": case(
        (
            DISCLOSURE,
            "observations:\n",
            "  - {indicator: output, start_year: 2018, end_year: 2018, comparator: ≥, value: 450,\n"
            "     value_text: 达到450亿元, source: {locator: 二-9}}\nobservations:\n",
        ),
    ),
}

PERIODS: dict[str, Case] = {
    "the year in which the document was made": case((DISCLOSURE, "period: 2017\n    value", "period: 2018\n    value")),
    "the first quarter of it": case((DISCLOSURE, "period: 2017\n    value", "period: 2018-Q1\n    value")),
    "the first half of it": case((DISCLOSURE, "period: 2017\n    state", "period: 2018-H1\n    state")),
    "the month that begins on the day": case((DISCLOSURE, "period: 2017\n    value", "period: 2018-02\n    value")),
    "a document without a date": case(
        (DOCUMENTS, "  published_on: 2018-02-01\n  signed_on: 2018-01-18\n", ""),
        (DISCLOSURE, "period: 2017\n    value", "period: 2019\n    value"),
    ),
    "the newest date decides": case(
        (DOCUMENTS, "  signed_on: 2018-01-18\n", "  signed_on: 2018-01-18\n  drafted_on: 2019-03-01\n"),
        (DISCLOSURE, "period: 2017\n    value", "period: 2019\n    value"),
    ),
    "a note in the place of the first year": case(
        (DISCLOSURE, "    since_year: 2016\n", "    note: 起算年份未写明\n"),
    ),
    "the same period of another organisation": case(
        (
            DISCLOSURE,
            "reports:\n",
            "  - {indicator: output, organization: 听雨镇, period: 2017, value: 40, value_text: 40亿元,\n"
            "     basis: 时点, status: 实际, source: {locator: 二-9}}\nreports:\n",
        ),
    ),
    "a quarter beside its year": case(
        (
            DISCLOSURE,
            "reports:\n",
            "  - {indicator: output, period: 2017-Q4, value: 40, value_text: 40亿元,\n"
            "     basis: 当年, status: 实际, source: {locator: 二-9}}\nreports:\n",
        ),
    ),
    "the sum beside the year's own": case(
        (
            DISCLOSURE,
            "reports:\n",
            "  - {id: own, indicator: planting, period: 2017, value: 2, value_text: 2万株,\n"
            "     basis: 当年, status: 预计, source: {locator: 二-9}}\nreports:\n",
        ),
    ),
    "another period of the same target": case(
        (
            DISCLOSURE,
            "observations:\n",
            "  - {indicator: planting, organization: 听雨镇, start_year: 2018, end_year: 2018,\n"
            "     comparator: =, value: 3, value_text: 3万株, source: {locator: 二-9}}\nobservations:\n",
        ),
    ),
}

FIGURES: dict[str, Case] = {
    "zero needs no unit": case(figures(indicator("a", "期末水平", "", target("0", "零", "=")))),
    "words need no unit": case(figures(indicator("a", "定性", "", target("", "明显改善", "")))),
    "units of a rate": case(
        figures(
            indicator("a", "年均增速", "'%'", target("7.5", "年均增长7.5%左右"))
            + indicator("b", "年均增速", "‰", target("3", "3‰"))
            + indicator("c", "比基期增减", "个百分点", target("2", "提高2个百分点"))
            + indicator("d", "比基期增减", "倍", target("1", "增长1倍"))
        ),
    ),
    "a fall is at least so great": case(
        figures(indicator("a", "比基期增减", "'%'", target("30", "下降30%以上", "≥"), direction="越低越好")),
    ),
    "an upper bound where less is better": case(
        figures(indicator("a", "期末水平", "'%'", target("3.5", "控制在3.5%以内", "≤"), direction="越低越好")),
    ),
    "a bare number says no direction": case(
        figures(indicator("a", "期末水平", "万人", target("14.6", "14.6万人"), direction="越低越好")),
    ),
    "a milestone with a number": case(
        figures(indicator("a", "建成创建", "个", target("2", "建成2个", ""), direction=""))
    ),
    "a milestone without a number": case(
        figures(indicator("a", "建成创建", "", target("", "建成2个", ""), direction=""))
    ),
    "a fraction in words": case(figures(indicator("a", "期末水平", "", target("", "三分之一以上", "")))),
    "words without a number": case(figures(indicator("a", "期末水平", "", target("", "明显改善", "")))),
    "the figure as printed": case(
        figures(
            indicator("a", "规划期累计", "家", target("1000", "'1,000家'"))
            + indicator("b", "规划期累计", "亿元", target("1000", "千亿元产业"))
            + indicator("c", "规划期累计", "件", target("10", "十件实事"))
            + indicator("d", "规划期累计", "万人", target("14.60", "14.6万人"))
            + indicator("e", "规划期累计", "亿元", target("-2", "负2亿元"))
            + indicator("g", "规划期累计", "个", target("2020", "二〇二〇个"))
            + indicator("f", "规划期累计", "个", target("2", "两个以上", "≥"))
        ),
    ),
    "parts up to the whole": case((DISCLOSURE, "value: 4\n    value_text: 4万株", "value: 10\n    value_text: 10万株")),
    "parts beyond a lower bound": case(
        (
            FIVE_INDICATORS,
            "    comparator: =\n    value: 10\n    value_text: 10万株",
            "    comparator: ≥\n    value: 10\n    value_text: 10万株以上",
        ),
        (DISCLOSURE, "value: 4\n    value_text: 4万株", "value: 40\n    value_text: 40万株"),
    ),
    "parts of a level": case(
        (FIVE_INDICATORS, "measure: 规划期累计", "measure: 期末水平"),
        (DISCLOSURE, "value: 4\n    value_text: 4万株", "value: 40\n    value_text: 40万株"),
    ),
    "parts of which one has no number": case(
        (
            DISCLOSURE,
            "observations:\n",
            "  - {indicator: planting, organization: 望星镇, start_year: 2016, end_year: 2020,\n"
            "     value_text: 三分之一, source: {locator: 二-9}}\nobservations:\n",
        ),
        (DISCLOSURE, "value: 4\n    value_text: 4万株", "value: 40\n    value_text: 40万株"),
    ),
    "parts of a whole in words": case(
        (
            FIVE_INDICATORS,
            "    comparator: =\n    value: 10\n    value_text: 10万株",
            "    value_text: 明显增加",
        ),
    ),
    "parts of another period": case(
        (
            DISCLOSURE,
            "start_year: 2016\n    end_year: 2020\n    comparator: =\n    value: 4\n    value_text: 4万株",
            "start_year: 2017\n    end_year: 2020\n    comparator: =\n    value: 40\n    value_text: 40万株",
        ),
    ),
    "a subset that is the whole": case(
        (FIVE_INDICATORS, "value: 200.50\n    value_text: 200.50", "value: 500\n    value_text: 500"),
    ),
    "a greater number in another unit": case(
        (
            FIVE_INDICATORS,
            "亿元\n  direction: 越高越好\n  target:\n    comparator: ≥\n    value: 200.50\n    value_text: 200.50亿元",
            "万元\n  direction: 越高越好\n  target:\n    comparator: ≥\n    value: 9000\n    value_text: 9000万元",
        ),
    ),
    "a greater number of another relation": case(
        (FIVE_INDICATORS, "value: 200.50\n    value_text: 200.50", "value: 900\n    value_text: 900"),
        (FIVE_INDICATORS, "relation: 其中", "relation: 口径不同"),
    ),
    "a greater number in another year": case(
        (
            FIVE_INDICATORS,
            "value: 200.50\n    value_text: 200.50",
            "start_year: 2017\n    value: 900\n    value_text: 900",
        ),
    ),
}

RESPONSIBILITY: dict[str, Case] = {
    "an annual task without a lead": case(),
    "an annual task with one": case(
        (YEAR_TASKS, "kind: 年度任务\n", "kind: 年度任务\n  lead: [区发展局]\n  lead_mode: 单独牵头\n"),
    ),
    "several by duty": case((FIVE_TASKS, "lead_mode: 分别牵头", "lead_mode: 按职责分工牵头")),
    "a collective alone in each mode": case(
        more_tasks(
            task("a", "kind: 重点任务, lead: [各镇], lead_mode: 单独牵头")
            + task("b", "kind: 重点任务, lead: [各镇], lead_mode: 分别牵头")
            + task("c", "kind: 重点任务, lead: [各镇], lead_mode: 按职责分工牵头")
        ),
    ),
    "requirements name whom they address": case(
        more_tasks(task("a", "kind: 工作要求, lead: [区发展局]") + task("b", "kind: 工作要求, lead: [区发展局, 各镇]")),
    ),
    "a collective beside its member": case((FIVE_TASKS, "support: [区文化局,", "support: [听雨镇, 区文化局,")),
    "one organisation in two tasks": case((FIVE_TASKS, "support: [区文化局,", "support: [区文旅局, 区文化局,")),
    "a collective without members": case((TOWNS, LEDGER[TOWNS] + "- {id: all, name: 各部门, kind: 统称}\n")),
    "a continuation of each task above": case(
        (YEAR_TASKS, "reason: 都要扩大产业\n", "reason: 都要扩大产业\n    - {task: parks, reason: 都建园区}\n"),
    ),
}

PASSAGES: dict[str, Case] = {
    "the whole passage of the task": case((FIVE_INDICATORS, "passage: 120-130", "passage: 100-200")),
    "tasks that touch": case(),
    "the same passage in another document": case(
        (YEAR_TASKS, "passage: 50-90", "passage: 100-200"), (YEAR_INDICATORS, "passage: 60-70", "passage: 100-200")
    ),
    "a target from another document": case(
        (
            FIVE_INDICATORS,
            "{locator: 一(一)-1, passage: 120-130,",
            "{document: doc-2018, locator: 一(一)-1, passage: 700-800,",
        ),
    ),
    "an indicator without a task": case(
        (FIVE_INDICATORS, "{locator: 一-3}", "{locator: 一-3, passage: 800-900, fingerprint: 0123456789abcdef}"),
    ),
    "no passage at all": case((FIVE_INDICATORS, ", passage: 120-130, fingerprint: 0123456789abcdef", "")),
    "from the first character": case((FIVE_TASKS, "passage: 100-200", "passage: 0-200")),
    "results may overlap": case(
        (DISCLOSURE, "{locator: 二-2}", "{locator: 二-2, passage: 405-420, fingerprint: 0123456789abcdef}")
    ),
}

NEAR = {**STRUCTURE, **PERIODS, **FIGURES, **RESPONSIBILITY, **PASSAGES}


@pytest.mark.parametrize("value", params(NEAR))
def test_no_finding(value: Case, tmp_path: Path) -> None:
    """What only looks like a fault is none."""
    files, _ = edited(*value.edits)
    assert [str(f) for f in findings_of(write(tmp_path, files), "rules")] == []


def test_near_misses_pass_the_contract(tmp_path: Path) -> None:
    """The figures of the near misses are sound in every other way."""
    texts = [edit[1] for value in FIGURES.values() for edit in value.edits if len(edit) == 2]
    text = "".join(part.replace("{id: ", f"{{id: n{n}-") for n, part in enumerate(texts))
    assert len(texts) > 8
    assert findings_of(write(tmp_path, edited(figures(text))[0])) == []


# -- rules in detail


@pytest.mark.parametrize(
    ("period", "late"),
    [
        ("2018", False),
        ("2018-Q1", False),
        ("2018-Q2", True),
        ("2018-Q3", True),
        ("2018-Q4", True),
        ("2018-H1", False),
        ("2018-H2", True),
        ("2018-01", False),
        ("2018-02", False),
        ("2018-03", True),
        ("2018-12", True),
        ("2017-12", False),
        ("2019", True),
    ],
)
def test_late_periods(period: str, late: bool, tmp_path: Path) -> None:
    """A period that had not begun on the day of the document (2018-02-01) is late, for a result and for a report."""
    edits = (
        (DISCLOSURE, "period: 2017\n    value", f"period: {period}\n    value"),
        (DISCLOSURE, "period: 2017\n    state", f"period: {period}\n    state"),
    )
    codes = [f.code for f in findings_of(write(tmp_path, edited(*edits)[0]), "rules")]
    assert codes == (["observation-late", "report-period"] if late else [])


BEGINNINGS = {"H1": 1, "H2": 7, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10} | {f"{month:02}": month for month in range(1, 13)}
"""Part of a year → the month in which it begins."""


@pytest.mark.parametrize("part", BEGINNINGS)
def test_a_period_is_late_until_the_day_on_which_it_begins(part: str, tmp_path: Path) -> None:
    """The second half may be told from the first of July on, and not on the day before."""
    first = date(2018, BEGINNINGS[part], 1)
    for day, late in ((first - timedelta(days=1), True), (first, False)):
        edits = (
            (DISCLOSURE, "period: 2017\n    value", f"period: 2018-{part}\n    value"),
            ("documents.yml", "published_on: 2018-02-01\n  signed_on: 2018-01-18", f"signed_on: {day}"),
        )
        codes = [f.code for f in findings_of(write(tmp_path, edited(*edits)[0]), "rules")]
        assert codes == (["observation-late"] if late else []), day


WORDS = {
    "500亿元": "",
    "500亿元左右": "",
    "500亿元以上": "≥",
    "达到500亿元": "≥",
    "达到500亿元以上": "≥",
    "达500亿元": "≥",
    "发展到500亿元": "≥",
    "500亿元全部达标": "",
    "不低于500亿元": "≥",
    "不少于500亿元": "≥",
    "至少500亿元": "≥",
    "超过500亿元": ">",
    "突破500亿元": ">",
    "高于500亿元": ">",
    "500亿元以内": "≤",
    "500亿元以下": "≤",
    "控制在500亿元": "≤",
    "控制在500亿元以内": "≤",
    "不超过500亿元": "≤",
    "不高于500亿元": "≤",
    "低于500亿元": "<",
}
"""Printed words → the comparator that they say; an empty one says none, so that any goes."""

MISREAD = {
    "不得超过500亿元": "≤",
    "不突破500亿元": "≤",
    "不得低于500亿元": "≥",
    "不得少于500亿元以上": "≥",
    "不能高于500亿元": "≤",
    "500亿元规模以上工业产值": "=",
    "限额以上500亿元": "=",
}
"""The same, where the code takes another word for the comparator: a wrong one would be corrected to a wrong one."""


def comparator_findings(words: str, comparator: str, folder: Path) -> list[str]:
    """Findings about the comparator of a target with these words."""
    edit = (
        FIVE_INDICATORS,
        "comparator: ≥\n    value: 500\n    value_text: 达到500亿元",
        f"comparator: '{comparator}'\n    value: 500\n    value_text: {words}",
    )
    found = findings_of(write(folder, edited(edit)[0]), "rules")
    return [str(f).split(": ", maxsplit=1)[1] for f in found if f.code == "comparator-words"]


@pytest.mark.parametrize(("words", "said"), WORDS.items(), ids=WORDS.keys())
def test_comparator_words(words: str, said: str, tmp_path: Path) -> None:
    """The comparator that the words say is accepted and every other one is corrected to it."""
    for comparator in "≥>≤<=":
        wrong = bool(said) and comparator != said
        expected = [f"比较符“{comparator}”与原文表述“{words}”不符。请改为“{said}”。"] * wrong
        assert comparator_findings(words, comparator, tmp_path) == expected


@pytest.mark.parametrize(("words", "said"), MISREAD.items(), ids=MISREAD.keys())
def test_comparator_words_misread(words: str, said: str, tmp_path: Path) -> None:
    """A negation other than 不 right before the word, and 以上 inside a name, do not turn the comparator round."""
    assert comparator_findings(words, said, tmp_path) == []


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [("百分之五", "5", "'%'"), ("2020年达到500个", "500", "个")],
)
def test_values_in_words(words: str, value: str, unit: str, tmp_path: Path) -> None:
    """A value that the words do print is no fault."""
    comparator = "≥" if "达到" in words else "="
    files, _ = edited(figures(indicator("a", "期末水平", unit, target(value, words, comparator))))
    assert [f.code for f in findings_of(write(tmp_path, files), "rules")] == []


@pytest.mark.parametrize(
    ("comparator", "total", "fits"),
    [
        ("=", "10", True),
        ("=", "10.01", False),
        ("≤", "10", True),
        ("≤", "11", False),
        ("<", "9.99", True),
        ("<", "10", False),
    ],
)
def test_parts_and_whole(comparator: str, total: str, fits: bool, tmp_path: Path) -> None:
    """Parts may reach a whole that is exact or at most so great, and must stay below one that is less than so great."""
    edits = (
        (FIVE_INDICATORS, "comparator: =\n", f"comparator: '{comparator}'\n"),
        (FIVE_INDICATORS, "  unit: 万株\n  direction: 越高越好", "  unit: 万株\n  direction: 越低越好"),
        (DISCLOSURE, "value: 4\n    value_text: 4万株", f"value: {total}\n    value_text: {total}万株"),
    )
    found = [str(f).split(": ", maxsplit=1)[1] for f in findings_of(write(tmp_path, edited(*edits)[0]), "rules")]
    words = f"分解到单位的目标值合计 {total}，与整个地区的 {comparator}10 不相容。请核对各单位的目标值。"
    assert found == ([] if fits else [words])


@pytest.mark.parametrize(
    ("leads", "kind", "mode", "expected"),
    [
        ("区发展局", "重点任务", "单独牵头", ""),
        ("区发展局", "重点任务", "分别牵头", "单独牵头"),
        ("区发展局", "主要目标", "按职责分工牵头", "单独牵头"),
        ("区发展局, 区文化局", "重点任务", "分别牵头", ""),
        ("区发展局, 区文化局", "保障措施", "", "分别牵头 或 按职责分工牵头"),
        ("区发展局, 各镇", "重点任务", "单独牵头", "分别牵头 或 按职责分工牵头"),
        ("各镇", "重点任务", "按职责分工牵头", ""),
        ("各镇", "重点任务", "", "单独牵头 或 分别牵头 或 按职责分工牵头"),
        ("区发展局", "工作要求", "", ""),
        ("区发展局", "工作要求", "单独牵头", "空"),
    ],
)
def test_lead_modes(leads: str, kind: str, mode: str, expected: str, tmp_path: Path) -> None:
    """The mode fits the number of leads, a collective counting as one or as several; a requirement has none."""
    text = task("more", f"kind: {kind}, lead_mode: {mode or chr(39) * 2}, lead: [{leads}]")
    found = findings_of(write(tmp_path, edited(more_tasks(text))[0]), "rules")
    assert [f.remedy for f in found] == ([f"改为{expected}"] if expected else [])


@pytest.mark.parametrize(("start", "end"), [("99", "200"), ("100", "201"), ("0", "100"), ("200", "300")])
def test_passages_outside_a_task(start: str, end: str, tmp_path: Path) -> None:
    """One character beyond either end of the task's passage (100-200) is outside."""
    edit = (FIVE_INDICATORS, "passage: 120-130", f"passage: {start}-{end}")
    assert [f.code for f in findings_of(write(tmp_path, edited(edit)[0]), "rules")] == ["passage-outside"]


def passages(*pairs: str) -> str:
    """Tasks with these passages in the document of the five-year plan."""
    return "".join(
        f"- {{id: t{n}, section: s1, title: 甲, title_source: 自拟, summary: 甲, kind: 工作要求, lead: [各镇],"
        f" source: {{locator: 二, passage: {pair}, fingerprint: 0123456789abcdef}}}}\n"
        for n, pair in enumerate(pairs)
    )


def test_three_passages_that_overlap(tmp_path: Path) -> None:
    """Each overlap of neighbours is told once, in whatever order the tasks stand."""
    found = findings_of(write(tmp_path, edited(more_tasks(passages("600-700", "500-601", "699-800")))[0]), "rules")
    assert [f.values["value"] for f in found] == ["600-700", "699-800"]


def test_passages_inside_a_long_one(tmp_path: Path) -> None:
    """Every task that lies inside another's passage is told."""
    found = findings_of(write(tmp_path, edited(more_tasks(passages("500-900", "510-520", "530-540")))[0]), "rules")
    assert [f.values["value"] for f in found] == ["510-520", "530-540"]


def test_all_loops_are_told(tmp_path: Path) -> None:
    """Two loops are two findings; a loop that is reached from outside is told once, without what leads to it."""
    mode = "kind: 重点任务, lead: [区发展局], lead_mode: 单独牵头"
    links = {"in": "a", "a": "b", "b": "a", "c": "d", "d": "e", "e": "c"}
    text = "".join(task(id_, f"{mode}, replaced_by: {end}") for id_, end in links.items())
    found = findings_of(write(tmp_path, edited(more_tasks(text))[0]), "rules")
    assert [f.values["path"] for f in found] == ["a → b → a", "c → d → e → c"]


def test_long_chain() -> None:
    """A chain of thousands of links is followed without recursion, and its loop is found."""
    size = 3_000
    mark = Mark("data/tasks/five/01.yml")
    tables = Tables({name: [] for name in RECORDS})
    tables.rows["tasks"] = [Row({"id": f"t{n}", "replaced_by": f"t{(n + 1) % size}"}, {}, mark) for n in range(size)]
    (finding,) = structure.cycles(tables)
    assert str(finding.values["path"]).startswith("t0 → t1 → ")
    assert str(finding.values["path"]).endswith(f"t{size - 1} → t0")


def test_rules_on_an_empty_ledger() -> None:
    """Every rule passes over tables without rows."""
    assert [found for rule in RULES for found in rule(Tables({name: [] for name in RECORDS}))] == []


ODD: dict[str, tuple[Edit, ...]] = {
    "unknown ids": (
        (DISCLOSURE, "- indicator: output\n", "- indicator: nothing\n"),
        (DISCLOSURE, "- indicator: planting\n    organization", "- indicator: nothing\n    organization"),
        (YEAR_TASKS, "task: grow\n", "task: nothing\n"),
        (FIVE_INDICATORS, "related: output", "related: nothing"),
        (PLANS, "parent: five", "parent: nothing"),
    ),
    "words for numbers": (
        (DISCLOSURE, "value: 4\n    value_text: 4万株", "value: 四\n    value_text: 4万株"),
        (FIVE_INDICATORS, "value: 200.50\n", "value: Infinity\n"),
    ),
    "years that are none": (
        (FIVE_TASKS, "due: 2020", "due: 二〇二〇"),
        (DISCLOSURE, "start_year: 2016\n    end_year: 2020", "start_year: 2016\n    end_year: ２０２５"),
        (PLANS, "end_year: 2018", "end_year: 明年"),
    ),
    "start years that are none": (
        (DISCLOSURE, "start_year: 2016\n    end_year: 2020", "start_year: 前年\n    end_year: 2025"),
        (PLANS, "start_year: 2018", "start_year: 今年"),
    ),
    "periods that are none": (
        (DISCLOSURE, "period: 2017\n    since_year", "period: 去年\n    since_year"),
        (DISCLOSURE, "period: 2017\n    value", "period: 2019-13\n    value"),
    ),
    "a date that is none": (
        (DOCUMENTS, "published_on: 2018-02-01", "published_on: '12'"),
        (DOCUMENTS, "signed_on: 2018-01-18", "signed_on: '11'"),
    ),
}


@pytest.mark.parametrize("edits", ODD.values(), ids=ODD.keys())
def test_rules_pass_over_what_they_cannot_understand(edits: tuple[Edit, ...], tmp_path: Path) -> None:
    """Unknown ids, words for numbers and dates that are none are left to the contract."""
    found = findings_of(write(tmp_path, edited(*edits)[0]), "rules")
    assert {f.code for f in found} <= {"continues-plan"}


@pytest.mark.parametrize(
    "edit",
    [
        (FIVE_TASKS, "start_year: 2016\n  due: 2020", "start_year: 2020\n  due: 2016"),
        (DISCLOSURE, "since_year: 2016", "since_year: 2019"),
    ],
    ids=["a task due before it starts", "a sum that starts after its period"],
)
def test_years_in_order(edit: Edit, tmp_path: Path) -> None:
    """Years that are turned round are told wherever two stand in a record."""
    assert findings_of(write(tmp_path, edited(edit)[0]))
