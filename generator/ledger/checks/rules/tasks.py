"""Rules about responsibility: who leads, in which mode, and which task continues which."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import finding_words, setting_words
from generator.ledger.enums import LeadMode, Measure, OrganizationKind, Role, TaskKind
from generator.ledger.reading.findings import Finding, Mark
from generator.ledger.reading.rows import Tables


def leads(tables: Tables) -> Iterator[Finding]:
    """Where the plan assigns responsibility each task has a lead, and the mode fits their number.

    An annual plan that names no unit needs none. A collective counts as several.
    """
    kinds = {row["id"]: row["kind"] for row in tables.rows["organizations"]}
    lead_kinds: dict[Mark, list[str]] = {}
    for row in tables.rows["assignments"]:
        if row["role"] == Role.LEAD:
            lead_kinds.setdefault(row.at("task"), []).append(kinds.get(row["organization"], ""))
    for task in tables.rows["tasks"]:
        if task.broken or task.unresolved or task["kind"] not in tuple(TaskKind):
            continue
        leads_of_task = lead_kinds.get(task.mark, [])
        if not leads_of_task and task["kind"] != TaskKind.ANNUAL:
            yield Finding("lead-missing", task.mark)
            continue
        expected = _modes(len(leads_of_task), OrganizationKind.COLLECTIVE in leads_of_task, task["kind"])
        if task["lead_mode"] not in expected and task["lead_mode"] in ("", *LeadMode):
            words = finding_words.OR.join(expected) or setting_words.EMPTY
            values = {"value": task["lead_mode"], "count": len(leads_of_task), "expected": words}
            yield Finding("lead-mode", task.at("lead_mode"), values)


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
                yield Finding("role-twice", row.at("organization"), {"name": names.get(key[1], key[1])})
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


def continuations(tables: Tables) -> Iterator[Finding]:
    """An annual task continues tasks of the plan above its own."""
    plans, tasks = tables.by_id("plans"), tables.by_id("tasks")
    for row in tables.rows["continuations"]:
        task, other = tasks.get(row["task"]), tasks.get(row["continues"])
        plan = plans.get(task["plan"]) if task else None
        if plan is None or other is None or other is task or plan["parent"] not in ("", *plans):
            continue
        if other["plan"] != plan["parent"]:
            yield Finding("continues-plan", row.at("continues"), {"value": row["continues"]})


def reported_indicators(tables: Tables) -> Iterator[Finding]:
    """A report says of milestones only that they were reached: of what can be counted a figure says more."""
    indicators = tables.by_id("indicators")
    for row in tables.rows["report_indicators"]:
        indicator = indicators.get(row["indicator"])
        if indicator is not None and indicator["measure"] in {*Measure} - {Measure.MILESTONE}:
            yield Finding("reported-measure", row.mark, {"name": indicator["name"], "measure": indicator["measure"]})


RULES = (leads, roles, members, continuations, reported_indicators)
