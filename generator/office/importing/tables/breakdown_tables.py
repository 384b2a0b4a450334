"""Tables of towns: how much of an indicator each one has to do."""

from __future__ import annotations

import re
from typing import Final

from generator.language import document_words
from generator.language.office import import_words
from generator.language.official_text import normalise
from generator.ledger.enums import Measure, Nature
from generator.ledger.wording.unit_names import is_unit
from generator.office.importing.context import ImportContext
from generator.office.importing.sections import Sections
from generator.office.importing.shown_text import tidy
from generator.office.importing.tables.columns import TERRITORY
from generator.office.importing.tables.figure_rows import (
    NewIndicator,
    add_indicator,
    add_target,
    json_figure,
    unit_doubts,
)
from generator.office.importing.tables.found_tables import DataRow, Table
from generator.office.importing.tables.indicator_rows import IS_UNIT, UNIT_BEHIND
from generator.office.importing.tables.indicator_tables import RATE
from generator.office.importing.tables.value_cells import is_nothing, read_value
from generator.office.importing.tables.year_columns import Years

GOAL_BEHIND: Final = re.compile(import_words.GOAL_BEHIND)
OF_THE_YEAR: Final = re.compile(import_words.OF_THE_YEAR)
Cell = tuple[str, int, int]
"""Name of a town, row and column of its value."""


def read_breakdown(
    context: ImportContext, table: Table, plan: str, years: Years, sections: Sections
) -> list[dict[str, object]]:
    """Add the indicators of a table of towns with the targets of each; returns their figures for ``--json``."""
    title = (tidy(table.above[0]) if table.above else "") or import_words.BREAKDOWN_SECTION
    section = sections.of(plan, (), table.sheet.name, title)
    figures: list[dict[str, object]] = []
    if table.head.of("value"):
        towns = [(row, town) for row in table.rows if (town := _town(context, table, row))]
        for column in table.head.of("value"):
            name, unit = _named(column.name)
            cells = [(town, row.row, column.index) for row, town in towns]
            figures += _indicator(context, table, (plan, section, years), (name, unit), cells)
        return figures
    for row in table.rows:
        name, unit = _named(normalise(table.text(row.row, "indicator")))
        unit = normalise(table.text(row.row, "unit")) or unit
        cells = [(column.name, row.row, column.index) for column in table.head.of("town")]
        figures += _indicator(context, table, (plan, section, years), (name, unit), cells)
    return figures


def _town(context: ImportContext, table: Table, row: DataRow) -> str:
    """The name of the town of a row; empty with a finding where it is none."""
    name = normalise(table.text(row.row, "town"))
    if not is_nothing(name) and (TERRITORY.fullmatch(name) or is_unit(name)):
        return name
    if not is_nothing(name):
        context.say("town-unclear", table.place(row.row, "town"), name=name)
    return ""


def _named(head: str) -> tuple[str, str]:
    """The name and the unit that the head of a column says: 营造林(万亩)."""
    head = GOAL_BEHIND.sub("", head) or head
    match = UNIT_BEHIND.fullmatch(head)
    if match and (IS_UNIT.fullmatch(match["unit"]) or len(match["unit"]) <= 4):
        return match["name"], match["unit"]
    return head, ""


def _indicator(
    context: ImportContext, table: Table, place: tuple[str, str, Years], named: tuple[str, str], cells: list[Cell]
) -> list[dict[str, object]]:
    """One indicator with the targets of its towns."""
    plan, section, years = place
    (name, unit), (_, row, column) = named, cells[0] if cells else ("", table.row, 1)
    values = [(town, at, index, read_value(table.sheet.text(at, index))) for town, at, index in cells]
    values = [one for one in values if not is_nothing(one[3].text)]
    if not name or not values:
        return []
    unit = unit or next((value.unit for _, _, _, value in values if value.unit), "")
    measure, doubts = _measure(name, unit), []
    head = table.sheet.name_of(table.row if table.head.of("value") else row, column if table.head.of("value") else 1)
    if measure is None:
        measure = Measure.CUMULATIVE
        doubts = [context.say("measure-unclear", head, measure=measure.value)]
    at = f"column-{column}" if table.head.of("value") else "row"
    new = NewIndicator(
        *((table.sheet.name, table.row if table.head.of("value") else row, at), plan, section, name),
        *(Nature.OF_TASK, measure, unit, head),
    )
    indicator = add_indicator(context, new, values[0][3], None, doubts)
    figures = []
    for town, at_row, index, value in values:
        cell = table.sheet.name_of(at_row, index)
        comments = [*context.broken(table.sheet, at_row, [index]), *unit_doubts(context, value, unit, cell)]
        organization = context.unit(town, table.place(at_row, "town"))
        add_target(context, indicator, value, years, cell, unit=unit, organization=organization, comments=comments)
        if value.value is not None:
            figures.append(json_figure(value, unit))
    return figures


def _measure(name: str, unit: str) -> Measure | None:
    """What the figures of a column say, as far as its name and unit say it."""
    if RATE.search(name):
        return Measure.ANNUAL_GROWTH
    if unit in (document_words.PERCENT, "‰"):
        return Measure.LEVEL
    return Measure.CUMULATIVE if OF_THE_YEAR.search(name) else None
