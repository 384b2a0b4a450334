"""The rows of the contract's tables between reading and checking, and where each came from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cache
from itertools import repeat

from generator.language.official_text import span
from generator.ledger.enums import ExclusionReason
from generator.ledger.reading.findings import Finding, Mark
from generator.ledger.reading.nodes import Node

NO_COLUMNS: frozenset[str] = frozenset()


@dataclass(slots=True)
class Row:
    """One row: text cells by column, the place of each cell and of the record."""

    cells: dict[str, str]
    positions: dict[str, tuple[int, int]]
    """Where the cells are written: column → lines below the record, column in the line. Many rows share one."""
    mark: Mark
    given: frozenset[str] = NO_COLUMNS
    """Columns whose values come from elsewhere (the folder, the order, a name): a fault in one is reported there."""
    broken: bool = False
    """True when a finding says that the record has not the shape of one: rules report nothing that follows from it."""
    unresolved: bool = False
    """True when a finding says that a name in the record is unknown."""
    draft_end: int = 0
    """The last line of a record that is a draft; 0 where it is none."""

    def at(self, column: str) -> Mark:
        """Where a cell stands; a cell that is not written stands at its record."""
        position = self.positions.get(column)
        return Mark(self.mark.file, self.mark.line + position[0], position[1]) if position else self.mark

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def texts(self, columns: Iterable[str]) -> tuple[str, ...]:
        """The cells of some columns."""
        return tuple(map(self.cells.get, columns, repeat("")))

    @property
    def passage(self) -> tuple[int, int] | None:
        """Start and end of the passage, or None where there is none that can be read."""
        try:
            return span(self["passage"])
        except ValueError:
            return None


def number(text: str) -> Decimal | None:
    """Value of a cell, or None when it is empty or no number."""
    try:
        value = Decimal(text) if text else None
    except InvalidOperation:
        return None
    return value if value is None or value.is_finite() else None


YEAR = re.compile("[1-9][0-9]{3}")


@cache
def year(text: str) -> int | None:
    """Year of a cell or of a period (``2017-Q3`` is 2017), or None."""
    return int(text[:4]) if YEAR.fullmatch(text[:4]) else None


@dataclass(slots=True)
class Exclusion:
    """A number of a document that is no figure of ours, or a clause that is left out, with the reason."""

    document: str
    row: Row

    @property
    def is_clause(self) -> bool:
        """Whether a whole passage is left out on purpose, not a number."""
        return not self.row["number"] and self.row["reason"] == ExclusionReason.NOT_KEPT


@dataclass(slots=True)
class Tables:
    """Rows of every table, the exclusions, the site's settings, and the findings of reading."""

    rows: dict[str, list[Row]]
    exclusions: list[Exclusion] = field(default_factory=list)
    site: Node | None = None
    findings: list[Finding] = field(default_factory=list)
    unread: frozenset[str] = frozenset()
    """Tables one of whose files could not be read: that a record is missing there says nothing."""
    perhaps: dict[str, set[str]] = field(default_factory=dict)
    """Table → what seem to be ids and names of records in files that could not be read."""
    empty: dict[str, list[Mark]] = field(default_factory=dict)
    """Kind of file → the files of it that hold nothing."""
    names: dict[str, str] = field(default_factory=dict)
    """Every name, full name, alias and id of an organisation → its id."""

    def note(self, code: str, mark: Mark, /, **values: object) -> None:
        """Add a finding."""
        self.findings.append(Finding(code, mark, values))

    def ids(self, table: str) -> set[str]:
        """Ids of the rows of a table."""
        return {row["id"] for row in self.rows[table]}

    def by_id(self, table: str) -> dict[str, Row]:
        """Rows of a table by their id; the first wins where an id is given twice."""
        rows: dict[str, Row] = {}
        for row in self.rows[table]:
            if row["id"]:
                rows.setdefault(row["id"], row)
        return rows

    def grouped(self, table: str, column: str) -> dict[str, list[Row]]:
        """Rows of a table by the text of a column."""
        groups: dict[str, list[Row]] = {}
        for row in self.rows[table]:
            groups.setdefault(row[column], []).append(row)
        return groups

    def complete(self, table: str) -> bool:
        """Whether all records of a table are known, so that an unknown id is a mistake where it stands."""
        return table not in self.unread

    def known(self, table: str) -> set[str]:
        """Ids of a table, and what may be ids in files that could not be read."""
        return self.ids(table) | self.perhaps.get(table, set())
