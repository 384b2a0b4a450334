"""The lists of a unit's page in their order: what names it, what it leads, supports, and what else reaches it."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from generator.analysis.facts.unit import UnitFacts
from generator.analysis.target_status import TargetStatus
from generator.language import formatting
from generator.ledger.records import Membership
from generator.pages.components.breakdown_table import TargetRow, part_row
from generator.pages.components.references import Ref, Source, organization_ref, source_of
from generator.pages.components.rows import ProjectRow, ReportRow, project_row, report_row
from generator.pages.components.units.named_rows import NamedRow, named_row
from generator.pages.components.units.paper import NAME, TABLE, Sheet, SheetRows, lines
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

HAND_OVER = 3
"""Lines on paper that tell of a hand-over to another unit, or from one."""


class Member(NamedTuple):
    """An organisation that belongs to a collective, and where a document says so."""

    ref: Ref
    source: Source


class UnitLists(NamedTuple):
    """The lists of a unit's page, in their order."""

    named: SheetRows[NamedRow]
    """What names it as a place."""
    named_kinds: tuple[tuple[str, int], ...]
    """How many of these are projects, tasks, reports."""
    span: str
    """The time of all its targets, where it is one: then they do not tell it."""
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
    members: SheetRows[Member]
    """Those that belong to it, where it is a collective."""


def unit_lists(context: PageContext, facts: UnitFacts) -> UnitLists:
    """The lists of a unit's page."""
    unit = facts.record.id
    by_task = _by_task(context, facts)
    spans = {(status.target.start_year, status.target.end_year) for status in facts.statuses}
    dated = len(spans) > 1
    led = [led_task(context, unit, task, by_task.pop(task.id, ()), dated=dated) for task in facts.led]
    direct = [unit_target(context, status, dated=dated) for rest in by_task.values() for status in rest]
    named = [named_row(context, facts.record, thing) for thing in facts.named]
    placed = {thing.record.id for thing in facts.named}
    measured, unmeasured = ([task for task in led if bool(task.targets) is known] for known in (True, False))
    projects = [project_row(context, project) for project in facts.projects if project.id not in placed]
    reports = [report_row(context, report) for report in facts.reports if report.id not in placed]
    supports = [supported_task(context, unit, task, above=task.id in placed) for task in facts.supported]
    groups = (named, measured, unmeasured, direct, facts.own_targets, facts.supported, facts.others, facts.through)
    hand_overs = len(facts.successors) + len(facts.predecessors)
    sheet = Sheet(sum(map(bool, (*groups, projects, reports, facts.members))), hand_overs * HAND_OVER)
    return UnitLists(
        named=sheet.take(named, _lines_of_named),
        named_kinds=tuple(Counter(row.kind for row in named).items()),
        span="" if dated else "".join(formatting.years(*span) for span in spans),
        measured=sheet.take(measured, _lines_of_task),
        unmeasured=sheet.take(unmeasured, _lines_of_task),
        direct=sheet.take(direct, _lines_of_target),
        own=sheet.take([part_row(context, *own) for own in facts.own_targets], _lines_of_own),
        supports=sheet.take(supports, _lines_of_task),
        others=sheet.take([task_in_role(context, unit, task) for task in facts.others], _lines_of_task),
        through=sheet.take([task_through(context, task) for task in facts.through], lambda _: 1),
        projects=sheet.take(projects, lambda _: 2),
        reports=sheet.take(reports, _lines_of_report),
        members=sheet.take([_member(context, one) for one in facts.members], lambda _: 0.5),
    )


def _member(context: PageContext, record: Membership) -> Member:
    return Member(organization_ref(context.index.organizations[record.member]), source_of(context, record))


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
    names = (*(unit.ref.title for unit in row.leads[:3]), *(ref.title for ref in (*row.tasks, *row.elsewhere)))
    said = formatting.AND.join((*names, row.owner.title if row.owner else "", *row.silent))
    words = lines(f"{said}            ") + (lines(row.about) if row.about else 0) + len(row.targets)
    return max(lines(f"{row.what}{row.state}{row.kind}{row.period}      ", NAME), words)


def _lines_of_own(row: TargetRow) -> int:
    return 2 + lines(row.status.sentence if row.status else "", TABLE)


def _lines_of_report(row: ReportRow) -> int:
    return lines(row.summary)
