"""Doubts: each kind of fault is found with its words, what is only unusual is not, and any may be answered."""

from __future__ import annotations

import tempfile
from copy import deepcopy
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ledger.checks.doubts import find_doubts
from generator.ledger.enums import Basis
from generator.ledger.reading.findings import Finding, worst_first
from tests.conftest import ROOT
from tests.helpers.endurance import examples
from tests.helpers.ledger import HERE, Case, Edit, case, contract, edited, findings_of, params, tables_of, write

FIVE_TASKS, FIVE_INDICATORS = "tasks/five/01-industry.yml", "indicators/five/01-industry.yml"
DOCUMENTS = "documents.yml"
DISCLOSURE, PROJECTS, ACKNOWLEDGED = "disclosures/doc-2018.yml", "projects/five/01.yml", "acknowledged.yml"


def doubts_of(data: Path) -> list[Finding]:
    """The doubts and notices of a ledger's folder, gravest first."""
    return worst_first(find_doubts(tables_of(data)))


def results(*records: str) -> Edit:
    """Further results of the year before, from the same document."""
    common = "status: 实际, source: {locator: 二-9}"
    lines = "".join(f"  - {{{record}, {common}}}\n" for record in records)
    return (DISCLOSURE, "observations:\n", f"observations:\n{lines}")


def indicators(*records: str) -> Edit:
    """Further indicators of the five-year plan."""
    return (
        "indicators/five/02-more.yml",
        "".join(f"- {{section: s1, nature: 预期性, {record}}}\n" for record in records),
    )


def parts(
    *goals: tuple[str, str], whole: str, unit: str = "万株", measure: str = "规划期累计", direction: str = "越高越好"
) -> tuple[Edit, Edit]:
    """A further indicator that is broken down to towns."""
    names = {"听雨镇": "rain", "望星镇": "star"}
    common = "indicator: shared, start_year: 2016, end_year: 2020, comparator: '='"
    lines = "".join(
        f"  - {{{common}, id: goal-{names[town]}, organization: {town}, value: {value}, "
        f"value_text: '{value.lstrip(HERE)}{unit}', source: {{locator: 二-9}}}}\n"
        for town, value in goals
    )
    target = f"{{comparator: '=', value: {whole}, value_text: '{whole}{unit}', source: {{locator: 一}}}}"
    more = f"id: shared, name: 植树造林, measure: {measure}, unit: '{unit}', direction: {direction}, target: {target}"
    return (indicators(more), (DISCLOSURE, "observations:\n", f"{lines}observations:\n"))


def told(words: str, code: str, record: str, value: str) -> str:
    """A doubt as it is printed."""
    answer = f"{{code: {code}, record: {record}, value: {value}, reason: 理由, on: 日期}}"
    return words.replace("@", f"；没有错，就在 data/acknowledged.yml 里登记 {answer}。[{code}]")


TREES = "indicator: planting, period: 2016, since_year: 2016"
OWN = "indicator: planting, basis: 当年"

LIBRARY = ("organizations/others.yml", "- {id: library, name: 区图书馆, kind: 事业单位}\n")
SPRAWL = "id: sprawl, name: 站点, unit: 个, direction: 越高越好"


def goal(value: str, text: str) -> str:
    """A target inside an indicator."""
    return f"target: {{comparator: '=', value: {value}, value_text: {text}, source: {{locator: 一}}}}"


