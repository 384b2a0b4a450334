"""Tasks on the page of a unit: with whom it leads, which targets, where these stand, what reports say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.analysis.facts.unit import TaskInRole, TaskThroughCollective
from generator.analysis.promises.clues import FigureClue
from generator.analysis.target_status import TargetStatus
from generator.language import formatting
from generator.ledger.periods import time_of
from generator.ledger.records import Report, Task
from generator.pages.components.figures import newest_text, target_figure
from generator.pages.components.references import (
    AssignedUnit,
    Ref,
    clause_ref,
    indicator_ref,
    organization_ref,
    task_ref,
)
from generator.pages.components.rows import ReportRow, TaskRow, report_row, task_row
from generator.pages.components.states import StatusView, status_view
from generator.pages.context import PageContext

REPORTS = 2
"""Reports that a row shows; the others are on the page of the task."""


class FigureClueView(NamedTuple):
    """A figure of a related indicator, which never counts as an answer."""

    indicator: Ref
    figure: str


class UnitTarget(NamedTuple):
    """A target with where it stands; ``period`` is empty where all have the same, ``part`` for the whole place."""

    indicator: Ref
    period: str
    part: str
    text: str
    """Empty where it says no more than the name."""
    status: StatusView
    clue: FigureClueView | None


class UnitTask(NamedTuple):
    """A task as its unit sees it."""

    row: TaskRow
    clause: Ref
    beside: tuple[AssignedUnit, ...]
    """The other units that lead it."""
    scope: str
    """The unit's own share, where the document prints one."""
    via: Ref | None = None
    """The collective through which it reaches the unit."""
    role: str = ""
    """The role of that collective, or of the unit where it neither leads nor supports."""
    above: bool = False
    """Whether it stands above on the same page already, as what names the place."""
    targets: tuple[UnitTarget, ...] = ()
    reports: tuple[ReportRow, ...] = ()
    more_reports: int = 0
    carried_on: tuple[Ref, ...] = ()
    """Tasks of later plans that go on with it."""


def led_task(
    context: PageContext, unit: str, record: Task, statuses: Iterable[TargetStatus], *, dated: bool
) -> UnitTask:
    """A task that a unit leads, with those of its targets that are the unit's; ``dated`` if these tell their time."""
    index = context.index
    reports = sorted(index.reports_of_task(record.id), key=lambda report: _order(context, record, report))
    return _task(context, unit, record)._replace(
        targets=tuple(unit_target(context, status, dated=dated) for status in statuses),
        reports=tuple(report_row(context, report) for report in reports[:REPORTS]),
        more_reports=len(reports[REPORTS:]),
        carried_on=tuple(task_ref(index.tasks[one.task]) for one in index.continued_by.get(record.id, ())),
    )


def supported_task(context: PageContext, unit: str, record: Task, *, above: bool) -> UnitTask:
    """A task that a unit supports; ``above`` if the page has named it already."""
    return _task(context, unit, record)._replace(above=above)


def task_in_role(context: PageContext, unit: str, task: TaskInRole) -> UnitTask:
    """A task in which a unit takes part, guides or assesses."""
    return _task(context, unit, task.record)._replace(role=task.role)


def task_through(context: PageContext, task: TaskThroughCollective) -> UnitTask:
    """A task that reaches a unit through a collective."""
    row, via = task_row(context, task.record), organization_ref(task.collective)
    beside = tuple(lead for lead in row.leads if lead.ref != via)
    return UnitTask(row, clause_ref(context, task.record), beside, "", via, task.role)


def unit_target(context: PageContext, status: TargetStatus, *, dated: bool) -> UnitTarget:
    """A target with where it stands, and the first figure that bears on it while it has none of its own."""
    index, target = context.index, status.target
    indicator, figure = index.indicators[target.indicator], target_figure(context, target)
    clues = context.promises.clues(status).figures if target.organization is None else ()
    return UnitTarget(
        indicator=indicator_ref(indicator),
        period=figure.period if dated else "",
        part=figure.organization.title if figure.organization else "",
        text="" if figure.text == indicator.name else figure.text,
        status=status_view(context, status),
        clue=next((_clue(context, clue) for clue in clues), None),
    )


def _clue(context: PageContext, clue: FigureClue) -> FigureClueView:
    return FigureClueView(indicator_ref(clue.indicator), newest_text(context, clue.observation))


def _task(context: PageContext, unit: str, record: Task) -> UnitTask:
    row = task_row(context, record)
    scopes = [a.scope for a in context.index.assignments_of_task.get(record.id, ()) if a.organization == unit]
    beside = tuple(lead for lead in row.leads if lead.ref.path.split("/")[1] != unit)
    return UnitTask(row, clause_ref(context, record), beside, formatting.SEMICOLON.join(filter(None, scopes)))


def _order(context: PageContext, task: Task, report: Report) -> tuple[bool, int, int]:
    """What a document admits comes first, then the newest."""
    admitted = {one.source.id for one in context.promises.admissions_of_task(task.id)}
    year, month, _ = time_of(report.period)
    return (report.id not in admitted, -year, -month)
