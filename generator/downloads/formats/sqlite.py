"""The whole ledger as an SQLite database: tables with keys, indexes, views that answer the usual questions, words."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.downloads.columns import Column, typed_columns
from generator.downloads.dataset import Dataset
from generator.downloads.formats.sqlite_views import views
from generator.downloads.output import Cells
from generator.language import download_words
from generator.ledger.contract import Contract, TableSpec

APPLICATION = 0x504C4447
"""Tells programs whose databases these are: PLDG."""
LAYOUT = 1
"""Version of what is added to the tables of the contract: another number when a view or a column of it goes away."""

TYPES = {"number": "REAL", "integer": "INTEGER", "boolean": "INTEGER"}
"""Types of columns; all others are text, dates as YYYY-MM-DD."""

OWN_TABLES = """
CREATE TABLE target_states (
  target TEXT NOT NULL PRIMARY KEY REFERENCES targets (id),
  state TEXT NOT NULL,
  disclosed INTEGER NOT NULL CHECK (disclosed IN (0, 1))
);
CREATE TABLE about (position INTEGER NOT NULL PRIMARY KEY, label TEXT NOT NULL, value TEXT NOT NULL);
CREATE TABLE about_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  PRIMARY KEY (table_name, column_name)
);
"""
"""What is no table of the contract: derived states, where the data comes from, words about tables and columns."""


def write_ledger(dataset: Dataset) -> bytes:
    """The database; the same rows give the same bytes with the same version of SQLite."""
    contract, statuses = dataset.contract, dataset.context.statuses
    states = ((t.id, statuses.of(t).state, statuses.of(t).disclosed) for t in dataset.index.ledger.targets)
    with sqlite3.connect(":memory:") as base:
        base.executescript(f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {LAYOUT};")
        for table, spec in contract.tables.items():
            _add_table(base, spec, dataset.cells(table))
        base.executescript(OWN_TABLES)
        base.executemany("INSERT INTO target_states VALUES (?, ?, ?)", states)
        lines = enumerate(dataset.provenance.lines(), 1)
        base.executemany("INSERT INTO about VALUES (?, ?, ?)", ((position, *line) for position, line in lines))
        base.executemany("INSERT INTO about_columns VALUES (?, ?, ?, ?)", _words(contract))
        base.executescript(";\n".join((*_indexes(contract), *views(contract))))
    content = base.serialize()
    base.close()
    return content


def _add_table(base: sqlite3.Connection, spec: TableSpec, rows: Sequence[Cells]) -> None:
    columns = typed_columns(spec)
    lines = [_definition(column) for column in columns]
    lines.append(f"PRIMARY KEY ({', '.join(map(_quoted, spec.primary_key))})")
    lines += [f'FOREIGN KEY ("{key.column}") REFERENCES "{key.table}" (id)' for key in spec.foreign_keys]
    inside = ",\n  ".join(lines)
    base.execute(f'CREATE TABLE "{spec.name}" (\n  {inside}\n)')
    if rows:
        by_column = list(zip(*rows, strict=True))
        values = zip(*(_values(column, by_column[column.place]) for column in columns), strict=True)
        base.executemany(f'INSERT INTO "{spec.name}" VALUES ({", ".join("?" * len(columns))})', values)


def _definition(column: Column) -> str:
    parts = [_quoted(column.name), TYPES.get(column.type, "TEXT")]
    if column.required:
        parts.append("NOT NULL")
    allowed = ", ".join(f"'{value}'" for value in column.enum) or ("0, 1" if column.type == "boolean" else "")
    if allowed:
        parts.append(f'CHECK ("{column.name}" IN ({allowed}))')
    return " ".join(parts)


def _quoted(name: str) -> str:
    return f'"{name}"'


def _values(column: Column, cells: Iterable[str]) -> Iterator[object]:
    """The cells of a column with its type; an empty one is NULL."""
    if column.type in CONVERTERS:
        convert = CONVERTERS[column.type]
        return (convert(cell) if cell else None for cell in cells)
    return (cell or None for cell in cells)


CONVERTERS: dict[str, Callable[[str], object]] = {"number": float, "integer": int, "boolean": "true".__eq__}


def _indexes(contract: Contract) -> Iterator[str]:
    """One for each column that refers to a table, unless the primary key begins with it."""
    for spec in contract.tables.values():
        for key in spec.foreign_keys:
            if spec.primary_key[0] != key.column:
                yield f'CREATE INDEX "{spec.name}_{key.column}" ON "{spec.name}" ("{key.column}")'


def _words(contract: Contract) -> Iterator[tuple[str, str, str, str]]:
    """Title and description of every table, view and column; a table's own have an empty column."""
    for spec in contract.tables.values():
        yield (spec.name, "", spec.title, spec.description)
        for column in typed_columns(spec):
            yield (spec.name, column.name, column.title, column.description)
    for name, lines in download_words.DATABASE_WORDS.items():
        yield from ((name, *line) for line in lines)
