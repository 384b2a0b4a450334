"""From the files of a ledger to the rows of its tables."""

from __future__ import annotations

import marshal
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.language import finding_words
from generator.ledger.contract import Contract
from generator.ledger.reading.findings import Finding, Mark
from generator.ledger.reading.ledger_files import FileContent, LedgerFiles, skipped_copy_of
from generator.ledger.reading.nodes import Node, Sequence, is_empty
from generator.ledger.reading.record_readers import READERS, RecordReader
from generator.ledger.reading.rows import Row, Tables
from generator.ledger.reading.table_builder import TableBuilder
from generator.ledger.reading.text_checks import text_findings
from generator.ledger.reading.yaml_reader import read_text
from generator.ledger.upgrades import kind_of_file, upgraded
from generator.support.child_process import running_child
from generator.support.suggestions import closest_match

SITE = "site.yml"
REQUIRED = (SITE, "documents.yml", "plans.yml")

REFERENCED = frozenset({"documents", "plans", "organizations", "sections", "tasks", "indicators", "rounds"})
"""Tables to whose records others refer; the files or folders that hold them bear their names."""

DISCLOSURES = "disclosures/"
NEEDED_BY_DISCLOSURES = ("documents.yml", "organizations/")
"""What must be read before the files of that folder."""
OTHER_SUFFIX = re.compile(r"\.(?:ya?ml|txt|bak)\b.*", re.IGNORECASE)
"""What an editor puts behind the name of a file in the place of its suffix."""
LARGE = 4_000_000
"""Bytes of a ledger for which a second process is worth its start: a district's has a twentieth of that."""


class _Source(NamedTuple):
    """A file, and what makes rows of it with the parts of its name."""

    name: str
    reader: RecordReader
    parts: tuple[str, ...]


class _Part(NamedTuple):
    """What some files gave: packed rows by table, findings of the rows, and findings of each file."""

    rows: bytes
    notes: list[Finding]
    findings: dict[str, list[Finding]]


@dataclass(slots=True)
class _Reading:
    """One reading of a ledger."""

    files: LedgerFiles
    builder: TableBuilder
    upgrade: bool
    findings: dict[str, list[Finding]] = field(default_factory=dict)
    """File → what is wrong with its YAML."""

    def read(self, sources: list[_Source]) -> None:
        """Make rows of some files."""
        for name, reader, parts in sources:
            root, self.findings[name] = _read(self.files, name, self.builder.tables)
            if root is not None:
                reader(self.builder, upgraded(name, root) if self.upgrade else root, *parts)

    def read_part(self, sources: list[_Source]) -> _Part:
        """The rows of some files, which a child sends back."""
        tables = self.builder.tables
        notes, before = len(tables.findings), {table: len(rows) for table, rows in tables.rows.items()}
        self.read(sources)
        rows = {table: rows[before[table] :] for table, rows in tables.rows.items()}
        return _Part(
            _packed(rows), tables.findings[notes:], {source.name: self.findings[source.name] for source in sources}
        )

    def add(self, part: _Part) -> None:
        """Add what a child has read."""
        for table, rows in _unpacked(part.rows).items():
            self.builder.tables.rows[table] += rows
        self.builder.tables.findings += part.notes
        self.findings |= part.findings


def _packed(tables: dict[str, list[Row]]) -> bytes:
    """Rows by table for another process. They are texts and numbers alone, which marshal packs faster than pickle."""
    return marshal.dumps(
        {
            table: [(r.cells, r.positions, (*r.mark,), r.given, r.broken, r.unresolved, r.draft_end) for r in rows]
            for table, rows in tables.items()
        }
    )


def _unpacked(packed: bytes) -> dict[str, list[Row]]:
    """The rows that were packed."""
    return {
        table: [Row(cells, positions, Mark(*mark), *further) for cells, positions, mark, *further in rows]
        for table, rows in marshal.loads(packed).items()
    }


def build_tables(files: LedgerFiles, contract: Contract, *, upgrade: bool = False, with_child: bool = False) -> Tables:
    """Turn the files into rows; every fault of shape becomes a finding, and what can be read is still read.

    Args:
        files: the files of a ledger.
        contract: its tables.
        upgrade: whether the files may be written in the words of an earlier version of the contract.
        with_child: whether a child may read half of a large ledger. The rows are the same.
    """
    tables = Tables({name: [] for name in contract.tables})
    tables.unread = frozenset(_referenced(name) for name in REQUIRED if name not in files.files) - {""}
    tables.unread |= {table for name in files.unreadable for table in REFERENCED if name.split("/")[0] in (".", table)}
    builder = TableBuilder(contract, tables)
    reading = _Reading(files, builder, upgrade)
    sources = [_Source(name, reader, parts) for pattern, reader in READERS for name, parts in _matching(pattern, files)]
    expected = {source.name for source in sources}
    for name in [name for name in files.files if name not in expected]:
        root, reading.findings[name] = _read(files, name, tables)
        if root is not None:
            tables.note("file-unknown", root.mark, hint=_suggested_file(name))
            tables.unread |= {_referenced(_meant_folder(name))} - {""}
    _note_skipped(files, tables)
    if with_child and (last := _last_disclosures(files, sources)):
        first = [source for source in sources if source.name.startswith(NEEDED_BY_DISCLOSURES)]
        reading.read(first)
        with running_child(lambda: reading.read_part(last)) as child:
            reading.read([source for source in sources if source not in first and source not in last])
            reading.add(child.result())
    else:
        reading.read(sources)
    tables.findings += files.unread_folders() + files.bad_names()
    _missing_files(files, tables, reading.findings)
    tables.findings += [finding for name in files.files for finding in reading.findings[name]]
    return tables


