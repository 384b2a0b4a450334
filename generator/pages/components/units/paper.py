"""What of a unit's page goes on one sheet of A4: as many rows as fit; the sheet says how many others there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

LINES = 53
"""Lines that the sheet has for rows and their headings, below the first sentence and above whom to ask."""
HEADING = 2.3
"""Lines that a heading takes with the room around it."""
GAP = 0.35
"""Lines between two rows."""
NAME, WORDS, TABLE = 15, 38, 24
"""Chinese characters in a line of the column of names, of the one beside it, and of the last one of a table."""
WIDE = "\u2e80"
"""From here on signs are as wide as a Chinese character; others are half as wide."""


class SheetRows(NamedTuple, Generic[T]):
    """The rows of a group: those on paper, and those on the screen alone."""

    first: tuple[T, ...]
    rest: tuple[T, ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.first) + len(self.rest)


class Sheet:
    """Takes groups of rows, one after the other, while there are lines left."""

    def __init__(self, groups: int, above: float = 0) -> None:
        """Each of so many groups has a heading, and a line that says how many rows are left out.

        ``above`` are lines that stand before the lists, besides what each page has there.
        """
        self._left = LINES - above - groups * (HEADING + 1)

    def take(self, rows: Sequence[T], lines_of: Callable[[T], float]) -> SheetRows[T]:
        """The rows of the next group; where all fit, no line needs to say what is left out."""
        for place, row in enumerate(rows):
            lines = lines_of(row) + GAP
            if lines > self._left:
                self._left = 0
                return SheetRows(tuple(rows[:place]), tuple(rows[place:]))
            self._left -= lines
        self._left += 1 if rows else 0
        return SheetRows(tuple(rows), ())


def lines(text: str, width: int = WORDS) -> int:
    """How many lines a text takes, one at least."""
    return max(1, ceil(sum(1 if sign >= WIDE else 0.55 for sign in text) / width))
