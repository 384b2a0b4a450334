"""Changes as tables, texts and Markdown: what the command line and the downloads print."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.downloads.tabular import Cells, to_csv, to_json
from generator.history.change_log import ChangeLog, LogEntry
from generator.history.diff import Change
from generator.language import formatting, history_words, setting_words
from generator.ledger.contract import Contract
from generator.ledger.enums import Edit

CHANGE_COLUMNS = ("edit", "table", "key", "record", "part", "column", "title", "old", "new")
COMMIT_COLUMNS = ("commit", "date", "subject")
COLUMNS = (*COMMIT_COLUMNS, *CHANGE_COLUMNS)
SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")
"""What Markdown could take for its own."""


def change_cells(contract: Contract, change: Change) -> Iterator[Cells]:
    """A row for each value of a change; one for a record that has none."""
    head = (change.edit, change.table, "/".join(change.key), change.title, change.part)
    for value in change.values:
        yield (*head, value.column, contract.title(change.table, value.column), value.old, value.new)
    if not change.values:
        yield (*head, "", "", "", "")


def log_cells(contract: Contract, log: ChangeLog) -> list[Cells]:
    """The whole history, the newest commit first: a row for each value, and for what cannot be told by values."""
    return [row for entry in reversed(log.entries) for row in _entry_cells(contract, entry)]


def _entry_cells(contract: Contract, entry: LogEntry) -> Iterator[Cells]:
    head = (entry.id, entry.date, entry.subject)
    for file in entry.unreadable:
        yield (*head, history_words.UNREADABLE, "", file, "", "", "", "", "", "")
    for table, number in entry.begun:
        yield (*head, history_words.BEGUN, table, "", contract.tables[table].title, "", "", "", "", str(number))
    for change in entry.changes:
        for cells in change_cells(contract, change):
            yield (*head, *cells)


def log_csv(contract: Contract, log: ChangeLog) -> bytes:
    return to_csv(COLUMNS, log_cells(contract, log))


def log_json(contract: Contract, log: ChangeLog) -> bytes:
    return to_json(tuple((column, "string") for column in COLUMNS), log_cells(contract, log))


# -- differences between two revisions


def counted(changes: Iterable[Change]) -> str:
    """How many values changed, how many records are new or gone."""
    listed = list(changes)
    numbers = {edit: [c for c in listed if c.edit == edit] for edit in Edit}
    values = sum(len(c.values) for c in numbers[Edit.CHANGED])
    told = [history_words.COUNTED[edit].format(count=len(found)) for edit, found in numbers.items() if edit is not Edit.CHANGED
            and found]  # fmt: skip
    return formatting.AND.join([*([history_words.COUNTED[Edit.CHANGED].format(count=values)] if values else []), *told])


def record(contract: Contract, change: Change) -> str:
    """What a change is of: table, title, part."""
    return history_words.RECORD.format(
        table=contract.tables[change.table].title, title=change.title, part=change.part
    ).strip()


def as_text(contract: Contract, changes: Sequence[Change], between: str) -> str:
    lines = [f"{between}：{counted(changes) or history_words.NO_CHANGES}"]
    for change in changes:
        lines += ["", f"{change.edit} {record(contract, change)}  {change.table}/{'/'.join(change.key)}"]
        for value in change.values:
            title = contract.title(change.table, value.column)
            lines.append(f"    {title}：{_arrow(change, value.old_words, value.new_words)}")
    return "\n".join(lines) + "\n"


def _arrow(change: Change, old: str, new: str) -> str:
    if change.edit == Edit.CHANGED:
        return f"{old or setting_words.EMPTY} → {new or setting_words.EMPTY}"
    return old or new


def as_markdown(contract: Contract, changes: Sequence[Change], between: str) -> str:
    """For a merge request: a heading for each table, a row for each value."""
    lines = [f"{_plain(between)}：{counted(changes) or history_words.NO_CHANGES}"]
    table = ""
    for change in changes:
        if change.table != table:
            table = change.table
            heads = history_words.DIFF_HEADS
            title = contract.tables[table].title
            lines += ["", f"### {title}", "", f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
        name = _plain(f"{change.title} {change.part}".strip())
        for value in change.values or (None,):
            cells = ("", "", "")
            if value:
                cells = (contract.title(table, value.column), _plain(value.old_words), _plain(value.new_words))
            lines.append(f"| {change.edit} {name} `{'/'.join(change.key)}` | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text).replace("\n", " ")


def as_json(contract: Contract, changes: Sequence[Change], _: str) -> str:
    cells = [row for change in changes for row in change_cells(contract, change)]
    return to_json(tuple((column, "string") for column in CHANGE_COLUMNS), cells).decode()


DIFFS: dict[str, Callable[[Contract, Sequence[Change], str], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}
"""Format of the command ``diff`` → what prints it."""
