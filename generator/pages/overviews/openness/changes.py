"""The pages of all changes of the ledger, month by month and commit by commit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.history.change_log import LogEntry
from generator.history.diff import Change
from generator.history.reports import counted
from generator.history.wording_edits import without_wording, wordings
from generator.language import history_words, page_words
from generator.ledger.enums import Edit
from generator.pages.components.changes.change_parts import FEW_WORDINGS, PAGE, Part, Parts, parts_of
from generator.pages.components.changes.recent_changes import ChangeRow, change_row, page_of
from generator.pages.components.references import Ref
from generator.pages.context import PageContext
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref

FEW_LINES = 8
"""How much of a commit is shown unfolded."""


class ChangedRecord(NamedTuple):
    """A record with a value before and after; ``row`` names the record."""

    row: ChangeRow
    field: str
    old: str
    new: str


class ChangeGroup(NamedTuple):
    """What a commit did alike to several records: one field changed, or records of one table are new or gone."""

    table: str
    field: str
    """The title of the field that changed; empty where records are new or gone."""
    edit: str
    records: tuple[ChangedRecord, ...]
    worded: bool
    """Whether there is something to say of the records besides their names."""
    open: bool
    """Whether it is short enough to be shown unfolded."""


class CommitChanges(NamedTuple):
    """A commit with what it changed."""

    short: str
    day: str
    words: str
    """What it says to readers; empty where it says nothing to them."""
    counts: str
    """How many values changed and how many records are new or gone, in words; empty where none."""
    values: int
    groups: tuple[ChangeGroup, ...]
    more: int
    """Records that are not shown."""
    wordings: int
    """Values of which only punctuation and wording changed."""
    worded: tuple[ChangedRecord, ...]
    """The first of them."""
    begun: tuple[tuple[str, int], ...]
    unreadable: tuple[str, ...]


class MonthChanges(NamedTuple):
    """Commits of one month, or of a part of it, the newest first."""

    anchor: str
    title: str
    commits: tuple[CommitChanges, ...]


class PartRow(NamedTuple):
    """A page of older commits in the list of them."""

    ref: Ref
    commits: int
    counts: str
    here: bool
    """Whether it is this page."""


class ChangesView(NamedTuple):
    """What a page of changes shows."""

    missing: str
    """Why there is no history; empty where there is one."""
    first: bool
    """Whether this is the first page, which says what the record is."""
    has_files: bool
    """Whether it stands in files, too: where not one commit can be read, there are none."""
    newest: str
    """The day of the newest change."""
    months: tuple[MonthChanges, ...]
    older: tuple[PartRow, ...]
    without_changes: int
    """Commits that touch the ledger's files and change no value."""
    shallow: str
    """The day before which nothing is known in this copy; empty where all is known."""
    uncommitted: bool


def changes_view(index: LedgerIndex, parts: Parts | None = None, part: Part | None = None) -> ChangesView:
    """The first page, or the page of a part of an older month."""
    log = index.changes.log
    first, older = parts or parts_of(log)
    return ChangesView(
        missing=history_words.NO_HISTORY[log.missing] if log.missing else "",
        first=part is None,
        has_files=index.changes.known,
        newest=first[0].entries[0].day if first else "",
        months=tuple(_months(index, first if part is None else (part,))),
        older=tuple(_part_row(one, here=one == part) for one in older),
        without_changes=len(log.entries) - sum(len(one.entries) for one in (*first, *older)),
        shallow=log.begin.day if log.shallow and log.begin else "",
        uncommitted=log.uncommitted,
    )


def _part_row(part: Part, *, here: bool) -> PartRow:
    changes = [change for entry in part.entries for change in without_wording(entry.changes)]
    return PartRow(part.ref, len(part.entries), counted(changes), here)


def _months(index: LedgerIndex, parts: Iterable[Part]) -> Iterator[MonthChanges]:
    room = PAGE
    for number, part in enumerate(parts, 1):
        commits = []
        for entry in part.entries:
            commits.append(_commit(index, entry, room))
            room = max(0, room - sum(len(group.records) for group in commits[-1].groups))
        yield MonthChanges(f"month-{number}", part.ref.title, tuple(commits))


def _commit(index: LedgerIndex, entry: LogEntry, room: int) -> CommitChanges:
    changes, worded = without_wording(entry.changes), wordings(entry.changes)
    shown: list[ChangeRow] = []
    for change in changes:
        if room <= 0:
            break
        shown.append(_row(index, change, room))
        room -= max(1, len(shown[-1].fields))
    rewritten = (record for change in worded for record in _records(_row(index, change, FEW_WORDINGS)))
    return CommitChanges(
        short=entry.short,
        day=entry.day,
        words=entry.words,
        counts=counted(changes),
        values=sum(len(change.values) for change in changes if change.edit == Edit.CHANGED),
        groups=_groups(shown),
        more=len(changes) - len(shown),
        wordings=sum(len(change.values) for change in worded),
        worded=tuple(record for record, _ in zip(rewritten, range(FEW_WORDINGS), strict=False)),
        begun=tuple((_title(index, table), number) for table, number in entry.begun),
        unreadable=entry.unreadable,
    )


def _title(index: LedgerIndex, table: str) -> str:
    """What readers call the records of a table."""
    return history_words.LINKS.get(table) or index.contract.tables[table].title


def _row(index: LedgerIndex, change: Change, room: int) -> ChangeRow:
    return change_row(index, change, page_of(index, change), room)


def _records(row: ChangeRow) -> Iterator[ChangedRecord]:
    """A record for each of the fields that changed; one for a record that is new or gone."""
    for field in row.fields:
        yield ChangedRecord(row, field.title, field.old, field.new)
    if not row.fields:
        gone = row.edit == Edit.REMOVED
        yield ChangedRecord(row, "", row.words if gone else row.before, "" if gone else row.words)


def _groups(changes: list[ChangeRow]) -> tuple[ChangeGroup, ...]:
    """The changes of a commit by what was done, in the order in which each kind first occurs."""
    groups: dict[tuple[str, str, str], list[ChangedRecord]] = {}
    for row in changes:
        for record in _records(row):
            groups.setdefault((row.table, record.field, row.edit), []).append(record)
    few = sum(len(records) for records in groups.values()) <= FEW_LINES
    return tuple(
        ChangeGroup(*kind, tuple(records), any(one.old or one.new for one in records), few)
        for kind, records in groups.items()
    )


def _content(context: PageContext, parts: Parts, part: Part | None) -> PageContent:
    title, description = page_words.index_words("changes", context.site.territories)
    view = changes_view(context.index, parts, part)
    if part is None:
        return PageContent(title, description, view, (index_ref("data"),))
    words = page_words.PART_OF_CHANGES.format(title=title, part=part.ref.title)
    return PageContent(words, f"{words}：{description}", view, (index_ref("data"), index_ref("changes")))


def _first_page(context: PageContext) -> Iterator[PageEntry]:
    yield PageEntry("changes/", page_words.INDEX, lambda: _content(context, parts_of(context.index.changes.log), None))


def _older_pages(context: PageContext) -> Iterator[PageEntry]:
    parts = parts_of(context.index.changes.log)
    for part in parts.older:
        yield PageEntry(part.ref.path, page_words.INDEX, partial(_content, context, parts, part))


TEMPLATE = "overviews/openness/changes.html"

KINDS = (
    PageKind(order=220, template=TEMPLATE, pages=_first_page, name="changes", map_order=170),
    PageKind(order=221, template=TEMPLATE, pages=_older_pages),
)
