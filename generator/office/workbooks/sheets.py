"""A sheet as plain texts: merged cells are filled, and hidden rows and columns are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

Place = tuple[int, int]
"""Row and column of a cell, counted from 1."""
Area = tuple[int, int, int, int]
"""First row, first column, last row and last column of cells that are merged."""


@dataclass(frozen=True)
class Sheet:
    """The cells of a sheet that hold something."""

    name: str
    texts: Mapping[Place, str]
    """What the cells show; of merged cells the first one."""
    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    broken: Mapping[Place, str] = field(default_factory=dict)
    """Cells that cannot be used as they are → the code of the finding: a formula without a result, an error."""

    @cached_property
    def origins(self) -> dict[Place, Place]:
        """A cell within merged ones → the first of these, which holds their text."""
        rows, columns = self.size
        return {
            (row, column): (top, left)
            for top, left, bottom, right in self.merged
            for row in range(top, min(bottom, rows) + 1)
            for column in range(left, min(right, columns) + 1)
        }

    @cached_property
    def size(self) -> Place:
        """The last row and the last column with a text."""
        return max((r for r, _ in self.texts), default=0), max((c for _, c in self.texts), default=0)

    def text(self, row: int, column: int) -> str:
        """The text of a cell, or of the merged cells that it is a part of."""
        return self.texts.get(self.origin(row, column), "")

    def origin(self, row: int, column: int) -> Place:
        """The cell that holds the text of a cell."""
        return self.origins.get((row, column), (row, column))

    def is_across(self, row: int, column: int) -> bool:
        """Whether a cell is a part of merged cells that go over several columns."""
        origin = self.origin(row, column)
        return any((top, left) == origin and right > left for top, left, _, right in self.merged)

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The rows that are shown and hold something, in order."""
        rows, _ = self.size
        held = {row for row, _ in self.texts} | {row for row, _ in self.origins}
        return tuple(row for row in sorted(held) if row <= rows and row not in self.hidden_rows)

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns that are shown, in order."""
        return tuple(c for c in range(1, self.size[1] + 1) if c not in self.hidden_columns)

    def cells(self, row: int) -> Iterator[tuple[int, str]]:
        """The shown cells of a row that hold something."""
        for column in self.columns:
            if text := self.text(row, column):
                yield column, text

    def name_of(self, row: int, column: int) -> str:
        """A cell as a person names it: 重点工作!B12."""
        row, column = self.origin(row, column)
        return f"{self.name}!{letters(column)}{row}"


def letters(column: int) -> str:
    """The letters of a column: 28 is AB."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
