"""The page of all changes of the ledger, commit by commit."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.history.change_log import LogEntry
from generator.language import formatting, history_words
from generator.ledger.enums import Edit
from generator.pages.components.recent_changes import ChangeRow, change_row, page_of
from generator.pages.context import PageContext
from generator.pages.page import index_kind

MOST_COMMITS = 200
MOST_LINES = 2000
"""How much the page shows; the rest is in its downloads."""


class CommitChanges(NamedTuple):
    """A commit with what it changed."""

    id: str
    short: str
    day: str
    subject: str
    values: int
    added: int
    removed: int
    changes: tuple[ChangeRow, ...]
    more: int
    """Records that are not shown."""
    begun: tuple[tuple[str, int], ...]
    unreadable: tuple[str, ...]


class MonthChanges(NamedTuple):
    """Commits of one month that follow each other."""

    anchor: str
    title: str
    commits: tuple[CommitChanges, ...]


class ChangesView(NamedTuple):
    """What the page shows."""

    missing: str
    """Why there is no history; empty where there is one."""
    months: tuple[MonthChanges, ...]
    commits_more: int
    without_changes: int
    """Commits that touch the ledger's files and change no value."""
    shallow: str
    """The day before which nothing is known in this copy; empty where all is known."""
    uncommitted: bool


def changes_view(index: LedgerIndex) -> ChangesView:
    """The newest commits that changed something, as many as there is room for."""
    log = index.changes.log
    entries = [e for e in reversed(log.entries) if e.changes or e.begun or e.unreadable]
    commits: list[CommitChanges] = []
    room = MOST_LINES
    for entry in entries[:MOST_COMMITS]:
        if room <= 0:
            break
        commits.append(_commit(index, entry, room))
        room -= sum(max(1, len(row.fields)) for row in commits[-1].changes)
    shallow = log.begin.day if log.shallow and log.begin else ""
    without_changes = len(log.entries) - len(entries)
    missing = history_words.NO_HISTORY[log.missing] if log.missing else ""
    return ChangesView(
        missing, _months(commits), len(entries) - len(commits), without_changes, shallow, log.uncommitted
    )


def _commit(index: LedgerIndex, entry: LogEntry, room: int) -> CommitChanges:
    shown: list[ChangeRow] = []
    for change in entry.changes:
        if room <= 0:
            break
        shown.append(change_row(index, change, page_of(index, change), room))
        room -= max(1, len(shown[-1].fields))
    begun = tuple((index.contract.tables[table].title, number) for table, number in entry.begun)
    return CommitChanges(
        id=entry.id,
        short=entry.short,
        day=entry.day,
        subject=entry.subject,
        values=entry.count(Edit.CHANGED),
        added=entry.count(Edit.ADDED),
        removed=entry.count(Edit.REMOVED),
        changes=tuple(shown),
        more=len(entry.changes) - len(shown),
        begun=begun,
        unreadable=entry.unreadable,
    )


def _months(commits: list[CommitChanges]) -> tuple[MonthChanges, ...]:
    months = groupby(commits, key=lambda commit: commit.day[:7])
    return tuple(
        MonthChanges(f"month-{number}", formatting.period(month), tuple(own))
        for number, (month, own) in enumerate(months, 1)
    )


def _view(context: PageContext) -> ChangesView:
    return changes_view(context.index)


KINDS = (
    index_kind("changes", _view, template="overviews/openness/changes.html", order=220, map_order=170, above=("data",)),
)
