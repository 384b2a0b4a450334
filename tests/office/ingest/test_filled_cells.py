"""A filled workbook is read cell by cell, with all that a program left in it."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName

from generator.office.ingest.cells.readings import FilledCell
from generator.office.ingest.filled_tables import EMPTY, FilledTable
from generator.office.ingest.filled_workbooks import FilledWorkbook, read_filled


def read(book: Workbook) -> FilledWorkbook:
    """A workbook as it comes back."""
    out = io.BytesIO()
    book.save(out)
    return read_filled(out.getvalue())


def test_each_cell_with_what_stands_in_it() -> None:
    """Texts, numbers, shares, days, truths, errors, formulas, comments, struck words, merged cells, gaps."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "指标"
    struck, standing = InlineFont(strike=True), InlineFont(b=True)
    sheet.append(["河道", 9.600000000000001, 0.052, datetime(2023, 9, 5, 8), True, "#DIV/0!", "=A1+1"])
    sheet["C1"].number_format = "0.0%"
    sheet.append([None, 12, 1e20, "一\r\n二_x000D_\n三", None, "x"])
    sheet["F2"].comment = Comment(" 待核\n实 ", "x")
    sheet["E2"].comment = Comment("空的", "x")
    sheet["A4"] = CellRichText(TextBlock(struck, "8"), "9.5", TextBlock(standing, "公里"))
    sheet["B4"] = CellRichText(TextBlock(standing, "9"), "5")
    sheet["C4"] = "整个划掉"
    sheet["C4"].font = Font(strike=True)
    sheet.merge_cells("D4:D6")
    sheet.merge_cells("E4:F4")
    sheet["D4"] = "三行"
    sheet["E4"] = "一行"
    sheet["G6"] = "末"
    book.create_sheet("藏着").sheet_state = "hidden"
    book["藏着"]["A1"] = "甲"
    book.create_sheet("更藏").sheet_state = "veryHidden"
    book.create_sheet("空的")
    book.defined_names["PL_UNIT"] = DefinedName("PL_UNIT", attr_text='"luting"')
    found = read(book)
    merged = FilledCell("", merged=True)
    assert found.shown[0].rows == [
        [
            FilledCell("河道"),
            FilledCell("9.6", Decimal("9.6")),
            FilledCell("0.052", Decimal("0.052"), share=True),
            FilledCell("2023-09-05 08:00:00", day=date(2023, 9, 5)),
            FilledCell("True", truth=True),
            FilledCell("#DIV/0!", error=True),
            FilledCell("", formula=True),
        ],
        [
            EMPTY,
            FilledCell("12", Decimal(12)),
            FilledCell("100000000000000000000", Decimal(10) ** 20),
            FilledCell("一\n二\n三"),
            FilledCell("", comment="空的"),
            FilledCell("x", comment="待核 实"),
            EMPTY,
        ],
        [EMPTY] * 7,
        [
            FilledCell("89.5公里", standing="9.5公里"),
            FilledCell("95"),
            FilledCell("整个划掉", standing=""),
            FilledCell("三行", merged=True),
            FilledCell("一行"),
            EMPTY,
            EMPTY,
        ],
        [EMPTY, EMPTY, EMPTY, merged, EMPTY, EMPTY, EMPTY],
        [EMPTY, EMPTY, EMPTY, merged, EMPTY, EMPTY, FilledCell("末")],
    ]
    assert [table.name for table in found.shown] == ["指标", "空的"] and found.shown[1].rows == []
    assert found.hidden == (FilledTable("藏着", [[FilledCell("甲")]]), FilledTable("更藏", []))
    assert found.names == {"PL_UNIT": "luting"}
    assert found.sheet("藏着") is found.hidden[0] and found.sheet("指标") is found.shown[0]
    assert found.sheet("没有") is None


def test_what_stands_far_out_is_no_part_of_a_table() -> None:
    """The last row and the last column are read, the ones behind them are not."""
    book = Workbook()
    tall, wide = book.worksheets[0], book.create_sheet("宽")
    for row in (20_000, 20_001):
        tall.cell(row, 1, f"行{row}")
    tall.merge_cells(start_row=19_999, end_row=20_001, start_column=2, end_column=2)
    tall.cell(1, 2, "二")
    for column in (200, 201):
        wide.cell(3, column, f"列{column}")
    wide.merge_cells(start_row=1, end_row=2, start_column=199, end_column=201)
    first, second = (sheet.rows for sheet in read(book).shown)
    merged = FilledCell("", merged=True)
    assert [len(first), *map(len, first[-1:])] == [20_000, 2]
    assert [*first[-1]] == [FilledCell("行20000"), merged] and first[-2][1] == merged and first[-3][1] == EMPTY
    assert [*map(len, second)] == [200] * 3 and second[2][-1] == FilledCell("列200")
    assert [row[-3:] for row in second[:2]] == [[EMPTY, merged, merged]] * 2
