"""Tables that are printed over several pages, filled in part, or say a thing in a column of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.office.importing.reading import ReadLedger, read_ledger
from generator.office.workbooks.workbook_file import read_workbook
from tests.helpers.workbooks import Rows, workbook


@pytest.fixture(name="read")
def _read(tmp_path: Path) -> Any:
    """Reads sheets as a workbook."""

    def read(*sheets: Rows) -> ReadLedger:
        path = workbook(tmp_path / "台账.xlsx", {f"S{number}": rows for number, rows in enumerate(sheets, 1)})
        return read_ledger(read_workbook(path).sheets, path.name)

    return read


def cells(ledger: ReadLedger, table: str, *columns: str) -> list[tuple[str, ...]]:
    """Some columns of a table."""
    return [tuple(row.cells.get(column, "") for column in columns) for row in ledger.rows.get(table, [])]


def codes(ledger: ReadLedger) -> list[tuple[str, str]]:
    """What is said, but for who made the workbook."""
    return [(finding.code, finding.place) for finding in ledger.findings if finding.code != "no-issuer"]


HEAD = ("序号", "重点工作", "牵头单位")
WATER, AIR = (1, "治水", "县水利局"), (2, "治气", "县环保局")


@pytest.mark.parametrize("between", [HEAD, ("7", "", "")], ids=["the head again", "a number alone"])
def test_a_heading_holds_until_the_next_one(between: tuple[str, ...], read: Any) -> None:
    """On the next page, where the head is printed again, and behind a row that says nothing."""
    ledger = read((("2025年重点工作",), HEAD, ("一、产业", "", ""), WATER, between, AIR))
    assert cells(ledger, "tasks", "title", "section") == [("治水", "chanye"), ("治气", "chanye")]
    assert codes(ledger) == []


def test_an_empty_sheet_is_nothing(read: Any) -> None:
    """Programs add such sheets by themselves; nobody has to hear of them."""
    assert codes(read((("2025年重点工作",), HEAD, WATER), ())) == []


def test_a_column_of_towns_that_nobody_filled_is_no_indicator(read: Any) -> None:
    """Others are, whether their unit is a short word that nobody knows or a long one that everybody does."""
    heads = ("乡镇", "绿化（万平方公里）", "办席（圆桌加座）", "空着（户）", "宴请（含本地外地）")
    ledger = read((("2025年分解表",), heads, ("东山镇", 3, 5, "", 7)))
    assert cells(ledger, "indicators", "name", "unit") == [
        ("绿化", "万平方公里"),
        ("办席", "圆桌加座"),
        ("宴请(含本地外地)", ""),
    ]


def test_a_column_of_targets_without_a_year(read: Any) -> None:
    """A total in brackets is one; a fall in per cent is a change; two wordings are no two tiers."""
    ledger = read(
        (
            ("2021—2025年主要指标",),
            ("指标", "单位", "目标值", "属性"),
            ("新增就业", "万人", "[9]", "预期性"),
            ("万元GDP能耗下降", "%", "16", "约束性"),
            ("居民满意", "分", "较好，力争很好", "预期性"),
        )
    )
    assert cells(ledger, "indicators", "measure") == [("规划期累计",), ("比基期增减",), ("定性",)]
    assert cells(ledger, "targets", "value", "value_text") == [("9", "[9]"), ("16", "16"), ("", "较好,力争很好")]


def test_one_time_of_a_project_is_its_end_unless_it_says_otherwise(read: Any) -> None:
    """A month alone is when it is to be done."""
    rows = [(name, 900, "新建", time) for name, time in (("甲", "2025年6月"), ("乙", "2025年6月开工"))]
    ledger = read((("2025年重点项目",), ("项目名称", "总投资（万元）", "建设性质", "开竣工时间"), *rows))
    assert cells(ledger, "projects", "starts", "finishes") == [("", "2025-06"), ("2025-06", "")]


def test_a_unit_in_two_columns_is_told_and_counted_once(read: Any) -> None:
    """It leads; those behind it in the other column still support. A column of measures is more of the same task."""
    heads = ("序号", "目标任务", "工作举措", "牵头单位", "配合单位")
    ledger = read((("2025年重点工作",), heads, (1, "治水", "整治河道", "县水利局", "县水利局、县财政局")))
    assert cells(ledger, "assignments", "printed_name", "role") == [("县水利局", "牵头"), ("县财政局", "配合")]
    assert cells(ledger, "tasks", "title", "summary") == [("治水", "整治河道")]
    assert codes(ledger) == [("unit-twice", "S1!D3")]


def test_a_figure_of_which_less_may_be_better_is_asked_back(read: Any) -> None:
    """Nobody but the office knows whether a plan wants more of it."""
    words = "单位产值能耗0.4吨，垃圾产生量达到30吨以上"
    ledger = read((("2025年重点工作",), ("重点工作", "具体目标", "牵头单位"), ("治水", words, "县水利局")))
    assert ("direction-unclear", "S1!B3") in codes(ledger)


INDICATORS = ("主要指标",)
PLANS: dict[str, tuple[Rows, tuple[str, str, str]]] = {
    "from behind the first base to the last target": (
        (
            INDICATORS,
            ("指标", "单位", "2017年实际", "2018年实际", "2020年目标", "2022年目标"),
            ("产值", "亿元", 1, 2, 3, 4),
        ),
        ("2018", "2022", "行动计划"),
    ),
    "tasks of several years": ((("2023—2024年重点工作",), HEAD, WATER), ("2023", "2024", "行动计划")),
    "the year in which most are due": (
        (
            ("重点工作",),
            ("重点工作", "牵头单位", "完成时限"),
            *((name, "县水利局", f"{year}年6月") for name, year in (("甲", 2023), ("乙", 2024), ("丙", 2024))),
        ),
        ("2024", "2024", "重点工作"),
    ),
}


@pytest.mark.parametrize("case", PLANS)
def test_the_plan_of_a_table(case: str, read: Any) -> None:
    """Its years and its kind."""
    rows, plan = PLANS[case]
    assert cells(read(rows), "plans", "start_year", "end_year", "kind") == [plan]


def test_a_plate_in_brackets_is_another_name_of_the_unit(read: Any) -> None:
    """The whole of it, beside the name as it is printed."""
    ledger = read((("2025年重点工作",), HEAD, (1, "储粮", "县发改局（县粮食局）")))
    assert cells(ledger, "organizations", "name", "aliases") == [("县发改局", "县发改局(县粮食局)、县粮食局")]


def test_two_columns_of_targets_for_one_year(read: Any) -> None:
    """The left one counts; that is said, and a person looks at the indicator."""
    heads = ("指标", "单位", "2024年实际", "2025年目标", "2025年目标值")
    ledger = read((("2025年主要指标",), heads, ("产值", "亿元", 1, 3, 4)))
    assert cells(ledger, "targets", "value") == [("3",)]
    assert codes(ledger) == [("target-twice", "S1!E3")]
    (finding,) = (one for one in ledger.findings if one.code == "target-twice")
    assert finding.comment in ledger.rows["indicators"][0].comments and ledger.rows["indicators"][0].draft


@pytest.mark.parametrize(("length", "title"), [(30, "修" * 28 + "，渠"), (31, "修" * 29)])
def test_a_title_has_as_many_signs_as_there_is_room(length: int, title: str, read: Any) -> None:
    """A longer one ends with its first phrase."""
    ledger = read((("2025年重点工作",), HEAD, (1, "修" * (length - 2) + "，渠", "县水利局")))
    assert cells(ledger, "tasks", "title") == [(title,)]


def test_a_person_among_those_responsible_is_told_in_every_table(read: Any) -> None:
    """Of a task, an indicator or a project: the name is written nowhere, and the cell is named."""
    ledger = read(
        (("2025年重点工作",), HEAD, (1, "治水", "县水利局、赵敏")),
        (("2025年主要指标",), ("指标", "单位", "2025年目标", "责任单位"), ("产值", "亿元", 3, "县统计局、赵敏")),
        (
            ("2025年重点项目",),
            ("项目名称", "总投资（万元）", "建设性质", "责任单位"),
            ("水厂", 900, "新建", "县水务局、赵敏"),
            ("电厂", 900, "新建", "赵敏"),
        ),
    )
    places = ["S1!C3", "S2!D3", "S3!D3", "S3!D4"]
    assert [place for code, place in codes(ledger) if code == "unit-person"] == places
    assert "赵敏" not in "".join(map(str, (*ledger.findings, *ledger.rows.items())))
    assert [bool(owner) for (owner,) in cells(ledger, "projects", "owner")] == [True, False]


@pytest.mark.parametrize(
    ("lead", "support", "places"),
    [
        ("县水利局", "推进小组工作", ["S1!D3"]),
        ("推进小组工作", "县水利局", ["S1!C3"]),
        ("县水利局", "配合单位：推进小组工作", ["S1!D3"]),
        ("县水利局、推进小组工作专班", "推进小组工作", ["S1!D3"]),
    ],
)
def test_the_cell_of_a_name_that_is_no_unit_is_told(lead: str, support: str, places: list[str], read: Any) -> None:
    """Not the first one of the row, nor one in which it is a part of a longer name."""
    ledger = read(
        (("2025年重点工作",), ("重点工作", "完成时限", "牵头单位", "配合单位"), ("治水", "6月", lead, support))
    )
    assert sorted({place for code, place in codes(ledger) if code == "unit-unclear"}) == places


def test_units_of_the_row_above_are_told_where_the_row_names_them(read: Any) -> None:
    """同上 stands in the same column."""
    heads = ("重点工作", "牵头单位", "配合单位")
    ledger = read((("2025年重点工作",), heads, ("治水", "县水利局", "推进小组工作"), ("治气", "县环保局", "同上")))
    assert sorted({place for code, place in codes(ledger) if code == "unit-unclear"}) == ["S1!C3", "S1!C4"]
