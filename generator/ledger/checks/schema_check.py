"""Do the rows conform to the contract? Characters, types and constraints of each cell, then keys and references.

Frictionless reads each cell with the reader of its field, the same code that its own validation runs; a text that
stands in a column more than once is read once. Keys are compared here with sets, because Frictionless reads the target
table again for every foreign key.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from generator.language import finding_words
from generator.language.findings import gap_words
from generator.ledger.checks import characters
from generator.ledger.contract import SAME_FIGURE, Contract, Field, TableSpec
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row, Tables
from generator.support.suggestions import closest_match, sure_match

HINTS = 200
"""How many ids of a table may be searched for the nearest one: with more mistakes than that, names are no help."""
TOLD_ELSEWHERE = {**SAME_FIGURE, "milestones": ("task", "position")}
"""Tables whose rows may do without an id → the columns in which two rows are alike that another finding is about."""

CellReader = Callable[[str], tuple[Any, dict[str, str] | None]]
"""Reads a text as a value of a column; the second result names the constraints that the text breaks."""


FaultyTexts = dict[tuple[str, str], set[str]]
"""Table and column → the texts in it that the contract does not allow."""


def check_schema(tables: Tables, contract: Contract) -> tuple[list[Finding], FaultyTexts]:
    """Everything in the rows that breaks the contract; a cell with a wrong character has that one finding alone."""
    readers = _cell_readers(contract)
    findings: list[Finding] = []
    faulty_texts: FaultyTexts = {}
    for spec in contract.tables.values():
        rows = [row for row in tables.rows[spec.name] if any(row.cells.values())]
        texts = _texts_by_column(rows, spec)
        if len(rows) < len(tables.rows[spec.name]):
            findings += _blank_rows(tables, spec)
        for field in spec.fields:
            faults, broken = _faulty(field, texts[field.name], readers[spec.name, field.name])
            if faults or broken:
                findings += _cells(rows, spec, field, faults, broken)
                faulty_texts[spec.name, field.name] = {*faults, *broken}
            if field.unique and (field.name,) != spec.primary_key:
                findings += _unique(rows, spec, field, tables)
        if "position" not in spec.primary_key:  # positions are counted: two equal ones follow from two equal owners
            findings += _primary_key(rows, spec)
        for key in spec.foreign_keys:
            named = texts[key.column] - {""}
            if named and not named <= tables.known(key.table):
                unknown = list(_foreign_key(tables, spec, key.column, contract.tables[key.table]))
                findings += unknown
                faulty_texts.setdefault((spec.name, key.column), set()).update(str(f.values["wrong"]) for f in unknown)
    return _without_followers(findings), faulty_texts


def _without_followers(findings: list[Finding]) -> list[Finding]:
    """Of a cell with a wrong character that finding alone; of an id that is too long none that it is unknown."""
    spelled = {(f.mark, f.values["title"]) for f in findings if f.code in characters.CODES}
    long = {(f.mark, f.values["title"]) for f in findings if f.code == "limit"}
    return [
        f
        for f in findings
        if f.code in characters.CODES
        or (f.mark, f.values.get("title")) not in (spelled | long if f.code == "foreign-key" else spelled)
    ]


def _cell_readers(contract: Contract) -> dict[tuple[str, str], CellReader]:
    """Table and column → what reads its cells."""
    readers: dict[tuple[str, str], CellReader] = {}
    for resource in contract.descriptor["resources"]:
        missing = resource["schema"].get("missingValues", [""])
        for field in resource["schema"]["fields"]:
            kind = {key: value for key, value in field.items() if key not in ("name", "title", "description")}
            readers[resource["name"], field["name"]] = _cell_reader(json.dumps([kind, missing]))
    return readers


@cache
def _cell_reader(kind: str) -> CellReader:
    """The reader of Frictionless for all columns of a kind: type and constraints, and what stands for no value.

    Many columns are of one kind, and Frictionless takes a millisecond to make a reader.
    """
    from frictionless import Schema  # noqa: PLC0415 takes 0.15 s: a command that checks nothing does without

    field, missing = json.loads(kind)
    schema = Schema.from_descriptor({"fields": [{"name": "cell", **field}], "missingValues": missing})
    reader: CellReader = schema.fields[0].create_cell_reader()
    return reader


def _blank_rows(tables: Tables, spec: TableSpec) -> Iterator[Finding]:
    """One finding for each row without any cell."""
    for row in tables.rows[spec.name]:
        if not any(row.cells.values()):
            yield Finding("required", row.mark, {"title": spec.fields[0].title})


def _texts_by_column(rows: list[Row], spec: TableSpec) -> dict[str, set[str]]:
    """Column → the different texts in it; an id that was made of other cells says no more than these."""
    if not rows:
        return {column: set() for column in spec.columns}
    columns = zip(*(row.texts(spec.columns) for row in rows), strict=True)
    found = {column: set(texts) for column, texts in zip(spec.columns, columns, strict=True)}
    return found | {"id": {row["id"] for row in rows if "id" not in row.given}}


def _faulty(
    field: Field, texts: set[str], read: CellReader
) -> tuple[dict[str, characters.Fault], dict[str, dict[str, str]]]:
    """The texts of a column with wrong characters, and those that break a constraint: its type, what is allowed."""
    looked_at = () if characters.all_plain(texts, field) else filter(None, texts)
    faults = {text: fault for text in looked_at if (fault := characters.fault(text, field))}
    return faults, {text: constraints for text in texts if (constraints := read(text)[1])}


def _cells(
    rows: list[Row],
    spec: TableSpec,
    field: Field,
    faults: Mapping[str, characters.Fault],
    broken: Mapping[str, Mapping[str, str]],
) -> Iterator[Finding]:
    """Findings about each cell of a column by itself."""
    for row in rows:
        text = row[field.name]
        if field.name in row.given:
            continue  # reported where the text was written
        if text in faults:
            code, values = faults[text]
            yield Finding(code, row.at(field.name), {"title": field.title, **values})
        if not (row.broken and not text):
            for constraint in broken.get(text, ()):
                yield from _broken_constraint(constraint, row, field, spec)


def _broken_constraint(constraint: str, row: Row, field: Field, spec: TableSpec) -> Iterator[Finding]:
    """The finding about a cell that breaks a constraint; none where another finding says it better."""
    text = row[field.name]
    values: dict[str, object] = {"title": field.title, "value": text, "type": finding_words.TYPES[field.type]}
    if constraint in ("type", "required"):
        yield Finding(constraint, row.at(field.name), values)
    elif constraint == "enum":
        match = finding_words.SPELLED_COMPARATORS.get(text) or likely_word(text, field.enum)
        yield Finding("enum", row.at(field.name), {**values, "hint": match or "、".join(field.enum)})
    elif constraint in field.limits:
        allowed = finding_words.LIMITS[constraint].format(bound=field.limits[constraint])
        yield Finding("limit", row.at(field.name), {**values, "allowed": allowed})
    elif field.name not in {key.column for key in spec.foreign_keys}:  # else reported as foreign-key
        yield Finding("pattern", row.at(field.name), {**values, "description": field.description.rstrip("。")})


def likely_word(text: str, words: tuple[str, ...]) -> str | None:
    """The word most like a text that does not say the contrary of it."""
    return sure_match(text, [word for word in words if not _is_contrary(text, word)])


def _is_contrary(text: str, word: str) -> bool:
    """Whether one of two words denies the other, or says the opposite: 无效 and 有效, 越大越好 and 越低越好."""
    if any((sign in text) != (sign in word) for sign in gap_words.DENIALS):
        return True
    return any(
        bool({*text} & {*one}) and bool({*word} & {*other})
        for pair in gap_words.OPPOSITES
        for one, other in (pair, pair[::-1])
    )


def _unique(rows: list[Row], spec: TableSpec, field: Field, tables: Tables) -> Iterator[Finding]:
    """Cells that must differ from all others of their column."""
    seen: set[str] = set()
    for row in rows:
        text = row[field.name]
        reported = field.name in row.given or (row.broken and not text)
        if text in seen and not reported and not _name_twice(row, tables):
            values = {"title": field.title, "value": text, "table": spec.title}
            yield Finding("unique", row.at(field.name), values)
        if text:
            seen.add(text)


def _name_twice(row: Row, tables: Tables) -> bool:
    """Whether reading the names has reported the same mistake."""
    return any(f.code == "name-twice" and f.mark == row.at("name") for f in tables.findings)


def _primary_key(rows: list[Row], spec: TableSpec) -> Iterator[Finding]:
    """Rows whose key an earlier row has."""
    first: dict[tuple[str, ...], Row] = {}
    for row in rows:
        key = row.texts(spec.primary_key)
        other = first.setdefault(key, row)
        if other is row or not all(key):
            continue
        where = finding_words.AT_LINE.format(file=other.mark.file, line=other.mark.line)
        if "id" not in row.given:
            yield Finding(
                "primary-key",
                row.at(spec.primary_key[-1]),
                {"table": spec.title, "value": "、".join(key), "other": where},
            )
        elif any(row[c] != other[c] for c in TOLD_ELSEWHERE[spec.name]):
            yield Finding("id-needed", row.mark, {"value": row["id"], "other": where})


def _foreign_key(tables: Tables, spec: TableSpec, column: str, target: TableSpec) -> Iterator[Finding]:
    """Ids that are in no row of the table they refer to; nothing where that table was not read as a whole."""
    ids = tables.known(target.name)
    unknown = [row for row in tables.rows[spec.name] if row[column] and row[column] not in ids]
    unknown = [row for row in unknown if column not in row.given]
    if not unknown or not tables.complete(target.name):
        return
    meant = {_ascii(id_) for id_ in ids}
    for number, row in enumerate(unknown):
        if row[column] in meant:
            continue  # the look-alike character is reported where the id is written
        match = closest_match(row[column], ids) if number < HINTS else None
        values = {
            "title": spec.by_name[column].title,
            "value": row[column],
            "table": target.title,
            "hint": finding_words.USE_ID.format(hint=match) if match else finding_words.REGISTER_ID,
            "refers": target.name,
            "wrong": row[column],
        }
        yield Finding("foreign-key", row.at(column), values)


def _ascii(text: str) -> str:
    """An id as it was meant: look-alike and full-width characters replaced."""
    return unicodedata.normalize("NFKC", text.translate(characters.CONFUSABLES))
