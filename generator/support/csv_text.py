"""Rows of text as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

BOM = "\ufeff"
"""By this mark Excel knows that a text is UTF-8."""


def to_csv(header: Sequence[str], rows: Iterable[Sequence[str]], *, with_mark: bool = False) -> bytes:
    """RFC 4180 in UTF-8.

    Args:
        header: the first line.
        rows: the others.
        with_mark: whether it begins with the mark of UTF-8, for people who open it in Excel. Programs that read the
            tables of the contract are spared it.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return ((BOM if with_mark else "") + text.getvalue()).encode()
