"""Changes as text, Markdown and tables."""

from __future__ import annotations

import json

from generator.history.change_log import ChangeLog, LogEntry
from generator.history.diff import Change, Value
from generator.history.reports import COLUMNS, as_json, as_markdown, as_text, counted, log_cells, record
from generator.ledger.enums import Edit
from tests.helpers.ledger import contract

CHANGES = [
    Change(
        "tasks", ("t",), Edit.ADDED, "新|任务", "", ("tasks/t",), (Value("kind", "", "重点任务", "", "重点任务"),), ""
    ),
    Change(
        "observations",
        ("o",),
        Edit.CHANGED,
        "产值",
        "2017 年",
        ("indicators/i",),
        (Value("value", "1", "", "1", ""), Value("note", "", "<b>", "", "<b>")),
        "",
    ),
    Change("report_tasks", ("r", "t"), Edit.REMOVED, "任务", "r", ("tasks/t",), (), ""),
]


def test_text_tells_each_value() -> None:
    """A line of numbers, then each record; no value is told as such."""
    assert as_text(contract(), CHANGES, "从甲到乙") == (
        "从甲到乙：改动 2 个值、新增 1 条记录、删去 1 条记录\n\n"
        "新增 任务“新|任务”  tasks/t\n    类别：重点任务\n\n"
        "改动 完成值“产值” 2017 年  observations/o\n    数值：1 → 空\n    说明：空 → <b>\n\n"
        "删去 进展所涉任务“任务” r  report_tasks/r/t\n"
    )


def test_markdown_is_a_table_for_each_table() -> None:
    """Signs that Markdown knows do no harm, and a record without values has a row."""
    text = as_markdown(contract(), CHANGES, "从甲到乙")
    assert "\n| 新增 新\\|任务 `t` | 类别 |  | 重点任务 |\n" in text
    assert "\n| 改动 产值 2017 年 `o` | 说明 |  | \\<b\\> |\n" in text
    assert text.endswith(
        "\n### 进展所涉任务\n\n| 记录 | 字段 | 原来 | 现在 |\n|---|---|---|---|\n| 删去 任务 r `r/t` |  |  |  |\n"
    )


def test_json_has_a_record_for_each_value() -> None:
    """An empty text is null."""
    rows = json.loads(as_json(contract(), CHANGES, ""))
    assert [(r["edit"], r["key"], r["column"], r["old"], r["new"]) for r in rows] == [
        ("新增", "t", "kind", None, "重点任务"),
        ("改动", "o", "value", "1", None),
        ("改动", "o", "note", None, "<b>"),
        ("删去", "r/t", None, None, None),
    ]


def test_a_question_has_a_day_and_no_title() -> None:
    """What has no title has no empty quotation marks in its place."""
    asked = Change("feedback", ("q",), Edit.REMOVED, "", "2024-11-02", (), (), "")
    assert record(contract(), asked) == "意见与答复 2024-11-02"


def test_no_change_counts_as_nothing() -> None:
    """Neither values nor records."""
    assert counted([]) == ""


def test_the_table_of_all_has_every_kind_of_commit() -> None:
    """The newest first: changes, a commit that cannot be read, the beginning."""
    entries = (
        LogEntry("1", "d", "s", (), (("tasks", 3),), ()),
        LogEntry("2", "d", "s", (), (), ("a.yml",)),
        LogEntry("3", "d", "s", tuple(CHANGES), (), ()),
    )
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in log_cells(contract(), ChangeLog(entries, ""))]
    assert [r["edit"] for r in rows] == ["新增", "改动", "改动", "删去", "无法读取", "建立"]
    assert (rows[4]["key"], rows[5]["record"], rows[5]["new"]) == ("a.yml", "任务", "3")
