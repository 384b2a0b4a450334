"""What every commit changed in the ledger, value by value.

The files of each commit become rows as today's files do, with today's contract: keys that it does not know are
ignored. A commit whose files cannot all be read is marked as unreadable, and the next one is compared with the last
one that could be read. Entries are kept between runs: the next run reads only the commits that came since.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from generator.history.change_log import ChangeLog, LogEntry
from generator.history.change_log_cache import StoredLog, load_log, save_log
from generator.history.diff import Change, RowDiff, Rows
from generator.history.git import NoHistory, Repository
from generator.history.snapshots import Snapshots, Unreadable, keyed_rows, losses_in
from generator.ledger.checks.drafts import without_drafts
from generator.ledger.contract import Contract
from generator.ledger.reading.ledger_files import find_files
from generator.ledger.reading.tables import build_tables
from generator.support.cache_store import CacheStore
from generator.support.collector import collector_paused


def read_log(folder: Path, contract: Contract, store: CacheStore) -> ChangeLog:
    """The history of a ledger's folder.

    Args:
        folder: the ledger, data/.
        contract: today's contract, with which all commits are read.
        store: where the entries of an earlier run are stored.
    """
    try:
        with closing(Repository(folder)) as repository, collector_paused():
            entries = _entries(repository, contract, store)
            return ChangeLog(tuple(entries), "", repository.shallow, repository.uncommitted())
    except NoHistory as none:
        return ChangeLog(missing=none.reason)


def _entries(repository: Repository, contract: Contract, store: CacheStore) -> list[LogEntry]:
    """An entry for each commit that touches the ledger, from the store as far as it has them."""
    stored = load_log(store, contract, repository.place)
    newest, oldest = repository.commit_ids[0], repository.commit_ids[-1]
    still_there = set(repository.commit_ids) if stored.oldest == oldest else set()
    entries = [entry for entry in stored.entries if entry.id in still_there]
    since = stored.newest if stored.newest in still_there else entries[-1].id if entries else None
    if since != newest:
        snapshots = Snapshots(repository, contract, stored.contents)
        entries += _new_entries(snapshots, entries, since)
        save_log(store, contract, repository.place, StoredLog(oldest, newest, entries, snapshots.contents))
    return entries


def _new_entries(snapshots: Snapshots, known: list[LogEntry], since: str | None) -> list[LogEntry]:
    """The entries of the commits after ``since``."""
    repository = snapshots.repository
    commits = list(repository.commits(since))
    if not commits:
        return []
    readable = [entry.id for entry in known if not entry.unreadable]
    files = repository.tree(known[-1].id) if known else {}
    before = snapshots.rows(repository.tree(readable[-1])) if readable else None
    entries = []
    for commit in commits:
        files |= {file.name: file.new for file in commit.files if file.new is not None}
        for file in commit.files:
            if file.new is None:
                files.pop(file.name, None)
        entry = LogEntry(commit.id, commit.date, commit.subject, (), (), (), commit.note)
        try:
            rows = snapshots.rows(files)
        except Unreadable as unreadable:
            entries.append(entry._replace(unreadable=unreadable.files))
            continue
        entries.append(_compared(snapshots.contract, entry, before, rows))
        before = rows
    return entries


def _compared(contract: Contract, entry: LogEntry, before: Rows | None, rows: Rows) -> LogEntry:
    """The entry with what changed since the last state that could be read."""
    if before is None:
        return entry._replace(begun=tuple((table, len(records)) for table, records in rows.items() if records))
    return entry._replace(changes=tuple(RowDiff(contract, rows).changes(before, rows)))


def differences(folder: Path, contract: Contract, old: str, new: str | None) -> list[Change]:
    """What changed from one revision to another, or to the files as they are where ``new`` is None.

    Raises:
        NoHistory: the folder is in no repository, or in a damaged one.
        UnknownRevision: ``old`` or ``new`` is no commit.
        Unreadable: a state cannot be read as rows.
    """
    with closing(Repository(folder)) as repository:
        revisions = [repository.resolve(name) for name in (old, new) if name is not None]
        snapshots = Snapshots(repository, contract)
        states = [snapshots.rows(repository.tree(commit)) for commit in revisions]
    if new is None:
        states.append(_rows_on_disk(folder, contract))
    return RowDiff(contract, states[1]).changes(*states)


def _rows_on_disk(folder: Path, contract: Contract) -> Rows:
    tables = build_tables(find_files(folder), contract)
    if losses := losses_in(tables):
        raise Unreadable(losses)
    return keyed_rows(contract, without_drafts(tables).rows)
