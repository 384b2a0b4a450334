"""Is every clause of a document one task, which ends where the clause does, or an indicator with units of its own?"""

from __future__ import annotations

from typing import NamedTuple

from generator.language.official_text import Layout
from generator.ledger.enums import Assigns
from generator.ledger.reading.rows import Row, Tables, year
from generator.ledger.verify.coverage import excluded_clauses
from generator.ledger.verify.result import Texts, Verification
from generator.ledger.wording.clauses import Clause, read_clauses
from generator.ledger.wording.deadlines import Years

Layouts = dict[str, Layout]
"""Document → how its text was laid out."""

BEHIND = ",;。、"
"""Punctuation behind a clause that its passage may hold or leave out."""


class Matched(NamedTuple):
    """The clause of each task, and of each indicator that has units of its own: a row of a table, for example."""

    tasks: dict[str, Clause]
    indicators: dict[str, Clause]


def matched_clauses(tables: Tables, texts: Texts, layouts: Layouts, result: Verification) -> Matched:
    """The clauses. One with no task and no such indicator, or with several tasks, is reported."""
    documents, years = tables.by_id("documents"), plan_years(tables)
    matched = Matched({}, {})
    for document, text in texts.items():
        assigns = next((kind for kind in Assigns if kind == documents[document]["assigns"]), None)
        if assigns is Assigns.NOBODY:
            continue
        tasks_by_end, assigned = _tasks_by_end(tables, document, text), _assigned_indicators(tables, document)
        left_out = {_end(text, end) for _, end in excluded_clauses(tables, document)}
        for clause in read_clauses(text, layouts.get(document, Layout()), assigns, years.get(document)):
            result.parentheses += 1
            tasks = tasks_by_end.get(_end(text, clause.end), [])
            if len(tasks) == 1:
                result.matched += 1
                matched.tasks[tasks[0]["id"]] = clause
            elif not tasks and (
                own := {id_ for start, end, id_ in assigned if clause.start <= start < end <= clause.end}
            ):
                result.matched += 1
                matched.indicators.update(dict.fromkeys(own, clause))
            elif not tasks and _end(text, clause.end) in left_out:
                result.matched += 1
            else:
                row = (tasks or [documents[document]])[0]
                start = clause.text_end if clause.text_end < clause.end else clause.start
                values = {"at": f"{start}-{clause.end}", "count": len(tasks)}
                result.note("verify-parenthesis", row, "passage" if tasks else "id", **values)
    return matched


def plan_years(tables: Tables) -> dict[str, Years]:
    """The years of the plan that each document sets out."""
    years: dict[str, Years] = {}
    for row in tables.rows["plans"]:
        start, end = year(row["start_year"]), year(row["end_year"])
        if row["document"] and start is not None and end is not None:
            years.setdefault(row["document"], (start, end))
    return years


def _tasks_by_end(tables: Tables, document: str, text: str) -> dict[int, list[Row]]:
    """Where a passage ends → the tasks of a document whose passages end there."""
    ends: dict[int, list[Row]] = {}
    for row in tables.rows["tasks"]:
        if row["document"] == document and (passage := row.passage):
            ends.setdefault(_end(text, passage[1]), []).append(row)
    return ends


def _assigned_indicators(tables: Tables, document: str) -> list[tuple[int, int, str]]:
    """The passages of a document with the target of an indicator that has units of its own."""
    assigned = {row["indicator"] for row in tables.rows["indicator_assignments"]}
    targets = (row for row in tables.rows["targets"] if row["document"] == document and row["indicator"] in assigned)
    return [(*passage, row["indicator"]) for row in targets if (passage := row.passage)]


def _end(text: str, end: int) -> int:
    """An end without the punctuation before it."""
    return len(text[:end].rstrip(BEHIND))
