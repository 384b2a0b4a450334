"""Are the rows fit to be published? The contract with the characters of all cells, then the rules of the field."""

from __future__ import annotations

from dataclasses import replace

from generator.ledger.checks import characters
from generator.ledger.checks.causes import folded
from generator.ledger.checks.doubts import find_doubts
from generator.ledger.checks.rules import RULES
from generator.ledger.checks.schema_check import FaultyTexts, check_schema
from generator.ledger.contract import Contract
from generator.ledger.enums import Grade
from generator.ledger.reading.findings import Finding, Mark, worst_first
from generator.ledger.reading.rows import Row, Tables

UNKNOWN = "?"
"""What rules read in the place of a cell that the contract does not allow: they pass over what they do not know."""
COUNTED = ("unit", "period", "value_text", "indicator", "plan", "due", "starts", "finishes")
"""Columns of text that rules read as something else."""
FIGURES = ("indicators", "targets", "observations")
"""Tables whose cells say little without each other."""

COMPARED = ("subset-whole", "parts-whole", "range-order")
"""Codes of findings that compare a value with another one."""


def check(tables: Tables, contract: Contract, *, with_doubts: bool = False) -> list[Finding]:
    """All findings about the tables, gravest first; an empty list means that they may be published.

    What only follows from another finding is folded under it, see :mod:`generator.ledger.checks.causes`.

    Args:
        tables: the rows, with what was found when they were read.
        contract: their tables.
        with_doubts: whether doubts and notices are wanted, too; a doubt about what is a fault as well is none.
    """
    of_contract, faulty_texts = check_schema(tables, contract)
    sound = _sound(tables, contract, faulty_texts) if faulty_texts else tables
    of_rules = [finding for rule in RULES for finding in rule(sound)]
    faults = folded(_once([*tables.findings, *of_contract, *of_rules]), tables)
    if not with_doubts:
        return worst_first(faults)
    marks = {fault.mark for fault in faults}
    doubts = [doubt for doubt in find_doubts(_trusted(sound, marks)) if doubt.mark not in marks]
    if faults:  # a doubt that was acknowledged may be hidden by a fault
        doubts = [doubt for doubt in doubts if doubt.grade is not Grade.NOTICE]
    return worst_first([*faults, *doubts])


def _once(findings: list[Finding]) -> list[Finding]:
    """The findings without those about a whole text where another one tells of the same line."""
    seen = {(f.mark.file, f.mark.line) for f in findings if f.code in characters.CODES}
    limits = {f.mark for f in findings if f.code == "limit"}
    wrong = {f.mark for f in findings if f.code == "value-text"}
    return [
        f
        for f in findings
        if not (f.code == "hidden" and (f.mark.file, f.mark.line) in seen)
        and not (f.code == "record-unknown" and f.mark in limits)
        and not (f.code in COMPARED and f.mark in wrong)
    ]


def _sound(tables: Tables, contract: Contract, faulty: FaultyTexts) -> Tables:
    """The tables with a sign in the place of each faulty cell, so that no rule tells what only follows from it."""
    rows = dict(tables.rows)
    for spec in contract.tables.values():
        columns = [
            field.name
            for field in spec.fields
            if (spec.name, field.name) in faulty and (field.type != "string" or field.enum or field.name in COUNTED)
        ]
        if columns:
            known = {column: faulty[spec.name, column] for column in columns if column != "id"}
            rows[spec.name] = [_without(row, known, spec.name in FIGURES) for row in rows[spec.name]]
    return replace(tables, rows=rows)


def _trusted(tables: Tables, faults: set[Mark]) -> Tables:
    """The tables in which nothing is compared with a value that is a fault already."""
    if not faults:
        return tables
    figures = {
        table: [replace(row, broken=True) if row.at("value") in faults else row for row in tables.rows[table]]
        for table in ("targets", "observations")
    }
    return replace(tables, rows=tables.rows | figures)


def _without(row: Row, faulty: dict[str, set[str]], is_figure: bool) -> Row:
    columns = [column for column, texts in faulty.items() if row[column] in texts]
    if not columns:
        return row
    cells = {column: UNKNOWN if row[column] else "" for column in columns}
    return replace(row, cells=row.cells | cells, broken=row.broken or is_figure)
