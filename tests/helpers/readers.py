"""Files of the whole ledger, read by programs of others: by format, the way back to the cells of the CSV."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any

import openpyxl
import pyarrow.parquet
from openpyxl.utils.escape import unescape

from generator.downloads.output import Cells
from generator.language import download_words
from generator.ledger.contract import TableSpec


def read_csv(content: bytes, spec: TableSpec) -> list[Cells]:
    """The rows below the names of the columns."""
    header, *rows = csv.reader(io.StringIO(content.decode(), newline=""))
    assert tuple(header) == spec.columns
    return [tuple(row) for row in rows]


def read_json(content: bytes, spec: TableSpec) -> list[Cells]:
    """Null is empty; the digits of a number are those in the file."""
    records = json.loads(content, parse_float=str, parse_int=str)
    return [tuple(_text(record[name]) for name in spec.columns) for record in records]


def read_parquet(content: bytes, spec: TableSpec) -> list[Cells]:
    """Null is empty; the text of a number stands in its digits."""
    rows = pyarrow.parquet.read_table(io.BytesIO(content)).to_pylist()
    return [tuple(_text(row[name]) for name in _text_columns(spec)) for row in rows]


def read_sqlite(content: bytes, spec: TableSpec) -> list[Cells]:
    """Null is empty, a truth is 1 or 0; the text of a number stands in its digits."""
    columns = ", ".join(
        f"CASE {name} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END" if field.type == "boolean" else f'"{name}"'
        for field, name in zip(spec.fields, _text_columns(spec), strict=True)
    )
    with sqlite3.connect(":memory:") as base:
        base.deserialize(content)
        rows = base.execute(f"SELECT {columns} FROM {spec.name} ORDER BY rowid").fetchall()
    base.close()
    return [tuple(map(_text, row)) for row in rows]


def read_xlsx(content: bytes, spec: TableSpec) -> list[Cells]:
    """What the cells of the table's sheet show; truths are Chinese words."""
    truths = {word: truth for truth, word in download_words.YES_NO.items()}
    header, *rows = _workbook(content)[spec.title].iter_rows()
    assert [cell.value for cell in header] == [field.title for field in spec.fields]
    kinds = [field.type for field in spec.fields]
    return [
        tuple(
            truths.get(shown(cell), "") if kind == "boolean" else shown(cell)
            for cell, kind in zip(row, kinds, strict=True)
        )
        for row in rows
    ]


READERS: dict[str, Callable[[bytes, TableSpec], list[Cells]]] = {
    "csv": read_csv,
    "json": read_json,
    "parquet": read_parquet,
    "sqlite": read_sqlite,
    "xlsx": read_xlsx,
}
"""Takes a file that holds a table and what the contract says of the table; gives its rows in their order."""


def shown(cell: Any) -> str:
    """What a cell of a workbook shows: openpyxl gives the number, its format says how many digits."""
    value, places = cell.value, cell.number_format.partition(".")[2]
    if isinstance(value, datetime):
        assert cell.number_format == "yyyy-mm-dd"
        return value.date().isoformat()
    return "" if value is None else unescape(value) if isinstance(value, str) else f"{value:.{len(places)}f}"


@cache
def _workbook(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def _text_columns(spec: TableSpec) -> list[str]:
    """The columns in which each value stands as text, or can be written as one."""
    return [f"{field.name}_digits" if field.type == "number" else field.name for field in spec.fields]


def _text(value: object) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
