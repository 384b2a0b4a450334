"""Characters and the contract: what may not stand in a cell, and the words in which the contract complains."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ledger.checks.schema_check import likely_word
from generator.ledger.reading.findings import Finding
from tests.helpers.ledger import LEDGER, Case, Edit, case, contract, edited, findings_of, params, run, write

DOCUMENTS, PLANS = "documents.yml", "plans.yml"
DEPARTMENTS, TOWNS = "organizations/departments.yml", "organizations/towns.yml"
FIVE_TASKS, FIVE_INDICATORS = "tasks/five/01-industry.yml", "indicators/five/01-industry.yml"
YEAR_TASKS = "tasks/year-2018/01-industry.yml"
DISCLOSURE = "disclosures/doc-2018.yml"

ISSUER = "issuer: 云澜区人民政府办公室\n"
SLUG = contract().tables["tasks"].by_name["id"].description.rstrip("。")
PASSAGE = contract().tables["tasks"].by_name["passage"].description.rstrip("。")


def issuer(value: str) -> Edit:
    """The first document's issuer becomes ``value``, the finding stands before it."""
    return (DOCUMENTS, ISSUER, f"issuer: «{value}\n")


CASES: dict[str, Case] = {
    "file-empty": case(
        (DEPARTMENTS, "# 名单还没有写\n"),
        expect="data/organizations/departments.yml:1:1: 这个文件是空的，别处提到的“区发展局、区文化局”在台账里找不到。"
        "请补上内容，或把提到它们的地方改掉。另有 9 处由此引起。",
    ),
    "blank": case(
        issuer('"云澜区人民政府 "'),
        expect="{0}: “发布机构”的值前后有空白，或只有空白。请删去空白。",
    ),
    "blank/in many ways": case(
        issuer('"  "'),
        (DOCUMENTS, "doc_number: 云政办发〔2016〕7号", 'doc_number: «"\u3000"'),
        (DOCUMENTS, "issuer: 云澜区人民政府\n", "issuer: «\u3000云澜区人民政府\n"),
        (DOCUMENTS, "title: 云澜区2018年计划\n", "title: «|\n    云澜区2018年计划\n"),
        (DOCUMENTS, "signed_on: 2018-01-18", 'signed_on: «"2018-01-18\u00a0"'),
        (PLANS, "start_year: 2016", 'start_year: «" 2016"'),
        expect=(
            "{0}: “发布机构”的值前后有空白，或只有空白。请删去空白。",
            "{1}: “发文字号”的值前后有空白，或只有空白。请删去空白。",
            "{2}: “名称”的值前后有空白，或只有空白。请删去空白。",
            "{3}: “发布机构”的值前后有空白，或只有空白。请删去空白。",
            "{4}: “落款日期”的值前后有空白，或只有空白。请删去空白。",
            "{5}: “起始年”的值前后有空白，或只有空白。请删去空白。",
        ),
    ),
    "invisible": case(
        issuer("云澜区\u200b人民政府"),
        expect="{0}: “发布机构”里有看不见的字符 U+200B。请删去后重新输入这一处。",
    ),
    "invisible/kinds": case(
        issuer("云澜区\ue000人民政府"),
        (DOCUMENTS, "doc_number: 云政办发〔2016〕7号", 'doc_number: «"云政办发\\t7号"'),
        (DOCUMENTS, "title: 云澜区五年规划任务分工", "title: «云澜区\u00ad五年规划任务分工"),
        (DOCUMENTS, "issuer: 云澜区人民政府\n", "issuer: «|-\n    云澜区\n    人民政府\n"),
        (DOCUMENTS, "title: 云澜区2018年计划", "title: «云澜区\u200e2018年计划"),
        expect=(
            "{0}: “名称”里有看不见的字符 U+00AD。请删去后重新输入这一处。",
            "{1}: “发布机构”里有看不见的字符 U+E000。请删去后重新输入这一处。",
            "{2}: “发文字号”里有看不见的字符 U+0009。请删去后重新输入这一处。",
            "{3}: “名称”里有看不见的字符 U+200E。请删去后重新输入这一处。",
            "{4}: “发布机构”里有看不见的字符 U+000A。请删去后重新输入这一处。",
        ),
    ),
    "look-alike": case(
        issuer("云澜区⼈民政府"),
        expect="{0}: “发布机构”里的“⼈”（U+2F08）是形近字符。请改为常用的“人”。",
    ),
    "look-alike/letters": case(
        issuer("云澜区А局"),
        (DOCUMENTS, "doc_number: 云政办发〔2016〕7号", "doc_number: «云\uf9e4号"),
        (DOCUMENTS, "title: 云澜区2018年计划", "title: «云澜区2018年計划Ο"),
        expect=(
            "{0}: “发布机构”里的“А”（U+0410）是形近字符。请改为常用的“A”。",
            "{1}: “发文字号”里的“\uf9e4”（U+F9E4）是形近字符。请改为常用的“理”。",
            "{2}: “名称”里的“Ο”（U+039F）是形近字符。请改为常用的“O”。",
        ),
    ),
    "invisible/no-break space": case(
        (DOCUMENTS, "title: 云澜区2018年计划", "title: «云澜区\u00a02018年计划"),
        expect="{0}: “名称”里有看不见的字符 U+00A0。请删去后重新输入这一处。",
    ),
    "look-alike/id": case(
        (DEPARTMENTS, "id: culture-tourism", "id: «сulture-tourism"),
        expect="{0}: “标识”里的“с”（U+0441）是形近字符。请改为常用的“c”。",
    ),
    "full-width": case(
        (DOCUMENTS, "signed_on: 2016-05-20", "signed_on: «２０１６-05-20"),
        expect="{0}: “落款日期”的值“２０１６-05-20”用了全角或非 ASCII 字符。请改为半角“2016-05-20”。",
    ),
    "full-width/columns": case(
        (FIVE_INDICATORS, "value: 500", "value: «５00"),
        (FIVE_INDICATORS, "passage: 120-130", "passage: «120－130"),
        (DISCLOSURE, "since_year: 2016", "since_year: «201６"),
        (PLANS, "end_year: 2020\n  document", "end_year: 2020\n  document"),
        expect=(
            "{2}: “累计起始年”的值“201６”用了全角或非 ASCII 字符。请改为半角“2016”。",
            "{0}: “数值”的值“５00”用了全角或非 ASCII 字符。请改为半角“500”。",
            "{1}: “原文区间”的值“120－130”用了全角或非 ASCII 字符。请改为半角“120-130”。",
        ),
    ),
    "spelling/date": case(
        (DOCUMENTS, "signed_on: 2016-05-20", "signed_on: «2016年5月20日"),
        expect="{0}: “落款日期”的值“2016年5月20日”不是规范写法。请写成年-月-日，如 2018-01-18。",
    ),
    "spelling/boolean": case(
        (DISCLOSURE, "third_party: false", "third_party: «否"),
        expect="{0}: “第三方”的值“否”不是规范写法。请写成 true 或 false。",
    ),
    "spelling/number": case(
        (DISCLOSURE, "value: 410.5", "value: «四百一十"),
        expect="{0}: “数值”的值“四百一十”不是规范写法。请写成半角数字，如 14.6。",
    ),
    "spelling": case(
        (FIVE_TASKS, "start_year: 2016", "start_year: «2016.0"),
        expect="{0}: “开始年”的值“2016.0”不是规范写法。请写成半角整数，如 2018。",
    ),
    "spelling/types": case(
        (FIVE_INDICATORS, "value: 500\n", "value: «1,500\n"),
        (DOCUMENTS, "signed_on: 2016-05-20", "signed_on: «2016/5/20"),
        (DISCLOSURE, "third_party: false", "third_party: «no"),
        (FIVE_TASKS, "start_year: 2016", "start_year: «02016"),
        expect=(
            "{2}: “第三方”的值“no”不是规范写法。请写成 true 或 false。",
            "{1}: “落款日期”的值“2016/5/20”不是规范写法。请写成年-月-日，如 2018-01-18。",
            "{0}: “数值”的值“1,500”不是规范写法。请写成半角数字，如 14.6。",
            "{3}: “开始年”的值“02016”不是规范写法。请写成半角整数，如 2018。",
        ),
    ),
    "required": case(
        (DISCLOSURE, "- id: check-2017", "- «id: check-2017"),
        (DISCLOSURE, "    evaluator: 区发展局\n", ""),
        expect="{0}: “评估方”没有填写。请补上这一项。",
    ),
    "required/left empty": case(
        (DOCUMENTS, "issuer: 云澜区人民政府\n", "issuer:«\n"),
        expect="{0}: “发布机构”没有填写。请补上这一项。",
    ),
    "required/empty record": case(
        (DOCUMENTS, "  validity: 未标注\n", "  validity: 未标注\n- «{}\n"),
        expect="{0}: “标识”没有填写。请补上这一项。",
    ),
    "type": case(
        (DOCUMENTS, "signed_on: 2016-05-20", "signed_on: «2016-02-30"),
        expect="{0}: “落款日期”的值“2016-02-30”不是日期（如 2018-01-18）。请按日期（如 2018-01-18）的写法改正。",
    ),
    "enum": case(
        (DOCUMENTS, "validity: 有效", "validity: «有校"),
        expect="{0}: “有效性”的值“有校”不在可选范围。请改为有效。",
    ),
    "enum/far": case(
        (DISCLOSURE, "status: 实际", "status: «final"),
        expect="{0}: “数据状态”的值“final”不在可选范围。请改为实际、预计、快报。",
    ),
    "enum/lead mode": case(
        (FIVE_TASKS, "lead_mode: 单独牵头", "lead_mode: «单独"),
        expect="{0}: “牵头方式”的值“单独”不在可选范围。请改为单独牵头。",
    ),
    "enum/kind": case(
        (YEAR_TASKS, "kind: 年度任务", "kind: «年度的任务"),
        expect="{0}: “类别”的值“年度的任务”不在可选范围。请改为年度任务。",
    ),
    "enum/nature": case(
        ("indicators/year-2018/01-industry.yml", "nature: 年度指标", "nature: «年度"),
        expect="{0}: “性质”的值“年度”不在可选范围。请改为年度指标。",
    ),
    "enum/measure": case(
        (
            FIVE_INDICATORS,
            "measure: 规划期累计\n  unit: 万株\n  direction: 越高越好\n",
            "measure: «建成\n  unit: 万株\n",
        ),
        (FIVE_INDICATORS, "    comparator: =\n", ""),
        expect="{0}: “度量方式”的值“建成”不在可选范围。请改为建成创建。",
    ),
    "enum/comparator": case(
        (FIVE_INDICATORS, "comparator: ≥\n    value: 500", "comparator: «'>='\n    value: 500"),
        expect="{0}: “比较符”的值“>=”不在可选范围。请改为≥。",
    ),
    "pattern": case(
        (DISCLOSURE, "period: 2017\n    value", "period: «2017-13\n    value"),
        expect="{0}: “时期”的值“2017-13”不合格式。请参照说明改正：2017、2017-Q3、2017-H1 或 2017-06。",
    ),
    "pattern/id": case(
        (DISCLOSURE, "id: check-2017", "id: «Check_2017"),
        expect=f"{{0}}: “标识”的值“Check_2017”不合格式。请参照说明改正：{SLUG}。",
    ),
    "pattern/the line of a unit": case(
        (TOWNS, "- id: star\n", "- id: star\n  phone: «022-1234\n"),
        expect="{0}: “公开电话”的值“022-1234”不合格式。请参照说明改正：单位对外公布的办公电话，不是个人电话，例如 "
        "010-12345678、12345、400-810-1234；分机写“转801”，几个号码用顿号隔开；不掌握时为空。",
    ),
    "pattern/passage": case(
        (FIVE_INDICATORS, "passage: 120-130", "passage: «120:130"),
        expect=f"{{0}}: “原文区间”的值“120:130”不合格式。请参照说明改正：{PASSAGE}。",
    ),
    "foreign-key/letters": case(
        (FIVE_INDICATORS, "section: s1", "section: «S1"),
        expect="{0}: “领域”的值“S1”不在领域表中。请改为“s1”，或先登记它。",
    ),
    "limit": case(
        (FIVE_TASKS, "summary: 把产业做大", "summary: «" + "长" * 61),
        expect="{0}: “摘要”的值“" + "长" * 61 + "”超出允许的范围。请改为不超过 60 字。",
    ),
    "id-needed": case(
        (
            DISCLOSURE,
            "reports:\n",
            "  - «{indicator: output, period: 2017, value: 400, value_text: 400亿元, basis: 当年,\n"
            "     status: 实际, source: {locator: 二-9}}\nreports:\n",
        ),
        expect="{0}: 这条记录没有写标识，自动的标识“output-2017”与 data/disclosures/doc-2018.yml 第 11 行 的记录相同。"
        "请写上自己的 id。",
    ),
    "id-needed/of a step": case(
        (
            FIVE_TASKS,
            "  milestones:\n",
            "  milestones:\n    - {id: parks-m2, due: 2016-06, text: 立项}\n    - «{due: 2016-12, text: 设计}\n",
        ),
        expect="{0}: 这条记录没有写标识，自动的标识“parks-m2”与 data/tasks/five/01-industry.yml 第 23 行 的记录相同。"
        "请写上自己的 id。",
    ),
    "primary-key/of a task with steps": case(
        (
            FIVE_TASKS,
            "- id: parks\n",
            "- id: parks\n  section: s1-1\n  title: 建设公园\n  title_source: 自拟\n  summary: 建公园\n"
            "  kind: 重点任务\n  lead_mode: 单独牵头\n  lead: [区发展局]\n"
            "  milestones: [{due: 2017-03, text: 设计}]\n"
            "  source: {locator: 一(一)-3, passage: 300-400, fingerprint: 0123456789abcdef}\n\n- id: «parks\n",
        ),
        expect="{0}: 任务表中的“parks”与 data/tasks/five/01-industry.yml 第 14 行 的记录重复。"
        "请改用没有用过的标识，或删去一条。",
    ),
    "primary-key": case(
        (
            DOCUMENTS,
            "  validity: 未标注\n",
            "  validity: 未标注\n\n- id: «doc-five\n  title: 又一份\n  issuer: 甲\n  validity: 有效\n",
        ),
        expect="{0}: 文件表中的“doc-five”与 data/documents.yml 第 1 行 的记录重复。请改用没有用过的标识，或删去一条。",
    ),
    "primary-key/of several columns": case(
        (
            YEAR_TASKS,
            "      reason: 都要扩大产业\n",
            "      reason: 都要扩大产业\n    - task: «grow\n      reason: 又\n",
        ),
        (TOWNS, "member: 望星镇", "member: «听雨镇"),
        expect=(
            "{1}: 统称成员表中的“towns、rain”与 data/organizations/towns.yml 第 14 行 的记录重复。"
            "请改用没有用过的标识，或删去一条。",
            "{0}: 任务接续表中的“grow-2018、grow”与 data/tasks/year-2018/01-industry.yml 第 8 行 的记录重复。"
            "请改用没有用过的标识，或删去一条。",
        ),
    ),
    "unique": case(
        (PLANS, "title: 云澜区2018年计划", "title: «云澜区五年规划"),
        expect="{0}: “名称”的值“云澜区五年规划”在规划与计划表中已经用过。请改用没有用过的值。",
    ),
    "foreign-key": case(
        (DISCLOSURE, "tasks: [grow]", "tasks: [grow, «绿化]"),
        expect="{0}: “任务”的值“绿化”不在任务表中。请核对标识，或先登记它。",
    ),
    "foreign-key/no near": case(
        (DISCLOSURE, "tasks: [grow]", "tasks: [grow, «zzz]"),
        expect="{0}: “任务”的值“zzz”不在任务表中。请核对标识，或先登记它。",
    ),
}
"""Rule → a case of it, in the whole ledger."""


