"""What a download is made from: a path, a key that changes when its content would, and how to make it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from generator.downloads.tabular import Cells
from generator.ledger.load import CheckedLedger

Files = dict[str, bytes]
"""Path below the site's root → content."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file of the site: two builds in which it has the same key have the same bytes at its path."""

    path: str
    """Below the site's root."""
    key: bytes
    """A digest of everything that ``make`` looks at, this program included."""
    make: Callable[[], bytes]
    """The content; free of effects, as often as asked."""


def made(outputs: list[OutputFile]) -> Files:
    """Every output's content, made now."""
    return {output.path: output.make() for output in outputs}


class Bodies:
    """The rows of each table as files need them, made when first asked for and kept as long as this object."""

    def __init__(self, checked: CheckedLedger) -> None:
        self._rows = checked.tables.rows
        self._tables = checked.contract.tables
        self.cells = cache(self._cells)
        """Table → its rows, each with a cell for every column of the contract."""

    def _cells(self, table: str) -> list[Cells]:
        columns = self._tables[table].columns
        return [row.texts(columns) for row in self._rows[table]]
