"""Periods of results and reports: a year, or a half, a quarter or a month of one (2023, 2023-H1, 2023-Q3, 2023-06)."""

from __future__ import annotations

LAST_MONTHS = {f"Q{n}": 3 * n for n in range(1, 5)} | {"H1": 6, "H2": 12}
"""Parts of a year in periods, and their last months."""


def time_of(period: str) -> tuple[int, int, bool]:
    """The year of a period, its last month, and whether it is the whole year."""
    year, _, part = period.partition("-")
    return int(year), LAST_MONTHS.get(part) or (int(part) if part else 12), not part


def periods_of(year: int) -> tuple[str, ...]:
    """Every period that a year has, itself first."""
    return (str(year), *(f"{year}-{part}" for part in LAST_MONTHS), *(f"{year}-{month:02}" for month in range(1, 13)))
