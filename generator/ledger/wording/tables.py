"""Tables of a document: lines of cells between tabs or bars, below a line that names the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.language.official_text import Layout
from generator.language.wording import table_words
from generator.ledger.enums import Assigns
from generator.ledger.wording.numbering import NUMBER
from generator.ledger.wording.responsibility import LABEL, Responsibility, read_labels

BAR = "|"
TASK_COLUMN = re.compile(table_words.TASK_COLUMNS)
TITLE_COLUMN = re.compile(table_words.TITLE_COLUMNS)
LIST_GOES_ON = ",、;"
LONGEST_TITLE = 40
FEWEST = 3
"""Cells that a line which names columns has at least."""

Cell = tuple[int, int]
"""Where a cell begins and ends."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: where it ends, where the words of its task stand, and what it says of who is responsible."""

    end: int
    words: Cell
    said: Responsibility
    title: Cell | None
    """Where its title stands, where another column has the words."""


def table_rows(text: str, layout: Layout, assigns: Assigns | None = None) -> Iterator[TableRow]:
    """The rows of all tables whose columns are named, in order; those that name nobody are left out."""
    columns: list[str] = []
    row: list[Cell] = []
    for start, end in pairwise((*sorted(layout.breaks), len(text))):
        cells = _cells(text, layout, start, end)
        named = [text[first:last] for first, last in cells]
        if _names_columns(named):
            yield from _row(text, layout, columns, row, assigns)
            columns, row = named, []
        elif columns and _goes_on(text, columns, row, cells):
            row = [*row[:-1], (row[-1][0], cells[0][1]), *cells[1:]]
        elif columns:
            yield from _row(text, layout, columns, row, assigns)
            row = cells if len(cells) > 1 else []
    yield from _row(text, layout, columns, row, assigns)


def _cells(text: str, layout: Layout, start: int, end: int) -> list[Cell]:
    """The cells of a line."""
    if text[start:end].startswith(BAR):
        start += 1
    if text[start:end].endswith(BAR):
        end -= 1
    cuts = [(tab, tab) for tab in layout.tabs if start <= tab < end]
    cuts += [(at, at + 1) for at in range(start, end) if text[at] == BAR]
    ends = [start, *(place for cut in sorted(cuts) for place in cut), end]
    return [*zip(ends[::2], ends[1::2], strict=True)]


def _names_columns(cells: list[str]) -> bool:
    """Whether the cells of a line are the names of columns, of tasks and of units."""
    return (
        len(cells) >= FEWEST
        and any(LABEL.fullmatch(f"{cell}:") for cell in cells)
        and any(TASK_COLUMN.fullmatch(cell) for cell in cells)
    )


def _goes_on(text: str, columns: list[str], row: list[Cell], cells: list[Cell]) -> bool:
    """Whether a line goes on with the last cell of a row that is not whole yet."""
    first = text[slice(*cells[0])]
    begins = first.isdigit() or NUMBER.match(text, cells[0][0]) or not first
    together = len(row) + len(cells) - 1
    if not row or begins or len(row) == len(columns) or together > len(columns):
        return False
    return text[cells[0][0] - 1] in LIST_GOES_ON or (len(cells) > 1 and together == len(columns))


def _row(
    text: str, layout: Layout, columns: list[str], cells: list[Cell], assigns: Assigns | None
) -> Iterator[TableRow]:
    """What a row says: its columns of units are labels."""
    named = [*zip(columns, cells, strict=False)]
    told = [cell for column, cell in named if TASK_COLUMN.fullmatch(column) and cell[0] < cell[1]]
    labels = [
        f"{column}:{_printed(text, layout, cell)}"
        for column, cell in named
        if cell[0] < cell[1] and LABEL.fullmatch(f"{column}:")
    ]
    said = read_labels(";".join(labels), assigns)
    if told and said is not None and (said.assignees or said.same):
        first = next(column for column, cell in named if cell == told[0])
        has_title = len(told) > 1 and TITLE_COLUMN.fullmatch(first) and told[0][1] - told[0][0] <= LONGEST_TITLE
        yield TableRow(cells[-1][1], (told[0][0], told[-1][1]), said, told[0] if has_title else None)


def _printed(text: str, layout: Layout, cell: Cell) -> str:
    """The words of a cell, with a blank where the document has one, or begins a line."""
    places = [place for place in (*layout.gaps, *layout.breaks) if cell[0] < place < cell[1]]
    return " ".join(text[first:last] for first, last in pairwise((cell[0], *sorted({*places}), cell[1])))