@pytest.mark.parametrize("value", params(CASES))
def test_finding(value: Case, tmp_path: Path) -> None:
    """A fault in a cell gives one finding with its exact words, at the cell, and nothing that only follows from it."""
    found, expected = run(tmp_path, value)
    assert found == expected


def test_accepted(tmp_path: Path) -> None:
    """Near misses: Chinese punctuation, foreign words, blanks inside, zeros and edges of the limits are no fault."""
    edits: tuple[Edit, ...] = (
        (DOCUMENTS, ISSUER, "issuer: 云澜区“人民政府”（办公室）：甲，乙\n"),
        (DOCUMENTS, "doc_number: 云政办发〔2016〕7号", "doc_number: 云α粒子 β 号 CO₂ №7 ①"),
        (DOCUMENTS, "title: 云澜区2018年计划", "title: 云澜区 2018 年计划 😀"),
        (DOCUMENTS, "url: https://office.example/five", "url: http://office.example/文件?a=b#c"),
        (DOCUMENTS, "signed_on: 2018-01-18", "signed_on: 2018-01-18\n  drafted_on: 2016-02-29"),
        (FIVE_TASKS, "summary: 把产业做大", "summary: " + "长" * 60),
        (FIVE_TASKS, "start_year: 2016", "start_year: 1949"),
        (FIVE_TASKS, "scope: 本辖区", "scope: 本 辖区"),
        (DISCLOSURE, "value: 410.5\n    value_text: 410.5亿元", "value: 0.50\n    value_text: 0.50亿元"),
        (DISCLOSURE, "value: 5\n    value_text: 5万株", "value: -5\n    value_text: 负5万株"),
        (DISCLOSURE, "id: check-2017", "id: " + "c" * 80),
        (DISCLOSURE, "third_party: false", "third_party: true"),
    )
    assert findings_of(write(tmp_path, edited(*edits)[0])) == []


