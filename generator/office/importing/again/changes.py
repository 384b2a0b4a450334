"""What changed between two readings of a workbook, and what of it can be written: the ledger may have changed, too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.ledger.contract import Contract
from generator.ledger.reading.rows import Row, Tables
from generator.office.importing.reading import ReadLedger
from generator.office.new_records import milestone_of
from generator.office.new_rows import NewLedger, NewRow, NewRows, Value, assignments

RECORDS: Final = ("documents", "plans", "sections", "tasks", "indicators", "projects")
"""Tables whose records have an id."""
FIGURES: Final = {
    "targets": ("indicator", "organization", "start_year", "end_year", "tier"),
    "observations": ("indicator", "organization", "period", "basis", "status"),
}
"""Table of figures → the columns that say which figure it is."""
OWNERS: Final = {"tasks": ("assignments", "task"), "indicators": ("indicator_assignments", "indicator")}
PARTS: Final = {
    "assignments": ("tasks", "task"),
    "milestones": ("tasks", "task"),
    "indicator_assignments": ("indicators", "indicator"),
    "project_places": ("projects", "record"),
}
"""Table of parts → the table of their records, and the column that names it."""
NOT_COMPARED: Final = frozenset(("id", "plan", "position", "document", "parent"))
Identity = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value of a record that changed in the sheet."""

    table: str
    record: Identity
    key: str
    """A column, a list of names, or the steps."""
    old: Value
    new: Value
    place: str
    """The cell that it comes from."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed in a workbook."""

    values: tuple[ValueChange, ...]
    added: NewRows
    """Records that are new, with their parts."""
    gone: tuple[tuple[str, Identity, str], ...]
    """Table, record and cell of those that are no longer there."""
    doubts: Mapping[tuple[str, Identity], tuple[str, ...]]
    """Comments that records did not have."""


def identity(table: str, cells: Mapping[str, str]) -> Identity:
    """Which record a row is."""
    columns = FIGURES.get(table, ("id",))
    return tuple(cells.get(column, "") for column in columns)


def compare(old: ReadLedger, new: ReadLedger, contract: Contract) -> Changes:
    """What changed between two readings of a workbook."""
    values: list[ValueChange] = []
    added: dict[str, list[NewRow]] = defaultdict(list)
    gone: list[tuple[str, Identity, str]] = []
    doubts: dict[tuple[str, Identity], tuple[str, ...]] = {}
    for table in (*RECORDS, *FIGURES):
        olds = {identity(table, row.cells): row for row in old.rows.get(table, ())}
        news = {identity(table, row.cells): row for row in new.rows.get(table, ())}
        for which, row in news.items():
            if (before := olds.get(which)) is None:
                added[table].append(row)
                continue
            values += _changed(table, which, before, row, _place(new, table, row))
            if more := tuple(comment for comment in row.comments if comment not in before.comments):
                doubts[table, which] = more
        gone += [(table, which, _place(old, table, row)) for which, row in olds.items() if which not in news]
    indicators = {which for table, which, _ in gone if table == "indicators"}
    gone = [one for one in gone if one[0] not in FIGURES or one[1][:1] not in indicators]  # they go with it
    known = {row.cells["id"] for row in old.rows.get("organizations", ())}
    added["organizations"] += [row for row in new.rows.get("organizations", ()) if row.cells["id"] not in known]
    _add_parts(added, new)
    values += _changed_parts(old, new, contract)
    return Changes(tuple(values), {t: rows for t, rows in added.items() if rows}, tuple(gone), doubts)


def _place(ledger: ReadLedger, table: str, row: NewRow) -> str:
    """The cell that a row comes from, or its row of the sheet; of what no row says, the title of the workbook."""
    sheet, number, _ = ledger.keys.get((table, row.cells.get("id", "")), ("", 0, ""))
    return row.cells.get("locator") or (f"{sheet}!{number}" if sheet and number else ledger.title)


def _changed(table: str, which: Identity, old: NewRow, new: NewRow, place: str) -> Iterator[ValueChange]:
    for column in dict.fromkeys((*old.cells, *new.cells)):
        before, now = old.cells.get(column, ""), new.cells.get(column, "")
        if before != now and column not in NOT_COMPARED:
            yield ValueChange(table, which, column, before, now, place)


def _add_parts(added: dict[str, list[NewRow]], new: ReadLedger) -> None:
    """Add the parts of new records."""
    for table, (owners, column) in PARTS.items():
        ids = {row.cells["id"] for row in added[owners]}
        added[table] += [row for row in new.rows.get(table, ()) if row.cells[column] in ids]


def _changed_parts(old: ReadLedger, new: ReadLedger, contract: Contract) -> Iterator[ValueChange]:
    """Lists of names, offices and steps that changed."""
    before, now = NewLedger(old.rows, contract, {}), NewLedger(new.rows, contract, {})
    for table in OWNERS:
        olds = {row.cells["id"]: row for row in old.rows.get(table, ())}
        for row in new.rows.get(table, ()):
            if (other := olds.get(row.cells["id"])) is None:
                continue
            one, two = nested_of(before, table, other), nested_of(now, table, row)
            for key in two:
                if one.get(key) != two[key]:
                    which, place = (row.cells["id"],), _place(new, table, row)
                    yield ValueChange(table, which, key, one.get(key), two[key], place)


def nested_of(ledger: NewLedger, table: str, row: NewRow) -> dict[str, Value]:
    """What stands in a record beside its columns: names by role, office, steps."""
    part_table, column = OWNERS[table]
    named, _ = assignments(ledger, part_table, column, row.cells["id"])
    if table == "tasks":
        steps = ledger.those("milestones", "task", row.cells["id"])
        named["milestones"] = [_without_source(milestone_of(step, row)) for step in steps]
    return named


def _without_source(step: Mapping[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in step.items() if key not in ("source", "id")}


def rows_now(known: Tables) -> NewRows:
    """The rows of the ledger as it is."""
    return {table: [NewRow(row.cells) for row in rows] for table, rows in known.rows.items()}


def by_identity(known: Tables, table: str) -> dict[Identity, Row]:
    """The rows of a table of the ledger by what they are."""
    rows: Sequence[Row] = known.rows[table]
    return {identity(table, row.cells): row for row in rows}
