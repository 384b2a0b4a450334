"""Drafts: records with ``draft: true``, which a person has still to look at. What is wrong in one stops nobody else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.language import finding_words
from generator.ledger.contract import Contract, TableSpec
from generator.ledger.enums import Grade
from generator.ledger.reading.findings import Finding, Mark, those_of
from generator.ledger.reading.rows import Row, Tables

EXCLUSIONS = "exclusions"
TEXTS = ("title", "name", "summary")
"""Columns that a draft may lack and still be shown."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A record that a person has still to look at."""

    table: str
    """The table of its row; ``exclusions`` for an excluded number."""
    row: Row
    findings: list[Finding] = field(default_factory=list)
    """What is wrong or doubted in it."""


def find_drafts(tables: Tables) -> list[Draft]:
    """The drafts of a ledger, in the order of files and lines."""
    rows = [(table, row) for table, rows in tables.rows.items() for row in rows if row.draft_end]
    rows += [(EXCLUSIONS, one.row) for one in tables.exclusions if one.row.draft_end]
    return [Draft(table, row) for table, row in sorted(rows, key=lambda item: item[1].mark)]


def by_line(drafts: Iterable[Draft]) -> dict[tuple[str, int], Draft]:
    """File and line → the draft that stands there."""
    lines: dict[tuple[str, int], Draft] = {}
    for draft in drafts:
        mark = draft.row.mark
        lines |= {(mark.file, line): draft for line in range(mark.line, draft.row.draft_end + 1)}
    return lines


def findings_outside_drafts(findings: Iterable[Finding], drafts: list[Draft]) -> list[Finding]:
    """The findings about what is no draft; those in drafts are added to these."""
    lines = by_line(drafts)
    others: list[Finding] = []
    for finding in findings:
        draft = lines.get((finding.mark.file, finding.mark.line))
        (others if draft is None else draft.findings).append(finding)
    return others


def drafts_left(drafts: Iterable[Draft]) -> list[Finding]:
    """One finding for each file with drafts: how many there are, and where the first one is."""
    by_file: dict[str, list[Mark]] = {}
    for draft in drafts:
        by_file.setdefault(draft.row.mark.file, []).append(draft.row.mark)
    return [Finding("drafts-left", marks[0], {"count": len(marks)}) for marks in by_file.values()]


def without_drafts(tables: Tables) -> Tables:
    """The tables without drafts and what is nested in them."""
    lines = by_line(find_drafts(tables))
    return _without(tables, lines) if lines else tables


def to_be_shown(tables: Tables, contract: Contract, drafts: Iterable[Draft]) -> Tables:
    """The tables with those drafts of which pages can be made.

    Texts that a draft lacks are filled with a word that says so. Faulty drafts are left out, and what refers to them.

    Args:
        tables: all rows.
        contract: their tables.
        drafts: the drafts with their findings.
    """
    shown = _without(tables, by_line(draft for draft in drafts if not _can_be_shown(draft, contract)))
    shown = replace(
        shown,
        rows={table: [_filled(row, contract.tables[table]) for row in rows] for table, rows in shown.rows.items()},
    )
    count = -1
    while count != (count := sum(map(len, shown.rows.values()))):
        ids = {table: shown.ids(table) for table in shown.rows}
        left = {
            table: [row for row in rows if _refers(row, contract.tables[table], ids)]
            for table, rows in shown.rows.items()
        }
        shown = replace(shown, rows=left)
    return shown


def _without(tables: Tables, lines: Mapping[tuple[str, int], Draft]) -> Tables:
    """The tables without the rows that stand in some lines."""
    rows = {
        table: [row for row in rows if (row.mark.file, row.mark.line) not in lines]
        for table, rows in tables.rows.items()
    }
    return replace(tables, rows=rows)


def _can_be_shown(draft: Draft, contract: Contract) -> bool:
    """Whether a draft has no fault but that it lacks one of the :data:`TEXTS`, or a lead."""
    columns = contract.tables[draft.table].by_name if draft.table in contract.tables else {}
    titles = {columns[name].title for name in TEXTS if name in columns}
    faults = those_of(Grade.FAULT, draft.findings)
    return all(f.code == "lead-missing" or (f.code == "required" and f.values["title"] in titles) for f in faults)


def _filled(row: Row, spec: TableSpec) -> Row:
    """A row; a draft with a word in the place of each text that it lacks."""
    lacking = [name for name in TEXTS if row.draft_end and name in spec.by_name and not row[name]]
    return replace(row, cells=row.cells | dict.fromkeys(lacking, finding_words.NOT_WRITTEN)) if lacking else row


def _refers(row: Row, spec: TableSpec, ids: Mapping[str, set[str]]) -> bool:
    """Whether all that a row refers to is there."""
    return all(not row[key.column] or row[key.column] in ids[key.table] for key in spec.foreign_keys)
