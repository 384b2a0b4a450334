"""Edits of targets and results: their numbers, what they count, and when."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Final

from generator.ledger.enums import Basis, Measure
from tests.fuzz.plausible.rows import FIGURES, NUMBERS, PERIODS, UNITS, Rows, allowed, put, some_row, unit_of, years_of
from tests.helpers.ledger import contract

WORDS: Final = ("三分之一", "动态为零", "大幅提升", "全部建成", "保持全市前列")


def figure(rows: Rows, chance: Random) -> str:
    """A target or a result has another number, or words in its place."""
    if not (found := some_row(rows, chance, *FIGURES)):
        return ""
    table, row = found
    if chance.random() < 0.25:
        return put(row, table, value="", value_max="", value_text=chance.choice(WORDS))
    number, unit = chance.choice(NUMBERS), unit_of(rows, row)
    if table == "targets" and chance.random() < 0.2:
        most = str(float(number) + 10)
        return put(row, table, value=number, value_max=most, value_text=f"{number}—{most}{unit}", comparator="=")
    return put(row, table, value=number, value_text=f"{number}{unit}")


def measure(rows: Rows, chance: Random) -> str:
    """An indicator counts in another way, and its results as they must then."""
    if not rows["indicators"]:
        return ""
    row = chance.choice(rows["indicators"])
    new, unit = chance.choice(tuple(Measure)), chance.choice((row["unit"], chance.choice(UNITS)))
    silent = new in (Measure.MILESTONE, Measure.QUALITATIVE)
    cells = {"measure": str(new), "unit": "" if silent else unit}
    cells["direction"] = "" if silent else chance.choice(("越高越好", "越低越好", ""))
    for table in FIGURES:
        for one in rows[table]:
            if one["indicator"] != row["id"]:
                continue
            if silent:
                one.cells |= {"value": "", "value_max": "", "value_text": chance.choice(WORDS), "comparator": ""}
            else:
                number = one["value"] or chance.choice(NUMBERS)
                sign = one["comparator"] or ("=" if table == "targets" else "")
                one.cells |= {"value": number, "value_text": f"{number}{unit}", "comparator": sign}
    return put(row, "indicators", **cells)


def basis(rows: Rows, chance: Random) -> str:
    """A result is of another part of time: a month, a half, a sum of years, a point of time."""
    if not rows["observations"]:
        return ""
    row, year = chance.choice(rows["observations"]), chance.choice(years_of(rows))
    kind = chance.choice(tuple(Basis))
    ends = {Basis.YEAR: ("",), Basis.POINT: PERIODS, Basis.SINCE: PERIODS}.get(kind, PERIODS[1:])
    since = str(year - chance.randint(0, 3)) if kind is Basis.SINCE else ""
    period = f"{year}{chance.choice(ends)}"
    return put(row, "observations", basis=str(kind), period=period, since_year=since, as_of_on="")


def compared(rows: Rows, chance: Random) -> str:
    """A target is a floor, a ceiling, about; of another tier, other years, another place."""
    if not rows["targets"]:
        return ""
    row, year = chance.choice(rows["targets"]), chance.choice(years_of(rows))
    spec = contract().tables["targets"]
    names = ("comparator", "tier", "set_by", "qualifier", "organization", "due")
    cells = {name: allowed(spec.by_name[name], spec, rows, chance) for name in chance.sample(names, 2)}
    if chance.random() < 0.3:
        cells |= {"start_year": str(year), "end_year": str(max(year, int(row["end_year"])))}
    return put(row, "targets", **cells)


def revised(rows: Rows, chance: Random) -> str:
    """A result or a target takes the place of an earlier one."""
    table = chance.choice(FIGURES)
    if not rows[table] or not rows["documents"]:
        return ""
    row = chance.choice(rows[table])
    copy = replace(row, cells={**row.cells, "id": f"new-{chance.randrange(10**6)}"})
    number = chance.choice(NUMBERS)
    if row["value"]:
        copy.cells |= {"value": number, "value_text": f"{number}{unit_of(rows, row)}"}
    rows[table].append(copy)
    copy.cells["document"] = chance.choice(rows["documents"])["id"]
    if table == "observations":
        return f"revised: {put(copy, table, revises=row['id'], status=chance.choice(('实际', '预计', '快报')))}"
    return f"replaced: {put(row, table, replaced_by=copy['id'])}"
