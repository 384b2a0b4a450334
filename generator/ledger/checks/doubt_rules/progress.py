"""Doubts about tasks, projects and reports: a late step, an investment above the whole, more than all done."""

from __future__ import annotations

from collections.abc import Iterator

from generator.ledger.checks.doubt_rules.series import LedgerFigures
from generator.ledger.due import DUE, due_year, is_after
from generator.ledger.enums import PlanKind, ReportState
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row, number, year

ALL_DONE = 100
FIVE, LONG = 5, 30
AHEAD = 10
"""So many years a plan of one year may look ahead."""


def late_milestones(figures: LedgerFigures) -> Iterator[Finding]:
    """A step of a task is not due after the task."""
    tasks = figures.tables.by_id("tasks")
    for row in figures.tables.rows["milestones"]:
        task = tasks.get(row["task"])
        if task and task["due"] and is_after(row["due"], task["due"]):
            values = {"record": row["id"], "value": row["due"], "due": task["due"]}
            yield Finding("milestone-late", row.at("due"), values)


def beyond_plan(figures: LedgerFigures) -> Iterator[Finding]:
    """What a plan of several years asks for is due in its years; of one year, not long after it."""
    plans, tasks = figures.tables.by_id("plans"), figures.tables.by_id("tasks")
    for table in ("tasks", "milestones"):
        for row in figures.tables.rows[table]:
            task = row if table == "tasks" else tasks.get(row["task"])
            if task is None or (table == "milestones" and task["due"]):
                continue  # a step is compared with its task
            plan = plans.get(task["plan"])
            start, end = (year(plan["start_year"]), year(plan["end_year"])) if plan else (None, None)
            if start is not None and end is not None:
                yield from _outside("due-outside", row, start, end if end > start else end + AHEAD)


def plan_lengths(figures: LedgerFigures) -> Iterator[Finding]:
    """A five-year plan has five years, and no plan has thirty."""
    for row in figures.tables.rows["plans"]:
        start, end = year(row["start_year"]), year(row["end_year"])
        if start is None or end is None or end < start:
            continue
        count = end - start + 1
        if count != FIVE if row["kind"] == PlanKind.FIVE_YEAR else count >= LONG:
            values = {"record": row["id"], "value": row["end_year"], "kind": row["kind"], "start": start}
            yield Finding("plan-length", row.at("end_year"), {**values, "count": count})


def late_targets(figures: LedgerFigures) -> Iterator[Finding]:
    """A target with a day of its own is due in its years."""
    for row in figures.tables.rows["targets"]:
        start, end = year(row["start_year"]), year(row["end_year"])
        if start is not None and end is not None:
            yield from _outside("target-late", row, start, end)


def _outside(code: str, row: Row, start: int, end: int) -> Iterator[Finding]:
    """A doubt about a deadline that is not in some years."""
    due = row["due"]
    if DUE.fullmatch(due) and not start <= due_year(due) <= end:
        yield Finding(code, row.at("due"), {"record": row["id"], "value": due, "start": start, "end": end})


def investments(figures: LedgerFigures) -> Iterator[Finding]:
    """What a project costs in a year is not more than what it costs in all."""
    for row in figures.tables.rows["projects"]:
        total, own = number(row["total_investment"]), number(row["year_investment"])
        if total is not None and own is not None and own > total:
            values = {"record": row["id"], "value": row["year_investment"], "total": row["total_investment"]}
            yield Finding("investment-above", row.at("year_investment"), values)


def progress(figures: LedgerFigures) -> Iterator[Finding]:
    """Of what is not told to be done and more, not more than all is done."""
    for row in figures.tables.rows["reports"]:
        done = number(row["progress"])
        if done is not None and done > ALL_DONE and row["state"] != ReportState.EXCEEDED:
            values = {"record": row["id"], "value": row["progress"], "state": row["state"]}
            yield Finding("progress-above", row.at("progress"), values)


RULES = (late_milestones, beyond_plan, plan_lengths, late_targets, investments, progress)
