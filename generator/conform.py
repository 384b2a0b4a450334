"""Do the rows conform to the contract? Types and constraints by Frictionless, keys by sets.

Frictionless judges each cell with the reader of its field, the same code that its own validation runs; a value that
stands in a column more than once is judged once. Keys are compared here, because Frictionless reads the target table
again for every foreign key. Each column and key costs one pass, so the whole is a straight line in the rows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from generator import terms
from generator.contract import Contract, Field, TableSpec
from generator.near import nearest
from generator.rules.periods import TWICE
from generator.source import Finding
from generator.tables import Row, Tables

CONFUSABLES = str.maketrans("аеорсухАВЕКМНОРСТХіΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "aeopcyxABEKMHOPCTXiABEZHIKMNOPTYXo")
"""Cyrillic and Greek letters that look like Latin ones."""

HINTS = 200
"""How many ids of a table may be searched for the nearest one: with more mistakes than that, names are no help."""


def conform(tables: Tables, contract: Contract) -> Iterator[Finding]:
    """Everything in the rows that the contract does not allow."""
    readers = _readers(contract)
    for spec in contract.tables.values():
        rows = [row for row in tables.rows[spec.name] if any(row.cells.values())]
        blank = (row for row in tables.rows[spec.name] if not any(row.cells.values()))
        yield from (Finding("required", row.mark, {"title": spec.fields[0].title}) for row in blank)
        for field in spec.fields:
            yield from _column(rows, field, spec, readers[spec.name, field.name], tables)
        yield from _primary_key(rows, spec)
        for key in spec.foreign_keys:
            yield from _foreign_key(rows, key.column, key.table, spec, tables, contract)


Notes = dict[str, str] | None


def _readers(contract: Contract) -> dict[tuple[str, str], Callable[[str], Notes]]:
    """For each column what Frictionless has to say of a cell: constraint → its words, or None."""
    from frictionless import Schema  # noqa: PLC0415 heavy, and of use only here

    readers: dict[tuple[str, str], Callable[[str], Notes]] = {}
    for resource in contract.descriptor["resources"]:
        plain = {k: v for k, v in resource["schema"].items() if k != "$schema"}
        for field in Schema.from_descriptor(plain).fields:
            readers[resource["name"], field.name] = _judge(field.create_cell_reader())
    return readers


def _judge(reader: Any) -> Callable[[str], Notes]:
    @cache
    def judge(cell: str) -> Notes:
        notes: Notes = reader(cell)[1]
        return notes

    return judge


def _column(
    rows: list[Row], field: Field, spec: TableSpec, judge: Callable[[str], Notes], tables: Tables
) -> Iterator[Finding]:
    """Findings about the cells of one column, each by itself and against the others."""
    unique = field.unique and (field.name,) != spec.primary_key
    seen: set[str] = set()
    for row in rows:
        cell = row[field.name]
        notes = judge(cell)
        told_elsewhere = field.name in row.given or (row.broken and not cell)
        if notes and not told_elsewhere:
            for code in notes:
                if (finding := _cell(code, row, field, spec)) is not None:
                    yield finding
        if unique and cell:
            if cell in seen and not told_elsewhere and not _name_twice(row, tables):
                values = {"title": field.title, "value": cell, "table": spec.title}
                yield Finding("unique", row.at(field.name), values)
            seen.add(cell)


def _name_twice(row: Row, tables: Tables) -> bool:
    """Whether the same mistake was told when the names were read."""
    return any(f.code == "name-twice" and f.mark == row.at("name") for f in tables.findings)


def _cell(code: str, row: Row, field: Field, spec: TableSpec) -> Finding | None:
    """What a constraint says of a cell, in our words; None where another finding says it better."""
    value = row[field.name]
    values: dict[str, object] = {"title": field.title, "value": value, "type": terms.TYPES[field.type]}
    if code in ("type", "required"):
        return Finding(code, row.at(field.name), values)
    if code == "enum":
        near = terms.SPELLED_COMPARATORS.get(value) or nearest(value, field.enum) or "、".join(field.enum)
        return Finding("enum", row.at(field.name), {**values, "near": near})
    if code in field.limits:
        allowed = terms.LIMITS[code].format(bound=field.limits[code])
        return Finding("limit", row.at(field.name), {**values, "allowed": allowed})
    if field.name in {key.column for key in spec.foreign_keys}:
        return None  # told as foreign-key
    return Finding("pattern", row.at(field.name), {**values, "description": field.description.rstrip("。")})


def _primary_key(rows: list[Row], spec: TableSpec) -> Iterator[Finding]:
    """Rows whose key an earlier row has; an organisation that stands twice in a task is told by a rule."""
    if spec.name == "assignments":
        return
    first: dict[tuple[str, ...], Row] = {}
    for row in rows:
        key = tuple(row[c] for c in spec.primary_key)
        other = first.setdefault(key, row)
        if other is row or not all(key):
            continue
        where = terms.AT_LINE.format(file=other.mark.file, line=other.mark.line)
        if "id" not in row.given:
            at = row.at(spec.primary_key[-1] if len(key) > 1 else spec.primary_key[0])
            yield Finding("primary-key", at, {"table": spec.title, "value": "、".join(key), "other": where})
        elif any(row[c] != other[c] for c in TWICE[spec.name]):  # else told by a rule
            yield Finding("id-needed", row.mark, {"value": row["id"], "other": where})


def _foreign_key(
    rows: list[Row], column: str, table: str, spec: TableSpec, tables: Tables, contract: Contract
) -> Iterator[Finding]:
    """Ids that are in no row of the table they refer to; nothing where that table was not read as a whole."""
    known = tables.ids(table)
    unknown = [r for r in rows if r[column] and r[column] not in known and column not in r.given]
    if not unknown or not tables.complete(table):
        return
    meant = {_ascii(id_) for id_ in known}
    for number, row in enumerate(unknown):
        if row[column] in meant:
            continue  # the look-alike character is told where the id is given
        near = nearest(row[column], known) if number < HINTS else None
        values = {
            "title": spec.by_name[column].title,
            "value": row[column],
            "table": contract.tables[table].title,
            "near": terms.USE_ID.format(near=near) if near else terms.REGISTER_ID,
        }
        yield Finding("foreign-key", row.at(column), values)


def _ascii(text: str) -> str:
    """An id as it was meant: look-alike and full-width characters replaced."""
    return unicodedata.normalize("NFKC", text.translate(CONFUSABLES))
