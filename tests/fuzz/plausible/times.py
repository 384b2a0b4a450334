"""Edits of days and years, and of what begins and ends with them: plans, tasks, units, rounds."""

from __future__ import annotations

import re
from datetime import date, timedelta
from random import Random
from typing import Final

from generator.ledger.enums import OrganizationKind, Role
from generator.ledger.reading.rows import Row
from tests.fuzz.plausible.rows import DAYS, PERIODS, YEARS, Rows, named, put, remove, years_of
from tests.helpers.ledger import contract

YEAR: Final = re.compile(r"\b(19|20)\d\d\b")


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
    day = date(min(chance.choice(years_of(rows)), 2100), chance.randint(1, 12), 28) + timedelta(
        days=chance.randint(0, 6)
    )
    return put(row, "documents", signed_on=str(day), published_on="")


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
    return put(
        row, "plans", start_year=str(start), end_year=str(end), kind=kind, parent=chance.choice(("", row["parent"]))
    )


def one_plan(rows: Rows, chance: Random) -> str:
    """All plans but one are gone."""
    if not rows["plans"]:
        return ""
    kept = chance.choice(rows["plans"])
    remove(rows, "plans", [row for row in rows["plans"] if row is not kept])
    return f"only {named('plans', kept)}"


def ended(rows: Rows, chance: Random) -> str:
    """A task has ended, or goes on in another one."""
    if not rows["tasks"]:
        return ""
    row, reason = chance.choice(rows["tasks"]), chance.choice(("完成", "取消", "并入"))
    others = [one["id"] for one in rows["tasks"] if one["plan"] == row["plan"] and one is not row]
    into = chance.choice(others) if others and reason == "并入" else ""
    day = f"{chance.choice(years_of(rows))}{chance.choice(DAYS)}"
    return put(row, "tasks", ended_on=day, end_reason=reason, replaced_by=into)


def leads(rows: Rows, chance: Random) -> str:
    """A task has no lead, one collective, or several leads."""
    if not rows["tasks"]:
        return ""
    row, way = chance.choice(rows["tasks"]), chance.randint(0, 2)
    own = [one for one in rows["assignments"] if one["task"] == row["id"]]
    if way == 0:
        remove(rows, "assignments", [one for one in own if one["role"] == Role.LEAD])
        return put(row, "tasks", lead_mode="")
    if way == 1:
        several = [one["id"] for one in rows["organizations"] if one["kind"] == OrganizationKind.COLLECTIVE]
        if own and several:
            remove(rows, "assignments", own[1:])
            own[0].cells |= {"organization": chance.choice(several), "role": str(Role.LEAD)}
        return put(row, "tasks", lead_mode="单独牵头")
    for one in own:
        one.cells["role"] = str(Role.LEAD)
    return put(row, "tasks", lead_mode=chance.choice(("分别牵头", "按职责分工牵头")))


def succeeded(rows: Rows, chance: Random) -> str:
    """A unit goes on under another name."""
    units = [one for one in rows["organizations"] if one["kind"] != OrganizationKind.COLLECTIVE]
    if len(units) < 2:
        return ""
    old, new = chance.sample(units, 2)
    day = f"{chance.choice(years_of(rows))}{chance.choice(DAYS)}"
    cells = {"organization": old["id"], "successor": new["id"], "on_date": day, "document": ""}
    rows["successions"].append(Row(cells, {}, old.mark))
    return f"successions {old['id']} → {new['id']} {day}"


def asked(rows: Rows, chance: Random) -> str:
    """A round is of another plan or period, open or closed, with or without answers."""
    if not rows["rounds"]:
        return ""
    row, year = chance.choice(rows["rounds"]), chance.choice(years_of(rows))
    opens = date(min(year, 2100), chance.randint(1, 12), 1)
    due = opens + timedelta(days=chance.choice((0, 14, 60)))
    if chance.random() < 0.3:
        remove(rows, "submissions", [one for one in rows["submissions"] if one["round"] == row["id"]])
    period = f"{year}{chance.choice(PERIODS)}"
    return put(row, "rounds", opens_on=str(opens), due_on=str(due), period=period, grace_days=chance.choice("05"))
