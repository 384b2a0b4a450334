"""What the change log keeps between runs: its entries, and the contents that it read from git, by git's names."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from generator.history.change_log import LogEntry
from generator.history.diff import Change, Value
from generator.ledger.contract import Contract
from generator.ledger.reading.yaml_reader import VERSION
from generator.support.cache_store import CacheStore, digest

NAME = "history/log"

LAYOUT = "3"
"""How an entry is stored: a log that is stored in another way is read from git again."""


@dataclass(slots=True)
class StoredLog:
    """The result of an earlier run."""

    oldest: str = ""
    """The first commit that this copy of the repository had."""
    newest: str = ""
    """The commit up to which the log goes."""
    entries: list[LogEntry] = field(default_factory=list)
    contents: dict[str, bytes] = field(default_factory=dict)
    """The contents of the newest state, by their names in git."""


def load_log(store: CacheStore, contract: Contract, place: str) -> StoredLog:
    """The log of the last run; an empty one where there is none.

    Args:
        store: where it is kept.
        contract: the contract with which it was read.
        place: the ledger's folder within its repository, which may hold other ledgers, too.
    """
    plain = store.load(NAME, _key(contract, place))
    if plain is None:
        return StoredLog()
    oldest, newest, entries, contents = plain
    return StoredLog(oldest, newest, [_entry(entry) for entry in entries], contents)


def save_log(store: CacheStore, contract: Contract, place: str, log: StoredLog) -> None:
    """Keep a log for the next run."""
    store.save(
        NAME, _key(contract, place), (log.oldest, log.newest, [_plain(entry) for entry in log.entries], log.contents)
    )


def _key(contract: Contract, place: str) -> bytes:
    """A digest of what is read and how: another folder, contract or YAML reader has another log."""
    return digest(json.dumps(contract.descriptor), place, VERSION, LAYOUT)


def _plain(entry: LogEntry) -> Any:
    changes = [(*change[:-2], [tuple(value) for value in change.values], change.words) for change in entry.changes]
    return (*entry[:3], changes, entry.begun, entry.unreadable, entry.note)


def _entry(plain: Any) -> LogEntry:
    id_, date, subject, changes, begun, unreadable, note = plain
    restored = [Change._make((*head, tuple(map(Value._make, values)), words)) for *head, values, words in changes]
    return LogEntry(id_, date, subject, tuple(restored), begun, unreadable, note)
