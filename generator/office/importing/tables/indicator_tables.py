"""Tables of indicators: base year, years on the way, the end, growth by the year, totals in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from generator.language import document_words
from generator.language.office import cell_words, column_words, import_words
from generator.language.official_text import normalise
from generator.language.wording import figure_words
from generator.ledger.enums import Basis, Measure, Nature, PlanKind, Role, Tier
from generator.ledger.wording.responsibility.labels import LABEL, read_labels
from generator.office.importing.context import ImportContext, Key, without_persons
from generator.office.importing.sections import Sections
from generator.office.importing.shown_text import tidy
from generator.office.importing.tables.columns import Column
from generator.office.importing.tables.figure_rows import (
    NewIndicator,
    add_indicator,
    add_result,
    add_target,
    json_figure,
    unit_doubts,
)
from generator.office.importing.tables.found_tables import DataRow, Table
from generator.office.importing.tables.value_cells import CellValue, is_nothing, read_value

Years = tuple[int, int]
NAME_BEFORE: Final = re.compile(f"^{import_words.NAME_BEFORE}")
RATE: Final = re.compile(f"(?:{import_words.RATE_WORDS})$")
CHANGE: Final = re.compile(f"(?:{import_words.CHANGE_WORDS})(?:{import_words.CHANGE_ENDS})?$")
CHANGING: Final = re.compile(import_words.CHANGE_WORDS)
UNIT_BEHIND: Final = re.compile(r"(?P<name>.+?)[(\[〔【](?P<unit>[^()\[\]〔〕【】]{1,10})[)\]〕】]")
IS_UNIT: Final = re.compile(
    rf"(?:{figure_words.SCALES})?(?:{figure_words.MEASURES}){cell_words.PER_UNIT}"
    rf"|{cell_words.MORE_UNITS}|{cell_words.SCALES_ALONE}"
)
TIERS: Final = re.compile(rf"[,;、]?(?={figure_words.STRIVING})")
OF_GROUP: Final = re.compile(column_words.OF_GROUP)
GROWTH_UNITS: Final = (document_words.PERCENT, "‰")


@dataclass(frozen=True, slots=True)
class YearColumn:
    """A column of one year."""

    column: Column
    year: int
    actual: bool
    estimated: bool


@dataclass(slots=True)
class _Row:
    """A row of a table of indicators."""

    table: Table
    row: DataRow
    plan: str
    section: str
    years: Years
    name: str
    unit: str
    nature: Nature
    key: Key
    doubts: list[str]
    place: str
    note: str


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
    for row in table.rows:
        if (found := _row(context, table, row, plan, years, sections)) is not None:
            figures += _read(context, found, columns)
    return figures


def _row(
    context: ImportContext, table: Table, row: DataRow, plan: tuple[str, PlanKind], years: Years, sections: Sections
) -> _Row | None:
    printed = normalise(table.text(row.row, "indicator"))
    name = NAME_BEFORE.sub("", printed) or printed
    if is_nothing(name):
        return None
    doubts = context.broken(table.sheet, row.row, [c.index for c in table.head.columns if c.kind not in NOT_READ])
    unit = normalise(table.text(row.row, "unit"))
    unit = "" if is_nothing(unit) else unit.strip("()")
    behind = UNIT_BEHIND.fullmatch(name)
    if behind and IS_UNIT.fullmatch(behind["unit"]) and unit in ("", behind["unit"]):
        name, unit = behind["name"], behind["unit"]
    unit = unit or _unit_of_heads(table)
    printed = normalise(table.text(row.row, "nature"))
    nature = Nature.ANNUAL if years[0] == years[1] else Nature.EXPECTED
    if not is_nothing(printed):
        said = next((one for one in (Nature.BINDING, Nature.EXPECTED) if one.value[:2] in printed), None)
        if said is None:
            doubts.append(
                context.say("nature-unclear", table.place(row.row, "nature"), text=printed, nature=nature.value)
            )
        elif years[0] < years[1] or table.head.of("nature"):
            nature = said
    note = ""
    if plan[1] is PlanKind.ANNUAL and nature is not Nature.ANNUAL:
        note, nature = import_words.NOTE_PRINTED.format(what=import_words.NATURE, text=printed), Nature.ANNUAL
    section = sections.of(plan[0], row.areas, table.sheet.name, _title_of(table))
    key = (table.sheet.name, row.row, "indicator")
    place = table.place(row.row, "indicator")
    return _Row(table, row, plan[0], section, years, name, unit, nature, key, doubts, place, note)


def _unit_of_heads(table: Table) -> str:
    """The unit in brackets in the heads of the columns of figures, where these name but one."""
    heads = (UNIT_BEHIND.fullmatch(column.name) for column in table.head.of("year", "target", "base"))
    units = {match["unit"] for match in heads if match and IS_UNIT.fullmatch(match["unit"])}
    return units.pop() if len(units) == 1 else ""


NOT_READ: Final = ("", "note", "contact", "progress", "leader")
"""Columns that say nothing of an indicator."""


def _title_of(table: Table) -> str:
    return (tidy(table.above[0]) if table.above else "") or import_words.FIVE_YEAR_TITLE


def _read(context: ImportContext, row: _Row, columns: list[YearColumn]) -> list[dict[str, object]]:
    """Add what a row says: a level with its years, a rate of growth, a total."""
    levels, totals, bases = _cells(row, columns)
    growth = [(c, read_value(t)) for c, t in row.table.texts(row.row.row, "growth", "total") if not is_nothing(t)]
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
        figures += _growth(context, row, column, value, is_level)
    for column, value in totals:
        figures += _total(context, row, column, value, is_level, bases, steps)
    return figures


def _indexes(row: _Row, kind: str) -> set[int]:
    return {column.index for column in row.table.head.of(kind)}


def _cells(
    row: _Row, columns: list[YearColumn]
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
    row: _Row,
    levels: list[tuple[int, Years, CellValue]],
    bases: list[tuple[int, YearColumn, CellValue]],
) -> list[dict[str, object]]:
    """A level at the end of the years, with the years on the way."""
    figures: list[dict[str, object]] = []
    last = next((value for _, _, value in reversed(levels)), None)
    base = next((value for _, _, value in bases), None)
    unit = row.unit or next((v.unit for v in (last, base) if v and v.unit), "")
    measure = _measure(row, unit, last)
    new = _new(row, row.key, row.name, measure, unit)
    doubts = [*row.doubts]
    for column, _, value in levels:
        doubts += unit_doubts(context, value, unit, row.table.sheet.name_of(row.row.row, column))
    again = [at for number, (at, years, _) in enumerate(levels) if years in [one for _, one, _ in levels[:number]]]
    doubts += [context.say("target-twice", row.table.sheet.name_of(row.row.row, at)) for at in again]
    levels = [level for level in levels if level[0] not in again]
    doubts += _without_unit(context, row, unit, (value for _, _, value in (*levels, *bases)))
    indicator = add_indicator(context, new, last, base, doubts)
    _add_owners(context, row, indicator)
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


def _without_unit(context: ImportContext, row: _Row, unit: str, values: Iterable[CellValue]) -> list[str]:
    """A doubt about numbers that have no unit."""
    return [context.say("unit-missing", row.place)] if not unit and any(value.value for value in values) else []


def _measure(row: _Row, unit: str, value: CellValue | None) -> Measure:
    """What the figures of a level say."""
    if value is not None and value.value is None and not any(sign.isdigit() for sign in value.text):
        return Measure.QUALITATIVE if not re.search(figure_words.SET_FROM_ABOVE, value.text) else Measure.LEVEL
    if RATE.search(row.name) and unit in GROWTH_UNITS:
        return Measure.ANNUAL_GROWTH
    if CHANGE.search(row.name) and unit in document_words.PERCENT_UNITS:
        return Measure.CHANGE
    return Measure.LEVEL


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
    context: ImportContext, row: _Row, column: int, value: CellValue, is_level: bool
) -> list[dict[str, object]]:
    """A rate of growth by the year: an indicator of its own, beside the level."""
    place = row.table.sheet.name_of(row.row.row, column)
    rate = bool(RATE.search(row.name))
    words = import_words.GROWTH_NAME if row.years[0] < row.years[1] else import_words.GROWTH_NAME_OF_YEAR
    name = row.name if rate and not is_level else words.format(name=row.name)
    unit = value.unit if value.unit in document_words.PERCENT_UNITS else document_words.PERCENT
    new = _new(row, (*row.key[:2], f"growth-{column}"), name, Measure.ANNUAL_GROWTH, unit)
    doubts = [*([] if is_level else row.doubts), *unit_doubts(context, value, unit, place)]
    indicator = add_indicator(context, new, value, None, doubts)
    if not is_level:
        _add_owners(context, row, indicator)
    add_target(context, indicator, value, row.years, place, unit=unit, comments=doubts)
    return [json_figure(value, unit)] if value.value is not None else []


def _total(
    context: ImportContext,
    row: _Row,
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
        _add_owners(context, row, indicator)
        basis = Basis.POINT if measure is Measure.CHANGE else Basis.SINCE
        _add_bases(context, row, indicator, bases, row.unit, basis)
    for at, years, one in steps:
        cell = row.table.sheet.name_of(row.row.row, at)
        add_target(context, indicator, one, years, cell, unit=unit, comments=unit_doubts(context, one, unit, cell))
    return [json_figure(value, unit)] if value.value is not None else []


def _add_bases(
    context: ImportContext,
    row: _Row,
    indicator: str,
    bases: list[tuple[int, YearColumn, CellValue]],
    unit: str,
    basis: Basis,
) -> None:
    """Add what was reached before; a total in brackets is one since the plan before began."""
    length = row.years[1] - row.years[0]
    for column, one, value in bases:
        if value.value is None and is_nothing(value.text):
            continue
        place = row.table.sheet.name_of(row.row.row, column)
        since = one.year - length if value.is_total else None
        add_result(
            context,
            indicator,
            value,
            one.year,
            place,
            basis=Basis.SINCE if value.is_total else Basis.YEAR if basis is Basis.SINCE else basis,
            unit=unit,
            since=since,
            estimated=one.estimated,
            comments=unit_doubts(context, value, unit, place),
        )


def _new(row: _Row, key: Key, name: str, measure: Measure, unit: str) -> NewIndicator:
    return NewIndicator(key, row.plan, row.section, name, row.nature, measure, unit, row.place, note=row.note)


def _add_owners(context: ImportContext, row: _Row, indicator: str) -> None:
    """Add who is responsible for an indicator, where the table has a column for it."""
    table, at = row.table, row.row.row
    pieces = []
    for column in table.head.of("lead", "responsible", "support"):
        text = " ".join(map(normalise, without_persons(table.sheet.text(at, column.index)).split()))
        if not is_nothing(text):
            label = column.name if LABEL.fullmatch(f"{column.name}:") else import_words.UNIT_LABELS[column.kind]
            pieces.append(text if LABEL.match(text) else f"{label}:{text}")
    said = read_labels(";".join(pieces)) if pieces else None
    seen: set[str] = set()
    for one in sorted(said.assignees if said else (), key=lambda one: one.role is not Role.LEAD):
        unit = context.unit(one.name, table.place(at, "lead", "responsible"))
        if unit and unit not in seen:
            seen.add(unit)
            cells = {"indicator": indicator, "organization": unit, "role": one.role.value}
            cells |= {"printed_name": one.name, "printed_role": one.printed_role}
            context.add("indicator_assignments", cells)
