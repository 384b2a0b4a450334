"""The rows of the contract's tables between reading and checking, and where each came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import repeat

from generator.ledger.reading.nodes import Finding, Mark, Node, Spots
from generator.support.cache_store import SIZE, digest

NOTHING: frozenset[str] = frozenset()

EXCLUSIONS = "exclusions"
"""What stands for a table's name where rows of exclusions are told from those of tables."""


@dataclass(slots=True)
class Row:
    """One row: text cells by column, the place of each cell and of the record."""

    cells: dict[str, str]
    marks: Spots
    """Where the cells stand that are written, counted from the record; rows of one shape share it."""
    mark: Mark
    given: frozenset[str] = NOTHING
    """Columns that the surroundings decide: a fault in one is told where it was made."""
    broken: bool = False
    """True when the shape of the record was found faulty, so that rules do not complain of what follows from it."""
    unresolved: bool = False
    """True when a name in the record was found to be nobody's."""
    _digest: bytes = field(default=b"", compare=False, repr=False)

    def at(self, column: str) -> Mark:
        """Where a cell stands; a cell that is not written stands at its record."""
        spot = self.marks.get(column)
        return self.mark if spot is None else Mark(self.mark.file, self.mark.line + spot[0], spot[1])

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def texts(self, columns: Iterable[str]) -> tuple[str, ...]:
        """The cells of some columns, at once: to ask for each by itself takes longer."""
        return tuple(map(self.cells.get, columns, repeat("")))

    @property
    def digest(self) -> bytes:
        """A digest of the file's name and of all cells, in the order in which they stand, but of no place in it.

        Made when it is first asked for: a row must not change after that.
        """
        if not self._digest:  # told apart by their number: a row with a NUL in a cell, a fault, has more parts
            parts = "\0".join((str(len(self.cells)), self.mark.file, *self.cells, *self.cells.values()))
            self._digest = blake2b(parts.encode(), digest_size=SIZE).digest()
        return self._digest


def digest_of(rows: Iterable[Row], *about: str) -> bytes:
    """A digest of rows in their order, of :attr:`Row.digest` of each, and of what is said about them."""
    return digest(*about, b"".join([row.digest for row in rows]))


@dataclass(slots=True)
class Exclusion:
    """A number of a document that is no figure of ours, with the reason."""

    document: str
    row: Row


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of a table that one file holds, and a digest of everything that they were made of."""

    name: str
    table: str
    rows: list[Row]
    key: bytes


@dataclass(slots=True)
class Tables:
    """Rows of every table, the exclusions, the site's settings, and what was found on the way."""

    rows: dict[str, list[Row]]
    exclusions: list[Exclusion] = field(default_factory=list)
    site: Node | None = None
    findings: list[Finding] = field(default_factory=list)
    unread: frozenset[str] = frozenset()
    """Tables one of whose files could not be read: that a record is not there says nothing."""
    names: dict[str, str] = field(default_factory=dict)
    """Every name, full name, alias and id of an organisation → its id."""
    parts: list[Part] = field(default_factory=list)
    """The same rows (those of exclusions too) by file, in the order in which they were read."""

    def note(self, code: str, mark: Mark, /, **values: object) -> None:
        """Keep a finding."""
        self.findings.append(Finding(code, mark, values))

    def ids(self, table: str) -> set[str]:
        """Ids of the rows of a table."""
        return {row["id"] for row in self.rows[table]}

    def complete(self, table: str) -> bool:
        """Whether every record of a table was read with its id, so that an unknown id is a mistake where it stands."""
        return table not in self.unread and all(row["id"] for row in self.rows[table])

    def digest(self, table: str) -> bytes:
        """A digest of all rows of a table in their order."""
        return digest_of(self.rows[table])
