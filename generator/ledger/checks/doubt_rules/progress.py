"""Doubts about tasks, projects and reports: a late step, an investment above the whole, more than all done."""

from __future__ import annotations

from collections.abc import Iterator

from generator.ledger.checks.doubt_rules.series import LedgerFigures
from generator.ledger.due import is_after
from generator.ledger.enums import ReportState
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import number

ALL_DONE = 100


def late_milestones(figures: LedgerFigures) -> Iterator[Finding]:
    """A step of a task is not due after the task."""
    tasks = figures.tables.by_id("tasks")
    for row in figures.tables.rows["milestones"]:
        task = tasks.get(row["task"])
        if task and task["due"] and is_after(row["due"], task["due"]):
            values = {"record": row["id"], "value": row["due"], "due": task["due"]}
            yield Finding("milestone-late", row.at("due"), values)


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


RULES = (late_milestones, investments, progress)