# -- remedies


@pytest.mark.parametrize(
    ("edit", "needed"),
    [
        ((PLANS, "  end_year: 2020\n", "  end_year: 2101\n"), "2100"),
        ((FIVE_TASKS, "start_year: 2016", "start_year: 1948"), "1949"),
        ((DISCLOSURE, "id: check-2017", "id: " + "c" * 81), "80"),
        ((DOCUMENTS, "url: https://office.example/five", "url: www.office.example"), "http"),
        ((DOCUMENTS, "  url: https://office.example/five", "  text_sha256: abc"), "64"),
    ],
    ids=["year too late", "year too early", "long id", "address", "digest"],
)
def test_remedy_says_what_is_allowed(edit: Edit, needed: str, tmp_path: Path) -> None:
    """An editor reads in the remedy what would be accepted."""
    (finding,) = findings_of(write(tmp_path, edited(edit)[0]))
    assert needed in finding.remedy


# -- odd values

NINES = "9" * 5_000


def test_odd_values(tmp_path: Path) -> None:
    """Figures of any length or kind go through the check; what they give are findings, not a stack trace."""
    edits: tuple[Edit, ...] = (
        (DISCLOSURE, "value: 410.5", f"value: {NINES}"),
        (FIVE_INDICATORS, "value: 500\n", f"value: 0.{NINES}\n"),
        (FIVE_INDICATORS, "value: 200.50\n", "value: -Infinity\n"),
        (FIVE_INDICATORS, "value: 10\n", "value: sNaN\n"),
        (DISCLOSURE, "value: 4\n", "value: -0.0\n"),
        (DISCLOSURE, "since_year: 2016", f"since_year: {NINES}"),
        (DISCLOSURE, "period: 2017\n    value", f"period: {NINES}\n    value"),
        (DOCUMENTS, "signed_on: 2016-05-20", f"signed_on: {NINES}-01-01"),
        (DOCUMENTS, "signed_on: 2018-01-18", "signed_on: 0000-00-00"),
        (FIVE_TASKS, "summary: 把产业做大", f"summary: {NINES}"),
        (FIVE_TASKS, "start_year: 2016", f"start_year: {NINES}"),
        (DOCUMENTS, "title: 云澜区2018年计划", "title: =1+1"),
    )
    found = findings_of(write(tmp_path, edited(*edits)[0]))
    places = {(f.mark.file, f.mark.line) for f in found}
    assert all(str(f) for f in found)
    assert len(places) >= 8


