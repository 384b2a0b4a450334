"""How long an answer may be, how much of it is repeated, and when a form is complete."""

from __future__ import annotations

from typing import Any

import pytest

from generator.language.office.rounds.form_words import TASKS, VALUES
from generator.ledger.enums import SubmissionState
from generator.office.ingest.answer_records import report_id, submission_state
from generator.office.ingest.cells.readings import FilledCell
from generator.office.ingest.filled_tables import FilledTable, graded_cells, read_text_table
from generator.office.ingest.form_answers import FormAnswers, unfit, words_of
from generator.office.ingest.form_findings import FormFinding, finding_lines
from generator.office.ingest.form_reading import FormRow


def row(**cells: FilledCell) -> FormRow:
    """A row with some answers, the first in column K."""
    return FormRow(VALUES, 4, "a", cells, {name: place for place, name in enumerate(cells, 10)})


def told(found: FormRow) -> list[str]:
    """What is said of a row."""
    return [one.line("表") for one in unfit(found)]


@pytest.mark.parametrize(
    ("column", "limit"),
    [
        ("progress", 200),
        ("reason", 200),
        ("evidence", 100),
        ("remark", 200),
        ("state", 60),
        ("status", 60),
        ("as_of", 60),
    ],
)
def test_how_long_an_answer_may_be(column: str, limit: int) -> None:
    """As many characters as there is room for, and no more; blanks at its ends and between lines count once."""
    assert told(row(**{column: FilledCell(f" {'进' * (limit - 2)}\n 展 ")})) == []
    assert told(row(x=FilledCell(""), **{column: FilledCell("进" * (limit + 1))})) == [
        f"表 指标!L4: 错误：有 {limit + 1} 个字，最多 {limit} 个"
    ]


def test_what_no_cell_may_hold() -> None:
    """Numbers of persons are not repeated, nor more of a text than its beginning; a number tells its own faults."""
    long, shown = f"{'甲' * 50}13812345678{'乙' * 30}", f"{'甲' * 50}〔已隐去〕{'乙' * 5}"
    assert told(row(remark=FilledCell("问13812345678"), value=FilledCell(long))) == [
        "表 指标!K4: 错误：像是个人的电话、证件号、卡号或邮箱（问〔已隐去〕），不能进台账；请删去再报",
        "表 指标!L4: 错误：有 91 个字，最多 60 个",
        f"表 指标!L4: 错误：像是个人的电话、证件号、卡号或邮箱（{shown}），不能进台账；请删去再报",
    ]
    broken = {"value": FilledCell("", formula=True), "remark": FilledCell("", formula=True)}
    assert told(row(**broken, evidence=FilledCell("#REF!", error=True), reason=FilledCell("x", formula=True))) == [
        "表 指标!L4: 错误：这一格的公式没有结果；请改写成文字",
        "表 指标!M4: 错误：这一格是错误值 #REF!；请改写成文字",
    ]


def test_the_words_of_a_cell() -> None:
    """On one line, without what is struck through, signs that nobody sees, or signs for nothing."""
    cells = row(
        a=FilledCell("旧\n新", standing="新\u200b 的"), b=FilledCell("——"), c=FilledCell(" /\n"), d=FilledCell("-1")
    )
    assert [words_of(cells, name) for name in "abcd"] == ["新 的", "", "", "-1"]


@pytest.mark.parametrize(("length", "shown"), [(60, "甲" * 60), (61, "甲" * 60 + "……")])
def test_as_much_of_a_cell_is_repeated_as_there_is_room(length: int, shown: str) -> None:
    """Of a cell; what is said of a whole file is said whole."""
    values = {"text": "甲" * length}
    assert FormFinding("status-unknown", VALUES, "L4", values).words == f"“{shown}”不是表里的选项；请从下拉列表里选"
    assert FormFinding("names-lost").line("表.xlsx").startswith("表.xlsx: 错误：表里的身份信息丢了")
    long = FormFinding("sheet-missing", values={"sheet": "甲" * 90}).words
    assert long == f"少了工作表“{'甲' * 90}”；请用原表重填"


@pytest.mark.parametrize(
    ("cells", "place"),
    [("K4", "K4"), ("K4 K5", "K4、K5"), ("K4 K5 K6", "K4、K5、K6"), ("K4 K5 K6 K7", "K4、K5、K6 等 4 格")],
)
def test_cells_of_which_the_same_is_said(cells: str, place: str) -> None:
    """Three are named; other sheets, other words and files stand on lines of their own."""
    same = [FormFinding("no-last", VALUES, cell) for cell in cells.split()]
    others = [FormFinding("no-last", TASKS, "K4"), FormFinding("names-lost"), FormFinding("names-lost")]
    lines = [line.partition("：")[0] for line in finding_lines("表", [*same[:1], *others, *same[1:]])]
    assert lines == [f"表 指标!{place}: 未能核对", "表 任务!K4: 未能核对", "表: 错误"]


