"""Rules about tasks: who leads and in which mode, until when, and how they end; what a report may say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language import finding_words, setting_words
from generator.language.wording import responsibility_words
from generator.ledger.due import is_day
from generator.ledger.enums import (
    Assigns,
    EndReason,
    LeadMode,
    Measure,
    OrganizationKind,
    Recurrence,
    Role,
    TaskKind,
)
from generator.ledger.reading.findings import Finding, Mark
from generator.ledger.reading.rows import Row, Tables, year
from generator.ledger.wording.deadlines import read_deadline

TASK_KINDS, ROLES = frozenset(TaskKind), frozenset(Role)
COUNTED = frozenset(Measure) - {Measure.MILESTONE}
"""Measures of which a figure says more than words."""
YEARS_ENDS = ("", "-12")
"""What is due then is due in that year; a month in its midst is a deadline of its own."""
JOINED = re.compile(r"(?<![0-9])[,，]|[,，](?![0-9])|[;；|｜]|(?<=[\u4e00-\u9fff]{2}) *[/／] *(?=[\u4e00-\u9fff]{2})")
"""Signs by which names were divided that are none of the contract's; 1,000 is a number."""


def leads(tables: Tables) -> Iterator[Finding]:
    """Where the document assigns responsibility each task has a lead, and the mode fits their number.

    An annual plan that names no unit needs none, nor does a task whose indicators name their own. A collective counts
    as several.
    """
    kinds = {row["id"]: row["kind"] for row in tables.rows["organizations"]}
    lead_kinds: dict[Mark, list[str]] = {}
    for row in tables.rows["assignments"]:
        if row["role"] == Role.LEAD:
            lead_kinds.setdefault(row.at("task"), []).append(kinds.get(row["organization"], ""))
    without = _tasks_without_lead(tables)
    for task in tables.rows["tasks"]:
        if task.broken or task.unresolved or task["kind"] not in TASK_KINDS:
            continue
        leads_of_task = lead_kinds.get(task.mark, [])
        if not leads_of_task and task["kind"] != TaskKind.ANNUAL and not without & {task["id"], task["document"]}:
            yield Finding("lead-missing", task.mark)
            continue
        expected = _modes(len(leads_of_task), OrganizationKind.COLLECTIVE in leads_of_task, task["kind"])
        if task["lead_mode"] not in expected and task["lead_mode"] in ("", *LeadMode):
            words = finding_words.OR.join(expected) or setting_words.EMPTY
            values = {"value": task["lead_mode"], "count": len(leads_of_task), "expected": words}
            yield Finding("lead-mode", task.at("lead_mode"), values)


def _tasks_without_lead(tables: Tables) -> set[str]:
    """Ids of documents that assign nobody, and of tasks whose indicators say who is responsible."""
    owners = {row["indicator"] for row in tables.rows["indicator_assignments"] if row["role"] == Role.LEAD}
    tasks = {row["task"] for row in tables.rows["indicators"] if row["id"] in owners} if owners else set()
    return tasks | {row["id"] for row in tables.rows["documents"] if row["assigns"] == Assigns.NOBODY}


def indicator_leads(tables: Tables) -> Iterator[Finding]:
    """An indicator with assignments has a lead among them."""
    owners = tables.grouped("indicator_assignments", "indicator")
    unknown = {row["id"] for row in tables.rows["indicators"] if row.broken or row.unresolved} if owners else set()
    for id_, rows in owners.items():
        if id_ not in unknown and all(row["role"] != Role.LEAD for row in rows):
            yield Finding("indicator-lead", rows[0].at("indicator"))


def printed_roles(tables: Tables) -> Iterator[Finding]:
    """Of units that are printed in one list, the first leads or all lead, as the document says of itself."""
    assigns = {row["id"]: row["assigns"] for row in tables.rows["documents"]}
    whole = (row for row in tables.rows["tasks"] if not (row.broken or row.unresolved))
    manners = {row["id"]: assigns.get(row["document"], "") for row in whole}
    first: set[str] = set()
    for row in tables.rows["assignments"]:
        manner = manners.get(row["task"])
        if row["printed_role"] != responsibility_words.RESPONSIBLE_UNIT or manner not in (
            Assigns.FIRST_LEADS,
            Assigns.ALL_LEAD,
        ):
            continue
        leads_here = manner == Assigns.ALL_LEAD or row["task"] not in first
        first.add(row["task"])
        if row["role"] in ROLES and leads_here != (row["role"] == Role.LEAD):
            expected = Role.LEAD if leads_here else Role.SUPPORT
            values = {"name": row["printed_name"], "manner": manner, "expected": expected, "role": row["role"]}
            yield Finding("printed-role", row.mark, values)