def _note_skipped(files: LedgerFiles, tables: Tables) -> None:
    """Report a file that would be read but for its name, where no other has its place: 01.yml.bak without 01.yml."""
    for name in files.skipped:
        meant = skipped_copy_of(name)
        if meant not in files.files and any(_has_place(pattern, meant) for pattern, _ in READERS):
            tables.note("file-skipped", files.mark(name), meant=meant)
            tables.unread |= {_referenced(meant)} - {""}


def _has_place(pattern: str, name: str) -> bool:
    """Whether a file of this name is read by the reader of a pattern."""
    return name.endswith(".yml") and any(_matching(pattern, LedgerFiles("", {name: FileContent(b"")})))


def _last_disclosures(files: LedgerFiles, sources: list[_Source]) -> list[_Source]:
    """The last disclosures that have no more than half of the bytes of a large ledger; none of a small one."""
    sizes = {
        name: file.stat().st_size
        for name, file in files.files.items()
        if isinstance(file, Path) and os.path.exists(file)  # noqa: PTH110 no error where a folder is closed
    }
    if sum(sizes.values()) < LARGE:
        return []
    last: list[_Source] = []
    for source in reversed([source for source in sources if source.name.startswith(DISCLOSURES)]):
        if sum(sizes.get(one.name, 0) for one in (source, *last)) > sum(sizes.values()) / 2:
            break
        last.insert(0, source)
    return last


def _read(files: LedgerFiles, name: str, tables: Tables) -> tuple[Node | None, list[Finding]]:
    """The root of a file, and findings; where it cannot be read, its table is known to miss records."""
    text, findings = files.text(name)
    if text is None:
        _note_unread(files, name, tables)
        return None, findings
    file = files.mark(name).file
    root, findings = read_text(text, file)
    if root is None:
        _note_unread(files, name, tables)
    elif is_empty(root) or (isinstance(root, Sequence) and not root.items):
        tables.empty.setdefault(kind_of_file(name), []).append(root.mark)
    return root, [*findings, *text_findings(text, file, is_settings=name == SITE)]


def _note_unread(files: LedgerFiles, name: str, tables: Tables) -> None:
    """Note that records of a file are missing, or at least what they are called where that can be seen."""
    table = _referenced(OTHER_SUFFIX.sub("", name))
    if table and (ids := files.ids_at_least(name)) is not None:
        tables.perhaps.setdefault(table, set()).update(ids)
    elif table:
        tables.unread |= {table}


def _referenced(name: str) -> str:
    """The table that a file feeds and to which others refer; empty where there is none."""
    return kind_of_file(name) if kind_of_file(name) in REFERENCED else ""


def _suggested_file(name: str) -> str:
    """Where a file with an unknown name may belong."""
    place = finding_words.PLACES.get(kind_of_file(name)) or closest_match(name, REQUIRED)
    return place or finding_words.PLACES.get(_meant_folder(name)) or finding_words.EXAMPLE_FILE


def _meant_folder(name: str) -> str:
    """The folder of the ledger whose name is most like that of a file's folder; empty where none is."""
    folder, slash, _ = name.partition("/")
    folders = [one for one, place in finding_words.PLACES.items() if "/" in place]
    return (closest_match(folder, folders) or "") if slash and folder not in folders else ""


def _missing_files(files: LedgerFiles, tables: Tables, findings: dict[str, list[Finding]]) -> None:
    """Report required files that are missing, or that the ledger's folder is; empty settings are as good as none."""
    if not files.exists:
        tables.note("no-data", Mark(files.label), folder=files.label)
    if not files.exists or "." in files.unreadable:
        return
    for name in REQUIRED:
        without_settings = name == SITE and tables.site is not None and is_empty(tables.site) and not findings.get(name)
        if name not in files.files or without_settings:
            hint = "" if name == SITE else finding_words.MAY_BE_EMPTY
            tables.note("file-missing", files.mark(name), file=name, hint=hint)


def _matching(pattern: str, files: LedgerFiles) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The files whose names match a pattern, each with the parts that stand for ``*``."""
    pattern_parts = pattern.split("/")
    for name in files.files:
        parts = name.removesuffix(".yml").split("/")
        if len(parts) != len(pattern_parts):
            continue
        pairs = list(zip(pattern_parts, parts, strict=True))
        if all(expected in ("*", part) for expected, part in pairs):
            yield name, tuple(part for expected, part in pairs if expected == "*")