CASES: dict[str, Case] = {
    "other-number": case(
        indicators(f"{SPRAWL}, measure: 期末水平, {goal('«2', '二期工程500个')}"),
        expect=told(
            "{0}: 疑点：原文表述“二期工程500个”里，带单位“个”的数是 500，不是 2。请核对原文，看看是不是取错了数@",
            "other-number",
            "sprawl-2016-2020",
            "2",
        ),
    ),
    "measure-words": case(
        indicators(f"{SPRAWL}, measure: 规划期累计, {goal('500', '«每年500个')}"),
        expect=told(
            "{0}: 疑点：原文表述“每年500个”说的是每年，指标的计量方式却是 规划期累计。"
            "请核对原文，看看计量方式，或者是不是取错了指标@",
            "measure-words",
            "sprawl-2016-2020",
            "每年500个",
        ),
    ),
    "measure-name": case(
        indicators("id: firms, name: 每年新增企业, unit: 家, direction: 越高越好, measure: «规划期累计"),
        expect=told(
            "{0}: 疑点：“每年新增企业”说的是每年，计量方式却是 规划期累计。请核对原文，看看计量方式，或者改名称@",
            "measure-name",
            "firms",
            "规划期累计",
        ),
    ),
    "basis-words": case(
        (DISCLOSURE, "value: 5\n    value_text: 5万株", "value: 5\n    value_text: «全年5万株"),
        expect=told(
            "{0}: 疑点：原文表述“全年5万株”说的是一年的数，计数方式却是 累计。请核对原文，看看计数方式@",
            "basis-words",
            "planting-2017-since-2016-forecast",
            "全年5万株",
        ),
    ),
    "period-words": case(
        results("indicator: output, period: 2015, value: 300, value_text: «上半年300亿元, basis: 当年"),
        expect=told(
            "{0}: 疑点：原文表述“上半年300亿元”说的是到 6 月为止，时期却是 2015。"
            "请核对原文，看看时期，或者是不是取错了数@",
            "period-words",
            "output-2015",
            "上半年300亿元",
        ),
    ),
    "year-words": case(
        indicators(f"{SPRAWL}, measure: 期末水平, {goal('80', '«到2025年80个')}"),
        expect=told(
            "{0}: 疑点：原文表述“到2025年80个”说的是 2025 年，时期却是 2016—2020。"
            "请核对原文，看看年份，或者是不是取错了数@",
            "year-words",
            "sprawl-2016-2020",
            "到2025年80个",
        ),
    ),
    "unit-name": case(
        indicators("id: jobs, name: 就业人数（万人）, measure: 规划期累计, unit: «人, direction: 越高越好"),
        expect=told(
            "{0}: 疑点：名称“就业人数(万人)”里的单位是“万人”，单位却写着“人”。"
            "请核对原文，看看是哪一个写错了，数值和它相差多少倍@",
            "unit-name",
            "jobs",
            "人",
        ),
    ),
    "unit-rate": case(
        indicators("id: gas, name: 燃气普及率, measure: 期末水平, unit: «户, direction: 越高越好"),
        expect=told(
            "{0}: 疑点：“燃气普及率”是一个比率，单位却是“户”。请核对原文，看看单位，或者改名称@",
            "unit-rate",
            "gas",
            "户",
        ),
    ),
    "summary-figure": case(
        (FIVE_TASKS, "  summary: 把产业做大\n", "  summary: «产值达到333亿元\n"),
        expect=told(
            "{0}: 疑点：摘要里写着 333亿元，任务的指标“产值”却没有这个目标值。"
            "请核对原文，看看是摘要写错了，还是目标值录错了@",
            "summary-figure",
            "grow",
            "产值达到333亿元",
        ),
    ),
    "start-beyond": case(
        indicators(f"{SPRAWL}, measure: 期末水平, {goal('«80', '80个')}"),
        (
            "disclosures/doc-five.yml",
            "observations:\n  - {indicator: sprawl, period: 2015, value: 100, value_text: 100个, basis: 时点,"
            " status: 实际, source: {locator: 五}}\n",
        ),
        expect=told(
            "{0}: 疑点：同一份文件里，开始以前就是 100，目标值却是 80，方向是 越高越好。"
            "请核对原文，看看两个数和方向；原文确实定得比原来低（或高）的，登记理由@",
            "start-beyond",
            "sprawl-2016-2020",
            "80",
        ),
    ),
    "third-party": case(
        (DISCLOSURE, "third_party: false", "third_party: «true"),
        expect=told(
            "{0}: 疑点：评估方是“区发展局”，第三方却写着 true。请核对原文，看看是不是应当写 false@",
            "third-party",
            "check-2017",
            "true",
        ),
    ),
    "heading-number": case(
        ("sections/year-2018.yml", "- id: y1\n", "- {id: y0, number: 一、, title: 总述}\n- id: y1\n"),
        ("sections/year-2018.yml", "  number: 一、\n", "  number: «一、\n"),
        expect=told(
            "{0}: 疑点：标题编号“一、”排在“一、”的后面。请核对原文，看看编号是不是写重了，或者次序反了@",
            "heading-number",
            "y1",
            "一、",
        ),
    ),
    "heading-gap": case(
        ("sections/year-2018.yml", "- id: y1\n", "- {id: y0, number: 一、, title: 总述}\n- id: y1\n"),
        ("sections/year-2018.yml", "  number: 一、\n", "  number: «三、\n"),
        expect=told(
            "{0}: 疑点：标题编号从“一、”跳到“三、”。请核对原文，看看中间是不是漏了标题；有意不收录的，登记理由@",
            "heading-gap",
            "y1",
            "三、",
        ),
    ),
    "report-plan": case(
        (DISCLOSURE, "    tasks: [grow]\n", "    tasks: [grow, «grow-2018]\n"),
        expect=told(
            "{0}: 疑点：进展属于规划 five，所指的“grow-2018”却属于规划 year-2018。"
            "请核对原文，看看是不是指错了；说的是哪份规划，就写哪份规划@",
            "report-plan",
            "report-grow",
            "grow-2018",
        ),
    ),
    "result-plan": case(
        (
            "plans.yml",
            "- id: year-2018\n",
            "- {id: four, title: 旧, kind: 五年规划, start_year: 2011, end_year: 2015}\n- id: year-2018\n",
        ),
        ("sections/four.yml", "- {id: f1, title: 旧目标}\n"),
        (
            "indicators/four/01.yml",
            "- {id: old, section: f1, name: 旧的, nature: 预期性, measure: 期末水平, unit: 家, direction: 越高越好}\n",
        ),
        results("indicator: «old, period: 2015, value: 5, value_text: 5家, basis: 时点"),
        expect=told(
            "{0}: 疑点：这是填报轮次的文件，“old”却是另一份规划 four 的指标。请核对原文，看看指标是不是写错了@",
            "result-plan",
            "old-2015",
            "old",
        ),
    ),
    "answer-unasked": case(
        LIBRARY,
        (
            "submissions/round-2018.yml",
            "- organization: 区发展局\n",
            "- {organization: «区图书馆, number: 1, received_on: 2018-07-10, state: 齐}\n- organization: 区发展局\n",
        ),
        expect=told(
            "{0}: 疑点：“区图书馆”在这一轮的规划里没有任务和指标，也没有分解的目标。请核对原文，看看单位是不是写错了@",
            "answer-unasked",
            "round-2018",
            "library",
        ),
    ),
    "remark-unasked": case(
        LIBRARY,
        ("remarks/tasks.yml", "organization: 区发展局", "organization: «区图书馆"),
        expect=told(
            "{0}: 疑点：“区图书馆”与这一条所属的规划没有关系。请核对原文，看看单位是不是写错了@",
            "remark-unasked",
            "grow-question",
            "library",
        ),
    ),
    "grace-long": case(
        ("rounds.yml", "grace_days: 5", "grace_days: «300"),
        expect=told(
            "{0}: 疑点：宽限天数 300 超过了两个月。请核对原文，看看是不是多写了一位@", "grace-long", "round-2018", "300"
        ),
    ),
    "round-long": case(
        ("rounds.yml", "due_on: 2018-07-15", "due_on: «2019-07-15"),
        expect=told(
            "{0}: 疑点：一轮填报从开始到截止有 379 天。请核对原文，看看截止日期 2019-07-15 的年份和月份@",
            "round-long",
            "round-2018",
            "2019-07-15",
        ),
    ),
    "round-late": case(
        ("rounds.yml", "period: 2018-H1\n  opens_on: ", "period: 2016-H1\n  opens_on: «"),
        expect=told(
            "{0}: 疑点：时期 2016-H1 过了一年多，2018-07-01 才开始填报。请核对原文，看看是哪一个写错了@",
            "round-late",
            "round-2018",
            "2018-07-01",
        ),
    ),
    "weight-above": case(
        (FIVE_TASKS, "  title_source: 原文\n", "  title_source: 原文\n  weight: «500\n"),
        expect=told(
            "{0}: 疑点：分值 500 超过了 100，占了全部分值的一半以上。请核对原文，看看小数点@",
            "weight-above",
            "grow",
            "500",
        ),
    ),
    "name-joined": case(
        ("organizations/others.yml", "- {id: library, name: «区图书馆、区文化馆, kind: 事业单位}\n"),
        expect=told(
            "{0}: 疑点：单位名称“区图书馆、区文化馆”里有“、”，像是几个单位。"
            "请核对原文，一个单位写一条；确实是一个单位的，登记理由@",
            "name-joined",
            "library",
            "区图书馆、区文化馆",
        ),
    ),
    "drafted-late": case(
        ("documents.yml", "  signed_on: 2016-05-20\n", "  drafted_on: «2016-05-21\n  signed_on: 2016-05-20\n"),
        expect=told(
            "{0}: 疑点：成文日期 2016-05-21 晚于落款或发布的 2016-05-20。请核对原文，看看是哪一个写错了@",
            "drafted-late",
            "doc-five",
            "2016-05-21",
        ),
    ),
    "indicator-twice": case(
        (FIVE_INDICATORS, "  name: 植树\n", "  name: «产值\n"),
        expect=told(
            "{0}: 疑点：同一规划里有两个指标都叫“产值”（另一个是 output），读者分不清。"
            "请核对原文，在名称里写出差别，或在 relations 里写明两者的关系@",
            "indicator-twice",
            "planting",
            "产值",
        ),
    ),
    "plan-length": case(
        ("plans.yml", "  end_year: 2020\n", "  end_year: «2022\n"),
        expect=told(
            "{0}: 疑点：五年规划从 2016 年到 2022 年，有 7 年。请核对原文，看看年份@", "plan-length", "five", "2022"
        ),
    ),
    "due-outside": case(
        (FIVE_TASKS, "due: 2020\n", "due: «2021-06\n"),
        expect=told(
            "{0}: 疑点：完成时限 2021-06 不在规划期 2016—2020 之内。请核对原文，看看年份@",
            "due-outside",
            "grow",
            "2021-06",
        ),
    ),
    "target-late": case(
        (FIVE_INDICATORS, "    value: 500\n", "    due: «2021-06\n    value: 500\n"),
        expect=told(
            "{0}: 疑点：达到时限 2021-06 不在目标期 2016—2020 之内。请核对原文，看看年份@",
            "target-late",
            "output-2016-2020",
            "2021-06",
        ),
    ),
    "unit-odd": case(
        indicators("id: jobs, name: 就业, measure: 规划期累计, unit: «万仁, direction: 越高越好"),
        expect=told(
            "{0}: 疑点：计量单位“万仁”不常见，和常见的只差一个字。请核对原文，看看是不是写错了字@",
            "unit-odd",
            "jobs",
            "万仁",
        ),
    ),
    "turned-text": case(
        (
            FIVE_INDICATORS,
            "    value: 500\n    value_text: 达到500亿元",
            "    value: 500\n    value_text: «由800亿元提高到500亿元",
        ),
        (FIVE_INDICATORS, "comparator: ≥\n    value: 500", "comparator: =\n    value: 500"),
        expect=told(
            "{0}: 疑点：原文表述“由800亿元提高到500亿元”说的是提高，后面的数 500 却不是这样。"
            "请核对原文，看看两个数是不是写反了@",
            "turned-text",
            "output-2016-2020",
            "500",
        ),
    ),
    "indicator-twice/an alias": case(
        (FIVE_INDICATORS, "  name: 产值\n", "  name: 产值\n  aliases: «总产值、植树\n"),
        expect=told(
            "{0}: 疑点：同一规划里有两个指标都叫“植树”（另一个是 planting），读者分不清。"
            "请核对原文，在名称里写出差别，或在 relations 里写明两者的关系@",
            "indicator-twice",
            "output",
            "植树",
        ),
    ),
    "text-unfinished": case(
        (FIVE_TASKS, "summary: 建园区", "summary: «待补充"),
        expect=told(
            "{0}: 疑点：“待补充”像是先占个位置，还没有写。请核对原文，看看是不是忘了写@",
            "text-unfinished",
            "parks",
            "待补充",
        ),
    ),
    "bracket-half": case(
        (FIVE_TASKS, "title: 建设园区", "title: «建设“园区"),
        expect=told(
            "{0}: 疑点：“建设“园区”里的 “” 只有一半。请核对原文，看看是不是漏了字，或者文字没有录完@",
            "bracket-half",
            "parks",
            "建设“园区",
        ),
    ),
    "progress-state": case(
        (DISCLOSURE, "    summary: 产业继续扩大\n", "    summary: 产业继续扩大\n    progress: «100\n"),
        expect=told(
            "{0}: 疑点：完成比例是 100，状态却是 推进中。请核对原文，看看是哪一个写错了@",
            "progress-state",
            "report-grow",
            "100",
        ),
    ),
    "number-year": case(
        (DOCUMENTS, "〔2016〕7号", "〔2061〕7号"),
        (DOCUMENTS, "  doc_number: ", "  doc_number: «"),
        expect=told(
            "{0}: 疑点：文号“云政办发〔2061〕7号”的年份和文件的日期 2016-05-20 对不上。请核对原文，看看是哪一个写错了@",
            "number-year",
            "doc-five",
            "云政办发〔2061〕7号",
        ),
    ),
    "number-form": case(
        (DOCUMENTS, "doc_number: 云政办发〔2016〕7号", "doc_number: «云政办发[2016]7号"),
        expect=told(
            "{0}: 疑点：文号“云政办发[2016]7号”的写法不常见。"
            "请核对原文，看看年份是不是在〔〕里，后面是不是有号数，例如 〔2016〕7号@",
            "number-form",
            "doc-five",
            "云政办发[2016]7号",
        ),
    ),
    "from-value": case(
        (
            FIVE_INDICATORS,
            "    value: 500\n    value_text: 达到500亿元",
            "    value: «400\n    value_text: 由400亿元提高到500亿元",
        ),
        (FIVE_INDICATORS, "    comparator: ≥\n    value: «400", "    comparator: =\n    value: «400"),
        expect=told(
            "{0}: 疑点：原文表述“由400亿元提高到500亿元”里，400 是原来的数。请核对原文，看看数值是不是应当写 500@",
            "from-value",
            "output-2016-2020",
            "400",
        ),
    ),
    "yearly-level": case(
        indicators(
            "id: a, name: 甲, unit: '%', measure: 期末水平, direction: 越高越好,"
            " target: {comparator: '=', value: 7, value_text: «年均增长7%, source: {locator: 三}}"
        ),
        expect=told(
            "{0}: 疑点：原文表述“年均增长7%”说的是年均，指标的计量方式却是 期末水平。"
            "请核对原文，看看计量方式是不是年均增速@",
            "yearly-level",
            "a-2016-2020",
            "年均增长7%",
        ),
    ),
    "title-twice": case(
        (FIVE_TASKS, "title: 建设园区", "title: «扩大产业规模"),
        expect=told(
            "{0}: 疑点：“标题”的“扩大产业规模”和 grow 的一样。请核对原文，看看是不是录了两遍@",
            "title-twice",
            "parks",
            "扩大产业规模",
        ),
    ),
    "printed-unit": case(
        results(
            "indicator: planting, id: p, organization: 望星镇, period: 2017, value: «4, value_text: 4株, basis: 当年"
        ),
        expect=told(
            "{0}: 疑点：原文表述“4株”里的单位是“株”，指标的单位是“万株”。"
            "请核对原文，看看是不是换算错了，或者取错了指标@",
            "printed-unit",
            "p",
            "4",
        ),
    ),
    "printed-unit/of a target": case(
        (
            FIVE_INDICATORS,
            "    value: 500\n    value_text: 达到500亿元",
            "    value: «500\n    value_text: 达到500万元",
        ),
        expect=told(
            "{0}: 疑点：原文表述“达到500万元”里的单位是“万元”，指标的单位是“亿元”。"
            "请核对原文，看看是不是换算错了，或者取错了指标@",
            "printed-unit",
            "output-2016-2020",
            "500",
        ),
    ),
    "magnitude": case(
        (DISCLOSURE, "value: 410.5\n    value_text: 410.5亿元", "value: «4105\n    value_text: 4105亿元"),
        expect=told(
            "{0}: 疑点：数值 4105 约是目标值 500 的 8 倍。请核对原文，看看小数点和单位@",
            "magnitude",
            "output-2017",
            "4105",
        ),
    ),
    "magnitude/of the last value": case(
        results("indicator: output, id: last, period: 2016, value: 390, value_text: 390亿元, basis: 时点"),
        (DISCLOSURE, "value: 410.5\n    value_text: 410.5亿元", "value: «41.05\n    value_text: 41.05亿元"),
        expect=told(
            "{0}: 疑点：数值 41.05 约是 2016 的数值 390 的 1/10。请核对原文，看看小数点和单位@",
            "magnitude",
            "output-2017",
            "41.05",
        ),
    ),
    "magnitude/of a count that is not small": case(
        indicators("id: parks, name: 园区数, measure: 期末水平, unit: 个, direction: 越高越好"),
        results(
            "indicator: parks, period: 2016, value: 2, value_text: 2个, basis: 时点",
            "indicator: parks, id: twenty, period: 2017, value: «20, value_text: 20个, basis: 时点",
        ),
        expect=told(
            "{0}: 疑点：数值 20 约是 2016 的数值 2 的 10 倍。请核对原文，看看小数点和单位@",
            "magnitude",
            "twenty",
            "20",
        ),
    ),
    "share-above": case(
        indicators("id: cover, name: 绿化覆盖率, measure: 期末水平, unit: '%', direction: 越高越好"),
        results("indicator: cover, id: c, period: 2017, value: «421.5, value_text: 421.5%, basis: 时点"),
        expect=told(
            "{0}: 疑点：“绿化覆盖率”以 % 计，数值 421.5 超过了 100。请核对原文，看看小数点，或者是不是增长的幅度@",
            "share-above",
            "c",
            "421.5",
        ),
    ),
    "share-above/each year": case(
        indicators("id: pass, name: 水质达标率, measure: 每年, unit: '%', direction: 越高越好"),
        results("indicator: pass, id: p, period: 2017, value: «120, value_text: 120%, basis: 当年"),
        expect=told(
            "{0}: 疑点：“水质达标率”以 % 计，数值 120 超过了 100。请核对原文，看看小数点，或者是不是增长的幅度@",
            "share-above",
            "p",
            "120",
        ),
    ),
    "negative-count": case(
        results(f"{OWN}, id: own, period: 2017, value: «-2, value_text: 负2万株"),
        expect=told(
            "{0}: 疑点：“植树”的数值 -2 是负数。请核对原文，看看符号，或者是不是增减的数@",
            "negative-count",
            "own",
            "-2",
        ),
    ),
    "negative-fall": case(
        indicators("id: energy, name: 单位能耗降低, measure: 比基期增减, unit: '%', direction: 越高越好"),
        results("indicator: energy, id: e, period: 2017, value: «-2.4, value_text: -2.4%, basis: 当年"),
        expect=told(
            "{0}: 疑点：“单位能耗降低”已经说是下降，数值 -2.4 又是负数。"
            "请核对原文，看看符号；真是不降反升的，照原文写@",
            "negative-fall",
            "e",
            "-2.4",
        ),
    ),
    "sum-falls": case(
        results(f"{TREES}, value: 6, value_text: 6万株, basis: 累计"),
        (DISCLOSURE, "value: 5\n", "value: «5\n"),
        expect=told(
            "{0}: 疑点：累计数 5 比 2016 的 6 还小。请核对原文，看看是不是只是这一段的数，或者统计口径变了@",
            "sum-falls",
            "planting-2017-since-2016-forecast",
            "5",
        ),
    ),
    "sum-falls/within a year and to its end": case(
        results(
            "indicator: planting, id: h1, period: 2017-H1, value: 3.5, value_text: 3.5万株, basis: 年内累计",
            "indicator: planting, id: q3, period: 2017-09, value: «3.4, value_text: 3.4万株, basis: 年内累计",
            f"{OWN}, id: own, period: 2017, value: «3.1, value_text: 3.1万株",
        ),
        expect=(
            told(
                "{0}: 疑点：累计数 3.4 比 2017-H1 的 3.5 还小。请核对原文，看看是不是只是这一段的数，或者统计口径变了@",
                "sum-falls",
                "q3",
                "3.4",
            ),
            told(
                "{1}: 疑点：累计数 3.1 比 2017-09 的 3.4 还小。请核对原文，看看是不是只是这一段的数，或者统计口径变了@",
                "sum-falls",
                "own",
                "3.1",
            ),
        ),
    ),
    "year-above-sum": case(
        results(f"{OWN}, id: own, period: 2017, value: «5.5, value_text: 5.5万株"),
        expect=told(
            "{0}: 疑点：当年的数 5.5 大于累计的 5。请核对原文，看看计数方式，或者累计是从哪一年算起@",
            "year-above-sum",
            "own",
            "5.5",
        ),
    ),
    "part-above": case(
        results(
            f"{OWN}, id: all, period: 2017, value: 3, value_text: 3万株",
            f"{OWN}, id: part, organization: 听雨镇, period: 2017, value: «3.2, value_text: 3.2万株",
        ),
        expect=told(
            "{0}: 疑点：一个单位的数 3.2 大于整个地区的 3。请核对原文，看看单位和口径@", "part-above", "part", "3.2"
        ),
    ),
    "parts-above": case(
        results(
            f"{OWN}, id: all, period: 2017, value: «3.0, value_text: 3.0万株",
            f"{OWN}, id: a, organization: 听雨镇, period: 2017, value: 1.7, value_text: 1.7万株",
            f"{OWN}, id: b, organization: 望星镇, period: 2017, value: 1.9, value_text: 1.9万株",
        ),
        expect=told(
            "{0}: 疑点：各镇街合计 3.6，大于整个地区的 3.0。请核对原文，看看各镇街的数，或者有没有重复@",
            "parts-above",
            "all",
            "3.0",
        ),
    ),
    "parts-beyond": case(
        *parts(("听雨镇", "3.4"), ("望星镇", "«6.7"), whole="10.0"),
        expect=told(
            "{0}: 疑点：分解到单位的目标值合计 10.1，超过整个地区的 =10.0。"
            "请核对原文，看看各单位的目标值；差得不多的，也可能是文件四舍五入@",
            "parts-beyond",
            "goal-star",
            "6.7",
        ),
    ),
    "parts-short": case(
        *parts(("听雨镇", "3"), ("望星镇", "«4"), whole="10"),
        expect="{0}: 提示：台账所列的镇街都分解了，目标值合计 7，还不到整个地区的 =10。"
        "请看看有没有漏掉的一份；文件只分解了一部分的，不用改。",
    ),
    "parts-all-off": case(
        *parts(("听雨镇", "30"), ("望星镇", "«36"), whole="38", unit="%", measure="期末水平"),
        expect=told(
            "{0}: 疑点：各镇街的目标值都比整个地区的 =38 低，加权平均达不到。请核对原文，看看各镇街的目标值和口径@",
            "parts-all-off",
            "goal-star",
            "36",
        ),
    ),
    "parts-all-off/of what should be low": case(
        *parts(*(("听雨镇", "40"), ("望星镇", "«39")), whole="38", unit="%", measure="期末水平", direction="越低越好"),
        expect=told(
            "{0}: 疑点：各镇街的目标值都比整个地区的 =38 高，加权平均达不到。请核对原文，看看各镇街的目标值和口径@",
            "parts-all-off",
            "goal-star",
            "39",
        ),
    ),
    "repeated": case(
        results("indicator: output, id: last, period: 2016, value: 410.5, value_text: 410.5亿元, basis: 时点"),
        (
            DISCLOSURE,
            "value: 410.5\n    value_text: 410.5亿元\n    basis: 时点\n    status: 实际\n    source: {locator: 二-1,",
            "value: «410.5\n    value_text: 410.5亿元\n    basis: 时点\n    status: 实际\n    source: {locator: 二-1,",
        ),
        expect=told(
            "{0}: 疑点：数值 410.5 与 2016 的一字不差。请核对原文，看看是不是抄了上一期的数@",
            "repeated",
            "output-2017",
            "410.5",
        ),
    ),
    "milestone-late": case(
        (FIVE_TASKS, "  milestones:\n", "  due: 2017-05-31\n  milestones:\n"),
        (FIVE_TASKS, "- due: 2017-06\n", "- due: «2017-06\n"),
        expect=told(
            "{0}: 疑点：节点的时限 2017-06 晚于任务的完成时限 2017-05-31。请核对原文，看看是哪一个写错了@",
            "milestone-late",
            "parks-m1",
            "2017-06",
        ),
    ),
    "investment-above": case(
        (PROJECTS, "year_investment: 1\n", "year_investment: «32\n"),
        expect=told(
            "{0}: 疑点：年度投资 32 大于总投资 3.20。请核对原文，看看两个数的单位是不是相同@",
            "investment-above",
            "ring-road",
            "32",
        ),
    ),
    "progress-above": case(
        (DISCLOSURE, "    state: 推进中\n", "    state: 推进中\n    progress: «112\n"),
        expect=told(
            "{0}: 疑点：完成比例 112 超过了 100，状态却是 推进中。请核对原文，看看是不是超额完成@",
            "progress-above",
            "report-grow",
            "112",
        ),
    ),
    "acknowledged-needless": case(
        (ACKNOWLEDGED, "- «{code: magnitude, record: output-2017, value: 4105, reason: 原文如此, on: 2018-03-01}\n"),
        expect="{0}: 提示：记录 output-2017 已经没有 magnitude 这个疑点，或者值改过了。请核对以后删去这一条登记。",
    ),
}
"""Code → a case of it."""

