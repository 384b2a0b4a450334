"""Columns of one year: what is to be reached in it, or what was reached before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.language.office import column_words
from generator.office.importing.tables.columns import YEARS_OF_GROWTH, Column
from generator.office.importing.tables.found_tables import Table

Years = tuple[int, int]
MEAN: Final = re.compile(column_words.MEAN_GROWTH)
OF_GROUP: Final = re.compile(column_words.OF_GROUP)


@dataclass(frozen=True, slots=True)
class YearColumn:
    """A column of one year."""

    column: Column
    year: int
    actual: bool
    estimated: bool


def year_columns(table: Table, years: Years | None = None) -> list[YearColumn]:
    """The columns of years of a table; those before the plan's first year were reached."""
    found = []
    for column in table.head.of("year"):
        match = column.match
        if match is None:
            continue
        year = int(match["year"]) if match["year"] else column_words.FIVE_YEARS.get(match["plan"], 0) + 4
        group = OF_GROUP.match(column.name)
        said = match["said"] or (group["said"] if group else "")
        actual = said in column_words.ACTUAL or (not said and years is not None and year < years[0])
        found.append(YearColumn(column, year, actual, said == column_words.ESTIMATED))
    return found


def growth_columns(table: Table, years: Years) -> dict[int, YearColumn]:
    """The columns of growth of a table by their places, each with its last year; without one it is the plan's."""
    found = {}
    for column in table.head.of("growth"):
        named = [*YEARS_OF_GROWTH.finditer(column.name)]
        of_plans = [column_words.FIVE_YEARS[one["plan"]] + 4 for one in named if one["plan"]]
        year = max([int(one["year"]) for one in named if one["year"]] + of_plans, default=years[1])
        found[column.index] = YearColumn(column, year, year < years[0], column_words.ESTIMATED in column.name)
    return found


def is_mean(column: Column) -> bool:
    """Whether a column of growth is that of several years."""
    return bool(MEAN.search(column.name))
