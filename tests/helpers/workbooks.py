"""Workbooks as an office writes them, made for tests: every place, unit and number is made up."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from generator.office.workbooks.sheets import Area, Sheet

Rows = Sequence[Sequence[object]]

TASKS: Rows = (
    ("2025年全县重点工作任务分解表",),
    ("填报单位：县政府办公室   填报日期：2025.3.1",),
    ("序号", "重点工作", "目标任务", "牵头单位", "配合单位", "责任领导", "完成时限"),
    ("一、做强产业（2项）",),
    (1, "培育食品产业", "产值增长8%左右", "县工信局", "县发改局、\n县商务局，各乡镇", "分管副县长", "2025年12月"),
    (2, "建设园区", "新建标准厂房3万平方米", "县经开区管委会", "县自然资源局；县住建局", "常务副县长", "上半年"),
    ("二、改善民生（1项）",),
    (3, "改造老旧小区", "改造小区12个", "县住建局", "无", "", "2025-10-31"),
    ("合计", "3项"),
)
"""The tasks of a county, without any doubt but for the figures in their words."""

INDICATORS: Rows = (
    ("主要指标表",),
    ("指标", "单位", "2024年", "2025年", "属性"),
    ("地区生产总值", "亿元", 212.4, "226左右", "预期性"),
    ("失业率", "%", 5.1, "5.5以内", "约束性"),
)


def fill(sheet: Worksheet, rows: Rows, merged: Iterable[str] = ()) -> Worksheet:
    """Write rows from the first line of a sheet on."""
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None and value != "":
                sheet.cell(number, column, value)
    for area in merged:
        sheet.merge_cells(area)
    return sheet


def workbook(path: Path, sheets: Mapping[str, Rows], merged: Mapping[str, Iterable[str]] | None = None) -> Path:
    """Save a workbook of some sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        fill(book.create_sheet(name), rows, (merged or {}).get(name, ()))
    book.save(path)
    return path


def sheet(rows: Rows, name: str = "S", merged: Iterable[Area] = ()) -> Sheet:
    """Rows as they are read from a sheet, without a file; areas are first row and column, last row and column."""
    texts = {
        (row, column): str(value)
        for row, values in enumerate(rows, 1)
        for column, value in enumerate(values, 1)
        if value is not None and value != ""
    }
    return Sheet(name, texts, tuple(merged))


def changed(rows: Rows, cells: Mapping[tuple[int, int], object]) -> list[list[object]]:
    """Rows with other values in some cells; row and column are counted from 1."""
    width = max((*map(len, rows), *(column for _, column in cells)))
    table = [[*row, *[""] * (width - len(row))] for row in rows]
    for (row, column), value in cells.items():
        table[row - 1][column - 1] = value
    return table


def as_text(content: bytes) -> str:
    """A workbook as lines of text: its sheets as they are printed, each cell with its look, its drop-downs."""
    book = load_workbook(io.BytesIO(content))
    created = book.properties.created.isoformat() if book.properties.created else ""
    lines = [f"title {book.properties.title} created {created}"]
    lines += [f"name {name} {one.attr_text}" for name, one in book.defined_names.items()]
    for sheet in book:
        lines += ["", f"# {sheet.title} {sheet.sheet_state}", *_layout(sheet)]
        lines += [line for row in sheet.iter_rows() for cell in row for line in _cell(cell)]
    return "\n".join(lines) + "\n"


def _layout(sheet: Worksheet) -> Iterator[str]:
    """How a sheet is shown, printed and locked."""
    page, margins, lock = sheet.page_setup, sheet.page_margins, sheet.protection
    yield f"paper {page.paperSize} {page.orientation} fit {page.fitToWidth}x{page.fitToHeight}"
    yield f"margins {margins.left} {margins.right} {margins.top} {margins.bottom} footer {sheet.oddFooter.center.text}"
    yield f"rows on each page {sheet.print_title_rows} frozen {sheet.freeze_panes}"
    yield f"locked {lock.sheet} columns {lock.formatColumns} rows {lock.formatRows} select {lock.selectLockedCells}"
    columns = sorted(sheet.column_dimensions.values(), key=lambda one: one.min)
    yield "widths " + " ".join(f"{one.min}-{one.max}:{one.width:g}" for one in columns)
    heights = [f"{number}:{one.height}" for number, one in sorted(sheet.row_dimensions.items()) if one.height]
    yield f"heights {' '.join(heights)}"
    yield f"merged {' '.join(sorted(map(str, sheet.merged_cells.ranges)))}"
    for one in sheet.data_validations.dataValidation:
        told = (one.sqref, one.type, one.operator, one.formula1, one.promptTitle, one.prompt, one.errorTitle, one.error)
        yield " | ".join(["answer", *(str(part).replace("\n", "⏎") for part in told)])


def _cell(cell: Cell | MergedCell) -> Iterator[str]:
    """A cell that says something or has a look."""
    if isinstance(cell, MergedCell) or not (cell.value is not None or cell.has_style):
        return
    font, look = cell.font, cell.alignment
    signs = [
        cell.number_format if cell.number_format != "General" else "",
        "" if cell.protection.locked else "open",
        "bold" if font.b else "",
        "italic" if font.i else "",
        f"size {font.sz:g}",
        look.horizontal or "",
        look.vertical or "",
        "wrapped" if look.wrap_text else "",
        "framed" if cell.border.left.style else "",
        str(cell.fill.fgColor.rgb) if cell.fill.fill_type else "",
    ]
    value = "" if cell.value is None else str(cell.value).replace("\n", "⏎")
    yield f"{cell.coordinate} {value!r} {cell.data_type} {' '.join(filter(None, signs))}"
