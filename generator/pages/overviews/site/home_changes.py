"""The newest changes on the home page: a line for each day, edits of wording folded into a number."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.history.change_log import LogEntry
from generator.history.reports import counted
from generator.history.wording_edits import without_wording, wordings
from generator.language import formatting, history_words
from generator.pages.components.changes.recent_changes import page_of
from generator.pages.components.references import Ref

DAYS = 4
"""Days that the page tells of."""
NAMED = 2
"""Records of a day that are named."""
BEGUN = ("documents", "tasks", "targets", "observations", "reports")
"""Tables that are counted where the ledger begins."""


class ChangedDay(NamedTuple):
    """What a day changed."""

    day: str
    words: tuple[str, ...]
    """What its change says to readers; empty where the day has several changes, of which it would name one."""
    counts: str
    """How much changed, in words; empty where nothing but wording did."""
    named: tuple[Ref, ...]
    more: bool
    """Whether other records changed, too."""
    wordings: int
    """Values of which only punctuation and wording changed."""
    begun: str
    """With how much the ledger began; empty on any other day."""


def changed_days(index: LedgerIndex) -> tuple[ChangedDay, ...]:
    """The newest days on which something changed, the newest first."""
    entries = reversed(index.changes.log.entries)
    days = (_day(index, day, list(own)) for day, own in groupby(entries, key=lambda entry: entry.day))
    told = (day for day in days if day.counts or day.wordings or day.begun)
    return tuple(day for day, _ in zip(told, range(DAYS), strict=False))


def _day(index: LedgerIndex, day: str, entries: list[LogEntry]) -> ChangedDay:
    changes = [change for entry in entries for change in without_wording(entry.changes)]
    refs = [Ref(change.title, path) for change in changes if (path := page_of(index, change))]
    told = [entry for entry in entries if entry.changes or entry.begun]
    named = [*dict.fromkeys(refs)]
    begun = [
        history_words.TABLE_COUNT.format(table=index.contract.tables[table].title, count=count)
        for entry in entries
        for table, count in entry.begun
        if table in BEGUN and count
    ]
    return ChangedDay(
        day=day,
        words=tuple(entry.words for entry in told if entry.words and entry.changes) if len(told) == 1 else (),
        counts=counted(changes),
        named=tuple(named[:NAMED]),
        more=len(named) > NAMED,
        wordings=sum(len(change.values) for entry in entries for change in wordings(entry.changes)),
        begun=history_words.BEGUN_COMMIT.format(counts=formatting.AND.join(begun)) if begun else "",
    )