def _modes(count: int, collective: bool, kind: str) -> tuple[str, ...]:
    if count == 0 or kind == TaskKind.REQUIREMENT:
        return ("",)
    joint: tuple[str, ...] = (LeadMode.SEVERAL, LeadMode.BY_DUTY)
    if count > 1:
        return joint
    return (LeadMode.SINGLE, *joint) if collective else (LeadMode.SINGLE,)


def roles(tables: Tables) -> Iterator[Finding]:
    """An organisation stands once in a task or indicator; twice only for different shares of the work."""
    names = {row["id"]: row["name"] for row in tables.rows["organizations"]}
    for table, owner in (("assignments", "task"), ("indicator_assignments", "indicator")):
        seen: set[tuple[Mark, str, str]] = set()
        for row in tables.rows[table]:
            key = (row.at(owner), row["organization"], row["scope"])
            if key in seen:
                yield Finding("role-twice", row.at("organization"), {"name": names[key[1]]})
            seen.add(key)


def members(tables: Tables) -> Iterator[Finding]:
    """Only a collective has members."""
    organizations = tables.by_id("organizations")
    reported: set[str] = set()
    for row in tables.rows["memberships"]:
        owner = organizations.get(row["collective"])
        if owner is not None and owner["kind"] != OrganizationKind.COLLECTIVE and owner["id"] not in reported:
            reported.add(owner["id"])
            yield Finding("member-kind", owner.at("kind"), {"name": owner["name"]})


def aliases(tables: Tables) -> Iterator[Finding]:
    """Aliases are divided by a sign of enumeration: with another sign they are one long name."""
    for table in ("organizations", "indicators"):
        for row in tables.rows[table]:
            if match := JOINED.search(row["aliases"]):
                meant = "、".join(part.strip() for part in JOINED.split(row["aliases"]) if part.strip())
                yield Finding(
                    "alias-joined", row.at("aliases"), {"value": row["aliases"], "sign": match[0], "meant": meant}
                )


def parents(tables: Tables) -> Iterator[Finding]:
    """A collective is above nobody: it has members."""
    collectives = {r["id"]: r["name"] for r in tables.rows["organizations"] if r["kind"] == OrganizationKind.COLLECTIVE}
    for row in tables.rows["organizations"]:
        if row["parent"] in collectives:
            yield Finding("parent-collective", row.at("parent"), {"name": collectives[row["parent"]]})


def ends(tables: Tables) -> Iterator[Finding]:
    """A task with a deadline says which; one that ended says when and why, and one that was merged into which."""
    years_of = {row["id"]: _years(row) for row in tables.rows["plans"]}
    for row in tables.rows["tasks"]:
        if row.broken:
            continue
        if row["recurrence"] == Recurrence.ONCE and not row["due"]:
            yield Finding("due-missing", row.at("recurrence"))
        if row["due"][:4] in years_of.get(row["plan"], ()) and (said := _other_due(row)):
            yield Finding("due-words", row.at("due"), {"value": row["due"], "text": row["due_text"], "expected": said})
        if bool(row["ended_on"]) != bool(row["end_reason"]):
            yield Finding("end-half", row.at("ended_on" if row["ended_on"] else "end_reason"))
        if row["end_reason"] == EndReason.MERGED and not row["replaced_by"]:
            yield Finding("merged-where", row.at("end_reason"))


def _years(plan: Row) -> frozenset[str]:
    """The years of a plan; a deadline in another one is doubted for that."""
    start, end = year(plan["start_year"]), year(plan["end_year"])
    return frozenset() if start is None or end is None else frozenset(map(str, range(start, end + 1)))


def _other_due(task: Row) -> str:
    """The deadline that the printed words of a task say, where they say another one; empty where they do not."""
    is_one = len(task["due"]) < len("2020-11-30") or is_day(task["due"])
    printed = read_deadline(task["due_text"]) if task["due_text"] and is_one else None
    said = printed.due if printed else ""
    is_rounded = said.startswith(task["due"]) and (said == task["due"] or said[4:7] in YEARS_ENDS)
    if len(said) == len("2020-11-30") and not is_day(said):
        return ""  # told as a day that is none
    return "" if is_rounded or task["due"].startswith(said) else said


def reported_indicators(tables: Tables) -> Iterator[Finding]:
    """A report says in words of milestones alone that they were reached; of others it gives the document's verdict."""
    indicators = tables.by_id("indicators")
    for row in tables.rows["report_indicators"]:
        indicator = indicators.get(row["indicator"])
        if indicator is not None and not row["verdict"] and indicator["measure"] in COUNTED:
            yield Finding("reported-measure", row.mark, {"name": indicator["name"], "measure": indicator["measure"]})


RULES = (leads, indicator_leads, printed_roles, roles, members, aliases, parents, ends, reported_indicators)
