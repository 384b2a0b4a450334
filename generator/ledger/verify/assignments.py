"""Who does what: assignments, collectives' members, and the responsibility parentheses of a notice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language import document_words
from generator.language.official_text import normalise
from generator.ledger.checks.rules.common import by_id
from generator.ledger.enums import LeadMode, Role
from generator.ledger.reading.rows import Row, Tables
from generator.ledger.verify.result import Texts, Verification, passage, words

RESPONSIBILITY = re.compile(r"\((?:[^()]|\([^()]*\))*(?:牵头|配合)\)")
"""A responsibility parenthesis of a notice; a name in it may have a parenthesis of its own."""

MANNER = re.compile(r"(?:根据|按照?)(?:各自|工作)?职责(?:分工)?(?:分别)?|分别|共同")
"""How the named units share a role: no part of a name."""


OUTER_COMMA = re.compile(r"、(?![^(]*\))")
"""A list comma that stands in no parenthesis."""


def assignments(tables: Tables, texts: Texts, result: Verification) -> None:
    """The printed name and scope of each assignment stand in its task's passage."""
    tasks = by_id(tables, "tasks")
    for row in tables.rows["assignments"]:
        task = tasks.get(row["task"])
        found = words(task, texts) if task else None
        if found is None:
            continue
        if normalise(row["printed_name"]) not in found:
            result.note("verify-organization", row, "printed_name", name=row["printed_name"], task=row["task"])
        if row["scope"] and normalise(row["scope"]) not in found:
            result.note("verify-scope", row, "scope", scope=row["scope"], task=row["task"])


def members(tables: Tables, texts: Texts, result: Verification) -> None:
    """Each member of a collective stands where its source says, by one of its names."""
    names: dict[str, list[str]] = {}
    for name, id_ in tables.names.items():
        names.setdefault(id_, []).append(name)
    organizations = by_id(tables, "organizations")
    for row in tables.rows["memberships"]:
        found = words(row, texts)
        if found is not None and not any(normalise(n) in found for n in names.get(row["member"], ())):
            name = organizations[row["member"]]["name"]
            result.note("verify-member", row, "member", name=name, passage=row["passage"])


def parentheses(tables: Tables, texts: Texts, result: Verification) -> None:
    """Every responsibility parenthesis ends the passage of exactly one task, which says what it says."""
    assigned: dict[str, list[Row]] = {}
    for row in tables.rows["assignments"]:
        assigned.setdefault(row["task"], []).append(row)
    documents = by_id(tables, "documents")
    for document, text in texts.items():
        ends = _ends(tables, document)
        for match in RESPONSIBILITY.finditer(text):
            result.parentheses += 1
            found = ends.get(match.end(), [])
            if len(found) == 1:
                result.matched += 1
                _compare(found[0], assigned.get(found[0]["id"], []), match[0], result)
            else:
                row, at = (found or [documents[document]])[0], f"{match.start()}-{match.end()}"
                result.note("verify-parenthesis", row, "passage" if found else "id", at=at, count=len(found))


def _ends(tables: Tables, document: str) -> dict[int, list[Row]]:
    """Tasks of a document by where their passage ends."""
    ends: dict[int, list[Row]] = {}
    for row in tables.rows["tasks"]:
        if row["document"] == document and (own := passage(row)):
            ends.setdefault(own[1], []).append(row)
    return ends


def _compare(task: Row, rows: list[Row], printed: str, result: Verification) -> None:
    """Who stands in the parenthesis, in which role and order, is who is assigned."""
    expected = list(read_parenthesis(printed))
    found = [(normalise(r["printed_name"]), r["role"]) for r in rows]
    if expected != found:
        said = "、".join(f"{name}({role})" for name, role in expected)
        result.note("verify-assignment", task, "title", task=task["id"], expected=said)
    mode = printed_mode(printed)
    if task["lead_mode"] != mode:
        result.note("verify-mode", task, "lead_mode", value=task["lead_mode"], expected=mode)


def read_parenthesis(printed: str) -> Iterator[tuple[str, str]]:
    """Names and roles of a responsibility parenthesis in their order: (区科委牵头、区金融办配合)."""
    rest = printed.removeprefix("(").removesuffix(")")
    for match in re.finditer(rf"(.*?)({Role.LEAD}|{Role.SUPPORT})(?:[,、;]|$)", rest):
        for name in OUTER_COMMA.split(MANNER.sub("", match[1])):
            if name:
                yield name, match[2]


def printed_mode(printed: str) -> LeadMode:
    """The mode that the words about the leads say; several that are merely listed lead each for their own part."""
    about_leads = printed.partition(Role.LEAD)[0]
    if document_words.BY_DUTY in about_leads:
        return LeadMode.BY_DUTY
    several = sum(1 for _, role in read_parenthesis(printed) if role == Role.LEAD) > 1
    return LeadMode.SEVERAL if several or LeadMode.SEVERAL in printed else LeadMode.SINGLE