@pytest.mark.parametrize("passage", ["²-3", "1-³", f"{NINES}-{NINES}9"], ids=["superscript", "superscript end", "long"])
def test_odd_passages(passage: str, tmp_path: Path) -> None:
    """A passage of odd digits is a finding, not a stack trace."""
    edit = (FIVE_INDICATORS, "passage: 120-130", f"passage: {passage}")
    assert findings_of(write(tmp_path, edited(edit)[0]))


def test_exponent(tmp_path: Path) -> None:
    """A number with a huge exponent is a finding, not a stack trace."""
    found = findings_of(write(tmp_path, edited((DISCLOSURE, "value: 410.5", "value: 1e999999999"))[0]))
    assert found[0].code == "spelling"


# -- what every table requires

RECORDS: dict[str, tuple[str, str, dict[str, str]]] = {
    "documents": (DOCUMENTS, "- ", {"id": "d-{n}", "title": "文件{n}", "issuer": "甲", "validity": "有效"}),
    "plans": (
        PLANS,
        "- ",
        {"id": "p-{n}", "title": "规划{n}", "kind": "五年规划", "start_year": "2016", "end_year": "2020"},
    ),
    "organizations": (TOWNS, "- ", {"id": "o-{n}", "name": "单位{n}", "kind": "镇"}),
    "successions": (
        TOWNS,
        "- id: old-{n}\n  name: 旧{n}\n  kind: 镇\n  successors:\n  - ",
        {"successor": "区文旅局", "on_date": "2018-01-01"},
    ),
    "memberships": (
        TOWNS,
        "- id: all-{n}\n  name: 全体{n}\n  kind: 统称\n  members:\n  - ",
        {"member": "听雨镇", "source": "{{document: doc-five, locator: 附}}"},
    ),
    "sections": ("sections/five.yml", "- ", {"id": "s-{n}", "title": "领域{n}"}),
    "tasks": (
        YEAR_TASKS,
        "- ",
        {
            "id": "t-{n}",
            "section": "y1",
            "title": "任务{n}",
            "title_source": "自拟",
            "summary": "甲",
            "kind": "年度任务",
            "source": "{{locator: 附}}",
        },
    ),
    "continuations": (
        YEAR_TASKS,
        "- id: c-{n}\n  section: y1\n  title: 甲\n  title_source: 自拟\n  summary: 甲\n  kind: 年度任务\n"
        "  source: {{locator: 附}}\n  continues:\n  - ",
        {"reason": "甲", "task": "grow"},
    ),
    "indicators": (
        FIVE_INDICATORS,
        "- ",
        {"id": "i-{n}", "section": "s1", "name": "指标{n}", "nature": "预期性", "measure": "定性"},
    ),
    "relations": (
        FIVE_INDICATORS,
        "- id: r-{n}\n  section: s1\n  name: 甲{n}\n  nature: 预期性\n  measure: 定性\n  relations:\n  - ",
        {"related": "output", "relation": "口径不同", "reason": "甲"},
    ),
    "targets": (
        "disclosures/doc-five.yml",
        "- ",
        {
            "id": "g-{n}",
            "indicator": "output",
            "start_year": "2016",
            "end_year": "2020",
            "value_text": "做好",
            "source": "{{locator: 附}}",
        },
    ),
    "observations": (
        "disclosures/doc-five.yml",
        "- ",
        {
            "id": "v-{n}",
            "indicator": "output",
            "period": "2016",
            "value_text": "做好",
            "basis": "当年",
            "status": "实际",
            "source": "{{locator: 附}}",
        },
    ),
    "reports": (
        "disclosures/doc-five.yml",
        "- ",
        {
            "id": "w-{n}",
            "plan": "five",
            "section": "s1",
            "period": "2016",
            "state": "完成",
            "summary": "甲",
            "source": "{{locator: 附}}",
        },
    ),
    "evaluations": (
        "disclosures/doc-five.yml",
        "- ",
        {
            "id": "e-{n}",
            "plan": "five",
            "kind": "年度监测",
            "period": "2016",
            "evaluator": "甲",
            "third_party": "true",
            "conclusion": "甲",
            "source": "{{locator: 附}}",
        },
    ),
    "milestones": (
        YEAR_TASKS,
        "- id: m-{n}\n  section: y1\n  title: 甲\n  title_source: 自拟\n  summary: 甲\n  kind: 年度任务\n"
        "  source: {{locator: 附}}\n  milestones:\n  - ",
        {"id": "k-{n}", "due": "2018", "text": "甲"},
    ),
    "projects": (
        "projects/five/01.yml",
        "- ",
        {"id": "x-{n}", "name": "项目{n}", "nature": "新建", "source": "{{locator: 附}}"},
    ),
    "rounds": (
        "rounds.yml",
        "- ",
        {
            "id": "round-{n}",
            "plan": "five",
            "document": "doc-2018",
            "period": "2017",
            "opens_on": "2018-01-01",
            "due_on": "2018-01-31",
            "grace_days": "0",
        },
    ),
    "submissions": (
        "submissions/round-2018.yml",
        "- ",
        {"organization": "听雨镇", "number": "{n}", "received_on": "2018-07-10", "state": "齐"},
    ),
    "observation_remarks": (
        "remarks/observations.yml",
        "- ",
        {"id": "or-{n}", "observation": "output-2017", "on": "2018-01-01", "state": "未决", "text": "甲"},
    ),
    "task_remarks": (
        "remarks/tasks.yml",
        "- ",
        {"id": "tr-{n}", "task": "grow", "on": "2018-01-01", "state": "未决", "text": "甲"},
    ),
    "acknowledged": (
        "acknowledged.yml",
        "- ",
        {"code": "times-ten", "record": "output", "value": "{n}", "reason": "甲", "on": "2018-01-01"},
    ),
    "feedback": ("feedback.yml", "- ", {"id": "fb-{n}", "asked_on": "2018-01-01", "question": "甲"}),
}
"""Table → file, what stands before a record, every key that it must have; ``source`` gives document and locator."""

