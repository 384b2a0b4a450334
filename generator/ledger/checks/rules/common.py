"""What several rules need: rows by id, numbers and years out of text cells."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from generator.ledger.reading.rows import Row, Tables

YEAR = re.compile("[1-9][0-9]{3}")


def by_id(tables: Tables, table: str) -> dict[str, Row]:
    """Rows of a table by their id; the first wins where an id is given twice."""
    rows: dict[str, Row] = {}
    for row in tables.rows[table]:
        if row["id"]:
            rows.setdefault(row["id"], row)
    return rows


def number(text: str) -> Decimal | None:
    """Value of a cell, or None when it is empty or no number."""
    try:
        value = Decimal(text) if text else None
    except InvalidOperation:
        return None
    return value if value is None or value.is_finite() else None


def year(text: str) -> int | None:
    """Year of a cell or of a period (``2017-Q3`` is 2017), or None."""
    return int(text[:4]) if YEAR.fullmatch(text[:4]) else None
