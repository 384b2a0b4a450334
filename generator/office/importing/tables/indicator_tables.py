"""Tables of indicators: base year, years on the way, the end, growth by the year, totals in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from generator.language import document_words
from generator.language.office import import_words
from generator.language.wording import figure_words
from generator.ledger.enums import Basis, Measure, PlanKind, Tier
from generator.office.importing.context import ImportContext, Key
from generator.office.importing.sections import Sections
from generator.office.importing.tables.figure_rows import (
    NewIndicator,
    add_indicator,
    add_result,
    add_target,
    json_figure,
    unit_doubts,
)
from generator.office.importing.tables.found_tables import Table
from generator.office.importing.tables.indicator_rows import IndicatorRow, add_owners, read_row
from generator.office.importing.tables.value_cells import CellValue, is_nothing, read_value
from generator.office.importing.tables.year_columns import (
    YearColumn,
    Years,
    growth_columns,
    is_mean,
    year_columns,
)

RATE: Final = re.compile(f"(?:{import_words.RATE_WORDS})$")
CHANGE: Final = re.compile(f"(?:{import_words.CHANGE_WORDS})(?:{import_words.CHANGE_ENDS})?$")
CHANGING: Final = re.compile(import_words.CHANGE_WORDS)
NEW_IN_YEAR: Final = re.compile(import_words.NEW_IN_YEAR)
TIERS: Final = re.compile(rf"[,;、]?(?={figure_words.STRIVING})")
GROWTH_UNITS: Final = (document_words.PERCENT, "‰")


def read_indicators(
    context: ImportContext, table: Table, plan: tuple[str, PlanKind], years: Years, sections: Sections
) -> list[dict[str, object]]:
    """Add the indicators of a table; returns the figures of their targets for ``--json``."""
    figures: list[dict[str, object]] = []
    columns = year_columns(table, years)
    for column in columns:
        if not column.actual and not years[0] <= column.year <= years[1]:
            context.say("path-year", table.sheet.name_of(table.row, column.column.index), year=column.year)
    columns = [column for column in columns if column.actual or years[0] <= column.year <= years[1]]
    growths = growth_columns(table, years)
    for row in table.rows:
        if (found := read_row(context, table, row, plan, years, sections)) is not None:
            figures += _read(context, found, columns, growths)
    return figures


def _read(
    context: ImportContext, row: IndicatorRow, columns: list[YearColumn], growths: dict[int, YearColumn]
) -> list[dict[str, object]]:
    """Add what a row says: a level with its years, a rate of growth, a total."""
    levels, totals, bases = _cells(row, columns)
    bases = _once(context, row, bases)
    growth = [(c, read_value(t)) for c, t in row.table.texts(row.row.row, "growth", "total") if not is_nothing(t)]
    past = [(c, growths[c], v) for c, v in growth if c in growths and growths[c].actual]
    growth = [(c, v) for c, v in growth if c not in growths or not growths[c].actual]
    falls = bool(CHANGE.search(row.name))
    totals += [(c, v) for c, v in growth if v.is_total or c in _indexes(row, "total") or (falls and v.value is None)]
    growth = [(c, v) for c, v in growth if (c, v) not in totals]
    figures: list[dict[str, object]] = []
    base = next((value for _, _, value in bases if not value.is_total), None)
    steps = levels if totals and base is None and all(years != row.years for _, years, _ in levels) else []
    levels = [] if steps else levels
    is_level = bool(levels) or not (totals or growth) or (base is not None and not totals)
    if is_level:
        figures += _level(context, row, levels, bases)
    for column, value in growth:
        years = (
            row.years if column not in growths or growths[column].year >= row.years[1] else (growths[column].year,) * 2
        )
        figures += _growth(context, row, column, value, years, is_level, past)
    if past and not growth:
        context.say("past-growth", row.table.sheet.name_of(row.row.row, past[0][0]))
    for column, value in totals:
        figures += _total(context, row, column, value, is_level, bases, steps)
    return figures


def _once(
    context: ImportContext, row: IndicatorRow, bases: list[tuple[int, YearColumn, CellValue]]
) -> list[tuple[int, YearColumn, CellValue]]:
    """What was reached, one figure for each year: the second of a year is something else."""
    kept: dict[tuple[int, bool], tuple[int, YearColumn, CellValue]] = {}
    for base in bases:
        if kept.setdefault((base[1].year, base[2].is_total), base) is not base:
            context.say("result-twice", row.table.sheet.name_of(row.row.row, base[0]))
    return [*kept.values()]


def _indexes(row: IndicatorRow, kind: str) -> set[int]:
    return {column.index for column in row.table.head.of(kind)}


def _cells(
    row: IndicatorRow, columns: list[YearColumn]
) -> tuple[list[tuple[int, Years, CellValue]], list[tuple[int, CellValue]], list[tuple[int, YearColumn, CellValue]]]:
    """Targets by their years, totals in brackets, and what was reached before."""
    levels: list[tuple[int, Years, CellValue]] = []
    totals: list[tuple[int, CellValue]] = []
    bases: list[tuple[int, YearColumn, CellValue]] = []
    table, at = row.table, row.row.row
    for one in columns:
        text = table.sheet.text(at, one.column.index)
        if is_nothing(text):
            continue
        value = read_value(text)
        if one.actual:
            bases.append((one.column.index, one, value))
        elif value.is_total and one.year == row.years[1]:
            totals.append((one.column.index, value))
        else:
            years = row.years if one.year == row.years[1] else (one.year, one.year)
            levels.append((one.column.index, years, value))
    for column, text in table.texts(at, "target"):
        if not is_nothing(text):
            value = read_value(text)
            if value.is_total:
                totals.append((column, value))
            else:
                levels.append((column, row.years, value))
    for column, text in table.texts(at, "base"):
        if not is_nothing(text):
            head = next(c for c in table.head.of("base") if c.index == column)
            bases.append((column, YearColumn(head, row.years[0] - 1, True, False), read_value(text)))
    return levels, totals, bases


def _level(
    context: ImportContext,
    row: IndicatorRow,
    levels: list[tuple[int, Years, CellValue]],
    bases: list[tuple[int, YearColumn, CellValue]],
) -> list[dict[str, object]]:
    """A level at the end of the years, with the years on the way."""
    figures: list[dict[str, object]] = []
    again = [at for number, (at, years, _) in enumerate(levels) if years in [one for _, one, _ in levels[:number]]]
    twice = [context.say("target-twice", row.table.sheet.name_of(row.row.row, at)) for at in again]
    levels = [level for level in levels if level[0] not in again]
    last = next((_tiers(value)[0][1] for _, _, value in reversed(levels)), None)
    base = next((value for _, _, value in bases), None)
    unit = row.unit or next((v.unit for v in (last, base) if v and v.unit), "")
    measure = _measure(row, unit, last)
    new = _new(row, row.key, row.name, measure, unit)
    doubts = [*row.doubts, *twice]
    for column, _, value in levels:
        for _, one in _tiers(value):
            doubts += unit_doubts(context, one, unit, row.table.sheet.name_of(row.row.row, column))
    doubts += _without_unit(context, row, unit, (value for _, _, value in (*levels, *bases)))
    indicator = add_indicator(context, new, last, base, doubts)
    add_owners(context, row, indicator)
    for column, years, value in sorted(levels, key=lambda level: level[1] != row.years):
        place = row.table.sheet.name_of(row.row.row, column)
        for tier, one in _tiers(value):
            comments = unit_doubts(context, one, unit, place)
            worded = measure is Measure.QUALITATIVE
            add_target(context, indicator, one, years, place, unit=unit, tier=tier, comments=comments, worded=worded)
            if one.value is not None and (years == row.years or all(other != row.years for _, other, _ in levels)):
                figures.append(json_figure(one, unit))
    _add_bases(context, row, indicator, bases, unit, Basis.POINT if measure is Measure.CHANGE else Basis.YEAR)
    return figures


def _without_unit(context: ImportContext, row: IndicatorRow, unit: str, values: Iterable[CellValue]) -> list[str]:
    """A doubt about numbers that have no unit."""
    return [context.say("unit-missing", row.place)] if not unit and any(value.value for value in values) else []


def _measure(row: IndicatorRow, unit: str, value: CellValue | None) -> Measure:
    """What the figures of a level say."""
    if value is not None and value.value is None and not any(sign.isdigit() for sign in value.text):
        return Measure.QUALITATIVE if not re.search(figure_words.SET_FROM_ABOVE, value.text) else Measure.LEVEL
    if RATE.search(row.name) and unit in GROWTH_UNITS:
        return Measure.ANNUAL_GROWTH
    if unit in document_words.PERCENT_UNITS:
        return Measure.CHANGE if CHANGE.search(row.name) else Measure.LEVEL
    return Measure.CUMULATIVE if row.years[0] == row.years[1] and NEW_IN_YEAR.search(row.name) else Measure.LEVEL


def _tiers(value: CellValue) -> list[tuple[Tier | None, CellValue]]:
    """The one or two values of a cell: 6以上,力争6.5."""
    parts = [part for part in TIERS.split(value.text) if part]
    if value.value is not None or len(parts) != 2:
        return [
            (Tier.STRIVING if value.qualifier and re.search(figure_words.STRIVING, value.qualifier) else None, value)
        ]
    basic, striving = map(read_value, parts)
    if basic.value is None or striving.value is None:
        return [(None, value)]
    unit = basic.unit or striving.unit
    return [(Tier.BASIC, replace(basic, unit=unit)), (Tier.STRIVING, replace(striving, unit=unit))]


def _growth(
    context: ImportContext,
    row: IndicatorRow,
    column: int,
    value: CellValue,
    years: Years,
    is_level: bool,
    past: list[tuple[int, YearColumn, CellValue]],
) -> list[dict[str, object]]:
    """A rate of growth by the year, with those of years before: an indicator of its own, beside the level."""
    place = row.table.sheet.name_of(row.row.row, column)
    rate = bool(RATE.search(row.name))
    words = import_words.GROWTH_NAME if years[0] < years[1] else import_words.GROWTH_NAME_OF_YEAR
    name = row.name if rate and not is_level else words.format(name=row.name)
    unit = value.unit if value.unit in document_words.PERCENT_UNITS else document_words.PERCENT
    new = _new(row, (*row.key[:2], f"growth-{column}"), name, Measure.ANNUAL_GROWTH, unit)
    doubts = [*([] if is_level else row.doubts), *unit_doubts(context, value, unit, place)]
    indicator = add_indicator(context, new, value, None, doubts)
    if not is_level:
        add_owners(context, row, indicator)
    add_target(context, indicator, value, years, place, unit=unit, comments=doubts)
    of_years = [one for one in past if not is_mean(one[1].column)]
    _add_bases(context, row, indicator, of_years, unit, Basis.YEAR)
    return [json_figure(value, unit)] if value.value is not None else []


def _total(
    context: ImportContext,
    row: IndicatorRow,
    column: int,
    value: CellValue,
    is_level: bool,
    bases: list[tuple[int, YearColumn, CellValue]],
    steps: list[tuple[int, Years, CellValue]],
) -> list[dict[str, object]]:
    """A total of the years, and of single ones; beside a level it is how much that changes."""
    place = row.table.sheet.name_of(row.row.row, column)
    has_level = is_level or any(not base.is_total for _, _, base in bases)
    changes = has_level or bool(CHANGE.search(row.name)) or row.unit in document_words.PERCENT_UNITS
    unit = value.unit or row.unit
    if has_level and unit == document_words.PERCENT:
        unit = import_words.POINT
    words = import_words.TOTAL_NAME if is_level or not has_level else import_words.CHANGE_NAME
    name = row.name if not has_level or (CHANGING.search(row.name) and not is_level) else words.format(name=row.name)
    measure = Measure.CHANGE if changes else Measure.CUMULATIVE
    key = (*row.key[:2], f"total-{column}")
    new = _new(row, key, name, measure, unit)
    doubts = [] if is_level else [*row.doubts]
    numbers = [one for _, _, one in (*steps, *([] if is_level else bases))]
    doubts += _without_unit(context, row, unit, numbers)
    indicator = add_indicator(context, new, value, None, doubts)
    add_target(
        context, indicator, value, row.years, place, unit=unit, comments=unit_doubts(context, value, unit, place)
    )
    if not is_level:
        add_owners(context, row, indicator)
        basis = Basis.POINT if measure is Measure.CHANGE else Basis.SINCE
        _add_bases(context, row, indicator, bases, row.unit, basis)
    for at, years, one in steps:
        cell = row.table.sheet.name_of(row.row.row, at)
        add_target(context, indicator, one, years, cell, unit=unit, comments=unit_doubts(context, one, unit, cell))
    return [json_figure(value, unit)] if value.value is not None else []


def _add_bases(
    context: ImportContext,
    row: IndicatorRow,
    indicator: str,
    bases: list[tuple[int, YearColumn, CellValue]],
    unit: str,
    basis: Basis,
) -> None:
    """Add what was reached before; a total in brackets is one since the plan before began."""
    length = row.years[1] - row.years[0]
    for column, one, value in bases:
        place = row.table.sheet.name_of(row.row.row, column)
        since = one.year - length if value.is_total else None
        add_result(
            context,
            indicator,
            value,
            one.year,
            place,
            basis=Basis.SINCE if value.is_total else basis,
            unit=unit,
            since=since,
            estimated=one.estimated,
            comments=unit_doubts(context, value, unit, place),
        )


def _new(row: IndicatorRow, key: Key, name: str, measure: Measure, unit: str) -> NewIndicator:
    return NewIndicator(key, row.plan, row.section, name, row.nature, measure, unit, row.place, note=row.note)
