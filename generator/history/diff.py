"""Two states of a ledger compared value by value.

A record is known by its table and primary key, whatever file it stands in. Its place among others (the columns
``position``) is no value of it: to move a record changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.language import formatting
from generator.ledger.contract import Contract, TableSpec
from generator.ledger.enums import Edit
from generator.ledger.reading.rows import Row

Key = tuple[str, ...]
Rows = dict[str, dict[Key, Row]]
"""Table → primary key → row."""

POSITION = "position"
REVISES = "revises"
"""The column of a figure that names the one whose place it takes."""
PERIOD = re.compile("[0-9]{4}(-([QH][12]|Q[34]|[0-9]{2}))?")


class Value(NamedTuple):
    """A field with another value than before; an empty text stands for no value."""

    column: str
    old: str
    new: str
    old_words: str
    new_words: str
    """The same for a reader: the name of the record that a value refers to."""


class Change(NamedTuple):
    """What became of one record: plain data."""

    table: str
    key: Key
    edit: str
    """A value of :class:`Edit`."""
    title: str
    """Name of the record that a reader looks for, as it was then: of the indicator, for its figures."""
    part: str
    """Which of its parts this is: the period of a figure, the unit of an assignment; empty for the record itself."""
    owners: tuple[str, ...]
    """The records on whose pages it is shown, as ``table/id``: the one that has the title first."""
    values: tuple[Value, ...]
    """The fields that changed; all that are not empty, where the record is new or gone."""
    words: str
    """The most important field of a record that is new or gone."""


class Presentation(NamedTuple):
    """How changes of a table's records are shown."""

    owners: tuple[tuple[str, str], ...]
    """Tables and the columns that refer to them, the one whose name is the title first."""
    part: tuple[str, ...] = ()
    """Columns that distinguish it from others of the same title."""
    words: str = ""
    """The most important column of a record that is new or gone."""


PRESENTATIONS: dict[str, Presentation] = {
    "documents": Presentation((("documents", "id"),)),
    "plans": Presentation((("plans", "id"),)),
    "organizations": Presentation((("organizations", "id"),)),
    "successions": Presentation(
        (("organizations", "organization"), ("organizations", "successor")), ("successor",), "on_date"
    ),
    "memberships": Presentation((("organizations", "collective"), ("organizations", "member")), ("member",)),
    "sections": Presentation((("sections", "id"),)),
    "tasks": Presentation((("tasks", "id"),), (), "summary"),
    "milestones": Presentation((("tasks", "task"),), ("due",), "text"),
    "continuations": Presentation((("tasks", "task"),), ("continues",), "reason"),
    "assignments": Presentation(
        (("tasks", "task"), ("organizations", "organization")), ("organization", "role"), "scope"
    ),
    "indicators": Presentation((("indicators", "id"),)),
    "indicator_assignments": Presentation(
        (("indicators", "indicator"), ("organizations", "organization")), ("organization", "role"), "scope"
    ),
    "relations": Presentation((("indicators", "indicator"),), ("related",), "relation"),
    "targets": Presentation(
        (("indicators", "indicator"), ("organizations", "organization")),
        ("start_year", "organization"),
        "value_text",
    ),
    "observations": Presentation(
        (("indicators", "indicator"), ("organizations", "organization")), ("period", "organization"), "value_text"
    ),
    "reports": Presentation(
        (("sections", "section"), ("organizations", "organization")), ("period", "organization"), "summary"
    ),
    "report_tasks": Presentation((("tasks", "task"),), ("report",)),
    "report_indicators": Presentation((("indicators", "indicator"),), ("report",)),
    "projects": Presentation((("plans", "plan"), ("organizations", "owner")), ("name",), "nature"),
    "task_places": Presentation((("tasks", "record"), ("organizations", "organization")), ("organization",)),
    "report_places": Presentation((("organizations", "organization"),), ("record",)),
    "project_places": Presentation((("organizations", "organization"),), ("record",)),
    "evaluations": Presentation((("plans", "plan"),), ("period", "kind"), "conclusion"),
    "rounds": Presentation((("plans", "plan"),), ("period",), "due_on"),
    "submissions": Presentation((("organizations", "organization"),), ("received_on",), "state"),
    "observation_remarks": Presentation((("organizations", "organization"),), ("observation",), "text"),
    "task_remarks": Presentation((("tasks", "task"), ("organizations", "organization")), ("on",), "text"),
    "acknowledged": Presentation((), ("code", "record"), "reason"),
    "feedback": Presentation((), ("asked_on",), "question"),
}
"""Table → how its changes are shown. A table that is not listed is shown by the ids of its records."""

IDENTITY = {
    "assignments": ("task", "organization", "role", "scope"),
    "indicator_assignments": ("indicator", "organization", "role", "scope"),
}
"""Table → the columns by which a record is known, where the primary key is no more than its place in a list."""

