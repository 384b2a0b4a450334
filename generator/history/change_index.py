"""The history of the ledger as pages look at it: by record, every look noted."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nlargest
from typing import NamedTuple

from generator.history.change_log import ChangeLog, LogEntry
from generator.history.diff import Change
from generator.support.cache_store import digest

CHANGES = "changes"
"""Name of the look-up."""

RECENT = 5
"""How many changes a page of a record tells."""


class DatedChange(NamedTuple):
    """A change with its commit; ``place`` tells which of two came later."""

    place: tuple[int, int]
    entry: LogEntry
    change: Change


class ChangeIndex:
    """Changes by the records whose pages tell of them (``table/id``)."""

    def __init__(self, log: ChangeLog) -> None:
        self.log = log
        """Not noted: for whoever makes no page."""
        self._moments: dict[str, list[DatedChange]] = {}
        for number, entry in enumerate(log.entries):
            for place, change in enumerate(entry.changes):
                for owner in dict.fromkeys(change.owners):
                    self._moments.setdefault(owner, []).append(DatedChange((number, -place), entry, change))

    @property
    def known(self) -> bool:
        """Whether there is any history; pages are made anew when this changes, so it is not noted."""
        return self.log.begin is not None

    def recent(self, owners: Iterable[str]) -> list[DatedChange]:
        """The newest changes of some records, the newest first, each once."""
        found: dict[tuple[int, int], DatedChange] = {}
        for owner in owners:
            found |= {moment.place: moment for moment in self._moments.get(owner, ())[-RECENT:]}
        return nlargest(RECENT, found.values())

    def every(self, owners: Iterable[str]) -> list[DatedChange]:
        """All changes of some records, the newest first; not noted."""
        found = {moment.place: moment for owner in owners for moment in self._moments.get(owner, ())}
        return sorted(found.values(), reverse=True)

    @property
    def owners(self) -> Iterable[str]:
        """The records that have changes; not noted."""
        return self._moments

    def digest(self, owner: str) -> bytes:
        """A digest of a look and of what it gives."""
        log, begin = self.log, self.log.begin
        if not owner:
            heads = [(*entry[:3], entry.unreadable, len(entry.changes)) for entry in log.entries]
            return digest(CHANGES, repr((heads, log.missing, log.shallow, log.uncommitted)))
        moments = self._moments.get(owner, ())[-RECENT:]
        since = (begin.day, log.shallow) if begin and not moments else ()
        return digest(CHANGES, owner, repr((since, [(m.entry[:3], m.change) for m in moments])))
