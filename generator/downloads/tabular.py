"""Rows of text become CSV and JSON.

Most cells are plain words and numbers, which neither format has to quote or escape: a batch of rows is joined as it is
when a look over the joined text proves that, and goes the careful way of ``csv`` and ``json`` when it does not.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from functools import cache
from operator import mod
from typing import Any

Cells = tuple[str, ...]
"""The cells of one row, in the order of the columns."""

Columns = tuple[tuple[str, str], ...]
"""The name and the type of each column."""

BATCH = 256
"""Rows that are looked at together: enough that the look costs little, few enough to stay in the processor's cache."""

AS_WRITTEN = ("number", "integer", "boolean")
"""Types whose checked spellings are JSON already."""

WHOLE = ("xlsx", "sqlite", "parquet")
"""Formats of the whole ledger that a site has beside CSV and JSON unless its settings leave them out."""
FURTHER = (*WHOLE, "records", "pictures")
"""These, the files of each record with what describes the addresses, and the pictures as files of their own."""

_ESCAPED = bytes(range(0x20)) + b'"\\'
"""What JSON escapes; in UTF-8 these bytes are never a part of another character."""


def to_csv(header: Cells, rows: Sequence[Cells]) -> bytes:
    """RFC 4180 in UTF-8 without BOM."""
    return b"".join(map(_csv, _batches([header, *rows])))


def to_description(content: dict[str, Any]) -> bytes:
    """JSON for people to read, too: descriptors and what describes single records."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _csv(batch: Sequence[Cells]) -> bytes:
    width, height = len(batch[0]), len(batch)
    text = "\r\n".join(map(",".join, batch))
    plain = (
        width > 1  # a lonely empty cell is quoted
        and text.count(",") == height * (width - 1)
        and text.count("\r") == text.count("\n") == height - 1
        and '"' not in text
    )
    return f"{text}\r\n".encode() if plain else _careful_csv(batch)


def _careful_csv(rows: Sequence[Cells]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()


def to_json(columns: Columns, rows: Sequence[Cells]) -> bytes:
    """A list of records of (column, type); numbers keep the digits they are written with, an empty cell is null."""
    if not rows:
        return b"[]\n"
    plain, careful = _templates(columns)
    records = [_json(batch, plain, careful) for batch in _batches(rows)]
    return b"".join((b"[\n", b",\n".join(records), b"\n]\n"))


def _json(batch: Sequence[Cells], plain: _Templates, careful: _Templates) -> bytes:
    templates = plain
    found = "".join(map("".join, batch)).encode()
    if len(found.translate(None, _ESCAPED)) != len(found):
        templates, batch = careful, [careful.quoted(row) for row in batch]
    shapes = [tuple(map(bool, row)) for row in batch]
    return ",\n".join(map(mod, map(templates.__getitem__, shapes), batch)).encode()


class _Templates(dict[tuple[bool, ...], str]):
    """Which cells of a row are not empty → the template of its record; made when first asked for."""

    def __init__(self, columns: Columns, text: str) -> None:
        super().__init__()
        self._columns, self._text = columns, text

    def __missing__(self, shape: tuple[bool, ...]) -> str:
        parts = []
        for filled, (column, kind) in zip(shape, self._columns, strict=True):
            value = "%s" if kind in AS_WRITTEN else self._text
            parts.append(f"{json.dumps(column).replace('%', '%%')}: {value if filled else 'null%.0s'}")
        found = self[shape] = f"  {{{', '.join(parts)}}}"
        return found

    def quoted(self, row: Cells) -> Cells:
        """The same row with its texts as JSON writes them; what is empty stays empty."""
        return tuple(
            json.dumps(cell, ensure_ascii=False) if cell and kind not in AS_WRITTEN else cell
            for cell, (_, kind) in zip(row, self._columns, strict=True)
        )


@cache
def _templates(columns: Columns) -> tuple[_Templates, _Templates]:
    """For rows as they are and for rows whose texts are quoted; thousands of small files have the same columns."""
    return _Templates(columns, '"%s"'), _Templates(columns, "%s")


def _batches(rows: Sequence[Cells]) -> Iterator[Sequence[Cells]]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]
