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
PROJECTS, ROUNDS, ANSWERS = "projects/five/01.yml", "rounds.yml", "submissions/round-2018.yml"
REMARKS, FEEDBACK, ACKNOWLEDGED = "remarks/tasks.yml", "feedback.yml", "acknowledged.yml"

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


def disclosed(group: str, record: str) -> Edit:
    """A further record of a group of the disclosure."""
    return (DISCLOSURE, f"{group}:\n", f"{group}:\n  - {record}\n")


def observation(rest: str) -> Edit:
    """A further result of the indicator output; ``rest`` are its keys that matter."""
    return disclosed("observations", f"{{indicator: output, status: 实际, source: {{locator: 二-9}}, {rest}}}")


def answer(number: str, day: str, organization: str = "区文化局") -> str:
    """An answer to the round."""
    return f"- {{organization: {organization}, number: {number}, received_on: {day}, state: 齐}}\n"


LEADS = "kind: 重点任务, lead: [区发展局], lead_mode: 单独牵头"
"""Keys of a task that has all that it needs."""

EXCLUSIONS = "exclusions/doc-2018.yml"

CASES: dict[str, Case] = {
    # -- addresses
    "id-reserved": case(
        (YEAR_INDICATORS, "- id: output-2018\n", "- id: «undisclosed\n"),
        expect="{0}: 标识“undisclosed”是网站自带的页面 indicators/undisclosed/ 的地址。请改用别的标识。",
    ),
    "id-windows": case(
        (PROJECTS, "- id: ring-road\n", "- id: «aux\n"),
        expect="{0}: 标识“aux”在 Windows 上不能当文件夹的名字，那里建不成网站。请改用别的标识。",
    ),
    # -- whole texts
    "personal": case(
        (FIVE_TASKS, "summary: 建园区", "summary: 建园区，联系人张某«13812345678"),
        expect="{0}: 这里有像手机号码的“138******78”，台账和网站不收个人信息。"
        "请删去；要留联系方式，只写单位对外公布的，写在单位的 phone 或 site.yml 的 contact。",
    ),
    "personal/in a comment": case(
        (ROUNDS, LEDGER[ROUNDS] + "# 报送«zhangsan@mail.example\n"),
        expect="{0}: 这里有像邮箱地址的“zha****************le”，台账和网站不收个人信息。"
        "请删去；要留联系方式，只写单位对外公布的，写在单位的 phone 或 site.yml 的 contact。",
    ),
    "personal/an account for chats": case(
        (FIVE_TASKS, "summary: 建园区", "summary: 建园区，加微信号«zhangsan90"),
        expect="{0}: 这里有像微信号、QQ 号的“zh******90”，台账和网站不收个人信息。"
        "请删去；要留联系方式，只写单位对外公布的，写在单位的 phone 或 site.yml 的 contact。",
    ),
    "personal/a passport": case(
        (FIVE_TASKS, "summary: 建园区", "summary: 建园区，护照号«E12345678"),
        expect="{0}: 这里有像证件号码的“E1******8”，台账和网站不收个人信息。"
        "请删去；要留联系方式，只写单位对外公布的，写在单位的 phone 或 site.yml 的 contact。",
    ),
    "personal/a vehicle": case(
        (FIVE_TASKS, "summary: 建园区", "summary: 建园区，车号«津A12345"),
        expect="{0}: 这里有像车牌号的“津A****5”，台账和网站不收个人信息。"
        "请删去；要留联系方式，只写单位对外公布的，写在单位的 phone 或 site.yml 的 contact。",
    ),
    "hidden": case(
        (ROUNDS, LEDGER[ROUNDS] + "# 看«\u202e不见\n"),
        expect="{0}: 这一行有看不见的字符 U+202E。请删去后重新输入这一处。",
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
        (TOWNS, "- id: star\n", "- id: star\n  members: [{member: 各镇, source: {document: doc-five, locator: 附}}]\n"),
        (TOWNS, "name: 望星镇\n  kind: 镇\n", "name: 望星镇\n  kind: 统称\n"),
        expect="data/organizations/towns.yml:17:15: “统称成员”绕成了圈：star → towns → star。请断开其中一处。",
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
        expect="{0}: 上级规划应当包含本计划的第一年，而且管的年数更多，“five”不是。"
        "请改为正确的上级规划；管同样几年的，上级只能是五年规划。",
    ),
    "plan-parent/kinds": case(
        (
            PLANS,
            LEDGER[PLANS]
            + "- {id: y19, title: 甲, kind: 年度计划, start_year: 2018, end_year: 2018, parent: «year-2018}\n"
            + "- {id: ten, title: 乙, kind: 行动计划, start_year: 2021, end_year: 2022, parent: «five}\n"
            + "- {id: same, title: 丙, kind: 专项规划, start_year: 2021, end_year: 2022, parent: «ten}\n",
        ),
        expect=(
            "{0}: 上级规划应当包含本计划的第一年，而且管的年数更多，“year-2018”不是。"
            "请改为正确的上级规划；管同样几年的，上级只能是五年规划。",
            "{1}: 上级规划应当包含本计划的第一年，而且管的年数更多，“five”不是。"
            "请改为正确的上级规划；管同样几年的，上级只能是五年规划。",
            "{2}: 上级规划应当包含本计划的第一年，而且管的年数更多，“ten”不是。"
            "请改为正确的上级规划；管同样几年的，上级只能是五年规划。",
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
            "{0}: 指标性质“年度指标”与规划类别“五年规划”不符。请年度计划用 年度指标，多年的规划用其余三种。",
            "{1}: 指标性质“预期性”与规划类别“年度计划”不符。请年度计划用 年度指标，多年的规划用其余三种。",
        ),
    ),
    "kind-plan": case(
        more_tasks(task("more", "kind: «年度任务")),
        (YEAR_TASKS, "kind: 年度任务\n", "kind: «重点任务\n  lead_mode: 单独牵头\n  lead: [区发展局]\n"),
        expect=(
            "{0}: 任务类别“年度任务”与规划类别“五年规划”不符。请年度计划用 年度任务，多年的规划用其余四种。",
            "{1}: 任务类别“重点任务”与规划类别“年度计划”不符。请年度计划用 年度任务，多年的规划用其余四种。",
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
        expect="{0}: 不计入的理由“看着像”不可用。请改为：序号、日期、名称、期限、量词非指标、不收录。",
    ),
    # -- days
    "day-far": case(
        (DOCUMENTS, "published_on: 2018-02-01", "published_on: «2916-02-01"),
        expect="{0}: “发布日期”的“2916-02-01”不在 1949 年到 2030 年之间。请核对原文，改正年份。",
    ),
    "days-order/of a document": case(
        (DOCUMENTS, "signed_on: 2018-01-18", "signed_on: «2018-03-18"),
        expect="{0}: “落款日期”2018-03-18 晚于“发布日期”2018-02-01。请改正其中一项。",
    ),
    "round-early": case(
        (ROUNDS, "opens_on: 2018-07-01", "opens_on: «2017-07-01"),
        expect="{0}: 填报从 2017-07-01 开始，时期 2018-H1 还没有到。请改正其中一项。",
    ),
    "submission-late": case(
        (ANSWERS, "received_on: 2018-07-10", "received_on: «2028-07-10"),
        expect="{0}: 收到日期 2028-07-10 比截止日期 2018-07-15 晚了一年多。请改正其中一项。",
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
        expect="{0}: 同一指标、同一单位、同一时期有两个目标值（planting-2016-2020-rain 已有）。"
        "请删去一个；分档次的写 tier，上级下达的写 set_by，调整过的在旧的上写 replaced_by。",
    ),
    "target-twice/without ids": case(
        (
            DISCLOSURE,
            "observations:\n",
            "  - «{indicator: planting, organization: 听雨镇, start_year: 2016, end_year: 2020,\n"
            "     comparator: =, value: 3, value_text: 3万株, source: {locator: 二-9}}\nobservations:\n",
        ),
        expect="{0}: 同一指标、同一单位、同一时期有两个目标值（planting-2016-2020-rain 已有）。"
        "请删去一个；分档次的写 tier，上级下达的写 set_by，调整过的在旧的上写 replaced_by。",
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
    "report-period/of an evaluation": case(
        (DISCLOSURE, "period: 2017\n    evaluator", "period: «2019\n    evaluator"),
        expect="{0}: 时期 2019 晚于文件的日期 2018-02-01。请改正时期。",
    ),
    "report-early": case(
        (DISCLOSURE, "period: 2017\n    state", "period: «2012\n    state"),
        expect="{0}: 时期 2012 在规划开始的 2016 年以前。请改正时期，或改正所属的规划。",
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
    "number-negative": case(
        (PROJECTS, "total_investment: 3.20", "total_investment: «-3.20"),
        expect="{0}: “总投资”的值 -3.20 是负数。请核对原文，改正这个数。",
    ),
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
        expect="{0}: 任务没有牵头单位。请补上 lead；整份文件都不写责任单位的，在 documents.yml 里写 assigns: 不指派。",
    ),
    "lead-missing/with a mode": case(
        more_tasks(task("more", "kind: 保障措施, lead_mode: 单独牵头").replace("- ", "- «")),
        expect="{0}: 任务没有牵头单位。请补上 lead；整份文件都不写责任单位的，在 documents.yml 里写 assigns: 不指派。",
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
        expect="{0}: 接续的任务“grow”不属于上级规划，也不属于上一轮规划。请改为这两个规划的任务。",
    ),
    "reported-measure": case(
        (DISCLOSURE, "tasks: [grow]", "tasks: [grow]\n    indicators: [«output]"),
        expect="{0}: 进展只判定 建成创建 类指标，“产值”是 期末水平。"
        "请从 indicators 里删去；有数值的，写成一条完成值；文件自己作了判断的，写上 verdict。",
    ),
    # -- plans
    "plan-top": case(
        (
            PLANS,
            LEDGER[PLANS]
            + "- {id: before, title: 甲, kind: 五年规划, start_year: 2011, end_year: 2015, parent: «five}\n",
        ),
        expect="{0}: 五年规划没有上级规划，这里写着“five”。请删去 parent；上一个五年规划写在 previous。",
    ),
    "plan-previous": case(
        (
            PLANS,
            LEDGER[PLANS]
            + "- {id: next, title: 甲, kind: 五年规划, start_year: 2020, end_year: 2025, previous: «five}\n",
        ),
        expect="{0}: 上一轮规划“five”到 2020 年为止，本规划 2020 年就已开始。请改正 previous 或年份。",
    ),
    "relation-previous": case(
        (FIVE_INDICATORS, "relation: 其中", "relation: «接续"),
        expect="{0}: “接续”的指标“output”不属于上一轮规划。请改正指标，或在规划上写 previous。",
    ),
    # -- dates
    "day-none": case(
        (FIVE_TASKS, "due: 2020\n", "due: «2020-02-30\n"),
        (PROJECTS, "starts: 2016-05", "starts: «2017-04-31"),
        (PROJECTS, "finishes: 2018", "finishes: «2018-02-29"),
        (FIVE_INDICATORS, "    value: 500\n", "    value: 500\n    due: «2020-06-31\n"),
        (FIVE_TASKS, "- due: 2017-06\n", "- due: «2017-11-31\n"),
        expect=(
            "{4}: “完成时限”的“2020-06-31”不是日历上有的日子。请核对原文，改正日期。",
            "{2}: “开工时间”的“2017-04-31”不是日历上有的日子。请核对原文，改正日期。",
            "{3}: “竣工时间”的“2018-02-29”不是日历上有的日子。请核对原文，改正日期。",
            "{0}: “完成时限”的“2020-02-30”不是日历上有的日子。请核对原文，改正日期。",
            "{1}: “完成时限”的“2017-11-31”不是日历上有的日子。请核对原文，改正日期。",
        ),
    ),
    "days-order": case(
        (FIVE_TASKS, "start_year: 2016\n", "start_year: «2021\n"),
        (PROJECTS, "starts: 2016-05", "starts: «2019-01"),
        (ROUNDS, "opens_on: 2018-07-01", "opens_on: «2018-07-16"),
        (ANSWERS, "2018-07-10", "2018-07-18"),
        (FEEDBACK, "  asked_on: 2018-04-01\n", "  asked_on: «2018-04-01\n  answered_on: 2018-03-01\n  answer: 现价\n"),
        expect=(
            "{3}: “提出日期”2018-04-01 晚于“答复日期”2018-03-01。请改正其中一项。",
            "{1}: “开工时间”2019-01 晚于“竣工时间”2018。请改正其中一项。",
            "{2}: “开始日期”2018-07-16 晚于“截止日期”2018-07-15。请改正其中一项。",
            "{0}: “开始年”2021 晚于“完成时限”2020。请改正其中一项。",
        ),
    ),
    "days-order/of a task that ended": case(
        more_tasks(task("more", LEADS + ", start_year: «2018, ended_on: 2017-12-31, end_reason: 取消")),
        expect="{0}: “开始年”2018 晚于“终止日期”2017-12-31。请改正其中一项。",
    ),
    "milestone-order": case(
        (FIVE_TASKS, "      text: 完成选址\n", "      text: 完成选址\n    - due: «2017-05-31\n      text: 立项\n"),
        expect="{0}: 节点的时限 2017-05-31 早于前一个节点的 2017-06。请按时间先后排列，或改正时限。",
    ),
    # -- what a result counts
    "basis-year": case(
        observation("id: o1, period: 2017-Q3, value: 300, value_text: 300亿元, basis: «当年"),
        expect="{0}: 时期 2017-Q3 只是一年里的一段，计数方式却是“当年”。"
        "请从一月加起来的用 年内累计，平均数用 年内平均，只是这一段的用 当期。",
    ),
    "basis-part": case(
        observation("id: o2, period: 2017, value: 300, value_text: 300亿元, basis: «年内累计"),
        expect="{0}: 计数方式是“年内累计”，时期 2017 却是一整年。请写明到哪个月、季度或半年；全年的数用 当年。",
    ),
    "basis-part/the other two": case(
        observation("id: o3, period: 2017, value: 300, value_text: 300亿元, basis: «年内平均"),
        (DISCLOSURE, "period: 2017\n    since_year: 2016\n    value: 5\n", "period: 2017\n    value: 5\n"),
        (DISCLOSURE, "basis: 累计", "basis: «当期"),
        expect=(
            "{0}: 计数方式是“年内平均”，时期 2017 却是一整年。请写明到哪个月、季度或半年；全年的数用 当年。",
            "{1}: 计数方式是“当期”，时期 2017 却是一整年。请写明到哪个月、季度或半年；全年的数用 当年。",
        ),
    ),
    "since-year-unwanted/of a part": case(
        observation("id: o4, period: 2017-H1, since_year: «2017, value: 300, value_text: 300亿元, basis: 年内累计"),
        expect="{0}: 计数方式是“年内累计”，不需要累计起始年。请删去 since_year，或把 basis 改为 累计。",
    ),
    "as-of-early": case(
        observation("id: o5, period: 2017-Q3, as_of_on: «2017-06-30, value: 300, value_text: 300亿元, basis: 当期"),
        expect="{0}: 截止日期 2017-06-30 早于时期 2017-Q3 开始的那一天。请改正其中一项。",
    ),
    "reported-half": case(
        observation("id: o6, period: 2016, reported_by: «区发展局, value: 300, value_text: 300亿元, basis: 时点"),
        (DISCLOSURE, "    value: 5\n", "    value: 5\n    reported_on: «2018-01-05\n"),
        expect=(
            "{0}: 填报单位与填报日期应当同有同无。请补上另一项，或都删去。",
            "{1}: 填报单位与填报日期应当同有同无。请补上另一项，或都删去。",
        ),
    ),
    "other-figure": case(
        observation("id: o7, period: 2016, revises: «output-2017, value: 300, value_text: 300亿元, basis: 时点"),
        (FIVE_INDICATORS, "    value: 500\n", "    value: 500\n    replaced_by: «planting-2016-2020\n"),
        expect=(
            "{0}: “更正的记录”的“output-2017”不是同一指标、同一单位的数，或时期不同。请改为正确的标识，或删去。",
            "{1}: “接替记录”的“planting-2016-2020”不是同一指标、同一单位的数，或时期不同。请改为正确的标识，或删去。",
        ),
    ),
    # -- ranges
    "range-missing": case(
        figures(indicator("a", "年均增速", "'%'", target("«5", "5%—7%"))),
        expect="{0}: 原文表述“5%—7%”是一个范围，没有写上限。请在 value_max 里写 7，value 写下限。",
    ),
    "range-half": case(
        (
            FIVE_INDICATORS,
            "    value: 500\n    value_text: 达到500亿元",
            "    value_max: «500\n    value_text: 五百左右",
        ),
        (FIVE_INDICATORS, "    comparator: ≥\n    value_max", "    value_max"),
        expect="{0}: 写了上限数值，没有写下限。请补上 value。",
    ),
    "range-order": case(
        figures(indicator("a", "年均增速", "'%'", target("7", "5%—7%", rest=", value_max: «5"))),
        expect="{0}: 上限数值 5 不大于数值 7。请核对原文，改正其中一项。",
    ),
    "range-comparator": case(
        figures(indicator("a", "年均增速", "'%'", target("5", "5%—7%", "«≥", rest=", value_max: 7"))),
        expect="{0}: 目标是一个范围，比较符却是“≥”。请改为 =；原文有“左右”的用 ≈。",
    ),
    "value-text/of the upper end": case(
        figures(indicator("a", "年均增速", "'%'", target("5", "5%—7%", rest=", value_max: «8"))),
        expect="{0}: 数值“8”与原文表述“5%—7%”里的数不同。请核对原文，改正其中一项。",
    ),
    "comparator-words/about": case(
        figures(indicator("a", "期末水平", "张", target("6000", "民宿床位6000张", "«≈"))),
        expect="{0}: 比较符“≈”与原文表述“民宿床位6000张”不符。请改为“=”。",
    ),
    # -- tasks, units, projects
    "printed-role": case(
        (DOCUMENTS, "- id: doc-five\n", "- id: doc-five\n  assigns: 首位牵头\n"),
        (
            FIVE_TASKS,
            "lead: [区发展局, 区文化局]",
            "lead: [{name: 区发展局, printed_role: 责任单位}, {name: «区文化局, printed_role: 责任单位}]",
        ),
        expect="{0}: 文件的责任写法是“首位牵头”，“区文化局”应当是 配合，这里是 牵头。"
        "请改正角色或次序；另有角色用语的，把它写在 printed_role 里。",
    ),
    "printed-role/of those that all lead": case(
        (DOCUMENTS, "- id: doc-five\n", "- id: doc-five\n  assigns: 全部牵头\n"),
        (FIVE_TASKS, "support: [区文化局,", "support: [{name: «区文化局, printed_role: 责任单位},"),
        expect="{0}: 文件的责任写法是“全部牵头”，“区文化局”应当是 牵头，这里是 配合。"
        "请改正角色或次序；另有角色用语的，把它写在 printed_role 里。",
    ),
    "indicator-lead": case(
        (FIVE_INDICATORS, "- id: output\n", "- id: output\n  support: [区文化局]\n"),
        (FIVE_INDICATORS, "- id: output\n", "- «id: output\n"),
        expect="{0}: 指标写了分工，却没有牵头单位。请补上 lead；只有一个责任单位的，由它牵头。",
    ),
    "due-words": case(
        ("tasks/five/01-industry.yml", "  due: 2020\n", "  due: «2020\n  due_text: 2019年底前\n"),
        expect="{0}: 完成时限 2020 与印着的“2019年底前”不符。请改为 2019-12，或改正 due_text。",
    ),
    "due-words/a month": case(
        ("tasks/five/01-industry.yml", "  due: 2020\n", "  due: «2020-06\n  due_text: 2020年9月底前\n"),
        expect="{0}: 完成时限 2020-06 与印着的“2020年9月底前”不符。请改为 2020-09，或改正 due_text。",
    ),
    "comparator-words/a word before the number": case(
        (
            "indicators/five/01-industry.yml",
            "    comparator: ≥\n    value: 500\n    value_text: 达到500亿元",
            "    comparator: «=\n    value: 500\n    value_text: 约500亿元",
        ),
        expect="{0}: 比较符“=”与原文表述“约500亿元”不符。请改为“≈”。",
    ),
    "qualifier-comparator": case(
        figures(indicator("a", "期末水平", "家", target("500", "500家", "≥", ", qualifier: «左右"))),
        expect="{0}: 限定词“左右”与比较符“≥”不符。请核对原文，改正其中一项。",
    ),
    "qualifier-missing": case(
        figures(indicator("a", "期末水平", "家", target("500", "«500余家"))),
        expect="{0}: 原文表述“500余家”里有“余”，限定词却空着。请补上 qualifier: 余。",
    ),
    "qualifier-missing/of a result": case(
        observation("id: o9, period: 2015, value: 300, value_text: «近300亿元, basis: 时点"),
        expect="{0}: 原文表述“近300亿元”里有“近”，限定词却空着。请补上 qualifier: 近。",
    ),
    "qualifier-words": case(
        figures(indicator("a", "期末水平", "家", target("500", "500余家", rest=", qualifier: «约"))),
        expect="{0}: 限定词“约”与原文表述“500余家”不符。请改为“余”。",
    ),
    "alias-joined": case(
        (DEPARTMENTS, "aliases: 发展局、区发展局本级", "aliases: «发展局，区发展局本级"),
        expect="{0}: 别称“发展局，区发展局本级”用“，”隔开，成了一个长名称。请改用顿号隔开，写成 发展局、区发展局本级。",
    ),
    "unknown-organization/several": case(
        (FIVE_TASKS, "lead: [区发展局, 区文化局]", "lead: [区发展局, «区文化局、区文旅局]"),
        expect="{0}: 没有名为“区文化局、区文旅局”的单位。"
        "请核对写法（像是几个单位写在了一起，应当一项写一个：[区文化局, 区文旅局]）,或先在 organizations/ 登记。",
    ),
    "due-missing": case(
        more_tasks(task("more", LEADS + ", recurrence: «限期, due_text: 按市里要求")),
        expect="{0}: 时限类型是 限期，却没有完成时限。请补上 due，或改正 recurrence。",
    ),
    "end-half": case(
        more_tasks(task("a", LEADS + ", ended_on: «2018-06-30") + task("b", LEADS + ", end_reason: «取消")),
        expect=(
            "{0}: 终止日期与终止原因应当同有同无。请补上另一项，或都删去。",
            "{1}: 终止日期与终止原因应当同有同无。请补上另一项，或都删去。",
        ),
    ),
    "merged-where": case(
        more_tasks(task("more", LEADS + ", ended_on: 2018-06-30, end_reason: «并入")),
        expect="{0}: 任务已并入别的任务，却没有写是哪一个。请补上 replaced_by。",
    ),
    "parent-collective": case(
        (TOWNS, "- id: star\n", "- id: star\n  parent: «各镇\n"),
        expect="{0}: “各镇人民政府”是统称，不能作上级单位。请改为具体的单位，或删去 parent。",
    ),
    "phone-mobile": case(
        (TOWNS, "- id: star\n", "- id: star\n  phone: «139-0000-0000\n"),
        expect="{0}: “139********00”像是个人的手机号码。请改为对外公布的办公电话，或删去。",
    ),
    "place-kind": case(
        (PROJECTS, "places: [听雨镇]", "places: [听雨镇, «区文化局]"),
        expect="{0}: “区文化局”是政府部门，不是地方。请places 里只写镇、乡、街道、县区、功能区，别的单位写在分工里。",
    ),
    "investment-unit": case(
        (PROJECTS, "  unit: 亿元\n", ""),
        (PROJECTS, "total_investment: ", "total_investment: «"),
        expect="{0}: 项目有投资额而没有单位。请补上 unit，例如 亿元。",
    ),
    "other-plan/project": case(
        (PROJECTS, "task: grow\n", "task: «grow-2018\n"),
        expect="{0}: “任务”的“grow-2018”属于另一个规划 year-2018。请改为本规划的标识。",
    ),
    # -- the office's own work
    "submission-collective": case(
        (ANSWERS, LEDGER[ANSWERS] + answer("1", "2018-07-10", "«各镇")),
        expect="{0}: “各镇人民政府”是统称，不能填报。请写具体的单位。",
    ),
    "submission-number": case(
        (ANSWERS, LEDGER[ANSWERS] + answer("1", "2018-07-10") + answer("«3", "2018-07-11")),
        expect="{0}: 同一单位的填报次数应当从 1 起连着写，这里应是 2，写的是 3。请改正次数或次序。",
    ),
    "submission-early": case(
        (ANSWERS, LEDGER[ANSWERS] + answer("1", "«2018-06-30")),
        expect="{0}: 收到日期 2018-06-30 早于这一轮的开始日期 2018-07-01。请改正其中一项。",
    ),
    "submission-order": case(
        (ANSWERS, LEDGER[ANSWERS] + answer("1", "2018-07-12") + answer("2", "«2018-07-11")),
        expect="{0}: 收到日期 2018-07-11 早于上一次填报的 2018-07-12。请改正日期或次数。",
    ),
    "remark-answer": case(
        (REMARKS, "state: 长期", "state: «已答"),
        expect="{0}: 批注标为 已答，却没有答复。请补上 answer，或把状态改为 未决。",
    ),
    "feedback-personal": case(
        (FEEDBACK, "question: 产值按什么价格计算", "question: «产值按什么价格计算，回我13800138000"),
        expect=(
            "{0}: “产值按什么价格计算，回我（号码已略去）”里有手机号、证件号、卡号、邮箱一类的个人号码。"
            "请删去号码，这里的话人人看得见。"
        ),
    ),
    "feedback-half": case(
        (FEEDBACK, "  asked_on: 2018-04-01\n", "  asked_on: 2018-04-01\n  answer: «现价\n"),
        expect="{0}: 答复与答复日期应当同有同无。请补上另一项。",
    ),
    "acknowledged-code": case(
        (ACKNOWLEDGED, "- {code: «magnitud, record: output-2017, value: 410.5, reason: 甲, on: 2018-03-01}\n"),
        expect="{0}: “magnitud”不是疑点的代号。请改为magnitude。",
    ),
    "record-unknown": case(
        (ACKNOWLEDGED, "- {code: magnitude, record: «output-2071, value: 410.5, reason: 甲, on: 2018-03-01}\n"),
        (FEEDBACK, "record: output\n", "record: «outputs\n"),
        expect=(
            "{0}: “output-2071”不是任何一条记录的标识。请改为“output-2017”，或先登记它。",
            "{1}: “outputs”不是任何一条记录的标识。请改为“output”，或先登记它。",
        ),
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
    "an annual plan that continues the one before": case(
        (
            PLANS,
            LEDGER[PLANS]
            + "- {id: year-2017, title: 甲, kind: 年度计划, start_year: 2017, end_year: 2017, parent: five}\n",
        ),
        (PLANS, "- id: year-2018\n", "- id: year-2018\n  previous: year-2017\n"),
        ("sections/year-2017.yml", "- {id: z1, number: 一、, title: 甲}\n"),
        (
            "tasks/year-2017/01.yml",
            "- {id: old, section: z1, title: 甲, title_source: 自拟, summary: 甲, kind: 年度任务,\n"
            "   source: {document: doc-2018, locator: 一}}\n",
        ),
        (
            "indicators/year-2017/01.yml",
            "- {id: output-2017-own, section: z1, name: 产值, nature: 年度指标, measure: 定性}\n",
        ),
        (YEAR_TASKS, "reason: 都要扩大产业\n", "reason: 都要扩大产业\n    - {task: old, reason: 接着做}\n"),
        (
            YEAR_INDICATORS,
            "- id: output-2018\n",
            "- id: output-2018\n  relations: [{related: output-2017-own, relation: 接续, reason: 同一指标}]\n",
        ),
    ),
    "other plans of one year have tasks and indicators of both kinds": case(
        (PLANS, LEDGER[PLANS].replace("kind: 年度计划", "kind: 民生实事")),
        (
            "tasks/year-2018/02.yml",
            "- {id: deed, section: y1, title: 甲, title_source: 自拟, summary: 甲, kind: 重点任务,\n"
            "   lead: [区发展局], lead_mode: 单独牵头, source: {locator: 二}}\n",
        ),
        (
            "indicators/year-2018/02.yml",
            "- {id: deeds, section: y1, name: 件数, nature: 任务指标, measure: 定性}\n",
        ),
    ),
    "a plan of three years below one of five": case(
        (
            PLANS,
            LEDGER[PLANS]
            + "- {id: three, title: 甲, kind: 行动计划, start_year: 2019, end_year: 2021, parent: five}\n"
            + "- {id: own, title: 乙, kind: 专项规划, start_year: 2016, end_year: 2020, parent: five}\n"
            + "- {id: next, title: 丙, kind: 五年规划, start_year: 2021, end_year: 2025, previous: five}\n",
        ),
    ),
    "a town below a department": case(
        (TOWNS, "- id: star\n", "- id: star\n  parent: 区发展局\n  phone: 022-27391234\n")
    ),
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
    "parts of a year, each on its basis": case(
        (
            DISCLOSURE,
            "observations:\n",
            "observations:\n"
            + "".join(
                f"  - {{id: part-{n}, indicator: output, period: {period}, value: 30{n}, value_text: 30{n}亿元,\n"
                f"     basis: {basis}, status: 实际, source: {{locator: 二-9}}}}\n"
                for n, (period, basis) in enumerate(
                    [("2017-09", "年内累计"), ("2017-H1", "年内平均"), ("2017-Q2", "当期"), ("2017-06", "时点")]
                )
            ),
        ),
    ),
    "a result that is revised": case(
        observation(
            "id: mended, revises: output-2017, period: 2017, value: 400, value_text: 400亿元, basis: 时点,"
            " reported_by: 区发展局, reported_on: 2018-01-20, as_of_on: 2017-12-31"
        ),
    ),
    "targets of several tiers, and one that was revised": case(
        (
            DISCLOSURE,
            "observations:\n",
            "".join(
                f"  - {{{id_}indicator: output, start_year: 2018, end_year: 2018, comparator: ≥, value: {value},\n"
                f"     value_text: 达到{value}亿元, source: {{locator: 二-9}}{rest}}}\n"
                for id_, value, rest in [
                    ("", "450", ", tier: 基本"),
                    ("", "460", ", tier: 力争"),
                    ("", "470", ", set_by: 上级下达"),
                    ("id: old, ", "440", ", replaced_by: new"),
                    ("id: new, ", "430", ""),
                ]
            )
            + "observations:\n",
        ),
    ),
    "a target beyond its annual plan": case(
        (
            YEAR_INDICATORS,
            "    value: 450\n",
            "    value: 450\n    start_year: 2018\n    end_year: 2019\n    due: 2019-06-30\n",
        ),
    ),
    "a task with a step and a last day": case(
        (FIVE_TASKS, "due: 2020\n", "due: 2020-12-20\n  due_text: 每月调度，12月20日前\n  recurrence: 每月\n"),
        (PROJECTS, "starts: 2016-05\n  finishes: 2018", "starts: 2016-05\n  finishes: 2016"),
    ),
    "a task that was merged": case(
        more_tasks(task("more", LEADS + ", ended_on: 2018-06-30, end_reason: 并入, replaced_by: grow")),
    ),
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
            "     basis: 当期, status: 实际, source: {locator: 二-9}}\nreports:\n",
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
    "a change in any unit": case(
        figures(
            indicator("a", "比基期增减", "岁", target("1", "提高1岁"))
            + indicator("b", "比基期增减", "家", target("300", "净增300家"))
        ),
    ),
    "ranges": case(
        figures(
            indicator("a", "年均增速", "'%'", target("5", "5%—7%", rest=", value_max: 7"))
            + indicator("b", "期末水平", "家", target("300", "300到500家左右", "≈", ", value_max: 500"))
            + indicator("c", "期末水平", "'%'", target("58", "由42%提高至58%"))
            + indicator("d", "规划期累计", "家", target("12", "1—9月新增12家"))
            + indicator("e", "期末水平", "分钟", target("5", "从10分钟到5分钟", "="), direction="越低越好")
        ),
    ),
    "about so much": case(
        figures(
            indicator("a", "期末水平", "张", target("6000", "6000张左右", "≈"))
            + indicator("b", "期末水平", "张", target("6000", "约6000张", "≈"))
            + indicator("c", "期末水平", "张", target("6000", "6000张", "≈", ", qualifier: 左右"))
        ),
    ),
    "values in words": case(
        figures(
            indicator("a", "期末水平", "'%'", target("30", "占三成"))
            + indicator("b", "比基期增减", "倍", target("2", "翻一番"))
            + indicator("c", "期末水平", "'%'", target("50", "过半", ">"))
            + indicator("d", "每年", "起", target("0", "零发生"), direction="越低越好")
        ),
    ),
    "no unit at all": case(figures(indicator("a", "期末水平", "无量纲", target("1.5", "1.5")))),
    "a milestone of which the document says something": case(
        (DISCLOSURE, "tasks: [grow]", "tasks: [grow]\n    indicators: [{indicator: output, verdict: 达到序时进度}]"),
    ),
    "zero needs no unit": case(figures(indicator("a", "期末水平", "", target("0", "零", "=")))),
    "words need no unit": case(figures(indicator("a", "定性", "", target("", "明显改善", "")))),
    "a ceiling that is only about right": case(
        figures(indicator("a", "期末水平", "'%'", target("3", "控制在3%左右", "≈"), direction="越低越好")),
    ),
    "units of a rate": case(
        figures(
            indicator("a", "年均增速", "'%'", target("7.5", "年均增长7.5%左右", "≈"))
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
    "parts in per cent of each year": case(
        (FIVE_INDICATORS, "measure: 规划期累计\n  unit: 万株", "measure: 每年\n  unit: '%'"),
        (FIVE_INDICATORS, "    value: 10\n    value_text: 10万株", "    value: 10\n    value_text: 10%"),
        (DISCLOSURE, "value: 4\n    value_text: 4万株", "value: 40\n    value_text: 40%"),
    ),
    "parts that rounding alone makes more than the whole": case(
        (FIVE_INDICATORS, "    value: 10\n    value_text: 10万株", "    value: 10.0\n    value_text: 10.0万株"),
        (DISCLOSURE, "value: 4\n    value_text: 4万株", "value: 3.4\n    value_text: 3.4万株"),
        (
            DISCLOSURE,
            "observations:\n",
            "  - {indicator: planting, organization: 望星镇, start_year: 2016, end_year: 2020, comparator: =,\n"
            "     value: 6.7, value_text: 6.7万株, source: {locator: 二-9}}\nobservations:\n",
        ),
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
    "a document that assigns nobody": case(
        (DOCUMENTS, "- id: doc-five\n", "- id: doc-five\n  assigns: 不指派\n"),
        more_tasks(task("more", "kind: 保障措施")),
    ),
    "a task whose indicators name who is responsible": case(
        more_tasks(task("more", "kind: 主要目标")),
        (FIVE_INDICATORS, "- id: planting\n  section: s1\n", "- id: planting\n  task: more\n  section: s1\n"),
    ),
    "the first of a list leads": case(
        (DOCUMENTS, "- id: doc-five\n", "- id: doc-five\n  assigns: 首位牵头\n"),
        more_tasks(
            task(
                "more",
                "kind: 重点任务, lead_mode: 单独牵头, lead: [{name: 区发展局, printed_role: 责任单位}],"
                " support: [{name: 区文化局, printed_role: 责任单位}, 各镇]",
            )
        ),
    ),
    "a unit that answers twice": case(
        (ANSWERS, LEDGER[ANSWERS] + answer("1", "2018-07-10") + answer("2", "2018-07-10"))
    ),
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
    "500亿元左右": "≈",
    "达到500亿元左右": "≈",
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
    "a year for a date": (
        (DOCUMENTS, "published_on: 2018-02-01", "published_on: '2018'"),
        (DOCUMENTS, "signed_on: 2018-01-18", "signed_on: '2018'"),
        (DISCLOSURE, "period: 2017\n    value: 410.5", "period: 2018\n    value: 410.5"),
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
