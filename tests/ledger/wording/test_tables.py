"""Tables of a document: a line names the columns, each line below it is a clause."""

from __future__ import annotations

from typing import Final

import pytest

from generator.language.official_text import lay_out, normalise
from generator.ledger.wording.clauses import Clause, read_clauses

TABLE: Final = """\
附件
某某县重点任务分解表
序号\t重点任务\t牵头单位\t配合单位\t完成时限
1\t修复古渡口，新增泊位12个。\t县交通局\t县文旅局、各乡镇\t2024年9月底
一、民生
2\t开放操场。\t县教育局 县体育中心\t\t每季度
3\t疏浚老河。（含支流）\t县水利局\t——\t
注：按月调度。
"""


def clauses(raw: str) -> list[Clause]:
    """The clauses of a document of 2024."""
    return read_clauses(normalise(raw), lay_out(raw), years=(2024, 2024))


def read(raw: str) -> list[tuple[str, list[tuple[str, str]], str]]:
    """Title, units with roles, and printed deadline of each clause."""
    return [
        (
            clause.title,
            [(one.name, str(one.role)) for one in clause.said.assignees],
            clause.deadline.due_text if clause.deadline else "",
        )
        for clause in clauses(raw)
    ]


EXPECTED: Final = [
    ("修复古渡口,新增泊位12个", [("县交通局", "牵头"), ("县文旅局", "配合"), ("各乡镇", "配合")], "2024年9月底"),
    ("开放操场", [("县教育局", "牵头"), ("县体育中心", "牵头")], "每季度"),
    ("疏浚老河", [("县水利局", "牵头")], ""),
]


@pytest.mark.parametrize(
    "raw",
    [
        TABLE,
        TABLE.replace("\t", "|"),
        TABLE.replace("\t", " ｜ "),
        "\n".join(f"|{line}|" if "\t" in line else line for line in TABLE.split("\n")).replace("\t", "|"),
        TABLE.replace("\n", "\r\n"),
        TABLE.replace("县文旅局、", "县文旅局、\n"),
    ],
    ids=["tabs", "bars", "wide bars", "bars around", "line breaks of another system", "a cell of two lines"],
)
def test_each_row_is_a_clause(raw: str) -> None:
    """Whatever stands between the cells; an empty cell and a dash name nobody, headings between are no rows."""
    assert read(raw) == EXPECTED


def test_a_clause_has_the_words_of_its_cell_and_ends_with_its_row() -> None:
    """So a passage holds no number of the row before it."""
    text = normalise(TABLE)
    found = clauses(TABLE)
    assert [text[one.start : one.text_end] for one in found] == [
        "修复古渡口,新增泊位12个。",
        "开放操场。",
        "疏浚老河。(含支流)",
    ]
    assert [text[one.text_end : one.end] for one in found] == [
        "县交通局县文旅局、各乡镇2024年9月底",
        "县教育局县体育中心每季度",
        "县水利局——",
    ]


def test_columns_may_stand_in_any_order_and_words_in_two() -> None:
    """Units before the words, one task in two columns, and a column of units responsible."""
    raw = "责任单位\t责任领导\t目标任务\t工作措施\t时限\n县水利局、县财政局\t副县长\t清淤\t清除淤泥三万方\t年底前\n"
    assert read(raw) == [("清淤清除淤泥三万方", [("县水利局", "牵头"), ("县财政局", "牵头")], "年底前")]


def test_other_tables_are_left_alone() -> None:
    """One without a column of units, or of tasks, has no clause."""
    assert read("指标\t单位\t2024年\n床位\t张\t600\n") == []
    assert read("姓名\t责任单位\t电话\n王某\t县水利局\t000\n") == []


def rows(*lines: str) -> str:
    """Lines of a table with tabs in the place of bars."""
    return "".join(line.replace("|", "\t") + "\n" for line in lines)


Row = tuple[str, str, str, str]
"""Title, who leads, who has another role, and the deadline as it is recorded."""


