"""Rules about days: each is in the calendar, and what comes first stands before what comes later."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache

from generator.language import finding_words
from generator.language.official_text import normalise
from generator.language.wording import deadline_words
from generator.ledger.due import DUE, is_after, is_day
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row, Tables, year

DEADLINES = (
    ("tasks", "due"),
    ("milestones", "due"),
    ("targets", "due"),
    ("projects", "starts"),
    ("projects", "finishes"),
)
"""Table, and a column of it that holds a deadline. Other dates are checked by their type."""
ORDER = (
    ("documents", "signed_on", "published_on"),
    ("observations", "as_of_on", "reported_on"),
    ("tasks", "start_year", "due"),
    ("tasks", "start_year", "ended_on"),
    ("projects", "starts", "finishes"),
    ("rounds", "opens_on", "due_on"),
    ("feedback", "asked_on", "answered_on"),
)
"""Table, and two columns of it: the first is not after the second."""

HAPPENED = (
    ("documents", ("drafted_on", "signed_on", "published_on")),
    ("successions", ("on_date",)),
    ("tasks", ("start_year", "due", "ended_on")),
    ("milestones", ("due",)),
    ("projects", ("starts", "finishes")),
    ("targets", ("due",)),
    ("observations", ("period", "since_year", "as_of_on", "reported_on")),
    ("reports", ("period",)),
    ("evaluations", ("period",)),
)
"""Table, and its columns with a time: it is in no other age than the plans."""
OWN_WORK = (
    ("rounds", ("period", "opens_on", "due_on")),
    ("submissions", ("received_on",)),
    ("observation_remarks", ("on",)),
    ("task_remarks", ("on",)),
    ("acknowledged", ("on",)),
    ("feedback", ("asked_on", "answered_on")),
)
"""The same of the office's own work, of which nothing is older than the plans."""
DOCUMENT_DAYS = ("drafted_on", "signed_on", "published_on")
YEAR = 366
PRINTED_DAY = re.compile(deadline_words.PRINTED_DAY)
LEAP = 2020
"""A year that has a 29th of February."""
FIRST = 1949
"""The first year of which a ledger tells."""
LAST = 2100
"""The last year that a plan may have."""
LONG = 30
"""No plan has so many years: one that has says nothing of the others."""
AHEAD = 10
"""So many years may lie between the end of a plan and what still belongs to it."""


def _last_year(tables: Tables) -> int:
    """The last year that still belongs to the plans."""
    spans = ((year(row["start_year"]), year(row["end_year"])) for row in tables.rows["plans"])
    ends = [end for start, end in spans if start is not None and end is not None and end - start < LONG]
    return max(ends, default=LAST) + AHEAD


def _first_year(tables: Tables) -> int:
    """The first year in which an office may have worked with the ledger."""
    return min((start for row in tables.rows["plans"] if (start := year(row["start_year"]))), default=FIRST) - 1


def far(tables: Tables) -> Iterator[Finding]:
    """No time is in another age than the plans: 1016, 2916, 0000, 2099."""
    last = _last_year(tables)
    dated = {row["id"] for row in tables.rows["documents"] if any(row[c] for c in DOCUMENT_DAYS)}
    for columns_of, first in ((HAPPENED, FIRST), (OWN_WORK, _first_year(tables))):
        for table, columns in columns_of:
            for row in tables.rows[table]:
                for column in columns:
                    text = row.cells.get(column)
                    if not text or first <= (written := _year(text, first)) <= last or column in row.given:
                        continue
                    if written > last and column == "period" and row["document"] in dated:
                        continue  # told as later than the document
                    values = {"title": finding_words.DAYS[column], "value": text, "first": first, "last": last}
                    yield Finding("day-far", row.at(column), values)


@cache
def _year(text: str, default: int) -> int:
    """The year of a time; the default for what is none, which the contract tells."""
    return int(text[:4]) if text[:4].isdecimal() and len(text) >= len("2018") else default


def rounds(tables: Tables) -> Iterator[Finding]:
    """Units are asked for a period that has begun, and answer within a year."""
    by_id = tables.by_id("rounds")
    for row in by_id.values():
        if is_after(row["period"][:4], row["opens_on"]):
            yield Finding("round-early", row.at("opens_on"), {"day": row["opens_on"], "period": row["period"]})
    for row in tables.rows["submissions"]:
        due = by_id[row["round"]]["due_on"] if row["round"] in by_id else ""
        if is_day(due) and is_day(row["received_on"]) and _days(due, row["received_on"]) > YEAR:
            yield Finding("submission-late", row.at("received_on"), {"day": row["received_on"], "due": due})


def _days(first: str, second: str) -> int:
    """How many days lie between two days."""
    return (date.fromisoformat(second) - date.fromisoformat(first)).days


def deadlines(tables: Tables) -> Iterator[Finding]:
    """A deadline that is a day is one of the calendar."""
    for table, column in DEADLINES:
        for row in tables.rows[table]:
            text = row.cells.get(column, "")
            if len(text) == 10 and DUE.fullmatch(text) and column not in row.given and not is_day(text):
                yield Finding("day-none", row.at(column), {"title": finding_words.DAYS[column], "value": text})
    for row in tables.rows["tasks"]:
        text = normalise(row["due_text"])
        if any(not _may_be(int(match["month"]), int(match["day"] or 1)) for match in PRINTED_DAY.finditer(text)):
            yield Finding(
                "day-none", row.at("due_text"), {"title": finding_words.DAYS["due_text"], "value": row["due_text"]}
            )


def _may_be(month: int, day: int) -> bool:
    """Whether a printed month and day stand in the calendar of some year."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(LEAP, month)[1]


def order(tables: Tables) -> Iterator[Finding]:
    """What begins does so before it ends."""
    last = _last_year(tables)
    for table, first, second in ORDER:
        for row in tables.rows[table]:
            start, end = row.cells.get(first), row.cells.get(second)
            if (
                start
                and end
                and is_after(start, end)
                and FIRST <= _year(start, FIRST) <= last
                and _year(end, FIRST) >= FIRST
            ):
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


RULES = (far, deadlines, order, milestones, rounds)
