"""Doubts about plans, tasks, projects and reports: a late step, years that do not fit, more than all done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language import finding_words
from generator.language.findings import bound_words
from generator.ledger.checks.doubt_rules.series import LedgerFigures, last_month
from generator.ledger.due import DUE, due_year, is_after, is_day
from generator.ledger.enums import PlanKind, ReportState, Validity
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row, number, year
from generator.ledger.wording.deadlines import first_of_five_years

ALL_DONE = 100
FIVE, LONG = 5, 30
AHEAD = 10
"""So many years a plan of one year may look ahead."""
BEFORE, BEHIND = 15, 10
"""So many years a project may be older than its plan, and go on behind it."""
EARLY, LATE = 2, 1
"""So many years before a plan begins its document is signed at most, and behind the end of one that is short."""
NUMBERED = re.compile(bound_words.NUMBERED_PLAN)
TITLED = re.compile(bound_words.YEARS_OF_PLAN)


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


def beside_plan(figures: LedgerFigures) -> Iterator[Finding]:
    """What ends early does so in the years of its plan; projects and rounds are not of another time."""
    spans = _spans(figures)
    for table, column, before, behind in (
        ("tasks", "ended_on", 0, AHEAD),
        ("projects", "starts", BEFORE, BEHIND // 2),
        ("projects", "finishes", 0, BEHIND),
        ("rounds", "period", 0, LATE),
    ):
        for row in figures.tables.rows[table]:
            span, text = spans.get(row["plan"]), row[column]
            if span and (said := year(text)) and not span[0] - before <= said <= span[1] + behind:
                values = {"record": row["id"], "value": text, "title": finding_words.DAYS[column]}
                yield Finding("plan-outside", row.at(column), {**values, "start": span[0], "end": span[1]})


def _spans(figures: LedgerFigures) -> dict[str, tuple[int, int]]:
    """Plan → its years, where they are in order."""
    spans = ((row["id"], year(row["start_year"]), year(row["end_year"])) for row in figures.tables.rows["plans"])
    return {id_: (start, end) for id_, start, end in spans if start is not None and end is not None and start <= end}


def plan_titles(figures: LedgerFigures) -> Iterator[Finding]:
    """The years in the title of a plan are its own, and its document is of their time."""
    documents, spans = figures.tables.by_id("documents"), _spans(figures)
    for row in figures.tables.rows["plans"]:
        if row["id"] not in spans:
            continue
        start, end = spans[row["id"]]
        if said := _other_years(row, start, end):
            values = {"record": row["id"], "value": row["title"], "said": said, "start": start, "end": end}
            yield Finding("title-years", row.at("title"), values)
        document = documents.get(row["document"])
        days = [document[c] for c in ("signed_on", "published_on") if is_day(document[c])] if document else []
        signed = year(min(days)) if days else None
        if signed and not start - EARLY <= signed <= end + LATE:
            values = {"record": row["id"], "value": row["document"], "day": min(days), "start": start, "end": end}
            yield Finding("document-years", row.at("document"), values)


def _other_years(plan: Row, start: int, end: int) -> str:
    """The years that a title says where they are none of its plan's; empty where it says its own, or none."""
    title = plan["title"]
    if match := NUMBERED.search(title):
        first = first_of_five_years(match["long"] or match["short"])
        if plan["kind"] == PlanKind.FIVE_YEAR and first != start:
            return match[0]
        return "" if first <= start <= first + FIVE + LATE else match[0]
    said = [(match[0], int(match["start"]), int(match["end"] or match["start"])) for match in TITLED.finditer(title)]
    fits = any(first in (start, end) or first <= start <= last or (first <= end <= last) for _, first, last in said)
    return "" if fits or not said else said[0][0]


def repealed(figures: LedgerFigures) -> Iterator[Finding]:
    """A document that is in force was not repealed."""
    for row in figures.tables.rows["documents"]:
        if row["validity"] == Validity.VALID and row["repeal_basis"]:
            values = {"record": row["id"], "value": row["repeal_basis"], "validity": row["validity"]}
            yield Finding("repeal-valid", row.at("repeal_basis"), values)


def money(figures: LedgerFigures) -> Iterator[Finding]:
    """What a project costs is money."""
    for row in figures.tables.rows["projects"]:
        has_amount = row["total_investment"] or row["year_investment"]
        if row["unit"] and has_amount and not any(word in row["unit"] for word in bound_words.MONEY):
            yield Finding("investment-money", row.at("unit"), {"record": row["id"], "value": row["unit"]})


def days_of_results(figures: LedgerFigures) -> Iterator[Finding]:
    """A result is as of a day in its period, and of none behind the day of its document."""
    tables = figures.tables
    of_rounds = {row["document"] for row in tables.rows["rounds"]}
    newest = {
        row["id"]: max(row["signed_on"], row["published_on"], row["drafted_on"]) for row in tables.rows["documents"]
    }
    for row in tables.rows["observations"]:
        day = row["as_of_on"]
        if not is_day(day) or "as_of_on" in row.given:
            continue
        written = "" if row["document"] in of_rounds else newest.get(row["document"], "")
        last = last_month(row["period"])
        if is_day(written) and day > written:
            yield Finding("as-of-late", row.at("as_of_on"), {"record": row["id"], "value": day, "day": written})
        elif last and day[:7] > last:
            values = {"record": row["id"], "value": day, "period": row["period"]}
            yield Finding("as-of-beyond", row.at("as_of_on"), values)


RULES = (
    late_milestones,
    beyond_plan,
    plan_lengths,
    late_targets,
    investments,
    progress,
    beside_plan,
    plan_titles,
    repealed,
    money,
    days_of_results,
)