FLOOR_SPACE = "id: floor, name: 建成面积, measure: 规划期累计, unit: 万平方米, direction: 越高越好"
UNUSUAL: dict[str, Case] = {
    "shares of towns of which one asks for more": case(
        *parts(("听雨镇", "60"), ("望星镇", "36"), whole="38", unit="%", measure="每年")
    ),
    "parts that reach the whole, but for rounding": case(*parts(("听雨镇", "3.3"), ("望星镇", "6.6"), whole="10.0")),
    "parts of a level that is wanted": case(
        *parts(("听雨镇", "8"), ("望星镇", "7"), whole="10", unit="个", measure="期末水平")
    ),
    "parts of some towns": case(*parts(("听雨镇", "3"), whole="10")),
    "levels beside a target that is a change": case(
        indicators(
            "id: age, name: 预期寿命, measure: 比基期增减, unit: 岁, direction: 越高越好, target: {comparator: '=', "
            "value: 1, value_text: 提高1岁, source: {locator: 一}}",
            "id: town, name: 城镇化率, measure: 比基期增减, unit: 百分点, direction: 越高越好, target: {"
            "comparator: '=', value: 5, value_text: 提高5个百分点, source: {locator: 一}}",
        ),
        results(
            "indicator: age, period: 2017, value: 79.2, value_text: 79.2岁, basis: 时点",
            "indicator: town, period: 2017, value: 53.2, value_text: 53.2%, basis: 时点",
        ),
    ),
    "a completion rate, and a growth, above a hundred": case(
        indicators(
            "id: done, name: 计划完成率, measure: 期末水平, unit: '%', direction: 越高越好",
            "id: growth, name: 出口增速, measure: 年均增速, unit: '%', direction: 越高越好",
        ),
        results(
            "indicator: done, period: 2017, value: 112, value_text: 112%, basis: 当年",
            "indicator: growth, period: 2017, value: 135, value_text: 增长135%, basis: 当年",
        ),
    ),
    "a growth of several times the last one": case(
        indicators("id: growth, name: 出口增速, measure: 年均增速, unit: '%', direction: 越高越好"),
        results(
            "indicator: growth, period: 2016, value: 0.8, value_text: 0.8%, basis: 当年",
            "indicator: growth, period: 2017, value: -8.5, value_text: 下降-8.5%, basis: 当年",
        ),
    ),
    "a loss in money, a balance, a temperature": case(
        indicators(
            "id: profit, name: 企业利润, measure: 期末水平, unit: 亿元, direction: 越高越好",
            "id: people, name: 人口净迁入, measure: 期末水平, unit: 万人, direction: 越高越好",
        ),
        results(
            "indicator: profit, period: 2017, value: -2, value_text: 负2亿元, basis: 当年",
            "indicator: people, period: 2017, value: -0.3, value_text: 负0.3万人, basis: 当年",
        ),
    ),
    "a sum over one year that begins anew": case(
        results(
            "indicator: planting, id: a, period: 2016-12, value: 3.5, value_text: 3.5万株, basis: 年内累计",
            "indicator: planting, id: b, period: 2017-01, value: 0.3, value_text: 0.3万株, basis: 年内累计",
            "indicator: planting, id: c, period: 2017-H1, value: 1.9, value_text: 1.9万株, basis: 年内累计",
        ),
    ),
    "a result below an earlier forecast": case(
        (DISCLOSURE, "    period: 2017\n    since_year: 2016\n", "    period: 2016\n    since_year: 2016\n"),
        results("indicator: planting, period: 2017, since_year: 2016, value: 4.5, value_text: 4.5万株, basis: 累计"),
    ),
    "a value that was corrected": case(
        results(
            "indicator: output, id: wrong, period: 2016, value: 39, value_text: 39亿元, basis: 时点",
            "indicator: output, id: right, revises: wrong, period: 2016, value: 390, value_text: 390亿元, basis: 时点",
        ),
    ),
    "small counts": case(
        indicators("id: parks, name: 园区数, measure: 期末水平, unit: 个, direction: 越高越好"),
        results(
            "indicator: parks, period: 2016, value: 1, value_text: 1个, basis: 时点",
            "indicator: parks, period: 2017, value: 10, value_text: 10个, basis: 时点",
        ),
    ),
    "parts together below what should be low": case(
        *parts(("听雨镇", "3"), ("望星镇", "4"), whole="10", direction="越低越好"),
    ),
    "a quarter after a month": case(
        results(
            "indicator: planting, period: 2016-06, value: 1.1, value_text: 1.1万株, basis: 当期",
            "indicator: planting, period: 2016-Q3, value: 9.2, value_text: 9.2万株, basis: 当期",
        ),
    ),
    "shares in words beside a value": case(
        indicators("id: brand, name: 品牌, measure: 达成事项, direction: 越高越好"),
        results(
            "indicator: brand, period: 2016, value: 3, value_text: 3个, basis: 时点",
            "indicator: brand, period: 2017, value: 300, value_text: 300个, basis: 时点",
        ),
    ),
    "round and short numbers twice, and a share that is nearly all": case(
        indicators(
            "id: parks, name: 园区面积, measure: 期末水平, unit: 亩, direction: 越高越好",
            "id: pass, name: 合格率, measure: 期末水平, unit: '%', direction: 越高越好",
        ),
        results(
            "indicator: parks, period: 2016, value: 1500, value_text: 1500亩, basis: 时点",
            "indicator: parks, period: 2017, value: 1500, value_text: 1500亩, basis: 时点",
            "indicator: pass, period: 2016, value: 98.75, value_text: 98.75%, basis: 时点",
            "indicator: pass, period: 2017, value: 98.75, value_text: 98.75%, basis: 时点",
        ),
    ),
    "a town above the whole in an average": case(
        indicators("id: income, name: 人均可支配收入, measure: 期末水平, unit: 元, direction: 越高越好"),
        results(
            "indicator: income, period: 2017, value: 31000, value_text: 31000元, basis: 当年",
            "indicator: income, organization: 听雨镇, period: 2017, value: 33000, value_text: 33000元, basis: 当年",
        ),
    ),
    "parts that miss the whole by rounding": case(
        results(
            f"{OWN}, id: all, period: 2017, value: 3.0, value_text: 3.0万株",
            f"{OWN}, id: a, organization: 听雨镇, period: 2017, value: 1.4, value_text: 1.4万株",
            f"{OWN}, id: b, organization: 望星镇, period: 2017, value: 1.7, value_text: 1.7万株",
        ),
    ),
    "units in words": case(
        indicators(
            "id: industry, name: 产业规模, measure: 期末水平, unit: 亿元, direction: 越高越好",
            "id: share, name: 占比, measure: 期末水平, unit: '%', direction: 越高越好",
            "id: points, name: 占比提高, measure: 比基期增减, unit: 百分点, direction: 越高越好",
            "id: each, name: 亩均产值, measure: 期末水平, unit: 元/亩, direction: 越高越好",
            "id: years, name: 预期寿命, measure: 比基期增减, unit: 岁, direction: 越高越好",
        ),
        results(
            "indicator: industry, period: 2017, value: 1000, value_text: 千亿元产业, basis: 时点",
            "indicator: share, period: 2017, value: 5, value_text: 百分之五, basis: 时点",
            "indicator: points, period: 2017, value: 2, value_text: 提高2个百分点, basis: 时点",
            "indicator: each, period: 2017, value: 6146, value_text: 每亩6146元, basis: 时点",
            "indicator: years, period: 2017, value: 1, value_text: 提高1岁, basis: 时点",
        ),
    ),
    "more than all, as the report says": case(
        (DISCLOSURE, "    state: 推进中\n", "    state: 超额完成\n    progress: 112\n"),
    ),
}
"""What is unusual, and not to be doubted."""


