"""The rows of the contract's tables between reading and checking, and where each came from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cache
from itertools import repeat

from generator.language.official_text import span
from generator.ledger.contract import SOURCE
from generator.ledger.enums import ExclusionReason
from generator.ledger.reading.findings import Finding, Mark
from generator.ledger.reading.nodes import Mapping, Node, PlacedFile, Positions, Scalar, Sequence
from generator.ledger.reading.yaml_reader import read_text

NO_COLUMNS: frozenset[str] = frozenset()


@dataclass(slots=True)
class Row:
    """One row: text cells by column, the place of each cell and of the record."""

    cells: dict[str, str]
    written: Positions | PlacedFile
    """Where the cells are written, many rows share one; or what tells it to who asks."""
    mark: Mark
    given: frozenset[str] = NO_COLUMNS
    """Columns whose values come from elsewhere (the folder, the order, a name): a fault in one is reported there."""
    broken: bool = False
    """True when a finding says that the record has not the shape of one: rules report nothing that follows from it."""
    unresolved: bool = False
    """True when a finding says that a name in the record is unknown."""
    draft_end: int = 0
    """The last line of a record that is a draft; 0 where it is none."""

    @property
    def positions(self) -> Positions:
        """Where the cells are written."""
        return self.written if isinstance(self.written, dict) else self.written.positions(self.mark)

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


# -- places that are read later

Found = dict[tuple[int, int], Mapping]
"""The mappings of a file by the line and column where they start."""


@dataclass(slots=True)
class Places:
    """Where the cells of a disclosure are written: its file is read again when the first place is asked for.

    Disclosures hold nine tenths of a ledger, and nobody asks where a figure stands as long as nothing is wrong with it.
    """

    name: str
    """That of the file in findings."""
    load: Callable[[], str | None] = field(compare=False, repr=False)
    """Gives its content."""
    content: str | None = field(default=None, compare=False, repr=False)
    """The content, as long as rows are made of it: an editor may write the file meanwhile."""
    _found: Found | None = field(default=None, compare=False, repr=False)
    _positions: dict[tuple[int, int], Positions] | None = field(default=None, compare=False, repr=False)

    def mapping(self, mark: Mark) -> Mapping:
        """The mapping that starts somewhere, with the places of its texts; for who makes rows of it."""
        self._found = self._found or self._read()
        return self._found[mark[1:]]

    def positions(self, mark: Mark) -> Positions:
        """Where the cells of the record that starts somewhere are written; empty when the file was changed since."""
        if self._positions is None:
            self._positions = {start: _positions(record) for start, record in (self._found or self._read()).items()}
        return self._positions.get(mark[1:], {})

    def close(self) -> None:
        """Forget what takes memory, when the rows are made."""
        self.content = self._found = None

    def _read(self) -> Found:
        content = self.content or self.load()
        root = read_text(content, self.name)[0] if content else None
        return {mapping.mark[1:]: mapping for mapping in _within(root)}


def _within(node: Node | None) -> Iterator[Mapping]:
    """All mappings in a node."""
    if isinstance(node, Mapping):
        yield node
        for value in node.values.values():
            yield from _within(value)
    elif isinstance(node, Sequence):
        for item in node:
            yield from _within(item)


def _positions(record: Mapping) -> Positions:
    """The positions of a row that was made of a record; what its source does not write stands where that begins."""
    line = record.start.line
    positions = _of_texts(record, line)
    if isinstance(source := record.values.get("source"), Mapping):
        positions |= dict.fromkeys(SOURCE, (source.start.line - line, source.start.column + 1))
        positions |= _of_texts(source, line)
    return positions


def _of_texts(mapping: Mapping, line: int) -> Positions:
    return {
        key: (value.start.line - line, value.start.column + 1)
        for key, value in mapping.values.items()
        if isinstance(value, Scalar)
    }
