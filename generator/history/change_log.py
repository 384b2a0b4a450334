"""What every commit changed in the ledger, value by value.

Each commit's files become rows as today's files do, with today's contract: keys that it does not know are passed over.
A commit whose files cannot all be read as rows is told as such, and the next one that can is compared with the last one
that could. What was found out of a commit is kept: the next build reads only the commits that came since, and of these
only the files that they changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from generator.history.diff import POSITION, Change, DuplicateKey, Key, RowDiff, Rows, Value, keyed
from generator.history.git import Commit, NoHistory, Repository
from generator.ledger.contract import Contract
from generator.ledger.enums import Edit
from generator.ledger.load import undisturbed
from generator.ledger.reading.kept import Leaf
from generator.ledger.reading.nodes import Finding, Mark, worst_first
from generator.ledger.reading.rows import Part, Row
from generator.ledger.reading.table_builder import SITE, Tables, build_tables
from generator.ledger.reading.yaml_reader import VERSION, Place, Tree, read_tree
from generator.support.cache_store import CacheStore, digest

LABEL = "data"
LOG, STATE = "history/log", "history/state"
"""Names in the store: what was found out of each commit; the rows of the newest."""

TOLERATED = frozenset({"unknown-key", "no-source", "name-twice", "path-unknown", "required"})
"""Faults that lose no record and no known value: an older contract is written so."""


class LogEntry(NamedTuple):
    """A commit that touches the ledger: plain data."""

    id: str
    date: str
    subject: str
    changes: tuple[Change, ...]
    begun: tuple[tuple[str, int], ...]
    """For the first commit that can be read, instead of changes: tables and how many records each has."""
    unreadable: tuple[str, ...]
    """The files that cannot be read, or lack, in a commit that is passed over."""

    @property
    def day(self) -> str:
        """The date without its time, where the author was."""
        return self.date[:10]

    @property
    def short(self) -> str:
        return self.id[:8]

    def count(self, edit: Edit) -> int:
        """How many records are new or gone, or how many values of records changed."""
        found = [c for c in self.changes if c.edit == edit]
        return sum(len(c.values) for c in found) if edit is Edit.CHANGED else len(found)


@dataclass(frozen=True, slots=True)
class ChangeLog:
    """The history of a ledger, or why there is none."""

    entries: tuple[LogEntry, ...] = ()
    """The oldest first; commits that change no value are among them."""
    missing: str = "not-asked"
    """Why there is no history, a key of :data:`terms.NO_HISTORY`; empty where there is one."""
    shallow: bool = False
    """Whether older commits are not in this copy of the repository."""
    uncommitted: bool = False
    """Whether the ledger has changes that are no commit yet."""

    @property
    def begin(self) -> LogEntry | None:
        """The first commit that could be read."""
        return next((e for e in self.entries if e.begun), None)


NO_CHANGE_LOG = ChangeLog()


class Unreadable(Exception):
    """A state of the ledger that cannot be read as rows; ``findings`` say why."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        super().__init__()
        self.findings = worst_first(findings)

    @property
    def files(self) -> tuple[str, ...]:
        """The files that are at fault."""
        names = (f.mark.file.partition("/")[2] for f in self.findings)
        return tuple(name.encode(errors="replace").decode() for name in dict.fromkeys(names))


def read_log(folder: Path, contract: Contract, store: CacheStore) -> ChangeLog:
    """The history of a ledger's folder."""
    try:
        repository = Repository(folder)
    except NoHistory as none:
        return ChangeLog(missing=none.reason)
    try:
        with undisturbed():
            entries = _entries(repository, contract, store)
        return ChangeLog(entries, "", repository.shallow, repository.uncommitted())
    finally:
        repository.close()


def differences(folder: Path, contract: Contract, old: str, new: str | None) -> list[Change]:
    """What changed from one revision to another, or to the files as they are where ``new`` is None.

    Raises NoHistory, UnknownRevision and Unreadable.
    """
    repository = Repository(folder)
    try:
        revisions = [repository.resolve(name) for name in (old, new) if name is not None]
        snapshots = Snapshots(repository, contract)
        states = [_rows(contract, snapshots.tables(repository.tree(id_))) for id_ in revisions]
        if new is None:
            states.append(_rows(contract, build_tables(read_tree(folder), contract)))
        return RowDiff(contract, states[1]).changes(*states)
    finally:
        repository.close()


def _rows(contract: Contract, tables: Tables) -> Rows:
    if found := faults(tables):
        raise Unreadable(found)
    try:
        return keyed(contract, tables.rows)
    except DuplicateKey as twice:
        raise Unreadable([_twice(contract, twice)]) from None


