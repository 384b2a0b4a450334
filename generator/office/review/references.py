"""What refers to a record: it follows when the record gets another id, and is told before the record goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from generator.ledger.contract import Contract
from generator.ledger.editing.edits import replace_value
from generator.ledger.editing.record_places import values_by_mark
from generator.ledger.editing.yaml_file import Edit, YamlFile
from generator.ledger.reading.findings import Mark
from generator.ledger.reading.nodes import Mapping as Record
from generator.ledger.reading.nodes import Scalar
from generator.ledger.reading.nodes import Sequence as Items
from generator.ledger.reading.rows import Row, Tables
from generator.office.review.draft_records import DraftRecord

LINKS: Final = frozenset({"replaced_by", "revises", "previous", "parent"})
"""Columns that point to another record without belonging to it."""


def referring(tables: Tables, contract: Contract, table: str, id_: str) -> Iterator[tuple[str, str, Row]]:
    """The rows that refer to a record, each with its table and the column that does."""
    for spec in contract.tables.values():
        for key in spec.foreign_keys:
            if key.table == table:
                yield from ((spec.name, key.column, row) for row in tables.rows[spec.name] if row[key.column] == id_)


def assigning(tables: Tables, organization: str) -> str:
    """The document whose task first gives a unit something to do; else the first document."""
    tasks = {row["task"] for row in tables.rows["assignments"] if row["organization"] == organization}
    documents = (row["document"] for row in tables.rows["tasks"] if row["id"] in tasks)
    return next(documents, "") or next((row["id"] for row in tables.rows["documents"]), "")


def renames(
    tables: Tables, contract: Contract, files: Mapping[str, YamlFile], record: DraftRecord, new: str
) -> dict[str, list[Edit]]:
    """The edits by which everything that refers to a record names it by another id.

    Args:
        tables: all rows.
        contract: says which columns refer to which table.
        files: the files of the ledger by the names that stand in findings.
        record: the record that gets another id.
        new: its id.

    Returns:
        The name of each file, as in findings, and its edits.
    """
    old = record.row["id"]
    marks: dict[str, set[Mark]] = {}
    for _, column, row in referring(tables, contract, record.table, old):
        marks.setdefault(row.mark.file, set()).add(row.at(column))
    edits: dict[str, list[Edit]] = {}
    for name, places_in_file in marks.items():
        values = values_by_mark(files[name].root)
        found = [values[mark] for mark in places_in_file if mark in values and values[mark].text == old]
        edits[name] = [replace_value(files[name], value, new) for value in found]
    return edits


def import_renames(file: YamlFile, record: DraftRecord, new: str) -> list[Edit]:
    """The edits of what a workbook held when it was last read: its row goes on to mean the record by its new id."""
    ids = file.root.get("ids") if isinstance(file.root, Record) else None
    edits = []
    for item in ids if isinstance(ids, Items) else ():
        texts = [part for part in item if isinstance(part, Scalar)] if isinstance(item, Items) else []
        if texts and (texts[0].text, texts[-1].text) == (record.table, record.row["id"]):
            edits.append(replace_value(file, texts[-1], new))
    return edits


def hanging(
    tables: Tables, contract: Contract, records: Sequence[DraftRecord], rejected: Sequence[DraftRecord]
) -> tuple[list[DraftRecord], list[tuple[str, Row]]]:
    """What hangs on records that are to go.

    Returns:
        The drafts that go with them, and the other rows that refer to one of them, each with its table: these must
        be changed before.
    """
    by_mark = {record.row.mark: record for record in records}
    going = {record.key: record for record in rejected}
    queue, used = list(rejected), {}
    while queue:
        record = queue.pop()
        for table, column, row in (
            referring(tables, contract, record.table, record.row["id"]) if record.row["id"] else ()
        ):
            other = by_mark.get(row.mark)
            if other is not None and other.table == table and column not in LINKS:
                if other.key not in going:
                    going[other.key] = other
                    queue.append(other)
            else:
                used[row.mark] = table, row
    inside = [(record.row.mark, record.row.draft_end) for record in going.values()]
    left = [(table, row) for table, row in used.values() if not _is_inside(row.mark, inside)]
    return [record for record in going.values() if record not in rejected], left


def _is_inside(mark: Mark, ranges: Sequence[tuple[Mark, int]]) -> bool:
    """Whether a row stands within the lines of one of some records."""
    return any(mark.file == first.file and first.line <= mark.line <= last for first, last in ranges)
