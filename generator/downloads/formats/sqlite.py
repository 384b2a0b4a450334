"""The whole ledger as an SQLite database: tables with keys, indexes, views that answer the usual questions, words."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.downloads.formats.provenance import Imprint
from generator.downloads.formats.typed_columns import Column, typed_columns
from generator.downloads.tabular import Cells
from generator.language import download_words, page_words
from generator.ledger.contract import Contract, TableSpec
from generator.ledger.enums import Role

APPLICATION = 0x504C4447
"""Tells programs whose databases these are: PLDG."""
LAYOUT = 1
"""Version of what is added to the tables of the contract: another number when a view or a column of it goes away."""

TYPES = {"number": "REAL", "integer": "INTEGER", "boolean": "INTEGER"}
"""Types of columns; all others are text, dates as YYYY-MM-DD."""

State = tuple[str, str, bool]
"""A target's id, its state, whether a document gives a figure of its time."""

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
"""What is no table of the contract: derived states, the imprint, words about tables and columns."""

HEADINGS = """
CREATE VIEW v_headings AS
WITH RECURSIVE path (section, heading) AS (
  SELECT id, number || title FROM sections WHERE parent IS NULL
  UNION ALL
  SELECT s.id, path.heading || '{between}' || s.number || s.title FROM sections s JOIN path ON s.parent = path.section
)
SELECT section, heading FROM path
"""

UNITS = """(SELECT group_concat(name, '、') FROM (
    SELECT o.name FROM assignments a JOIN organizations o ON o.id = a.organization
    WHERE a.task = {task} AND a.role = '{role}' ORDER BY a.position))"""

TASKS = """
CREATE VIEW v_tasks AS
SELECT t.id, p.title AS plan, h.heading, t.locator, t.title, t.summary, t.kind, t.lead_mode,
  {leads} AS leads,
  {supports} AS supports,
  t.start_year, t.due_year
FROM tasks t JOIN plans p ON p.id = t.plan JOIN v_headings h ON h.section = t.section
ORDER BY t.rowid
"""

INDICATORS = """
CREATE VIEW v_indicators AS
SELECT i.id, p.title AS plan, h.heading, i.name, i.nature, i.measure, i.unit, i.direction,
  t.start_year, t.end_year, t.comparator, t.value AS target, t.value_digits AS target_digits,
  t.value_text AS target_text, s.state, s.disclosed,
  o.period AS newest_period, o.value AS newest, o.value_digits AS newest_digits, o.value_text AS newest_text,
  o.basis AS newest_basis, o.status AS newest_status,
  {leads} AS leads
FROM indicators i JOIN plans p ON p.id = i.plan JOIN v_headings h ON h.section = i.section
LEFT JOIN targets t ON t.id = (
  SELECT id FROM targets WHERE indicator = i.id AND organization IS NULL
  ORDER BY start_year - end_year, start_year, rowid LIMIT 1)
LEFT JOIN target_states s ON s.target = t.id
LEFT JOIN observations o ON o.id = (
  SELECT id FROM observations WHERE indicator = i.id AND organization IS NULL
  ORDER BY period DESC, document DESC, rowid DESC LIMIT 1)
ORDER BY i.rowid
"""

UNIT_TASKS = """
CREATE VIEW v_unit_tasks AS
SELECT o.id AS organization, o.name, a.role, NULL AS via, a.scope, t.id AS task, t.title, p.title AS plan, t.locator,
  t.due_year
FROM assignments a JOIN organizations o ON o.id = a.organization JOIN tasks t ON t.id = a.task
JOIN plans p ON p.id = t.plan
UNION ALL
SELECT o.id, o.name, a.role, c.name, a.scope, t.id, t.title, p.title, t.locator, t.due_year
FROM memberships m JOIN organizations o ON o.id = m.member JOIN organizations c ON c.id = m.collective
JOIN assignments a ON a.organization = m.collective JOIN tasks t ON t.id = a.task JOIN plans p ON p.id = t.plan
"""


