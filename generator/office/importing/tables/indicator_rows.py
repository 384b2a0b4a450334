"""A row of a table of indicators: its name, unit, nature and section, and who is responsible for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.language.office import cell_words, import_words
from generator.language.official_text import normalise
from generator.language.wording import figure_words
from generator.ledger.enums import Nature, PlanKind, Role
from generator.ledger.wording.responsibility.labels import LABEL, read_labels
from generator.office.importing.context import ImportContext, Key
from generator.office.importing.sections import Sections
from generator.office.importing.shown_text import tidy
from generator.office.importing.tables.found_tables import DataRow, Table
from generator.office.importing.tables.value_cells import is_nothing
from generator.office.importing.tables.year_columns import Years

NAME_BEFORE: Final = re.compile(f"^{import_words.NAME_BEFORE}")
UNIT_BEHIND: Final = re.compile(r"(?P<name>.+?)[(\[〔【](?P<unit>[^()\[\]〔〕【】]{1,10})[)\]〕】]")
IS_UNIT: Final = re.compile(
    rf"(?:{figure_words.SCALES})?(?:{figure_words.MEASURES}){cell_words.PER_UNIT}"
    rf"|{cell_words.MORE_UNITS}|{cell_words.SCALES_ALONE}"
)
NOT_READ: Final = ("", "note", "contact", "progress", "leader")
"""Columns that say nothing of an indicator."""


@dataclass(slots=True)
class IndicatorRow:
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


def read_row(
    context: ImportContext, table: Table, row: DataRow, plan: tuple[str, PlanKind], years: Years, sections: Sections
) -> IndicatorRow | None:
    """A row as it is printed, with doubts about what is unclear in it; None where it names no indicator."""
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
        else:
            nature = said
    note = ""
    if plan[1] is PlanKind.ANNUAL and nature is not Nature.ANNUAL:
        note, nature = import_words.NOTE_PRINTED.format(what=import_words.NATURE, text=printed), Nature.ANNUAL
    section = sections.of(plan[0], row.areas, table.sheet.name, _title_of(table))
    key = (table.sheet.name, row.row, "indicator")
    place = table.place(row.row, "indicator")
    return IndicatorRow(table, row, plan[0], section, years, name, unit, nature, key, doubts, place, note)


def _unit_of_heads(table: Table) -> str:
    """The unit in brackets in the heads of the columns of figures, where these name but one."""
    heads = (UNIT_BEHIND.fullmatch(column.name) for column in table.head.of("year", "target", "base"))
    units = {match["unit"] for match in heads if match and IS_UNIT.fullmatch(match["unit"])}
    return units.pop() if len(units) == 1 else ""


def _title_of(table: Table) -> str:
    return (tidy(table.above[0]) if table.above else "") or import_words.FIVE_YEAR_TITLE


def add_owners(context: ImportContext, row: IndicatorRow, indicator: str) -> None:
    """Add who is responsible for an indicator, where the table has a column for it."""
    table, at = row.table, row.row.row
    pieces = []
    for column in table.head.of("lead", "responsible", "support"):
        text = " ".join(map(normalise, context.units_in(table.sheet, at, column.index).split()))
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
