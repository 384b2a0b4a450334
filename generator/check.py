"""Are the rows fit to be published? Characters, then the contract through Frictionless, then the rules of the field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from generator import terms
from generator.contract import Contract, Field, TableSpec
from generator.near import nearest
from generator.rules import RULES
from generator.rules.periods import TWICE
from generator.source import Finding, worst_first
from generator.tables import Row, Tables

CANONICAL = {
    "number": re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?"),
    "integer": re.compile(r"0|[1-9][0-9]*"),
    "boolean": re.compile(r"true|false"),
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}
"""One spelling for each type: Frictionless would also take ``True``, ``2015`` in full width, ``1_000`` and ``.inf``."""

ASCII_COLUMNS = frozenset({"id", "passage", "fingerprint", "period", "text_sha256"})

CONFUSABLES = str.maketrans("аеорсухАВЕКМНОРСТХіΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "aeopcyxABEKMHOPCTXiABEZHIKMNOPTYXo")
"""Cyrillic and Greek letters that look like Latin ones."""


def check(tables: Tables, contract: Contract) -> list[Finding]:
    """All findings about the tables, gravest first; an empty list means that they may be published."""
    findings = [*tables.findings]
    spelled = [*_characters(tables, contract)]
    findings += spelled
    bad_cells = {(f.mark, f.values["title"]) for f in spelled}
    findings += [f for f in _contract(tables, contract) if (f.mark, f.values.get("title")) not in bad_cells]
    for rule in RULES:
        findings += rule(tables)
    return worst_first(findings)


# -- characters


def _characters(tables: Tables, contract: Contract) -> Iterator[Finding]:
    for name, rows in tables.rows.items():
        fields = contract.tables[name].by_name
        for row in rows:
            for column, text in row.cells.items():
                if text and column not in row.given and (finding := _character(text, row, fields[column])):
                    yield finding


PLAIN_SPACES = " \u3000"


def _character(text: str, row: Row, field: Field) -> Finding | None:
    """The first fault in the characters of one cell."""

    def found(code: str, /, **values: object) -> Finding:
        return Finding(code, row.at(field.name), {"title": field.title, **values})

    if text != text.strip() or "\u3000" in (text[0], text[-1]):
        return found("blank")
    if text.isascii() and text.isprintable():
        return _spelling(text, field, found)
    for char in text:
        kind = unicodedata.category(char)
        if kind in ("Cc", "Cf", "Co", "Cn", "Zl", "Zp") or (kind == "Zs" and char not in PLAIN_SPACES):
            return found("invisible", code=f"U+{ord(char):04X}")
        plain = _plain(char)
        if plain != char:
            return found("look-alike", char=char, code=f"U+{ord(char):04X}", plain=plain)
    if field.type != "string" or field.name in ASCII_COLUMNS:
        plain = unicodedata.normalize("NFKC", text)
        if plain.isascii():
            return found("full-width", value=text, plain=plain)
        if field.type in CANONICAL:
            return found("spelling", value=text, form=terms.SPELLINGS[field.type])
        return found("full-width", value=text, plain=terms.SLUG_CHARACTERS)
    return None


def _plain(char: str) -> str:
    """The everyday character for one that only looks like it: radicals, compatibility ideographs, foreign letters."""
    if "\u2e80" <= char <= "\u2fdf" or "\uf900" <= char <= "\ufaff":
        return unicodedata.normalize("NFKC", char)
    return char.translate(CONFUSABLES)


def _spelling(text: str, field: Field, found: Any) -> Finding | None:
    if field.type not in CANONICAL or CANONICAL[field.type].fullmatch(text):
        return None
    finding: Finding = found("spelling", value=text, form=terms.SPELLINGS[field.type])
    return finding


# -- the contract


def _contract(tables: Tables, contract: Contract) -> Iterator[Finding]:
    """Findings of Frictionless in our words, at the cell they concern."""
    from frictionless import Package, Resource, Schema  # noqa: PLC0415 heavy, and of use only here

    resources = []
    for spec in contract.tables.values():
        rows = [list(spec.columns), *tables.text_rows(spec.name, spec.columns)]
        schema = next(r["schema"] for r in contract.descriptor["resources"] if r["name"] == spec.name)
        plain = {k: v for k, v in schema.items() if k != "$schema"}
        resources.append(Resource(name=spec.name, data=rows, format="inline", schema=Schema.from_descriptor(plain)))
    report = Package(name="ledger", resources=resources).validate(limit_errors=1_000_000, limit_rows=None)
    for task in report.tasks:
        spec = contract.tables[str(task.name)]
        for error in task.errors:
            if (finding := _translate(error, spec, tables, contract)) is not None:
                yield finding


def _translate(error: Any, spec: TableSpec, tables: Tables, contract: Contract) -> Finding | None:
    """One finding for one error of Frictionless, or None where the mistake is told elsewhere."""
    number = getattr(error, "row_number", None)
    if number is None:
        raise RuntimeError(f"contract and tables disagree: {error.message}")
    rows = tables.rows[spec.name]
    row = rows[number - 2]
    if error.type == "foreign-key":
        return _foreign_key(error, row, spec, tables, contract)
    if error.type == "primary-key":
        return _primary_key(row, rows, spec)
    if error.type == "blank-row":
        return Finding("required", row.mark, {"title": spec.fields[0].title})
    field = spec.by_name[error.field_name]
    if field.name in row.given or (row.broken and not row[field.name]):
        return None  # the surroundings decide it, or it was told when the record was read
    if error.type == "unique-error":
        return _unique(row, field, spec, tables)
    return _cell(error, row, field, spec)


def _unique(row: Row, field: Field, spec: TableSpec, tables: Tables) -> Finding | None:
    if (field.name,) == spec.primary_key:
        return None  # told as primary-key
    if any(f.code == "name-twice" and f.mark == row.at("name") for f in tables.findings):
        return None
    values = {"title": field.title, "value": row[field.name], "table": spec.title}
    return Finding("unique", row.at(field.name), values)


def _cell(error: Any, row: Row, field: Field, spec: TableSpec) -> Finding | None:
    value = row[field.name]
    values: dict[str, object] = {"title": field.title, "value": value, "type": terms.TYPES[field.type]}
    if error.type == "type-error":
        return Finding("type", row.at(field.name), values)
    kind = re.search(r'constraint "(\w+)', error.note)
    code = kind[1] if kind else ""
    if code == "required":
        return Finding("required", row.at(field.name), values)
    if code == "enum":
        near = terms.SPELLED_COMPARATORS.get(value) or nearest(value, field.enum) or "、".join(field.enum)
        return Finding("enum", row.at(field.name), {**values, "near": near})
    if code in field.limits:
        allowed = terms.LIMITS[code].format(bound=field.limits[code])
        return Finding("limit", row.at(field.name), {**values, "allowed": allowed})
    if field.name in {key.column for key in spec.foreign_keys}:
        return None  # told as foreign-key
    return Finding("pattern", row.at(field.name), {**values, "description": field.description.rstrip("。")})


def _foreign_key(error: Any, row: Row, spec: TableSpec, tables: Tables, contract: Contract) -> Finding | None:
    """An id that is in no row of the table it refers to; nothing where that table was not read as a whole."""
    column, table = error.field_names[0], error.reference_name
    if not row[column] or column in row.given or not tables.complete(table):
        return None
    known = tables.ids(table)
    if row[column] in {_ascii(id_) for id_ in known}:
        return None  # the look-alike character is told where the id is given
    near = nearest(row[column], known)
    values = {
        "title": spec.by_name[column].title,
        "value": row[column],
        "table": contract.tables[table].title,
        "near": terms.USE_ID.format(near=near) if near else terms.REGISTER_ID,
    }
    return Finding("foreign-key", row.at(column), values)


def _ascii(text: str) -> str:
    """An id as it was meant: look-alike and full-width characters replaced."""
    return unicodedata.normalize("NFKC", text.translate(CONFUSABLES))


def _primary_key(row: Row, rows: list[Row], spec: TableSpec) -> Finding | None:
    key = [row[c] for c in spec.primary_key]
    if not all(key) or spec.name == "assignments":
        return None  # an organisation that stands twice in a task is told by a rule
    other = next((r for r in rows if r is not row and [r[c] for c in spec.primary_key] == key), row)
    where = terms.AT_LINE.format(file=other.mark.file, line=other.mark.line)
    if "id" in row.given:
        if all(row[c] == other[c] for c in TWICE[spec.name]):
            return None  # told by a rule
        return Finding("id-needed", row.mark, {"value": row["id"], "other": where})
    at = row.at(spec.primary_key[-1] if len(key) > 1 else spec.primary_key[0])
    return Finding("primary-key", at, {"table": spec.title, "value": "、".join(key), "other": where})