@pytest.mark.parametrize("value", params(CASES))
def test_doubt(value: Case, tmp_path: Path) -> None:
    """A fault gives one doubt with its exact words, where it can be mended, and no finding of the rules."""
    files, places = edited(*value.edits)
    data = write(tmp_path, files)
    assert [str(f) for f in doubts_of(data)] == [filled(words, places) for words in value.expected]
    assert [str(f) for f in findings_of(data, "rules")] == []


def filled(words: str, places: list[str]) -> str:
    """Words with the places put in; the braces of an answer stay."""
    for number, place in enumerate(places):
        words = words.replace(f"{{{number}}}", place)
    return words


@pytest.mark.parametrize("value", params(UNUSUAL))
def test_no_doubt(value: Case, tmp_path: Path) -> None:
    """What is only unusual is not doubted."""
    files, _ = edited(*value.edits)
    assert [str(f) for f in doubts_of(write(tmp_path, files))] == []


@pytest.mark.parametrize("folder", ["data", "tests/district/data"])
def test_our_own_ledgers_have_no_doubts(folder: str) -> None:
    """What is doubted in them is acknowledged, and nothing is acknowledged without need."""
    assert [str(f) for f in doubts_of(ROOT / folder)] == []


# -- any series of results

with tempfile.TemporaryDirectory() as _folder:
    SMALL = tables_of(write(Path(_folder), edited()[0]))
