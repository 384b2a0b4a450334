"""The rows that are figures of indicators, as rules read them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.ledger.enums import Measure
from generator.ledger.reading.rows import Row, Tables

MEASURES = frozenset(Measure)
WORDED = (Measure.MILESTONE, Measure.QUALITATIVE)
"""Measures whose target is the printed word: no comparator, a value only where a number is printed."""


def measured_indicators(tables: Tables) -> dict[str, Row]:
    """The indicators whose figures can be checked, by their ids."""
    return {i: r for i, r in tables.by_id("indicators").items() if r["measure"] in MEASURES and not r.broken}


def figure_rows(tables: Tables, table: str, indicators: dict[str, Row]) -> Iterator[tuple[Row, Row]]:
    """The rows of a table that are figures of these indicators, each with its indicator."""
    for row in tables.rows[table]:
        indicator = indicators.get(row.cells.get("indicator", ""))
        if indicator is not None and not row.broken and not row.unresolved:
            yield row, indicator
