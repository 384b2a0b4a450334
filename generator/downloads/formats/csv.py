"""A table as CSV: RFC 4180 in UTF-8 without BOM, the columns named as in the contract."""

from __future__ import annotations

from collections.abc import Sequence

from generator.downloads.output import Cells
from generator.ledger.contract import TableSpec
from generator.support.csv_text import to_csv


def write_table(spec: TableSpec, rows: Sequence[Cells]) -> bytes:
    """The file of a table."""
    return to_csv(spec.columns, rows)
