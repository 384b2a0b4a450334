"""Deadlines as documents print them: a year, a month or a day (``2020``, ``2020-11``, ``2020-11-30``)."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import cache

DUE = re.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def due_year(due: str) -> int:
    """The year of a deadline."""
    return int(due[:4])


def due_of_target(due: str | None, end_year: str, of_task: str | None) -> str:
    """When a target is due: as printed, else with its task where that is in its last year, else in that year."""
    return due or (of_task if of_task and of_task.startswith(end_year) else end_year)


def last_day(due: str) -> date:
    """The last day on which a deadline is kept.

    Raises:
        ValueError: there is no such day.
    """
    parts = [int(part) for part in due.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else 12
    return date(year, month, calendar.monthrange(year, month)[1])


@cache
def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_after(one: str, other: str) -> bool:
    """Whether one time is after another; a year is not after a month of it, and what is no time is after none."""
    length = min(len(one), len(other))
    return one[:length] > other[:length] and bool(DUE.fullmatch(one) and DUE.fullmatch(other))
