"""For every column that the plan writes: each kind of fault that the contract knows of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.ledger.contract import Field, TableSpec
from generator.ledger.reading.rows import Row
from generator.ledger.reading.yaml_reader import read_ends
from tests.helpers.faults import LABEL, Fault, plan, read_in_memory
from tests.helpers.ledger import contract

NOT_HERE: Final = frozenset({("targets", "id"), ("observations", "id"), ("milestones", "id")})
"""Ids that are made where none is written: an empty one is another fault."""
PATTERNED: Final = frozenset(
    ("period", "passage", "fingerprint", "text_sha256", "file_sha256", "due", "starts", "finishes", "url", "commit")
)
UNKNOWN: Final = {"acknowledged": "record-unknown", "feedback": "record-unknown"}
"""Table → the code for a reference of its column ``record`` to nothing."""


ALSO: Final = {
    "sections.id is missing": ("foreign-key", "data/indicators/five/01-industry.yml:36"),
    "rounds.id is missing": ("path-unknown", "data/submissions/round-2018.yml:1"),
    "acknowledged.code is missing": ("magnitude", "data/disclosures/doc-five.yml:5"),
    "acknowledged.record is missing": ("magnitude", "data/disclosures/doc-five.yml:5"),
    "acknowledged.record is beyond its maxLength": ("magnitude", "data/disclosures/doc-five.yml:5"),
    "acknowledged.record refers to nothing": ("magnitude", "data/disclosures/doc-five.yml:5"),
    "acknowledged.value is missing": ("magnitude", "data/disclosures/doc-five.yml:5"),
    "acknowledged.reason is missing": ("magnitude", "data/disclosures/doc-five.yml:5"),
}
"""What else is told: one reference may have another cause, and a doubt without a good answer is open again."""


def faults() -> dict[str, Fault]:
    """Name of a case → the case."""
    tables = read_in_memory(plan()).tables
    found: dict[str, Fault] = {}
    for spec in contract().tables.values():
        for field in spec.fields:
            row = next((row for row in tables.rows[spec.name] if _is_written(row, field.name)), None)
            for kind, text, code in _kinds(spec, field) if row else ():
                assert row is not None
                name = f"{spec.name}.{field.name} {kind}"
                one = _fault(row, field.name, text, code)
                also = [ALSO[name]] if name in ALSO else []
                found[name] = Fault(one.edits, tuple(sorted([*one.expected, *also])))
    return found


def _is_written(row: Row, column: str) -> bool:
    return column in row.positions and column not in row.given and bool(row[column])


def _kinds(spec: TableSpec, field: Field) -> Iterator[tuple[str, str, str]]:
    """Kind of a fault, the text in the place of a cell, and the code of the finding."""
    where = (spec.name, field.name)
    refers = next((key.table for key in spec.foreign_keys if key.column == field.name), "")
    if field.required and where not in NOT_HERE:
        yield "is missing", "''", "required"
    if field.type in ("number", "integer", "date", "boolean"):
        yield "is of a wrong type", "乱写", "spelling"
    if field.type == "date":
        yield "is no day of the calendar", "2016-02-30", "type"
    if field.enum:
        yield "is no such word", "没有这个词", "enum"
    for limit, bound in field.limits.items():
        yield (
            f"is beyond its {limit}",
            _beyond(limit, bound, field),
            "limit" if bound or field.type == "number" else "spelling",
        )
    if refers:
        yield (
            "refers to nothing",
            f"nothing-{spec.name.replace('_', '-')}-{field.name.replace('_', '-')}",
            "foreign-key",
        )
    elif field.name == "record" and spec.name in UNKNOWN:
        yield "refers to nothing", "nothing-at-all", UNKNOWN[spec.name]
    if field.name in PATTERNED:
        yield "is of a wrong form", "no form", "pattern"
    if field.type == "string" and not field.enum and not refers and not field.name.endswith("id"):
        if field.name not in PATTERNED and field.name not in ("phone", "value", "code", "record", "evaluation_kinds"):
            yield "has a sign of replacement", "~\ufffd", "invisible"
        if field.name not in (*PATTERNED, "phone", "value", "code", "record", "evaluation_kinds", "unit"):
            code = "feedback-personal" if spec.name == "feedback" else "personal"
            yield "has the number of a mobile phone", "~电13812345678", code


def _beyond(limit: str, bound: int, field: Field) -> str:
    if limit == "maxLength":
        return "~-" + "a" * bound if _is_id(field) else "长" * (bound + 1)
    if bound == 0:
        return "-1"
    return str(bound - 1 if limit == "minimum" else bound + 1)


def _is_id(field: Field) -> bool:
    return field.name in ("id", "replaced_by", "revises", "record", "observation")


def _fault(row: Row, column: str, text: str, code: str) -> Fault:
    """The fault of a cell in whose place another text stands."""
    mark = row.at(column)
    name = mark.file.removeprefix(f"{LABEL}/")
    content = plan()[name]
    at = sum(map(len, content.splitlines(keepends=True)[: mark.line - 1])) + mark.column - 1
    text = text.replace("~", row[column]) if "~" in text else text
    changed = content[:at] + text + content[read_ends(content)[at] :]
    return Fault(((name, changed),), ((code, f"{mark.file}:{mark.line}"),))
