"""Indicators, targets and results as rows of the ledger: what the tables and the words of tasks have in common."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from generator.language import document_words
from generator.language.chinese_numbers import quantities
from generator.language.office import import_words
from generator.language.wording import figure_words
from generator.ledger.enums import Basis, Comparator, Direction, Measure, Nature, SetBy, Status, Tier
from generator.office.importing.context import ImportContext, Key
from generator.office.importing.tables.value_cells import CellValue, in_unit
from generator.office.interchange_codes import COMPARATOR_CODES

RISING: Final = re.compile(import_words.RISING)
FALLING: Final = re.compile(import_words.FALLING)
REDUCTION: Final = re.compile(import_words.REDUCTION)
FROM_ABOVE: Final = re.compile(figure_words.SET_FROM_ABOVE)


@dataclass(frozen=True, slots=True)
class NewIndicator:
    """What is known of an indicator before its row is written."""

    key: Key
    plan: str
    section: str
    name: str
    nature: Nature
    measure: Measure
    unit: str
    place: str
    task: str = ""
    note: str = ""


def plain(number: Decimal) -> str:
    """A number as the ledger writes it: without an exponent, and without zeros that a computation left."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text and number == number.to_integral() else text


def add_indicator(
    context: ImportContext,
    new: NewIndicator,
    value: CellValue | None = None,
    base: CellValue | None = None,
    comments: list[str] | None = None,
    direction: Direction | None = None,
    *,
    draft: bool = False,
) -> str:
    """Add an indicator; its direction is said by its target, else by its name. Returns its id."""
    doubts = list(comments or [])
    id_ = context.id_of("indicators", new.key, new.name)
    better = ""
    if new.measure not in (Measure.QUALITATIVE, Measure.MILESTONE):
        found = direction or _direction(new, value, base)
        if found is None:
            doubts.append(context.say("direction-unclear", new.place))
        better = (found or Direction.HIGHER).value
        if not new.unit and value is not None and value.value:
            doubts.append(context.say("unit-missing", new.place))
    cells = {"id": id_, "plan": new.plan, "section": new.section, "task": new.task, "name": new.name}
    cells |= {"note": new.note, "nature": new.nature.value, "measure": new.measure.value, "unit": new.unit}
    context.add("indicators", {**cells, "direction": better}, doubts, draft=draft)
    return id_


def _direction(new: NewIndicator, value: CellValue | None, base: CellValue | None) -> Direction | None:
    """Which way is better: the comparator says it, the way from the base, or the name."""
    if REDUCTION.search(new.name):
        return Direction.HIGHER
    falling = bool(FALLING.search(new.name))
    if value is not None and value.comparator in (Comparator.AT_LEAST, Comparator.MORE):
        return Direction.HIGHER
    if value is not None and value.comparator in (Comparator.AT_MOST, Comparator.LESS):
        return Direction.LOWER
    if falling:
        return Direction.LOWER
    if value and base and value.value is not None and base.value is not None and base.value != value.value:
        return Direction.HIGHER if value.value > base.value else Direction.LOWER
    return Direction.HIGHER if RISING.search(new.name) else None


def add_target(
    context: ImportContext,
    indicator: str,
    value: CellValue,
    years: tuple[int, int],
    place: str,
    *,
    unit: str,
    organization: str = "",
    tier: Tier | None = None,
    comments: list[str] | None = None,
    worded: bool = False,
) -> None:
    """Add a target. A value in another unit of the same kind is put into that of the indicator, and a note says so.

    ``worded`` means that the indicator is one of words, whose targets are compared with nothing.
    """
    value, note = _in_unit_of(value, unit)
    number, highest = value.value, value.value_max
    cells = {"indicator": indicator, "organization": organization}
    cells |= {"start_year": str(years[0]), "end_year": str(years[1])}
    if number is not None:
        cells["comparator"] = "" if worded else (value.comparator or Comparator.PLAIN).value
        cells |= {"value": plain(number), "value_max": "" if highest is None else plain(highest)}
    set_by = SetBy.HIGHER_LEVEL.value if FROM_ABOVE.search(value.text) else ""
    cells |= {"value_text": value.text, "qualifier": value.qualifier, "tier": tier.value if tier else ""}
    source = {"document": context.document, "locator": place}
    context.add("targets", {**cells, "set_by": set_by, **source, "note": note}, comments or [])


def add_result(
    context: ImportContext,
    indicator: str,
    value: CellValue,
    year: int,
    place: str,
    *,
    basis: Basis,
    unit: str,
    since: int | None = None,
    estimated: bool = False,
    organization: str = "",
    comments: list[str] | None = None,
) -> None:
    """Add what was reached in a year."""
    value, note = _in_unit_of(value, unit)
    number = value.value
    cells = {"indicator": indicator, "organization": organization, "period": str(year)}
    cells |= {"since_year": str(since) if since else "", "value": "" if number is None else plain(number)}
    status = Status.FORECAST if estimated else Status.FINAL
    cells |= {"value_text": value.text, "qualifier": value.qualifier, "basis": basis.value, "status": status.value}
    context.add("observations", {**cells, "document": context.document, "locator": place, "note": note}, comments or [])


def _in_unit_of(value: CellValue, unit: str) -> tuple[CellValue, str]:
    """A value in the unit of its indicator, and a note of what is printed where that is another unit."""
    if value.value is None or value.unit == unit:
        return value, ""
    number = in_unit(value.value, value.unit, unit)
    highest = None if value.value_max is None else in_unit(value.value_max, value.unit, unit)
    if number is None:
        return value, ""
    text = plain(number) if highest is None else f"{plain(number)}—{plain(highest)}"
    note = import_words.NOTE_PRINTED.format(what=import_words.VALUE, text=value.text)
    return replace(value, text=text, value=number, value_max=highest, unit=unit), note


def unit_doubts(context: ImportContext, value: CellValue, unit: str, place: str) -> list[str]:
    """Doubts about a value: another unit than that of its column, or a share that looks like a fraction of one."""
    doubts = []
    if value.value is not None and value.unit and value.unit != unit and in_unit(value.value, value.unit, unit) is None:
        doubts.append(context.say("value-unit", place, text=value.text, unit=unit))
    bare = value.value is not None and unit == document_words.PERCENT and not value.unit
    if bare and value.value and abs(value.value) < 1 and len(value.text.partition(".")[2]) > 2:
        percent = plain((value.value * 100).normalize())
        doubts.append(context.say("value-share", place, text=value.text, percent=percent))
    if value.value is None and (any(map(str.isdigit, value.text)) or [*quantities(value.text, unit)]):
        doubts.append(context.say("value-unclear", place, text=value.text))
    return doubts


def json_figure(value: CellValue, unit: str) -> dict[str, object]:
    """A figure as ``--json`` writes it."""
    values = [float(v) for v in (value.value, value.value_max) if v is not None]
    code = (
        "times"
        if value.is_doubling
        else "range"
        if len(values) > 1
        else COMPARATOR_CODES[value.comparator or Comparator.PLAIN]
    )
    return {"value": values if len(values) > 1 else values[0], "unit": value.unit or unit, "comparator": code}