SCALES = st.sampled_from([Decimal(10) ** n for n in range(-2, 5)])
FIRST = 2016
"""The first year of the plan: before it a value may not be better than what is to be reached."""
STEPS = st.lists(st.integers(-15, 25), min_size=2, max_size=6)


def printed(value: Decimal) -> str:
    """A value as the ledger has it, with two digits that change from year to year."""
    return f"{value.quantize(Decimal('0.0001')):f}"


def ledger(values: list[Decimal], scale: Decimal, acknowledged: str = "") -> list[Finding]:
    """The doubts of a level that had these values, one a year, and is to reach what it had at first and a half more."""
    target = printed(values[0] * scale * Decimal("1.5"))
    goal = f"target: {{comparator: ≥, value: {target}, value_text: '达到{target}亿元', source: {{locator: 三}}}}"
    more = f"id: level, name: 规模, measure: 期末水平, unit: 亿元, direction: 越高越好, {goal}"
    texts = [printed(value * scale) for value in values]
    records = (
        f"indicator: level, period: {FIRST + n}, value: {text}, value_text: '{text}亿元', basis: 时点"
        for n, text in enumerate(texts)
    )
    edits = (indicators(more), results(*records))
    files, _ = edited(*edits, *([(ACKNOWLEDGED, acknowledged)] if acknowledged else []))
    with tempfile.TemporaryDirectory() as folder:
        return doubts_of(write(Path(folder), files))


