"""Deadlines as documents print them: a year, a month or a day (``2020``, ``2020-11``, ``2020-11-30``)."""

from __future__ import annotations

import calendar
from datetime import date


def due_year(due: str) -> int:
    """The year of a deadline."""
    return int(due[:4])


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