MADE = {("targets", "id"), ("observations", "id"), ("milestones", "id")}
"""Keys that need no finding: ids that are made."""

ALONE = ("tasks", "id")
"""A task without an id disturbs indicators (see below), so it is not put beside the others."""

REQUIRED = [
    (table, key) for table, (_, _, keys) in RECORDS.items() for key in keys if key != "source" and (table, key) != ALONE
]


@pytest.fixture(scope="module")
def lacking(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], list[str]]:
    """(table, key) → findings of the rule ``required`` at a record that lacks just this key."""
    files = dict(LEDGER)
    places: dict[str, tuple[str, str]] = {}
    for n, (table, key) in enumerate(REQUIRED, start=10):
        name, before, keys = RECORDS[table]
        group = f"{table}:\n" if name.startswith("disclosures/") and f"{table}:\n" not in files.get(name, "") else ""
        files[name] = files.get(name, "") + group + before.format(n=n)
        places[f"data/{name}:{files[name].count(chr(10)) + 1}"] = (table, key)
        record = ", ".join(f"{k}: {v.format(n=n)}" for k, v in keys.items() if k != key)
        files[name] += "{" + record + "}\n"
    found: dict[tuple[str, str], list[str]] = {}
    for finding in findings_of(write(tmp_path_factory.mktemp("lacking"), files)):
        if finding.code == "required":
            place = f"{finding.mark.file}:{finding.mark.line}"
            assert place in places, finding
            found.setdefault(places[place], []).append(str(finding).split(": ", maxsplit=1)[1])
    return found


