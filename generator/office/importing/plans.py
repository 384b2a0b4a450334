"""Which document a workbook is, and of which plans and years its tables are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.language.office import cell_words, column_words, import_words
from generator.language.official_text import normalise
from generator.ledger.enums import PlanKind
from generator.ledger.wording.deadlines import dates, read_deadline
from generator.ledger.wording.unit_names import is_unit, split_names
from generator.office.importing.shown_text import tidy
from generator.office.importing.tables.found_tables import Table
from generator.office.importing.tables.year_columns import Years, year_columns

RANGE: Final = re.compile(cell_words.YEARS)
YEAR: Final = re.compile(cell_words.YEAR)
FIVE_YEARS: Final = re.compile("|".join(column_words.FIVE_YEARS))
MADE_BY: Final = re.compile(column_words.MADE_BY)
MADE_ON: Final = re.compile(column_words.MADE_ON)
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
KINDS: Final = [(re.compile(form), PlanKind(kind)) for form, kind in import_words.PLAN_KINDS]
COLON: Final = re.compile("[:：]")
UNIT_BEHIND: Final = re.compile(column_words.UNIT_BEHIND_TITLE)
ANNEX: Final = re.compile(import_words.ANNEX)
BY_THE_YEAR: Final = re.compile(import_words.BY_THE_YEAR)
LONG_PLAN: Final = 3
"""Years from a base to the end from which on a table is one of a plan of several years."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan that tables belong to."""

    years: Years
    title: str
    kind: PlanKind


def years_in(text: str) -> Years | None:
    """The years that a title names."""
    text = normalise(text)
    if match := RANGE.search(text):
        return (int(match[1]), int(match[2])) if match[1] < match[2] else None
    if match := YEAR.search(text):
        return int(match[1]), int(match[1])
    if match := FIVE_YEARS.search(text):
        first = column_words.FIVE_YEARS[match[0]]
        return first, first + 4
    return None


def years_of(table: Table, default: Years | None) -> Years | None:
    """The years of a table: its columns say them, the lines above it, the name of its sheet, or its deadlines."""
    named = next((found for line in (*table.above, table.sheet.name) if (found := years_in(line))), None)
    if table.head.kind == "indicators":
        return _indicator_years(table, named) or default
    return named or default or _years_of_deadlines(table)


def _indicator_years(table: Table, named: Years | None) -> Years | None:
    """The years that a table of indicators is about: from behind its base to its last one."""
    columns = year_columns(table)
    ends = [one.year for one in columns if not one.actual]
    if not ends:
        return named
    bases = [one.year for one in columns if one.actual or one.year < max(ends)]
    if named and named[0] < named[1] and any(named[0] <= year <= named[1] for year in ends):
        return named
    five = next((first for first in column_words.FIVE_YEARS.values() if first + 4 == max(ends)), None)
    many = bool(table.head.of("growth", "total")) and any(BY_THE_YEAR.search(c.name) for c in table.head.columns)
    if five and (many or (bases and max(ends) - min(bases) >= LONG_PLAN)):
        return five, max(ends)
    if bases and max(ends) - min(bases) >= LONG_PLAN:
        return min(bases) + 1, max(ends)
    return max(ends), max(ends)


def _years_of_deadlines(table: Table) -> Years | None:
    """The year in which most rows are due."""
    deadlines = (read_deadline(table.text(row.row, "due")) for row in table.rows)
    found = Counter(int(one.due[:4]) for one in deadlines if one and one.due)
    return (found.most_common(1)[0][0],) * 2 if found else None


def plan_of(table: Table, years: Years) -> Plan:
    """The plan that a table is of."""
    title = next(iter(titles_of([table])), "") or import_words.PLAN_TITLE.format(year=years[0])
    if years[1] - years[0] == 4 and years[0] in column_words.FIVE_YEARS.values():
        return Plan(years, title, PlanKind.FIVE_YEAR)
    if years[0] < years[1]:
        return Plan(years, title, PlanKind.ACTION)
    if table.head.kind == "indicators":
        return Plan(years, title, PlanKind.ANNUAL)
    return Plan(years, title, next((kind for form, kind in KINDS if form.search(title)), PlanKind.KEY_WORK))


def titles_of(tables: Iterable[Table]) -> list[str]:
    """The titles above tables: lines that say neither who made them nor in which unit they are."""
    lines = [UNIT_BEHIND.sub("", ANNEX.sub("", tidy(line))).strip() for table in tables for line in table.above]
    return [line for line in lines if line and not COLON.search(line) and not line.startswith(("(", "（"))]


def issuer_of(tables: Iterable[Table]) -> str:
    """The unit that made a workbook, where a line above or below a table says it."""
    found = [match for table in tables for line in (*table.above, *table.notes) for match in MADE_BY.finditer(line)]
    return next((match["issuer"] for match in found if any(map(is_unit, split_names(match["issuer"])))), "")


def day_of(tables: Iterable[Table]) -> str:
    """The day of a workbook, where a line above or below a table says one."""
    for table in tables:
        for line in (*table.above, *table.notes):
            if match := MADE_ON.search(normalise(line)):
                found = next((day for day in dates(match["day"]) if DAY.fullmatch(day)), "")
                if found:
                    return found
    return ""
