"""Rows of a ledger that may be changed, and what may stand in their cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Final

from generator.ledger.contract import Field, TableSpec
from generator.ledger.reading.rows import Row
from tests.helpers.ledger import contract

Rows = dict[str, list[Row]]
Edit = Callable[[Rows, Random], str]
"""Changes rows, which are its own; returns in words what it did, and nothing where it found nothing to do."""

NUMBERS: Final = ("0", "-3.5", "1", "0.005", "12", "99.5", "100", "1234567.89", "-120", "5.50", "14.6", "1000000")
UNITS: Final = ("", "%", "个", "亿元", "万人", "岁", "‰", "个百分点", "公里", "平方米")
SOFT: Final = ("余", "约", "力争", "左右", "努力")
FIGURES: Final = ("targets", "observations")
YEARS: Final = {"start_year", "end_year", "since_year"}
PERIODS: Final = ("", "-Q1", "-Q2", "-Q3", "-Q4", "-H1", "-H2", "-01", "-06", "-09", "-12")
DAYS: Final = ("-01-01", "-01-24", "-02-29", "-03-31", "-06-30", "-12-31")


def copied(rows: Rows) -> Rows:
    """Rows that can be changed while the others stay."""
    return {table: [replace(row, cells=dict(row.cells)) for row in of_table] for table, of_table in rows.items()}


def some_row(rows: Rows, chance: Random, *tables: str) -> tuple[str, Row] | None:
    """A row of one of some tables, or of any, with its table; None where they have none."""
    there = [table for table in tables or rows if rows[table]]
    table = chance.choice(there) if there else ""
    return (table, chance.choice(rows[table])) if table else None


def named(table: str, row: Row) -> str:
    """A row as those who read of it may look it up."""
    return f"{table} {'/'.join(row[key] for key in contract().tables[table].primary_key)}"


def years_of(rows: Rows) -> list[int]:
    """Years that a plan of the ledger covers, and one before and behind."""
    plans = [(int(plan["start_year"]), int(plan["end_year"])) for plan in rows["plans"]]
    return [year for start, end in plans for year in range(start - 1, end + 2)] or [2020]


def put(row: Row, table: str, **cells: str) -> str:
    """Fill in cells; returns in words what was done."""
    row.cells.update(cells)
    return f"{named(table, row)}: {cells}"


def allowed(field: Field, spec: TableSpec, rows: Rows, chance: Random) -> str:
    """Something that the contract allows in a cell."""
    if not field.required and chance.random() < 0.25:
        return ""
    year = chance.choice(years_of(rows))
    keys = {key.column: key.table for key in spec.foreign_keys}
    if field.enum:
        return chance.choice(field.enum)
    if field.name in keys:
        others = [row["id"] for row in rows[keys[field.name]]]
        return chance.choice(others) if others else ""
    if field.name in YEARS:
        return str(year)
    if field.type == "date":
        return f"{year}{chance.choice(DAYS)}"
    if field.type == "number":
        return chance.choice(NUMBERS)
    if field.name == "period":
        return f"{year}{chance.choice(PERIODS)}"
    if field.name in ("due", "starts", "finishes"):
        return f"{year}{chance.choice(('', '-06', '-12', *DAYS))}"
    if field.name == "unit":
        return chance.choice(UNITS)
    if field.name == "qualifier":
        return chance.choice(SOFT)
    if field.type == "boolean":
        return chance.choice(("true", "false"))
    return chance.choice(rows[spec.name])[field.name]


def remove(rows: Rows, table: str, gone: list[Row]) -> None:
    """Take rows away; what must refer to one of them goes as well, what may is left without."""
    left = list(map(id, gone))
    rows[table] = [row for row in rows[table] if id(row) not in left]
    ids = {row["id"] for row in gone} - {""}
    if not ids:
        return
    for spec in contract().tables.values():
        for key in spec.foreign_keys:
            if key.table != table:
                continue
            following = [row for row in rows[spec.name] if row[key.column] in ids]
            if spec.by_name[key.column].required:
                remove(rows, spec.name, following)
            for row in following:
                row.cells[key.column] = ""


def unit_of(rows: Rows, row: Row) -> str:
    """The unit of a target or result."""
    return next((one["unit"] for one in rows["indicators"] if one["id"] == row["indicator"]), "")
