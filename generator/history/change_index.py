"""The change log by record: what changed on a record, and when it last changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from heapq import nlargest
from typing import NamedTuple

from generator.history.change_log import ChangeLog, LogEntry
from generator.history.diff import Change

RECENT = 5
"""How many changes the page of a record shows."""


class DatedChange(NamedTuple):
    """A change with its commit; ``place`` says which of two came later."""

    place: tuple[int, int]
    entry: LogEntry
    change: Change


class ChangeIndex:
    """Changes by the records on whose pages they are shown, their owners, written ``table/id``."""

    def __init__(self, log: ChangeLog) -> None:
        self.log = log
        self._changes: dict[str, list[DatedChange]] = {}
        """Owner → its changes, the oldest commit first."""
        self._table_days: dict[str, date | None] = {}
        """Table → the day of the last commit that changed it."""
        for number, entry in enumerate(log.entries):
            for place, change in enumerate(entry.changes):
                self._table_days[change.table] = _day(entry)
                for owner in dict.fromkeys(change.owners):
                    self._changes.setdefault(owner, []).append(DatedChange((number, -place), entry, change))

    @property
    def known(self) -> bool:
        """Whether there is any history."""
        return self.log.begin is not None

    def recent(self, owners: Iterable[str]) -> list[DatedChange]:
        """The newest changes of some records, the newest first, each once."""
        return nlargest(RECENT, _each_once(self._changes.get(owner, [])[-RECENT:] for owner in owners))

    def every(self, owners: Iterable[str]) -> list[DatedChange]:
        """All changes of some records, the newest first, each once."""
        return sorted(_each_once(self._changes.get(owner, []) for owner in owners), reverse=True)

    def last_changed(self, table: str, id_: str) -> date | None:
        """The day of the last commit that changed a record or what belongs to it.

        None where git does not say: there is no history, or the change is older than this copy of the repository.
        """
        changes = self._changes.get(f"{table}/{id_}")
        return _day(changes[-1].entry) if changes else self._first_day

    def table_changed(self, table: str) -> date | None:
        """The same of all records of a table."""
        return self._table_days.get(table) or self._first_day

    @property
    def data_changed(self) -> date | None:
        """The same of all data."""
        changed = [entry for entry in self.log.entries if entry.changes]
        return _day(changed[-1]) if changed else self._first_day

    @property
    def _first_day(self) -> date | None:
        """The day on which the ledger begins: what was not changed since is as old."""
        begin = self.log.begin
        return _day(begin) if begin and not self.log.shallow else None

    @property
    def owners(self) -> Iterable[str]:
        """The records that have changes."""
        return self._changes


def _day(entry: LogEntry) -> date | None:
    """The day of a commit; None where its date is none, as odd tools write it."""
    try:
        return date.fromisoformat(entry.day)
    except ValueError:
        return None


def _each_once(lists: Iterable[list[DatedChange]]) -> Iterable[DatedChange]:
    return {dated.place: dated for changes in lists for dated in changes}.values()
