"""Faults of words: what a text says of its figure, and fields, settings and numbers that say something else."""

from __future__ import annotations

from tests.faults.figures import CHANGE, COUNT, FEW, indicator, more, result
from tests.faults.places import (
    ANSWERS,
    DEPARTMENTS,
    DISCLOSURE,
    FIVE_INDICATORS,
    FIVE_SECTIONS,
    FIVE_TASKS,
    ROUNDS,
    TASK_REMARKS,
    YEAR_SECTIONS,
)
from tests.helpers.faults import Fault, fault, plan

SUM, ANNUAL = "measure: 规划期累计, direction: 越高越好", "measure: 每年, direction: 越高越好"
GROWTH = "measure: 年均增速, direction: 越高越好"
LIBRARY = "- {id: library, name: 区图书馆, kind: 事业单位}\n"


def target(comparator: str, text: str, *, rest: str = "", measure: str = COUNT, unit: str = "家", codes: str) -> Fault:
    """A target of 500."""
    keys = f"{comparator}, value: 500, {text}" + f", {rest}" * bool(rest)
    return fault(codes, more(indicator("a", unit, keys, rest=measure)))


COMPARISONS: dict[str, Fault] = {
    text: target(f"comparator: «'{sign}'", f"value_text: {text}", measure=measure, codes="comparator-words")
    for text, sign, measure in (
        ("不小于500家", "=", COUNT),
        ("起码500家", "=", COUNT),
        ("不下500家", "=", COUNT),
        ("500+家", "=", COUNT),
        ("500＋家", "=", COUNT),
        ("大于500家", "=", COUNT),
        ("多于500家", "≥", COUNT),
        ("逾500家", "=", COUNT),
        ("＞500家", "=", COUNT),
        ("不大于500家", "=", FEW),
        ("未超过500家", "=", FEW),
        ("不到500家", "=", FEW),
        ("500家之内", "=", FEW),
        ("小于500家", "=", FEW),
        ("约为500家", "=", COUNT),
        ("接近500家", "=", COUNT),
        ("近五百家", "=", COUNT),
        ("500家上下", "=", COUNT),
        ("大约 500 家", "=", COUNT),
        ("500余家", "≤", FEW),
        ("节约水电500家", "≈", COUNT),
        ("不宜低于500家", "=", COUNT),
        ("500家（含）以上", "=", COUNT),
        ("约莫500家", "=", COUNT),
        ("产值超10亿元企业达到500家", ">", COUNT),
    )
}
SAME: dict[str, Fault] = {
    text: target(f"comparator: '{sign}'", f"value_text: {text}", rest=rest, measure=measure, codes="")
    for text, sign, rest, measure in (
        ("500余家", "=", "qualifier: 余", COUNT),
        ("500余家", "≥", "", COUNT),
        ("近三年500家", "=", "", COUNT),
        ("近3年500家", "=", "", COUNT),
        ("10余年建成500家", "=", "", COUNT),
        ("超低能耗建筑500家", "=", "", COUNT),
        ("送达500家", "=", "", COUNT),
        ("投资20万元以上项目500家", "=", "", COUNT),
        ("产值超10亿元企业达到500家", "≥", "", COUNT),
        ("超亿元企业500家", "=", "", COUNT),
        ("3A级以上景区500家", "=", "", COUNT),
        ("二级以上医院500家", "=", "", COUNT),
        ("本科以上学历人才500家", "=", "", COUNT),
        ("60岁以上老年人床位500家", "=", "", COUNT),
        ("规模以上企业500家", "=", "", COUNT),
        ("1000余万元的项目500家", "=", "", COUNT),
        ("“最多跑一次”事项500家", "=", "", COUNT),
        ("“500家以上”", "≥", "", COUNT),
        ("确保500家", "=", "", COUNT),
        ("上下游企业500家", "=", "", COUNT),
        ("约500家以上", "≥", "qualifier: 约", COUNT),
        ("500家", "≈", "qualifier: 左右", COUNT),
        ("500家", "=", "qualifier: 力争", COUNT),
        ("力争500家", "=", "tier: 力争", COUNT),
    )
}
QUALIFIERS: dict[str, Fault] = {
    "余 that is not told": target("comparator: =", "value_text: «500余家", codes="qualifier-missing"),
    "多 that is not told": target("comparator: =", "value_text: «500多家", codes="qualifier-missing"),
    "力争 that is not told": target("comparator: =", "value_text: «力争500家", codes="qualifier-missing"),
    "约 of a result": fault(
        "qualifier-missing",
        result("id: r, indicator: output, period: 2015, value: 300, value_text: «约300亿元, basis: 时点"),
    ),
    "another softener": target("comparator: =", "value_text: 500余家", rest="qualifier: «约", codes="qualifier-words"),
    "确保 for 力争": target("comparator: =", "value_text: 力争500家", rest="qualifier: «确保", codes="qualifier-words"),
    "力争 for 努力": target("comparator: =", "value_text: 努力500家", rest="qualifier: «力争", codes="qualifier-words"),
    "大致 of a result": fault(
        "qualifier-missing",
        result("id: r, indicator: output, period: 2015, value: 300, value_text: «大致300亿元, basis: 时点"),
    ),
    "左右 with =": target("comparator: =", "value_text: 500家", rest="qualifier: «左右", codes="qualifier-comparator"),
    "约 with ≥": target("comparator: ≥", "value_text: 500家", rest="qualifier: «约", codes="qualifier-comparator"),
    "不超过 with ≥": target(
        "comparator: ≥", "value_text: 500家", rest="qualifier: «不超过", codes="qualifier-comparator"
    ),
    "以上 with =": target("comparator: =", "value_text: 500家", rest="qualifier: «以上", codes="qualifier-comparator"),
    "余 with ≤": target(
        "comparator: '≤'", "value_text: 500家", rest="qualifier: «余", measure=FEW, codes="qualifier-comparator"
    ),
}
MEASURES: dict[str, Fault] = {
    f"{text}, {measure[9:13]}": fault(
        code, more(indicator("a", unit, f"comparator: '{sign}', value: 500, value_text: {text}", rest=measure))
    )
    for text, sign, measure, unit, code in (
        ("«每年500家", "=", COUNT, "家", "measure-words"),
        ("«每年500家", "=", SUM, "家", "measure-words"),
        ("«逐年新增500家", "=", SUM, "家", "measure-words"),
        ("«年均新增500家", "=", SUM, "家", "measure-words"),
        ("«年均新增500家", "=", COUNT, "家", "yearly-level"),
        ("«年均增长500%", "=", SUM, "'%'", "measure-words"),
        ("«累计新增500家", "=", COUNT, "家", "measure-words"),
        ("«累计500家", "=", ANNUAL, "家", "measure-words"),
        ("«五年共500家", "=", ANNUAL, "家", "measure-words"),
        ("«五年累计增长500%", "=", GROWTH, "'%'", "measure-words"),
        ("«'[500]家'", "=", COUNT, "家", "measure-words"),
        ("«提高到500家", "=", CHANGE, "家", "measure-words"),
        ("«净增500家", "=", COUNT, "家", "measure-words"),
        ("«占GDP比重500%", "=", SUM, "'%'", "measure-words"),
        ("«占比达到500%", "≥", GROWTH, "'%'", "measure-words"),
        ("占地500亩", "=", SUM, "亩", ""),
        ("占比提高500个百分点", "=", CHANGE, "个百分点", ""),
        ("每年500家", "=", ANNUAL, "家", ""),
        ("累计达到500家", "≥", COUNT, "家", ""),
        ("累计500家", "=", SUM, "家", ""),
        ("五年新增500家", "=", SUM, "家", ""),
        ("年均增长500%", "=", GROWTH, "'%'", ""),
        ("增加到500家", "=", COUNT, "家", ""),
        ("增加500家", "=", CHANGE, "家", ""),
    )
}