def values_of(first: int, steps: list[int]) -> list[Decimal]:
    """Values that change by so many per cent from year to year, and a little every year."""
    values = [Decimal(first)]
    for step in steps:
        values.append(values[-1] * (100 + (step or 1)) / 100)
    return values


@given(st.integers(20, 900), STEPS, SCALES)
def test_values_of_one_scale_are_not_doubted(first: int, steps: list[int], scale: Decimal) -> None:
    """A ledger is as good in 亿元 as in 万元: what matters is that all its values are of one size."""
    assert [str(f) for f in ledger(values_of(first, steps), scale)] == []


@examples(20)
@given(st.integers(20, 900), STEPS, SCALES, st.sampled_from(["0.1", "10", "100", "10000"]), st.data())
def test_a_wrong_unit_is_found(first: int, steps: list[int], scale: Decimal, factor: str, data: st.DataObject) -> None:
    """A value of ten, a hundred or ten thousand times the last one is doubted, until that value is acknowledged."""
    values = values_of(first, steps)
    at = data.draw(st.integers(1, len(values) - 1))
    values[at] *= Decimal(factor)
    value, record = printed(values[at] * scale), f"level-{FIRST + at}"
    found = ledger(values, scale)
    assert ("magnitude", record, value) in {(f.code, f.values["record"], f.values["value"]) for f in found}
    answer = f"- {{code: magnitude, record: {record}, value: {value}, reason: 原文如此, on: 2018-03-01}}\n"
    assert [str(f) for f in ledger(values, scale, answer)] == [
        str(f) for f in found if (f.code, f.values["record"]) != ("magnitude", record)
    ]
    other = answer.replace(f"value: {value}", f"value: {value}1")
    assert {f.code for f in ledger(values, scale, other)} >= {"magnitude", "acknowledged-needless"}


