"""The lists of a unit's page in their order: what names it, what it leads, supports, and what else reaches it."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from generator.analysis.facts.unit import UnitFacts
from generator.analysis.target_status import TargetStatus
from generator.language import formatting
from generator.pages.components.breakdown_table import TargetRow, target_row
from generator.pages.components.rows import ProjectRow, ReportRow, project_row, report_row
from generator.pages.components.units.named_rows import NamedRow, named_row
from generator.pages.components.units.paper import NAME, Sheet, SheetRows, lines
from generator.pages.components.units.unit_tasks import (
    UnitTarget,
    UnitTask,
    led_task,
    supported_task,
    task_in_role,
    task_through,
    unit_target,
)
from generator.pages.context import PageContext


class UnitLists(NamedTuple):
    """The lists of a unit's page, in their order."""

    named: SheetRows[NamedRow]
    """What names it as a place."""
    named_kinds: tuple[tuple[str, int], ...]
    """How many of these are projects, tasks, reports."""
    measured: SheetRows[UnitTask]
    """Tasks that it leads and that have targets of it."""
    unmeasured: SheetRows[UnitTask]
    """The others that it leads."""
    direct: SheetRows[UnitTarget]
    """Targets for which a document names it, of no task that it leads."""
    own: SheetRows[TargetRow]
    """Targets of its own."""
    supports: SheetRows[UnitTask]
    others: SheetRows[UnitTask]
    """Tasks in which it takes part, guides or assesses."""
    through: SheetRows[UnitTask]
    projects: SheetRows[ProjectRow]
    """Those that it is responsible for, and that do not name it as a place."""
    reports: SheetRows[ReportRow]
    """Those that are about it, on no task that it leads, and that do not name it as a place."""


def unit_lists(context: PageContext, facts: UnitFacts) -> UnitLists:
    """The lists of a unit's page."""
    unit, sheet = facts.record.id, Sheet()
    by_task = _by_task(context, facts)
    led = [led_task(context, unit, task, by_task.pop(task.id, ())) for task in facts.led]
    direct = [unit_target(context, status) for rest in by_task.values() for status in rest]
    named = [named_row(context, facts.record, thing) for thing in facts.named]
    placed = {thing.record.id for thing in facts.named}
    return UnitLists(
        named=sheet.take(named, _lines_of_named),
        named_kinds=tuple(Counter(row.kind for row in named).items()),
        measured=sheet.take([task for task in led if task.targets], _lines_of_task),
        unmeasured=sheet.take([task for task in led if not task.targets], _lines_of_task),
        direct=sheet.take(direct, _lines_of_target),
        own=sheet.take([target_row(context, *own) for own in facts.own_targets], _lines_of_own),
        supports=sheet.take([supported_task(context, unit, task) for task in facts.supported], _lines_of_task),
        others=sheet.take([task_in_role(context, unit, task) for task in facts.others], _lines_of_task),
        through=sheet.take([task_through(context, task) for task in facts.through], lambda _: 1),
        projects=sheet.take([project_row(context, p) for p in facts.projects if p.id not in placed], lambda _: 2),
        reports=sheet.take([report_row(context, r) for r in facts.reports if r.id not in placed], _lines_of_report),
    )


def _by_task(context: PageContext, facts: UnitFacts) -> dict[str | None, list[TargetStatus]]:
    """The unit's targets by the task of their indicator."""
    groups: dict[str | None, list[TargetStatus]] = {}
    for status in facts.statuses:
        groups.setdefault(context.index.indicators[status.target.indicator].task, []).append(status)
    return groups


# -- how many lines a row takes on paper


def _lines_of_task(task: UnitTask) -> int:
    beside = formatting.AND.join(unit.ref.title for unit in (task.beside if len(task.beside) <= 3 else task.beside[:2]))
    words = sum(map(_lines_of_target, task.targets)) if task.targets else lines(task.row.summary)
    return max(lines(f"{task.row.ref.title}    {beside}    ", NAME), words)


def _lines_of_target(target: UnitTarget) -> int:
    return lines(f"{target.part}{target.indicator.title}{target.period}{target.text}{target.status.state}      ")


def _lines_of_named(row: NamedRow) -> int:
    who = "".join(unit.ref.title for unit in row.leads)
    return lines(f"{row.kind}{row.what}{row.state}") + lines(f"{row.about}{who}{''.join(row.silent)}        ")


def _lines_of_own(row: TargetRow) -> int:
    return 1 + lines(row.status.sentence if row.status else "")


def _lines_of_report(row: ReportRow) -> int:
    return lines(row.summary)
