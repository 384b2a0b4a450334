"""Periods of results and reports: a year, or a half, a quarter or a month of one (2023, 2023-H1, 2023-Q3, 2023-06)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

LAST_MONTHS = {f"Q{n}": 3 * n for n in range(1, 5)} | {"H1": 6, "H2": 12}
"""Parts of a year in periods, and their last months."""


PERIOD = re.compile("[12][0-9]{3}(-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?")


def is_period(text: str) -> bool:
    """Whether a text is a period as the ledger writes it."""
    return PERIOD.fullmatch(text) is not None


@lru_cache(maxsize=2**12)  # asked of every result many times, and there are few periods
def time_of(period: str) -> tuple[int, int, bool]:
    """The year of a period, its last month, and whether it is the whole year."""
    year, _, part = period.partition("-")
    return int(year), LAST_MONTHS.get(part) or (int(part) if part else 12), not part


def months_of(period: str) -> tuple[int, int]:
    """The first and the last month of a period within its year."""
    last, part = time_of(period)[1], period.partition("-")[2]
    return last - {"Q": 2, "H": 5, "": 11}.get(part[:1], 0), last


def parts_of(period: str) -> tuple[str, ...]:
    """A period and every other one that lies in it: 2023-H1 has 2023-Q1 and 2023-05 in it, and not 2023."""
    first, last = months_of(period)
    year = time_of(period)[0]
    others = ((part, months_of(part)) for part in periods_of(year))
    return tuple(part for part, (begins, ends) in others if first <= begins and ends <= last)


def last_day_of(period: str) -> date:
    """The last day of a period."""
    year, month, _ = time_of(period)
    return date(year, month, monthrange(year, month)[1])


def periods_of(year: int) -> tuple[str, ...]:
    """Every period that a year has, itself first."""
    return (str(year), *(f"{year}-{part}" for part in LAST_MONTHS), *(f"{year}-{month:02}" for month in range(1, 13)))
