"""Which version of the data is due after a change: two states of the ledger are compared, with their contracts."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import NamedTuple

from generator.history.diff import Change, RowDiff, keyed
from generator.ledger.contract import Contract, TableSpec
from generator.ledger.enums import Edit
from generator.ledger.reading.rows import Row
from generator.support.csv_text import to_csv

PREFIX = "data-v"
"""Before the version in the name of a tag."""
NAME = re.compile(rf"{PREFIX}(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")

Version = tuple[int, int, int]


def version_of(name: str) -> Version | None:
    """The version in the name of a tag; None where the tag is no release."""
    match = NAME.fullmatch(name)
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


@dataclass(frozen=True, slots=True)
class LedgerState:
    """The tables of a ledger at one time, with the contract of that time."""

    contract: Contract
    rows: dict[str, list[Row]]

    def csv(self, table: str) -> bytes:
        """A table as it is published."""
        columns = self.contract.tables[table].columns
        return to_csv(columns, [row.texts(columns) for row in self.rows[table]])

    def sha256(self) -> str:
        """A digest of all tables with their names, as CSV."""
        digest = hashlib.sha256()
        for table in sorted(self.contract.tables):
            content = self.csv(table)
            digest.update(f"{table} {len(content)}\n".encode() + content)
        return digest.hexdigest()


class Due(NamedTuple):
    """Which part of the version has to change: ``major``, ``minor``, ``patch``, or none; and why."""

    part: str
    reasons: tuple[str, ...]
    """The tables, columns and records that ask for it."""

    def after(self, version: Version) -> Version:
        """The version that follows."""
        major, minor, patch = version
        following = {"major": (major + 1, 0, 0), "minor": (major, minor + 1, 0), "patch": (major, minor, patch + 1)}
        return following.get(self.part, version)


def due(old: LedgerState, new: LedgerState) -> Due:
    """What the change from one state to another asks for.

    What others built on the data breaks when a column is gone or changed, when a new column must be filled, and when a
    row is gone: major. New rows, tables and optional columns add: minor. Corrected values: patch.
    """
    broken, added = _columns(old.contract, new.contract)
    changes = changes_between(old, new)
    records = {edit: [f"{c.table}/{'/'.join(c.key)}" for c in changes if c.edit == edit] for edit in Edit}
    if major := (broken or records[Edit.REMOVED]):
        return Due("major", tuple(major))
    if minor := (added or records[Edit.ADDED]):
        return Due("minor", tuple(minor))
    if patch := records[Edit.CHANGED]:
        return Due("patch", tuple(patch))
    return Due("", ())


def changes_between(old: LedgerState, new: LedgerState) -> list[Change]:
    """What became of each record."""
    before, after = keyed(old.contract, old.rows), keyed(new.contract, new.rows)
    return RowDiff(new.contract, after).changes(before, after)


def _columns(old: Contract, new: Contract) -> tuple[list[str], list[str]]:
    """Tables and columns that are no more as they were, and those that only were added."""
    broken, added = [], []
    for name in dict.fromkeys((*old.tables, *new.tables)):
        if name not in new.tables:
            broken.append(name)
        elif name not in old.tables:
            added.append(name)
        else:
            table_broken, table_added = _columns_of(old.tables[name], new.tables[name])
            broken += table_broken
            added += table_added
    return broken, added


def _columns_of(old: TableSpec, new: TableSpec) -> tuple[list[str], list[str]]:
    broken, added = [], []
    for column in dict.fromkeys((*old.columns, *new.columns)):
        before, after = old.by_name.get(column), new.by_name.get(column)
        if before is None and after is not None and not after.required:
            added.append(f"{new.name}.{column}")
        elif before is None or after is None or before.type != after.type:
            broken.append(f"{new.name}.{column}")
    if old.primary_key != new.primary_key:
        broken.append(f"{new.name}.primaryKey")
    return broken, added
