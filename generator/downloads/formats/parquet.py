"""A table as Parquet, for those who compute: typed columns, and beside each number its digits as text."""

from __future__ import annotations

import io
from collections.abc import Sequence
from operator import itemgetter

from arro3.core import DataType, Field, Schema
from arro3.io import read_csv
from arro3.io import write_parquet as write_arrow

from generator.downloads.columns import Column, typed_columns
from generator.downloads.output import Cells
from generator.ledger.contract import TableSpec
from generator.support.csv_text import to_csv

COMPRESSION = "zstd(3)"
WRITER = "plan-ledger"
"""Who made the file, as the file says it: no version, so that another one does not make another file."""

PRECISION = 38
"""Digits that the widest decimal of Parquet has room for."""


def write_table(spec: TableSpec, rows: Sequence[Cells]) -> bytes:
    """The file of a table; an empty cell is null, a column's Chinese title is the ``title`` of its field.

    The cells go to Arrow as the CSV that is published, so that what it reads is what everybody reads.
    """
    columns = typed_columns(spec)
    pick = itemgetter(*(column.place for column in columns))
    cells = [pick(row) for row in rows]
    # one word about each field: the order of several would change from run to run
    schema = Schema(
        [
            Field(c.name, _type(c, cells, at), nullable=not c.required, metadata={"title": c.title})
            for at, c in enumerate(columns)
        ]
    )
    table = read_csv(io.BytesIO(to_csv([column.name for column in columns], cells)), schema, has_header=True)
    out = io.BytesIO()
    write_arrow(table, out, compression=COMPRESSION, created_by=WRITER)
    return out.getvalue()


def _type(column: Column, cells: Sequence[Cells], at: int) -> DataType:
    """The type of a column: for numbers a decimal with as many places as the longest has."""
    if column.type == "number":
        whole, places = _widths([row[at] for row in cells if row[at]])
        return DataType.decimal128(PRECISION, places) if whole + places <= PRECISION else DataType.float64()
    kinds = {"integer": DataType.int64, "boolean": DataType.bool, "date": DataType.date32}
    return kinds.get(column.type, DataType.utf8)()


def _widths(numbers: Sequence[str]) -> tuple[int, int]:
    """The most digits that stand before the point, and behind it."""
    parts = [number.lstrip("-").partition(".") for number in numbers]
    return max((len(whole) for whole, _, _ in parts), default=0), max((len(rest) for *_, rest in parts), default=0)
