"""Rows of files that did not change, kept from run to run."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any, Protocol

from generator.ledger.reading.nodes import Mark, Shapes
from generator.ledger.reading.rows import Row
from generator.support.cache_store import CacheStore, digest

Question = tuple[str, ...]
"""What a file asked of its surroundings while it was read: the kind of question, and about what."""
Answer = str | None


@dataclass(frozen=True, slots=True)
class Leaf:
    """What reading a file without a fault gave, and what the outcome hung on beside the file itself."""

    asked: dict[Question, Answer]
    moved: dict[tuple[str, str], int]
    """Where the counters stood that positions are taken from."""
    rows: dict[str, list[Row]]

    @property
    def sound(self) -> bool:
        """Whether no row has a fault that was told elsewhere."""
        return not any(row.broken or row.unresolved for rows in self.rows.values() for row in rows)


class Keeps(Protocol):
    """Whoever keeps leaves, one for each file."""

    def key(self, name: str, raw: bytes) -> bytes:
        """What tells one content of a file from another."""

    def load(self, name: str, key: bytes) -> Leaf | None:
        """What was kept of a file that had the same key."""

    def save(self, name: str, key: bytes, leaf: Leaf) -> None:
        """Keep what was read."""


@dataclass(slots=True)
class Kept:
    """Keeps leaves in a store, one for each file; the names of files stand in marks behind ``label``."""

    store: CacheStore
    label: str
    shapes: Shapes
    contract: bytes
    """A digest of the contract."""

    def key(self, name: str, raw: bytes) -> bytes:
        """A digest of a file's name and bytes, and of the contract that it is read with."""
        return digest(self.contract, os.fsencode(self.label), os.fsencode(name), raw)

    def load(self, name: str, key: bytes) -> Leaf | None:
        """What was kept of a file that had the same bytes."""
        value = self.store.load(_place(name), key)
        if value is None:
            return None
        asked, moved, tables = value
        file = f"{self.label}/{name}"
        return Leaf(asked, moved, {table: _unpacked(rows, file, self.shapes) for table, rows in tables.items()})

    def save(self, name: str, key: bytes, leaf: Leaf) -> None:
        """Keep what was read, unless a row of it has a fault that was told elsewhere."""
        if leaf.sound:
            tables = {table: _packed(rows) for table, rows in leaf.rows.items()}
            self.store.save(_place(name), key, (leaf.asked, leaf.moved, tables))


def _place(name: str) -> str:
    """A name for the store: one of a file may be too long for it, or strange."""
    return f"read/{digest(os.fsencode(name)).hex()}"


def _packed(rows: list[Row]) -> Any:
    """Rows as few plain objects: how each is shaped, where it stands, and all cells in one list."""
    shapes: dict[tuple[tuple[str, ...], frozenset[str], int], tuple[int, Row]] = {}
    heads: list[int] = []
    cells: list[str] = []
    for row in rows:
        shape = (tuple(row.cells), row.given, id(row.marks))
        number, _ = shapes.setdefault(shape, (len(shapes), row))
        heads += (number, row.mark.line, row.mark.column)
        cells += row.cells.values()
    kinds = [([*row.cells], [*row.given], row.marks) for _, row in shapes.values()]
    return kinds, heads, cells, b"".join([row.digest for row in rows])


def _unpacked(packed: Any, file: str, shapes: Shapes) -> list[Row]:
    kinds, heads, cells, digests = packed
    known = [(names, frozenset(given), shapes.same(marks), len(names)) for names, given, marks in kinds]
    steps, mark = iter(heads), tuple.__new__  # which is what Mark() comes to
    rows: list[Row] = []
    at = 0
    for place, (number, line, column) in enumerate(zip(steps, steps, steps, strict=True)):
        names, given, marks, width = known[number]
        values = dict(zip(names, cells[at : (at := at + width)], strict=True))
        rows.append(
            Row(
                values,
                marks,
                mark(Mark, (file, line, column)),
                given,
                False,
                False,
                digests[16 * place : 16 * place + 16],
            )
        )
    return rows
