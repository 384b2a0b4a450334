"""What is reviewed: the drafts of a ledger with their doubts and findings, and which are looked at together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePath
from typing import Final

from generator.language.office import review_words
from generator.language.official_text import normalise
from generator.ledger.checks.drafts import EXCLUSIONS, Draft, by_line
from generator.ledger.enums import Grade
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row, Tables

OWNERS: Final = {
    "indicators": ("task", "tasks"),
    "projects": ("task", "tasks"),
    "targets": ("indicator", "indicators"),
    "observations": ("indicator", "indicators"),
}
"""Table → the column that names the record beside which its records are looked at, and the table of that one."""
BEFORE_CLAUSES: Final = ("documents", "plans", "organizations", "sections")
"""Tables whose drafts come first: clauses refer to them."""
NAMING: Final = ("title", "name", "number", "value_text", "id")
"""Columns that say which record it is, the best first."""


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """A draft as it stands in its file."""

    key: str
    """Names it as long as nobody changes its lines."""
    table: str
    row: Row
    title: str
    """What it is called."""
    file: str
    """The name of its file below data/."""
    doubts: tuple[str, ...]
    """Its comments that say of what a reader of documents was not sure."""
    findings: tuple[Finding, ...]
    source: Row
    """The row that says where it comes from: its own, or that of the target in it."""

    @property
    def detail(self) -> str:
        """What is said of it in a list beside its name: the kind of a unit, why a number is left out."""
        return self.row["kind"] or self.row["reason"]

    @property
    def needs_a_look(self) -> bool:
        """Whether something is doubted, or wrong beside what every draft lacks."""
        return bool(self.doubts or [f for f in self.findings if f.code != "required"])


@dataclass(frozen=True, slots=True)
class Item:
    """Drafts that are looked at together: a clause with its figures."""

    records: tuple[DraftRecord, ...]

    @property
    def main(self) -> DraftRecord:
        """The one that the others belong to."""
        return self.records[0]

    @property
    def needs_a_look(self) -> bool:
        """Whether one of them does."""
        return any(record.needs_a_look for record in self.records)

    @property
    def only_findings(self) -> bool:
        """Whether that is so although no comment says why."""
        return self.needs_a_look and not any(record.doubts for record in self.records)


def named(row: Row) -> str:
    """What a record is called in its own words; empty where it has none."""
    return next((row[column] for column in NAMING if row[column]), "")


def names_of(row: Row) -> tuple[str, ...]:
    """What a record is called in documents."""
    return row["name"], row["full_name"], *row["aliases"].split("、"), row["title"]


def document_of(record: DraftRecord, texts: Mapping[str, str]) -> tuple[str, str]:
    """The document of a record, and its text; of what comes from no place of one, the first text that names it."""
    document = record.row["id"] if record.table == "documents" else record.source["document"]
    if not document:
        names = {normalise(name) for name in names_of(record.row) if name}
        document = next((id_ for id_, text in texts.items() if any(name in text for name in names)), "")
    return document, texts.get(document, "")


def draft_records(tables: Tables, drafts: Sequence[Draft], texts: Mapping[str, str]) -> list[DraftRecord]:
    """The drafts of a ledger.

    Args:
        tables: all rows.
        drafts: the drafts with their findings.
        texts: the files of the ledger by their names below data/.
    """
    lines = {name: text.splitlines() for name, text in texts.items()}
    own = by_line(drafts)
    targets = {id(own[at]): row for row in tables.rows["targets"] if (at := (row.mark.file, row.mark.line)) in own}
    names = {(table, row["id"]): row["name"] for table in ("organizations", "indicators") for row in tables.rows[table]}
    found = []
    for draft in drafts:
        file = draft.row.mark.file.partition("/")[2]
        doubts, key = _doubts_and_key(draft, file, lines[file])
        source = targets.get(id(draft), draft.row)
        if draft.table == EXCLUSIONS:  # the file bears the name of its document
            source = replace(draft.row, cells=draft.row.cells | {"document": PurePath(file).stem})
        findings = tuple(f for f in draft.findings if f.grade is not Grade.NOTICE)
        title = _title(draft.row, names)
        found.append(DraftRecord(key, draft.table, draft.row, title, file, doubts, findings, source))
    return found


def _title(row: Row, names: Mapping[tuple[str, str], str]) -> str:
    """What a draft is called: a figure by what it measures, and whom."""
    measured = [names.get(("indicators", row["indicator"]), ""), names.get(("organizations", row["organization"]), "")]
    return " ".join(filter(None, [*measured, named(row)])) if row["indicator"] else named(row)


def _doubts_and_key(draft: Draft, file: str, lines: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """What the comments of a draft doubt, and the digest of its lines."""
    first = draft.row.mark.line - 1
    while first and lines[first - 1].strip().startswith("#"):
        first -= 1
    own = lines[first : draft.row.draft_end]
    comments = [line.strip().lstrip("#").strip() for line in own if line.strip().startswith("#")]
    doubts = tuple(comment for comment in comments if comment.startswith(review_words.DOUBT_COMMENT))
    return doubts, sha256("\n".join((file, *own)).encode()).hexdigest()[:16]


def grouped(records: Sequence[DraftRecord]) -> list[Item]:
    """Drafts as they are looked at: a record with the drafts that belong to it, in the order of the document."""
    by_id = {(record.table, record.row["id"]): record for record in records if record.row["id"]}
    owners = {record.key: _owner(record, by_id) for record in records}
    groups: dict[str, list[DraftRecord]] = {}
    for record in records:
        main = record
        while (owner := owners[main.key]) is not None:
            main = owner
        groups.setdefault(main.key, [])
        if main is record:
            groups[main.key].insert(0, record)
        else:
            groups[main.key].append(record)
    items = [Item((group[0], *sorted(group[1:], key=_order))) for group in groups.values()]
    return sorted(items, key=lambda item: _order(item.main))


def _owner(record: DraftRecord, by_id: Mapping[tuple[str, str], DraftRecord]) -> DraftRecord | None:
    if record.table not in OWNERS:
        return None
    column, table = OWNERS[record.table]
    return by_id.get((table, record.row[column]))


def _order(record: DraftRecord) -> tuple[int, str, int, str, int]:
    """Headings and units first, then by the place in the document; what has none stands in the order of its file."""
    rank = BEFORE_CLAUSES.index(record.table) if record.table in BEFORE_CLAUSES else len(BEFORE_CLAUSES)
    if record.table == EXCLUSIONS:
        rank += 1
    start = record.source.passage[0] if record.source.passage else 0
    return rank, record.source["document"], start, record.file, record.row.mark.line


def chosen(items: Sequence[Item], show: str, table: str) -> list[Item]:
    """The items that a person wants to see, in the order for it."""
    of_table = [item for item in items if table in ("", item.main.table)]
    if show == "first":
        return sorted(of_table, key=lambda item: not item.needs_a_look)
    if show in ("doubts", "clear"):
        return [item for item in of_table if item.needs_a_look is (show == "doubts")]
    return of_table
