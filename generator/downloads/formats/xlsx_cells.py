"""How cells of workbooks look, and texts that stay texts in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.language import download_words

Write = Callable[[int, int, str], object]
"""Writes a cell: row, column, text."""

Look = dict[str, object]
"""Properties of a format."""

HEADER: Look = {"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True, "valign": "vcenter"}
WRAPPED: Look = {"text_wrap": True, "valign": "top"}
PLAIN: Look = {}

GUARDED = ("=", "+", "-", "@", "\t", "\r")
"""What a text begins with that a spreadsheet would take for a formula.

Such a cell is a text cell with the quote prefix that Excel gives to what is typed behind an apostrophe: it is not
computed when the file is opened and not when the cell is edited, and its words are those of the ledger.
"""
LONGEST = 32_767
"""Characters that a cell has room for."""


class Looks:
    """The formats of a workbook; cells that look alike share one."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._formats: dict[str, Any] = {}

    def format(self, look: Look) -> Any:
        """The format of a look; None for that of all cells."""
        key = repr(look)
        if look and key not in self._formats:
            self._formats[key] = self._workbook.add_format(look)
        return self._formats.get(key)


def cut(text: str) -> str:
    """A text that a cell has room for; one that is cut says so."""
    return text if len(text) <= LONGEST else text[: LONGEST - len(download_words.TOO_LONG)] + download_words.TOO_LONG


def text_writer(looks: Looks, sheet: Any, look: Look) -> Write:
    """What writes texts of a look into a sheet; none is computed."""
    plain, guarded = looks.format(look), looks.format({**look, "quote_prefix": True})

    def write(row: int, column: int, cell: str) -> None:
        sheet.write_string(row, column, cut(cell), guarded if cell.startswith(GUARDED) else plain)

    return write
