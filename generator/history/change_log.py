"""The change log of a ledger: one entry for each commit that touches it (:mod:`log_reader` reads it from git)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.history.diff import Change
from generator.language import formatting
from generator.ledger.enums import Edit


class LogEntry(NamedTuple):
    """A commit that touches the ledger."""

    id: str
    date: str
    """The author's date with time and zone."""
    subject: str
    changes: tuple[Change, ...]
    begun: tuple[tuple[str, int], ...]
    """For the first commit that can be read, instead of changes: tables and how many records each has."""
    unreadable: tuple[str, ...]
    """The files that cannot be read, or are missing, in a commit that is skipped."""
    note: str = ""
    """What its message says to readers of the site (the trailer ``Note``)."""

    @property
    def words(self) -> str:
        """What readers are told of it: its note, else its subject where that is Chinese, else nothing."""
        return self.note or (self.subject if any(map(formatting.is_chinese, self.subject)) else "")

    @property
    def day(self) -> str:
        """The date without its time, where the author was."""
        return self.date[:10]

    @property
    def short(self) -> str:
        """The beginning of the id, as people write it."""
        return self.id[:8]

    def without(self, tables: Collection[str]) -> LogEntry:
        """The same without what it did to some tables."""
        changes = tuple(change for change in self.changes if change.table not in tables)
        return self._replace(changes=changes, begun=tuple(one for one in self.begun if one[0] not in tables))

    def count(self, edit: Edit) -> int:
        """How many records are new or gone, or how many values of records changed."""
        changes = [change for change in self.changes if change.edit == edit]
        return sum(len(change.values) for change in changes) if edit is Edit.CHANGED else len(changes)


@dataclass(frozen=True, slots=True)
class ChangeLog:
    """The history of a ledger, or why there is none."""

    entries: tuple[LogEntry, ...] = ()
    """The oldest first; commits that change no value are among them."""
    missing: str = "not-read"
    """Why there is no history, a key of :data:`history_words.NO_HISTORY`; empty where there is one."""
    shallow: bool = False
    """Whether older commits are not in this copy of the repository."""
    uncommitted: bool = False
    """Whether the ledger has changes that are no commit yet."""

    def without(self, tables: Collection[str]) -> ChangeLog:
        """The history without that of some tables; a commit that changed nothing else is not in it."""
        if not tables:
            return self
        shown = ((entry, entry.without(tables)) for entry in self.entries)
        return replace(self, entries=tuple(own for entry, own in shown if own.changes or not entry.changes))

    @property
    def begin(self) -> LogEntry | None:
        """The first commit that could be read."""
        return next((entry for entry in self.entries if not entry.unreadable), None)


NO_CHANGE_LOG = ChangeLog()
