"""Tables that units made themselves, read by their heads: what each filled cell says."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from unicodedata import normalize

from generator.language.office.rounds.filled_words import HEADS
from generator.ledger.enums import CellGrade
from generator.office.ingest.cells.number_cells import read_number
from generator.office.ingest.cells.plausibility import Asked
from generator.office.ingest.cells.readings import FilledCell, Reading
from generator.office.ingest.cells.word_cells import read_day, read_period, read_state
from generator.office.workbooks.sheets import letters

EMPTY: Final = FilledCell("")
ENCODINGS: Final = ("utf-8-sig", "gb18030")
KINDS: Final = {name: kind for kind, names in HEADS.items() for name in names}


@dataclass(frozen=True, slots=True)
class FilledTable:
    """A sheet as rows of cells; the first row that names columns is its head."""

    name: str
    """The sheet; empty for a text file."""
    rows: Sequence[Sequence[FilledCell]]


@dataclass(frozen=True, slots=True)
class GradedCell:
    """A filled cell and what it says."""

    sheet: str
    cell: str
    reading: Reading


def read_text_table(content: bytes) -> FilledTable | None:
    """A table in a text file, in UTF-8 or as Chinese Windows writes it; None where it is no text that makes a table."""
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            return None
        try:
            rows = [*csv.reader(io.StringIO(text, newline=""))]
        except csv.Error:  # a cell is longer than any that a person fills
            return None
        return FilledTable("", [[FilledCell(cell) for cell in row] for row in rows])
    return None


def graded_cells(table: FilledTable) -> Iterator[GradedCell]:
    """What each cell says that a unit filled; nothing where no row names the columns of a form."""
    for at, row in enumerate(table.rows):
        columns = _columns(row)
        if "name" in columns and ({"value", "state"} & columns.keys()):
            yield from _graded(table, at, columns)
            return


def _columns(row: Sequence[FilledCell]) -> dict[str, int]:
    """Kind of column → its place."""
    found: dict[str, int] = {}
    for index, cell in enumerate(row):
        kind = KINDS.get("".join(normalize("NFKC", cell.text).split()))
        if kind and kind not in found:
            found[kind] = index
    return found


def _graded(table: FilledTable, head: int, columns: Mapping[str, int]) -> Iterator[GradedCell]:
    body = [(at, row) for at, row in enumerate(table.rows[head + 1 :], head + 1) if any(c.text.strip() for c in row)]
    usual = _usual_period([_cell(row, columns, "period") for _, row in body])
    for at, row in body:
        filed_on = _filed_on(_cell(row, columns, "filed_on"))
        if "value" in columns:
            readings = {"value": read_number(_cell(row, columns, "value"), _asked(row, columns))}
        else:
            readings = {"period": read_period(_cell(row, columns, "period"), usual)} if "period" in columns else {}
            readings["state"] = read_state(_cell(row, columns, "state"))
            if "day" in columns:
                readings["day"] = read_day(_cell(row, columns, "day"), filed_on)
        for kind, reading in readings.items():
            yield GradedCell(table.name, f"{letters(columns[kind] + 1)}{at + 1}", reading)


def _cell(row: Sequence[FilledCell], columns: Mapping[str, int], kind: str) -> FilledCell:
    index = columns.get(kind, len(row))
    return row[index] if index < len(row) else EMPTY


def _asked(row: Sequence[FilledCell], columns: Mapping[str, int]) -> Asked:
    """What is asked for in a row; the last number is read like any other."""
    name, unit, written = (_cell(row, columns, kind).text.strip() for kind in ("name", "unit", "written_unit"))
    last = _cell(row, columns, "last")
    value = read_number(last, Asked(name, unit)).value if last.text.strip() else None
    return Asked(name, unit, value if isinstance(value, Decimal) else None, written)


def _filed_on(cell: FilledCell) -> date | None:
    reading = read_day(cell, None)
    whole = reading.grade is not CellGrade.ERROR and isinstance(reading.value, str) and len(reading.value) == 10
    return date.fromisoformat(str(reading.value)) if whole else None


def _usual_period(cells: Sequence[FilledCell]) -> str:
    """The period that most rows give in full."""
    readings = (read_period(cell, "") for cell in cells)
    values = Counter(str(r.value) for r in readings if r.value and r.grade is CellGrade.GOOD)
    return values.most_common(1)[0][0] if values else ""