NAMES = {"documents": "title", "plans": "title", "organizations": "name", "sections": "title", "tasks": "title"} | {
    "indicators": "name"
}
"""Tables whose records have names."""


@dataclass(slots=True)
class DuplicateKey(Exception):
    """Two records of a table have one key."""

    table: str
    row: Row
    other: Row


@dataclass(slots=True)
class RowDiff:
    """Compares rows of two ledgers."""

    contract: Contract
    new: Rows
    """The whole ledger as it is now: for the names of records."""
    gone: Rows = field(default_factory=dict)
    """The rows as they were: for the names of what is gone."""
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def changes(self, old: Rows, new: Rows) -> list[Change]:
        """What became of these rows, table by table: what is new or changed in its order, then what is gone."""
        self.gone = old
        changes = []
        for name, spec in self.contract.tables.items():
            before, after = old.get(name, {}), new.get(name, {})
            for key, row in after.items():
                was = before.get(key)
                if was is None:
                    changes.append(self._whole(spec, key, row, Edit.ADDED))
                elif was is not row and (values := self._values(spec, was, row)):
                    changes.append(self._change(spec, key, row, Edit.CHANGED, values))
            changes += [self._whole(spec, key, row, Edit.REMOVED) for key, row in before.items() if key not in after]
        return changes

    def _whole(self, spec: TableSpec, key: Key, row: Row, edit: Edit) -> Change:
        nothing = Row({}, {}, row.mark)
        old, new = (row, nothing) if edit is Edit.REMOVED else (nothing, row)
        return self._change(spec, key, row, edit, self._values(spec, old, new, identity(spec)))

    def _change(self, spec: TableSpec, key: Key, row: Row, edit: Edit, values: tuple[Value, ...]) -> Change:
        shown = _presentation(spec)
        owners = [f"{table}/{row[column]}" for table, column in shown.owners if row[column]]
        title = self.name(*owners[0].split("/", 1)) if owners else ""
        words = row[shown.words] if edit is not Edit.CHANGED else ""
        return Change(spec.name, key, str(edit), title, self._part(spec, row), tuple(owners), values, words)

    def _part(self, spec: TableSpec, row: Row) -> str:
        cells = [(column, row[column]) for column in _presentation(spec).part if row[column]]
        return " ".join(self._part_words(spec, row, column, text) for column, text in cells)

    def _part_words(self, spec: TableSpec, row: Row, column: str, text: str) -> str:
        if column == "period" and PERIOD.fullmatch(text):
            return formatting.period(text)
        if column == "start_year" and text.isdecimal() and row["end_year"].isdecimal():
            return formatting.years(int(text), int(row["end_year"]))
        return self.words(spec, column, text)

    def _values(self, spec: TableSpec, old: Row, new: Row, without: Iterable[str] = ()) -> tuple[Value, ...]:
        columns = self.columns.get(spec.name)
        if columns is None:
            columns = self.columns[spec.name] = tuple(c for c in spec.columns if c != POSITION)
        return tuple(
            Value(column, was, now, self.words(spec, column, was), self.words(spec, column, now))
            for column in columns
            if (was := old[column]) != (now := new[column]) and column not in without
        )

    def words(self, spec: TableSpec, column: str, text: str) -> str:
        """A value for a reader: the name of the record that it refers to, the words of a figure that was revised."""
        if column == REVISES and text:
            earlier = self.new.get(spec.name, {}).get((text,)) or self.gone.get(spec.name, {}).get((text,))
            return earlier["value_text"] if earlier else text
        referred = next((k.table for k in spec.foreign_keys if k.column == column), "")
        return self.name(referred, text) if referred in NAMES and text else text

    def name(self, table: str, id_: str) -> str:
        """The name of a record, as it is now or was; its id where it has none."""
        row = self.new.get(table, {}).get((id_,)) or self.gone.get(table, {}).get((id_,))
        return (row[NAMES[table]] if row and table in NAMES else "") or id_


def identity(spec: TableSpec) -> tuple[str, ...]:
    """The columns by which a record is known from one state of the ledger to the next."""
    return IDENTITY.get(spec.name, spec.primary_key)


def keyed(contract: Contract, rows: Mapping[str, Iterable[Row]]) -> Rows:
    """Rows by table and what they are known by.

    Raises:
        DuplicateKey: two records of a table have the same key.
    """
    tables: Rows = {}
    for table, spec in contract.tables.items():
        by_key = tables[table] = {}
        for row in rows.get(table, ()):
            other = by_key.setdefault(row.texts(identity(spec)), row)
            if other is not row:
                raise DuplicateKey(table, row, other)
    return tables


def _presentation(spec: TableSpec) -> Presentation:
    return PRESENTATIONS.get(spec.name) or Presentation(((spec.name, spec.primary_key[0]),))
