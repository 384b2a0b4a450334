"""Tables with merged cells as lines: a cell that stands for several rows is repeated in each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LARGEST_SPAN = 200
"""A cell goes over so many columns or rows at most."""
DIGITS = 9
"""So many digits of a span are read; of thousands Python makes no number."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, and over how many columns and rows it goes."""

    text: str
    columns: int = 1
    rows: int = 1


def span_of(printed: str) -> int:
    """Over how many columns or rows a cell goes, as a document says it; one where it says nothing that counts."""
    count = int(printed[:DIGITS]) if printed.isascii() and printed.isdigit() else 1
    return min(max(count, 1), LARGEST_SPAN)


def grid_lines(rows: Iterable[list[Cell]]) -> Iterator[str]:
    """A line for each row, its cells between tabs. A single cell is a line of text."""
    hanging: dict[int, tuple[str, int]] = {}
    """Column → the text of a cell above, and for how many more rows it stands."""
    for row in rows:
        line: dict[int, str] = {}
        cells = iter(row)
        cell = next(cells, None)
        column = 0
        while cell is not None or column in hanging:
            if column in hanging:
                text, left = hanging.pop(column)
                line[column] = text
                if left > 1:
                    hanging[column] = text, left - 1
                column += 1
            elif cell is not None:
                for number in range(cell.columns):
                    line[column] = "" if number else cell.text
                    if cell.rows > 1:
                        hanging[column] = line[column], cell.rows - 1
                    column += 1
                    if column in hanging:
                        break
                cell = next(cells, None)
        filled = [line.get(number, "") for number in range(column)]
        while filled and not filled[-1]:
            filled.pop()
        if filled:
            yield "\t".join(filled)
