"""Rows that are known again, values and units in cells, years of tables."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from generator.office.importing.again.row_pairs import paired_rows
from generator.office.importing.context import ImportContext
from generator.office.importing.reading import read_ledger
from generator.office.importing.tables.found_tables import find_tables
from generator.office.importing.tables.value_cells import in_unit, read_value
from generator.office.workbooks.sheets import Sheet
from generator.office.workbooks.workbook_file import read_workbook
from tests.helpers.workbooks import Rows, workbook


def sheet(*rows: str) -> Sheet:
    """A sheet with a sign in each cell."""
    return Sheet("表", {(at, column): sign for at, row in enumerate(rows, 1) for column, sign in enumerate(row, 1)})


def test_a_row_between_the_same_rows_is_the_same_row() -> None:
    """Even where all of its cells changed; where one more row stands there, the most alike one is."""
    assert paired_rows(sheet("甲乙丙", "一二三", "丁戊己"), sheet("甲乙丙", "上中下", "丁戊己")) == {1: 1, 2: 2, 3: 3}
    assert paired_rows(sheet("甲乙丙", "一二三", "丁戊己"), sheet("甲乙丙", "上中下", "一二四", "丁戊己")) == {
        1: 1,
        3: 2,
        4: 3,
    }
    assert paired_rows(sheet("甲乙丙", "丁戊己"), sheet("甲乙丙", "上中下", "丁戊己")) == {1: 1, 3: 2}


def test_a_unit_of_the_ledger_is_known_by_its_short_name() -> None:
    """The government of a town is the town."""
    context = ImportContext("d", {"柳湾镇": "liuwan"}, defaultdict(set))
    assert context.unit("柳湾镇人民政府", "表!A1") == "liuwan" and not context.new_units


@pytest.mark.parametrize(
    ("text", "value"),
    [("翻一番", "2"), ("翻两番", "4"), ("九成五", "95"), ("三成半", "35"), ("两成", "20"), ("百分之十五", "15")],
)
def test_numbers_in_words(text: str, value: str) -> None:
    """Doublings, tenths and hundredths."""
    assert read_value(text).value == Decimal(value)


@pytest.mark.parametrize("text", ["百分之甲", "5个一批、上下联动的", "第3"])
def test_words_with_a_number_in_them_are_no_number(text: str) -> None:
    """The cell keeps its words."""
    assert read_value(text).text and read_value(text).value is None


@pytest.mark.parametrize(
    ("own", "unit", "value"),
    [("万亩", "亩", "30000"), ("亩", "万亩", "0.0003"), ("亿元", "万元", "30000"), ("亩", "元", None)],
)
def test_scales_of_units(own: str, unit: str, value: str | None) -> None:
    """Three of one unit in another one."""
    assert in_unit(Decimal(3), own, unit) == (None if value is None else Decimal(value))


TASKS: Rows = (("序号", "重点工作", "牵头单位"), (1, "治水", "县水利局"))
LEVELS: Rows = (("主要指标",), ("指标", "单位", "2020年实际", "2024年实际", "2025年目标"), ("产值", "亿元", 1, 2, 3))

ON_THE_WAY: Rows = (("主要指标",), ("指标", "单位", "2019年实际", "2024年", "2025年目标"), ("产值", "亿元", 1, 2, 3))


@pytest.mark.parametrize(
    ("rows", "file", "years"),
    [
        (TASKS, "2025年台账.xlsx", ("2025", "2025")),
        ((("2024年重点工作",), *TASKS), "2025年台账.xlsx", ("2024", "2024")),
        (LEVELS, "台账.xlsx", ("2021", "2025")),
        (ON_THE_WAY, "台账.xlsx", ("2021", "2025")),
    ],
)
def test_years_of_a_table(rows: Rows, file: str, years: tuple[str, str], tmp_path: Path) -> None:
    """The title says them, else the name of the file; of indicators the way from the base to the end."""
    ledger = read_ledger(read_workbook(workbook(tmp_path / file, {"S": rows})).sheets, file)
    (plan,) = ledger.rows["plans"]
    assert (plan.cells["start_year"], plan.cells["end_year"]) == years


def test_only_numbered_lines_above_a_head_are_headings(tmp_path: Path) -> None:
    """Where it is printed again on the next page, other words may stand there."""
    head, row = TASKS
    pages = workbook(tmp_path / "台账.xlsx", {"S": (head, row, ("续表",), ("二、生态环境",), head, row)})
    (table,) = find_tables(read_workbook(pages).sheets[0], {})
    assert [[area.title for area in row.areas] for row in table.rows] == [[], ["生态环境"]]