def test_when_a_form_is_complete() -> None:
    """By what stands in it: figures, reports, answers of no change, and what another unit had told."""
    one: Any = object()
    states = {
        (0, 0, 0, 0, 3): SubmissionState.EMPTY,
        (1, 0, 0, 0, 3): SubmissionState.PARTIAL,
        (1, 1, 0, 0, 3): SubmissionState.PARTIAL,
        (1, 1, 1, 0, 3): SubmissionState.COMPLETE,
        (1, 1, 0, 1, 3): SubmissionState.COMPLETE,
        (3, 1, 0, 0, 3): SubmissionState.COMPLETE,
        (0, 0, 2, 0, 3): SubmissionState.PARTIAL,
        (0, 0, 3, 0, 3): SubmissionState.NO_CHANGE,
        (0, 0, 2, 1, 3): SubmissionState.COMPLETE,
    }
    for (values, tasks, unchanged, agreed, wanted), state in states.items():
        keys = frozenset(map(str, range(unchanged)))
        assert submission_state(FormAnswers((one,) * values, (one,) * tasks, keys, wanted, agreed)) is state


def test_the_address_of_a_report_is_not_too_long() -> None:
    """One that fits is said in full; of a longer one the end is a digest, and two longer ones differ."""
    record: Any = type("Round", (), {"id": "r"})
    unit = "u" * 8
    fits = report_id(record, "t" * 69, unit)
    assert fits == f"r-{'t' * 69}-{unit}" and len(fits) == 80
    cut = report_id(record, "t" * 70, unit)
    other = report_id(record, "t" * 70, f"{unit}v")
    assert len(cut) == len(other) == 80 and cut != other and cut[:-9] == other[:-9] == fits[:-9]
    assert report_id(record, "t" * 68 + "-" * 9, unit)[:-9].endswith("t")


def cells(text: str) -> list[str]:
    """What is read of a table that a unit made: place, value, grade and codes."""
    rows = [[FilledCell(cell) for cell in line.split("|")] for line in text.strip().split("\n")]
    return [
        f"{one.sheet}!{one.cell} {one.reading.value} {one.reading.grade} "
        f"{' '.join(reason.code for reason in one.reading.reasons)}".strip()
        for one in graded_cells(FilledTable("表", rows))
    ]


def test_tables_that_units_made_are_read_by_their_heads() -> None:
    """Wherever the heads stand; the unit in a column of its own, the number before, the period that most rows have."""
    assert cells(
        """
季度上报|说明
指标名称|计量单位|填报单位|上期值|完成值|完成数
培训|人|万人|300000|31
 ||
水站|个||约12|120个|5
林地|亩||x|
"""
    ) == ["表!E3 310000 提示 unit", "表!E5 12 疑点 slip", "表!E6 None 提示 no-answer"]
    assert cells(
        """
任务|期别|完成情况|完成日期|填报日期
修桥|2024年一季度|在建|4月|2024-04-08
栽树|2024年一季度|完成|2024-04-09|2024-04-08
清河|上半年|很好|5月|4月
巡河|本季度||
"""
    ) == [
        "表!B2 2024-Q1 ok",
        "表!C2 推进中 提示 state-word",
        "表!D2 2024-04 提示 day-month",
        "表!B3 2024-Q1 ok",
        "表!C3 完成 ok",
        "表!D3 None 错误 day-later",
        "表!B4 2024-H1 提示 period-part",
        "表!C4 None 错误 state-unread",
        "表!D4 None 错误 day-unread",
        "表!B5 2024-Q1 疑点 period-word",
        "表!C5 None 提示 no-answer",
        "表!D5 None 提示 no-answer",
    ]
    assert cells("任务|状态\n修桥|完成") == ["表!B2 完成 ok"]
    assert cells("指标|单位\n培训|人") == cells("完成值\n3") == []


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        ("\ufeff指标,完成值\n甲,1\n".encode(), [["指标", "完成值"], ["甲", "1"]]),
        ('指标,完成值\r\n"甲\r\n乙",1'.encode("gb18030"), [["指标", "完成值"], ["甲\r\n乙", "1"]]),
        (b"", []),
        (b"a\0b", None),
        (b"\xff\xff\xff", None),
    ],
)
def test_a_text_file_is_a_table(content: bytes, rows: list[list[str]] | None) -> None:
    """In UTF-8 or as Chinese Windows writes it; what is no text is none."""
    table = read_text_table(content)
    assert (table and [[cell.text for cell in line] for line in table.rows]) == rows
    assert table is None or table.name == ""
