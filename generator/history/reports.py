"""Changes as rows, text, Markdown and JSON: for the command ``diff`` and the downloads of the change log."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.history.change_log import ChangeLog, LogEntry
from generator.history.diff import REVISES, Change
from generator.history.wording_edits import is_wording
from generator.language import formatting, history_words, setting_words
from generator.ledger.contract import Contract
from generator.ledger.enums import Edit
from generator.ledger.reading.findings import Finding

CHANGE_COLUMNS = ("edit", "table", "key", "record", "part", "column", "title", "old", "new")
COMMIT_COLUMNS = ("commit", "date", "subject")
COLUMNS = (*COMMIT_COLUMNS, *CHANGE_COLUMNS)
SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")
"""Signs that have a meaning in Markdown."""

Cells = tuple[str, ...]


def change_cells(contract: Contract, change: Change) -> Iterator[Cells]:
    """A row for each value of a change; one for a record that has none."""
    head = (change.edit, change.table, "/".join(change.key), change.title, change.part)
    for value in change.values:
        yield (*head, value.column, contract.title(change.table, value.column), value.old, value.new)
    if not change.values:
        yield (*head, "", "", "", "")


def log_cells(contract: Contract, log: ChangeLog) -> list[Cells]:
    """The whole history, the newest commit first: a row for each value, for the beginning, and for unreadable files."""
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


# -- differences between two revisions


def counted(changes: Iterable[Change]) -> str:
    """In words: how many figures are corrected, how many values changed, how many records are new or gone."""
    counts = dict.fromkeys(history_words.COUNTED, 0)
    for change in changes:
        edit = edit_words(change)
        counts[edit] += len(change.values) if edit == Edit.CHANGED else 1
    return formatting.AND.join(history_words.COUNTED[edit].format(count=n) for edit, n in counts.items() if n)


def record(contract: Contract, change: Change) -> str:
    """The record that changed: table, title, part; a question of a reader has a day and no title."""
    words = history_words.RECORD if change.title else history_words.RECORD_WITHOUT_TITLE
    return words.format(table=contract.tables[change.table].title, title=change.title, part=change.part).strip()


CORRECTED_COLUMNS = {
    "targets": ("value_text", "value", "value_max", "comparator", "start_year", "end_year", "due"),
    "observations": ("value_text", "value", "period", "since_year", "basis"),
}
"""Tables of figures → the columns in which another value is a correction, the one that readers know first."""


class Correction(NamedTuple):
    """A figure as it was told before and as it is told now; ``reason`` is empty where the figure gives none."""

    before: str
    after: str
    reason: str


def correction_of(change: Change) -> Correction | None:
    """What a change corrects; None for a new value, and for what is no figure.

    A figure that takes the place of another corrects it, and one whose own value became another one.
    """
    values = {value.column: value for value in change.values}
    if change.edit == Edit.ADDED and REVISES in values and "value_text" in values:
        reason = values["note"].new_words if "note" in values else ""
        return Correction(values[REVISES].new_words, values["value_text"].new_words, reason)
    if change.edit != Edit.CHANGED:
        return None
    for column in CORRECTED_COLUMNS.get(change.table, ()):
        value = values.get(column)
        if value and value.old and value.new and not is_wording(value):
            note = values.get("note")
            return Correction(value.old_words, value.new_words, note.new_words if note else "")
    return None


def correction_line(contract: Contract, change: Change) -> str:
    """What a change corrects, in a sentence: the figure before, after, and why; empty where it corrects nothing."""
    correction = correction_of(change)
    if correction is None:
        return ""
    reason = history_words.CORRECTION_REASON.format(reason=correction.reason) if correction.reason else ""
    told = {"record": record(contract, change), "before": correction.before, "after": correction.after}
    return history_words.CORRECTION.format(**told) + reason


def edit_words(change: Change) -> str:
    """What was done, for a reader: 更正 where a figure that was told before is told otherwise now."""
    return history_words.CORRECTED if correction_of(change) else change.edit


def as_text(contract: Contract, changes: Sequence[Change], between: str) -> str:
    """For a terminal: a paragraph for each record."""
    lines = [f"{between}：{counted(changes) or history_words.NO_CHANGES}"]
    for change in changes:
        told = correction_line(contract, change) or record(contract, change)
        lines += ["", f"{edit_words(change)} {told}  {change.table}/{'/'.join(change.key)}"]
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
            lines.append(f"| {edit_words(change)} {name} `{'/'.join(change.key)}` | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def findings_as_markdown(findings: Sequence[Finding]) -> str:
    """For the same merge request: what the checks say of the newer version."""
    if not findings:
        return f"\n{history_words.CHECKED_FINE}\n"
    lines = [
        f"- {finding.grade}：`{finding.mark.file}:{finding.mark.line}` {_plain(_said(finding))}" for finding in findings
    ]
    return "\n".join([f"\n### {history_words.CHECKED}", "", *lines]) + "\n"


def _said(finding: Finding) -> str:
    return history_words.SAID.format(problem=finding.problem, remedy=finding.remedy)


def _plain(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text).replace("\n", " ")


def as_json(contract: Contract, changes: Sequence[Change], _: str) -> str:
    """A record for each value, one on a line; an empty text is null."""
    rows = [row for change in changes for row in change_cells(contract, change)]
    records = [{column: cell or None for column, cell in zip(CHANGE_COLUMNS, row, strict=True)} for row in rows]
    lines = ",\n".join(f"  {json.dumps(record, ensure_ascii=False)}" for record in records)
    return f"[\n{lines}\n]\n" if lines else "[]\n"


DIFFS: dict[str, Callable[[Contract, Sequence[Change], str], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}
"""Format of the command ``diff`` → what prints it."""