ODD = st.sampled_from(["", "0", "-0.0", "1E999999", "1E-999999", "NaN", "二", "9" * 60, "０", "1,000", "-5", "410.5"])
ODD_PERIODS = st.sampled_from(["", "2017", "2017-13", "2017-Q5", "20171", "去年", "2017-H1", "0000-00", "2017-12-31"])


@given(st.lists(st.tuples(ODD, ODD_PERIODS, st.sampled_from([*Basis, ""]), ODD_PERIODS, ODD), min_size=1, max_size=6))
def test_odd_cells_are_left_to_the_contract(cells: list[tuple[str, str, str, str, str]]) -> None:
    """Whatever stands in the cells of figures, the doubts are looked for to the end."""
    tables = deepcopy(SMALL)
    for value, period, basis, since, target in cells:
        row = deepcopy(tables.rows["observations"][0])
        row.cells |= {"value": value, "period": period, "basis": basis, "since_year": since, "id": f"{value}{period}"}
        tables.rows["observations"].append(row)
        goal = deepcopy(tables.rows["targets"][0])
        goal.cells |= {"value": target, "start_year": since, "value_text": value, "end_year": period}
        tables.rows["targets"].append(goal)
    assert all(str(doubt) for doubt in find_doubts(tables))


def test_an_answer_without_a_reason_is_none(tmp_path: Path) -> None:
    """Who acknowledges a doubt says why."""
    edit = CASES["magnitude"].edits[0]
    answer = "- {code: magnitude, record: output-2017, value: 4105, on: 2018-03-01}\n"
    data = write(tmp_path, edited(edit, (ACKNOWLEDGED, answer))[0])
    assert [f.code for f in doubts_of(data)] == ["magnitude"]
    assert [f.code for f in findings_of(data)] == ["required"]
    assert contract().tables["acknowledged"].by_name["reason"].required