def faults(tables: Tables) -> list[Finding]:
    """The findings that mean that a record or a value was lost in reading."""
    return [f for f in tables.findings if f.code not in TOLERATED and not _harmless(f)]


def _harmless(finding: Finding) -> bool:
    """Whether a file is at fault that holds no records."""
    return finding.mark.file.partition("/")[2] == SITE or finding.code == "file-suffix"


def _twice(contract: Contract, twice: DuplicateKey) -> Finding:
    spec = contract.tables[twice.table]
    value = "、".join(twice.row[column] for column in spec.primary_key)
    return Finding("primary-key", twice.row.mark, {"table": spec.title, "value": value, "other": twice.other.mark})


# -- the rows of a commit


@dataclass(frozen=True, slots=True)
class Blob:
    """A content in git: known by its name until somebody has to read it."""

    name: str
    suffix: str = ".yml"

    def read_bytes(self) -> bytes:
        return self.name.encode()


@dataclass(slots=True)
class _Lacking(Exception):
    """A content that this copy of the repository does not have."""

    content: str


class Snapshots:
    """Reads states of the ledger one after the other; a file that is as it was is not read again."""

    def __init__(self, repository: Repository, contract: Contract) -> None:
        self._repository, self._contract = repository, contract
        self.leaves: dict[str, tuple[bytes, Leaf]] = {}
        """What was read of each file, with the name of its content."""
        self.texts: dict[str, bytes] = {}
        """Contents of the other files, which are read each time: much depends on them."""

    def tables(self, names: dict[str, str]) -> Tables:
        """The rows of a state, given as its files and the names of their contents.

        Raises Unreadable where this copy of the repository lacks a content.
        """
        tree = Tree(LABEL, {name: _blob(names[name]) for name in sorted(names)}, spelled=self._text)
        try:
            tables = build_tables(tree, self._contract, self)
        except _Lacking as lacking:
            lost = [Finding("file-unreadable", Mark(tree.file(n))) for n, b in names.items() if b == lacking.content]
            raise Unreadable(lost) from None
        self.leaves = {name: leaf for name, leaf in self.leaves.items() if name in names}
        again = {names[name] for name in names.keys() - self.leaves.keys()}
        self.texts = {name: text for name, text in self.texts.items() if name in again}
        return tables

    def _text(self, content: bytes) -> bytes:
        name = content.decode()
        if name not in self.texts:
            self.fetch([name])
        if name not in self.texts:
            raise _Lacking(name)
        return self.texts[name]

    def fetch(self, contents: Iterable[str]) -> None:
        """Get contents that will be read at one stroke."""
        wanted = [name for name in dict.fromkeys(contents) if name not in self.texts]
        self.texts |= self._repository.contents(wanted)

    # -- as whoever keeps leaves

    def key(self, name: str, raw: bytes) -> bytes:
        """The name of a file's content."""
        return raw

    def load(self, name: str, key: bytes) -> Leaf | None:
        """What was read of a file that had the same content."""
        known, leaf = self.leaves.get(name, (b"", None))
        return leaf if known == key else None

    def save(self, name: str, key: bytes, leaf: Leaf) -> None:
        """Keep what was read; where a record stands among others does not matter here, and would change too often."""
        if leaf.sound:
            asked = {question: answer for question, answer in leaf.asked.items() if question[0] != POSITION}
            self.leaves[name] = (key, Leaf(asked, {}, leaf.rows))


def _blob(name: str) -> Place:
    return Blob(name)


# -- from commit to commit


@dataclass(slots=True)
class State:
    """The newest readable state: its rows by file, and by table and key."""

    contract: Contract
    parts: dict[tuple[str, str], Part] = field(default_factory=dict)
    rows: Rows = field(default_factory=dict)

    def take(self, tables: Tables) -> list[Change]:
        """Go on to the next state and tell what changed; only files that are not as they were are compared.

        Raises Unreadable, and is as it was then.
        """
        if found := faults(tables):
            raise Unreadable(found)
        parts = {(p.name, p.table): p for p in tables.parts}
        old = self._keyed(p for place, p in self.parts.items() if place not in parts or parts[place].key != p.key)
        new = self._keyed(p for place, p in parts.items() if place not in self.parts or self.parts[place].key != p.key)
        rows = {table: self._replaced(table, old[table], new[table]) for table in self.contract.tables}
        self.parts, self.rows = parts, rows
        return RowDiff(self.contract, rows).changes(old, new)

    def _replaced(self, table: str, old: dict[Key, Row], new: dict[Key, Row]) -> dict[Key, Row]:
        """The rows of a table with some of them replaced."""
        rows = self.rows.get(table, {})
        if not old and not new:
            return rows
        rows = {key: row for key, row in rows.items() if key not in old}
        for key, row in new.items():
            if (other := rows.setdefault(key, row)) is not row:
                raise Unreadable([_twice(self.contract, DuplicateKey(table, row, other))])
        return rows

    def _keyed(self, parts: Iterable[Part]) -> Rows:
        found: dict[str, list[Row]] = {}
        for part in parts:
            found.setdefault(part.table, []).extend(part.rows)
        try:
            return keyed(self.contract, found)
        except DuplicateKey as twice:
            raise Unreadable([_twice(self.contract, twice)]) from None


