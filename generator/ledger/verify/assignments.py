"""Who does what: assignments against the words of their clauses, and members of collectives."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.language.official_text import normalise
from generator.ledger.enums import Role, TaskKind
from generator.ledger.reading.rows import Row, Tables
from generator.ledger.verify.clauses import Matched
from generator.ledger.verify.result import Texts, Verification, passage_text
from generator.ledger.wording.brackets import without_brackets
from generator.ledger.wording.clauses import Clause
from generator.ledger.wording.responsibility.assignees import Assignee
from generator.ledger.wording.unit_names import split_names

PHRASE_END = re.compile(r"[,;。:()\[\]〔〕【】]")
ORDER = [*Role]
"""The order of the roles in the ledger; documents print them in any."""


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


def assignments(tables: Tables, texts: Texts, matched: Matched, result: Verification) -> None:
    """Every assignment is printed, and those of a task are the ones of its clause.

    Args:
        tables: the rows.
        texts: the texts of the documents.
        matched: the clause of each task and indicator that has one.
        result: takes the findings.
    """
    rows_of = tables.grouped("assignments", "task")
    for task in tables.rows["tasks"]:
        text, clause, rows = passage_text(task, texts), matched.tasks.get(task["id"]), rows_of.get(task["id"], [])
        if text is None:
            continue
        read = clause.said.assignees if clause else ()
        for row in rows:
            _is_printed(row, text, read, result)
        if clause is not None:
            _compare(task, rows, clause, texts[task["document"]], result)
    _of_indicators(tables, texts, matched.indicators, result)


def _is_printed(row: Row, text: str, read: Iterable[Assignee], result: Verification) -> None:
    """The printed name and the scope stand in the passage, or with the clause whose units this one shares."""
    name, scope = normalise(row["printed_name"]), normalise(row["scope"])
    if name not in text and not any(name == one.name for one in read):
        result.note("verify-organization", row, "printed_name", name=row["printed_name"], task=row["task"])
    if scope not in text and not any(scope == one.scope for one in read):
        result.note("verify-scope", row, "scope", scope=row["scope"], task=row["task"])


def _of_indicators(tables: Tables, texts: Texts, matched: dict[str, Clause], result: Verification) -> None:
    """The units of an indicator are those of its clause, or stand at least in the document of its target."""
    rows_of = tables.grouped("indicator_assignments", "indicator")
    for indicator in tables.rows["indicators"]:
        if clause := matched.get(indicator["id"]):
            _compare_units(indicator, rows_of.get(indicator["id"], []), clause, result)
    documents: dict[str, set[str]] = {}
    for target in tables.rows["targets"]:
        documents.setdefault(target["indicator"], set()).add(target["document"])
    for row in (row for id_, rows in rows_of.items() if id_ not in matched for row in rows):
        found = [texts[id_] for id_ in sorted(documents.get(row["indicator"], ())) if id_ in texts]
        if found and not any(normalise(row["printed_name"]) in text for text in found):
            values = {"name": row["printed_name"], "task": row["indicator"]}
            result.note("verify-organization", row, "printed_name", **values)


def _compare(task: Row, rows: list[Row], clause: Clause, text: str, result: Verification) -> None:
    """Who is printed, in which role and order, is who is assigned, with what is printed of each."""
    for one, row in _compare_units(task, rows, clause, result):
        _details(row, one, clause, text[clause.start : clause.end], result)
    mode = clause.said.mode or ""
    if task["lead_mode"] != mode and task["kind"] != TaskKind.REQUIREMENT:
        result.note("verify-mode", task, "lead_mode", value=task["lead_mode"], expected=mode)


def _compare_units(owner: Row, rows: list[Row], clause: Clause, result: Verification) -> list[tuple[Assignee, Row]]:
    """The printed units with their rows; none with a finding where they are not the same in the same roles."""
    printed = sorted(clause.said.assignees, key=lambda one: ORDER.index(one.role))
    given = [(row, name) for row in rows for name in split_names(normalise(row["printed_name"]))]
    if len(printed) == len(given) and all(map(_is_same, printed, given)):
        return [(one, row) for one, (row, _) in zip(printed, given, strict=True)]
    expected = "、".join(f"{one.name}({one.role})" for one in clause.said.assignees)
    result.note(
        "verify-assignment", owner, "title" if "title" in owner.cells else "name", task=owner["id"], expected=expected
    )
    return []


def _is_same(one: Assignee, given: tuple[Row, str]) -> bool:
    """Whether a row has the name and the role that are printed; a second name in brackets may be left out."""
    row, name = given
    return row["role"] == one.role and name in (one.name, without_brackets(one.name))


def _names_part(name: str, scope: str, words: str) -> bool:
    """Whether a phrase of the task names a unit together with its part."""
    return any(name in phrase and scope in phrase for phrase in PHRASE_END.split(words))


def _is_printed_role(role: str, one: Assignee, words: str) -> bool:
    """Whether a word is the printed one of a role: the whole of it, a part, or with the words around it."""
    return role in one.printed_role or (role in words and (one.printed_role or str(one.role)) in role)


def _details(row: Row, one: Assignee, clause: Clause, words: str, result: Verification) -> None:
    """The printed word of the role, the part that is a unit's own, and the post of the leader in charge."""
    role, scope, post = (normalise(row[column]) for column in ("printed_role", "scope", "post"))
    if role and not _is_printed_role(role, one, words):
        result.note("verify-printed-role", row, "printed_role", value=row["printed_role"], task=row["task"])
    if one.scope and not scope:
        result.note("verify-share", row, "scope", name=row["printed_name"], scope=one.scope)
    elif scope not in (one.scope, "") and scope in words and (one.scope or not _names_part(one.name, scope, words)):
        result.note("verify-scope", row, "scope", scope=row["scope"], task=row["task"])
    said = clause.said.post
    if one.role is Role.LEAD and said and post != said:
        result.note("verify-post", row, "post", task=row["task"], value=row["post"], printed=said)
    elif post and post != said and post not in words:
        result.note("verify-post", row, "post", task=row["task"], value=row["post"], printed="")


CHECKS = (members,)
