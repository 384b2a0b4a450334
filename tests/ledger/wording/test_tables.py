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
