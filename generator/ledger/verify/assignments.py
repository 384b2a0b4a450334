"""Who does what: assignments, members of collectives, and the responsibility parentheses of a notice."""

from __future__ import annotations

from generator.language.official_text import normalise
from generator.ledger.reading.rows import Row, Tables
from generator.ledger.verify.result import Texts, Verification, passage_text
from generator.ledger.wording import responsibility


def assignments(tables: Tables, texts: Texts, result: Verification) -> None:
    """The printed name and scope of each assignment stand in its task's passage."""
    tasks = tables.by_id("tasks")
    for row in tables.rows["assignments"]:
        task = tasks.get(row["task"])
        text = passage_text(task, texts) if task else None
        if text is None:
            continue
        if normalise(row["printed_name"]) not in text:
            result.note("verify-organization", row, "printed_name", name=row["printed_name"], task=row["task"])
        if row["scope"] and normalise(row["scope"]) not in text:
            result.note("verify-scope", row, "scope", scope=row["scope"], task=row["task"])


def members(tables: Tables, texts: Texts, result: Verification) -> None:
    """Each member of a collective stands where its source says, by one of its names."""
    names: dict[str, list[str]] = {}
    for name, id_ in tables.names.items():
        names.setdefault(id_, []).append(name)
    organizations = tables.by_id("organizations")
    for row in tables.rows["memberships"]:
        text = passage_text(row, texts)
        if text is not None and not any(normalise(name) in text for name in names.get(row["member"], ())):
            name = organizations[row["member"]]["name"]
            result.note("verify-member", row, "member", name=name, passage=row["passage"])


def parentheses(tables: Tables, texts: Texts, result: Verification) -> None:
    """Every responsibility parenthesis ends the passage of exactly one task, whose assignments are those printed."""
    assignments_of: dict[str, list[Row]] = {}
    for row in tables.rows["assignments"]:
        assignments_of.setdefault(row["task"], []).append(row)
    documents = tables.by_id("documents")
    for document, text in texts.items():
        tasks_by_end = _tasks_by_end(tables, document)
        for match in responsibility.parentheses(text):
            result.parentheses += 1
            tasks = tasks_by_end.get(match.end(), [])
            if len(tasks) == 1:
                result.matched += 1
                _compare(tasks[0], assignments_of.get(tasks[0]["id"], []), match[0], result)
            else:
                row, at = (tasks or [documents[document]])[0], f"{match.start()}-{match.end()}"
                result.note("verify-parenthesis", row, "passage" if tasks else "id", at=at, count=len(tasks))


def _tasks_by_end(tables: Tables, document: str) -> dict[int, list[Row]]:
    """Where a passage ends → the tasks of a document whose passages end there."""
    ends: dict[int, list[Row]] = {}
    for row in tables.rows["tasks"]:
        if row["document"] == document and (passage := row.passage):
            ends.setdefault(passage[1], []).append(row)
    return ends


def _compare(task: Row, rows: list[Row], parenthesis: str, result: Verification) -> None:
    """Who stands in the parenthesis, in which role and order, is who is assigned."""
    printed = responsibility.names_and_roles(parenthesis)
    if printed != [(normalise(row["printed_name"]), row["role"]) for row in rows]:
        expected = "、".join(f"{name}({role})" for name, role in printed)
        result.note("verify-assignment", task, "title", task=task["id"], expected=expected)
    mode = responsibility.lead_mode(parenthesis)
    if task["lead_mode"] != mode:
        result.note("verify-mode", task, "lead_mode", value=task["lead_mode"], expected=mode)


CHECKS = (assignments, members, parentheses)
