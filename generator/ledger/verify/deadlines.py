"""By when: the deadlines of tasks and their milestones against the words of their clauses."""

from __future__ import annotations

from generator.language.official_text import normalise
from generator.ledger.enums import Recurrence
from generator.ledger.reading.rows import Row, Tables
from generator.ledger.verify.clauses import plan_years
from generator.ledger.verify.result import Texts, Verification, passage_text
from generator.ledger.wording.clauses import Clause
from generator.ledger.wording.deadlines import Deadline, Years, dates


def deadlines(tables: Tables, texts: Texts, matched: dict[str, Clause], result: Verification) -> None:
    """Every deadline is the printed one, or a date in the words of the task, or the end of its plan.

    Args:
        tables: the rows.
        texts: the texts of the documents.
        matched: the clause of each task that has one.
        result: takes the findings.
    """
    years = plan_years(tables)
    words: dict[str, tuple[str, set[str]]] = {}
    for task in tables.rows["tasks"]:
        text, clause = passage_text(task, texts), matched.get(task["id"])
        if text is None:
            continue
        of_plan = years.get(task["document"])
        stages = clause.deadline.milestones if clause and clause.deadline else ()
        words[task["id"]] = text, {*dates(text, of_plan), *(stage.due for stage in stages)}
        if clause is not None and clause.deadline is not None:
            _compare(task, clause.deadline, text, of_plan, result)
        elif task["due"] and not _is_said(task["due"], words[task["id"]][1], of_plan):
            result.note("verify-due-unsaid", task, "due", task=task["id"], value=task["due"])
    for row in tables.rows["milestones"]:
        text, said = words.get(row["task"], ("", set()))
        if text and not _is_said(row["due"], said, None):
            result.note("verify-milestone", row, "due", task=row["task"], value=row["due"])


def _is_said(due: str, said: set[str], years: Years | None) -> bool:
    """Whether a date is one of those in the words, or the last year of the plan."""
    return any(one.startswith(due) for one in said) or (years is not None and due == str(years[1]))


def _compare(task: Row, printed: Deadline, text: str, years: Years | None, result: Verification) -> None:
    """Date, words and recurrence are those printed. What comes again and again may also have the year of its plan."""
    endless = printed.recurrence is Recurrence.ONGOING
    allowed = {printed.due} if printed.due or endless or years is None else {"", str(years[1])}
    if task["due"] not in allowed:
        values = {"value": task["due"], "printed": printed.due_text, "expected": printed.due}
        result.note("verify-due", task, "due", task=task["id"], **values)
    due_text = normalise(task["due_text"])
    if due_text not in text and due_text != normalise(printed.due_text):  # that of a clause may stand behind another
        result.note("verify-due-text", task, "due_text", task=task["id"], text=task["due_text"])
    expected = printed.recurrence or ""
    if task["recurrence"] != expected and (task["recurrence"] or not printed.due):
        values = {"value": task["recurrence"], "printed": printed.due_text, "expected": expected}
        result.note("verify-recurrence", task, "recurrence", task=task["id"], **values)
