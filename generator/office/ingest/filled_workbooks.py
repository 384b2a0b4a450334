"""The sheets of a filled workbook, cell by cell, with what a sender's program left in them."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from math import isfinite
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.escape import unescape

from generator.office.ingest.cells.readings import FilledCell
from generator.office.ingest.filled_tables import EMPTY, FilledTable
from generator.office.workbooks.workbook_file import BREAK, WorkbookRefused, parts_of

FORMULA, ERROR = "f", "e"
LAST_ROW: Final = 20_000
LAST_COLUMN: Final = 200
"""What stands farther out was never a part of a table that units fill."""


@dataclass(frozen=True, slots=True)
class FilledWorkbook:
    """A workbook as it came back."""

    shown: tuple[FilledTable, ...]
    """The sheets that are shown."""
    hidden: tuple[FilledTable, ...]
    names: dict[str, str]
    """Defined names that stand for a text."""

    def sheet(self, name: str) -> FilledTable | None:
        """The sheet of a name."""
        return next((sheet for sheet in (*self.shown, *self.hidden) if sheet.name == name), None)


def read_filled(content: bytes) -> FilledWorkbook:
    """A workbook, cell by cell. Raises WorkbookRefused where it is none, is too large, or is damaged inside."""
    parts_of(content)
    try:
        return _read(content)
    except Exception as error:  # openpyxl stumbles in many ways over a damaged file
        raise WorkbookRefused("workbook-damaged") from error


def _read(content: bytes) -> FilledWorkbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        written = load_workbook(BytesIO(content), keep_links=False, rich_text=True)
        results = load_workbook(BytesIO(content), keep_links=False, data_only=True)
    shown: list[FilledTable] = []
    hidden: list[FilledTable] = []
    for sheet in written.worksheets:
        table = FilledTable(sheet.title, [*_rows(sheet, results[sheet.title])])
        (shown if sheet.sheet_state == "visible" else hidden).append(table)
    names = {name: str(one.attr_text or "").strip('"') for name, one in written.defined_names.items()}
    return FilledWorkbook(tuple(shown), tuple(hidden), names)


def _rows(written: Any, results: Any) -> Iterator[list[FilledCell]]:
    """By the cells that there are: what the sheet says of its own size may be wrong."""
    cells = {
        (row, column): cell
        for (row, column), cell in written._cells.items()
        if (cell.value is not None or cell.comment) and row <= LAST_ROW and column <= LAST_COLUMN
    }
    merged = {
        (row, column)
        for area in written.merged_cells.ranges
        if area.max_row > area.min_row
        for row in range(area.min_row, min(area.max_row, LAST_ROW) + 1)
        for column in range(area.min_col, min(area.max_col, LAST_COLUMN) + 1)
    }
    last_row = max((row for row, _ in cells), default=0)
    last_column = max((column for _, column in cells), default=0)
    for row in range(1, last_row + 1):
        yield [
            _cell(cells.get((row, column)), results._cells.get((row, column)), (row, column) in merged)
            for column in range(1, last_column + 1)
        ]


def _cell(written: Any, result: Any, merged: bool) -> FilledCell:
    """One cell, from what is written in it and what it shows."""
    if written is None:
        return FilledCell("", merged=True) if merged else EMPTY
    value, formula = result.value, written.data_type == FORMULA
    number_format = str(result.number_format or "")
    number = _number(value)
    return FilledCell(
        text=_text(value) if number is None else f"{number:f}",
        number=number,
        share=number is not None and "%" in number_format,
        day=value.date() if isinstance(value, datetime) else None,
        truth=isinstance(value, bool),
        error=ERROR in (written.data_type, result.data_type) or (isinstance(value, float) and not isfinite(value)),
        formula=formula,
        merged=merged,
        standing="" if written.font is not None and written.font.strike else _standing(written.value),
        comment=" ".join(written.comment.text.split()) if written.comment else "",
    )


def _number(value: object) -> Decimal | None:
    """A number with the 15 digits that programs show: what stands behind them comes from their arithmetic."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not isfinite(value):
        return None
    return Decimal(f"{Decimal(f'{value:.15g}'):f}")


def _text(value: object) -> str:
    """A text with its breaks as breaks: files write some signs as _x000D_."""
    return "" if value is None else BREAK.sub("\n", unescape(str(value)))


def _standing(value: object) -> str | None:
    """The text of a cell without its parts that are struck through; None where none is."""
    if not isinstance(value, CellRichText):
        return None
    struck = [isinstance(part, TextBlock) and bool(part.font.strike) for part in value]
    return "".join(str(part) for part, gone in zip(value, struck, strict=True) if not gone) if any(struck) else None
