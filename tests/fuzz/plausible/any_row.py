"""Edits of any cell and any row: another value, no value, a row less, a row again."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Final

from tests.fuzz.plausible.rows import FIGURES, Rows, allowed, named, put, remove, some_row, unit_of
from tests.helpers.ledger import contract

GIVEN: Final = ("id", "position", "number", "fingerprint")
"""Columns that nobody fills in at will."""
PLACED: Final = {(table, "plan") for table in ("sections", "tasks", "indicators", "reports", "projects")} | {
    ("sections", "parent"),
    ("assignments", "task"),
    ("milestones", "task"),
    ("continuations", "task"),
    ("indicator_assignments", "indicator"),
    ("memberships", "collective"),
}
"""Columns that follow from the file and the place of a record in it."""
SENTENCES: Final = ("summary", "reason", "evidence", "conclusion", "note", "definition", "text", "question", "answer")


def cell(rows: Rows, chance: Random) -> str:
    """A cell gets another value."""
    if not (found := some_row(rows, chance)):
        return ""
    table, row = found
    spec = contract().tables[table]
    field = chance.choice([f for f in spec.fields if f.name not in GIVEN and (table, f.name) not in PLACED])
    cells = {field.name: allowed(field, spec, rows, chance)}
    if field.name == "value" and cells["value"]:
        cells["value_text"] = f"{cells['value']}{unit_of(rows, row)}"
    return put(row, table, **cells)


def column(rows: Rows, chance: Random) -> str:
    """An optional column is empty in all rows."""
    table = chance.choice([name for name, of_table in rows.items() if of_table])
    field = chance.choice([f for f in contract().tables[table].fields if not f.required] or [None])
    for row in rows[table] if field else ():
        row.cells[field.name] = ""  # type: ignore[union-attr]  # there is one
    return f"{table}.{field.name} empty" if field else ""


def drop(rows: Rows, chance: Random) -> str:
    """A row is gone, with what refers to it."""
    if not (found := some_row(rows, chance)):
        return ""
    remove(rows, found[0], [found[1]])
    return f"without {named(*found)}"


def drop_some(rows: Rows, chance: Random) -> str:
    """Some rows of a table are gone, or all of them."""
    tables = [name for name, of_table in rows.items() if of_table and name not in ("documents", "plans")]
    if not tables:
        return ""
    table, part = chance.choice(tables), chance.choice((0.5, 1.0))
    gone = [row for row in rows[table] if chance.random() < part]
    remove(rows, table, gone)
    return f"without {len(gone)} {table}"


def again(rows: Rows, chance: Random) -> str:
    """A figure, report or step a second time: of another period, year, unit, tier or kind."""
    if not (found := some_row(rows, chance, *FIGURES, "reports", "milestones", "projects", "evaluations")):
        return ""
    table, row = found
    spec = contract().tables[table]
    copy = replace(row, cells={**row.cells, "id": f"again-{chance.randrange(10**6)}"})
    rows[table].append(copy)
    if table == "reports":
        for link in ("report_tasks", "report_indicators"):
            rows[link] += [
                replace(one, cells={**one.cells, "report": copy["id"]})
                for one in rows[link]
                if one["report"] == row["id"]
            ]
    if table == "milestones":
        copy.cells["position"] = str(len(rows[table]) + 1)
    fields = [spec.by_name[name] for name in ("period", "start_year", "organization", "tier", "status", "due", "basis")
              if name in spec.by_name]  # fmt: skip
    done = {field.name: allowed(field, spec, rows, chance) for field in chance.sample(fields, min(2, len(fields)))}
    return f"{named(table, row)} again: {put(copy, table, **done)}"


def stopped(rows: Rows, chance: Random) -> str:
    """Texts of some columns end with a full stop: some who write them set one, others do not."""
    names = chance.sample(SENTENCES, 4)
    for of_table in rows.values():
        for row in of_table:
            for name in names:
                if row[name] and not row[name].endswith("。"):
                    row.cells[name] = f"{row[name]}。"
    return f"a stop behind {names}"
