"""Edits of the rows of a ledger, drawn by chance: what another office, or another year, might have in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Final

from generator.ledger.contract import Field, TableSpec
from generator.ledger.enums import Basis, Measure, OrganizationKind, Role
from generator.ledger.reading.rows import Row
from tests.helpers.ledger import contract

Rows = dict[str, list[Row]]
Edit = Callable[[Rows, Random], str]
"""Changes rows, which are its own; returns in words what it did, and nothing where it found nothing to do."""

YEAR: Final = re.compile(r"\b(19|20)\d\d\b")
NUMBERS: Final = ("0", "-3.5", "1", "0.005", "12", "99.5", "100", "1234567.89", "-120", "5.50", "14.6", "1000000")
UNITS: Final = ("", "%", "个", "亿元", "万人", "岁", "‰", "个百分点", "公里", "平方米")
WORDS: Final = ("三分之一", "动态为零", "大幅提升", "全部建成", "保持全市前列")
SOFT: Final = ("余", "约", "力争", "左右", "努力")
FIGURES: Final = ("targets", "observations")
YEARS: Final = {"start_year", "end_year", "since_year"}
PERIODS: Final = ("", "-Q1", "-Q2", "-Q3", "-Q4", "-H1", "-H2", "-01", "-06", "-09", "-12")
GIVEN: Final = ("id", "position", "number", "fingerprint")
"""Columns that nobody fills in at will."""
PLACED: Final = {(table, "plan") for table in ("sections", "tasks", "indicators", "reports", "projects")} | {
    ("sections", "parent")
}
"""Columns that follow from the file and the place of a record in it."""
SENTENCES: Final = ("summary", "reason", "evidence", "conclusion", "note", "definition", "text", "question", "answer")
DAYS: Final = ("-01-01", "-01-24", "-02-29", "-03-31", "-06-30", "-12-31")


def copied(rows: Rows) -> Rows:
    """Rows that can be changed while the others stay."""
    return {table: [replace(row, cells=dict(row.cells)) for row in of_table] for table, of_table in rows.items()}


def _some(rows: Rows, chance: Random, *tables: str) -> tuple[str, Row] | None:
    there = [table for table in tables or rows if rows[table]]
    table = chance.choice(there) if there else ""
    return (table, chance.choice(rows[table])) if table else None


def _name(table: str, row: Row) -> str:
    return f"{table} {'/'.join(row[key] for key in contract().tables[table].primary_key)}"


def _years(rows: Rows) -> list[int]:
    """Years that a plan of the ledger covers, and one before and behind."""
    plans = [(int(plan["start_year"]), int(plan["end_year"])) for plan in rows["plans"]]
    return [year for start, end in plans for year in range(start - 1, end + 2)] or [2020]


def _set(row: Row, table: str, **cells: str) -> str:
    row.cells.update(cells)
    return f"{_name(table, row)}: {cells}"


# -- any cell, any row


def _value(field: Field, spec: TableSpec, rows: Rows, chance: Random) -> str:
    """Something that the contract allows in a cell."""
    if not field.required and chance.random() < 0.25:
        return ""
    year = chance.choice(_years(rows))
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


def cell(rows: Rows, chance: Random) -> str:
    """A cell gets another value."""
    if not (found := _some(rows, chance)):
        return ""
    table, row = found
    spec = contract().tables[table]
    field = chance.choice([f for f in spec.fields if f.name not in GIVEN and (table, f.name) not in PLACED])
    cells = {field.name: _value(field, spec, rows, chance)}
    if field.name == "value" and cells["value"]:
        cells["value_text"] = f"{cells['value']}{_unit(rows, row)}"
    return _set(row, table, **cells)


def column(rows: Rows, chance: Random) -> str:
    """An optional column is empty in all rows."""
    table = chance.choice([name for name, of_table in rows.items() if of_table])
    field = chance.choice([f for f in contract().tables[table].fields if not f.required] or [None])
    for row in rows[table] if field else ():
        row.cells[field.name] = ""  # type: ignore[union-attr]  # there is one
    return f"{table}.{field.name} empty" if field else ""


def drop(rows: Rows, chance: Random) -> str:
    """A row is gone, with what refers to it."""
    if not (found := _some(rows, chance)):
        return ""
    _remove(rows, found[0], [found[1]])
    return f"without {_name(*found)}"


def drop_some(rows: Rows, chance: Random) -> str:
    """Some rows of a table are gone, or all of them."""
    tables = [name for name, of_table in rows.items() if of_table and name not in ("documents", "plans")]
    if not tables:
        return ""
    table, part = chance.choice(tables), chance.choice((0.5, 1.0))
    gone = [row for row in rows[table] if chance.random() < part]
    _remove(rows, table, gone)
    return f"without {len(gone)} {table}"


def _remove(rows: Rows, table: str, gone: list[Row]) -> None:
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
                _remove(rows, spec.name, following)
            for row in following:
                row.cells[key.column] = ""


def again(rows: Rows, chance: Random) -> str:
    """A figure, report or step a second time: of another period, year, unit, tier or kind."""
    if not (found := _some(rows, chance, *FIGURES, "reports", "milestones", "projects", "evaluations")):
        return ""
    table, row = found
    spec = contract().tables[table]
    copy = replace(row, cells={**row.cells, "id": f"again-{chance.randrange(10**6)}"})
    rows[table].append(copy)
    if table == "reports":
        for link in ("report_tasks", "report_indicators"):
            rows[link] += [
                replace(one, cells={**one.cells, "report": copy["id"]})
                for one in rows[link]
                if one["report"] == row["id"]
            ]
    if table == "milestones":
        copy.cells["position"] = str(len(rows[table]) + 1)
    fields = [spec.by_name[name] for name in ("period", "start_year", "organization", "tier", "status", "due", "basis")
              if name in spec.by_name]  # fmt: skip
    done = {field.name: _value(field, spec, rows, chance) for field in chance.sample(fields, min(2, len(fields)))}
    return f"{_name(table, row)} again: {_set(copy, table, **done)}"


def stopped(rows: Rows, chance: Random) -> str:
    """Texts of some columns end with a full stop: some who write them set one, others do not."""
    names = chance.sample(SENTENCES, 4)
    for of_table in rows.values():
        for row in of_table:
            for name in names:
                if row[name] and not row[name].endswith("。"):
                    row.cells[name] = f"{row[name]}。"
    return f"a stop behind {names}"


# -- figures


def _unit(rows: Rows, row: Row) -> str:
    return next((one["unit"] for one in rows["indicators"] if one["id"] == row["indicator"]), "")


def figure(rows: Rows, chance: Random) -> str:
    """A target or a result has another number, or words in its place."""
    if not (found := _some(rows, chance, *FIGURES)):
        return ""
    table, row = found
    if chance.random() < 0.25:
        return _set(row, table, value="", value_max="", value_text=chance.choice(WORDS))
    number, unit = chance.choice(NUMBERS), _unit(rows, row)
    if table == "targets" and chance.random() < 0.2:
        most = str(float(number) + 10)
        return _set(row, table, value=number, value_max=most, value_text=f"{number}—{most}{unit}", comparator="=")
    return _set(row, table, value=number, value_text=f"{number}{unit}")


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
    return _set(row, "indicators", **cells)


def basis(rows: Rows, chance: Random) -> str:
    """A result is of another part of time: a month, a half, a sum of years, a point of time."""
    if not rows["observations"]:
        return ""
    row, year = chance.choice(rows["observations"]), chance.choice(_years(rows))
    kind = chance.choice(tuple(Basis))
    ends = {Basis.YEAR: ("",), Basis.POINT: PERIODS, Basis.SINCE: PERIODS}.get(kind, PERIODS[1:])
    since = str(year - chance.randint(0, 3)) if kind is Basis.SINCE else ""
    period = f"{year}{chance.choice(ends)}"
    return _set(row, "observations", basis=str(kind), period=period, since_year=since, as_of_on="")


def compared(rows: Rows, chance: Random) -> str:
    """A target is a floor, a ceiling, about; of another tier, other years, another place."""
    if not rows["targets"]:
        return ""
    row, year = chance.choice(rows["targets"]), chance.choice(_years(rows))
    spec = contract().tables["targets"]
    names = ("comparator", "tier", "set_by", "qualifier", "organization", "due")
    cells = {name: _value(spec.by_name[name], spec, rows, chance) for name in chance.sample(names, 2)}
    if chance.random() < 0.3:
        cells |= {"start_year": str(year), "end_year": str(max(year, int(row["end_year"])))}
    return _set(row, "targets", **cells)


def revised(rows: Rows, chance: Random) -> str:
    """A result or a target takes the place of an earlier one."""
    table = chance.choice(FIGURES)
    if not rows[table] or not rows["documents"]:
        return ""
    row = chance.choice(rows[table])
    copy = replace(row, cells={**row.cells, "id": f"new-{chance.randrange(10**6)}"})
    number = chance.choice(NUMBERS)
    if row["value"]:
        copy.cells |= {"value": number, "value_text": f"{number}{_unit(rows, row)}"}
    rows[table].append(copy)
    copy.cells["document"] = chance.choice(rows["documents"])["id"]
    if table == "observations":
        return f"revised: {_set(copy, table, revises=row['id'], status=chance.choice(('实际', '预计', '快报')))}"
    return f"replaced: {_set(row, table, replaced_by=copy['id'])}"


# -- time


def shift(rows: Rows, chance: Random) -> str:
    """The days of a document, or of all, are years earlier or later, gone, or at an edge of a year."""
    if not rows["documents"]:
        return ""
    chosen = rows["documents"] if chance.random() < 0.4 else [chance.choice(rows["documents"])]
    names, years = ("drafted_on", "published_on", "signed_on"), chance.choice((-6, -2, -1, 1, 2, 6))
    way, edge = chance.random(), chance.choice(DAYS)
    for row in chosen:
        for name in names:
            if way < 0.2:
                row.cells[name] = ""
            elif row[name]:
                year = int(row[name][:4])
                row.cells[name] = f"{year}{edge}" if way < 0.5 else f"{year + years}{row[name][4:]}"
    return f"days of {len(chosen)} documents: {way:.1f} {years} {edge}"


def newest(rows: Rows, chance: Random) -> str:
    """The newest document is of another day."""
    if not rows["documents"]:
        return ""
    row = max(rows["documents"], key=lambda one: one["published_on"] or one["signed_on"])
    day = date(min(chance.choice(_years(rows)), 2100), chance.randint(1, 12), 28) + timedelta(days=chance.randint(0, 6))
    return _set(row, "documents", signed_on=str(day), published_on="")


def all_years(rows: Rows, chance: Random) -> str:
    """The whole ledger is of other years; words stay."""
    by = chance.choice((-5, -1, 1, 5))
    for table, of_table in rows.items():
        dated = [f.name for f in contract().tables[table].fields if f.type == "date"]
        names = {*dated, *YEARS, "period", "due", "starts", "finishes", "on"}
        for row in of_table:
            for name in names & row.cells.keys():
                row.cells[name] = YEAR.sub(lambda year: str(int(year[0]) + by), row[name], count=1)
    return f"all years {by:+}"


def plan_years(rows: Rows, chance: Random) -> str:
    """A plan begins or ends in another year, is of another kind, or stands alone."""
    if not rows["plans"]:
        return ""
    row = chance.choice(rows["plans"])
    start = int(row["start_year"]) + chance.randint(-1, 1)
    end = max(start, int(row["end_year"]) + chance.randint(-1, 2))
    kind = chance.choice((row["kind"], chance.choice(contract().tables["plans"].by_name["kind"].enum)))
    return _set(
        row, "plans", start_year=str(start), end_year=str(end), kind=kind, parent=chance.choice(("", row["parent"]))
    )


def one_plan(rows: Rows, chance: Random) -> str:
    """All plans but one are gone."""
    if not rows["plans"]:
        return ""
    kept = chance.choice(rows["plans"])
    _remove(rows, "plans", [row for row in rows["plans"] if row is not kept])
    return f"only {_name('plans', kept)}"


# -- tasks, units, rounds


def ended(rows: Rows, chance: Random) -> str:
    """A task has ended, or goes on in another one."""
    if not rows["tasks"]:
        return ""
    row, reason = chance.choice(rows["tasks"]), chance.choice(("完成", "取消", "并入"))
    others = [one["id"] for one in rows["tasks"] if one["plan"] == row["plan"] and one is not row]
    into = chance.choice(others) if others and reason == "并入" else ""
    day = f"{chance.choice(_years(rows))}{chance.choice(DAYS)}"
    return _set(row, "tasks", ended_on=day, end_reason=reason, replaced_by=into)


def leads(rows: Rows, chance: Random) -> str:
    """A task has no lead, one collective, or several leads."""
    if not rows["tasks"]:
        return ""
    row, way = chance.choice(rows["tasks"]), chance.randint(0, 2)
    own = [one for one in rows["assignments"] if one["task"] == row["id"]]
    if way == 0:
        _remove(rows, "assignments", [one for one in own if one["role"] == Role.LEAD])
        return _set(row, "tasks", lead_mode="")
    if way == 1:
        several = [one["id"] for one in rows["organizations"] if one["kind"] == OrganizationKind.COLLECTIVE]
        if own and several:
            _remove(rows, "assignments", own[1:])
            own[0].cells |= {"organization": chance.choice(several), "role": str(Role.LEAD)}
        return _set(row, "tasks", lead_mode="单独牵头")
    for one in own:
        one.cells["role"] = str(Role.LEAD)
    return _set(row, "tasks", lead_mode=chance.choice(("分别牵头", "按职责分工牵头")))


def succeeded(rows: Rows, chance: Random) -> str:
    """A unit goes on under another name."""
    units = [one for one in rows["organizations"] if one["kind"] != OrganizationKind.COLLECTIVE]
    if len(units) < 2:
        return ""
    old, new = chance.sample(units, 2)
    day = f"{chance.choice(_years(rows))}{chance.choice(DAYS)}"
    cells = {"organization": old["id"], "successor": new["id"], "on_date": day, "document": ""}
    rows["successions"].append(Row(cells, {}, old.mark))
    return f"successions {old['id']} → {new['id']} {day}"


def asked(rows: Rows, chance: Random) -> str:
    """A round is of another plan or period, open or closed, with or without answers."""
    if not rows["rounds"]:
        return ""
    row, year = chance.choice(rows["rounds"]), chance.choice(_years(rows))
    opens = date(min(year, 2100), chance.randint(1, 12), 1)
    due = opens + timedelta(days=chance.choice((0, 14, 60)))
    if chance.random() < 0.3:
        _remove(rows, "submissions", [one for one in rows["submissions"] if one["round"] == row["id"]])
    period = f"{year}{chance.choice(PERIODS)}"
    return _set(row, "rounds", opens_on=str(opens), due_on=str(due), period=period, grace_days=chance.choice("05"))


EDITS: Final[tuple[Edit, ...]] = (
    *(
        cell,
        cell,
        cell,
        column,
        drop,
        drop_some,
        again,
        stopped,
        figure,
        figure,
        measure,
        basis,
        basis,
        compared,
        revised,
    ),
    *(shift, newest, all_years, plan_years, one_plan, ended, leads, succeeded, asked),
)


def edits(chance: Random, count: int) -> Iterator[Edit]:
    """So many edits, one after the other."""
    return iter(chance.choices(EDITS, k=count))
