"""What falls due next of some tasks and targets, counted from the newest document of their plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_status import TargetStatus
from generator.ledger.due import due_of_target, last_day
from generator.ledger.enums import Recurrence, ReportState, State
from generator.ledger.records import Milestone, Target, Task

DONE = (ReportState.DONE, ReportState.EXCEEDED)
AGAIN = (Recurrence.MONTHLY, Recurrence.QUARTERLY, Recurrence.YEARLY)


class NextDue(NamedTuple):
    """The next day on which something falls due, and what; beside it what is late and what is done again and again."""

    day: date | None
    """None where nothing is still to come."""
    tasks: list[Task]
    milestones: list[Milestone]
    targets: list[TargetStatus]
    overdue: list[TargetStatus]
    """Targets whose time is over and whose end nobody disclosed."""
    recurring: list[Task]


class _Due(NamedTuple):
    day: date
    as_of: date
    record: Task | Milestone | TargetStatus


def next_due(index: LedgerIndex, tasks: list[Task], statuses: list[TargetStatus]) -> NextDue:
    """What falls due next; a task that ended takes its milestones along, and its targets have ended, too."""
    running = [task for task in tasks if task.end_reason is None]
    entries = [*_of_tasks(index, running), *_of_targets(index, statuses)]
    coming = [entry for entry in entries if entry.day > entry.as_of]
    day = min((entry.day for entry in coming), default=None)
    records = [entry.record for entry in coming if entry.day == day]
    return NextDue(
        day=day,
        tasks=[one for one in records if isinstance(one, Task)],
        milestones=[one for one in records if isinstance(one, Milestone)],
        targets=[one for one in records if isinstance(one, TargetStatus)],
        overdue=[status for status in statuses if status.state is State.OVERDUE],
        recurring=[task for task in running if task.recurrence in AGAIN],
    )


def last_due(index: LedgerIndex, statuses: Iterable[TargetStatus]) -> date | None:
    """The last day on which one of some targets is due; None where none is."""
    return max((entry.day for entry in _of_targets(index, statuses)), default=None)


def _of_tasks(index: LedgerIndex, tasks: Iterable[Task]) -> Iterator[_Due]:
    """The deadlines of tasks without targets, which have theirs, and the milestones that are not done."""
    for task in tasks:
        as_of = index.as_of_plan(task.plan) or date.min
        if task.due and task.id not in index.indicators_of_task:
            yield _Due(last_day(task.due), as_of, task)
        for step in index.milestones_of.get(task.id, ()):
            if step.state not in DONE:
                yield _Due(last_day(step.due), as_of, step)


def _of_targets(index: LedgerIndex, statuses: Iterable[TargetStatus]) -> Iterator[_Due]:
    for status in statuses:
        if status.state is not State.ENDED:
            as_of = index.as_of_plan(index.plan_of_target(status.target)) or date.min
            yield _Due(_day_of(index, status.target), as_of, status)


def _day_of(index: LedgerIndex, target: Target) -> date:
    task = index.tasks.get(index.indicators[target.indicator].task or "")
    return last_day(due_of_target(target.due, str(target.end_year), task.due if task else None))
