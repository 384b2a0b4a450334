"""Everything that the ledger knows of a task."""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.ledger_index import Duty, LedgerIndex
from generator.analysis.record_dates import RecordDates, record_dates
from generator.ledger.due import due_year
from generator.ledger.enums import EndReason
from generator.ledger.office_records import TaskRemark
from generator.ledger.records import Indicator, Milestone, Organization, Plan, Project, Report, Section, Task


class ContinuedTask(NamedTuple):
    """A task that another continues, with its plan and the reason."""

    record: Task
    plan: Plan
    reason: str


class TaskFacts(NamedTuple):
    """Everything that the ledger knows of a task."""

    record: Task
    plan: Plan
    trail: list[Section]
    """The headings above it, the highest first."""
    duties: list[Duty]
    """Who is responsible, in which role."""
    milestones: list[Milestone]
    places: list[Organization]
    """Towns and others that its passage names."""
    projects: list[Project]
    remarks: list[TaskRemark]
    indicators: list[Indicator]
    continues: list[ContinuedTask]
    continued_by: list[ContinuedTask]
    reports: list[Report]
    replaced_by: Task | None
    expired: bool
    """Whether its document is no longer in force."""
    dates: RecordDates


def task_facts(index: LedgerIndex, id_: str) -> TaskFacts:
    """Everything that the ledger knows of a task."""
    record = index.tasks[id_]
    return TaskFacts(
        record=record,
        plan=index.plans[record.plan],
        trail=index.trail(record.section),
        duties=index.duties_of_task(id_),
        milestones=index.milestones_of.get(id_, []),
        places=[index.organizations[place] for place in index.places_of_task.get(id_, ())],
        projects=index.projects_of_task.get(id_, []),
        remarks=index.remarks_of_task.get(id_, []),
        indicators=index.indicators_of_task.get(id_, []),
        continues=continued_tasks(index, id_),
        continued_by=[_continued(index, link.task, link.reason) for link in index.continued_by.get(id_, ())],
        reports=index.reports_of_task(id_),
        replaced_by=index.tasks.get(record.replaced_by or ""),
        expired=index.is_withdrawn(record.document),
        dates=record_dates(index, "tasks", id_, [record.document]),
    )


def years_under_way(index: LedgerIndex, record: Task) -> range:
    """The years in which a task is to be worked on: none from the year on in which it was cancelled or merged."""
    plan = index.plans[record.plan]
    start, end = record.start_year or plan.start_year, due_year(record.due) if record.due else plan.end_year
    if record.end_reason is EndReason.DONE:
        end = min(end, record.ended_on.year) if record.ended_on else end
    elif record.end_reason:
        end = min(end, record.ended_on.year - 1) if record.ended_on else start - 1
    return range(start, end + 1)


def continued_tasks(index: LedgerIndex, id_: str) -> list[ContinuedTask]:
    """The tasks of other plans that a task continues."""
    return [_continued(index, link.continues, link.reason) for link in index.continues.get(id_, ())]


def _continued(index: LedgerIndex, id_: str, reason: str) -> ContinuedTask:
    task = index.tasks[id_]
    return ContinuedTask(task, index.plans[task.plan], reason)
