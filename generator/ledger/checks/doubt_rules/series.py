"""The figures of a ledger in their order: what one indicator reached, for one organisation, counted in one way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from generator.language import document_words
from generator.ledger import periods
from generator.ledger.enums import Basis, Measure, Status
from generator.ledger.reading.rows import Row, Tables, number, year

COUNTED = frozenset(Measure) - {Measure.MILESTONE, Measure.QUALITATIVE}
"""Measures whose numbers are no part of a name or a sentence."""
SUMS = (Basis.SINCE, Basis.YEAR_TO_DATE, Basis.PART)
"""Bases on which a figure is the sum of so many months."""
FINALITY: dict[str, int] = {Status.FORECAST: 0, Status.FLASH: 1, Status.FINAL: 2}
LARGEST = 30
"""So many digits before the point, or zeros behind it: a number beyond is none that could be computed with."""
LAST_MONTHS = {"": "12"} | {part: f"{month:02}" for part, month in periods.LAST_MONTHS.items()}
LENGTHS = {"": 12, "Q": 3, "H": 6}


class Figure(NamedTuple):
    """A result that is a number."""

    month: str
    """The last month of its period."""
    value: Decimal
    monthly: float
    """What came in a month on average; for a level the value itself."""
    row: Row
    before: Figure | None
    """The last one of the period before; of sums within a year also the one of the same months a year before."""


class Series(NamedTuple):
    """The results of an indicator for an organisation on one basis, earliest first."""

    indicator: Row
    organization: str
    basis: str
    figures: list[Figure]


Key = tuple[str, str, str, str]
"""Indicator, organisation, basis, and the year since which it counts."""


class Goal(NamedTuple):
    """A target that is a number."""

    start: int
    end: int
    value: Decimal
    row: Row


@dataclass(frozen=True, slots=True)
class LedgerFigures:
    """All figures of a ledger that may be compared; what is broken or was corrected is left out."""

    tables: Tables
    series: dict[Key, Series]
    goals: dict[tuple[str, str], list[Goal]]
    """Indicator and organisation → its targets, without those that were replaced."""
    indicators: dict[str, Row]

    def rows(self, wanted: Callable[[Row], bool]) -> Iterator[tuple[Row, Row, Decimal]]:
        """Each target and result of the indicators that are wanted, with its indicator and value."""
        for (id_, _), goals in self.goals.items():
            if wanted(indicator := self.indicators[id_]):
                yield from ((goal.row, indicator, goal.value) for goal in goals)
        for series in self.series.values():
            if wanted(indicator := series.indicator):
                yield from ((figure.row, indicator, figure.value) for figure in series.figures)


def is_rate(indicator: Row) -> bool:
    """Whether an indicator is measured in per cent or the like."""
    return indicator["unit"] in (*document_words.PERCENT_UNITS, document_words.POINTS)


def figures_of(tables: Tables) -> LedgerFigures:
    """The figures of a ledger."""
    indicators = {
        id_: row for id_, row in tables.by_id("indicators").items() if not row.broken and row["measure"] in COUNTED
    }
    return LedgerFigures(tables, _series(tables, indicators), _goals(tables, indicators), indicators)


def _value(text: str) -> Decimal | None:
    """The number of a cell; None where there is none, or one of a size that no figure has."""
    value = number(text)
    return value if value is not None and -LARGEST <= value.adjusted() <= LARGEST else None


def _goals(tables: Tables, indicators: dict[str, Row]) -> dict[tuple[str, str], list[Goal]]:
    goals: dict[tuple[str, str], list[Goal]] = {}
    for row in tables.rows["targets"]:
        value, start, end = _value(row["value"]), year(row["start_year"]), year(row["end_year"])
        known = row["indicator"] in indicators and not (row.broken or row.unresolved or row["replaced_by"])
        if known and value is not None and start is not None and end is not None:
            goals.setdefault((row["indicator"], row["organization"]), []).append(Goal(start, end, value, row))
    return goals


def _series(tables: Tables, indicators: dict[str, Row]) -> dict[Key, Series]:
    revised = {id_ for row in tables.rows["observations"] if (id_ := row.cells.get("revises"))}
    found: dict[Key, list[tuple[str, int, Decimal, Row]]] = {}
    for row in tables.rows["observations"]:
        get = row.cells.get
        indicator = get("indicator", "")
        if indicator not in indicators or row.broken or row.unresolved or get("id") in revised:
            continue
        value, month = _value(get("value", "")), last_month(get("period", ""))
        if value is not None and month:
            key = (indicator, get("organization", ""), get("basis", ""), get("since_year", ""))
            found.setdefault(key, []).append((month, FINALITY.get(get("status", ""), 0), value, row))
    return {
        key: Series(indicators[key[0]], key[1], key[2], _in_order(rows, key[2], key[3])) for key, rows in found.items()
    }


def _in_order(rows: list[tuple[str, int, Decimal, Row]], basis: str, since: str) -> list[Figure]:
    """Figures by month, the most final last, each with the one of the period before."""
    rows.sort(key=itemgetter(0, 1))
    figures: list[Figure] = []
    by_month: dict[str, Figure] = {}
    last = before = None
    is_sum = basis in SUMS
    for month, _, value, row in rows:
        if last and last.month != month:
            before = last
        earlier = before
        if basis == Basis.YEAR_TO_DATE and before and before.month[:4] != month[:4]:
            earlier = by_month.get(f"{int(month[:4]) - 1}{month[4:]}")
        monthly = float(value) / months(row["period"], basis, since) if is_sum else float(value)
        last = by_month[month] = Figure(month, value, monthly, row, earlier)
        figures.append(last)
    return figures


@cache
def last_month(period: str) -> str:
    """The last month of a period (``2017-H1`` is 2017-06); empty for what is no period."""
    start, _, part = period.partition("-")
    month = LAST_MONTHS.get(part, part)
    is_period = year(start) is not None and len(start) == len("2017") and len(month) == 2 and month.isdecimal()
    return f"{start}-{month}" if is_period else ""


@cache
def months(period: str, basis: str, since: str) -> int:
    """How many months a figure is the sum of; 1 where nobody knows."""
    month = last_month(period)
    if basis == Basis.PART:
        return LENGTHS.get(period[5:6], 1)
    if basis == Basis.YEAR_TO_DATE:
        return int(month[5:])
    first = year(since)
    return 1 if first is None else max(12 * (int(month[:4]) - first) + int(month[5:]), 1)
