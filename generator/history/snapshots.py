"""The ledger as it was in a commit: its files in git, read into rows.

States are read one after the other, as a walk along the commits needs it. A file is read again only when its own
content, or the content of a file from which its records take something, is another than before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.history.diff import DuplicateKey, Rows, identity, keyed
from generator.history.git import Repository
from generator.ledger.checks.drafts import without_drafts
from generator.ledger.contract import Contract
from generator.ledger.reading.findings import Finding, Mark, worst_first
from generator.ledger.reading.ledger_files import FileContent, LedgerFiles
from generator.ledger.reading.rows import Row, Tables
from generator.ledger.reading.tables import SITE, build_tables
from generator.ledger.upgrades import kind_of_file

LABEL = "data"
"""How findings name the folder of the ledger."""

ALWAYS_READ = ("site", "documents", "plans")
"""Small files without which no ledger is complete: read together with every other file."""

TAKES_FROM: dict[str, tuple[str, ...]] = {
    "site": (),
    "documents": (),
    "plans": (),
    "organizations": ("organizations",),
    "sections": (),
    "tasks": ("organizations",),
    "indicators": ("organizations", "tasks"),
    "projects": ("organizations",),
    "disclosures": ("organizations",),
    "exclusions": (),
    "rounds": (),
    "submissions": ("organizations", "rounds"),
    "remarks": ("organizations",),
    "acknowledged": (),
    "feedback": (),
}
"""Kind of file → the kinds from which its records take something, as the id of a printed name, the section of a task.

The kinds stand in the order in which they are read.
"""

TOLERATED = frozenset({"unknown-key", "no-source", "name-twice", "path-unknown", "required", "personal", "hidden"})
"""Findings in which no record and no known value is lost: files of an older contract have them."""

NO_RECORDS = frozenset({"file-suffix"})
"""Findings in files that hold no records."""


class Unreadable(Exception):
    """A state of the ledger that cannot be read as rows; ``findings`` say why."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        super().__init__()
        self.findings = worst_first(findings)

    @property
    def files(self) -> tuple[str, ...]:
        """The files with findings."""
        names = (finding.mark.file.partition("/")[2] for finding in self.findings)
        return tuple(name.encode(errors="replace").decode() for name in dict.fromkeys(names))


def tables_of(
    contract: Contract, files: Mapping[str, str], contents: Mapping[str, bytes], *, upgrade: bool = False
) -> Tables:
    """The tables of some files, given as file name → name of the content, and the contents by their names; no drafts.

    With ``upgrade`` the files may be written in the words of an earlier version of the contract.

    Raises:
        Unreadable: a content is missing, or a record is lost in reading.
    """
    missing = [Finding("file-unreadable", Mark(f"{LABEL}/{n}")) for n, blob in files.items() if blob not in contents]
    if missing:
        raise Unreadable(missing)
    of_state = LedgerFiles(LABEL, {name: FileContent(contents[files[name]]) for name in sorted(files)})
    tables = build_tables(of_state, contract, upgrade=upgrade)
    if losses := losses_in(tables):
        raise Unreadable(losses)
    return without_drafts(tables)


def losses_in(tables: Tables) -> list[Finding]:
    """The findings which mean that a record or a value was lost in reading."""
    return [
        finding
        for finding in tables.findings
        if finding.code not in TOLERATED | NO_RECORDS and finding.mark.file.partition("/")[2] != SITE
    ]


def keyed_rows(contract: Contract, rows: Mapping[str, Iterable[Row]]) -> Rows:
    """Rows by table and primary key.

    Raises:
        Unreadable: two records have the same key.
    """
    try:
        return keyed(contract, rows)
    except DuplicateKey as duplicate:
        raise Unreadable([_finding_of(contract, duplicate)]) from None


def _finding_of(contract: Contract, duplicate: DuplicateKey) -> Finding:
    spec = contract.tables[duplicate.table]
    value = "、".join(duplicate.row[column] for column in identity(spec))
    values = {"table": spec.title, "value": value, "other": duplicate.other.mark}
    return Finding("primary-key", duplicate.row.mark, values)


@dataclass(slots=True)
class Snapshots:
    """Reads states of the ledger from git, one after the other."""

    repository: Repository
    contract: Contract
    contents: dict[str, bytes] = field(default_factory=dict)
    """The contents of the files of the last state, by the names that git gives them."""
    _read: dict[str, tuple[list[str], Rows]] = field(default_factory=dict)
    """File name → the names of the contents that decide about its rows, and its rows."""

    def rows(self, files: Mapping[str, str]) -> Rows:
        """The rows of a state, given as file name → name of the content.

        Raises:
            Unreadable: a record or a value would be lost. The next state can still be read.
        """
        names = sorted(files, key=_reading_order)
        kinds = dict.fromkeys(map(kind_of_file, names))
        shared = {kind: [name for name in names if kind_of_file(name) in _needed(kind)] for kind in kinds}
        made_of = {name: [files[other] for other in (name, *shared[kind_of_file(name)])] for name in names}
        stale = {name for name in names if name not in self._read or self._read[name][0] != made_of[name]}
        together = {other: files[other] for name in stale for other in (name, *shared[kind_of_file(name)])}
        self.keep_contents(files.values(), together.values())
        if stale or not files:
            by_file = _by_file(tables_of(self.contract, together, self.contents, upgrade=True).rows)
            for name in stale:
                self._read[name] = made_of[name], keyed_rows(self.contract, by_file.get(name, {}))
        return self._joined(names)

    def keep_contents(self, current: Iterable[str], needed: Iterable[str]) -> None:
        """Get the needed contents from git, and forget those that no current file has."""
        missing = dict.fromkeys(blob for blob in needed if blob not in self.contents)
        everything = self.contents | self.repository.contents([*missing])
        self.contents = {blob: everything[blob] for blob in dict.fromkeys(current) if blob in everything}

    def _joined(self, names: Iterable[str]) -> Rows:
        """The rows of all files together."""
        self._read = {name: self._read[name] for name in names}
        joined: Rows = {table: {} for table in self.contract.tables}
        for _, rows in self._read.values():
            for table, of_file in rows.items():
                for key in joined[table].keys() & of_file.keys():
                    duplicate = DuplicateKey(table, of_file[key], joined[table][key])
                    raise Unreadable([_finding_of(self.contract, duplicate)])
                joined[table] |= of_file
        return joined


def _reading_order(name: str) -> tuple[int, str]:
    kinds = [*TAKES_FROM, kind_of_file(name)]
    return kinds.index(kind_of_file(name)), name


def _needed(kind: str) -> tuple[str, ...]:
    """The kinds of files that a file of one kind is read together with."""
    return (*ALWAYS_READ, *TAKES_FROM.get(kind, ()))


def _by_file(tables: Mapping[str, Iterable[Row]]) -> dict[str, dict[str, list[Row]]]:
    """Rows by the file in which they stand, and by table."""
    by_file: dict[str, dict[str, list[Row]]] = {}
    for table, rows in tables.items():
        for row in rows:
            by_file.setdefault(row.mark.file.partition("/")[2], {}).setdefault(table, []).append(row)
    return by_file