def named(name: str, measure: str, code: str, unit: str = "家") -> Fault:
    """An indicator with this name; a mark before its unit is where the finding stands."""
    mark = "measure: «" if code and not unit.startswith("«") else "measure: "
    text = unit.lstrip("«").strip("'")
    rest = f"{mark}{measure}, direction: 越高越好"
    return fault(
        code, more(indicator("a", unit, f"comparator: =, value: 5, value_text: '5{text}'", name=name, rest=rest))
    )


NAMES: dict[str, Fault] = {
    "of each year": named("每年新增企业", "规划期累计", "measure-name"),
    "of a mean of years": named("年均新增企业", "规划期累计", "measure-name"),
    "of a sum": named("累计新增企业", "每年", "measure-name"),
    "of a stock": named("累计建成基站", "期末水平", ""),
    "of a mean of a year": named("颗粒物年均浓度", "期末水平", ""),
    "of a growth": named("工业增加值增长率", "期末水平", "measure-name", "'%'"),
    "of a rise": named("财政收入增幅", "规划期累计", "measure-name", "'%'"),
    "of a share": named("高技术产业占比", "年均增速", "measure-name", "'%'"),
    "of a rate": named("医保覆盖率", "规划期累计", "measure-name", "'%'"),
    "of natural growth": named("人口自然增长率", "期末水平", "", "‰"),
    "of a fall": named("能耗下降率", "规划期累计", "", "'%'"),
    "of productivity": named("全员劳动生产率", "年均增速", "", "'%'"),
    "with another unit": named("就业人数（万人）", "期末水平", "unit-name", "«人"),
    "with per cent": named("监测点（%）", "期末水平", "unit-name", "«家"),
    "with its unit": named("企业数量（家）", "期末水平", ""),
    "with its counting": named("新增企业（累计）", "规划期累计", ""),
    "of a rate in households": named("燃气普及率", "期末水平", "unit-rate", "«户"),
    "of a share in units": named("高新技术企业占比", "期末水平", "unit-rate", "«家"),
    "of output": named("农业劳动生产率", "期末水平", "", "万元"),
    "of an area for each": named("每千人口场地", "期末水平", "", "平方米/千人"),
}
BASES: dict[str, Fault] = {
    "a sum that is one year's": fault(
        "basis-words",
        (DISCLOSURE, "value: 5\n    value_text: 5万株", "value: 5\n    value_text: «全年5万株"),
    ),
    "a year's that is a sum": fault(
        "basis-words",
        result("id: r, indicator: output, period: 2015, value: 300, value_text: «五年来300亿元, basis: 当年"),
    ),
}
EARLIER = "indicator: a, period: 2015, value: 100, value_text: 100个, basis: 时点, status: 实际, source: {locator: 六}"
IN_THE_PLAN = ("disclosures/doc-five.yml", "observations:\n", f"observations:\n  - {{id: r, {EARLIER}}}\n")
TIMES: dict[str, Fault] = {
    f"{text}, {period} {basis}": fault(
        code, result(f"id: r, indicator: output, period: {period}, value: 300, value_text: {text}, basis: {basis}")
    )
    for text, period, basis, code in (
        ("«上半年300亿元", "2015", "当年", "period-words"),
        ("«上半年300亿元", "2015-Q1", "年内累计", "period-words"),
        ("«一季度300亿元", "2015", "当年", "period-words"),
        ("«前三季度300亿元", "2015-H1", "年内累计", "period-words"),
        ("«1—9月300亿元", "2015", "当年", "period-words"),
        ("«1-11月300亿元", "2015-10", "年内累计", "period-words"),
        ("«截至9月底300亿元", "2015", "时点", "period-words"),
        ("«2014年300亿元", "2015", "当年", "year-words"),
        ("«截至2016年底300亿元", "2015", "时点", "year-words"),
        ("上半年300亿元", "2015-H1", "年内累计", ""),
        ("前三季度300亿元", "2015-09", "年内累计", ""),
        ("1—9月300亿元", "2015-Q3", "年内累计", ""),
        ("1-12月300亿元", "2015", "当年", ""),
        ("截至6月末300亿元", "2015-06", "时点", ""),
        ("全年300亿元，其中上半年100亿元", "2015", "当年", ""),
        ("2015年300亿元", "2015", "当年", ""),
        ("2010年不变价300亿元", "2015", "当年", ""),
        ("截至2015年底300亿元", "2015", "时点", ""),
    )
}
TIMES |= {
    f"a target: {text}": fault(
        code, more(indicator("a", "家", f"comparator: '≥', value: 500, value_text: {text}", rest=COUNT))
    )
    for text, code in (
        ("«到2025年达到500家", "year-words"),
        ("«2012年达到500家", "year-words"),
        ("到2020年达到500家", ""),
        ("到2018年达到500家", ""),
        ("比2015年多，达到500家", ""),
    )
}
SUMMARIES: dict[str, Fault] = {
    text: fault(code, (FIVE_TASKS, "summary: 把产业做大", f"summary: {text}"))
    for text, code in (
        ("«产值达到333亿元", "summary-figure"),
        ("«产值从100亿元提高到333亿元", "summary-figure"),
        ("产值达到500亿元", ""),
        ("产值从100亿元提高到500亿元", ""),
        ("产值约333亿元", ""),
        ("培育企业333家", ""),
    )
}
STARTS: dict[str, Fault] = {
    name: fault(
        code,
        more(indicator("a", "个", f"comparator: '{sign}', value: {value}, value_text: {text}", rest=measure)),
        IN_THE_PLAN,
    )
    for name, value, text, sign, measure, code in (
        ("a rise to less", "«80", "80个", "=", COUNT, "start-beyond"),
        ("a rise to less, about", "«80", "80个左右", "≈", COUNT, "start-beyond"),
        ("a fall to more", "«120", "120个", "=", FEW, "start-beyond"),
        ("a fall to more, in words", "«120", "降到120个", "=", FEW, "start-beyond"),
        ("a rise", "120", "120个", "=", COUNT, ""),
        ("a fall", "80", "80个", "=", FEW, ""),
        ("as much", "100", "100个", "=", COUNT, ""),
        ("a level to be kept", "80", "保持在80个以上", "≥", COUNT, ""),
        ("a level to be kept at so much", "80", "稳定在80个", "=", COUNT, ""),
        ("a floor", "80", "不低于80个", "≥", COUNT, ""),
        ("a ceiling", "120", "120个以下", "≤", FEW, ""),
    )
}
STARTS["told by another document"] = fault(
    "",
    more(indicator("a", "个", "comparator: =, value: 80, value_text: 80个", rest=COUNT)),
    result("id: r, indicator: a, period: 2015, value: 100, value_text: 100个, basis: 时点"),
)
NUMBERS: dict[str, Fault] = {
    f"{text}: {value.lstrip('«')}": fault(
        code, more(indicator("a", unit, f"comparator: =, value: {value}, value_text: {text}", rest=COUNT))
    )
    for text, value, unit, code in (
        ("1 200个", "«1", "个", "value-text"),
        ("1 200个", "«200", "个", "value-text"),
        ("1 200个", "1200", "个", ""),
        ("1，200个", "«1", "个", "value-text"),
        ("1，200个", "1200", "个", ""),
        ("１２００个", "1200", "个", ""),
        ("１２００个", "«120", "个", "value-text"),
        ("PM2.5监测站30个", "«2.5", "个", "value-text"),
        ("5G基站30个", "«5", "个", "value-text"),
        ("G7沿线30个", "«7", "个", "value-text"),
        ("A4纸30个", "«4", "个", "value-text"),
        ("“十五”期间30个", "«15", "个", "value-text"),
        ("第十三批30个", "«13", "个", "value-text"),
        ("2016—2020年30个", "«2016", "个", "value-text"),
        ("“12345”热线30个", "«12345", "个", "value-text"),
        ("二期工程30个", "«2", "个", "other-number"),
        ("12345热线办结30个", "«12345", "个", "other-number"),
        ("第3位", "3", "位", ""),
        ("30MW", "30", "MW", ""),
        ("30千瓦", "30", "千瓦", ""),
        ("30万", "«30", "人", "printed-unit"),
        ("3.5亿", "«3.5", "万元", "printed-unit"),
        ("1.2万亿元", "«1.2", "亿元", "printed-unit"),
        ("120 万元", "«120", "亿元", "printed-unit"),
        ("3.5亿", "3.5", "亿元", ""),
    )
}
EVALUATORS: dict[str, Fault] = {
    f"{who}, {third}": fault(
        code,
        (
            DISCLOSURE,
            "    evaluator: 区发展局\n    third_party: false\n",
            f"    evaluator: {who}\n    third_party: {third}\n",
        ),
    )
    for who, third, code in (
        ("区发展局", "«true", "third-party"),
        ("区文旅局", "«true", "third-party"),
        ("市统计局", "«true", "third-party"),
        ("云澜区人民政府", "«true", "third-party"),
        ("区发展局、区文化局", "«true", "third-party"),
        ("第三方机构", "«false", "third-party"),
        ("云泽大学", "«false", "third-party"),
        ("云泽咨询有限公司", "«false", "third-party"),
        ("区发展局委托云泽研究院", "«false", "third-party"),
        ("区发展局、云泽大学", "true", ""),
        ("区发展局、云泽大学", "false", ""),
        ("云泽评估中心", "true", ""),
        ("专家委员会", "true", ""),
    )
}
PLANS: dict[str, Fault] = {
    "a report of a task of the year's plan": fault(
        "report-plan", (DISCLOSURE, "    tasks: [grow]\n", "    tasks: [grow, «grow-2018]\n")
    ),
    "a report of an indicator of the year's plan": fault(
        "report-plan",
        (DISCLOSURE, "{indicator: output, verdict: 达到", "{indicator: «output-2018, verdict: 达到"),
    ),
    "a result of a plan before in a round": fault(
        "result-plan",
        ("sections/four.yml", "- {id: f1, title: 目标}\n"),
        (
            "indicators/four/01.yml",
            "- {id: old, section: f1, name: 旧的, nature: 预期性, measure: 期末水平, unit: 家, direction: 越高越好}\n",
        ),
        result("id: r, indicator: «old, period: 2015, value: 5, value_text: 5家, basis: 时点"),
    ),
}
UNITS: dict[str, Fault] = {
    "an answer of a unit that was not asked": fault(
        "answer-unasked",
        ("organizations/others.yml", LIBRARY),
        (ANSWERS, plan()[ANSWERS] + "- {organization: «区图书馆, number: 1, received_on: 2018-07-10, state: 齐}\n"),
    ),
    "an answer of a town that has a target": fault(
        "", (ANSWERS, plan()[ANSWERS] + "- {organization: 听雨镇, number: 1, received_on: 2018-07-10, state: 齐}\n")
    ),
    "an answer of the one that took the place of a unit": fault(
        "", (ANSWERS, plan()[ANSWERS] + "- {organization: 区文旅局, number: 1, received_on: 2018-07-10, state: 齐}\n")
    ),
    "a question to a unit that has to do with nothing": fault(
        "remark-unasked",
        ("organizations/others.yml", LIBRARY),
        (TASK_REMARKS, "organization: 区发展局", "organization: «区图书馆"),
    ),
    **{
        f"aliases divided by {sign}": fault(
            "alias-joined", (DEPARTMENTS, "aliases: 发展局、区发展局本级", f"aliases: «发展局{sign}区发展局本级")
        )
        for sign in ("，", ", ", "；", "/", ";")
    },
    "aliases of an indicator": fault(
        "alias-joined", (FIVE_INDICATORS, "aliases: 总产值", "aliases: «总产值，产值合计")
    ),
    "two names of one unit": fault(
        "name-joined", ("organizations/others.yml", LIBRARY.replace("区图书馆", "«区图书馆、区文化馆"))
    ),
    "two full names": fault(
        "name-joined", (DEPARTMENTS, "full_name: 云澜区文化和旅游局", "full_name: «云澜区文化局，云澜区旅游局")
    ),
    "two units as one that leads": fault(
        "unknown-organization", (FIVE_TASKS, "lead: [区发展局, 区文化局]", "lead: [区发展局, «区文化局、区文旅局]")
    ),
    "a number in an alias": fault("", (FIVE_INDICATORS, "aliases: 总产值", "aliases: 1,000家企业产值")),
}
HEADINGS: dict[str, Fault] = {
    "a number twice": fault(
        "heading-number", (YEAR_SECTIONS, plan()[YEAR_SECTIONS] + "- {id: y2, number: «一、, title: 丙}\n")
    ),
    "numbers turned round": fault(
        "heading-number",
        (
            YEAR_SECTIONS,
            plan()[YEAR_SECTIONS].replace("一、", "二、") + "- {id: y2, number: «一、, title: 丙}\n",
        ),
    ),
    "a number that is left out": fault(
        "heading-gap", (YEAR_SECTIONS, plan()[YEAR_SECTIONS] + "- {id: y2, number: «三、, title: 丙}\n")
    ),
    "a part that is left out": fault(
        "heading-gap",
        (
            FIVE_SECTIONS,
            "    - id: s1-1\n",
            "    - {id: s0, number: 第一章, title: 甲}\n    - {id: s9, number: «第三章, title: 乙}\n    - id: s1-1\n",
        ),
    ),
    "an item twice": fault(
        "heading-number",
        (
            FIVE_SECTIONS,
            "    - id: s1-1\n",
            "    - {id: s0, number: '1.', title: 甲}\n    - {id: s9, number: «'1.', title: 乙}\n    - id: s1-1\n",
        ),
    ),
    "an item that is left out": fault(
        "",
        (
            FIVE_SECTIONS,
            "    - id: s1-1\n",
            "    - {id: s0, number: '1.', title: 甲}\n    - {id: s9, number: '3.', title: 乙}\n    - id: s1-1\n",
        ),
    ),
    "a ledger that begins in the middle": fault("", (YEAR_SECTIONS, "number: 一、", "number: 三、")),
}
SETTINGS: dict[str, Fault] = {
    "300 days of grace": fault("grace-long", (ROUNDS, "grace_days: 5", "grace_days: «300")),
    "a round of a year": fault("round-long", (ROUNDS, "due_on: 2018-07-15", "due_on: «2019-07-15")),
    "a round two years later": fault(
        "round-late submission-early@submissions/round-2018.yml:3",
        (ROUNDS, "opens_on: 2018-07-01\n  due_on: 2018-07-15", "opens_on: «2020-07-01\n  due_on: 2020-07-15"),
    ),
    "101 points": fault("weight-above", (FIVE_TASKS, "weight: 5", "weight: «101")),
    "all 100 points": fault("", (FIVE_TASKS, "weight: 5", "weight: 100")),
    "points of an indicator": fault("weight-above", (FIVE_INDICATORS, "weight: 2\n", "weight: «200\n")),
    "a month of grace": fault("", (ROUNDS, "grace_days: 5", "grace_days: 30")),
}

FAULTS: dict[str, Fault] = {
    f"{kind}: {name}": one
    for kind, group in (
        ("comparison", COMPARISONS),
        ("as printed", SAME),
        ("qualifier", QUALIFIERS),
        ("measure", MEASURES),
        ("name", NAMES),
        ("basis", BASES),
        ("time", TIMES),
        ("summary", SUMMARIES),
        ("start", STARTS),
        ("number", NUMBERS),
        ("evaluator", EVALUATORS),
        ("plan", PLANS),
        ("unit", UNITS),
        ("heading", HEADINGS),
        ("setting", SETTINGS),
    )
    for name, one in group.items()
}
"""Name of a case → the case."""
