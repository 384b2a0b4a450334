"""The sheets of a filled workbook, cell by cell, with what a sender's program left in them."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from generator.office.ingest.cells.readings import FilledCell
from generator.office.ingest.filled_tables import EMPTY, FilledTable

FORMULA, ERROR = "f", "e"


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
    """A workbook, cell by cell. It was looked at before: it is one, and not too large.

    Raises whatever openpyxl raises over one that is damaged inside.
    """
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
    cells = {place: cell for place, cell in written._cells.items() if cell.value is not None or cell.comment}
    merged = {
        (row, column)
        for area in written.merged_cells.ranges
        if area.max_row > area.min_row
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
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
    number = Decimal(str(value)) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
    return FilledCell(
        text="" if value is None else str(value),
        number=number,
        share=number is not None and "%" in number_format,
        day=value.date() if isinstance(value, datetime) else None,
        truth=isinstance(value, bool),
        error=ERROR in (written.data_type, result.data_type),
        formula=formula,
        merged=merged,
        standing=_standing(written.value),
        comment=" ".join(written.comment.text.split()) if written.comment else "",
    )


def _standing(value: object) -> str | None:
    """The text of a cell without its parts that are struck through; None where none is."""
    if not isinstance(value, CellRichText):
        return None
    struck = [isinstance(part, TextBlock) and bool(part.font.strike) for part in value]
    return "".join(str(part) for part, gone in zip(value, struck, strict=True) if not gone) if any(struck) else None
