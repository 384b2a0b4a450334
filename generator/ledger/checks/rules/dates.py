"""Rules about days: each is in the calendar, and what comes first stands before what comes later."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import finding_words
from generator.ledger.due import DUE, is_after, is_day
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row, Tables

DEADLINES = (
    ("tasks", "due"),
    ("milestones", "due"),
    ("targets", "due"),
    ("projects", "starts"),
    ("projects", "finishes"),
)
"""Table, and a column of it that holds a deadline. Other dates are checked by their type."""
ORDER = (
    ("tasks", "start_year", "due"),
    ("tasks", "start_year", "ended_on"),
    ("projects", "starts", "finishes"),
    ("rounds", "opens_on", "due_on"),
    ("feedback", "asked_on", "answered_on"),
)
"""Table, and two columns of it: the first is not after the second."""


def deadlines(tables: Tables) -> Iterator[Finding]:
    """A deadline that is a day is one of the calendar."""
    for table, column in DEADLINES:
        for row in tables.rows[table]:
            text = row.cells.get(column, "")
            if len(text) == 10 and DUE.fullmatch(text) and column not in row.given and not is_day(text):
                yield Finding("day-none", row.at(column), {"title": finding_words.DAYS[column], "value": text})


def order(tables: Tables) -> Iterator[Finding]:
    """What begins does so before it ends."""
    for table, first, second in ORDER:
        for row in tables.rows[table]:
            start, end = row[first], row[second]
            if start and end and is_after(start, end):
                titles = {"first": finding_words.DAYS[first], "second": finding_words.DAYS[second]}
                yield Finding("days-order", row.at(first), {**titles, "start": start, "end": end})


def milestones(tables: Tables) -> Iterator[Finding]:
    """The steps of a task stand in the order of their deadlines."""
    last: dict[str, Row] = {}
    for row in tables.rows["milestones"]:
        before = last.get(row["task"])
        if before and is_after(before["due"], row["due"]):
            yield Finding("milestone-order", row.at("due"), {"due": row["due"], "before": before["due"]})
        last[row["task"]] = row


RULES = (deadlines, order, milestones)
