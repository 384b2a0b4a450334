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
FEW_LINES = 8
"""How much the page shows (the rest is in its downloads), and how much of a commit it shows unfolded."""


class ChangedRecord(NamedTuple):
    """A record with a value before and after; ``row`` names the record."""

    row: ChangeRow
    old: str
    new: str


class ChangeGroup(NamedTuple):
    """What a commit did alike to several records: one field changed, or records of one table are new or gone."""

    table: str
    field: str
    """The title of the field that changed; empty where records are new or gone."""
    edit: str
    records: tuple[ChangedRecord, ...]
    open: bool
    """Whether it is short enough to be shown unfolded."""


class CommitChanges(NamedTuple):
    """A commit with what it changed."""

    id: str
    short: str
    day: str
    subject: str
    values: int
    added: int
    removed: int
    groups: tuple[ChangeGroup, ...]
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
        room -= sum(len(group.records) for group in commits[-1].groups)
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
        groups=_groups(shown),
        more=len(entry.changes) - len(shown),
        begun=begun,
        unreadable=entry.unreadable,
    )


def _groups(changes: list[ChangeRow]) -> tuple[ChangeGroup, ...]:
    """The changes of a commit by what was done, in the order in which each kind first occurs."""
    groups: dict[tuple[str, str, str], list[ChangedRecord]] = {}
    for row in changes:
        if row.fields:
            for field in row.fields:
                records = groups.setdefault((row.table, field.title, row.edit), [])
                records.append(ChangedRecord(row, field.old, field.new))
        else:
            gone = row.edit == Edit.REMOVED
            record = ChangedRecord(row, row.words if gone else "", "" if gone else row.words)
            groups.setdefault((row.table, "", row.edit), []).append(record)
    few = sum(len(records) for records in groups.values()) <= FEW_LINES
    return tuple(ChangeGroup(*kind, tuple(records), few) for kind, records in groups.items())


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