def brief(raw: str) -> list[Row]:
    """What each clause of a document of 2024 says, in short."""
    found = []
    for clause in clauses(raw):
        leads, others = (
            " ".join(one.name for one in clause.said.assignees if (str(one.role) == "牵头") is leading)
            for leading in (True, False)
        )
        due = clause.deadline and (clause.deadline.due or str(clause.deadline.recurrence))
        found.append((clause.title, leads, others, due or ""))
    return found


HEAD: Final = "序号|项目名称|建设内容和年度目标|责任领导|牵头单位|配合单位|季度节点|完成时限"
PASTED: Final[dict[str, tuple[str, list[Row]]]] = {
    "compound heads, signs before names, totals, notes": (
        rows(
            HEAD,
            "1|★梅溪水厂|新建水厂1座|分管水务副县长|县水务局|县财政局、梅溪镇|二季度开工|2024年11月",
            "2|▲幼儿园|新建幼儿园3所|县委常委、副县长|县教育局（牵头），县住建局|县财政局／梅溪镇||2024.8",
            "合计|2个",
            "注：1.节点以季度末计。",
        ),
        [
            ("梅溪水厂", "县水务局", "县财政局 梅溪镇", "2024-11"),
            ("幼儿园", "县教育局", "县住建局 县财政局 梅溪镇", "2024-08"),
        ],
    ),
    "blank cells are as above where the document says so": (
        "（序号、名称、责任领导空白的与上一行相同）\n"
        + rows(
            HEAD,
            "1|梅溪水厂|新建水厂1座|副县长|县水务局|县财政局|二季度开工|2024年11月",
            "||新建泵站2座||县农业局|县水务局|三季度完工|2024年12月",
            "2|幼儿园|新建幼儿园3所|副县长|县教育局|县财政局||2024年8月",
        ),
        [
            ("梅溪水厂", "县水务局", "县财政局", "2024-11"),
            ("梅溪水厂", "县农业局", "县水务局", "2024-12"),
            ("幼儿园", "县教育局", "县财政局", "2024-08"),
        ],
    ),
    "all blank cells are": (
        "说明：表中空白处与上一行相同。\n"
        + rows(
            "序号|项目名称|建设内容|牵头单位|配合单位|完成时限",
            "1|公园|新建公园1座|县城管局|梅溪镇|9月底",
            "||新建步道4公里",
            "||新建驿站3座|县文旅局||11月底",
        ),
        [
            ("公园", "县城管局", "梅溪镇", "2024-09"),
            ("公园", "县城管局", "梅溪镇", "2024-09"),
            ("公园", "县文旅局", "梅溪镇", "2024-11"),
        ],
    ),
    "a merged cell whose rows say who leads": (
        rows(
            "序号|工作任务|具体举措|牵头单位|配合单位|时限",
            "1|优化环境|办理时限压减三成|县审批局|县发改局|6月底",
            "||新设窗口20个|县人社局|县审批局|9月底",
        ),
        [
            ("优化环境办理时限压减三成", "县审批局", "县发改局", "2024-06"),
            ("优化环境", "县人社局", "县审批局", "2024-09"),
        ],
    ),
    "cells that go on in the next line": (
        rows(
            "序号|项目名称|建设内容和目标|责任单位|配合单位|时限",
            "1|公园|新建公园1座，",
            "改造步道4公里|县城管局",
            "县林业局|梅溪镇|9月底",
            "2|幼儿园|新建幼儿园3所|县教育局|县财政局、|8月底",
            "梅溪镇",
        ),
        [("公园", "县城管局 县林业局", "梅溪镇", "2024-09"), ("幼儿园", "县教育局", "县财政局 梅溪镇", "2024-08")],
    ),
    "cells that say themselves who leads": (
        rows(
            "序号|重点任务|责任分工|时限",
            "1|新建公园2座|县城管局牵头，各乡镇配合|10月底",
            "2|改造管网20公里|牵头：县水利局；配合：县财政局|11月底",
            "3|治理河道18公里|县水利局、县环境局分别负责|12月底",
        ),
        [
            ("新建公园2座", "县城管局", "各乡镇", "2024-10"),
            ("改造管网20公里", "县水利局", "县财政局", "2024-11"),
            ("治理河道18公里", "县水利局 县环境局", "", "2024-12"),
        ],
    ),
    "two tables with other heads": (
        "附件1\n"
        + rows("编号|事项|牵头领导|责任单位|目标|时间", "A-1|食堂|县委常委、副县长|县民政局|新建食堂12家|10月底")
        + "附件2\n"
        + rows(
            "任务|牵头单位|协办单位|进度安排|序号",
            "疏浚河道8公里|县水利局|梅溪镇|11月底完工|1",
            "修闸2座|同1|云岭镇|6月|2",
        ),
        [
            ("食堂", "县民政局", "", "2024-10"),
            ("疏浚河道8公里", "县水利局", "梅溪镇", "2024-11"),
            ("修闸2座", "县水利局", "云岭镇", "2024-06"),
        ],
    ),
}


