"""Do the rows conform to the contract? Characters, types and constraints by Frictionless, keys by sets.

Frictionless judges each cell with the reader of its field, the same code that its own validation runs; a value that
stands in a column more than once is judged once, and rows are looked at one by one only where a value has a fault.
Keys are compared here, because Frictionless reads the target table again for every foreign key. Each column and key
costs one pass, so the whole is a straight line in the rows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from generator.language import finding_words
from generator.ledger.checks import characters, quick_accept
from generator.ledger.checks.passed import Check
from generator.ledger.checks.rules.periods import TWICE
from generator.ledger.contract import Contract, Field, TableSpec
from generator.ledger.reading.nodes import Finding
from generator.ledger.reading.table_builder import Row, Tables
from generator.support.suggestions import closest_match

HINTS = 200
"""How many ids of a table may be searched for the nearest one: with more mistakes than that, names are no help."""


def checks(contract: Contract) -> Iterator[Check]:
    """Everything that the contract asks of the rows, one table, key or column at a time."""
    judges = _Judges(contract, quick_accept.tests(contract))
    for spec in contract.tables.values():
        yield Check(f"cells {spec.name}", partial(_cells, spec=spec, judges=judges), each=(spec.name,))
        for column in spec.fields:
            if column.unique and (column.name,) != spec.primary_key:
                yield Check(f"unique {spec.name} {column.name}", partial(_unique, spec=spec, field=column))
        if spec.name != "assignments":  # an organisation that stands twice in a task is told by a rule
            yield Check(f"key {spec.name}", partial(_primary_key, spec=spec))
        for key in spec.foreign_keys:
            own = () if key.table == spec.name else (spec.name,)
            run = partial(_foreign_key, column=key.column, spec=spec, target=contract.tables[key.table])
            yield Check(f"reference {spec.name} {key.column}", run, each=own)


@dataclass(slots=True)
class _Judges:
    """For each column what Frictionless has to say of a text: constraint → its words, or None.

    It is asked, and imported, when a text is met that :mod:`generator.ledger.checks.quick_accept` does not vouch for: its import takes as
    long as reading thousands of rows, and nearly all texts of a ledger are plainly right.
    """

    contract: Contract
    plain: dict[tuple[str, str], Callable[[str], bool]]
    readers: dict[tuple[str, str], Callable[[str], Any]] = field(default_factory=dict)

    def notes(self, table: str, column: str, texts: Iterable[str]) -> dict[str, dict[str, str]]:
        """Those texts that a column may not hold, with what is wrong with each."""
        fits = self.plain[table, column]
        doubtful = [text for text in texts if not fits(text)]
        if doubtful and not self.readers:
            self._load()
        return {text: notes for text in doubtful if (notes := self.readers[table, column](text)[1])}

    def _load(self) -> None:
        from frictionless import Schema  # noqa: PLC0415 see above

        for resource in self.contract.descriptor["resources"]:
            schema = {k: v for k, v in resource["schema"].items() if k != "$schema"}
            for column in Schema.from_descriptor(schema).fields:
                self.readers[resource["name"], column.name] = column.create_cell_reader()


def _cells(tables: Tables, spec: TableSpec, judges: _Judges) -> Iterator[Finding]:
    """Findings about each cell by itself: its characters, its type and what the contract allows."""
    rows = _filled(tables.rows[spec.name])
    if len(rows) < len(tables.rows[spec.name]):
        blank = (row for row in tables.rows[spec.name] if not any(row.cells.values()))
        yield from (Finding("required", row.mark, {"title": spec.fields[0].title}) for row in blank)
    every = _texts(rows, [column.name for column in spec.fields])
    for column in spec.fields:
        name = column.name
        texts = every[name]
        doubtful = () if characters.faultless(texts, column) else texts
        spelled = {text: found for text in doubtful if text and (found := characters.fault(text, column))}
        judged = judges.notes(spec.name, name, texts)
        if spelled or judged:
            yield from _faulty_cells(rows, column, spec, spelled, judged)


def _texts(rows: list[Row], columns: Sequence[str]) -> dict[str, set[str]]:
    """Column → its texts: rows of one shape together, since to ask each row for each cell costs four times as much."""
    shapes: dict[tuple[str, ...], list[Iterable[str]]] = {}
    for row in rows:
        shapes.setdefault((*row.cells,), []).append(row.cells.values())
    found: dict[str, set[str]] = {name: set() for name in columns}
    for names, cells in shapes.items():
        for name, texts in zip(names, zip(*cells, strict=True), strict=True):
            found.setdefault(name, set()).update(texts)
        for name in found.keys() - names:
            found[name].add("")
    return found


def _faulty_cells(
    rows: list[Row],
    column: Field,
    spec: TableSpec,
    spelled: dict[str, characters.Fault],
    judged: dict[str, dict[str, str]],
) -> Iterator[Finding]:
    """Tell of the rows that have a faulty text in a column, unless that is told where it was made."""
    for row in rows:
        cell = row[column.name]
        if column.name in row.given:
            continue
        if cell in spelled:
            code, values = spelled[cell]
            yield Finding(code, row.at(column.name), {"title": column.title, **values})
        if not (row.broken and not cell):
            found = (_cell(code, row, column, spec) for code in judged.get(cell) or ())
            yield from (finding for finding in found if finding is not None)


def _filled(rows: list[Row]) -> list[Row]:
    """The rows that have a cell; one without any is told once."""
    return [row for row in rows if any(row.cells.values())]


def _unique(tables: Tables, spec: TableSpec, field: Field) -> Iterator[Finding]:
    """Cells that must differ from all others of their column."""
    seen: set[str] = set()
    for row in _filled(tables.rows[spec.name]):
        cell = row[field.name]
        told_elsewhere = field.name in row.given or (row.broken and not cell)
        if cell in seen and not told_elsewhere and not _name_twice(row, tables):
            values = {"title": field.title, "value": cell, "table": spec.title}
            yield Finding("unique", row.at(field.name), values)
        if cell:
            seen.add(cell)


def _name_twice(row: Row, tables: Tables) -> bool:
    """Whether the same mistake was told when the names were read."""
    return any(f.code == "name-twice" and f.mark == row.at("name") for f in tables.findings)


def _cell(code: str, row: Row, field: Field, spec: TableSpec) -> Finding | None:
    """What a constraint says of a cell, in our words; None where another finding says it better."""
    value = row[field.name]
    values: dict[str, object] = {"title": field.title, "value": value, "type": finding_words.TYPES[field.type]}
    if code in ("type", "required"):
        return Finding(code, row.at(field.name), values)
    if code == "enum":
        near = finding_words.SPELLED_COMPARATORS.get(value) or closest_match(value, field.enum) or "、".join(field.enum)
        return Finding("enum", row.at(field.name), {**values, "near": near})
    if code in field.limits:
        allowed = finding_words.LIMITS[code].format(bound=field.limits[code])
        return Finding("limit", row.at(field.name), {**values, "allowed": allowed})
    if field.name in {key.column for key in spec.foreign_keys}:
        return None  # told as foreign-key
    return Finding("pattern", row.at(field.name), {**values, "description": field.description.rstrip("。")})


def _primary_key(tables: Tables, spec: TableSpec) -> Iterator[Finding]:
    """Rows whose key an earlier row has."""
    rows = _filled(tables.rows[spec.name])
    keys = [row.texts(spec.primary_key) for row in rows]
    if len(set(keys)) == len(keys):
        return
    first: dict[tuple[str, ...], Row] = {}
    for row, key in zip(rows, keys, strict=True):
        other = first.setdefault(key, row)
        if other is row or not all(key):
            continue
        where = finding_words.AT_LINE.format(file=other.mark.file, line=other.mark.line)
        if "id" not in row.given:
            at = row.at(spec.primary_key[-1] if len(key) > 1 else spec.primary_key[0])
            yield Finding("primary-key", at, {"table": spec.title, "value": "、".join(key), "other": where})
        elif any(row[c] != other[c] for c in TWICE[spec.name]):  # else told by a rule
            yield Finding("id-needed", row.mark, {"value": row["id"], "other": where})


def _foreign_key(tables: Tables, column: str, spec: TableSpec, target: TableSpec) -> Iterator[Finding]:
    """Ids that are in no row of the table they refer to; nothing where that table was not read as a whole."""
    known = tables.ids(target.name)
    strange = {row.cells.get(column, "") for row in tables.rows[spec.name]} - known - {""}
    unknown = [r for r in tables.rows[spec.name] if r[column] in strange and column not in r.given] if strange else []
    if not unknown or not tables.complete(target.name):
        return
    meant = {_ascii(id_) for id_ in known}
    for number, row in enumerate(unknown):
        if row[column] in meant:
            continue  # the look-alike character is told where the id is given
        near = closest_match(row[column], known) if number < HINTS else None
        values = {
            "title": spec.by_name[column].title,
            "value": row[column],
            "table": target.title,
            "near": finding_words.USE_ID.format(near=near) if near else finding_words.REGISTER_ID,
        }
        yield Finding("foreign-key", row.at(column), values)


def _ascii(text: str) -> str:
    """An id as it was meant: look-alike and full-width characters replaced."""
    return unicodedata.normalize("NFKC", text.translate(characters.CONFUSABLES))
