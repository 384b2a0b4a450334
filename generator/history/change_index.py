"""The change log by record: what changed on a record, and when it last changed."""

from __future__ import annotations

from collections.abc import Iterable
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
        for number, entry in enumerate(log.entries):
            for place, change in enumerate(entry.changes):
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

    @property
    def owners(self) -> Iterable[str]:
        """The records that have changes."""
        return self._changes


def _each_once(lists: Iterable[list[DatedChange]]) -> Iterable[DatedChange]:
    return {dated.place: dated for changes in lists for dated in changes}.values()
