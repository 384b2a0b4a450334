"""Views of the history: the page of all changes, and the last changes on the page of a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.history.change_index import DatedChange
from generator.history.change_log import LogEntry
from generator.history.diff import Change
from generator.language import formatting, history_words
from generator.ledger.enums import Edit
from generator.pages.components.builder import organization_ref
from generator.pages.components.views import ChangeLine, FieldLine, RecentLine, RecentView

MOST_COMMITS = 200
MOST_LINES = 2000
"""How much the page of changes shows; the rest is in its downloads."""

FIELDS, LENGTH = 3, 60
"""How many fields of a change, and how many characters of a text, the page of a record shows."""


class CommitLine(NamedTuple):
    """A commit with what it changed."""

    id: str
    short: str
    day: str
    subject: str
    values: int
    added: int
    removed: int
    lines: tuple[ChangeLine, ...]
    more: int
    """Records that are not shown."""
    begun: tuple[tuple[str, int], ...]
    unreadable: tuple[str, ...]


class MonthLine(NamedTuple):
    """Commits of one month that follow each other."""

    anchor: str
    title: str
    commits: tuple[CommitLine, ...]


class ChangesView(NamedTuple):
    """The page of all changes."""

    missing: str
    """Why there is no history; empty where there is one."""
    months: tuple[MonthLine, ...]
    commits_more: int
    quiet: int
    """Commits that touch the ledger's files and change no value."""
    shallow: str
    """The day before which nothing is known in this copy; empty where all is known."""
    uncommitted: bool


class Changes:
    """Makes the views; titles of columns are the contract's."""

    def __init__(self, index: LedgerIndex) -> None:
        self._index, self._contract = index, index.contract
        self._pages: dict[str, Mapping[str, object]] = {
            "plans": index.plans,
            "sections": index.sections,
            "documents": index.documents,
            "tasks": index.tasks,
            "indicators": index.indicators,
        }
        """Tables whose records have pages below the table's name."""

    def view(self) -> ChangesView:
        """The newest commits that changed something, as many as there is room for."""
        log = self._index.changes.log
        told = [e for e in reversed(log.entries) if e.changes or e.begun or e.unreadable]
        commits: list[CommitLine] = []
        room = MOST_LINES
        for entry in told[:MOST_COMMITS]:
            if room <= 0:
                break
            commits.append(self._commit(entry, room))
            room -= sum(max(1, len(line.fields)) for line in commits[-1].lines)
        shallow = log.begin.day if log.shallow and log.begin else ""
        quiet = len(log.entries) - len(told)
        missing = history_words.NO_HISTORY[log.missing] if log.missing else ""
        return ChangesView(missing, _months(commits), len(told) - len(commits), quiet, shallow, log.uncommitted)

    def _commit(self, entry: LogEntry, room: int) -> CommitLine:
        shown: list[ChangeLine] = []
        for change in entry.changes:
            if room <= 0:
                break
            shown.append(self._line(change, self._path(change), room))
            room -= max(1, len(shown[-1].fields))
        begun = tuple((self._contract.tables[table].title, number) for table, number in entry.begun)
        return CommitLine(
            id=entry.id,
            short=entry.short,
            day=entry.day,
            subject=entry.subject,
            values=entry.count(Edit.CHANGED),
            added=entry.count(Edit.ADDED),
            removed=entry.count(Edit.REMOVED),
            lines=tuple(shown),
            more=len(entry.changes) - len(shown),
            begun=begun,
            unreadable=entry.unreadable,
        )

    def _line(self, change: Change, path: str, room: int, length: int | None = None) -> ChangeLine:
        table = self._contract.tables[change.table]
        values = change.values if change.edit == Edit.CHANGED else ()
        fields = tuple(
            FieldLine(table.by_name[v.column].title, _clipped(v.old_words, length), _clipped(v.new_words, length))
            for v in values[:room]
        )
        words, more = _clipped(change.words, length), len(values) - len(fields)
        return ChangeLine(path, change.title, table.title, change.part, change.edit, words, fields, more)

    def _path(self, change: Change) -> str:
        """Where the record of a change, or the one that it is a part of, has its page today; empty where nowhere."""
        table, _, id_ = (change.owners or ("",))[0].partition("/")
        if table == "organizations":
            organization = self._index.organizations.get(id_)
            return organization_ref(organization).path if organization else ""
        return f"{table}/{id_}/" if id_ in self._pages.get(table, ()) else ""

    # -- on pages of records

    def of_indicator(self, indicator: str) -> RecentView | None:
        """The last changes of an indicator, its targets and figures."""
        return self._recent([f"indicators/{indicator}"]) if self._index.changes.known else None

    def of_unit(self, unit: str, tasks: Iterable[str]) -> RecentView | None:
        """The last changes of a unit, of the tasks that it leads and of their indicators."""
        if not self._index.changes.known:
            return None
        owners = [f"organizations/{unit}"]
        for task in tasks:
            owners.append(f"tasks/{task}")
            owners += [f"indicators/{i.id}" for i in self._index.indicators_of_task.get(task, ())]
        return self._recent(owners)

    def _recent(self, owners: list[str]) -> RecentView | None:
        past = self._index.changes
        moments = past.recent(owners)
        if not moments:
            begin = past.log.begin
            return RecentView(begin.day, (), past.log.shallow) if begin else None
        lines = tuple(RecentLine(m.entry.day, self._short(m, owners[0])) for m in moments)
        return RecentView(moments[0].entry.day, lines, False)

    def _short(self, moment: DatedChange, own: str) -> ChangeLine:
        """A change in few words; on the page of its own record without its name."""
        change = moment.change
        if change.owners[:1] == (own,):
            return self._line(change, "", FIELDS, LENGTH)._replace(title="")
        return self._line(change, self._path(change), FIELDS, LENGTH)


def _months(commits: list[CommitLine]) -> tuple[MonthLine, ...]:
    groups = groupby(commits, key=lambda commit: commit.day[:7])
    return tuple(
        MonthLine(f"month-{number}", formatting.period(month), tuple(found))
        for number, (month, found) in enumerate(groups, 1)
    )


def _clipped(text: str, length: int | None) -> str:
    return text if length is None or len(text) <= length else f"{text[: length - 1]}…"
