"""How single cells are written into a workbook, by the type of their column."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
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
EXACT = 15
"""Digits that a number in a cell keeps."""
FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts days otherwise than the calendar."""


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


def _text(looks: Looks, sheet: Any, look: Look) -> Write:
    plain, guarded = looks.format(look), looks.format({**look, "quote_prefix": True})

    def write(row: int, column: int, cell: str) -> None:
        if len(cell) > LONGEST:
            cell = cell[: LONGEST - len(download_words.TOO_LONG)] + download_words.TOO_LONG
        sheet.write_string(row, column, cell, guarded if cell.startswith(GUARDED) else plain)

    return write


def _number(looks: Looks, sheet: Any, look: Look) -> Write:
    """A number that shows the digits that are written; one with more than a cell keeps is a text."""
    plain = looks.format(look)
    by_places = cache(lambda places: looks.format({**look, "num_format": "0." + "0" * places if places else "0"}))

    def write(row: int, column: int, cell: str) -> None:
        whole, _, places = cell.partition(".")
        number = float(cell)
        if len(whole.lstrip("-")) + len(places) > EXACT or (number == 0 and whole[0] == "-"):
            sheet.write_string(row, column, cell, plain)
        else:
            sheet.write_number(row, column, number, by_places(len(places)))

    return write


def _date(looks: Looks, sheet: Any, look: Look) -> Write:
    day = looks.format({**look, "num_format": "yyyy-mm-dd"})

    def write(row: int, column: int, cell: str) -> None:
        value = date.fromisoformat(cell)
        if value < FIRST_DAY:
            sheet.write_string(row, column, cell, looks.format(look))
        else:
            sheet.write_datetime(row, column, value, day)

    return write


def _boolean(looks: Looks, sheet: Any, look: Look) -> Write:
    write = _text(looks, sheet, look)
    return lambda row, column, cell: write(row, column, download_words.YES_NO[cell])


WRITERS: dict[str, Callable[[Looks, Any, Look], Write]] = {
    "string": _text,
    "number": _number,
    "integer": _number,
    "date": _date,
    "boolean": _boolean,
}
"""Type of a column → what makes the writer of its cells."""