@pytest.mark.parametrize(("raw", "expected"), PASTED.values(), ids=PASTED)
def test_tables_as_they_are_pasted(raw: str, expected: list[Row]) -> None:
    """From a word processor: merged cells are blank, cells have several lines, names have signs before them."""
    assert brief(raw) == expected


def test_figures_stand_in_the_column_of_the_words_and_not_in_the_steps() -> None:
    """So a part that is to be done by a quarter is no target."""
    raw = rows(HEAD, "1|水厂|日供水12万吨|副县长|县水务局|县财政局|一季度完成30%|11月底")
    (clause,) = clauses(raw)
    assert normalise(raw)[clause.words_at : clause.text_end] == "日供水12万吨"


INDICATORS: Final = """\
序号\t指标\t单位\t2020年\t2023年\t2025年\t年均增长\t属性\t责任单位
1\t工业产值\t亿元\t612\t700\t900\t8%左右\t预期性\t县工信局
2\t每万人口发明专利\t件\t6.2\t9\t≥12\t—\t预期性\t县科技局
3\t造林面积\t万亩\t—\t—\t—\t〔1.5〕\t约束性\t县林业局
4\t城镇新增就业\t人\t3,100\t\t3,200-3,500\t5\t预期性\t县人社局
5\t减排\t%\t\t\t完成市下达任务\t—\t约束性\t县生态环境局
"""


def test_indicators_have_their_figures_in_cells() -> None:
    """The level of the last year and the growth; units stand in a column, and a dash is no figure."""
    found = clauses(INDICATORS)
    figures = [[(f.name, str(f.comparator), str(f.value), f.unit) for f in clause.figures] for clause in found]
    assert figures == [
        [("工业产值", "=", "900", "亿元"), ("工业产值年均增长", "≈", "8", "%")],
        [("每万人口发明专利", "≥", "12", "件")],
        [("造林面积", "=", "1.5", "万亩")],
        [("城镇新增就业", "=", "3200", "人"), ("城镇新增就业年均增长", "=", "5", "%")],
        [("减排", "None", "None", "")],
    ]
    text = normalise(INDICATORS)
    cells = [text[c.words_at + f.start : c.words_at + f.end] for c in found for f in c.figures]
    assert cells == ["900", "8%左右", "≥12", "〔1.5〕", "3,200-3,500", "5", "完成市下达任务"]


def test_years_that_were_reached_set_no_targets() -> None:
    """A table of one year sets one only where its head says so."""
    head = "指标\t单位\t{year}\t责任单位\n"
    row = "工业产值\t亿元\t900\t县工信局\n"
    counts = [
        len(clauses(head.format(year=year) + row)[0].figures)
        for year in ("2024年实际", "2024年完成数", "2024年", "2025年目标值", "“十四五”末目标")
    ]
    assert counts == [0, 0, 0, 1, 1]


def test_a_unit_of_odd_signs_is_no_pattern() -> None:
    """What stands in the column of units is put behind the number as it is."""
    (clause,) = clauses("指标\t单位\t2025年目标\t责任单位\n工业产值\t\\1亿元\t900\t县工信局\n")
    assert [figure.name for figure in clause.figures] in ([], ["工业产值"])
