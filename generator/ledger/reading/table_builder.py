"""Builds the rows of the tables: what the records of every kind of file have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from generator.language import finding_words
from generator.ledger.contract import SOURCE, Contract
from generator.ledger.reading.findings import Mark
from generator.ledger.reading.nodes import Mapping, Node, Scalar, Sequence, is_empty, last_line
from generator.ledger.reading.rows import Row, Tables
from generator.support.suggestions import closest_match

Keys = dict[str, bool]
"""The keys that a record may have → True for the text of a column, False for what a record reader reads itself."""


@cache
def record_keys(columns: tuple[str, ...], *nested: str, without: tuple[str, ...] = ()) -> Keys:
    """Keys of a record: columns, but for some, that hold a text, and ``nested`` keys that hold something else."""
    return {column: True for column in columns if column not in without} | dict.fromkeys(nested, False)


SOURCE_KEYS = record_keys(SOURCE)

JOINED_NAMES = re.compile("[、，,；;/／ ]")
"""Signs between several names that were written as one."""
DRAFT = "draft"
"""Key of a record that a person has still to look at; no column of the contract."""
IS_DRAFT = {"true": True, "false": False}


@dataclass(slots=True)
class TableBuilder:
    """Turns records into rows; every fault of their shape becomes a finding, and the rest is still read."""

    contract: Contract
    tables: Tables
    section_of_task: dict[str, str] = field(default_factory=dict)
    _counts: dict[tuple[str, str], int] = field(default_factory=dict)
    """Table and what surrounds the records (plan, section) → how many records were read there."""
    _same: dict[Any, Any] = field(default_factory=dict)
    """Equal positions, and equal sets of given columns, are one object: most records are written alike.

    With 100,000 observations all rows take 120 MB less.
    """

    def keys(self, table: str, *nested: str, without: tuple[str, ...] = ()) -> Keys:
        """Keys of a table's records: its columns, but for some, and ``nested`` keys."""
        return record_keys(self.contract.tables[table].columns, *nested, without=without)

    def records(self, node: Node | None, title: str) -> Iterator[Mapping]:
        """The records of a list; what is no list or no record is a finding."""
        if node is None or is_empty(node):
            return
        if not isinstance(node, Sequence):
            self.tables.note("not-a-list", node.mark, what=title)
            return
        for record in node:
            if isinstance(record, Mapping):
                yield record
            elif isinstance(record, Scalar) and "\uff1a" in record.text:  # id:x with a full-width colon is a text
                self.tables.note("colon", record.mark, text=record.text[:20])
            else:
                self.tables.note("not-a-record", record.mark, what=title)

    def row(self, record: Mapping, keys: Keys, **given: str) -> Row:
        """A row of the texts of a record; ``given`` cells are those that the record does not write itself."""
        row = Row({}, {}, record.mark)
        self._fill(row, record, keys)
        for column, text in given.items():
            if column not in row.cells:
                self.give(row, column, text)
        return row

    def _fill(self, row: Row, record: Mapping, keys: Keys) -> None:
        """Fill cells of a row with the texts of its record, or of a mapping inside it."""
        cells, positions, first = row.cells, row.positions, row.mark.line - 1
        for key, value in self._meant(record, keys).items():
            is_text = keys.get(key)
            if is_text and isinstance(value, Scalar):
                cells[key], start, refused = value
                positions[key] = (start.line - first, start.column + 1)
                if refused:
                    row.broken = True
            elif is_text:
                row.broken = True
                self.tables.note("not-a-text", value.mark, key=key)
            elif key == DRAFT and keys is not SOURCE_KEYS:
                row.draft_end = self._draft_end(record, value)
            elif is_text is None:
                row.broken = True
                self.tables.note("unknown-key", record.key_mark(key), key=key, hint="、".join(keys))

    def _meant(self, record: Mapping, keys: Keys) -> dict[str, Node]:
        """The values of a record; a key that is mistyped is a finding, and is read as the one that it is most like."""
        if record.values.keys() <= keys.keys():
            return record.values
        for key in [key for key in record.values if key not in keys and key != DRAFT]:
            match = closest_match(key, [other for other in keys if other not in record.values])
            if match is not None:
                self.tables.note("unknown-key", record.key_mark(key), key=key, hint=match)
                record.values[match] = record.values.pop(key)
                record.keys[match] = record.keys.pop(key)
        return record.values

    def _draft_end(self, record: Mapping, value: Node) -> int:
        """The last line of a record that says whether it is a draft; 0 where it is none."""
        text = value.text if isinstance(value, Scalar) else None
        if text not in IS_DRAFT:
            self.tables.note("draft-value", value.mark)
        return last_line(record) if IS_DRAFT.get(text or "") else 0

    def give(self, row: Row, column: str, text: str) -> None:
        """Fill a cell that the record does not write itself."""
        row.cells[column] = text
        row.given |= {column}

    def add(self, table: str, row: Row) -> None:
        """Add a row to its table; its cells must not change any more."""
        row.positions = self._same.setdefault(tuple(row.positions.items()), row.positions)
        row.given = self._same.setdefault(row.given, row.given)
        self.tables.rows[table].append(row)

    def source(self, record: Mapping, row: Row, document: str | None) -> None:
        """Fill the source group of a row from the key ``source``; it may name another document than the one given.

        Where there is none (None), the record itself must name one.
        """
        if document is not None:
            self.give(row, "document", document)
        node = record.get("source")
        if node is None:
            row.broken = True
            self.tables.note("no-source", record.mark)
        elif not isinstance(node, Mapping):
            row.broken = True
            self.tables.note("not-a-source", node.mark)
        else:
            begin = (node.start.line + 1 - row.mark.line, node.start.column + 1)
            row.positions |= dict.fromkeys(SOURCE, begin)  # of those that are not written
            self._fill(row, node, SOURCE_KEYS)
            row.given = row.given.difference(node.values)

    def position(self, table: str, within: str) -> str:
        """The number of the next record among those of a table within a plan or section."""
        count = self._counts[table, within] = self._counts.get((table, within), 0) + 1
        return str(count)

    def organization(self, name: str, mark: Mark) -> str | None:
        """Id of the organisation with a name, full name, alias or id; None with a finding when there is none."""
        id_ = self.tables.names.get(name)
        if id_ is None and self.tables.complete("organizations") and name not in self.tables.known("organizations"):
            hint = self._hint(name)
            self.tables.note("unknown-organization", mark, name=name, hint=hint, refers="organizations", wrong=name)
        return id_

    def _hint(self, name: str) -> str:
        """What somebody may have meant by the name of an organisation that is unknown."""
        several = [part for part in JOINED_NAMES.split(name) if part]
        if len(several) > 1 and any(part in self.tables.names for part in several):
            return finding_words.SEVERAL_NAMES.format(hint=f"[{', '.join(several)}]")
        match = closest_match(name, self.tables.names)
        return finding_words.PERHAPS.format(hint=match) if match else finding_words.NO_SIMILAR_NAME

    def organization_cell(self, row: Row, column: str = "organization") -> None:
        """Replace a printed name in a column by the id of the organisation."""
        if name := row[column]:
            id_ = self.organization(name, row.at(column))
            self.give(row, column, id_ or "")
            row.unresolved = row.unresolved or not id_

    def own_id(self, row: Row, *parts: str) -> None:
        """Give a row without an id one made of its key: stable as long as the key is."""
        if "id" not in row.cells and not row.broken:
            self.give(row, "id", "-".join(filter(None, parts)).lower())

    def plan_cell(self, plan: str, column: str) -> str:
        """A cell of a plan; empty when there is no such plan."""
        return next((row[column] for row in self.tables.rows["plans"] if row["id"] == plan), "")

    def known_folder(self, table: str, id_: str, node: Node) -> None:
        """The part of a file's path that is the id of a record must be one."""
        ids = self.tables.known(table)
        if id_ in ids or not self.tables.complete(table):
            return
        match, title = closest_match(id_, ids), self.contract.tables[table].title
        remedy = finding_words.USE_FOLDER.format(hint=match) if match else finding_words.REGISTER_IN.format(table=title)
        words = {"id": id_, "table": title, "hint": remedy}
        self.tables.note("path-unknown", Mark(node.mark.file), **words, refers=table, wrong=id_)

    def missing(self, table: str, column: str, mark: Mark) -> None:
        """Report that a record lacks a name that it needs."""
        self.tables.note("required", mark, title=self.contract.title(table, column))
