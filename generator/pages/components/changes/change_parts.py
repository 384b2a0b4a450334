"""Which commits stand on which page of changes: the newest on the first one, older months on pages of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.history.change_log import ChangeLog, LogEntry
from generator.history.wording_edits import without_wording, wordings
from generator.language import formatting, history_words
from generator.ledger.enums import Edit
from generator.pages.components.references import Ref

PAGE = 1000
"""How many rows stand on a page; a commit that alone has more is cut."""
LIST = 10
"""How many rows a heading or a folded list stands for: a page has no more than a hundred of them."""
FEW_WORDINGS = 50
"""How many edits of wording of a commit are shown; all are in the downloads."""


class Part(NamedTuple):
    """Commits of one month that stand on one page, the newest first."""

    month: str
    number: int
    """The place of the part in its month: the oldest is the first, so that a month that grows keeps its pages."""
    entries: tuple[LogEntry, ...]

    @property
    def ref(self) -> Ref:
        """The page of the part, where it has one of its own."""
        month = formatting.period(self.month)
        if self.number == 1:
            return Ref(month, f"changes/{self.month}/")
        title = history_words.PART_OF_MONTH.format(month=month, number=self.number)
        return Ref(title, f"changes/{self.month}-{self.number}/")

    @property
    def rows(self) -> int:
        """How much room it takes."""
        return sum(map(_rows, self.entries))


class Parts(NamedTuple):
    """The history in parts, the newest first: those on the first page, and those with pages of their own."""

    first: tuple[Part, ...]
    older: tuple[Part, ...]


def parts_of(log: ChangeLog) -> Parts:
    """The commits that changed something, by page."""
    by_month: dict[str, list[LogEntry]] = {}
    for entry in log.entries:
        if entry.changes or entry.begun or entry.unreadable:
            by_month.setdefault(entry.day[:7], []).append(entry)
    parts = [part for month in sorted(by_month, reverse=True) for part in _parts_of_month(month, by_month[month])]
    on_first = 1
    while on_first < len(parts) and sum(part.rows for part in parts[: on_first + 1]) <= PAGE:
        on_first += 1
    return Parts(tuple(parts[:on_first]), tuple(parts[on_first:]))


def _parts_of_month(month: str, entries: list[LogEntry]) -> Iterator[Part]:
    """The parts of a month whose entries are given the oldest first; the newest part first."""
    pages: list[list[LogEntry]] = [[]]
    room = PAGE
    for entry in entries:
        rows = _rows(entry)
        if pages[-1] and rows > room:
            pages.append([])
            room = PAGE
        pages[-1].append(entry)
        room -= rows
    for number in range(len(pages), 0, -1):
        yield Part(month, number, tuple(reversed(pages[number - 1])))


def _rows(entry: LogEntry) -> int:
    """The rows of a commit, or what its heading and lists take where that is more."""
    changes = without_wording(entry.changes)
    lists = {(c.table, v.column) for c in changes if c.edit == Edit.CHANGED for v in c.values}
    lists |= {(c.table, c.edit) for c in changes if c.edit != Edit.CHANGED}
    rows = sum(len(c.values) if c.edit == Edit.CHANGED else 1 for c in changes)
    worded = sum(len(c.values) for c in wordings(entry.changes))
    return max(rows + min(worded, FEW_WORDINGS), LIST * (2 + len(lists)))
