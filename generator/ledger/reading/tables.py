"""From the files of a ledger to the rows of its tables."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import finding_words
from generator.ledger.contract import Contract
from generator.ledger.reading.findings import Finding, Mark
from generator.ledger.reading.ledger_files import LedgerFiles
from generator.ledger.reading.nodes import Node, is_empty
from generator.ledger.reading.record_readers import READERS
from generator.ledger.reading.rows import Tables
from generator.ledger.reading.table_builder import TableBuilder
from generator.ledger.upgrades import kind_of_file, upgraded
from generator.support.suggestions import closest_match

SITE = "site.yml"
REQUIRED = (SITE, "documents.yml", "plans.yml")

REFERENCED = frozenset({"documents", "plans", "organizations", "sections", "tasks", "indicators", "rounds"})
"""Tables to whose records others refer; the files or folders that hold them bear their names."""


def build_tables(files: LedgerFiles, contract: Contract, *, upgrade: bool = False) -> Tables:
    """Turn the files into rows; every fault of shape becomes a finding, and what can be read is still read.

    With ``upgrade`` the files may be written in the words of an earlier version of the contract.
    """
    tables = Tables({name: [] for name in contract.tables})
    tables.unread = frozenset(_referenced(name) for name in REQUIRED if name not in files.files) - {""}
    builder = TableBuilder(contract, tables)
    findings: dict[str, list[Finding]] = {}
    expected = {name for pattern, _ in READERS for name, _ in _matching(pattern, files)}
    for name in [name for name in files.files if name not in expected]:
        root, findings[name] = _read(files, name, tables)
        if root is not None:
            tables.note("file-unknown", root.mark, hint=_suggested_file(name))
    for pattern, reader in READERS:
        for name, parts in _matching(pattern, files):
            root, findings[name] = _read(files, name, tables)
            if root is not None:
                reader(builder, upgraded(name, root) if upgrade else root, *parts)
    for name in files.linked_folders:
        tables.note("folder-linked", files.mark(name))
    _missing_files(files, tables, findings)
    tables.findings += [finding for name in files.files for finding in findings[name]]
    return tables


def _read(files: LedgerFiles, name: str, tables: Tables) -> tuple[Node | None, list[Finding]]:
    """The root of a file, and findings; where it cannot be read, its table is known to miss records."""
    root, findings = files.read(name)
    if root is None:
        tables.unread |= {_referenced(name)} - {""}
    return root, findings


def _referenced(name: str) -> str:
    """The table that a file feeds and to which others refer; empty where there is none."""
    return kind_of_file(name) if kind_of_file(name) in REFERENCED else ""


def _suggested_file(name: str) -> str:
    """Where a file with an unknown name may belong."""
    return finding_words.PLACES.get(kind_of_file(name)) or closest_match(name, REQUIRED) or finding_words.EXAMPLE_FILE


def _missing_files(files: LedgerFiles, tables: Tables, findings: dict[str, list[Finding]]) -> None:
    """Report required files that are missing, or that the ledger's folder is; empty settings are as good as none."""
    if not files.exists:
        tables.note("no-data", Mark(files.label), folder=files.label)
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
