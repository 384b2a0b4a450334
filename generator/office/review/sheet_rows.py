"""The rows of a worksheet beside a record that was read from it: as they were when the workbook was last read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from generator.office.importing.again.last_reading import FOLDER, read_last
from generator.office.importing.findings import ImportRefused
from generator.office.workbooks.sheets import Place, Sheet, letters

CELL: Final = re.compile(r"!([A-Z]{1,3})([1-9][0-9]{0,6})")
"""The end of the name of a cell: 重点工作!B12."""
HEAD: Final = 4
"""Rows at the top of a sheet that are always shown: they say what the columns are."""
AROUND: Final = 6
"""Rows above and below a cell that are shown with it."""

Workbooks = dict[str, tuple[Sheet, ...]]
"""Document → the sheets from which it was read."""


class Cell(NamedTuple):
    """A cell as it is shown."""

    text: str
    is_meant: bool = False
    """Whether a record comes from it."""
    is_first: bool = False
    """Whether it is the first of these."""
    span: int = 1
    """How many columns it takes."""


class Rows(NamedTuple):
    """Some rows of a sheet."""

    name: str
    columns: tuple[str, ...]
    """Their letters."""
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    """Number of a row and its cells."""


def files_of(folder: Path) -> list[Path]:
    """The files that hold what workbooks held."""
    return sorted((folder / FOLDER).glob("*.yml"))


def read_workbooks(folder: Path) -> Workbooks:
    """The workbooks of a ledger's folder; one whose file cannot be read is as good as none."""
    found = {}
    for path in files_of(folder):
        with suppress(ImportRefused):
            last = read_last(path)
            found[last.document] = last.sheets
    return found


def rows_around(sheets: Sequence[Sheet], said: Iterable[str]) -> list[Rows]:
    """The rows that hold some cells, with those around them.

    Args:
        sheets: the sheets of a workbook.
        said: texts that name cells, such as locators and doubts.
    """
    said = [*said]
    found: list[Rows] = []
    for sheet in sheets:
        meant = {place for text in said for place in _places(text, sheet)}
        near = {row for at, _ in meant for row in range(at - AROUND, at + AROUND + 1)} | {*range(1, HEAD + 1)}
        rows = [row for row in sheet.rows if row in near] if meant else []
        if rows:
            first = None if found else min(meant)
            columns = [c for c in sheet.columns if any(sheet.text(row, c) for row in rows)]
            cells = [(row, tuple(_cells(sheet, row, columns, meant, first))) for row in rows]
            found.append(Rows(sheet.name, tuple(map(letters, columns)), tuple(cells)))
    return found


def _cells(
    sheet: Sheet, row: int, columns: Sequence[int], meant: Collection[Place], first: Place | None
) -> Iterator[Cell]:
    """The cells of a row; those that are merged across columns are one."""
    for _, group in groupby(columns, key=lambda column: sheet.origin(row, column)[1]):
        places = [(row, column) for column in group]
        is_meant = any(place in meant for place in places)
        yield Cell(sheet.text(*places[0]), is_meant, first in places, len(places))


def _places(text: str, sheet: Sheet) -> list[Place]:
    """The cells of a sheet that a text names."""
    columns = {letters(column): column for column in sheet.columns}
    return [
        (int(match[2]), columns[match[1]])
        for match in CELL.finditer(text)
        if match[1] in columns and text[: match.start()].endswith(sheet.name)
    ]