def to_sqlite(
    contract: Contract, cells: Callable[[str], Sequence[Cells]], states: Iterable[State], imprint: Imprint
) -> bytes:
    """A database of all tables; the same rows give the same bytes with the same version of SQLite."""
    with sqlite3.connect(":memory:") as base:
        base.executescript(f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {LAYOUT};")
        for name, spec in contract.tables.items():
            _table(base, spec, cells(name))
        base.executescript(OWN_TABLES)
        base.executemany("INSERT INTO target_states VALUES (?, ?, ?)", states)
        base.executemany("INSERT INTO about VALUES (?, ?, ?)", ((at, *line) for at, line in enumerate(imprint, 1)))
        base.executemany("INSERT INTO about_columns VALUES (?, ?, ?, ?)", _words(contract))
        base.executescript(";\n".join((*_indexes(contract), *_views())))
    content = base.serialize()
    base.close()
    return content


def _table(base: sqlite3.Connection, spec: TableSpec, rows: Sequence[Cells]) -> None:
    columns = typed_columns(spec)
    lines = [_definition(column) for column in columns]
    lines.append(f"PRIMARY KEY ({_names(spec.primary_key)})")
    lines += [f'FOREIGN KEY ("{key.column}") REFERENCES "{key.table}" (id)' for key in spec.foreign_keys]
    inside = ",\n  ".join(lines)
    base.execute(f'CREATE TABLE "{spec.name}" (\n  {inside}\n)')
    if rows:
        by_column = list(zip(*rows, strict=True))
        values = zip(*(_values(column, by_column[column.place]) for column in columns), strict=True)
        base.executemany(f'INSERT INTO "{spec.name}" VALUES ({", ".join("?" * len(columns))})', values)


def _definition(column: Column) -> str:
    parts = [f'"{column.name}"', TYPES.get(column.type, "TEXT")]
    if column.required:
        parts.append("NOT NULL")
    allowed = ", ".join(f"'{value}'" for value in column.enum) or ("0, 1" if column.type == "boolean" else "")
    if allowed:
        parts.append(f'CHECK ("{column.name}" IN ({allowed}))')
    return " ".join(parts)


def _values(column: Column, cells: Sequence[str]) -> Iterator[object]:
    """The cells of a column with its type; an empty one is NULL."""
    if column.type in CONVERTERS:
        convert = CONVERTERS[column.type]
        return (convert(cell) if cell else None for cell in cells)
    return (cell or None for cell in cells)


CONVERTERS: dict[str, Callable[[str], object]] = {"number": float, "integer": int, "boolean": "true".__eq__}


def _names(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _indexes(contract: Contract) -> Iterator[str]:
    """One for each column that refers to a table, unless the primary key begins with it."""
    for spec in contract.tables.values():
        for key in spec.foreign_keys:
            if spec.primary_key[0] != key.column:
                yield f'CREATE INDEX "{spec.name}_{key.column}" ON "{spec.name}" ("{key.column}")'


def _views() -> Iterator[str]:
    leads, supports = (UNITS.format(task="t.id", role=role) for role in (Role.LEAD, Role.SUPPORT))
    yield HEADINGS.format(between=page_words.BETWEEN_HEADINGS)
    yield TASKS.format(leads=leads, supports=supports)
    yield INDICATORS.format(leads=UNITS.format(task="i.task", role=Role.LEAD))
    yield UNIT_TASKS


def _words(contract: Contract) -> Iterator[tuple[str, str, str, str]]:
    """Title and description of every table, view and column; a table's own have an empty column."""
    for spec in contract.tables.values():
        yield (spec.name, "", spec.title, spec.description)
        for column in typed_columns(spec):
            yield (spec.name, column.name, column.title, column.description)
    for name, lines in download_words.DATABASE_WORDS.items():
        yield from ((name, *line) for line in lines)
