"""A table as JSON: a list of records, one on a line. An empty cell is null, a number has the digits of the CSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from generator.downloads.output import Cells
from generator.ledger.contract import TableSpec

Columns = Sequence[tuple[str, str]]
"""The name and the type of each column."""

AS_WRITTEN = ("number", "integer", "boolean")
"""Types whose checked texts are JSON as they stand: 5.50 stays 5.50."""

text_to_json: Callable[[str], str] = json.encoder.encode_basestring


def write_table(spec: TableSpec, rows: Sequence[Cells]) -> bytes:
    """The file of a table."""
    return to_json([(field.name, field.type) for field in spec.fields], rows)


def to_json(columns: Columns, rows: Iterable[Cells]) -> bytes:
    """Rows as a list of records with these columns."""
    keys = [text_to_json(name).replace("%", "%%") for name, _ in columns]
    record = f"\n  {{{', '.join(f'{key}: %s' for key in keys)}}}"
    encoders = [str if kind in AS_WRITTEN else text_to_json for _, kind in columns]
    records = [
        record % tuple([encode(cell) if cell else "null" for encode, cell in zip(encoders, row, strict=True)])
        for row in rows
    ]
    return f"[{','.join(records)}\n]\n".encode() if records else b"[]\n"


def to_description(content: dict[str, Any]) -> bytes:
    """JSON for people to read, too: descriptors, and what describes single records."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
