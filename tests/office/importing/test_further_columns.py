"""Columns that stand besides the usual ones in ledgers: units that take part, years on the way, units in heads."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest

from generator.office.importing.reading import ReadLedger, read_ledger
from generator.office.workbooks.workbook_file import read_workbook
from tests.helpers.workbooks import Rows, workbook


@pytest.fixture(name="read")
def _read(tmp_path: Path) -> Any:
    """Reads one sheet as a workbook."""

    def read(rows: Rows) -> ReadLedger:
        path = workbook(tmp_path / "2025年台账.xlsx", {"Sheet1": rows})
        return read_ledger(read_workbook(path).sheets, path.name)

    return read


def roles(ledger: ReadLedger) -> list[tuple[str, str, str]]:
    """The units with their roles, as they are recorded."""
    cells = (row.cells for row in ledger.rows["assignments"])
    return [(one["printed_name"], one["role"], one.get("printed_role", "")) for one in cells]


def figures(ledger: ReadLedger) -> list[tuple[object, object, object]]:
    """The figures that other programs get."""
    found: Any = ledger.as_json()["figures"]
    return [(one["value"], one["unit"], one["comparator"]) for one in found]


TAKING_PART: Final = (
    *("属地单位", "落实单位", "实施主体", "配合镇街", "责任镇街", "协办镇街", "属地镇街", "承建单位", "参建单位"),
    *("落实镇街", "涉及乡镇", "属地"),
)


@pytest.mark.parametrize("column", TAKING_PART)
@pytest.mark.parametrize("main", ["责任单位", "牵头单位"])
def test_a_further_column_names_units_that_take_part(read: Any, column: str, main: str) -> None:
    """They support, and the name of the column is their printed role, whichever column says who leads."""
    ledger = read(
        (
            ("柳溪区2025年重点任务台账",),
            ("序号", "重点任务", "目标任务", main, "配合单位", column, "完成时限"),
            ("1", "修水厂", "新建水厂", "区水务局", "区财政局", "云桥镇、临河镇", "2025年11月"),
        )
    )
    told = "责任单位" if main == "责任单位" else ""
    assert roles(ledger) == [
        ("区水务局", "牵头", told),
        ("区财政局", "配合", ""),
        ("云桥镇", "配合", column),
        ("临河镇", "配合", column),
    ]


def test_units_that_take_part_lead_where_nobody_else_does(read: Any) -> None:
    """A ledger that has but one column of units, whatever it is called."""
    ledger = read(
        (
            ("柳溪区2025年重点任务台账",),
            ("序号", "重点任务", "落实单位", "完成时限"),
            ("1", "修水厂", "区水务局", "2025年11月"),
        )
    )
    assert roles(ledger) == [("区水务局", "牵头", "落实单位")]


def test_who_is_marked_in_a_list_leads_alone(read: Any) -> None:
    """The others in the list support."""
    ledger = read(
        (
            ("柳溪区2025年重点任务台账",),
            ("序号", "重点任务", "责任单位", "配合单位", "完成时限"),
            ("1", "修水厂", "区住建局、区水务局（牵头）", "区财政局", "2025年11月"),
            ("2", "办幼儿园", "区教育局（牵头）、区住建局", "", "2025年8月"),
        )
    )
    assert [(clause.leads, clause.supports) for clause in ledger.clauses] == [
        (["区水务局"], ["区住建局", "区财政局"]),
        (["区教育局"], ["区住建局"]),
    ]


def test_the_units_of_the_row_above_are_meant(read: Any) -> None:
    """同上 stands for the cell above it, and leaves those that other columns name."""
    ledger = read(
        (
            ("柳溪区2025年重点任务台账",),
            ("序号", "重点任务", "牵头单位", "责任单位", "完成时限"),
            ("1", "修水厂", "区水务局", "区住建局、区发改局", "2025年11月"),
            ("2", "抓技改", "区工信局", "同上", "2025年8月"),
        )
    )
    assert [(clause.leads, clause.supports) for clause in ledger.clauses] == [
        (["区水务局"], ["区住建局", "区发改局"]),
        (["区工信局"], ["区住建局", "区发改局"]),
    ]


def test_units_and_deadline_of_the_row_with_a_number_are_meant(read: Any) -> None:
    """同第1项 is no row above; a deadline may say 同上, too. A number that no row has is doubted, not guessed."""
    ledger = read(
        (
            ("柳溪区2025年重点任务台账",),
            ("序号", "重点任务", "牵头单位", "配合单位", "完成时限"),
            ("1", "修水厂", "区水务局", "区住建局", "2025年11月"),
            ("2", "抓技改", "区工信局", "区发改局", "2025年8月"),
            ("3", "办幼儿园", "区教育局", "同第1项", "同第1项"),
            ("4", "建书房", "同第2项", "同上", "同上"),
            ("5", "种树", "区林业局", "", "同第9项"),
        )
    )
    assert [(clause.leads, clause.supports, clause.deadline) for clause in ledger.clauses] == [
        (["区水务局"], ["区住建局"], "2025-11"),
        (["区工信局"], ["区发改局"], "2025-08"),
        (["区教育局"], ["区住建局"], "2025-11"),
        (["区工信局"], ["区住建局"], "2025-11"),
        (["区林业局"], [], None),
    ]
    assert [str(finding) for finding in ledger.findings if "同第9项" in str(finding)] != []


def test_the_office_of_the_row_above_is_meant(read: Any) -> None:
    """同上 stands for the office of the leader, too; nothing of it is left out."""
    ledger = read(
        (
            ("柳溪区2025年重点任务台账",),
            ("序号", "重点任务", "责任领导", "牵头单位", "完成时限"),
            ("1", "修水厂", "分管水务副区长", "区水务局", "2025年11月"),
            ("2", "疏浚河道", "同上", "区水务局", "2025年8月"),
        )
    )
    assert [row.cells["post"] for row in ledger.rows["assignments"]] == ["分管水务副区长"] * 2
    assert not any(finding.code == "leader-name" for finding in ledger.findings)


@pytest.mark.parametrize("head", ["2024年实绩", "2024年实际", "2024年决算数"])
def test_what_was_reached_the_year_before_is_a_result(read: Any, head: str) -> None:
    """However the column is called, its figures are no targets."""
    ledger = read(
        (
            ("柳溪区2025年主要预期指标",),
            ("指标名称", "计量单位", head, "2025年目标", "责任单位"),
            ("城镇新增就业", "人", "3,420", "3600", "区人社局"),
        )
    )
    assert figures(ledger) == [(3600, "人", "eq")]
    assert [(row.cells["period"], row.cells["value"]) for row in ledger.rows["observations"]] == [("2024", "3420")]


def test_who_builds_leads_where_nobody_else_is_named(read: Any) -> None:
    """A ledger whose only units are those of 承建单位; a plain column 配合单位 never leads."""
    heads = ("序号", "重点任务", "承建单位", "完成时限")
    row = ("1", "修水厂", "区水务局、区城投公司", "2025年11月")
    ledger = read((("柳溪区2025年重点任务台账",), heads, row))
    assert roles(ledger) == [("区水务局", "牵头", "承建单位"), ("区城投公司", "牵头", "承建单位")]
    ledger = read((("柳溪区2025年重点任务台账",), (*heads[:2], "配合单位", heads[3]), row))
    assert {role for _, role, _ in roles(ledger)} == {"配合"}


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("九成五", (95, "%", "eq")),
        ("两成以上", (20, "%", "ge")),
        ("翻一番", (2, "倍", "times")),
        ("达到九成", (90, "%", "ge")),
    ],
)
def test_numbers_in_words_stand_in_cells(read: Any, printed: str, expected: tuple[object, object, object]) -> None:
    """Tenths with a half behind them, and doublings."""
    ledger = read((("柳溪区2025年目标",), ("序号", "指标名称", "2025年目标"), ("1", "数字化水平", printed)))
    assert figures(ledger) == [expected]


def test_years_on_the_way_are_recorded_and_are_no_figures_of_the_plan(read: Any) -> None:
    """They are targets of the ledger; other programs get the last year, the growth and the total, each once."""
    ledger = read(
        (
            ("柳溪区“十四五”主要指标",),
            ("序号", "指标名称", "单位", "2020年", "2023年", "2024年", "2025年", "年均增速[累计]"),
            ("1", "地区生产总值", "亿元", "400", "477", "505", "536", "6%"),
            ("2", "新增就业", "万人", "1.1", "1.1", "1.1", "1.2", "[5.4]"),
        )
    )
    assert figures(ledger) == [(536, "亿元", "eq"), (6, "%", "eq"), (1.2, "万人", "eq"), (5.4, "万人", "eq")]
    years = {row.cells["end_year"] for row in ledger.rows["targets"]}
    assert years == {"2023", "2024", "2025"}


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        ("2025年目标(万)", "游客接待量", (120, "万", "eq")),
        ("2025年目标（亿元）", "地区生产总值", (120, "亿元", "eq")),
        ("2025年目标", "就业人数（万）", (120, "万", "eq")),
        ("2025年目标", "招商引资额（亿元）", (120, "亿元", "eq")),
    ],
)
def test_units_stand_in_brackets(read: Any, head: str, name: str, expected: tuple[object, object, object]) -> None:
    """Behind the name of the indicator, or in the head of the column; 万 may stand alone."""
    ledger = read((("柳溪区2025年目标",), ("序号", "指标名称", head), ("1", name, "120"), ("2", "水质（%）", "90")))
    assert figures(ledger)[0] == expected
