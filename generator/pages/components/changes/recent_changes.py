"""What became of records: a change as a row, and the last changes on the page of a record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.history.change_index import DatedChange
from generator.history.diff import Change
from generator.history.reports import correction_of, edit_words
from generator.history.wording_edits import without_wording, wordings
from generator.language import history_words
from generator.ledger.enums import Edit
from generator.pages.components.references import organization_ref

FIELDS, LENGTH = 3, 60
"""How many fields of a change, and how many characters of a text, the page of a record shows."""
TABLES = ("plans", "sections", "documents", "tasks", "indicators")
"""Tables whose records have pages in a folder of the same name."""
PARTS_WITHOUT_NAME = frozenset({"report_tasks", "report_indicators", "report_places", "project_places"}) | {
    "observation_remarks",
    "acknowledged",
}
"""Tables whose parts are told by the ids of records that have no name: these stand in the downloads alone."""


class FieldChange(NamedTuple):
    """A field before and after; empty texts stand for no value."""

    title: str
    old: str
    new: str


class ChangeRow(NamedTuple):
    """What became of a record; ``path`` is empty where it has no page, ``title`` on the page of the record itself."""

    path: str
    title: str
    table: str
    part: str
    edit: str
    """What was done, 更正 where a figure that was told before is told otherwise now."""
    words: str
    """What a record that is new or gone says."""
    fields: tuple[FieldChange, ...]
    more: int
    """Fields that are not shown."""
    link: str = ""
    """What the record says of another, where it does nothing else."""
    reworded: tuple[str, ...] = ()
    """Titles of fields of which the page of a record only says that their wording changed."""
    before: str = ""
    """What the figure said whose place a new one takes."""
    reason: str = ""
    """Why it does."""


class RecentChange(NamedTuple):
    """A change of a record with its day."""

    day: str
    change: ChangeRow


class RecentChangesView(NamedTuple):
    """The last changes of a record."""

    day: str
    """Of the newest one; where there is none, of the first commit of the ledger."""
    changes: tuple[RecentChange, ...]
    shallow: bool
    """Whether nothing older is known than a first commit without a change since."""


def recent_changes(index: LedgerIndex, owner: str, changes: Sequence[DatedChange]) -> RecentChangesView | None:
    """The last changes on the page of a record; None where the ledger has no history.

    Args:
        index: The ledger.
        owner: The record of the page, written ``table/id``.
        changes: The changes, the newest first.
    """
    begin = index.changes.log.begin
    if begin is None:
        return None
    if not changes:
        return RecentChangesView(begin.day, (), index.changes.log.shallow)
    rows = tuple(RecentChange(dated.entry.day, _short(index, dated.change, owner)) for dated in changes)
    return RecentChangesView(changes[0].entry.day, rows, False)


def change_row(index: LedgerIndex, change: Change, path: str, room: int, length: int | None = None) -> ChangeRow:
    """A change as a row.

    Args:
        index: The ledger; titles of tables and columns are those of its contract.
        change: What changed.
        path: The page of the record; empty where there is none to link to.
        room: How many fields the row may show.
        length: How many characters of a text it may show; None for all.
    """
    table = index.contract.tables[change.table]
    values = change.values if change.edit == Edit.CHANGED else ()
    fields = tuple(
        FieldChange(table.by_name[v.column].title, _clipped(v.old_words, length), _clipped(v.new_words, length))
        for v in values[:room]
    )
    words, more = _clipped(_words(change), length), len(values) - len(fields)
    part = "" if change.table in PARTS_WITHOUT_NAME else change.part
    link = history_words.LINKS.get(change.table, "")
    row = ChangeRow(path, change.title, table.title, part, edit_words(change), words, fields, more, link)
    correction = correction_of(change) if change.edit == Edit.ADDED else None
    if correction is None:
        return row
    return row._replace(before=correction.before, reason=_clipped(correction.reason, length))


def _words(change: Change) -> str:
    """What a record that is new or gone says: of a round its last day, of an answer to it how complete it is."""
    if change.table == "rounds" and change.words:
        return history_words.ROUND_ENDS.format(day=change.words)
    return history_words.ANSWERS.get(change.words, change.words) if change.table == "submissions" else change.words


def page_of(index: LedgerIndex, change: Change) -> str:
    """Where the record of a change, or the one that it is a part of, has its page today; empty where nowhere."""
    table, _, id_ = (change.owners or ("",))[0].partition("/")
    if table == "organizations":
        organization = index.organizations.get(id_)
        return organization_ref(organization).path if organization else ""
    return f"{table}/{id_}/" if table in TABLES and id_ in getattr(index, table) else ""


def _short(index: LedgerIndex, change: Change, owner: str) -> ChangeRow:
    """A change in few words; on the page of its own record without its name."""
    own = change.owners[:1] == (owner,)
    columns = index.contract.tables[change.table].by_name
    reworded = tuple(columns[value.column].title for one in wordings([change]) for value in one.values)
    (rest,) = without_wording([change]) or (change._replace(values=()),)
    row = change_row(index, rest, "" if own else page_of(index, change), FIELDS, LENGTH)
    return row._replace(title="" if own and (row.part or not row.link) else row.title, reworded=reworded)


def _clipped(text: str, length: int | None) -> str:
    return text if length is None or len(text) <= length else f"{text[: length - 1]}…"
