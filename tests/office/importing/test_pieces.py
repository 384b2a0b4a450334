"""Rows that are known again, values and units in cells, years of tables."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from generator.ledger.enums import Comparator
from generator.office.importing.again.row_pairs import paired_rows
from generator.office.importing.context import ImportContext
from generator.office.importing.reading import read_ledger
from generator.office.importing.tables.found_tables import find_tables
from generator.office.importing.tables.value_cells import CellValue, in_unit, is_nothing, read_value
from generator.office.workbooks.sheets import Sheet
from generator.office.workbooks.workbook_file import read_workbook
from tests.helpers.workbooks import Rows, workbook

PLAIN = Comparator.PLAIN


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
    assert paired_rows(sheet("一甲乙丙"), sheet("一甲乙丁", "一甲乙丙")) == {2: 1}
    moved = sheet("上丁戊子", "下甲乙丑", "东西南北")
    assert paired_rows(sheet("一甲乙丙", "二丁戊己"), moved) == {1: 2}
    assert paired_rows(sheet("一甲乙丙", "二甲乙己"), sheet("上甲乙子", "下甲乙丑", "东西南北")) == {1: 1, 2: 2}
    for changed, pairs in (("二甲乙子", {3: 1}), ("二甲丑子", {}), ("一寅丑子", {})):
        assert paired_rows(sheet("一甲乙丙"), sheet("上中下左", "东西南北", changed)) == pairs
    for changed, pairs in (("二甲乙丑子", {2: 1}), ("二甲寅丑子", {})):
        assert paired_rows(sheet("一甲乙丙丁"), sheet("上中下左右", changed)) == pairs


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


@pytest.mark.parametrize("text", ["百分之甲", "5个一批、上下联动的", "第3", "数十个", "一两个"])
def test_words_with_a_number_in_them_are_no_number(text: str) -> None:
    """The cell keeps its words."""
    assert read_value(text) == CellValue(text)


VALUES: dict[str, CellValue] = {
    "3": CellValue("3", Decimal(3), comparator=PLAIN),
    "[3]万人": CellValue("[3]万人", Decimal(3), comparator=PLAIN, unit="万人", is_total=True),
    "〔-3〕": CellValue("〔-3〕", Decimal(-3), comparator=PLAIN, is_total=True),
    "[3": CellValue("[3", Decimal(3), comparator=PLAIN),
    "3]": CellValue("3]", Decimal(3), comparator=PLAIN),
    "1,200.5吨": CellValue("1,200.5吨", Decimal("1200.5"), comparator=PLAIN, unit="吨"),
    ".5": CellValue(".5", Decimal("0.5"), comparator=PLAIN),
    "3—5吨": CellValue("3—5吨", Decimal(3), Decimal(5), PLAIN, unit="吨"),
    "3%-5%": CellValue("3%-5%", Decimal(3), Decimal(5), PLAIN, unit="%"),
    "≥90": CellValue("≥90", Decimal(90), comparator=Comparator.AT_LEAST),
    "90以上": CellValue("90以上", Decimal(90), comparator=Comparator.AT_LEAST),
    "<5": CellValue("<5", Decimal(5), comparator=Comparator.LESS),
    "≈5": CellValue("≈5", Decimal(5), comparator=Comparator.ABOUT),
    "约5左右": CellValue("约5左右", Decimal(5), comparator=Comparator.ABOUT, qualifier="约"),
    "力争5": CellValue("力争5", Decimal(5), comparator=PLAIN, qualifier="力争"),
    "力争约5": CellValue("力争约5", Decimal(5), comparator=Comparator.ABOUT, qualifier="约"),
    "12(全市领先)": CellValue("12(全市领先)", Decimal(12), comparator=PLAIN),
    "(全市领先)": CellValue("(全市领先)"),
    "三成半": CellValue("三成半", Decimal(35), comparator=PLAIN, unit="%"),
    "百分之十五以上": CellValue("百分之十五以上", Decimal(15), comparator=Comparator.AT_LEAST, unit="%"),
    "翻两番": CellValue("翻两番", Decimal(4), comparator=PLAIN, unit="倍", is_doubling=True),
    "五个": CellValue("五个", Decimal(5), comparator=PLAIN, unit="个"),
    "完成任务": CellValue("完成任务"),
}


@pytest.mark.parametrize("text", VALUES)
def test_the_whole_value_of_a_cell(text: str) -> None:
    """Number or range, comparator, qualifier, unit, and whether it stands in the brackets of a total."""
    assert read_value(text) == VALUES[text]


@pytest.mark.parametrize("text", ["", " ", "—", "-", "/", "无", "……", "***"])
def test_a_dash_says_nothing(text: str) -> None:
    """Whichever sign an office uses for nobody and nothing; a number is something."""
    assert is_nothing(text) and not is_nothing(f"{text}3") and not is_nothing("0")


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