def _entries(repository: Repository, contract: Contract, store: CacheStore) -> tuple[LogEntry, ...]:
    """An entry for each commit that touches the ledger, from the store as far as it knows them."""
    key = digest(json.dumps(contract.descriptor), VERSION)
    oldest, newest, plain = store.load(LOG, key) or ("", "", ())
    line = repository.line
    known = set(line) if oldest == line[-1] else set()
    entries = [entry for entry in map(_entry, plain) if entry.id in known]
    since = newest if newest in known else entries[-1].id if entries else None
    if since == line[0]:
        store.hold(STATE)
        return tuple(entries)
    if commits := list(repository.commits(since)):
        _walk(repository, contract, store, key, entries, commits)
    else:
        store.hold(STATE)
    store.save(LOG, key, (line[-1], line[0], [_plain(e) for e in entries]))
    return tuple(entries)


def _walk(
    repository: Repository,
    contract: Contract,
    store: CacheStore,
    key: bytes,
    entries: list[LogEntry],
    commits: list[Commit],
) -> None:
    """Append the entries of new commits."""
    snapshots, state = Snapshots(repository, contract), State(contract)
    names = repository.tree(entries[-1].id) if entries else {}
    base = next((e.id for e in reversed(entries) if not e.unreadable), "")
    if base and not _restored(snapshots, state, store.load(STATE, digest(key, base))):
        state.take(snapshots.tables(repository.tree(base)))
    for commit in commits:
        for file in commit.files:
            if file.new is None:
                names.pop(file.name, None)
            else:
                names[file.name] = file.new
        snapshots.fetch(file.new for file in commit.files if file.new)
        entry = _step(snapshots, state, commit, names, bool(base))
        entries.append(entry)
        base = base if entry.unreadable else entry.id
    store.save(STATE, digest(key, base), _packed(snapshots, state))


def _step(snapshots: Snapshots, state: State, commit: Commit, names: dict[str, str], begun: bool) -> LogEntry:
    """The entry of one commit."""
    entry = LogEntry(commit.id, commit.date, commit.subject, (), (), ())
    try:
        changes = state.take(snapshots.tables(names))
    except Unreadable as unreadable:
        return entry._replace(unreadable=unreadable.files)
    if begun:
        return entry._replace(changes=tuple(changes))
    counts = ((table, len(rows)) for table, rows in state.rows.items())
    return entry._replace(begun=tuple((table, number) for table, number in counts if number))


# -- plain data for the store


def _plain(entry: LogEntry) -> Any:
    changes = [(*change[:-2], [tuple(v) for v in change.values], change.words) for change in entry.changes]
    return (*entry[:3], changes, entry.begun, entry.unreadable)


def _entry(plain: Any) -> LogEntry:
    id_, date, subject, changes, begun, unreadable = plain
    told = [Change._make((*head, tuple(map(Value._make, values)), words)) for *head, values, words in changes]
    return LogEntry(id_, date, subject, tuple(told), begun, unreadable)


def _packed(snapshots: Snapshots, state: State) -> Any:
    """The newest state, so that the next commit is compared without reading this one again."""
    parts = [(p.name, p.table, p.key, [row.cells for row in p.rows]) for p in state.parts.values()]
    leaves = {name: (key, leaf.asked, [*leaf.rows]) for name, (key, leaf) in snapshots.leaves.items()}
    return parts, leaves, snapshots.texts


def _restored(snapshots: Snapshots, state: State, packed: Any) -> bool:
    """Take up what an earlier run left; False where it left nothing."""
    if packed is None:
        return False
    parts, leaves, snapshots.texts = packed
    for name, table, key, cells in parts:
        mark = Mark(f"{LABEL}/{name}")
        state.parts[name, table] = Part(name, table, [Row(own, {}, mark) for own in cells], key)
    state.rows = state._keyed(state.parts.values())
    for name, (key, asked, tables) in leaves.items():
        if all((name, table) in state.parts for table in tables):
            leaf = Leaf(asked, {}, {table: state.parts[name, table].rows for table in tables})
            snapshots.leaves[name] = (key, leaf)
    return True