@pytest.mark.parametrize(
    ("table", "key"),
    REQUIRED,
)
def test_required(table: str, key: str, lacking: dict[tuple[str, str], list[str]]) -> None:
    """A record that lacks one required key is told this one, at the record, by the column's title."""
    column = "continues" if (table, key) == ("continuations", "task") else key
    title = contract().title(table, column)
    assert lacking.get((table, key), []) == ([] if (table, key) in MADE else [f"“{title}”没有填写。请补上这一项。"])


def test_section_of_no_task(tmp_path: Path) -> None:
    """An indicator without a section is told, even where a task without an id stands elsewhere."""
    edits = ((FIVE_TASKS, "- id: parks\n  section", "- section"), (FIVE_INDICATORS, "  section: s1\n", ""))
    found = findings_of(write(tmp_path, edited(*edits)[0]))
    assert "“领域”没有填写" in [f.problem for f in found]


def test_required_is_complete() -> None:
    """The records above lack every column that the contract requires, but those that the surroundings give."""
    given = {"position", "document", "locator", "collective", "organization", "plan", "task", "report", "role"}
    given |= {"printed_name", "indicator", "continues", "round"}
    for table, spec in contract().tables.items():
        if table in RECORDS or not table.startswith(
            ("assignments", "indicator_assignments", "report_", "task_", "project_")
        ):
            required = {f.name for f in spec.fields if f.required}
            assert required - given <= set(RECORDS[table][2]), table


def test_findings_of_the_contract_are_ours(tmp_path: Path) -> None:
    """No word of Frictionless reaches an editor."""
    edits = [edit for value in CASES.values() for edit in value.edits if len(edit) == 3 and edit[0] == DISCLOSURE]
    files = dict(LEDGER)
    for edit in edits:
        files[DISCLOSURE] = files[DISCLOSURE].replace(edit[1], edit[2].replace("«", ""))
    found: list[Finding] = findings_of(write(tmp_path, files))
    assert len(found) > 5
    assert not any("constraint" in str(f) or "error" in str(f) for f in found)


@pytest.mark.parametrize(("one", "other"), [("新建", "续建"), ("续建", "新建"), ("无效", "有效"), ("有效", "无效")])
def test_no_word_is_proposed_that_says_the_contrary(one: str, other: str) -> None:
    """Whichever of the two was written."""
    assert likely_word(one, (other,)) is None
