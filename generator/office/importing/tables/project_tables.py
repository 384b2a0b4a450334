"""Tables of projects: owner, nature, investment, when they begin and end."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from generator.language.office import column_words, import_words
from generator.language.official_text import normalise
from generator.ledger.enums import ProjectNature
from generator.ledger.wording.deadlines import Years, dates
from generator.ledger.wording.responsibility.labels import read_labels
from generator.office.importing.context import ImportContext
from generator.office.importing.shown_text import tidy
from generator.office.importing.tables.columns import TERRITORY
from generator.office.importing.tables.figure_rows import plain
from generator.office.importing.tables.found_tables import DataRow, Table
from generator.office.importing.tables.value_cells import in_unit, is_nothing, read_value

NATURES: Final = [(re.compile(form), ProjectNature(nature)) for form, nature in column_words.NATURES]
SEPARATOR: Final = re.compile(column_words.PERIOD_SEPARATOR)
IN_UNITS: Final = re.compile(column_words.IN_UNITS)
BRACKET: Final = re.compile(column_words.INSIDE_BRACKETS)
STARTING, FINISHING = re.compile(column_words.STARTING), re.compile(column_words.FINISHING)
TO_BE_SAID: Final = re.compile(column_words.TO_BE_SAID)
MONEY: Final = re.compile(column_words.MONEY)


def read_projects(context: ImportContext, table: Table, plan: str, years: Years) -> None:
    """Add the projects of a table."""
    unit = _unit_above(table)
    for row in table.rows:
        name = tidy(table.text(row.row, "project"))
        if not is_nothing(name):
            _project(context, table, row, (plan, years), name, unit)


def _unit_above(table: Table) -> str:
    """The unit of the amounts, as a line above the table says it."""
    found = [
        IN_UNITS.search(normalise(line).replace(column_words.UNIT, f" {column_words.UNIT}")) for line in table.above
    ]
    return next((match["unit"] for match in found if match), "")


def _project(context: ImportContext, table: Table, row: DataRow, at: tuple[str, Years], name: str, unit: str) -> None:
    plan, years = at
    doubts = context.broken(table.sheet, row.row, [c.index for c in table.head.columns if c.kind not in ("note", "")])
    notes: list[str] = []
    owner, places = _owners(context, table, row, notes)
    place = table.place(row.row, "project")
    id_ = context.id_of("projects", (table.sheet.name, row.row, "project"), name)
    nature = _nature(table, row)
    if nature is None:
        nature = ProjectNature.NEW
        doubts.append(context.say("project-nature", place))
    starts, finishes = _period(context, table, row, years, doubts)
    amounts = {
        "total_investment": _amount(context, table, row, "total_investment", unit, (doubts, notes)),
        "year_investment": _amount(context, table, row, "year_investment", unit, (doubts, notes)),
    }
    own = unit or _unit_of(table)
    if any(amounts.values()) and not own:
        doubts.append(context.say("amount-unit", place))
    scale = tidy(table.text(row.row, "scale"))
    if not is_nothing(scale):
        notes.append(import_words.NOTE_SCALE.format(text=scale))
    cells = {"id": id_, "plan": plan, "name": name, "owner": owner, "nature": nature.value, **amounts}
    cells |= {"unit": (own or import_words.TEN_THOUSAND_YUAN) if any(amounts.values()) else ""}
    cells |= {"starts": starts, "finishes": finishes, "document": context.document, "locator": place}
    context.add("projects", {**cells, "note": import_words.NOTES_JOINED.join(notes)}, doubts)
    for town in places:
        context.add("project_places", {"record": id_, "organization": town})


def _owners(context: ImportContext, table: Table, row: DataRow, notes: list[str]) -> tuple[str, list[str]]:
    """The first unit owns a project; the others stand in a note, and towns among all are its places."""
    text = import_words.LIST_JOINED.join(
        context.units_in(table.sheet, row.row, at)
        for at, t in table.texts(row.row, "responsible", "lead")
        if not is_nothing(t)
    )
    place = table.place(row.row, "responsible", "lead")
    label = import_words.UNIT_LABELS["responsible"]
    said = read_labels(f"{label}:{' '.join(map(normalise, text.split()))}") if text else None
    names = [one.name for one in said.assignees] if said else []
    units = [(name, unit) for name in names if (unit := context.unit(name, place))]
    if len(units) > 1:
        notes.append(
            import_words.NOTE_OWNERS.format(names=import_words.LIST_JOINED.join(name for name, _ in units[1:]))
        )
    towns = [unit for name, unit in units if TERRITORY.fullmatch(name)]
    return (units[0][1] if units else ""), [*dict.fromkeys(towns)]


def _nature(table: Table, row: DataRow) -> ProjectNature | None:
    """The nature, as its column or the heading above says."""
    words = [normalise(table.text(row.row, "project_nature")), *(area.title for area in reversed(row.areas))]
    return next((nature for text in words for form, nature in NATURES if form.search(text)), None)


def _unit_of(table: Table) -> str:
    """The unit that the heads of the columns of amounts say."""
    names = [column.name for column in table.head.of("total_investment", "year_investment")]
    found = [match["inside"] for name in names for match in BRACKET.finditer(name)]
    return next((unit for unit in found if MONEY.fullmatch(unit)), "")


def _amount(
    context: ImportContext, table: Table, row: DataRow, kind: str, unit: str, said: tuple[list[str], list[str]]
) -> str:
    """An amount in the unit of the table; what is printed otherwise stands in a note."""
    doubts, notes = said
    text = table.text(row.row, kind)
    if is_nothing(text) or TO_BE_SAID.search(text):
        return ""
    value, unit = read_value(text), unit or _unit_of(table) or import_words.TEN_THOUSAND_YUAN
    amount: Decimal | None = value.value
    if amount is not None and value.unit and value.unit != unit:
        whole = value.unit if value.unit.endswith(import_words.YUAN) else f"{value.unit}{import_words.YUAN}"
        amount = in_unit(amount, whole, unit)
    if amount is None or value.value_max is not None:
        doubts.append(context.say("amount-unclear", table.place(row.row, kind), text=value.text))
        return ""
    if value.unit not in ("", unit) or value.qualifier:
        what = import_words.TOTAL_INVESTMENT if kind == "total_investment" else import_words.YEAR_INVESTMENT
        notes.append(import_words.NOTE_PRINTED.format(what=what, text=value.text))
    return plain(amount)


def _period(context: ImportContext, table: Table, row: DataRow, years: Years, doubts: list[str]) -> tuple[str, str]:
    """When a project begins and when it ends."""
    starts, finishes = (_date(table.text(row.row, kind), years) for kind in ("starts", "finishes"))
    text = normalise(table.text(row.row, "project_period"))
    if is_nothing(text) or TO_BE_SAID.search(text):
        return starts, finishes
    found = [*dates(_with_years(text), years)]
    parts = re.split("[,;]", text)
    if len(parts) == 2 and STARTING.search(parts[0]) and FINISHING.search(parts[1]):
        starts, finishes = _date(parts[0], years), _date(parts[1], years, starts=_date(parts[0], years))
    elif len(found) == 2:
        starts, finishes = found
    elif len(found) == 1 and (FINISHING.search(text) or not STARTING.search(text)):
        finishes = found[0]
    elif len(found) == 1:
        starts = found[0]
    else:
        doubts.append(context.say("project-period", table.place(row.row, "project_period"), text=text))
    return starts, finishes


def _with_years(text: str) -> str:
    """A period whose two ends are told apart, and whose years alone end with their sign."""
    parts = [part for part in SEPARATOR.split(text) if part]
    return ",".join(f"{part}{column_words.YEAR_SIGN}" if re.fullmatch("20[0-9]{2}", part) else part for part in parts)


def _date(text: str, years: Years, starts: str = "") -> str:
    """The day, month or year in words; one without a year is of the year in which a project begins."""
    plain_text = normalise(text)
    year = int(starts[:4]) if starts else years[0]
    found = [
        *dates(
            f"{plain_text}{column_words.YEAR_SIGN}" if re.fullmatch("20[0-9]{2}", plain_text) else plain_text,
            (year, year),
        )
    ]
    if not found and plain_text[:1] == column_words.YEAR_SIGN:
        found = [*dates(f"{year}{plain_text}", (year, year))]
    return found[0] if found else ""
