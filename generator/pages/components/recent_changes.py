"""What became of records: a change as a line, and the last changes on the page of a record."""

from __future__ import annotations

from collections.abc import Iterable

from generator.analysis.ledger_index import LedgerIndex
from generator.history.change_index import DatedChange
from generator.history.diff import Change
from generator.ledger.enums import Edit
from generator.pages.components.builder import organization_ref
from generator.pages.components.views import ChangeLine, FieldLine, RecentLine, RecentView

FIELDS, LENGTH = 3, 60
"""How many fields of a change, and how many characters of a text, the page of a record shows."""


def changes_of_indicator(index: LedgerIndex, indicator: str) -> RecentView | None:
    """The last changes of an indicator, its targets and figures; None where the ledger has no history."""
    return _recent(index, [f"indicators/{indicator}"]) if index.changes.known else None


def changes_of_unit(index: LedgerIndex, unit: str, tasks: Iterable[str]) -> RecentView | None:
    """The last changes of a unit, of the tasks that it leads and of their indicators."""
    if not index.changes.known:
        return None
    owners = [f"organizations/{unit}"]
    for task in tasks:
        owners.append(f"tasks/{task}")
        owners += [f"indicators/{i.id}" for i in index.indicators_of_task.get(task, ())]
    return _recent(index, owners)


def _recent(index: LedgerIndex, owners: list[str]) -> RecentView | None:
    changes = index.changes.recent(owners)
    if not changes:
        begin = index.changes.log.begin
        return RecentView(begin.day, (), index.changes.log.shallow) if begin else None
    lines = tuple(RecentLine(c.entry.day, _short(index, c, owners[0])) for c in changes)
    return RecentView(changes[0].entry.day, lines, False)


def _short(index: LedgerIndex, dated: DatedChange, own: str) -> ChangeLine:
    """A change in few words; on the page of its own record without its name."""
    change = dated.change
    if change.owners[:1] == (own,):
        return change_line(index, change, "", FIELDS, LENGTH)._replace(title="")
    return change_line(index, change, page_of(index, change), FIELDS, LENGTH)


def change_line(index: LedgerIndex, change: Change, path: str, room: int, length: int | None = None) -> ChangeLine:
    """A change as a line.

    Args:
        index: The ledger; titles of tables and columns are those of its contract.
        change: What changed.
        path: The page of the record; empty where there is none to link to.
        room: How many fields the line may show.
        length: How many characters of a text it may show; None for all.
    """
    table = index.contract.tables[change.table]
    values = change.values if change.edit == Edit.CHANGED else ()
    fields = tuple(
        FieldLine(table.by_name[v.column].title, _clipped(v.old_words, length), _clipped(v.new_words, length))
        for v in values[:room]
    )
    words, more = _clipped(change.words, length), len(values) - len(fields)
    return ChangeLine(path, change.title, table.title, change.part, change.edit, words, fields, more)


def page_of(index: LedgerIndex, change: Change) -> str:
    """Where the record of a change, or the one that it is a part of, has its page today; empty where nowhere."""
    table, _, id_ = (change.owners or ("",))[0].partition("/")
    if table == "organizations":
        organization = index.organizations.get(id_)
        return organization_ref(organization).path if organization else ""
    if table in ("plans", "sections", "documents", "tasks", "indicators") and id_ in getattr(index, table):
        return f"{table}/{id_}/"
    return ""


def _clipped(text: str, length: int | None) -> str:
    return text if length is None or len(text) <= length else f"{text[: length - 1]}…"
