"""Rules about figures: unit, direction and value fit the measure and the printed words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.language import document_words
from generator.language.chinese_numbers import MINUS, NUMERALS, quantities
from generator.language.findings import gap_words
from generator.language.official_text import normalise
from generator.ledger.checks.measured_rows import WORDED, figure_rows, measured_indicators
from generator.ledger.checks.parts_sums import FIXED_SUMS, UPPER_BOUNDS, adds_up, beyond, rounding
from generator.ledger.enums import Comparator, Direction, Measure, Relation
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row, Tables, number
from generator.ledger.wording.printed_quantities import find_quantities

COMPARATORS = frozenset(Comparator)
DIGIT = re.compile(f"[0-9\uff10-\uff19{NUMERALS}]")
BEHIND_A_RESULT = frozenset(document_words.BEHIND_A_RESULT)


def units(tables: Tables) -> Iterator[Finding]:
    """A value has a unit; a count that is zero may go without."""
    reported: set[str] = set()
    bare = {id_: indicator for id_, indicator in measured_indicators(tables).items() if not indicator["unit"]}
    for table in ("targets", "observations") if bare else ():
        for row, indicator in figure_rows(tables, table, bare):
            if indicator["id"] not in reported and number(row["value"]):
                reported.add(indicator["id"])
                yield Finding("unit-missing", indicator.at("unit"))


def rates(tables: Tables) -> Iterator[Finding]:
    """A growth rate has the unit of one."""
    for indicator in tables.rows["indicators"]:
        unit = indicator["unit"]
        if indicator["measure"] == Measure.ANNUAL_GROWTH and unit and unit not in document_words.PERCENT_UNITS:
            values = {"measure": indicator["measure"], "allowed": "、".join(document_words.PERCENT_UNITS), "unit": unit}
            yield Finding("unit-measure", indicator.at("unit"), values)


def ranges(tables: Tables) -> Iterator[Finding]:
    """A range has both ends, the lower one first, and no other comparator than that of a plain number."""
    for row in tables.rows["targets"]:
        low, upper = number(row["value"]), row["value_max"]
        if row.broken or row.unresolved:
            continue
        if not upper:
            is_alone = not DIGIT.search(row["value_text"].replace(row["value"], "", 1))
            if low is not None and not is_alone and (end := _end_of_range(row["value_text"], low)) is not None:
                yield Finding("range-missing", row.at("value"), {"text": row["value_text"], "value": end})
            continue
        if not row["value"]:
            yield Finding("range-half", row.at("value_max"))
        elif low is not None and (high := number(upper)) is not None and high <= low:
            yield Finding("range-order", row.at("value_max"), {"value": row["value"], "upper": upper})
        if row["comparator"] in COMPARATORS and row["comparator"] not in (Comparator.PLAIN, Comparator.ABOUT):
            yield Finding("range-comparator", row.at("comparator"), {"value": row["comparator"]})


def _end_of_range(text: str, low: Decimal) -> Decimal | None:
    """The upper end of the range that a text prints and that begins with a value; None where there is none."""
    return next((q.value_max for q in find_quantities(normalise(text)) if q.value == low and q.value_max), None)


def directions(tables: Tables) -> Iterator[Finding]:
    """A numeric target says which way is better, and its comparator does not say the opposite.

    A fall is written as a positive number with the direction of the underlying quantity, so "at least" with "the lower
    the better" is right for a change and wrong for every other measure.
    """
    opposite = {
        (Comparator.AT_LEAST, Direction.LOWER),
        (Comparator.MORE, Direction.LOWER),
        (Comparator.AT_MOST, Direction.HIGHER),
        (Comparator.LESS, Direction.HIGHER),
    }
    for row, indicator in figure_rows(tables, "targets", measured_indicators(tables)):
        if indicator["measure"] in WORDED:
            continue
        direction = indicator["direction"]
        if row["value"] and not direction:
            yield Finding("direction-missing", indicator.at("direction"))
        if indicator["measure"] != Measure.CHANGE and (row["comparator"], direction) in opposite:
            values = {"value": row["comparator"], "direction": direction}
            yield Finding("comparator-direction", row.at("comparator"), values)


def printed_values(tables: Tables) -> Iterator[Finding]:
    """The value is a number that is printed; where an exact number is printed, there is a value."""
    indicators = measured_indicators(tables)
    for table, columns in (("targets", ("value", "value_max")), ("observations", ("value",))):
        for row, indicator in figure_rows(tables, table, indicators):
            cells = row.cells
            text, value_cell = cells.get("value_text", ""), cells.get("value")
            if value_cell and _begins_with(text, value_cell) and not cells.get("value_max"):
                continue
            plain = normalise(text)
            printed = [q.value for q in quantities(plain, indicator["unit"])]
            for column in columns:
                value = number(row[column])
                if value is not None and value not in printed and not _in_words(plain, indicator["unit"], value):
                    yield Finding("value-text", row.at(column), {"value": row[column], "text": text})
            if not (row["value"] or row["value_max"]) and printed and indicator["measure"] not in WORDED:
                yield Finding("value-missing", row.at("value_text"), {"text": text})


def _in_words(text: str, unit: str, value: Decimal) -> bool:
    """Whether words say a value in its unit: 三成, 翻一番, 过半."""
    if text.startswith(MINUS):  # the sign is part of the number
        return False
    return any(
        value in (q.value, q.value_max) and q.unit in ("", unit) and not q.is_bare for q in find_quantities(text)
    )


def _begins_with(text: str, cell: str) -> bool:
    """Whether a text begins with a plain number, as most results do: then nothing more needs to be read."""
    return text.startswith(cell) and cell[-1].isdecimal() and text[len(cell) : len(cell) + 1] in BEHIND_A_RESULT


def parts_and_whole(tables: Tables) -> Iterator[Finding]:
    """Targets broken down to organisations add up to what the district's target allows.

    Only what adds up is summed, and only a sum beyond a plain number or an upper bound is a fault, by more than
    rounding makes: a break-down may be incomplete, so parts that do not reach the whole are no contradiction.
    """
    wholes: dict[tuple[str, ...], Row] = {}
    parts: dict[tuple[str, ...], list[Row]] = {}
    indicators = {i: r for i, r in measured_indicators(tables).items() if r["measure"] in FIXED_SUMS and adds_up(r)}
    for row, _ in figure_rows(tables, "targets", indicators):
        if row["replaced_by"]:
            continue
        key = row.texts(("indicator", "start_year", "end_year", "tier", "set_by"))
        if row["organization"]:
            parts.setdefault(key, []).append(row)
        else:
            wholes.setdefault(key, row)
    for key, rows in parts.items():
        whole = wholes.get(key)
        limit = number(whole["value"]) if whole else None
        numbers = [number(r["value"]) for r in rows]
        if whole is None or limit is None or None in numbers or whole["comparator"] not in UPPER_BOUNDS:
            continue
        total = sum((n for n in numbers if n is not None), Decimal(0))
        spare = rounding([limit, *(n for n in numbers if n is not None)], indicators[key[0]]["unit"])
        exact = len(rows) == 1 or total - limit > spare
        if exact and beyond(total, limit, whole["comparator"]):
            values = {"parts": total, "comparator": whole["comparator"], "whole": whole["value"]}
            yield Finding("parts-whole", rows[-1].at("value"), values)


SAME_TIME = ("start_year", "end_year", "organization", "tier", "set_by")


def subsets(tables: Tables) -> Iterator[Finding]:
    """The target of a subset is not greater than the whole's in the same unit, period and organisation."""
    indicators = tables.by_id("indicators")
    by_indicator: dict[str, list[Row]] = {}
    for row in tables.rows["targets"]:
        if row["replaced_by"]:
            continue
        by_indicator.setdefault(row["indicator"], []).append(row)
    for relation in tables.rows["relations"]:
        part, whole = indicators.get(relation["indicator"]), indicators.get(relation["related"])
        if relation["relation"] != Relation.SUBSET or part is None or whole is None or part["unit"] != whole["unit"]:
            continue
        for part_row in by_indicator.get(part["id"], ()):
            for whole_row in by_indicator.get(whole["id"], ()):
                same = all(part_row[c] == whole_row[c] for c in SAME_TIME)
                small, great = number(part_row["value"]), number(whole_row["value"])
                if same and small is not None and great is not None and small > great:
                    values = {"part": part_row["value"], "name": whole["name"], "whole": whole_row["value"]}
                    yield Finding("subset-whole", part_row.at("value"), values)


NEVER_NEGATIVE = (
    ("tasks", "weight"),
    ("indicators", "weight"),
    ("projects", "total_investment"),
    ("projects", "year_investment"),
)


def negatives(tables: Tables) -> Iterator[Finding]:
    """What is paid or scored is not less than nothing."""
    for table, column in NEVER_NEGATIVE:
        for row in tables.rows[table]:
            value = number(row.cells.get(column, ""))
            if value is not None and value < 0:
                values = {"title": gap_words.AMOUNTS[column], "value": row[column]}
                yield Finding("number-negative", row.at(column), values)


RULES = (negatives, units, rates, ranges, directions, printed_values, parts_and_whole, subsets)
